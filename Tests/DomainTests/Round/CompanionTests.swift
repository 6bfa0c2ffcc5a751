import Almanac
import Domain
import Testing

/// What may be walked together in one room: November's monthly check, a weekly one, a quarterly one and,
/// where one was raised, a typhoon's.
struct CompanionTests {
  static func plan(_ id: Plan.ID, _ kind: Trigger.Kind) -> Plan {
    Plan(
      id: id, title: Bilingual(verbatim: id.rawValue), trigger: Trigger(kind),
      uses: [Plan.Use("office")])
  }

  static func key(_ plan: Plan.ID, _ period: String) -> OccurrenceKey {
    OccurrenceKey(plan: plan, place: "301", period: period)
  }

  static let monthly = key("monthly", "2026-11")
  static let weekly = key("weekly", "2026-W48")
  static let quarterly = key("quarterly", "2026-Q4")
  static let typhoon = key("typhoon", "alert-t1")

  static func draft(_ key: OccurrenceKey, with companions: [OccurrenceKey] = []) -> Draft {
    Draft(
      occurrence: key, companions: companions, owner: "li",
      started: Moment(Day(2026, 11, 23), hour: 8, minute: 0))
  }

  struct Case: Sendable {
    var name: String
    var key = CompanionTests.monthly
    var today = Day(2026, 11, 24)
    var drafts: [Draft] = []
    var excused: OccurrenceKey?
    var walked: OccurrenceKey?
    var isAlert = false
    var isLifted = false
    var offered: [String]
  }

  @Test(arguments: [
    Case(name: "all that is open, by due day", offered: ["weekly/2026-W48", "quarterly/2026-Q4"]),
    Case(
      name: "overdue on the Saturday", today: Day(2026, 11, 28),
      offered: [
        "weekly/2026-W48", "quarterly/2026-Q4",
      ]),
    Case(
      name: "missed from the Monday, when another begins", today: Day(2026, 11, 30),
      offered: [
        "weekly/2026-W49", "quarterly/2026-Q4",
      ]),
    Case(
      name: "from the week's room", key: weekly,
      offered: [
        "monthly/2026-11", "quarterly/2026-Q4",
      ]),
    Case(
      name: "an alert's room among them", isAlert: true,
      offered: ["typhoon/alert-t1", "weekly/2026-W48", "quarterly/2026-Q4"]),
    Case(
      name: "from an alert's room", key: typhoon, isAlert: true,
      offered: ["weekly/2026-W48", "monthly/2026-11", "quarterly/2026-Q4"]),
    Case(
      name: "an alert that was lifted", isAlert: true, isLifted: true,
      offered: ["weekly/2026-W48", "quarterly/2026-Q4"]),
    Case(name: "excused", excused: weekly, offered: ["quarterly/2026-Q4"]),
    Case(name: "signed", walked: weekly, offered: ["quarterly/2026-Q4"]),
    Case(name: "begun by somebody", drafts: [draft(weekly)], offered: ["quarterly/2026-Q4"]),
    Case(
      name: "walked together with another", drafts: [draft(quarterly, with: [weekly])],
      offered: []),
    Case(
      name: "in the draft of this very room", drafts: [draft(monthly, with: [weekly])],
      offered: ["weekly/2026-W48", "quarterly/2026-Q4"]),
  ])
  func offered(_ row: Case) throws {
    var world = try CommandTests.World()
    let stamp = Stamp(
      at: Moment(Day(2026, 10, 1), second: 0), day: Day(2026, 10, 1), actor: "setup")
    for plan in [Self.plan("weekly", .weekly), Self.plan("quarterly", .quarterly)] {
      world.fold.apply(Subject(.plan, plan.id.rawValue), .plan(.set(plan)), stamp)
    }
    if row.isAlert {
      let alert = Alert(id: "t1", kind: .typhoon, issued: world.now, recorded: world.now.day)
      try world.perform(.openAlert(alert), by: "admin")
    }
    if row.isLifted { try world.perform(.liftAlert("t1"), by: "admin") }
    if let excused = row.excused {
      try world.perform(.excuse(excused, reason: "r"), by: "boss")
    }
    if let walked = row.walked {
      var walk = world.walk()
      walk.occurrence = walked
      try world.perform(.sign(walk), by: "wang")
    }
    let fold = world.fold
    let book = RoundBook(
      bureau: fold.bureau,
      fulfilments: Dictionary(
        uniqueKeysWithValues: fold.inspections.values.map { ($0.occurrence, Fulfilment($0)) }),
      notes: fold.notes,
      drafts: Dictionary(uniqueKeysWithValues: row.drafts.map { ($0.occurrence, $0) }))
    let offered = try book.companions(
      of: row.key, on: row.today, questionnaire: { try fold.questionnaire($0) }, last: { _ in nil })

    #expect(offered.map(\.occurrence.round.description) == row.offered, "\(row.name)")
    #expect(offered.allSatisfy { $0.questionnaire.questions.count == 3 })
  }
}
