/// What the State Council's yearly notices arranged: the days off and the weekends worked.
///
/// Source: 国务院办公厅关于部分节假日安排的通知, one a year.
public struct HolidayFacts: Hashable, Sendable, Codable {
  /// One day that the notice names or that stands beside a day it names.
  public struct Row: Hashable, Sendable, Codable {
    /// What a notice does to a day.
    public enum Kind: String, Hashable, Sendable, Codable {
      case off
      /// A Saturday or Sunday that is worked.
      case workday
    }

    /// The day it speaks of.
    public let day: Day
    /// Whether the day is off or worked.
    public let kind: Kind
    /// The statutory holidays the arrangement is for; none for another occasion (2015-09-03).
    public let holidays: [Holiday]
    /// The name of an occasion that is none of the statutory holidays.
    public let occasion: String?
    /// The year of the arrangement; breaks at the new year may begin in the December before.
    public let year: Int

    enum CodingKeys: String, CodingKey {
      case day
      case kind
      case holidays
      case occasion
      case year
    }

    /// A row as a notice gives it.
    public init(
      _ day: Day, _ kind: Kind, holidays: [Holiday], occasion: String? = nil, year: Int
    ) {
      self.day = day
      self.kind = kind
      self.holidays = holidays
      self.occasion = occasion
      self.year = year
    }
  }

  /// In order of day.
  public let rows: [Row]

  enum CodingKeys: String, CodingKey {
    case rows
  }

  /// The facts of these rows, in any order.
  public init(rows: [Row] = []) {
    self.rows = rows.sorted { $0.day < $1.day }
  }

  /// The years whose arrangement is known.
  public var years: Set<Int> { Set(rows.lazy.map(\.year)) }

  /// The arrangement of one year.
  public func rows(of year: Int) -> [Row] { rows.filter { $0.year == year } }

  /// These facts with one year's arrangement put in place of what was known of it: a new notice, or an
  /// amended one.
  public func replacing(year: Int, with arrangement: [Row]) -> HolidayFacts {
    HolidayFacts(rows: rows.filter { $0.year != year } + arrangement)
  }
}
