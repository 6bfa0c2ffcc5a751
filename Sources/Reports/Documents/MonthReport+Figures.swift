import Almanac
import Canvas
import Domain

extension MonthReport {
  /// The month beside the year so far.
  var figures: [Document.Block] {
    let day = prose(summary.countedOn)
    return [
      heading(Bilingual(zh: "一、主要数据", en: "1. Main figures")),
      .table(
        .init(
          columns: [
            words(Bilingual(zh: "项目", en: "Figure"), 6),
            numbers(Bilingual(zh: "本月", en: "Month"), 2),
            numbers(Bilingual(zh: "今年累计", en: "Year so far"), 2),
          ],
          rows: FigureRow.all.map { row in
            [row.name[language], row.value(summary.figures), row.value(summary.yearSoFar)]
          })),
      paragraph(
        Bilingual(
          zh: "注：未销号各项为\(day.zh)24时数；整改率为期内发现隐患中截至该日复查合格的比例，作废的不计。",
          en: """
            Open hazards are those of 24:00 on \(day.en). The rectification rate is the share, among \
            the hazards found in the period, of those verified by that day; withdrawn ones are left out.
            """)),
    ]
  }
}

/// A line of the table of figures: each figure, then the rate of the last two.
struct FigureRow {
  var name: Bilingual
  var value: @Sendable (SafetyFigures) -> String

  /// All of them, in order.
  static let all: [FigureRow] =
    Figure.allCases.map { figure in FigureRow(name: figure.name) { "\($0[figure])" } } + [
      FigureRow(name: Bilingual(zh: "整改率", en: "Rectification rate")) { $0.rate.text }
    ]
}

extension Written {
  /// How the few figures of a document are counted, in a paragraph at its end (统计口径).
  func counting(_ words: Bilingual) -> Document.Block {
    paragraph(Bilingual(zh: "统计口径：", en: "How this is counted: ") + words)
  }

  /// How each figure and rate is counted, at the end of a document of figures (统计口径).
  var definitions: [Document.Block] {
    let category = CountedFindings.category
    return definitions(
      of: SummaryFigure.all, Self.rates + [[category.name, category.definition]])
  }

  /// The rates, each with its definition.
  static var rates: [[Bilingual]] { SummaryRate.allCases.map { [$0.name, $0.definition] } }

  /// How some figures are counted, and whatever else is explained, each by its name and definition.
  func definitions(
    of figures: [SummaryFigure], _ others: [[Bilingual]] = []
  ) -> [Document.Block] {
    [
      heading(Bilingual(zh: "统计口径", en: "How this is counted")),
      .table(
        .init(
          columns: [
            words(Bilingual(zh: "项目", en: "Figure"), 4),
            words(Bilingual(zh: "口径", en: "What it counts"), 8),
          ],
          rows: (figures.map { [$0.plainName, $0.definition] } + others).map { row in
            row.map { $0[language] }
          })),
    ]
  }
}
