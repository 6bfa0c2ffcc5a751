import Almanac
import Canvas
import Domain

/// A month's summary as the pages that are printed.
struct SummaryScreen: Screen {
  private var month: Month
  private var pages: [[String]] = []
  private var top = 0
  private var columns = 0

  init(month: Month) { self.month = month }

  var tab: Tab { .summary }
  var queries: [Query] { [.month(month, columns: 76)] }

  private var lines: [String] { pages.flatMap { $0 } }

  func title(_ context: Context) -> String {
    let shown = lines.isEmpty ? 0 : min(lines.count, top + context.body.count)
    return context(
      Bilingual(
        zh: "\(month.year)年\(month.month)月安全检查情况汇总（预览）  \(shown)/\(lines.count) 行",
        en: "Safety summary of \(month) (preview)  line \(shown)/\(lines.count)"))
  }

  func actions(_ context: Context) -> [Action] { [.previousMonth, .nextMonth, .print, .save] }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    guard case .month(month, let pages) = answer else { return [] }
    self.pages = pages
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .previousMonth: show(month.previous)
    case .nextMonth:
      guard month < context.today.month else {
        return [.say(Bilingual(zh: "下个月还没有数据", en: "Next month has no figures yet"))]
      }
      show(month.next)
    case .print: return [.effect(.printMonth(month))]
    case .save: return [.effect(.saveMonth(month))]
    default: return []
    }
    return queries.map { .effect(.load($0)) }
  }

  private mutating func show(_ other: Month) {
    month = other
    pages = []
    top = 0
  }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    let height = context.body.count
    let last = max(0, lines.count - height)
    switch key.folded {
    case .down, .character("j"): top = min(last, top + 1)
    case .up, .character("k"): top = max(0, top - 1)
    case .pageDown, .control("f"), .character(" "), .enter: top = min(last, top + height - 1)
    case .pageUp, .control("b"): top = max(0, top - height + 1)
    case .home, .character("g"): top = 0
    case .end, .character("G"): top = last
    case .mouse(let mouse):
      top = max(
        0, min(last, top + (mouse.kind == .wheelUp ? -3 : mouse.kind == .wheelDown ? 3 : 0)))
    default: break
    }
    return []
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    for (offset, line) in lines.dropFirst(top).prefix(rows.count).enumerated() {
      grid.write(line, row: rows.lowerBound + offset, column: 2)
    }
  }
}
