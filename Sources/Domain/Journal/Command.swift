import Almanac

/// Everything a person may ask to be recorded, from a screen or the command line.
public enum Command: Sendable {
  case sign(SignRequest)
  case hazard(Hazard.ID, HazardCommand)
  case report(HazardReport, photographs: [Photograph] = [])
  /// Issues a rectification notice (整改通知书).
  case issueNotice(RectificationNoticeRequest)
  case notice(RectificationNotice.ID, RectificationNoticeCommand)
  /// Draws the number of a letter or a report (发文字号).
  case drawNumber(DocumentNumberRequest)
  case withdrawNumber(DocumentNumber.ID, reason: String)
  /// Draws up a duty roster (值班表) by rotation.
  case proposeDuty(DutyRequest)
  case duty(DutyRoster.ID, DutyCommand)
  case setDutyRules(DutyRules)
  /// Records activities; of an import, what the register has already is passed over.
  case recordActivities([ActivityRequest], isImport: Bool = false)
  case activity(Activity.ID, ActivityCommand)
  /// Adds or changes a kind of activities; with what the program has under its id.
  case setActivityKind(ActivityKind, shipped: ActivityKind?)
  /// Enters an accident or another incident into the register.
  case recordIncident(Incident.Content)
  case incident(Incident.ID, IncidentCommand)
  /// Makes a nil report (零报告).
  case declareNil(NilRequest)
  case setIncidentRules(IncidentRules)
  /// Enters things that end, or does something with one.
  case expiry(ExpiryRequests)
  /// Enters a rule of the office, or does something with one.
  case rule(SafetyRuleRequest)
  /// Names who answers for some posts (一岗双责), or ends it.
  case responsibility([Post], ResponsibilityCommand)
  /// Enters measures of a year's plan (年度工作计划).
  case addGoals(GoalRequest)
  /// Copies a year's measures into another year's plan.
  case copyGoals(GoalCopy)
  /// Acts on a measure; with the kinds of activities that the program has.
  case goal(Goal.ID, GoalCommand, kinds: [ActivityKind.ID] = [])
  /// Enters assets of the network or what a scan found on them, or does something with one.
  case asset(AssetRequest)
  /// Loads the rules of an assessment (考评), or acts on an item.
  case assessment(AssessmentRequest)
  /// States what fell short in a year, or takes it back.
  case shortcoming(ShortcomingRequest)
  /// Acts on an official vehicle (公务用车), a driver or a trip.
  case vehicles(VehicleRequest)
  case countersign(RoundKey, Section.ID, paper: Day?)
  case excuse(OccurrenceKey, reason: String)
  case noEntry(OccurrenceKey, reason: String)
  case withdraw(Inspection.ID, reason: String)
  case correct(Inspection.ID, item: Int, to: Answer, reason: String)
  case openAlert(Alert)
  case receiveAlert(CAPMessage)
  case liftAlert(Alert.ID)
  case plan(Plan.ID, PlanCommand)
  case set(MasterData)
  case exempt(Exemption.Key, ExemptionCommand)
  /// Closes a month (月结).
  case seal(
    Month, reason: String? = nil, force: Bool = false, wording: [String: String]? = nil)
  /// Loads a notice of the State Council, or an amendment.
  case loadNotice(Notice)
  /// Enters or ends that a person stands in for another (代理).
  case deputy(Person.ID, DeputyCommand)
  /// Offers a key or ties one to a person.
  case key(KeyCommand)
  /// The decider's word on an act that another has entered.
  case entry(EnteredAct.ID, EntryCommand)
}

