import Almanac
import Domain
import Testing

/// Limits of places and plans, revisions, pauses, and what was entered late.
struct ScheduleHistoryTests {
  struct Case: Sendable {
    var plan: PlanHistory
    var places: [Place] = [place("a")]
    var window: ClosedRange<Day>
    var lines: [String]
  }

  static let year = Day(2026, 9, 1)...Day(2026, 12, 31)

  /// As `2026-04-15 to 2026-10-15, entered 2026-04-10`, with what stood before it.
  static func season(
    _ start: Day, _ end: Day, entered: Day, after earlier: [Season] = []
  ) -> Season {
    var season = Season(id: "2026-flood", start: start, end: end, recorded: entered)
    season.earlier = earlier
    return season
  }

  static func paused(_ pauses: PlanEvent...) -> PlanHistory {
    var history = PlanHistory(plan(Trigger(.monthly)), recorded: always)
    for event in pauses { history.apply(event, recorded: Day(2026, 9, 1)) }
    return history
  }

  static func history(_ first: Plan, then revisions: (Day, Plan)...) -> PlanHistory {
    var history = PlanHistory(first, recorded: always)
    for (day, plan) in revisions { history.revise(plan, recorded: day) }
    return history
  }

  @Test(arguments: [
    // The last day of a period before it is missed still counts; its dates are not clipped.
    Case(
      plan: history(plan(Trigger(.monthly))), places: [place("a", to: Day(2026, 10, 1))],
      window: year, lines: ["2026-09 a", "2026-10 a"]),
    Case(
      plan: history(plan(Trigger(.monthly))), places: [place("a", from: Day(2026, 11, 30))],
      window: year, lines: ["2026-11 a", "2026-12 a"]),
    Case(
      plan: history(plan(Trigger(.monthly), from: Day(2026, 10, 31), to: Day(2026, 11, 1))),
      window: year, lines: ["2026-10 a", "2026-11 a"]),
    // A place entered on 1 November never missed October.
    Case(
      plan: history(plan(Trigger(.monthly))), places: [place("a", recorded: Day(2026, 11, 1))],
      window: year,
      lines: ["2026-11 a", "2026-12 a"]),
    // A plan entered on 30 November still has November, not what was over.
    Case(
      plan: PlanHistory(plan(Trigger(.monthly)), recorded: Day(2026, 11, 30)), window: year,
      lines: ["2026-11 a", "2026-12 a"]),
    // From weekly to monthly on Wednesday 18 November: that week stays, December is the first month.
    Case(
      plan: history(
        plan(Trigger(.weekly)), then: (Day(2026, 11, 18), plan(Trigger(.monthly)))),
      window: Day(2026, 11, 9)...Day(2026, 12, 31),
      lines: ["2026-W46 a", "2026-W47 a", "2026-12 a"]),
    // A revision on the very start of a period rules it.
    Case(
      plan: history(
        plan(Trigger(.monthly)), then: (Day(2026, 11, 1), plan(Trigger(.quarterly)))),
      window: year, lines: ["2026-09 a", "2026-10 a"]),
    // Paused from 10 October to 15 November: October had begun, November starts in the pause.
    Case(
      plan: history(
        plan(Trigger(.monthly)),
        then: (Day(2026, 10, 10), plan(Trigger(.monthly), isEnabled: false)),
        (Day(2026, 11, 15), plan(Trigger(.monthly)))),
      window: year, lines: ["2026-09 a", "2026-10 a", "2026-12 a"]),
    // The same as dated days: both ends are in the pause.
    Case(
      plan: paused(.paused(.init(from: Day(2026, 10, 2), to: Day(2026, 11, 1)))), window: year,
      lines: ["2026-09 a", "2026-10 a", "2026-12 a"]),
    Case(
      plan: paused(.paused(.init(from: Day(2026, 10, 1), to: Day(2026, 10, 31)))), window: year,
      lines: ["2026-09 a", "2026-11 a", "2026-12 a"]),
    // Without an end it lasts; resumed on 1 December, that month starts again.
    Case(
      plan: paused(.paused(.init(from: Day(2026, 10, 1)))), window: year, lines: ["2026-09 a"]),
    Case(
      plan: paused(.paused(.init(from: Day(2026, 10, 1))), .resumed(on: Day(2026, 12, 1))),
      window: year, lines: ["2026-09 a", "2026-12 a"]),
    // Resumed before it began, it never was.
    Case(
      plan: paused(
        .paused(.init(from: Day(2026, 11, 1), to: Day(2026, 11, 30))),
        .resumed(on: Day(2026, 11, 1))), window: year,
      lines: ["2026-09 a", "2026-10 a", "2026-11 a", "2026-12 a"]),
    // A pause that was over stays.
    Case(
      plan: paused(
        .paused(.init(from: Day(2026, 10, 1), to: Day(2026, 10, 5))),
        .resumed(on: Day(2026, 11, 20))), window: year,
      lines: ["2026-09 a", "2026-11 a", "2026-12 a"]),
    // Closed from 10 October to 20 November: both months overlap days on which it was open.
    Case(
      plan: history(plan(Trigger(.monthly))),
      places: [place("a", closures: [.init(from: Day(2026, 10, 10), to: Day(2026, 11, 20))])],
      window: year, lines: ["2026-09 a", "2026-10 a", "2026-11 a", "2026-12 a"]),
    // Closed for the whole of October, and then again for December and the days before it.
    Case(
      plan: history(plan(Trigger(.monthly))),
      places: [
        place(
          "a", to: Day(2026, 12, 31),
          closures: [
            .init(from: Day(2026, 9, 30), to: Day(2026, 10, 31)),
            .init(from: Day(2026, 11, 20), to: Day(2026, 12, 31)),
          ])
      ], window: year, lines: ["2026-09 a", "2026-11 a"]),
    // All offices and one corridor.
    Case(
      plan: history(
        Plan(
          id: "p", title: Bilingual(verbatim: "p"), trigger: Trigger(.monthly), uses: [],
          scope: Plan.Scope(kinds: [.office], places: ["c2"]))),
      places: [
        place("a"), place("c1", kind: .corridor), place("c2", kind: .corridor),
        place("w", kind: .warehouse),
      ], window: Day(2026, 10, 5)...Day(2026, 10, 5), lines: ["2026-10 a", "2026-10 c2"]),
    // Places change for the running period while its due day (30 November) has not passed.
    Case(
      plan: history(
        plan(Trigger(.monthly), places: ["a"]),
        then: (Day(2026, 11, 30), plan(Trigger(.monthly), places: ["b"]))),
      places: [place("a"), place("b")], window: Day(2026, 10, 5)...Day(2026, 12, 5),
      lines: ["2026-10 a", "2026-11 b", "2026-12 b"]),
    // October was due on the 30th, a Friday: on the 31st it keeps its places.
    Case(
      plan: history(
        plan(Trigger(.monthly), places: ["a"]),
        then: (Day(2026, 10, 31), plan(Trigger(.monthly), places: ["b"]))),
      places: [place("a"), place("b")], window: Day(2026, 10, 5)...Day(2026, 11, 5),
      lines: ["2026-10 a", "2026-11 b"]),
    // A longer lead moves the start back before the revision's date: the break is not lost.
    Case(
      plan: history(
        plan(Trigger(.preholiday)),
        then: (Day(2026, 9, 17), plan(Trigger(.preholiday, lead: 8)))),
      window: Day(2026, 9, 15)...Day(2026, 9, 24),
      lines: ["2026-mid-autumn a", "2026-national-day a"]),
  ])
  func rows(_ row: Case) throws {
    let found = Schedule.occurrences(
      plans: [row.plan], places: row.places, calendar: try ScheduleFixtures.calendar(),
      seasons: [], alerts: [], in: row.window, applies: names)
    #expect(found.map(\.line) == row.lines)
  }

