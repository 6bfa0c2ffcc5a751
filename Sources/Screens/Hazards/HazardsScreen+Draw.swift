import Almanac
import Canvas
import Domain

extension HazardsScreen {
  /// How many are open and how many are marked; beside a filter or in a narrow window what matters less is
  /// left out.
  func title(_ context: Context) -> String {
    let counts = window?.counts ?? HazardCounts(open: 0, overdue: 0, waiting: 0)
    let major = window?.major ?? 0
    let open = Bilingual(zh: "未销号隐患 \(counts.open) 条", en: "Open hazards \(counts.open)")
    let most = Bilingual(
      zh: "（重大 \(major)，逾期 \(counts.overdue)，待处理 \(counts.waiting)）",
      en: " (major \(major), overdue \(counts.overdue), waiting \(counts.waiting))")
    let some = Bilingual(
      zh: "（逾期 \(counts.overdue)，待处理 \(counts.waiting)）",
      en: " (overdue \(counts.overdue), waiting \(counts.waiting))")
    let chosen =
      marked.isEmpty
      ? Bilingual(verbatim: "")
      : Bilingual(zh: "  已选 \(marked.count) 条", en: "  \(marked.count) marked")
    let sorted = Bilingual(zh: "  排序：\(order.name.zh)", en: "  by \(order.name.en)")
    return context.titleFitting(
      [open + most + chosen + sorted, open + most + chosen, open + some + chosen, open + chosen]
        .map { context($0) }, besideColumns: list.filterColumns(context))
  }

  /// Wide windows show the detail at the right, others below.
  private func isWide(_ context: Context) -> Bool { context.columns >= 110 && !context.isSpoken }

  func listHeight(_ context: Context) -> Int {
    isWide(context)
      ? context.body.count - 1
      : max(4, min(count, context.body.count * 11 / 20 - 1))
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    list.draw(into: &grid, row: 1, context)
    let width = isWide(context) ? max(74, context.columns * 3 / 5) : context.columns
    drawList(into: &grid, rows: rows, width: width, context)
    if isWide(context) {
      drawDetail(into: &grid, rows: rows, column: width + 1, context)
    } else {
      let top = rows.lowerBound + 1 + listHeight(context)
      grid.rule(row: top)
      drawDetail(into: &grid, rows: (top + 1)..<rows.upperBound, column: 1, context)
    }
    form?.draw(over: &grid, context)
    refusals.drawRefusals(over: &grid, context)
    if let overview {
      HazardOverview(hazards: overview, context: context).draw(over: &grid)
    }
    if let pictured { photographs?.draw(over: &grid, pictured, context) }
    papers?.draw(over: &grid, context)
  }

  private func drawList(into grid: inout Grid, rows: Range<Int>, width: Int, _ context: Context) {
    let layout = ColumnLayout(
      [
        .init(Bilingual(zh: "编号", en: "Number"), width: context.isSpoken ? 24 : 9),
        .init(Bilingual(zh: "部位与问题", en: "Place and what"), width: 18, grows: true),
        .init(Bilingual(zh: "责任", en: "Person"), width: 12, importance: 2),
        .init(Bilingual(zh: "期限", en: "Deadline"), width: 12),
        .init(Bilingual(zh: "状态", en: "State"), width: 11),
      ], width: width - 3)
    grid.write(
      layout.heading(in: context.language), row: rows.lowerBound, column: 2, style: .heading)
    grid.place = list.position.place(count: count, height: listHeight(context))
    for (offset, index) in list.position.visible(count: count, height: listHeight(context))
      .enumerated()
    {
      guard let hazard = window?[index] else { continue }
      let row = rows.lowerBound + 1 + offset
      let isMarked = marked[hazard.id] != nil
      let text = layout.row([
        hazard.id.rawValue + (isMarked && context.isSpoken ? " " + context.tick(true) : ""),
        Self.words(
          majorMark(hazard, context) + context.bureau.name(hazard.report.place),
          hazard.report.text, in: layout.widths[1] ?? 0),
        context.bureau.name(hazard.person),
        context(HazardWords.daysLeft(hazard, on: context.today)),
        context(hazard.state.name) + (hazard.requested == nil || context.isSpoken ? "" : "*"),
      ])
      let style: Style =
        hazard.isOverdue(on: context.today) ? .bad : hazard.isWaiting ? .warning : .plain
      grid.write(text, row: row, column: 2, style: style)
      if isMarked, !context.isSpoken { grid.write("*", row: row, column: 1) }
      grid.choices.append(row)
      if index == list.position.selected {
        grid.write(">", row: row)
        grid.style(row: row, columns: 0..<width, .selected)
        grid.focus = Position(row: row, column: 0)
      }
    }
    if window?.total == 0 {
      grid.write(
        context(
          list.filter.text.isEmpty
            ? Bilingual(zh: "没有未销号的隐患。", en: "No open hazards.")
            : Bilingual(zh: "没有符合筛选的隐患。", en: "Nothing fits the filter.")),
        row: rows.lowerBound + 2, column: 3)
    }
  }

  /// Place and problem in one column: a long name of a place leaves a few cells for the problem, by which
  /// the hazards of the place are told apart.
  static func words(_ place: String, _ problem: String, in columns: Int) -> String {
    let room = columns - min(5, Cells.width(problem)) - 1
    let name = Cells.width(place) > room ? trimmed(Cells.fit(place, max(0, room))) : place
    return name + " " + problem
  }

  /// Most hazards are general: only a major one says so in the list.
  private func majorMark(_ hazard: Hazard, _ context: Context) -> String {
    hazard.severity == .major ? "[\(context(hazard.severity.name))] " : ""
  }

  private func drawDetail(
    into grid: inout Grid, rows: Range<Int>, column: Int, _ context: Context
  ) {
    guard let hazard = selected else { return }
    let width = grid.columns - column - 1
    let detail = HazardDetail(
      hazard: hazard, context: context,
      notices: notices.flatMap { $0.id == hazard.id ? $0.all : nil } ?? [])
    var rest = detail.photographs(width: width)
    if let timeline, timeline.id == hazard.id {
      rest += HazardDetail.timeline(timeline.entries, width: width, context)
    }
    let all = detail.lines(width: width) + rest
    let isWhole = all.count <= rows.count
    let lines = isWhole ? all : detail.lines(width: width, rows: rows.count) + rest
    for (row, line) in zip(rows, lines) {
      grid.write(
        Cells.clip(line, to: width), row: row, column: column,
        style: row == rows.lowerBound ? .title : .plain)
    }
    guard !isWhole, let last = rows.last else { return }
    let more = all.count - rows.count
    let key = context.keyName(of: .whole)
    let sign = context(
      Bilingual(zh: " 还有 \(more) 行，\(key) 看全部 ", en: " \(more) more, \(key) shows all "))
    // In the rule above the pane it covers nothing.
    grid.write(
      sign, row: isWide(context) ? last : rows.lowerBound - 1,
      column: max(column, column + width - Cells.width(sign)), style: .notice)
  }
}
