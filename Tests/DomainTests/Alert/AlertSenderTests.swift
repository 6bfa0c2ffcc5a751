import Almanac
import Domain
import Testing

/// Two senders may give their messages one identifier: CAP 1.2 names a message by its sender too.
struct AlertSenderTests {
  private let first = message("A1", sent: at(22, 8), from: "s1")
  private let second = message("A1", .alert, .red, sent: at(22, 9), from: "s2")

  @Test func eachSenderHasItsOwnAlert() throws {
    var world = try AlertWorld()
    try world.take(first, second)
    #expect(world.alerts(at: at(22, 10)) == ["A1 blue", "A1@s2 red"])
    #expect(world.fold.bureau.messages.map(\.identifier) == ["A1", "A1"])
    #expect(world.rounds(at: at(22, 10)).map { $0.prefix(12) }.contains("alert-A1@s2 "))
    // What came once does nothing twice.
    #expect(try world.perform(.receiveAlert(second), at: at(22, 10)) == [])

    try world.take(message("C1", .cancel, of: ["A1"], nil, sent: at(22, 11), from: "s2"))
    #expect(world.alerts(at: at(22, 12)) == ["A1 blue", "A1@s2 red x"])
    try world.take(message("A2", .update, of: ["A1"], .orange, sent: at(22, 12), from: "s1"))
    #expect(world.alerts(at: at(22, 13)) == ["A1 orange", "A1@s2 red x"])
  }

  @Test func aReferenceToAnotherSenderWaits() throws {
    var world = try AlertWorld()
    try world.take(
      first, message("U9", .update, of: ["A1"], .red, sent: at(22, 9), from: "s2"),
      message("C9", .cancel, of: ["A1"], nil, sent: at(22, 10), from: "s3"))
    #expect(world.alerts(at: at(22, 11)) == ["A1 blue"])
    #expect(world.states(at: at(22, 11)) == ["A1 inForce", "U9 waiting", "C9 waiting"])
    try world.take(second, at: at(22, 11))
    #expect(world.alerts(at: at(22, 12)) == ["A1 blue", "A1@s2 red"])
  }

  /// A message may name another sender's: the province's office takes back what the city's sent.
  @Test func aReferenceNamesItsSender() throws {
    var world = try AlertWorld()
    var cancel = message("C1", .cancel, nil, sent: at(22, 10), hasInfo: false, from: "province")
    cancel.references = [.init(sender: "s2", identifier: "A1")]
    try world.take(first, second, cancel)
    #expect(world.alerts(at: at(22, 11)) == ["A1 blue", "A1@s2 red x"])
  }

  /// As written before senders were kept: a reference without a sender means the name in the ledger.
  @Test func whatWasWrittenBeforeFoldsAsItDid() throws {
    var world = try AlertWorld()
    let old = [
      AlertMessage(
        id: "A1", sender: "s1", kind: .typhoon, colour: .blue, issued: at(22, 8),
        recorded: Day(2026, 9, 22)),
      AlertMessage(
        id: "U1", sender: "s2", purpose: .update, references: ["A1"], kind: .typhoon, colour: .red,
        issued: at(22, 9), recorded: Day(2026, 9, 22)),
    ]
    world.write(old)
    #expect(world.alerts(at: at(22, 10)) == ["A1 red"])
    // A cancellation of now finds the old message by its sender and identifier.
    try world.take(message("C1", .cancel, of: ["U1"], nil, sent: at(22, 11), from: "s2"))
    #expect(world.alerts(at: at(22, 12)) == ["A1 red x"])
  }

  @Test func anIdentifierThatWasTakenTwice() throws {
    var world = try AlertWorld()
    try world.take(
      first, message("A1@s2", sent: at(22, 8), from: "s3"), second)
    #expect(
      world.alerts(at: at(22, 10)) == ["A1 blue", "A1@s2 blue", "A1@s2-2 red"])
  }
}
