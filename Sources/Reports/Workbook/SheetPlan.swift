import Almanac
import Canvas

/// A document as the rows of one sheet: what stands in which cell, and how wide the columns are.
///
/// All tables begin in the first column; a last column of words takes the columns that are left of wider
/// tables. Headings and paragraphs take all columns. Pictures are left out.
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
  }

  struct Row {
    var cells: [Cell]
    /// In lines of text.
    var height: Int
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
    case .heading(let text): add(text, .heading)
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
    case .pictures: break
    case .title(let text, let below):
      add(text, .title)
      below.forEach { add($0, .subtitle) }
    case .addressee(let text), .cut(let text): add(text, .paragraph)
    case .closing(let closing):
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
    guard table.rows.isEmpty else { return }
    add(Document.Table.none[language], .cell(.centre, form: "@", isTotal: false))
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
    case .text, .number: 0
    case .date: 10
    }
  }
}
