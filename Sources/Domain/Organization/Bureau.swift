import Almanac

/// The office as it stands: master data small enough to be held whole.
public struct Bureau: Sendable {
  /// The office's name and what it answered at set-up.
  public var organization: Organization
  /// Whether the ledger is only for practice (演练).
  public var isPractice: Bool
  /// Sections that have ended included.
  public var sections: [Section]
  /// Persons who have left included.
  public var persons: [Person]
  /// Places that have ended included.
  public var places: [Place]
  /// Plans with their revisions, switched-off ones included.
  public var plans: [PlanHistory]
  /// Of each checklist, its present version without the items.
  public var checklists: [ChecklistOutline]
  /// The flood seasons entered so far.
  public var seasons: [Season]
  /// Weather alerts in force and ended ones.
  public var alerts: [Alert] { didSet { alertsByPeriod = Alert.places(of: alerts) } }
  /// Where each alert stands among them, by the key of its period: every round asks for its own.
  private(set) var alertsByPeriod: [String: Int]
  /// The messages that the alerts were derived from, and those that concern none.
  public var messages: [AlertMessage]
  /// Items proposed, confirmed or once confirmed as never applying at a place.
  public var exemptions: [Exemption]
  /// The working days by which plans fall due, the loaded notices in them.
  public var calendar: WorkCalendar
  /// The notices of the State Council loaded into this ledger, oldest first.
  public var notices: [LoadedNotice]
  /// The keys that persons have offered, tied ones and replaced ones.
  public var keys: [KeyRing]
  /// How duty is kept, by the days from which the rules held; none where nothing was entered.
  public var dutyRules: [DutyRules]
  /// The kinds of activities that were used or changed in this ledger, by id.
  public var activityKinds: [ActivityKind]
  /// What is to be reported and when, likewise.
  public var incidentRules: [IncidentRules]
  /// The kinds of things that end that were used or changed in this ledger, by id.
  public var expiryKinds: [ExpiryKind]
  /// The posts that were given to somebody, with those who held them (一岗双责).
  public var responsibilities: [Responsibility]

  /// The office from its master data, taken as they are.
  public init(
    organization: Organization, isPractice: Bool, sections: [Section], persons: [Person],
    places: [Place], plans: [PlanHistory], checklists: [ChecklistOutline], seasons: [Season],
    alerts: [Alert], messages: [AlertMessage] = [], exemptions: [Exemption] = [],
    calendar: WorkCalendar, notices: [LoadedNotice] = [], keys: [KeyRing] = [],
    dutyRules: [DutyRules] = [], activityKinds: [ActivityKind] = [],
    incidentRules: [IncidentRules] = [], expiryKinds: [ExpiryKind] = [],
    responsibilities: [Responsibility] = []
  ) {
    self.organization = organization
    self.isPractice = isPractice
    self.sections = sections
    self.persons = persons
    self.places = places
    self.plans = plans
    self.checklists = checklists
    self.seasons = seasons
    self.alerts = alerts
    alertsByPeriod = Alert.places(of: alerts)
    self.messages = messages
    self.exemptions = exemptions
    self.calendar = calendar
    self.notices = notices
    self.keys = keys
    self.dutyRules = dutyRules
    self.activityKinds = activityKinds
    self.incidentRules = incidentRules
    self.expiryKinds = expiryKinds
    self.responsibilities = responsibilities
  }

  /// The section of an id, even an ended one; nil if there is none.
  public func section(_ id: Section.ID?) -> Section? { sections.first { $0.id == id } }
  /// The person of an id, even one who has left; nil if there is none.
  public func person(_ id: Person.ID?) -> Person? { persons.first { $0.id == id } }
  /// The place of an id, even an ended one; nil if there is none.
  public func place(_ id: Place.ID) -> Place? { places.first { $0.id == id } }
  /// The plan of an id as its last revision has it; nil if there is none.
  public func plan(_ id: Plan.ID) -> Plan? { plans.first { $0.id == id }?.present }
  /// The plan of an id as it is in force on a day; nil if there is none.
  public func plan(_ id: Plan.ID, on day: Day) -> Plan? {
    plans.first { $0.id == id }?.plan(on: day)
  }
  /// The alert of an id, even a lifted one; nil if there is none.
  public func alert(_ id: Alert.ID) -> Alert? { alerts.first { $0.id == id } }

  /// The exemption of an item at a place, however it stands; nil if nobody proposed one.
  public func exemption(_ key: Exemption.Key) -> Exemption? { exemptions.first { $0.id == key } }

  /// What never applies at a place: on a day, or as confirmed now when nil.
  func spared(at place: Place.ID, on day: Day?) -> Set<ItemKey> {
    Set(
      exemptions.filter { exemption in
        exemption.id.place == place
          && (day.map(exemption.isInForce) ?? (exemption.state == .confirmed))
      }.map(\.id.item))
  }

  /// What a record's answers proposed and nobody has decided.
  func proposals(of record: Inspection.ID) -> [Exemption] {
    exemptions.filter { $0.state == .proposed && $0.proposal.inspection == record }
  }

