import Almanac
import ArgumentParser
import Domain

/// Ends a place: it counts no more after its last day and stays on record.
struct PlaceClose: ParsableCommand {
  static let configuration = about("close", zh: "停用场所", en: "close a place")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String
  @Option(parsing: .unconditional, help: help(zh: "最后一日（今天）", en: "its last day (today)"))
  var to: TypedDay?

  func run() throws {
    let session = try Session(options)
    let last = to?.day(today: session.today) ?? session.today
    try session.place(id).closing(on: last, today: session.today).write(session)
  }
}

/// Opens a closed place again; the days between stay without checks.
struct PlaceReopen: ParsableCommand {
  static let configuration = about("reopen", zh: "重新启用场所", en: "open a closed place again")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String
  @Option(parsing: .unconditional, help: help(zh: "从哪天起（今天）", en: "from which day (today)"))
  var from: TypedDay?

  func run() throws {
    let session = try Session(options)
    let first = from?.day(today: session.today) ?? session.today
    try session.place(id).reopening(on: first, today: session.today).write(session)
  }
}
