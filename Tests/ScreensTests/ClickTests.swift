import Canvas
import Domain
import Testing

@testable import Screens

/// Clicks on the lines of panels: of a menu, of a list, of a form.
struct ClickTests {
  /// The row of the picture on which a panel has a text.
  private func row(of text: String, _ desk: Desk) throws -> (row: Int, column: Int) {
    let panel = try #require(desk.app.view.panel)
    let index = try #require(panel.lines.firstIndex { $0.contains(text) }, "\(panel.lines)")
    return (panel.row + index, panel.columns.lowerBound + 4)
  }

  private func click(_ text: String, _ desk: inout Desk) throws {
    let place = try row(of: text, desk)
    try desk.press([.mouse(Key.Mouse(.press, row: place.row, column: place.column))])
  }

  /// A line of a menu is what its digit is.
  @Test func ofAMenu() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.press([.function(4)])
    try desk.select("2026-003")
    try desk.type("⏎")
    let line = try #require(desk.app.view.panel?.lines.first { $0.contains(" 2 ") })
    let name = try #require(line.split(separator: "2 ").last?.split(separator: "  ").first)
    var other = desk
    let before = desk.view
    try click(" 2 " + name, &desk)
    try other.type("2")
    #expect(desk.view == other.view && desk.view != before)
  }

  /// A line of the palette is chosen by the first click and done by the second.
  @Test func ofThePalette() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.type(":calendar")
    let before = try row(of: "> ", desk)
    try desk.press([.mouse(Key.Mouse(.press, row: before.row, column: before.column))])
    #expect(desk.app.screen is CalendarScreen)
    try desk.type(":")
    let first = try row(of: "> ", desk)
    try desk.press([.mouse(Key.Mouse(.press, row: first.row + 2, column: first.column))])
    #expect(try row(of: "> ", desk).row == first.row + 2)
  }

  /// A field is gone to, and what is typed goes there; a digit in a line of help types nothing.
  @Test func ofAForm() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.press([.function(4)])
    try desk.type("n")
    try click("What:", &desk)
    try desk.type("loose")
    #expect(
      desk.view.split(separator: "\n").contains { $0.contains("> What") && $0.contains("loose") })
    let before = desk.view
    try click("Source:  1", &desk)
    #expect(desk.view == before)
  }

  /// The list of persons.
  @Test func ofThePersons() throws {
    var desk = try Desk(.latin, .supervisor, isPersonKnown: false)
    try desk.type("/peng")
    #expect(desk.view.contains("Peng Guodong") && !desk.view.contains("He Min"))
    try click("> Peng", &desk)
    #expect(desk.app.context.person.id == "peng")
  }
}
