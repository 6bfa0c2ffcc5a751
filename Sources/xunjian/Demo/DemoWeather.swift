import Almanac
import Domain

/// The weather of the demonstration: the same in every year.
enum DemoWeather {
  private struct Warning {
    var month: Int
    var day: Int
    var kind: Alert.Kind
    var colour: Alert.Colour
    /// Working days after which it is lifted.
    var lasts: Int
  }

  private static let warnings = [
    Warning(month: 1, day: 20, kind: .cold, colour: .yellow, lasts: 2),
    Warning(month: 5, day: 13, kind: .rainstorm, colour: .yellow, lasts: 1),
    Warning(month: 6, day: 18, kind: .typhoon, colour: .blue, lasts: 1),
    Warning(month: 7, day: 9, kind: .heat, colour: .orange, lasts: 3),
    Warning(month: 7, day: 22, kind: .typhoon, colour: .yellow, lasts: 2),
    Warning(month: 8, day: 27, kind: .rainstorm, colour: .orange, lasts: 1),
    Warning(month: 9, day: 17, kind: .typhoon, colour: .orange, lasts: 2),
    Warning(month: 12, day: 16, kind: .cold, colour: .blue, lasts: 2),
  ]

  private static let issuer = Bilingual(zh: "示例区气象台", en: "Sample District weather office")

  /// The alerts issued and lifted again between two days, in order, each with the day it is lifted.
  static func alerts(
    from first: Day, to last: Day, calendar: WorkCalendar, in language: Language
  ) -> [(alert: Alert, lifted: Day)] {
    (first.year...last.year).flatMap { year in
      warnings.compactMap { warning in
        let day = calendar.firstWorkday(onOrAfter: Day(year, warning.month, warning.day))
        let lifted = calendar.workday(warning.lasts, after: day)
        guard day > first, lifted < last else { return nil }
        return (alert(warning, on: day, in: language), lifted)
      }
    }
  }

  /// The time of day at which alerts are lifted: before anyone walks.
  static func lifting(on day: Day) -> Moment { Moment(day, hour: 8, minute: 36) }

  private static func alert(_ warning: Warning, on day: Day, in language: Language) -> Alert {
    var alert = Alert(
      id: Identifier("\(day)-\(warning.kind.rawValue)"), kind: warning.kind, colour: warning.colour,
      issuer: issuer[language], issued: Moment(day, hour: 8, minute: 20), recorded: day)
    let (title, time) = (alert.title, alert.issued.hourAndMinute)
    alert.headline =
      Bilingual(
        zh: "\(issuer.zh)\(day) \(time)发布\(title.zh)信号",
        en: "\(issuer.en): \(title.en), \(day) \(time)")[language]
    return alert
  }

  /// The flood seasons that touch two days, each entered on its day: on 10 March where that is possible.
  static func seasons(
    from first: Day, to last: Day, calendar: WorkCalendar, in language: Language
  ) -> [Season] {
    (first.year...last.year).compactMap { year in
      let entered = max(first, calendar.firstWorkday(onOrAfter: Day(year, 3, 10)))
      let end = Day(year, 10, 15)
      guard entered <= last, end >= first else { return nil }
      let announcement = Bilingual(
        zh: "示例区三防指挥部关于\(year)年入汛的公告",
        en: "Sample District flood office, announcement of the \(year) season")
      return Season(
        id: Identifier("\(year)-flood"), start: Day(year, 4, 15), end: end,
        announcement: announcement[language], recorded: entered)
    }
  }
}
