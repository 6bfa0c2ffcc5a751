import Almanac
import ArgumentParser
import Canvas
import Domain
import Ledger
import Reports

/// How the vehicles were used in a month, on paper.
struct VehiclesReport: ParsableCommand {
  static let configuration = about(
    "vehicles", zh: "公务用车使用登记表", en: "the use of the vehicles in a month")
  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "月份，如 2026-11（本月）", en: "the month, as 2026-11 (this one)"))
  var month: Month?
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let (document, json) = try session.vehicleUse(of: month ?? session.today.month)
    try output.send(document, json: json, on: session.today)
  }
}

/// The dispatch sheet of a trip on paper.
struct TripReport: ParsableCommand {
  static let configuration = about("trip", zh: "派车单", en: "the dispatch sheet of a trip")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号，如 YC2026-001", en: "its number, as YC2026-001")) var id: String
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let (document, json) = try session.dispatchSheet(of: id)
    try output.send(document, json: json, on: session.today)
  }
}

extension Session {
  /// The table of a month, and what its JSON holds.
  func vehicleUse(of month: Month) throws -> (document: Document, json: any Encodable) {
    let (book, bureau) = (try ledger.vehicleBook(), try ledger.bureau())
    let use = book.use(in: month.days, bureau)
    return (
      VehicleUsePaper.document(use, of: month, book, bureau: bureau, language: language),
      VehicleUseJSON(use, bureau)
    )
  }

  /// The sheet of a trip, and what its JSON holds.
  ///
  /// - Throws: `VehicleError.noSuchTrip`.
  func dispatchSheet(of id: String) throws -> (document: Document, json: any Encodable) {
    let trip = try trip(id)
    return (
      DispatchSheet.document(
        trip, try ledger.vehicleBook(), check: try checkBeforeTrip(),
        bureau: try ledger.bureau(), language: language), TripJSON(trip)
    )
  }
}

/// `report vehicles --format json`.
struct VehicleUseJSON: Encodable {
  struct Reading: Encodable {
    var day: Day
    var km: Int
  }

  struct Gap: Encodable {
    var from: Reading
    var to: Reading
    var km: Int
  }

  struct Share: Encodable {
    var vehicle: Place.ID
    var name: String
    var trips: [TripJSON]
    var km: Int
    var unaccountedKm: Int
    var gaps: [Gap]
  }

  var from: Day
  var to: Day
  var trips: Int
  var km: Int
  var unaccountedKm: Int
  var violations: Int
  var accidents: Int
  var vehicles: [Share]

  init(_ use: VehicleUse, _ bureau: Bureau) {
    (from, to) = (use.days.lowerBound, use.days.upperBound)
    (trips, km, unaccountedKm) = (use.trips, use.km, use.unaccounted)
    (violations, accidents) = (use.violations, use.accidents)
    vehicles = use.shares.map { share in
      Share(
        vehicle: share.id, name: bureau.name(share.id), trips: share.trips.map(TripJSON.init),
        km: share.km, unaccountedKm: share.unaccounted,
        gaps: share.gaps.map { gap in
          Gap(
            from: Reading(day: gap.from.day, km: gap.from.km),
            to: Reading(day: gap.to.day, km: gap.to.km), km: gap.km)
        })
    }
  }
}
