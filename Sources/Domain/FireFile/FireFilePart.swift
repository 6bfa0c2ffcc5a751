import Almanac

/// A part of the fire and safety file (消防档案), in its order.
///
/// Source: 《机关、团体、企业、事业单位消防安全管理规定》（公安部令第61号）第四十二条（消防安全基本情况）、
/// 第四十三条（消防安全管理情况）.
public enum FireFilePart: String, Hashable, Sendable, Codable, CaseIterable {
  case overview
  case design
  case organization
  case rules
  case equipment
  case brigade
  case trades
  case products
  case plans
  case authority
  case facilityTests = "facility-tests"
  case hazards
  case inspections
  case electrical
  case trainings
  case drills
  case fires
  case rewards

  /// The two halves of the file.
  public enum Half: Hashable, Sendable, CaseIterable {
    case basics
    case management

    /// As its heading has it.
    public var name: Bilingual {
      switch self {
      case .basics: Bilingual(zh: "消防安全基本情况", en: "Fire safety: the basics")
      case .management: Bilingual(zh: "消防安全管理情况", en: "Fire safety: its management")
      }
    }

    /// Its article of order 61.
    public var article: Int { self == .basics ? 42 : 43 }
  }

  /// Of which half it is part.
  public var half: Half {
    switch self {
    case .overview, .design, .organization, .rules, .equipment, .brigade, .trades, .products,
      .plans:
      .basics
    case .authority, .facilityTests, .hazards, .inspections, .electrical, .trainings, .drills,
      .fires, .rewards:
      .management
    }
  }

  /// Whether a year may well have nothing of it: no fire, no order, no reward.
  public var isOccasional: Bool {
    switch self {
    case .authority, .hazards, .fires, .rewards: true
    case .overview, .design, .organization, .rules, .equipment, .brigade, .trades, .products,
      .plans, .facilityTests, .inspections, .electrical, .trainings, .drills:
      false
    }
  }

  /// Its item in the article, from 1.
  public var item: Int {
    let parts = Self.allCases.filter { $0.half == half }
    return (parts.firstIndex(of: self) ?? 0) + 1
  }

  /// As its heading has it, in the words of the order.
  public var name: Bilingual {
    switch self {
    case .overview:
      Bilingual(zh: "单位基本概况和消防安全重点部位情况", en: "The unit and its key places")
    case .design:
      Bilingual(
        zh: "消防设计审核、消防验收以及消防安全检查的文件、资料",
        en: "Design review, acceptance and checks before opening")
    case .organization:
      Bilingual(zh: "消防管理组织机构和各级消防安全责任人", en: "Who answers for fire safety")
    case .rules: Bilingual(zh: "消防安全制度", en: "Rules of fire safety")
    case .equipment: Bilingual(zh: "消防设施、灭火器材情况", en: "Facilities and extinguishers")
    case .brigade:
      Bilingual(
        zh: "专职消防队、义务消防队人员及其消防装备配备情况", en: "Brigade, volunteers and their equipment")
    case .trades:
      Bilingual(zh: "与消防安全有关的重点工种人员情况", en: "Persons in trades that matter for fire")
    case .products:
      Bilingual(
        zh: "新增消防产品、防火材料的合格证明材料", en: "Certificates of new products and materials")
    case .plans: Bilingual(zh: "灭火和应急疏散预案", en: "Plans to fight fire and to evacuate")
    case .authority:
      Bilingual(zh: "消防机构填发的各种法律文书", en: "Documents of the fire authority")
    case .facilityTests:
      Bilingual(
        zh: "消防设施定期检查记录、自动消防设施全面检查测试的报告以及维修保养的记录",
        en: "Checks, tests and maintenance of facilities")
    case .hazards: Bilingual(zh: "火灾隐患及其整改情况记录", en: "Fire hazards and what became of them")
    case .inspections: Bilingual(zh: "防火检查、巡查记录", en: "Inspections and patrols")
    case .electrical:
      Bilingual(
        zh: "有关燃气、电气设备检测（包括防雷、防静电）等记录资料",
        en: "Tests of gas, electricity, lightning and static")
    case .trainings: Bilingual(zh: "消防安全培训记录", en: "Trainings")
    case .drills: Bilingual(zh: "灭火和应急疏散预案的演练记录", en: "Drills")
    case .fires: Bilingual(zh: "火灾情况记录", en: "Fires")
    case .rewards: Bilingual(zh: "消防奖惩情况记录", en: "Rewards and penalties")
    }
  }
}

/// How long a paper is kept (保管期限).
///
/// Source: 《机关文件材料归档范围和文书档案保管期限规定》（国家档案局令第8号）第六条: for ever, or for 30 or 10 years.
public enum Retention: String, Hashable, Sendable, Codable, CaseIterable {
  case permanent
  case thirty = "30"
  case ten = "10"

  /// As lists show it.
  public var name: Bilingual {
    switch self {
    case .permanent: Bilingual(zh: "永久", en: "for ever")
    case .thirty: Bilingual(zh: "30年", en: "30 years")
    case .ten: Bilingual(zh: "10年", en: "10 years")
    }
  }
}

extension FireFilePart {
  /// How long its papers are kept where the office has not said otherwise: what the building and its fires
  /// are known by for ever, what authorities and rules say for 30 years, the records of a year for 10.
  public var usualRetention: Retention {
    switch self {
    case .overview, .design, .fires: .permanent
    case .organization, .rules, .equipment, .brigade, .trades, .products, .plans, .authority,
      .hazards, .rewards:
      .thirty
    case .facilityTests, .inspections, .electrical, .trainings, .drills: .ten
    }
  }
}
