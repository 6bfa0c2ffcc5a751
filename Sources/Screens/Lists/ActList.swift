import Almanac
import Canvas
import Domain

/// A list whose selected line is told below it and can be acted on, with the words that an act may need.
struct ActList: Sendable {
  /// How its lines stand in columns, and what is told of one.
  struct Look<Line> {
    var columns: [ColumnLayout.Column]
    /// Said where there is no line.
    var nothing: Bilingual
    var cells: (Line) -> [String]
    var detail: (Line) -> [String]
  }

  /// The selected line, from 0.
  var selected: Int { position.selected }
  /// The reason of an act while it is typed.
  private(set) var reason: TextField?
  private var label = Bilingual(verbatim: "")
  private var position = ListPosition()
  /// The rows below the list for what is told.
  private let detailRows: Int

  /// A list with so many rows below it.
  init(detailRows: Int) { self.detailRows = detailRows }

  private func height(_ context: Context) -> Int {
    max(3, context.body.count - detailRows - 2)
  }

  /// Stays inside a list that has changed.
  mutating func keep(count: Int, _ context: Context) {
    position.keep(count: count, height: height(context))
  }

  /// Goes to a line.
  mutating func select(_ index: Int, count: Int, _ context: Context) {
    position.follow(to: index, count: count, height: height(context))
  }

  /// Begins to ask for the reason of an act.
  mutating func ask(_ label: Bilingual) {
    self.label = label
    reason = TextField()
  }

  /// Asks no more.
  mutating func stopAsking() { reason = nil }

  /// Takes a key that moves or is typed.
  ///
  /// - Returns: The reason, when Enter gives it.
  mutating func type(_ key: Key, count: Int, _ context: Context) -> String? {
    guard var field = reason else {
      move(key, count: count, context)
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

  private mutating func move(_ key: Key, count: Int, _ context: Context) {
    if case .mouse(let mouse) = key, mouse.kind == .press {
      _ = position.select(
        row: mouse.row - context.body.lowerBound - 1, count: count, height: height(context))
    } else {
      _ = position.move(key, count: count, height: height(context))
    }
  }

  /// Draws the lines, what is told of the selected one, and the reason that is asked for.
  func draw<Line>(
    _ lines: [Line], _ look: Look<Line>, into grid: inout Grid, rows: Range<Int>,
    _ context: Context
  ) {
    let layout = ColumnLayout(look.columns, width: context.columns - 3)
    grid.write(
      layout.heading(in: context.language), row: rows.lowerBound, column: 2, style: .heading)
    let shown = position.visible(count: lines.count, height: height(context))
    for (offset, index) in shown.enumerated() {
      let row = rows.lowerBound + 1 + offset
      grid.write(layout.row(look.cells(lines[index])), row: row, column: 2)
      grid.choices.append(row)
      guard index == selected else { continue }
      grid.write(">", row: row)
      grid.fill(row: row, style: .selected)
      grid.focus = Position(row: row, column: 0)
    }
    if lines.indices.contains(selected) {
      tell(look.detail(lines[selected]), into: &grid, rows, context)
    } else {
      grid.write(context(look.nothing), row: rows.lowerBound + 2, column: 3)
    }
    drawReason(into: &grid, context)
  }

  private func tell(
    _ detail: [String], into grid: inout Grid, _ rows: Range<Int>, _ context: Context
  ) {
    let top = rows.lowerBound + 1 + height(context)
    grid.rule(row: top)
    let lines = detail.flatMap { Cells.wrap($0, context.columns - 2) }
    for (offset, line) in lines.prefix(detailRows).enumerated() {
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
