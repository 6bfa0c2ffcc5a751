import Almanac
import ArgumentParser
import Canvas
import Domain
import Ledger
import Reports

/// The hazards that an authority has listed, for the leader's desk.
struct ListedReport: ParsableCommand {
  static let configuration = about(
    "listed", zh: "挂牌督办隐患清单", en: "hazards under listed supervision")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    try output.send(session.listed(), json: session.listedJSON(), on: session.today)
  }
}

extension Session {
  /// Every hazard that was ever listed, in the order of the list.
  func listedHazards() throws -> [Hazard] {
    ListedHazards.listed(try ledger.hazards(HazardFilter(states: .all)))
  }

  /// The list for the leader's desk.
  func listed() throws -> Document {
    ListedHazards.document(
      hazards: try listedHazards(), bureau: try ledger.bureau(), today: today, language: language)
  }

  /// The same in JSON.
  func listedJSON() throws -> [ListedJSON] {
    try listedHazards().map { hazard in
      ListedJSON(
        hazard: HazardJSON(hazard, on: today), listing: hazard.oversight.listing,
        delisting: hazard.oversight.delisting)
    }
  }
}

/// A hazard with the authority's acts, in JSON.
struct ListedJSON: Encodable {
  var hazard: HazardJSON
  @Nullable var listing: Oversight.AuthorityAct?
  @Nullable var delisting: Oversight.AuthorityAct?
}
