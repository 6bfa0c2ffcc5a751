import Almanac
import Domain
import Testing

/// What each day of the calendar is. Days off and made up are those of the State Council's notices of
/// 2015, 2017 and 2026; 2027 has none, so that its days follow from the rule of 2025 and the moon.
struct CalendarSheetTests {
  struct Case: Sendable {
    var day: Day
    var kind: CalendarDay.Kind
    var holiday: String?
    var names: [String] = []
    var isProvisional = false
  }

  static let facts = [
    Case(day: Day(2026, 1, 4), kind: .makeUp, holiday: "元旦", names: ["元旦"]),
    Case(day: Day(2026, 2, 13), kind: .workday),
    Case(day: Day(2026, 2, 14), kind: .makeUp, holiday: "春节", names: ["春节"]),
    Case(day: Day(2026, 2, 15), kind: .off, holiday: "春节", names: ["春节"]),
    Case(day: Day(2026, 2, 16), kind: .off, holiday: "春节", names: ["除夕", "春节"]),
    Case(day: Day(2026, 2, 17), kind: .off, holiday: "春节", names: ["春节"]),
    Case(day: Day(2026, 2, 23), kind: .off, holiday: "春节", names: ["春节"]),
    Case(day: Day(2026, 2, 24), kind: .workday),
    Case(day: Day(2026, 2, 28), kind: .makeUp, holiday: "春节", names: ["春节"]),
    Case(day: Day(2026, 3, 3), kind: .workday, names: ["元宵"]),
    Case(day: Day(2026, 4, 5), kind: .off, holiday: "清明", names: ["清明"]),
    Case(day: Day(2026, 5, 9), kind: .makeUp, holiday: "劳动节", names: ["劳动节"]),
    Case(day: Day(2026, 6, 19), kind: .off, holiday: "端午", names: ["端午"]),
    Case(day: Day(2026, 8, 19), kind: .workday, names: ["七夕"]),
    Case(day: Day(2026, 9, 20), kind: .makeUp, holiday: "国庆", names: ["国庆"]),
    Case(day: Day(2026, 9, 25), kind: .off, holiday: "中秋", names: ["中秋"]),
    Case(day: Day(2026, 10, 10), kind: .makeUp, holiday: "国庆", names: ["国庆"]),
    Case(day: Day(2026, 10, 11), kind: .weekend),
    Case(day: Day(2026, 10, 18), kind: .weekend, names: ["重阳"]),
    Case(day: Day(2026, 11, 22), kind: .weekend, names: ["小雪"]),
    Case(day: Day(2026, 12, 22), kind: .workday, names: ["冬至"]),
    Case(day: Day(2026, 12, 31), kind: .workday),
    Case(
      day: Day(2027, 1, 1), kind: .off, holiday: "元旦", names: ["元旦"], isProvisional: true),
    Case(
      day: Day(2027, 2, 5), kind: .off, holiday: "春节", names: ["除夕", "春节"],
      isProvisional: true),
    Case(
      day: Day(2027, 2, 8), kind: .off, holiday: "春节", names: ["春节"], isProvisional: true),
    Case(day: Day(2027, 2, 9), kind: .workday, isProvisional: true),
    Case(day: Day(2027, 2, 13), kind: .weekend, isProvisional: true),
    Case(day: Day(2017, 9, 30), kind: .makeUp, holiday: "国庆+中秋", names: ["国庆+中秋"]),
    Case(
      day: Day(2017, 10, 4), kind: .off, holiday: "国庆+中秋", names: ["中秋", "国庆+中秋"]),
    Case(
      day: Day(2015, 9, 4), kind: .off, holiday: "抗战胜利70周年纪念日",
      names: ["抗战胜利70周年纪念日"]),
    Case(
      day: Day(2015, 9, 6), kind: .makeUp, holiday: "抗战胜利70周年纪念日",
      names: ["抗战胜利70周年纪念日"]),
  ]

  @Test(arguments: facts)
  func days(_ row: Case) throws {
    let month = row.day.month.days
    let sheet = CalendarSheet(month, bureau: try bureau(), rounds: [], hazards: [], on: row.day)
    let day = try #require(sheet[row.day])
    #expect(day.kind == row.kind)
    #expect(day.holiday?.zh == row.holiday)
    #expect(day.names.map(\.zh) == row.names)
    #expect(day.isProvisional == row.isProvisional)
    #expect(sheet.days.map(\.day) == Array(month))
    #expect(sheet[row.day + 40] == nil)
  }

