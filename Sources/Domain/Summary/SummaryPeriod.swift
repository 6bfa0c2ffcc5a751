import Almanac

/// A stretch of whole months that is summed up: a month, a quarter, half a year or a year.
public enum SummaryPeriod: Hashable, Sendable, CustomStringConvertible {
  /// A calendar month.
  case month(Month)
  /// A quarter of a civil year, from 1 to 4.
  case quarter(Int, of: Int)
  /// A half of a civil year, 1 or 2.
  case half(Int, of: Int)
  /// A civil year.
  case year(Int)

  /// The year in which it lies.
  public var year: Int {
    switch self {
    case .month(let month): month.year
    case .quarter(_, let year), .half(_, let year), .year(let year): year
    }
  }
  /// From the first to the last.
  public var months: [Month] {
    switch self {
    case .month(let month): [month]
    case .quarter(let number, let year): (0..<3).map { Month(year, 3 * number - 2 + $0) }
    case .half(let number, let year): (0..<6).map { Month(year, 6 * number - 5 + $0) }
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
    case .month(let month): .month(month.previous)
    case .quarter(1, let year): .quarter(4, of: year - 1)
    case .quarter(let number, let year): .quarter(number - 1, of: year)
    case .half(1, let year): .half(2, of: year - 1)
    case .half(let number, let year): .half(number - 1, of: year)
    case .year(let year): .year(year - 1)
    }
  }
  /// The one of the same kind after it.
  public var next: SummaryPeriod {
    switch self {
    case .month(let month): .month(month.next)
    case .quarter(4, let year): .quarter(1, of: year + 1)
    case .quarter(let number, let year): .quarter(number + 1, of: year)
    case .half(2, let year): .half(1, of: year + 1)
    case .half(let number, let year): .half(number + 1, of: year)
    case .year(let year): .year(year + 1)
    }
  }
  /// The one whose plan its summary tells: the next; nil after a year, whose plan is a document of its own
  /// (年度检查计划).
  public var planned: SummaryPeriod? { if case .year = self { nil } else { next } }
  /// As prose has it.
  public var prose: Bilingual {
    switch self {
    case .month(let month):
      Bilingual(zh: "\(month.year)年\(month.month)月", en: "\(month)")
    case .half(let number, let year):
      Bilingual(
        zh: "\(year)年\(number == 1 ? "上" : "下")半年",
        en: "\(number == 1 ? "first" : "second") half of \(year)")
    case .quarter(let number, let year):
      Bilingual(
        zh: "\(year)年第\(["一", "二", "三", "四"][number - 1])季度", en: "quarter \(number) of \(year)")
    case .year(let year): Bilingual(zh: "\(year)年度", en: "\(year)")
    }
  }
  /// As `2026-11`, `2026-Q3`, `2026-H2` or `2026`.
  public var description: String {
    switch self {
    case .month(let month): month.description
    case .quarter(let number, let year): "\(padded(year, 4))-Q\(number)"
    case .half(let number, let year): "\(padded(year, 4))-H\(number)"
    case .year(let year): padded(year, 4)
    }
  }

  /// Reads `2026-11`, `2026-Q3`, `2026q3`, `2026-H2` or `2026`.
  public init?(_ text: String) {
    if let month = Month(text) {
      self = .month(month)
      return
    }
    let head = text.prefix(4)
    guard head.count == 4, let year = Int(head), year > 0 else { return nil }
    var tail = text.dropFirst(4).uppercased()
    if tail.isEmpty {
      self = .year(year)
      return
    }
    if tail.hasPrefix("-") { tail.removeFirst() }
    guard let number = Int(tail.dropFirst()), number > 0 else { return nil }
    if tail.hasPrefix("Q"), number <= 4 {
      self = .quarter(number, of: year)
    } else if tail.hasPrefix("H"), number <= 2 {
      self = .half(number, of: year)
    } else {
      return nil
    }
  }

  /// The quarter in which a day lies.
  public static func quarter(of day: Day) -> SummaryPeriod {
    .quarter(day.month.quarter, of: day.month.year)
  }
}
