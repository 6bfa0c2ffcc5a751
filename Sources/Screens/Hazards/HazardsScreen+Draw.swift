import Almanac
import Canvas
import Domain

extension HazardsScreen {
  /// Wide windows show the detail at the right, others below.
  private func isWide(_ context: Context) -> Bool { context.columns >= 110 }

  func listHeight(_ context: Context) -> Int {
    isWide(context)
      ? context.body.count - 1
      : max(4, min(shown(context).count, context.body.count * 11 / 20 - 1))
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    list.draw(into: &grid, row: 1, context)
    let width = isWide(context) ? context.columns * 3 / 5 : context.columns
    drawList(into: &grid, rows: rows, width: width, context)
    if isWide(context) {
      drawDetail(into: &grid, rows: rows, column: width + 1, context)
    } else {
      let top = rows.lowerBound + 1 + listHeight(context)
      grid.rule(row: top)
      drawDetail(into: &grid, rows: (top + 1)..<rows.upperBound, column: 1, context)
    }
    form?.draw(over: &grid, context)
    if let pictured { photographs?.draw(over: &grid, pictured, context) }
  }

  private func drawList(into grid: inout Grid, rows: Range<Int>, width: Int, _ context: Context) {
    let layout = ColumnLayout(
      [
        .init(Bilingual(zh: "编号", en: "Number"), width: 9),
        .init(Bilingual(zh: "部位与问题", en: "Place and what"), width: 18, grows: true),
        .init(Bilingual(zh: "责任", en: "Person"), width: 12, importance: 2),
        .init(Bilingual(zh: "期限", en: "Deadline"), width: 12),
        .init(Bilingual(zh: "状态", en: "State"), width: 11),
      ], width: width - 3)
    grid.write(
      layout.heading(in: context.language), row: rows.lowerBound, column: 2, style: .heading)
    let shown = shown(context)
    for (offset, index) in list.position.visible(count: shown.count, height: listHeight(context))
      .enumerated()
    {
      let row = rows.lowerBound + 1 + offset
      let hazard = shown[index]
      let text = layout.row([
        hazard.id.rawValue,
        majorMark(hazard, context) + context.bureau.name(hazard.report.place) + " "
          + hazard.report.text,
        context.bureau.name(hazard.person),
        context(HazardWords.daysLeft(hazard, on: context.today)),
        context(hazard.state.name) + (hazard.requested == nil ? "" : "*"),
      ])
      let style: Style =
        hazard.isOverdue(on: context.today) ? .bad : hazard.isWaiting ? .warning : .plain
      grid.write(text, row: row, column: 2, style: style)
      if index == list.position.selected {
        grid.write(">", row: row)
        grid.style(row: row, columns: 0..<width, .selected)
        grid.focus = Position(row: row, column: 0)
      }
    }
    if hazards != nil, shown.isEmpty {
      grid.write(
        context(
          list.filter.text.isEmpty
            ? Bilingual(zh: "没有未销号的隐患。", en: "No open hazards.")
            : Bilingual(zh: "没有符合筛选的隐患。", en: "Nothing fits the filter.")),
        row: rows.lowerBound + 2, column: 3)
    }
  }

  /// Most hazards are general: only a major one says so in the list.
  private func majorMark(_ hazard: Hazard, _ context: Context) -> String {
    hazard.report.severity == .major ? "[\(context(hazard.report.severity.name))] " : ""
  }

  private func drawDetail(
    into grid: inout Grid, rows: Range<Int>, column: Int, _ context: Context
  ) {
    guard let hazard = selected(context) else { return }
    let width = grid.columns - column - 1
    let detail = HazardDetail(hazard: hazard, context: context)
    var lines = detail.lines(width: width) + detail.photographs(width: width)
    if let timeline, timeline.id == hazard.id {
      lines += HazardDetail.timeline(timeline.entries, width: width, context)
    }
    for (row, line) in zip(rows, lines) {
      grid.write(
        Cells.clip(line, to: width), row: row, column: column,
        style: row == rows.lowerBound ? .title : .plain)
    }
  }
}

/// A hazard told in lines.
struct HazardDetail {
  var hazard: Hazard
  var context: Context

  func lines(width: Int) -> [String] {
    let report = hazard.report
    let spot = report.spot.map { " (\($0))" } ?? ""
    var lines = Cells.wrap(
      "\(hazard.id) \(context.bureau.name(report.place))\(spot) \(report.text)", width)
    let facts = [
      context(report.severity.name), context(report.category.name),
      context(report.source.name), context(hazard.state.name),
      context.bureau.name(report.section), context.bureau.name(hazard.person),
    ].filter { !$0.isEmpty }.joined(separator: "  ")
    lines += Cells.wrap(facts, width) + Cells.wrap(deadline, width)
    if let basis = report.basis {
      lines += Cells.wrap(context(Bilingual(zh: "依据：", en: "Basis: ") + basis), width)
    }
    if report.asksForStudy {
      lines.append(context(Bilingual(zh: "!! 提请重大研判", en: "!! a study of severity is asked")))
    }
    return lines
  }

