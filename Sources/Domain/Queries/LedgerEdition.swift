import Almanac

/// Which ledger something was exported from, and how far its journal had been written.
public struct LedgerEdition: Hashable, Sendable {
  /// The ledger's own id, a UUID, given when it was made.
  public var ledger: String
  /// Lines of the journal; never fewer later.
  public var lines: Int
  /// When the last of them was written.
  public var latest: Moment

  /// An edition from the ledger's id, its number of lines and the time of the last.
  public init(ledger: String, lines: Int, latest: Moment) {
    self.ledger = ledger
    self.lines = lines
    self.latest = latest
  }
}
