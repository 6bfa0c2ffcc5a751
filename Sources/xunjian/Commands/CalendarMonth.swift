import Almanac
import ArgumentParser
import Domain

extension Session {
  /// The days of a window as the calendar shows them now.
  func calendarSheet(of window: ClosedRange<Day>) throws -> CalendarSheet {
    CalendarSheet(
      window, bureau: try ledger.bureau().asOf(clock.now),
      rounds: try ledger.rounds(in: window, at: clock.now),
      hazards: try ledger.openBriefs(),
      rosters: try ledger.dutyRosters(from: window.lowerBound - 1), on: today)
  }
}

/// The days of a month, or of several, a line a day.
struct MonthCommand: ParsableCommand {
  static let configuration = about(
    "month",
    zh: "月历，每天一行：日期、类别、节假日、节气、农历、汛期、预警、到期轮次",
    en: "days, a line each: kind, holiday, solar term, lunar date, season, alerts, rounds due")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "月份，如 2026-11", en: "the month, as 2026-11")) var month: Month
  @Option(help: help(zh: "到哪个月", en: "the last month")) var to: Month?
  @OptionGroup var output: ListOptions

  func validate() throws {
    guard month <= to ?? month, month.year >= 1990, (to ?? month).year <= 2100 else {
      throw ValidationError(
        Bilingual(
          zh: "月份须在 1990 至 2100 年之间，且先后有序。", en: "Months run from 1990 to 2100, in order.")[
            Speech.language])
    }
  }

  func run() throws {
    let session = try Session(options)
    let sheet = try session.calendarSheet(of: month.first...(to ?? month).last)
    let language = session.language
    try output.print(
      sheet.days.map(CalendarDayJSON.init),
      keys: [
        "date", "kind", "provisional", "holiday", "festival", "term", "lunar", "season", "alerts",
        "done", "due", "rounds",
      ],
      heading: CalendarDayRow.heading,
      rows: sheet.days.map {
        !output.isForPeople
          ? CalendarDayRow.fields($0, language) : CalendarDayRow.cells($0, language)
      })
  }
}

/// A day of the calendar as a line of a list.
enum CalendarDayRow {
  static let heading = [
    Bilingual(zh: "日期", en: "Date"), Bilingual(zh: "类别", en: "Kind"),
    Bilingual(zh: "节日", en: "Name"), Bilingual(zh: "农历", en: "Lunar"),
    Bilingual(zh: "汛期与预警", en: "Season, alerts"), Bilingual(zh: "完成", en: "Done"),
    Bilingual(zh: "到期轮次", en: "Rounds due"),
  ]

  /// For people.
  static func cells(_ day: CalendarDay, _ language: Language) -> [String] {
    let mark =
      day.isProvisional && day.kind == .off
      ? (Bilingual(zh: "", en: " ") + WorkCalendar.provisionalMark)[language] : ""
    let season = day.season.map { _ in Bilingual(zh: "汛期", en: "flood season")[language] }
    return [
      "\(day.day) \(day.day.weekdayName[language])", day.kind.name[language] + mark,
      day.names.map { $0[language] }.joined(separator: " "), day.lunar?.name[language] ?? "",
      ([season].compactMap { $0 } + day.alerts.map { $0.title[language] }).joined(separator: " "),
      day.due.isEmpty ? "" : "\(day.settled)/\(day.due.count)",
      day.due.map { ($0.hasLapsed ? "!!" : "") + $0.title[language] }
        .joined(separator: Bilingual(zh: "、", en: ", ")[language]),
    ]
  }

  /// For programs: one value a field, ids instead of titles.
  static func fields(_ day: CalendarDay, _ language: Language) -> [String] {
    [
      day.day.description, day.kind.rawValue, day.isProvisional ? "true" : "false",
      day.holiday?[language] ?? "", day.festival?.name[language] ?? "",
      day.term?.name[language] ?? "", day.lunar?.name[language] ?? "",
      day.season?.id.rawValue ?? "", day.alerts.map(\.id.rawValue).joined(separator: ","),
      String(day.settled), String(day.due.count),
      day.due.map(\.id.description).joined(separator: ","),
    ]
  }
}

/// A day of the calendar in JSON.
struct CalendarDayJSON: Encodable {
  struct Lunar: Encodable {
    var year: Int
    var month: Int
    var day: Int
    var leap: Bool

    init(_ date: LunarDate) {
      year = date.year
      month = date.month
      day = date.day
      leap = date.isLeapMonth
    }
  }

  var date: Day
  var kind: CalendarDay.Kind
  var provisional: Bool
  @Nullable var holiday: Bilingual?
  @Nullable var festival: Bilingual?
  @Nullable var term: Bilingual?
  @Nullable var lunar: Lunar?
  @Nullable var season: Season.ID?
  var alerts: [Alert.ID]
  /// Those due on the day.
  var rounds: [RoundJSON]
  var starting: [String]
  var hazards: [Hazard.ID]

  init(_ day: CalendarDay) {
    date = day.day
    kind = day.kind
    provisional = day.isProvisional
    holiday = day.holiday
    festival = day.festival?.name
    term = day.term?.name
    lunar = day.lunar.map(Lunar.init)
    season = day.season?.id
    alerts = day.alerts.map(\.id)
    rounds = day.due.map(RoundJSON.init)
    starting = day.starting.map(\.id.description)
    hazards = day.deadlines.map(\.id)
  }
}