  struct Flood: Sendable {
    var season: Season
    var kind = Trigger.Kind.flood
    var periods: [String]
  }

  static let entered = season(Day(2026, 4, 15), Day(2026, 10, 15), entered: Day(2026, 3, 1))
  /// What April to September give as first entered.
  static let summer = [
    "2026-flood 04-15 04-21 04-22", "2026-flood-05 05-01 05-29 06-01",
    "2026-flood-06 06-01 06-30 07-01", "2026-flood-07 07-01 07-31 08-01",
    "2026-flood-08 08-01 08-31 09-01", "2026-flood-09 09-01 09-30 10-01",
  ]

  /// An act in mid-season moves what follows only. Worked out by hand from the notice for 2026.
  @Test(arguments: [
    // Extended on 10 October: October had begun and keeps its end, November is new.
    Flood(
      season: season(
        Day(2026, 4, 15), Day(2026, 11, 20), entered: Day(2026, 10, 10), after: [entered]),
      periods: summer + ["2026-flood-10 10-01 10-15 10-16", "2026-flood-11 11-01 11-20 11-21"]),
    // Extended on 30 September: October has not begun.
    Flood(
      season: season(
        Day(2026, 4, 15), Day(2026, 11, 20), entered: Day(2026, 9, 30), after: [entered]),
      periods: summer + ["2026-flood-10 10-01 10-30 11-01", "2026-flood-11 11-01 11-20 11-21"]),
    // Closed on 10 August: August had begun and stays, September and October go.
    Flood(
      season: season(
        Day(2026, 4, 15), Day(2026, 8, 10), entered: Day(2026, 8, 10), after: [entered]),
      periods: Array(summer.prefix(5))),
    // Opened later than thought, said before it opened: the opening moves.
    Flood(
      season: season(
        Day(2026, 4, 20), Day(2026, 10, 15), entered: Day(2026, 4, 13), after: [entered]),
      periods: ["2026-flood 04-20 04-24 04-25"] + summer.dropFirst()
        + ["2026-flood-10 10-01 10-15 10-16"]),
    // The check before it had begun by then: it keeps its days.
    Flood(
      season: season(
        Day(2026, 4, 20), Day(2026, 10, 15), entered: Day(2026, 4, 13), after: [entered]),
      kind: .preflood, periods: ["2026-pre-flood 03-16 04-14 04-15"]),
    // Said on 10 March, before it began: it moves.
    Flood(
      season: season(
        Day(2026, 5, 6), Day(2026, 10, 15), entered: Day(2026, 3, 10), after: [entered]),
      kind: .preflood, periods: ["2026-pre-flood 04-06 04-30 05-06"]),
    // Opened on 15 April and moved by months: the opening stays where it began.
    Flood(
      season: season(
        Day(2026, 9, 20), Day(2026, 10, 15), entered: Day(2026, 4, 20), after: [entered]),
      periods: [summer[0], "2026-flood-10 10-01 10-15 10-16"]),
    // Closed, and opened again later in the year.
    Flood(
      season: season(
        Day(2026, 4, 15), Day(2026, 10, 15), entered: Day(2026, 9, 1),
        after: [
          entered, season(Day(2026, 4, 15), Day(2026, 6, 10), entered: Day(2026, 6, 10)),
        ]),
      periods: Array(summer.prefix(3)) + [
        "2026-flood-09 09-01 09-30 10-01", "2026-flood-10 10-01 10-15 10-16",
      ]),
  ])
  func aSeasonMovesWhatFollowsOnly(_ row: Flood) throws {
    let calendar = try ScheduleFixtures.calendar()
    func lines(_ window: ClosedRange<Day>) -> [String] {
      Schedule.periods(
        of: PlanHistory(plan(Trigger(row.kind)), recorded: always), calendar: calendar,
        seasons: [row.season], alerts: [], in: window
      ).map(\.line)
    }
    #expect(lines(Day(2026, 1, 1)...Day(2026, 12, 31)) == row.periods)
    let months = (1...12).flatMap { lines(Month(2026, $0).days) }
    #expect(Set(months) == Set(row.periods))
  }

