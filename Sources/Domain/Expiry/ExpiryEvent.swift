import Almanac

/// What happened to a thing that ends. Never refused once written.
public enum ExpiryEvent: Hashable, Sendable {
  case added(Expiry.Content)
  /// All that it is from now on.
  case edited(Expiry.Content, reason: String?)
  /// The stretch that follows the one in force.
  case renewed(Expiry.Term)
  case retired(reason: String)

  /// What happened, as timelines show it and as it is said to the one who did it.
  public var name: Bilingual {
    switch self {
    case .added: Bilingual(zh: "已登记", en: "entered")
    case .edited: Bilingual(zh: "已修改", en: "changed")
    case .renewed(let term): Bilingual(zh: "已续至 \(term.until)", en: "renewed until \(term.until)")
    case .retired: Bilingual(zh: "已停管", en: "retired")
    }
  }

  /// The paper that it names.
  public var file: Scan? {
    switch self {
    case .added(let content), .edited(let content, _): content.term.file
    case .renewed(let term): term.file
    case .retired: nil
    }
  }

  /// Why, or with what, where it was said.
  public var note: String? {
    switch self {
    case .added: nil
    case .edited(_, let reason): reason
    case .renewed(let term): term.document
    case .retired(let reason): reason
    }
  }
}

extension Expiry {
  /// The thing that a first event makes; nil if the event cannot begin one.
  public init?(id: ID, beginning event: ExpiryEvent, _ stamp: Stamp) {
    guard case .added(let content) = event else { return nil }
    self.init(
      id: id, content: content, original: content, formers: [], recorded: Hazard.Step(stamp),
      retired: nil, reason: nil)
  }

  /// Folds one event. Total: an event that no longer makes sense changes nothing.
  public mutating func apply(_ event: ExpiryEvent, _ stamp: Stamp) {
    guard stands else { return }
    switch event {
    case .added: return
    case .edited(let content, _): self.content = content
    case .renewed(let term):
      formers.append(Former(term: content.term, step: recorded))
      content.term = term
      recorded = Hazard.Step(stamp)
    case .retired(let reason):
      retired = Hazard.Step(stamp)
      self.reason = reason
    }
  }
}

extension ExpiryEvent: JournalEvent {
  private struct Data: Codable {
    var content: Expiry.Content?
    var reason: String?

    enum CodingKeys: String, CodingKey {
      case content
      case reason
    }
  }

  /// Its name in the journal, as `expiry.renewed`.
  public var type: String {
    switch self {
    case .added: "expiry.added"
    case .edited: "expiry.edited"
    case .renewed: "expiry.renewed"
    case .retired: "expiry.retired"
    }
  }

  /// What it is, or what came of it.
  public var data: any Encodable & Sendable {
    switch self {
    case .added(let content): content
    case .edited(let content, let reason): Data(content: content, reason: reason)
    case .renewed(let term): term
    case .retired(let reason): Data(reason: reason)
    }
  }

  /// Reads an event back; nil if the name is not one of a thing that ends.
  public init?(type: String, from decoder: any Decoder) throws {
    switch type {
    case "expiry.added": self = .added(try Expiry.Content(from: decoder))
    case "expiry.edited":
      let data = try Data(from: decoder)
      self = .edited(
        try required(data.content, "content", of: type, decoder), reason: data.reason)
    case "expiry.renewed": self = .renewed(try Expiry.Term(from: decoder))
    case "expiry.retired":
      self = .retired(
        reason: try required(Data(from: decoder).reason, "reason", of: type, decoder))
    default: return nil
    }
  }
}