  /// In a year's sheet each day is what it is in its month's.
  @Test func yearAndMonthAgree() throws {
    let bureau = try bureau()
    let days = Day(2026, 1, 1)...Day(2026, 12, 31)
    let year = CalendarSheet(days, bureau: bureau, rounds: [], hazards: [], on: days.lowerBound)
    for month in (1...12).map({ Month(2026, $0) }) {
      let sheet = CalendarSheet(
        month.days, bureau: bureau, rounds: [], hazards: [], on: days.lowerBound)
      for day in sheet.days {
        #expect(day.kind == year[day.day]?.kind, "\(day.day)")
        #expect(day.names == year[day.day]?.names, "\(day.day)")
      }
    }
    // Counted on the notice: 33 days off with their joined weekends, six made up.
    #expect(year.days.count { $0.kind == .off } == 33)
    #expect(year.days.count { $0.kind == .makeUp } == 6)
    #expect(!year.isProvisional)
  }

  @Test func roundsStandOnTheirDays() throws {
    let (start, due) = (Day(2026, 11, 1), Day(2026, 11, 30))
    let daily = round("climate/2026-11-30-am", .twicedaily, due...due, .done)
    let monthly = round("monthly/2026-11", .monthly, start...due, .open)
    let missed = round("weekly/2026-W49", .weekly, due...due, .missed)
    let sheet = CalendarSheet(
      start...due, bureau: try bureau(), rounds: [daily, monthly, missed], hazards: [],
      on: Day(2026, 12, 2))
    let last = try #require(sheet[due])
    #expect(
      last.due.map(\.id.description) == [
        "weekly/2026-W49", "monthly/2026-11", "climate/2026-11-30-am",
      ])
    #expect(last.settled == 1)
    #expect(last.hasLapsed)
    #expect(last.starting.isEmpty)
    let first = try #require(sheet[start])
    #expect(first.starting.map(\.id.description) == ["monthly/2026-11"])
    #expect(first.due.isEmpty)
    #expect(!first.hasLapsed)
    #expect(daily.isFrequent && missed.isFrequent && !monthly.isFrequent)
  }

  @Test func seasonAndAlerts() throws {
    var bureau = try bureau()
    bureau.seasons = [
      Season(id: "2026-flood", start: Day(2026, 4, 15), end: Day(2026, 10, 15))
    ]
    let noon = { (day: Day) in Moment(day, hour: 12, minute: 0) }
    bureau.alerts = [
      Alert(
        id: "lifted", kind: .typhoon, colour: .red, issued: noon(Day(2026, 10, 13)),
        lifted: noon(Day(2026, 10, 14)), recorded: Day(2026, 10, 13)),
      Alert(
        id: "open", kind: .rainstorm, colour: .yellow, issued: noon(Day(2026, 10, 14)),
        recorded: Day(2026, 10, 14)),
    ]
    let sheet = CalendarSheet(
      Month(2026, 10).days, bureau: bureau, rounds: [], hazards: [], on: Day(2026, 10, 16))
    func alerts(_ day: Int) -> [String]? {
      sheet[Day(2026, 10, day)]?.alerts.map(\.id.rawValue)
    }
    #expect((12...17).map(alerts) == [[], ["lifted"], ["lifted", "open"], ["open"], ["open"], []])
    #expect(
      (14...16).map { sheet[Day(2026, 10, $0)]?.season?.id } == ["2026-flood", "2026-flood", nil])
  }

  @Test func deadlines() throws {
    let (_, hazards) = try WalkFixtures.record([
      WalkFixtures.socket: .fail(Finding(text: "loose")), WalkFixtures.exit: .pass,
      WalkFixtures.warmth: .reading("20.5"),
    ])
    var hazard = try #require(hazards.first)
    hazard.deadlines = [Hazard.Deadline(last: Day(2026, 11, 26), set: Day(2026, 11, 23))]
    func found() throws -> [Hazard.ID] {
      let sheet = CalendarSheet(
        Month(2026, 11).days, bureau: try bureau(), rounds: [], hazards: [HazardBrief(hazard)],
        on: Day(2026, 11, 23))
      return sheet[Day(2026, 11, 26)]?.deadlines.map(\.id) ?? []
    }
    #expect(try found() == [hazard.id])
    hazard.state = .closed
    #expect(try found() == [])
  }

  private func bureau() throws -> Bureau {
    Bureau(
      organization: Organization(name: "Office"), isPractice: true, sections: [], persons: [],
      places: [], plans: [], checklists: [], seasons: [], alerts: [],
      calendar: try ScheduleFixtures.calendar())
  }

  private func round(
    _ id: String, _ trigger: Trigger.Kind, _ days: ClosedRange<Day>, _ state: OccurrenceState
  ) -> Round {
    let parts = id.split(separator: "/").map(String.init)
    let occurrence = Occurrence(
      plan: Identifier(parts[0]), place: "301", period: parts[1], start: days.lowerBound,
      due: days.upperBound, miss: nil)
    return Round(
      id: occurrence.key.round, title: Bilingual(verbatim: id), trigger: trigger,
      start: days.lowerBound, due: days.upperBound, miss: nil, isProvisional: false,
      rooms: [
        Round.Room(
          occurrence: occurrence, place: place("301"), state: state, fulfilment: nil,
          excused: nil, noEntries: 0, draft: nil)
      ])
  }
}
