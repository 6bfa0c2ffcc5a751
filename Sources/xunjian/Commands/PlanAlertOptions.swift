import Almanac
import ArgumentParser
import Domain

/// How a plan answers weather alerts; what is not named stays.
struct PlanAlertOptions: ParsableArguments {
  @Option(help: help(zh: "预警：哪种天气，可多次", en: "on an alert: its weather, repeatable"))
  var weather: [Alert.Kind] = []
  @Option(help: help(zh: "预警：某级的时限（小时），如 red=6", en: "on an alert: a grade's hours, as red=6"))
  var hours: [GradeValue] = []
  @Option(
    help: help(
      zh: "预警：某级加查的部分，如 red=during；red= 为不加",
      en: "on an alert: sections that a grade adds, as red=during; red= for none"))
  var addSection: [GradeValue] = []
  @Option(
    help: help(zh: "预警结束后查的部分，- 为不查", en: "the section asked once an alert has ended, - for none"))
  var after: String?

  func validate() throws {
    for entry in hours where (Int(entry.value) ?? -1) < 0 {
      throw ValidationError(
        Bilingual(zh: "“\(entry.value)”不是小时数。", en: "“\(entry.value)” is no number of hours.")[
          Speech.language])
    }
  }

  /// The changes named.
  var changes: [PlanChange] {
    (weather.isEmpty ? [] : [.weather(weather)])
      + hours.map { .hours(grade: $0.grade, Int($0.value) ?? 0) }
      + addSection.map { entry in
        .added(grade: entry.grade, entry.value.split(separator: ",").map(String.init))
      } + (after.map { [.after($0 == "-" ? nil : [$0])] } ?? [])
  }
}

/// A colour or level with a value, as `red=6`.
struct GradeValue: ExpressibleByArgument {
  var grade: String
  var value: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let grades = Alert.Colour.allCases.map(\.rawValue) + ResponseLevel.allCases.map(\.rawValue)
    guard parts.count == 2, grades.contains(String(parts[0])) else { return nil }
    grade = String(parts[0])
    value = String(parts[1])
  }
}
