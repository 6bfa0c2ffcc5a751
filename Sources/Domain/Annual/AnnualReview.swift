import Almanac

/// What a year of the safety and stability programme (平安建设) came to, as the annual report tells it: every
/// number counted from the ledger, beside the year before.
public struct AnnualReview: Sendable {
  /// A figure with its values.
  public struct Line: Sendable, Identifiable {
    /// What it counts.
    public var figure: AnnualFigure
    /// In the year; nil where the ledger has no record of such a thing: no number is invented for it.
    public var value: Int?
    /// In the year before; nil where there is no record of it.
    public var before: Int?

    /// The key of the figure.
    public var id: String { figure.key }
  }

  /// What the ledger holds of the year and of the one before.
  public struct Records: Sendable {
    /// The yearly summary.
    public var summary: PeriodSummary
    /// Every standing walk of the two years.
    public var walks: [Fulfilment]
    /// The register of activities.
    public var activities: ActivityBook
    /// All rosters.
    public var rosters: [DutyRoster]
    /// The incident register with what was declared.
    public var incidents: IncidentBook
    /// The measures of the plans of the two years and the next.
    public var goals: [GoalProgress]
    /// The vehicles with their trips.
    public var vehicles: VehicleBook
    /// Every hazard about a weakness of the network that was open at any time of the two years.
    public var weaknesses: [Hazard]
    /// What somebody said fell short in any year.
    public var shortcomings: [StatedShortcoming]
    /// The rules of the office, repealed ones too.
    public var rules: [SafetyRule]

    /// What a review is made of.
    public init(
      summary: PeriodSummary, walks: [Fulfilment], activities: ActivityBook,
      rosters: [DutyRoster], incidents: IncidentBook, goals: [GoalProgress],
      vehicles: VehicleBook, weaknesses: [Hazard], shortcomings: [StatedShortcoming],
      rules: [SafetyRule] = []
    ) {
      self.summary = summary
      self.walks = walks
      self.activities = activities
      self.rosters = rosters
      self.incidents = incidents
      self.goals = goals
      self.vehicles = vehicles
      self.weaknesses = weaknesses
      self.shortcomings = shortcomings
      self.rules = rules
    }
  }

  /// The civil year.
  public var year: Int
  /// Its last day, or today while it runs.
  public var countedOn: Day
  /// How many are in office on that day, without mere observers.
  public var staff: Int
  /// The figures, in the order of the report.
  public var lines: [Line]
  /// Who held the seats of the leading group on that day, by seat.
  public var group: [Post: [Person.ID]]
  /// What fell short: by rule, the gravest first, then what was stated.
  public var shortcomings: [Shortcoming]
  /// What the plan of the next year has.
  public var nextGoals: [Goal.Content]
  /// Whether every nil report that fell due was made and said that nothing happened: only then is it written
  /// that there was no incident.
  public var isDeclaredQuiet: Bool

  /// Counts a year.
  ///
  /// - Parameter now: When it is counted, while the year runs.
  public init(_ records: Records, of year: Int, in bureau: Bureau, at now: Moment) {
    let counted = Counted(records, year: year, bureau: bureau, now: now)
    let before = Counted(records, year: year - 1, bureau: bureau, now: now)
    self.year = year
    countedOn = min(Day(year, 12, 31), now.day)
    let day = countedOn
    staff = bureau.persons.count { person in
      person.roles != [.observer] && (person.to.map { $0 >= day } ?? true)
    }
    lines = AnnualFigure.all.map { figure in
      Line(
        figure: figure, value: counted.value(of: figure.source),
        before: before.value(of: figure.source))
    }
    group = Dictionary(
      uniqueKeysWithValues: Post.group.map { post in
        (post, bureau.holders(of: post, on: day).map(\.person))
      })
    shortcomings = Shortcoming.all(counted, before, on: day)
    nextGoals = records.goals.filter {
      $0.state != .withdrawn && $0.goal.content.year == year + 1
    }.map(\.goal.content)
    isDeclaredQuiet = counted.isQuiet
  }

