import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// A deputy at the keyboard is offered what the other may, and the timeline names both.
struct DeputyTests {
  @Test(arguments: Office.allCases)
  func onTheHazardsScreen(_ office: Office) throws {
    var desk = try Desk(office, .rectifier, after: .autumn)
    let supervisor = office.person(.supervisor)
    try desk.open(HazardsScreen(selecting: "2026-002"))
    #expect(!desk.app.screen.actions(desk.app.context).contains(.extend))
    let deputyship = Deputyship(for: supervisor, from: desk.today, to: desk.today)
    try desk.record(.deputy(office.person(.rectifier), .appoint(deputyship)), by: .inspector)
    #expect(desk.app.screen.actions(desk.app.context).contains(.extend))
    try desk.carryOut([
      .perform(
        .hazard("2026-002", .extend(to: Day(2026, 12, 4), reason: office("同意", "granted"))))
    ])
    let names = desk.fold.bureau.name(office.person(.rectifier), for: supervisor)
    #expect(desk.view.contains(names[office.language]), "\(desk.view)")
    #expect(desk.ledger.timeline("2026-002").last?.stamp.standsFor == supervisor)
  }

  /// What the deputy mended is not offered to be verified.
  @Test func whatOneMendedIsNotOffered() throws {
    let office = Office.latin
    var desk = try Desk(office, .rectifier, after: .autumn)
    let deputyship = Deputyship(
      for: office.person(.supervisor), from: desk.today, to: desk.today)
    try desk.record(.deputy(office.person(.rectifier), .appoint(deputyship)), by: .inspector)
    try desk.open(HazardsScreen(selecting: "2026-003"))
    let actions = desk.app.screen.actions(desk.app.context)
    #expect(actions.contains(.reject) && !actions.contains(.verify))
  }

  /// The deputy of a section's head signs for that section from the round.
  @Test func signingForASection() throws {
    let office = Office.latin
    var desk = try Desk(office, .rectifier, after: .autumn)
    try desk.record(
      .deputy(
        office.person(.rectifier),
        .appoint(
          Deputyship(for: office.person(.head), from: desk.today, to: desk.today))),
      by: .inspector)
    try desk.open(round: "monthly")
    #expect(desk.app.screen.actions(desk.app.context).contains(.countersign))
  }
}
