import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// How many keys a decision costs a supervisor on the list of open hazards, with the hazard selected.
///
/// Each key counts, Tab between fields too; what must be typed as text or as a day does not.
struct SupervisorKeystrokeTests {
  enum Stroke: Sendable {
    case key(Key)
    /// A reason or a day.
    case typed(String)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var hazard: Hazard.ID
    /// What was decided before.
    var before: HazardCommand?
    var strokes: [Stroke]
    var state: Hazard.State
    var deadline: Day?

    var testDescription: String { name }
    var count: Int { strokes.count { if case .key = $0 { true } else { false } } }
  }

  @Test(
    arguments: [
      Case(
        name: "assign as proposed", hazard: "2026-005",
        strokes: [.key(.character("i")), .key(.enter)],
        state: .assigned),
      Case(
        name: "assign by its digit", hazard: "2026-005",
        strokes: [.key(.enter), .key(.character("1")), .key(.enter)], state: .assigned),
      Case(
        name: "grant the day asked for", hazard: "2026-002", strokes: [.key(.character("a"))],
        state: .assigned, deadline: Day(2026, 12, 4)),
      Case(
        name: "extend unasked, by a week", hazard: "2026-001",
        strokes: [
          .key(.character("a")), .key(.tab), .typed("waiting for the electrician"), .key(.enter),
        ], state: .rectifying, deadline: Day(2026, 11, 30)),
      Case(
        name: "reject", hazard: "2026-003",
        strokes: [.key(.character("r")), .typed("still loose"), .key(.enter)], state: .rectifying),
      Case(
        name: "close", hazard: "2026-003", before: .verify(keepOpen: true),
        strokes: [.key(.character("c"))], state: .closed),
    ], Office.allCases)
  func decision(_ row: Case, _ office: Office) throws {
    var desk = try Desk(office, .supervisor, after: .autumn)
    let room = try desk.key("monthly", .office).place
    let place = try #require(desk.fold.bureau.place(room))
    try desk.record(
      .report(
        HazardReport(
          place: place.id, section: place.section, text: "loose plate", category: .electrical)),
      by: .inspector)
    if let before = row.before { try desk.record(.hazard(row.hazard, before), by: .supervisor) }
    try desk.openHazards()
    try desk.select(row.hazard)
    for stroke in row.strokes {
      switch stroke {
      case .key(let key): try desk.press([key])
      case .typed(let text): try desk.type(text)
      }
    }

    #expect(row.count <= 3)
    let hazard = try #require(desk.fold.hazards[row.hazard])
    #expect(hazard.state == row.state, "\(desk.view)")
    if let deadline = row.deadline { #expect(hazard.deadline == deadline, "\(desk.view)") }
  }

  /// What was decided last is taken back from wherever one comes to the list again, and by nobody else.
  @Test func takenBackAfterAnotherScreen() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.press([.function(4)])
    try desk.select("2026-003")
    try desk.type("v")
    #expect(desk.fold.hazards["2026-003"]?.state == .closed)
    try desk.press([.function(2), .function(4)])
    try desk.type("u")
    #expect(desk.fold.hazards["2026-003"]?.state == .submitted)
    try desk.press([.function(2), .function(4)])
    try desk.type("u")
    #expect(desk.fold.hazards["2026-003"]?.state == .submitted)
  }
}
