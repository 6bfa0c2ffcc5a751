import Canvas

/// Where the days of a year stand on a screen: a row a month, a column a day of the month, and a pane for
/// the selected day below.
struct YearLayout {
  /// The cells of a day, 1 to 3.
  let width: Int
  /// The row over the months, with the numbers of the days.
  let top: Int
  /// The column of the 1st.
  let left = 7
  /// The months shown, from 1.
  let months: Range<Int>
  /// The rows below, for the selected day.
  let pane: Range<Int>

  /// Where not all twelve months fit, those around one are shown.
  init(month: Int, columns: Int, body: Range<Int>) {
    width = max(1, min(3, (columns - left - 1) / 31))
    top = body.lowerBound
    let height = min(12, body.count - 1)
    let visible = ListPosition(selected: month - 1).visible(count: 12, height: height)
    months = visible.lowerBound + 1..<visible.upperBound + 1
    let end = top + 1 + months.count
    pane = min(end + 1, body.upperBound)..<body.upperBound
  }

  func row(ofMonth month: Int) -> Int { top + 1 + month - months.lowerBound }
  func column(ofDay day: Int) -> Int { left + (day - 1) * width }

  /// The month and the day of the month drawn at a place, which that month may not have.
  func date(atRow row: Int, column: Int) -> (month: Int, day: Int)? {
    let month = months.lowerBound + row - top - 1
    guard months.contains(month), column >= left, column < left + 31 * width else { return nil }
    return (month, (column - left) / width + 1)
  }
}
