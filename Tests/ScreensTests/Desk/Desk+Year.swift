import Almanac
import Domain
import TestSupport

@testable import Screens

/// What the desk's ledger answers about the year.
extension Desk {
  /// The measures of a year as the ledger counts them.
  func goals(of year: Int) -> [GoalProgress] {
    fold.goals().filter { $0.content.year == year }.map { goal in
      GoalProgress(
        goal, rounds: book.rounds(in: Day(year, 1, 1)...Day(year, 12, 31), on: today),
        activities: fold.activities(), on: today)
    }
  }

  /// What is looked at before a trip.
  var checkBeforeTrip: [Bilingual] {
    get throws { fold.checklist(Checklist.ofVehicles)?.content.beforeTrip ?? [] }
  }

  /// The register of activities with all its kinds.
  var activityBook: ActivityBook {
    get throws {
      ActivityBook(
        kinds: ActivityKind.all(
          try Shipped.activityKinds.get(), known: fold.bureau.activityKinds),
        activities: fold.activities())
    }
  }

  /// What a year came to.
  func annualReview(of year: Int) throws -> AnnualReview {
    AnnualReview(try annualRecords(of: year), of: year, in: fold.bureau, at: Self.now)
  }

  /// What is asked in a year and what was done.
  func coverage(of year: Int) throws -> Coverage {
    Coverage(
      .init(
        annual: try annualRecords(of: year), expiries: fold.expiries(), rules: fold.rules(),
        checklists: fold.bureau.checklists.compactMap { fold.checklist($0.id)?.content }),
      of: year, in: fold.bureau, at: Self.now)
  }

  /// A year's assessment held against the ledger.
  func assessmentReview(of year: Int) throws -> AssessmentReview? {
    try fold.assessment(Identifier("\(year)")).map {
      AssessmentReview($0, try annualReview(of: year), try coverage(of: year))
    }
  }

  func periodSummary(of period: SummaryPeriod) -> PeriodSummary {
    let days = period.previous.first...period.last
    return PeriodSummary(
      period, today: today, book: book,
      fulfilments: book.fulfilments.values.filter { days.contains($0.walked) }
        .sorted { $0.inspection < $1.inspection },
      hazards: fold.hazards.values.sorted { $0.id < $1.id },
      incidents: fold.incidentBook.figures(of: period.days, fold.bureau, at: Self.now))
  }

  func figures(of period: SummaryPeriod) -> Reply {
    guard case .month(let month) = period else {
      let summary = periodSummary(of: period)
      return .figures(period, summary.values, beside: summary.valuesBefore)
    }
    let summary = summary(of: month)
    return .figures(
      period, summary.values,
      beside: SummaryFigure.values(
        of: summary.yearSoFar, rounds: book.figures(of: .yearSoFar(month), on: today)))
  }

  func annualRecords(of year: Int) throws -> AnnualReview.Records {
    let days = Day(year - 1, 1, 1)...Day(year, 12, 31)
    let walks = book.fulfilments.values.filter { days.contains($0.walked) }
      .sorted { $0.inspection < $1.inspection }
    return AnnualReview.Records(
      summary: periodSummary(of: .year(year)), walks: walks, activities: try activityBook,
      rosters: fold.dutyRosters(),
      incidents: fold.incidentBook,
      goals: (year - 1...year + 1).flatMap { goals(of: $0) },
      vehicles: fold.vehicleBook(),
      weaknesses: fold.hazards.values.filter { $0.report.weakness != nil },
      shortcomings: fold.shortcomings(), rules: fold.rules())
  }
}
