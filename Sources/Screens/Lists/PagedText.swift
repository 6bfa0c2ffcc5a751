import Almanac
import Canvas

/// A document's pages one below the other, as far as they are scrolled; what is wider than the window is moved
/// sideways.
struct PagedText: Sendable {
  private var lines: [String] = []
  /// The line with which each page begins.
  private var starts: [Int] = []
  private var width = 0
  private var scroll = Scroll()
  private var left = 0

  /// The cells of a line.
  static let columns = 76

  /// Shows other pages, from the same line on.
  mutating func show(_ pages: [[String]]) {
    lines = pages.flatMap { $0 }
    starts = pages.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }.dropLast()
    width = lines.map(Cells.width).max() ?? 0
  }

  /// The page in sight, from 0: the last one that begins in the upper half of the window.
  private func page(_ context: Context) -> Int {
    let height = context.body.count
    return starts.lastIndex { $0 <= top(height) + height / 2 } ?? 0
  }

  /// How far it is read.
  func progress(_ context: Context) -> Bilingual {
    guard starts.count > 1 else {
      let height = context.body.count
      let shown = min(lines.count, top(height) + height)
      return Bilingual(zh: "\(shown)/\(lines.count) 行", en: "line \(shown)/\(lines.count)")
    }
    let page = page(context) + 1
    return Bilingual(
      zh: "第 \(page) 页 共 \(starts.count) 页", en: "page \(page) of \(starts.count)")
  }

  /// How what is out of sight at the side is reached; empty where nothing is.
  func hint(_ context: Context) -> Bilingual {
    let height = context.body.count
    let shown = lines.dropFirst(top(height)).prefix(height)
    return shown.contains { Cells.width($0) > context.columns - 2 }
      ? Bilingual(zh: "页面比窗口宽：Tab 看右边", en: "wider than the window: Tab shows the right")
      : Bilingual(verbatim: "")
  }

  /// Takes a key that scrolls, turns a page or moves sideways.
  mutating func type(_ key: Key, _ context: Context) {
    let height = context.body.count
    switch key {
    case .pageDown where starts.count > 1: go(to: nextPage(height), height)
    case .pageUp where starts.count > 1: go(to: previousPage(height), height)
    case .tab, .backTab, .left, .right: pan(key, context)
    default: _ = scroll.press(key, count: lines.count, height: height)
    }
  }

  private mutating func go(to top: Int, _ height: Int) {
    scroll.go(to: top, count: lines.count, height: height)
  }

  private func top(_ height: Int) -> Int { scroll.top(count: lines.count, height: height) }

  /// The rest of a page that is not in sight yet, else the next page.
  private func nextPage(_ height: Int) -> Int {
    let top = top(height)
    let next = starts.first { $0 > top } ?? lines.count
    return next > top + height ? min(next - height, top + height - 1) : next
  }

  /// The beginning of this page, or of the one before.
  private func previousPage(_ height: Int) -> Int { starts.last { $0 < top(height) } ?? 0 }

  private mutating func pan(_ key: Key, _ context: Context) {
    let most = max(0, width - (context.columns - 2))
    let step = context.columns / 2
    switch key {
    case .tab: left = left >= most ? 0 : left + step
    case .right: left += step
    default: left -= step
    }
    left = max(0, min(most, left))
  }

  func draw(into grid: inout Grid, rows: Range<Int>) {
    let room = grid.columns - 2
    let spare = grid.columns - width
    // A page stands in the middle; a text narrower than any page begins at the left.
    let column = width < 60 ? 2 : max(1, spare / 2)
    for (offset, line) in lines.dropFirst(top(rows.count)).prefix(rows.count).enumerated() {
      grid.write(
        Cells.clip(Self.cut(line, left), to: room), row: rows.lowerBound + offset, column: column)
    }
  }

  /// What is left of a line when some cells at its beginning are out of sight; half a character is a space.
  private static func cut(_ line: String, _ cells: Int) -> String {
    guard cells > 0 else { return line }
    var passed = 0
    for (offset, character) in line.enumerated() {
      guard passed < cells else { return Cells.blank(passed - cells) + line.dropFirst(offset) }
      passed += Cells.width(String(character))
    }
    return ""
  }
}
