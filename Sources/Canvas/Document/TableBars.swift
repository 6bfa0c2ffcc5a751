import Almanac

extension Document.Table {
  /// How long the bar of each row is, from 0 to 1 of the longest; nil for a row without one.
  ///
  /// The total of a table has none: it would make the others small.
  public var barLengths: [Double?]? {
    guard let bars else { return nil }
    let figures = rows.enumerated().map { index, row -> Int? in
      hasTotal && index == rows.count - 1 ? nil : row.dropFirst(bars).first.flatMap { Int($0) }
    }
    let most = max(1, figures.compactMap(\.self).max() ?? 1)
    return figures.map { $0.map { Double(max(0, $0)) / Double(most) } }
  }

  /// The table with its bars as a last column of `#`, for text; as it is where it has none.
  ///
  /// - Parameter cells: The length of the longest bar. A bar is empty only for nothing.
  public func spellingBars(cells: Int, in language: Language) -> Document.Table {
    withBarColumn(share: cells, in: language) { length in
      let filled = Int((length * Double(cells)).rounded())
      return String(repeating: "#", count: length > 0 ? max(1, filled) : 0)
    }
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
