import Almanac
import Domain
import GRDB

extension LedgerRecords {
  /// The incident register with what was declared in nil reports.
  func incidentBook() throws -> IncidentBook {
    IncidentBook(incidents: try incidents(), declarations: try nilDeclarations())
  }
}

extension LedgerFile {
  /// The incident register with what was declared in nil reports, withdrawn incidents included.
  public func incidentBook() throws -> IncidentBook { try query { try $0.incidentBook() } }

  /// The incident of a number, whatever its state; nil if there is none.
  public func incident(_ id: Incident.ID) throws -> Incident? {
    try query { try $0.one("SELECT value FROM incident WHERE id = ?", [id.rawValue]) }
  }
}
