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

  private func click(onRowOf text: String, _ desk: inout Desk) throws {
    let rows = desk.view.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(rows.firstIndex { $0.contains(text) }, "\(desk.view)")
    try desk.press([.mouse(Key.Mouse(.press, row: row, column: 6))])
  }

  /// What was found is a phrase that is clicked; then any field of the panel, in the order of the screen.
  @Test func ofAFinding() throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    try desk.type("2")
    func finding() throws -> FindingPanel? {
      guard case .finding(let panel)? = try #require(desk.app.screen as? RoomScreen).panel else {
        return nil
      }
      return panel
    }
    let phrase = try #require(finding()?.phrases.first)
    try click(onRowOf: phrase, &desk)
    #expect(try finding()?.text.text == phrase)
    for (label, field) in [
      ("Deadline", FindingPanel.Field.deadline), ("Words", .text), ("Study", .study),
      ("Handling", .handling), ("Category", .category),
    ] {
      try click(onRowOf: label, &desk)
      #expect(try finding()?.field == field)
    }
  }

  /// A field of a form that fills the screen.
  @Test func ofAFormThatFillsTheScreen() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.openByName(.rules)
    try desk.type("n")
    let form = try #require((desk.app.screen as? RulesScreen)?.form)
    let last = try #require(form.fields.parts.last)
    try click(onRowOf: last.label.en, &desk)
    #expect((desk.app.screen as? RulesScreen)?.form?.fields.focused == last)
    let first = try #require(form.fields.parts.first)
    try click(onRowOf: first.label.en, &desk)
    #expect((desk.app.screen as? RulesScreen)?.form?.fields.focused == first)
  }

  /// A name of the short list under a field: chosen by one click, taken by the next.
  @Test func ofTheNamesUnderAField() throws {
    var desk = try Desk(.chinese, .inspector, after: .autumn)
    try desk.openHazards()
    try desk.press([.character("i"), .control("u")])
    try desk.type("z")
    try click("周婷", &desk)
    #expect(desk.view.contains("|>3 "))
    try click("周婷", &desk)
    #expect((desk.app.screen as? HazardsScreen)?.form?.text(.person) == "周婷")
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
