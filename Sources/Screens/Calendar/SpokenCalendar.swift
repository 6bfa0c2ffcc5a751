import Almanac
import Canvas
import Domain

/// The days of a month as they are read out: a line a day, which says all that the grid shows by its place.
struct DayList {
  var days: [CalendarDay]
  var selected: Day
  var context: Context

  func draw(into grid: inout Grid, rows: Range<Int>) {
    grid.writeList(
      days.map(line), selected: days.firstIndex { $0.day == selected }, rows: rows, context)
  }

  private func line(_ day: CalendarDay) -> String {
    context.listed([name(of: day)] + kind(of: day) + rounds(of: day) + rest(of: day))
  }

  private func name(of day: CalendarDay) -> String {
    let today =
      day.day == context.today ? context(Bilingual(zh: " 今天", en: " today")) : ""
    return "\(day.day.monthAndDay) \(context(day.day.weekdayName))" + today
  }

  /// Whether it is worked, why not, and what it is called.
  private func kind(of day: CalendarDay) -> [String] {
    let words: Bilingual =
      switch day.kind {
      case .workday: Bilingual(zh: "上班", en: "work")
      case .weekend: Bilingual(zh: "休", en: "off")
      case .off: Bilingual(zh: "休，放假", en: "off, holiday")
      case .makeUp: Bilingual(zh: "班，调休上班", en: "work, make-up day")
      }
    let mark = day.isProvisional && day.kind == .off ? [context(WorkCalendar.provisionalMark)] : []
    return [context(words)] + mark + day.names.map(context.callAsFunction)
  }

  /// What is due: of each plan how far its rounds are, and how the most pressing one stands.
  private func rounds(of day: CalendarDay) -> [String] {
    guard !day.due.isEmpty else { return [] }
    let first = day.due.enumerated().filter { index, round in
      !day.due[..<index].contains { $0.id.plan == round.id.plan }
    }.map { _, round in
      let alike = day.due.filter { $0.id.plan == round.id.plan }
      let (done, total) = alike.reduce(into: (0, 0)) { $0 = ($0.0 + $1.done, $0.1 + $1.total) }
      let title = context(context.bureau.plan(round.id.plan)?.title ?? round.title)
      return "\(title) \(done)/\(total) \(context(round.state.name))"
    }
    let count = Bilingual(
      zh: "到期\(day.due.count)轮，已完成\(day.settled)轮", en: "due \(day.due.count), done \(day.settled)")
    return [context(count)] + first
  }

  /// Deadlines of hazards, alerts in force.
  private func rest(of day: CalendarDay) -> [String] {
    let deadlines = Bilingual(
      zh: "隐患到期\(day.deadlines.count)条", en: "\(counted(day.deadlines.count, "hazard")) due")
    return (day.deadlines.isEmpty ? [] : [context(deadlines)])
      + day.alerts.map { context($0.title) }
  }
}

/// The months of a year as they are read out: a line a month.
struct MonthList {
  var days: [CalendarDay]
  var selected: Month
  var context: Context

  func draw(into grid: inout Grid, rows: Range<Int>) {
    let months = Dictionary(grouping: days, by: \.day.month).sorted { $0.key < $1.key }
    grid.writeList(
      months.map { line($0.key, $0.value) }, selected: months.firstIndex { $0.key == selected },
      rows: rows, context)
  }

  private func line(_ month: Month, _ days: [CalendarDay]) -> String {
    let worked = days.count { $0.kind == .workday || $0.kind == .makeUp }
    let due = days.flatMap(\.due).filter { !$0.isFrequent }
    let lapsed = due.count(where: \.hasLapsed)
    let counts = Bilingual(
      zh: "工作日\(worked)天，到期\(due.count)轮，已完成\(due.count(where: \.state.isSettled))轮",
      en: "\(worked) working days, due \(due.count), done \(due.count(where: \.state.isSettled))")
    let late = Bilingual(zh: "逾期漏检\(lapsed)轮", en: "overdue \(lapsed)")
    return context.listed(
      [month.description, context(counts)] + (lapsed > 0 ? [context(late)] : []) + breaks(days)
        + days.filter { $0.kind == .makeUp }.map(madeUp))
  }

  /// The holidays with their days off in the month.
  private func breaks(_ days: [CalendarDay]) -> [String] {
    var seen: [String] = []
    return days.filter { $0.kind == .off }.compactMap { day in
      let name = day.holiday.map(context.callAsFunction) ?? ""
      guard !seen.contains(name) else { return nil }
      seen.append(name)
      let off = days.filter { $0.kind == .off && $0.holiday?.zh == day.holiday?.zh }
      guard let first = off.first?.day.monthAndDay, let last = off.last?.day.monthAndDay else {
        return nil
      }
      let end =
        first == last ? Bilingual(verbatim: "") : Bilingual(zh: " 至 \(last)", en: " to \(last)")
      return context(Bilingual(zh: "\(name)放假 ", en: "\(name) off ")) + first + context(end)
    }
  }

  private func madeUp(_ day: CalendarDay) -> String {
    "\(day.day.monthAndDay) \(context(day.day.weekdayName)) \(context(day.kind.name))"
  }
}

extension Grid {
  /// Writes lines that are chosen by their number, and marks the selected one.
  fileprivate mutating func writeList(
    _ lines: [String], selected: Int?, rows: Range<Int>, _ context: Context
  ) {
    for (index, (row, line)) in zip(rows, lines).enumerated() {
      write(Cells.clip(line, to: context.columns - 3), row: row, column: 2)
      choices.append(row)
      guard index == selected else { continue }
      write(">", row: row)
      focus = Position(row: row, column: 0)
    }
  }
}

extension Context {
  /// Several facts in one line.
  fileprivate func listed(_ facts: [String]) -> String {
    facts.joined(separator: self(Bilingual(zh: "，", en: ", ")))
  }
}
