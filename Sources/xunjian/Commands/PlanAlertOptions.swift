import Almanac
import ArgumentParser
import Domain

/// How a plan answers weather alerts: hours and sections by colour or level.
struct PlanAlertOptions: ParsableArguments {
  @Option(help: help(zh: "预警：各级时限（小时），如 red=6", en: "on an alert: hours by grade, as red=6"))
  var hours: [GradeValue] = []
  @Option(
    name: .customLong("add-section"),
    help: help(
      zh: "预警：某级加查的部分，如 red=during", en: "on an alert: sections a grade adds, as red=during"))
  var sections: [GradeValue] = []
  @Option(help: help(zh: "预警解除后查的部分", en: "the section asked once an alert has ended"))
  var after: String?

  /// The changes named; a value left empty takes the grade's away.
  ///
  /// - Parameters:
  ///   - uses: The plan's checklists, which must have the sections.
  ///   - lists: The office's checklists.
  /// - Throws: ``ShellError``.
  func changes(of uses: [Plan.Use], lists: [ChecklistOutline]) throws -> [PlanChange] {
    let own = lists.filter { list in uses.contains { $0.checklist == list.id } }
    let known = Set(own.flatMap(\.parts).map(\.id))
    var changes: [PlanChange] = []
    for entry in hours {
      guard entry.value.isEmpty || (Int(entry.value) ?? -1) >= 0 else { throw entry.refusal }
      changes.append(.hours(grade: entry.grade, Int(entry.value) ?? 0))
    }
    for entry in sections {
      let named = entry.value.split(separator: ",").map(String.init)
      guard known.isSuperset(of: named) else { throw entry.refusal }
      changes.append(.added(grade: entry.grade, named))
    }
    if let after {
      guard after.isEmpty || known.contains(after) else {
        throw GradeValue(grade: "after", value: after).refusal
      }
      changes.append(.after(after.isEmpty ? nil : [after]))
    }
    return changes
  }
}

/// A colour or level with a value, as `red=6`.
struct GradeValue: ExpressibleByArgument {
  var grade: String
  var value: String

  init(grade: String, value: String) {
    self.grade = grade
    self.value = value
  }

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let grades = Alert.Colour.allCases.map(\.rawValue) + ResponseLevel.allCases.map(\.rawValue)
    guard parts.count == 2, grades.contains(String(parts[0])) else { return nil }
    self.init(grade: String(parts[0]), value: String(parts[1]))
  }

  var refusal: ShellError {
    .plain(
      .badData,
      Bilingual(
        zh: "“\(grade)=\(value)”：既不是小时数，也不是该计划检查表中的部分；用 checklist show 查看。",
        en:
          "“\(grade)=\(value)” is neither hours nor a section of the plan's lists; see checklist show."
      ))
  }
}
