import Testing

/// What the argument parser says, as a person who reads Chinese gets it: every way in which a line can be
/// wrong has words of its own, no English sentence is left over, and it says where help is.
struct ParserWordsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var line: String
    var chinese: String

    var testDescription: String { line }

    init(_ line: String, _ chinese: String) {
      self.line = line
      self.chinese = chinese
    }
  }

  @Test(arguments: [
    Case("nonsense", "不认识“nonsense”。用法见 xunjian --help。"),
    Case("inspect a b c", "有 2 个词不认识：“b, c”。用法见 xunjian inspect --help。"),
    Case("today --bogus", "没有选项“--bogus”。用法见 xunjian today --help。"),
    Case("today --jsen", "没有选项“--jsen”；是不是“--json”？用法见 xunjian today --help。"),
    Case("today --json=5", "选项“--json”不带值，却写了“5”。用法见 xunjian today --help。"),
    Case("inspect", "缺少“<place>”。用法见 xunjian inspect --help。"),
    Case(
      "hazard assign 2026-001 --to", "选项“--to <to>”后面要有值。用法见 xunjian hazard assign --help。"),
    Case("report month 2026-13", "“2026-13”不能用于“<month>”。用法见 xunjian report month --help。"),
    Case("place list --format zip", "“zip”不能用于“--format <format>”；可用：text, json, tsv, md。"),
    Case("place add x --kind z", "可用：office, meeting-room, archive-room, "),
    Case("calendar flood --start 2026-04-01", "--start 与 --end 要一起用。用法见 xunjian calendar flood"),
  ])
  func inChinese(_ row: Case) throws {
    let run = try xunjian(row.line.split(separator: " ").map(String.init), language: "zh")
    #expect(run.status == 64)
    #expect(run.trouble.contains(row.chinese), "\(run.trouble)")
    #expect(run.trouble.split(separator: "\n").count == 1, "\(run.trouble)")
  }

  @Test func whatWasTypedCannotCommandTheTerminal() throws {
    let run = try xunjian(["\u{1b}[31mred\u{9b}0m"], language: "zh")
    #expect(run.status == 64)
    #expect(run.trouble.contains("“?[31mred?0m”"), "\(run.trouble)")
  }

  @Test func helpSpeaksTheLanguage() throws {
    let chinese = try xunjian(["hazard", "--help"], language: "zh").output
    for word in ["说明：", "用法：", "子命令：", "显示帮助", "查看用法"] { #expect(chinese.contains(word)) }
    for word in ["OVERVIEW", "USAGE", "SUBCOMMANDS", "Show help"] {
      #expect(!chinese.contains(word))
    }
    #expect(try xunjian(["hazard", "--help"], language: "en").output.contains("SUBCOMMANDS:"))
  }
}
