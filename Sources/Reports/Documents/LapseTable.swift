import Almanac
import Canvas
import Domain

/// What was not walked in time and why, as a part of a summary.
struct LapseTable: Written {
  let lapses: [MonthlySummary.Lapse]
  /// The rounds of the summary.
  let rounds: [MonthlySummary.RoundFigures]
  let names: Names
  /// When that was, as `本月` and `this month`.
  let span: Bilingual
  /// The year of the days that are written without one.
  let year: Int
  let language: Language

  private var total: RoundLine { RoundLine(rounds) }

  var blocks: [Document.Block] {
    let counts = paragraph(lapseCounts)
    guard !lapses.isEmpty else { return [counts] }
    return [
      counts,
      .table(
        .init(
          columns: [
            words(Bilingual(zh: "轮次", en: "Round"), 7),
            days(Bilingual(zh: "应完成日", en: "Due"), 4, in: year),
            words(Bilingual(zh: "场所", en: "Places"), 7),
            marks(Bilingual(zh: "情况", en: "What"), 5),
            days(Bilingual(zh: "补检日", en: "Made up"), 4, in: year),
            words(Bilingual(zh: "原因", en: "Reason"), 7),
          ], rows: lapseLines.map(row))),
    ]
  }

  private var lapseCounts: Bilingual {
    let missed =
      total.missed == 0
      ? Bilingual(zh: "\(span.zh)无漏检", en: "Nothing was missed \(span.en)")
      : Bilingual(zh: "\(span.zh)漏检\(total.missed)处次", en: "Missed \(span.en): \(total.missed)")
    let late =
      total.late == 0
      ? Bilingual(zh: "，无补检", en: "; nothing was walked late")
      : Bilingual(zh: "，补检\(total.late)处次", en: "; walked late: \(total.late)")
    let excused =
      total.excused == 0
      ? Bilingual(verbatim: "")
      : Bilingual(zh: "，经批准免查\(total.excused)处次", en: "; excused: \(total.excused)")
    let waiting = lapses.count { $0.state == .overdue }
    let overdue =
      waiting == 0
      ? Bilingual(verbatim: "")
      : Bilingual(zh: "，逾期未检\(waiting)处次", en: "; overdue and still to be walked: \(waiting)")
    return missed + late + excused + overdue + Bilingual(zh: "。", en: ".")
  }

  private var lapseLines: [LapseLine] {
    let frequent = Set(RoundLine.gathered(rounds).filter(\.isFrequent).compactMap(\.plan))
    return lapses.reduce(into: []) { lines, lapse in
      let isFrequent = frequent.contains(lapse.id.plan)
      if let index = lines.firstIndex(where: { $0.takes(lapse, isFrequent: isFrequent) }) {
        lines[index].members.append(lapse)
      } else {
        lines.append(LapseLine(first: lapse, members: [lapse], isFrequent: isFrequent))
      }
    }
  }

  private func planTitle(_ lapse: MonthlySummary.Lapse) -> Bilingual {
    rounds.first { $0.id == lapse.id }?.plan ?? lapse.round
  }

  private func row(_ line: LapseLine) -> [String] {
    let title =
      line.isFrequent
      ? planTitle(line.first) : line.first.round
    return [
      title[language],
      listed(line.members.map(\.due.monthAndDay)),
      listed(line.members.map { names.name($0.place) }),
      line.situation[language],
      listed(line.members.compactMap { $0.walked.map { short($0, in: year) } }),
      line.first.reason ?? Bilingual(zh: "未说明", en: "not given")[language],
    ]
  }
}

/// Lapses of the same kind and reason: in the places of one round, or at one place in the many rounds of
/// a plan.
private struct LapseLine {
  var first: MonthlySummary.Lapse
  var members: [MonthlySummary.Lapse]
  var isFrequent: Bool

  func takes(_ lapse: MonthlySummary.Lapse, isFrequent: Bool) -> Bool {
    let isNear =
      isFrequent
      ? lapse.id.plan == first.id.plan && lapse.place == first.place : lapse.id == first.id
    return isNear && lapse.state == first.state && lapse.wasMissed == first.wasMissed
      && lapse.reason == first.reason
  }

  var situation: Bilingual {
    let name =
      first.state == .doneLate && first.wasMissed
      ? Bilingual(zh: "漏检后补检", en: "missed, made up") : first.state.name
    let times = Bilingual(zh: "\(members.count)次", en: " ×\(members.count)")
    return isFrequent && members.count > 1 ? name + times : name
  }
}
