import Domain
import GRDB

extension LedgerFile {
  /// The rectification notices, the latest first.
  ///
  /// - Parameter isOpen: Only those that are neither answered nor withdrawn.
  public func rectificationNotices(isOpen: Bool = false) throws -> [RectificationNotice] {
    try query { records in
      try records.all("SELECT value FROM notice WHERE open >= ? ORDER BY id DESC", [isOpen ? 1 : 0])
    }
  }

  /// The numbers of letters and reports, withdrawn ones included, by name.
  public func documentNumbers() throws -> [DocumentNumber] {
    try query { try $0.documentNumbers() }
  }

  /// The notices that a hazard stands on, the first first; withdrawn ones are left out.
  public func rectificationNotices(about hazard: Hazard.ID) throws -> [RectificationNotice] {
    try rectificationNotices().reversed().filter { notice in
      notice.state != .withdrawn && notice.content.lines.contains { $0.hazard == hazard }
    }
  }
}
