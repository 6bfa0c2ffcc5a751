import Domain
import Testing

@testable import Screens

/// What was handed in is given to another by the menu's second page, with a reason that the timeline keeps; no key of
/// its own stands in the way of verifying.
struct HandoverTests {
  @Test func byTheMenu() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.openHazards()
    try desk.select("2026-003")
    #expect(!desk.app.screen.actions(desk.app.context).contains(.assign))
    try desk.type("⏎")
    try desk.press([.up, .enter])
    #expect(desk.view.contains("1 Assign"))
    try desk.type("1")
    let heir = try #require(desk.fold.persons[desk.office.person(.inspector)])
    for _ in 0..<30 { try desk.press([.backspace]) }
    try desk.type(heir.id.rawValue)
    try desk.type("⇥⇥left⏎")
    let hazard = try #require(desk.fold.hazards["2026-003"])
    #expect(hazard.state == .submitted && hazard.person == heir.id)
    #expect(hazard.rectified?.person != heir.id)
    #expect(desk.view.contains("left"))
  }
}
