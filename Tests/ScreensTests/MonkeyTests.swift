import Almanac
import Canvas
import Foundation
import TestSupport
import Testing

@testable import Screens

/// Keys, pastes, the mouse and windows by chance, at the desks of everybody in the office: nothing breaks, and
/// from everywhere a few keys lead out.
///
/// `XUNJIAN_MONKEY` is how many come, if not 5,000 for both offices together; then each picture is drawn, and
/// not about one of four as when keys come fast.
struct MonkeyTests {
  private static let wanted =
    ProcessInfo.processInfo.environment["XUNJIAN_MONKEY"].flatMap { Int($0) }
  private static let events = wanted ?? 5_000

  @Test(arguments: Office.allCases)
  func anything(_ office: Office) throws {
    var monkey = Monkey(seed: office == .chinese ? 20_261_123 : 7)
    var desk = try Desk(office, after: .autumn)
    // Whatever other tests of the process hold already is not the monkey's.
    let before = residentSize()
    for event in 1...Self.events / 2 {
      let key = monkey.next()
      try desk.press([key])
      let isDrawn = Self.wanted != nil || monkey.number(below: 4) == 0
      if isDrawn { check(desk.app, "event \(event), \(key)") }
      if event.isMultiple(of: 100) { try expectWayOut(desk, "event \(event)") }
      if desk.hasLeft || event.isMultiple(of: 400) {
        try desk.sit(Office.Chair.allCases[monkey.number(below: Office.Chair.allCases.count)])
      }
      if event.isMultiple(of: 10_000) {
        print("\(event) events: \(residentSize() / 1_048_576) MiB")
      }
    }
    #expect(!desk.fold.inspections.isEmpty)
    #expect(residentSize() < before + (1 << 30), "bytes: \(residentSize()), before: \(before)")
  }

  /// Every row as wide as the window, and nothing in it that a terminal would take for a command.
  private func check(_ app: App, _ event: String) {
    let grid = app.view
    #expect(grid.columns == app.context.columns && grid.rows == app.context.rows, "\(event)")
    for row in 0..<grid.rows {
      let cells = grid.cells(inRow: row)
      var width = 0
      var isSafe = true
      for cell in cells where cell.text != " " {
        width += Cells.width(cell.text) - 1
        isSafe = isSafe && !cell.text.unicodeScalars.contains(where: Self.isCommand)
      }
      if width != 0 || !isSafe {
        let text = grid.text(ofRow: row).debugDescription
        Issue.record("\(event), row \(row), \(width) too wide: \(text)")
      }
    }
    if let cursor = grid.cursor {
      #expect(grid.cell(row: cursor.row, column: cursor.column) != nil, "\(event): \(cursor)")
    }
  }

  /// Control characters, and marks that turn the direction of writing.
  private static func isCommand(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    case _: false
    }
  }

  /// Wherever someone is, Esc some times, then `q` and `1` lead out.
  private func expectWayOut(_ desk: Desk, _ event: String) throws {
    var desk = desk
    desk.forget()
    try desk.type("⎋⎋⎋⎋⎋⎋⎋⎋q1")
    #expect(desk.hasLeft, "\(event): \(desk.view)")
  }

  /// Lines by chance at the dialogue of question and answer, which presses what they stand for.
  @Test(arguments: Office.allCases)
  func anyLines(_ office: Office) throws {
    var monkey = Monkey(seed: 11)
    let window = PlainDialogue.window
    var desk = try Desk(office, columns: window.columns, rows: window.rows, after: .autumn)
    var dialogue = PlainDialogue()
    for number in 1...Self.events / 40 {
      for line in dialogue.lines(desk.app) {
        let isSafe = !line.unicodeScalars.contains(where: Self.isCommand)
        #expect(isSafe, "line \(number): \(line.debugDescription)")
      }
      let line = monkey.line()
      if PlainDialogue.asksAgain(line) { dialogue.repeatAll() }
      try desk.press(PlainDialogue.keys(line, desk.app) ?? [])
      if desk.hasLeft { try desk.sit(.supervisor) }
    }
    for _ in 0..<8 { try desk.press(PlainDialogue.keys("esc", desk.app) ?? []) }
    for line in ["q", "1"] { try desk.press(PlainDialogue.keys(line, desk.app) ?? []) }
    #expect(desk.hasLeft, "\(desk.view)")
  }
}

extension Desk {
  /// Whether whoever sits here has left the program.
  fileprivate var hasLeft: Bool { effects.contains { if case .quit = $0 { true } else { false } } }

  /// Somebody of the office opens the program again.
  fileprivate mutating func sit(_ chair: Office.Chair) throws {
    forget()
    var context = app.context
    let person = try #require(fold.bureau.person(office.person(chair)))
    context.person = fold.bureau.acting(person, on: today)
    app = App(context, isPersonKnown: true, mayChoosePerson: true)
    try carryOut(app.opening)
  }
}

extension Monkey {
  /// What is typed as a line where nothing can be drawn.
  fileprivate mutating func line() -> String {
    switch next() {
    case .character(let character):
      String(repeating: character, count: number(below: 4) == 0 ? 2 : 1)
    case .paste(let text): text
    case .escape: "esc"
    case .up: "up"
    case .down: "下"
    case .tab: "tab"
    case .home: "where"
    case .function(let number): "f\(number)"
    case .control(let character): "/\(character)"
    case .mouse(let mouse): "\(mouse.row)"
    default: ""
    }
  }
}
