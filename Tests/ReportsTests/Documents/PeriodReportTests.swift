import Almanac
import Canvas
import Domain
import Testing

@testable import Reports

/// A quarter and a year of the small office, counted by hand from the hazards it lists.
struct PeriodReportTests {
  func summary(_ period: SummaryPeriod, on today: Day) -> PeriodSummary {
    let office = SmallOffice(language: .chinese)
    let walks = office.walks.map(Fulfilment.init)
    return PeriodSummary(
      period, today: today,
      book: RoundBook(
        bureau: office.bureau,
        fulfilments: Dictionary(uniqueKeysWithValues: walks.map { ($0.occurrence, $0) }),
        notes: office.notes, drafts: [:]), fulfilments: walks, hazards: office.hazards)
  }

  /// 000 and 007 water; 001, 002 and 005 electrical; 003 fire; 004 archive; 006, withdrawn, other.
  @Test func theFourthQuarter() {
    let quarter = summary(.quarter(4, of: 2026), on: SmallOffice.printed)
    let hazards = quarter.figures.hazards
    #expect(quarter.countedOn == Day(2026, 12, 2))
    #expect(hazards.opened == 8 && hazards.closed == 4)
    #expect(hazards.closedOnTime == 2 && hazards.closedLate == 2)
    #expect(hazards.open == 3 && hazards.overdue == 1 && hazards.fixedOnSpot == 1)
    #expect(quarter.figures.rate.text == "57.1%", "4 of 7")
    #expect(quarter.before == nil)
    #expect(quarter.months.map(\.month) == [Month(2026, 10), Month(2026, 11), Month(2026, 12)])
    #expect(quarter.months.map(\.hazards.opened) == [2, 6, 0])
    #expect(quarter.months.map(\.hazards.closed) == [1, 2, 1])
    #expect(quarter.months.map(\.hazards.open) == [1, 4, 3])
    #expect(quarter.byCategory.map(\.category).prefix(2) == [.electrical, .water])
    #expect(quarter.byCategory.map(\.found) == [3, 2, 1, 1, 1])
    #expect(quarter.open.map(\.id).sorted() == ["2026-001", "2026-004", "2026-005"])
  }

  /// What a quarter counts is what its months count together.
  @Test func aQuarterIsItsMonths() {
    let quarter = summary(.quarter(4, of: 2026), on: Day(2027, 1, 1))
    let year = summary(.year(2026), on: Day(2027, 1, 1))
    for period in [quarter, year] {
      #expect(period.figures.hazards.opened == period.months.reduce(0) { $0 + $1.hazards.opened })
      #expect(period.figures.hazards.closed == period.months.reduce(0) { $0 + $1.hazards.closed })
      #expect(period.figures.hazards.open == period.months.last?.hazards.open)
      #expect(period.figures.rounds == period.months.reduce(0) { $0 + $1.completion.rounds })
      #expect(
        period.rounds.reduce(0) { $0 + $1.total }
          == period.months.reduce(0) { $0 + $1.completion.total })
      #expect(
        period.byCategory.reduce(0) { $0 + $1.found } == period.figures.hazards.opened)
    }
    #expect(year.months.count == 12)
  }

  @Test func besideTheYearBefore() throws {
    let year = summary(.year(2027), on: Day(2027, 1, 5))
    let before = try #require(year.before)
    #expect(before.hazards.opened == 8 && before.hazards.open == 3 && before.hazards.overdue == 2)
    #expect(year.figures.hazards.opened == 0 && year.figures.hazards.open == 3)
    #expect(year.byCategory.map(\.before) == [3, 2, 1, 1, 1])
    let document = PeriodReport.document(year, templates: .shipped, language: .chinese)
    #expect(document.title == "示例区统计局2027年度安全检查情况汇总")
    let figures = document.tables[0]
    let row = try #require(figures.rows.first { $0[0] == "登记隐患（项）" })
    #expect(row == ["登记隐患（项）", "0", "8", "-8"])
    let open = try #require(figures.rows.first { $0[0] == "期末未销号隐患（项）" })
    #expect(open == ["期末未销号隐患（项）", "3", "3", "0"])
  }

  /// The bars of a table are its figures: the longest stands for the largest.
  @Test func barsAreTheFigures() throws {
    let quarter = summary(.quarter(4, of: 2026), on: SmallOffice.printed)
    let document = PeriodReport.document(quarter, templates: .shipped, language: .chinese)
    let months = try #require(document.tables.first { $0.columns[0].title == "月份" })
    #expect(months.barLengths == [2.0 / 6, 1, 0])
    let text = TextPages(document, columns: 80).pages.joined().joined(separator: "\n")
    #expect(text.contains(String(repeating: "#", count: 12)))
    #expect(!text.contains(String(repeating: "#", count: 13)))
    #expect(document.markdown.contains("| ####### |"), "2 of 6 is 7 of 20")
  }
}
