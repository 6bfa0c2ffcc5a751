/// What happened to a person's keys. Never refused once written.
public enum KeyEvent: Hashable, Sendable {
  /// The person offers the public half of a key: the line is signed with that key itself.
  case offered(PublicKey)
  /// An administrator ties an offered key to the person: from this line on the person's lines are signed.
  case tied(TiedKey)
}

/// The tying of a key to a person.
public struct TiedKey: Hashable, Sendable, Codable {
  /// The key that signs from now on.
  public var key: PublicKey
  /// The key that signed until now, where it was lost or has become known to others.
  public var replaces: PublicKey?
  /// Why one key takes another's place.
  public var reason: String?

  enum CodingKeys: String, CodingKey {
    case key
    case replaces
    case reason
  }

  /// A person's first key, or one in the place of another.
  public init(key: PublicKey, replaces: PublicKey? = nil, reason: String? = nil) {
    self.key = key
    self.replaces = replaces
    self.reason = reason
  }
}

extension KeyEvent: JournalEvent {
  private struct Offer: Codable {
    var key: PublicKey

    enum CodingKeys: String, CodingKey {
      case key
    }
  }

  /// Its name in the journal, as `key.offered`.
  public var type: String {
    switch self {
    case .offered: "key.offered"
    case .tied: "key.tied"
    }
  }

  /// The key, and what it replaces.
  public var data: any Encodable & Sendable {
    switch self {
    case .offered(let key): Offer(key: key)
    case .tied(let tied): tied
    }
  }

  /// Reads an event back; nil if the name is not a key event's.
  public init?(type: String, from decoder: any Decoder) throws {
    switch type {
    case "key.offered": self = .offered(try Offer(from: decoder).key)
    case "key.tied": self = .tied(try TiedKey(from: decoder))
    default: return nil
    }
  }
}

extension Event {
  /// The key that must sign a line; nil for a line that nobody signs.
  ///
  /// An offer is signed with the key offered, and who ties a key to oneself signs with that key: the one
  /// before may be lost. All else is signed with the key in force.
  ///
  /// - Parameters:
  ///   - recorder: Who is at the keyboard, not who decided on paper.
  ///   - ring: That person's keys before this line.
  public func keyDue(
    on subject: Subject, by recorder: Person.ID, ring: KeyRing?
  ) -> PublicKey? {
    if case .key(let event) = self, subject == .key(recorder) {
      return switch event {
      case .offered(let key): key
      case .tied(let tied): tied.key
      }
    }
    return ring?.inForce
  }
}
