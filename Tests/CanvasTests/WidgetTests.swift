import Almanac
import Testing

@testable import Canvas

@Suite struct WidgetTests {
  struct Move: Sendable {
    var keys: [Key]
    var selected: Int
    var top: Int
  }

  /// Twenty lines in a window of five.
  @Test(arguments: [
    Move(keys: [], selected: 0, top: 0),
    Move(keys: [.down, .character("j")], selected: 2, top: 0),
    Move(keys: Array(repeating: .down, count: 5), selected: 5, top: 1),
    Move(keys: [.up], selected: 0, top: 0),
    Move(keys: [.character("G")], selected: 19, top: 15),
    Move(keys: [.end, .up, .up, .up, .up, .character("k")], selected: 14, top: 14),
    Move(keys: [.end, .character("g")], selected: 0, top: 0),
    Move(keys: [.pageDown, .control("f")], selected: 8, top: 4),
    Move(keys: [.end, .control("b")], selected: 15, top: 15),
    Move(keys: [.mouse(Key.Mouse(.wheelDown, row: 0, column: 0))], selected: 3, top: 0),
    Move(keys: [.character("ｊ")], selected: 1, top: 0),
  ])
  func listMoves(_ row: Move) {
    var position = ListPosition()
    let taken = row.keys.map { position.move($0, count: 20, height: 5) }

    #expect(taken.allSatisfy { $0 })
    #expect(position == ListPosition(selected: row.selected, top: row.top))
  }

  @Test func listStaysInside() {
    var position = ListPosition(selected: 19, top: 15)
    position.keep(count: 3, height: 5)
    #expect(position == ListPosition(selected: 2, top: 0))
    position.keep(count: 0, height: 5)
    #expect(position == ListPosition(selected: 0, top: 0))
    #expect(position.visible(count: 0, height: 5) == 0..<0)
    #expect(ListPosition(selected: 6, top: 4).visible(count: 20, height: 3) == 4..<7)
  }

  @Test func listTellsWhatItTook() {
    var position = ListPosition()
    let answers = [
      position.move(.character("x"), count: 0, height: 5),
      position.move(.down, count: 0, height: 5),
      position.select(row: 0, count: 0, height: 5),
      position.select(row: 2, count: 4, height: 5),
    ]

    #expect(answers == [false, true, false, true])
    #expect(position == ListPosition(selected: 2, top: 0))
  }

  struct Typing: Sendable {
    var keys: [Key]
    var text: String
    var cursor: Int
  }

  @Test(arguments: [
    Typing(keys: "灭火".keys, text: "灭火", cursor: 2),
    Typing(keys: "灭火←器".keys, text: "灭器火", cursor: 2),
    Typing(keys: "灭火⌫⌫⌫".keys, text: "", cursor: 0),
    Typing(keys: "灭火←⌦".keys, text: "灭", cursor: 1),
    Typing(keys: "ab".keys + [.home] + "c".keys, text: "cab", cursor: 1),
    Typing(keys: [.paste("一\n二\u{1B}q")], text: "一 二?q", cursor: 5),
    Typing(keys: "ab".keys + [.control("u")], text: "", cursor: 0),
    Typing(keys: [.character("e"), .character("\u{301}")], text: "e\u{301}", cursor: 1),
    Typing(keys: "？".keys, text: "？", cursor: 1),
  ])
  func fieldTakesKeys(_ row: Typing) {
    var field = TextField()
    let taken = row.keys.map { field.update($0) }

    #expect(taken.allSatisfy { $0 })
    #expect(field.text == row.text)
    #expect(field.cursor == row.cursor)
  }

  @Test func pasteIsOneEdit() {
    var field = TextField("a")
    let answers = [
      field.update(.paste("bcd")), field.undo(), field.undo(), field.update(.enter),
      field.update(.control("z")),
    ]

    #expect(answers == [true, true, false, false, false])
    #expect(field.text == "a")
  }

  /// Ctrl-_ goes back edit by edit, Ctrl-R forward again until something else is typed.
  @Test func editsAreTakenBackAndDoneAgain() {
    var field = TextField()
    func press(_ keys: [Key]) -> String {
      for key in keys { _ = field.update(key) }
      return field.text
    }
    let (undo, redo) = (Key.control("_"), Key.control("r"))

    #expect(press([.character("灭"), .paste("火器"), .control("u")]) == "")
    #expect(press([undo]) == "灭火器")
    #expect(press([undo]) == "灭")
    #expect(press([undo, undo]) == "")
    #expect(press([redo, redo]) == "灭火器")
    #expect(field.cursor == 3)
    #expect(press([undo, .character("x")]) == "灭x")
    #expect(press([redo]) == "灭x")
    #expect(press([.home, .delete, undo]) == "灭x")
  }

