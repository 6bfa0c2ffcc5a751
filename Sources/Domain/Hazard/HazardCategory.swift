import Almanac

/// What kind of danger a hazard is, as the register counts it.
public enum HazardCategory: String, Hashable, Sendable, Codable, CaseIterable {
  case electrical
  case fire
  case theft
  case archive
  case structure
  case water
  case vehicle
  case network
  case order
  case other

  /// The category as registers and filters show it.
  public var name: Bilingual {
    switch self {
    case .electrical: Bilingual(zh: "用电", en: "Electrical")
    case .fire: Bilingual(zh: "消防", en: "Fire")
    case .theft: Bilingual(zh: "防盗", en: "Theft")
    case .archive: Bilingual(zh: "档案", en: "Archive")
    case .structure: Bilingual(zh: "房屋结构", en: "Structure")
    case .water: Bilingual(zh: "渗漏水浸", en: "Water")
    case .vehicle: Bilingual(zh: "车辆", en: "Vehicle")
    case .network: Bilingual(zh: "网络信息", en: "Network")
    case .order: Bilingual(zh: "秩序制度", en: "Order")
    case .other: Bilingual(zh: "其他", en: "Other")
    }
  }
}

/// How grave a hazard is. No tick makes one major: that needs a study (重大研判).
public enum Severity: String, Hashable, Sendable, Codable, CaseIterable {
  case general
  case major

  /// 一般 or 重大, as registers print it.
  public var name: Bilingual {
    switch self {
    case .general: Bilingual(zh: "一般", en: "General")
    case .major: Bilingual(zh: "重大", en: "Major")
    }
  }
}
