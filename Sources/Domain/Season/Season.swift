import Almanac

/// A flood season (汛期), dated by an announcement of its year and never fixed in the program.
public struct Season: Hashable, Sendable, Codable, Identifiable {
  /// `2026-flood`, or `2026-flood2` for a second one in the year.
  public let id: Identifier<Season>
  public var start: Day
  public var end: Day
  /// The announcement that dates it.
  public var announcement: String
  /// The day on which it was entered: nothing is missed before.
  public var recorded: Day?

  enum CodingKeys: String, CodingKey {
    case id
    case start
    case end
    case announcement
    case recorded
  }

  public init(
    id: Identifier<Season>, start: Day, end: Day, announcement: String = "", recorded: Day? = nil
  ) {
    self.id = id
    self.start = start
    self.end = end
    self.announcement = announcement
    self.recorded = recorded
  }
}
