import Almanac
import Canvas
import Domain
import TestSupport
import Testing

@testable import Screens

/// The incident register and the nil reports by keys.
struct IncidentScreenTests {
  /// Typed in full, one is recorded; what is missing is said at its field.
  @Test func recording() throws {
    var desk = try Desk(.latin)
    try desk.openByName(.incidents)
    try desk.type("8")
    try desk.press([.function(8)])
    #expect(desk.view.contains("Choose one of those listed"))
    try desk.type("Fire⇥")
    try desk.press([.function(8)])
    #expect(desk.view.contains("Say what happened"))
    try desk.type("A bin burned⇥⇥⇥⇥⇥x")
    try desk.press([.function(8)])
    #expect(desk.view.contains("Enter a whole number"))
    try desk.press([.backspace])
    try desk.type("250")
    try desk.press([.function(8)])
    #expect(desk.view.contains("Say where"))
    try desk.type("⇥⇥⇥⇥⇥⇥⇥")
    try desk.type("Yard")
    try desk.press([.function(8)])
    let incident = try #require(desk.fold.incidentsByID["SJ2026-001"])
    #expect(incident.content.kind == .fire && incident.content.loss == 250)
    #expect(incident.content.location == "Yard" && incident.content.at == Desk.now)
    #expect(desk.view.contains("SJ2026-001 incident recorded"))
    // Reported by one key and F8: to whom and when stand there already.
    try desk.type("⏎1")
    try desk.press([.function(8)])
    #expect(desk.fold.incidentsByID["SJ2026-001"]?.reports.map(\.rule) == ["head"])
    try desk.type("⏎1")
    try desk.press([.function(8)])
    try desk.type("⏎1")
    try desk.press([.function(8)])
    let reports = desk.fold.incidentsByID["SJ2026-001"]?.reports ?? []
    #expect(reports.map(\.rule) == ["head", "county", "119"])
  }

  /// Who may not do an act is not offered it.
  @Test func whoIsOfferedWhat() throws {
    for role in Role.allCases {
      var desk = try Desk(.latin, newcomer: Person(id: "newcomer", name: "Ann", roles: [role]))
      try desk.recordIncidents()
      let incident = try #require(desk.fold.incidentsByID["SJ2026-002"])
      let acts = Set(incident.possibleActs(of: desk.app.context.person))
      func may(_ act: String) -> Bool { RoleTable.roles(of: act).contains(role.rawValue) }
      #expect(acts.contains(.report) == may("recordIncident"), "\(role)")
      #expect(acts.contains(.close) == may("keepIncidents"), "\(role)")
    }
  }

  /// One key on Today declares the report that is due; the missed one is declared late from its line.
  @Test func oneKeyDeclares() throws {
    var desk = try Desk(.latin, .supervisor, rows: 40)
    try desk.raiseForNil()
    #expect(desk.view.contains("Nil report of 11-23 10:00, due"))
    try desk.type("3")
    #expect(desk.view.contains("11-23 10:00 nil report: no incident"))
    #expect(desk.fold.declarations["2026-11-23T10:00"]?.content.incidents == [])
    #expect(desk.view.contains("Nil report of 11-23 08:00, missing"))
    // The key declares only what is due now, never what was missed.
    try desk.type("3")
    #expect(desk.fold.declarations.count == 1)
    try desk.openByName(.nilReports)
    try desk.type("⏎1")
    #expect(desk.fold.declarations.count == 2 && desk.view.contains("late"))
  }

  /// Where something happened no key says that nothing did.
  @Test func anIncidentWithin() throws {
    var desk = try Desk(.latin, .supervisor)
    try desk.raiseForNil()
    try desk.recordIncidents()
    try desk.type("3")
    #expect(desk.fold.declarations.isEmpty)
    try desk.openByName(.nilReports)
    // The one due now is selected; its only offer is to declare the incident.
    try desk.type("⏎1")
    #expect(desk.fold.declarations["2026-11-23T10:00"]?.content.incidents == ["SJ2026-002"])
  }

  /// What an input method writes in full width stays so in the texts of a form.
  @Test func punctuationStays() throws {
    var desk = try Desk(.chinese)
    try desk.openByName(.incidents)
    try desk.type("8")
    try desk.press([.backTab, .backTab])
    try desk.type("断电，已处置。")
    #expect(desk.app.screen.typed(desk.app.context)?.texts["measures"] == "断电，已处置。")
  }

  /// A time is told as it is read, or that it is none, while it is typed; a menu is walked with arrows.
  @Test func judgedWhileTyped() throws {
    var desk = try Desk(.latin)
    try desk.openByName(.incidents)
    try desk.type("8")
    try desk.press([.control("u")])
    try desk.type("11-20 09:00")
    #expect(desk.view.contains("2026-11-20 09:00 Fri"))
    try desk.type("x")
    #expect(desk.view.contains("Enter a time"))
    try desk.press([.escape])
    try desk.recordIncidents()
    try desk.type("⏎")
    try desk.press([.up, .up, .enter])
    #expect(
      desk.app.screen.queries.first
        == .document(.incident("SJ2026-002"), columns: PagedText.columns))
  }

  @Test func typedTimes() {
    let today = Day(2026, 11, 23)
    #expect(Moment(typed: "8:05", today: today) == Moment("2026-11-23T08:05"))
    #expect(Moment(typed: "14\u{FF1A}30", today: today) == Moment("2026-11-23T14:30"))
    #expect(Moment(typed: "11-20 09:00", today: today) == Moment("2026-11-20T09:00"))
    #expect(Moment(typed: "2026-11-20 09:00", today: today) == Moment("2026-11-20T09:00"))
    for text in ["", "25:00", "11-20", "x 09:00", "1 2 09:00"] {
      #expect(Moment(typed: text, today: today) == nil, "\(text)")
    }
  }
}
