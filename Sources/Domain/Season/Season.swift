import Almanac

/// A flood season (汛期), dated by an announcement of its year and never fixed in the program.
public struct Season: Hashable, Sendable, Codable, Identifiable {
  /// `2026-flood`, or `2026-flood2` for a second one in the year.
  public let id: Identifier<Season>
  /// The first day of the season (入汛日).
  public var start: Day
  /// The last day of the season (出汛日), itself in it.
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

  /// A season from its first day to its last, as an announcement dates it.
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
