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
    let text = pictures.map { "== \($0.title)\n\($0.text)\n" }.joined()
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
  /// The theme whose looks are shown instead of the text, if any.
  var theme: Theme?

  /// The rows, and where the cursor is seen; or a mark a cell for its look.
  var text: String {
    if let theme { return looks(theme) }
    return grid.text + (grid.cursor.map { "\ncursor \($0.row),\($0.column)" } ?? "")
  }

  /// The rows in which something looks other than plain, each after its number.
  private func looks(_ theme: Theme) -> String {
    (0..<grid.rows).compactMap { row -> String? in
      var marks = grid.cells(inRow: row).map { Self.mark(theme.look(of: $0.style, colours: 256)) }
      while marks.last == "." { marks.removeLast() }
      return marks.isEmpty ? nil : (row < 10 ? " " : "") + "\(row) " + marks.joined()
    }.joined(separator: "\n")
  }

  /// A colour by its first letter, otherwise `b` for bold, `u` for underlined too, `v` for reversed, with
  /// capitals for what is reversed and coloured or bold.
  private static func mark(_ look: Look) -> String {
    let hues = [160: "r", 28: "g", 130: "y", 31: "c"]
    let shape =
      look.isUnderlined ? "u" : look.isReverse ? (look.isBold ? "V" : "v") : look.isBold ? "b" : "."
    guard let colour = look.colour else { return shape }
    let letter = hues[colour] ?? "?"
    return look.isReverse ? letter.uppercased() : letter
  }
}