  @Test func fieldScrollsByCells() {
    var field = TextField("灭火器压力不足")
    var grid = Grid(columns: 16, rows: 3)
    field.draw(into: &grid, row: 0, width: 16, label: "备注")
    #expect(grid.cursor == Position(row: 0, column: 14))
    _ = field.update(.home)
    field.draw(into: &grid, row: 1, width: 16, label: "备注")
    #expect(grid.cursor == Position(row: 1, column: 6))
    grid.cursor = nil
    TextField("ab").draw(into: &grid, row: 2, column: 2, width: 8, isFocused: false)

    #expect(
      grid.text == """
        备注 [压力不足 ]|
        备注 [灭火器压 ]|
          [ab    ]      |
        """)
    #expect(grid.cursor == nil)
  }

  @Test func columnsGrowAndDrop() {
    let columns = [
      ColumnLayout.Column(Bilingual(zh: "编号", en: "No."), width: 8),
      ColumnLayout.Column(Bilingual(zh: "隐患", en: "Hazard"), width: 6, grows: true),
      ColumnLayout.Column(Bilingual(zh: "责任人", en: "Person"), width: 6, importance: 1),
      ColumnLayout.Column(
        Bilingual(zh: "天", en: "Days"), width: 4, alignment: .trailing, importance: 2),
    ]
    let cells = ["2026-017", "插线板串接使用", "李娜", "-3"]

    let wide = ColumnLayout(columns, width: 34)
    #expect(wide.heading(in: .chinese) + "|" == "编号      隐患        责任人    天|")
    #expect(wide.row(cells) + "|" == "2026-017  插线板串..  李娜      -3|")
    #expect(ColumnLayout(columns, width: 26).widths == [8, 10, nil, 4])
    #expect(ColumnLayout(columns, width: 17).row(cells) + "|" == "2026-017  插线.. |")
    #expect(ColumnLayout(columns, width: 5).row(cells) == "202..")
  }

  @Test func dialogStandsInTheMiddle() {
    var screen = Grid(columns: 20, rows: 9)
    screen.cursor = Position(row: 0, column: 0)
    for row in 0..<9 { screen.write("中文中文中文中文中文", row: row) }
    let dialog = Dialog(title: "放弃?", lines: ["未保存"], choices: ["是", "否"], selected: 1)
    dialog.draw(over: &screen)

    #expect(
      screen.text == """
        中文中文中文中文中文|
        中文 +--------+ 中文|
        中文 | 放弃?  | 中文|
        中文 +--------+ 中文|
        中文 | 未保存 | 中文|
        中文 | 1 是   | 中文|
        中文 |>2 否   | 中文|
        中文 +--------+ 中文|
        中文中文中文中文中文|
        """)
    #expect(screen.cursor == nil)
    #expect(screen.focus == Position(row: 6, column: 7))
    #expect(dialog.choice(for: .character("２")) == 1)
    #expect(dialog.choice(for: .character("3")) == nil)
  }

  @Test func dialogIsNoLargerThanTheScreen() {
    let dialog = Dialog(title: "帮助", lines: ["一二三四五六", "七", "八"], top: 1)
    #expect(
      dialog.grid(columns: 12, rows: 7).text == """
        +----------+|
        | 帮助     ||
        +----------+|
        | 五六     ||
        | 七       ||
        | 八       ||
        +-- 2-4/4 -+|
        """)
  }

  /// A selected choice is in sight however low the screen is; where lines are part of a longer list, the frame
  /// says where.
  @Test func theSelectedChoiceIsInSight() {
    let dialog = Dialog(title: "a", choices: ["one", "two", "three", "four"], selected: 3)
    let low = dialog.grid(columns: 20, rows: 6)
    #expect(low.text.contains("4 four") && !low.text.contains("1 one"))
    #expect(low.text.contains(" 3-4/4 -+"))
    #expect(low.focus == Position(row: 4, column: 2))
    let part = Dialog(title: "one of many", lines: ["third"], place: "3/41").grid(
      columns: 20, rows: 9)
    #expect(part.text.contains(" 3/41 -+"))
  }

  /// Each line of a list knows its place and its digit, a wrapped one on both of its rows; what is only told is
  /// no target, nor is what lies under the panel.
  @Test func linesAreTargets() {
    var screen = Grid(columns: 24, rows: 12)
    TextField().draw(into: &screen, row: 0, width: 20)
    let list =
      [Dialog.Line("told")]
      + (0..<2).map { index in
        Dialog.Line("line \(index)", order: index, isSelected: index == 1)
      }
    Dialog(title: "a", list: list, choices: ["twelve letters and more", "b"]).draw(over: &screen)
    #expect(screen.text(ofRow: 6).contains("| > line 1"))
    let lines = screen.targets.map { [$0.row, $0.order, $0.digit ?? -1] }
    #expect(lines == [[5, 0, -1], [6, 1, -1], [7, 0, 1], [8, 0, 1], [9, 1, 2]])
    #expect(screen.targets.map(\.isHere) == [false, true, false, false, false])
    #expect(screen.targets.allSatisfy { $0.columns.lowerBound == 2 && $0.columns.count == 20 })
  }

  @Test func aLongListSaysWhereOneIs() {
    var position = ListPosition()
    _ = position.move(.end, count: 41, height: 10)
    #expect(position.place(count: 41, height: 10) == "41/41")
    #expect(ListPosition().place(count: 10, height: 10) == "")
  }

  @Test func footerKeepsTheMostImportant() {
    let hints = [
      KeyHint("Enter", Bilingual(zh: "详情", en: "Open"), importance: 3),
      KeyHint("x", Bilingual(zh: "导出", en: "Export"), importance: 1),
      KeyHint("?", Bilingual(zh: "帮助", en: "Help"), importance: 2),
    ]
    #expect(Footer.line(hints, columns: 80, in: .chinese) == " Enter 详情  x 导出  ? 帮助")
    #expect(Footer.line(hints, columns: 28, in: .chinese) == " Enter 详情  x 导出  ? 帮助")
    #expect(Footer.line(hints, columns: 27, in: .chinese) == " Enter 详情  ? 帮助")
    #expect(Footer.line(hints, columns: 14, in: .english) == " Enter Open")
    #expect(Footer.line(hints, columns: 5, in: .english) == " ")

    var grid = Grid(columns: 27, rows: 1)
    Footer.draw(hints, into: &grid, row: 0, in: .chinese)
    #expect(grid.text == " Enter 详情  ? 帮助        |")
    #expect(grid.cell(row: 0, column: 1)?.style == .keyHint)
    #expect(grid.cell(row: 0, column: 7)?.style == .plain)
  }
}
