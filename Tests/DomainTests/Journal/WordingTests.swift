import Domain
import Testing

/// What people may type: one rule for names, one for free texts.
struct WordingTests {
  struct Name: Sendable {
    var typed: String
    var kept: String?
    var refused: WordingError?
  }

  /// Code points and what they are: Unicode 15.0, UnicodeData.txt and DerivedCoreProperties.txt.
  @Test(arguments: [
    Name(typed: "办公室", kept: "办公室"),
    Name(typed: " \u{3000}办公 室\u{A0}", kept: "办公 室"),
    Name(typed: "\u{20BB7}野", kept: "\u{20BB7}野"),
    Name(typed: "\u{E815}", kept: "\u{E815}"),
    Name(typed: "e\u{301}", kept: "e\u{301}"),
    Name(typed: String(repeating: "室", count: 60), kept: String(repeating: "室", count: 60)),
    Name(typed: String(repeating: "室", count: 61), refused: .tooLong(61, limit: 60)),
    Name(
      typed: "a" + String(repeating: "\u{301}", count: 60), refused: .tooLong(61, limit: 60)),
    Name(typed: "", refused: .blank),
    Name(typed: " \u{3000}\u{A0}\n", refused: .blank),
    Name(typed: "甲\n乙", refused: .invisible(0x0A, column: 2)),
    Name(typed: "甲\r\n乙", refused: .invisible(0x0D, column: 2)),
    Name(typed: "甲\t乙", refused: .invisible(0x09, column: 2)),
    Name(typed: "\u{1B}[31m甲", refused: .invisible(0x1B, column: 1)),
    Name(typed: "甲\u{85}乙", refused: .invisible(0x85, column: 2)),
    Name(typed: "甲\u{200B}乙", refused: .invisible(0x200B, column: 2)),
    Name(typed: "甲\u{200D}乙", refused: .invisible(0x200D, column: 2)),
    Name(typed: "甲\u{AD}乙", refused: .invisible(0xAD, column: 2)),
    Name(typed: "甲\u{FEFF}", refused: .invisible(0xFEFF, column: 2)),
    Name(typed: "甲\u{202E}乙", refused: .invisible(0x202E, column: 2)),
    Name(typed: "甲\u{2066}乙", refused: .invisible(0x2066, column: 2)),
    Name(typed: "甲\u{2028}乙", refused: .invisible(0x2028, column: 2)),
    Name(typed: "\u{3164}", refused: .invisible(0x3164, column: 1)),
    Name(typed: "\u{2800}", refused: .invisible(0x2800, column: 1)),
    Name(typed: "甲\u{FFFE}", refused: .invisible(0xFFFE, column: 2)),
  ])
  func names(_ row: Name) throws {
    if let refused = row.refused {
      #expect(throws: refused) { try Wording.name(row.typed) }
    } else {
      #expect(try Wording.name(row.typed) == row.kept)
    }
  }

  struct Free: Sendable {
    var typed: String
    var kept: String
  }

  @Test(arguments: [
    Free(typed: " 插座松动。\r\n已断电。\n", kept: "插座松动。 已断电。"),
    Free(typed: "a\tb\u{2028}c", kept: "a b c"),
    Free(typed: "\u{FEFF}合\u{200B}格\u{202E}\u{7}", kept: "合格"),
    Free(typed: "\u{200B}\n", kept: ""),
    Free(typed: String(repeating: "长", count: 1000), kept: String(repeating: "长", count: 1000)),
  ])
  func freeTexts(_ row: Free) throws { #expect(try Wording.text(row.typed) == row.kept) }

  @Test func aFreeTextIsNoBook() {
    #expect(throws: WordingError.tooLong(1001, limit: 1000)) {
      try Wording.text(String(repeating: "长", count: 1001))
    }
  }

  @Test(arguments: [
    ("office-2", true), ("办公室", true), ("-office", false), ("", false), ("a b", false),
    ("a/b", false), ("a\u{200B}", false), ("a\u{9F}", false),
    (String(repeating: "a", count: 41), false),
  ])
  func ids(_ id: String, isGood: Bool) { #expect(isWellFormed(id: id) == isGood) }
}
