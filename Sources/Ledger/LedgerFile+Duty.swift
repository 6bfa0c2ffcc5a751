import Almanac
import Domain
import GRDB

extension LedgerFile {
  /// The duty rosters by their first day, withdrawn ones included.
  ///
  /// - Parameter day: Only those whose last day is not before it; all when nil.
  public func dutyRosters(from day: Day? = nil) throws -> [DutyRoster] {
    try query { records in
      try records.all(
        "SELECT value FROM duty WHERE last >= ? ORDER BY first, id", [day?.description ?? ""])
    }
  }

  /// The roster of a name, whatever its state; nil if there is none.
  public func dutyRoster(_ id: DutyRoster.ID) throws -> DutyRoster? {
    try query { try $0.one("SELECT value FROM duty WHERE id = ?", [id.rawValue]) }
  }
}
