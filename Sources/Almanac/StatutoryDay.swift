/// A day on which everyone is off by law, before any exchange with weekends.
public struct StatutoryDay: Hashable, Sendable {
  /// The legal day itself.
  public let day: Day
  /// The holiday it belongs to.
  public let holiday: Holiday

  /// A legal day of a holiday.
  public init(_ day: Day, _ holiday: Holiday) {
    self.day = day
    self.holiday = holiday
  }

  /// The statutory days of a year in order, by the rule then in force; a day that belongs to two
  /// holidays (2020-10-01) stands twice. Outside 1990–2100 those by the moon and the sun are missing.
  ///
  /// Source: 《全国年节及纪念日放假办法》 of 1949 (7 days) and its amendments of 1999-09-18 (10 days),
  /// 2007 (11, from 2008), 2013 (from 2014) and 2024 (13, from 2025).
  public static func days(in year: Int) -> [StatutoryDay] {
    Holiday.allCases
      .flatMap { holiday in days(of: holiday, in: year).map { StatutoryDay($0, holiday) } }
      .sorted { ($0.day, $0.holiday) < ($1.day, $1.holiday) }
  }

  /// The statutory days of one holiday in a year, in order.
  public static func days(of holiday: Holiday, in year: Int) -> [Day] {
    switch holiday {
    case .newYear: [Day(year, 1, 1)]
    case .springFestival: springFestival(year)
    case .qingming: year < 2008 ? [] : one(.qingming, year)
    case .labourDay: run(Day(year, 5, 1), year < 2000 ? 1 : year < 2008 ? 3 : year < 2025 ? 1 : 2)
    case .dragonBoat: year < 2008 ? [] : one(.dragonBoat, year)
    case .midAutumn: year < 2008 ? [] : one(.midAutumn, year)
    case .nationalDay: run(Day(year, 10, 1), year < 1999 ? 2 : 3)
    }
  }

  /// From the eve in 2008–2013 and since 2025, otherwise from the first day of the lunar year.
  private static func springFestival(_ year: Int) -> [Day] {
    guard let first = Festival.springFestival.day(in: year) else { return [] }
    if year >= 2025 { return run(first - 1, 4) }
    return run((2008...2013).contains(year) ? first - 1 : first, 3)
  }

  private static func one(_ festival: Festival, _ year: Int) -> [Day] {
    festival.day(in: year).map { [$0] } ?? []
  }

  private static func run(_ first: Day, _ count: Int) -> [Day] {
    (0..<count).map { first + $0 }
  }
}
