import Almanac
import Domain
import GRDB

extension LedgerFile {
  /// The vehicles with their drivers and all their trips.
  ///
  /// - Throws: ``LedgerError``.
  public func vehicleBook() throws -> VehicleBook { try query { try $0.vehicleBook() } }
}

extension LedgerRecords {
  /// The vehicles with the trips that are not over and the last one of each, which tells its mileage.
  func presentVehicles(in bureau: Bureau) throws -> VehicleBook {
    try vehicleBook(
      in: bureau,
      trips: """
        SELECT value FROM trip WHERE open = 1 OR id IN
          (SELECT id FROM (SELECT id, max(at) FROM trip WHERE at <> '' GROUP BY vehicle))
        ORDER BY id
        """)
  }

  /// The vehicles with the trips that a statement finds.
  func vehicleBook(in bureau: Bureau, trips: String) throws -> VehicleBook {
    VehicleBook(
      bureau: bureau, vehicles: try all("SELECT value FROM vehicle ORDER BY id"),
      drivers: try all("SELECT value FROM driver ORDER BY id"), trips: try all(trips),
      expiries: try all("SELECT value FROM expiry WHERE open = 1 ORDER BY id"))
  }
}
