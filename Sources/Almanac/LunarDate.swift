/// A date of the Chinese lunar calendar (农历), known from 1990 to 2100.
///
/// Source: GB/T 33661-2017 《农历的编算和颁行》.
public struct LunarDate: Hashable, Sendable {
  /// The Gregorian year in which the lunar year begins.
  public let year: Int
  /// 1 to 12; a leap month has the number of the month before it.
  public let month: Int
  /// 1 to 30.
  public let day: Int
  /// Whether it lies in the leap month (闰月).
  public let isLeapMonth: Bool

  /// A lunar date, which need not exist; see ``civil``.
  public init(_ year: Int, _ month: Int, _ day: Int, isLeapMonth: Bool = false) {
    self.year = year
    self.month = month
    self.day = day
    self.isLeapMonth = isLeapMonth
  }

  /// The lunar date of a civil one, or nil outside the years that are known.
  public init?(_ date: Day) {
    let civilYear = date.year
    let found =
      if let lunar = LunarYear(civilYear), lunar.first <= date { lunar } else {
        LunarYear(civilYear - 1)
      }
    guard let lunar = found else { return nil }
    var rest = date - lunar.first
    for month in lunar.months {
      if rest < month.length {
        self.init(lunar.year, month.number, rest + 1, isLeapMonth: month.isLeap)
        return
      }
      rest -= month.length
    }
    return nil
  }

  /// The civil date, or nil if there is no such lunar date or its year is not known.
  public var civil: Day? {
    guard let lunar = LunarYear(year) else { return nil }
    var first = lunar.first
    for candidate in lunar.months {
      if candidate.number == month, candidate.isLeap == isLeapMonth {
        return (1...candidate.length).contains(day) ? first + (day - 1) : nil
      }
      first = first + candidate.length
    }
    return nil
  }
}

/// One row of ``LunarTable``, unpacked.
struct LunarYear {
  struct LunarMonth {
    let number: Int
    let isLeap: Bool
    let length: Int
  }

  let year: Int
  private let bits: Int

  /// The lunar year that begins in a Gregorian one, or nil where the table has no row.
  init?(_ year: Int) {
    let index = year - LunarTable.firstYear
    guard LunarTable.years.indices.contains(index) else { return nil }
    self.year = year
    bits = Int(LunarTable.years[index])
  }

  /// 春节.
  var first: Day { Day(year, 1, 20) + (bits & 0x1F) }

  /// 0 for none.
  var leapMonth: Int { bits >> 5 & 0xF }

  var months: [LunarMonth] {
    let count = leapMonth == 0 ? 12 : 13
    return (0..<count).map { index in
      let isLeap = leapMonth != 0 && index == leapMonth
      let number = leapMonth != 0 && index >= leapMonth ? index : index + 1
      return LunarMonth(
        number: number, isLeap: isLeap, length: bits >> (9 + index) & 1 == 1 ? 30 : 29)
    }
  }
}
