import Canvas
import Testing

struct PrintableTests {
  struct Case: Sendable {
    var typed: String
    var printed: String
  }

  @Test(arguments: [
    Case(typed: "三楼 301", printed: "三楼 301"),
    Case(typed: "甲\r\n乙\r丙\n\n丁", printed: "甲\n乙\n丙\n\n丁"),
    Case(typed: "甲\u{2028}乙\u{85}丙", printed: "甲\n乙\n丙"),
    Case(typed: "\u{1B}[31m红\u{0}\u{7F}\u{9B}", printed: "[31m红"),
    Case(typed: "a\tb", printed: "a b"),
    Case(typed: "\u{202E}fdp.exe\u{202C}\u{FEFF}", printed: "fdp.exe"),
    Case(typed: "a\u{FFFE}b\u{FFFF}", printed: "ab"),
  ])
  func controlCharactersAreCleaned(_ row: Case) {
    #expect(row.typed.printable == row.printed)
  }
}
