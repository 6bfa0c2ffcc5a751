import Canvas

/// What a terminal shows: as much of a VT100 as ncurses asks of one (ECMA-48; DEC, VT100 User Guide, chapter 3).
public struct VT100 {
  /// The cells, row by row; the second half of a wide character is empty.
  private var cells: [[String]]
  private var row = 0
  private var column = 0
  /// Bytes of a character or a control sequence that is not complete yet.
  private var pending: [UInt8] = []
  private let size: (rows: Int, columns: Int)

  /// An empty screen, in cells.
  public init(rows: Int, columns: Int) {
    size = (rows, columns)
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The rows as text.
  public var rows: [String] { cells.map { $0.joined() } }

  /// Whether a text stands in one of the rows.
  public func contains(_ text: String) -> Bool { rows.contains { $0.contains(text) } }

  /// Shows what a program wrote.
  public mutating func take(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    var rest = pending[...]
    while let length = step(rest) { rest = rest.dropFirst(length) }
    pending = Array(rest)
  }

  /// Does what the first bytes say; how many those were, nil where more must come.
  private mutating func step(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    switch first {
    case 0x1B: return escape(bytes)
    case 0x00..<0x20, 0x7F:
      control(first)
      return 1
    case _:
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      guard bytes.count >= length else { return nil }
      put(String(decoding: bytes.prefix(length), as: UTF8.self))
      return length
    }
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x08: column = max(0, min(column, size.columns - 1) - 1)
    case 0x09: column = min(size.columns - 1, (column / 8 + 1) * 8)
    case 0x0A: row = min(size.rows - 1, row + 1)
    case 0x0D: column = 0
    case _: break
    }
  }

  private mutating func escape(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let kind = bytes.dropFirst().first else { return nil }
    switch UnicodeScalar(kind) {
    case "[":
      let body = bytes.dropFirst(2)
      guard let end = body.firstIndex(where: { (0x40...0x7E).contains($0) }) else { return nil }
      sequence(UnicodeScalar(bytes[end]), String(decoding: body[..<end], as: UTF8.self))
      return end - bytes.startIndex + 1
    case "(", ")": return bytes.count < 3 ? nil : 3
    case _: return 2
    }
  }

  private mutating func sequence(_ final: UnicodeScalar, _ parameters: String) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    switch final {
    case "H", "f":
      row = min(size.rows, count) - 1
      column = min(size.columns, max(1, numbers.dropFirst().first ?? 1)) - 1
    case "A": row = max(0, row - count)
    case "B": row = min(size.rows - 1, row + count)
    case "C": column = min(size.columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "J": erase(numbers.first ?? 0, in: 0..<size.rows * size.columns)
    case "K": erase(numbers.first ?? 0, in: row * size.columns..<(row + 1) * size.columns)
    case _: break
    }
  }

  /// Erases from the cursor on (0), up to it (1), or all (2) of a stretch of the screen.
  private mutating func erase(_ which: Int, in all: Range<Int>) {
    let here = row * size.columns + min(column, size.columns - 1)
    for cell in which == 0 ? here..<all.upperBound : which == 1 ? all.lowerBound..<here + 1 : all {
      clear(cell / size.columns, cell % size.columns)
    }
  }

  private mutating func put(_ text: String) {
    let width = Cells.width(text)
    guard width > 0 else { return }
    if column + width > size.columns {
      row = min(size.rows - 1, row + 1)
      column = 0
    }
    for place in column..<column + width { clear(row, place) }
    cells[row][column] = text
    if width == 2 { cells[row][column + 1] = "" }
    column += width
  }

  /// Blanks a cell, and with half of a wide character its other half.
  private mutating func clear(_ row: Int, _ column: Int) {
    if cells[row][column].isEmpty { cells[row][column - 1] = " " }
    if column + 1 < size.columns, cells[row][column + 1].isEmpty { cells[row][column + 1] = " " }
    cells[row][column] = " "
  }
}
