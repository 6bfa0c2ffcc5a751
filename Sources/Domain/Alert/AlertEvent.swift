import Almanac

/// What happened to a weather alert.
public enum AlertEvent: Hashable, Sendable {
  /// One was entered by hand.
  case opened(Alert)
  /// A message came in: an agency's, or one by hand that raises or lowers an alert.
  case received(AlertMessage)
  /// It was lifted by hand; written on the message that decided then, so that a later one counts again.
  case lifted(at: Moment)
}

extension AlertEvent: JournalEvent {
  private struct Lifted: Codable {
    var at: Moment

    enum CodingKeys: String, CodingKey {
      case at
    }
  }

  /// Its name in the journal, as `alert.opened`.
  public var type: String {
    switch self {
    case .opened: "alert.opened"
    case .received: "alert.received"
    case .lifted: "alert.lifted"
    }
  }

  /// The alert as opened, the message as received, or the time of lifting.
  public var data: any Encodable & Sendable {
    switch self {
    case .opened(let alert): alert
    case .received(let message): message
    case .lifted(let moment): Lifted(at: moment)
    }
  }

  /// Reads an event back; nil if the name is not an alert event's.
  public init?(type: String, from decoder: any Decoder) throws {
    switch type {
    case "alert.opened": self = .opened(try Alert(from: decoder))
    case "alert.received": self = .received(try AlertMessage(from: decoder))
    case "alert.lifted": self = .lifted(at: try Lifted(from: decoder).at)
    default: return nil
    }
  }

  /// The message that it begins; nil for what happens to one already there.
  var message: AlertMessage? {
    switch self {
    case .opened(let alert): AlertMessage(alert)
    case .received(let message): message
    case .lifted: nil
    }
  }
}
