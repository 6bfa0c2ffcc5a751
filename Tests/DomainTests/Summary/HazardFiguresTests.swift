import Almanac
import Testing

@testable import Domain

/// One hazard at a time, counted by hand in November 2026 as of the 30th.
@Suite struct HazardFiguresTests {
  struct Case: Sendable {
    var name: String
    var reported: Day
    /// The deadlines, each with the day on which it was set.
    var deadlines: [(last: Day, set: Day)] = []
    var verified: Day?
    var closed: Day?
    var withdrawn: Day?
    /// What counts 1: every other figure is 0.
    var counts: Set<String>
  }

  static let cases = [
    Case(
      name: "found on the first day, never mended, no deadline", reported: nov(1),
      counts: ["opened", "open", "8-30", "found"]),
    Case(
      name: "found on the last day", reported: nov(30), counts: ["opened", "open", "0-7", "found"]),
    Case(name: "seven days old", reported: nov(23), counts: ["opened", "open", "0-7", "found"]),
    Case(name: "eight days old", reported: nov(22), counts: ["opened", "open", "8-30", "found"]),
    Case(
      name: "thirty days old, of last month", reported: Day(2026, 10, 31), counts: ["open", "8-30"]),
    Case(name: "thirty-one days old", reported: Day(2026, 10, 30), counts: ["open", "30-"]),
    Case(name: "found after the period", reported: Day(2026, 12, 1), counts: []),
    Case(
      name: "due on the last day is not overdue at its end", reported: nov(20),
      deadlines: [(nov(30), nov(20))], counts: ["opened", "open", "8-30", "found"]),
    Case(
      name: "due the day before is", reported: nov(20), deadlines: [(nov(29), nov(20))],
      counts: ["opened", "open", "8-30", "found", "overdue"]),
    Case(
      name: "extended only after the period: the old deadline was in force", reported: nov(20),
      deadlines: [(nov(29), nov(20)), (Day(2026, 12, 20), Day(2026, 12, 1))],
      counts: ["opened", "open", "8-30", "found", "overdue"]),
    Case(
      name: "extended in time", reported: nov(20),
      deadlines: [(nov(29), nov(20)), (Day(2026, 12, 20), nov(29))],
      counts: ["opened", "open", "8-30", "found"]),
    Case(
      name: "closed on its deadline", reported: nov(3), deadlines: [(nov(10), nov(3))],
      verified: nov(9), closed: nov(10),
      counts: ["opened", "closed", "on time", "found", "rectified"]),
    Case(
      name: "closed a day late", reported: nov(3), deadlines: [(nov(10), nov(3))],
      verified: nov(10), closed: nov(11),
      counts: ["opened", "closed", "late", "found", "rectified"]),
    Case(
      name: "closed by an extended deadline", reported: nov(3),
      deadlines: [(nov(10), nov(3)), (nov(20), nov(9))], verified: nov(15), closed: nov(15),
      counts: ["opened", "closed", "on time", "found", "rectified"]),
    Case(
      name: "closed without a deadline", reported: nov(3), verified: nov(5), closed: nov(5),
      counts: ["opened", "closed", "on time", "found", "rectified"]),
    Case(
      name: "of last month, closed in this", reported: Day(2026, 10, 3), verified: nov(5),
      closed: nov(5), counts: ["closed", "on time"]),
    Case(
      name: "verified in the period, closed after it", reported: nov(28), verified: nov(30),
      closed: Day(2026, 12, 1), counts: ["opened", "open", "0-7", "found", "rectified"]),
    Case(
      name: "verified and closed after it", reported: nov(28), verified: Day(2026, 12, 1),
      closed: Day(2026, 12, 1), counts: ["opened", "open", "0-7", "found"]),
    Case(name: "withdrawn in the period", reported: nov(3), withdrawn: nov(4), counts: ["opened"]),
    Case(
      name: "withdrawn after the period stood at its end", reported: nov(28),
      withdrawn: Day(2026, 12, 2), counts: ["opened", "open", "0-7", "found"]),
  ]

  @Test(arguments: cases) func counting(_ row: Case) {
    let days = nov(1)...nov(30)
    let figures = HazardFigures(days: days, countedOn: days.upperBound, hazards: [row.hazard])
    let rate = RectificationRate(days: days, countedOn: days.upperBound, hazards: [row.hazard])
    let counted = [
      "opened": figures.opened, "closed": figures.closed, "on time": figures.closedOnTime,
      "late": figures.closedLate, "open": figures.open, "overdue": figures.overdue,
      "major": figures.major, "on the spot": figures.fixedOnSpot, "0-7": figures.byAge.d0to7,
      "8-30": figures.byAge.d8to30, "30-": figures.byAge.over30, "found": rate.found,
      "rectified": rate.rectified,
    ]
    #expect(Set(counted.filter { $0.value == 1 }.keys) == row.counts, "\(row.name)")
    #expect(counted.values.allSatisfy { $0 == 0 || $0 == 1 }, "\(row.name)")
    #expect(rate.countedOn == nov(30))
  }

  @Test func majorAndOnTheSpot() {
    var major = Case(name: "", reported: nov(3), counts: []).hazard
    major.report.severity = .major
    var mended = Case(name: "", reported: nov(3), verified: nov(3), closed: nov(3), counts: [])
      .hazard
    mended.report.onSpot = "tightened"
    let figures = HazardFigures(
      days: nov(1)...nov(30), countedOn: nov(30), hazards: [major, mended])
    #expect(figures.major == 1)
    #expect(figures.fixedOnSpot == 1)
  }

  @Test func rateInTenths() {
    let shares = [
      (2, 3, "66.7%"), (1, 3, "33.3%"), (1, 16, "6.3%"), (5, 5, "100.0%"), (0, 4, "0.0%"),
    ]
    for (part, whole, text) in shares { #expect(percentage(part, of: whole) == text) }
    #expect(percentage(0, of: 0) == "-")
  }
}

func nov(_ day: Int) -> Day { Day(2026, 11, day) }

extension HazardFiguresTests.Case {
  var hazard: Hazard {
    let step = { (day: Day) in Hazard.Step(person: "s", day: day) }
    let state: Hazard.State =
      closed != nil ? .closed : withdrawn != nil ? .withdrawn : .reported
    return Hazard(
      id: "2026-001", report: HazardReport(place: "301", text: "loose", category: .electrical),
      state: state, reported: reported, reporter: "i", person: nil,
      deadlines: deadlines.map { .init(last: $0.last, set: $0.set) }, extensions: 0, requested: nil,
      measures: nil, photographs: [], rejections: 0, rectified: nil, verified: verified.map(step),
      closed: closed.map(step), withdrawn: withdrawn.map(step), withdrawnReason: nil, sightings: [],
      duplicates: [], oversight: Oversight(), stepped: reported, latest: Moment(reported, second: 0)
    )
  }
}
