import Almanac
import Domain
import Testing

/// What may be done with a hazard beside its way to closure: who, when, and what it asks.
struct OversightTests {
  typealias My = HazardFixtures

  struct Who: Sendable {
    var act: HazardCommand.Kind
    var roles: Set<Role>
    var refused: Act
    /// Whether the assigned person may do it whatever their role.
    var assignee = false
  }

  static let assigners: Set<Role> = [.supervisor, .officeHead, .administrator]

  @Test(arguments: [
    Who(act: .note, roles: [.leader, .supervisor, .fireResponsible], refused: .annotate),
    Who(
      act: .remind, roles: assigners.union([.sectionHead, .leader]), refused: .remind),
    Who(act: .safeguard, roles: assigners, refused: .assign, assignee: true),
    Who(act: .commit, roles: assigners, refused: .assign, assignee: true),
    Who(act: .study, roles: [.supervisor, .leader], refused: .decideMajor),
    Who(act: .takeCase, roles: [.supervisor, .leader], refused: .decideMajor),
    Who(act: .reportUp, roles: assigners, refused: .assign),
    Who(act: .list, roles: assigners, refused: .assign),
    Who(act: .delist, roles: assigners, refused: .assign),
    Who(act: .patch, roles: assigners, refused: .assign, assignee: true),
    Who(act: .merge, roles: assigners, refused: .withdraw),
  ])
  func roles(_ row: Who) throws {
    let hazard = try Self.hazard(.rectifying, fitFor: row.act)
    for role in Role.allCases {
      let person = My.person(role)
      let result = Result { try hazard.decide(My.command(row.act), in: My.situation(person)) }
      if row.roles.contains(role) {
        #expect(throws: Never.self, "\(role)") { try result.get() }
      } else {
        #expect(throws: NotPermitted(row.refused), "\(role)") { try result.get() }
      }
      #expect(
        hazard.possibleActs(for: person).contains(row.act) == row.roles.contains(role), "\(role)")
    }
    #expect(hazard.possibleActs(for: My.fixer).contains(row.act) == row.assignee)
  }

  /// Open in every state before closure, refused after.
  @Test func states() throws {
    for kind in HazardCommand.Kind.allCases
    where kind.isBeside && ![.commit, .photograph].contains(kind) {
      let actor = Person(id: "boss", name: "boss", roles: [.supervisor])
      for state in Hazard.State.allCases {
        let hazard = try Self.hazard(state, fitFor: kind)
        let result = Result { try hazard.decide(My.command(kind), in: My.situation(actor)) }
        if hazard.isOpen {
          #expect(throws: Never.self, "\(kind) in \(state)") { try result.get() }
        } else {
          #expect(throws: HazardError.ended(hazard.state), "\(kind) in \(state)") {
            try result.get()
          }
        }
      }
    }
  }

  /// A hazard on which an act has its object: a major one for a case, a listed one for delisting.
  static func hazard(_ state: Hazard.State, fitFor kind: HazardCommand.Kind) throws -> Hazard {
    var hazard = try #require(
      Hazard(
        id: "2026-017", beginning: .reported(My.report()), My.stamp("inspector", on: My.found)))
    if kind == .patch {
      hazard.report.weakness = Weakness(asset: "ZC2026-001", severity: .high)
    }
    if kind == .takeCase { hazard.apply(.oversight(.studied(study(.major))), My.stamp()) }
    if kind == .delist { hazard.apply(.oversight(.listed(My.order)), My.stamp()) }
    for (event, person) in My.way(to: state) { hazard.apply(event, My.stamp(person)) }
    return hazard
  }

  static func study(_ severity: Severity, on day: Day = My.today) -> Oversight.Study {
    .init(severity: severity, basis: "GB 35181", participants: ["supervisor"], day: day)
  }

  /// Five commitments, safeguards and a leader's name before a major hazard counts as assigned; closed
  /// only after the authority that listed it has delisted it.
  @Test func aMajorHazard() throws {
    var hazard = try My.hazard(.assigned)
    func step(_ command: HazardCommand, _ actor: Person) throws {
      for event in try hazard.decide(command, in: My.situation(actor)) {
        hazard.apply(event, My.stamp(actor.id))
      }
    }
    let (boss, assign) = (My.supervisor, My.command(.assign))
    try step(.oversee(.study(Self.study(.major))), boss)
    #expect(hazard.severity == .major && hazard.state == .reported && hazard.isWaiting)
    #expect(throws: HazardError.majorLacks([.leader, .commitments, .safeguards])) {
      try hazard.decide(assign, in: My.situation(boss))
    }
    try step(My.command(.takeCase), boss)
    try step(My.command(.commit), boss)
    #expect(throws: HazardError.majorLacks([.safeguards])) {
      try hazard.decide(assign, in: My.situation(boss))
    }
    try step(My.command(.safeguard), boss)
    try step(My.command(.list), boss)
    #expect(throws: HazardError.listedAlready) {
      try hazard.decide(My.command(.list), in: My.situation(boss))
    }
    try step(assign, boss)
    try step(.accept, My.fixer)
    try step(.submit(measures: "rewired", cost: "7500"), My.fixer)
    try step(.verify(), boss)
    // One key verifies and closes others; the listed one waits for its authority.
    #expect(hazard.state == .verified && hazard.cost == "7500")
    #expect(throws: HazardError.stillListed) { try hazard.decide(.close, in: My.situation(boss)) }
    #expect(!hazard.possibleActs(for: boss).contains(.close))
    try step(My.command(.delist), boss)
    #expect(throws: HazardError.notListed) {
      try hazard.decide(My.command(.delist), in: My.situation(boss))
    }
    try step(.close, boss)
    #expect(hazard.state == .closed)
  }

  /// A figure of a month past takes the severity of that month's end.
  @Test func severityByDay() throws {
    var hazard = try My.hazard(.reported)
    hazard.apply(.oversight(.studied(Self.study(.major, on: My.today))), My.stamp())
    hazard.apply(.oversight(.studied(Self.study(.general, on: My.today + 5))), My.stamp())
    let days = [My.today - 1, My.today, My.today + 4, My.today + 5]
    #expect(days.map(hazard.severity(atEndOf:)) == [.general, .major, .major, .general])
  }

  struct Value: Sendable {
    var command: OversightCommand
    var refused: HazardError
  }

  @Test(arguments: [
    Value(command: .note("  "), refused: .textMissing),
    Value(
      command: .safeguard(.init(measures: "", watcher: "other")), refused: .textMissing),
    Value(command: .takeCase("leader"), refused: .notMajor),
    Value(
      command: .study(
        .init(severity: .major, basis: "b", participants: [], day: HazardFixtures.today)),
      refused: .participantsMissing),
    Value(
      command: .study(study(.major, on: HazardFixtures.today + 1)),
      refused: .dateOutside(
        HazardFixtures.today + 1, from: HazardFixtures.found - 366, to: HazardFixtures.today)),
    Value(
      command: .list(
        .init(authority: "a", document: "d", day: HazardFixtures.found - 367)),
      refused: .dateOutside(
        HazardFixtures.found - 367, from: HazardFixtures.found - 366, to: HazardFixtures.today)),
    Value(
      command: .reportUp(.init(authority: "a", document: " ", day: HazardFixtures.today)),
      refused: .textMissing),
    Value(
      command: .commit(.init(measures: "m", funds: "", contingency: "c")), refused: .textMissing),
  ])
  func values(_ row: Value) throws {
    let hazard = try My.hazard(.assigned)
    #expect(throws: row.refused) {
      try hazard.decide(.oversee(row.command), in: My.situation(My.supervisor))
    }
  }
}

