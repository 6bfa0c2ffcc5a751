import Almanac
import Domain
import GRDB

extension LedgerFile {
  /// All things that end by number, retired ones included.
  ///
  /// - Throws: ``LedgerError``.
  public func expiries() throws -> [Expiry] { try query { try $0.expiries() } }

  /// The thing of a number, retired or not; nil if there is none.
  ///
  /// - Throws: ``LedgerError``.
  public func expiry(_ id: Expiry.ID) throws -> Expiry? {
    try query { try $0.one("SELECT value FROM expiry WHERE id = ?", [id.rawValue]) }
  }

  /// All rules of the office by number, repealed ones included.
  ///
  /// - Throws: ``LedgerError``.
  public func rules() throws -> [SafetyRule] { try query { try $0.rules() } }

  /// The rule of a number, repealed or not; nil if there is none.
  ///
  /// - Throws: ``LedgerError``.
  public func rule(_ id: SafetyRule.ID) throws -> SafetyRule? {
    try query { try $0.one("SELECT value FROM rule WHERE id = ?", [id.rawValue]) }
  }
}
