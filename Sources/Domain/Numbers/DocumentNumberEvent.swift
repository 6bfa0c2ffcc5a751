import Almanac

/// What happened to a document number. Never refused once written.
public enum DocumentNumberEvent: Hashable, Sendable {
  case drawn(DocumentNumber.Content)
  case withdrawn(reason: String)

  /// What happened, as timelines show it and as it is said to the one who did it.
  public var name: Bilingual {
    switch self {
    case .drawn: Bilingual(zh: "取文号", en: "document number drawn")
    case .withdrawn: Bilingual(zh: "文号作废", en: "document number withdrawn")
    }
  }
}

extension DocumentNumber {
  /// The number that a first event makes; nil if the event cannot begin one.
  public init?(id: ID, beginning event: DocumentNumberEvent, _ stamp: Stamp) {
    guard case .drawn(let content) = event else { return nil }
    self.init(
      id: id, content: content, drawn: Hazard.Step(stamp), withdrawn: nil, reason: nil)
  }

  /// Folds one event. Total: an event that no longer makes sense changes nothing.
  public mutating func apply(_ event: DocumentNumberEvent, _ stamp: Stamp) {
    guard case .withdrawn(let reason) = event, withdrawn == nil else { return }
    withdrawn = Hazard.Step(stamp)
    self.reason = reason
  }
}

extension DocumentNumberEvent: JournalEvent {
  private struct Data: Codable {
    var reason: String

    enum CodingKeys: String, CodingKey { case reason }
  }

  /// Its name in the journal, as `number.drawn`.
  public var type: String {
    switch self {
    case .drawn: "number.drawn"
    case .withdrawn: "number.withdrawn"
    }
  }

  /// What it was given to, or why it was withdrawn.
  public var data: any Encodable & Sendable {
    switch self {
    case .drawn(let content): content
    case .withdrawn(let reason): Data(reason: reason)
    }
  }

  /// Reads an event back; nil if the name is not one of a document number.
  public init?(type: String, from decoder: any Decoder) throws {
    switch type {
    case "number.drawn": self = .drawn(try DocumentNumber.Content(from: decoder))
    case "number.withdrawn": self = .withdrawn(reason: try Data(from: decoder).reason)
    default: return nil
    }
  }
}
