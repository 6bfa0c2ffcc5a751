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
}
