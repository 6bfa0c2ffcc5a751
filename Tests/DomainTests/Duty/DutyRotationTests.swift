import Almanac
import Domain
import Testing

/// Rosters over random years: fair, nobody twice at once, nobody who is spared, and always the same.
struct DutyRotationTests {
  typealias My = DutyFixtures

  /// Some years of an office of so many staff: every break and the weekends between.
  private struct Years {
    var bureau: Bureau
    var rosters: [DutyRoster] = []

    /// What anybody on duty can weigh most in one shift: a whole statutory day.
    static let heaviest = 12

    init(staff: Int, seed: UInt64) throws {
      var random = ScheduleInvariantTests.Seeded(state: seed)
      let persons = (1...staff).map { My.person("s\($0)", .inspector) }
      let away = (0..<12).map { _ in
        let day =
          Day(2008 + Int.random(in: 0..<18, using: &random), 1, 1)
          + Int.random(in: 0..<360, using: &random)
        return DutyRules.Away(
          person: "s1", from: day, to: day + Int.random(in: 0..<30, using: &random))
      }
      bureau = try My.bureau(
        persons + [
          My.leader, My.person("boss2", .leader), My.person("spared", .rectifier), My.observer,
        ]
      ) {
        $0.away = away
        $0.sparedPersons = ["spared"]
        $0.isSplit = seed.isMultiple(of: 3)
        $0.onDuty = seed.isMultiple(of: 4) ? 2 : 1
      }
      let first = 2008 + Int.random(in: 0..<13, using: &random)
      for year in first..<first + 4 {
        for holiday in bureau.calendar.breaks(in: year) where holiday.isRound {
          add(
            Identifier(holiday.key), .holiday, Array(holiday.days))
        }
        let weekends = (0..<120).map { Day(year, 2, 20) + $0 }.filter { day in
          bureau.calendar.dutyDay(day) == .weekend
        }
        add(Identifier("weekend-\(year)"), .weekend, weekends)
      }
    }

    private mutating func add(_ id: DutyRoster.ID, _ kind: DutyKind, _ days: [Day]) {
      let rotation = DutyRotation(bureau: bureau, rosters: rosters)
      let rows = rotation.rows(of: kind, on: days)
      let content = DutyRoster.Content(
        kind: kind, name: Bilingual(verbatim: ""), first: days[0], last: days[days.count - 1],
        rows: rows)
      guard
        let roster = DutyRoster(id: id, beginning: .proposed(content), My.stamp(on: days[0]))
      else { return }
      rosters.append(roster)
    }

    var rows: [DutyRow] { rosters.flatMap(\.content.rows) }
  }

  @Test(arguments: [5, 7, 12, 30], 1...6)
  func years(staff: Int, seed: Int) throws {
    let years = try Years(staff: staff, seed: UInt64(seed))
    let bureau = years.bureau
    let rows = years.rows
    #expect(rows.count > 100)

    // Nobody is twice at once, nobody who is spared or away is taken.
    for roster in years.rosters {
      let others = years.rosters.filter { $0.id != roster.id }
      let wrong = roster.content.warnings(others: others, bureau).filter { warning in
        switch warning {
        case .doubled, .obstacle: true
        case .gap(_, _, let part, _): part == .onDuty
        case .adjoining, .phoneMissing: false
        }
      }
      #expect(wrong.isEmpty, "\(roster.id): \(wrong)")
    }

    // Those who were always there have carried nearly the same.
    let tallies = DutyTally.all(of: years.rosters, bureau.calendar).filter { $0.part == .onDuty }
    let always = tallies.filter { $0.person != "s1" }
    #expect(always.count == min(staff - 1, always.count) && always.count >= 4)
    let points = always.map(\.points)
    let spread = (points.max() ?? 0) - (points.min() ?? 0)
    #expect(spread <= 2 * Years.heaviest, "\(points.sorted())")

    // The same again.
    #expect(try Years(staff: staff, seed: UInt64(seed)).rosters == years.rosters)
  }

  /// Where every other person can, nobody has two days running; with two, they take turns.
  @Test(arguments: [2, 3, 4, 9])
  func nobodyTwoDaysRunning(staff: Int) throws {
    let persons = (1...staff).map { My.person("s\($0)", .inspector) }
    let bureau = try My.bureau(persons + [My.leader])
    let days = Array(Day(2026, 2, 14)...Day(2026, 2, 24))
    let rows = DutyRotation(bureau: bureau, rosters: []).rows(of: .holiday, on: days)
    #expect(rows.map(\.onDuty.count) == days.map { _ in 1 })
    for (row, next) in zip(rows, rows.dropFirst()) { #expect(row.onDuty != next.onDuty) }
  }

  /// Where nobody else can, one has days running rather than nobody.
  @Test func oneAlone() throws {
    let bureau = try My.bureau([My.one, My.leader])
    let rows = DutyRotation(bureau: bureau, rosters: []).rows(of: .holiday, on: Array(My.days))
    #expect(rows.map(\.onDuty) == [["p1"], ["p1"], ["p1"]])
    // Two should lead on the statutory and the shifted days, and there is one.
    #expect(rows.map(\.leading) == [["boss"], ["boss"], ["boss"]])
  }

  /// Two lead where the rules ask for two, one elsewhere.
  @Test func howManyLead() throws {
    let rows = DutyRotation(bureau: try My.bureau(), rosters: [])
    let days = Array(My.days) + [Day(2026, 1, 10), Day(2026, 1, 12)]
    let kinds = days.map(try My.bureau().calendar.dutyDay)
    #expect(kinds == [.statutory, .shifted, .shifted, .weekend, .workday])
    #expect(rows.rows(of: .alert, on: days).map(\.leading.count) == [2, 2, 2, 1, 1])
    let weekendToo = try My.bureau { $0.doubleLeading = [.weekend] }
    #expect(
      DutyRotation(bureau: weekendToo, rosters: []).rows(of: .alert, on: days)
        .map(\.leading.count) == [1, 1, 1, 2, 1])
  }

  /// Who had the last break waits; who comes new starts level with the others.
  @Test func whoServedLast() throws {
    let roster = try My.roster(.adopted)
    let bureau = try My.bureau([My.one, My.two, My.other, My.leader])
    let next = DutyRotation(bureau: bureau, rosters: [roster])
      .rows(of: .holiday, on: [Day(2026, 4, 4)])
    #expect(next.map(\.onDuty) == [["p3"]])
    // p1 had 12 + 8, p2 had 8: after p3, who is level with p2 by then, p2 comes before p1.
    let days = [Day(2026, 4, 4), Day(2026, 4, 5), Day(2026, 4, 6)]
    let three = DutyRotation(bureau: bureau, rosters: [roster]).rows(of: .holiday, on: days)
    #expect(three.map(\.onDuty) == [["p3"], ["p2"], ["p1"]])
  }

  @Test func tallies() throws {
    let roster = try My.roster(.adopted)
    let tallies = DutyTally.all(of: [roster], try My.bureau().calendar)
    #expect(tallies.map(\.person) == ["boss", "boss2", "p1", "p2"])
    // Whole days: 2 × 6 on the statutory 1st, 2 × 4 on the shifted 2nd and 3rd.
    #expect(tallies.map(\.points) == [28, 28, 20, 8])
    #expect(tallies[2].shifts == [.statutory: 1, .shifted: 1] && tallies[2].total == 2)
    #expect(DutyTally.all(of: [try My.roster(.withdrawn(reason: "r"))], WorkCalendar()).isEmpty)
  }
}
