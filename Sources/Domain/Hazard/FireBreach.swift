import Almanac

/// A breach of fire safety that is ordered to be mended on the spot (责令当场改正), and recorded with its
/// mending.
///
/// Source: 《机关、团体、企业、事业单位消防安全管理规定》（公安部令第61号）第三十一条, items 1 to 8.
public enum FireBreach: Int, Hashable, Sendable, Codable, CaseIterable {
  case entersDangerousPlace = 1
  case nakedFlame
  case exitBlocked
  case equipmentBlocked
  case fireDoorOpen
  case guardAbsent
  case equipmentSwitchedOff
  case other

  /// The breach as the article has it, shortened.
  public var name: Bilingual {
    switch self {
    case .entersDangerousPlace:
      Bilingual(zh: "违章进入储存易燃易爆危险物品场所", en: "entering a place of flammables against the rules")
    case .nakedFlame:
      Bilingual(zh: "违章动用明火、吸烟", en: "naked flame or smoking where it is forbidden")
    case .exitBlocked:
      Bilingual(zh: "锁闭、遮挡安全出口，占用、堵塞疏散通道", en: "exit locked or hidden, escape route occupied")
    case .equipmentBlocked:
      Bilingual(zh: "消火栓、灭火器材被遮挡或挪用", en: "hydrant or extinguisher hidden or taken away")
    case .fireDoorOpen:
      Bilingual(zh: "常闭式防火门开启，防火卷帘下堆物", en: "fire door kept open, goods under a fire shutter")
    case .guardAbsent:
      Bilingual(zh: "消防值班、巡查人员脱岗", en: "fire guard or patrol absent from duty")
    case .equipmentSwitchedOff:
      Bilingual(zh: "违章关闭消防设施、切断消防电源", en: "fire equipment or its power switched off")
    case .other: Bilingual(zh: "其他可以当场改正的行为", en: "another act that can be mended on the spot")
    }
  }

  /// As `61号令第31条第3项：…`, where a hazard's basis is told.
  public var basis: Bilingual {
    Bilingual(
      zh: "公安部令第61号第31条第\(rawValue)项：\(name.zh)",
      en: "MPS Order 61, art. 31 (\(rawValue)): \(name.en)")
  }
}
