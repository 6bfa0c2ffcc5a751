import Almanac
import Testing

@testable import Domain

/// Which rounds, walks and lapses a month counts, in an office with one monthly plan for two rooms.
@Suite struct MonthlySummaryTests {
  struct Case: Sendable {
    var name: String
    /// The day on which it is counted.
    var today = Day(2026, 12, 10)
    /// The day on which room 301 was walked; 302 never was.
    var walked: Day?
    /// The day on which that was recorded, where it is belated.
    var belated: Day?
    var isExcused = false
    /// Of both rooms: total, done, late, missed, excused.
    var figures: [Int]
    /// Of room 301, and of 302 which is named second.
    var lapses: [OccurrenceState]
    var inspections = 0
    var countedOn = nov(30)
  }

  /// Due 30 November, missed from 1 December.
  static let cases = [
    Case(name: "walked by neither", figures: [2, 0, 0, 2, 0], lapses: [.missed, .missed]),
    Case(
      name: "walked on the due day", walked: nov(30), figures: [2, 1, 0, 1, 0], lapses: [.missed],
      inspections: 1),
    Case(
      name: "recorded belatedly by the due day", walked: nov(9), belated: nov(30),
      figures: [2, 1, 0, 1, 0], lapses: [.missed], inspections: 1),
    Case(
      name: "recorded belatedly after it: late, but walked before the miss", walked: nov(9),
      belated: Day(2026, 12, 3), figures: [2, 1, 1, 1, 0], lapses: [.doneLate, .missed],
      inspections: 1),
    Case(
      name: "made up next month: stays missed, and is no walk of November",
      walked: Day(2026, 12, 1),
      figures: [2, 1, 1, 2, 0], lapses: [.doneLate, .missed]),
    Case(
      name: "excused is not asked", isExcused: true, figures: [1, 0, 0, 1, 1],
      lapses: [.excused, .missed]),
    Case(
      name: "while the month runs", today: nov(23), figures: [2, 0, 0, 0, 0], lapses: [],
      countedOn: nov(23)),
    Case(
      name: "on its last day", today: nov(30), figures: [2, 0, 0, 0, 0], lapses: [],
      countedOn: nov(30)),
  ]

