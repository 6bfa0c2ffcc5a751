import Almanac
import Canvas
import Domain

/// A month's summary as the pages that are printed.
struct SummaryScreen: Screen {
  private var month: Month
  private var pages = PagedText()

  init(month: Month) { self.month = month }

  var tab: Tab { .summary }
  var queries: [Query] { [.month(month, columns: PagedText.columns)] }

  func title(_ context: Context) -> String {
    let lines = context(pages.progress(context))
    return context(
      Bilingual(
        zh: "\(month.year)年\(month.month)月安全检查情况汇总（预览）  \(lines)",
        en: "Safety summary of \(month) (preview)  \(lines)"))
  }

  func actions(_ context: Context) -> [Action] { [.previousMonth, .nextMonth, .print, .save] }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    guard case .month(month, let pages) = answer else { return [] }
    self.pages.show(pages)
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
    case .print: return [.effect(.print(.month(month)))]
    case .save: return [.effect(.export(.month(month)))]
    default: return []
    }
    return queries.map { .effect(.load($0)) }
  }

  private mutating func show(_ other: Month) {
    month = other
    pages = PagedText()
  }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    pages.type(key == .enter ? .pageDown : key, context)
    return []
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    pages.draw(into: &grid, rows: rows)
  }
}
