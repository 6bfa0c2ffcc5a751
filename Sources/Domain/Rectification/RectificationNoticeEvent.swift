import Almanac

/// What happened to a rectification notice. Never refused once written.
public enum RectificationNoticeEvent: Hashable, Sendable {
  case issued(RectificationNotice.Content)
  /// Signed for by the one who acted, on a day.
  case received(on: Day)
  case answered([RectificationNotice.Reply], on: Day)
  case withdrawn(reason: String)

  /// What happened, as timelines show it and as it is said to the one who did it.
  public var name: Bilingual {
    switch self {
    case .issued: Bilingual(zh: "签发整改通知书", en: "rectification notice issued")
    case .received: Bilingual(zh: "签收", en: "received")
    case .answered: Bilingual(zh: "整改回执", en: "answered")
    case .withdrawn: Bilingual(zh: "撤回", en: "withdrawn")
    }
  }

  /// What is worth saying of it besides, as timelines show it.
  public var note: String {
    switch self {
    case .issued(let content): content.lines.map(\.hazard.rawValue).joined(separator: " ")
    case .received(let day): day.description
    case .answered(let replies, _):
      replies.map { "\($0.hazard) \($0.done)" }.joined(separator: "; ")
    case .withdrawn(let reason): reason
    }
  }
}

extension RectificationNotice {
  /// The notice that a first event makes; nil if the event cannot begin one.
  public init?(id: ID, beginning event: RectificationNoticeEvent) {
    guard case .issued(let content) = event else { return nil }
    self.init(
      id: id, content: content, state: .issued, received: nil, answered: nil, replies: [],
      withdrawn: nil, reason: nil)
  }

  /// Folds one event. Total: an event that no longer makes sense changes nothing.
  public mutating func apply(_ event: RectificationNoticeEvent, _ stamp: Stamp) {
    func step(on day: Day) -> Hazard.Step {
      var step = Hazard.Step(stamp)
      step.day = day
      return step
    }
    switch event {
    case .issued: return
    case .received(let day):
      guard state == .issued else { return }
      state = .received
      received = step(on: day)
    case .answered(let replies, let day):
      guard state == .received else { return }
      state = .answered
      answered = step(on: day)
      self.replies = replies
    case .withdrawn(let reason):
      guard isOpen else { return }
      state = .withdrawn
      withdrawn = Hazard.Step(stamp)
      self.reason = reason
    }
  }
}

extension RectificationNoticeEvent: JournalEvent {
  private struct Data: Codable {
    var on: Day?
    var replies: [RectificationNotice.Reply]?
    var reason: String?

    enum CodingKeys: String, CodingKey {
      case on
      case replies
      case reason
    }
  }

  /// Its name in the journal, as `notice.issued`.
  public var type: String {
    switch self {
    case .issued: "notice.issued"
    case .received: "notice.received"
    case .answered: "notice.answered"
    case .withdrawn: "notice.withdrawn"
    }
  }

  /// What the notice says, or the day and words of what came of it.
  public var data: any Encodable & Sendable {
    switch self {
    case .issued(let content): content
    case .received(let day): Data(on: day)
    case .answered(let replies, let day): Data(on: day, replies: replies)
    case .withdrawn(let reason): Data(reason: reason)
    }
  }

  /// Reads an event back; nil if the name is not one of a notice.
  public init?(type: String, from decoder: any Decoder) throws {
    func required<Value>(_ value: Value?, _ name: String) throws -> Value {
      guard let value else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "\(type) has no \(name)"))
      }
      return value
    }
    switch type {
    case "notice.issued": self = .issued(try RectificationNotice.Content(from: decoder))
    case "notice.received":
      self = .received(on: try required(Data(from: decoder).on, "on"))
    case "notice.answered":
      let data = try Data(from: decoder)
      self = .answered(try required(data.replies, "replies"), on: try required(data.on, "on"))
    case "notice.withdrawn":
      self = .withdrawn(reason: try required(Data(from: decoder).reason, "reason"))
    default: return nil
    }
  }
}