  @Test(arguments: cases) func rounds(_ row: Case) throws {
    let summary = row.summary
    let round = try #require(summary.rounds.first)
    #expect(summary.rounds.count == 1)
    #expect(
      [round.total, round.done, round.late, round.missed, round.excused] == row.figures,
      "\(row.name)")
    #expect(summary.lapses.map(\.state) == row.lapses, "\(row.name)")
    #expect(summary.figures.inspections == row.inspections, "\(row.name)")
    #expect(summary.countedOn == row.countedOn, "\(row.name)")
  }

  @Test func aRoundCountsInTheMonthOfItsDueDay() {
    let summary = Self.cases[0].summary
    #expect(summary.figures.rounds == 1)
    #expect(summary.yearSoFar.rounds == 2, "October's and November's")
    #expect(summary.next.map(\.id.period) == ["2026-12"])
  }

  /// Printed in December, after the hazard was given more time and then closed.
  @Test func decisionsAndOrderAreThoseOfTheLastDay() {
    let settled = HazardFiguresTests.Case(
      name: "", reported: nov(2),
      deadlines: [(nov(20), nov(2)), (Day(2026, 12, 20), Day(2026, 12, 2))],
      verified: Day(2026, 12, 5), closed: Day(2026, 12, 5), counts: []
    ).hazard
    let calm = HazardFiguresTests.Case(
      name: "", reported: nov(3), deadlines: [(Day(2026, 12, 1), nov(3))], counts: []
    ).hazard
    let summary = MonthlySummary(
      month: Month(2026, 11), today: Day(2026, 12, 10), book: Self.cases[0].book, fulfilments: [],
      hazards: [calm, settled])
    #expect(summary.open.map(\.deadline) == [nov(20), Day(2026, 12, 1)])
    #expect(summary.decisions.map(\.deadline) == [nov(20)])
    #expect(summary.figures.hazards.overdue == 1)
    #expect(summary.bySection.map(\.overdue) == [1])
  }

  /// A major hazard waits for the leader whose case it is to be, and for nothing once that is settled.
  @Test func aCaseThatALeaderHas() {
    var major = HazardFiguresTests.Case(
      name: "", reported: nov(3), deadlines: [(Day(2026, 12, 1), nov(3))], counts: []
    ).hazard
    major.report.severity = .major
    func decisions(_ hazard: Hazard) -> [OpenHazard] {
      MonthlySummary(
        month: Month(2026, 11), today: nov(23), book: Self.cases[0].book, fulfilments: [],
        hazards: [hazard]
      ).decisions
    }
    #expect(decisions(major).map(\.id) == [major.id])
    major.oversight.leader = "song"
    #expect(decisions(major).isEmpty)
  }

  /// What is never missed, as a spot check, is named as long as it is overdue.
  @Test func overdueIsALapse() {
    let once = Plan(
      id: "spot", title: Bilingual(verbatim: "Spot"), trigger: Trigger(.once, date: nov(12)),
      uses: [Plan.Use("list")], scope: .places(["301"]))
    var book = Self.cases[0].book
    book.bureau.plans = [PlanHistory(once, recorded: Day(2026, 1, 1))]
    let summary = MonthlySummary(
      month: Month(2026, 11), today: Day(2026, 12, 10), book: book, fulfilments: [], hazards: [])
    #expect(summary.lapses.map(\.state) == [.overdue])
    #expect(summary.lapses.map(\.wasMissed) == [false])
  }
}

extension MonthlySummaryTests.Case {
  private var key: OccurrenceKey { OccurrenceKey(plan: "monthly", place: "301", period: "2026-11") }

  private var fulfilment: Fulfilment? {
    guard let walked else { return nil }
    let at = Moment(walked, hour: 9, minute: 0)
    return Fulfilment(
      Inspection(
        id: "r1",
        content: SignedInspection(
          occurrence: key, title: Bilingual(verbatim: ""), section: nil, checklists: [],
          answers: [],
          inspectors: ["i"], from: at, to: at + 600, entry: belated == nil ? .onSite : .belated),
        day: walked, recorded: Moment(belated ?? walked, hour: 17, minute: 0), recorder: "i",
        corrections: []))
  }

  var book: RoundBook {
    let plan = Plan(
      id: "monthly", title: Bilingual(verbatim: "Monthly"), trigger: Trigger(.monthly),
      uses: [Plan.Use("list")], from: Day(2026, 10, 1))
    let list = Checklist(
      id: "list", version: 1, title: Bilingual(verbatim: "List"), placeKinds: [.office],
      sections: [
        ChecklistSection(
          id: "all", title: Bilingual(verbatim: "All"),
          items: [Item(id: "a", text: Bilingual(verbatim: "A"), category: .other)])
      ])
    var note = OccurrenceNote(key: key)
    note.excused = "closed"
    return RoundBook(
      bureau: Bureau(
        organization: Organization(name: "Bureau"), isPractice: false, sections: [], persons: [],
        places: ["301", "302"].map {
          Place(id: Identifier($0), name: $0, kind: .office)
        }, plans: [PlanHistory(plan, recorded: Day(2026, 1, 1))],
        checklists: [ChecklistOutline(list)], seasons: [], alerts: [], calendar: WorkCalendar()),
      fulfilments: fulfilment.map { [$0.occurrence: $0] } ?? [:],
      notes: isExcused ? [key: note] : [:], drafts: [:])
  }

  var summary: MonthlySummary {
    MonthlySummary(
      month: Month(2026, 11), today: today, book: book, fulfilments: fulfilment.map { [$0] } ?? [],
      hazards: [])
  }
}