  private var deadline: String {
    guard let day = hazard.deadline else {
      return context(Bilingual(zh: "未定期限", en: "no deadline"))
    }
    var text = context(Bilingual(zh: "期限 ", en: "deadline ")) + day.description
    if let original = hazard.originalDeadline, original != day {
      let times = hazard.extensions
      text += context(
        Bilingual(
          zh: "（原 \(original)" + (times == 0 ? "）" : "，延期 \(times) 次）"),
          en: " (at first \(original)" + (times == 0 ? ")" : ", extended \(times)x)")))
    }
    text += "  " + context(HazardWords.daysLeft(hazard, on: context.today))
    if let requested = hazard.requested {
      text += context(
        Bilingual(zh: "  申请延至 \(requested.deadline)", en: "  asks for \(requested.deadline)"))
    }
    return text
  }

  /// The latest line first, so that what happened last is in sight.
  static func timeline(_ entries: [TimelineEntry], width: Int, _ context: Context) -> [String] {
    entries.reversed().flatMap { entry -> [String] in
      guard case .hazard(let event) = entry.event else { return [] }
      let entered = entry.stamp.entered.map {
        context(
          Bilingual(
            zh: "（\(context.bureau.name($0.by)) 代录）",
            en: " (entered by \(context.bureau.name($0.by)))"))
      }
      let head =
        "\(entry.stamp.day.monthAndDay) \(entry.stamp.at.hourAndMinute)  "
        + "\(context.bureau.name(entry.stamp.actor))\(entered ?? "")  \(context(event.name))  "
      return Cells.wrap(head + context(event.note(context.bureau)), width)
    }
  }
}

extension HazardForm {
  func draw(over grid: inout Grid, _ context: Context) {
    if case .menu(let acts) = purpose {
      Dialog(
        title: context(Bilingual(zh: "办理（按数字）", en: "Act (a digit)")),
        choices: acts.map { context($0.name) }, selected: 0
      ).draw(over: &grid)
      return
    }
    let width = min(70, grid.columns - 4)
    let help = help(context, width: width - 4)
    let said = help + Cells.wrap(trouble.map { context($0) } ?? "", width - 4)
    var panel = Grid(columns: width, rows: parts.count + said.count + 3)
    drawFrame(&panel)
    panel.write(title(context), row: 1, column: 2, style: .title)
    for (index, part) in parts.enumerated() {
      let mark = index == focus ? "> " : "  "
      (fields[part] ?? TextField()).draw(
        into: &panel, row: 2 + index, column: 2, width: width - 4,
        label: mark + Cells.fit(context(part.label), 9), isFocused: index == focus)
    }
    for (offset, line) in said.enumerated() {
      panel.write(
        line, row: 2 + parts.count + offset, column: 2,
        style: offset < help.count ? .plain : .alarm)
    }
    let origin = Position(
      row: (grid.rows - panel.rows) / 2, column: (grid.columns - width) / 2)
    let cursor = panel.cursor
    grid.draw(panel, row: origin.row, column: origin.column)
    if let cursor {
      grid.cursor = Position(row: origin.row + cursor.row, column: origin.column + cursor.column)
    }
  }

  private func drawFrame(_ panel: inout Grid) {
    for row in 0..<panel.rows {
      panel.write("|", row: row)
      panel.write("|", row: row, column: panel.columns - 1)
    }
    let rule = "+" + String(repeating: "-", count: panel.columns - 2) + "+"
    panel.write(rule, row: 0)
    panel.write(rule, row: panel.rows - 1)
  }

  private func title(_ context: Context) -> String {
    let what =
      if case .act(let kind) = purpose { kind.name } else {
        Bilingual(zh: "登记隐患", en: "New hazard")
      }
    return context(what) + (hazard.map { " " + $0.rawValue } ?? "") + "   "
      + context(
        Bilingual(zh: "Enter 确定  Tab 下一栏  Esc 取消", en: "Enter done  Tab next  Esc cancel"))
  }

  private func help(_ context: Context, width: Int) -> [String] {
    guard parts.contains(.category) else { return [] }
    func numbered(_ part: Part, _ names: [Bilingual]) -> [String] {
      let choices = names.enumerated().map { "\(($0 + 1) % 10) \(context($1))" }
      return flowed([context(part.label) + ":"] + choices, in: width)
    }
    return numbered(.category, HazardCategory.allCases.map(\.name))
      + numbered(.source, Hazard.Source.allCases.map(\.name))
      + [
        context(
          Bilingual(
            zh: "期限可空；自查以外的来源须填来文", en: "deadline may be empty; other sources need a document"))
      ]
  }
}
