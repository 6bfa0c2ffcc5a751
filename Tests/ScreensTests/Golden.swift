import Canvas
import Foundation
import Testing

/// Pictures kept in files that people have looked at.
///
/// `XUNJIAN_SNAPSHOTS=write` makes them anew, for looking at them again.
enum Golden {
  /// Compares pictures and how they look with those kept under a name. A look that an earlier picture has
  /// too is named by that one's title.
  static func check(_ pictures: [Picture], _ name: String) throws {
    let file = folder.appending(path: name + ".txt")
    var titles: [String: String] = [:]
    let text = pictures.map { picture in
      let looks = picture.looks
      let same = titles[looks]
      titles[looks] = same ?? picture.title
      return "== \(picture.title)\n\(picture.text)\n-- "
        + (same.map { "looks as \($0)\n" } ?? "looks\n\(looks)\n")
    }.joined()
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

  /// The rows, and where the cursor is seen.
  var text: String {
    grid.text + (grid.cursor.map { "\ncursor \($0.row),\($0.column)" } ?? "")
  }

  /// How the rows look that have any look: the number of the row, then stretches of columns, each with its
  /// look in the theme `auto` and, after a stroke where it is another, in `mono`.
  var looks: String {
    (0..<grid.rows).compactMap { row -> String? in
      let stretches = stretches(inRow: row)
      return stretches.isEmpty ? nil : "\(row) " + stretches.joined(separator: " ")
    }.joined(separator: "\n")
  }

  /// As `2-10:rb/b`; what is plain is left out.
  private func stretches(inRow row: Int) -> [String] {
    let styles = grid.cells(inRow: row).map(\.style)
    var stretches: [String] = []
    var start = 0
    for column in styles.indices {
      if column + 1 < styles.count, styles[column + 1] == styles[column] { continue }
      if let look = Self.looks[styles[column]], look != "." {
        stretches.append("\(start)-\(column):\(look)")
      }
      start = column + 1
    }
    return stretches
  }

  private static let looks = Dictionary(
    uniqueKeysWithValues: Style.allCases.map { style in
      let marks = [Theme.auto, .mono].map { mark($0.look(of: style, colours: 256)) }
      return (style, marks[0] == marks[1] ? marks[0] : marks.joined(separator: "/"))
    })

  /// A colour by its first letter, then `b` for bold, `u` for underlined, `v` for reversed.
  private static func mark(_ look: Look) -> String {
    let hues = [160: "r", 28: "g", 130: "y", 31: "c"]
    let mark =
      (look.colour.map { hues[$0] ?? "?" } ?? "") + (look.isBold ? "b" : "")
      + (look.isUnderlined ? "u" : "") + (look.isReverse ? "v" : "")
    return mark.isEmpty ? "." : mark
  }
}
