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
  /// What stood before it was set right, extended or closed early, oldest first: what had begun by then
  /// keeps its dates.
  public var earlier: [Season] = []

  enum CodingKeys: String, CodingKey {
    case id
    case start
    case end
    case announcement
    case recorded
    case earlier
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

  /// The season as it stood after each act, oldest first; the last is this one.
  var versions: [Season] {
    var last = self
    last.earlier = []
    return earlier + [last]
  }

  /// This season in the place of a former version of it. What was entered earlier on the same day was a
  /// slip and leaves no trace in the rounds.
  func following(_ former: Season?) -> Season {
    guard let former else { return self }
    var season = self
    season.earlier = former.versions.filter { $0.recorded == nil || $0.recorded != recorded }
    return season
  }
}

extension Season {
  /// Reads a season; one written before seasons kept their history has none.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    id = try fields.decode(Identifier<Season>.self, forKey: .id)
    start = try fields.decode(Day.self, forKey: .start)
    end = try fields.decode(Day.self, forKey: .end)
    announcement = try fields.decode(String.self, forKey: .announcement)
    recorded = try fields.decodeIfPresent(Day.self, forKey: .recorded)
    earlier = try fields.decodeIfPresent([Season].self, forKey: .earlier) ?? []
  }

  /// Writes no empty history, so that an event of the journal reads as it always did.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(id, forKey: .id)
    try fields.encode(start, forKey: .start)
    try fields.encode(end, forKey: .end)
    try fields.encode(announcement, forKey: .announcement)
    try fields.encodeIfPresent(recorded, forKey: .recorded)
    if !earlier.isEmpty { try fields.encode(earlier, forKey: .earlier) }
  }
}
