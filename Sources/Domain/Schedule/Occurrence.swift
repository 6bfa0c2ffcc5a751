import Almanac

/// One plan in one place in one period (任务): derived, never stored.
public struct Occurrence: Hashable, Sendable, Identifiable {
  /// The plan it is due under.
  public let plan: Plan.ID
  /// The place that is walked.
  public let place: Place.ID
  /// The key of the period, as `2026-11` or `2026-spring-festival`.
  public let period: String
  /// The first day on which it can be walked.
  public let start: Day
  /// The last day on which it is on time.
  public let due: Day
  /// The day from which it is missed (漏检); nil for what is never missed.
  public let miss: Day?

  /// An occurrence with these dates.
  public init(
    plan: Plan.ID, place: Place.ID, period: String, start: Day, due: Day, miss: Day?
  ) {
    self.plan = plan
    self.place = place
    self.period = period
    self.start = start
    self.due = due
    self.miss = miss
  }

  init(plan: Plan.ID, place: Place.ID, period: Period) {
    self.init(
      plan: plan, place: place, period: period.key, start: period.start, due: period.due,
      miss: period.miss)
  }

  /// `plan/place/period`, the same on every machine.
  public var id: String { "\(plan)/\(place)/\(period)" }
  /// `plan/period`.
  public var round: String { "\(plan)/\(period)" }
}
