import Almanac

/// What happened to a weather alert.
public enum AlertEvent: Hashable, Sendable {
  case opened(Alert)
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
    case .lifted: "alert.lifted"
    }
  }

  /// The alert as opened, or the time of its lifting.
  public var data: any Encodable & Sendable {
    switch self {
    case .opened(let alert): alert
    case .lifted(let moment): Lifted(at: moment)
    }
  }

  /// Reads an event back; nil if the name is not an alert event's.
  public init?(type: String, from decoder: any Decoder) throws {
    switch type {
    case "alert.opened": self = .opened(try Alert(from: decoder))
    case "alert.lifted": self = .lifted(at: try Lifted(from: decoder).at)
    default: return nil
    }
  }
}

extension Alert {
  /// Folds one event. Total.
  public mutating func apply(_ event: AlertEvent) {
    switch event {
    case .opened: break
    case .lifted(let moment): if lifted == nil { lifted = moment }
    }
  }

  /// Enters an alert.
  ///
  /// - Throws: ``NotPermitted``, with nothing written.
  public func open(in situation: Situation) throws -> [Happening] {
    guard situation.actor.may(.raiseAlert) else { throw NotPermitted(.raiseAlert) }
    return [Happening(.alert(id), .alert(.opened(self)))]
  }

  /// Ends it: what it asked for and is still open is lifted with it, not missed.
  ///
  /// - Throws: ``NotPermitted``, or ``AlertError`` when it has been lifted already.
  public func lift(in situation: Situation) throws -> [Happening] {
    guard situation.actor.may(.raiseAlert) else { throw NotPermitted(.raiseAlert) }
    guard lifted == nil else { throw AlertError.alreadyLifted }
    return [Happening(.alert(id), .alert(.lifted(at: situation.now)))]
  }
}

/// A reason an alert command was refused.
public enum AlertError: Refusal, Hashable {
  case alreadyLifted
  case noSuchAlert(String)

  /// ``RefusalKind/noSuchSubject`` for an unknown id, bad data otherwise.
  public var kind: RefusalKind {
    switch self {
    case .alreadyLifted: .badData
    case .noSuchAlert: .noSuchSubject
    }
  }

  /// What to read, and where to look the alerts up.
  public var message: Bilingual {
    switch self {
    case .alreadyLifted:
      Bilingual(zh: "该预警已解除。", en: "The alert has been lifted already.")
    case .noSuchAlert(let id):
      Bilingual(
        zh: "没有预警“\(id)”；用 alert list 查看。", en: "There is no alert “\(id)”; see alert list.")
    }
  }
}
