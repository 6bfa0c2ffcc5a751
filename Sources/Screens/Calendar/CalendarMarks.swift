import Almanac
import Canvas
import Domain

/// The marks of the calendar: each is a word or a sign, colour only comes on top.
enum CalendarMark: CaseIterable {
  case lapsed
  case progress
  case makeUp
  case provisional
  case season
  case alert
  case off

  /// The mark as it stands in a day.
  var text: Bilingual {
    switch self {
    case .lapsed: Bilingual(verbatim: "!!")
    case .progress: Bilingual(verbatim: "1/2")
    case .makeUp: Bilingual(zh: "班", en: "wk")
    case .provisional: Bilingual(zh: "预排", en: "prov.")
    case .season: Bilingual(verbatim: "~")
    case .alert: Bilingual(zh: "警", en: "al")
    case .off: Bilingual(zh: "休", en: "off")
    }
  }

  /// What it means.
  var meaning: Bilingual {
    switch self {
    case .lapsed: Bilingual(zh: "逾期漏检", en: "overdue")
    case .progress: Bilingual(zh: "已完成/到期", en: "done/due")
    case .makeUp: Bilingual(zh: "调休上班", en: "make-up day")
    case .provisional: Bilingual(zh: "放假，通知未发", en: "off, no notice yet")
    case .season: Bilingual(zh: "汛期", en: "flood season")
    case .alert: Bilingual(zh: "预警", en: "alert")
    case .off: Bilingual(zh: "休息", en: "day off")
    }
  }

  /// Whether a day bears it.
  func isOn(_ day: CalendarDay) -> Bool {
    switch self {
    case .lapsed: day.hasLapsed
    case .progress: !day.due.isEmpty
    case .makeUp: day.kind == .makeUp
    case .provisional: day.kind == .off && day.isProvisional
    case .season: day.season != nil
    case .alert: !day.alerts.isEmpty
    case .off: day.kind == .weekend || (day.kind == .off && !day.isProvisional)
    }
  }

  var style: Style {
    switch self {
    case .lapsed: .bad
    case .makeUp, .alert: .warning
    case .off, .provisional: .good
    case .progress, .season: .plain
    }
  }

  /// Whether a day is worked, in a mark; nil for an ordinary working day.
  static func ofKind(_ day: CalendarDay) -> CalendarMark? {
    [.makeUp, .provisional, .off].first { $0.isOn(day) }
  }

  /// The marks that stand in some days and what they mean, the most important first, as many as fit.
  static func legend(_ days: [CalendarDay], in columns: Int, _ context: Context) -> String {
    let found = allCases.filter { days.contains(where: $0.isOn) }
    return fitting(found.map { "\(context($0.text))=\(context($0.meaning))" }, in: columns)
  }

  /// As many pieces as fit on one line, the first ones first.
  static func fitting(_ pieces: [String], in columns: Int) -> String {
    flowed(pieces, in: max(0, columns)).first.map { Cells.width($0) <= columns ? $0 : "" } ?? ""
  }
}
