import Almanac
import Canvas
import Domain

/// The rounds of the period to come, as a part of a summary.
struct PlanTable: Written {
  let rounds: [MonthlySummary.RoundFigures]
  /// The period as prose has it.
  let name: Bilingual
  /// The year of the days that are written without one.
  let year: Int
  let language: Language

  var blocks: [Document.Block] {
    guard !rounds.isEmpty else {
      return [
        paragraph(Bilingual(zh: "\(name.zh)暂无检查安排。", en: "Nothing is planned for \(name.en)."))
      ]
    }
    return [
      .table(
        .init(
          columns: [
            words(Bilingual(zh: "轮次", en: "Round"), 10),
            days(Bilingual(zh: "应完成日", en: "Due"), 6, in: year),
            numbers(Bilingual(zh: "应检（处次）", en: "Checks asked"), 5),
          ],
          rows: RoundLine.gathered(rounds).map {
            [$0.title[language], $0.due[language], "\($0.total)"]
          }))
    ] + provisionalNote(rounds)
  }
}

extension Written {
  /// What the mark of a date that may still change means; nothing where no round bears it.
  func provisionalNote(_ rounds: [MonthlySummary.RoundFigures]) -> [Document.Block] {
    guard rounds.contains(where: \.isProvisional) else { return [] }
    let mark = WorkCalendar.provisionalMark
    return [
      paragraph(
        Bilingual(
          zh: "注：\(mark.zh)指放假安排通知尚未载入，日期可能变动。",
          en: "\(mark.en): the year's holiday notice is not loaded yet; the date may move."))
    ]
  }
}
