import Almanac
import Domain

extension ActivityBook {
  /// The screen with the entries of a year that a figure counts; nil where there are none.
  func screen(
    behind figure: ActivityFigure, of year: Int, _ context: Context
  ) -> (any Screen)? {
    guard let kind = kinds.first(where: { $0.id == figure.kind }) else { return nil }
    let totals = ActivityTotals(
      of: .year(year), activities, kinds: kinds, bureau: context.bureau, today: context.today)
    return totals.row(figure).map { row in
      ActivitiesScreen(behind: .init(row: row, kind: kind, period: .year(year)))
    }
  }
}
