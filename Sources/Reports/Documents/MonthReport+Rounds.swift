import Almanac
import Canvas
import Domain

extension MonthReport {
  /// The rounds due in the month and how far they were walked.
  var rounds: [Document.Block] {
    let heading = heading(Bilingual(zh: "二、检查轮次完成情况", en: "2. Rounds and their completion"))
    guard !lines.isEmpty else {
      return [
        heading, paragraph(Bilingual(zh: "本月无到期检查轮次。", en: "No round was due this month.")),
      ]
    }
    return [heading, RoundTable(lines: lines, total: total, language: language).block]
      + RoundTable.notes(language) + provisionalNote(summary.rounds)
  }

  /// Next month's rounds.
  var plan: [Document.Block] {
    let heading = heading(Bilingual(zh: "七、下月检查计划", en: "7. Next month's plan"))
    let month = summary.month.next.prose
    guard !summary.next.isEmpty else {
      return [
        heading,
        paragraph(Bilingual(zh: "\(month.zh)暂无检查安排。", en: "Nothing is planned for \(month.en).")),
      ]
    }
    return [
      heading,
      .table(
        .init(
          columns: [
            words(Bilingual(zh: "轮次", en: "Round"), 10),
            days(Bilingual(zh: "应完成日", en: "Due"), 6, in: summary.month.next.year),
            numbers(Bilingual(zh: "应检（处次）", en: "Checks asked"), 5),
          ],
          rows: RoundLine.gathered(summary.next).map {
            [$0.title[language], $0.due[language], "\($0.total)"]
          })),
    ] + provisionalNote(summary.next)
  }

  private func provisionalNote(_ rounds: [RoundLine.Figures]) -> [Document.Block] {
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
