import Almanac
import Canvas
import Domain

/// The marks of the year's view, one sign each. What is due every day or week is not marked there.
enum YearMark: CaseIterable {
  case lapsed
  case due
  case off
  case makeUp
  case season
  case alert
  case weekend

  var text: String {
    switch self {
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
    case .lapsed: Bilingual(zh: "逾期漏检", en: "overdue")
    case .due: Bilingual(zh: "到期", en: "due")
    case .off: Bilingual(zh: "放假", en: "day off")
    case .makeUp: Bilingual(zh: "调休上班", en: "make-up day")
    case .season: Bilingual(zh: "汛期", en: "flood season")
    case .alert: Bilingual(zh: "预警", en: "alert")
    case .weekend: Bilingual(zh: "周末", en: "weekend")
    }
  }

  func isOn(_ day: CalendarDay) -> Bool {
    switch self {
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
    case .lapsed: .bad
    case .makeUp, .alert: .warning
    case .off: .good
    case .due: .title
    case .season, .weekend: .plain
    }
  }

  /// What kind of day it is; nil for a working day outside the flood season.
  static func ofKind(_ day: CalendarDay) -> YearMark? {
    [.makeUp, .off, .weekend, .season].first { $0.isOn(day) }
  }

  /// What falls on it.
  static func ofEvent(_ day: CalendarDay) -> YearMark? {
    [.lapsed, .due, .alert].first { $0.isOn(day) }
  }

  /// The marks that stand in some days and what they mean, as many as fit.
  static func legend(_ days: [CalendarDay], in columns: Int, _ context: Context) -> String {
    let found = allCases.filter { mark in
      days.contains { ofKind($0) == mark || ofEvent($0) == mark }
    }
    return CalendarMark.fitting(
      found.map { "\($0.text)=\(context($0.meaning))" }, in: columns)
  }
}
