/// A run of days off around a holiday, weekends joined.
public struct Break: Hashable, Sendable {
  /// In order of date; empty for another occasion (2015-09-03).
  public let holidays: [Holiday]
  /// The year of the arrangement: a new year's break may begin in the December before.
  public let year: Int
  /// As `春节`, or `中秋+国庆`.
  public let name: Bilingual
  /// The first day off.
  public let firstOff: Day
  /// The last day off.
  public let lastOff: Day
  /// May be a Saturday or a Sunday that is worked (2026-02-14).
  public let lastWorkdayBefore: Day
  /// The first day that is worked again, which may be a weekend.
  public let firstWorkdayAfter: Day
  /// Whether a year it depends on has no notice yet (预排).
  public let isProvisional: Bool

  /// Whether checks are made before and after it: not for other occasions.
  public var isRound: Bool { !holidays.isEmpty }

  /// As `2026-spring-festival`; a joint break takes the first of its holidays in the order of
  /// ``Holiday``, another occasion its first day off.
  public var key: String {
    holidays.min().map { "\(padded(year, 4))-\($0.rawValue)" } ?? firstOff.description
  }

  /// The day for which its papers are drawn up: the one on which they are printed, at most the last workday
  /// before it.
  public func handover(by today: Day) -> Day { min(today, lastWorkdayBefore) }

  /// All its days off.
  public var days: ClosedRange<Day> { firstOff...lastOff }
}
