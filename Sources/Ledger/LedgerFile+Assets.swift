import Almanac
import Domain
import GRDB

extension LedgerFile {
  /// All assets by number, retired ones included.
  ///
  /// - Throws: ``LedgerError``.
  public func assets() throws -> [Asset] { try query { try $0.assets() } }

  /// The register of assets as it stands at a moment: with the last patrols, what is open and what is missing.
  ///
  /// - Throws: ``LedgerError``.
  public func assetBook(at now: Moment) throws -> AssetBook {
    try query { records in
      let (assets, bureau, today) = (try records.assets(), try records.bureau.asOf(now), now.day)
      let places = Set(assets.compactMap(\.content.place))
      var patrols: [Place.ID: Fulfilment] = [:]
      for place in places { patrols[place] = try records.lastPatrol(of: place) }
      let window = AssetBook.window(before: today)
      return AssetBook(
        assets, bureau: bureau, rounds: try records.rounds(at: places, in: window, bureau, now),
        patrols: patrols, hazards: try records.openWeaknesses(), on: today)
    }
  }

  /// Every hazard that is about a weakness and was found by the end of a period or is open, by number.
  ///
  /// - Throws: ``LedgerError``.
  public func weaknesses(in days: ClosedRange<Day>) throws -> [Hazard] {
    try query {
      try $0.hazards(openIn: days, "value ->> '$.report.weakness' IS NOT NULL")
    }
  }
}

extension LedgerRecords {
  /// The last standing record of a place in brief; nil while it was never walked.
  fileprivate func lastPatrol(of place: Place.ID) throws -> Fulfilment? {
    try one(
      """
      SELECT brief FROM inspection WHERE place = ? AND standing
      ORDER BY walked DESC, id DESC LIMIT 1
      """, [place.rawValue])
  }

  fileprivate func openWeaknesses() throws -> [Hazard] {
    try all(
      """
      SELECT value FROM hazard
      WHERE open = 1 AND value ->> '$.report.weakness.asset' IS NOT NULL ORDER BY id
      """)
  }

  /// The rounds of a window with nothing but some places in them.
  fileprivate func rounds(
    at places: Set<Place.ID>, in window: ClosedRange<Day>, _ bureau: Bureau, _ now: Moment
  ) throws -> [Round] {
    guard !places.isEmpty else { return [] }
    var bureau = bureau
    bureau.places = bureau.places.filter { places.contains($0.id) }
    let keys = Set(bureau.occurrences(in: window).map(\.key.round))
    return try book(of: keys, in: bureau).rounds(in: window, on: now.day)
  }
}
