import Almanac

extension Inspection {
  /// Withdraws the record; its hazards that nobody has acted on yet go with it, those already in hand
  /// or closed keep a note.
  ///
  /// - Parameters:
  ///   - hazards: The hazards that the record opened, in whatever state, and the open ones that it met.
  ///   - alone: Those of them that no other standing record has found or met.
  ///   - bureau: Names persons; what the record's answers proposed as never applying goes too.
  /// - Throws: ``RecordError`` or ``NotPermitted``, with nothing written.
  public func withdraw(
    reason: String, hazards: [Hazard], alone: Set<Hazard.ID>, of bureau: Bureau,
    in situation: Situation
  ) throws -> [Happening] {
    try permitChange(situation, bureau)
    let reason = try required(reason)
    let lines =
      [Happening(.inspection(id), .inspection(.withdrawn(reason: reason)))]
      + bureau.proposals(of: id).map {
        Happening(.exemption($0.id), .exemption(.withdrawn(reason: reason)))
      }
    let ends = hazards.compactMap { hazard -> Happening? in
      if hazard.isUntouched, hazard.records.contains(id), alone.contains(hazard.id) {
        return Happening(.hazard(hazard.id), .hazard(.withdrawn(reason: reason)))
      }
      guard hazard.records.contains(id), hazard.state != .withdrawn else { return nil }
      return Happening(.hazard(hazard.id), .hazard(.recordWithdrawn(id, reason: reason)))
    }
    return lines + ends
  }

  /// Sets one answer right; its hazard that nobody has acted on yet goes, and a finding registers one,
  /// joins the one named, or is met again at the one already being mended. A hazard in hand or closed
  /// that is found no longer keeps a note.
  ///
  /// - Parameters:
  ///   - hazards: The hazards open at the place, and those that the record opened in whatever state.
  ///   - alone: Those of them that no other standing record has found or met.
  ///   - bureau: Names persons; what the former answer proposed as never applying goes too.
  ///   - deadline: The deadline proposed for a category.
  /// - Throws: ``RecordError``, ``SigningError`` or ``NotPermitted``, with nothing written.
  public func correct(
    number: Int, to answer: Answer, reason: String, item: Item?, hazards: [Hazard],
    alone: Set<Hazard.ID>, of bureau: Bureau, deadline: (HazardCategory) -> Day,
    in situation: Situation
  ) throws -> [Happening] {
    try permitChange(situation, bureau)
    let reason = try required(reason)
    guard let answered = content.answers.first(where: { $0.number == number }) else {
      throw RecordError.noSuchItem(number)
    }
    guard answered.answer != answer else { throw RecordError.nothingChanges(number) }
    let correction = Correction(item: answered.item, answer: answer, reason: reason)
    var lines = [Happening(.inspection(id), .inspection(.corrected(correction)))]
    lines += bureau.proposals(of: id).filter { $0.id.item == answered.item }
      .map { Happening(.exemption($0.id), .exemption(.withdrawn(reason: reason))) }
    let own = hazards.filter { $0.report.inspection == id && $0.report.item == answered.item }
    let former = own.filter { $0.isUntouched && alone.contains($0.id) }
    lines += former.map { Happening(.hazard($0.id), .hazard(.withdrawn(reason: reason))) }
    let kept = own.filter { $0.state != .withdrawn && !former.contains($0) }
    guard let finding = answer.finding else { return lines + notes(on: kept, reason) }
    try finding.requireDeadline(from: situation.today, item: number)
    if case .joins(let number) = finding.handling {
      guard hazards.contains(where: { $0.id == number && $0.isOpen }),
        !former.contains(where: { $0.id == number })
      else { throw SigningError.notOpenHere(number, item: answered.number) }
      return lines + notes(on: kept.filter { $0.id != number }, reason)
        + [sighting(of: number, answered.item, finding)]
    }
    if let standing = kept.first(where: \.isOpen) {
      return lines + [sighting(of: standing.id, answered.item, finding)]
    }
    var numbering = situation.numbering
    let report = HazardReport(
      finding, at: answered.item, question: item, in: content, of: id, proposing: deadline)
    return lines + [Happening(.hazard(numbering.takeHazard()), .hazard(.reported(report)))]
  }

