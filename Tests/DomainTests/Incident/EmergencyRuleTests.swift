import Almanac
import Domain
import Testing

/// Levels and limits, by State Council order 493.
struct EmergencyRuleTests {
  struct Level: Sendable {
    var dead = 0
    var serious = 0
    var loss = 0
    var level: IncidentLevel
  }

  /// Article 3: "and above" includes the number, "below" does not; the gravest of the three counts.
  @Test func levels() {
    let rows = [
      Level(level: .minor), Level(loss: 1, level: .general), Level(dead: 1, level: .general),
      Level(dead: 2, serious: 9, loss: 9_999_999, level: .general), Level(dead: 3, level: .larger),
      Level(serious: 10, level: .larger), Level(loss: 10_000_000, level: .larger),
      Level(dead: 9, serious: 49, loss: 49_999_999, level: .larger), Level(dead: 10, level: .major),
      Level(serious: 50, level: .major), Level(loss: 50_000_000, level: .major),
      Level(dead: 29, serious: 99, loss: 99_999_999, level: .major),
      Level(dead: 30, level: .extraordinary), Level(serious: 100, level: .extraordinary),
      Level(loss: 100_000_000, level: .extraordinary),
      Level(dead: 1, serious: 50, loss: 1, level: .major),
    ]
    for row in rows {
      let found = IncidentLevel(
        Casualties(dead: row.dead, serious: row.serious), loss: row.loss)
      #expect(found == row.level, "\(row)")
    }
    #expect(IncidentLevel(Casualties(slight: 1), loss: 0) == .general)
    #expect(IncidentLevel(Casualties(missing: 1), loss: 0) == .general)
    #expect(IncidentLevel.minor < .general && .major < .extraordinary)
  }

