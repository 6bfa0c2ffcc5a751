import CNcurses
import Canvas

extension TerminalDriver {
  /// Brings the screen to show a grid: rows that changed are written whole, the cursor is placed last.
  ///
  /// The last cell of the last row stays empty, for a terminal may scroll when it is written.
  public func draw(_ grid: Grid) {
    let size = self.size
    for row in 0..<size.rows where shown.map({ !grid.hasSameRow(row, as: $0) }) ?? true {
      write(grid, row: row, columns: row == size.rows - 1 ? size.columns - 1 : size.columns)
    }
    place(grid.cursor, orAt: grid.focus, in: size)
    refresh()
    lastGrid = grid
    shown = grid
  }

  private func write(_ grid: Grid, row: Int, columns: Int) {
    move(Int32(row), 0)
    clrtoeol()
    for (column, cell) in grid.cells(inRow: row).enumerated()
    where cell.width > 0 && column + cell.width <= columns {
      let text = isAmbiguousWide ? Substitutes.narrow(cell.text) : cell.text
      let scalars = text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
      let look = Palette.attributes(cell.style)
      _ = cn_put(Int32(row), Int32(column), scalars, look, palette.pair(cell.style.hue))
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

/// Styles as curses takes them.
struct Palette {
  private let isColoured: Bool

  /// Sets the colours up, where the terminal has any.
  ///
  /// With 256 colours each hue is one that reads on black and on white, at a contrast of about 4.5 to 1;
  /// with fewer it is what the terminal takes it to be.
  init(isColoured: Bool) {
    self.isColoured = isColoured && has_colors()
    guard self.isColoured else { return }
    start_color()
    use_default_colors()
    let colours: [Int16] =
      cn_colours() >= 256
      ? [160, 28, 130, 31]
      : [COLOR_RED, COLOR_GREEN, COLOR_YELLOW, COLOR_CYAN].map { Int16($0) }
    for (index, colour) in colours.enumerated() { init_pair(Int16(index + 1), colour, -1) }
  }

  func pair(_ hue: Style.Hue) -> Int16 {
    guard isColoured else { return 0 }
    return switch hue {
    case .plain: 0
    case .red: 1
    case .green: 2
    case .yellow: 3
    case .cyan: 4
    }
  }

  static func attributes(_ style: Style) -> Int32 {
    let bits =
      (style.isBold ? cn_bold.rawValue : 0) | (style.isReverse ? cn_reverse.rawValue : 0)
      | (style.isUnderlined ? cn_underline.rawValue : 0)
    return Int32(bits)
  }
}
