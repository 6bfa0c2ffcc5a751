import Almanac
import Domain

extension LedgerFile {
  /// How much of what was due was checked in each of some months, as it stands at a moment.
  ///
  /// - Throws: ``LedgerError``.
  public func completion(of months: ClosedRange<Month>, at now: Moment) throws -> CompletionByMonth
  {
    try query { records in
      CompletionByMonth(
        countedOn: min(months.upperBound.last, now.day),
        months: try sequence(first: months.lowerBound, next: \.next)
          .prefix { $0 <= months.upperBound }
          .map { month in
            CompletionByMonth.Figures(
              month, today: now.day, book: try records.book(in: month.days, at: now))
          })
    }
  }
}
