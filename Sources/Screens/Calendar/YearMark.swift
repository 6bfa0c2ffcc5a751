import Almanac
import Canvas
import Domain

/// The marks of the year's view, one sign each. What is due every day or week is marked only once it is
/// overdue, and the legend says so.
enum YearMark: CaseIterable {
  case today
  case lapsed
  case due
  case off
  case makeUp
  case season
  case alert
  case weekend

  var text: String {
    switch self {
    case .today: "@"
    case .lapsed: "!"
    case .due: "*"
    case .off: "x"
    case .makeUp: "+"
    case .season: "~"
    case .alert: "^"
    case .weekend: "-"
    }
  }

  /// What it means.
  var meaning: Bilingual {
    switch self {
    case .today: Bilingual(zh: "今天", en: "today")
    case .lapsed: Bilingual(zh: "逾期漏检，含日检周检", en: "overdue, daily too")
    case .due: Bilingual(zh: "到期", en: "due")
    case .off: Bilingual(zh: "放假", en: "day off")
    case .makeUp: Bilingual(zh: "调休上班", en: "make-up day")
    case .season: Bilingual(zh: "汛期", en: "flood season")
    case .alert: Bilingual(zh: "预警", en: "alert")
    case .weekend: Bilingual(zh: "周末", en: "weekend")
    }
  }

  private func isOn(_ day: CalendarDay, _ context: Context) -> Bool {
    switch self {
    case .today: day.day == context.today
    case .lapsed: day.hasLapsed
    case .due: day.due.contains { !$0.isFrequent }
    case .off: day.kind == .off
    case .makeUp: day.kind == .makeUp
    case .season: day.season != nil
    case .alert: !day.alerts.isEmpty
    case .weekend: day.kind == .weekend
    }
  }

  var style: Style {
    switch self {
    case .today, .due: .title
    case .lapsed: .bad
    case .makeUp, .alert: .warning
    case .off: .good
    case .season, .weekend: .plain
    }
  }

  /// Today, or what kind of day it is; nil for a working day outside the flood season.
  static func ofKind(_ day: CalendarDay, _ context: Context) -> YearMark? {
    [.today, .makeUp, .off, .weekend, .season].first { $0.isOn(day, context) }
  }

  /// What falls on it.
  static func ofEvent(_ day: CalendarDay, _ context: Context) -> YearMark? {
    [.lapsed, .due, .alert].first { $0.isOn(day, context) }
  }

  /// The marks that stand in some days and what they mean, as many as fit.
  static func legend(_ days: [CalendarDay], in columns: Int, _ context: Context) -> String {
    let found = Set(days.flatMap { [ofKind($0, context), ofEvent($0, context)] })
    return CalendarMark.fitting(
      allCases.filter(found.contains).map { "\($0.text)=\(context($0.meaning))" }, in: columns)
  }
}
