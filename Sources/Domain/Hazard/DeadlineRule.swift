import Almanac

/// The deadline proposed for a hazard, in calendar days from its finding.
public enum DeadlineRule {
  /// Calendar days given to a category.
  public static func days(_ category: HazardCategory) -> Int {
    switch category {
    case .electrical, .fire, .vehicle: 3
    case .theft, .water, .network, .structure, .archive, .order, .other: 7
    }
  }

  /// The proposed last day: on a rest day it moves back to a working day, but not before the finding;
  /// found before a break it is due before that break begins.
  ///
  /// - Parameter firstOff: The first day off of the break that the round prepares; nil outside one.
  public static func proposed(
    for category: HazardCategory, found day: Day, calendar: WorkCalendar, beforeBreak firstOff: Day?
  ) -> Day {
    var last = day + days(category)
    if let firstOff, firstOff > day { last = min(last, firstOff - 1) }
    return calendar.lastWorkday(onOrBefore: last, notBefore: day) ?? last
  }
}
