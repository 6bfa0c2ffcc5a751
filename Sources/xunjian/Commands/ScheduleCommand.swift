import Almanac
import ArgumentParser
import Domain
import Intake

/// The occurrences of a window, from the ledger or from a plan file alone.
struct ScheduleCommand: ParsableCommand {
  static let configuration = about("schedule", zh: "检查任务", en: "occurrences")

  @OptionGroup var options: GlobalOptions
  @Option(parsing: .unconditional, help: help(zh: "起", en: "first day")) var from: TypedDay?
  @Option(parsing: .unconditional, help: help(zh: "止", en: "last day")) var to: TypedDay?
  @Option(help: help(zh: "计划文件，不用台账", en: "a plan file, without a ledger")) var file: String?
  @OptionGroup var output: ListOptions

  func run() throws {
    if let file { return try print(fromFile: file) }
    let session = try Session(options)
    let window = try window(today: session.today, default: session.today...(session.today + 31))
    let rounds = try session.ledger.rounds(in: window, at: session.clock.now)
    let calendar = try session.ledger.bureau().calendar
    let order = rounds.flatMap(\.rooms).sorted {
      ($0.occurrence.start, $0.occurrence.plan, $0.occurrence.place)
        < ($1.occurrence.start, $1.occurrence.plan, $1.occurrence.place)
    }
    try print(order.map { ($0.occurrence, $0.state) }, by: calendar)
  }

  private func print(fromFile file: String) throws {
    let sheet = try PlanFile.read(Files.read(file), file: file)
    let today = Clock(from: options.now).now.day
    let window = try window(today: today, default: sheet.window ?? today...(today + 31))
    let found = sheet.occurrences(calendar: Shipped.calendar, in: window)
    try print(
      found.map {
        ($0, $0.state(on: today, fulfilment: nil, isExcused: false, isLifted: false))
      }, by: Shipped.calendar)
  }

  private func window(today: Day, default days: ClosedRange<Day>) throws -> ClosedRange<Day> {
    let first = from?.day(today: today) ?? days.lowerBound
    let last = to?.day(today: today) ?? max(first, days.upperBound)
    guard first <= last else {
      throw ShellError.plain(
        .usage, Bilingual(zh: "--from 晚于 --to。", en: "--from lies after --to."))
    }
    guard Schedule.years.contains(first.year), Schedule.years.contains(last.year) else {
      throw ShellError.plain(
        .usage,
        Schedule.yearsMessage + Bilingual(zh: "。", en: "."))
    }
    return first...last
  }

  private func print(
    _ occurrences: [(Occurrence, OccurrenceState)], by calendar: WorkCalendar
  ) throws {
    let mark = output.isForPeople ? " " + WorkCalendar.provisionalMark[Speech.language] : ""
    try output.print(
      occurrences.map {
        OccurrenceJSON($0, state: $1, isProvisional: $0.isProvisional(by: calendar))
      },
      heading: ["plan", "place", "period", "start", "due", "miss"].map(Bilingual.init(verbatim:)),
      rows: occurrences.map { occurrence, _ in
        [
          occurrence.plan.rawValue, occurrence.place.rawValue, occurrence.period,
          occurrence.start.description,
          occurrence.due.description + (occurrence.isProvisional(by: calendar) ? mark : ""),
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
  var provisional: Bool

  init(_ occurrence: Occurrence, state: OccurrenceState, isProvisional: Bool) {
    plan = occurrence.plan
    place = occurrence.place
    period = occurrence.period
    start = occurrence.start
    due = occurrence.due
    miss = occurrence.miss
    self.state = state
    provisional = isProvisional
  }
}
