/// A grey picture of few shades, as a person sees a page from afar.
///
/// Source: pgm(5) of Netpbm; `P5` is its binary form, `P2` its form as text.
public struct GreyPicture: Equatable, Sendable {
  /// How many squares it is wide.
  public var columns: Int
  /// How many squares it is high.
  public var rows: Int
  /// From 0, black, to 15, white, row by row.
  public var shades: [Int]

  /// Reads a binary PGM of 256 shades and takes the mean of each square of so many dots.
  public init?(binary bytes: [UInt8], squares size: Int) {
    let parts = bytes.prefix(64).split(maxSplits: 4) { [0x20, 0x0A].contains($0) }
      .map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 5, parts[0] == "P5", parts[3] == "255", let width = Int(parts[1]),
      let height = Int(parts[2]), bytes.count > width * height
    else { return nil }
    let dots = bytes.suffix(width * height)
    let start = dots.startIndex
    (columns, rows) = (width / size, height / size)
    shades = []
    for row in 0..<rows {
      for column in 0..<columns {
        var sum = 0
        for y in 0..<size {
          let first = start + (row * size + y) * width + column * size
          sum += dots[first..<first + size].reduce(0) { $0 + Int($1) }
        }
        shades.append((sum / (size * size) * 15 + 127) / 255)
      }
    }
  }

  /// Reads the form as text.
  public init?(text: String) {
    let words = text.split { $0.isWhitespace }
    guard words.count > 4, words[0] == "P2", words[3] == "15" else { return nil }
    let numbers = words.dropFirst().compactMap { Int($0) }
    guard numbers.count == words.count - 1, numbers.count == 3 + numbers[0] * numbers[1] else {
      return nil
    }
    (columns, rows, shades) = (numbers[0], numbers[1], Array(numbers[3...]))
  }

  /// The form as text, a line a row of the picture.
  public var text: String {
    "P2\n\(columns) \(rows)\n15\n"
      + (0..<rows).map { row in
        shades[row * columns..<(row + 1) * columns].map { "\($0)" }.joined(separator: " ") + "\n"
      }.joined()
  }

  /// Whether two are alike to the eye: of one size, few dots far apart, and their shades near on the whole.
  public func resembles(_ other: GreyPicture) -> Bool {
    guard (columns, rows) == (other.columns, other.rows) else { return false }
    let apart = zip(shades, other.shades).map { abs($0 - $1) }
    return apart.reduce(0, +) * 10 <= apart.count && apart.count { $0 > 4 } * 300 <= apart.count
  }
}
