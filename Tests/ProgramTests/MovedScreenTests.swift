import Foundation
import TestSupport
import Testing

/// The ledger is moved from under a program that shows a room: said before another key is typed in vain, and gone
/// on with once it is back.
struct MovedScreenTests {
  @Test func whileARoomIsOpen() throws {
    let office = try Office()
    let terminal = try Pty(
      program: [
        "inspect", "301", "--round", "monthly/2026-11", "--as", "zhang", "--now", office.now,
        "--ledger", office.ledger,
      ], in: office.folder)
    defer { terminal.kill() }
    func expect(_ text: String) {
      #expect(terminal.shows { $0.contains(text) }, "\(text): \(terminal.screen.rows)")
    }
    for count in 0..<3 {
      expect("本间 \(count)/14")
      if count < 2 { terminal.send("1") }
    }
    let away = office.ledger + ".away"
    #expect(rename(office.ledger, away) == 0)
    expect("台账库不在原处，没有写入；请放回原处")

    // The log stayed behind, and yet the file alone has both answers.
    let alone = try Folder()
    let copy = alone.path + "/ledger.sqlite"
    try FileManager.default.copyItem(atPath: away, toPath: copy)
    let draft = try xunjian("draft", "list", "--json", ledger: copy, now: office.now).json()[0]
    #expect(draft["answered"].int == 2, "\(draft)")
    #expect(try xunjian("verify", ledger: copy).status == 0)

    terminal.send("1")
    expect("!! 未保存：台账库不在原处")
    #expect(rename(away, office.ledger) == 0)
    terminal.send("1")
    expect("本间 4/14")
    #expect(terminal.shows { !$0.contains("未保存") })
    terminal.kill()
    let drafts = try xunjian("draft", "list", "--json", ledger: office.ledger, now: office.now)
    #expect(try drafts.json()[0]["answered"].int == 4)
    #expect(try office("verify").status == 0)
    // Where nothing lies at the path any more a command says so plainly.
    #expect(rename(office.ledger, away) == 0)
    let gone = try office("today")
    #expect(gone.status == 66 && gone.trouble.contains("没有台账库"))
  }
}
