import Almanac

/// The calendar days that an office gives for rectification, by category and severity: what a new hazard's
/// deadline is proposed by, and what an administrator may change.
///
/// Source: order 61 of the Ministry of Public Security, article 32, which asks for a time limit wherever a
/// hazard cannot be removed at once and leaves its length to the office.
public struct DeadlineRule: Hashable, Sendable, Codable {
  /// Days for a general hazard of each category; one left out has its usual days.
  public var days: [String: Int]
  /// Days for a major hazard, whatever its category.
  public var major: Int?

  enum CodingKeys: String, CodingKey {
    case days
    case major
  }

  /// The usual days, with some changed.
  public init(days: [HazardCategory: Int] = [:], major: Int? = nil) {
    self.days = Dictionary(uniqueKeysWithValues: days.map { ($0.rawValue, $1) })
    self.major = major
  }

  /// The most days that can be given: a year.
  public static let longest = 366

  /// Calendar days given to a category where the office has not said otherwise.
  public static func usualDays(_ category: HazardCategory) -> Int {
    switch category {
    case .electrical, .fire, .vehicle: 3
    case .theft, .water, .network, .structure, .archive, .order, .other: 7
    }
  }

  /// Calendar days given to a hazard.
  public func days(_ category: HazardCategory, _ severity: Severity = .general) -> Int {
    let general = days[category.rawValue] ?? Self.usualDays(category)
    switch severity {
    case .general: return general
    case .major: return major ?? general
    }
  }

  /// The proposed last day: on a rest day it moves back to a working day, but not before the finding;
  /// found before a break it is due before that break begins.
  ///
  /// - Parameter firstOff: The first day off of the break that the round prepares; nil outside one.
  public func proposed(
    for category: HazardCategory, _ severity: Severity = .general, found day: Day,
    calendar: WorkCalendar, beforeBreak firstOff: Day? = nil
  ) -> Day {
    var last = day + days(category, severity)
    if let firstOff, firstOff > day { last = min(last, firstOff - 1) }
    return calendar.lastWorkday(onOrBefore: last, notBefore: day) ?? last
  }

  /// Checks the days given.
  ///
  /// - Throws: ``SetupError/badDays(_:)`` for fewer than none or more than ``longest``.
  func check() throws {
    for given in Array(days.values) + [major].compactMap(\.self)
    where !(0...Self.longest).contains(given) {
      throw SetupError.badDays(given)
    }
  }
}

extension Bureau {
  /// The last day proposed for a hazard found on a day, by the office's own table.
  public func proposedDeadline(
    for category: HazardCategory, _ severity: Severity = .general, found day: Day,
    beforeBreak firstOff: Day? = nil
  ) -> Day {
    organization.deadlineRule.proposed(
      for: category, severity, found: day, calendar: calendar, beforeBreak: firstOff)
  }
}
