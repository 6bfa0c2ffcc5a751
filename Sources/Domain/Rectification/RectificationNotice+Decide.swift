import Almanac

extension RectificationNoticeRequest {
  /// Returns the notice's name and the event that begins it.
  ///
  /// - Throws: ``RectificationNoticeError``, ``HazardError`` or ``NotPermitted``, with nothing written.
  func decide(
    with records: some Records, in situation: Situation
  ) throws -> (RectificationNotice.ID, RectificationNoticeEvent) {
    guard situation.actor.may(.issueNotice) else { throw NotPermitted(.issueNotice) }
    let bureau = try records.bureau
    let found = try hazardsAsked(records)
    let section = try addressee(of: found, bureau)
    let signer = signer ?? situation.actor.id
    guard bureau.person(signer)?.may(.issueNotice) ?? false else {
      throw RectificationNoticeError.signerMayNot(bureau.name(signer))
    }
    let date = situation.entered?.paper ?? situation.today
    if let found = found.map(\.reported).max(), date < found {
      throw EnteredError.paperBeforeFinding(date, found: found)
    }
    let demand = try demand.map(Wording.text).flatMap { $0.isEmpty ? nil : $0 }
    var numbering = situation.numbering
    let (id, own) = numbering.takeNotice(bureau.organization.paperRule.noticeStyle)
    let content = RectificationNotice.Content(
      number: try number.text(own: own), section: section, signer: signer, date: date,
      lines: found.map { hazard in
        RectificationNotice.Line(
          hazard: hazard.id,
          demand: demand.map { Bilingual(verbatim: $0) } ?? hazard.demand(on: date),
          deadline: hazard.deadline)
      })
    return (id, .issued(content))
  }

  private func hazardsAsked(_ records: some Records) throws -> [Hazard] {
    guard !hazards.isEmpty else { throw RectificationNoticeError.noHazards }
    let asked = try records.openNotices()
    var seen: Set<Hazard.ID> = []
    return try hazards.filter { seen.insert($0).inserted }.map { id in
      guard let hazard = try records.hazard(id) else {
        throw HazardError.noSuchHazard(id.rawValue)
      }
      guard hazard.isOpen else { throw RectificationNoticeError.ended(id, hazard.state) }
      if let notice = asked.first(where: { $0.content.lines.contains { $0.hazard == id } }) {
        throw RectificationNoticeError.askedAlready(id, notice.title)
      }
      return hazard
    }
  }

  /// The one section that all hazards are of. One of no section, as in a corridor, may go to any.
  private func addressee(of hazards: [Hazard], _ bureau: Bureau) throws -> Section.ID {
    let sections = Set(hazards.compactMap(\.section))
    guard let section = section ?? sections.min() else {
      throw RectificationNoticeError.sectionMissing
    }
    guard bureau.section(section) != nil else {
      throw RectificationNoticeError.noSuchSection(section.rawValue)
    }
    if let other = hazards.first(where: { $0.section != nil && $0.section != section }) {
      throw RectificationNoticeError.otherSection(
        other.id, bureau.name(other.section), notice: bureau.name(section))
    }
    if self.section == nil, let homeless = hazards.first(where: { $0.section == nil }) {
      throw RectificationNoticeError.homeless(homeless.id)
    }
    return section
  }
}

extension RectificationNoticeRequest.Number {
  /// The number to be printed; nil for a blank one.
  fileprivate func text(own: String?) throws -> String? {
    switch self {
    case .own: return own
    case .blank: return nil
    case .given(let text): return try Wording.name(text)
    }
  }
}

