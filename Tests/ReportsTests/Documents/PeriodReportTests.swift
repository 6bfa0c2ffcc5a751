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
        notes: office.notes, drafts: [:]), fulfilments: walks, hazards: office.hazards,
      incidents: IncidentBook().figures(
        of: period.days, office.bureau, at: Moment(today, hour: 9, minute: 0)))
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

  /// The parts that a month has: what was not walked and why, what leaders decide, the plan of what follows,
  /// incidents.
  @Test func allThatAMonthHas() throws {
    let quarter = summary(.quarter(4, of: 2026), on: SmallOffice.printed)
    let document = PeriodReport.document(quarter, templates: .shipped, language: .chinese)
    #expect(
      document.headings.map { String($0.prefix(1)) } == [
        "一", "二", "三", "四", "五", "六", "七", "八", "九", "统",
      ])
    // 001 is over its day, 004 asks for more time, 005 for a study.
    let decisions = try #require(document.tables.first { $0.columns[1].title == "隐患" })
    #expect(Set(decisions.rows.map { $0[0] }) == ["2026-001", "2026-004", "2026-005"])
    #expect(Set(decisions.rows.map { $0[0] }) == Set(quarter.decisions.map(\.id.rawValue)))
    let missed = quarter.rounds.reduce(0) { $0 + $1.missed }
    #expect(missed == quarter.lapses.count(where: \.wasMissed))
    #expect(document.paragraphs.contains { $0.hasPrefix("本期漏检\(missed)处次") })
    #expect(quarter.next.allSatisfy { Day(2027, 1, 1)...Day(2027, 3, 31) ~= $0.due })
    #expect(quarter.next.count { $0.id.plan == "monthly" } == 3)
    let year = summary(.year(2026), on: Day(2027, 1, 5))
    #expect(year.next.isEmpty)
    let paper = PeriodReport.document(year, templates: .shipped, language: .chinese)
    #expect(paper.paragraphs.contains("见《2027年度检查计划表》。"))
  }

  /// A figure of a period is what its records add up to, rounds and rates explained at the end.
  @Test func figuresOfRounds() throws {
    let quarter = summary(.quarter(4, of: 2026), on: SmallOffice.printed)
    let values = quarter.values
    #expect(values[.rounds(.asked)] == quarter.months.reduce(0) { $0 + $1.completion.total })
    #expect(values[.rounds(.missed)] == quarter.lapses.count(where: \.wasMissed))
    let document = PeriodReport.document(quarter, templates: .shipped, language: .chinese)
    let explained = try #require(document.tables.last).rows.map { $0[0] }
    for name in ["应检（处次）", "漏检（处次）", "完成率", "整改率"] { #expect(explained.contains(name)) }
  }

  /// A bar that is a part of a whole is full only for all of it, and empty only for nothing.
  @Test func barsOfAWhole() {
    let table = Document.Table(
      columns: ["month", "asked", "done"].map { Document.Column($0, share: 1) },
      rows: [
        ["1", "200", "199"], ["2", "200", "1"], ["3", "200", "200"], ["4", "200", "0"],
        ["5", "0", "0"],
      ], bars: 2, whole: 1)
    #expect(table.barLengths == [199.0 / 200, 1.0 / 200, 1, 0, nil])
    let drawn = table.spellingBars(cells: 4, in: .english).rows.compactMap(\.last)
    #expect(drawn == ["###.", "#...", "####", "....", ""])
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
