import Almanac

extension Hazard {
  /// Returns the events that a command causes; the caller writes all of them or none.
  ///
  /// - Throws: ``HazardError`` or ``NotPermitted``, with nothing written.
  public func decide(
    _ command: HazardCommand, in situation: Situation
  ) throws -> [HazardEvent] {
    guard isOpen || command == .revoke else { throw HazardError.ended(state) }
    guard command.kind.states.contains(state) else {
      throw HazardError.notNow(command.kind, state)
    }
    try permit(command.kind, situation)
    switch command {
    case .assign(let person, let deadline, let reason):
      guard !isMendedOnSpot else { throw HazardError.notNow(.assign, state) }
      guard state == .submitted || lacks.isEmpty else { throw HazardError.majorLacks(lacks) }
      // Given to another, it keeps its deadline even where that has passed.
      if !wasAssigned || deadline != self.deadline {
        try requireAllowed(deadline, in: situation)
      }
      if wasAssigned, let present = self.deadline, deadline > present {
        try permit(.extend, situation.actor)
      }
      try requireSafeguards(until: deadline)
      let why = try reason.map(Wording.text).flatMap { $0.isEmpty ? nil : $0 }
      return [.assigned(to: person, deadline: deadline, reason: why)]
    case .accept: return [.accepted]
    case .decline(let reason): return [.declined(reason: try required(reason))]
    case .transfer(let person, let section, let outside, let reason):
      let outside = try outside.map(Wording.text).flatMap { $0.isEmpty ? nil : $0 }
      return [
        .transferred(
          to: person, section: section == report.section ? nil : section, outside: outside,
          reason: try required(reason))
      ]
    case .requestExtension(let request):
      try requireLater(request.deadline, in: situation)
      return [
        .extensionRequested(
          Request(deadline: request.deadline, reason: try required(request.reason)))
      ]
    case .extend(let day, let reason, let document):
      try requireLater(day, in: situation)
      if isBoundByAuthority, trimmed(document ?? "").isEmpty {
        throw HazardError.authorityDeadline
      }
      try requireSafeguards(until: day)
      return [
        .extended(
          to: day, reason: try required(reason), document: try document.map(Wording.text))
      ]
    case .refuseExtension(let reason):
      guard requested != nil else { throw HazardError.nothingRequested }
      return [.extensionRefused(reason: try required(reason))]
    case .submit(let measures, let cost, let photographs):
      let measures = try Wording.text(measures)
      guard !measures.isEmpty else { throw HazardError.textMissing }
      return try attaching(photographs, today: situation.today) + [
        .submitted(measures: measures, cost: try cost.map(Wording.text), photos: [])
      ]
    case .verify(let note, let keepOpen):
      let mayBeClosed = !keepOpen && !oversight.isListed
      let closes = mayBeClosed && situation.actor.may(closingAct)
      // Where closing is theirs in another's place only, both are done in that place.
      if mayBeClosed, !closes,
        situation.guises.contains(where: { mayVerifyAndClose($0, situation) })
      {
        throw NotPermitted(closingAct)
      }
      return [.verified(note: try note.map(Wording.text))] + (closes ? [.closed] : [])
    case .reject(let reason, let deadline):
      try requireAllowed(deadline, in: situation)
      try requireSafeguards(until: deadline)
      return [.rejected(reason: try required(reason), deadline: deadline)]
    case .close:
      guard !oversight.isListed else { throw HazardError.stillListed }
      return [.closed]
    case .withdraw(let reason):
      guard !oversight.isListed else { throw HazardError.stillListed }
      return [.withdrawn(reason: try required(reason))]
    case .photograph(let photographs):
      guard !photographs.isEmpty else { throw PhotographError.none }
      return try attaching(photographs, today: situation.today)
    case .oversee(let command):
      return [.oversight(try oversight.decide(command, of: self, today: situation.today))]
    case .merge(let other):
      guard other != id else { throw HazardError.mergedIntoItself }
      guard !oversight.isListed else { throw HazardError.stillListed }
      return [.merged(into: other)]
    case .revoke:
      guard let revocable, mayRevoke(situation.actor, on: situation.today) else {
        throw HazardError.nothingToRevoke
      }
      return [.revoked(act: revocable.act)]
    }
  }

  /// The acts open to a person now, in the order in which a menu numbers them.
  public func possibleActs(for person: Person) -> [HazardCommand.Kind] {
    guard isOpen else { return [] }
    return HazardCommand.Kind.allCases.filter { kind in
      guard kind.states.contains(state), isApplicable(kind) else { return false }
      return person.manners.contains { manner in
        (try? permit(kind, by: manner, recorder: nil)) != nil
      }
    }
  }

  /// Whether an act lies beside the way that leads on from here: to give what was handed in to another does too.
  public func isBeside(_ kind: HazardCommand.Kind) -> Bool {
    kind.isBeside || kind == .assign && state == .submitted
  }

  /// Whether what the act is about is there at all.
  private func isApplicable(_ kind: HazardCommand.Kind) -> Bool {
    switch kind {
    case .takeCase: severity == .major
    case .refuseExtension: requested != nil
    case .close, .withdraw, .merge: !oversight.isListed
    case .assign: !isMendedOnSpot
    case .list: !oversight.isListed
    case .delist: oversight.isListed
    case .patch: report.weakness != nil
    case .revoke: false
    case .verify, .extend, .reject, .accept, .submit, .requestExtension, .decline,
      .transfer, .note, .remind, .safeguard, .study, .commit, .reportUp, .photograph:
      true
    }
  }

