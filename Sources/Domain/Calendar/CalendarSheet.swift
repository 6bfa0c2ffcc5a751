import Almanac

/// The days of a month or a year as the calendar shows them: a pure function of the office, its rounds
/// and its hazards.
public struct CalendarSheet: Sendable {
  /// Its first day to its last.
  public let window: ClosedRange<Day>
  /// Every day of the window, in order.
  public let days: [CalendarDay]

  /// Draws up a window of days.
  ///
  /// - Parameters:
  ///   - rounds: Those whose period meets the window, as they stand today.
  ///   - hazards: The open ones.
  ///   - rosters: The duty rosters.
  public init(
    _ window: ClosedRange<Day>, bureau: Bureau, rounds: [Round], hazards: [HazardBrief],
    rosters: [DutyRoster] = [], on today: Day
  ) {
    self.window = window
    let source = Source(
      window, bureau: bureau, rounds: rounds, hazards: hazards, rosters: rosters, today: today)
    days = window.map(source.day)
  }

  /// A day of the window; nil outside.
  public subscript(day: Day) -> CalendarDay? {
    window.contains(day) ? days[day - window.lowerBound] : nil
  }

  /// Whether it shows days of a year whose notice is not loaded yet (预排).
  public var isProvisional: Bool { days.contains(where: \.isProvisional) }
}

/// What a sheet is drawn from, sorted by day once.
private struct Source {
  private let bureau: Bureau
  private let today: Day
  private let breaks: [Break]
  private let festivals: [Day: Festival]
  private let terms: [Day: SolarTerm]
  private let due: [Day: [Round]]
  private let starting: [Day: [Round]]
  private let deadlines: [Day: [HazardBrief]]
  private let duty: [Day: [DutyOn]]

  init(
    _ window: ClosedRange<Day>, bureau: Bureau, rounds: [Round], hazards: [HazardBrief],
    rosters: [DutyRoster], today: Day
  ) {
    self.bureau = bureau
    self.today = today
    breaks = bureau.calendar.breaks(overlapping: window)
    let years = window.lowerBound.year...window.upperBound.year
    festivals = Self.byDay(years, Festival.allCases) { $0.day(in: $1) }
    terms = Self.byDay(years, SolarTerm.allCases) { $0.day(in: $1) }
    due = Dictionary(grouping: rounds, by: \.due).mapValues { $0.sorted(by: Self.order) }
    starting = Dictionary(grouping: rounds.filter { $0.start < $0.due }, by: \.start)
    duty = Dictionary(grouping: bureau.duty(rosters), by: \.row.day)
    deadlines = Dictionary(
      grouping: hazards.filter { $0.isOpen && $0.deadline != nil },
      by: { $0.deadline ?? today })
  }

  func day(_ day: Day) -> CalendarDay {
    let calendar = bureau.calendar
    let around = breaks.first { $0.days.contains(day) }
    let kind = kind(of: day, isInBreak: around != nil)
    return CalendarDay(
      day: day, kind: kind,
      holiday: kind == .makeUp ? holidayMadeUp(on: day) : around?.name,
      holidayBreak: around, festival: festivals[day], term: terms[day], lunar: LunarDate(day),
      isProvisional: calendar.isProvisional(day.year) || around?.isProvisional ?? false,
      season: bureau.seasons.first { $0.start <= day && day <= $0.end },
      alerts: bureau.alerts.filter { $0.isInForce(on: day, asOf: today) },
      due: due[day] ?? [], starting: starting[day] ?? [], deadlines: deadlines[day] ?? [],
      duty: duty[day] ?? [])
  }

  private func kind(of day: Day, isInBreak: Bool) -> CalendarDay.Kind {
    if bureau.calendar.isWorkday(day) { return day.isWeekend ? .makeUp : .workday }
    return isInBreak || !day.isWeekend ? .off : .weekend
  }

  /// The break for which a weekend day is worked, or another occasion by its name.
  private func holidayMadeUp(on day: Day) -> Bilingual? {
    guard let fact = bureau.calendar.fact(of: day) else { return nil }
    let found = bureau.calendar.breaks(in: fact.year).first {
      !Set($0.holidays).isDisjoint(with: fact.holidays)
    }
    return found?.name ?? fact.occasion.map(Bilingual.init(verbatim:))
  }

  private static func byDay<Value>(
    _ years: ClosedRange<Int>, _ values: [Value], _ day: (Value, Int) -> Day?
  ) -> [Day: Value] {
    let pairs = years.flatMap { year in
      values.compactMap { value in day(value, year).map { ($0, value) } }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private static func order(_ left: Round, _ right: Round) -> Bool { rank(left) < rank(right) }

  private static func rank(_ round: Round) -> (Int, Int, String) {
    let pressing = round.hasLapsed ? 0 : round.state.isSettled ? 2 : 1
    return (pressing, round.isFrequent ? 1 : 0, round.id.description)
  }
}
