import Foundation
import TestSupport
import Testing

/// The JSON of documents has the very keys that the README names.
struct DocumentShapeTests {
  /// The first keys of a shape as `{a, b:[{c}]}` or `[{a, b}]`, sorted.
  private static func keys(_ shape: Substring) -> [String] {
    var (depth, name, keys) = (0, "", [String]())
    let outer = shape.hasPrefix("[") ? 2 : 1
    for character in shape {
      switch character {
      case "{", "[": depth += 1
      case "}", "]":
        if depth == outer, !name.isEmpty { keys.append(name) }
        if depth == outer { name = "" }
        depth -= 1
      case "," where depth == outer:
        keys.append(name)
        name = ""
      case _ where depth == outer && character != " ": name.append(character)
      case _: break
      }
    }
    return keys.map { String($0.prefix { $0 != ":" }) }.sorted()
  }

  @Test func asTheREADMESays() throws {
    let readme = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "README.md")
    let rows = try String(contentsOf: readme, encoding: .utf8).split(separator: "\n")
      .drop { $0 != "| `report …` | JSON |" }.dropFirst(2).prefix { $0.hasPrefix("|") }
    let office = try Office()
    for (line, person) in [
      ("inspect 301 --round monthly/2026-11 --pass all --failed 2:插座松动 --sign", "zhang"),
      (
        "hazard report --place 302 --text 灭火器压力不足 --category fire --source higherInspection "
          + "--document 示例区消防救援大队,示消〔2026〕7号", "zhang"
      ),
      ("notice issue 2026-001 --signed-by li", "zhang"),
    ] {
      let run = try office(line, as: person)
      try #require(run.status == 0, "\(line): \(run.trouble)")
    }
    try #require(rows.count == 9)
    for row in rows {
      let cells = row.split(separator: "`")
      let (report, shape) = (cells[1], cells[3])
      let run = try office("report \(report) --format json")
      try #require(run.status == 0, "\(report): \(run.trouble)")
      let made = try run.json()
      let object = shape.hasPrefix("[") ? made[0] : made
      let wanted = Self.keys(shape)
      #expect(!wanted.isEmpty && object.keys == wanted, "\(report)")
    }
  }
}
