import Almanac
import Domain
import Testing

/// A hazard that was handed in goes to another, for the one who mended it leaves.
struct HandoverTests {
  static let heir = Person(id: "heir", name: "Heir", roles: [.rectifier, .officeHead])

  private func handedOver() throws -> Hazard {
    var hazard = try HazardFixtures.hazard(.submitted)
    let command = HazardCommand.assign(
      to: Self.heir.id, deadline: HazardFixtures.deadline, reason: "left")
    let events = try hazard.decide(
      command, in: HazardFixtures.situation(HazardFixtures.supervisor))
    #expect(
      events == [.assigned(to: "heir", deadline: HazardFixtures.deadline, reason: "left")])
    for event in events { hazard.apply(event, HazardFixtures.stamp()) }
    return hazard
  }

  @Test func anotherAnswersForItAndItStaysHandedIn() throws {
    let before = try HazardFixtures.hazard(.submitted)
    let hazard = try handedOver()
    #expect(hazard.state == .submitted && hazard.person == "heir")
    #expect(hazard.rectified == before.rectified && hazard.rectified?.person == "fixer")
    #expect(hazard.deadlines == before.deadlines && hazard.measures == before.measures)
  }

  struct Verifier: Sendable {
    var person: Person
    var refused: HazardError?
  }

  /// Neither who mended it nor who answers for it now.
  @Test(arguments: [
    Verifier(
      person: Person(id: "fixer", name: "", roles: [.supervisor]), refused: .fixerMayNotVerify),
    Verifier(person: heir, refused: .fixerMayNotVerify),
    Verifier(person: HazardFixtures.supervisor),
    Verifier(person: HazardFixtures.person(.officeHead)),
  ])
  func verifying(_ row: Verifier) throws {
    let hazard = try handedOver()
    let verified = Result {
      try hazard.decide(.verify(), in: HazardFixtures.situation(row.person))
    }
    if let refused = row.refused {
      #expect(throws: refused) { try verified.get() }
    } else {
      #expect(try verified.get().first == .verified(note: nil))
    }
  }

  /// Sent back, it is the heir's to mend, and no longer that of the one who left.
  @Test func sentBack() throws {
    var hazard = try handedOver()
    hazard.apply(
      .rejected(reason: "loose", deadline: HazardFixtures.later), HazardFixtures.stamp())
    #expect(hazard.state == .rectifying && hazard.person == "heir")
    #expect(throws: Never.self) {
      try hazard.decide(.submit(measures: "m"), in: HazardFixtures.situation(Self.heir))
    }
    #expect(throws: HazardError.notAssignee("heir")) {
      try hazard.decide(.submit(measures: "m"), in: HazardFixtures.situation(HazardFixtures.fixer))
    }
  }

  @Test func takenBack() throws {
    var hazard = try HazardFixtures.hazard(.submitted)
    var stamp = HazardFixtures.stamp()
    stamp.act = "a-9"
    hazard.apply(.assigned(to: "heir", deadline: HazardFixtures.deadline), stamp)
    hazard.apply(.revoked(act: "a-9"), HazardFixtures.stamp())
    #expect(hazard.state == .submitted && hazard.person == "fixer")
  }

  /// A later deadline is an extension, here too.
  @Test func theDeadlineStays() throws {
    let hazard = try HazardFixtures.hazard(.submitted)
    let later = HazardCommand.assign(to: "heir", deadline: HazardFixtures.later)
    #expect(throws: NotPermitted(.extend)) {
      try hazard.decide(
        later, in: HazardFixtures.situation(HazardFixtures.person(.officeHead)))
    }
  }

  /// Mended on the spot it is nobody's: the section head's signature is all it waits for.
  @Test func mendedOnTheSpot() throws {
    let hazard = try #require(
      Hazard(
        id: "2026-017", beginning: .reported(HazardFixtures.report(onSpot: "tightened")),
        HazardFixtures.stamp("inspector")))
    let situation = HazardFixtures.situation(HazardFixtures.supervisor)
    #expect(throws: HazardError.notNow(.assign, .submitted)) {
      try hazard.decide(HazardFixtures.command(.assign), in: situation)
    }
    #expect(!hazard.possibleActs(for: HazardFixtures.supervisor).contains(.assign))
  }
}