  /// Whether a person may take back the last decision: their own, of this day, with nothing after it.
  public func mayRevoke(_ person: Person, on day: Day) -> Bool {
    revocable.map { $0.person == person.id && $0.day == day } ?? false
  }

  /// Closing a hazard of category fire is for the fire safety manager or the fire responsible.
  public var closingAct: Act { report.category == .fire ? .closeFire : .close }

  /// Whether an authority set the deadline in a document of its own.
  public var isBoundByAuthority: Bool { report.source == .authorityOrder && report.deadline != nil }

  /// Who handed it in, who is assigned to it, even since then, and who mended it on the walk.
  private var fixers: [Person.ID] {
    [rectified?.person, person].compactMap(\.self) + (isMendedOnSpot ? report.finders : [])
  }

  private func isFixed(by persons: [Person.ID]) -> Bool {
    !Set(fixers).isDisjoint(with: persons)
  }

  private func permit(_ kind: HazardCommand.Kind, _ situation: Situation) throws {
    try permit(kind, by: situation.actor, recorder: situation.entered?.by)
  }

  private func permit(
    _ kind: HazardCommand.Kind, by person: Person, recorder: Person.ID?
  ) throws {
    switch kind {
    case .assign: try permit(.assign, person)
    case .extend, .refuseExtension: try permit(.extend, person)
    case .reject: try permit(.reject, person)
    case .close:
      try permit(closingAct, person)
      // In another's place, or by another's hand, nobody closes what one of the two mended.
      let others = (person.standsFor == nil ? [] : person.parties) + [recorder].compactMap(\.self)
      guard !isFixed(by: others) else { throw HazardError.fixerMayNotVerify }
    case .withdraw: try permit(.withdraw, person)
    case .merge: try permit(.withdraw, person, asked: kind)
    case .note: try permit(.annotate, person)
    case .remind: try permit(.remind, person)
    case .study, .takeCase: try permit(.decideMajor, person)
    case .reportUp, .list, .delist: try permit(.assign, person, asked: kind)
    case .safeguard, .commit, .patch:
      if person.id != self.person { try permit(.assign, person, asked: kind) }
    case .revoke: break
    case .photograph:
      guard mayPhotograph(person) else { throw PhotographError.notYours }
    case .verify:
      try permit(.verify, orClosing: person)
      guard !isFixed(by: person.parties + [recorder].compactMap(\.self)) else {
        throw HazardError.fixerMayNotVerify
      }
    case .accept, .decline, .submit, .requestExtension, .transfer:
      guard person.id == self.person else { throw HazardError.notAssignee(self.person?.rawValue) }
    }
  }

  private func mayVerifyAndClose(_ person: Person, _ situation: Situation) -> Bool {
    let mayVerify = (try? permit(.verify, by: person, recorder: situation.entered?.by)) != nil
    return mayVerify && person.may(closingAct)
  }

  /// - Parameter asked: What was asked for, where it takes the same roles as another act.
  private func permit(
    _ act: Act, _ person: Person, asked: HazardCommand.Kind? = nil
  ) throws {
    guard person.may(act) else { throw NotPermitted(act, asked: asked?.name) }
  }

  /// Found before a break, it is mended before that, or guarded and watched until it is.
  private func requireSafeguards(until deadline: Day) throws {
    guard let firstOff = report.breakFrom, needsSafeguards(until: deadline) else { return }
    throw HazardError.safeguardsMissing(before: firstOff)
  }

  /// Whether it may be left unmended up to a deadline only with safeguards that it does not have: it was
  /// found in the round before a break that begins by then.
  public func needsSafeguards(until deadline: Day) -> Bool {
    oversight.interim == nil && report.breakFrom.map { deadline >= $0 } ?? false
  }

  /// Who may close a hazard may verify it too.
  private func permit(_ act: Act, orClosing person: Person) throws {
    guard person.may(act) || person.may(closingAct) else { throw NotPermitted(act) }
  }

  /// A deadline set with an assignment or a rejection: an authority's own may stay even when it has
  /// passed, and is never moved later here.
  private func requireAllowed(_ new: Day, in situation: Situation) throws {
    if isBoundByAuthority, let deadline {
      guard new <= deadline else { throw HazardError.authorityDeadline }
      if new == deadline { return }
    }
    try requireAhead(new, in: situation)
  }

  /// A deadline lies ahead of its decision: what was decided on paper is judged by the day written on it.
  private func requireAhead(_ deadline: Day, in situation: Situation) throws {
    if let paper = situation.entered?.paper {
      guard deadline >= paper else { throw HazardError.deadlineBeforePaper(paper) }
    } else {
      guard deadline >= situation.today else {
        throw HazardError.deadlinePassed(today: situation.today)
      }
    }
  }

  private func requireLater(_ new: Day, in situation: Situation) throws {
    try requireAhead(new, in: situation)
    if let deadline, new <= deadline { throw HazardError.notLater(than: deadline) }
  }

  private func required(_ reason: String) throws -> String {
    let reason = try Wording.text(reason)
    guard !reason.isEmpty else { throw HazardError.reasonMissing }
    return reason
  }
}
