import Almanac
import ArgumentParser
import Canvas
import Domain
import Ledger
import Reports

/// The monthly summary.
struct MonthReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "month",
    abstract: Bilingual(zh: "月度汇总", en: "the monthly summary")[Speech.language],
    discussion: Bilingual(
      zh: "已月结的月份按月结时的数字和文字打印，页眉带校验码；--live 按现在的记录，--seal 指明第几次月结。",
      en: """
        A sealed month is printed as it was sealed, with its check code at the head of each page; \
        --live takes the records of now, --seal names one of several seals.
        """)[Speech.language])

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "月份，如 2026-11", en: "the month, as 2026-11")) var month: Month
  @Option(help: help(zh: "第几次月结", en: "which of the month's seals")) var seal: Int?
  @Flag(help: help(zh: "不用月结，按现在的记录", en: "as the records are now, sealed or not"))
  var live = false
  @Option(help: help(zh: "只列这个数据背后的记录", en: "list the records behind this figure"))
  var figure: SummaryFigure?
  @Flag(help: help(zh: "与 --figure 同用：今年累计的", en: "with --figure: of the year so far"))
  var year = false
  @OptionGroup var number: NumberOption
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    if let figure {
      return try output.list(
        figure, of: year ? .yearSoFar(month) : .period(.month(month)), session)
    }
    let paper = try session.monthPaper(
      month, edition: live ? .live : seal.map(MonthEdition.sealed) ?? .latest)
    let number = try number.text(of: .month, about: month.description, session)
    try output.send(
      paper.document(session.templates, in: session.language).bearing(number),
      json: MonthJSON(paper), on: session.today)
  }
}

/// A month's summary with the seal that it was taken from, if any.
struct MonthPaper {
  var summary: MonthlySummary
  var sealed: SealedPaper?

  /// The document; a sealed month keeps the wording with which it was sealed.
  func document(_ templates: Templates, in language: Language) -> Document {
    MonthReport.document(
      summary, sealed: sealed.map { ($0.seal, $0.code) },
      templates: sealed.map { templates.pinned(to: $0.wording) } ?? templates, language: language)
  }
}

extension Session {
  /// A month's summary: as sealed, or as it stands now.
  ///
  /// - Throws: ``SealError`` for a seal that is not there, or what the ledger throws.
  func monthPaper(_ month: Month, edition: MonthEdition) throws -> MonthPaper {
    switch edition {
    case .live: return MonthPaper(summary: try ledger.summary(of: month, at: clock.now))
    case .latest:
      guard let paper = try ledger.seals(of: month).last else {
        return try monthPaper(month, edition: .live)
      }
      return MonthPaper(summary: paper.summary, sealed: paper)
    case .sealed(let number):
      guard let paper = try ledger.seals(of: month).first(where: { $0.seal.number == number })
      else { throw SealError.noSuchSeal(month, number: number) }
      return MonthPaper(summary: paper.summary, sealed: paper)
    }
  }
}
