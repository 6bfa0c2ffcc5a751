import Almanac

/// What the decider may say to an act that another has entered. May be refused.
public enum EntryCommand: Hashable, Sendable {
  case confirm
  case dispute(reason: String)

  /// Which of the two it is, whatever its reason.
  public enum Kind: Hashable, Sendable, CaseIterable {
    case confirm
    case dispute

    /// As menus and refusals call it.
    public var name: Bilingual {
      switch self {
      case .confirm: Bilingual(zh: "确认", en: "Confirm")
      case .dispute: Bilingual(zh: "提出异议", en: "Dispute")
      }
    }

    /// The states from which it leads on: a dispute may still be followed by a confirmation.
    public var states: Set<EnteredAct.State> {
      switch self {
      case .confirm: [.waiting, .disputed]
      case .dispute: [.waiting]
      }
    }
  }

  /// Which it is.
  public var kind: Kind {
    switch self {
    case .confirm: .confirm
    case .dispute: .dispute
    }
  }
}

extension EnteredAct {
  /// What the decider can still say, in the order of a menu.
  public var possibleActs: [EntryCommand.Kind] {
    EntryCommand.Kind.allCases.filter { $0.states.contains(state) }
  }

  /// Returns the event that a command causes.
  ///
  /// - Throws: ``EntryError``, with nothing written: only the decider may, by their own hand.
  public func decide(
    _ command: EntryCommand, with bureau: Bureau, in situation: Situation
  ) throws -> EntryEvent {
    guard situation.actor.id == decider, situation.entered == nil else {
      throw EntryError.notDecider(bureau.name(decider))
    }
    guard command.kind.states.contains(state) else {
      throw EntryError.saidAlready(id.rawValue, state)
    }
    switch command {
    case .confirm: return .confirmed
    case .dispute(let reason):
      let reason = try Wording.text(reason)
      guard !reason.isEmpty else { throw EntryError.reasonMissing }
      return .disputed(reason: reason)
    }
  }
}

/// A reason a word on an entered act was refused. Nothing was written.
public enum EntryError: Refusal, Hashable {
  case noSuchAct(String)
  /// The one who decided, by name.
  case notDecider(String)
  case saidAlready(String, EnteredAct.State)
  case reasonMissing

  /// Whether the act, the right person or a good value was missing.
  public var kind: RefusalKind {
    switch self {
    case .noSuchAct: .noSuchSubject
    case .notDecider: .notPermitted
    case .saidAlready, .reasonMissing: .badData
    }
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .noSuchAct(let act):
      Bilingual(
        zh: "没有编号为“\(act)”的代录；用 entry list 查看编号。",
        en: "Nothing was entered for another as “\(act)”; see entry list for the numbers.")
    case .notDecider(let name):
      Bilingual(
        zh: "这条代录只能由作决定的\(name)本人确认或提出异议。",
        en: "Only \(name), who decided it, may confirm or dispute this entry.")
    case .saidAlready(let act, let state):
      Bilingual(
        zh: "代录“\(act)”\(state.name.zh)，不用再说。",
        en: "The entry “\(act)” is \(state.name.en) already.")
    case .reasonMissing:
      Bilingual(zh: "请写明哪里与决定不符。", en: "Say what is not as you decided.")
    }
  }
}