  /// Article 9: at once to the head, who has an hour to the county; a fire to 119 at once, harm or not.
  @Test func whatTheStateAsks() throws {
    var world = try IncidentWorld()
    let bureau = world.fold.bureau
    func asked(_ content: Incident.Content) throws -> [String] {
      let id = try world.record(content)
      let incident = try #require(world.fold.incidentsByID[id])
      return bureau.dues(of: incident).map { due in
        let limit = due.limit.map { ($0.secondsSince1970 - due.start.secondsSince1970) / 60 }
        return "\(due.rule.id) \(due.how) \(limit ?? 0)"
      }
    }
    #expect(try asked(content(on(3, 2, 9))) == ["head phone 0", "county phone 60"])
    #expect(try asked(content(on(3, 2, 9), .utility, Casualties())) == [])
    #expect(try asked(content(on(3, 2, 9), .fire, Casualties())) == ["119 phone 0"])
    #expect(
      try asked(content(on(3, 2, 9), .fire, Casualties(), loss: 500))
        == ["head phone 0", "county phone 60", "119 phone 0"])
    let sources = EmergencyRule.ofTheState.map(\.source.zh)
    #expect(sources[1].contains("国务院令第493号") && sources[1].contains("第九条"))
    #expect(sources[2].contains("消防法") && sources[2].contains("第四十四条"))
  }

  private func report(
    _ rule: EmergencyRule.ID, _ at: Moment, _ how: IncidentReport.Manner = .phone
  ) -> IncidentReport {
    IncidentReport(to: "x", rule: rule, at: at, how: how, by: "clerk")
  }

  /// The hour runs from when the head was told; a minute late is late for ever.
  @Test func lateIsRecordedAsLate() throws {
    var world = try IncidentWorld()
    let id = try world.record(content(on(3, 2, 9)))
    func county(at now: Moment) throws -> (EmergencyDue.State, String) {
      let incident = try #require(world.fold.incidentsByID[id])
      let due = try #require(
        world.fold.bureau.dues(of: incident).first { $0.rule.id == "county" })
      return (due.state(at: now), due.words(at: now).zh)
    }
    #expect(try county(at: on(3, 2, 9, 37)) == (.due, "报告时限还有 23 分钟"))
    try world.perform(.incident(id, .report(report("head", on(3, 2, 9, 10)))), at: on(3, 2, 9, 40))
    #expect(try county(at: on(3, 2, 9, 47)) == (.due, "报告时限还有 23 分钟"))
    #expect(try county(at: on(3, 2, 10, 10)).0 == .due)
    #expect(try county(at: on(3, 2, 11, 15)) == (.overdue, "报告超时 1 小时 5 分钟"))
    let late = report("county", on(3, 2, 10, 11))
    try world.perform(.incident(id, .report(late)), at: on(3, 2, 12))
    #expect(try county(at: on(3, 2, 12)) == (.late, "2026-03-02 10:11 已报，超时 1 分钟"))
    let close = Command.incident(id, .close(conclusion: nil))
    try world.perform(close, at: on(3, 3, 9))
    #expect(try county(at: on(3, 9, 9)).0 == .late)
    let figures = world.book.figures(
      of: Day(2026, 3, 1)...Day(2026, 3, 31), world.fold.bureau, at: on(3, 31, 9))
    #expect(figures.lateReports == 1)
  }

  /// Article 13: casualties that change are reported again within 30 days, of traffic and fire within 7.
  @Test(arguments: [(IncidentKind.injury, 30), (.traffic, 7), (.fire, 7)])
  func casualtiesThatChange(_ kind: IncidentKind, _ days: Int) throws {
    for (after, isAsked) in [(days, true), (days + 1, false)] {
      var world = try IncidentWorld()
      let id = try world.record(content(on(3, 2, 9), kind))
      func supplements() throws -> [EmergencyDue] {
        world.fold.bureau.dues(of: try #require(world.fold.incidentsByID[id]))
          .filter(\.isSupplement)
      }
      let change = Command.incident(
        id, .add(IncidentEdit(casualties: Casualties(dead: 1), note: "died")))
      let when = Moment(Day(2026, 3, 2) + after, hour: 8, minute: 0)
      try world.perform(.incident(id, .report(report("county", on(3, 2, 9, 5)))), at: on(3, 2, 10))
      #expect(try supplements().isEmpty)
      try world.perform(change, at: when)
      #expect(try supplements().map(\.reported) == (isAsked ? [nil] : []), "\(after)")
      try world.perform(.incident(id, .report(report("county", when + 60))), at: when + 120)
      #expect(try supplements().map(\.reported) == (isAsked ? [when + 60] : []), "\(after)")
    }
  }

  /// The state's limits may be made stricter, never looser; each of the office's own names its source.
  @Test func ownRules() throws {
    var world = try IncidentWorld()
    let now = on(3, 1, 9)
    func set(_ rule: EmergencyRule, by actor: Person.ID = "admin") throws {
      var rules = world.fold.bureau.presentIncidentRules(on: now.day)
      rules.emergency = [rule]
      try world.perform(.setIncidentRules(rules), actor, at: now)
    }
    let source = Bilingual(verbatim: "区办1号")
    var county = try #require(EmergencyRule.ofTheState.first { $0.id == "county" })
    county.source = source
    county.phone = 61
    #expect(throws: IncidentError.looser("county")) { try set(county) }
    county.phone = nil
    county.written = 60
    #expect(throws: IncidentError.looser("county")) { try set(county) }
    county.phone = 30
    county.kinds = [.fire]
    #expect(throws: IncidentError.looser("county")) { try set(county) }
    county.kinds = []
    county.level = .major
    #expect(throws: IncidentError.looser("county")) { try set(county) }
    county.level = .minor
    try set(county)
    #expect(world.fold.bureau.incidentRules(on: now.day).table.map(\.phone) == [0, 30, 0])
    #expect(world.fold.bureau.incidentRules(on: now.day - 1).table.map(\.phone) == [0, 60, 0])
    let own = EmergencyRule(id: "district", to: Bilingual(verbatim: "区"), phone: 15, source: source)
    #expect(throws: NotPermitted(.administer)) { try set(own, by: "boss") }
    var bad = own
    bad.source = Bilingual(verbatim: " ")
    #expect(throws: IncidentError.sourceMissing) { try set(bad) }
    bad = own
    bad.phone = nil
    #expect(throws: IncidentError.limitMissing) { try set(bad) }
    bad.written = 10_081
    #expect(throws: IncidentError.badNumber(10_081, 0...10_080)) { try set(bad) }
    try set(own)
    #expect(world.fold.bureau.incidentRules(on: now.day).table.map(\.id).last == "district")
  }
}
