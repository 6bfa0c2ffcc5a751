import Almanac

/// What a list of open hazards shows: their order, and a stretch of it.
public struct HazardListing: Hashable, Sendable {
  /// By what they are ordered.
  public var order: HazardOrder
  /// What was typed to narrow the list; empty for all of them.
  public var words: String
  /// The first row wanted, from 0.
  public var first: Int
  /// The hazard around which rows are wanted instead, wherever it stands.
  public var around: Hazard.ID?

  /// The rows of an answer: some screens full, so that most keys ask for nothing.
  public static let rows = 240

  /// The rows from one on, or those around a hazard.
  public init(
    order: HazardOrder = .urgency, words: String = "", first: Int = 0, around: Hazard.ID? = nil
  ) {
    self.order = order
    self.words = words
    self.first = first
    self.around = around
  }

  /// The rows to answer.
  ///
  /// - Parameters:
  ///   - total: The rows of the whole list.
  ///   - index: Where ``around`` stands in it; nil where it does not.
  public func stretch(of total: Int, around index: Int?) -> Range<Int> {
    let wanted = index.map { $0 - Self.rows / 2 } ?? first
    let start = max(0, min(wanted, total - Self.rows))
    return start..<min(total, start + Self.rows)
  }
}

/// A stretch of a list of open hazards.
public struct HazardWindow: Sendable {
  /// The rows of the whole list, as far as the words narrow it.
  public var total: Int
  /// Which row of the list the first of ``hazards`` is.
  public var first: Int
  /// The hazards of the stretch, in order.
  public var hazards: [Hazard]
  /// Where the hazard asked for stands in the whole list; nil where it does not.
  public var found: Int?
  /// How many hazards are open, whatever the words.
  public var counts: HazardCounts
  /// How many of them are major.
  public var major: Int

  /// A stretch from its rows and the figures of the whole.
  public init(
    total: Int, first: Int, hazards: [Hazard], found: Int?, counts: HazardCounts, major: Int
  ) {
    self.total = total
    self.first = first
    self.hazards = hazards
    self.found = found
    self.counts = counts
    self.major = major
  }

  /// The stretch that a listing asks for, from hazards held in memory: what a ledger's answer is held to.
  ///
  /// - Parameter admits: Whether the listing's words find a hazard.
  public init(
    of hazards: [Hazard], _ listing: HazardListing, on day: Day, admits: (HazardBrief) -> Bool
  ) {
    let open = hazards.filter(\.isOpen)
    let shown = open.filter { admits(HazardBrief($0)) }.sorted(in: listing.order)
    let found = listing.around.flatMap { id in shown.firstIndex { $0.id == id } }
    let stretch = listing.stretch(of: shown.count, around: found)
    self.init(
      total: shown.count, first: stretch.lowerBound, hazards: Array(shown[stretch]), found: found,
      counts: HazardCounts(open, on: day), major: open.count { $0.severity == .major })
  }

  /// The hazard of a row of the list; nil where the stretch does not reach it.
  public subscript(row: Int) -> Hazard? {
    hazards.indices.contains(row - first) ? hazards[row - first] : nil
  }
}
