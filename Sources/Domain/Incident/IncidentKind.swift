import Almanac

/// What sort of accident or incident (事故、突发事件) it is.
public enum IncidentKind: String, Hashable, Sendable, Codable, CaseIterable {
  case fire
  case traffic
  case injury
  case equipment
  /// Power, water, gas.
  case utility
  /// Flooding, storm damage and the like.
  case nature
  case theft
  case network
  case health
  case other

  /// As registers and reports have it.
  public var name: Bilingual {
    switch self {
    case .fire: Bilingual(zh: "火灾", en: "Fire")
    case .traffic: Bilingual(zh: "交通事故", en: "Traffic")
    case .injury: Bilingual(zh: "人身伤害", en: "Injury")
    case .equipment: Bilingual(zh: "设备设施", en: "Equipment")
    case .utility: Bilingual(zh: "水电气", en: "Power, water, gas")
    case .nature: Bilingual(zh: "自然灾害", en: "Natural disaster")
    case .theft: Bilingual(zh: "失窃治安", en: "Theft, public order")
    case .network: Bilingual(zh: "网络信息", en: "Network")
    case .health: Bilingual(zh: "公共卫生", en: "Public health")
    case .other: Bilingual(zh: "其他", en: "Other")
    }
  }

  /// The days within which a change in casualties is reported again, from the day it happened.
  ///
  /// Source: 《生产安全事故报告和调查处理条例》（国务院令第493号）第十三条: 30 days, of traffic and fire 7.
  public var supplementDays: Int { self == .fire || self == .traffic ? 7 : 30 }
}

/// How many persons came to harm.
public struct Casualties: Hashable, Sendable, Codable {
  /// Killed.
  public var dead: Int
  /// Seriously injured (重伤), acute poisoning included.
  public var serious: Int
  /// Slightly injured (轻伤).
  public var slight: Int
  /// Missing (下落不明).
  public var missing: Int

  enum CodingKeys: String, CodingKey {
    case dead
    case serious
    case slight
    case missing
  }

  /// Numbers of persons; nobody where left out.
  public init(dead: Int = 0, serious: Int = 0, slight: Int = 0, missing: Int = 0) {
    self.dead = dead
    self.serious = serious
    self.slight = slight
    self.missing = missing
  }

  /// Whether nobody came to harm.
  public var isNone: Bool { self == Casualties() }

  var all: [Int] { [dead, serious, slight, missing] }

  /// As `死亡1人，重伤2人`; that there were none.
  public var words: Bilingual {
    let parts = [
      (dead, Bilingual(zh: "死亡", en: "dead")),
      (serious, Bilingual(zh: "重伤", en: "seriously injured")),
      (slight, Bilingual(zh: "轻伤", en: "slightly injured")),
      (missing, Bilingual(zh: "下落不明", en: "missing")),
    ].filter { $0.0 > 0 }
    guard !parts.isEmpty else { return Bilingual(zh: "无伤亡", en: "nobody hurt") }
    return Bilingual(
      zh: parts.map { "\($0.1.zh)\($0.0)人" }.joined(separator: "，"),
      en: parts.map { "\($0.0) \($0.1.en)" }.joined(separator: ", "))
  }
}

/// How grave an accident is.
///
/// Source: 《生产安全事故报告和调查处理条例》（国务院令第493号）第三条; 以上 includes the number, 以下 does not.
public enum IncidentLevel: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  /// Neither casualties nor loss: no accident as the regulation has it.
  case minor
  case general
  case larger
  case major
  case extraordinary

  /// The level of an accident.
  ///
  /// - Parameter loss: The direct loss, in yuan.
  public init(_ casualties: Casualties, loss: Int) {
    let (dead, serious) = (casualties.dead, casualties.serious)
    if dead >= 30 || serious >= 100 || loss >= 100_000_000 {
      self = .extraordinary
    } else if dead >= 10 || serious >= 50 || loss >= 50_000_000 {
      self = .major
    } else if dead >= 3 || serious >= 10 || loss >= 10_000_000 {
      self = .larger
    } else {
      self = casualties.isNone && loss == 0 ? .minor : .general
    }
  }

  /// Less grave is less.
  public static func < (left: IncidentLevel, right: IncidentLevel) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .minor: 0
    case .general: 1
    case .larger: 2
    case .major: 3
    case .extraordinary: 4
    }
  }

  /// As registers and reports have it.
  public var name: Bilingual {
    switch self {
    case .minor: Bilingual(zh: "未造成伤亡和损失", en: "no harm or loss")
    case .general: Bilingual(zh: "一般", en: "general")
    case .larger: Bilingual(zh: "较大", en: "larger")
    case .major: Bilingual(zh: "重大", en: "major")
    case .extraordinary: Bilingual(zh: "特别重大", en: "extraordinary")
    }
  }
}
