import Almanac
import ArgumentParser
import Domain
import Intake

/// Days: seasons, breaks, festivals.
struct CalendarCommand: ParsableCommand {
  static let configuration = about(
    "calendar", zh: "日历", en: "days", [MonthCommand.self, FloodCommand.self, BreaksCommand.self])
}

/// Enters a flood season by its announcement, or lists those entered.
struct FloodCommand: ParsableCommand {
  static let configuration = about("flood", zh: "登记汛期", en: "enter a flood season")

  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "入汛日", en: "first day")) var start: TypedDay?
  @Option(help: help(zh: "出汛日", en: "last day")) var end: TypedDay?
  @Option(help: help(zh: "通知名称", en: "the announcement")) var announcement = ""
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    if let start, let end {
      let season = try SeasonEntry(
        start: start.day(today: session.today), end: end.day(today: session.today),
        announcement: announcement
      ).season(among: session.ledger.bureau().seasons)
      try session.perform(.set(.season(season)))
    }
    let seasons = try session.ledger.bureau().seasons
    if json { return try Output.json(seasons) }
    for season in seasons {
      Output.line("\(season.id)  \(season.start)  \(season.end)  \(season.announcement)")
    }
  }

  func validate() throws {
    guard (start == nil) == (end == nil) else {
      throw ValidationError(
        Bilingual(zh: "--start 与 --end 要一起用。", en: "--start and --end go together.")[
          Speech.language])
    }
  }
}

/// The breaks of the seven holidays.
struct BreaksCommand: ParsableCommand {
  static let configuration = about("breaks", zh: "假期", en: "the breaks")

  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "起年", en: "first year")) var from: Int
  @Option(help: help(zh: "止年", en: "last year")) var to: Int
  @OptionGroup var output: ListOptions

  func run() throws {
    guard from <= to, from >= 1990, to <= 2100 else {
      throw ShellError.plain(
        .usage, Bilingual(zh: "年份须在 1990 至 2100 之间。", en: "Years run from 1990 to 2100."))
    }
    let rows = (from...to).flatMap { Shipped.calendar.breaks(in: $0) }.filter(\.isRound)
    let names = ["holiday", "first_off", "last_off", "last_working_before", "first_working_after"]
    let cells = rows.map {
      [
        $0.name.zh, $0.firstOff.description, $0.lastOff.description,
        $0.lastWorkdayBefore.description, $0.firstWorkdayAfter.description,
      ]
    }
    try output.print(
      cells.map { Dictionary(uniqueKeysWithValues: zip(names, $0)) },
      heading: names.map(Bilingual.init(verbatim:)), rows: cells)
  }
}

/// The occurrences of a window, from the ledger or from a plan file alone.
struct ScheduleCommand: ParsableCommand {
  static let configuration = about("schedule", zh: "检查任务", en: "occurrences")

  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "起", en: "first day")) var from: TypedDay?
  @Option(help: help(zh: "止", en: "last day")) var to: TypedDay?
  @Option(help: help(zh: "计划文件，不用台账", en: "a plan file, without a ledger")) var file: String?
  @OptionGroup var output: ListOptions

  func run() throws {
    if let file { return try print(fromFile: file) }
    let session = try Session(options)
    let window = try window(today: session.today, default: session.today...(session.today + 31))
    let rounds = try session.ledger.rounds(in: window, on: session.today)
    let order = rounds.flatMap(\.rooms).sorted {
      ($0.occurrence.start, $0.occurrence.plan, $0.occurrence.place)
        < ($1.occurrence.start, $1.occurrence.plan, $1.occurrence.place)
    }
    try print(order.map { ($0.occurrence, $0.state) })
  }

  private func print(fromFile file: String) throws {
    let sheet = try PlanFile.read(Files.read(file), file: file)
    let today = Clock(from: options.now).now.day
    let window = try window(today: today, default: sheet.window ?? today...(today + 31))
    let found = sheet.occurrences(calendar: Shipped.calendar, in: window)
    try print(
      found.map {
        ($0, $0.state(on: today, fulfilment: nil, isExcused: false, isLifted: false))
      })
  }

  private func window(today: Day, default days: ClosedRange<Day>) throws -> ClosedRange<Day> {
    let first = from?.day(today: today) ?? days.lowerBound
    let last = to?.day(today: today) ?? max(first, days.upperBound)
    guard first <= last else {
      throw ShellError.plain(
        .usage, Bilingual(zh: "--from 晚于 --to。", en: "--from lies after --to."))
    }
    return first...last
  }

  private func print(_ occurrences: [(Occurrence, OccurrenceState)]) throws {
    try output.print(
      occurrences.map { OccurrenceJSON($0, state: $1) },
      heading: ["plan", "place", "period", "start", "due", "miss"].map(Bilingual.init(verbatim:)),
      rows: occurrences.map { occurrence, _ in
        [
          occurrence.plan.rawValue, occurrence.place.rawValue, occurrence.period,
          occurrence.start.description, occurrence.due.description,
          occurrence.miss?.description ?? "",
        ]
      })
  }
}

/// An occurrence in JSON.
struct OccurrenceJSON: Encodable {
  var plan: Plan.ID
  var place: Place.ID
  var period: String
  var start: Day
  var due: Day
  @Nullable var miss: Day?
  var state: OccurrenceState

  init(_ occurrence: Occurrence, state: OccurrenceState) {
    plan = occurrence.plan
    place = occurrence.place
    period = occurrence.period
    start = occurrence.start
    due = occurrence.due
    miss = occurrence.miss
    self.state = state
  }
}
