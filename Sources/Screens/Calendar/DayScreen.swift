import Almanac
import Canvas
import Domain

/// One day of the calendar: what kind of day it is, and what falls on it as a list to open from.
struct DayScreen: Screen {
  private var day: Day
  private var sheet: CalendarSheet?
  private var list = ListState()

  init(at day: Day) { self.day = day }

  var tab: Tab { .calendar }
  var queries: [Query] { [.calendar(day...day)] }

  private func detail(_ context: Context) -> DayDetail? {
    sheet?[day].map { DayDetail(day: $0, context: context) }
  }

  private func items(_ context: Context) -> [DayDetail.Item] { detail(context)?.items ?? [] }

  func title(_ context: Context) -> String { "\(day) \(context(day.weekdayName))" }

  func actions(_ context: Context) -> [Action] {
    [.open] + (sheet?[day]?.papers == nil ? [] : [.holidaySet])
      + [.previousDay, .nextDay, .thisDay]
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    guard case .calendar(let sheet) = answer, sheet.window == day...day else { return [] }
    self.sheet = sheet
    list.position.keep(count: items(context).count, height: height(context))
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .open: return open(context)
    case .holidaySet:
      return sheet?[day]?.papers.map { [.push(DocumentScreen([$0], from: tab))] } ?? []
    case .nextDay: return go(to: day + 1)
    case .previousDay: return go(to: day - 1)
    case .thisDay: return go(to: context.today)
    default: return []
    }
  }

  private mutating func go(to other: Day) -> [Step] {
    day = CalendarRange.nearest(to: other)
    sheet = nil
    list = ListState()
    return queries.map { .effect(.load($0)) }
  }

  private func open(_ context: Context) -> [Step] {
    let items = items(context)
    guard items.indices.contains(list.position.selected) else { return [] }
    switch items[list.position.selected] {
    case .due(let round), .starting(let round):
      return [.push(RoundScreen(key: round.id, round: round))]
    case .deadline(let hazard): return [.push(HazardsScreen(selecting: hazard.id))]
    case .duty(let on): return [.push(DutyScreen(on.roster))]
    case .alert(let alert):
      let words = [alert.issuer, alert.headline].filter { !$0.isEmpty }.joined(separator: "  ")
      return [.say(words.isEmpty ? alert.title : Bilingual(verbatim: words))]
    }
  }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    switch key.folded {
    case .character("["): return act(.previousDay, context)
    case .character("]"): return act(.nextDay, context)
    default: break
    }
    let top = listTop(context)
    if case .mouse(let mouse) = key, mouse.kind == .press,
      mouse.row - top + list.position.top == list.position.selected
    {
      return open(context)
    }
    list.type(key, count: items(context).count, height: height(context), top: top)
    return []
  }

  private func facts(_ context: Context) -> [String] {
    flowed(detail(context).map { Array($0.facts.dropFirst()) } ?? [], in: context.columns - 2)
  }

  private func listTop(_ context: Context) -> Int {
    context.body.lowerBound + facts(context).count + 1
  }

  private func height(_ context: Context) -> Int {
    context.body.upperBound - listTop(context)
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    guard let detail = detail(context) else { return }
    for (offset, line) in facts(context).enumerated() {
      grid.write(line, row: rows.lowerBound + offset, column: 1, style: .title)
    }
    let top = listTop(context)
    let items = detail.items
    grid.place = list.position.place(count: items.count, height: height(context))
    for (offset, index) in list.position.visible(count: items.count, height: height(context))
      .enumerated()
    {
      let item = items[index]
      grid.write(
        detail.row(item, columns: context.columns - 3), row: top + offset, column: 2,
        style: detail.style(item))
      grid.choices.append(top + offset)
      guard index == list.position.selected else { continue }
      grid.write(">", row: top + offset)
      grid.fill(row: top + offset, style: .selected)
      grid.focus = Position(row: top + offset, column: 0)
    }
    if items.isEmpty {
      grid.write(
        context(Bilingual(zh: "这一天没有到期的检查。", en: "Nothing is due on this day.")),
        row: top, column: 2)
    }
  }
}
