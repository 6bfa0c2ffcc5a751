import Foundation
import TestSupport
import Testing

/// Documents that leave the program from a screen: into the outbox, over what is there only when told so.
struct SavingScreenTests {
  private func open(_ office: Office, with more: [String: String] = [:]) throws -> Pty {
    let environment = [
      "PATH": "/usr/bin:/bin", "HOME": office.folder.path, "LANG": "zh_CN.UTF-8", "TERM": "vt100",
      "CUPS_SERVER": "/nonexistent",
    ]
    return try Pty(
      [Tmux.built("xunjian"), "--as", "zhang", "--now", office.now, "--ledger", office.ledger],
      environment: environment.merging(more) { $1 })
  }

  private func expect(_ text: String, on terminal: Pty) {
    #expect(terminal.shows { $0.contains(text) }, "\(text): \(terminal.screen.rows)")
  }

  /// Without a printer the outbox is offered; what is there is asked about; the format is offered again.
  @Test func theOutbox() throws {
    let office = try Office()
    let folder = office.folder.path + "/out/xunjian"
    let terminal = try open(office, with: ["XDG_DOCUMENTS_DIR": office.folder.path + "/out"])
    defer { terminal.kill() }
    expect("F2 今日", on: terminal)
    terminal.send("\u{1B}[17~")  // F6
    expect("安全检查情况汇总", on: terminal)
    terminal.send("p")
    expect("没有找到打印机", on: terminal)
    terminal.send("2")
    expect("哪种格式", on: terminal)
    terminal.send("5")
    expect("MD 标记文本", on: terminal)
    terminal.send("1")
    expect("已存好", on: terminal)
    terminal.send("x")
    #expect(terminal.shows { !$0.contains("已存好") })
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["xunjian-2026-11.md"])
    terminal.send("e")
    expect("MD 标记文本", on: terminal)
    terminal.send("1")
    expect("已有这个文件", on: terminal)
    terminal.send("1")
    expect("2026-11-2.md", on: terminal)
    expect("已存好", on: terminal)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names == ["xunjian-2026-11-2.md", "xunjian-2026-11.md"])
    let first = try String(contentsOfFile: folder + "/" + names[1], encoding: .utf8)
    #expect(first.contains("2026年11月安全检查情况汇总"))
  }

  /// What a command prints and a screen shows is the same document.
  @Test func theRegisterAndTheYearPlan() throws {
    let office = try Office()
    let report = "hazard report --place 305 --text 插座松动 --category electrical"
    #expect(try office(report, as: "zhang").status == 0)
    let terminal = try open(office, with: ["XDG_DOCUMENTS_DIR": office.folder.path])
    defer { terminal.kill() }
    func save(_ keys: String, showing title: String, as name: String) throws -> String {
      terminal.send(keys)
      expect(title, on: terminal)
      terminal.send("e25")
      expect("MD 标记文本", on: terminal)
      terminal.send("1")
      expect("已存好", on: terminal)
      terminal.send("x")
      #expect(terminal.shows { !$0.contains("已存好") })
      return try String(contentsOfFile: office.folder.path + "/xunjian/" + name, encoding: .utf8)
    }
    expect("F2 今日", on: terminal)
    terminal.send("\u{1B}OS")  // F4
    expect("插座松动", on: terminal)
    let open = try save("88", showing: "隐患台账（未销号）", as: "xunjian-register-2026-11-23.md")
    #expect(try open == office("report register --format md").output)
    terminal.send("\u{1B}")
    #expect(terminal.shows { !$0.contains("安全隐患排查治理台账") })
    let whole = try save("89", showing: "隐患台账 2026", as: "xunjian-register-2026.md")
    #expect(
      try whole == office("report register --wide --state all --format md").output)
    terminal.send("\u{1B}[15~")  // F5
    expect("2026年11月", on: terminal)
    terminal.send("y")
    expect("全年工作日", on: terminal)
    let plan = try save("6", showing: "年度检查计划表 2026", as: "xunjian-year-plan-2026.md")
    #expect(plan.contains("2026年度安全检查计划"))
  }

  /// The fonts used in place of those of official papers are named as by the command, once in a sitting.
  @Test func otherFontsAreNamedOnce() throws {
    let office = try Office()
    let file = office.folder.path + "/a.pdf"
    let told = try office("report month 2026-11 --format pdf --output \(file)").output
    guard told.contains("没有装公文字体") else { return }
    let terminal = try open(office, with: ["XDG_DOCUMENTS_DIR": office.folder.path + "/out"])
    defer { terminal.kill() }
    expect("F2 今日", on: terminal)
    terminal.send("\u{1B}[17~")  // F6
    expect("安全检查情况汇总", on: terminal)
    terminal.send("e1")
    expect("已存好", on: terminal)
    expect("没有装公文字体", on: terminal)
    terminal.send("x")
    #expect(terminal.shows { !$0.contains("已存好") })
    terminal.send("e11")
    expect("2026-11-2.pdf", on: terminal)
    #expect(!terminal.screen.contains("没有装公文字体"))
  }

  @Test func aFolderThatIsNotThereIsNotMade() throws {
    let office = try Office()
    let terminal = try open(office)
    defer { terminal.kill() }
    expect("F2 今日", on: terminal)
    terminal.send("\u{1B}[17~")  // F6
    expect("安全检查情况汇总", on: terminal)
    terminal.send("e3")
    expect("存到哪里", on: terminal)
    terminal.send("\u{15}~/nowhere/a.pdf\r1")
    expect("没有文件夹", on: terminal)
    #expect(!FileManager.default.fileExists(atPath: office.folder.path + "/nowhere"))
  }

  /// Without the library for paper the preview is in plain text, and says so.
  @Test func withoutTheLibraryThePreviewIsText() throws {
    let office = try Office()
    let broken = try Folder()
    _ = try broken.file("libpangocairo-1.0.so.0")
    let terminal = try open(office, with: ["LD_LIBRARY_PATH": broken.path])
    defer { terminal.kill() }
    expect("F2 今日", on: terminal)
    terminal.send("\u{1B}[17~")  // F6
    expect("预览改用文字", on: terminal)
    expect("2026年11月安全检查情况汇总", on: terminal)
  }
}
