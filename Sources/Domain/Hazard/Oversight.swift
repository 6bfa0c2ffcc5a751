import Almanac

/// What is kept of a hazard beside its way from finding to closure: safeguards until it is mended, studies
/// of its severity, and what leaders and authorities did about it.
///
/// Source: 《安全生产事故隐患排查治理暂行规定》（原国家安全监管总局令第16号）第十五、十六、十八条,
/// which offices follow for hazards that are found major.
public struct Oversight: Hashable, Sendable, Codable {
  /// What guards against it until it is mended, and who watches (临时防范措施).
  public var interim: Interim?
  /// The studies of its severity (重大研判), in order; the last one holds.
  public var studies: [Study]
  /// Under whose name it stands (领导包案).
  public var leader: Person.ID?
  /// Measures, funds and contingency; with the assignment's person and deadline the five (五落实).
  public var commitments: Commitments?
  /// Reports upward where the office cannot solve it, in order.
  public var reportedUp: [AuthorityAct]
  /// Listed supervision by an authority (挂牌督办).
  public var listing: AuthorityAct?
  /// Its end (摘牌), by the authority that listed it.
  public var delisting: AuthorityAct?
  /// How many times it was urged (催办).
  public var reminders: Int
  /// What was done against the weakness that it is, as last recorded.
  public var patch: Patch?

  enum CodingKeys: String, CodingKey {
    case interim
    case studies
    case leader
    case commitments
    case reportedUp
    case listing
    case delisting
    case reminders
    case patch
  }

  /// Nothing done beside the way so far.
  public init() {
    studies = []
    reportedUp = []
    reminders = 0
  }

  /// Whether an authority's listing is in force.
  public var isListed: Bool { listing != nil && delisting == nil }

  /// Safeguards until a hazard is mended, and the one who watches over them.
  public struct Interim: Hashable, Sendable, Codable {
    /// What was stopped, cut off or guarded.
    public var measures: String
    /// Who watches until it is mended (监护人).
    public var watcher: Person.ID

    enum CodingKeys: String, CodingKey {
      case measures
      case watcher
    }

    /// Safeguards with their watcher.
    public init(measures: String, watcher: Person.ID) {
      self.measures = measures
      self.watcher = watcher
    }
  }

  /// A study of whether a hazard is major (重大研判): on what grounds, by whom, on which day.
  public struct Study: Hashable, Sendable, Codable {
    /// What it came to.
    public var severity: Severity
    /// The grounds: a standard for judging, an expert's opinion, facts.
    public var basis: String
    /// Who took part.
    public var participants: [Person.ID]
    /// The day on which it was held.
    public var day: Day

    enum CodingKeys: String, CodingKey {
      case severity
      case basis
      case participants
      case day
    }

    /// A study from its outcome, grounds, participants and day.
    public init(severity: Severity, basis: String, participants: [Person.ID], day: Day) {
      self.severity = severity
      self.basis = basis
      self.participants = participants
      self.day = day
    }
  }

  /// Three of the five commitments (五落实); person and deadline come with the assignment.
  public struct Commitments: Hashable, Sendable, Codable {
    /// What will be done.
    public var measures: String
    /// Where the money comes from, and how much.
    public var funds: String
    /// What is done if it goes wrong meanwhile (应急预案).
    public var contingency: String

    enum CodingKeys: String, CodingKey {
      case measures
      case funds
      case contingency
    }

    /// Commitments in words.
    public init(measures: String, funds: String, contingency: String) {
      self.measures = measures
      self.funds = funds
      self.contingency = contingency
    }
  }

  /// Something between the office and an authority, with its document.
  public struct AuthorityAct: Hashable, Sendable, Codable {
    /// The authority's name.
    public var authority: String
    /// The number or title of the document.
    public var document: String
    /// The date on the document.
    public var day: Day

    enum CodingKeys: String, CodingKey {
      case authority
      case document
      case day
    }

    /// An act by its authority, document and date.
    public init(authority: String, document: String, day: Day) {
      self.authority = authority
      self.document = document
      self.day = day
    }
  }
}

/// What is still missing before a major hazard counts as assigned (五落实和临时防范).
public enum MajorLack: Hashable, Sendable, CaseIterable {
  case leader
  case commitments
  case safeguards

  /// What to do about it, by the name of the act that supplies it.
  public var name: Bilingual {
    switch self {
    case .leader: Bilingual(zh: "领导包案", en: "a leader's case")
    case .commitments: Bilingual(zh: "五落实（措施、资金、预案）", en: "measures, funds and contingency")
    case .safeguards: Bilingual(zh: "临时防范措施和监护人", en: "safeguards and a watcher")
    }
  }
}

extension Hazard {
  /// What a major hazard lacks before it can be assigned; nothing for a general one.
  public var lacks: [MajorLack] {
    guard severity == .major else { return [] }
    return MajorLack.allCases.filter { lack in
      switch lack {
      case .leader: oversight.leader == nil
      case .commitments: oversight.commitments == nil
      case .safeguards: oversight.interim == nil
      }
    }
  }
}