extension Command {
  /// Returns the lines that the command causes; the caller writes all of them or none.
  ///
  /// - Throws: A ``Refusal`` with nothing written, or what the records throw.
  public func decide(with records: some Records, in situation: Situation) throws -> [Happening] {
    if let entered = situation.entered {
      guard try records.bureau.person(entered.by)?.may(.enterFor) ?? false else {
        throw NotPermitted(.enterFor)
      }
      guard entered.paper <= situation.today else {
        throw EnteredError.paperInFuture(entered.paper)
      }
    }
    switch self {
    case .sign(let request):
      let signings = try request.signings(with: records)
      guard situation.actor.may(.inspect) else { throw NotPermitted(.inspect) }
      try request.walk.checkInspectors(of: records.bureau)
      let lines = try Signing.decide(signings, in: situation)
      return lines + (try request.attaching(after: lines, records, today: situation.today))
    case .hazard(let id, let command):
      guard let hazard = try records.hazard(id) else {
        throw HazardError.noSuchHazard(id.rawValue)
      }
      if let paper = situation.entered?.paper, paper < hazard.reported {
        throw EnteredError.paperBeforeFinding(paper, found: hazard.reported)
      }
      try command.check(with: records, on: situation.today)
      let lines: [Happening]
      do {
        lines = try hazard.decide(command, in: situation)
          .map { Happening(.hazard(id), .hazard($0)) }
      } catch HazardError.notAssignee(_?) {
        throw HazardError.notAssignee(try records.bureau.name(hazard.person))
      }
      guard case .merge(let other) = command else { return lines }
      return lines + [Happening(.hazard(other), .hazard(.absorbed(id)))]
    case .report(let report, let photographs):
      if let previous = report.previous {
        guard let former = try records.hazard(previous) else {
          throw HazardError.noSuchHazard(previous.rawValue)
        }
        guard !former.isOpen else { throw HazardError.stillOpen(previous) }
        guard former.state == .closed else { throw HazardError.foundAgainNotClosed(previous) }
      }
      let (id, event) = try report.decide(in: situation)
      // What was reported on paper was found by the day written on it.
      return [Happening(.hazard(id), .hazard(event), day: situation.entered?.paper)]
        + (try Hazard(id: id, beginning: event, situation.stamp)?
        .attaching(photographs, today: situation.today) ?? [])
        .map { Happening(.hazard(id), .hazard($0)) }
    case .issueNotice(let request):
      let (id, event) = try request.decide(with: records, in: situation)
      return [Happening(.notice(id), .notice(event))]
    case .notice(let id, let command):
      guard let notice = try records.notice(id) else {
        throw RectificationNoticeError.noSuchNotice(id.rawValue)
      }
      let hazards = try notice.content.lines.compactMap { try records.hazard($0.hazard) }
      let event = try notice.decide(command, hazards: hazards, in: situation)
      return [Happening(.notice(id), .notice(event))]
    case .drawNumber(let request):
      let (id, event) = try request.decide(with: records, in: situation)
      return [Happening(.number(id), .number(event))]
    case .withdrawNumber(let id, let reason):
      guard let number = try records.documentNumbers().first(where: { $0.id == id }) else {
        throw DocumentNumberError.noSuchNumber(id.rawValue)
      }
      let event = try number.withdrawing(reason: reason, in: situation)
      return [Happening(.number(id), .number(event))]
    case .proposeDuty(let request):
      let (id, event) = try request.decide(with: records, in: situation)
      return [Happening(.duty(id), .duty(event))]
    case .duty(let id, let command):
      let rosters = try records.dutyRosters()
      guard let roster = rosters.first(where: { $0.id == id }) else {
        throw DutyError.noSuchRoster(id.rawValue)
      }
      let event = try roster.decide(
        command, others: rosters.filter { $0.id != id }, of: records.bureau, in: situation)
      return [Happening(.duty(id), .duty(event))]
    case .setDutyRules(let rules):
      return [try rules.decide(with: records.bureau, in: situation)]
    case .recordActivities(let requests, let isImport):
      return try requests.decide(isImport: isImport, with: records, in: situation)
    case .activity(let id, let command):
      guard let activity = try records.activity(id) else {
        throw ActivityError.noSuchActivity(id.rawValue)
      }
      let event = try activity.decide(command, of: records.bureau, in: situation)
      return [Happening(.activity(id), .activity(event))]
    case .setActivityKind(let kind, let shipped):
      return [try kind.decide(shipped: shipped, with: records, in: situation)]
    case .recordIncident(let content):
      let (id, event) = try content.decide(with: records, in: situation)
      return [Happening(.incident(id), .incident(event))]
    case .incident(let id, let command):
      guard let incident = try records.incidents().first(where: { $0.id == id }) else {
        throw IncidentError.noSuchIncident(id.rawValue)
      }
      try command.check(with: records)
      let event = try incident.decide(command, of: records.bureau, in: situation)
      return [Happening(.incident(id), .incident(event))]
    case .declareNil(let request):
      return [try request.decide(with: records, in: situation)]
    case .setIncidentRules(let rules):
      return [try rules.decide(with: records.bureau, in: situation)]
    case .expiry(let request): return try request.decide(with: records, in: situation)
    case .rule(let request): return try request.decide(with: records, in: situation)
    case .responsibility(let posts, let command):
      return try command.decide(for: posts, with: records.bureau, in: situation)
    case .asset(let request): return try request.decide(with: records, in: situation)
    case .assessment(let request): return try request.decide(with: records, in: situation)
    case .shortcoming(let request): return try request.decide(with: records, in: situation)
    case .vehicles(let request): return try request.decide(with: records, in: situation)
    case .addGoals(let request): return try request.decide(with: records, in: situation)
    case .copyGoals(let copy): return try copy.decide(with: records, in: situation)
    case .goal(let id, let command, let kinds):
      guard let goal = try records.goals().first(where: { $0.id == id }) else {
        throw GoalError.noSuchGoal(id.rawValue)
      }
      let event = try goal.decide(command, kinds: kinds, of: records.bureau, in: situation)
      return [Happening(.goal(id), .goal(event))]
    case .countersign(let round, let section, let paper):
      let found = try records.inspections(of: round).filter { $0.content.section == section }
      let hazards = try found.flatMap { try records.hazards(foundBy: $0.id) }
      return try RoundActs.countersign(
        section: section, records: found, hazards: hazards, paper: paper, in: situation)
    case .excuse(let key, let reason):
      try requireOccurrence(key, records, at: situation.now)
      return try RoundActs.excuse(
        key, reason: reason, existing: records.fulfilment(of: key)?.inspection, in: situation)
    case .noEntry(let key, let reason):
      let start = try requireOccurrence(key, records, at: situation.now).start
      guard situation.today >= start else { throw SigningError.tooEarly(start: start) }
      return try RoundActs.noEntry(
        key, reason: reason, existing: records.fulfilment(of: key)?.inspection, in: situation)
    case .withdraw(let id, let reason):
      let inspection = try record(id, records)
      let resting = try records.hazards(restingOn: inspection)
      let found = try records.hazards(foundBy: id).filter { !resting.map(\.id).contains($0.id) }
      let met = try records.openHazards(at: inspection.occurrence.place).filter { hazard in
        hazard.records.contains(id) && !(resting + found).map(\.id).contains(hazard.id)
      }
      return try inspection.withdraw(
        reason: reason, hazards: found + met + resting, alone: Set(resting.map(\.id)),
        of: records.bureau, in: situation)
    case .correct(let id, let number, let answer, let reason):
      let inspection = try record(id, records)
      let key = inspection.content.answers.first { $0.number == number }?.item
      let item = try key.flatMap { try records.item($0) }
      let bureau = try records.bureau
      let ended = try records.hazards(foundBy: id).filter { !$0.isOpen }
      return try inspection.correct(
        number: number, to: answer.worded(), reason: reason, item: item,
        hazards: records.openHazards(at: inspection.occurrence.place) + ended,
        alone: Set(records.hazards(restingOn: inspection).map(\.id)), of: bureau,
        deadline: {
          bureau.proposedDeadline(for: $0, correcting: inspection, on: situation.today)
        }, in: situation)
    case .openAlert(let alert): return try alert.open(with: records.bureau, in: situation)
    case .receiveAlert(let message):
      return try message.receive(with: records.bureau, in: situation)
    case .liftAlert(let id):
      guard let alert = try records.bureau.alert(named: id) else {
        throw AlertError.noSuchAlert(id.rawValue)
      }
      return try alert.lift(in: situation)
    case .loadNotice(let notice):
      return try notice.load(over: records.bureau.calendar, in: situation)
    case .plan(let id, let command):
      return try command.decide(for: id, with: records, in: situation)
    case .seal(let month, let reason, let force, let wording):
      return try records.sealing(month, at: situation.now)
        .decide(reason: reason, force: force, wording: wording, in: situation)
    case .deputy(let person, let command):
      return try command.decide(of: person, with: records.bureau, in: situation)
    case .key(let command): return try command.decide(with: records.bureau, in: situation)
    case .entry(let id, let command):
      guard let act = try records.enteredAct(id) else { throw EntryError.noSuchAct(id.rawValue) }
      let event = try act.decide(command, with: records.bureau, in: situation)
      return [Happening(.entry(id), .entry(event))]
    case .set(let data):
      if case .person(let person) = data { try person.checkLeaving(with: records) }
      return try data.decide(with: records.bureau, in: situation)
    case .exempt(let key, let command):
      guard let exemption = try records.bureau.exemption(key) else {
        throw ExemptionError.noSuchExemption(
          place: key.place.rawValue, item: key.item.description)
      }
      let emptied = try records.plansAskingOnly(key)
      let event = try exemption.decide(command, emptied: emptied, in: situation)
      return [Happening(.exemption(key), .exemption(event))]
    }
  }

  @discardableResult
  private func requireOccurrence(
    _ key: OccurrenceKey, _ records: some Records, at now: Moment
  ) throws -> Occurrence {
    guard let occurrence = try records.bureau.asOf(now).occurrence(key, around: now.day) else {
      throw RoundError.noSuchOccurrence(key.description)
    }
    return occurrence
  }

  private func record(_ id: Inspection.ID, _ records: some Records) throws -> Inspection {
    guard let inspection = try records.inspection(id) else {
      throw RecordError.noSuchRecord(id.rawValue)
    }
    return inspection
  }
}
