import Almanac

/// A document laid out as pages of text, for the screen and for plain text files.
public struct TextPages: Equatable, Sendable {
  /// The lines of each page, none wider than asked for, nothing in them a terminal could obey.
  public let pages: [[String]]

  /// Lays a document out.
  ///
  /// - Parameters:
  ///   - columns: The width of a page in cells.
  ///   - rows: The lines of a page, its number included; nil for one page as long as it takes,
  ///     without a number.
  ///   - isReadOut: Whether each cell of a table is named by the heading of its column, in one line a row.
  public init(
    _ document: Document, columns: Int, rows: Int? = nil, isReadOut: Bool = false
  ) {
    let columns = max(8, columns)
    let running = document.running.isEmpty ? [] : [Self.centred(document.running, columns)]
    var paginator = Paginator(height: rows.map { max(1, $0 - running.count - 1) })
    for line in [document.title] + document.subtitle where !line.isEmpty {
      paginator.add(Cells.wrap(line, columns).map { Self.centred($0, columns) })
    }
    for block in document.blocks {
      if isReadOut, case .table(let table) = block {
        let rows = table.rows.map { Self.readOut($0, of: table, document.language) }
        paginator.add(rows.isEmpty ? [Document.Table.none[document.language]] : rows)
      } else {
        Self.lay(block, columns, document.language, on: &paginator)
      }
    }
    let bodies = paginator.finished()
    pages = bodies.enumerated().map { index, body in
      let lines = running + body
      guard let rows else { return lines.map { Self.finished($0, columns) } }
      let filled = lines + Array(repeating: "", count: max(0, rows - 1 - lines.count))
      let number = Self.number(index + 1, of: bodies.count)[document.language]
      return (filled + [Self.centred(number, columns)]).map { Self.finished($0, columns) }
    }
  }

  /// A row of a table: its first cell, then what each other column holds, named by its heading where there
  /// are several; empty cells are left out.
  private static func readOut(
    _ row: [String], of table: Document.Table, _ language: Language
  ) -> String {
    if table.columns.count == 2 { return row.joined(separator: ": ") }
    let cells = zip(table.columns, row).enumerated().compactMap { index, cell -> String? in
      guard !cell.1.isEmpty else { return nil }
      return index == 0 || cell.0.title.isEmpty ? cell.1 : "\(cell.0.title) \(cell.1)"
    }
    return cells.joined(separator: Bilingual(zh: "，", en: ", ")[language])
  }

  private static func lay(
    _ block: Document.Block, _ columns: Int, _ language: Language, on paginator: inout Paginator
  ) {
    switch block {
    case .heading(let text):
      // A heading stays with the two lines after it.
      paginator.add([""] + Cells.wrap(text, columns), with: 2)
    case .subheading(let text):
      let indent = language == .chinese ? "    " : ""
      paginator.add(Cells.wrap(indent + text, columns), with: 2)
    case .paragraph(let text):
      let indent = language == .chinese ? "    " : ""
      for line in Cells.wrap(indent + text, columns) { paginator.add([line]) }
    case .table(let table):
      let cells = columns < 70 ? 8 : table.whole != nil && columns >= 76 ? 20 : 12
      let drawn = table.spellingBars(cells: cells, in: language)
      TextTable(drawn, columns: columns, language: language).lay(on: &paginator)
    case .signatures(let labels):
      paginator.add([""] + signatures(labels, columns, language))
    case .pictures: break
    case .title(let text, let below):
      for line in [text] + below where !line.isEmpty {
        paginator.add(Cells.wrap(line, columns).map { centred($0, columns) }, with: 2)
      }
    case .addressee(let text), .annex(let text):
      paginator.add([""] + Cells.wrap(text, columns), with: 1)
    case .closing(let closing):
      if !closing.annex.isEmpty {
        let indent = language == .chinese ? "    " : ""
        paginator.add([""] + Cells.wrap(indent + closing.annex, columns), with: 4)
      }
      paginator.add(lines(of: closing, columns))
    case .imprint(let lines):
      let rule = String(repeating: "-", count: columns)
      paginator.add(["", rule] + lines.flatMap { Cells.wrap($0, columns) } + [rule])
    case .cut(let text): paginator.add(["", dashed(text, columns), ""], with: 3)
    case .pageBreak:
      paginator.turn()
    }
  }

  private static func signatures(
    _ labels: [String], _ columns: Int, _ language: Language
  ) -> [String] {
    let heads = labels.map { $0 + Bilingual(zh: "：", en: ": ")[language] }
    let share = columns / max(1, heads.count)
    let fitsInOneRow = heads.allSatisfy { Cells.width($0) + 8 <= share }
    let lines = heads.map { head in
      let room = (fitsInOneRow ? share : columns) - 2 - Cells.width(head)
      return head + String(repeating: "_", count: max(0, min(16, room)))
    }
    guard fitsInOneRow else { return lines.map { Cells.clip($0, to: columns) } }
    return [lines.map { Cells.fit($0, share) }.joined()]
  }

  /// Unit and date in the middle of one another, the date four characters from the right edge.
  private static func lines(of closing: Document.Closing, _ columns: Int) -> [String] {
    let widths = (unit: Cells.width(closing.unit), date: Cells.width(closing.date))
    let middle = min(columns - 8 - widths.date / 2, columns - (widths.unit + 1) / 2)
    let lines = [(closing.unit, widths.unit), (closing.date, widths.date)].map { text, width in
      Cells.blank(max(0, middle - width / 2)) + text
    }
    return (closing.isSealed ? ["", ""] : [""]) + lines
  }

  private static func dashed(_ text: String, _ columns: Int) -> String {
    let room = max(0, columns - Cells.width(text) - 2)
    func dashes(_ cells: Int) -> String {
      String(String(repeating: "- ", count: cells).prefix(cells))
    }
    return dashes(room / 2) + " " + text + " " + dashes(room - room / 2)
  }

  private static func centred(_ line: String, _ columns: Int) -> String {
    Cells.fit(line, columns, .centre)
  }

  private static func number(_ page: Int, of count: Int) -> Bilingual {
    Bilingual(zh: "第 \(page) 页 共 \(count) 页", en: "Page \(page) of \(count)")
  }

  /// The line without controls and trailing spaces, cut where a table has more columns than cells.
  private static func finished(_ line: String, _ columns: Int) -> String {
    var line = Cells.clip(Cells.clean(line), to: columns)
    while line.last == " " { line.removeLast() }
    return line
  }
}

/// Fills pages line by line.
struct Paginator {
  /// The lines of a page; nil for a page without end.
  let height: Int?
  private var pages: [[String]] = []
  private var page: [String] = []

  init(height: Int?) { self.height = height }

  /// Adds lines that belong together; they move to the next page, under the heading, if they and the
  /// lines to follow do not fit, and are split only where they are longer than a page.
  mutating func add(_ lines: [String], with following: Int = 0, heading: [String] = []) {
    if let height, !page.isEmpty, page.count + lines.count + following > height {
      turn()
      page = heading
    }
    for line in lines {
      if page.isEmpty && line.isEmpty { continue }
      if let height, page.count >= height { turn() }
      page.append(line)
    }
  }

  /// Ends the page, if anything is on it; a page without end gets an empty line.
  mutating func turn() {
    guard !page.isEmpty else { return }
    guard height != nil else { return page.append("") }
    pages.append(page)
    page = []
  }

  /// All pages; at least one.
  func finished() -> [[String]] { page.isEmpty && !pages.isEmpty ? pages : pages + [page] }
}
