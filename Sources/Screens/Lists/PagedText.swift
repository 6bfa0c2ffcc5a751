import Almanac
import Canvas

/// A document's pages one below the other, as far as they are scrolled.
struct PagedText: Sendable {
  private var lines: [String] = []
  private var scroll = Scroll()

  /// The cells of a line.
  static let columns = 76

  /// Shows other pages, from the same line on.
  mutating func show(_ pages: [[String]]) { lines = pages.flatMap { $0 } }

  /// How far it is read.
  func progress(_ context: Context) -> Bilingual {
    let shown = lines.isEmpty ? 0 : min(lines.count, scroll.top + context.body.count)
    return Bilingual(zh: "\(shown)/\(lines.count) 行", en: "line \(shown)/\(lines.count)")
  }

  /// Takes a key that scrolls.
  mutating func type(_ key: Key, _ context: Context) {
    _ = scroll.press(key, count: lines.count, height: context.body.count)
  }

  func draw(into grid: inout Grid, rows: Range<Int>) {
    for (offset, line) in lines.dropFirst(scroll.top).prefix(rows.count).enumerated() {
      grid.write(line, row: rows.lowerBound + offset, column: 2)
    }
  }
}
