import Almanac

/// Which hazards a list shows.
public struct HazardFilter: Hashable, Sendable {
  /// The states a list shows.
  public enum States: Hashable, Sendable {
    /// Neither closed nor withdrawn.
    case open
    case all
    case only(Hazard.State)
  }

  /// The open ones unless said otherwise.
  public var states: States
  /// Only those of this section; of every section when nil.
  public var section: Section.ID?
  /// Only those at this place; at every place when nil.
  public var place: Place.ID?
  /// Only those overdue on this day.
  public var overdueOn: Day?
  /// Only those due soon on this day.
  public var dueSoonOn: Day?
  /// Only those on which nothing was done for long, as of this day.
  public var stalledOn: Day?
  /// Only those of this category.
  public var category: HazardCategory?
  /// Only those of this severity.
  public var severity: Severity?
  /// Only those found on these days.
  public var found: ClosedRange<Day>?

  /// All open hazards, narrowed by what is given.
  public init(
    states: States = .open, section: Section.ID? = nil, place: Place.ID? = nil,
    overdueOn: Day? = nil, dueSoonOn: Day? = nil, stalledOn: Day? = nil,
    category: HazardCategory? = nil, severity: Severity? = nil, found: ClosedRange<Day>? = nil
  ) {
    self.states = states
    self.section = section
    self.place = place
    self.overdueOn = overdueOn
    self.dueSoonOn = dueSoonOn
    self.stalledOn = stalledOn
    self.category = category
    self.severity = severity
    self.found = found
  }

  /// Whether a hazard is shown, whatever the state asked.
  public func admits(_ hazard: Hazard) -> Bool {
    (section == nil || hazard.section == section)
      && (place == nil || hazard.report.place == place)
      && (category == nil || hazard.report.category == category)
      && (severity == nil || hazard.severity == severity)
      && (found?.contains(hazard.reported) ?? true) && (overdueOn.map(hazard.isOverdue) ?? true)
      && (dueSoonOn.map(hazard.isDueSoon) ?? true) && (stalledOn.map(hazard.isStalled) ?? true)
  }
}

/// One line of a subject's history.
public struct TimelineEntry: Hashable, Sendable {
  /// When and by whom it was recorded.
  public var stamp: Stamp
  /// What happened.
  public var event: Event
  /// What the decider said to it, where another had entered it.
  public var answer: EntryAnswer?

  /// An entry from one line of the journal.
  public init(stamp: Stamp, event: Event, answer: EntryAnswer? = nil) {
    self.stamp = stamp
    self.event = event
    self.answer = answer
  }
}

/// How many hazards are open, overdue, and waiting for a decision.
public struct HazardCounts: Hashable, Sendable, Codable {
  /// Neither closed nor withdrawn; overdue and waiting ones included.
  public var open: Int
  /// Open and past the deadline in force.
  public var overdue: Int
  /// Those on which someone has to decide next; some may be overdue as well.
  public var waiting: Int

  enum CodingKeys: String, CodingKey {
    case open
    case overdue
    case waiting
  }

  /// Figures counted elsewhere.
  public init(open: Int, overdue: Int, waiting: Int) {
    self.open = open
    self.overdue = overdue
    self.waiting = waiting
  }

  /// Counts hazards as they stand on a day.
  public init(_ hazards: [some HazardStanding], on day: Day) {
    open = hazards.count(where: \.isOpen)
    overdue = hazards.count { $0.isOverdue(on: day) }
    waiting = hazards.count(where: \.isWaiting)
  }
}

/// What a room's screen shows besides its items.
public struct RoomContext: Hashable, Sendable {
  /// The hazards open at the place.
  public var hazards: [Hazard]
  /// Findings typed before for an item, most used first.
  public var typed: [ItemKey: [String]]
  /// The last standing record of the place by this plan before.
  public var last: Inspection?

  /// A context from what the ledger holds about the place before the walk.
  public init(hazards: [Hazard], typed: [ItemKey: [String]], last: Inspection?) {
    self.hazards = hazards
    self.typed = typed
    self.last = last
  }
}

