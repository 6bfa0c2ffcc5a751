import Almanac
import ArgumentParser
import Domain

/// Enters a flood season by its announcement, sets one right, extends or closes it, or lists them.
struct FloodCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flood",
    abstract: Bilingual(zh: "登记、延长或提前结束汛期", en: "enter, extend or close a flood season")[
      Speech.language],
    discussion: Bilingual(
      zh: """
        --start、--end 与 --announcement 登记一个汛期，或更正与它重叠的汛期；只有 --end 时，把当前汛期延长或提前结束到那一天。
        已开始的检查保持原有日期，只影响以后的。
        """,
      en: """
        --start, --end and --announcement enter a season, or set right the one they overlap; --end alone extends or \
        closes the season that runs. What has begun keeps its dates.
        """)[Speech.language])

  @OptionGroup var options: GlobalOptions
  @Option(parsing: .unconditional, help: help(zh: "入汛日", en: "first day")) var start: TypedDay?
  @Option(
    parsing: .unconditional,
    help: help(zh: "出汛日；单用时延长或提前结束", en: "last day; alone: extends or closes"))
  var end: TypedDay?
  @Option(help: help(zh: "通知名称，新登记时必填", en: "the announcement; a new season needs it"))
  var announcement = ""
  @Option(help: help(zh: "哪个汛期，如 2026-flood", en: "which season, as 2026-flood"))
  var season: String?
  @OptionGroup var output: ListOptions

  func validate() throws {
    guard end == nil else { return }
    let missing =
      start != nil
      ? Bilingual(zh: "--start 与 --end 要一起用。", en: "--start and --end go together.")
      : Bilingual(zh: "--announcement 与 --season 要有 --end。", en: "--end is needed.")
    if start != nil || !announcement.isEmpty || season != nil {
      throw ValidationError(missing[Speech.language])
    }
  }

  func run() throws {
    let session = try Session(options)
    if let changed = try changed(session) { try session.perform(.set(.season(changed))) }
    let seasons = try session.ledger.bureau().seasons
    try output.print(
      seasons.map(SeasonJSON.init),
      keys: ["id", "start", "end", "recorded", "announcement"],
      heading: [
        Bilingual(zh: "编号", en: "Id"), Bilingual(zh: "入汛", en: "Start"),
        Bilingual(zh: "出汛", en: "End"), Bilingual(zh: "登记", en: "Entered"),
        Bilingual(zh: "通知", en: "Announcement"),
      ],
      rows: seasons.map {
        [
          $0.id.rawValue, $0.start.description, $0.end.description,
          $0.recorded?.description ?? "", $0.announcement,
        ]
      })
  }

  /// The season as it is asked to be; nil if only a list is asked for.
  private func changed(_ session: Session) throws -> Season? {
    guard let last = end?.day(today: session.today) else { return nil }
    let bureau = try session.ledger.bureau()
    let named = season.map { Season.ID($0) }
    if let start {
      return try SeasonEntry(
        start: start.day(today: session.today), end: last, announcement: announcement
      ).season(named, among: bureau.seasons)
    }
    return try (named.map(bureau.season) ?? bureau.currentSeason(on: session.today))
      .ending(on: last, announcement: announcement)
  }
}

/// A flood season in JSON, with what stood before it was set right, oldest first.
struct SeasonJSON: Encodable {
  var id: Season.ID
  var start: Day
  var end: Day
  var announcement: String
  @Nullable var recorded: Day?
  var earlier: [SeasonJSON]

  init(_ season: Season) {
    id = season.id
    start = season.start
    end = season.end
    announcement = season.announcement
    recorded = season.recorded
    earlier = season.earlier.map(SeasonJSON.init)
  }
}
