import Testing

/// A program killed by SIGKILL at any moment of a walk: 200 times, on four ledgers.
struct KilledWalkTests {
  @Test(arguments: [UInt64(3), 5, 7, 11])
  func nothingThatWasShownAsSavedIsLost(_ seed: UInt64) throws {
    var walk = try KilledWalk(seed: seed)
    for run in 1...50 { try walk.run("seed \(seed), run \(run)") }
    #expect(walk.signed >= 4, "too few rooms were signed to say anything")
  }
}
