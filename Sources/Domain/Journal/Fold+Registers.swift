import Almanac

/// Registers that are read whole, out of what is folded.
extension Fold {
  /// The numbers of letters and reports, withdrawn ones included, by name.
  public func documentNumbers() -> [DocumentNumber] { numbers.values.sorted { $0.id < $1.id } }
  /// All duty rosters, by their first day.
  public func dutyRosters() -> [DutyRoster] {
    rosters.values.sorted { ($0.content.first, $0.id) < ($1.content.first, $1.id) }
  }
  /// The register of activities by number, withdrawn entries included.
  public func activities() -> [Activity] { register.values.sorted { $0.id < $1.id } }
  /// All incidents, by number.
  public func incidents() -> [Incident] { incidentsByID.values.sorted { $0.id < $1.id } }
  /// All nil reports that were made, by when they were due.
  public func nilDeclarations() -> [NilDeclaration] {
    declarations.values.sorted { $0.id < $1.id }
  }
  /// All things that end, by number.
  public func expiries() -> [Expiry] { expiriesByID.values.sorted { $0.id < $1.id } }
  /// All rules of the office, by number.
  public func rules() -> [SafetyRule] { rulesByID.values.sorted { $0.id < $1.id } }
  /// The measures of all years' plans, by number.
  public func goals() -> [Goal] { goalsByID.values.sorted { $0.id < $1.id } }
  /// All assets of the network, by number.
  public func assets() -> [Asset] { assetsByID.values.sorted { $0.id < $1.id } }
  /// The assessment of a year; nil where no rules are loaded.
  public func assessment(_ id: Assessment.ID) -> Assessment? { assessments[id] }
  /// What somebody said fell short, by number.
  public func shortcomings() -> [StatedShortcoming] {
    shortcomingsByID.values.sorted { $0.id < $1.id }
  }
  /// The vehicles with their drivers and trips.
  public func vehicleBook() -> VehicleBook {
    VehicleBook(
      bureau: bureau, vehicles: Array(vehiclesByID.values), drivers: Array(driversByID.values),
      trips: Array(tripsByID.values), expiries: expiries())
  }
}
