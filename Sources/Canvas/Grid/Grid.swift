/// A place on a grid, from 0 at the top left.
public struct Position: Hashable, Sendable {
  /// Rows from the top.
  public var row: Int
  /// Cells from the left.
  public var column: Int

  /// The place in a row and a column.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A picture of a screen: rows of cells, every row exactly as wide as the grid.
///
/// A wide character that is overwritten in part or does not fit at the edge becomes spaces, so that no
/// row is ever longer or shorter than it says.
public struct Grid: Equatable, Sendable {
  /// One cell of a row.
  public struct Cell: Equatable, Sendable {
    /// A scalar with its marks; empty in the right half of a wide character.
    public let text: String
    /// 1, 2 for the left half of a wide character, 0 for its right half.
    public let width: Int
    /// How the cell looks.
    public var style: Style

    static let blank = Cell(text: " ", width: 1, style: .plain)

    /// The cell as a space, its style kept.
    var blanked: Cell { Cell(text: " ", width: 1, style: style) }
  }

  /// The width in cells.
  public let columns: Int
  /// The height in rows.
  public let rows: Int
  /// Where the terminal's cursor stands: the insertion point, by which an input method opens its window.
  public var cursor: Position?
  /// Where the cursor rests unseen when there is no ``cursor``: on the selected row, for braille displays.
  public var focus: Position?
  /// The rows that are lines of a list, in order: a click selects one, and where nothing can be drawn it
  /// is chosen by its number.
  public var choices: [Int] = []
  /// Where one is in a list of which not all lines are drawn, as `3/41`; empty otherwise.
  public var place = ""
  /// Where a click is what keys would be: in the panel drawn last and in what was drawn after it.
  public internal(set) var targets: [Target] = []
  /// The panel drawn last over the picture; nil where there is none.
  public private(set) var panel: Panel?
  /// The cells of the field that is drawn on a row, for rows that have one.
  private var fields: [Int: Range<Int>] = [:]

  private var cells: [Cell]

  /// What lies over a picture.
  public struct Panel: Equatable, Sendable {
    /// Its rows as they are read out.
    public let lines: [String]
    /// The row of the picture on which it begins.
    public let row: Int
    /// The columns of the picture that it covers.
    public let columns: Range<Int>
  }

  /// An empty grid.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    cells = Array(repeating: .blank, count: self.columns * self.rows)
  }

  /// Writes a text on one row, clipped at the edge.
  ///
  /// - Parameter limit: The column before which the text ends, if before the edge.
  /// - Returns: The column after the text.
  @discardableResult
  public mutating func write(
    _ text: String, row: Int, column: Int = 0, style: Style = .plain, limit: Int? = nil
  ) -> Int {
    let end = min(limit ?? columns, columns)
    guard rowRange.contains(row), column >= 0 else { return column }
    var next = column
    for character in text {
      let glyphs = Self.glyphs(of: character, style)
      let width = glyphs.reduce(0) { $0 + $1.width }
      guard next + width <= end else { break }
      for glyph in glyphs {
        place(glyph, row: row, column: next)
        next += glyph.width
      }
    }
    return next
  }

  /// Changes the look of some cells and keeps their text.
  public mutating func style(row: Int, columns range: Range<Int>, _ style: Style) {
    guard rowRange.contains(row) else { return }
    for column in range.clamped(to: 0..<columns) { cells[row * columns + column].style = style }
  }

  /// Changes the look of a whole row and keeps its text.
  public mutating func fill(row: Int, style: Style) {
    self.style(row: row, columns: 0..<columns, style)
  }

  /// Draws a line of `-` across a row.
  public mutating func rule(row: Int) {
    write(String(repeating: "-", count: columns), row: row)
  }

