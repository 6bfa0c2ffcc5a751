import Almanac
import Domain
import Testing

/// Who is on duty now, what is to be done about rosters, and what is to be looked at.
struct DutyStandingTests {
  typealias My = DutyFixtures

  struct Shift: Sendable {
    var at: Moment
    var onDuty: [Person.ID]
  }

  @Test(arguments: [
    Shift(at: Moment(Day(2026, 1, 1), hour: 8, minute: 29), onDuty: []),
    Shift(at: Moment(Day(2026, 1, 1), hour: 8, minute: 30), onDuty: ["p1"]),
    Shift(at: Moment(Day(2026, 1, 2), hour: 8, minute: 29, second: 59), onDuty: ["p1"]),
    Shift(at: Moment(Day(2026, 1, 2), hour: 8, minute: 30), onDuty: ["p2"]),
    Shift(at: Moment(Day(2026, 1, 4), hour: 8, minute: 30), onDuty: []),
  ])
  func onNow(_ row: Shift) throws {
    let bureau = try My.bureau()
    let on = bureau.dutyOn([try My.roster(.adopted)], at: row.at)
    #expect(on.flatMap(\.row.onDuty) == row.onDuty)
    #expect(on.allSatisfy { $0.phone == "3-1100" })
    #expect(bureau.dutyOn([try My.roster()], at: row.at).isEmpty)
  }

