import Almanac
import Canvas

/// Where the days of a month stand on a screen: seven columns from Monday, as many lines a day as fit
/// above a pane for the selected day.
struct MonthLayout {
  let month: Month
  /// The cells of a day; the first one is for its marks.
  let width: Int
  /// The rows of a day.
  let lines: Int
  /// The column of Mondays.
  let left: Int
  /// The row of the weekdays' names.
  let top: Int
  /// The rows below the grid and its rule, for the selected day.
  let pane: Range<Int>

  init(_ month: Month, columns: Int, body: Range<Int>) {
    self.month = month
    width = (columns - 1) / 7
    left = (columns - 7 * width) / 2
    top = body.lowerBound
    let weeks = Self.weeks(of: month)
    let least = body.count >= 19 ? 5 : 2
    // Titles of rounds need room: a narrow day has no rows for them.
    let most = width < 14 ? 2 : 6
    lines = max(1, min(most, (body.count - 2 - least) / weeks))
    let end = top + 1 + weeks * lines
    pane = min(end + 1, body.upperBound)..<body.upperBound
  }

  init(_ month: Month, _ context: Context) {
    self.init(month, columns: context.columns, body: context.body)
  }

  /// The weeks a month touches, 4 to 6.
  private static func weeks(of month: Month) -> Int {
    (month.last.monday - month.first.monday) / 7 + 1
  }

  /// The row of the rule between grid and pane.
  var rule: Int { pane.lowerBound - 1 }

  /// The column of a weekday, 1 for Monday.
  func column(ofWeekday weekday: Int) -> Int { left + (weekday - 1) * width }

  /// Where a day begins.
  func position(of day: Day) -> Position {
    let week = (day.monday - month.first.monday) / 7
    return Position(row: top + 1 + week * lines, column: column(ofWeekday: day.weekday))
  }

  /// The day drawn at a place, if there is one.
  func day(atRow row: Int, column: Int) -> Day? {
    guard row > top, row < rule, column >= left, column < left + 7 * width else { return nil }
    let day = month.first.monday + (row - top - 1) / lines * 7 + (column - left) / width
    return month.days.contains(day) ? day : nil
  }
}
