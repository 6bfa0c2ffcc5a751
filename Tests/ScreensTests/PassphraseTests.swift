import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// The PIN is asked for where something is signed or decided, and nowhere else.
struct PassphraseTests {
  struct Case: Sendable {
    var keys: String
    /// Whether the room is signed after them.
    var isSigned = false
    var says = ""
  }

  @Test(arguments: [
    Case(keys: "204816⏎", isSigned: true), Case(keys: "２０４８１６⏎", isSigned: true),
    Case(keys: "20密4816⏎", isSigned: true), Case(keys: "2047⌫816⏎", isSigned: true),
    Case(keys: "204817⏎", says: "The PIN or passphrase is wrong"),
    Case(keys: "204817⏎204816⏎", isSigned: true), Case(keys: "⏎", says: "Enter signs"),
    Case(keys: "20481密", says: "The input method is on"),
    Case(keys: "204816⎋", says: "not signed, nothing was written"),
    Case(keys: "⎋⏎204816⏎", isSigned: true),
  ])
  func typing(_ row: Case) throws {
    var desk = try Desk(.latin)
    try desk.signUnderPIN()
    try desk.type(row.keys)

    #expect(desk.fold.inspections.isEmpty != row.isSigned)
    #expect(row.says.isEmpty || desk.view.contains(row.says), "\(desk.view)")
    #expect(!desk.view.contains("2048"))
  }

  /// Ticks, findings, undo and a discarded draft need no key.
  @Test func neverInTheMiddleOfARoom() throws {
    var desk = try Desk(.latin)
    desk.passphrase = Passphrase("204816")
    try desk.open("monthly", .office)
    try desk.type("121⏎3⏎u22⏎9⎋D1")

    #expect(desk.app.overlay == nil)
    #expect(desk.saves.count > 4)
  }

  /// What was typed on Esc goes nowhere: the draft stays, and another Enter asks again.
  @Test func askedAgain() throws {
    var desk = try Desk(.latin)
    try desk.signUnderPIN()
    let drafts = desk.drafts
    try desk.type("204⎋")

    #expect(desk.drafts == drafts && desk.app.overlay == nil)
    try desk.type("⏎")
    #expect(desk.app.overlay is PassphrasePanel)
  }

  /// A decision on a hazard waits for it too, and is done once the key is open.
  @Test func aDecision() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    desk.passphrase = Passphrase("204816")
    try desk.openHazards()
    try desk.select("2026-003")
    let before = desk.effects.count
    try desk.type("v")
    try #require(desk.app.overlay is PassphrasePanel, "\(desk.view)")
    try desk.type("204816⏎")

    let done = desk.effects.dropFirst(before).contains { effect in
      if case .perform(.hazard(_, .verify)) = effect { true } else { false }
    }
    #expect(done && desk.app.overlay == nil)
    #expect(desk.fold.hazards["2026-003"]?.state == .closed)
  }

  @Test(arguments: [(nil, "remembered for 15 minutes"), (40, "for 40 minutes"), (0, "each time")])
  func howLong(_ minutes: Int?, _ says: String) throws {
    var desk = try Desk(.latin)
    desk.app.context.bureau.organization.pinMinutes = minutes
    try desk.carryOut(desk.app.update(.locked(.perform(.liftAlert("t1")))))

    #expect(desk.view.contains(says), "\(desk.view)")
  }
}
