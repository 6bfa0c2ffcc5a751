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
    let days = Day(year - 1, 1, 1)...Day(year, 12, 31)
    let walks = book.fulfilments.values.filter { days.contains($0.walked) }
      .sorted { $0.inspection < $1.inspection }
    return AnnualReview(
      .init(
        summary: PeriodSummary(
          .year(year), today: today, book: book, fulfilments: walks,
          hazards: fold.hazards.values.sorted { $0.id < $1.id }),
        walks: walks, activities: try activityBook, rosters: fold.dutyRosters(),
        incidents: fold.incidentBook,
        goals: (year - 1...year + 1).flatMap { goals(of: $0) },
        shortcomings: fold.shortcomings()), of: year, in: fold.bureau, at: Self.now)
  }
}
