/// A traditional festival whose day is reckoned by the moon or by the sun.
public enum Festival: String, Hashable, Sendable, CaseIterable {
  case newYearsEve = "new-years-eve"
  case springFestival = "spring-festival"
  case lantern
  case qingming
  case dragonBoat = "dragon-boat"
  case doubleSeventh = "double-seventh"
  case midAutumn = "mid-autumn"
  case doubleNinth = "double-ninth"
  case winterSolstice = "winter-solstice"

  /// The name as printed.
  public var name: Bilingual {
    switch self {
    case .newYearsEve: Bilingual(zh: "除夕", en: "Lunar New Year's Eve")
    case .springFestival: Bilingual(zh: "春节", en: "Spring Festival")
    case .lantern: Bilingual(zh: "元宵", en: "Lantern Festival")
    case .qingming: Bilingual(zh: "清明", en: "Qingming")
    case .dragonBoat: Bilingual(zh: "端午", en: "Dragon Boat Festival")
    case .doubleSeventh: Bilingual(zh: "七夕", en: "Double Seventh")
    case .midAutumn: Bilingual(zh: "中秋", en: "Mid-Autumn Festival")
    case .doubleNinth: Bilingual(zh: "重阳", en: "Double Ninth")
    case .winterSolstice: Bilingual(zh: "冬至", en: "Winter Solstice")
    }
  }

  /// Its day in a Gregorian year, or nil outside 1990–2100.
  public func day(in year: Int) -> Day? {
    guard (1990...2100).contains(year) else { return nil }
    switch self {
    case .newYearsEve: return LunarYear(year).map { $0.first - 1 }
    case .springFestival: return LunarYear(year)?.first
    case .lantern: return LunarDate(year, 1, 15).civil
    case .qingming: return SolarTerm.qingming.day(in: year)
    case .dragonBoat: return LunarDate(year, 5, 5).civil
    case .doubleSeventh: return LunarDate(year, 7, 7).civil
    case .midAutumn: return LunarDate(year, 8, 15).civil
    case .doubleNinth: return LunarDate(year, 9, 9).civil
    case .winterSolstice: return SolarTerm.winterSolstice.day(in: year)
    }
  }
}
