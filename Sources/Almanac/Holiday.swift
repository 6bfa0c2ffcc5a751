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
