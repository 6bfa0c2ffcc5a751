import Almanac

/// What a decider said to an act entered for them. Never refused once written.
public enum EntryEvent: Hashable, Sendable {
  case confirmed
  case disputed(reason: String)

  /// What was said, as told to the one who said it.
  public var name: Bilingual {
    switch self {
    case .confirmed: Bilingual(zh: "代录已确认", en: "entry confirmed")
    case .disputed: Bilingual(zh: "已对代录提出异议", en: "entry disputed")
    }
  }
}

extension EntryAnswer {
  /// The answer that a first event makes.
  public init(id: EnteredAct.ID, beginning event: EntryEvent, _ stamp: Stamp) {
    self.id = id
    (person, day) = (stamp.actor, stamp.day)
    switch event {
    case .confirmed: (state, reason) = (.confirmed, nil)
    case .disputed(let reason): (state, self.reason) = (.disputed, reason)
    }
  }

  /// Folds one event. Total: only the confirmation of a dispute changes anything.
  public mutating func apply(_ event: EntryEvent, _ stamp: Stamp) {
    guard state == .disputed, event == .confirmed else { return }
    self = EntryAnswer(id: id, beginning: event, stamp)
  }
}

extension EntryEvent: JournalEvent {
  private struct Reason: Codable {
    var reason: String

    enum CodingKeys: String, CodingKey {
      case reason
    }
  }

  /// Its name in the journal, as `entry.confirmed`.
  public var type: String {
    switch self {
    case .confirmed: "entry.confirmed"
    case .disputed: "entry.disputed"
    }
  }

  /// The reason of a dispute.
  public var data: any Encodable & Sendable {
    switch self {
    case .confirmed: NoData()
    case .disputed(let reason): Reason(reason: reason)
    }
  }

  /// Reads an event back; nil if the name is not an entry event's.
  public init?(type: String, from decoder: any Decoder) throws {
    switch type {
    case "entry.confirmed": self = .confirmed
    case "entry.disputed": self = .disputed(reason: try Reason(from: decoder).reason)
    default: return nil
    }
  }
}
