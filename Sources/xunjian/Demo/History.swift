import Almanac
import Domain

/// A year and a half in the life of an office: dated acts, one after another, each as a person would ask
/// for it. Pure: the same office, time and seed give the same acts.
///
/// What an act led to is told it by ``note(_:of:)``, for what follows depends on it.
struct History: Sendable {
  let now: Moment
  let language: Language
  /// The office with the seasons and alerts that will be entered.
  let bureau: Bureau
  let staff: DemoStaff
  let hours: OfficeHours
  var dice: Dice
  var queue = IntentionQueue()
  /// Every hazard as it stands.
  var hazards: [Hazard.ID: Hazard] = [:]
  /// The open hazard of an item at a place.
  var openItems: [Place.ID: [ItemKey: Hazard.ID]] = [:]
  /// Rounds for which a section head means to sign already.
  var toSign: [RoundKey: Set<Section.ID>] = [:]
  /// Hazards that are left lying, so that there is something overdue and something waiting.
  var leftOverdue = 0
  /// Who is on duty, by the day on which a shift begins.
  var onDuty: [Day: Person.ID] = [:]
  var leftWaiting = 0
  /// Trips as they are going to be driven, by their beginning.
  var plannedRuns: [Moment: PlannedRun] = [:]
  private let checklists: [Checklist.ID: ChecklistVersion]
  private var questionnaires: [String: Questionnaire] = [:]

  /// - Parameters:
  ///   - lines: What the set-up of the office decided.
  ///   - now: Nothing happens later.
  ///   - months: How far back it begins.
  /// - Throws: ``SetupError`` for an office in which nobody may do what is needed.
  init(
    lines: [Happening], calendar: WorkCalendar, now: Moment, language: Language,
    months: Int = History.usualMonths, seed: UInt64 = 61
  ) throws {
    let start = Self.start(before: now, calendar: calendar, months: months)
    var fold = Fold(calendar: calendar)
    let stamp = Stamp(at: start, day: start.day, actor: "setup")
    for line in lines { fold.apply(line.subject, line.event, stamp) }
    var bureau = fold.bureau
    let seasons = DemoWeather.seasons(
      from: start.day, to: now.day, calendar: calendar, in: language)
    let weather = DemoWeather.alerts(
      from: start.day, to: now.day, calendar: calendar, in: language)
    bureau.seasons = seasons
    bureau.alerts = weather.map { alert, lifted in
      var alert = alert
      alert.lifted = DemoWeather.lifting(on: lifted)
      return alert
    }
    self.bureau = bureau
    self.now = now
    self.language = language
    staff = try DemoStaff(bureau)
    hours = OfficeHours(calendar: calendar)
    dice = Dice(seed: seed)
    checklists = fold.checklists.compactMapValues(\.last)
    planWeather(seasons, weather)
    planReports(from: start.day)
    planRounds(from: start.day)
    planDuty(from: start.day)
    planActivities(from: start.day)
    planIncidents(from: start.day)
    planSafetyFile(from: start.day)
    planResponsibility(from: start.day)
    planGoals(from: start.day)
    planVehicles(from: start.day)
    planNetwork(from: start.day)
  }

  /// A year and a half.
  static let usualMonths = 18

  /// When the history of an office begins: the first working day of the month so many months ago.
  static func start(before now: Moment, calendar: WorkCalendar, months: Int) -> Moment {
    let month = (0..<months).reduce(now.day.month) { month, _ in month.previous }
    return Moment(calendar.firstWorkday(onOrAfter: month.first), hour: 8, minute: 30)
  }

  /// The next act; nil when the present is reached.
  mutating func next() -> DatedAct? {
    while let (at, intention) = queue.take(), at <= now {
      if let act = act(intention, at: at) { return act }
    }
    return nil
  }

