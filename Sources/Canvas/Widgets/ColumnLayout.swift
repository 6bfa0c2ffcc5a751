import Almanac

/// Lays the rows of a list out in columns of cells, the same for its heading and its lines.
///
/// Columns that may grow share what is left over; where even the least widths do not fit, the least
/// important columns are left out.
public struct ColumnLayout: Equatable, Sendable {
  /// A column of a list.
  public struct Column: Equatable, Sendable {
    /// What stands over the column.
    public var title: Bilingual
    /// The width in cells, or the least one if the column grows.
    public var width: Int
    /// Whether the column takes a share of what is left over.
    public var grows: Bool
    /// Where its texts stand.
    public var alignment: Cells.Alignment
    /// The column with the smallest number is left out first.
    public var importance: Int

    /// A column, never left out before those of less importance.
    public init(
      _ title: Bilingual, width: Int, grows: Bool = false, alignment: Cells.Alignment = .leading,
      importance: Int = .max
    ) {
      self.title = title
      self.width = width
      self.grows = grows
      self.alignment = alignment
      self.importance = importance
    }
  }

  /// The width of each column; nil for one left out.
  public let widths: [Int?]
  /// The width of a row in cells.
  public let total: Int

  private let columns: [Column]
  private let gap: Int

  /// Fits columns into so many cells.
  ///
  /// - Parameter gap: The cells between two columns.
  public init(_ columns: [Column], width total: Int, gap: Int = 2) {
    self.columns = columns
    self.total = max(0, total)
    self.gap = gap
    var kept = Array(columns.indices)
    while kept.count > 1, Self.least(columns, kept, gap) > total {
      guard let first = kept.min(by: { columns[$0].importance <= columns[$1].importance }) else {
        break
      }
      kept.removeAll { $0 == first }
    }
    widths = Self.widths(columns, kept, spare: max(0, total - Self.least(columns, kept, gap)))
  }

  /// The titles of the columns, as one row.
  public func heading(in language: Language) -> String { row(columns.map { $0.title[language] }) }

  /// One line of the list, exactly ``total`` cells; a cell for each column, left out or not.
  public func row(_ cells: [String]) -> String {
    let parts = zip(cells, zip(columns, widths)).compactMap { cell, layout in
      layout.1.map { Cells.fit(cell, $0, layout.0.alignment) }
    }
    return Cells.fit(parts.joined(separator: Cells.blank(gap)), total)
  }

  private static func least(_ columns: [Column], _ kept: [Int], _ gap: Int) -> Int {
    kept.reduce(0) { $0 + columns[$1].width } + gap * (kept.count - 1)
  }

  private static func widths(_ columns: [Column], _ kept: [Int], spare: Int) -> [Int?] {
    let growing = kept.filter { columns[$0].grows }
    return columns.indices.map { index in
      guard kept.contains(index) else { return nil }
      guard let place = growing.firstIndex(of: index) else { return columns[index].width }
      let extra = place < spare % growing.count ? 1 : 0
      return columns[index].width + spare / growing.count + extra
    }
  }
}
