import Foundation
import TestSupport
import Testing

/// A form with much typed in it when the line drops or the program is killed: opened again, it is as it was.
struct KilledFormTests {
  private let office: Office
  private static let words =
    String(repeating: "二楼东侧走廊的应急照明灯不亮，", count: 14) + "请电工检修"

  init() throws { office = try Office() }

  private func open() throws -> Pty {
    let terminal = try Pty(
      program: ["--as", "li", "--now", office.now, "--ledger", office.ledger], in: office.folder)
    expect("F2 今日", on: terminal)
    terminal.send("\u{1B}OS")  // F4
    expect("未销号隐患", on: terminal)
    terminal.send("n")
    expect("登记隐患", on: terminal)
    return terminal
  }

  private func expect(_ text: String, on terminal: Pty) {
    #expect(terminal.shows { $0.contains(text) }, "\(text): \(terminal.screen.rows)")
  }

  private var kept: [String] {
    let folder = office.folder.path + "/.local/state/xunjian/typed"
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .map { folder + "/" + $0 }
  }

  @Test(arguments: [SIGHUP, SIGKILL])
  func typedAndKilled(by signal: Int32) throws {
    #expect(Self.words.count > 200)
    let terminal = try open()
    terminal.send("档案室\t" + Self.words)
    expect("请电工检修", on: terminal)
    kill(terminal.process, signal)
    #expect(terminal.end() == 128 + signal)

    let file = try #require(kept.first)
    #expect(kept.count == 1)
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)

    let again = try open()
    expect("上次填到一半的内容找回来了", on: again)
    again.send("\t")
    expect("请电工检修", on: again)
    again.send("\r")
    expect("2026-001 已登记", on: again)
    #expect(kept.isEmpty)
    again.kill()
    let hazard = try office("hazard show 2026-001 --json").json()
    #expect(hazard["text"].string == Self.words)

    let third = try open()
    #expect(!third.screen.contains("找回来了"))
    third.kill()
  }

  /// The form of a change of duty, with names and a remark.
  @Test(arguments: [SIGHUP, SIGKILL])
  func dutyTypedAndKilled(by signal: Int32) throws {
    try #require(try office("duty propose 2027-new-year", as: "zhang").status == 0)
    func form() throws -> Pty {
      let terminal = try Pty(
        program: ["--as", "zhang", "--now", office.now, "--ledger", office.ledger],
        in: office.folder)
      expect("F2 今日", on: terminal)
      terminal.send(":值班表\r")
      expect("元旦值班表", on: terminal)
      terminal.send("\r1")
      expect("备注", on: terminal)
      return terminal
    }
    let terminal = try form()
    terminal.send("\t\t\t国旗降下后锁大门")
    expect("国旗降下后锁大门", on: terminal)
    kill(terminal.process, signal)
    #expect(terminal.end() == 128 + signal)
    #expect(kept.count == 1)

    let again = try form()
    expect("上次填到一半的内容找回来了", on: again)
    expect("国旗降下后锁大门", on: again)
    again.send("\r")
    #expect(again.shows { !$0.contains("Enter 确定") })
    again.kill()
    #expect(kept.isEmpty)
    let shown = try office("duty show 2027-new-year --json", as: "zhang").json()
    #expect(shown["rows"].list.first?["remark"].string == "国旗降下后锁大门")
  }

  /// The ledger is gone when the form is sent: the words stay in it and on disk until it is back.
  @Test func theLedgerWasMoved() throws {
    let terminal = try open()
    let away = office.ledger + ".away"
    terminal.send("档案室\t灭火器过期")
    expect("灭火器过期", on: terminal)
    #expect(rename(office.ledger, away) == 0)
    expect("台账库不在原处", on: terminal)
    terminal.send("\r")
    expect("台账库不在原处", on: terminal)
    expect("灭火器过期", on: terminal)
    terminal.kill()
    #expect(rename(away, office.ledger) == 0)
    let again = try open()
    expect("灭火器过期", on: again)
    again.send("\r")
    expect("2026-001 已登记", on: again)
    again.kill()
  }
}
