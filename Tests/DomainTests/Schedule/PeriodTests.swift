import Almanac
import Domain
import Testing

/// Every trigger, worked out by hand from the notices for 2024–2026.
struct PeriodTests {
  struct Case: Sendable {
    var trigger: Trigger
    var window: ClosedRange<Day>
    var periods: [String]
  }

  @Test(arguments: [
    Case(
      trigger: Trigger(.daily), window: Day(2026, 2, 13)...Day(2026, 2, 25),
      periods: [
        "2026-02-13 02-13 02-13 02-14", "2026-02-14 02-14 02-14 02-15",
        "2026-02-24 02-24 02-24 02-25", "2026-02-25 02-25 02-25 02-26",
      ]),
    Case(
      trigger: Trigger(.daily, everyDay: true), window: Day(2026, 2, 14)...Day(2026, 2, 15),
      periods: ["2026-02-14 02-14 02-14 02-15", "2026-02-15 02-15 02-15 02-16"]),
    Case(
      trigger: Trigger(.twicedaily), window: Day(2026, 11, 20)...Day(2026, 11, 22),
      periods: ["2026-11-20-am 11-20 11-20 11-21", "2026-11-20-pm 11-20 11-20 11-21"]),
    // The week of 16 February 2026 has no working day; that before ends on a worked Saturday.
    Case(
      trigger: Trigger(.weekly), window: Day(2026, 2, 9)...Day(2026, 2, 24),
      periods: ["2026-W07 02-09 02-14 02-16", "2026-W09 02-23 02-28 03-02"]),
    Case(
      trigger: Trigger(.weekly), window: Day(2025, 12, 31)...Day(2025, 12, 31),
      periods: ["2026-W01 12-29 01-04 01-05"]),
    Case(
      trigger: Trigger(.monthly), window: Day(2026, 1, 31)...Day(2026, 2, 1),
      periods: ["2026-01 01-01 01-30 02-01", "2026-02 02-01 02-28 03-01"]),
    Case(
      trigger: Trigger(.monthly, day: 20), window: Day(2026, 2, 1)...Day(2026, 2, 28),
      periods: ["2026-02 02-01 02-14 03-01"]),
    Case(
      trigger: Trigger(.monthly, day: 31), window: Day(2026, 2, 1)...Day(2026, 2, 28),
      periods: ["2026-02 02-01 02-28 03-01"]),
    // No working day by 3 May or 3 October: forward to the first.
    Case(
      trigger: Trigger(.monthly, day: 3), window: Day(2026, 5, 1)...Day(2026, 5, 31),
      periods: ["2026-05 05-01 05-06 06-01"]),
    Case(
      trigger: Trigger(.monthly, day: 3), window: Day(2026, 10, 1)...Day(2026, 10, 31),
      periods: ["2026-10 10-01 10-08 11-01"]),
    Case(
      trigger: Trigger(.quarterly), window: Day(2026, 3, 31)...Day(2026, 4, 1),
      periods: ["2026-Q1 01-01 03-31 04-01", "2026-Q2 04-01 06-30 07-01"]),
    Case(
      trigger: Trigger(.preholiday), window: Day(2026, 2, 8)...Day(2026, 2, 8),
      periods: ["2026-spring-festival 02-08 02-14 02-15"]),
    Case(
      trigger: Trigger(.preholiday, lead: 3), window: Day(2026, 9, 18)...Day(2026, 9, 30),
      periods: [
        "2026-mid-autumn 09-18 09-22 09-25", "2026-national-day 09-24 09-28 10-01",
      ]),
    // The tenth working day back is earlier than seven days: it starts on its due day.
    Case(
      trigger: Trigger(.preholiday, lead: 10), window: Day(2026, 6, 5)...Day(2026, 6, 5),
      periods: ["2026-dragon-boat 06-05 06-05 06-19"]),
    Case(
      trigger: Trigger(.preholiday), window: Day(2025, 12, 25)...Day(2025, 12, 25),
      periods: ["2026-new-year 12-25 12-31 01-01"]),
    // Joint: named by its first holiday, found by either.
    Case(
      trigger: Trigger(.preholiday, holidays: [.nationalDay]),
      window: Day(2025, 9, 1)...Day(2025, 9, 30),
      periods: ["2025-mid-autumn 09-24 09-30 10-01"]),
    Case(
      trigger: Trigger(.preholiday, holidays: [.qingming]),
      window: Day(2025, 9, 1)...Day(2025, 9, 30), periods: []),
    // 2015-09-03 was a break without a round; so were its days after.
    Case(
      trigger: Trigger(.preholiday), window: Day(2015, 8, 20)...Day(2015, 9, 10), periods: []),
    Case(
      trigger: Trigger(.postholiday), window: Day(2026, 2, 15)...Day(2026, 4, 30),
      periods: [
        "2026-spring-festival-after 02-24 02-24 02-25", "2026-qingming-after 04-07 04-07 04-08",
      ]),
    Case(
      trigger: Trigger(.once, date: Day(2026, 11, 22)),
      window: Day(2026, 11, 1)...Day(2026, 11, 30), periods: ["2026-11-22 11-22 11-22 -"]),
    Case(
      trigger: Trigger(.once, date: Day(2026, 11, 22)),
      window: Day(2026, 11, 23)...Day(2026, 11, 30), periods: []),
  ])
  func byTheCalendar(_ row: Case) throws {
    let found = Schedule.periods(
      of: PlanHistory(plan(row.trigger), recorded: always),
      calendar: try ScheduleFixtures.calendar(), seasons: [], alerts: [], in: row.window)
    #expect(found.map(\.line) == row.periods)
  }

