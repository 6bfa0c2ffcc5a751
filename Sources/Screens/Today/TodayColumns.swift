import Almanac
import Canvas
import Domain

/// How rounds and hazards stand in columns on Today.
struct TodayColumns {
  private let layout: ColumnLayout
  private let context: Context

  init(_ context: Context) {
    self.context = context
    layout = ColumnLayout(
      [
        .init(Bilingual(zh: "轮次", en: "Round"), width: 34, grows: true),
        .init(Bilingual(zh: "进度", en: "Done"), width: 7, alignment: .trailing),
        .init(Bilingual(zh: "", en: ""), width: 10, importance: 1),
        .init(Bilingual(zh: "期限", en: "Due"), width: 10, importance: 2),
        .init(Bilingual(zh: "状态", en: "State"), width: 13),
      ], width: context.columns - 3)
  }

  private func title(of round: Round) -> String {
    let mark = round.isProvisional ? context(WorkCalendar.provisionalMark) + " " : ""
    return mark + context(round.title)
  }

  /// The title of a round if its column cuts it.
  func cutTitle(of round: Round) -> String? {
    let title = title(of: round)
    return Cells.width(title) > (layout.widths.first?.map { $0 } ?? 0) ? title : nil
  }

  /// - Parameter note: What stands after its title.
  func text(_ round: Round, note: String = "") -> String {
    let bar = Bar.text(round.total == 0 ? 0 : round.done * 8 / round.total, width: 8)
    return layout.row([
      title(of: round) + (note.isEmpty ? "" : "  \(note)"), "\(round.done)/\(round.total)",
      // Read out, the figures say it.
      context.isSpoken ? "" : "[\(bar)]",
      "\(round.due.monthAndDay) \(context(round.due.weekdayName))", state(round),
    ])
  }

  func text(_ hazard: HazardBrief) -> String {
    let whose =
      hazard.person == context.person.id ? "" : "  " + context.bureau.name(hazard.person)
    let left = "  " + context(HazardWords.daysLeft(hazard, on: context.today)) + whose
    let what =
      "\(hazard.id)  \(context.bureau.name(hazard.place))  \(hazard.text)"
    let room = context.columns - 6 - Cells.width(left)
    return (Cells.width(what) > room ? Cells.fit(what, room) : what) + left
  }

  func style(_ round: Round) -> Style {
    switch round.state {
    case .missed, .overdue: .bad
    case .open: round.due == context.today ? .warning : .plain
    case .upcoming, .done, .doneLate, .excused, .lifted: .plain
    }
  }

  private func state(_ round: Round) -> String {
    let days = round.due - context.today
    switch round.state {
    case .missed:
      return context(Bilingual(zh: "!! 漏检", en: "!! missed"))
    case .overdue: return context(Bilingual(zh: "!! 逾期\(-days)天", en: "!! \(-days) d over"))
    case .open where days == 0: return context(Bilingual(zh: "! 今天到期", en: "! due today"))
    case .open: return context(Bilingual(zh: "还有\(days)天", en: "\(days) d left"))
    case .upcoming:
      return context(
        Bilingual(zh: "\(round.start.monthAndDay)开始", en: "from \(round.start.monthAndDay)"))
    case .done, .doneLate, .excused, .lifted: return context(round.state.name)
    }
  }
}
