import Almanac
import Domain

/// A place that was not walked in time.
struct LapseJSON: Encodable {
  var round: String
  var place: Place.ID
  var due: Day
  var state: OccurrenceState
  /// Missed, even if it was made up since.
  var missed: Bool
  @Nullable var walked: Day?
  @Nullable var reason: String?

  init(_ lapse: MonthlySummary.Lapse) {
    round = lapse.id.description
    (place, due, state) = (lapse.place, lapse.due, lapse.state)
    (missed, walked, reason) = (lapse.wasMissed, lapse.walked, lapse.reason)
  }
}

/// `report month --format json`.
struct MonthJSON: Encodable {
  /// A round of the month.
  struct RoundFigures: Encodable {
    var id: String
    var plan: String
    var period: String
    var title: Bilingual
    var due: Day
    var total: Int
    var done: Int
    var late: Int
    var missed: Int
    var excused: Int
    var state: OccurrenceState
    var provisional: Bool

    init(_ figures: MonthlySummary.RoundFigures) {
      id = figures.id.description
      plan = figures.id.plan.rawValue
      period = figures.id.period
      title = figures.title
      due = figures.due
      total = figures.total
      done = figures.done
      late = figures.late
      missed = figures.missed
      excused = figures.excused
      state = figures.state
      provisional = figures.isProvisional
    }
  }

  var period: String
  var countedOn: Day
  @Nullable var seal: SealJSON?
  var rounds: [RoundFigures]
  var lapses: [LapseJSON]
  var month: SafetyFigures
  var year: SafetyFigures
  var byCategory: [MonthlySummary.CategoryCount]
  var bySection: [MonthlySummary.SectionCount]
  var byPlace: [MonthlySummary.PlaceCount]
  var open: [Hazard.ID]
  /// Of the open, those that leaders are asked to decide about.
  var decisions: [Hazard.ID]
  var next: [RoundFigures]
  @Nullable var incidents: IncidentFigures?
  var late: [LateEntry]

  init(_ paper: MonthPaper) {
    let summary = paper.summary
    seal = paper.sealed.map(SealJSON.init)
    period = summary.month.description
    countedOn = summary.countedOn
    rounds = summary.rounds.map(RoundFigures.init)
    lapses = summary.lapses.map(LapseJSON.init)
    month = summary.figures
    year = summary.yearSoFar
    (byCategory, bySection) = (summary.byCategory, summary.bySection)
    byPlace = summary.byPlace
    open = summary.open.map(\.id)
    decisions = summary.decisions.map(\.id)
    next = summary.next.map(RoundFigures.init)
    incidents = summary.incidents
    late = summary.late
  }
}

/// `report quarter` and `report year` in JSON.
struct PeriodJSON: Encodable {
  /// One month of it.
  struct MonthFigures: Encodable {
    var month: Month
    var rounds: Int
    var total: Int
    var done: Int
    var late: Int
    var missed: Int
    var excused: Int
    var hazards: HazardFigures
  }

  /// Findings and hazards of a category.
  struct Category: Encodable {
    var category: HazardCategory
    var findings: Int
    var found: Int
    var before: Int
  }

  var period: String
  var countedOn: Day
  var rounds: [MonthJSON.RoundFigures]
  var figures: SafetyFigures
  @Nullable var before: SafetyFigures?
  var months: [MonthFigures]
  var byCategory: [Category]
  var bySection: [MonthlySummary.SectionCount]
  var byPlace: [MonthlySummary.PlaceCount]
  var lapses: [LapseJSON]
  var open: [Hazard.ID]
  /// Of the open, those that leaders are asked to decide about.
  var decisions: [Hazard.ID]
  /// The rounds of the next period; none after a year.
  var next: [MonthJSON.RoundFigures]
  var incidents: IncidentFigures

  init(_ summary: PeriodSummary) {
    period = summary.period.description
    countedOn = summary.countedOn
    rounds = summary.rounds.map(MonthJSON.RoundFigures.init)
    figures = summary.figures
    before = summary.before
    months = summary.months.map { month in
      let walks = month.completion
      return MonthFigures(
        month: month.month, rounds: walks.rounds, total: walks.total, done: walks.done,
        late: walks.late, missed: walks.missed, excused: walks.excused, hazards: month.hazards)
    }
    byCategory = summary.byCategory.map {
      Category(
        category: $0.category, findings: $0.findings, found: $0.found, before: $0.before)
    }
    bySection = summary.bySection
    byPlace = summary.byPlace
    lapses = summary.lapses.map(LapseJSON.init)
    open = summary.open.map(\.id)
    decisions = summary.decisions.map(\.id)
    next = summary.next.map(MonthJSON.RoundFigures.init)
    incidents = summary.incidents
  }
}
