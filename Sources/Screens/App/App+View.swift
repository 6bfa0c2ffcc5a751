import Almanac
import Canvas
import Domain

extension App {
  /// The least window in which the program draws itself.
  static let least = (columns: 60, rows: 16)

  /// The program as a picture.
  public var view: Grid {
    var grid = Grid(columns: context.columns, rows: context.rows)
    guard context.columns >= Self.least.columns, context.rows >= Self.least.rows else {
      drawTooSmall(&grid)
      return grid
    }
    header.draw(into: &grid)
    drawTitle(&grid)
    grid.rule(row: 2)
    screen.draw(into: &grid, rows: context.body, context)
    drawPlace(&grid)
    drawStatus(&grid)
    drawFooter(&grid)
    if let overlay { overlay.draw(over: &grid, self) }
    return grid
  }

  private func drawTooSmall(_ grid: inout Grid) {
    let words = Bilingual(
      zh: "窗口太小 (需要 \(Self.least.columns)x\(Self.least.rows))",
      en: "Window too small (needs \(Self.least.columns)x\(Self.least.rows))")
    grid.write(context(words), row: 0)
  }

  private func drawTitle(_ grid: inout Grid) {
    let progress = screen.progress(context)
    let room = context.columns - 2 - (progress.isEmpty ? 0 : Cells.width(progress) + 2)
    grid.write(Cells.fit(screen.title(context), room), row: 1, column: 1, style: .title)
    grid.write(
      progress, row: 1, column: max(0, context.columns - 1 - Cells.width(progress)), style: .title)
  }

  /// Where one is in a long list, at the end of the rule above it.
  private func drawPlace(_ grid: inout Grid) {
    guard !grid.place.isEmpty else { return }
    let place = " \(grid.place) "
    grid.write(place, row: 2, column: context.columns - Cells.width(place) - 2)
  }

  private var header: Header { Header(context, open: screen.tab) }

  /// The tab under a column of the header.
  func tab(at column: Int) -> Tab? {
    header.places.first { $0.columns.contains(column) }?.tab
  }

  private func drawStatus(_ grid: inout Grid) {
    let row = context.rows - 2
    let warning = context(Organization.classifiedWarning)
    let right = context.columns - Cells.width(warning) - 1
    let text = news.map { context($0.text) } ?? screen.status(context)
    let isWarning = news?.isWarning ?? false
    let lines = news == nil ? [] : Cells.wrap(text, context.columns - 2)
    guard lines.count < 2 else { return drawLong(lines, isWarning, &grid) }
    let isLong = Cells.width(text) > right - 3
    if !isLong { grid.write(warning, row: row, column: right) }
    grid.write(
      Cells.clip(text, to: isLong ? context.columns - 2 : right - 3), row: row, column: 1,
      style: isWarning ? .alarm : .notice)
  }

  /// News of several rows ends on the status line, or above the field that is being typed near it.
  private func drawLong(_ lines: [String], _ isWarning: Bool, _ grid: inout Grid) {
    let shown = lines.prefix(Self.mostNews)
    var end = context.rows - 1
    if let cursor = grid.cursor, (end - shown.count..<end).contains(cursor.row) { end = cursor.row }
    for (row, line) in zip(end - shown.count..<end, shown) {
      grid.write(Cells.blank(context.columns), row: row)
      grid.write(line, row: row, column: 1, style: isWarning ? .alarm : .notice)
    }
  }

  /// The rows that news may take.
  static let mostNews = 3

  private func drawFooter(_ grid: inout Grid) {
    let own = screen.actions(context)
    let isModal = overlay != nil || screen.claims(.escape, context)
    let shown =
      isModal
      ? [.back]
      : (own + Action.everywhere.filter { !own.contains($0) })
        .filter { !$0.isHiddenInFooter && ($0 != .back || screens.count > 1) }
    let hints = shown.compactMap { action in
      let keys =
        isModal ? context.keyMap.keys(of: action) : action.keys(on: screen, context)
      return keys.first.map {
        KeyHint(context($0.name), action.entry.label, importance: action.entry.importance)
      }
    }
    Footer.draw(hints, into: &grid, row: context.rows - 1, in: context.language)
  }
}