  /// A figure by its key; nil where there is no such figure.
  public subscript(key: String) -> Line? { lines.first { $0.figure.key == key } }
}

/// What the ledger holds of one year, counted.
struct Counted {
  let records: AnnualReview.Records
  let year: Int
  let bureau: Bureau
  let now: Moment
  let days: ClosedRange<Day>
  /// The entries of the register of activities that stand, by kind.
  let activities: [ActivityKind.ID: [Activity]]
  /// The breaks of the year that have begun since the office keeps its ledger.
  let breaks: [Break]
  /// Those of their rosters that are in force.
  let rosters: [DutyRoster]
  /// The nil reports that fell due.
  private let nilReports: [NilReport]
  /// How official vehicles were used.
  let use: VehicleUse

  init(_ records: AnnualReview.Records, year: Int, bureau: Bureau, now: Moment) {
    (self.records, self.year, self.bureau, self.now) = (records, year, bureau, now)
    let days = Day(year, 1, 1)...Day(year, 12, 31)
    self.days = days
    let entries = records.activities.activities.filter {
      $0.stands && days.contains($0.content.day)
    }
    activities = Dictionary(grouping: entries, by: \.content.kind)
    let breaks = Self.breaks(in: days, of: bureau, at: now)
    self.breaks = breaks
    rosters = records.rosters.filter { roster in
      roster.isInForce && breaks.contains { $0.key == roster.id.rawValue }
    }
    nilReports = Self.nilReports(in: days, records.incidents, of: bureau, at: now)
    use = records.vehicles.use(in: days, bureau)
  }

  private static func breaks(
    in days: ClosedRange<Day>, of bureau: Bureau, at now: Moment
  ) -> [Break] {
    let begun = bureau.begun ?? days.lowerBound
    return bureau.calendar.breaks(overlapping: days).filter {
      $0.isRound && days.contains($0.firstOff)
        && (begun...max(begun, now.day)).contains($0.firstOff)
    }
  }

  private static func nilReports(
    in days: ClosedRange<Day>, _ book: IncidentBook, of bureau: Bureau, at now: Moment
  ) -> [NilReport] {
    guard let begun = bureau.begun, begun <= days.upperBound else { return [] }
    return book.nilReports(dueOn: days, of: bureau, at: now).filter {
      $0.period.due <= now && $0.period.due.day >= begun
    }
  }

  /// Whether it is the year of the summary, and not the one before.
  private var isSummed: Bool { records.summary.period == .year(year) }

  /// The figures of the yearly summary; nil where nothing was due, walked or found.
  var safety: SafetyFigures? {
    guard isSummed else { return records.summary.before }
    let figures = records.summary.figures
    let isEmpty =
      figures.rounds == 0 && figures.inspections == 0 && figures.hazards.opened == 0
      && figures.hazards.open == 0
    return isEmpty ? nil : figures
  }

  /// The value of a figure; nil where there is no record of such a thing.
  func value(of source: AnnualFigure.Source) -> Int? {
    switch source {
    case .activity(let figure): activities[figure.kind].map(figure.value)
    case .safety(let figure): safety?[figure]
    case .places(let figure): sum(figure.value)
    case .rounds(let triggers): count(of: triggers)
    case .walks(let kind): walks(of: kind)
    case .breaks: breaks.isEmpty ? nil : breaks.count
    case .rosters: breaks.isEmpty ? nil : rosters.count
    case .shifts: rosters.isEmpty ? nil : shifts.count
    case .dutyPersons: rosters.isEmpty ? nil : Set(shifts.flatMap(\.persons)).count
    case .incidents: incidents
    case .nilDue: nilReports.isEmpty ? nil : nilReports.count
    case .rulesIssued, .rulesReviewed:
      hasRules ? records.rules.count { touched($0, source) != nil } : nil
    case .trips, .kilometres, .vehicleEvents: vehicles(source)
    case .weaknessesFound, .weaknessesClosed: weaknesses(source)
    case .goals: goals.isEmpty ? nil : goals.count
    case .goalsDone: goals.isEmpty ? nil : goals.count { $0.state == .done }
    case .nilMade:
      nilReports.isEmpty ? nil : nilReports.count { $0.declaration != nil }
    }
  }

