import Almanac
import Domain
import GRDB

extension LedgerFile {
  /// The register of activities by number, withdrawn entries included.
  ///
  /// - Throws: ``LedgerError``.
  public func activities() throws -> [Activity] { try query { try $0.activities() } }

  /// The activity of a number, whatever became of it; nil if there is none.
  ///
  /// - Throws: ``LedgerError``.
  public func activity(_ id: Activity.ID) throws -> Activity? { try query { try $0.activity(id) } }
}

extension LedgerRecords {
  /// What somebody may have to read or to carry out.
  func pendingActivities(on today: Day) throws -> [Activity] {
    try all(
      "SELECT value FROM activity WHERE open = 1 OR day >= ? ORDER BY day, id",
      [(today - Agenda.circularNotice).description])
  }
}
