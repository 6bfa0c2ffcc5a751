import Almanac
import Domain
import Testing

/// What is counted of a period, and what waits for whom.
struct ActivityTotalsTests {
  private func activity(
    _ number: Int, _ day: Day, kind: ActivityKind.ID = "meeting",
    _ values: [String: ActivityValue] = [:], persons: [Person.ID] = [], withdrawn: Bool = false
  ) throws -> Activity {
    let content = Activity.Content(
      kind: kind, day: day, title: "t\(number)", values: values, persons: persons)
    var activity = try #require(
      Activity(
        id: Identifier("HD2026-\(number)"), beginning: .recorded(content), Register.stamp()))
    if withdrawn { activity.apply(.withdrawn(reason: "r"), Register.stamp()) }
    return activity
  }

  private func totals(
    _ period: SummaryPeriod, _ activities: [Activity], isKeyFireUnit: Bool = false
  ) -> ActivityTotals {
    ActivityTotals(
      of: period, activities, kinds: [Register.circular, Register.meeting],
      bureau: Register.bureau(isKeyFireUnit: isKeyFireUnit), today: Register.today)
  }

  /// Counted by hand: in November two meetings stand, with 12 and 8 heads, two persons on them.
  private func year() throws -> [Activity] {
    [
      try activity(
        1, Day(2026, 11, 1), ["heads": .count(12), "safety": .flag(true)], persons: ["rec", "oth"]),
      try activity(
        2, Day(2026, 11, 30), ["heads": .count(8), "safety": .flag(false)], persons: ["rec"]),
      try activity(3, Day(2026, 10, 31), ["heads": .count(5)], persons: ["sup"]),
      try activity(4, Day(2026, 11, 9), ["heads": .count(99)], persons: ["adm"], withdrawn: true),
      try activity(5, Day(2026, 12, 1), ["heads": .count(40)]),
      try activity(6, Day(2026, 11, 2), kind: "circular", ["channel": .words("oa")]),
      try activity(7, Day(2026, 11, 3), kind: "circular", ["channel": .words("oa")]),
      try activity(8, Day(2026, 11, 4), kind: "circular", ["channel": .words("app")]),
    ]
  }

  @Test func aMonthByHand() throws {
    let november = totals(.month(Month(2026, 11)), try year())
    func value(_ kind: ActivityKind.ID, _ part: ActivityFigure.Part) -> [Int?]? {
      november.row(ActivityFigure(kind, part)).map { [$0.value, $0.before] }
    }
    #expect(value("meeting", .entries) == [2, 1])
    #expect(value("meeting", .sum("heads")) == [20, 5])
    #expect(value("meeting", .flag("safety")) == [1, 0])
    #expect(value("meeting", .persons) == [2, 1])
    #expect(value("meeting", .named("chair")) == nil)
    #expect(value("circular", .entries) == [3, 0])
    #expect(value("circular", .choice("channel", "oa")) == [2, 0])
    #expect(value("circular", .choice("channel", "app")) == [1, 0])
    #expect(november.countedOn == Register.today && november.staff == 4)
    // Two of four: who only looks and who has left are no staff.
    #expect(november.row(ActivityFigure("meeting", .persons))?.shareText == "50.0%")
    #expect(november.activities.map { $0.id.rawValue.suffix(1) } == ["6", "7", "8", "1", "2"])
    #expect(november.groups.map(\.kind.id) == ["circular", "meeting"])
  }

  @Test func theFirstPeriodIsComparedWithNothing() throws {
    let october = totals(.month(Month(2026, 10)), try year())
    #expect(october.row(ActivityFigure("meeting", .entries))?.before == nil)
    #expect(october.groups.map(\.kind.id) == ["meeting"])
    let quarter = totals(.quarter(4, of: 2026), try year())
    #expect(quarter.row(ActivityFigure("meeting", .sum("heads")))?.value == 65)
  }

  /// A target is of the year, and stands there though nothing was done.
  @Test func targetsAreOfTheYear() throws {
    let entries = ActivityFigure("meeting", .entries)
    #expect(totals(.year(2026), try year()).row(entries)?.target == 4)
    #expect(totals(.year(2026), try year(), isKeyFireUnit: true).row(entries)?.target == 8)
    #expect(totals(.quarter(4, of: 2026), try year()).row(entries)?.target == nil)
    let empty = totals(.year(2027), [])
    #expect(empty.groups.map(\.kind.id) == ["meeting"] && empty.row(entries)?.value == 0)
  }

  /// Behind every figure stand the entries that give it.
  @Test func theEntriesBehindAFigureGiveItsValue() throws {
    for period in [SummaryPeriod.month(Month(2026, 11)), .year(2026)] {
      let totals = totals(period, try year())
      for row in totals.groups.flatMap(\.rows) {
        let behind = totals.activities.filter(row.figure.counts)
        #expect(row.figure.value(of: behind) == row.value, "\(row.figure.key)")
        #expect(row.value == 0 || !behind.isEmpty)
        #expect(!row.definition.zh.isEmpty && !row.definition.en.isEmpty)
      }
    }
  }

  private func agenda(_ activities: [Activity], on day: Day = Register.today) -> Agenda {
    Agenda(
      now: Moment(day, hour: 9, minute: 0), bureau: Register.bureau(), rounds: [], hazards: [],
      drafts: [], activities: activities)
  }

  /// A resolution is spoken of to its owner from a week before its day until it is carried out.
  @Test func whatWaitsForWhom() throws {
    let meeting = try Register.activity()
    func due(_ person: Person, _ day: Day, _ activity: Activity) -> [Int] {
      agenda([activity], on: day).resolutions(of: person).map(\.number)
    }
    #expect(due(Register.other, Day(2026, 11, 17), meeting).isEmpty)
    #expect(due(Register.other, Day(2026, 11, 18), meeting) == [1])
    #expect(due(Register.other, Day(2026, 12, 18), meeting) == [1])
    #expect(due(Register.recorder, Day(2026, 11, 23), meeting) == [2])
    #expect(due(Register.supervisor, Day(2026, 11, 23), meeting).isEmpty)
    let done = try Register.activity(Register.content, .resolved(1, note: nil))
    #expect(due(Register.other, Day(2026, 12, 18), done).isEmpty)
    let gone = try Register.activity(Register.content, .withdrawn(reason: "r"))
    #expect(due(Register.other, Day(2026, 12, 18), gone).isEmpty)
    let late = ActivityReminder.all(agenda([meeting], on: Day(2026, 11, 26)), for: Register.other)
    #expect(late.map(\.isOverdue) == [true] && late[0].words.zh.contains("11-25"))
  }

  @Test func circularsWaitForTheirReaders() throws {
    let content = Activity.Content(
      kind: "circular", day: Register.today, title: "Notice", persons: ["oth", "rec"])
    var circular = try Register.activity(content)
    #expect(agenda([circular]).unread(by: Register.other).map(\.id) == [circular.id])
    #expect(agenda([circular]).unread(by: Register.supervisor).isEmpty)
    #expect(agenda([circular], on: Register.today + 61).unread(by: Register.other).isEmpty)
    circular.apply(.read, Register.stamp(Register.other))
    #expect(agenda([circular]).unread(by: Register.other).isEmpty)
    #expect(agenda([circular]).unread(by: Register.recorder).count == 1)
    // A meeting is not passed round, though persons took part.
    #expect(try agenda([Register.activity()]).unread(by: Register.other).isEmpty)
  }
}
