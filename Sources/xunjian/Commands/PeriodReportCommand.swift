import Almanac
import ArgumentParser
import Domain
import Reports

/// The summary of a quarter.
struct QuarterReportCommand: ParsableCommand {
  static let configuration = about("quarter", zh: "季度汇总", en: "the summary of a quarter")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "季度，如 2026-Q3", en: "the quarter, as 2026-Q3"))
  var quarter: SummaryPeriod
  @Option(help: help(zh: "只列这个数据背后的记录", en: "list the records behind this figure"))
  var figure: SummaryFigure?
  @OptionGroup var number: NumberOption
  @OptionGroup var output: DocumentOutput

  func run() throws {
    guard case .quarter = quarter else {
      throw ShellError.plain(
        .usage, Bilingual(zh: "请写季度，如 2026-Q3。", en: "Name a quarter, as 2026-Q3."))
    }
    let session = try Session(options)
    if let figure { return try output.list(figure, of: .period(quarter), session) }
    try output.send(quarter, numbered: number, as: .quarter, session)
  }
}

/// The summary of a year.
struct YearReportCommand: ParsableCommand {
  static let configuration = about("year", zh: "年度汇总", en: "the summary of a year")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "年份，如 2026", en: "the year, as 2026")) var year: SummaryPeriod
  @Option(help: help(zh: "只列这个数据背后的记录", en: "list the records behind this figure"))
  var figure: SummaryFigure?
  @OptionGroup var number: NumberOption
  @OptionGroup var output: DocumentOutput

  func run() throws {
    guard case .year = year else {
      throw ShellError.plain(.usage, Bilingual(zh: "请写年份，如 2026。", en: "Name a year, as 2026."))
    }
    let session = try Session(options)
    if let figure { return try output.list(figure, of: .period(year), session) }
    try output.send(year, numbered: number, as: .year, session)
  }
}

extension SummaryPeriod: ExpressibleByArgument {
  /// Reads a period as it is written in commands.
  public init?(argument: String) { self.init(argument) }
}

extension DocumentOutput {
  fileprivate func send(
    _ period: SummaryPeriod, numbered number: NumberOption, as kind: DocumentNumber.Kind,
    _ session: Session
  ) throws {
    let number = try number.text(of: kind, about: "\(period)", session)
    let summary = try session.ledger.summary(of: period, at: session.clock.now)
    try send(
      PeriodReport.document(
        summary, templates: session.templates, language: session.language
      ).bearing(number),
      json: PeriodJSON(summary), on: session.today)
  }
}
