/// One of the 24 solar terms (节气), in the order of the Gregorian year.
public enum SolarTerm: Int, Hashable, Sendable, CaseIterable {
  case minorCold
  case majorCold
  case springBegins
  case rainWater
  case insectsAwaken
  case vernalEquinox
  case qingming
  case grainRain
  case summerBegins
  case grainBuds
  case grainInEar
  case summerSolstice
  case minorHeat
  case majorHeat
  case autumnBegins
  case heatEnds
  case whiteDew
  case autumnalEquinox
  case coldDew
  case frostDescends
  case winterBegins
  case minorSnow
  case majorSnow
  case winterSolstice

  /// The name as printed.
  public var name: Bilingual {
    switch self {
    case .minorCold: Bilingual(zh: "小寒", en: "Minor Cold")
    case .majorCold: Bilingual(zh: "大寒", en: "Major Cold")
    case .springBegins: Bilingual(zh: "立春", en: "Beginning of Spring")
    case .rainWater: Bilingual(zh: "雨水", en: "Rain Water")
    case .insectsAwaken: Bilingual(zh: "惊蛰", en: "Awakening of Insects")
    case .vernalEquinox: Bilingual(zh: "春分", en: "Vernal Equinox")
    case .qingming: Bilingual(zh: "清明", en: "Qingming")
    case .grainRain: Bilingual(zh: "谷雨", en: "Grain Rain")
    case .summerBegins: Bilingual(zh: "立夏", en: "Beginning of Summer")
    case .grainBuds: Bilingual(zh: "小满", en: "Grain Buds")
    case .grainInEar: Bilingual(zh: "芒种", en: "Grain in Ear")
    case .summerSolstice: Bilingual(zh: "夏至", en: "Summer Solstice")
    case .minorHeat: Bilingual(zh: "小暑", en: "Minor Heat")
    case .majorHeat: Bilingual(zh: "大暑", en: "Major Heat")
    case .autumnBegins: Bilingual(zh: "立秋", en: "Beginning of Autumn")
    case .heatEnds: Bilingual(zh: "处暑", en: "End of Heat")
    case .whiteDew: Bilingual(zh: "白露", en: "White Dew")
    case .autumnalEquinox: Bilingual(zh: "秋分", en: "Autumnal Equinox")
    case .coldDew: Bilingual(zh: "寒露", en: "Cold Dew")
    case .frostDescends: Bilingual(zh: "霜降", en: "Frost's Descent")
    case .winterBegins: Bilingual(zh: "立冬", en: "Beginning of Winter")
    case .minorSnow: Bilingual(zh: "小雪", en: "Minor Snow")
    case .majorSnow: Bilingual(zh: "大雪", en: "Major Snow")
    case .winterSolstice: Bilingual(zh: "冬至", en: "Winter Solstice")
    }
  }

  /// Its day in a Gregorian year, or nil outside 1990–2100.
  public func day(in year: Int) -> Day? {
    let index = year - SolarTermTable.firstYear
    guard SolarTermTable.years.indices.contains(index) else { return nil }
    let later = Int(SolarTermTable.years[index] >> (2 * rawValue) & 3)
    return Day(year, rawValue / 2 + 1, SolarTermTable.earliest[rawValue] + later)
  }
}
