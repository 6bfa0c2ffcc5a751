import Testing

@testable import Canvas

@Suite struct CellsTests {
  struct Width: Sendable {
    var text: String
    var cells: Int
  }

  @Test(arguments: [
    Width(text: "", cells: 0),
    Width(text: "abc", cells: 3),
    Width(text: "灭火器", cells: 6),
    Width(text: "e\u{301}", cells: 1),
    Width(text: "（四）", cells: 6),
    Width(text: "℃①…“”", cells: 5),
    Width(text: "\u{1F525}", cells: 2),
    Width(text: "⚠\u{FE0F}", cells: 1),
    Width(text: "a\u{7}\u{1B}b", cells: 4),
    Width(text: "\u{202E}", cells: 1),
    Width(text: "𠮷", cells: 2),
  ])
  func width(_ row: Width) {
    #expect(Cells.width(row.text) == row.cells)
  }

  struct Fit: Sendable {
    var text: String
    var columns: Int
    var alignment = Cells.Alignment.leading
    var fitted: String
  }

  @Test(arguments: [
    Fit(text: "灭火器", columns: 8, fitted: "灭火器  "),
    Fit(text: "灭火器", columns: 6, fitted: "灭火器"),
    Fit(text: "灭火器", columns: 5, fitted: "灭.. "),
    Fit(text: "灭火器", columns: 4, fitted: "灭.."),
    Fit(text: "灭火器", columns: 3, fitted: ".. "),
    Fit(text: "abc", columns: 1, fitted: "."),
    Fit(text: "abc", columns: 0, fitted: ""),
    Fit(text: "abc", columns: -1, fitted: ""),
    Fit(text: "45.8%", columns: 7, alignment: .trailing, fitted: "  45.8%"),
    Fit(text: "中", columns: 5, alignment: .centre, fitted: " 中  "),
  ])
  func fit(_ row: Fit) {
    #expect(Cells.fit(row.text, row.columns, row.alignment) == row.fitted)
  }

  struct Wrap: Sendable {
    var text: String
    var columns: Int
    var rows: [String]
  }

  @Test(arguments: [
    Wrap(text: "", columns: 10, rows: [""]),
    Wrap(text: "拆除串接插线板", columns: 8, rows: ["拆除串接", "插线板"]),
    // 避头尾: no closing mark begins a row, no opening mark ends one.
    Wrap(text: "拆除串接，增设插座", columns: 8, rows: ["拆除串", "接，增设", "插座"]),
    Wrap(text: "检查三楼（东）", columns: 10, rows: ["检查三楼", "（东）"]),
    Wrap(text: "the fire door", columns: 9, rows: ["the fire", "door"]),
    Wrap(text: "the fire door", columns: 8, rows: ["the fire", "door"]),
    Wrap(text: "abcdefgh", columns: 3, rows: ["abc", "def", "gh"]),
    Wrap(text: "于2026-11-24前", columns: 10, rows: ["于", "2026-11-24", "前"]),
    Wrap(text: "一\n\n二", columns: 4, rows: ["一", "", "二"]),
    Wrap(text: "一\r\n二", columns: 4, rows: ["一", "二"]),
    Wrap(text: "中文", columns: 1, rows: ["中", "文"]),
  ])
  func wrap(_ row: Wrap) {
    #expect(Cells.wrap(row.text, row.columns) == row.rows)
  }

  /// Names stay whole: lines end between them, or within one that no line holds.
  @Test(arguments: [
    Wrap(text: "何敏、宋志远", columns: 10, rows: ["何敏、", "宋志远"]),
    Wrap(text: "何敏、宋志远", columns: 12, rows: ["何敏、宋志远"]),
    Wrap(text: "欧阳志远", columns: 6, rows: ["欧阳志", "远"]),
    Wrap(text: "何敏, 宋志远, Ann Lee", columns: 9, rows: ["何敏,", "宋志远,", "Ann Lee"]),
  ])
  func wrapNames(_ row: Wrap) {
    #expect(Cells.wrap(row.text, row.columns, breaking: .betweenNames) == row.rows)
  }

  @Test func theLongestName() {
    #expect(Cells.longestWord("何敏、宋志远", breaking: .betweenNames) == 6)
    #expect(Cells.longestWord("宋志远、何敏", breaking: .betweenNames) == 8)
    #expect(Cells.longestWord("宋志远、何敏") == 4)
  }

  @Test func cleanLeavesNothingToObey() {
    #expect(Cells.clean("a\tb\nc\u{1B}[2J\u{9B}\u{202E}灭") == "a b c?[2J??灭")
  }

  @Test func clipNeverHalvesACharacter() {
    #expect(Cells.clip("灭火器", to: 5) == "灭火")
    #expect(Cells.clip("\u{1F468}\u{200D}\u{1F469}x", to: 3) == "")
  }
}
