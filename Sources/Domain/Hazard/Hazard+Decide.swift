import Almanac

extension Hazard {
  /// Returns the events that a command causes; the caller writes all of them or none.
  ///
  /// - Throws: ``HazardError`` or ``NotPermitted``, with nothing written.
  public func decide(
    _ command: HazardCommand, in situation: Situation
  ) throws -> [HazardEvent] {
    guard isOpen else { throw HazardError.ended(state) }
    guard command.kind.states.contains(state) else {
      throw HazardError.notNow(command.kind, state)
    }
    try permit(command.kind, situation)
    switch command {
    case .assign(let person, let deadline):
      try requireAllowed(deadline, today: situation.today)
      if state != .reported, let present = self.deadline, deadline > present {
        try permit(.extend, situation.actor)
      }
      return [.assigned(to: person, deadline: deadline)]
    case .accept: return [.accepted]
    case .decline(let reason): return [.declined(reason: try required(reason))]
    case .transfer(let person, let reason):
      return [.transferred(to: person, reason: try required(reason))]
    case .requestExtension(let request):
      try requireLater(request.deadline, today: situation.today)
      return [
        .extensionRequested(
          Request(deadline: request.deadline, reason: try required(request.reason)))
      ]
    case .extend(let day, let reason, let document):
      try requireLater(day, today: situation.today)
      if isBoundByAuthority, trimmed(document ?? "").isEmpty {
        throw HazardError.authorityDeadline
      }
      return [
        .extended(
          to: day, reason: try required(reason), document: try document.map(Wording.text))
      ]
    case .submit(let measures, let photographs):
      let measures = try Wording.text(measures)
      guard !measures.isEmpty else { throw HazardError.textMissing }
      return try attaching(photographs, today: situation.today)
        + [.submitted(measures: measures, photos: [])]
    case .verify(let note, let keepOpen):
      let closes = !keepOpen && situation.actor.may(closingAct)
      return [.verified(note: try note.map(Wording.text))] + (closes ? [.closed] : [])
    case .reject(let reason, let deadline):
      try requireAllowed(deadline, today: situation.today)
      return [.rejected(reason: try required(reason), deadline: deadline)]
    case .close: return [.closed]
    case .withdraw(let reason): return [.withdrawn(reason: try required(reason))]
    case .photograph(let photographs):
      guard !photographs.isEmpty else { throw PhotographError.none }
      return try attaching(photographs, today: situation.today)
    }
  }

  /// The acts open to a person now, in the order in which a menu numbers them.
  public func possibleActs(for person: Person) -> [HazardCommand.Kind] {
    guard isOpen else { return [] }
    return HazardCommand.Kind.allCases.filter { kind in
      guard kind.states.contains(state) else { return false }
      return (try? permit(kind, by: person, recorder: nil)) != nil
    }
  }

  /// Closing a hazard of category fire is for the fire safety manager or the fire responsible.
  public var closingAct: Act { report.category == .fire ? .closeFire : .close }

  /// Whether an authority set the deadline in a document of its own.
  var isBoundByAuthority: Bool { report.source == .authorityOrder && report.deadline != nil }

  /// Who handed it in, who is assigned to it, and who mended it on the walk.
  private var fixers: [Person.ID] {
    [rectified?.person, person].compactMap(\.self) + (isMendedOnSpot ? report.finders : [])
  }

  private func permit(_ kind: HazardCommand.Kind, _ situation: Situation) throws {
    try permit(kind, by: situation.actor, recorder: situation.entered?.by)
  }

  private func permit(
    _ kind: HazardCommand.Kind, by person: Person, recorder: Person.ID?
  ) throws {
    switch kind {
    case .assign: try permit(.assign, person)
    case .extend: try permit(.extend, person)
    case .reject: try permit(.reject, person)
    case .close:
      try permit(closingAct, person)
    case .withdraw: try permit(.withdraw, person)
    case .photograph:
      guard mayPhotograph(person) else { throw PhotographError.notYours }
    case .verify:
      try permit(.verify, orClosing: person)
      guard !fixers.contains(person.id), recorder.map({ !fixers.contains($0) }) ?? true else {
        throw HazardError.fixerMayNotVerify
      }
    case .accept, .decline, .submit, .requestExtension, .transfer:
      guard person.id == self.person else { throw HazardError.notAssignee(self.person) }
    }
  }

  private func permit(_ act: Act, _ person: Person) throws {
    guard person.may(act) else { throw NotPermitted(act) }
  }

  /// Who may close a hazard may verify it too.
  private func permit(_ act: Act, orClosing person: Person) throws {
    guard person.may(act) || person.may(closingAct) else { throw NotPermitted(act) }
  }

  /// A deadline set with an assignment or a rejection: an authority's own may stay even when it has
  /// passed, and is never moved later here.
  private func requireAllowed(_ new: Day, today: Day) throws {
    if isBoundByAuthority, let deadline {
      guard new <= deadline else { throw HazardError.authorityDeadline }
      if new == deadline { return }
    }
    try require(new, notBefore: today)
  }

  private func require(_ deadline: Day, notBefore today: Day) throws {
    guard deadline >= today else { throw HazardError.deadlinePassed(today: today) }
  }

  private func requireLater(_ new: Day, today: Day) throws {
    try require(new, notBefore: today)
    if let deadline, new <= deadline { throw HazardError.notLater(than: deadline) }
  }

  private func required(_ reason: String) throws -> String {
    let reason = try Wording.text(reason)
    guard !reason.isEmpty else { throw HazardError.reasonMissing }
    return reason
  }
}

extension HazardCommand.Kind {
  /// The states from which the act leads on.
  public var states: Set<Hazard.State> {
    switch self {
    case .assign: [.reported, .assigned, .rectifying]
    case .accept, .decline: [.assigned]
    case .transfer, .requestExtension, .submit: [.assigned, .rectifying]
    case .extend: [.reported, .assigned, .rectifying]
    case .verify, .reject: [.submitted]
    case .close: [.verified]
    case .withdraw, .photograph: [.reported, .assigned, .rectifying, .submitted, .verified]
    }
  }
}

extension HazardReport {
  /// Registers a hazard that was not found on a walk.
  ///
  /// - Throws: ``HazardError`` or ``NotPermitted``, with nothing written.
  public func decide(in situation: Situation) throws -> (Hazard.ID, HazardEvent) {
    guard situation.actor.may(.reportHazard) else { throw NotPermitted(.reportHazard) }
    var report = self
    report.text = try Wording.text(text)
    report.spot = try spot.map(Wording.text)
    report.sourceDocument = try sourceDocument.map(Wording.text)
    guard !report.text.isEmpty else { throw HazardError.textMissing }
    if source != .selfFound, trimmed(sourceDocument ?? "").isEmpty {
      throw HazardError.documentMissing(source)
    }
    // What a document orders may be overdue when it comes; an own deadline is set for days ahead.
    if source == .selfFound, let deadline, deadline < situation.today {
      throw HazardError.deadlinePassed(today: situation.today)
    }
    if report.finders.isEmpty { report.finders = [situation.actor.id] }
    var numbering = situation.numbering
    return (numbering.takeHazard(), .reported(report))
  }
}

/// The text without white space at either end.
public func trimmed(_ text: String) -> String {
  var rest = Substring(text)
  while rest.first?.isWhitespace == true { rest.removeFirst() }
  while rest.last?.isWhitespace == true { rest.removeLast() }
  return String(rest)
}
