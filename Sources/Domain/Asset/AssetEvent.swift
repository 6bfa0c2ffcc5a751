import Almanac

/// What happened to an asset. Never refused once written.
public enum AssetEvent: Hashable, Sendable {
  case added(Asset.Content)
  /// All that it is from now on.
  case edited(Asset.Content, reason: String?)
  case retired(reason: String)

  /// What happened, as timelines show it and as it is said to the one who did it.
  public var name: Bilingual {
    switch self {
    case .added: Bilingual(zh: "已登记", en: "entered")
    case .edited: Bilingual(zh: "已修改", en: "changed")
    case .retired: Bilingual(zh: "已停用", en: "retired")
    }
  }

  /// Why, where it was said.
  public var note: String? {
    switch self {
    case .added: nil
    case .edited(_, let reason): reason
    case .retired(let reason): reason
    }
  }
}

extension Asset {
  /// The asset that a first event makes; nil if the event cannot begin one.
  public init?(id: ID, beginning event: AssetEvent, _ stamp: Stamp) {
    guard case .added(let content) = event else { return nil }
    self.init(
      id: id, content: content, original: content, recorded: Hazard.Step(stamp), retired: nil,
      reason: nil)
  }

  /// Folds one event. Total: an event that no longer makes sense changes nothing.
  public mutating func apply(_ event: AssetEvent, _ stamp: Stamp) {
    guard stands else { return }
    switch event {
    case .added: return
    case .edited(let content, _): self.content = content
    case .retired(let reason):
      retired = Hazard.Step(stamp)
      self.reason = reason
    }
  }
}

extension AssetEvent: JournalEvent {
  private struct Data: Codable {
    var content: Asset.Content?
    var reason: String?

    enum CodingKeys: String, CodingKey {
      case content
      case reason
    }
  }

  /// Its name in the journal, as `asset.edited`.
  public var type: String {
    switch self {
    case .added: "asset.added"
    case .edited: "asset.edited"
    case .retired: "asset.retired"
    }
  }

  /// What it is, or what came of it.
  public var data: any Encodable & Sendable {
    switch self {
    case .added(let content): content
    case .edited(let content, let reason): Data(content: content, reason: reason)
    case .retired(let reason): Data(reason: reason)
    }
  }

  /// Reads an event back; nil if the name is not one of an asset.
  public init?(type: String, from decoder: any Decoder) throws {
    switch type {
    case "asset.added": self = .added(try Asset.Content(from: decoder))
    case "asset.edited":
      let data = try Data(from: decoder)
      self = .edited(
        try required(data.content, "content", of: type, decoder), reason: data.reason)
    case "asset.retired":
      self = .retired(
        reason: try required(Data(from: decoder).reason, "reason", of: type, decoder))
    default: return nil
    }
  }
}
