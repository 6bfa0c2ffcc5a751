import Almanac
import Canvas

/// Where a list stands, with its filter: shared by every screen that shows one.
struct ListState: Equatable, Sendable {
  var position = ListPosition()
  var filter = TextField()
  /// Whether keys go to the filter.
  var isFiltering = false

  /// Begins typing a new filter.
  mutating func beginFilter() {
    filter = TextField()
    isFiltering = true
  }

  /// Takes a key that is no action.
  mutating func type(_ key: Key, count: Int, height: Int, top: Int) {
    if isFiltering { return typeFilter(key, count: count, height: height) }
    if case .mouse(let mouse) = key, mouse.kind == .press {
      _ = position.select(row: mouse.row - top, count: count, height: height)
    } else {
      _ = position.move(key, count: count, height: height)
    }
  }

  private mutating func typeFilter(_ key: Key, count: Int, height: Int) {
    switch key {
    case .enter: isFiltering = false
    case .escape:
      filter = TextField()
      isFiltering = false
    case .up, .down, .pageUp, .pageDown: _ = position.move(key, count: count, height: height)
    default: if filter.update(key) { position = ListPosition() }
    }
  }

  /// Takes the filter away.
  ///
  /// - Returns: Whether there was one.
  mutating func clearFilter() -> Bool {
    guard !filter.text.isEmpty else { return false }
    filter = TextField()
    return true
  }

  /// The cells that the filter takes at the end of a title; none where nothing is filtered.
  func filterColumns(_ context: Context) -> Int {
    isFiltering || !filter.text.isEmpty ? min(30, context.columns / 3) + 2 : 0
  }

  /// The filter as it stands in a title, and the cursor while it is typed.
  func draw(into grid: inout Grid, row: Int, _ context: Context) {
    guard filterColumns(context) > 0 else { return }
    let label = context(Bilingual(zh: "筛选", en: "filter"))
    let width = filterColumns(context) - 2
    grid.write("  ", row: row, column: context.columns - width - 3)
    filter.draw(
      into: &grid, row: row, column: context.columns - width - 1, width: width, label: label,
      isFocused: isFiltering)
  }
}
