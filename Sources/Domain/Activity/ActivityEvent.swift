import Almanac

/// What happened to an entry of the register of activities. Never refused once written.
public enum ActivityEvent: Hashable, Sendable {
  case recorded(Activity.Content)
  /// All that it says from now on.
  case corrected(Activity.Content, reason: String)
  case withdrawn(reason: String)
  /// The actor has read it.
  case read
  /// The resolution of a number is carried out.
  case resolved(Int, note: String?)

  /// What happened, as timelines show it and as it is said to the one who did it.
  public var name: Bilingual {
    switch self {
    case .recorded: Bilingual(zh: "已登记", en: "recorded")
    case .corrected: Bilingual(zh: "已更正", en: "corrected")
    case .withdrawn: Bilingual(zh: "已作废", en: "withdrawn")
    case .read: Bilingual(zh: "已阅", en: "read")
    case .resolved(let number, _):
      Bilingual(zh: "议定事项\(number)已办结", en: "resolution \(number) carried out")
    }
  }

  /// What the entry says from then on; nil where that stays.
  public var content: Activity.Content? {
    switch self {
    case .recorded(let content), .corrected(let content, _): content
    case .withdrawn, .read, .resolved: nil
    }
  }

  /// Why, or how, where it was said.
  public var note: String? {
    switch self {
    case .recorded, .read: nil
    case .corrected(_, let reason), .withdrawn(let reason): reason
    case .resolved(_, let note): note
    }
  }
}

extension Activity {
  /// The entry that a first event makes; nil if the event cannot begin one.
  public init?(id: ID, beginning event: ActivityEvent, _ stamp: Stamp) {
    guard case .recorded(let content) = event else { return nil }
    self.init(
      id: id, content: content, recorded: Hazard.Step(stamp), corrections: [], reads: [],
      closings: [], withdrawn: nil, reason: nil)
  }

  /// Folds one event. Total: an event that no longer makes sense changes nothing.
  public mutating func apply(_ event: ActivityEvent, _ stamp: Stamp) {
    guard stands else { return }
    let step = Hazard.Step(stamp)
    switch event {
    case .recorded: return
    case .corrected(let content, let reason):
      corrections.append(Correction(before: self.content, reason: reason, step: step))
      self.content = content
      closings.removeAll { $0.number > content.resolutions.count }
    case .withdrawn(let reason):
      withdrawn = step
      self.reason = reason
    case .read:
      guard !reads.contains(where: { $0.person == step.person }) else { return }
      reads.append(step)
    case .resolved(let number, let note):
      guard content.resolutions.indices.contains(number - 1), closing(number) == nil else { return }
      closings.append(Closing(number: number, note: note, step: step))
    }
  }
}

extension ActivityEvent: JournalEvent {
  private struct Data: Codable {
    var content: Activity.Content?
    var number: Int?
    var reason: String?
    var note: String?

    enum CodingKeys: String, CodingKey {
      case content
      case number
      case reason
      case note
    }
  }

  /// Its name in the journal, as `activity.recorded`.
  public var type: String {
    switch self {
    case .recorded: "activity.recorded"
    case .corrected: "activity.corrected"
    case .withdrawn: "activity.withdrawn"
    case .read: "activity.read"
    case .resolved: "activity.resolved"
    }
  }

  /// What the entry says, or what came of it.
  public var data: any Encodable & Sendable {
    switch self {
    case .recorded(let content): content
    case .corrected(let content, let reason): Data(content: content, reason: reason)
    case .withdrawn(let reason): Data(reason: reason)
    case .read: NoData()
    case .resolved(let number, let note): Data(number: number, note: note)
    }
  }

  /// Reads an event back; nil if the name is not one of an activity.
  public init?(type: String, from decoder: any Decoder) throws {
    func required<Value>(_ value: Value?, _ name: String) throws -> Value {
      guard let value else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "\(type) has no \(name)"))
      }
      return value
    }
    switch type {
    case "activity.recorded": self = .recorded(try Activity.Content(from: decoder))
    case "activity.corrected":
      let data = try Data(from: decoder)
      self = .corrected(
        try required(data.content, "content"), reason: try required(data.reason, "reason"))
    case "activity.withdrawn":
      self = .withdrawn(reason: try required(Data(from: decoder).reason, "reason"))
    case "activity.read": self = .read
    case "activity.resolved":
      let data = try Data(from: decoder)
      self = .resolved(try required(data.number, "number"), note: data.note)
    default: return nil
    }
  }
}
