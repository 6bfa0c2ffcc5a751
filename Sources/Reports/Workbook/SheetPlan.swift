import Almanac
import Canvas

/// A document as the rows of one sheet: what stands in which cell, and how wide the columns are.
///
/// All tables begin in the first column; a last column of words takes the columns that are left of wider
/// tables. Headings and paragraphs take all columns. A table with bars has a chart of the same cells below it.
struct SheetPlan {
  enum Style: Hashable {
    case title, subtitle, heading, paragraph, columnTitle
    case cell(Document.Column.Alignment, form: String, isTotal: Bool)
  }

  struct Cell {
    var value: CellValue
    var column: Int
    /// How many columns it takes.
    var span = 1
    var style: Style
    /// What lies over it.
    var picture: Document.Picture?
  }

  /// A chart of figures of a table, its first column naming them.
  struct Chart {
    /// The row of the headings, and those of the figures.
    var heading: Int
    var rows: Range<Int>
    /// Each a series.
    var columns: [Int]
  }

  struct Row {
    var cells: [Cell]
    /// In lines of text.
    var height: Int
    /// What lies over the row.
    var chart: Chart?
  }

  private(set) var rows: [Row] = []
  /// Of each column, in cells of a terminal.
  let widths: [Int]
  /// The rows of the document's only table, its heading first and without its total; nil where there is
  /// none or are several.
  private(set) var onlyTable: Range<Int>?
  /// The rows above which a page ends.
  private(set) var pageBreaks: [Int] = []
  private let language: Language

  init(_ document: Document) {
    language = document.language
    let tables = document.blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
    widths = Self.widths(for: tables)
    for (text, style) in [(document.running, Style.subtitle), (document.title, .title)]
      + document.subtitle.map({ ($0, .subtitle) })
    where !text.isEmpty { add(text, style) }
    for block in document.blocks { add(block, isOnlyTable: tables.count == 1) }
  }

  private mutating func add(_ block: Document.Block, isOnlyTable: Bool) {
    switch block {
    case .heading(let text), .subheading(let text): add(text, .heading)
    case .paragraph(let text): add(text, .paragraph)
    case .signatures(let labels):
      let colon = Bilingual(zh: "：", en: ": ")[language]
      let line = String(repeating: "_", count: 14)
      add(labels.map { $0 + colon + line }.joined(separator: "    "), .paragraph)
    case .table(let table):
      let start = rows.count
      add(table)
      if isOnlyTable, !table.columns.isEmpty {
        let total = table.hasTotal && !table.rows.isEmpty ? 1 : 0
        onlyTable = start..<start + 1 + table.rows.count - total
      }
    case .pictures(let pictures): add(pictures)
    case .title(let text, let below):
      add(text, .title)
      below.forEach { add($0, .subtitle) }
    case .addressee(let text), .annex(let text), .cut(let text): add(text, .paragraph)
    case .imprint(let lines): lines.forEach { add($0, .paragraph) }
    case .closing(let closing):
      if !closing.annex.isEmpty { add(closing.annex, .paragraph) }
      add(closing.unit, .paragraph)
      add(closing.date, .paragraph)
    case .pageBreak: if !rows.isEmpty { pageBreaks.append(rows.count) }
    }
  }

  /// A text over all columns.
  private mutating func add(_ text: String, _ style: Style) {
    add([Cell(value: .text(text.printable), column: 0, span: widths.count, style: style)])
  }

  private mutating func add(_ table: Document.Table) {
    guard !table.columns.isEmpty else { return }
    add(cells(table.columns.map(\.title), of: table) { _, _ in .columnTitle })
    for (index, row) in table.rows.enumerated() {
      let isTotal = table.hasTotal && index == table.rows.count - 1
      add(
        cells(row, of: table) { column, value in
          let form = if case .number(_, let form) = value { form } else { "@" }
          return .cell(column.alignment, form: form, isTotal: isTotal)
        })
    }
    addChart(of: table, from: rows.count - table.rows.count)
    guard table.rows.isEmpty else { return }
    add(Document.Table.none[language], .cell(.centre, form: "@", isTotal: false))
  }

  /// The height of a chart, and of a picture, in lines.
  static let chartHeight = 14
  static let pictureHeight = 13

  private mutating func addChart(of table: Document.Table, from first: Int) {
    guard let bars = table.bars, !table.rows.isEmpty else { return }
    let count = table.rows.count - (table.hasTotal ? 1 : 0)
    guard count > 0 else { return }
    let chart = Chart(
      heading: first - 1, rows: first..<first + count,
      columns: [bars, table.beside ?? table.whole].compactMap(\.self))
    let blank = Cell(value: .text(""), column: 0, span: widths.count, style: .paragraph)
    rows.append(Row(cells: [blank], height: Self.chartHeight, chart: chart))
  }

