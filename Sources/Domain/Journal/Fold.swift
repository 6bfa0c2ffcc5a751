import Almanac

/// All subjects folded in memory from the journal's lines: what registers hold, made anew.
///
/// Total: an event that no longer makes sense changes nothing.
public struct Fold: Sendable {
  /// Whether the ledger is only for practice (演练), as its first line says.
  public private(set) var isPractice = false
  /// The office; without a name until its first line is folded.
  public private(set) var organization = Organization(name: "")
  /// Sections that have ended included.
  public private(set) var sections: [Section.ID: Section] = [:]
  /// Persons who have left included.
  public private(set) var persons: [Person.ID: Person] = [:]
  /// Places that have ended included.
  public private(set) var places: [Place.ID: Place] = [:]
  /// Each plan with all its revisions.
  public private(set) var plans: [Plan.ID: PlanHistory] = [:]
  /// Every version of each list, the present one last.
  public private(set) var checklists: [Checklist.ID: [ChecklistVersion]] = [:]
  /// Flood seasons as last set right.
  public private(set) var seasons: [Season.ID: Season] = [:]
  /// Messages about alerts, those entered by hand included.
  public private(set) var alerts: [Alert.ID: AlertMessage] = [:]
  /// What was decided about occurrences; none for those that nobody touched.
  public private(set) var notes: [OccurrenceKey: OccurrenceNote] = [:]
  /// Records, withdrawn ones included.
  public private(set) var inspections: [Inspection.ID: Inspection] = [:]
  /// Hazards in every state, closed and withdrawn ones included.
  public private(set) var hazards: [Hazard.ID: Hazard] = [:]
  /// Rectification notices, answered and withdrawn ones included.
  public private(set) var rectificationNotices: [RectificationNotice.ID: RectificationNotice] = [:]
  /// Numbers of letters and reports, withdrawn ones included.
  public private(set) var numbers: [DocumentNumber.ID: DocumentNumber] = [:]
  /// Duty rosters, withdrawn ones included.
  public private(set) var rosters: [DutyRoster.ID: DutyRoster] = [:]
  /// How duty was kept, by the days from which the rules held.
  public private(set) var dutyRules: [DutyRules] = []
  /// The register of activities, withdrawn entries included.
  public private(set) var register: [Activity.ID: Activity] = [:]
  /// The kinds of activities that were used or changed, as they are now.
  public private(set) var activityKinds: [ActivityKind.ID: ActivityKind] = [:]
  /// Incidents, withdrawn ones included.
  public private(set) var incidentsByID: [Incident.ID: Incident] = [:]
  /// The nil reports that were made.
  public private(set) var declarations: [NilDeclaration.ID: NilDeclaration] = [:]
  /// What was to be reported and when, by the days from which the rules held.
  public private(set) var incidentRules: [IncidentRules] = []
  /// Things that end, retired ones included.
  public private(set) var expiriesByID: [Expiry.ID: Expiry] = [:]
  /// The kinds of things that end that were used or changed, as they are now.
  public private(set) var expiryKinds: [ExpiryKind.ID: ExpiryKind] = [:]
  /// The rules of the office, repealed ones included.
  public private(set) var rulesByID: [SafetyRule.ID: SafetyRule] = [:]
  /// The assets of the network, retired ones included.
  public private(set) var assetsByID: [Asset.ID: Asset] = [:]
  /// The posts that were given to somebody, with those who held them.
  public private(set) var responsibilities: [Post: Responsibility] = [:]
  /// The measures of the years' plans, withdrawn ones included.
  public private(set) var goalsByID: [Goal.ID: Goal] = [:]
  /// The assessments, by year.
  public private(set) var assessments: [Assessment.ID: Assessment] = [:]
  /// What somebody said fell short in a year, withdrawn ones included.
  public private(set) var shortcomingsByID: [StatedShortcoming.ID: StatedShortcoming] = [:]
  /// The vehicles of which something is recorded.
  public private(set) var vehiclesByID: [Place.ID: Vehicle] = [:]
  /// Those who drive, or once did.
  public private(set) var driversByID: [Person.ID: Driver] = [:]
  /// Uses of vehicles, in every state.
  public private(set) var tripsByID: [Trip.ID: Trip] = [:]
  /// Items proposed, confirmed or once confirmed as never applying at a place.
  public private(set) var exemptions: [Exemption.Key: Exemption] = [:]
  /// The notices loaded for each year, in order.
  public private(set) var notices: [Int: [LoadedNotice]] = [:]
  /// The seals of each month, in order.
  public private(set) var seals: [Month: [Seal]] = [:]
  /// What was recorded for a month after it was sealed, in order.
  public private(set) var late: [LateEntry] = []
  /// The keys of each person who ever offered one.
  public private(set) var keys: [Person.ID: KeyRing] = [:]
  /// The acts that others have entered, with what was said to them.
  public private(set) var enteredActs: [EnteredAct.ID: EnteredAct] = [:]
  /// What deciders said to acts entered for them.
  public private(set) var answers: [EnteredAct.ID: EntryAnswer] = [:]
  /// The working days by which rounds fall: those given from outside, the loaded notices over them.
  public private(set) var calendar: WorkCalendar
  /// The office as it stands, made anew with every line of master data.
  public private(set) var bureau: Bureau

