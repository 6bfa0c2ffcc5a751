import Almanac
import Domain
import Testing

/// What may be done with incidents and nil reports, and what is refused.
struct IncidentDecideTests {
  @Test func numbers() throws {
    var world = try IncidentWorld()
    #expect(try world.record(content(on(3, 2, 9))) == "SJ2026-001")
    #expect(try world.record(content(on(3, 2, 10))) == "SJ2026-002")
    var second = Numbering(year: 2026, device: "B", hazard: 1, inspection: 1, incident: 7)
    #expect(second.takeIncident() == "SJ2026-B007")
  }

  struct Case: Sendable {
    var error: IncidentError
    var change: @Sendable (inout Incident.Content) -> Void
  }

  static let now = on(3, 2, 12)

  @Test(arguments: [
    Case(error: .whatMissing) { $0.what = " \u{200B} " },
    Case(error: .noSuchPlace("999")) { $0.place = "999" },
    Case(error: .placeMissing) { $0.place = nil },
    Case(error: .inFuture(on(3, 2, 12, 1))) { $0.at = on(3, 2, 12, 1) },
    Case(error: .inFuture(on(3, 2, 13))) { $0.known = on(3, 2, 13) },
    Case(error: .knownBefore(on(3, 2, 8), on(3, 2, 9))) { $0.known = on(3, 2, 8) },
    Case(error: .badNumber(-1, 0...9999)) { $0.casualties.dead = -1 },
    Case(error: .badNumber(-1, 0...9_999_999_999)) { $0.loss = -1 },
  ])
  func whatCannotBeRecorded(_ row: Case) throws {
    var world = try IncidentWorld()
    var wrong = content(on(3, 2, 9))
    row.change(&wrong)
    #expect(throws: row.error) { try world.record(wrong, at: Self.now) }
    #expect(throws: HazardError.noSuchHazard("2026-001")) {
      var other = content(on(3, 2, 9))
      other.hazards = ["2026-001"]
      _ = try world.record(other, at: Self.now)
    }
    #expect(world.fold.incidentsByID.isEmpty)
    let commands: [(Command, Act)] = [
      (.recordIncident(content(on(3, 2, 9))), .recordIncident)
    ]
    for (command, act) in commands {
      #expect(throws: NotPermitted(act)) { try world.perform(command, "eye", at: Self.now) }
    }
  }

  @Test func itsLife() throws {
    var world = try IncidentWorld()
    let id = try world.record(content(on(3, 2, 9)))
    func act(_ command: IncidentCommand, _ actor: Person.ID = "boss") throws {
      try world.perform(.incident(id, command), actor, at: Self.now)
    }
    func report(_ rule: EmergencyRule.ID?, _ at: Moment = on(3, 2, 9, 5)) -> IncidentCommand {
      .report(IncidentReport(to: "x", rule: rule, at: at, how: .phone, by: "clerk"))
    }
    #expect(throws: IncidentError.noSuchIncident("SJ2026-009")) {
      try world.perform(.incident("SJ2026-009", report(nil)), at: Self.now)
    }
    #expect(throws: IncidentError.reportDue(EmergencyRule.ofTheState[0].to)) {
      try act(.close(conclusion: nil))
    }
    #expect(throws: IncidentError.inFuture(on(3, 2, 12, 1))) {
      try act(report("head", on(3, 2, 12, 1)))
    }
    #expect(throws: IncidentError.reportBefore(on(3, 2, 8), on(3, 2, 9))) {
      try act(report("head", on(3, 2, 8)))
    }
    try act(report("head"), "clerk")
    #expect(throws: IncidentError.reportedAlready("x")) { try act(report("head")) }
    try act(report("county", on(3, 2, 9, 50)), "clerk")
    let edit = IncidentEdit(loss: 300, cause: "a wet floor", note: "seen on site")
    try act(.add(edit), "clerk")
    #expect(throws: NotPermitted(.keepIncidents)) { try act(.correct(edit), "clerk") }
    #expect(throws: IncidentError.nothingChanged) { try act(.correct(edit)) }
    #expect(throws: IncidentError.noteMissing) { try act(.correct(IncidentEdit(note: " "))) }
    try act(.correct(IncidentEdit(kind: .equipment, note: "a ladder")))
    try act(.close(conclusion: "healed"))
    #expect(throws: IncidentError.notNow(IncidentCommand.Kind.close.name, id, .closed)) {
      try act(.close(conclusion: nil))
    }
    let closed = try #require(world.fold.incidentsByID[id])
    #expect(closed.content.kind == .equipment && closed.content.loss == 300)
    #expect(closed.entries.map(\.isCorrection) == [false, true] && closed.conclusion == "healed")
    #expect(closed.reports.map(closed.isFirst) == [true, true])
    #expect(throws: IncidentError.reasonMissing) { try act(.withdraw(reason: "")) }
    try act(.withdraw(reason: "twice"))
    #expect(world.fold.bureau.dues(of: try #require(world.fold.incidentsByID[id])).isEmpty)
    #expect(throws: IncidentError.notNow(IncidentCommand.Kind.add.name, id, .withdrawn)) {
      try act(.add(edit))
    }
    // An event after the end changes nothing.
    var ended = try #require(world.fold.incidentsByID[id])
    let before = ended
    ended.apply(.closed(conclusion: "x"), Stamp(at: Self.now, day: Self.now.day, actor: "boss"))
    #expect(ended == before)
  }

  private func declare(_ due: Moment, _ isNone: Bool = true) -> Command {
    .declareNil(NilRequest(due: due, isNone: isNone))
  }

  @Test func nilReports() throws {
    var world = try IncidentWorld()
    let due = on(10, 2, 17)
    func state(_ due: Moment, at now: Moment) -> NilReport? {
      world.book.nilReports(dueOn: due.day...due.day, of: world.fold.bureau, at: now).first
    }
    #expect(throws: IncidentError.noSuchPeriod(on(10, 2, 16))) {
      try world.perform(declare(on(10, 2, 16)), at: due)
    }
    #expect(throws: IncidentError.noSuchPeriod(on(10, 8, 17))) {
      try world.perform(declare(on(10, 8, 17)), at: on(10, 8, 17))
    }
    #expect(throws: IncidentError.tooEarly(on(10, 2, 15))) {
      try world.perform(declare(due), at: on(10, 2, 14, 59))
    }
    #expect(throws: IncidentError.notOnDuty) { try world.perform(declare(due), "clerk", at: due) }
    #expect(throws: IncidentError.noneWithin) { try world.perform(declare(due, false), at: due) }
    #expect(state(due, at: on(10, 2, 14, 59))?.state == .upcoming)
    #expect(state(due, at: due)?.state == .due && state(due, at: due + 60)?.state == .missing)
    try world.perform(declare(due), at: due)
    #expect(state(due, at: due + 60)?.state == .declared)
    #expect(throws: IncidentError.declaredAlready(due)) {
      try world.perform(declare(due), at: due + 60)
    }
    // The evening of the 2nd belongs to the report of the 3rd, 17:00 sharp with it.
    let next = on(10, 3, 17)
    let id = try world.record(content(on(10, 2, 17)))
    #expect(throws: IncidentError.incidentsWithin([id])) {
      try world.perform(declare(next), at: next)
    }
    try world.perform(declare(next, false), at: next + 60)
    let late = try #require(state(next, at: next + 120))
    #expect(late.state == .late && late.declaration?.content.incidents == [id])
    #expect(state(due, at: next)?.saysNone == true && !late.saysNone)
    // Recorded afterwards within what was declared: to be declared again, the first time stays.
    let hidden = try world.record(content(on(10, 2, 9)), at: next + 180)
    #expect(state(due, at: next + 240)?.isOutdated == true)
    try world.perform(declare(due, false), at: next + 300)
    let again = try #require(state(due, at: next + 360))
    #expect(again.state == .declared && again.declaration?.content.incidents == [hidden])
  }

  /// Who is on duty at 17:00 may make the report of that day; others only by their role.
  @Test func byThoseOnDuty() throws {
    var world = try IncidentWorld()
    try world.perform(.proposeDuty(.holiday("2026-national-day")), at: on(9, 20, 9))
    let day = Day(2026, 10, 3)
    try world.perform(
      .duty("2026-national-day", .change(DutyEdit(day: day, onDuty: ["clerk"]))), at: on(9, 20, 9))
    for other in Day(2026, 10, 1)...Day(2026, 10, 7) where other != day {
      _ = try? world.perform(
        .duty("2026-national-day", .change(DutyEdit(day: other, onDuty: ["admin"]))),
        at: on(9, 20, 9))
    }
    try world.perform(.duty("2026-national-day", .adopt), at: on(9, 20, 10))
    try world.perform(declare(on(10, 3, 17)), "clerk", at: on(10, 3, 17))
    #expect(throws: IncidentError.notOnDuty) {
      try world.perform(declare(on(10, 5, 17)), "clerk", at: on(10, 5, 17))
    }
    let report = try #require(
      world.fold.bureau.nilPeriods(dueOn: day...day, asOf: on(10, 3, 9)).first)
    #expect(
      world.fold.bureau.expected(for: report, world.fold.dutyRosters()).first == "clerk")
    #expect(world.fold.bureau.expected(for: report, []) == ["boss"])
  }
}
