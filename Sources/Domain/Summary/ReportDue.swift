import Almanac

/// A report that falls due at the end of a quarter or of a year, to be told of while it is.
public enum ReportDue: Hashable, Sendable {
  /// The summary of a quarter that is over.
  case quarter(SummaryPeriod)
  /// The annual report of a year.
  case annual(Int)

  /// For how many days after a quarter its summary is told of.
  public static let quarterDays = 10
  /// The day of January to which the annual report is told of; from the first of December on.
  public static let annualDays = 20

  /// The year whose report and assessment are in hand on a day: until the last day of ``annualDays`` the one
  /// before.
  public static func year(on day: Day) -> Int {
    day <= Day(day.year, 1, annualDays) ? day.year - 1 : day.year
  }

  /// What falls due on a day: nothing of a time before the office kept its ledger.
  public static func all(_ bureau: Bureau, on day: Day) -> [ReportDue] {
    guard let begun = bureau.begun else { return [] }
    var due: [ReportDue] = []
    let quarter = SummaryPeriod.quarter(of: day).previous
    if quarter.last >= begun, day - quarter.last <= quarterDays { due.append(.quarter(quarter)) }
    if day.month.month == 12 {
      due.append(.annual(day.year))
    } else if day.month.month == 1, day <= Day(day.year, 1, annualDays), begun.year < day.year {
      due.append(.annual(day.year - 1))
    }
    return due
  }

  /// What draws it up, after `report`.
  public var command: String {
    switch self {
    case .quarter(let period): "quarter \(period)"
    case .annual(let year): "annual \(year)"
    }
  }

  /// As Today says it.
  public var words: Bilingual {
    switch self {
    case .quarter(let period):
      Bilingual(
        zh: "\(period.prose.zh)安全检查汇总该出了", en: "The summary of \(period) is to be drawn up")
    case .annual(let year):
      Bilingual(zh: "\(year)年度工作总结该起草了", en: "The annual report of \(year) is to be drafted")
    }
  }
}
