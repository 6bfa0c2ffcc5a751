import Almanac
import ArgumentParser
import Domain

/// Which hazards a list or a register shows.
struct HazardFilterOptions: ParsableArguments {
  @Option(
    help: help(
      zh: "open（未销号，默认）、all 或某个状态", en: "open (the default), all, or a state"))
  var state: StateOption = StateOption(states: .open)
  @Option(help: help(zh: "科室", en: "section")) var section: String?
  @Option(help: help(zh: "场所", en: "place")) var place: String?
  @Option(help: help(zh: "类别", en: "category")) var category: HazardCategory?
  @Option(help: help(zh: "等级", en: "grade")) var severity: Severity?
  @Option(parsing: .unconditional, help: help(zh: "发现日期从", en: "found on this day or after"))
  var from: TypedDay?
  @Option(parsing: .unconditional, help: help(zh: "发现日期至", en: "found on this day or before"))
  var to: TypedDay?
  @Flag(help: help(zh: "只列逾期", en: "overdue ones only")) var overdue = false
  @Flag(help: help(zh: "只列3天内到期", en: "only those due within 3 days")) var dueSoon = false
  @Flag(help: help(zh: "只列7天没有进展的", en: "only those without a step for 7 days")) var stalled = false

  /// - Throws: Where a section or place is not known, or the days run backwards.
  func filter(_ session: Session) throws -> HazardFilter {
    let today = session.today
    let found = try DayRange.between(
      from, to, usual: Day(number: 0)...Day(9999, 12, 31), today: today)
    return HazardFilter(
      states: state.states, section: try section.map { try session.section($0).id },
      place: try place.map { try session.place($0).id }, overdueOn: overdue ? today : nil,
      dueSoonOn: dueSoon ? today : nil, stalledOn: stalled ? today : nil, category: category,
      severity: severity, found: found)
  }
}

/// `--state`: open, all, or one state.
struct StateOption: ExpressibleByArgument {
  var states: HazardFilter.States

  init(states: HazardFilter.States) { self.states = states }

  init?(argument: String) {
    switch argument {
    case "open": states = .open
    case "all": states = .all
    default:
      guard let state = Hazard.State(rawValue: argument) else { return nil }
      states = .only(state)
    }
  }

  static var allValueStrings: [String] { ["open", "all"] + Hazard.State.allCases.map(\.rawValue) }

  var defaultValueDescription: String { "open" }
}
