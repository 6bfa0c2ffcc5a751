/// A framed panel over the middle of a screen: a title, some lines, and perhaps numbered choices.
public struct Dialog: Equatable, Sendable {
  /// What the panel is about, in one row.
  public var title: String
  /// Wrapped to the panel; a line may hold newlines.
  public var lines: [String]
  /// Picked by number, from 1; a tenth by 0.
  public var choices: [String]
  /// The choice drawn as selected, from 0.
  public var selected: Int?
  /// Rows scrolled out above, of lines and choices together; further, where the selected choice would not be
  /// in sight.
  public var top: Int
  /// Where one is in a list of which the lines are a part, as `3/41`: stands in the lower frame.
  public var place: String

  /// A panel; without choices it only says something.
  public init(
    title: String, lines: [String] = [], choices: [String] = [], selected: Int? = nil, top: Int = 0,
    place: String = ""
  ) {
    self.title = title
    self.lines = lines
    self.choices = choices
    self.selected = selected
    self.top = top
    self.place = place
  }

  /// The choice a digit picks, from 0, or nil if the key picks none.
  public func choice(for key: Key) -> Int? {
    guard case .character(let character) = key.folded, character.isASCII,
      let number = character.wholeNumberValue, (1...9).contains(number), number <= choices.count
    else { return nil }
    return number - 1
  }

  /// Draws the panel in the middle of a screen, as large as its text and no larger than the screen.
  ///
  /// - Parameter margin: The rows that stay free above and below.
  public func draw(over screen: inout Grid, margin: Int = 1) {
    let panel = grid(columns: screen.columns - 4, rows: screen.rows - 2 * margin)
    screen.cursor = nil
    screen.draw(
      panel, row: (screen.rows - panel.rows) / 2, column: (screen.columns - panel.columns) / 2)
  }

  /// The panel by itself, no larger than so many columns and rows.
  public func grid(columns: Int, rows: Int) -> Grid {
    let widest =
      ([title] + lines.flatMap { $0.split(separator: "\n").map(String.init) } + numbered)
      .map(Cells.width).max() ?? 0
    let inner = max(1, min(widest, columns - 4))
    let body = body(inner)
    let height = max(0, min(body.count, rows - 4))
    let chosen = selected.flatMap { index in body.lastIndex { $0.choice == index } } ?? 0
    let first = max(0, min(max(top, chosen - height + 1), body.count - height))
    var grid = Grid(columns: inner + 4, rows: height + 4)
    frame(&grid)
    let sign =
      height < body.count ? "\(first + 1)-\(first + height)/\(body.count)" : place
    if !sign.isEmpty {
      grid.write(
        " \(sign) ", row: grid.rows - 1, column: max(2, grid.columns - Cells.width(sign) - 4))
    }
    grid.write(Cells.fit(title, inner), row: 1, column: 2, style: .title)
    for (offset, line) in body[first..<first + height].enumerated() {
      let row = 3 + offset
      grid.write(Cells.fit(line.text, inner), row: row, column: 2)
      guard let choice = line.choice, choice == selected else { continue }
      grid.write(">", row: row, column: 1)
      grid.style(row: row, columns: 1..<grid.columns - 1, .selected)
      grid.focus = Position(row: row, column: 2)
    }
    return grid
  }

  private var numbered: [String] { choices.enumerated().map { "\(($0 + 1) % 10) \($1)" } }

  private func body(_ columns: Int) -> [(text: String, choice: Int?)] {
    let said = lines.flatMap { Cells.wrap($0, columns) }.map { (text: $0, choice: Int?.none) }
    let offered = numbered.enumerated().flatMap { index, text in
      Cells.wrap(text, columns).map { (text: $0, choice: Optional(index)) }
    }
    return said + offered
  }

  private func frame(_ grid: inout Grid) {
    let rule = "+" + String(repeating: "-", count: max(0, grid.columns - 2)) + "+"
    for row in 0..<grid.rows {
      grid.write("|", row: row)
      grid.write("|", row: row, column: grid.columns - 1)
    }
    for row in [0, 2, grid.rows - 1] { grid.write(rule, row: row) }
  }
}
