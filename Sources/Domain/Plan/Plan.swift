import Almanac

/// Which checklists are walked, in which places, when (检查计划).
public struct Plan: Hashable, Sendable, Codable, Identifiable {
  /// A checklist of a plan, whole or some of its sections.
  public struct Use: Hashable, Sendable, Codable {
    /// The checklist asked, in its version present at the walk.
    public var checklist: Identifier<Checklist>
    /// The sections asked; all of them when nil.
    public var sections: [String]?

    enum CodingKeys: String, CodingKey {
      case checklist
      case sections
    }

    /// The use of a whole checklist, or of the sections named.
    public init(_ checklist: Identifier<Checklist>, sections: [String]? = nil) {
      self.checklist = checklist
      self.sections = sections
    }
  }

  /// Lasting; it stands first in the ids of occurrences, as `monthly`.
  public let id: Identifier<Plan>
  /// What its rounds are called, after the period: `月检`.
  public var title: Bilingual
  /// When its checks fall.
  public var trigger: Trigger
  /// The checklists asked, in the order in which their items are numbered.
  public var uses: [Use]
  /// Where it is walked.
  public var scope: Scope
  /// The first day on which the plan is in force; nil for no limit.
  public var from: Day?
  /// The last day on which the plan is in force; nil for no limit.
  public var to: Day?
  /// A plan that is switched off has no occurrences.
  public var isEnabled: Bool
  /// The frequency the law asks for (法定), in words, shown apart from the office's own.
  public var statutory: Bilingual?
  /// The office's own frequency (本局), in words.
  public var own: Bilingual?
  /// Who is to walk its rounds; anyone who inspects when nil.
  public var assignees: Assignees?
  /// The day from which this version of the plan counts; nil for the day on which it was recorded.
  public var since: Day?

  /// A plan from its trigger and checklists; switched on, everywhere and without limit.
  public init(
    id: Identifier<Plan>, title: Bilingual, trigger: Trigger, uses: [Use], scope: Scope = .all,
    from: Day? = nil, to: Day? = nil, isEnabled: Bool = true, statutory: Bilingual? = nil,
    own: Bilingual? = nil, assignees: Assignees? = nil
  ) {
    self.id = id
    self.title = title
    self.trigger = trigger
    self.uses = uses
    self.scope = scope
    self.from = from
    self.to = to
    self.isEnabled = isEnabled
    self.statutory = statutory
    self.own = own
    self.assignees = assignees
  }

  enum CodingKeys: String, CodingKey {
    case id
    case title
    case trigger
    case uses = "checklists"
    case scope
    case from
    case to
    case isEnabled = "enabled"
    case statutory
    case own
    case assignees
    case since
  }
}
