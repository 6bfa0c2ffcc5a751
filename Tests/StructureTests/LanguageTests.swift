import TestSupport
import Testing

/// Every text for people stands in both languages.
struct LanguageTests {
  @Test func everyHanLiteralIsBilingual() throws {
    for file in try SourceFile.all(under: "Sources") {
      #expect(HanLint.lines(in: file.text) == [], "\(file.path)")
    }
  }

  struct Case: Sendable {
    var text: String
    var lines: [Int]
  }

  @Test(arguments: [
    Case(text: #"let a = "检查""#, lines: [1]),
    Case(text: #"let a = Bilingual(zh: "检查", en: "check")"#, lines: []),
    Case(text: "let a = Bilingual(\n  zh: \"检查\",\n  en: \"check\")\nlet b = \"隐患\"", lines: [4]),
    Case(text: #"Text(Bilingual(zh: "一(二", en: "a")) + "三""#, lines: [1]),
    Case(
      text: #"Bilingual(zh: "共\(list.map { name($0) }.joined(separator: "、"))间", en: "")"#,
      lines: []),
    Case(text: #"let a = "\(context(Bilingual(zh: "检查", en: "check")))  x""#, lines: []),
    Case(text: #"let a = "\(name)室""#, lines: [1]),
    Case(text: #"let a = "\(name("室"))x""#, lines: [1]),
    Case(text: "// 检查 \"检查\"\n/// 隐患 (\n/* 整改 /* \"销号\" */ ( */\nlet a = 1", lines: []),
    Case(text: "let a = \"\"\"\n  first\n  检查 \"x\" 隐患\n  \"\"\"\nlet b = \"一\"", lines: [3, 5]),
    Case(text: "let a = #\"\\(检)\"#", lines: [1]),
    Case(text: #"let a = "a\"检""#, lines: [1]),
    Case(text: #"let a = "\\" + b + "检""#, lines: [1]),
    Case(text: #"case "：": ":""#, lines: []),
    Case(text: #"@Flag(help: help(zh: "只列逾期", en: "overdue")) var all = "全""#, lines: [1]),
    Case(text: #"NotBilingual(zh: "检")"#, lines: [1]),
    Case(text: #"let a = "plain (" + Bilingual(zh: ")", en: "检") + b("x")"#, lines: []),
  ])
  func lint(_ row: Case) {
    #expect(HanLint.lines(in: row.text) == row.lines, "\(row.text)")
  }
}
