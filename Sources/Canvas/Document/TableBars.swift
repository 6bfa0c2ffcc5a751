import Almanac

extension Document.Table {
  /// How long the bar of each row is, from 0 to 1 of its whole, or of the longest; nil for a row without one.
  ///
  /// The total of a table has none: it would make the others small.
  public var barLengths: [Double?]? {
    guard let bars else { return nil }
    let figures = rows.enumerated().map { index, row in
      hasTotal && index == rows.count - 1 ? nil : Self.figure(bars, of: row)
    }
    let most = figures.compactMap(\.self).max() ?? 1
    return zip(figures, rows).map { figure, row in
      let full = whole.map { Self.figure($0, of: row) ?? 0 } ?? max(1, most)
      return full > 0 ? figure.map { min(1, Double(max(0, $0)) / Double(full)) } : nil
    }
  }

  private static func figure(_ column: Int, of row: [String]) -> Int? {
    row.dropFirst(column).first.flatMap { Int($0) }
  }

  /// The table with its bars as a last column of `#`, for text, and of `.` for the rest of a whole; as it is
  /// where it has none.
  ///
  /// - Parameter cells: The length of a full bar. A bar is empty only for nothing, and full only for all.
  public func spellingBars(cells: Int, in language: Language) -> Document.Table {
    withBarColumn(share: cells, in: language) { length in
      let filled = Self.filled(length, of: cells)
      return String(repeating: "#", count: filled)
        + String(repeating: ".", count: whole == nil ? 0 : cells - filled)
    }
  }

  /// How many of some cells a bar fills.
  public static func filled(_ length: Double, of cells: Int) -> Int {
    guard length > 0 else { return 0 }
    let most = length < 1 ? max(1, cells - 1) : cells
    return max(1, min(most, Int((length * Double(cells)).rounded())))
  }

  /// The table with a last column for its bars; as it is where it has none.
  ///
  /// - Parameter cell: What stands in it for the length of a bar.
  public func withBarColumn(
    share: Int, in language: Language, cell: (Double) -> String = { _ in "" }
  ) -> Document.Table {
    guard let lengths = barLengths else { return self }
    var table = self
    table.bars = nil
    table.columns.append(
      Document.Column(Bilingual(zh: "图示", en: "Bar")[language], share: share))
    table.rows = zip(rows, lengths).map { row, length in row + [length.map(cell) ?? ""] }
    return table
  }
}
