import Almanac
import Domain
import Testing

/// Proposed deadlines against the notice for 2026.
struct DeadlineRuleTests {
  struct Case: Sendable {
    var category: HazardCategory
    var found: Day
    var firstOff: Day?
    var due: Day
  }

  @Test(arguments: [
    // Three days from a Monday: Thursday. Seven: the Monday after.
    Case(category: .electrical, found: Day(2026, 11, 23), due: Day(2026, 11, 26)),
    Case(category: .water, found: Day(2026, 11, 23), due: Day(2026, 11, 30)),
    // From a Thursday three days end on Sunday: back to Friday.
    Case(category: .fire, found: Day(2026, 11, 26), due: Day(2026, 11, 27)),
    // A Saturday that is worked before the spring festival of 2026 is no rest day.
    Case(category: .vehicle, found: Day(2026, 2, 11), due: Day(2026, 2, 14)),
    // Seven days from 11 February end inside the break: back to that Saturday.
    Case(category: .order, found: Day(2026, 2, 11), due: Day(2026, 2, 14)),
    // Found in the round before the break, due before it begins.
    Case(
      category: .theft, found: Day(2026, 2, 9), firstOff: Day(2026, 2, 15), due: Day(2026, 2, 14)),
    Case(
      category: .fire, found: Day(2026, 2, 9), firstOff: Day(2026, 2, 15), due: Day(2026, 2, 12)),
    Case(
      category: .theft, found: Day(2026, 2, 14), firstOff: Day(2026, 2, 15), due: Day(2026, 2, 14)),
    // Walked late, inside the break: the round's break cannot bind it any more, and no working day is left.
    Case(
      category: .fire, found: Day(2026, 2, 16), firstOff: Day(2026, 2, 15), due: Day(2026, 2, 19)),
  ])
  func proposed(_ row: Case) throws {
    #expect(
      DeadlineRule().proposed(
        for: row.category, found: row.found, calendar: try ScheduleFixtures.calendar(),
        beforeBreak: row.firstOff) == row.due)
  }

  /// The office's own days take the place of the usual ones; a major hazard has days of its own.
  @Test func theOfficesTable() throws {
    let calendar = try ScheduleFixtures.calendar()
    let rule = DeadlineRule(days: [.fire: 1, .order: 14], major: 2)
    func due(_ category: HazardCategory, _ severity: Severity = .general) -> Day {
      rule.proposed(for: category, severity, found: Day(2026, 11, 23), calendar: calendar)
    }
    #expect(due(.fire) == Day(2026, 11, 24) && due(.order) == Day(2026, 12, 7))
    #expect(due(.electrical) == Day(2026, 11, 26))
    #expect(due(.fire, .major) == Day(2026, 11, 25) && due(.order, .major) == Day(2026, 11, 25))
  }

  @Test func daysThatCannotBeGiven() throws {
    let world = try CommandTests.World()
    for rule in [DeadlineRule(days: [.fire: -1]), DeadlineRule(major: 400)] {
      var office = world.fold.organization
      office.deadlines = rule
      #expect(throws: SetupError.self) {
        var world = world
        try world.perform(.set(.organization(office)), by: "admin")
      }
    }
  }
}
