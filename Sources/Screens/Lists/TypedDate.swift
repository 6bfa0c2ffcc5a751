import Almanac
import Canvas
import Domain

/// What a date means while it is being typed: told beside its field.
struct TypedDate {
  /// The day with its weekday, and whether nobody works then; or what to type instead.
  let words: Bilingual
  /// Whether it cannot be read.
  let isTrouble: Bool

  /// The meaning of what was typed; nil where nothing was.
  init?(_ text: String, _ context: Context) {
    let text = trimmed(text)
    guard !text.isEmpty else { return nil }
    guard let day = Day(typed: text, today: context.today) else {
      words = Bilingual(zh: "不是日期：填 11-30、+7、周五", en: "no date: 11-30, +7, Fri")
      isTrouble = true
      return
    }
    let rest =
      context.bureau.calendar.isWorkday(day)
      ? Bilingual(verbatim: "") : Bilingual(zh: " 休息日", en: " day off")
    let date = context.isSpoken && text == day.description ? "" : "\(day) "
    words = Bilingual(verbatim: date) + day.weekdayName + rest
    isTrouble = false
  }

  /// The cells that it is told in, beside a field.
  static let width = 30

  /// Draws it behind a field, if there is anything to say.
  static func draw(
    _ text: String, into grid: inout Grid, row: Int, column: Int, _ context: Context
  ) {
    guard let typed = TypedDate(text, context) else { return }
    grid.write(
      Cells.clip(context(typed.words), to: grid.columns - column - 1), row: row, column: column,
      style: typed.isTrouble ? .warning : .notice)
  }
}
