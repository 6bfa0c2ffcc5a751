import Almanac

/// A quarter or a year on paper (季度、年度安全检查情况汇总), beside the one before.
///
/// Counted as the monthly summary counts (``MonthlySummary``), on the records of now: what was recorded late
/// is in it, while a month once sealed keeps what its paper said.
public struct PeriodSummary: Hashable, Sendable {
  /// One month of the period.
  public struct MonthFigures: Hashable, Sendable {
    /// The rounds due in it.
    public var completion: CompletionByMonth.Figures
    /// The movement of hazards in it, and how they stood at its end.
    public var hazards: HazardFigures

    /// The month.
    public var month: Month { completion.month }
  }

  /// How much of a category was found, and how much in the period before.
  public struct CategoryCount: Hashable, Sendable {
    /// The kind of danger.
    public var category: HazardCategory
    /// What walks found, as ``CountedFindings`` counts it.
    public var findings: Int
    /// Hazards registered in the period.
    public var found: Int
    /// Hazards registered in the period before.
    public var before: Int
  }

  /// What is summed up.
  public var period: SummaryPeriod
  /// The last day counted: the period's last, or today while it runs.
  public var countedOn: Day
  /// The names of all that it mentions.
  public var names: Names
  /// Its figures.
  public var figures: SafetyFigures
  /// Those of the period before, counted on its last day; nil where nothing was due, walked or found in it.
  public var before: SafetyFigures?
  /// Month by month, up to the day of counting.
  public var months: [MonthFigures]
  /// The rounds due in it.
  public var rounds: [MonthlySummary.RoundFigures]
  /// Those due in the period before, as they stood on the day after it; empty where ``before`` is nil.
  public var roundsBefore: [MonthlySummary.RoundFigures]
  /// What was not walked in time, in order of its rounds.
  public var lapses: [MonthlySummary.Lapse]
  /// The rounds due in the next period; none after a year.
  public var next: [MonthlySummary.RoundFigures]
  /// The incidents of the period and what its nil reports say.
  public var incidents: IncidentFigures
  /// Findings and hazards by category, most hazards first.
  public var byCategory: [CategoryCount]
  /// By section, with those open and overdue at the end; nil stands for no section.
  public var bySection: [MonthlySummary.SectionCount]
  /// Findings and hazards by place, most hazards first.
  public var byPlace: [MonthlySummary.PlaceCount]
  /// Open at the end, most pressing first.
  public var open: [OpenHazard]

  /// Open hazards that only a leader's decision moves on.
  public var decisions: [OpenHazard] { open.filter { $0.isForDecision(on: countedOn) } }

  /// - Parameters:
  ///   - book: What the ledger holds about the rounds of the period, of the one before and of the one planned.
  ///   - fulfilments: Every standing walk of the two.
  ///   - hazards: Every hazard that was open at any time of the two.
  ///   - incidents: The incidents of the period with what its nil reports say.
  public init(
    _ period: SummaryPeriod, today: Day, book: RoundBook, fulfilments: [Fulfilment],
    hazards: [Hazard], incidents: IncidentFigures
  ) {
    let countedOn = min(period.last, today)
    let earlier = period.previous
    let due = book.due(in: .period(period), on: today)
    let found = hazards.filter { period.days.contains($0.reported) && $0.reported <= countedOn }
    let foundBefore = hazards.filter { earlier.days.contains($0.reported) }
    let remaining = hazards.filter { $0.isOpen(atEndOf: countedOn) }
    self.period = period
    self.countedOn = countedOn
    self.incidents = incidents
    rounds = due.map { MonthlySummary.RoundFigures($0, in: book.bureau) }
    lapses = due.flatMap { round in round.rooms.compactMap { $0.lapse(in: round, book.notes) } }
    next =
      period.planned.map { planned in
        book.rounds(in: planned.days, on: min(period.last + 1, today))
          .filter { planned.days.contains($0.due) }
          .map { MonthlySummary.RoundFigures($0, in: book.bureau) }
      } ?? []
    figures = SafetyFigures(
      days: period.days, countedOn: countedOn, rounds: due.count, fulfilments: fulfilments,
      hazards: hazards)
    let dueBefore = book.due(in: .period(earlier), on: today)
    before = Self.before(earlier.days, today: today, dueBefore.count, fulfilments, hazards)
    roundsBefore =
      before == nil ? [] : dueBefore.map { MonthlySummary.RoundFigures($0, in: book.bureau) }
    months = period.months.filter { $0.first <= countedOn }.map { month in
      MonthFigures(
        completion: .init(month, today: today, book: book),
        hazards: .init(days: month.days, countedOn: min(month.last, today), hazards: hazards))
    }
    let findings = CountedFindings(
      CountedWalks(days: period.days, countedOn: countedOn, fulfilments: fulfilments),
      hazards: hazards)
    byCategory = HazardCategory.allCases.map { category in
      CategoryCount(
        category: category, findings: findings.byCategory[category] ?? 0,
        found: found.count { $0.report.category == category },
        before: foundBefore.count { $0.report.category == category })
    }
    .filter { $0.findings + $0.found + $0.before > 0 }
    .sorted { ($1.found, $1.before, $1.findings) < ($0.found, $0.before, $0.findings) }
    bySection = MonthlySummary.sections(found: found, remaining: remaining, on: countedOn)
    byPlace = MonthlySummary.places(findings, found: found, book.bureau)
    open = OpenHazard.inOrder(remaining, atEndOf: countedOn)
    names = Names(
      of: book.bureau,
      sections: bySection.map(\.section) + byPlace.map(\.section) + open.map(\.section),
      persons: open.map(\.person),
      places: lapses.map(\.place) + byPlace.map(\.place) + open.map(\.place))
  }

  private static func before(
    _ days: ClosedRange<Day>, today: Day, _ due: Int, _ fulfilments: [Fulfilment],
    _ hazards: [Hazard]
  ) -> SafetyFigures? {
    guard days.upperBound < today else { return nil }
    let figures = SafetyFigures(
      days: days, countedOn: days.upperBound, rounds: due, fulfilments: fulfilments,
      hazards: hazards)
    let isEmpty =
      figures.inspections == 0 && figures.hazards.opened == 0 && figures.hazards.open == 0
      && figures.hazards.closed == 0
    return isEmpty ? nil : figures
  }
}
