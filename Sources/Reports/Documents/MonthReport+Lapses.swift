import Almanac
import Canvas
import Domain

extension MonthReport {
  /// What was not walked in time, and why.
  var lapses: [Document.Block] {
    let heading = heading(Bilingual(zh: "三、漏检、补检及原因", en: "3. Missed and late checks"))
    let counts = paragraph(lapseCounts)
    guard !summary.lapses.isEmpty else { return [heading, counts] }
    return [
      heading, counts,
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
      ? Bilingual(zh: "本月无漏检", en: "Nothing was missed this month")
      : Bilingual(zh: "本月漏检\(total.missed)处次", en: "Missed this month: \(total.missed)")
    let late =
      total.late == 0
      ? Bilingual(zh: "，无补检", en: "; nothing was walked late")
      : Bilingual(zh: "，补检\(total.late)处次", en: "; walked late: \(total.late)")
    let excused =
      total.excused == 0
      ? Bilingual(verbatim: "")
      : Bilingual(zh: "，经批准免查\(total.excused)处次", en: "; excused: \(total.excused)")
    let waiting = summary.lapses.count { $0.state == .overdue }
    let overdue =
      waiting == 0
      ? Bilingual(verbatim: "")
      : Bilingual(zh: "，逾期未检\(waiting)处次", en: "; overdue and still to be walked: \(waiting)")
    return missed + late + excused + overdue + Bilingual(zh: "。", en: ".")
  }

  private var lapseLines: [LapseLine] {
    let frequent = Set(lines.filter(\.isFrequent).compactMap(\.plan))
    return summary.lapses.reduce(into: []) { lines, lapse in
      let isFrequent = frequent.contains(lapse.id.plan)
      if let index = lines.firstIndex(where: { $0.takes(lapse, isFrequent: isFrequent) }) {
        lines[index].members.append(lapse)
      } else {
        lines.append(LapseLine(first: lapse, members: [lapse], isFrequent: isFrequent))
      }
    }
  }

  private func planTitle(_ lapse: MonthlySummary.Lapse) -> Bilingual {
    summary.rounds.first { $0.id == lapse.id }?.plan ?? lapse.round
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