  private var lastDays: [Person.ID: Day] = [:]
  private var outlines: [Checklist.ID: ChecklistOutline] = [:]
  private var standing: [OccurrenceKey: Inspection.ID] = [:]
  private var rounds: [RoundKey: Set<Inspection.ID>] = [:]
  private var open: [Place.ID: Set<Hazard.ID>] = [:]
  private var closed: [Place.ID: Set<Hazard.ID>] = [:]
  private var found: [Inspection.ID: Set<Hazard.ID>] = [:]

  /// An empty ledger, before its first line.
  public init(calendar: WorkCalendar) {
    self.calendar = calendar
    bureau = Bureau(
      organization: organization, isPractice: false, sections: [], persons: [], places: [],
      plans: [], checklists: [], seasons: [], alerts: [], calendar: calendar)
  }

  /// Folds one line.
  public mutating func apply(_ subject: Subject, _ event: Event, _ stamp: Stamp) {
    lastDays[stamp.recorder] = max(lastDays[stamp.recorder] ?? stamp.at.day, stamp.at.day)
    if let act = EnteredAct(stamp) {
      enteredActs[act.id, default: act].lines.append(Happening(subject, event, day: stamp.day))
    }
    switch event {
    case .occurrence(let event):
      guard let key = OccurrenceKey(subject.id) else { return }
      notes[key, default: OccurrenceNote(key: key)].apply(event, stamp)
    case .inspection(let event): apply(event, to: Identifier(subject.id), stamp)
    case .hazard(let event): apply(event, to: Identifier(subject.id), stamp)
    case .notice(let event):
      let id = RectificationNotice.ID(subject.id)
      if rectificationNotices[id] == nil {
        rectificationNotices[id] = RectificationNotice(id: id, beginning: event)
      } else {
        rectificationNotices[id]?.apply(event, stamp)
      }
    case .duty(let event): rosters.fold(event, of: Identifier(subject.id), stamp)
    case .number(let event): numbers.fold(event, of: Identifier(subject.id), stamp)
    case .activity(let event): register.fold(event, of: Identifier(subject.id), stamp)
    case .incident(let event): incidentsByID.fold(event, of: Identifier(subject.id), stamp)
    case .nilReport(let event): declarations.fold(event, of: Identifier(subject.id), stamp)
    case .expiry(let event): expiriesByID.fold(event, of: Identifier(subject.id), stamp)
    case .rule(let event): rulesByID.fold(event, of: Identifier(subject.id), stamp)
    case .goal(let event): goalsByID.fold(event, of: Identifier(subject.id), stamp)
    case .shortcoming(let event): shortcomingsByID.fold(event, of: Identifier(subject.id), stamp)
    case .assessment(let event): assessments.fold(event, of: Identifier(subject.id), stamp)
    case .vehicle(let event):
      let id = Place.ID(subject.id)
      vehiclesByID[id, default: Vehicle(id: id)].apply(event, stamp)
    case .driver(let event):
      let id = Person.ID(subject.id)
      driversByID[id, default: Driver(id: id)].apply(event)
    case .trip(let event): tripsByID.fold(event, of: Identifier(subject.id), stamp)
    case .asset(let event): assetsByID.fold(event, of: Identifier(subject.id), stamp)
    case .exemption(let event):
      guard let key = Exemption.Key(subject.id) else { return }
      exemptions.fold(event, of: key, stamp)
      bureau = presentBureau
    case .entry(let event):
      let id = EnteredAct.ID(subject.id)
      answers.fold(event, of: id, stamp)
      enteredActs[id]?.answer = answers[id]
    case .sealed(let sealed): seals[sealed.summary.month, default: []].append(Seal(sealed, stamp))
    case .ledgerCreated, .organization, .section, .person, .place, .checklist, .plan, .season,
      .calendar, .alert, .key, .dutyRules, .activityKind, .incidentRules, .expiryKind,
      .responsibility:
      applyMasterData(subject, event, stamp)
      bureau = presentBureau
    }
  }

