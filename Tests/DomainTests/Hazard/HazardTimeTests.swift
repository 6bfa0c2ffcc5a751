import Almanac
import Domain
import Testing

/// How hazards stand against time, and to whom the overdue ones come up.
struct HazardTimeTests {
  typealias My = HazardFixtures

  struct Case: Sendable {
    /// The deadline is 2026-11-27, the last step was made on 2026-11-23.
    var day: Day
    var isDueSoon = false
    var isOverdue = false
    var isStalled = false
  }

  @Test(arguments: [
    Case(day: Day(2026, 11, 23)), Case(day: Day(2026, 11, 24), isDueSoon: true),
    Case(day: Day(2026, 11, 27), isDueSoon: true), Case(day: Day(2026, 11, 28), isOverdue: true),
    Case(day: Day(2026, 11, 29), isOverdue: true),
    Case(day: Day(2026, 11, 30), isOverdue: true, isStalled: true),
  ])
  func conditions(_ row: Case) throws {
    var hazard = try My.hazard(.rectifying)
    // A reminder is no step.
    hazard.apply(.oversight(.reminded("r")), My.stamp(on: Day(2026, 11, 29)))
    #expect(hazard.isDueSoon(on: row.day) == row.isDueSoon)
    #expect(hazard.isOverdue(on: row.day) == row.isOverdue)
    #expect(hazard.isStalled(on: row.day) == row.isStalled)
    let filters = [
      HazardFilter(overdueOn: row.day), HazardFilter(dueSoonOn: row.day),
      HazardFilter(stalledOn: row.day),
    ]
    #expect(
      filters.map { $0.admits(hazard) } == [row.isOverdue, row.isDueSoon, row.isStalled])
  }

  struct Whose: Sendable {
    var name: String
    var person: Person
    /// The first day on which it shows, counted from the deadline; nil if it never does.
    var from: Int?
  }

  @Test(arguments: [
    Whose(name: "the rectifier, always", person: HazardFixtures.fixer, from: -10),
    Whose(
      name: "the section's head", person: head("office"), from: 3),
    Whose(name: "another section's head", person: head("finance")),
    Whose(name: "a leader", person: HazardFixtures.person(.leader), from: 7),
    Whose(name: "an inspector", person: HazardFixtures.person(.inspector)),
  ])
  func comesUp(_ row: Whose) throws {
    let hazard = try My.hazard(.rectifying)
    for days in -4...8 {
      let now = Moment(My.deadline + days, hour: 9, minute: 0)
      let agenda = Agenda(
        now: now, bureau: ReminderTests.bureau, rounds: [], hazards: [HazardBrief(hazard)],
        drafts: [])
      let shows = row.from.map { days >= $0 } ?? false
      #expect(agenda.hazards(of: row.person).isEmpty != shows, "\(row.name), day \(days)")
    }
  }

  private static func head(_ section: Section.ID) -> Person {
    Person(id: "head", name: "head", section: section, roles: [.sectionHead])
  }
}
