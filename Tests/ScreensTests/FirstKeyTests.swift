import Canvas
import Domain
import Testing

@testable import Screens

/// A key is offered at the first signature and never stands in the way; the administrator ties it by number.
struct FirstKeyTests {
  struct Case: Sendable {
    var keys: String
    var needsPIN = false
    var isSigned = true
    /// The passphrase of the key made, empty for none; nil where no key is made.
    var passphrase: String?
    var says = ""
  }

  @Test(arguments: [
    Case(keys: "1 ", passphrase: ""), Case(keys: "⏎⏎", passphrase: ""),
    Case(keys: "3"), Case(keys: "⎋"), Case(keys: "2⎋⎋"),
    Case(keys: "2204816⏎204816⏎ ", passphrase: "204816"),
    Case(keys: "2２０４８１６⏎204816⏎⎋", passphrase: "204816"),
    Case(keys: "2204816⏎204817⏎", isSigned: false, says: "The two differ"),
    Case(keys: "2204816⏎1⏎204816⏎204816⏎⏎", passphrase: "204816"),
    Case(keys: "2123456⏎", isSigned: false, says: "too easily guessed"),
    Case(keys: "2密", isSigned: false, says: "The input method is on"),
    Case(keys: "9x", isSigned: false, says: "has no key yet"),
    Case(keys: "1204816⏎204816⏎ ", needsPIN: true, passphrase: "204816"),
    Case(keys: "2", needsPIN: true),
  ])
  func offering(_ row: Case) throws {
    var desk = try Desk(.latin)
    try desk.signWithoutKey(row.keys, needsPIN: row.needsPIN)
    #expect(desk.fold.inspections.isEmpty != row.isSigned)
    let made = desk.effects.compactMap { effect -> String? in
      if case .makeKey(let passphrase, _) = effect { passphrase?.text ?? "" } else { nil }
    }
    #expect(made == [row.passphrase].compactMap(\.self))
    #expect(row.says.isEmpty || desk.view.contains(row.says), "\(desk.view)")
    #expect(!desk.view.contains("2048"))
  }

  /// Ticking asks for nothing, and who has said no is not asked again.
  @Test func onlyOnce() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    desk.keyOffer = KeyOffer(folder: "/keys", needsPIN: false)
    try desk.openHazards()
    try desk.select("2026-003")
    try desk.type("v")
    #expect(desk.app.overlay is FirstKeyPanel)
    try desk.type("⎋")
    #expect(desk.fold.hazards["2026-003"]?.state == .closed)
    try desk.type("u")
    #expect(desk.app.overlay == nil && desk.fold.hazards["2026-003"]?.state == .submitted)
  }

  @Test func theAdministratorTies() throws {
    var desk = try Desk(.latin)
    try desk.openKeys("12")
    #expect(desk.fold.keys["xu"]?.inForce == nil)
    try desk.type("⏎⏎")
    #expect(try desk.fold.keys["xu"]?.inForce == Office.key)
    #expect(desk.view.contains("No key waits"))
  }

  /// To replace a key wants a reason.
  @Test func replacing() throws {
    var desk = try Desk(.latin)
    try desk.openKeys("11")
    let other = try #require(PublicKey((2...33).map { UInt8($0) }))
    try desk.record(.key(.offer(other)), by: .head)
    try desk.type("11⏎")
    #expect(try desk.fold.keys["xu"]?.inForce == Office.key)
    #expect(desk.view.contains("Say why the key in use is replaced"))
    try desk.type("old one broke⏎")
    #expect(desk.fold.keys["xu"]?.inForce == other)
  }

  @Test func onlyAdministratorsAreTold() throws {
    for (chair, isTold) in [(Office.Chair.inspector, true), (.supervisor, false)] {
      var desk = try Desk(.latin, chair)
      try desk.offerKey()
      try desk.press([.end])
      #expect(desk.view.contains("Keys that wait to be tied: 1") == isTold)
      #expect(desk.app.screen.actions(desk.app.context).contains(.keys) == isTold)
    }
  }
}
