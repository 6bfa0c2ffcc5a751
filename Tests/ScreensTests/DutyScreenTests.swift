import Almanac
import Canvas
import Domain
import TestSupport
import Testing

@testable import Screens

/// The screen of a duty roster: who is offered what, and what the keys lead to.
struct DutyScreenTests {
  private func roster(_ desk: Desk) throws -> DutyRoster {
    try #require(desk.fold.rosters["2027-new-year"])
  }

  /// Only who keeps the roster may draw it up, adopt, change, send or withdraw it.
  @Test func whoIsOfferedWhat() throws {
    for role in Role.allCases {
      let newcomer = Person(id: "newcomer", name: "Ann", roles: [role])
      var desk = try Desk(.latin, newcomer: newcomer, after: .none)
      let keeps = RoleTable.roles(of: "keepDuty").contains(role.rawValue)
      #expect((DutyAct.possible(nil, desk.app.context) == [.propose]) == keeps, "\(role)")
      try desk.record(.proposeDuty(.holiday("2027-new-year")), by: .inspector)
      let proposed = try roster(desk)
      let all: [DutyAct] = [.change, .adopt, .propose, .withdraw]
      #expect(DutyAct.possible(proposed, desk.app.context) == (keeps ? all : []), "\(role)")
      try desk.record(.duty("2027-new-year", .adopt), by: .inspector)
      let adopted = try roster(desk)
      let isParty = adopted.content.rows.flatMap(\.persons).contains("newcomer")
      #expect(
        DutyAct.possible(adopted, desk.app.context)
          == (keeps ? [.change, .swap, .log, .send, .withdraw] : isParty ? [.swap, .log] : []),
        "\(role)")
    }
  }

  /// Enter and three digits draw a roster up, adopt it and note that it was sent up.
  @Test func fewKeys() throws {
    var desk = try Desk(.latin, after: .none)
    try desk.openDuty("⏎1")
    #expect(try roster(desk).state == .proposed)
    try desk.type("⏎2")
    #expect(try roster(desk).state == .adopted)
    try desk.type("⏎4District⏎")
    #expect(try roster(desk).sent == [DutySending(to: "District", on: Desk.now.day)])
    // The next sending proposes whom it went to before.
    try desk.type("⏎4⏎")
    #expect(try roster(desk).sent.map(\.to) == ["District", "District"])
    #expect(desk.view.contains("sent up 11-23"))
  }

  /// What is refused stays in the form and is said.
  @Test func aReasonIsAskedForOnceAdopted() throws {
    var desk = try Desk(.latin, after: .none)
    try desk.openDuty("⏎1⏎2⏎1⇥")
    try desk.press([.control("u")])
    try desk.type("Nobody⏎")
    #expect(desk.view.contains("There is no person “Nobody”"))
    try desk.press([.control("u")])
    let other = try #require(
      desk.fold.persons.values.first { person in
        let row = try? roster(desk).content.rows[0]
        return person.roles == [.rectifier] && row?.persons.contains(person.id) == false
      })
    try desk.type(other.name + "⏎")
    #expect(desk.view.contains("Give the reason."))
    try desk.type("⇥⇥⇥travels⏎")
    let changes = try roster(desk).changes
    #expect(changes.map(\.reason) == ["travels"] && changes[0].after.onDuty == [other.id])
  }

  /// One who was asked agrees with two keys, and the two have changed places.
  @Test func agreeing() throws {
    var desk = try Desk(.latin, .rectifier, after: .none)
    try desk.adoptAlertDuty()
    let before = try #require(desk.fold.dutyRosters().first).content.rows.map(\.onDuty)
    try desk.openDuty("⏎1")
    let roster = try #require(desk.fold.dutyRosters().first)
    #expect(roster.asked == nil && roster.changes.count == 2)
    #expect(roster.content.rows.map(\.onDuty) == [before[0], before[2], before[1]])
  }

  /// From Today and from the calendar's day to the roster that is on.
  @Test func theWayThere() throws {
    var desk = try Desk(.latin, .rectifier, after: .none)
    try desk.adoptAlertDuty()
    try desk.press([.home, .enter])
    #expect(desk.app.screen is DutyScreen)
    try desk.type("⎋")
    #expect(desk.view.contains("A swap waits for your word"))
    try desk.press([.function(5), .enter, .end, .enter])
    #expect(desk.app.screen is DutyScreen)
    #expect(desk.view.contains("> 11-23"))
  }
}
