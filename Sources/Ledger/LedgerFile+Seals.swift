import Almanac
import Domain
import Foundation
import GRDB

/// A sealed month as it can be printed again.
public struct SealedPaper: Sendable {
  /// When, by whom and why it was sealed.
  public var seal: Seal
  /// The figures, lists and names as they were.
  public var summary: MonthlySummary
  /// The wording of the paper by language; nil for a month sealed before it was kept.
  public var wording: [String: String]?
  /// What stands on each page.
  public var code: CheckCode
}

extension LedgerFile {
  /// The seals of a month, in order, each with its paper; none while it is not sealed.
  ///
  /// - Throws: ``LedgerError``.
  public func seals(of month: Month) throws -> [SealedPaper] {
    try reading { database in
      try Row.fetchAll(
        database, sql: "SELECT line, hash FROM journal WHERE subject = ? ORDER BY n",
        arguments: [Subject.seal(month).description]
      ).compactMap { row in
        let line = try JSON.value(JournalLine.self, row["line"])
        guard case .sealed(let sealed)? = line.event,
          let code = CheckCode(hash: row["hash"] as Data)
        else { return nil }
        return SealedPaper(
          seal: Seal(sealed, line.stamp), summary: sealed.summary, wording: sealed.wording,
          code: code)
      }
    }
  }

  /// Every seal, by month and number.
  ///
  /// - Throws: ``LedgerError``.
  public func seals() throws -> [Seal] {
    try reading { database in
      let found: [[Seal]] = try LedgerRecords(database: database, calendar: calendar).all(
        "SELECT value FROM master WHERE kind = 'seal' ORDER BY id")
      return found.flatMap { $0 }
    }
  }
}

extension LedgerRecords {
  func sealing(_ month: Month, at now: Moment) throws -> Sealing {
    let summary = try summary(of: month, at: now)
    let bureau = try bureau.asOf(now)
    let seals: [Seal]? = try one(
      "SELECT value FROM master WHERE id = ?", [Subject.seal(month).description])
    return Sealing(
      summary: summary, seals: seals ?? [],
      drafts: try drafts().map(\.occurrence).filter {
        bureau.occurrence($0, around: min(month.last, now.day))?.due.month == month
      }, heads: try heads())
  }

  /// A month's summary as it stands at a moment.
  func summary(of month: Month, at now: Moment) throws -> MonthlySummary {
    try summaryWithBook(of: month, at: now).summary
  }

  /// The same with what is held about the rounds of the year up to the month after it.
  func summaryWithBook(
    of month: Month, at now: Moment
  ) throws -> (summary: MonthlySummary, book: RoundBook) {
    let first = Day(month.year, 1, 1)
    let book = try book(in: first...month.next.last, at: now)
    let summary = MonthlySummary(
      month: month, today: now.day, book: book,
      fulfilments: try fulfilments(in: first...month.last),
      hazards: try hazards(openIn: first...month.last), late: try late(shownIn: month),
      incidents: try incidentBook().figures(of: month.days, bureau, at: now))
    return (summary, book)
  }

  /// What was recorded for months already sealed and shows first in a month's summary.
  private func late(shownIn month: Month) throws -> [LateEntry] {
    let sealed: [[Seal]] = try all("SELECT value FROM master WHERE kind = 'seal'")
    let seals = Dictionary(sealed.compactMap { list in list.first.map { ($0.month, list) } }) {
      first, _ in first
    }
    guard seals.keys.contains(where: { $0 < month }) else { return [] }
    let changed: [Inspection] = try all(
      "SELECT value FROM inspection WHERE latest >= ? AND walked < ? ORDER BY id",
      [month.previous.first.description, month.first.description])
    return try changed.filter { seals[$0.day.month] != nil }.flatMap { record in
      try lines(of: .inspection(record.id)).compactMap { line -> LateEntry? in
        guard case .inspection(let event)? = line.event else { return nil }
        return LateEntry(event, of: record, line.stamp, sealed: seals[record.day.month])
      }
    }
    .filter { $0.shownIn == month }
  }

  private func lines(of subject: Subject) throws -> [JournalLine] {
    try String.fetchAll(
      database, sql: "SELECT line FROM journal WHERE subject = ? ORDER BY n",
      arguments: [subject.description]
    ).map { try JSON.value(JournalLine.self, $0) }
  }

  /// The last line of each device's chain, by device.
  private func heads() throws -> [ChainHead] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT device, seq, hash FROM journal
        WHERE (device, seq) IN (SELECT device, max(seq) FROM journal GROUP BY device)
        ORDER BY device
        """
    ).map {
      ChainHead(
        device: $0["device"], sequence: $0["seq"],
        hash: ($0["hash"] as Data).map(hexadecimal).joined())
    }
  }
}
