import Almanac
import Domain
import Testing

/// Photographs of findings are attached to their hazards by the signature.
struct WalkPhotographsTests {
  private func photograph(_ digit: Character, taken: Day? = nil) throws -> Photograph {
    Photograph(
      role: .before,
      checksum: try #require(Checksum(rawValue: String(repeating: digit, count: 64))),
      name: "\(digit).jpg", size: 9, kind: .jpeg, taken: taken)
  }

  /// Each once, on the hazard that its item opens; a day ahead of the walk is the camera's mistake.
  @Test func theyGoToTheHazardOfTheirItem() throws {
    var world = try CommandTests.World()
    let photographs = try [
      photograph("1"), photograph("2", taken: Day(2027, 1, 1)), photograph("1"),
    ]
    var walk = world.walk(
      WalkFixtures.clean.merging([WalkFixtures.socket: .fail(Finding(text: "loose"))]) { $1 })
    walk.photographs = [WalkFixtures.socket: photographs]
    let types = try world.perform(.sign(walk), by: "wang")
    #expect(
      types == [
        "inspection.signed", "hazard.reported", "hazard.photographed", "hazard.photographed",
      ])
    let attached = try #require(world.fold.hazards["2026-001"]?.photographs)
    #expect(attached.map(\.photograph.name) == ["1.jpg", "2.jpg"])
    #expect(attached.allSatisfy { $0.photograph.taken == nil && $0.attached.person == "wang" })
  }

  /// A hazard that is met again gets what it does not have yet.
  @Test func oneThatIsJoinedGetsOnlyNewOnes() throws {
    var world = try CommandTests.World()
    try world.perform(
      .report(
        HazardReport(place: "301", text: "loose", category: .electrical),
        photographs: [photograph("1")]), by: "wang")
    let finding = Finding(text: "loose", handling: .joins("2026-001"))
    var walk = world.walk(
      WalkFixtures.clean.merging([WalkFixtures.socket: .fail(finding)]) { $1 })
    walk.photographs = [WalkFixtures.socket: [try photograph("1"), try photograph("3")]]
    let types = try world.perform(.sign(walk), by: "wang")
    #expect(types == ["inspection.signed", "hazard.sighted", "hazard.photographed"])
    #expect(
      world.fold.hazards["2026-001"]?.photographs.map(\.photograph.name) == ["1.jpg", "3.jpg"])
  }

  /// What is photographed at an item without a finding goes nowhere.
  @Test func aPassHasNone() throws {
    var world = try CommandTests.World()
    var walk = world.walk()
    walk.photographs = [WalkFixtures.socket: [try photograph("1")]]
    #expect(try world.perform(.sign(walk), by: "wang") == ["inspection.signed"])
  }

  @Test func namesGoOnTheFinding() {
    let answer = Answer.reading("31", Finding(text: "warm"))
    #expect(answer.photographed(["a.jpg"]).finding?.photos == ["a.jpg"])
    #expect(Answer.pass.photographed(["a.jpg"]) == .pass)
  }
}
