import Almanac
import Canvas
import Domain

/// What is to be said of one day: what kind of day it is, and what falls on it.
struct DayDetail {
  /// Something that falls on the day.
  enum Item: Sendable {
    case due(Round)
    case starting(Round)
    case deadline(HazardBrief)
    case alert(Alert)
    /// A shift of the duty roster.
    case duty(DutyOn)
  }

  var day: CalendarDay
  var context: Context

  /// What falls on it, in the order in which it matters.
  var items: [Item] {
    day.due.map(Item.due) + day.deadlines.map(Item.deadline) + day.alerts.map(Item.alert)
      + day.starting.map(Item.starting) + day.duty.map(Item.duty)
  }

  /// What kind of day it is, in short pieces.
  var facts: [String] {
    var pieces = ["\(day.day) \(context(day.day.weekdayName))", context(kind)]
    if let lunar = day.lunar { pieces.append(context(lunar.name)) }
    pieces += day.names.filter { $0.zh != day.holiday?.zh }.map(context.callAsFunction)
    if let season = day.season { pieces.append(context(words(season))) }
    return pieces
  }

  private var kind: Bilingual {
    let mark =
      day.isProvisional
      ? Bilingual(zh: "", en: " ") + WorkCalendar.provisionalMark : Bilingual(verbatim: "")
    guard let holiday = day.holiday else { return day.kind.name + mark }
    guard let days = day.holidayBreak?.days else {
      return Bilingual(
        zh: "\(day.kind.name.zh)（\(holiday.zh)）", en: "\(day.kind.name.en) (\(holiday.en))")
    }
    let (first, last) = (days.lowerBound.monthAndDay, days.upperBound.monthAndDay)
    return Bilingual(
      zh: "\(day.kind.name.zh)：\(holiday.zh)（\(first) 至 \(last)）",
      en: "\(day.kind.name.en): \(holiday.en) (\(first) to \(last))") + mark
  }

  private func words(_ season: Season) -> Bilingual {
    let (start, end) = (season.start.monthAndDay, season.end.monthAndDay)
    if day.day == season.start {
      return Bilingual(zh: "今日入汛（至 \(end)）", en: "flood season opens (to \(end))")
    }
    if day.day == season.end {
      return Bilingual(zh: "汛期最后一天", en: "last day of the flood season")
    }
    return Bilingual(zh: "汛期（\(start) 至 \(end)）", en: "flood season (\(start) to \(end))")
  }

  /// An item as a row of columns.
  func row(_ item: Item, columns: Int) -> String {
    let layout = ColumnLayout(
      [
        .init(Bilingual(verbatim: ""), width: 6),
        .init(Bilingual(verbatim: ""), width: 20, grows: true),
        .init(Bilingual(verbatim: ""), width: 7, alignment: .trailing),
        .init(Bilingual(verbatim: ""), width: 14),
      ], width: columns)
    return layout.row(cells(item))
  }

  private func cells(_ item: Item) -> [String] {
    switch item {
    case .due(let round):
      [
        context(Bilingual(zh: "到期", en: "due")), RoundWords.title(round, context),
        "\(round.done)/\(round.total)",
        "\(RoundWords.mark(round)) \(context(round.state.name))",
      ]
    case .starting(let round):
      [
        context(Bilingual(zh: "开始", en: "starts")), RoundWords.title(round, context),
        "\(round.done)/\(round.total)",
        context(
          Bilingual(zh: "期限 \(round.due.monthAndDay)", en: "due \(round.due.monthAndDay)")),
      ]
    case .deadline(let hazard):
      [
        context(Bilingual(zh: "隐患", en: "hazard")),
        "\(hazard.id)  \(context.bureau.name(hazard.place))  \(hazard.text)", "",
        context(HazardWords.daysLeft(hazard, on: context.today)),
      ]
    case .duty(let on):
      [
        context(Bilingual(zh: "值班", en: "duty")), DutyWords.words(on.row, context), "",
        context(on.row.shift.name),
      ]
    case .alert(let alert):
      [
        context(Bilingual(zh: "预警", en: "alert")), context(alert.title), "",
        alert.isInForce
          ? context(Bilingual(zh: "!! 生效中", en: "!! in force"))
          : context(AlertLog.State(of: alert).name),
      ]
    }
  }

  func style(_ item: Item) -> Style {
    switch item {
    case .due(let round): RoundWords.style(round)
    case .deadline(let hazard): hazard.isOverdue(on: context.today) ? .bad : .plain
    case .alert(let alert): alert.isInForce ? .warning : .plain
    case .starting, .duty: .plain
    }
  }

  /// Draws the facts and as many items as there are rows; where not all fit, the last row says how many
  /// more there are.
  ///
  /// - Parameter opens: Whether Enter shows them.
  func draw(into grid: inout Grid, rows: Range<Int>, opens: Bool) {
    let columns = context.columns - 3
    var row = rows.lowerBound
    for line in flowed(facts, in: columns).prefix(rows.count) {
      grid.write(Cells.fit(line, columns), row: row, column: 1, style: .title)
      row += 1
    }
    let room = rows.upperBound - row
    guard room > 0 else { return }
    let shown = items.count > room ? items.prefix(room - 1) : items[...]
    for item in shown {
      grid.write(self.row(item, columns: columns), row: row, column: 2, style: style(item))
      row += 1
    }
    let more = items.count - shown.count
    if more > 0 {
      let key = opens ? Bilingual(zh: "，按 Enter 看", en: "; Enter shows them") : nil
      let words = Bilingual(zh: "另有\(more)项", en: "\(more) more") + (key ?? Bilingual(verbatim: ""))
      grid.write(context(words), row: row, column: 2)
    }
  }
}

extension CalendarDay {
  /// All papers before the break in which the day lies; nil for another day.
  var papers: Report? {
    holidayBreak.flatMap { $0.isRound && $0.days.contains(day) ? .holiday($0.key) : nil }
  }
}
