import Almanac

/// What somebody answers for by name (一岗双责): a seat in the leading group, the sections in a leader's
/// charge, a section, a place, a plan.
public enum Post: Hashable, Sendable {
  /// 领导小组组长, held by one.
  case chief
  /// 副组长, held by some.
  case deputyChief
  /// 领导小组成员, held by some.
  case member
  /// 分管领导 of a section.
  case leader(Section.ID)
  /// 安全责任人 of a section.
  case section(Section.ID)
  /// 责任人 of a place.
  case place(Place.ID)
  /// 负责人 of an inspection plan.
  case plan(Plan.ID)

  /// Whether one person holds it at a time.
  public var isSingle: Bool {
    switch self {
    case .chief, .leader, .section, .place, .plan: true
    case .deputyChief, .member: false
    }
  }

  /// The seats in the leading group (领导小组), the highest first.
  public static let group: [Post] = [.chief, .deputyChief, .member]

  /// What its holder is called.
  public var title: Bilingual {
    switch self {
    case .chief: Bilingual(zh: "组长", en: "Chair")
    case .deputyChief: Bilingual(zh: "副组长", en: "Vice-chair")
    case .member: Bilingual(zh: "成员", en: "Member")
    case .leader: Bilingual(zh: "分管领导", en: "Leader in charge")
    case .section: Bilingual(zh: "安全责任人", en: "Safety head")
    case .place: Bilingual(zh: "场所责任人", en: "Person responsible")
    case .plan: Bilingual(zh: "计划负责人", en: "Person in charge of the plan")
    }
  }

  /// What it is a post of, by name.
  public func name(in bureau: Bureau) -> Bilingual {
    switch self {
    case .chief, .deputyChief, .member: Bilingual(zh: "领导小组", en: "Leading group")
    case .leader(let section), .section(let section): Bilingual(verbatim: bureau.name(section))
    case .place(let place): Bilingual(verbatim: bureau.name(place))
    case .plan(let plan): bureau.plan(plan)?.title ?? Bilingual(verbatim: plan.rawValue)
    }
  }
}

extension Post: CustomStringConvertible, Codable {
  /// As the journal and commands write it: `chief`, `section/general`, `place/archive-1`.
  public var description: String {
    switch self {
    case .chief: "chief"
    case .deputyChief: "deputy"
    case .member: "member"
    case .leader(let section): "leader/\(section)"
    case .section(let section): "section/\(section)"
    case .place(let place): "place/\(place)"
    case .plan(let plan): "plan/\(plan)"
    }
  }

  /// Reads what ``description`` writes; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    switch (parts.first, parts.dropFirst().first.map(String.init)) {
    case ("chief", nil): self = .chief
    case ("deputy", nil): self = .deputyChief
    case ("member", nil): self = .member
    case ("leader", let id?): self = .leader(Identifier(id))
    case ("section", let id?): self = .section(Identifier(id))
    case ("place", let id?): self = .place(Identifier(id))
    case ("plan", let id?): self = .plan(Identifier(id))
    case _: return nil
    }
  }

  /// Reads one string.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let post = Post(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a post: \(text)"))
    }
    self = post
  }

  /// Writes one string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
