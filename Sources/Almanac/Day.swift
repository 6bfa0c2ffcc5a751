/// A civil date in Asia/Shanghai: no hour, no zone, no instant.
///
/// Counted as whole days since 1970-01-01 in the proleptic Gregorian calendar, so that comparing and
/// adding are integer arithmetic.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public let number: Int

  /// The date so many days after 1970-01-01; before it, if negative.
  public init(number: Int) { self.number = number }

  /// The date of a year, month and day that are known to exist; an overflowing day runs on into the
  /// next month, as `Day(2026, 2, 29)` is 1 March.
  public init(_ year: Int, _ month: Int, _ day: Int) {
    // Days from civil, Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// The date of a year, month and day, or nil if the calendar has no such date.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Month(year, month).length
    else { return nil }
    self.init(year, month, day)
  }

  /// Year, month and day of the month.
  public var civil: (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The calendar year, as 2026.
  public var year: Int { civil.year }
  /// The calendar month it lies in, with its year.
  public var month: Month { Month(civil.year, civil.month) }
  /// 1 for the first day of the month.
  public var dayOfMonth: Int { civil.day }
  /// 1 for Monday to 7 for Sunday (ISO 8601).
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }
  /// Saturday or Sunday, whether or not it is worked (调休); ``WorkCalendar`` knows that.
  public var isWeekend: Bool { weekday > 5 }

  /// Earlier is less.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  /// The date so many calendar days later.
  public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
  /// The date so many calendar days earlier.
  public static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
  /// Days from the right date to the left one.
  public static func - (left: Day, right: Day) -> Int { left.number - right.number }
}

extension Day: Strideable {
  /// Calendar days from this date to another; negative if that is earlier.
  public func distance(to other: Day) -> Int { other.number - number }
  /// The date so many calendar days on, which makes `first...last` a range of days.
  public func advanced(by days: Int) -> Day { self + days }

  /// The same day of the month some months later; the last of the month where that has none.
  public func adding(months: Int) -> Day {
    let number = year * 12 + month.month - 1 + months
    let target = Month(number / 12, number % 12 + 1)
    return min(target.first + (dayOfMonth - 1), target.last)
  }
}

extension Day: CustomStringConvertible, LosslessStringConvertible {
  /// ISO 8601, as `2026-11-23`.
  public var description: String {
    let (year, month, day) = civil
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Month and day, as `11-23`.
  public var monthAndDay: String { String(description.suffix(5)) }

  /// Reads `2026-11-23`, exactly so.
  public init?(_ description: String) {
    let parts = description.split(separator: "-", omittingEmptySubsequences: false)
    guard description.utf8.count == 10, parts.count == 3,
      let year = digits(parts[0], 4), let month = digits(parts[1], 2), let day = digits(parts[2], 2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension Day: Codable {
  /// Read from a text as `2026-11-23`; any other is corrupt data.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let day = Day(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a date: \(text)"))
    }
    self = day
  }

  /// Written as a text, `2026-11-23`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// A calendar month.
public struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// As 2026.
  public let year: Int
  /// 1 to 12.
  public let month: Int

  /// A month from its year and its number, 1 to 12, which is not checked.
  public init(_ year: Int, _ month: Int) {
    self.year = year
    self.month = month
  }

  /// Reads `2026-11`, exactly so.
  public init?(_ description: String) {
    guard description.utf8.count == 7, let first = Day(description + "-01") else { return nil }
    self = first.month
  }

  /// Its 1st.
  public var first: Day { Day(year, month, 1) }
  /// Its 28th to 31st.
  public var last: Day { next.first - 1 }
  /// From its first day to its last, both included.
  public var days: ClosedRange<Day> { first...last }
  /// Days in it, 28 to 31.
  public var length: Int { next.first - first }
  /// The month after; January follows December of the year before.
  public var next: Month { month == 12 ? Month(year + 1, 1) : Month(year, month + 1) }
  /// The month before, across the turn of the year too.
  public var previous: Month { month == 1 ? Month(year - 1, 12) : Month(year, month - 1) }
  /// 1 to 4.
  public var quarter: Int { (month + 2) / 3 }

  /// Earlier is less.
  public static func < (left: Month, right: Month) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }

  /// As `2026-11`.
  public var description: String { "\(padded(year, 4))-\(padded(month, 2))" }
}

extension Month: Codable {
  /// Read from a text as `2026-11`; any other is corrupt data.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let month = Month(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a month: \(text)"))
    }
    self = month
  }

  /// Written as a text, `2026-11`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// The number with leading zeros up to a width in digits.
public func padded(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}

/// The value of a run of exactly so many ASCII digits.
func digits(_ text: Substring, _ count: Int) -> Int? {
  text.utf8.count == count && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
}
