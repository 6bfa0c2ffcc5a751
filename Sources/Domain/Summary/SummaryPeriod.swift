import Almanac

/// A stretch of whole months that is summed up: a quarter or a year.
public enum SummaryPeriod: Hashable, Sendable, CustomStringConvertible {
  /// A quarter of a civil year, from 1 to 4.
  case quarter(Int, of: Int)
  /// A civil year.
  case year(Int)

  /// The year in which it lies.
  public var year: Int {
    switch self {
    case .quarter(_, let year), .year(let year): year
    }
  }
  /// From the first to the last.
  public var months: [Month] {
    switch self {
    case .quarter(let number, let year): (0..<3).map { Month(year, 3 * number - 2 + $0) }
    case .year(let year): (1...12).map { Month(year, $0) }
    }
  }
  /// All its days.
  public var days: ClosedRange<Day> { first...last }
  /// Its first day.
  public var first: Day { months[0].first }
  /// Its last day.
  public var last: Day { months[months.count - 1].last }
  /// The one of the same kind before it, with which it is compared.
  public var previous: SummaryPeriod {
    switch self {
    case .quarter(1, let year): .quarter(4, of: year - 1)
    case .quarter(let number, let year): .quarter(number - 1, of: year)
    case .year(let year): .year(year - 1)
    }
  }
  /// As prose has it.
  public var prose: Bilingual {
    switch self {
    case .quarter(let number, let year):
      Bilingual(
        zh: "\(year)年第\(["一", "二", "三", "四"][number - 1])季度", en: "quarter \(number) of \(year)")
    case .year(let year): Bilingual(zh: "\(year)年度", en: "\(year)")
    }
  }
  /// As `2026-Q3` or `2026`.
  public var description: String {
    switch self {
    case .quarter(let number, let year): "\(padded(year, 4))-Q\(number)"
    case .year(let year): padded(year, 4)
    }
  }

  /// Reads `2026-Q3`, `2026q3` or `2026`.
  public init?(_ text: String) {
    let head = text.prefix(4)
    guard head.count == 4, let year = Int(head), year > 0 else { return nil }
    var tail = text.dropFirst(4).uppercased()
    if tail.isEmpty {
      self = .year(year)
      return
    }
    if tail.hasPrefix("-") { tail.removeFirst() }
    guard tail.hasPrefix("Q"), let number = Int(tail.dropFirst()), (1...4).contains(number) else {
      return nil
    }
    self = .quarter(number, of: year)
  }

  /// The quarter in which a day lies.
  public static func quarter(of day: Day) -> SummaryPeriod {
    .quarter(day.month.quarter, of: day.month.year)
  }
}