  /// The person's name, or the id of one who is not on the list.
  public func name(_ id: Person.ID?) -> String {
    id.map { id in person(id)?.name ?? id.rawValue } ?? ""
  }

  /// The names of persons, one after the other; empty for nobody.
  public func names(_ persons: [Person.ID]) -> Bilingual {
    let names = persons.map { name($0) }
    return Bilingual(zh: names.joined(separator: "、"), en: names.joined(separator: ", "))
  }

  /// The section's name, or the id of one that is not on the list.
  public func name(_ id: Section.ID?) -> String {
    id.map { id in section(id)?.name ?? id.rawValue } ?? ""
  }

  /// The place's name, or the id of one that is not on the list.
  public func name(_ id: Place.ID) -> String { place(id)?.name ?? id.rawValue }

  /// The head of a section: its person with that role, the first by id.
  public func head(of section: Section.ID?) -> Person? {
    persons.filter { $0.section == section && $0.to == nil && $0.roles.contains(.sectionHead) }
      .min { $0.id < $1.id }
  }

  /// Whether something is asked at a place in a plan's rounds; a place with nothing to ask is in none.
  public func covers(_ plan: Plan, _ place: Place) -> Bool {
    guard plan.scope.names(place) else { return false }
    let asksHere = plan.uses.contains { use in
      checklists.first { $0.id == use.checklist }?.parts(of: use, in: plan)
        .contains { $0.kinds.contains(place.kind) } ?? false
    }
    return asksHere || asksOnce(plan, at: place)
  }

  /// Whether what a plan asks once a round is asked at this place, checklist by checklist.
  public func asksOnce(_ plan: Plan, at place: Place) -> Bool {
    plan.uses.contains { use in
      guard let outline = checklists.first(where: { $0.id == use.checklist }),
        outline.parts(of: use, in: plan).contains(where: \.hasOnce)
      else { return false }
      return oncePlace(plan, outline) == place.id
    }
  }

  /// The one place: the first building or duty room of the round, in the order in which the
  /// checklist's kinds name the two.
  private func oncePlace(_ plan: Plan, _ outline: ChecklistOutline) -> Place.ID? {
    for kind in outline.onceKinds {
      let candidates = places.filter { place in
        place.kind == kind && place.to == nil && plan.scope.names(place)
      }
      if let first = candidates.map(\.id).min() { return first }
    }
    return nil
  }

  /// The occurrences of all plans at one place in a window of days.
  public func occurrences(at place: Place.ID, in window: ClosedRange<Day>) -> [Occurrence] {
    Schedule.occurrences(
      plans: plans, places: places.filter { $0.id == place }, calendar: calendar, seasons: seasons,
      alerts: alerts, in: window, applies: covers)
  }

  /// The office as it stands at a moment: what has expired by then has ended.
  public func asOf(_ now: Moment) -> Bureau {
    var bureau = self
    bureau.alerts = alerts.map { $0.asOf(now) }
    return bureau
  }

  /// The occurrences of all plans in a window of days.
  public func occurrences(in window: ClosedRange<Day>) -> [Occurrence] {
    Schedule.occurrences(
      plans: plans, places: places, calendar: calendar, seasons: seasons, alerts: alerts,
      in: window, applies: covers)
  }

  /// Whether those at a login name themselves: several share it, or no administrator has ever been known by
  /// a login, so that nobody could tie one. One who leaves does not open the ledger to all.
  public func isShared(login: String) -> Bool {
    organization.sharedLogins.contains(login)
      || !persons.contains { $0.may(.administer) && !$0.logins.isEmpty }
  }

  /// The periods of one plan that meet a window, in order, whatever its places.
  public func periods(of plan: PlanHistory, in window: ClosedRange<Day>) -> [Period] {
    Schedule.periods(
      of: plan, calendar: calendar, seasons: seasons, alerts: alerts, in: window)
  }

  /// The plan as the revision has it to which an occurrence belongs: what is asked in a running period
  /// does not change under it.
  public func plan(of key: OccurrenceKey) -> Plan? {
    guard let history = plans.first(where: { $0.id == key.plan }) else { return nil }
    guard history.revisions.count > 1 else { return history.present }
    let start =
      alertStart(of: key.period, history)
      ?? Int(key.period.prefix(4)).flatMap { year in
        // A break may begin in the year before, a flood season may run into the next.
        periods(of: history, in: Day(year - 1, 10, 1)...Day(year + 1, 12, 31))
          .first { $0.key == key.period }?.start
      }
    return start.map(history.plan(on:)) ?? history.present
  }

  /// The first day of an alert's round, though it may have ended by the clock alone; nil for any other.
  private func alertStart(of period: String, _ history: PlanHistory) -> Day? {
    guard let (alert, mark) = alert(of: period) else { return nil }
    guard mark != nil else { return alert.issued.day }
    let ended = asOf(Moment(alert.issued.day + 800, second: 0))
    return ended.periods(of: history, in: alert.issued.day...(alert.issued.day + 800))
      .first { $0.key == period }?.start
  }
}
