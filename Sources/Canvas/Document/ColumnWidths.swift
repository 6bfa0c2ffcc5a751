extension Document.Table {
  /// Shares a width among the columns: each gets its share, but never less than its longest word needs as
  /// long as there is room for all of these.
  ///
  /// - Parameters:
  ///   - room: The width, in any unit.
  ///   - least: What each column needs so that no word in it is broken, in the same unit.
  ///   - most: What each column can use; what it leaves goes to the others. Nil where all is to be filled.
  /// - Returns: The width of each column; together they fill the room unless `most` is less.
  public func widths(in room: Int, least: [Int], most: [Int]? = nil) -> [Int] {
    let isCramped = least.reduce(0, +) > room
    var widths = columns.map { _ in 0 }
    var room = room
    var open = Array(columns.indices)
    while !open.isEmpty {
      let shares = open.reduce(0) { $0 + max(1, columns[$1].share) }
      let given = room
      func share(_ column: Int) -> Int { given * max(1, columns[column].share) / shares }
      if let most, open.reduce(0, { $0 + most[$1] }) <= room {
        open.forEach { widths[$0] = most[$0] }
        return widths
      }
      var settled = isCramped ? [] : open.filter { share($0) < least[$0] }
      settled.forEach { widths[$0] = least[$0] }
      if settled.isEmpty, let most {
        settled = open.filter { share($0) >= most[$0] }
        settled.forEach { widths[$0] = most[$0] }
      }
      guard !settled.isEmpty else {
        open.forEach { widths[$0] = share($0) }
        return widths
      }
      room -= settled.reduce(0) { $0 + widths[$1] }
      open.removeAll(where: settled.contains)
    }
    return widths
  }

  /// The cells that the longest word of each column takes, its heading's included. Words longer than any
  /// date or number, as addresses are, count as those: they may be broken.
  public var longestWords: [Int] {
    columns.indices.map { column in
      ([columns[column].title] + rows.map { $0.dropFirst(column).first ?? "" })
        .map { min(Cells.longestWord($0, breaking: columns[column].breaks), Self.longestUnbroken) }
        .max() ?? 0
    }
  }

  private static let longestUnbroken = 14

  /// What each column needs so that no word in it is broken; where there is no room for that, so that no day,
  /// number or mark is, and of words as much as can be read.
  ///
  /// - Parameters:
  ///   - room: The width, in any unit.
  ///   - least: What columns need for words of so many cells, in the same unit.
  public func leastWidths(in room: Int, _ least: ([Int]) -> [Int]) -> [Int] {
    let words = longestWords
    let wanted = least(words)
    guard wanted.reduce(0, +) > room else { return wanted }
    return least(
      zip(columns, words).map { column, longest in
        let isWords = [.text, .names].contains(column.kind) && column.alignment == .leading
        return isWords ? min(longest, Self.shortest) : longest
      })
  }

  private static let shortest = 6
}

extension Document.Column {
  /// Where the text of its cells may be broken.
  public var breaks: Cells.Breaks { kind == .names ? .betweenNames : .anywhere }
}
