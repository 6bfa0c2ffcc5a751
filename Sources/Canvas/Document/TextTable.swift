import Almanac

/// A table drawn in characters: rules of `-`, columns two cells apart, long cells wrapped. Where there are
/// too many columns for that, each row stands by itself, its cells one after the other with their headings.
struct TextTable {
  private let table: Document.Table
  private let columns: Int
  private let language: Language
  private let widths: [Int]
  /// Whether words have columns so narrow that nobody reads them.
  private let isCramped: Bool

  init(_ table: Document.Table, columns: Int, language: Language) {
    self.table = table
    self.columns = columns
    self.language = language
    let (wanted, words) = (Self.wanted(by: table), table.longestWords)
    let needed = zip(wanted, words).map { max($1, min($0, Self.readable)) }
    isCramped =
      !table.rows.isEmpty && needed.reduce(Self.gap * (needed.count - 1), +) > columns
    // No column wider than its widest cell; where they do not all fit, each gets its share.
    let room = columns - Self.gap * (wanted.count - 1)
    widths = zip(table.widths(in: room, least: words, most: wanted), wanted)
      .map { max($0, min(2, $1)) }
  }

  /// Puts the table on pages; its heading stands again at the top of each.
  func lay(on paginator: inout Paginator) {
    guard !isCramped else {
      for row in table.rows { paginator.add([rule] + spelled(row)) }
      return paginator.add([rule])
    }
    let heading = lines(table.columns.map(\.title)) + [rule]
    paginator.add(heading, with: 1)
    if table.rows.isEmpty { paginator.add([Document.Table.none[language]], with: 1) }
    let last = table.rows.count - 1
    for (index, row) in table.rows.enumerated() {
      let isTotal = table.hasTotal && index == last
      // A total stays with the row before it, and the last rule with the last row.
      let isBeforeTotal = table.hasTotal && index == last - 1
      let following = isBeforeTotal ? 2 + lines(table.rows[last]).count : index == last ? 1 : 0
      paginator.add((isTotal ? [rule] : []) + lines(row), with: following, heading: heading)
    }
    paginator.add([rule])
  }

  private var rule: String {
    let width = isCramped ? columns : widths.reduce(Self.gap * (widths.count - 1), +)
    return String(repeating: "-", count: width)
  }

  /// The cells of a column in which Chinese words can be read.
  private static let readable = 6

  /// A row by itself: heading and cell, pair after pair, empty ones left out.
  private func spelled(_ row: [String]) -> [String] {
    let colon = Bilingual(zh: "：", en: ": ")[language]
    let pairs = zip(table.columns, row).filter { !$0.1.isEmpty }.map { column, cell in
      column.title + colon + cell.split { $0.isNewline }.joined(separator: " ")
    }
    var lines: [String] = []
    for pair in pairs {
      let joined = (lines.last.map { $0 + Cells.blank(Self.gap) } ?? "") + pair
      if !lines.isEmpty, Cells.width(joined) <= columns {
        lines[lines.count - 1] = joined
      } else {
        lines += Cells.wrap(pair, columns)
      }
    }
    return lines
  }

  /// One row of cells as the lines it takes.
  private func lines(_ cells: [String]) -> [String] {
    let wrapped = cells.indices.prefix(widths.count).map { column in
      Cells.wrap(cells[column], widths[column], breaking: table.columns[column].breaks)
    }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { line in
      wrapped.indices
        .map { column in
          let text = line < wrapped[column].count ? wrapped[column][line] : ""
          return Cells.fit(text, widths[column], table.columns[column].alignment)
        }
        .joined(separator: Cells.blank(Self.gap))
    }
  }

  private static let gap = 2

  /// The cells of each column's longest line.
  private static func wanted(by table: Document.Table) -> [Int] {
    table.columns.indices.map { column in
      ([table.columns[column].title] + table.rows.map { $0.dropFirst(column).first ?? "" })
        .flatMap { $0.split { $0.isNewline }.map { Cells.width(String($0)) } }
        .max() ?? 0
    }
  }
}