  private mutating func applyMasterData(_ subject: Subject, _ event: Event, _ stamp: Stamp) {
    switch event {
    case .ledgerCreated(let created): isPractice = created.isPractice
    case .organization(let value): organization = value
    case .section(let section): sections[section.id] = section
    case .person(let person): persons[person.id] = person
    case .place(let place): places[place.id] = place.recorded(stamp.day, after: places[place.id])
    case .plan(let event): apply(event, to: Identifier(subject.id), stamp)
    case .season(let season): seasons[season.id] = season.following(seasons[season.id])
    case .calendar(let arrangement):
      let notice = LoadedNotice(arrangement, stamp)
      notices[arrangement.year, default: []].append(notice)
      calendar = calendar.loading([notice])
    case .checklist(let version):
      checklists[version.content.id, default: []].removeAll { $0.hash == version.hash }
      checklists[version.content.id, default: []].append(version)
      outlines[version.content.id] = ChecklistOutline(version.content, to: version.to)
    case .alert(let event): apply(event, to: Identifier(subject.id))
    case .key(let event):
      let id = Person.ID(subject.id)
      keys[id, default: KeyRing(id: id)].apply(event, stamp)
    case .dutyRules(let rules):
      dutyRules.removeAll { $0.from >= rules.from }
      dutyRules.append(rules)
    case .activityKind(let kind): activityKinds[kind.id] = kind
    case .expiryKind(let kind): expiryKinds[kind.id] = kind
    case .incidentRules(let rules):
      incidentRules.removeAll { $0.from >= rules.from }
      incidentRules.append(rules)
    case .responsibility(let event):
      guard let post = Post(subject.id) else { return }
      responsibilities[post, default: Responsibility(post: post)].apply(event)
    case .occurrence, .inspection, .hazard, .notice, .exemption, .sealed, .entry, .duty,
      .number, .activity, .incident, .nilReport, .expiry, .rule, .goal,
      .shortcoming, .assessment, .vehicle, .driver, .trip, .asset:
      return
    }
  }

  private mutating func apply(_ event: PlanEvent, to id: Plan.ID, _ stamp: Stamp) {
    if case .set(let plan) = event, plans[id] == nil {
      plans[id] = PlanHistory(plan, recorded: stamp.day)
    } else {
      plans[id]?.apply(event, recorded: stamp.day)
    }
  }

  private mutating func apply(_ event: AlertEvent, to id: Alert.ID) {
    if let message = event.message, alerts[id] == nil {
      alerts[id] = message
    } else {
      alerts[id]?.apply(event)
    }
  }

  private mutating func apply(_ event: InspectionEvent, to id: Inspection.ID, _ stamp: Stamp) {
    if inspections[id] == nil {
      inspections[id] = Inspection(id: id, beginning: event, stamp)
    } else {
      inspections[id]?.apply(event, stamp)
    }
    guard let inspection = inspections[id] else { return }
    if let entry = LateEntry(event, of: inspection, stamp, sealed: seals[inspection.day.month]) {
      late.append(entry)
    }
    let key = inspection.occurrence
    if inspection.withdrawn == nil {
      standing[key] = id
      rounds[key.round, default: []].insert(id)
    } else {
      if standing[key] == id { standing[key] = nil }
      rounds[key.round]?.remove(id)
    }
  }

  private mutating func apply(_ event: HazardEvent, to id: Hazard.ID, _ stamp: Stamp) {
    if hazards[id] == nil {
      hazards[id] = Hazard(id: id, beginning: event, stamp)
    } else {
      hazards[id]?.apply(event, stamp)
    }
    guard let hazard = hazards[id] else { return }
    if let inspection = hazard.report.inspection { found[inspection, default: []].insert(id) }
    if hazard.isOpen {
      open[hazard.report.place, default: []].insert(id)
    } else {
      open[hazard.report.place]?.remove(id)
    }
    if hazard.state == .closed {
      closed[hazard.report.place, default: []].insert(id)
    } else {
      closed[hazard.report.place]?.remove(id)
    }
  }

