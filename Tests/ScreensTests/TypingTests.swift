import Canvas
import Domain
import Testing

@testable import Screens

/// What reaches the program besides plain keys: an input method, a paste, a terminal of another encoding.
struct TypingTests {
  /// Full width is what an input method makes of a key: it works like the key.
  struct Case: Sendable {
    var keys: String
    var like: String
  }

  @Test(arguments: [
    Case(keys: "１", like: "1"), Case(keys: "ｎ", like: "n"), Case(keys: "３", like: "3"),
    Case(keys: "９", like: "9"), Case(keys: "９９", like: "99"), Case(keys: "Ａ", like: "A"),
    Case(keys: "？", like: "?"), Case(keys: "：", like: ":"), Case(keys: "　", like: " "),
    Case(keys: "】", like: "]"), Case(keys: "２１", like: "21"), Case(keys: "ｑ", like: "q"),
    Case(keys: "１ｕ", like: "1u"), Case(keys: "１７", like: "17"), Case(keys: "Ｇ", like: "G"),
  ])
  func fullWidth(_ row: Case) throws {
    var wide = try Desk(.chinese)
    try wide.open("monthly", .office)
    try wide.type(row.keys)
    var plain = try Desk(.chinese)
    try plain.open("monthly", .office)
    let untouched = plain.view
    try plain.type(row.like)

    #expect(wide.view == plain.view)
    if row.like != "1u", row.like != "17" { #expect(plain.view != untouched) }
  }

  /// Neither a Han character nor a paste is a command: the screen says so, and nothing else happens.
  @Test(arguments: Scene.all)
  func noCommand(_ scene: Scene) throws {
    var desk = try scene.desk(.chinese, Scene.Window.usual[0])
    let screen = desk.app.screen
    guard desk.app.overlay == nil, !screen.claims(.character("检"), desk.app.context) else { return }
    let effects = desk.effects.count
    try desk.type("检")
    #expect(desk.view.contains("输入法开着"))
    try desk.press([.paste("q\n1\n9\n")])

    #expect(desk.view.contains("已忽略粘贴的文字"))
    #expect(desk.effects.count == effects)
  }

  /// In a field a paste is one edit on one line.
  @Test func pasteIntoField() throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    try desk.type("20")
    try desk.press([.paste("socket\nburnt"), .enter])

    #expect(desk.saves.last?.entries.first?.answer.finding?.text == "socket burnt")
  }

  @Test func otherEncoding() throws {
    var desk = try Desk(.chinese)
    try desk.press([.undecodable])

    #expect(desk.view.contains("终端编码不是 UTF-8"))
  }

  /// The terminal's cursor stands behind what is typed, where an input method opens its window.
  @Test func cursorIsWhereTextGoes() throws {
    var desk = try Desk(.chinese)
    try desk.open("monthly", .office)
    try desk.type("20烧")
    let cursor = try #require(desk.app.view.cursor)

    #expect(desk.app.view.cell(row: cursor.row, column: cursor.column - 2)?.text == "烧")
  }

  /// A window that is too small takes keys all the same.
  @Test func tooSmall() throws {
    var desk = try Desk(.chinese)
    try desk.open("monthly", .office)
    try desk.press([.resize(columns: 59, rows: 15)])
    try desk.type("11")

    #expect(desk.view.hasPrefix("窗口太小 (需要 60x16)"))
    #expect(desk.saves.last?.entries.count == 2)
  }
}
