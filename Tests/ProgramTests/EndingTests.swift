import TestSupport
import Testing

/// How the program ends.
struct EndingTests {
  /// Once the screen is left, Ctrl-C is the terminal's again: one that comes too late cuts nothing short.
  @Test func anInterruptAtTheEndIsPassedOver() throws {
    let office = try Office()
    for _ in 1...5 {
      let terminal = try Pty(
        program: ["--as", "zhang", "--now", office.now, "--ledger", office.ledger],
        in: office.folder)
      defer { terminal.kill() }
      #expect(terminal.shows { $0.contains("[F2") }, "\(terminal.screen.rows)")
      terminal.forget()
      terminal.send("qy")
      let end = ContinuousClock.now + .seconds(60)
      while terminal.settings != terminal.settingsAtFirst, ContinuousClock.now < end {}
      terminal.send("\u{3}")
      #expect(terminal.end() == 0)
    }
  }
}
