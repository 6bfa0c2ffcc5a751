import Almanac

extension Hazard {
  /// How far it is on the way from finding (登记) to closure (销号).
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case reported
    case assigned
    case rectifying
    case submitted
    case verified
    case closed
    case withdrawn

    /// What it waits for, or how it ended, as registers show it.
    public var name: Bilingual {
      switch self {
      case .reported: Bilingual(zh: "待交办", en: "reported")
      case .assigned: Bilingual(zh: "已交办", en: "assigned")
      case .rectifying: Bilingual(zh: "整改中", en: "rectifying")
      case .submitted: Bilingual(zh: "待复查", en: "submitted")
      case .verified: Bilingual(zh: "待销号", en: "verified")
      case .closed: Bilingual(zh: "已销号", en: "closed")
      case .withdrawn: Bilingual(zh: "已作废", en: "withdrawn")
      }
    }
  }

  /// Where a hazard comes from (来源).
  public enum Source: String, Hashable, Sendable, Codable, CaseIterable {
    case selfFound
    case higherInspection
    case authorityOrder
    case thirdPartyTest
    case publicReport

    /// The source as registers and timelines show it.
    public var name: Bilingual {
      switch self {
      case .selfFound: Bilingual(zh: "自查", en: "self-found")
      case .higherInspection: Bilingual(zh: "上级检查", en: "higher inspection")
      case .authorityOrder: Bilingual(zh: "部门责令", en: "ordered by an authority")
      case .thirdPartyTest: Bilingual(zh: "第三方检测", en: "third-party test")
      case .publicReport: Bilingual(zh: "群众反映", en: "reported by the public")
      }
    }
  }
}