  /// Draws another grid over this one; what sticks out is cut off. Its cursor, if any, comes along.
  public mutating func draw(_ overlay: Grid, row: Int, column: Int) {
    panel = Panel(
      lines: (0..<overlay.rows).map { overlay.reading(ofRow: $0) }, row: row,
      columns: (column..<column + overlay.columns).clamped(to: 0..<columns))
    targets = overlay.targets.map { $0.moved(down: row, right: column) }
    for (y, field) in overlay.fields {
      fields[row + y] = field.lowerBound + column..<field.upperBound + column
    }
    for y in 0..<overlay.rows where rowRange.contains(row + y) {
      for x in 0..<overlay.columns {
        let cell = overlay.cells[y * overlay.columns + x]
        guard cell.width > 0 else { continue }
        let start = column + x
        if start >= 0, start + cell.width <= columns {
          place(cell, row: row + y, column: start)
        } else {
          for half in start..<start + cell.width where (0..<columns).contains(half) {
            place(cell.blanked, row: row + y, column: half)
          }
        }
      }
    }
    cursor =
      overlay.cursor.map { Position(row: row + $0.row, column: column + $0.column) } ?? cursor
    focus = overlay.focus.map { Position(row: row + $0.row, column: column + $0.column) } ?? focus
  }

  /// The cell at a place, or nil outside.
  public func cell(row: Int, column: Int) -> Cell? {
    guard rowRange.contains(row), (0..<columns).contains(column) else { return nil }
    return cells[row * columns + column]
  }

  /// The cells of a row, none outside.
  public func cells(inRow row: Int) -> ArraySlice<Cell> {
    rowRange.contains(row) ? cells[row * columns..<(row + 1) * columns] : []
  }

  /// Whether a row looks the same in both grids.
  public func hasSameRow(_ row: Int, as other: Grid) -> Bool {
    columns == other.columns && cells(inRow: row) == other.cells(inRow: row)
  }

  /// The text of a row, exactly as wide as the grid.
  public func text(ofRow row: Int) -> String { cells(inRow: row).map(\.text).joined() }

  /// Says that some cells of a row are the room of a field, between its brackets.
  mutating func mark(field columns: Range<Int>, inRow row: Int) { fields[row] = columns }

  /// A row, or some columns of it, as it is read out: what a field holds, not its room.
  public func reading(ofRow row: Int, columns range: Range<Int>? = nil) -> String {
    let range = range ?? 0..<columns
    let texts = cells(inRow: row).map(\.text)
    guard let field = fields[row], range.lowerBound < field.lowerBound,
      field.upperBound < range.upperBound
    else { return texts.isEmpty ? "" : texts[range].joined() }
    func words(_ cells: ArraySlice<String>) -> String {
      cells.reversed().drop { $0 == " " }.reversed().joined()
    }
    let label = words(texts[range.lowerBound..<(field.lowerBound - 1)])
    return label + (label.isEmpty ? "" : ": ") + words(texts[field])
      + texts[(field.upperBound + 1)..<range.upperBound].joined()
  }

  /// The rows, each ended with `|`, for tests: a wrong width shifts it.
  public var text: String {
    rowRange.map { text(ofRow: $0) + "|" }.joined(separator: "\n")
  }

  private var rowRange: Range<Int> { 0..<rows }

  /// Puts one cell down and blanks the other half of any wide character it cuts.
  private mutating func place(_ cell: Cell, row: Int, column: Int) {
    let index = row * columns + column
    for touched in index..<index + cell.width { heal(touched) }
    cells[index] = cell
    if cell.width == 2 { cells[index + 1] = Cell(text: "", width: 0, style: cell.style) }
  }

  private mutating func heal(_ index: Int) {
    switch cells[index].width {
    case 0: cells[index - 1] = cells[index - 1].blanked
    case 2: cells[index + 1] = cells[index + 1].blanked
    default: break
    }
    cells[index] = cells[index].blanked
  }

  /// The cells of one character: each spacing scalar with at most four marks, which is what a cell of
  /// ncurses holds (`CCHARW_MAX` 5).
  private static func glyphs(of character: Character, _ style: Style) -> [Cell] {
    var glyphs: [Cell] = []
    for scalar in character.unicodeScalars where !Cells.isDropped(scalar) {
      let shown = Cells.shown(scalar)
      let width = Cells.width(scalar)
      if width > 0 {
        glyphs.append(Cell(text: String(shown), width: width, style: style))
      } else if let base = glyphs.popLast() {
        let mark = base.text.unicodeScalars.count < 5 ? String(shown) : ""
        glyphs.append(Cell(text: base.text + mark, width: base.width, style: style))
      }
    }
    return glyphs
  }
}
