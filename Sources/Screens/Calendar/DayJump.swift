import Almanac
import Canvas

/// The days the calendar shows: those whose lunar dates and solar terms are known.
enum CalendarRange {
  static let days = Day(1990, 1, 1)...Day(2100, 12, 31)

  /// The nearest day of the range.
  static func nearest(to day: Day) -> Day { min(max(day, days.lowerBound), days.upperBound) }

  /// The same day of another month, or that month's last.
  static func day(_ day: Day, movedTo month: Month) -> Day {
    nearest(to: month.first + (min(day.dayOfMonth, month.length) - 1))
  }
}

/// A field that takes a date to go to, as people type one; closed until it is asked for.
struct DayJump {
  private var field: TextField?

  var isOpen: Bool { field != nil }

  mutating func open() { field = TextField() }

  /// Takes a key while it is open.
  ///
  /// - Returns: The day to go to, or what to say.
  mutating func press(_ key: Key, _ context: Context) -> (day: Day?, steps: [Step]) {
    switch key {
    case .escape: field = nil
    case .enter:
      guard let day = Day(typed: field?.text ?? "", today: context.today) else {
        let words = Bilingual(
          zh: "请填日期，如 11-30、2027-02-06、+7 或 今天",
          en: "Enter a date, such as 11-30, 2027-02-06, +7 or today")
        return (nil, [.warn(words)])
      }
      guard CalendarRange.days.contains(day) else {
        let words = Bilingual(zh: "月历只到1990年至2100年", en: "The calendar runs from 1990 to 2100")
        return (nil, [.warn(words)])
      }
      field = nil
      return (day, [])
    default: _ = field?.update(key)
    }
    return (nil, [])
  }

  /// Draws the field on the last row above the status line.
  func draw(into grid: inout Grid, _ context: Context) {
    guard let field else { return }
    let row = context.body.upperBound - 1
    grid.write(Cells.blank(context.columns), row: row)
    let label = Bilingual(
      zh: "到哪一天（11-30、+7、周五）", en: "Go to (11-30, +7, Fri)")
    let width = min(60, context.columns - 3 - TypedDate.width)
    field.draw(into: &grid, row: row, column: 1, width: width, label: context(label))
    TypedDate.draw(field.text, into: &grid, row: row, column: width + 2, context)
  }
}