/// Taking the last decision back: by its maker, on its day, with nothing after it.
struct RevocationTests {
  typealias My = HazardFixtures

  struct Case: Sendable {
    var name: String
    var acts: [(HazardEvent, act: String)]
    /// The state to which it leads back; nil where nothing can be taken back.
    var back: Hazard.State?
  }

  @Test(arguments: [
    Case(
      name: "an assignment", acts: [(.assigned(to: "x", deadline: My.later), "a1")], back: .reported
    ),
    Case(
      name: "verified and closed with one key",
      acts: [
        (.assigned(to: "x", deadline: My.later), "a1"),
        (.submitted(measures: "m", cost: nil, photos: []), "a2"),
        (.verified(note: nil), "a3"), (.closed, "a3"),
      ], back: .submitted),
    Case(
      name: "verified, then closed by another act",
      acts: [
        (.assigned(to: "x", deadline: My.later), "a1"),
        (.submitted(measures: "m", cost: nil, photos: []), "a2"),
        (.verified(note: nil), "a3"), (.closed, "a4"),
      ], back: .verified),
    Case(name: "withdrawn", acts: [(.withdrawn(reason: "r"), "a1")], back: .reported),
    Case(
      name: "urged since",
      acts: [
        (.assigned(to: "x", deadline: My.later), "a1"), (.oversight(.reminded("r")), "a2"),
      ], back: nil),
    Case(
      name: "met again since",
      acts: [
        (.assigned(to: "x", deadline: My.later), "a1"),
        (
          .sighted(
            HazardSighting(
              inspection: "i", item: ItemKey(checklist: "office", item: "o1"), text: "t")), "a2"
        ),
      ], back: nil),
    Case(name: "merged", acts: [(.merged(into: "2026-002"), "a1")], back: nil),
    Case(name: "nothing decided yet", acts: [], back: nil),
  ])
  func back(_ row: Case) throws {
    var hazard = try My.hazard(.reported)
    let reported = hazard
    for (event, act) in row.acts {
      var stamp = My.stamp("supervisor")
      stamp.act = act
      hazard.apply(event, stamp)
    }
    let decided = hazard
    let result = Result { try hazard.decide(.revoke, in: My.situation(My.supervisor)) }
    guard let back = row.back else {
      #expect(throws: HazardError.nothingToRevoke, "\(row.name)") { try result.get() }
      return
    }
    #expect(throws: HazardError.nothingToRevoke, "by another") {
      try hazard.decide(.revoke, in: My.situation(My.person(.officeHead)))
    }
    #expect(throws: HazardError.nothingToRevoke, "the next day") {
      try hazard.decide(.revoke, in: My.situation(My.supervisor, on: My.today + 1))
    }
    for event in try result.get() { hazard.apply(event, My.stamp("supervisor")) }
    #expect(hazard.state == back && hazard.closed == nil && hazard.withdrawn == nil, "\(row.name)")
    if back == .reported { #expect(hazard.deadlines == reported.deadlines && hazard.person == nil) }
    #expect(hazard != decided && hazard.revocable == nil)
    #expect(throws: HazardError.nothingToRevoke, "twice") {
      try hazard.decide(.revoke, in: My.situation(My.supervisor))
    }
  }

  /// The section head's signature for what was mended on the spot is no single decision.
  @Test func theSignatureOfARoundStays() throws {
    var hazard = try #require(
      Hazard(
        id: "2026-017", beginning: .reported(My.report(onSpot: "tightened")),
        My.stamp("inspector")))
    for event in [HazardEvent.verified(note: nil), .closed] {
      var stamp = My.stamp("head")
      stamp.act = "a9"
      hazard.apply(event, stamp)
    }
    #expect(hazard.state == .closed && hazard.revocable == nil)
  }
}
