import Foundation
import TestSupport
import Testing

/// Colours, language and the commands chosen lately hold in the next sitting of a login.
struct RememberedTests {
  private func sitting(_ office: Office, _ body: (Pty) -> Void) throws {
    let terminal = try Pty(
      program: ["--as", "zhang", "--now", office.now, "--ledger", office.ledger],
      in: office.folder)
    defer { terminal.kill() }
    #expect(terminal.shows { $0.contains("[F2") }, "\(terminal.screen.rows)")
    body(terminal)
    terminal.send("qy")
    #expect(terminal.end() == 0)
  }

  @Test func nextSitting() throws {
    let office = try Office()
    let file = office.folder.path + "/.local/state/xunjian/chosen.json"
    try sitting(office) { terminal in
      // Nothing was chosen: nothing is kept.
      #expect(!FileManager.default.fileExists(atPath: file))
      terminal.send("T")
      #expect(terminal.shows { $0.contains("配色：") })
      terminal.send(":鼠标\r")
      #expect(terminal.shows { $0.contains("鼠标已开") })
      terminal.send("L")
      #expect(terminal.shows { $0.contains("[F2 Today]") })
    }
    let kept = try JSON(
      value: JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: file))))
    #expect(kept["theme"].string == "dark" && kept["language"].string == "en")
    #expect(kept["recent"].strings == ["mouse"])
    let mode =
      try FileManager.default.attributesOfItem(
        atPath: office.folder.path + "/.local/state/xunjian")[.posixPermissions] as? Int
    #expect(mode == 0o700)

    try sitting(office) { terminal in
      #expect(terminal.screen.contains("[F2 Today]"))
      terminal.send(":")
      #expect(terminal.shows { $0.contains("> mouse on or off") }, "\(terminal.screen.rows)")
      terminal.send("\u{1B}")
      #expect(terminal.shows { !$0.contains("mouse on or off") })
    }
  }

  /// Where nothing can be kept the sitting goes on, and nothing is said.
  @Test func nowhereToKeepIt() throws {
    let office = try Office()
    _ = try office.folder.file(".local", holding: "no folder")
    try sitting(office) { terminal in
      terminal.send("T")
      #expect(terminal.shows { $0.contains("配色：") })
    }
  }
}
