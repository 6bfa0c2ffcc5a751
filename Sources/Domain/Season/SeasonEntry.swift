import Almanac

/// A flood season as it is entered: its first and last day and the announcement that dates it.
public struct SeasonEntry: Hashable, Sendable {
  /// The first day of the season (入汛日).
  public var start: Day
  /// The last day of the season (出汛日), not before the first.
  public var end: Day
  /// The announcement that dates it, as cited; empty for that of the season it sets right.
  public var announcement: String

  /// A season from its first day to its last.
  public init(start: Day, end: Day, announcement: String = "") {
    self.start = start
    self.end = end
    self.announcement = announcement
  }

  /// The season under its id: the one named, or entered before and overlapped, set right; or a new one
  /// of its year, `2026-flood`, `2026-flood2` …
  ///
  /// - Throws: ``SeasonError``.
  public func season(
    _ id: Season.ID? = nil, among others: [Season]
  ) throws(SeasonError) -> Season {
    try Season.check(start, end)
    if let id, !others.contains(where: { $0.id == id }) { throw .noSuchSeason(id.rawValue) }
    let same = others.first { $0.start <= end && start <= $0.end }
    if let id = id ?? same?.id {
      return Season(id: id, start: start, end: end, announcement: announcement)
    }
    let count = others.count { $0.start.year == start.year }
    let suffix = count == 0 ? "" : String(count + 1)
    return Season(
      id: Identifier("\(start.year)-flood\(suffix)"), start: start, end: end,
      announcement: announcement)
  }
}

extension Season {
  /// Checks that the last day is not before the first, and the season no longer than a year.
  ///
  /// - Throws: ``SeasonError``.
  public static func check(_ start: Day, _ end: Day) throws(SeasonError) {
    guard start <= end else { throw .endBeforeStart }
    guard end < start.later(years: 1) else { throw .tooLong }
  }

  /// The announcement that dates it, as cited: its own, or that of the season it sets right.
  ///
  /// - Throws: ``SeasonError/announcementMissing``, or `WordingError`.
  func announcement(after others: [Season]) throws -> String {
    let former = others.first { $0.id == id }?.announcement ?? ""
    let words = try Wording.text(announcement)
    guard words.isEmpty else { return words }
    guard !former.isEmpty else { throw SeasonError.announcementMissing }
    return former
  }

  /// The season with another last day, extended or closed early: what has begun keeps its dates.
  ///
  /// - Parameter announcement: The one that says so; the former one stays when it is empty.
  /// - Throws: ``SeasonError`` for a day before the season or more than a year after its start.
  public func ending(on day: Day, announcement: String) throws(SeasonError) -> Season {
    try Self.check(start, day)
    return Season(
      id: id, start: start, end: day,
      announcement: announcement.isEmpty ? self.announcement : announcement)
  }
}

extension Bureau {
  /// The season that an act without a name means: the one running on a day, else the next to come, else
  /// the last that was.
  ///
  /// - Throws: ``SeasonError`` where none was ever entered.
  public func currentSeason(on day: Day) throws(SeasonError) -> Season {
    let running = seasons.first { $0.start <= day && day <= $0.end }
    let next = seasons.filter { $0.start > day }.min { $0.start < $1.start }
    guard let season = running ?? next ?? seasons.max(by: { $0.start < $1.start }) else {
      throw .noneEntered
    }
    return season
  }

  /// The season of an id.
  ///
  /// - Throws: ``SeasonError`` where there is none.
  public func season(_ id: Season.ID) throws(SeasonError) -> Season {
    guard let season = seasons.first(where: { $0.id == id }) else {
      throw .noSuchSeason(id.rawValue)
    }
    return season
  }

  /// From 1 March on, while no flood season of the year is entered: the dates of the last year that has
  /// one, moved to this year, and its announcement's name with the year changed, for an administrator to
  /// take or to change. Nil once they are over.
  public func proposedSeason(on day: Day) -> SeasonEntry? {
    guard day >= Day(day.year, 3, 1), !seasons.contains(where: { $0.start.year == day.year }),
      let latest = seasons.filter({ $0.start.year < day.year }).map(\.start.year).max(),
      let former = seasons.filter({ $0.start.year == latest }).min(by: { $0.start < $1.start })
    else { return nil }
    let years = day.year - latest
    let (start, end) = (former.start.later(years: years), former.end.later(years: years))
    let words = former.announcement.replacing("\(latest)", with: "\(day.year)")
    return day <= end ? SeasonEntry(start: start, end: end, announcement: words) : nil
  }
}

extension Day {
  /// The same month and day some years on; 28 February for a 29th that is not.
  func later(years: Int) -> Day {
    let (year, month, day) = civil
    return Day(year: year + years, month: month, day: day) ?? Day(year + years, month, day - 1)
  }
}

extension SeasonEntry {
  /// What reminds an administrator of it.
  public var reminder: Bilingual {
    Bilingual(
      zh: "\(start.year)年汛期还没有登记；去年同期为 \(start.monthAndDay) 至 \(end.monthAndDay)",
      en: "No flood season of \(start.year) is entered; last time \(start.monthAndDay) to "
        + end.monthAndDay)
  }
}

/// A reason a season was refused.
public enum SeasonError: Refusal, Hashable {
  case endBeforeStart
  case tooLong
  /// A season is dated by an announcement, which must be named.
  case announcementMissing
  case noneEntered
  case noSuchSeason(String)

  /// ``RefusalKind/noSuchSubject`` for a season that there is not, bad data otherwise.
  public var kind: RefusalKind {
    switch self {
    case .endBeforeStart, .tooLong, .announcementMissing: .badData
    case .noneEntered, .noSuchSeason: .noSuchSubject
    }
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .endBeforeStart:
      Bilingual(zh: "出汛日早于入汛日。", en: "The season ends before it starts.")
    case .tooLong:
      Bilingual(
        zh: "汛期不能超过一年，请核对年份。", en: "A season is no longer than a year; check the years.")
    case .announcementMissing:
      Bilingual(
        zh: "汛期以当年公告为准，请写明通知名称（命令行用 --announcement）。",
        en: "A season is dated by an announcement; name it (--announcement on the command line).")
    case .noneEntered:
      Bilingual(
        zh: "还没有登记汛期；用 calendar flood --start --end --announcement 登记。",
        en: "No flood season is entered; use calendar flood --start --end --announcement.")
    case .noSuchSeason(let id):
      Bilingual(
        zh: "没有汛期“\(id)”；用 calendar flood 查看。",
        en: "There is no season “\(id)”; see calendar flood.")
    }
  }
}
