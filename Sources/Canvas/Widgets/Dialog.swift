/// A framed panel over the middle of a screen: a title, some lines, and perhaps numbered choices.
public struct Dialog: Equatable, Sendable {
  /// A line of a panel: only told, or one of a list.
  public struct Line: Equatable, Sendable {
    /// What it says.
    public let text: String
    /// What it is in a list; nil where it is only told.
    fileprivate var pick: Pick?

    /// A line that is only told.
    public init(_ text: String) { self.text = text }

    /// A line of a list.
    ///
    /// - Parameters:
    ///   - order: Its place in the list, from 0.
    ///   - digit: The digit by which it is picked, which stands before it.
    public init(_ text: String, order: Int, isSelected: Bool, digit: Int? = nil) {
      self.text = (isSelected ? "> " : "  ") + (digit.map { "\($0) " } ?? "") + text
      pick = Pick(order: order, isSelected: isSelected, digit: digit)
    }

    /// A line that is picked by its digit alone.
    public init(_ text: String, order: Int, digit: Int) {
      self.text = "\(digit) " + text
      pick = Pick(order: order, isSelected: false, digit: digit)
    }
  }

  /// What a line is in its list.
  fileprivate struct Pick: Equatable, Sendable {
    var order: Int
    var isSelected: Bool
    var digit: Int?
  }

  /// What the panel is about, in one row.
  public var title: String
  /// Wrapped to the panel; a line may hold newlines.
  public var lines: [Line]
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
    self.init(title: title, list: lines.map(Line.init), choices: choices, selected: selected)
    self.top = top
    self.place = place
  }

  /// A panel some of whose lines are a list.
  public init(
    title: String, list lines: [Line], choices: [String] = [], selected: Int? = nil, top: Int = 0,
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
      ([title] + lines.flatMap { $0.text.split(separator: "\n").map(String.init) } + numbered)
      .map(Cells.width).max() ?? 0
    let inner = max(1, min(widest, columns - 4))
    let body = body(inner)
    let height = max(0, min(body.count, rows - 4))
    let chosen = body.lastIndex { $0.isChoice && $0.pick?.isSelected ?? false } ?? 0
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
    for (row, line) in zip(3..., body[first..<first + height]) {
      grid.write(Cells.fit(line.text, inner), row: row, column: 2)
      guard let pick = line.pick else { continue }
      grid.mark(
        .line, row: row, order: pick.order, isHere: pick.isSelected, digit: pick.digit)
      guard pick.isSelected else { continue }
      if line.isChoice { grid.write(">", row: row, column: 1) }
      grid.style(row: row, columns: 1..<grid.columns - 1, .selected)
      grid.focus = Position(row: row, column: 2)
    }
    return grid
  }

  private var numbered: [String] { choices.enumerated().map { "\(($0 + 1) % 10) \($1)" } }

  /// A row of the panel's inside.
  private typealias Row = (text: String, pick: Pick?, isChoice: Bool)

  private func body(_ columns: Int) -> [Row] {
    let said = lines.flatMap { line in
      Cells.wrap(line.text, columns).map { Row(text: $0, pick: line.pick, isChoice: false) }
    }
    let offered = numbered.enumerated().flatMap { index, text in
      let pick = Pick(order: index, isSelected: index == selected, digit: (index + 1) % 10)
      return Cells.wrap(text, columns).map { Row(text: $0, pick: pick, isChoice: true) }
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
