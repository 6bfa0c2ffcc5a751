import Almanac
import Canvas

extension Composition {
  /// Returns a table as strips: its heading, drawn again on every page, then its rows.
  ///
  /// A row is cut between two lines only where it is taller than a page, and a table only where it is
  /// taller than a third of one. A table without rows says so.
  func table(_ table: Document.Table) throws(PaperError) -> [Strip] {
    guard !table.columns.isEmpty else { return [] }
    let frame = Frame(columns: table.columns, width: sheet.width)
    var heading = try row(
      table.columns.map(\.title), styles.columnTitle, in: frame, alignment: { _ in .centre })
    heading.marks.insert(
      .shade(x: 0, y: 0, width: sheet.width, height: heading.height), at: 0)
    heading.marks.append(frame.edge(y: 0))
    heading.keepsWithNext = true

    var rows: [Strip] = []
    for (index, cells) in table.rows.enumerated() {
      let isTotal = table.hasTotal && index == table.rows.count - 1
      let style = isTotal ? styles.columnTitle : styles.cell
      if isTotal, let last = rows.indices.last { rows[last].keepsWithNext = true }
      rows += try fitting(cells, style, in: frame, below: heading)
    }
    if rows.isEmpty {
      let none = Bilingual(zh: "（无）", en: "(none)")[language]
      rows = [try row([none], styles.cell, in: frame.joined, alignment: { _ in .centre })]
    }
    for index in rows.indices { rows[index].heading = [heading] }
    let height = rows.reduce(heading.height) { $0 + $1.height }
    if height <= sheet.height / 3 {
      for index in rows.indices.dropLast() { rows[index].keepsWithNext = true }
    }
    heading.gap = styles.cell.pitch / 2
    rows[rows.count - 1].height += styles.cell.pitch / 2
    return [heading] + rows
  }

  /// Returns a row as one strip, or as one strip for each line where it is taller than a page.
  private func fitting(
    _ cells: [String], _ style: Style, in frame: Frame, below heading: Strip
  ) throws(PaperError) -> [Strip] {
    let whole = try row(cells, style, in: frame) { frame.alignments[$0] }
    if whole.height + heading.height <= sheet.height { return [whole] }

    let passages = try self.passages(cells, style, in: frame) { frame.alignments[$0] }
    let count = passages.map(\.starts.count).max() ?? 0
    return (0..<count).map { line in
      var strip = Strip(height: style.pitch, marks: frame.sides(height: style.pitch))
      for (column, passage) in passages.enumerated() where line < passage.starts.count {
        strip.marks.append(.line(passage, line, x: frame.textStart(column), y: 0))
      }
      strip.keepsWithNext = line == 0 || line == count - 2
      strip.closing = [frame.edge(y: 0)]
      if line == count - 1 { strip.marks.append(frame.edge(y: style.pitch)) }
      return strip
    }
  }

  /// Returns a row with its sides and its lower edge, each cell in the middle of its height.
  private func row(
    _ cells: [String], _ style: Style, in frame: Frame,
    alignment: (Int) -> Press.Alignment
  ) throws(PaperError) -> Strip {
    let passages = try self.passages(cells, style, in: frame, alignment: alignment)
    let height = (passages.map(\.height).max() ?? style.pitch) + 2 * Frame.padding.vertical
    var strip = Strip(height: height, marks: frame.sides(height: height))
    for (column, passage) in passages.enumerated() {
      strip.marks += passage.marks(
        x: frame.textStart(column), y: (height - passage.height) / 2)
    }
    strip.marks.append(frame.edge(y: height))
    return strip
  }

  private func passages(
    _ cells: [String], _ style: Style, in frame: Frame, alignment: (Int) -> Press.Alignment
  ) throws(PaperError) -> [Passage] {
    var passages: [Passage] = []
    for (column, width) in frame.widths.enumerated() {
      passages.append(
        try press.set(
          column < cells.count ? cells[column] : "", style,
          width: width - 2 * Frame.padding.horizontal, alignment: alignment(column)))
    }
    return passages
  }
}

/// The vertical lines of a table, in points.
private struct Frame {
  static let padding = (horizontal: 3.5, vertical: 2.5)

  var widths: [Double]
  var alignments: [Press.Alignment]

  /// Shares a width among columns.
  init(columns: [Document.Column], width: Double) {
    let shares = columns.map { Double(max(1, $0.share)) }
    let sum = shares.reduce(0, +)
    widths = shares.map { width * $0 / sum }
    alignments = columns.map(\.alignment)
  }

  /// The same frame as one wide column.
  var joined: Frame {
    var frame = self
    frame.widths = [widths.reduce(0, +)]
    return frame
  }

  func textStart(_ column: Int) -> Double {
    widths.prefix(column).reduce(0, +) + Frame.padding.horizontal
  }

  func sides(height: Double) -> [Mark] {
    (0...widths.count).map { column in
      let x = widths.prefix(column).reduce(0, +)
      return .rule(fromX: x, fromY: 0, toX: x, toY: height)
    }
  }

  func edge(y: Double) -> Mark {
    .rule(fromX: 0, fromY: y, toX: widths.reduce(0, +), toY: y)
  }
}
