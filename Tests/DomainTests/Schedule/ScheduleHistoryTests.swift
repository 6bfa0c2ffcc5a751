import Almanac
import Domain
import Testing

/// Limits of places and plans, revisions, pauses, and what was entered late.
struct ScheduleHistoryTests {
  struct Case: Sendable {
    var plan: PlanHistory
    var places: [Place] = [place("a")]
    var recorded: [Place.ID: Day] = [:]
    var window: ClosedRange<Day>
    var lines: [String]
  }

  static let year = Day(2026, 9, 1)...Day(2026, 12, 31)

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
      plan: history(plan(Trigger(.monthly))), recorded: ["a": Day(2026, 11, 1)], window: year,
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
      seasons: [], alerts: [], recorded: row.recorded, in: row.window, applies: names)
    #expect(found.map(\.line) == row.lines)
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
