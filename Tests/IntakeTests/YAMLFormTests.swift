import Domain
import Foundation
import Intake
import Testing

/// YAML in unusual dress, good and bad.
struct YAMLFormTests {
  static let plain = """
    organization: {name: 示例区统计局}
    persons:
      - {name: 张伟, roles: [inspector, supervisor, fireResponsible, administrator]}
    places:
      - {rooms: 301-302, kind: office}

    """

  static let roles: Set<Role> = [.inspector, .supervisor, .fireResponsible, .administrator]

  struct Good: Sendable {
    var name: String
    var bytes: [UInt8]

    init(_ name: String, _ text: String) {
      self.name = name
      bytes = Array(text.utf8)
    }
  }

  @Test(arguments: [
    Good("as it is", plain),
    Good("carriage returns", plain.replacing("\n", with: "\r\n")),
    Good("a byte order mark", "\u{FEFF}" + plain),
    Good("a document's marks", "%YAML 1.1\n---\n" + plain + "...\n"),
    Good("anchors that nothing refers to", plain.replacing("[inspector", with: "&r [inspector")),
    Good("quoted keys", plain.replacing("roles:", with: "\"roles\":")),
    Good(
      "JSON",
      #"{"organization": {"name": "示例区统计局"}, "persons": [{"name": "张伟", "roles": ["inspector", "#
        + #""supervisor", "fireResponsible", "administrator"]}], "#
        + #""places": [{"rooms": "301-302", "kind": "office"}]}"#),
    Good("words that mean nothing elsewhere", plain + "sections:\nplans: ~\nseasons: null\n"),
    Good("stars and ampersands in words", plain.replacing("rooms", with: "# R&D * a*b\n    rooms")),
  ])
  func takenIn(_ row: Good) throws {
    let setup = try BureauFile.read(row.bytes, file: "bureau.yaml", checklists: [])

    #expect(setup.organization.name == "示例区统计局", "\(row.name)")
    #expect(setup.persons == [Person(id: "张伟", name: "张伟", roles: Self.roles)])
    #expect(setup.places.map(\.id) == ["301", "302"])
  }

  struct Bad: Sendable {
    var bytes: [UInt8]
    var line: Int?
    var field: String?
    var zh: String
    var en: String

    init(_ bytes: [UInt8], line: Int?, field: String? = nil, zh: String, en: String) {
      self.bytes = bytes
      self.line = line
      self.field = field
      self.zh = zh
      self.en = en
    }

    init(_ text: String, line: Int?, field: String? = nil, zh: String, en: String) {
      self.init(Array(text.utf8), line: line, field: field, zh: zh, en: en)
    }
  }

  /// Each level nine times the level below: 9⁹ leaves in ten lines.
  static let bomb = (1...9).reduce("a0: &a0 [x, x]\n") { text, level in
    let parts = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
    return text + "a\(level): &a\(level) [\(parts)]\n"
  }

  static let bad = [
    Bad("", line: nil, zh: "空的", en: "empty"),
    Bad("# nothing\n\n", line: nil, zh: "空的", en: "empty"),
    Bad("- a\n- b\n", line: 1, zh: "可用字段：organization", en: "fields are expected"),
    Bad("hello\n", line: 1, zh: "可用字段：organization", en: "fields are expected"),
    Bad("---\na: 1\n---\nb: 2\n", line: 3, zh: "YAML", en: "another document"),
    Bad("organization:\n\tname: x\n", line: 2, zh: "制表符", en: "indent with spaces"),
    Bad("organization: {name: x\n", line: 2, zh: "YAML", en: "not valid YAML"),
    Bad("organization: 'x\n", line: 2, zh: "YAML", en: "not valid YAML"),
    Bad("organization: *nowhere\n", line: 1, zh: "YAML", en: "undefined alias"),
    Bad("a: 1\nb: 2\n\na: 3\n", line: 1, field: "a", zh: "写了两次", en: "twice"),
    Bad("a: &x 1\nb: *x\n", line: 2, zh: "别名", en: "aliases"),
    Bad(bomb, line: 2, zh: "别名", en: "aliases"),
    Bad(bomb + "? *a9\n: 1\n", line: 2, zh: "别名", en: "aliases"),
    Bad("a: 1\nb: \u{7}\n", line: 2, zh: "YAML", en: "not valid YAML"),
    Bad("? [a, b]\n: 1\n", line: 1, field: "?", zh: "没有这个字段", en: "no such field"),
    Bad("<<: {name: x}\n", line: 1, field: "<<", zh: "没有这个字段", en: "no such field"),
    Bad(Array("a: 1\nb: ".utf8) + [0xD6, 0xD0, 0x0A], line: 2, zh: "UTF-8", en: "UTF-8"),
    Bad([0xFF, 0xFE, 0x61, 0x00], line: 1, zh: "UTF-8", en: "UTF-8"),
    Bad("a: 1\nb: 2" + "\0", line: 2, zh: "YAML", en: "not valid YAML"),
    Bad(String(repeating: "#", count: 5 << 20), line: nil, zh: "4 MiB", en: "4 MiB"),
    Bad(
      "a:\n  " + String(repeating: "[", count: 100_000), line: 2, zh: "太深", en: "too deep"),
    Bad(String(repeating: "{a: ", count: 100_000), line: 1, zh: "太深", en: "too deep"),
    Bad(String(repeating: "- ", count: 100_000), line: 1, zh: "太深", en: "too deep"),
    Bad(String(repeating: "? ", count: 100_000), line: 1, zh: "太深", en: "too deep"),
    Bad(
      (0..<1_100).map { String(repeating: " ", count: $0) + "a:\n" }.joined(), line: 1000, zh: "太深",
      en: "too deep"),
  ]

  @Test(arguments: bad.indices)
  func refused(_ index: Int) throws {
    let row = Self.bad[index]
    let error = #expect(throws: IntakeError.self) {
      try BureauFile.read(row.bytes, file: "b.yaml", checklists: [])
    }

    #expect(error?.line == row.line)
    #expect(error?.field == row.field)
    #expect(error?.problem.zh.contains(row.zh) == true, "\(error?.problem.zh ?? "")")
    #expect(error?.problem.en.contains(row.en) == true, "\(error?.problem.en ?? "")")
  }

  @Test func messageNamesFileLineAndField() throws {
    let error = #expect(throws: IntakeError.self) {
      try BureauFile.read(Array("places: 7\nwalls: 8\n".utf8), file: "my.yaml", checklists: [])
    }

    let message = try #require(error?.message)
    for part in ["my.yaml", "2", "walls"] {
      #expect(message.zh.contains(part))
      #expect(message.en.contains(part))
    }
  }
}
