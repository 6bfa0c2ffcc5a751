import Almanac
import Canvas
import Domain
import TestSupport
import Testing

@testable import Screens

/// What ends, and the rules of the office, by keys.
struct SafetyFileScreenTests {
  /// What ends first stands first, marked where it is over; one key and F8 renew by the kind's months.
  @Test func renewing() throws {
    var desk = try Desk(.latin)
    try desk.keepExpiries()
    try desk.openByName(.expiries)
    let names = ["First aid box", "Official car", "Extinguishers", "Lightning test"]
    let rows = names.map { name in desk.view.firstRange(of: name)?.lowerBound }
    #expect(rows.allSatisfy { $0 != nil })
    #expect(rows.compactMap(\.self) == rows.compactMap(\.self).sorted())
    #expect(desk.view.contains("!!") && desk.view.contains("9 days over"))
    try desk.type("3")
    try desk.press([.function(8)])
    let expiry = try #require(desk.fold.expiriesByID["DQ2026-001"])
    // A first aid box is seen to every six months.
    #expect(expiry.content.term.done == Desk.now.day)
    #expect(expiry.until == Desk.now.day.adding(months: 6) && expiry.formers.count == 1)
    #expect(desk.view.contains("DQ2026-001 renewed until"))
    #expect(desk.view.contains("Before:"))
  }

  /// Those marked are renewed in one form, each until its own kind's months are over.
  @Test func renewingTogether() throws {
    var desk = try Desk(.latin)
    try desk.keepExpiries()
    try desk.openByName(.expiries)
    try desk.type("*")
    #expect(desk.view.contains("4 marked"), "\(desk.view)")
    try desk.type("3")
    #expect(desk.view.contains("Renew  4: ") && !desk.view.contains("Document"), "\(desk.view)")
    try desk.press([.function(8)])
    // As Resources/expiries.yaml has them: a first aid box, insurance, dry powder, lightning.
    for (number, months) in [(1, 6), (2, 12), (3, 24), (4, 12)] {
      let expiry = try #require(desk.fold.expiriesByID[Expiry.ID("DQ2026-00\(number)")])
      #expect(expiry.until == Desk.now.day.adding(months: months), "\(number) \(expiry.until)")
      #expect(expiry.content.term.done == Desk.now.day)
    }
    #expect(desk.view.contains("4 done, 0 not done") && !desk.view.contains("marked"))
  }

  /// One that is marked and renewed alone is marked no more, as of several none is.
  @Test func renewedAlone() throws {
    var desk = try Desk(.latin)
    try desk.keepExpiries()
    try desk.openByName(.expiries)
    try desk.type(" ↑")
    #expect(desk.view.contains(" 1 marked"), "\(desk.view)")
    try desk.type("3")
    try desk.press([.function(8)])
    #expect(desk.view.contains("DQ2026-001 renewed until") && !desk.view.contains("marked"))
  }

  /// What lacks is said at its field; the end follows from the kind where it is left open.
  @Test func entering() throws {
    var desk = try Desk(.latin)
    try desk.openByName(.expiries)
    try desk.type("8")
    try desk.press([.function(8)])
    #expect(desk.view.contains("There is no kind"))
    try desk.type("Dry powder extinguisher⇥")
    try desk.press([.function(8)])
    #expect(desk.view.contains("fill in the name"))
    try desk.type("Corridor⇥⇥")
    try desk.press([.control("u")])
    try desk.type("4⇥⇥2022-01-10")
    try desk.press([.function(8)])
    let content = try #require(desk.fold.expiriesByID["DQ2026-001"]?.content)
    #expect(content.kind == "extinguisher-powder" && content.count == 4)
    #expect(content.made == Day(2022, 1, 10) && content.term.until == Day(2027, 1, 10))
  }

  /// It is told that no kind is called so, but not while one may come of what is typed.
  @Test func unknownKind() throws {
    var desk = try Desk(.latin)
    try desk.openByName(.expiries)
    try desk.type("8zzz")
    #expect(desk.view.contains("no such name"), "\(desk.view)")
    try desk.press([.control("u")])
    try desk.type("Dry")
    #expect(!desk.view.contains("no such name"), "\(desk.view)")
  }

  /// Who may not do an act is not offered it; who sees to a thing may renew it.
  @Test func whoIsOfferedWhat() throws {
    for role in Role.allCases {
      var desk = try Desk(.latin, newcomer: Person(id: "newcomer", name: "Ann", roles: [role]))
      try desk.keepExpiries()
      try desk.openByName(.expiries)
      let may = RoleTable.roles(of: "keepSafetyFile").contains(role.rawValue)
      let actions = desk.app.screen.actions(desk.app.context)
      #expect(actions.contains(.renewExpiry) == may, "\(role)")
      #expect(actions.contains(.addExpiry) == may, "\(role)")
    }
    var desk = try Desk(.latin, .rectifier)
    try desk.keepExpiries()
    try desk.openByName(.expiries)
    let actions = desk.app.screen.actions(desk.app.context)
    #expect(actions.contains(.renewExpiry) && !actions.contains(.addExpiry))
  }

  /// From its line on Today one comes to the thing that is over; there is no line once it is renewed.
  @Test func fromToday() throws {
    var desk = try Desk(.latin, rows: 40, after: .none)
    try desk.keepExpiries()
    #expect(desk.view.contains("!! Ended: 1, First aid box, duty room (9 days over)"))
    #expect(desk.view.contains("Ending within 60 days: 2, first Official car insurance"))
    try desk.openByName(.expiries)
    try desk.type("3")
    try desk.press([.function(8)])
    try desk.type("⎋")
    #expect(!desk.view.contains("Ended:"))
  }

  /// Those marked are reviewed with one outcome; what is reviewed no more takes no mark.
  @Test func reviewingTogether() throws {
    var desk = try Desk(.latin)
    try desk.keepRules()
    try desk.openByName(.rules)
    try desk.type("*")
    let due = desk.fold.rulesByID.values.filter { $0.reviewDue != nil }
    #expect(due.count > 1 && desk.view.contains("\(due.count) marked"), "\(desk.view)")
    try desk.type("31")
    try desk.press([.function(8)])
    #expect(desk.view.contains("\(due.count) done, 0 not done"), "\(desk.view)")
    for rule in due {
      let reviewed = desk.fold.rulesByID[rule.id]
      #expect(reviewed?.reviews.map(\.day) == rule.reviews.map(\.day) + [Desk.now.day])
      #expect(reviewed?.pending == nil)
    }
  }

  /// A review is one key and a digit; a rule that was repealed is offered no more acts.
  @Test func reviewing() throws {
    var desk = try Desk(.latin, rows: 40)
    try desk.keepRules()
    #expect(desk.view.contains("Yearly reviews overdue: 1, Rule on fire and electricity"))
    try desk.openByName(.rules)
    try desk.type("3")
    try desk.press([.function(8)])
    #expect(desk.view.contains("Choose one of those listed"))
    try desk.type("2")
    try desk.press([.function(8)])
    let rule = try #require(desk.fold.rulesByID["ZD2026-001"])
    #expect(rule.pending == .revise && rule.reviews.map(\.day) == [Desk.now.day])
    try desk.type("⏎2⇥⇥No. 9")
    try desk.press([.function(8)])
    #expect(desk.fold.rulesByID["ZD2026-001"]?.content.number == "No. 9")
    #expect(desk.fold.rulesByID["ZD2026-001"]?.pending == nil)
    try desk.type("⏎4⇥merged")
    try desk.press([.function(8)])
    #expect(desk.fold.rulesByID["ZD2026-001"]?.repealed == Desk.now.day)
  }
}
