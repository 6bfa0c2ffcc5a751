import CNcurses
import Canvas

extension TerminalDriver {
  /// Brings the screen to show a grid: rows that changed are written whole, the cursor is placed last.
  ///
  /// The last cell of the last row stays empty, for a terminal may scroll when it is written.
  public func draw(_ grid: Grid) {
    let size = self.size
    let changed = (0..<size.rows).filter { row in
      shown.map { !grid.hasSameRow(row, as: $0) } ?? true
    }
    for row in changed {
      write(grid, row: row, columns: row == size.rows - 1 ? size.columns - 1 : size.columns)
    }
    // One row cannot be seen half drawn.
    let isHeld = decoder.canSynchronize && changed.count > 1
    if isHeld { cn_write("\u{1B}[?2026h") }
    place(grid.cursor, orAt: grid.focus, in: size)
    refresh()
    if isHeld { cn_write("\u{1B}[?2026l") }
    lastGrid = grid
    shown = grid
  }

  private func write(_ grid: Grid, row: Int, columns: Int) {
    move(Int32(row), 0)
    clrtoeol()
    for (column, cell) in grid.cells(inRow: row).enumerated()
    where cell.width > 0 && column + cell.width <= columns {
      let text =
        isAmbiguousWide
        ? Substitutes.narrow(cell.text)
        : hasBlocks ? cell.text : Substitutes.plainBar(cell.text)
      let scalars = text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
      _ = cn_put(
        Int32(row), Int32(column), scalars, palette.attributes(cell.style),
        palette.pair(cell.style))
    }
  }

  private func place(
    _ cursor: Position?, orAt focus: Position?, in size: (columns: Int, rows: Int)
  ) {
    let rest = Position(row: size.rows - 1, column: 0)
    let target = cursor ?? focus ?? rest
    move(
      Int32(max(0, min(target.row, size.rows - 1))),
      Int32(max(0, min(target.column, size.columns - 1))))
    curs_set(cursor == nil ? 0 : 1)
  }
}

/// The looks of a theme as curses takes them.
struct Palette {
  private let looks: [Style: Look]
  private let pairs: [Style: Int16]

  /// Sets the colours up, where the terminal has any: a pair for each style.
  init(_ theme: Theme) {
    let colours = has_colors() ? Int(cn_colours()) : 0
    let styles = Style.allCases
    looks = Dictionary(
      uniqueKeysWithValues: styles.map { ($0, theme.look(of: $0, colours: colours)) })
    var pairs: [Style: Int16] = [:]
    for (index, style) in styles.enumerated() {
      guard let colour = looks[style]?.colour else { continue }
      let pair = Int16(index + 1)
      init_pair(pair, Int16(colour), -1)
      pairs[style] = pair
    }
    self.pairs = pairs
  }

  /// Takes the terminal's colours into use; to be called once, before the first theme.
  static func start() {
    guard has_colors() else { return }
    start_color()
    use_default_colors()
  }

  func pair(_ style: Style) -> Int16 { pairs[style] ?? 0 }

  func attributes(_ style: Style) -> Int32 {
    guard let look = looks[style] else { return 0 }
    let bits =
      (look.isBold ? cn_bold.rawValue : 0) | (look.isReverse ? cn_reverse.rawValue : 0)
      | (look.isUnderlined ? cn_underline.rawValue : 0)
    return Int32(bits)
  }
}
