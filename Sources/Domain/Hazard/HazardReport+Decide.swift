import Almanac

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
    report.basis = try basis.map {
      Bilingual(zh: try Wording.text($0.zh), en: try Wording.text($0.en))
    }
    guard !report.text.isEmpty else { throw HazardError.textMissing }
    if source != .selfFound, trimmed(sourceDocument ?? "").isEmpty {
      throw HazardError.documentMissing(source)
    }
    if source == .authorityOrder, deadline == nil, onSpot == nil {
      throw HazardError.orderWithoutDeadline
    }
    // What a document orders may be overdue when it comes; an own deadline is set for days ahead.
    if source == .selfFound, let deadline, deadline < situation.today {
      throw HazardError.deadlinePassed(today: situation.today)
    }
    report.onSpot = try onSpot.map(Wording.text)
    if breach != nil, (report.onSpot ?? "").isEmpty { throw HazardError.breachNotMended }
    if report.onSpot != nil { report.deadline = nil }
    if report.finders.isEmpty { report.finders = [situation.actor.id] }
    var numbering = situation.numbering
    return (numbering.takeHazard(), .reported(report))
  }
}