  /// Whether rules were kept in the year: what was not kept yet is a gap.
  private var hasRules: Bool {
    records.rules.contains { $0.content.sort != .paper }
      && bureau.begun.map { $0 <= days.upperBound } ?? true
  }

  /// The first day of the year on which a rule or a plan was issued or revised, or reviewed; nil where it was
  /// not, and for other papers.
  func touched(_ rule: SafetyRule, _ source: AnnualFigure.Source) -> Day? {
    guard rule.content.sort != .paper else { return nil }
    let issued = [rule.content.issued] + rule.revisions.flatMap { [$0.before.issued, $0.day] }
    let touched = source == .rulesReviewed ? rule.reviews.map(\.day) : issued
    return touched.filter { days.contains($0) && $0 <= now.day }.min()
  }

  /// How official vehicles were used; nil where no trip is recorded.
  private func vehicles(_ source: AnnualFigure.Source) -> Int? {
    guard use.trips > 0 else { return nil }
    return switch source {
    case .trips: use.trips
    case .kilometres: use.km
    case _: use.violations + use.accidents
    }
  }

  /// Weaknesses by what became of them in the year; nil where there is none.
  private func weaknesses(_ source: AnnualFigure.Source) -> Int? {
    let (found, closed) = (weaknesses.found.count, weaknesses.closed.count)
    guard found + closed > 0 else { return nil }
    return source == .weaknessesFound ? found : closed
  }

  /// The hazards about weaknesses that were found and closed in the year.
  var weaknesses: CountedWeaknesses { CountedWeaknesses(records.weaknesses, in: days) }

  /// The rounds due in the year.
  var rounds: [MonthlySummary.RoundFigures] {
    isSummed ? records.summary.rounds : records.summary.roundsBefore
  }

  private func sum(_ figure: (MonthlySummary.RoundFigures) -> Int) -> Int? {
    rounds.isEmpty ? nil : rounds.reduce(0) { $0 + figure($1) }
  }

  private func count(of triggers: [Trigger.Kind]) -> Int? {
    let count = rounds.count { triggers.contains($0.trigger) }
    return count == 0 ? nil : count
  }

  private func walks(of kind: PlaceKind) -> Int? {
    let places = Set(bureau.places.filter { $0.kind == kind }.map(\.id))
    let count = records.walks.count {
      days.contains($0.walked) && places.contains($0.occurrence.place)
    }
    return count == 0 ? nil : count
  }

  var shifts: [DutyRow] { rosters.flatMap(shifts) }

  func shifts(of roster: DutyRoster) -> [DutyRow] {
    roster.content.rows.filter { days.contains($0.day) }
  }

  /// Those recorded, or 0 where all that fell due was declared; nil where neither is known.
  private var incidents: Int? {
    let count = records.incidents.incidents(on: days).count
    return count == 0 && !isQuiet ? nil : count
  }

  /// Whether all nil reports that fell due were made and say that nothing happened.
  var isQuiet: Bool {
    records.incidents.incidents(on: days).isEmpty && !nilReports.isEmpty
      && nilReports.allSatisfy(\.saysNone)
  }

  /// Nil reports that fell due and were not made.
  var nilMissing: Int { nilReports.count { $0.declaration == nil } }
  /// The measures of its plan that stand.
  var goals: [GoalProgress] {
    records.goals.filter { $0.goal.content.year == year && $0.state != .withdrawn }
  }
  /// Breaks without a roster.
  var breaksWithoutRoster: Int { breaks.count - rosters.count }
}
