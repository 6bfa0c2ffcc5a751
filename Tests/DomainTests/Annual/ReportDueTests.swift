import Almanac
import Domain
import Testing

/// When the reports of a quarter and of a year are told of.
struct ReportDueTests {
  struct Case: Sendable {
    var day: Day
    var due: [ReportDue]
  }

  private static let last = ReportDue.quarter(.quarter(4, of: 2025))

  @Test(arguments: [
    Case(day: Day(2026, 3, 31), due: []),
    Case(day: Day(2026, 4, 1), due: [.quarter(.quarter(1, of: 2026))]),
    Case(day: Day(2026, 4, 10), due: [.quarter(.quarter(1, of: 2026))]),
    Case(day: Day(2026, 4, 11), due: []),
    Case(day: Day(2026, 10, 10), due: [.quarter(.quarter(3, of: 2026))]),
    Case(day: Day(2026, 11, 30), due: []),
    Case(day: Day(2026, 12, 1), due: [.annual(2026)]),
    Case(day: Day(2026, 12, 31), due: [.annual(2026)]),
    Case(day: Day(2027, 1, 1), due: [.quarter(.quarter(4, of: 2026)), .annual(2026)]),
    Case(day: Day(2027, 1, 20), due: [.annual(2026)]),
    Case(day: Day(2027, 1, 21), due: []),
    // The office began on New Year 2026: nothing is asked of the time before.
    Case(day: Day(2026, 1, 5), due: []),
  ])
  func told(_ row: Case) throws {
    #expect(ReportDue.all(try IncidentWorld().fold.bureau, on: row.day) == row.due, "\(row.day)")
  }
}