  @Test func hoursOfSplitDays() throws {
    let rules = DutyRules(from: Day(2026, 1, 1))
    let day = Day(2026, 1, 1)
    #expect(
      rules.hours(of: .day, on: day)
        == Moment(day, hour: 8, minute: 30)..<Moment(day, hour: 17, minute: 30))
    #expect(
      rules.hours(of: .night, on: day)
        == Moment(day, hour: 17, minute: 30)..<Moment(day + 1, hour: 8, minute: 30))
    #expect(rules.shifts(of: .holiday) == [.whole] && rules.shifts(of: .night) == [.night])
  }

  /// A roster in force is looked at until its last shift: for who is missing, who has left, who is in two
  /// places; also after it was sent up.
  @Test func whatCannotHold() throws {
    let sent = DutyEvent.sent(DutySending(to: "District", on: My.before))
    func troubles(
      _ change: (inout DutyRoster) -> Void, persons: [Person]? = nil,
      on day: Day = Day(2025, 12, 30)
    ) throws -> [String] {
      var roster = try My.roster(.adopted, sent)
      change(&roster)
      let bureau = try persons.map { try My.bureau($0) } ?? My.bureau()
      return bureau.dutyTroubles([roster], on: day).map { $0.words(bureau).en }
    }
    #expect(try troubles { _ in }.isEmpty)
    let empty = { (roster: inout DutyRoster) in roster.content.rows[1].onDuty = [] }
    #expect(
      try troubles(empty) == ["Roster of New Year 2026: 2026-01-02 24 h: 1 on duty missing"])
    #expect(try troubles(empty, on: Day(2026, 1, 2)).count == 1)
    #expect(try troubles(empty, on: Day(2026, 1, 3)).isEmpty, "that shift is over")
    #expect(try troubles { $0.content.rows[0].onDuty = ["boss"] }.count == 1)
    var gone = My.one
    gone.to = Day(2026, 1, 2)
    let persons = [
      My.administrator, My.head, My.leader, My.person("boss2", .supervisor), gone, My.two,
    ]
    #expect(
      try troubles({ _ in }, persons: persons)
        == ["Roster of New Year 2026: p1 has left office (2026-01-03, on duty)"])
    #expect(try My.bureau().dutyTroubles([try My.roster()], on: My.before).isEmpty, "not in force")
  }

  /// Five days before 2026-01-01 is Saturday 27 December: due on Friday 26.
  @Test func whatIsDue() throws {
    let bureau = try My.bureau()
    func due(_ roster: DutyRoster?, on day: Day) -> [DutyDue] {
      bureau.dutyDue(roster.map { [$0] } ?? [], on: day)
    }
    #expect(due(nil, on: Day(2025, 12, 18)).isEmpty)
    let first = try #require(due(nil, on: Day(2025, 12, 19)).first)
    #expect(first.due == Day(2025, 12, 26) && first.step == .propose)
    #expect(first.holiday.key == "2026-new-year")
    #expect(
      first.reminder(on: Day(2025, 12, 19))[.english]
        == "Roster of New Year 2026 not drawn up: due 12-26, 7 days left")
    #expect(
      first.reminder(on: Day(2025, 12, 28))[.chinese]
        == "2026年元旦值班表未拟定，12-26前报送，已超2天")
    #expect(due(try My.roster(), on: Day(2025, 12, 24)).map(\.step) == [.adopt])
    #expect(due(try My.roster(.adopted), on: Day(2025, 12, 24)).map(\.step) == [.send])
    let sending = DutyEvent.sent(DutySending(to: "District", on: My.before))
    var row = My.content.rows[0]
    #expect(due(try My.roster(.adopted, sending), on: Day(2025, 12, 24)).isEmpty)
    row.onDuty = []
    let changed = due(
      try My.roster(.adopted, sending, .changed(row, reason: "r")), on: Day(2025, 12, 24))
    #expect(changed.map(\.step) == [.tellChanges] && changed.map(\.gaps) == [1])
    #expect(changed.first?.isOverdue(on: Day(2026, 1, 3)) == false)
    #expect(
      changed.first?.reminder(on: Day(2026, 1, 3))[.chinese] == "2026年元旦值班表报送后有调班，调班说明未报")
    #expect(due(try My.roster(.withdrawn(reason: "r")), on: My.before).map(\.step) == [.propose])
    // Still spoken of during the break, not after it.
    #expect(due(nil, on: Day(2026, 1, 3)).count == 1 && due(nil, on: Day(2026, 1, 4)).isEmpty)
  }

  /// The notice moves the break: the days that the roster has not are gaps.
  @Test func daysThatTheRosterLacks() throws {
    var roster = try My.roster(.adopted)
    roster.content.rows.removeLast()
    #expect(try My.bureau().dutyDue([roster], on: My.before).map(\.gaps) == [1])
  }

  @Test func warnings() throws {
    let bureau = try My.bureau {
      $0.phone = nil
      $0.away = [.init(person: "p2", from: Day(2026, 1, 2), to: Day(2026, 1, 5))]
    }
    #expect(
      My.content.warnings(others: [], bureau) == [
        .obstacle("p2", Day(2026, 1, 2), .onDuty, .away), .phoneMissing,
      ])
    var content = My.content
    content.rows[1].onDuty = ["p1", "boss"]
    content.rows[2].leading = ["boss3"]
    #expect(
      content.warnings(others: [], try My.bureau()) == [
        .adjoining("p1", Day(2026, 1, 1)),
        .obstacle("boss", Day(2026, 1, 2), .onDuty, .otherPart),
        .doubled("boss", Day(2026, 1, 2)), .adjoining("p1", Day(2026, 1, 2)),
        .gap(Day(2026, 1, 3), .whole, .leading, missing: 1),
      ])
    #expect(
      DutyWarning.adjoining("p1", Day(2026, 1, 1)).message(try My.bureau())[.chinese]
        == "p1 2026-01-01 与次日连值")
  }

  /// Rules hold from their day on; those of before stay for what was before.
  @Test func rulesByDay() throws {
    var fold = Fold(calendar: WorkCalendar())
    var rules = DutyRules(from: Day(2026, 1, 1))
    fold.apply(.dutyRules, .dutyRules(rules), My.stamp())
    rules.from = Day(2026, 6, 1)
    rules.onDuty = 2
    fold.apply(.dutyRules, .dutyRules(rules), My.stamp())
    rules.onDuty = 3
    fold.apply(.dutyRules, .dutyRules(rules), My.stamp())
    let bureau = fold.bureau
    #expect(bureau.dutyRules.count == 2)
    let days = [Day(2025, 12, 31), Day(2026, 5, 31), Day(2026, 6, 1)]
    #expect(days.map { bureau.dutyRules(on: $0).onDuty } == [1, 1, 3])
  }
}
