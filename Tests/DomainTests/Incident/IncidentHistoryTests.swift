import Almanac
import Domain
import TestSupport
import Testing

/// Random histories of the seven days of National Day 2026: "no incident" is said only where every period was
/// declared so, recounted here from what was done.
struct IncidentHistoryTests {
  private static let days = Day(2026, 10, 1)...Day(2026, 10, 7)

  @Test func noIncidentOnlyWhereAllWasDeclared() throws {
    var outcomes: [Bool: Int] = [:]
    for seed in 1...60 {
      var dice = TestSupport.Dice(seed: UInt64(seed))
      var world = try IncidentWorld()
      // How many incidents lie on each of the seven days as reported, and which of them were declared with.
      var within = Array(repeating: Set<Incident.ID>(), count: 7)
      var declared = [Set<Incident.ID>?](repeating: nil, count: 7)
      let isQuiet = seed.isMultiple(of: 2)
      for (index, day) in Self.days.enumerated() {
        let due = Moment(day, hour: 17, minute: 0)
        if !isQuiet, Int.random(in: 0..<5, using: &dice) == 0 {
          let at = Moment(day, second: Int.random(in: 0..<86_000, using: &dice))
          let id = try world.record(content(at))
          within[at < due || index == 6 ? index : index + 1].insert(id)
        }
        guard Int.random(in: 0..<12, using: &dice) > 0 else { continue }
        let now = due + Int.random(in: -3600...90_000, using: &dice)
        // What is recorded of that very day by then; later ones outdate the declaration.
        let known = Set(
          world.fold.incidents().filter { $0.stands }.map(\.id)
        ).intersection(within[index])
        try world.perform(
          .declareNil(NilRequest(due: due, isNone: known.isEmpty)), at: now)
        declared[index] = known
        if let id = known.first, Int.random(in: 0..<3, using: &dice) == 0 {
          try world.perform(.incident(id, .withdraw(reason: "none")), at: now + 60)
          within[index].remove(id)
        }
      }
      let figures = world.book.figures(
        of: Self.days, world.fold.bureau, at: on(10, 9, 9))
      let saysNone = declared.allSatisfy { $0?.isEmpty ?? false } && within.allSatisfy(\.isEmpty)
      #expect(figures.saysNone == saysNone, "seed \(seed)")
      #expect(figures.statement.zh.contains("未发生事故") == saysNone, "seed \(seed)")
      #expect(figures.statement.en.contains("There was no incident") == saysNone, "seed \(seed)")
      let lacking = zip(declared, within).enumerated().filter { $0.element.0 != $0.element.1 }
        .map { Moment(Self.days.lowerBound + $0.offset, hour: 17, minute: 0) }
      #expect(figures.undeclared == lacking, "seed \(seed)")
      outcomes[saysNone, default: 0] += 1
    }
    #expect((outcomes[true] ?? 0) > 5 && (outcomes[false] ?? 0) > 5)
  }

  /// A month without any period has nothing declared: it is never said that nothing happened.
  @Test func nothingWasAsked() throws {
    let world = try IncidentWorld()
    let figures = world.book.figures(
      of: Day(2026, 3, 1)...Day(2026, 3, 31), world.fold.bureau, at: on(4, 1, 9))
    #expect(!figures.saysNone && figures.periods == 0)
    #expect(figures.statement.zh == "没有登记事故（事件）；没有须零报告的时段。")
  }

  /// What has fallen due since the ledger began stays in sight for a month.
  @Test func whatIsMissingStaysInSight() throws {
    var world = try IncidentWorld()
    func open(_ now: Moment) -> [String] {
      world.book.nilReportsOpen(world.fold.bureau, at: now).map {
        "\($0.period.due.day.monthAndDay) \($0.state)"
      }
    }
    #expect(
      open(on(10, 1, 16)) == ["09-25 missing", "09-26 missing", "09-27 missing", "10-01 due"])
    try world.perform(
      .declareNil(NilRequest(due: on(9, 26, 17), isNone: true)), at: on(10, 1, 16))
    #expect(open(on(10, 1, 16)) == ["09-25 missing", "09-27 missing", "10-01 due"])
    #expect(open(on(10, 27, 9)).first == "09-27 missing")
    #expect(open(on(11, 8, 9)) == [])
    #expect(open(on(1, 5, 9)) == ["01-01 missing", "01-02 missing", "01-03 missing"])
  }
}