  private var presentBureau: Bureau {
    Bureau(
      organization: organization, isPractice: isPractice,
      sections: sections.values.sorted { $0.id < $1.id },
      persons: persons.values.sorted { $0.id < $1.id },
      places: places.values.sorted { $0.id < $1.id }, plans: plans.values.sorted { $0.id < $1.id },
      checklists: outlines.values.sorted { $0.id < $1.id },
      seasons: seasons.values.sorted { $0.start < $1.start },
      alerts: AlertLog(Array(alerts.values)).alerts, messages: Array(alerts.values),
      exemptions: exemptions.values.sorted { $0.id.description < $1.id.description },
      calendar: calendar,
      notices: LoadedNotice.inOrder(notices.sorted { $0.key < $1.key }.map(\.value)),
      keys: keys.values.sorted { $0.id < $1.id }, dutyRules: dutyRules,
      activityKinds: activityKinds.values.sorted { $0.id < $1.id },
      incidentRules: incidentRules, expiryKinds: expiryKinds.values.sorted { $0.id < $1.id },
      responsibilities: responsibilities.values.sorted { $0.id < $1.id })
  }
}

extension Fold: Records {
  /// The hazard of a number, in whatever state; nil if there is none.
  public func hazard(_ id: Hazard.ID) -> Hazard? { hazards[id] }
  /// The notice of a name in the ledger; nil if there is none.
  public func notice(_ id: RectificationNotice.ID) -> RectificationNotice? {
    rectificationNotices[id]
  }
  /// The notices that are neither answered nor withdrawn, by name.
  public func openNotices() -> [RectificationNotice] {
    rectificationNotices.values.filter(\.isOpen).sorted { $0.id < $1.id }
  }
  /// The entry of the register of activities of a number, even a withdrawn one; nil if there is none.
  public func activity(_ id: Activity.ID) -> Activity? { register[id] }
  /// What was entered for another in an act; nil if nothing was.
  public func enteredAct(_ id: EnteredAct.ID) -> EnteredAct? { enteredActs[id] }
  /// The record of a number, even a withdrawn one; nil if there is none.
  public func inspection(_ id: Inspection.ID) -> Inspection? { inspections[id] }
  /// A month as it would be sealed; drafts and chains are not folded.
  public func sealing(_ month: Month, at now: Moment) -> Sealing {
    let walks = standing.values.compactMap { inspections[$0] }.map(Fulfilment.init)
    let book = RoundBook(
      bureau: bureau.asOf(now),
      fulfilments: Dictionary(walks.map { ($0.occurrence, $0) }) { first, _ in first },
      notes: notes, drafts: [:])
    return Sealing(
      summary: MonthlySummary(
        month: month, today: now.day, book: book,
        fulfilments: walks.sorted { $0.inspection < $1.inspection },
        hazards: hazards.values.sorted { $0.id < $1.id },
        late: late.filter { $0.shownIn == month },
        incidents: IncidentBook(incidents: incidents(), declarations: nilDeclarations())
          .figures(of: month.days, bureau, at: now)),
      seals: seals[month] ?? [], drafts: [], heads: [])
  }
  /// The day on which a person last recorded something.
  public func lastDay(of actor: Person.ID) -> Day? { lastDays[actor] }
  /// The version published last.
  public func checklist(_ id: Checklist.ID) -> ChecklistVersion? { checklists[id]?.last }

  /// The hazards at a place that are neither closed nor withdrawn, by number.
  public func openHazards(at place: Place.ID) -> [Hazard] {
    (open[place] ?? []).compactMap { hazards[$0] }.sorted { $0.id < $1.id }
  }

  /// The hazard found at an item of a place that was closed last; nil if none was.
  public func lastClosed(at place: Place.ID, item: ItemKey) -> Hazard.ID? {
    (closed[place] ?? []).compactMap { hazards[$0] }.filter { $0.report.item == item }
      .max { ($0.closed?.day.number ?? 0, $0.id) < ($1.closed?.day.number ?? 0, $1.id) }?.id
  }

  /// The hazards that a record opened, in whatever state, by number.
  public func hazards(foundBy inspection: Inspection.ID) -> [Hazard] {
    (found[inspection] ?? []).compactMap { hazards[$0] }.sorted { $0.id < $1.id }
  }

  /// The standing records of a round, by number.
  public func inspections(of round: RoundKey) -> [Inspection] {
    (rounds[round] ?? []).compactMap { inspections[$0] }.sorted { $0.id < $1.id }
  }

  /// The standing record of an occurrence in brief; nil while it is not walked.
  public func fulfilment(of occurrence: OccurrenceKey) -> Fulfilment? {
    standing[occurrence].flatMap { inspections[$0] }.map(Fulfilment.init)
  }
}
