import Almanac

/// A rule of the office on safety (制度), an emergency plan (预案) or another paper that is kept with them.
public struct SafetyRule: Hashable, Sendable, Codable, Identifiable {
  /// What sort of paper it is.
  public enum Sort: String, Hashable, Sendable, Codable, CaseIterable {
    case rule
    case plan
    /// Kept as it is, never reviewed: an acceptance, a certificate, a list.
    case paper

    /// As lists show it.
    public var name: Bilingual {
      switch self {
      case .rule: Bilingual(zh: "制度", en: "rule")
      case .plan: Bilingual(zh: "预案", en: "emergency plan")
      case .paper: Bilingual(zh: "文件", en: "paper")
      }
    }
  }

  /// What it says of itself.
  public struct Content: Hashable, Sendable, Codable {
    /// A rule, a plan or another paper.
    public var sort: Sort
    /// What it is called.
    public var title: String
    /// Its document number (文号); nil where it has none.
    public var number: String?
    /// When it was issued at first.
    public var issued: Day
    /// Who sees to it.
    public var person: Person.ID?
    /// Which section sees to it.
    public var section: Section.ID?
    /// Where it lies in the fire file (消防档案); nil where it does not belong there.
    public var firePart: FireFilePart?
    /// Where the paper itself is kept: a cabinet, a binder, pages.
    public var location: String?
    /// What else is to be said of it.
    public var note: String?
    /// Its text.
    public var file: Scan?

    enum CodingKeys: String, CodingKey {
      case sort
      case title
      case number
      case issued
      case person
      case section
      case firePart
      case location
      case note
      case file
    }

    /// What a paper says of itself.
    public init(
      sort: Sort = .rule, title: String, number: String? = nil, issued: Day,
      person: Person.ID? = nil, section: Section.ID? = nil, firePart: FireFilePart? = nil,
      location: String? = nil, note: String? = nil, file: Scan? = nil
    ) {
      self.sort = sort
      self.title = title
      self.number = number
      self.issued = issued
      self.person = person
      self.section = section
      self.firePart = firePart
      self.location = location
      self.note = note
      self.file = file
    }
  }

  /// What a yearly review came to.
  public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
    case keep
    case revise
    case repeal

    /// As lists show it.
    public var name: Bilingual {
      switch self {
      case .keep: Bilingual(zh: "继续有效", en: "keep")
      case .revise: Bilingual(zh: "需要修订", en: "revise")
      case .repeal: Bilingual(zh: "拟废止", en: "repeal")
      }
    }
  }

  /// A review (年度复核).
  public struct Review: Hashable, Sendable, Codable {
    /// On which day.
    public var day: Day
    /// What it came to.
    public var outcome: Outcome
    /// What else was said.
    public var note: String?
    /// By whom it was recorded.
    public var step: Hazard.Step

    enum CodingKeys: String, CodingKey {
      case day
      case outcome
      case note
      case step
    }
  }

  /// What it said before it was revised.
  public struct Revision: Hashable, Sendable, Codable {
    /// The first day of the new text.
    public var day: Day
    /// As it was until then.
    public var before: Content
    /// By whom it was recorded.
    public var step: Hazard.Step

    enum CodingKeys: String, CodingKey {
      case day
      case before
      case step
    }
  }

  /// How it stands.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case inForce
    /// The yearly review was not held.
    case reviewOverdue
    /// A review has said so and it was not done yet.
    case toRevise
    case toRepeal
    case repealed

    /// As lists show it.
    public var name: Bilingual {
      switch self {
      case .inForce: Bilingual(zh: "有效", en: "in force")
      case .reviewOverdue: Bilingual(zh: "逾期未复核", en: "review overdue")
      case .toRevise: Bilingual(zh: "待修订", en: "to be revised")
      case .toRepeal: Bilingual(zh: "待废止", en: "to be repealed")
      case .repealed: Bilingual(zh: "已废止", en: "repealed")
      }
    }
  }

  /// Its number in the register, as `ZD2026-001`, by the year of recording.
  public let id: Identifier<SafetyRule>
  /// What it says now.
  public var content: Content
  /// Who entered it, and when.
  public var recorded: Hazard.Step
  /// Oldest first.
  public var revisions: [Revision]
  /// Oldest first.
  public var reviews: [Review]
  /// What the last review asked for and was not done yet; nil where nothing is left to do.
  public var pending: Outcome?
  /// The first day on which it is in force no more; nil while it is.
  public var repealed: Day?
  /// Why it was repealed.
  public var reason: String?

  enum CodingKeys: String, CodingKey {
    case id
    case content
    case recorded
    case revisions
    case reviews
    case pending
    case repealed
    case reason
  }

  /// Months from one review to the next.
  public static let reviewMonths = 12

  /// Whether it was not repealed.
  public var stands: Bool { repealed == nil }
  /// When the present text came in force; nil while it is the first.
  public var revised: Day? { revisions.last?.day }

  /// Whether it was in force on some day of a range.
  public func exists(in days: ClosedRange<Day>) -> Bool {
    content.issued <= days.upperBound && repealed.map { $0 > days.lowerBound } ?? true
  }

  /// The last day for the next review; nil for what is not reviewed.
  public var reviewDue: Day? {
    guard stands, content.sort != .paper else { return nil }
    let last = [content.issued, revised, reviews.last?.day].compactMap(\.self).max()
    return last?.adding(months: Self.reviewMonths)
  }

  /// How it stands on a day.
  public func state(on day: Day) -> State {
    guard stands else { return .repealed }
    return switch pending {
    case .revise: .toRevise
    case .repeal: .toRepeal
    case .keep, nil: isReviewOverdue(on: day) ? .reviewOverdue : .inForce
    }
  }

  /// Whether the yearly review was not held by a day.
  public func isReviewOverdue(on day: Day) -> Bool { reviewDue.map { $0 < day } ?? false }
}

extension SafetyRule {
  /// Rules before plans before other papers, those in force first, by their numbers.
  public static func inOrder(_ rules: [SafetyRule]) -> [SafetyRule] {
    func key(_ rule: SafetyRule) -> (Int, Int, ID) {
      (rule.stands ? 0 : 1, Sort.allCases.firstIndex(of: rule.content.sort) ?? 0, rule.id)
    }
    return rules.sorted { key($0) < key($1) }
  }
}
