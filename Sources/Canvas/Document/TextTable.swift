/// A table drawn in characters: rules of `-`, columns two cells apart, long cells wrapped.
struct TextTable {
  private let table: Document.Table
  private let widths: [Int]

  init(_ table: Document.Table, columns: Int) {
    self.table = table
    widths = Self.widths(of: table, in: columns)
  }

  /// Puts the table on pages; its heading stands again at the top of each.
  func lay(on paginator: inout Paginator) {
    let heading = lines(table.columns.map(\.title)) + [rule]
    paginator.add(heading, with: 1)
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
    String(repeating: "-", count: widths.reduce(Self.gap * (widths.count - 1), +))
  }

  /// One row of cells as the lines it takes.
  private func lines(_ cells: [String]) -> [String] {
    let wrapped = zip(cells, widths).map { Cells.wrap($0, $1) }
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

  /// No column wider than its widest cell; where they do not all fit, each gets its share, and what a
  /// narrow column leaves goes to the others.
  private static func widths(of table: Document.Table, in columns: Int) -> [Int] {
    let wanted = table.columns.indices.map { column in
      ([table.columns[column].title] + table.rows.map { $0.dropFirst(column).first ?? "" })
        .flatMap { $0.split { $0.isNewline }.map { Cells.width(String($0)) } }
        .max() ?? 0
    }
    var widths = wanted
    var room = columns - gap * (wanted.count - 1)
    var open = Array(wanted.indices)
    while !open.isEmpty, open.reduce(0, { $0 + wanted[$1] }) > room {
      let shares = max(1, open.reduce(0) { $0 + table.columns[$1].share })
      let modest = open.filter { wanted[$0] * shares <= room * table.columns[$0].share }
      guard modest.isEmpty else {
        room -= modest.reduce(0) { $0 + wanted[$1] }
        open.removeAll { modest.contains($0) }
        continue
      }
      for column in open { widths[column] = max(2, room * table.columns[column].share / shares) }
      break
    }
    return widths
  }
}
