import Almanac
import Canvas
import Domain

/// A year of the calendar: a row a month, a mark a day.
struct YearScreen: Screen {
  private(set) var selected: Day
  private var sheet: CalendarSheet?
  private var jump = DayJump()

  init(at day: Day) { selected = CalendarRange.nearest(to: day) }

  var tab: Tab { .calendar }
  var queries: [Query] { [.calendar(Day(year, 1, 1)...Day(year, 12, 31))] }
  func claims(_ key: Key, _ context: Context) -> Bool { jump.isOpen }

  private var year: Int { selected.year }

  func title(_ context: Context) -> String {
    let isProvisional = sheet?[Day(year, 7, 1)]?.isProvisional ?? false
    let mark = isProvisional ? " " + context(WorkCalendar.provisionalMark) : ""
    return context(Bilingual(zh: "\(year)年", en: "\(year)")) + mark
  }

  func progress(_ context: Context) -> String {
    guard !context.isSpoken else { return "" }
    let room = context.columns - 4 - Cells.width(title(context))
    return YearMark.legend(sheet?.days ?? [], in: room, context)
  }

  func actions(_ context: Context) -> [Action] {
    [.open, .yearPlan, .previousYear, .nextYear, .thisDay, .jump, .previousDay, .nextDay]
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    guard case .calendar(let sheet) = answer, sheet.window == Day(year, 1, 1)...Day(year, 12, 31)
    else { return [] }
    self.sheet = sheet
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .open: return [.pop, .replace(CalendarScreen(at: selected))]
    case .yearPlan: return [.push(DocumentScreen([.yearPlan(year)], from: tab))]
    case .jump: jump.open()
    case .thisDay: return go(to: context.today)
    case .nextDay: return go(to: selected + 1)
    case .previousDay: return go(to: selected - 1)
    case .nextYear: return move(years: 1)
    case .previousYear: return move(years: -1)
    default: break
    }
    return []
  }

  private mutating func move(years: Int) -> [Step] {
    let month = Month(year + years, selected.month.month)
    return go(to: CalendarRange.day(selected, movedTo: month))
  }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    if jump.isOpen {
      let answer = jump.press(key, context)
      return answer.day.map { go(to: $0) } ?? answer.steps
    }
    let month = selected.month
    switch key.folded {
    case .up, .character("k"): return go(to: CalendarRange.day(selected, movedTo: month.previous))
    case .down, .character("j"): return go(to: CalendarRange.day(selected, movedTo: month.next))
    case .home, .character("g"): return go(to: Day(year, 1, 1))
    case .end, .character("G"): return go(to: Day(year, 12, 31))
    case .pageUp, .control("b"): return move(years: -1)
    case .pageDown, .control("f"): return move(years: 1)
    case .mouse(let mouse): return take(mouse, context)
    default: return []
    }
  }

  /// A click selects a day, a second one opens its month; the wheel goes through the years.
  private mutating func take(_ mouse: Key.Mouse, _ context: Context) -> [Step] {
    switch mouse.kind {
    case .wheelUp: return move(years: -1)
    case .wheelDown: return move(years: 1)
    case .press:
      let date = layout(context).date(atRow: mouse.row, column: mouse.column)
      guard let date, let day = Day(year: year, month: date.month, day: date.day) else {
        return []
      }
      return day == selected ? act(.open, context) : go(to: day)
    }
  }

  private mutating func go(to day: Day) -> [Step] {
    let before = year
    selected = CalendarRange.nearest(to: day)
    guard year != before else { return [] }
    sheet = nil
    return queries.map { .effect(.load($0)) }
  }

  func status(_ context: Context) -> String {
    guard let days = sheet?.days else { return "" }
    let worked = days.count { $0.kind == .workday || $0.kind == .makeUp }
    let off = days.count { $0.kind == .off }
    let madeUp = days.count { $0.kind == .makeUp }
    return context(
      Bilingual(
        zh: "全年工作日\(worked)天，放假\(off)天，调休上班\(madeUp)天",
        en: "\(worked) working days, \(off) days off, \(counted(madeUp, "make-up day"))"))
  }

  private func layout(_ context: Context) -> YearLayout {
    YearLayout(month: selected.month.month, columns: context.columns, body: context.body)
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    if context.isSpoken {
      MonthList(days: sheet?.days ?? [], selected: selected.month, context: context)
        .draw(into: &grid, rows: rows)
    } else {
      drawGrid(into: &grid, rows: rows, context)
    }
    jump.draw(into: &grid, context)
  }

  private func drawGrid(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    let layout = YearLayout(month: selected.month.month, columns: context.columns, body: rows)
    drawScale(into: &grid, layout)
    for month in layout.months {
      let row = layout.row(ofMonth: month)
      let mark = month == selected.month.month ? ">" : " "
      grid.write(mark + context(Self.name(ofMonth: month)), row: row)
      for day in Month(year, month).days {
        guard let day = sheet?[day] else { continue }
        draw(day, into: &grid, row: row, layout, context)
      }
    }
    if !layout.pane.isEmpty { grid.rule(row: layout.pane.lowerBound - 1) }
    if let day = sheet?[selected] {
      DayDetail(day: day, context: context).draw(into: &grid, rows: layout.pane, opens: false)
    }
  }

  /// The numbers of the days: all where they fit, otherwise every fifth; the selected day's always, which
  /// takes the place of those beside it.
  private func drawScale(into grid: inout Grid, _ layout: YearLayout) {
    let own = selected.dayOfMonth
    for day in 1...31 where layout.width == 3 || day == 1 || day % 5 == 0 || day == own {
      let isCovered = day != own && abs(day - own) * layout.width < 3
      guard !isCovered else { continue }
      grid.write(
        String(day), row: layout.top, column: layout.column(ofDay: day),
        style: day == own ? .selected : .title)
    }
  }

  private func draw(
    _ day: CalendarDay, into grid: inout Grid, row: Int, _ layout: YearLayout, _ context: Context
  ) {
    let column = layout.column(ofDay: day.day.dayOfMonth)
    let kind = YearMark.ofKind(day, context)
    let event = YearMark.ofEvent(day, context)
    let first = layout.width == 1 && kind != .today ? event ?? kind : kind
    grid.write(first?.text ?? ".", row: row, column: column, style: first?.style ?? .plain)
    if layout.width > 1, let event {
      grid.write(event.text, row: row, column: column + 1, style: event.style)
    }
    guard day.day == selected else { return }
    grid.style(row: row, columns: column..<column + min(2, layout.width), .selected)
    grid.focus = Position(row: row, column: column)
  }

  private static func name(ofMonth month: Int) -> Bilingual {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let number = Cells.fit(String(month), 2, .trailing)
    return Bilingual(zh: "\(number)月", en: names[(month + 11) % 12])
  }
}
