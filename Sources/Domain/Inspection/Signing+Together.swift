import Almanac

extension Signing {
  /// Returns the records of several occurrences of one place that were walked together, and their
  /// hazards: one act.
  ///
  /// Each occurrence gets its own record, with its own plan's items under its own numbers. What was found
  /// at an item that several of them ask makes one hazard: the first of them reports it, the records
  /// after it join it and meet it (`hazard.sighted`), so that nothing is registered twice.
  ///
  /// Rounds of any kind may be named together, those of weather alerts too. A form's number is that of
  /// one round: what was walked on printed forms is entered form by form, or without numbers as belated.
  ///
  /// - Parameter signings: The walk once for each occurrence, the one opened first; all have the same
  ///   answers, people and times.
  /// - Throws: ``SigningError`` or ``NotPermitted`` if any one of them is refused, with nothing written.
  ///   Items are named by their numbers in the merged list.
  public static func decide(
    _ signings: [Signing], in situation: Situation
  ) throws -> [Happening] {
    try checkTogether(signings, in: situation)
    var situation = situation
    var found: [Hazard] = []
    var lines: [Happening] = []
    for (index, signing) in signings.enumerated() {
      let others = signings[..<index] + signings[(index + 1)...]
      let known = Set(lines.map(\.subject))
      let record = try signing.following(found).besides(others).decide(in: situation)
        .map { known.contains($0.subject) ? $0.ofSameWalk : $0 }
      lines += record
      found += record.compactMap { $0.beginning(situation.stamp) }
      situation.numbering.skip(record)
    }
    return lines
  }

  private static func checkTogether(_ signings: [Signing], in situation: Situation) throws {
    guard signings.count > 1, var whole = signings.first else { return }
    guard whole.walk.form == nil else { throw SigningError.formOfOneRound }
    guard signings.allSatisfy({ $0.place.id == whole.place.id }) else {
      throw SigningError.placesDiffer
    }
    for signing in signings { try signing.check(in: situation) }
    whole.questionnaire = Questionnaire(merging: signings.map(\.questionnaire))
    _ = try whole.answeredItems()
    try whole.checkFindings(on: situation.today)
  }

  /// This walk after the records before it in the same act: what they have found is open now, and joined.
  private func following(_ found: [Hazard]) -> Signing {
    var next = self
    next.openHazards += found
    for hazard in found {
      guard let item = hazard.report.item else { continue }
      next.answers[item] = answers[item]?.joining(hazard.id)
    }
    return next
  }

  /// This walk with the breaks that the others prepare: what is found there is due before them.
  private func besides(_ others: some Sequence<Signing>) -> Signing {
    var next = self
    for other in others {
      guard let firstOff = other.firstOff else { continue }
      for question in other.questionnaire.questions {
        next.otherBreaks[question.key] = min(next.otherBreaks[question.key] ?? firstOff, firstOff)
      }
    }
    return next
  }
}

extension Happening {
  /// A hazard's sighting after another record of the same walk has had it.
  fileprivate var ofSameWalk: Happening {
    guard case .hazard(.sighted(var sighting)) = event else { return self }
    sighting.isSameWalk = true
    return Happening(subject, .hazard(.sighted(sighting)), day: day)
  }

  /// The hazard that this line registers, if it does.
  fileprivate func beginning(_ stamp: Stamp) -> Hazard? {
    guard case .hazard(let event) = event else { return nil }
    return Hazard(id: Identifier(subject.id), beginning: event, stamp)
  }
}

extension Numbering {
  /// Passes over the numbers that an act's lines have taken.
  fileprivate mutating func skip(_ lines: [Happening]) {
    let begun = lines.filter(\.event.begins).map(\.subject.kind)
    inspection += begun.count { $0 == .inspection }
    hazard += begun.count { $0 == .hazard }
  }
}

extension Answer {
  /// The same answer, its finding tied to a hazard already open.
  func joining(_ hazard: Hazard.ID) -> Answer { handled(.joins(hazard)) }

  /// The same answer, with something else done about its finding.
  func handled(_ handling: Finding.Handling) -> Answer {
    guard var finding else { return self }
    finding.handling = handling
    return with(finding)
  }

  /// The same answer with another finding.
  func with(_ finding: Finding) -> Answer {
    switch self {
    case .reading(let value, _): .reading(value, finding)
    case .choice(let option, _): .choice(option, finding)
    case .fail, .pass, .notApplicable, .text: .fail(finding)
    }
  }
}
