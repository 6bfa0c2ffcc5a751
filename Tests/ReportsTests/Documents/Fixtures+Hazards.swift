import Almanac
@testable import Domain

extension SmallOffice {
  /// As of 30 November: 001 ten days over, 004 waits for more time, 005 has no deadline, 007 is major and
  /// due that very day (closed the day after); 002, 003 and 000 are closed, 006 is withdrawn.
  var hazards: [Hazard] {
    [
      hazard("2026-000", "302", .water, Day(2026, 10, 5), due: Day(2026, 10, 15)) {
        $0.verified = Hazard.Step(person: "zhou", day: Day(2026, 10, 10))
        $0.end(.closed, Day(2026, 10, 10))
      },
      hazard("2026-001", "301", .electrical, Day(2026, 10, 20), due: Day(2026, 10, 31)) {
        $0.deadlines.append(.init(last: Day(2026, 11, 20), set: Day(2026, 10, 30)))
        $0.state = .assigned
        $0.person = "li"
      },
      hazard("2026-002", "301", .electrical, Day(2026, 11, 10), due: nil) {
        $0.report.onSpot = $0.report.text
        $0.verified = Hazard.Step(person: "zhou", day: Day(2026, 11, 12))
        $0.end(.closed, Day(2026, 11, 12))
      },
      hazard("2026-003", "301", .fire, Day(2026, 11, 10), due: Day(2026, 11, 20)) {
        $0.verified = Hazard.Step(person: "zhou", day: Day(2026, 11, 24))
        $0.end(.closed, Day(2026, 11, 25))
      },
      hazard("2026-004", "W1", .archive, Day(2026, 11, 17), due: Day(2026, 12, 15)) {
        $0.state = .rectifying
        $0.person = "wu"
        $0.requested = .init(
          deadline: Day(2026, 12, 30), reason: name(Bilingual(zh: "待采购", en: "parts on order")))
      },
      hazard("2026-005", "401", .electrical, Day(2026, 11, 26), due: nil) {
        $0.report.section = "sta"
        $0.report.asksForStudy = true
      },
      hazard("2026-006", "302", .other, Day(2026, 11, 18), due: nil) {
        $0.end(.withdrawn, Day(2026, 11, 19))
      },
      hazard("2026-007", "401", .water, Day(2026, 11, 20), due: Day(2026, 11, 30)) {
        $0.report.section = "sta"
        $0.report.severity = .major
        $0.person = "chen"
        $0.verified = Hazard.Step(person: "zhou", day: Day(2026, 12, 1))
        $0.end(.closed, Day(2026, 12, 1))
      },
    ]
  }

  private func hazard(
    _ id: Hazard.ID, _ place: Place.ID, _ category: HazardCategory, _ day: Day, due: Day?,
    change: (inout Hazard) -> Void
  ) -> Hazard {
    let report = HazardReport(
      place: place, section: "gen", text: name(Bilingual(zh: "插座面板松动", en: "Loose socket plate")),
      category: category)
    var hazard = Hazard(
      id: id, report: report, state: .reported, reported: day, reporter: "chen", person: nil,
      deadlines: due.map { [Hazard.Deadline(last: $0, set: day)] } ?? [], extensions: 0,
      requested: nil, measures: nil, photographs: [], rejections: 0, rectified: nil, verified: nil,
      closed: nil, withdrawn: nil, withdrawnReason: nil, sightings: [],
      duplicates: [], oversight: Oversight(), stepped: day, latest: Moment(day, second: 0))
    change(&hazard)
    return hazard
  }
}

extension Hazard {
  fileprivate mutating func end(_ state: State, _ day: Day) {
    self.state = state
    let step = Step(person: "zhou", day: day)
    if state == .closed { closed = step } else { withdrawn = step }
  }
}
