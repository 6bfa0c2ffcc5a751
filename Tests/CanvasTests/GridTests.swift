import Testing

@testable import Canvas

@Suite struct GridTests {
  @Test func writeClipsAtTheEdge() {
    var grid = Grid(columns: 7, rows: 2)

    #expect(grid.write("新期限 11", row: 0) == 7)
    #expect(grid.write("新期限长", row: 1) == 6)
    #expect(grid.write("x", row: 2) == 0)
    #expect(grid.write("x", row: -1) == 0)
    #expect(
      grid.text == """
        新期限 |
        新期限 |
        """)
  }

  /// Read out, a field is its label and what it holds, also in a panel over a picture.
  @Test func fieldsAreReadOut() {
    var form = Grid(columns: 24, rows: 2)
    TextField("黄磊").draw(into: &form, row: 0, width: 20, label: "责任人  ")
    form.write("后", row: 0, column: 21)
    TextField().draw(into: &form, row: 1, width: 20, label: "原因")
    #expect(form.reading(ofRow: 0) == "责任人: 黄磊 后 ")
    #expect(form.reading(ofRow: 1) == "原因:     ")

    var grid = Grid(columns: 30, rows: 4)
    grid.draw(form, row: 1, column: 3)
    #expect(
      grid.panel
        == Grid.Panel(
          lines: ["责任人: 黄磊 后 ", "原因:     "], row: 1, columns: 3..<27))
    #expect(grid.reading(ofRow: 1, columns: 3..<27) == "责任人: 黄磊 后 ")
    #expect(grid.reading(ofRow: 1) == "   责任人: 黄磊 后    ")
  }

  @Test func limitEndsAText() {
    var grid = Grid(columns: 8, rows: 1)
    #expect(grid.write("灭火器", row: 0, column: 1, limit: 6) == 5)
    #expect(grid.text == " 灭火   |")
  }

  struct Cut: Sendable {
    var column: Int
    var text: String
    var row: String
  }

  @Test(arguments: [
    Cut(column: 0, text: "x", row: "x 火器|"),
    Cut(column: 1, text: "x", row: " x火器|"),
    Cut(column: 1, text: "中", row: " 中 器|"),
    Cut(column: 1, text: "xyz", row: " xyz器|"),
    Cut(column: 5, text: "x", row: "灭火 x|"),
  ])
  func overwritingHealsCutCharacters(_ row: Cut) {
    var grid = Grid(columns: 6, rows: 1)
    grid.write("灭火器", row: 0)
    grid.write(row.text, row: 0, column: row.column)

    #expect(grid.text == row.row)
  }

  struct Overlay: Sendable {
    var column: Int
    var row: String
  }

  @Test(arguments: [
    Overlay(column: 0, row: "中文器|"),
    Overlay(column: 1, row: " 中文 |"),
    Overlay(column: 3, row: "灭 中 |"),
    Overlay(column: -1, row: " 文 器|"),
    Overlay(column: -9, row: "灭火器|"),
    Overlay(column: 6, row: "灭火器|"),
  ])
  func overlays(_ row: Overlay) {
    var grid = Grid(columns: 6, rows: 1)
    grid.write("灭火器", row: 0)
    var overlay = Grid(columns: 4, rows: 2)
    overlay.write("中文", row: 0)
    overlay.cursor = Position(row: 0, column: 2)
    grid.draw(overlay, row: 0, column: row.column)

    #expect(grid.text == row.row)
    #expect(grid.cursor == Position(row: 0, column: row.column + 2))
  }

  @Test func marksShareACellAndJoinersAreDropped() {
    var grid = Grid(columns: 6, rows: 1)
    grid.write("e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}⚠\u{FE0F}\u{1B}|", row: 0)

    #expect(grid.cell(row: 0, column: 0)?.text == "e\u{301}\u{302}\u{303}\u{304}")
    #expect(grid.cell(row: 0, column: 1)?.text == "⚠")
    #expect(grid.cell(row: 0, column: 2)?.text == "?")
    #expect(grid.cell(row: 0, column: 6) == nil)
  }

  @Test func stylesKeepText() {
    var grid = Grid(columns: 4, rows: 2)
    grid.write("ab", row: 0, style: .bad)
    var plain = Grid(columns: 4, rows: 2)
    plain.write("ab", row: 0)

    #expect(grid.text == plain.text)
    #expect(!grid.hasSameRow(0, as: plain))
    #expect(grid.hasSameRow(1, as: plain))
    grid.fill(row: 0, style: .selected)
    #expect(grid.cell(row: 0, column: 3)?.style == .selected)
    grid.style(row: 0, columns: 1..<9, .plain)
    #expect(grid.cell(row: 0, column: 0)?.style == .selected)
    #expect(grid.cell(row: 0, column: 1)?.style == .plain)
    grid.rule(row: 1)
    #expect(grid.text(ofRow: 1) == "----")
  }
}
