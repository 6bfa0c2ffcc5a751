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
  @OptionGroup var number: NumberOption
  @OptionGroup var output: DocumentOutput

  func run() throws {
    guard case .quarter = quarter else {
      throw ShellError.plain(
        .usage, Bilingual(zh: "请写季度，如 2026-Q3。", en: "Name a quarter, as 2026-Q3."))
    }
    try output.send(quarter, numbered: number, as: .quarter, try Session(options))
  }
}

/// The summary of a year.
struct YearReportCommand: ParsableCommand {
  static let configuration = about("year", zh: "年度汇总", en: "the summary of a year")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "年份，如 2026", en: "the year, as 2026")) var year: SummaryPeriod
  @OptionGroup var number: NumberOption
  @OptionGroup var output: DocumentOutput

  func run() throws {
    guard case .year = year else {
      throw ShellError.plain(.usage, Bilingual(zh: "请写年份，如 2026。", en: "Name a year, as 2026."))
    }
    try output.send(year, numbered: number, as: .year, try Session(options))
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

/// `report quarter` and `report year` in JSON.
struct PeriodJSON: Encodable {
  /// One month of it.
  struct MonthFigures: Encodable {
    var month: Month
    var rounds: Int
    var total: Int
    var done: Int
    var late: Int
    var missed: Int
    var excused: Int
    var hazards: HazardFigures
  }

  /// Hazards found of a category.
  struct Category: Encodable {
    var category: HazardCategory
    var found: Int
    var before: Int
  }

  var period: String
  var countedOn: Day
  var rounds: [MonthJSON.RoundFigures]
  var figures: SafetyFigures
  @Nullable var before: SafetyFigures?
  var months: [MonthFigures]
  var byCategory: [Category]
  var bySection: [MonthlySummary.SectionCount]
  var byPlace: [MonthlySummary.PlaceCount]
  var open: [String]

  init(_ summary: PeriodSummary) {
    period = summary.period.description
    countedOn = summary.countedOn
    rounds = summary.rounds.map(MonthJSON.RoundFigures.init)
    figures = summary.figures
    before = summary.before
    months = summary.months.map { month in
      let walks = month.completion
      return MonthFigures(
        month: month.month, rounds: walks.rounds, total: walks.total, done: walks.done,
        late: walks.late, missed: walks.missed, excused: walks.excused, hazards: month.hazards)
    }
    byCategory = summary.byCategory.map {
      Category(category: $0.category, found: $0.found, before: $0.before)
    }
    bySection = summary.bySection
    byPlace = summary.byPlace
    open = summary.open.map(\.id.rawValue)
  }
}
