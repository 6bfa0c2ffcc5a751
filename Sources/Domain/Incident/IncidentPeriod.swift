import Almanac

/// The days whose incidents and nil reports are told together: a month, a quarter, a year, or a break.
public enum IncidentPeriod: Hashable, Sendable, CustomStringConvertible {
  case month(Month)
  case long(SummaryPeriod)
  case holiday(Break)

  /// Reads `2026-11`, `2026-Q4`, `2026`, or a break's key as `2027-new-year`.
  public init?(_ text: String, in calendar: WorkCalendar) {
    if let month = Month(text) {
      self = .month(month)
    } else if let period = SummaryPeriod(text) {
      self = .long(period)
    } else if let holiday = calendar.holiday(text) {
      self = .holiday(holiday)
    } else {
      return nil
    }
  }

  /// All its days.
  public var days: ClosedRange<Day> {
    switch self {
    case .month(let month): month.days
    case .long(let period): period.days
    case .holiday(let holiday): holiday.days
    }
  }

  /// As ``init(_:in:)`` reads it.
  public var description: String {
    switch self {
    case .month(let month): month.description
    case .long(let period): period.description
    case .holiday(let holiday): holiday.key
    }
  }
}