  /// Side by side under the headings of their columns, each with its caption below.
  private mutating func add(_ pictures: Document.Pictures) {
    let places = Self.places(pictures.columns.count, among: widths)
    guard !places.isEmpty else { return }
    func row(_ texts: [String], _ style: Style, _ shown: [Document.Picture?]) -> [Cell] {
      places.enumerated().map { index, place in
        Cell(
          value: .text(texts[index].printable), column: place.lowerBound, span: place.count,
          style: style, picture: shown[index])
      }
    }
    let none: [Document.Picture?] = places.map { _ in nil }
    add(row(pictures.columns, .columnTitle, none))
    for shown in pictures.rows {
      let fitting = places.indices.map { index -> Document.Picture? in
        shown.indices.contains(index) ? shown[index] : nil
      }
      let cell = Style.cell(.centre, form: "@", isTotal: false)
      let blank = places.map { _ in "" }
      rows.append(Row(cells: row(blank, cell, fitting), height: Self.pictureHeight))
      add(row(fitting.map { $0.map(caption(of:)) ?? "" }, cell, none))
    }
  }

  /// A picture's caption; a spreadsheet shows a picture as it is stored, which may be lying on its side.
  private func caption(of picture: Document.Picture) -> String {
    guard picture.file != nil, picture.orientation != 1 else { return picture.caption }
    let note = Bilingual(zh: "（按原文件方向）", en: " (not turned upright)")
    return picture.caption + note[language]
  }

  /// Neighbouring columns for each of several pictures, about as wide as one another; as many as there are
  /// columns at most.
  private static func places(_ count: Int, among widths: [Int]) -> [Range<Int>] {
    let count = min(count, widths.count)
    guard count > 0 else { return [] }
    var places: [Range<Int>] = []
    var (start, left) = (0, widths.reduce(0, +))
    for place in 0..<count {
      let share = left / (count - place)
      var (end, taken) = (start, 0)
      let last = widths.count - (count - place - 1)
      while end < last, place == count - 1 || end == start || taken + widths[end] / 2 < share {
        taken += widths[end]
        end += 1
      }
      places.append(start..<end)
      (start, left) = (end, left - taken)
    }
    return places
  }

  private func cells(
    _ texts: [String], of table: Document.Table,
    _ style: (Document.Column, CellValue) -> Style
  ) -> [Cell] {
    table.columns.enumerated().map { index, column in
      let text = index < texts.count ? texts[index].printable : ""
      let isTitle = style(column, .text(text)) == .columnTitle
      let value = isTitle ? CellValue.text(text) : CellValue(text, column.kind)
      return Cell(
        value: value, column: index, span: Self.span(of: index, in: table, widths.count),
        style: style(column, value))
    }
  }

  private mutating func add(_ cells: [Cell]) {
    let heights = cells.map { cell in
      guard case .text(let text) = cell.value else { return 1 }
      let range = cell.column..<cell.column + cell.span
      return Cells.wrap(text, widths[range].reduce(0, +)).count
    }
    rows.append(Row(cells: cells, height: max(1, heights.max() ?? 1)))
  }
}

extension SheetPlan {
  /// What a column of words wraps at, and the narrowest sheet.
  private static let widest = 48
  private static let narrowest = 72

  private static func span(of column: Int, in table: Document.Table, _ count: Int) -> Int {
    column == table.columns.count - 1 && table.columns[column].kind == .text
      ? count - column : 1
  }

  /// As wide as the widest cell, where that takes one column; wide enough together for a line of text.
  private static func widths(for tables: [Document.Table]) -> [Int] {
    let count = max(1, tables.map(\.columns.count).max() ?? 1)
    var widths = Array(repeating: 4, count: count)
    for table in tables {
      for (index, column) in table.columns.enumerated()
      where span(of: index, in: table, count) == 1 {
        // The button of a filter covers two cells of a heading, and a day is shown with its year.
        let title = max(Cells.width(column.title) + 2, column.kind.leastWidth)
        let cells = table.rows.flatMap { row in
          (index < row.count ? row[index].printable : "").split { $0.isNewline }
            .map { Cells.width(String($0)) }
        }
        widths[index] = max(widths[index], min(widest, max(title, cells.max() ?? 0)))
      }
    }
    let sum = widths.reduce(0, +)
    guard sum < narrowest else { return widths }
    return widths.map { ($0 * narrowest + sum - 1) / sum }
  }
}

extension Document.Column.Kind {
  /// The cells that a value of the kind takes, however short it was written.
  fileprivate var leastWidth: Int {
    switch self {
    case .text, .names, .number: 0
    case .date: 10
    }
  }
}