/// What is due (今日): rounds, alerts in force, hazards and drafts.
public struct Agenda: Sendable {
  /// The moment for which it is drawn up.
  public var now: Moment
  /// The day for which it is drawn up.
  public var today: Day
  /// The office, for names and alerts.
  public var bureau: Bureau
  /// The rounds of ``window(around:)``, settled ones included.
  public var rounds: [Round]
  /// The open hazards, most urgent first.
  public var hazards: [HazardBrief]
  /// Walks begun and not yet signed, whoever owns them.
  public var drafts: [Draft]
  /// How many acts that others have entered wait for a person's word; 0 where all were answered.
  public var waitingEntries: [Person.ID: Int]
  /// The duty rosters that are not over, withdrawn ones left out.
  public var rosters: [DutyRoster]
  /// The shifts that are on now.
  public var dutyOn: [DutyOn]
  /// The breaks whose roster is to be drawn up, adopted or sent up.
  public var dutyDue: [DutyDue]
  /// The rosters in force that cannot hold as they stand, the first one first.
  public var dutyTroubles: [DutyTrouble]
  /// The activities that somebody may have to read or to carry out.
  public var activities: [Activity]
  /// The measures of the year's plan that are late or due soon.
  public var goals: [GoalProgress]
  /// The posts that nobody holds.
  public var responsibilityGaps: [ResponsibilityGap]
  /// The reports of incidents that are asked for and not made, the most pressing first.
  public var emergencyDue: [EmergencyDue]
  /// Things that are over or end within ``Expiry/notice`` days, what ends first before.
  public var expiries: [Expiry]
  /// The rules of the office that are in force.
  public var rules: [SafetyRule]
  /// The vehicles with the trips that are not over and the last one of each.
  public var vehicles: VehicleBook
  /// The assets of the network as the rounds in sight tell of them.
  public var assets: AssetBook
  /// The nil reports that can be made now or were not made in time, the oldest first.
  public var nilReports: [NilReport]

  /// The days around today whose rounds are of interest.
  public static func window(around today: Day) -> ClosedRange<Day> { (today - 31)...(today + 14) }

  /// An agenda from what the ledger answers for one moment.
  public init(
    now: Moment, bureau: Bureau, rounds: [Round], hazards: [HazardBrief], drafts: [Draft],
    waitingEntries: [Person.ID: Int] = [:], rosters: [DutyRoster] = [],
    activities: [Activity] = [], goals: [GoalProgress] = [],
    incidents: IncidentBook = IncidentBook(), expiries: [Expiry] = [], rules: [SafetyRule] = [],
    vehicles: VehicleBook = .empty, assets: [Asset] = []
  ) {
    self.now = now
    self.vehicles = vehicles
    today = now.day
    self.bureau = bureau
    let log = AlertLog(bureau.messages)
    alertEntries = log.entries(at: now)
    drills = log.drills(at: now)
    waitingAlerts = alertEntries.filter { entry in
      entry.state == .waiting && (entry.message.expires.map { $0 > now } ?? true)
    }
    self.rounds = rounds
    self.hazards = hazards
    self.drafts = drafts
    self.waitingEntries = waitingEntries
    self.activities = activities
    self.expiries = ExpiryBook(expiries: expiries).expiries
    self.rules = rules
    self.assets = AssetBook(assets, bureau: bureau, rounds: rounds, on: now.day)
    self.goals = goals
    responsibilityGaps = bureau.responsibilityGaps(on: now.day)
    self.rosters = rosters.filter { $0.state != .withdrawn }
    dutyOn = bureau.dutyOn(rosters, at: now)
    dutyDue = bureau.dutyDue(rosters, on: now.day)
    dutyTroubles = bureau.dutyTroubles(rosters, on: now.day)
    emergencyDue = incidents.emergencyDue(bureau, at: now)
    nilReports = incidents.nilReportsOpen(bureau, at: now)
    leftBehind = bureau.leftBehind(
      hazards: hazards, drafts: drafts, rosters: rosters, on: now.day)
  }

  /// What those who have left still have in hand, for administrators to hand over.
  public var leftBehind: [InHand]

  /// How pressing a round is.
  public enum Group: Int, Hashable, Sendable, CaseIterable {
    case overdue
    case today
    case week
    case coming

    /// The heading over the group.
    public var name: Bilingual {
      switch self {
      case .overdue: Bilingual(zh: "逾期与漏检", en: "Overdue and missed")
      case .today: Bilingual(zh: "今天到期", en: "Due today")
      case .week: Bilingual(zh: "本周到期", en: "Due this week")
      case .coming: Bilingual(zh: "以后", en: "Coming")
      }
    }
  }

  /// The alerts that count; two that one message goes on with are one.
  public var alertsInForce: [Alert] { bureau.alertsInForce }
  /// The days overdue from which a hazard shows on its section head's Today, and from which on a leader's.
  public static let escalation = (sectionHead: 3, leader: 7)

