import Almanac
import Domain

@testable import Screens

/// What the desk's ledger answers about assets of the network.
extension Desk {
  /// The register as it stands.
  var assetBook: AssetBook {
    let places = fold.inspections.values.filter { $0.withdrawn == nil }.map(Fulfilment.init)
      .sorted { $0.walked < $1.walked }
    return AssetBook(
      fold.assets(), bureau: fold.bureau,
      rounds: book.rounds(in: AssetBook.window(before: today), on: today),
      patrols: Dictionary(places.map { ($0.occurrence.place, $0) }) { $1 },
      hazards: Array(fold.hazards.values), on: today)
  }
}
