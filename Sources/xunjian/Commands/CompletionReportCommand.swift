import Almanac
import ArgumentParser
import Canvas
import Domain
import Reports

/// Completion by month, a bar a month.
struct CompletionReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completion",
    abstract: Bilingual(zh: "各月检查完成情况", en: "checks completed by month")[Speech.language],
    discussion: Bilingual(
      zh: """
        默认为到本月为止的十二个月。每轮算在应完成日所在的月份，与各月的 report month --live 一致；csv、xlsx 不带图示。
        JSON：{countedOn, months:[{month, rounds, total, done, late, missed, excused}]}。
        """,
      en: """
        The twelve months up to the present one unless said otherwise. A round counts in the month of its \
        due day, as report month --live has it; csv and xlsx leave the bars out.
        JSON: {countedOn, months:[{month, rounds, total, done, late, missed, excused}]}.
        """)[Speech.language])

  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "从这个月起", en: "the first month, as 2026-01")) var from: Month?
  @Option(help: help(zh: "到这个月止", en: "the last month, as 2026-12")) var to: Month?
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let last = to ?? session.today.month
    let first = from ?? CompletionByMonth.year(through: last).lowerBound
    guard first <= last, first.year >= 1990, last.year <= 2100 else {
      throw ShellError.plain(
        .usage,
        Bilingual(
          zh: "--from 不能晚于 --to，且须在 1990 至 2100 年之间。",
          en: "--from may not be after --to, and both lie in 1990 to 2100."))
    }
    let completion = try session.ledger.completion(of: first...last, at: session.clock.now)
    try output.send(
      CompletionReport.document(
        completion, bureau: try session.ledger.bureau(), language: session.language),
      json: completion, on: session.today)
  }
}
