import Almanac
import Domain
import GRDB

/// Drafts: saved at every key, not yet records.
extension LedgerFile {
  /// Saves a draft; on disk when this returns.
  ///
  /// - Throws: ``LedgerError``.
  public func save(_ draft: Draft) throws {
    let text = try JSON.text(draft)
    try writing {
      try $0.execute(
        sql: "INSERT OR REPLACE INTO draft (occurrence, owner, saved, value) VALUES (?, ?, ?, ?)",
        arguments: [
          draft.occurrence.description, draft.owner.rawValue, draft.saved.description, text,
        ])
    }
  }

  /// Throws a draft away.
  ///
  /// - Returns: Whether there was one.
  /// - Throws: ``LedgerError``.
  @discardableResult
  public func discardDraft(_ occurrence: OccurrenceKey) throws -> Bool {
    try writing {
      try $0.execute(
        sql: "DELETE FROM draft WHERE occurrence = ?", arguments: [occurrence.description])
      return $0.changesCount > 0
    }
  }

  /// All drafts, the one saved last first.
  public func drafts() throws -> [Draft] {
    try reading { try LedgerRecords(database: $0, calendar: calendar).drafts() }
  }
}