  struct Flood: Sendable {
    var kind: Trigger.Kind
    var season: Season
    var periods: [String]
  }

  static let flood = Season(id: "2026-flood", start: Day(2026, 4, 15), end: Day(2026, 7, 5))

  @Test(arguments: [
    Flood(
      kind: .preflood, season: flood, periods: ["2026-pre-flood 03-16 04-14 04-15"]),
    Flood(
      kind: .flood, season: flood,
      periods: [
        "2026-flood 04-15 04-21 04-22", "2026-flood-05 05-01 05-29 06-01",
        "2026-flood-06 06-01 06-30 07-01", "2026-flood-07 07-01 07-03 07-06",
      ]),
    // A season that opens on a Sunday, and its later month has no working day inside.
    Flood(
      kind: .flood,
      season: Season(id: "2026-flood2", start: Day(2026, 9, 27), end: Day(2026, 10, 5)),
      periods: ["2026-flood2 09-27 09-30 10-01"]),
    Flood(
      kind: .preflood,
      season: Season(id: "2026-flood2", start: Day(2026, 10, 8), end: Day(2026, 10, 20)),
      periods: ["2026-pre-flood2 09-08 09-30 10-08"]),
    // Inside a break: no working day at all.
    Flood(
      kind: .flood,
      season: Season(id: "2026-flood", start: Day(2026, 10, 2), end: Day(2026, 10, 6)),
      periods: []),
    // Entered on 1 June: what was over by then never existed.
    Flood(
      kind: .flood,
      season: Season(
        id: "2026-flood", start: Day(2026, 4, 15), end: Day(2026, 7, 5),
        recorded: Day(2026, 6, 1)),
      periods: ["2026-flood-06 06-01 06-30 07-01", "2026-flood-07 07-01 07-03 07-06"]),
  ])
  func bySeason(_ row: Flood) throws {
    let found = Schedule.periods(
      of: PlanHistory(plan(Trigger(row.kind)), recorded: always),
      calendar: try ScheduleFixtures.calendar(), seasons: [row.season], alerts: [],
      in: Day(2026, 1, 1)...Day(2026, 12, 31))
    #expect(found.map(\.line) == row.periods)
  }

  /// A season of nearly a year has its own April again: 3 to 5 April 2021 are the Qingming break.
  @Test func theLastMonthOfASeasonOfNearlyAYear() throws {
    let season = Season(id: "2020-flood", start: Day(2020, 4, 20), end: Day(2021, 4, 5))
    let found = Schedule.periods(
      of: PlanHistory(plan(Trigger(.flood)), recorded: always),
      calendar: try ScheduleFixtures.calendar(), seasons: [season], alerts: [],
      in: Day(2020, 1, 1)...Day(2022, 1, 1))
    #expect(found.count == 13 && Set(found.map(\.key)).count == 13)
    #expect(
      found.suffix(2).map(\.line) == [
        "2020-flood-03 03-01 03-31 04-01", "2020-flood-04 04-01 04-02 04-06",
      ])
  }

  struct Weather: Sendable {
    var alert: Alert
    var periods: [String]
  }

  @Test(arguments: [
    Weather(
      alert: Alert(
        id: "a1", kind: .typhoon, colour: .yellow,
        issued: Moment(Day(2026, 9, 1), hour: 22, minute: 0), recorded: Day(2026, 9, 1)),
      periods: ["alert-a1 09-01 09-02 -"]),
    Weather(
      alert: Alert(
        id: "a2", kind: .typhoon, colour: .white,
        issued: Moment(Day(2026, 9, 1), hour: 22, minute: 0), recorded: Day(2026, 9, 1)),
      periods: ["alert-a2 09-01 09-01 -"]),
    Weather(
      alert: Alert(
        id: "a3", kind: .response, level: "II",
        issued: Moment(Day(2026, 9, 1), hour: 8, minute: 0), recorded: Day(2026, 9, 1)),
      periods: ["alert-a3 09-01 09-03 -"]),
    Weather(
      alert: Alert(
        id: "a4", kind: .heat, colour: .yellow,
        issued: Moment(Day(2026, 9, 1), hour: 8, minute: 0), recorded: Day(2026, 9, 1)),
      periods: []),
  ])
  func byAlert(_ row: Weather) throws {
    let trigger = Trigger(
      .alert, weather: [.typhoon, .response], hours: ["yellow": 4, "II": 48])
    let found = Schedule.periods(
      of: PlanHistory(plan(trigger), recorded: always),
      calendar: try ScheduleFixtures.calendar(), seasons: [], alerts: [row.alert],
      in: Day(2026, 9, 1)...Day(2026, 9, 30))
    #expect(found.map(\.line) == row.periods)
  }
}
