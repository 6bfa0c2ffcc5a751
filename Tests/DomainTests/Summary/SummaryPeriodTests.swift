import Almanac
import Domain
import Testing

/// How months, quarters, halves and years are written, and which months they hold.
struct SummaryPeriodTests {
  @Test(arguments: [
    ("2026-Q3", "2026-Q3", "2026-07-01", "2026-09-30", "2026-Q2"),
    ("2026q1", "2026-Q1", "2026-01-01", "2026-03-31", "2025-Q4"),
    ("2024-q1", "2024-Q1", "2024-01-01", "2024-03-31", "2023-Q4"),
    ("2026", "2026", "2026-01-01", "2026-12-31", "2025"),
    ("2026-11", "2026-11", "2026-11-01", "2026-11-30", "2026-10"),
    ("2026-01", "2026-01", "2026-01-01", "2026-01-31", "2025-12"),
    ("2026-h2", "2026-H2", "2026-07-01", "2026-12-31", "2026-H1"),
    ("2026-H1", "2026-H1", "2026-01-01", "2026-06-30", "2025-H2"),
  ])
  func reads(_ row: (text: String, name: String, first: String, last: String, before: String)) {
    let period = SummaryPeriod(row.text)
    #expect(period?.description == row.name)
    #expect(period?.first.description == row.first && period?.last.description == row.last)
    #expect(period?.previous.description == row.before)
    #expect(period?.previous.next == period)
  }

  @Test(arguments: [
    "2026-Q5", "2026-Q0", "26-Q1", "2026-13", "2026-H3", "2026-H", "2026-Q", "Q1", "", "2026-Q1-Q2",
    "-5",
  ])
  func refuses(_ text: String) { #expect(SummaryPeriod(text) == nil) }

  @Test func theQuarterOfADay() {
    #expect(SummaryPeriod.quarter(of: Day(2026, 11, 30)) == .quarter(4, of: 2026))
    #expect(SummaryPeriod.quarter(of: Day(2026, 4, 1)) == .quarter(2, of: 2026))
  }
}
