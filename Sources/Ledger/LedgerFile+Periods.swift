import Almanac
import Domain
import GRDB

extension LedgerFile {
  /// A quarter or a year beside the one before, as it stands at a moment.
  ///
  /// - Throws: ``LedgerError``.
  public func summary(of period: SummaryPeriod, at now: Moment) throws -> PeriodSummary {
    try summaryWithWalks(of: period, at: now).summary
  }

  /// The same with every standing walk of the two periods, in brief.
  ///
  /// - Throws: ``LedgerError``.
  public func summaryWithWalks(
    of period: SummaryPeriod, at now: Moment
  ) throws -> (summary: PeriodSummary, walks: [Fulfilment]) {
    try query { records in
      let days = period.previous.first...period.last
      let planned = days.lowerBound...(period.planned ?? period).last
      let walks = try records.fulfilments(in: days)
      let summary = PeriodSummary(
        period, today: now.day, book: try records.book(in: planned, at: now),
        fulfilments: walks, hazards: try records.hazards(openIn: days),
        incidents: try records.incidentBook().figures(
          of: period.days, records.bureau, at: now))
      return (summary, walks)
    }
  }

  /// The figures of a month and of the year so far, or of a longer period and of the one before, on the
  /// records of now.
  ///
  /// - Throws: ``LedgerError``.
  public func figures(
    of period: SummaryPeriod, at now: Moment
  ) throws -> (now: [SummaryFigure: Int], beside: [SummaryFigure: Int]) {
    if case .month(let month) = period {
      let (summary, book) = try query { try $0.summaryWithBook(of: month, at: now) }
      let rounds = book.figures(of: .yearSoFar(month), on: now.day)
      return (summary.values, SummaryFigure.values(of: summary.yearSoFar, rounds: rounds))
    }
    let summary = try summary(of: period, at: now)
    return (summary.values, summary.valuesBefore)
  }

  /// The records behind a figure of a summary, on the records of now.
  ///
  /// - Throws: ``LedgerError``.
  public func records(
    behind figure: SummaryFigure, of span: FigureSpan, at now: Moment
  ) throws -> [FigureRecord] {
    try query { records in
      let days = span.days
      return FigureRecord.all(
        of: figure, in: span, today: now.day, book: try records.book(in: days, at: now),
        fulfilments: try records.fulfilments(in: days), hazards: try records.hazards(openIn: days))
    }
  }
}

extension LedgerRecords {
  /// Every standing walk of some days, in brief.
  func fulfilments(in days: ClosedRange<Day>) throws -> [Fulfilment] {
    try all(
      "SELECT brief FROM inspection WHERE standing AND walked BETWEEN ? AND ?",
      [days.lowerBound.description, days.upperBound.description])
  }

  /// Every hazard that was open at any time of some days, those withdrawn in them too, by number.
  ///
  /// - Parameter condition: What else must hold of them, in SQL.
  func hazards(
    openIn days: ClosedRange<Day>, _ condition: String = "true"
  ) throws -> [Hazard] {
    let first = days.lowerBound.description
    return try all(
      """
      SELECT value FROM hazard WHERE \(condition) AND reported <= ?
        AND (reported >= ? OR state NOT IN ('closed', 'withdrawn')
          OR max(coalesce(value ->> '$.closed.day', ''),
            coalesce(value ->> '$.withdrawn.day', '')) >= ?)
      ORDER BY id
      """, [days.upperBound.description, first, first])
  }
}
