import Almanac
import Domain
import Testing

/// Who may do what with a hazard, and when: the design's table of hazards, cell by cell.
struct HazardPermissionTests {
  struct Who: Sendable {
    var act: HazardCommand.Kind
    var state: Hazard.State
    /// Who may; empty where it is for the assigned person alone.
    var roles: Set<Role>
    var refused: Act?
    var category = HazardCategory.electrical
  }

  static let decide: Set<Role> = [.supervisor, .officeHead, .administrator]
  static let fire: Set<Role> = [.fireSafetyManager, .fireResponsible]

  @Test(arguments: [
    Who(act: .assign, state: .reported, roles: decide, refused: .assign),
    Who(act: .extend, state: .assigned, roles: [.supervisor], refused: .extend),
    Who(act: .verify, state: .submitted, roles: decide, refused: .verify),
    Who(
      act: .verify, state: .submitted, roles: decide.union(fire), refused: .verify, category: .fire),
    Who(act: .reject, state: .submitted, roles: [.supervisor], refused: .reject),
    Who(act: .close, state: .verified, roles: [.supervisor], refused: .close),
    Who(act: .close, state: .verified, roles: fire, refused: .closeFire, category: .fire),
    Who(act: .withdraw, state: .verified, roles: decide, refused: .withdraw),
    Who(act: .accept, state: .assigned, roles: []),
    Who(act: .decline, state: .assigned, roles: []),
    Who(act: .transfer, state: .rectifying, roles: []),
    Who(act: .requestExtension, state: .rectifying, roles: []),
    Who(act: .submit, state: .rectifying, roles: []),
  ])
  func roles(_ row: Who) throws {
    let hazard = try HazardFixtures.hazard(row.state, HazardFixtures.report(row.category))
    let command = HazardFixtures.command(row.act)
    for role in Role.allCases {
      let person = HazardFixtures.person(role)
      let situation = HazardFixtures.situation(person)
      if row.roles.contains(role) {
        #expect(throws: Never.self, "\(role)") { try hazard.decide(command, in: situation) }
      } else if let act = row.refused {
        #expect(throws: NotPermitted(act), "\(role)") {
          try hazard.decide(command, in: situation)
        }
      } else {
        #expect(throws: HazardError.notAssignee("fixer"), "\(role)") {
          try hazard.decide(command, in: situation)
        }
      }
      #expect(
        hazard.possibleActs(for: person).contains(row.act) == row.roles.contains(role), "\(role)")
    }
    let own = HazardFixtures.situation(HazardFixtures.fixer)
    if row.refused == nil {
      #expect(throws: Never.self) { try hazard.decide(command, in: own) }
    }
  }

  struct When: Sendable {
    var act: HazardCommand.Kind
    var states: Set<Hazard.State>
  }

  @Test(arguments: [
    When(act: .assign, states: [.reported, .assigned, .rectifying, .submitted]),
    When(act: .accept, states: [.assigned]),
    When(act: .decline, states: [.assigned]),
    When(act: .transfer, states: [.assigned, .rectifying]),
    When(act: .requestExtension, states: [.assigned, .rectifying]),
    When(act: .extend, states: [.reported, .assigned, .rectifying]),
    When(act: .submit, states: [.assigned, .rectifying]),
    When(act: .verify, states: [.submitted]),
    When(act: .reject, states: [.submitted]),
    When(act: .close, states: [.verified]),
    When(act: .withdraw, states: [.reported, .assigned, .rectifying, .submitted, .verified]),
  ])
  func states(_ row: When) throws {
    let actor = HazardFixtures.fixer
    for state in Hazard.State.allCases {
      let hazard = try HazardFixtures.hazard(state)
      let chief =
        [.assign, .extend, .verify, .reject, .close, .withdraw].contains(row.act)
        ? HazardFixtures.supervisor : actor
      let result = Result {
        try hazard.decide(HazardFixtures.command(row.act), in: HazardFixtures.situation(chief))
      }
      switch state {
      case .closed, .withdrawn:
        #expect(throws: HazardError.ended(state), "\(state)") { try result.get() }
      case .reported, .assigned, .rectifying, .submitted, .verified:
        if row.states.contains(state) {
          #expect(throws: Never.self, "\(state)") { try result.get() }
        } else {
          #expect(throws: HazardError.notNow(row.act, state), "\(state)") { try result.get() }
        }
      }
    }
  }

  /// The acts of the table above, besides withdrawing, and refusing more time, which has its own test; what lies beside the way has a table of its own.
  @Test func theStatesTableNamesEveryAct() {
    #expect(HazardCommand.Kind.allCases.count { !$0.isBeside && $0 != .revoke } == 10 + 1)
  }

  struct Verifier: Sendable {
    var actor: Person
    var recorder: Person.ID?
    var isRefused: Bool
  }

  static let fixingSupervisor = Person(id: "fixer", name: "", roles: [.supervisor, .administrator])

  @Test(arguments: [
    Verifier(actor: fixingSupervisor, isRefused: true),
    Verifier(actor: HazardFixtures.supervisor, isRefused: false),
    Verifier(actor: HazardFixtures.supervisor, recorder: "fixer", isRefused: true),
    Verifier(actor: HazardFixtures.supervisor, recorder: "officeHead", isRefused: false),
    Verifier(actor: fixingSupervisor, recorder: "officeHead", isRefused: true),
  ])
  func whoFixedNeverVerifies(_ row: Verifier) throws {
    let hazard = try HazardFixtures.hazard(.submitted)
    let entered = row.recorder.map { Entered(by: $0, paper: HazardFixtures.today) }
    let situation = HazardFixtures.situation(row.actor, entered: entered)
    if row.isRefused {
      #expect(throws: HazardError.fixerMayNotVerify) { try hazard.decide(.verify(), in: situation) }
    } else {
      #expect(throws: Never.self) { try hazard.decide(.verify(), in: situation) }
    }
  }

  @Test func whoMendedItOnTheWalkDoesNotVerify() throws {
    let report = HazardFixtures.report(onSpot: "tightened")
    let hazard = try #require(
      Hazard(id: "2026-017", beginning: .reported(report), HazardFixtures.stamp("typist")))
    let finder = Person(id: "inspector", name: "", roles: [.inspector, .supervisor])
    let typist = Person(id: "typist", name: "", roles: [.supervisor])

    #expect(hazard.state == .submitted)
    for person in [finder, typist] {
      #expect(throws: HazardError.fixerMayNotVerify) {
        try hazard.decide(.verify(), in: HazardFixtures.situation(person))
      }
    }
    #expect(
      try hazard.decide(.verify(), in: HazardFixtures.situation(HazardFixtures.supervisor))
        == [.verified(note: nil), .closed])
  }

  struct OneKey: Sendable {
    var role: Role
    var category = HazardCategory.electrical
    var keepOpen = false
    var closes: Bool
  }

  @Test(arguments: [
    OneKey(role: .supervisor, closes: true),
    OneKey(role: .supervisor, keepOpen: true, closes: false),
    OneKey(role: .officeHead, closes: false),
    OneKey(role: .administrator, closes: false),
    OneKey(role: .supervisor, category: .fire, closes: false),
    OneKey(role: .fireSafetyManager, category: .fire, closes: true),
    OneKey(role: .fireResponsible, category: .fire, keepOpen: true, closes: false),
  ])
  func verifyingClosesForWhoMayClose(_ row: OneKey) throws {
    let hazard = try HazardFixtures.hazard(.submitted, HazardFixtures.report(row.category))
    let events = try hazard.decide(
      .verify(note: "tight", keepOpen: row.keepOpen),
      in: HazardFixtures.situation(HazardFixtures.person(row.role)))
    #expect(events == [.verified(note: "tight")] + (row.closes ? [.closed] : []))
  }
}