  /// The hazards that concern a person today: those to rectify, and the overdue ones that have come up to
  /// the head of their section or to the leaders.
  public func hazards(of person: Person) -> [HazardBrief] {
    hazards.filter { hazard in
      if hazard.person == person.id { return true }
      let over = -(hazard.daysLeft(on: today) ?? 0)
      return person.manners.contains { manner in
        let isHead = manner.roles.contains(.sectionHead) && hazard.section == manner.section
        return isHead && hazard.section != nil && over >= Self.escalation.sectionHead
          || manner.roles.contains(.leader) && over >= Self.escalation.leader
      }
    }
  }

  /// Every message about alerts, as it stands now.
  public var alertEntries: [AlertLog.Entry]
  /// The messages that wait for the alert they change and have not expired meanwhile.
  public var waitingAlerts: [AlertLog.Entry]
  /// The exercises and tests that run now: shown as what they are, they open nothing.
  public var drills: [AlertMessage]
  /// The figures of the hazards as of today.
  public var counts: HazardCounts { HazardCounts(hazards, on: today) }

  /// The rounds that ask something of someone, most pressing first. What was missed stays in sight for a
  /// week; what is yet to start is shown only where the calendar does not make it plain: holidays,
  /// seasons, dates of their own.
  public var groups: [(group: Group, rounds: [Round])] {
    let grouped = Dictionary(grouping: withoutFormerMisses) { group(of: $0) }
    return Group.allCases.compactMap { group in
      grouped[group].map { (group, $0) }
    }
  }

  /// The rounds, with only the latest missed one of each plan: the month's summary lists them all.
  private var withoutFormerMisses: [Round] {
    let latest = Dictionary(
      rounds.filter { $0.state == .missed }.map { ($0.id.plan, $0.due) }, uniquingKeysWith: max)
    return rounds.filter { $0.state != .missed || $0.due == latest[$0.id.plan] }
  }

  /// The rounds as one person sees them: in each group first those given to that person or section, then
  /// those given to nobody, then those given to others.
  public func groups(for person: Person) -> [(group: Group, rounds: [Round])] {
    groups.map { group, rounds in
      let shares = rounds.map { share(of: $0, for: person) }
      return (
        group,
        [.own, .anyone, .others].flatMap { (share: Share) in
          zip(rounds, shares).filter { $0.1 == share }.map(\.0)
        }
      )
    }
  }

  /// To whom a round is given.
  public enum Share: Hashable, Sendable {
    case own
    case anyone
    case others
  }

  /// Whether a round is a person's own, by the assignees of its plan.
  public func share(of round: Round, for person: Person) -> Share {
    bureau.share(of: round, for: person)
  }

  /// The season to enter, for one who may: last year's dates, from 1 March on while none of the year is
  /// entered. Nil also where no plan in force asks for one.
  public var proposedSeason: SeasonEntry? {
    let asks = bureau.plans.map(\.present).contains { plan in
      plan.isEnabled && (plan.to.map { $0 >= today } ?? true)
        && [.flood, .preflood].contains(plan.trigger.kind)
    }
    return asks ? bureau.proposedSeason(on: today) : nil
  }

  private func group(of round: Round) -> Group? {
    switch round.state {
    case .done, .doneLate, .excused, .lifted: return nil
    case .missed: return round.due >= today - 7 ? .overdue : nil
    case .overdue: return .overdue
    case .open:
      if round.due <= today { return .today }
      return round.due <= endOfWeek ? .week : .coming
    case .upcoming: return round.trigger.isRegular ? nil : .coming
    }
  }

  private var endOfWeek: Day { today + (7 - today.weekday) }
}

extension Bureau {
  /// Whether a round is a person's own, by the assignees of its plan as it stood when the round began.
  public func share(of round: Round, for person: Person) -> Agenda.Share {
    guard let assignees = plan(round.id.plan, on: round.start)?.assignees, !assignees.isEmpty
    else { return .anyone }
    return assignees.names(person) ? .own : .others
  }
}

extension Trigger.Kind {
  /// Whether its rounds follow one another without a gap, so that the next one is no news.
  var isRegular: Bool {
    switch self {
    case .daily, .twicedaily, .weekly, .monthly, .quarterly: true
    case .preholiday, .postholiday, .preflood, .flood, .once, .alert: false
    }
  }
}
