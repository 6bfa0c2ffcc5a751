import Almanac
import Canvas

extension Composition {
  /// Returns a table as strips: its heading, drawn again on every page, then its rows.
  ///
  /// A row is cut between two lines only where it is taller than a page, and a table only where it is
  /// taller than a third of one. A table without rows says so.
  func table(_ table: Document.Table) throws(PaperError) -> [Strip] {
    guard !table.columns.isEmpty else { return [] }
    let lengths = table.barLengths
    let table = table.withBarColumn(share: Self.barShare, in: language)
    let frame = Frame(table, width: sheet.width, size: styles.cell.size)
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
      var strips = try fitting(cells, style, in: frame, below: heading)
      if let length = lengths?[index], length > 0 || table.whole != nil {
        strips[0].marks.append(bar(length, ofWhole: table.whole != nil, in: frame))
      }
      rows += strips
    }
    if rows.isEmpty {
      let none = Document.Table.none[language]
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

  /// The share of a table's width in which its bars are drawn.
  private static let barShare = 8

  /// A bar in the last column of a row, as high as a line's type.
  private func bar(_ length: Double, ofWhole isPart: Bool, in frame: Frame) -> Mark {
    let column = frame.widths.count - 1
    let room = frame.widths[column] - 2 * Frame.padding.horizontal
    return .bar(
      x: frame.textStart(column), y: Frame.padding.vertical + styles.cell.pitch / 5,
      width: length * room, height: styles.cell.pitch * 3 / 5, whole: isPart ? room : nil)
  }

  /// How large type is drawn: smaller in a form, and in a document that keeps words whole so that no word in
  /// its tables is broken, no less than three fifths.
  static func scale(of document: Document) -> Double {
    // A register of many columns on A4 is set in about 7号.
    let most = document.isForm ? document.isLandscape && document.size == .a4 ? 0.7 : 0.82 : 1
    guard document.keepsWordsWhole else { return most }
    let size = Styles(document.language).cell.size
    let widest = document.blocks.compactMap { block -> Double? in
      guard case .table(let table) = block else { return nil }
      return Frame.least(size: size)(table.longestWords).reduce(0, +)
    }.max()
    guard let widest, widest > 0 else { return most }
    return max(0.6, min(most, Sheet(document).width / widest))
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
          width: width - 2 * Frame.padding.horizontal, alignment: alignment(column),
          breaking: frame.breaks[column]))
    }
    return passages
  }
}

/// The vertical lines of a table, in points.
private struct Frame {
  static let padding = (horizontal: 3.5, vertical: 2.5)

  var widths: [Double]
  var alignments: [Press.Alignment]
  var breaks: [Cells.Breaks]

  /// The width of a digit as a share of the type's size, in the widest of the fonts that are used.
  private static let digit = 0.56

  /// Shares a width among a table's columns.
  ///
  /// - Parameter size: Of the type in its cells, in points.
  init(_ table: Document.Table, width: Double, size: Double) {
    // In hundredths of a point, so that whole numbers share it.
    let room = Int(100 * width)
    let least = table.leastWidths(in: room) { words in
      Self.least(size: size)(words).map { Int(100 * $0) }
    }
    widths = table.widths(in: room, least: least).map { Double($0) / 100 }
    widths[widths.count - 1] = width - widths.dropLast().reduce(0, +)
    alignments = table.columns.map(\.alignment)
    breaks = table.columns.map(\.breaks)
  }

  /// What each column needs for words of so many cells.
  static func least(size: Double) -> ([Int]) -> [Double] {
    { words in words.map { Double($0) * size * digit + 2 * padding.horizontal } }
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
