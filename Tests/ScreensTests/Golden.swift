import Canvas
import Foundation
import Testing

/// Pictures kept in files that people have looked at.
///
/// `XUNJIAN_SNAPSHOTS=write` makes them anew, for looking at them again.
enum Golden {
  /// Compares pictures with those kept under a name.
  static func check(_ pictures: [Picture], _ name: String) throws {
    let file = folder.appending(path: name + ".txt")
    let text = pictures.map { "== \($0.title)\n\(picture($0.grid))\n" }.joined()
    if ProcessInfo.processInfo.environment["XUNJIAN_SNAPSHOTS"] == "write" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let kept = try? String(contentsOf: file, encoding: .utf8)
    let known = try #require(kept, "there is no picture \(name).txt")
    #expect(known == text, "\(name).txt differs:\n\(difference(from: known, to: text))")
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Snapshots")

  /// The names of all pictures kept.
  static func names() throws -> Set<String> {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return Set(files.map { $0.deletingPathExtension().lastPathComponent })
  }

  /// The rows, and where the cursor is seen.
  private static func picture(_ grid: Grid) -> String {
    grid.text + (grid.cursor.map { "\ncursor \($0.row),\($0.column)" } ?? "")
  }

  /// The lines that differ, with their numbers.
  private static func difference(from known: String, to text: String) -> String {
    let old = known.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    return (0..<max(old.count, new.count)).flatMap { row -> [String] in
      let was = old.indices.contains(row) ? old[row] : ""
      let now = new.indices.contains(row) ? new[row] : ""
      return was == now ? [] : ["\(row + 1) - \(was)", "\(row + 1) + \(now)"]
    }.joined(separator: "\n")
  }
}

/// A view and the language and window it was drawn in.
struct Picture {
  var title: String
  var grid: Grid
}
