import Almanac

/// What happened to a rule of the office. Never refused once written.
public enum SafetyRuleEvent: Hashable, Sendable {
  case added(SafetyRule.Content)
  /// All that it says from now on: a slip was mended.
  case edited(SafetyRule.Content)
  /// A new text in force from a day on.
  case revised(SafetyRule.Content, on: Day)
  case reviewed(SafetyRule.Outcome, on: Day, note: String?)
  case repealed(on: Day, reason: String)

  /// What happened, as timelines show it and as it is said to the one who did it.
  public var name: Bilingual {
    switch self {
    case .added: Bilingual(zh: "已登记", en: "entered")
    case .edited: Bilingual(zh: "已修改", en: "changed")
    case .revised(_, let day): Bilingual(zh: "\(day) 修订", en: "revised \(day)")
    case .reviewed(let outcome, let day, _):
      Bilingual(zh: "\(day) 复核：\(outcome.name.zh)", en: "reviewed \(day): \(outcome.name.en)")
    case .repealed(let day, _): Bilingual(zh: "\(day) 废止", en: "repealed \(day)")
    }
  }

  /// The text that it names.
  public var file: Scan? {
    switch self {
    case .added(let content), .edited(let content), .revised(let content, _): content.file
    case .reviewed, .repealed: nil
    }
  }

  /// Why, where it was said.
  public var note: String? {
    switch self {
    case .added, .edited: nil
    case .revised(let content, _): content.number
    case .reviewed(_, _, let note): note
    case .repealed(_, let reason): reason
    }
  }
}

extension SafetyRule {
  /// The rule that a first event makes; nil if the event cannot begin one.
  public init?(id: ID, beginning event: SafetyRuleEvent, _ stamp: Stamp) {
    guard case .added(let content) = event else { return nil }
    self.init(
      id: id, content: content, recorded: Hazard.Step(stamp), revisions: [], reviews: [],
      pending: nil, repealed: nil, reason: nil)
  }

  /// Folds one event. Total: an event that no longer makes sense changes nothing.
  public mutating func apply(_ event: SafetyRuleEvent, _ stamp: Stamp) {
    guard stands else { return }
    let step = Hazard.Step(stamp)
    switch event {
    case .added: return
    case .edited(let content): self.content = content
    case .revised(let content, let day):
      revisions.append(Revision(day: day, before: self.content, step: step))
      self.content = content
      pending = nil
    case .reviewed(let outcome, let day, let note):
      pending = outcome == .keep ? nil : outcome
      reviews.append(Review(day: day, outcome: outcome, note: note, step: step))
    case .repealed(let day, let reason):
      repealed = day
      self.reason = reason
    }
  }
}

extension SafetyRuleEvent: JournalEvent {
  private struct Data: Codable {
    var content: SafetyRule.Content?
    var day: Day?
    var outcome: SafetyRule.Outcome?
    var note: String?
    var reason: String?

    enum CodingKeys: String, CodingKey {
      case content
      case day
      case outcome
      case note
      case reason
    }
  }

  /// Its name in the journal, as `rule.reviewed`.
  public var type: String {
    switch self {
    case .added: "rule.added"
    case .edited: "rule.edited"
    case .revised: "rule.revised"
    case .reviewed: "rule.reviewed"
    case .repealed: "rule.repealed"
    }
  }

  /// What it says, or what came of it.
  public var data: any Encodable & Sendable {
    switch self {
    case .added(let content): content
    case .edited(let content): Data(content: content)
    case .revised(let content, let day): Data(content: content, day: day)
    case .reviewed(let outcome, let day, let note): Data(day: day, outcome: outcome, note: note)
    case .repealed(let day, let reason): Data(day: day, reason: reason)
    }
  }

  /// Reads an event back; nil if the name is not one of a rule.
  public init?(type: String, from decoder: any Decoder) throws {
    if type == "rule.added" {
      self = .added(try SafetyRule.Content(from: decoder))
      return
    }
    guard type.hasPrefix("rule.") else { return nil }
    let data = try Data(from: decoder)
    func content() throws -> SafetyRule.Content {
      try required(data.content, "content", of: type, decoder)
    }
    func day() throws -> Day { try required(data.day, "day", of: type, decoder) }
    switch type {
    case "rule.edited": self = .edited(try content())
    case "rule.revised": self = .revised(try content(), on: try day())
    case "rule.reviewed":
      self = .reviewed(
        try required(data.outcome, "outcome", of: type, decoder), on: try day(), note: data.note)
    case "rule.repealed":
      self = .repealed(
        on: try day(), reason: try required(data.reason, "reason", of: type, decoder))
    default: return nil
    }
  }
}
