import Almanac
import Domain
import Testing

/// What is owed in a year, and what is lacking.
struct CoverageTests {
  /// What an office without rounds has, with kinds of which it owes a number.
  static func records(
    _ world: IncidentWorld, kinds: [ActivityKind] = [], activities: [Activity] = [],
    rules: [SafetyRule] = [], checklists: [Checklist] = [], of year: Int = 2026, at now: Moment
  ) -> Coverage.Records {
    let fold = world.fold
    let book = RoundBook(bureau: fold.bureau, fulfilments: [:], notes: [:], drafts: [:])
    return Coverage.Records(
      annual: .init(
        summary: PeriodSummary(
          .year(year), today: now.day, book: book, fulfilments: [], hazards: [],
          incidents: world.book.figures(
            of: SummaryPeriod.year(year).days, fold.bureau, at: now)),
        walks: [], activities: ActivityBook(kinds: kinds, activities: activities),
        rosters: fold.dutyRosters(), incidents: world.book, goals: [],
        vehicles: .empty, weaknesses: [], shortcomings: []),
      expiries: [], rules: rules, checklists: checklists)
  }

  private static let drill = ActivityKind(
    id: "drill", name: Bilingual(zh: "演练", en: "Drill"), target: 1)
  private static let visit = ActivityKind(id: "visit", name: Bilingual(zh: "走访", en: "Visit"))

  private func drills(_ days: [Day]) throws -> [Activity] {
    try days.map { day in
      try #require(
        Activity(
          id: Identifier("\(day)"),
          beginning: .recorded(Activity.Content(kind: "drill", day: day, title: "x")),
          Stamp(at: Moment(day, second: 0), day: day, actor: "admin")))
    }
  }

  struct Case: Sendable {
    var days: [Day]
    var now: Day
    var state: Coverage.State
    var gaps: [String]
  }

  /// Order 61, article 40: at least one drill a year. Before the year is over what lacks is under way.
  @Test(arguments: [
    Case(days: [], now: Day(2026, 11, 1), state: .open, gaps: []),
    Case(days: [], now: Day(2027, 1, 1), state: .short, gaps: ["lacking: 1"]),
    Case(days: [Day(2026, 12, 31)], now: Day(2027, 1, 1), state: .met, gaps: []),
    Case(days: [Day(2027, 1, 1)], now: Day(2027, 1, 2), state: .short, gaps: ["lacking: 1"]),
    Case(days: [Day(2026, 5, 1)], now: Day(2026, 6, 1), state: .met, gaps: []),
  ])
  func kindsWithANumber(_ row: Case) throws {
    let world = try IncidentWorld()
    let now = Moment(row.now, hour: 9, minute: 0)
    let coverage = Coverage(
      Self.records(
        world, kinds: [Self.drill, Self.visit], activities: try drills(row.days), at: now),
      of: 2026, in: world.fold.bureau, at: now)
    let line = try #require(coverage.lines.first { $0.duty == .activity("drill") })
    #expect(line.state == row.state && line.gaps.map(\.en) == row.gaps)
    #expect(line.law?.zh.contains("第四十条") ?? false)
    // Of visits no number is owed.
    #expect(!coverage.lines.contains { $0.duty == .activity("visit") })
  }

  /// Seven breaks of 2026 without a roster; nothing to close is nothing asked.
  @Test func breaksAndHazards() throws {
    let world = try IncidentWorld()
    let now = Moment(Day(2027, 1, 5), hour: 9, minute: 0)
    let coverage = Coverage(
      Self.records(world, at: now), of: 2026, in: world.fold.bureau, at: now)
    let rosters = try #require(coverage.lines.first { $0.duty == .rosters })
    #expect(rosters.asked == 7 && rosters.done == 0 && rosters.state == .short)
    #expect(rosters.gaps.map(\.zh) == ["缺值班表7个假期"])
    let hazards = try #require(coverage.lines.first { $0.duty == .hazards })
    #expect(hazards.state == .nothingAsked && hazards.gaps.isEmpty)
    #expect(coverage.byGaps.first?.state == .short)
    #expect(coverage.byGaps.count == coverage.lines.count)
    #expect(coverage.countedOn == Day(2026, 12, 31))
  }

  /// A law that no plan asks about stands first.
  @Test func clauses() throws {
    let world = try IncidentWorld()
    let now = Moment(Day(2026, 6, 1), hour: 9, minute: 0)
    func item(_ id: String, _ basis: String?) -> Item {
      Item(
        id: id, text: Bilingual(verbatim: id), category: .fire,
        basis: basis.map { Bilingual(verbatim: $0) })
    }
    let checklist = Checklist(
      id: "office", version: 1, title: Bilingual(verbatim: "Office"), placeKinds: [.office],
      sections: [
        ChecklistSection(
          id: "fire", title: Bilingual(verbatim: "Fire"),
          items: [item("a", "Law 1"), item("b", "Law 2"), item("c", "Law 1"), item("d", nil)])
      ])
    let coverage = Coverage(
      Self.records(world, checklists: [checklist], at: now), of: 2026, in: world.fold.bureau,
      at: now)
    #expect(coverage.clauses.map(\.basis.zh) == ["Law 1", "Law 2"])
    #expect(coverage.clauses.map(\.items) == [2, 1])
    #expect(coverage.clauses.allSatisfy { $0.plans.isEmpty && $0.walks == 0 })
  }
}
