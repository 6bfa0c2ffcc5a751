/// A statutory holiday of the whole people (全体公民放假的节日), in the order that rules joint breaks.
///
/// Source: 《全国年节及纪念日放假办法》.
public enum Holiday: String, Hashable, Sendable, CaseIterable, Codable, Comparable {
  case newYear = "new-year"
  case springFestival = "spring-festival"
  case qingming
  case labourDay = "labour-day"
  case dragonBoat = "dragon-boat"
  case midAutumn = "mid-autumn"
  case nationalDay = "national-day"

  /// The name as printed.
  public var name: Bilingual {
    switch self {
    case .newYear: Bilingual(zh: "元旦", en: "New Year")
    case .springFestival: Bilingual(zh: "春节", en: "Spring Festival")
    case .qingming: Bilingual(zh: "清明", en: "Qingming")
    case .labourDay: Bilingual(zh: "劳动节", en: "Labour Day")
    case .dragonBoat: Bilingual(zh: "端午", en: "Dragon Boat")
    case .midAutumn: Bilingual(zh: "中秋", en: "Mid-Autumn")
    case .nationalDay: Bilingual(zh: "国庆", en: "National Day")
    }
  }

  /// Reads a key, or a Chinese name with or without its closing 节, as `国庆节` or `清明`.
  public init?(named text: String) {
    let mark = Bilingual(zh: "节", en: "").zh
    func bare(_ name: String) -> Substring {
      name.hasSuffix(mark) ? name.dropLast() : name[...]
    }
    let wanted = bare(text)
    guard
      let found = Holiday.allCases.first(where: {
        $0.rawValue == text || bare($0.name.zh) == wanted
      })
    else { return nil }
    self = found
  }

  /// The order of the cases.
  public static func < (left: Holiday, right: Holiday) -> Bool { left.order < right.order }

  private var order: Int {
    switch self {
    case .newYear: 0
    case .springFestival: 1
    case .qingming: 2
    case .labourDay: 3
    case .dragonBoat: 4
    case .midAutumn: 5
    case .nationalDay: 6
    }
  }
}

extension HolidayFacts.Row {
  /// As `春节`, or two in one break in order of their dates, `国庆+中秋`; another occasion by its name.
  public var name: Bilingual {
    let names = Holiday.inOrder(holidays, of: year).map(\.name)
    return names.isEmpty ? Bilingual(verbatim: occasion ?? "") : Holiday.joined(names)
  }
}

extension Holiday {
  /// Holidays by their first statutory day in a year, then in the order of the cases.
  static func inOrder(_ holidays: some Sequence<Holiday>, of year: Int) -> [Holiday] {
    holidays.map { (StatutoryDay.days(of: $0, in: year).first ?? Day(year, 12, 31), $0) }
      .sorted { $0 < $1 }
      .map(\.1)
  }

  /// Names of one break, joined by `+`.
  static func joined(_ names: [Bilingual]) -> Bilingual {
    names.dropFirst().reduce(names.first ?? Bilingual(verbatim: "")) {
      $0 + Bilingual(verbatim: "+") + $1
    }
  }
}
