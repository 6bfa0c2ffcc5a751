import Almanac
import Canvas
import Domain

/// Completion by month (各月完成情况): a bar a month, of what was asked, with its numbers.
public struct CompletionReport: Written {
  let language: Language

  /// The months as a page.
  public static func document(
    _ completion: CompletionByMonth, bureau: Bureau, language: Language
  ) -> Document {
    let report = CompletionReport(language: language)
    let name = bureau.organization.name
    return Document(
      language: language,
      title: Bilingual(zh: "\(name)各月检查完成情况", en: "\(name): Checks Completed by Month")[language],
      subtitle: report.subtitle(completion),
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: bureau.organization.name,
      blocks: [
        .table(
          .init(
            columns: report.columns, rows: completion.months.map(report.row), bars: 3, whole: 2))
      ]
        + report.definitions(
          of: [.safety(.rounds)]
            + [RoundFigure.asked, .done, .late, .missed].map(SummaryFigure.rounds),
          [[SummaryRate.completion.name, SummaryRate.completion.definition]]))
  }

  private func subtitle(_ completion: CompletionByMonth) -> [String] {
    let counted = prose(completion.countedOn)
    return [
      Bilingual(
        zh: "数据截至：\(counted.zh)，按现在的记录", en: "Data as of \(counted.en), on the records of now")[
          language],
      Bilingual(zh: "每轮算在应完成日所在的月份", en: "A round counts in the month of its due day")[language],
    ]
  }

  private var columns: [Document.Column] {
    [
      marks(Bilingual(zh: "月份", en: "Month"), 7), numbers(Bilingual(zh: "轮次", en: "Rounds"), 6),
      numbers(Bilingual(zh: "应检", en: "Asked"), 5), numbers(Bilingual(zh: "已检", en: "Done"), 5),
      numbers(Bilingual(zh: "补检", en: "Late"), 4), numbers(Bilingual(zh: "漏检", en: "Missed"), 6),
      numbers(Bilingual(zh: "完成率", en: "Rate"), 6),
    ]
  }

  private func row(_ figures: CompletionByMonth.Figures) -> [String] {
    [
      figures.month.description, "\(figures.rounds)", "\(figures.total)", "\(figures.done)",
      "\(figures.late)", "\(figures.missed)", figures.rate,
    ]
  }
}
