import Almanac

/// What an administrator may ask to be done with an exemption. May be refused.
public enum ExemptionCommand: Hashable, Sendable {
  case confirm
  case refuse(reason: String)
  case end(reason: String)

  /// Which of the acts a command is, whatever its reason.
  public enum Kind: Hashable, Sendable, CaseIterable {
    case confirm
    case refuse
    case end

    /// The act as menus and refusals call it.
    public var name: Bilingual {
      switch self {
      case .confirm: Bilingual(zh: "确认，今后不再问", en: "Confirm: not asked again")
      case .refuse: Bilingual(zh: "不同意", en: "Refuse")
      case .end: Bilingual(zh: "终止，今后照常检查", en: "End: asked again")
      }
    }

    /// The state from which the act leads on.
    public var state: Exemption.State { self == .end ? .confirmed : .proposed }
  }

  /// Which act it asks for.
  public var kind: Kind {
    switch self {
    case .confirm: .confirm
    case .refuse: .refuse
    case .end: .end
    }
  }
}

extension Exemption {
  /// The acts possible now, in the order of a menu.
  public var possibleActs: [ExemptionCommand.Kind] {
    ExemptionCommand.Kind.allCases.filter { $0.state == state }
  }

  /// Returns the event that a command causes.
  ///
  /// - Parameter emptied: The plans whose only question at the place it is: nothing would be left to
  ///   look at there.
  /// - Throws: ``ExemptionError`` or ``NotPermitted``, with nothing written.
  public func decide(
    _ command: ExemptionCommand, emptied: [Plan], in situation: Situation
  ) throws -> ExemptionEvent {
    guard situation.actor.may(.administer) else { throw NotPermitted(.administer) }
    guard state == command.kind.state else { throw ExemptionError.notNow(command.kind, state) }
    switch command {
    case .confirm:
      if let plan = emptied.first { throw ExemptionError.nothingLeft(plan.title) }
      return .confirmed
    case .refuse(let reason): return .refused(reason: try required(reason))
    case .end(let reason): return .ended(reason: try required(reason))
    }
  }

  private func required(_ reason: String) throws -> String {
    let reason = try Wording.text(reason)
    guard !reason.isEmpty else { throw ExemptionError.reasonMissing }
    return reason
  }
}

extension Records {
  /// The plans that ask nothing at a place but one item.
  func plansAskingOnly(_ key: Exemption.Key) throws -> [Plan] {
    let bureau = try bureau
    guard let place = bureau.place(key.place) else { return [] }
    return try bureau.plans.map(\.present).filter { plan in
      guard plan.isEnabled, bureau.covers(plan, place) else { return false }
      let occurrence = OccurrenceKey(plan: plan.id, place: place.id, period: "")
      return try questionnaire(occurrence)?.questions.map(\.key) == [key.item]
    }
  }
}

/// A reason an act on an exemption was refused. Nothing was written.
public enum ExemptionError: Refusal, Hashable {
  case noSuchExemption(place: String, item: String)
  case notNow(ExemptionCommand.Kind, Exemption.State)
  case nothingLeft(Bilingual)
  case reasonMissing

  /// Whether the subject or a good value was missing.
  public var kind: RefusalKind {
    switch self {
    case .noSuchExemption: .noSuchSubject
    case .notNow, .nothingLeft, .reasonMissing: .badData
    }
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .noSuchExemption(let place, let item):
      Bilingual(
        zh: "“\(place)”没有提请过“\(item)”长期不适用；用 place exempt list 查看。",
        en: "Nobody proposed “\(item)” as never applying at “\(place)”; see place exempt list.")
    case .notNow(let act, let state):
      Bilingual(
        zh: "现为“\(state.name.zh)”，不能“\(act.name.zh)”。",
        en: "It is \(state.name.en): “\(act.name.en)” is not possible now.")
    case .nothingLeft(let plan):
      Bilingual(
        zh: "确认后“\(plan.zh)”在此处就没有检查项了；请改该计划的范围，不要确认。",
        en: "“\(plan.en)” would have nothing left to ask there; take the place out of that plan.")
    case .reasonMissing: Bilingual(zh: "请写明原因。", en: "Give the reason.")
    }
  }
}