  static let notice = [
    HolidayFacts.Row(Day(2026, 12, 30), .off, holidays: [.newYear], year: 2027),
    HolidayFacts.Row(Day(2026, 12, 31), .off, holidays: [.newYear], year: 2027),
    HolidayFacts.Row(Day(2027, 1, 1), .off, holidays: [.newYear], year: 2027),
  ]

  struct Notice: Sendable {
    var recorded: Day
    var periods: [String]
  }

  /// 2027-01-01 is a Friday; the notice puts two days off before it.
  @Test(arguments: [
    Notice(recorded: Day(2026, 11, 20), periods: ["2027-new-year 12-23 12-29 12-30"]),
    Notice(recorded: Day(2026, 12, 24), periods: ["2027-new-year 12-23 12-29 12-30"]),
    Notice(recorded: Day(2026, 12, 25), periods: ["2027-new-year 12-25 12-31 01-01"]),
    Notice(recorded: Day(2026, 12, 31), periods: ["2027-new-year 12-25 12-31 01-01"]),
  ])
  func whatHasBegunKeepsItsDates(_ row: Notice) throws {
    let calendar = try ScheduleFixtures.calendar()
      .loading(Self.notice, of: 2027, recorded: row.recorded)
    let found = Schedule.periods(
      of: PlanHistory(plan(Trigger(.preholiday)), recorded: always), calendar: calendar,
      seasons: [], alerts: [], in: Day(2026, 12, 1)...Day(2027, 1, 5))
    #expect(found.map(\.line) == row.periods)
  }

  /// A break that a notice brings too late to be walked before never asks for a check.
  @Test func aBreakOfThePastIsNotBornMissed() throws {
    let calendar = WorkCalendar().loading(
      [
        HolidayFacts.Row(
          Day(2026, 3, 12), .off, holidays: [.qingming], year: 2026)
      ], of: 2026, recorded: Day(2026, 3, 12))
    let found = Schedule.periods(
      of: PlanHistory(plan(Trigger(.preholiday)), recorded: always), calendar: calendar,
      seasons: [], alerts: [], in: Day(2026, 3, 1)...Day(2026, 3, 31))
    #expect(found == [])
  }
}
