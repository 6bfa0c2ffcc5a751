import Almanac
import Canvas
import Domain

/// A list that a filter narrows, whose selected line is told below it and can be acted on, with the words that
/// an act may need.
struct ActList: Sendable {
  /// How its lines stand in columns, and what is told of one.
  struct Look<Line> {
    var columns: [ColumnLayout.Column]
    /// Said where there is no line.
    var nothing: Bilingual
    var cells: (Line) -> [String]
    var detail: (Line) -> [String]
    /// Whether a line is marked, to be dealt with beside others.
    var isMarked: (Line) -> Bool = { _ in false }
  }

  /// The selected line, from 0.
  var selected: Int { list.position.selected }
  /// The reason of an act while it is typed.
  private(set) var reason: TextField?
  private var label = Bilingual(verbatim: "")
  private var list = ListState()
  /// The rows below the list for what is told.
  private let detailRows: Int

  /// A list with so many rows below it.
  init(detailRows: Int) { self.detailRows = detailRows }

  /// Whether keys are text: of the filter, or of a reason.
  var isTyping: Bool { reason != nil || list.isFiltering }

  /// Begins typing a new filter.
  mutating func beginFilter() {
    list.beginFilter()
    goToTop()
  }

  /// Goes to the first line, as when the order has changed.
  mutating func goToTop() { list.position = ListPosition() }

  /// The lines in whose cells the filter is found.
  func found<Line>(_ lines: [Line], _ look: Look<Line>, _ context: Context) -> [Line] {
    let filter = Filter(list.filter.text, context.pinyin)
    guard !filter.isEmpty else { return lines }
    return lines.filter { filter.matches(look.cells($0).joined(separator: " ")) }
  }

  /// The first of some titles, the fullest first, that stands whole beside the filter.
  func title(_ titles: [Bilingual], _ context: Context) -> String {
    context.titleFitting(titles.map { context($0) }, besideColumns: list.filterColumns(context))
  }

  private func height(_ context: Context) -> Int {
    max(3, context.body.count - detailRows - 2)
  }

  /// Stays inside a list that has changed.
  mutating func keep(count: Int, _ context: Context) {
    list.position.keep(count: count, height: height(context))
  }

  /// Selects a line.
  mutating func select(_ index: Int, count: Int, _ context: Context) {
    list.position.follow(to: index, count: count, height: height(context))
  }

  /// Begins to ask for the reason of an act.
  mutating func ask(_ label: Bilingual) {
    self.label = label
    reason = TextField()
  }

  /// Puts a reason typed before in the place of the one that is asked for.
  mutating func restore(_ texts: [String: String]) {
    if reason != nil { reason = texts.field }
  }

  /// Asks no more.
  mutating func stopAsking() { reason = nil }

  /// Takes a key that moves or is typed.
  ///
  /// - Returns: The reason, when Enter gives it.
  mutating func type(_ key: Key, count: Int, _ context: Context) -> String? {
    guard var field = reason else {
      list.type(key, count: count, height: height(context), top: context.body.lowerBound + 1)
      return nil
    }
    switch key {
    case .escape, .control("c"): reason = nil
    case .enter: return field.text
    default:
      _ = field.update(key)
      reason = field
    }
    return nil
  }

  /// Draws the lines, what is told of the selected one, and the reason that is asked for.
  func draw<Line>(
    _ lines: [Line], _ look: Look<Line>, into grid: inout Grid, rows: Range<Int>,
    _ context: Context
  ) {
    let layout = ColumnLayout(look.columns, width: context.columns - 3)
    grid.write(
      layout.heading(in: context.language), row: rows.lowerBound, column: 2, style: .heading)
    list.draw(into: &grid, row: 1, context)
    grid.place = list.position.place(count: lines.count, height: height(context))
    let shown = list.position.visible(count: lines.count, height: height(context))
    for (offset, index) in shown.enumerated() {
      let row = rows.lowerBound + 1 + offset
      let isMarked = look.isMarked(lines[index])
      var cells = look.cells(lines[index])
      if isMarked, context.isSpoken { cells[0] += " " + context.tick(true) }
      grid.write(layout.row(cells), row: row, column: 2)
      if isMarked, !context.isSpoken { grid.write("*", row: row, column: 1) }
      grid.choices.append(row)
      guard index == selected else { continue }
      grid.write(">", row: row)
      grid.fill(row: row, style: .selected)
      grid.focus = Position(row: row, column: 0)
    }
    if lines.indices.contains(selected) {
      tell(look.detail(lines[selected]), into: &grid, rows, context)
    } else {
      let words =
        list.filter.text.isEmpty
        ? look.nothing : Bilingual(zh: "没有符合筛选的。", en: "Nothing fits the filter.")
      grid.write(context(words), row: rows.lowerBound + 2, column: 3)
    }
    drawReason(into: &grid, context)
  }

  private func tell(
    _ detail: [String], into grid: inout Grid, _ rows: Range<Int>, _ context: Context
  ) {
    let top = rows.lowerBound + 1 + height(context)
    grid.rule(row: top)
    let lines = detail.flatMap { Cells.wrap($0, context.columns - 2) }
    let room = max(0, min(detailRows, rows.upperBound - top - 1))
    for (offset, line) in lines.prefix(room).enumerated() {
      grid.write(line, row: top + 1 + offset, column: 1, style: offset == 0 ? .title : .plain)
    }
  }

  private func drawReason(into grid: inout Grid, _ context: Context) {
    guard let reason else { return }
    let row = context.rows - 3
    grid.write(Cells.blank(context.columns), row: row)
    reason.draw(
      into: &grid, row: row, column: 1, width: context.columns - 2, label: context(label),
      telling: .room(reason.text), context)
  }
}
