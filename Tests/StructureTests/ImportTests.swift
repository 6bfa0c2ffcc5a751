import TestSupport
import Testing

/// The layers know only what lies below them.
struct ImportTests {
  /// What each target may import.
  static let allowed: [String: Set<String>] = [
    "Almanac": [],
    "Domain": ["Almanac"],
    "Intake": ["Almanac", "Domain", "Yams", "FoundationXML"],
    "Ledger": ["Almanac", "Domain", "GRDB", "Crypto", "CryptoExtras", "Foundation"],
    "Canvas": ["Almanac"],
    "Screens": ["Almanac", "Domain", "Canvas"],
    "Reports": [
      "Almanac", "Domain", "Canvas", "CPangoCairo", "CXlsxWriter", "CArchive", "Mustache",
      "Foundation",
    ],
    "Terminal": ["Almanac", "Canvas", "CNcurses"],
    "xunjian": [
      "Almanac", "Domain", "Intake", "Ledger", "Canvas", "Screens", "Reports", "Terminal",
      "Resources", "CCups", "ArgumentParser", "Foundation",
    ],
  ]

  @Test func imports() throws {
    for file in try SourceFile.all(under: "Sources") {
      let allowed = Self.allowed[file.target]

      #expect(allowed != nil, "\(file.target) has no row in the table")
      #expect(file.imports.subtracting(allowed ?? []).isEmpty, "\(file.path)")
    }
  }

  @Test func everyRowIsNeeded() throws {
    let targets = Set(try SourceFile.all(under: "Sources").map(\.target))

    #expect(targets == Set(Self.allowed.keys))
  }

  struct Case: Sendable {
    var text: String
    var imports: Set<String>
  }

  @Test(arguments: [
    Case(text: "import Almanac\n@testable import Screens\n", imports: ["Almanac", "Screens"]),
    Case(
      text: "public import Domain\nimport struct Foundation.URL\n",
      imports: ["Domain", "Foundation"]),
    Case(text: "// import Glibc\nlet important = 1\n", imports: []),
    Case(text: "let text = \"you may import files\"\n", imports: []),
  ])
  func reading(_ row: Case) {
    #expect(SourceFile(path: "Sources/A/B.swift", text: row.text).imports == row.imports)
  }
}

/// A file fits in a head.
struct LengthTests {
  static let longest = 400

  @Test(arguments: ["Sources", "Tests"])
  func length(_ folder: String) throws {
    let files = try SourceFile.all(under: folder)

    #expect(!files.isEmpty)
    #expect(files.filter { $0.lines > Self.longest }.map(\.path) == [])
  }

  @Test func medianLength() throws {
    let lengths = try SourceFile.all(under: "Sources").map(\.lines).sorted()
    let median = try #require(lengths.dropFirst(lengths.count / 2).first)

    #expect(median <= 120)
  }
}
