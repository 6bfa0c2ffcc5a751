extension Grid {
  /// A row on which a click is what keys would be: a line of a panel's list, or a field of a form. A text that is
  /// wrapped has one on each of its rows.
  public struct Target: Equatable, Sendable {
    /// What is there.
    public enum Kind: Sendable {
      /// Gone to by arrows, taken by Enter.
      case line
      /// Gone to by Tab.
      case field
    }

    /// What is there.
    public let kind: Kind
    /// The row.
    public fileprivate(set) var row: Int
    /// Its columns.
    public fileprivate(set) var columns: Range<Int>
    /// Its place among those of its kind, in the order in which keys go through them.
    public let order: Int
    /// Whether one is there already.
    public let isHere: Bool
    /// The digit by which it is picked, if any.
    public let digit: Int?

    /// Whether a place lies in it.
    public func contains(row: Int, column: Int) -> Bool {
      self.row == row && columns.contains(column)
    }

    /// It as a part of a picture over which its own is drawn.
    func moved(down rows: Int, right columns: Int) -> Target {
      var moved = self
      moved.row += rows
      moved.columns = self.columns.lowerBound + columns..<self.columns.upperBound + columns
      return moved
    }
  }

  /// Says that a row is one of a line of a list, or a field.
  ///
  /// - Parameters:
  ///   - order: Its place among those of its kind; nil for the next.
  ///   - columns: All of them where none are named.
  public mutating func mark(
    _ kind: Target.Kind, row: Int, columns: Range<Int>? = nil, order: Int? = nil,
    isHere: Bool, digit: Int? = nil
  ) {
    let next = targets.count { $0.kind == kind }
    targets.append(
      Target(
        kind: kind, row: row, columns: columns ?? 0..<self.columns, order: order ?? next,
        isHere: isHere, digit: digit))
  }
}
