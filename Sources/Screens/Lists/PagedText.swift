import Almanac
import Canvas

/// A document's pages one below the other, as far as they are scrolled.
struct PagedText: Sendable {
  private var lines: [String] = []
  private var top = 0

  /// The cells of a line.
  static let columns = 76

  /// Shows other pages, from the same line on.
  mutating func show(_ pages: [[String]]) { lines = pages.flatMap { $0 } }

  /// How far it is read.
  func progress(_ context: Context) -> Bilingual {
    let shown = lines.isEmpty ? 0 : min(lines.count, top + context.body.count)
    return Bilingual(zh: "\(shown)/\(lines.count) 行", en: "line \(shown)/\(lines.count)")
  }

  /// Takes a key that scrolls.
  mutating func type(_ key: Key, _ context: Context) {
    let height = context.body.count
    let last = max(0, lines.count - height)
    let wanted =
      switch key.folded {
      case .down, .character("j"): top + 1
      case .up, .character("k"): top - 1
      case .pageDown, .control("f"), .character(" "): top + height - 1
      case .pageUp, .control("b"): top - height + 1
      case .home, .character("g"): 0
      case .end, .character("G"): last
      case .mouse(let mouse):
        top + (mouse.kind == .wheelUp ? -3 : mouse.kind == .wheelDown ? 3 : 0)
      default: top
      }
    top = max(0, min(last, wanted))
  }

  func draw(into grid: inout Grid, rows: Range<Int>) {
    for (offset, line) in lines.dropFirst(top).prefix(rows.count).enumerated() {
      grid.write(line, row: rows.lowerBound + offset, column: 2)
    }
  }
}
