import Almanac
import Canvas
import Domain

/// One day of the month's grid: its number and what it is in the first row, what is due in the next ones.
struct DayCell {
  var day: CalendarDay
  var isSelected: Bool
  var context: Context

  private var isToday: Bool { day.day == context.today }

  func draw(into grid: inout Grid, _ layout: MonthLayout) {
    let at = layout.position(of: day.day)
    let end = at.column + layout.width
    if layout.lines == 1 {
      drawLine(into: &grid, at, end)
    } else {
      let isNamed = drawHead(into: &grid, at, end)
      drawMarks(into: &grid, row: at.row + 1, at.column, end, isNamed: isNamed)
      drawRounds(into: &grid, rows: (at.row + 2)..<(at.row + layout.lines), at.column + 1, end)
    }
    guard isSelected else { return }
    for row in at.row..<at.row + layout.lines {
      grid.style(row: row, columns: at.column..<end, .selected)
    }
    grid.focus = at
  }

  /// The number between the marks of the selection or of today, and whether the day is worked.
  ///
  /// - Returns: The column after them.
  private func drawNumber(
    into grid: inout Grid, _ at: Position, _ end: Int, after sign: String = " "
  ) -> Int {
    let number = Cells.fit(String(day.day.dayOfMonth), 2, .trailing)
    let marks = (isSelected ? ">" : isToday ? "[" : " ", isToday ? "]" : sign)
    let next = grid.write(
      marks.0 + number + marks.1, row: at.row, column: at.column,
      style: isToday ? .title : .plain)
    guard let mark = CalendarMark.ofKind(day) else { return next }
    return grid.write(
      context(mark.text), row: at.row, column: next, style: mark.style, limit: end)
  }

  /// All in one row, where the window is low: the number, its kind, the most pressing of its marks.
  private func drawLine(into grid: inout Grid, _ at: Position, _ end: Int) {
    let next = drawNumber(into: &grid, at, end, after: day.season == nil ? " " : "~")
    let room = end - next
    if day.hasLapsed {
      grid.write(Cells.clip("!!", to: room), row: at.row, column: next, style: .bad)
    } else if !day.alerts.isEmpty, Cells.width(context(CalendarMark.alert.text)) <= room {
      let mark = CalendarMark.alert
      grid.write(context(mark.text), row: at.row, column: next, style: mark.style)
    } else if day.settled < day.due.count {
      grid.write("*", row: at.row, column: next, limit: end)
    }
  }

  /// The number, whether the day is worked, and its name if that fits in whole or the moon's day.
  ///
  /// - Returns: Whether the name stands there.
  private func drawHead(into grid: inout Grid, _ at: Position, _ end: Int) -> Bool {
    let next = drawNumber(into: &grid, at, end)
    let start = next > at.column + 4 || isToday ? next + 1 : next
    let name = day.names.first.map(context.callAsFunction)
    let hint = name ?? day.lunar.map { context($0.shortName) } ?? ""
    guard Cells.width(hint) <= end - start else { return false }
    grid.write(hint, row: at.row, column: start)
    return name != nil
  }

  /// The season at the edge, how many rounds are due and done, an alert, and the name that did not fit above.
  private func drawMarks(
    into grid: inout Grid, row: Int, _ column: Int, _ end: Int, isNamed: Bool
  ) {
    if day.season != nil { grid.write("~", row: row, column: column) }
    let start = column + 1
    var next = start
    if !day.due.isEmpty {
      let text = (day.hasLapsed ? "!!" : "") + "\(day.settled)/\(day.due.count)"
      let style: Style =
        day.hasLapsed ? .bad : day.settled == day.due.count ? .good : .plain
      next = grid.write(text, row: row, column: next, style: style, limit: end)
    }
    if !day.alerts.isEmpty {
      let mark = CalendarMark.alert
      next = grid.write(
        context(mark.text), row: row, column: next + (next == start ? 0 : 1), style: mark.style,
        limit: end)
    }
    guard !isNamed else { return }
    let gap = next == start ? 0 : 1
    grid.write(shortName(in: end - next - gap), row: row, column: next + gap)
  }

  /// As many words of the day's name as fit; a solar term in whole or not at all.
  private func shortName(in columns: Int) -> String {
    guard let name = (day.festival?.shortName ?? day.names.first).map(context.callAsFunction)
    else { return "" }
    let isTerm = day.festival == nil && day.holiday == nil
    var words = name.split(separator: " ")[...]
    while Cells.width(words.joined(separator: " ")) > columns, !words.isEmpty {
      words = isTerm ? [] : words.dropLast()
    }
    return words.joined(separator: " ")
  }

  /// The plans whose rounds are due, where there are rows for them: of each the first round, which is
  /// the most pressing.
  private func drawRounds(
    into grid: inout Grid, rows: Range<Int>, _ column: Int, _ end: Int
  ) {
    let first = day.due.enumerated().filter { index, round in
      !day.due[..<index].contains { $0.id.plan == round.id.plan }
    }
    for (row, (_, round)) in zip(rows, first) {
      let title = context.bureau.plan(round.id.plan)?.title ?? round.title
      let text = Cells.fit(RoundWords.mark(round) + context(title), end - column - 1)
      grid.write(text, row: row, column: column, style: RoundWords.style(round))
    }
  }
}

extension Festival {
  /// The name where there is little room.
  fileprivate var shortName: Bilingual {
    switch self {
    case .newYearsEve: Bilingual(zh: name.zh, en: "NY Eve")
    case .doubleSeventh: Bilingual(zh: name.zh, en: "Double 7th")
    case .doubleNinth: Bilingual(zh: name.zh, en: "Double 9th")
    case .winterSolstice: Bilingual(zh: name.zh, en: "Solstice")
    case .springFestival, .lantern, .qingming, .dragonBoat, .midAutumn: name
    }
  }
}

/// How a round is told on the calendar.
enum RoundWords {
  /// How it stands, as a mark before its title.
  static func mark(_ round: Round) -> String {
    switch round.state {
    case .missed, .overdue: "!!"
    case .done, .doneLate: "[v]"
    case .excused, .lifted: "[-]"
    case .open, .upcoming: "[ ]"
    }
  }

  static func style(_ round: Round) -> Style {
    switch round.state {
    case .missed, .overdue: .bad
    case .done, .doneLate: .good
    case .open, .upcoming, .excused, .lifted: .plain
    }
  }

  /// Its title, with the mark of what depends on a notice that is not out.
  static func title(_ round: Round, _ context: Context) -> String {
    (round.isProvisional ? context(WorkCalendar.provisionalMark) + " " : "")
      + context(round.title)
  }
}
