import Almanac
import Canvas
import Domain

/// A month (月历): days off and made up, festivals, rounds due, alerts, the flood season; below, the
/// selected day.
struct CalendarScreen: Screen {
  private(set) var selected: Day
  private var sheet: CalendarSheet?
  private var jump = DayJump()
  private var notice: NoticePanel?

  /// - Parameter loads: Whether to ask at once for a holiday notice.
  init(at day: Day, loads: Bool = false) {
    selected = CalendarRange.nearest(to: day)
    notice = loads ? NoticePanel() : nil
  }

  var tab: Tab { .calendar }
  var queries: [Query] { [.calendar(month.days)] }
  func claims(_ key: Key, _ context: Context) -> Bool {
    if case .paste(let text) = key, NoticePanel.speaksOfDaysOff(text) { return true }
    return jump.isOpen || notice != nil
  }

  private var month: Month { selected.month }

  func title(_ context: Context) -> String {
    let mark = sheet?.isProvisional ?? false ? " " + context(WorkCalendar.provisionalMark) : ""
    return context(Bilingual(zh: "\(month.year)年\(month.month)月", en: "\(month)")) + mark
  }

  func progress(_ context: Context) -> String {
    guard !context.isSpoken else { return "" }
    let room = context.columns - 4 - Cells.width(title(context))
    return CalendarMark.legend(sheet?.days ?? [], in: room, context)
  }

  func actions(_ context: Context) -> [Action] {
    // Of equal hints a footer leaves out the last first: the notice stands before the month before.
    [.open] + (sheet?[selected]?.papers == nil ? [] : [.holidaySet])
      + (context.person.may(.administer) ? [.notice] : [])
      + [.previousMonth, .nextMonth, .thisDay, .year, .jump, .previousDay, .nextDay]
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    guard case .calendar(let sheet) = answer, sheet.window == month.days else { return [] }
    self.sheet = sheet
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .open: return [.push(DayScreen(at: selected))]
    case .year: return [.push(YearScreen(at: selected))]
    case .jump: jump.open()
    case .holidaySet:
      return sheet?[selected]?.papers.map { [.push(DocumentScreen([$0], from: tab))] } ?? []
    case .notice: notice = NoticePanel()
    case .thisDay: return go(to: context.today)
    case .nextDay: return go(to: selected + 1)
    case .previousDay: return go(to: selected - 1)
    case .nextMonth: return go(to: CalendarRange.day(selected, movedTo: month.next))
    case .previousMonth: return go(to: CalendarRange.day(selected, movedTo: month.previous))
    default: break
    }
    return []
  }

  mutating func type(_ key: Key, _ context: Context) -> [Step] {
    if jump.isOpen {
      let answer = jump.press(key, context)
      return answer.day.map { go(to: $0) } ?? answer.steps
    }
    if case .paste = key, notice == nil {
      guard context.person.may(.administer) else {
        return [.warn(NotPermitted(.administer).message)]
      }
      notice = NoticePanel()
    }
    if notice != nil { return load(key, context) }
    switch key.folded {
    case .up, .character("k"): return go(to: selected - (context.isSpoken ? 1 : 7))
    case .down, .character("j"): return go(to: selected + (context.isSpoken ? 1 : 7))
    case .home, .character("g"): return go(to: month.first)
    case .end, .character("G"): return go(to: month.last)
    case .pageUp, .control("b"): return act(.previousMonth, context)
    case .pageDown, .control("f"): return act(.nextMonth, context)
    case .mouse(let mouse): return take(mouse, context)
    default: return []
    }
  }

  private mutating func load(_ key: Key, _ context: Context) -> [Step] {
    switch notice?.press(key, context) {
    case .load(let read):
      notice = nil
      selected = CalendarRange.day(selected, movedTo: Month(read.year, 1))
      return [.effect(.perform(.loadNotice(read)))]
    case .close: notice = nil
    case .stay, nil: break
    }
    return []
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    let loaded = lines.compactMap { line -> Step? in
      guard case .calendar(let arrangement) = line.event else { return nil }
      return .say(
        Bilingual(
          zh: "已载入 \(arrangement.year) 年放假安排",
          en: "loaded the holidays of \(arrangement.year)"))
    }
    return ([.agenda] + queries).map { .effect(.load($0)) } + loaded
  }

  /// A click selects a day, a second one opens it; the wheel goes through the months.
  private mutating func take(_ mouse: Key.Mouse, _ context: Context) -> [Step] {
    switch mouse.kind {
    case .wheelUp: return act(.previousMonth, context)
    case .wheelDown: return act(.nextMonth, context)
    case .press:
      let layout = MonthLayout(month, context)
      guard let day = layout.day(atRow: mouse.row, column: mouse.column) else { return [] }
      return day == selected ? act(.open, context) : go(to: day)
    }
  }

  /// Selects a day, and asks for its month if that is another one.
  private mutating func go(to day: Day) -> [Step] {
    let before = month
    selected = CalendarRange.nearest(to: day)
    guard month != before else { return [] }
    sheet = nil
    return queries.map { .effect(.load($0)) }
  }

  func status(_ context: Context) -> String {
    guard let sheet else { return "" }
    let worked = sheet.days.count { $0.kind == .workday || $0.kind == .makeUp }
    let due = sheet.days.flatMap(\.due)
    let settled = due.count(where: \.state.isSettled)
    let lapsed = due.count(where: \.hasLapsed)
    return context(
      Bilingual(
        zh: "工作日\(worked)天，到期\(due.count)轮，已完成\(settled)轮，逾期漏检\(lapsed)轮",
        en: "\(worked) working days, \(due.count) due, \(settled) done, \(lapsed) overdue"))
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    if context.isSpoken {
      DayList(days: sheet?.days ?? [], selected: selected, context: context)
        .draw(into: &grid, rows: rows)
    } else {
      drawGrid(into: &grid, rows: rows, context)
    }
    jump.draw(into: &grid, context)
    notice?.draw(over: &grid, context)
  }

  private func drawGrid(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    let layout = MonthLayout(month, columns: context.columns, body: rows)
    for weekday in 1...7 {
      let name = context((month.first.monday + (weekday - 1)).weekdayName)
      grid.write(
        name, row: layout.top, column: layout.column(ofWeekday: weekday) + 1, style: .heading)
    }
    for day in sheet?.days ?? [] {
      DayCell(day: day, isSelected: day.day == selected, context: context)
        .draw(into: &grid, layout)
    }
    if !layout.pane.isEmpty { grid.rule(row: layout.rule) }
    if let day = sheet?[selected] {
      DayDetail(day: day, context: context).draw(into: &grid, rows: layout.pane, opens: true)
    }
  }
}
