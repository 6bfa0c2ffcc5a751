import Almanac

extension Incident.Content {
  /// Returns the number of a new incident and the event that begins it.
  ///
  /// - Throws: ``IncidentError``, ``NotPermitted`` or ``WordingError``, with nothing written.
  func decide(
    with records: some Records, in situation: Situation
  ) throws -> (Incident.ID, IncidentEvent) {
    guard situation.actor.may(.recordIncident) else { throw NotPermitted(.recordIncident) }
    try requireHazards(hazards, records)
    var numbering = situation.numbering
    return (
      numbering.takeIncident(),
      .recorded(try checked(with: records.bureau, now: situation.now))
    )
  }

  /// What is known, with its texts cleaned.
  fileprivate func checked(with bureau: Bureau, now: Moment) throws -> Incident.Content {
    var content = self
    content.what = try Wording.text(what)
    guard !content.what.isEmpty else { throw IncidentError.whatMissing }
    content.location = try worded(location)
    content.cause = try worded(cause)
    content.measures = try worded(measures)
    content.next = try worded(next)
    if let place, bureau.place(place) == nil { throw IncidentError.noSuchPlace(place.rawValue) }
    guard place != nil || content.location != nil else { throw IncidentError.placeMissing }
    for moment in [at, start] where moment > now { throw IncidentError.inFuture(moment) }
    if start < at { throw IncidentError.knownBefore(start, at) }
    for number in casualties.all where !(0...9999).contains(number) {
      throw IncidentError.badNumber(number, 0...9999)
    }
    guard (0...9_999_999_999).contains(loss) else {
      throw IncidentError.badNumber(loss, 0...9_999_999_999)
    }
    return content
  }
}

private func requireHazards(_ hazards: [Hazard.ID], _ records: some Records) throws {
  for id in hazards where try records.hazard(id) == nil {
    throw HazardError.noSuchHazard(id.rawValue)
  }
}

extension IncidentCommand {
  /// Checks what it names that lies outside the incident.
  func check(with records: some Records) throws {
    switch self {
    case .add(let edit), .correct(let edit): try requireHazards(edit.hazards ?? [], records)
    case .report, .close, .withdraw: break
    }
  }
}

extension Incident {
  /// Returns the event that a command causes.
  ///
  /// - Throws: ``IncidentError``, ``NotPermitted`` or ``WordingError``, with nothing written.
  public func decide(
    _ command: IncidentCommand, of bureau: Bureau, in situation: Situation
  ) throws -> IncidentEvent {
    let kind = command.kind
    guard situation.actor.may(kind.act) else {
      throw NotPermitted(kind.act, asked: kind.name)
    }
    guard kind.states.contains(state) else { throw IncidentError.notNow(kind.name, id, state) }
    switch command {
    case .add(let edit): return .added(try changed(by: edit, bureau, situation))
    case .correct(let edit):
      let edit = try changed(by: edit, bureau, situation)
      guard edit.applied(to: content) != content else { throw IncidentError.nothingChanged }
      return .corrected(edit)
    case .report(let report): return .reported(try checked(report, bureau, situation))
    case .close(let conclusion):
      let open = bureau.dues(of: self).first { $0.reported == nil }
      if let open { throw IncidentError.reportDue(open.rule.to) }
      return .closed(conclusion: try worded(conclusion))
    case .withdraw(let reason):
      guard let reason = try worded(reason) else { throw IncidentError.reasonMissing }
      return .withdrawn(reason: reason)
    }
  }

  private func changed(
    by edit: IncidentEdit, _ bureau: Bureau, _ situation: Situation
  ) throws -> IncidentEdit {
    var edit = edit
    guard let note = try worded(edit.note) else { throw IncidentError.noteMissing }
    edit.note = note
    let after = try edit.applied(to: content).checked(with: bureau, now: situation.now)
    if edit.what != nil { edit.what = after.what }
    if edit.location != nil { edit.location = after.location }
    if edit.cause != nil { edit.cause = after.cause }
    if edit.measures != nil { edit.measures = after.measures }
    if edit.next != nil { edit.next = after.next }
    return edit
  }

  private func checked(
    _ report: IncidentReport, _ bureau: Bureau, _ situation: Situation
  ) throws -> IncidentReport {
    var report = report
    report.to = try Wording.name(report.to)
    report.note = try worded(report.note)
    if bureau.person(report.by) == nil { throw IncidentError.noSuchPerson(report.by.rawValue) }
    guard report.at <= situation.now else { throw IncidentError.inFuture(report.at) }
    guard report.at >= content.at else { throw IncidentError.reportBefore(report.at, content.at) }
    guard
      !reports.contains(where: { $0.at == report.at && $0.isTo(report) && $0.how == report.how })
    else { throw IncidentError.reportedAlready(report.to) }
    return report
  }
}
