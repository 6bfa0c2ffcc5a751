import Almanac

/// A stretch of days in which a plan asks for one walk of each of its places.
public struct Period: Hashable, Sendable {
  /// As `2026-11`, `2026-W47`, `2026-spring-festival`: unique for one trigger.
  public let key: String
  /// The first day.
  public let start: Day
  /// The last day on which a walk is on time.
  public let due: Day
  /// The day from which it is missed; nil for what is never missed.
  public let miss: Day?
  /// The day on which its cause, a season or a notice, was entered; nil where none was.
  public var recorded: Day?
  /// Which part of an alert's work it asks; nil for any other trigger's.
  var part: AlertPart?

  /// A period with these dates.
  public init(_ key: String, start: Day, due: Day, miss: Day?, recorded: Day? = nil) {
    self.key = key
    self.start = start
    self.due = due
    self.miss = miss
    self.recorded = recorded
  }

  /// From its start to the day before it is missed, or to its due day where it never is.
  public var days: ClosedRange<Day> { start...max(start, miss.map { $0 - 1 } ?? due) }

  /// Whether a part of it lies between two days, each included; nil where there is no limit.
  func overlaps(from first: Day?, to last: Day?) -> Bool {
    (first.map { $0 <= days.upperBound } ?? true) && (last.map { $0 >= days.lowerBound } ?? true)
  }

  /// Nothing is born missed: whether it could still be walked after a cause was entered.
  func isAlive(whenRecorded day: Day?) -> Bool {
    guard let day, let miss else { return true }
    return miss > day
  }
}
