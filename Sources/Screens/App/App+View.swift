import Almanac
import Canvas
import Domain

extension App {
  /// The least window in which the program draws itself.
  static let least = (columns: 60, rows: 16)

  /// The program as a picture.
  public var view: Grid {
    var grid = Grid(columns: context.columns, rows: context.rows)
    guard context.columns >= Self.least.columns, context.rows >= Self.least.rows else {
      drawTooSmall(&grid)
      return grid
    }
    drawHeader(&grid)
    drawTitle(&grid)
    grid.rule(row: 2)
    screen.draw(into: &grid, rows: context.body, context)
    drawStatus(&grid)
    drawFooter(&grid)
    if let overlay { overlay.draw(over: &grid, self) }
    return grid
  }

  private func drawTooSmall(_ grid: inout Grid) {
    let words = Bilingual(
      zh: "窗口太小 (需要 \(Self.least.columns)x\(Self.least.rows))",
      en: "Window too small (needs \(Self.least.columns)x\(Self.least.rows))")
    grid.write(context(words), row: 0)
  }

  private func drawTitle(_ grid: inout Grid) {
    let progress = screen.progress(context)
    let room = context.columns - 2 - (progress.isEmpty ? 0 : Cells.width(progress) + 2)
    grid.write(Cells.fit(screen.title(context), room), row: 1, column: 1, style: .title)
    grid.write(
      progress, row: 1, column: max(0, context.columns - 1 - Cells.width(progress)), style: .title)
  }

  private func drawHeader(_ grid: inout Grid) {
    for (tab, range) in tabRanges {
      let isActive = tab == screen.tab
      grid.write(
        tabText(tab), row: 0, column: range.lowerBound, style: isActive ? .activeTab : .tab)
    }
    let mark = context.bureau.isPractice ? context(Organization.practiceMark) : ""
    let gap = mark.isEmpty ? 0 : 2
    let used = tabRanges.last?.1.upperBound ?? 0
    let room = context.columns - 2 - used - Cells.width(mark) - gap
    let who = whoAndWhen.first { Cells.width($0) <= room } ?? ""
    let column = context.columns - 1 - Cells.width(who)
    grid.write(who, row: 0, column: column)
    grid.write(
      mark, row: 0, column: column - Cells.width(mark) - (who.isEmpty ? 0 : gap), style: .warning)
  }

  /// Who is at the keyboard and what day it is, ever shorter.
  private var whoAndWhen: [String] {
    let day = context.today.monthAndDay
    let name = context.person.name
    return ["\(name) \(day) \(context(context.today.weekdayName))", "\(name) \(day)", name]
  }

  private func tabText(_ tab: Tab) -> String {
    let key = tab.action.hint.keys
    return tab == screen.tab
      ? "[\(key) \(context(tab.name))]" : " \(key) \(context(tab.name)) "
  }

  private var tabRanges: [(Tab, Range<Int>)] {
    var column = 1
    return Tab.allCases.map { tab in
      let width = Cells.width(tabText(tab))
      defer { column += width + 1 }
      return (tab, column..<column + width)
    }
  }

  /// The tab under a column of the header.
  func tab(at column: Int) -> Tab? {
    tabRanges.first { $0.1.contains(column) }?.0
  }

  private func drawStatus(_ grid: inout Grid) {
    let row = context.rows - 2
    let warning = context(Organization.classifiedWarning)
    let right = context.columns - Cells.width(warning) - 1
    let text = news.map { context($0.text) } ?? screen.status(context)
    let isWarning = news?.isWarning ?? false
    let isLong = Cells.width(text) > right - 3
    if !isLong { grid.write(warning, row: row, column: right) }
    grid.write(
      Cells.clip(text, to: isLong ? context.columns - 2 : right - 3), row: row, column: 1,
      style: isWarning ? .alarm : .notice)
  }

  private func drawFooter(_ grid: inout Grid) {
    let own = screen.actions(context)
    let isModal = overlay != nil || screen.claims(.escape, context)
    let shown =
      isModal
      ? [.back]
      : (own + Action.everywhere.filter { !own.contains($0) })
        .filter { !$0.isHiddenInFooter && ($0 != .back || screens.count > 1) }
    let hints = shown.compactMap { action in
      let keys = isModal ? action.entry.keys : action.keys(on: screen, context)
      return keys.first.map {
        KeyHint(context($0.name), action.entry.label, importance: action.entry.importance)
      }
    }
    Footer.draw(hints, into: &grid, row: context.rows - 1, in: context.language)
  }
}

extension Day {
  /// The day of the week in words.
  var weekdayName: Bilingual {
    switch weekday {
    case 1: Bilingual(zh: "周一", en: "Mon")
    case 2: Bilingual(zh: "周二", en: "Tue")
    case 3: Bilingual(zh: "周三", en: "Wed")
    case 4: Bilingual(zh: "周四", en: "Thu")
    case 5: Bilingual(zh: "周五", en: "Fri")
    case 6: Bilingual(zh: "周六", en: "Sat")
    default: Bilingual(zh: "周日", en: "Sun")
    }
  }
}
