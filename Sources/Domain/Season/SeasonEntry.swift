import Almanac

/// A flood season as it is entered: its first and last day and the announcement that dates it.
public struct SeasonEntry: Hashable, Sendable {
  /// The first day of the season (入汛日).
  public var start: Day
  /// The last day of the season (出汛日), not before the first.
  public var end: Day
  /// The announcement that dates it, as cited; may be empty.
  public var announcement: String

  /// A season from its first day to its last.
  public init(start: Day, end: Day, announcement: String = "") {
    self.start = start
    self.end = end
    self.announcement = announcement
  }

  /// The season under its id: the one entered before that it overlaps, set right, or a new one of its
  /// year, `2026-flood`, `2026-flood2` …
  ///
  /// - Throws: ``SeasonError``.
  public func season(among others: [Season]) throws(SeasonError) -> Season {
    guard start <= end else { throw .endBeforeStart }
    if let same = others.first(where: { $0.start <= end && start <= $0.end }) {
      return Season(id: same.id, start: start, end: end, announcement: announcement)
    }
    let count = others.count { $0.start.year == start.year }
    let suffix = count == 0 ? "" : String(count + 1)
    return Season(
      id: Identifier("\(start.year)-flood\(suffix)"), start: start, end: end,
      announcement: announcement)
  }
}

/// A reason a season was refused.
public enum SeasonError: Refusal, Hashable {
  case endBeforeStart

  /// Always ``RefusalKind/badData``.
  public var kind: RefusalKind { .badData }

  /// What the person at the keyboard should read.
  public var message: Bilingual {
    Bilingual(zh: "出汛日早于入汛日。", en: "The season ends before it starts.")
  }
}
