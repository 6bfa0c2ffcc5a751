import Almanac
import Domain

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

  /// The register of activities with all its kinds.
  var activityBook: ActivityBook {
    get throws {
      ActivityBook(
        kinds: ActivityKind.all(
          try Shipped.activityKinds.get(), known: fold.bureau.activityKinds),
        activities: fold.activities())
    }
  }
}
