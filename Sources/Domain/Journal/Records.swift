import Almanac

/// What a decision may look up in the ledger, inside the transaction that will write its lines.
public protocol Records {
  var bureau: Bureau { get throws }
  func hazard(_ id: Hazard.ID) throws -> Hazard?
  func openHazards(at place: Place.ID) throws -> [Hazard]
  /// The hazard found at an item of a place that was closed last; nil if none was.
  func lastClosed(at place: Place.ID, item: ItemKey) throws -> Hazard.ID?
  /// The hazards that a record opened, in whatever state.
  func hazards(foundBy inspection: Inspection.ID) throws -> [Hazard]
  func inspection(_ id: Inspection.ID) throws -> Inspection?
  func notice(_ id: RectificationNotice.ID) throws -> RectificationNotice?
  /// The rectification notices that are neither answered nor withdrawn.
  func openNotices() throws -> [RectificationNotice]
  /// The numbers of letters and reports, withdrawn ones included, by name.
  func documentNumbers() throws -> [DocumentNumber]
  /// All duty rosters, withdrawn ones included, by their first day.
  func dutyRosters() throws -> [DutyRoster]
  func activity(_ id: Activity.ID) throws -> Activity?
  /// The whole register of activities, withdrawn entries included.
  func activities() throws -> [Activity]
  /// All incidents, withdrawn ones included, by number.
  func incidents() throws -> [Incident]
  /// All nil reports that were made, by when they were due.
  func nilDeclarations() throws -> [NilDeclaration]
  /// All things that end, retired ones included, by number.
  func expiries() throws -> [Expiry]
  /// All rules of the office, repealed ones included, by number.
  func rules() throws -> [SafetyRule]
  /// The measures of all years' plans, withdrawn ones included, by number.
  func goals() throws -> [Goal]
  /// The assessment of a year; nil where no rules are loaded.
  func assessment(_ id: Assessment.ID) throws -> Assessment?
  /// What somebody said fell short in a year, withdrawn ones included, by number.
  func shortcomings() throws -> [StatedShortcoming]
  /// All assets of the network, retired ones included, by number.
  func assets() throws -> [Asset]
  /// The vehicles with their drivers and trips.
  func vehicleBook() throws -> VehicleBook
  /// What was entered for another in an act; nil if nothing was.
  func enteredAct(_ id: EnteredAct.ID) throws -> EnteredAct?
  /// The standing records of a round.
  func inspections(of round: RoundKey) throws -> [Inspection]
  /// The standing record that fulfils an occurrence.
  func fulfilment(of occurrence: OccurrenceKey) throws -> Fulfilment?
  func checklist(_ id: Checklist.ID) throws -> ChecklistVersion?
  /// A month with its seals so far, as it stands at a moment.
  func sealing(_ month: Month, at now: Moment) throws -> Sealing
  /// The day on which a person last recorded something; nil for one who never did.
  func lastDay(of actor: Person.ID) throws -> Day?
}