  private func notes(on hazards: [Hazard], _ reason: String) -> [Happening] {
    hazards.map { Happening(.hazard($0.id), .hazard(.recordCorrected(id, reason: reason))) }
  }

  private func sighting(of hazard: Hazard.ID, _ item: ItemKey, _ finding: Finding) -> Happening {
    let sighting = HazardSighting(inspection: id, item: item, text: finding.text)
    return Happening(.hazard(hazard), .hazard(.sighted(sighting)))
  }

  /// Why a person may neither correct nor withdraw it now; nil where both are possible.
  public func refusal(for person: Person, in bureau: Bureau) -> RecordError? {
    if withdrawn != nil { return .withdrawn(id) }
    let isOwn = recorder == person.id || content.inspectors.contains(person.id)
    return isOwn || person.may(.administer) || person.may(.close)
      ? nil : .notOwn(bureau.name(recorder))
  }

  private func permitChange(_ situation: Situation, _ bureau: Bureau) throws {
    if let refusal = refusal(for: situation.actor, in: bureau) { throw refusal }
  }

  private func required(_ reason: String) throws -> String {
    let reason = try Wording.text(reason)
    guard !reason.isEmpty else { throw RecordError.reasonMissing }
    return reason
  }
}

/// The acts on a round that are not a walk.
public enum RoundActs {
  /// The section head's signature for all the section's rooms of a round: one act, which also verifies
  /// and closes what was fixed on the spot there (order 61, articles 25 and 26).
  ///
  /// - Parameters:
  ///   - records: The round's standing records of the section.
  ///   - hazards: The open hazards that these records opened.
  ///   - paper: The date under the signature if it was given on paper.
  /// - Throws: ``RecordError`` or ``NotPermitted``, with nothing written.
  public static func countersign(
    section: Section.ID, records: [Inspection], hazards: [Hazard], paper: Day?,
    in situation: Situation
  ) throws -> [Happening] {
    let actor = situation.actor
    guard actor.may(.countersign) else { throw NotPermitted(.countersign) }
    guard actor.section == section else { throw RecordError.otherSection }
    let waiting = records.filter { $0.countersigned == nil && $0.withdrawn == nil }
    guard !waiting.isEmpty else { throw RecordError.nothingToSign }
    if let paper, let walked = waiting.map(\.content.walked).max(), paper < walked {
      throw RecordError.signedBeforeWalk(paper: paper, walked: walked)
    }
    func mended(_ record: Inspection) -> [Hazard] {
      hazards.filter { $0.report.inspection == record.id && $0.isMendedOnSpot }
    }
    let signable = waiting.filter { record in
      let inspectors = record.content.inspectors
      let isEnteredByFixer =
        situation.entered.map { inspectors.contains($0.by) && !mended(record).isEmpty } ?? false
      return actor.parties.allSatisfy { !inspectors.contains($0) && record.recorder != $0 }
        && !isEnteredByFixer
    }
    guard !signable.isEmpty else { throw RecordError.inspectorMaySignNot }
    let signature = Countersignature(
      person: actor.id, day: situation.today, paper: paper, standsFor: actor.standsFor)
    return signable.flatMap { record in
      [Happening(.inspection(record.id), .inspection(.countersigned(signature)))]
        + mended(record).flatMap {
          [
            Happening(.hazard($0.id), .hazard(.verified(note: nil))),
            Happening(.hazard($0.id), .hazard(.closed)),
          ]
        }
    }
  }

