import Almanac
import Canvas
import Domain

extension TodayScreen {
  /// What the star before a round means, over each group that has one.
  private func ownMark(_ group: Agenda.Group, _ context: Context) -> String {
    let rounds = agenda?.groups.first { $0.group == group }?.rounds ?? []
    let hasOwn =
      !context.isSpoken && rounds.contains { agenda?.share(of: $0, for: context.person) == .own }
    return hasOwn ? "  * " + context(Self.own) : ""
  }

  private static let own = Bilingual(zh: "由本人或本科室承担", en: "yours or your section's")

  func draw(
    _ line: Line, into grid: inout Grid, row: Int, _ columns: TodayColumns, _ context: Context
  ) {
    switch line {
    case .alert(let alert):
      grid.write(
        Cells.clip(alert.text(context), to: context.columns - 3), row: row, column: 2,
        style: alert.style)
    case .heading(let group, let count):
      grid.write(
        "\(context(group.name)) (\(count))" + ownMark(group, context), row: row, column: 1,
        style: .heading)
    case .round(let round):
      let isOwn = agenda?.share(of: round, for: context.person) == .own
      if isOwn, !context.isSpoken { grid.write("*", row: row, column: 1) }
      let note = isOwn && context.isSpoken ? context(Self.own) : ""
      grid.write(
        columns.text(round, note: note), row: row, column: 2, style: columns.style(round))
    case .notice(let year):
      grid.write(context(WorkCalendar.reminder(of: year)), row: row, column: 2)
    case .dutyOn(let on):
      let phone = on.phone.map { "  " + $0 } ?? ""
      grid.write(
        Cells.clip(
          context(Bilingual(zh: "现在", en: "Now ")) + DutyWords.words(on.row, context) + phone,
          to: context.columns - 3), row: row, column: 2)
    case .emergency(let due):
      let isOver = due.state(at: context.now) == .overdue
      grid.write(
        Cells.clip(
          (isOver ? "!! " : "! ") + IncidentWords.due(due, context), to: context.columns - 3),
        row: row, column: 2, style: isOver ? .bad : .warning)
    case .emergencies(let count, let overdue):
      let over =
        overdue == 0
        ? Bilingual(verbatim: "") : Bilingual(zh: "，其中超时 \(overdue) 项", en: ", \(overdue) overdue")
      let words = Bilingual(zh: "另有 \(count) 项事故报告待报", en: "\(count) more reports to make")
      grid.write(
        (overdue > 0 ? "!! " : "! ") + context(words + over), row: row, column: 2,
        style: overdue > 0 ? .bad : .warning)
    case .dutyTrouble(let trouble):
      grid.write(
        Cells.clip("!! " + context(trouble.words(context.bureau)), to: context.columns - 3),
        row: row, column: 2, style: .bad)
    case .nilReport(let report):
      let key = context(context.keyMap.name(of: .declareNil))
      let hint =
        declaredByKey(context) == report
        ? context(
          Bilingual(zh: "  按 \(key) 报“无事故”", en: "  \(key) declares no incident")) : ""
      let isMissing = report.state == .missing
      grid.write(
        Cells.clip(
          (isMissing ? "!! " : "") + context(report.reminder) + hint, to: context.columns - 3),
        row: row, column: 2, style: isMissing ? .bad : .warning)
    case .dutyAsked(let roster):
      grid.write(
        Cells.clip(context(roster.swapReminder), to: context.columns - 3), row: row, column: 2,
        style: .warning)
    case .dutyDue(let due):
      grid.write(
        Cells.clip(context(due.reminder(on: context.today)), to: context.columns - 3), row: row,
        column: 2, style: due.isOverdue(on: context.today) ? .bad : .warning)
    case .season(let entry):
      grid.write(context(entry.reminder), row: row, column: 2, style: .warning)
    case .hazards(let counts):
      grid.write(
        context(
          Bilingual(
            zh: "未销号隐患 \(counts.open)，逾期 \(counts.overdue)，待处理 \(counts.waiting)",
            en: "Open hazards \(counts.open), overdue \(counts.overdue), waiting \(counts.waiting)")
        ),
        row: row, column: 2, style: counts.overdue > 0 ? .bad : .plain)
    case .hazard(let hazard):
      grid.write(columns.text(hazard), row: row, column: 4)
    case .leftBehind(let hand):
      grid.write(context(hand.reminder), row: row, column: 2, style: .warning)
    case .exemptions(let count):
      grid.write(
        context(
          Bilingual(zh: "待确认的长期不适用 \(count)", en: "Proposed as never applying: \(count)")),
        row: row, column: 2)
    case .entries(let count):
      grid.write(context(EnteredAct.reminder(of: count)), row: row, column: 2, style: .warning)
    case .activity(let reminder):
      grid.write(
        Cells.clip(context(reminder.words), to: context.columns - 3), row: row, column: 2,
        style: reminder.isOverdue ? .bad : .warning)
    case .expiry(let reminder):
      let mark = reminder.isOverdue ? Expiry.State.overdue.mark + " " : ""
      grid.write(
        Cells.clip(mark + context(reminder.words), to: context.columns - 3), row: row, column: 2,
        style: reminder.isOverdue ? .bad : .plain)
    case .assets(let words):
      grid.write(Cells.clip(context(words), to: context.columns - 3), row: row, column: 2)
    case .rules(let words):
      grid.write(
        Cells.clip(context(words), to: context.columns - 3), row: row, column: 2, style: .warning)
    case .goal(let reminder):
      let mark = reminder.isLate ? "!! " : ""
      grid.write(
        Cells.clip(mark + context(reminder.words), to: context.columns - 3), row: row, column: 2,
        style: reminder.isLate ? .bad : .warning)
    case .vehicle(let reminder):
      let mark = reminder.isOverdue ? "!! " : ""
      grid.write(
        Cells.clip(mark + context(reminder.words), to: context.columns - 3), row: row, column: 2,
        style: reminder.isOverdue ? .bad : .plain)
    case .gaps(let gaps):
      let words = ResponsibilityGap.reminder(gaps, context.bureau).map { context($0) } ?? ""
      grid.write(Cells.clip(words, to: context.columns - 3), row: row, column: 2)
    case .report(let due):
      grid.write(
        Cells.clip(context(due.words), to: context.columns - 3), row: row, column: 2,
        style: .warning)
    case .keys(let count):
      grid.write(
        context(
          Bilingual(zh: "待登记的签名密钥 \(count)", en: "Keys that wait to be tied: \(count)")),
        row: row, column: 2)
    case .waiting(let count, let topics):
      grid.write(
        Cells.clip(context(words(waiting: count, topics)), to: context.columns - 3), row: row,
        column: 2)
    case .draft(let draft):
      grid.write(context(words(of: draft, context)), row: row, column: 2, style: .warning)
    }
  }
}
