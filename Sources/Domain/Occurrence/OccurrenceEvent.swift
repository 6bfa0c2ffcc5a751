import Almanac

/// What a person decided about an occurrence that is otherwise only derived.
public enum OccurrenceEvent: Hashable, Sendable {
  /// Approved not to be walked (经批准免查).
  case excused(reason: String)
  /// The inspector came and could not get in; it stays open.
  case noEntry(reason: String, day: Day)
}

extension OccurrenceEvent: JournalEvent {
  private struct Data: Codable {
    var reason: String
    var day: Day?

    enum CodingKeys: String, CodingKey {
      case reason
      case day
    }
  }

  /// Its name in the journal, as `occurrence.excused`.
  public var type: String {
    switch self {
    case .excused: "occurrence.excused"
    case .noEntry: "occurrence.noEntry"
    }
  }

  /// The reason, with the day of the visit where there was no entry.
  public var data: any Encodable & Sendable {
    switch self {
    case .excused(let reason): Data(reason: reason)
    case .noEntry(let reason, let day): Data(reason: reason, day: day)
    }
  }

  /// Reads an event back; nil if the name is not an occurrence event's.
  public init?(type: String, from decoder: any Decoder) throws {
    switch type {
    case "occurrence.excused": self = .excused(reason: try Data(from: decoder).reason)
    case "occurrence.noEntry":
      let data = try Data(from: decoder)
      guard let day = data.day else {
        throw DecodingError.keyNotFound(
          Data.CodingKeys.day, .init(codingPath: [], debugDescription: "an event lacks its day"))
      }
      self = .noEntry(reason: data.reason, day: day)
    default: return nil
    }
  }
}

/// What is on record of an occurrence besides its inspections.
public struct OccurrenceNote: Hashable, Sendable, Codable {
  /// The occurrence that it is about.
  public var key: OccurrenceKey
  /// Why it was approved not to be walked (免查); nil if it was not.
  public var excused: String?
  /// Visits that could not get in, oldest first.
  public var noEntries: [NoEntry]

  /// A visit to a locked room.
  public struct NoEntry: Hashable, Sendable, Codable {
    /// The day of the visit.
    public var day: Day
    /// Who came.
    public var person: Person.ID
    /// Why there was no way in.
    public var reason: String

    enum CodingKeys: String, CodingKey {
      case day
      case person
      case reason
    }
  }

  enum CodingKeys: String, CodingKey {
    case key
    case excused
    case noEntries
  }

  /// A note with nothing on it yet.
  public init(key: OccurrenceKey) {
    self.key = key
    noEntries = []
  }

  /// Folds one event. Total.
  public mutating func apply(_ event: OccurrenceEvent, _ stamp: Stamp) {
    switch event {
    case .excused(let reason): excused = reason
    case .noEntry(let reason, let day):
      noEntries.append(NoEntry(day: day, person: stamp.actor, reason: reason))
    }
  }
}
