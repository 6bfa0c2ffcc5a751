import Almanac

/// By what a list of hazards is ordered.
public enum HazardOrder: Hashable, Sendable, CaseIterable {
  /// What waits for a decision, then what is overdue, then the other open ones, each by deadline; last what
  /// has ended.
  case urgency
  case deadline
  case number
  /// By section, each by deadline.
  case section

  /// The order as a title names it.
  public var name: Bilingual {
    switch self {
    case .urgency: Bilingual(zh: "紧急", en: "urgency")
    case .deadline: Bilingual(zh: "期限", en: "deadline")
    case .number: Bilingual(zh: "编号", en: "number")
    case .section: Bilingual(zh: "科室", en: "section")
    }
  }

  /// By what a hazard is put in its place: what has no deadline comes last, equal ones stand by number.
  ///
  /// Of those that wait for nobody, the overdue ones have the earlier deadlines, whatever the day.
  public func key(of hazard: some HazardStanding) -> some Comparable {
    Key(
      group: self != .urgency || hazard.isWaiting ? 0 : hazard.isOpen ? 1 : 2,
      section: self == .section ? hazard.section?.rawValue ?? "" : "",
      deadline: self == .number ? 0 : hazard.deadline?.number ?? .max, rank: hazard.id.rank)
  }

  private struct Key: Comparable {
    var group: Int
    var section: String
    var deadline: Int
    var rank: String

    static func < (left: Self, right: Self) -> Bool {
      (left.group, left.section, left.deadline, left.rank)
        < (right.group, right.section, right.deadline, right.rank)
    }
  }
}

extension Sequence where Element: HazardStanding {
  /// The hazards in an order.
  public func sorted(in order: HazardOrder) -> [Element] {
    map { (key: order.key(of: $0), hazard: $0) }.sorted { $0.key < $1.key }.map(\.hazard)
  }
}

extension Identifier where Subject == Hazard {
  /// By what numbers stand in the order in which they were given: `2026-999` before `2026-1000`, those of
  /// a second device (`2026-B017`) after the first's of the year.
  public var rank: String {
    let digits = rawValue.reversed().prefix { $0.isASCII && $0.isNumber }.count
    return rawValue.dropLast(digits) + String(repeating: "0", count: Swift.max(0, 7 - digits))
      + rawValue.suffix(digits)
  }
}