extension Hazard {
  /// What a notice of a day demands where nothing else is written, by how far the hazard is.
  public func demand(on day: Day) -> Bilingual {
    if isMendedOnSpot {
      return Bilingual(
        zh: "已当场改正，请举一反三开展自查，防止再次发生。",
        en: "Mended on the spot; look for the same elsewhere and keep it from coming back.")
    }
    switch state {
    case .submitted, .verified:
      return Bilingual(
        zh: "已报整改，销号前请继续落实防范措施，并书面报告整改情况。",
        en: "Reported as mended; keep the safeguards until it is closed, and report in writing.")
    case .reported, .assigned, .rectifying, .closed, .withdrawn: break
    }
    if isOverdue(on: day) {
      return Bilingual(
        zh: "已超过整改期限，请立即整改到位，整改前落实防范措施，并书面说明逾期原因。",
        en: "Overdue: mend it at once, keep it safe until then, and say in writing why it is late.")
    }
    if severity == .major {
      return Bilingual(
        zh: "重大隐患，请立即停用或隔离危险部位，落实措施、责任、资金、时限、预案，按期整改到位。",
        en: "Major: stop using or close off the dangerous part at once, settle measures, person, "
          + "funds, deadline and contingency, and mend it in time.")
    }
    guard person == nil else {
      return Bilingual(
        zh: "整改前请落实防范措施，按期整改到位，并书面报告整改情况。",
        en: "Keep it safe until then, mend it in time, and report in writing.")
    }
    return Bilingual(
      zh: "请明确整改责任人，整改前落实防范措施，按期整改到位，并书面报告整改情况。",
      en: "Name who mends it, keep it safe until then, mend it in time, and report in writing.")
  }
}

extension RectificationNotice {
  /// The acts possible now, in the order of a menu.
  public var possibleActs: [RectificationNoticeCommand.Kind] {
    RectificationNoticeCommand.Kind.allCases.filter { $0.states.contains(state) }
  }

  /// Returns the event that a command causes.
  ///
  /// - Parameter hazards: Those of its lines, as they stand.
  /// - Throws: ``RectificationNoticeError`` or ``NotPermitted``, with nothing written.
  public func decide(
    _ command: RectificationNoticeCommand, hazards: [Hazard], in situation: Situation
  ) throws -> RectificationNoticeEvent {
    guard command.kind.states.contains(state) else {
      throw RectificationNoticeError.notNow(command.kind, title, state)
    }
    switch command {
    case .withdraw(let reason):
      guard situation.actor.may(.issueNotice) else {
        throw NotPermitted(.issueNotice, asked: command.kind.name)
      }
      let reason = try Wording.text(reason)
      guard !reason.isEmpty else { throw RectificationNoticeError.reasonMissing }
      return .withdrawn(reason: reason)
    case .receive(let day):
      try requireAnswerable(by: situation.actor, hazards)
      let day = day ?? situation.entered?.paper ?? situation.today
      try require(day, since: content.date, situation)
      return .received(on: day)
    case .answer(let words):
      try requireAnswerable(by: situation.actor, hazards)
      let day = situation.entered?.paper ?? situation.today
      try require(day, since: received?.day ?? content.date, situation)
      let known = content.lines.map(\.hazard)
      if let stranger = words.keys.filter({ !known.contains($0) }).min() {
        throw RectificationNoticeError.notOnIt(stranger, title)
      }
      let replies = try known.map { id in
        let hazard = hazards.first { $0.id == id }
        let typed = try words[id].map(Wording.text) ?? ""
        let done = typed.isEmpty ? hazard?.measures ?? hazard?.report.onSpot ?? "" : typed
        guard !done.isEmpty else { throw RectificationNoticeError.nothingDone(id) }
        return Reply(hazard: id, done: done)
      }
      return .answered(replies, on: day)
    }
  }

  /// The section's head, or one who mends what is on it.
  private func requireAnswerable(by person: Person, _ hazards: [Hazard]) throws {
    let isHead = person.roles.contains(.sectionHead) && person.section == content.section
    let mends = hazards.contains { $0.person.map(person.parties.contains) ?? false }
    guard isHead || mends else {
      throw RectificationNoticeError.notYours(title)
    }
  }

  private func require(_ day: Day, since first: Day, _ situation: Situation) throws {
    guard day <= situation.today else { throw EnteredError.paperInFuture(day) }
    guard day >= first else { throw RectificationNoticeError.tooEarly(day, since: first) }
  }
}
