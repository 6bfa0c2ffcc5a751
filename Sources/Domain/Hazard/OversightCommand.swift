import Almanac

/// What may be asked to be done about a hazard beside its way from finding to closure.
public enum OversightCommand: Hashable, Sendable {
  /// A leader's note (批示).
  case note(String)
  /// Urges whoever has to act next (催办), in these words.
  case remind(String)
  case safeguard(Oversight.Interim)
  case study(Oversight.Study)
  case takeCase(Person.ID)
  case commit(Oversight.Commitments)
  case reportUp(Oversight.AuthorityAct)
  case list(Oversight.AuthorityAct)
  case delist(Oversight.AuthorityAct)
  /// Records what was done against a weakness (修复版本).
  case patch(Patch)

  /// Which act it asks for, without its values.
  public var kind: HazardCommand.Kind {
    switch self {
    case .note: .note
    case .remind: .remind
    case .safeguard: .safeguard
    case .study: .study
    case .takeCase: .takeCase
    case .commit: .commit
    case .reportUp: .reportUp
    case .list: .list
    case .delist: .delist
    case .patch: .patch
    }
  }

  /// The persons it names, who must be in office.
  var persons: [Person.ID] {
    switch self {
    case .safeguard(let interim): [interim.watcher]
    case .takeCase(let leader): [leader]
    case .study(let study): study.participants
    case .note, .remind, .commit, .reportUp, .list, .delist, .patch: []
    }
  }
}

extension Oversight {
  /// Returns the event that a command causes; who may ask was looked at before.
  ///
  /// - Throws: ``HazardError`` for what is missing, dated after today, or out of order.
  func decide(
    _ command: OversightCommand, of hazard: Hazard, today: Day
  ) throws -> OversightEvent {
    switch command {
    case .note(let text): return .noted(try Self.words(text))
    case .remind(let text):
      let words = try Self.words(text)
      guard words.count <= Reminder.longest else { throw HazardError.reminderTooLong(words.count) }
      return .reminded(words)
    case .safeguard(let interim):
      return .safeguarded(
        Interim(measures: try Self.words(interim.measures), watcher: interim.watcher))
    case .study(var study):
      study.basis = try Self.words(study.basis)
      guard !study.participants.isEmpty else { throw HazardError.participantsMissing }
      try Self.require(study.day, from: Self.earliest(hazard), to: today)
      return .studied(study)
    case .takeCase(let leader):
      guard hazard.severity == .major else { throw HazardError.notMajor }
      return .caseTaken(leader)
    case .commit(let made):
      return .committed(
        Commitments(
          measures: try Self.words(made.measures), funds: try Self.words(made.funds),
          contingency: try Self.words(made.contingency)))
    case .reportUp(let act):
      return .reportedUp(try Self.checked(act, from: Self.earliest(hazard), to: today))
    case .list(let act):
      guard !isListed else { throw HazardError.listedAlready }
      return .listed(try Self.checked(act, from: Self.earliest(hazard), to: today))
    case .delist(let act):
      guard isListed, let listing else { throw HazardError.notListed }
      let delisting = try Self.checked(act, from: listing.day, to: today)
      guard delisting.authority == listing.authority else {
        throw HazardError.notTheLister(listing.authority)
      }
      return .delisted(delisting)
    case .patch(let patch):
      guard hazard.report.weakness != nil else { throw HazardError.noWeakness }
      return .patched(
        Patch(version: try Self.words(patch.version), proof: try worded(patch.proof)))
    }
  }

  /// The earliest day of a paper about a hazard: an authority may have known of it before the office
  /// registered it, but not by more than a year.
  private static func earliest(_ hazard: Hazard) -> Day { hazard.reported - 366 }

  private static func checked(
    _ act: AuthorityAct, from first: Day, to today: Day
  ) throws -> AuthorityAct {
    try require(act.day, from: first, to: today)
    return AuthorityAct(
      authority: try words(act.authority), document: try words(act.document), day: act.day)
  }

  private static func require(_ day: Day, from first: Day, to today: Day) throws {
    guard (first...max(first, today)).contains(day) else {
      throw HazardError.dateOutside(day, from: first, to: today)
    }
  }

  private static func words(_ text: String) throws -> String {
    let text = try Wording.text(text)
    guard !text.isEmpty else { throw HazardError.textMissing }
    return text
  }
}
