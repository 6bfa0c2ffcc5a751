import Almanac

/// All keys that a person has offered in a ledger, and the one that signs now.
public struct KeyRing: Hashable, Sendable, Codable, Identifiable {
  /// How a key stands.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    /// The person has offered it; no administrator has tied it yet.
    case offered
    /// It signs the person's lines.
    case tied
    /// Another one has taken its place.
    case replaced

    /// As lists say it.
    public var name: Bilingual {
      switch self {
      case .offered: Bilingual(zh: "待登记", en: "offered")
      case .tied: Bilingual(zh: "在用", en: "tied")
      case .replaced: Bilingual(zh: "已更换", en: "replaced")
      }
    }
  }

  /// One key and how it stands.
  public struct Entry: Hashable, Sendable, Codable {
    /// The public half.
    public var key: PublicKey
    /// How it stands.
    public var state: State
    /// Since when it stands so.
    public var since: Moment
    /// Who tied it; nil while nobody has.
    public var tiedBy: Person.ID?
    /// The key whose place it took.
    public var replaces: PublicKey?
    /// Why it took another's place.
    public var reason: String?

    enum CodingKeys: String, CodingKey {
      case key
      case state
      case since
      case tiedBy
      case replaces
      case reason
    }
  }

  /// The person whose keys they are.
  public let id: Person.ID
  /// In the order in which they were offered.
  public private(set) var entries: [Entry] = []

  enum CodingKeys: String, CodingKey {
    case id
    case entries
  }

  /// A person's keys, before the first is offered.
  public init(id: Person.ID) { self.id = id }

  /// The key that signs the person's lines; nil before the first is tied.
  public var inForce: PublicKey? { entries.first { $0.state == .tied }?.key }
  /// The key that waits for an administrator; nil where none does.
  public var offered: PublicKey? { entries.first { $0.state == .offered }?.key }

  /// Folds one event. Total: an event that no longer makes sense changes nothing.
  public mutating func apply(_ event: KeyEvent, _ stamp: Stamp) {
    switch event {
    case .offered(let key):
      guard !entries.contains(where: { $0.key == key }) else { return }
      end(.offered, stamp)
      entries.append(Entry(key: key, state: .offered, since: stamp.at))
    case .tied(let tied):
      guard
        let index = entries.firstIndex(where: { $0.key == tied.key && $0.state == .offered })
      else { return }
      end(.tied, stamp)
      entries[index].state = .tied
      entries[index].since = stamp.at
      entries[index].tiedBy = stamp.actor
      entries[index].replaces = tied.replaces
      entries[index].reason = tied.reason
    }
  }

  /// What stood in this state is replaced.
  private mutating func end(_ state: State, _ stamp: Stamp) {
    for index in entries.indices where entries[index].state == state {
      entries[index].state = .replaced
      entries[index].since = stamp.at
    }
  }
}
