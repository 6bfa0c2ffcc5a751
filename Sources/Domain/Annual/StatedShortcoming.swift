import Almanac

/// What somebody says fell short in a year (自填的不足), besides what the rules find.
public struct StatedShortcoming: Hashable, Sendable, Codable, Identifiable {
  /// What it says.
  public struct Content: Hashable, Sendable, Codable {
    /// The civil year.
    public var year: Int
    /// What fell short, as the annual report says it, without a closing mark.
    public var text: String
    /// What is meant to be done about it next year; nil where nothing is said.
    public var measure: String?

    enum CodingKeys: String, CodingKey {
      case year
      case text
      case measure
    }

    /// Makes one.
    public init(year: Int, text: String, measure: String? = nil) {
      self.year = year
      self.text = text
      self.measure = measure
    }
  }

  /// Its number, as `BZ2026-01`, by the year that it is about.
  public let id: Identifier<StatedShortcoming>
  /// What it says.
  public var content: Content
  /// Who stated it, and when.
  public var stated: Hazard.Step
  /// Who withdrew it, and when; nil while it stands.
  public var withdrawn: Hazard.Step?
  /// Why it was withdrawn.
  public var reason: String?

  enum CodingKeys: String, CodingKey {
    case id
    case content
    case stated
    case withdrawn
    case reason
  }

  /// The one that a first event makes; nil if the event cannot begin one.
  public init?(id: ID, beginning event: ShortcomingEvent, _ stamp: Stamp) {
    guard case .stated(let content) = event else { return nil }
    self.id = id
    self.content = content
    stated = Hazard.Step(stamp)
  }

  /// Folds one event. Total: an event that no longer makes sense changes nothing.
  public mutating func apply(_ event: ShortcomingEvent, _ stamp: Stamp) {
    guard withdrawn == nil, case .withdrawn(let reason) = event else { return }
    withdrawn = Hazard.Step(stamp)
    self.reason = reason
  }
}

/// What happened to a stated shortcoming. Never refused once written.
public enum ShortcomingEvent: Hashable, Sendable {
  case stated(StatedShortcoming.Content)
  case withdrawn(reason: String)

  /// What happened, as it is said to the one who did it.
  public var name: Bilingual {
    switch self {
    case .stated: Bilingual(zh: "填写不足", en: "stated what fell short")
    case .withdrawn: Bilingual(zh: "撤销", en: "withdrawn")
    }
  }
}

extension ShortcomingEvent: JournalEvent {
  private struct Data: Codable {
    var reason: String

    enum CodingKeys: String, CodingKey { case reason }
  }

  /// Its name in the journal, as `shortcoming.stated`.
  public var type: String {
    switch self {
    case .stated: "shortcoming.stated"
    case .withdrawn: "shortcoming.withdrawn"
    }
  }

  /// What it says, or why it does no more.
  public var data: any Encodable & Sendable {
    switch self {
    case .stated(let content): content
    case .withdrawn(let reason): Data(reason: reason)
    }
  }

  /// Reads an event back; nil if the name is not one of a shortcoming.
  public init?(type: String, from decoder: any Decoder) throws {
    switch type {
    case "shortcoming.stated": self = .stated(try StatedShortcoming.Content(from: decoder))
    case "shortcoming.withdrawn": self = .withdrawn(reason: try Data(from: decoder).reason)
    default: return nil
    }
  }
}