  /// Takes in what an act led to, and means to do what follows from it.
  mutating func note(_ lines: [Happening], of act: DatedAct) {
    for line in lines {
      switch line.event {
      case .inspection(.signed(let record)): meanToSign(record, at: act.at)
      case .hazard(let event): note(event, Identifier(line.subject.id), line, act)
      case .activity(.recorded(let content)):
        meanToFollow(content, Identifier(line.subject.id), at: act.at)
      case .duty(.proposed(let content)):
        for row in content.rows { onDuty[row.day] = row.onDuty.first }
      case .ledgerCreated, .organization, .section, .person, .place, .checklist, .plan, .season,
        .calendar, .alert, .occurrence, .inspection, .notice, .exemption, .sealed, .key, .entry,
        .duty, .dutyRules, .number, .activity, .activityKind, .incident, .nilReport,
        .incidentRules, .expiry, .expiryKind, .rule, .responsibility:
        break
      case .goal(.added(let content)):
        meanToReport(content, Identifier(line.subject.id), at: act.at)
      case .trip(.requested(let content)):
        meanToDrive(content, Identifier(line.subject.id), at: act.at)
      case .asset(.added(let content)):
        meanToScan(content, Identifier(line.subject.id), at: act.at)
      case .goal, .shortcoming, .assessment, .vehicle, .driver, .trip, .asset: break
      }
    }
  }

  private mutating func act(_ intention: Intention, at moment: Moment) -> DatedAct? {
    switch intention {
    case .act(let act): return act
    case .sign(let walk): return sign(walk, at: moment)
    case .countersign(let round, let section):
      toSign[round]?.remove(section)
      return bureau.head(of: section).map { head in
        DatedAct(at: moment, actor: head.id, command: .countersign(round, section, paper: nil))
      }
    case .nilReport(let period, let isNone):
      return DatedAct(
        at: moment, actor: reporter(of: period),
        command: .declareNil(NilRequest(due: period.due, isNone: isNone)))
    case .hazard(let id, let kind): return hazards[id].flatMap { act(kind, on: $0, at: moment) }
    }
  }

  private mutating func planWeather(_ seasons: [Season], _ alerts: [(alert: Alert, lifted: Day)]) {
    func put(_ command: Command, at moment: Moment) {
      queue.put(
        .act(DatedAct(at: moment, actor: staff.administrator, command: command)), at: moment)
    }
    for season in seasons {
      guard let entered = season.recorded else { continue }
      put(.set(.season(season)), at: Moment(entered, hour: 8, minute: 35))
    }
    for (alert, lifted) in alerts {
      put(.openAlert(alert), at: Moment(alert.issued.day, hour: 8, minute: 40))
      put(.liftAlert(alert.id), at: DemoWeather.lifting(on: lifted))
    }
  }

  /// The head of a section signs for its rooms on the next working day; for the daily readings on Friday.
  private mutating func meanToSign(_ record: SignedInspection, at moment: Moment) {
    let round = record.occurrence.round
    guard let section = record.section, bureau.head(of: section) != nil,
      toSign[round, default: []].insert(section).inserted
    else { return }
    let isDaily = bureau.plan(round.plan)?.trigger.kind == .twicedaily
    let wait = isDaily ? max(1, 5 - moment.day.weekday) : 1
    let day = hours.calendar.workday(wait, after: moment.day)
    queue.put(.countersign(round, section), at: hours.moment(on: day, .afternoon, &dice))
  }

  /// What is asked at an occurrence's place.
  mutating func questionnaire(of occurrence: Occurrence, _ place: Place) -> Questionnaire? {
    guard let whole = bureau.plan(occurrence.plan) else { return nil }
    let (plan, weather) = bureau.asked(of: whole, in: occurrence.period)
    let sections = plan.uses.flatMap { $0.sections ?? [] }.joined(separator: ",")
    let name = "\(occurrence.plan)/\(place.id)/\(weather?.rawValue ?? "")/\(sections)"
    if let known = questionnaires[name] { return known }
    let made = Questionnaire(
      plan: plan, checklists: checklists, place: place,
      isOncePlace: bureau.asksOnce(plan, at: place), weather: weather)
    questionnaires[name] = made
    return made
  }
}
