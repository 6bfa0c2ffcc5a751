import Almanac
import Canvas

/// Which keys do what: the table of actions with what a person has set otherwise.
public struct KeyMap: Sendable, Equatable {
  /// A person's own keys for an action.
  public struct Change: Hashable, Sendable {
    /// What the keys do.
    public var action: Action
    /// The keys, in place of those of the table.
    public var keys: [Key]

    /// Keys for an action, in place of its own.
    public init(_ action: Action, _ keys: [Key]) {
      self.action = action
      self.keys = keys
    }
  }

  /// A change that was not taken, and why.
  public struct Refusal: Hashable, Sendable {
    /// The change.
    public var change: Change
    /// What is wrong with it.
    public var reason: Bilingual
  }

  /// The keys of the table alone.
  public static let usual = KeyMap()

  /// The changes that were not taken, in the order they were given.
  public private(set) var refusals: [Refusal] = []

  private var own: [Action: [Key]] = [:]

  private init() {}

  /// The table with changes; one that takes a key which means something else in the same place is left out.
  public init(_ changes: [Change]) {
    var kept: [Change] = []
    for change in changes {
      if let reason = Self.fault(of: change) {
        refusals.append(Refusal(change: change, reason: reason))
      } else {
        kept.append(change)
      }
    }
    for change in kept { own[change.action] = change.keys }
    // All are tried together, so that two actions may change places; of a clash the last change goes.
    while let (change, reason) = clash(among: kept) {
      kept.removeAll { $0 == change }
      own[change.action] = kept.last { $0.action == change.action }?.keys
      refusals.append(Refusal(change: change, reason: reason))
    }
  }

  /// The keys of an action.
  public func keys(of action: Action) -> [Key] { own[action] ?? action.entry.keys }

  /// What an action is called by where keys are told: its first key, or its name in the palette.
  func name(of action: Action) -> Bilingual {
    keys(of: action).first?.name ?? Bilingual(verbatim: ":") + action.label
  }

  /// Whether an action has keys of the person's own.
  public func isChanged(_ action: Action) -> Bool { own[action] != nil }

  /// Keys that mean two things in one place, each with the place and the two actions.
  public var clashes: [(key: Key, place: KeyPlace, actions: (Action, Action))] {
    KeyPlace.allCases.flatMap { place in
      var taken: [Key: Action] = [:]
      return place.present.flatMap { action in
        keys(of: action).compactMap { key in
          defer { taken[key] = action }
          return taken[key].map { (key, place, ($0, action)) }
        }
      }
    }
  }

  private func clash(among changes: [Change]) -> (Change, Bilingual)? {
    for clash in clashes {
      let (first, second) = clash.actions
      guard let change = changes.last(where: { [first, second].contains($0.action) }) else {
        continue
      }
      let other = change.action == first ? second : first
      return (change, Self.taken(clash.key, by: other, in: clash.place))
    }
    return nil
  }

  private static func fault(of change: Change) -> Bilingual? {
    if change.action == .back {
      return Bilingual(zh: "返回总是 Esc，不能改", en: "back is always Esc")
    }
    guard let fixed = change.keys.first(where: fixed.contains) else { return nil }
    return Bilingual(
      zh: "\(fixed.name.zh) 在各处另有固定用途", en: "\(fixed.name.en) always means something of its own")
  }

  private static func taken(_ key: Key, by action: Action, in place: KeyPlace) -> Bilingual {
    let (label, name) = (action.entry.label, place.name)
    return Bilingual(
      zh: "\(key.name.zh) 在“\(name.zh)”已用于“\(label.zh)”",
      en: "\(key.name.en) already means “\(label.en)” (\(name.en))")
  }

  /// Keys that move, close or belong to text fields everywhere.
  static let fixed: Set<Key> = Set(
    "jkgG".map(Key.character) + [
      .escape, .up, .down, .home, .end, .pageUp, .pageDown, .control("f"), .control("b"),
      .control("c"), .tab, .backTab, .delete,
    ])
}

extension Action {
  /// What it does, in a word or two.
  public var label: Bilingual { entry.label }
}

extension Context {
  /// The first key of an action as a footer shows it; empty where it has none.
  func keyName(of action: Action) -> String {
    keyMap.keys(of: action).first.map { self($0.name) } ?? ""
  }
}
