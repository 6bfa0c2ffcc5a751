import Almanac

/// A measure of the year's plan (年度工作计划): what is to be done, by whom and by when.
public struct Goal: Hashable, Sendable, Codable, Identifiable {
  /// What fulfils a measure, so that its progress counts itself.
  public enum Tie: Hashable, Sendable {
    /// The rounds of an inspection plan that fall due in the year.
    case plan(Plan.ID)
    /// Entries of a kind in the register of activities: so many.
    case activity(ActivityKind.ID, count: Int)
  }

  /// What a measure says.
  public struct Content: Hashable, Sendable, Codable {
    /// The year of the plan.
    public var year: Int
    /// The goal (工作目标) that it serves; empty where none is named.
    public var aim: String
    /// The measure itself (工作措施).
    public var text: String
    /// Who sees to it.
    public var owner: Person.ID
    /// The last day on which it is done in time.
    public var due: Day
    /// What fulfils it; nil where its owner reports it.
    public var tie: Tie?

    enum CodingKeys: String, CodingKey {
      case year
      case aim
      case text
      case owner
      case due
      case tie
    }

    /// What a measure says.
    public init(
      year: Int, aim: String = "", text: String, owner: Person.ID, due: Day, tie: Tie? = nil
    ) {
      self.year = year
      self.aim = aim
      self.text = text
      self.owner = owner
      self.due = due
      self.tie = tie
    }
  }

  /// What was reported about it.
  public struct Note: Hashable, Sendable, Codable {
    /// In words.
    public var text: String
    /// By whom, on which day.
    public var step: Hazard.Step

    enum CodingKeys: String, CodingKey {
      case text
      case step
    }
  }

  /// Its number, as `MB2027-01`, by the year of the plan.
  public let id: Identifier<Goal>
  /// What it says now.
  public var content: Content
  /// Who entered it, and when.
  public var added: Hazard.Step
  /// What was reported about it, oldest first.
  public var notes: [Note]
  /// When it was reported done; nil while it is not, or where it counts itself.
  public var done: Hazard.Step?
  /// Who withdrew it, and when; nil while it stands.
  public var withdrawn: Hazard.Step?
  /// Why it was withdrawn.
  public var reason: String?

  enum CodingKeys: String, CodingKey {
    case id
    case content
    case added
    case notes
    case done
    case withdrawn
    case reason
  }

  /// The measure that a first event makes; nil if the event cannot begin one.
  public init?(id: ID, beginning event: GoalEvent, _ stamp: Stamp) {
    guard case .added(let content) = event else { return nil }
    self.id = id
    self.content = content
    added = Hazard.Step(stamp)
    notes = []
  }

  /// Folds one event. Total: an event that no longer makes sense changes nothing.
  public mutating func apply(_ event: GoalEvent, _ stamp: Stamp) {
    guard withdrawn == nil else { return }
    let step = Hazard.Step(stamp)
    switch event {
    case .added: return
    case .edited(let content): self.content = content
    case .progressed(let note): notes.append(Note(text: note, step: step))
    case .done(let note):
      if let note { notes.append(Note(text: note, step: step)) }
      done = done ?? step
    case .reopened(let reason):
      notes.append(Note(text: reason, step: step))
      done = nil
    case .withdrawn(let reason):
      withdrawn = step
      self.reason = reason
    }
  }
}

extension Goal.Tie: Codable, CustomStringConvertible {
  private enum CodingKeys: String, CodingKey {
    case plan
    case activity
    case count
  }

  /// As commands and files write it: `plan:monthly`, `activity:training:4`.
  public var description: String {
    switch self {
    case .plan(let id): "plan:\(id)"
    case .activity(let id, let count): "activity:\(id):\(count)"
    }
  }

  /// Reads what ``description`` writes; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    switch (parts.first, parts.count) {
    case ("plan", 2) where !parts[1].isEmpty: self = .plan(Identifier(parts[1]))
    case ("activity", 3) where !parts[1].isEmpty:
      guard let count = Int(parts[2]) else { return nil }
      self = .activity(Identifier(parts[1]), count: count)
    case _: return nil
    }
  }

  /// Reads `{plan}` or `{activity, count}`.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    if let plan = try fields.decodeIfPresent(Plan.ID.self, forKey: .plan) {
      self = .plan(plan)
    } else {
      self = .activity(
        try fields.decode(ActivityKind.ID.self, forKey: .activity),
        count: try fields.decode(Int.self, forKey: .count))
    }
  }

  /// Writes `{plan}` or `{activity, count}`.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .plan(let id): try fields.encode(id, forKey: .plan)
    case .activity(let id, let count):
      try fields.encode(id, forKey: .activity)
      try fields.encode(count, forKey: .count)
    }
  }
}

/// What happened to a measure of the year's plan. Never refused once written.
public enum GoalEvent: Hashable, Sendable {
  case added(Goal.Content)
  case edited(Goal.Content)
  case progressed(note: String)
  case done(note: String?)
  case reopened(reason: String)
  case withdrawn(reason: String)

  /// What happened, as timelines show it and as it is said to the one who did it.
  public var name: Bilingual {
    switch self {
    case .added: Bilingual(zh: "列入计划", en: "added to the plan")
    case .edited: Bilingual(zh: "修改", en: "changed")
    case .progressed: Bilingual(zh: "进展", en: "progress")
    case .done: Bilingual(zh: "完成", en: "done")
    case .reopened: Bilingual(zh: "重新办理", en: "reopened")
    case .withdrawn: Bilingual(zh: "撤销", en: "withdrawn")
    }
  }
}

extension GoalEvent: JournalEvent {
  private struct Data: Codable {
    var text: String?

    enum CodingKeys: String, CodingKey { case text }
  }

  /// Its name in the journal, as `goal.added`.
  public var type: String {
    switch self {
    case .added: "goal.added"
    case .edited: "goal.edited"
    case .progressed: "goal.progressed"
    case .done: "goal.done"
    case .reopened: "goal.reopened"
    case .withdrawn: "goal.withdrawn"
    }
  }

  /// What it says, or what was said to it.
  public var data: any Encodable & Sendable {
    switch self {
    case .added(let content), .edited(let content): content
    case .progressed(let text), .reopened(let text), .withdrawn(let text): Data(text: text)
    case .done(let text): Data(text: text)
    }
  }

  /// Reads an event back; nil if the name is not one of a measure.
  public init?(type: String, from decoder: any Decoder) throws {
    func text() throws -> String { try Data(from: decoder).text ?? "" }
    switch type {
    case "goal.added": self = .added(try Goal.Content(from: decoder))
    case "goal.edited": self = .edited(try Goal.Content(from: decoder))
    case "goal.progressed": self = .progressed(note: try text())
    case "goal.done": self = .done(note: try Data(from: decoder).text)
    case "goal.reopened": self = .reopened(reason: try text())
    case "goal.withdrawn": self = .withdrawn(reason: try text())
    default: return nil
    }
  }
}