  /// Approves that an occurrence need not be walked.
  ///
  /// - Throws: ``RecordError`` or ``NotPermitted``, with nothing written.
  public static func excuse(
    _ key: OccurrenceKey, reason: String, existing: Inspection.ID?, in situation: Situation
  ) throws -> [Happening] {
    guard situation.actor.may(.excuse) else { throw NotPermitted(.excuse) }
    if let existing { throw SigningError.alreadySigned(existing) }
    let reason = try Wording.text(reason)
    guard !reason.isEmpty else { throw RecordError.reasonMissing }
    return [Happening(.occurrence(key), .occurrence(.excused(reason: reason)))]
  }

  /// Records that the room was locked: the occurrence stays open.
  ///
  /// - Throws: ``RecordError`` or ``NotPermitted``, with nothing written.
  public static func noEntry(
    _ key: OccurrenceKey, reason: String, existing: Inspection.ID?, in situation: Situation
  ) throws -> [Happening] {
    guard situation.actor.may(.inspect) else { throw NotPermitted(.inspect) }
    if let existing { throw SigningError.alreadySigned(existing) }
    let reason = try Wording.text(reason)
    guard !reason.isEmpty else { throw RecordError.reasonMissing }
    return [
      Happening(
        .occurrence(key), .occurrence(.noEntry(reason: reason, day: situation.today)))
    ]
  }
}

/// A reason an act on a record was refused. Nothing was written.
public enum RecordError: Refusal, Hashable {
  case noSuchRecord(String)
  case noSuchItem(Int)
  case nothingChanges(Int)
  case withdrawn(Inspection.ID)
  /// The name of the person whose record it is.
  case notOwn(String)
  case reasonMissing
  case nothingToSign
  /// A section head was asked to sign for a section of another.
  case otherSection
  case inspectorMaySignNot
  case signedBeforeWalk(paper: Day, walked: Day)

  /// Whether the subject, the right person or a good value was missing.
  public var kind: RefusalKind {
    switch self {
    case .noSuchRecord: .noSuchSubject
    case .notOwn, .inspectorMaySignNot, .otherSection: .notPermitted
    case .noSuchItem, .nothingChanges, .withdrawn, .reasonMissing, .nothingToSign,
      .signedBeforeWalk:
      .badData
    }
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .noSuchRecord(let number):
      Bilingual(
        zh: "没有编号为“\(number)”的检查记录；用 inspection list 查看。",
        en: "There is no record “\(number)”; see inspection list.")
    case .noSuchItem(let number):
      Bilingual(zh: "该记录没有第\(number)项。", en: "The record has no item \(number).")
    case .nothingChanges(let number):
      Bilingual(
        zh: "第\(number)项本来就是这个结果。", en: "Item \(number) already has this answer.")
    case .withdrawn(let id):
      Bilingual(zh: "记录\(id)已作废。", en: "Record \(id) has been withdrawn.")
    case .notOwn(let person):
      Bilingual(
        zh: "只有检查人（\(person)）、安全管理员或分管领导可以更正或作废。",
        en: "Only its inspector (\(person)), an administrator or a supervisor may do this.")
    case .reasonMissing: Bilingual(zh: "请写明原因。", en: "Give the reason.")
    case .nothingToSign:
      Bilingual(
        zh: "本科室在本轮没有待签的记录。",
        en: "No record of the section in this round waits for a signature.")
    case .otherSection:
      Bilingual(
        zh: "只能为本科室签字；请该科室负责人签。",
        en: "A section head signs for the own section only; ask the head of that one.")
    case .signedBeforeWalk(let paper, let walked):
      Bilingual(
        zh: "签字日期 \(paper) 早于检查日期 \(walked)，请核对。",
        en: "The signature's date \(paper) is before the walk of \(walked); check it.")
    case .inspectorMaySignNot:
      Bilingual(
        zh: "检查人不得为自己的检查记录签字。",
        en: "An inspector may not sign for the section on an own record.")
    }
  }
}
