import Almanac
import Canvas
import Domain

/// Open hazards by section and by age at a glance, as bars made of text.
struct HazardOverview {
  var hazards: [HazardBrief]
  var context: Context

  /// One section's open hazards; those of no section stand under a dash.
  private struct Share {
    var name: String
    var open: Int
    var overdue: Int
  }

  private var shares: [Share] {
    Dictionary(grouping: hazards, by: \.section).map { section, found in
      let name = context.bureau.name(section)
      return Share(
        name: name.isEmpty ? "-" : name, open: found.count,
        overdue: found.count { $0.isOverdue(on: context.today) })
    }
    .sorted { ($1.overdue, $1.open, $0.name) < ($0.overdue, $0.open, $1.name) }
  }

  /// The lines of the panel: a bar a section, the overdue part first, then a bar an age.
  func lines(width: Int) -> [String] {
    let most = max(shares.map(\.open).max() ?? 0, ages.map(\.count).max() ?? 0)
    let names = (shares.map(\.name) + ages.map(\.name)).map(Cells.width).max() ?? 0
    let head = min(names, 20)
    let room = max(8, width - head - 14)
    func bar(_ name: String, _ overdue: Int, _ count: Int) -> String {
      let cells = most == 0 ? 0 : max(count > 0 ? 1 : 0, count * room / most)
      let marked = count == 0 ? 0 : max(overdue > 0 ? 1 : 0, cells * overdue / count)
      let figures = overdue > 0 ? "\(count) (!\(overdue))" : "\(count)"
      return Cells.fit(name, head) + "  " + Cells.fit(figures, 10) + "  "
        + String(repeating: "!", count: marked) + String(repeating: "#", count: cells - marked)
    }
    return [context(Bilingual(zh: "按科室（! 逾期）", en: "By section (! overdue)"))]
      + shares.map { bar($0.name, $0.overdue, $0.open) }
      + ["", context(Bilingual(zh: "按发现以来的天数", en: "By days since the finding"))]
      + ages.map { bar($0.name, $0.overdue, $0.count) }
  }

  private var ages: [(name: String, count: Int, overdue: Int)] {
    let spans: [(Bilingual, ClosedRange<Int>)] = [
      (Bilingual(zh: "0-7天", en: "0-7 d"), 0...7), (Bilingual(zh: "8-30天", en: "8-30 d"), 8...30),
      (Bilingual(zh: "30天以上", en: "over 30 d"), 31...Int.max),
    ]
    return spans.map { name, span in
      let found = hazards.filter { span.contains(max(0, context.today - $0.reported)) }
      return (
        context(name), found.count, found.count { $0.isOverdue(on: context.today) }
      )
    }
  }

  func draw(over grid: inout Grid) {
    let width = min(70, grid.columns - 8)
    Dialog(
      title: context(Bilingual(zh: "未销号隐患一览（按任意键关闭）", en: "Open hazards (any key closes)")),
      lines: lines(width: width)
    ).draw(over: &grid)
  }
}
