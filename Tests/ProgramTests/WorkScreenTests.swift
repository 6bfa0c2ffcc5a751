import Foundation
import TestSupport
import Testing

/// Long work of the program itself: started by name, watched, and stopped with nothing half done.
struct WorkScreenTests {
  private func open(_ office: Office, path: String? = nil) throws -> Pty {
    try Pty(
      [
        Tmux.built("xunjian"), "--as", "zhang", "--now", office.now, "--ledger", office.ledger,
      ],
      environment: [
        "PATH": path ?? "/usr/bin:/bin", "HOME": office.folder.path, "LANG": "zh_CN.UTF-8",
        "TERM": "vt100",
      ])
  }

  private func expect(_ text: String, on terminal: Pty) {
    #expect(terminal.shows { $0.contains(text) }, "\(text): \(terminal.screen.rows)")
  }

  /// Of a program that writes lines.
  private func expectLine(_ text: String, on terminal: Pty) {
    #expect(terminal.writes(text), "\(text): \(terminal.text)")
  }

  /// The keys come in one piece, so that the one that stops is there before the first step.
  @Test func theLedgerIsChecked() throws {
    let office = try Office()
    let terminal = try open(office)
    defer { terminal.kill() }
    expect("F2 今日", on: terminal)
    terminal.send(":核验\r\u{3}")
    expect("核验已停止，没有结果；台账没有变动", on: terminal)
    terminal.send(":核验\r")
    expect("核验台账：没有发现问题", on: terminal)
    expect("无签名", on: terminal)
    terminal.send("x")
    #expect(terminal.shows { !$0.contains("核验台账") })
  }

  @Test func aBackupIsMade() throws {
    let office = try Office()
    let folder = office.folder.path + "/backups"
    let terminal = try open(office)
    defer { terminal.kill() }
    expect("F2 今日", on: terminal)
    terminal.send(":备份\r\u{3}")
    expect("备份已停止，没有留下任何文件", on: terminal)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    terminal.send(":备份\r")
    expect("已备份并核对", on: terminal)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
  }

  /// Acts on many hazards are stopped before the next: what is left is told, stays marked, and can be gone on
  /// with.
  @Test func actsOnManyAreStopped() throws {
    let office = try Office()
    for number in 1...20 {
      let run = try office("hazard report --place 305 --text 灯\(number)", as: "zhang")
      try #require(run.status == 0, "\(run.trouble)")
    }
    let terminal = try open(office)
    defer { terminal.kill() }
    expect("F2 今日", on: terminal)
    terminal.send("\u{1B}OS4m")  // F4
    // The words of the panel, for those of the footer stand there before.
    expect("请抓", on: terminal)
    terminal.send("\r\r\u{3}")
    expect("已停止，没有轮到办", on: terminal)
    expect("已办 0 条，未办 20 条", on: terminal)
    terminal.send("x")
    expect("已选 20 条", on: terminal)
    terminal.send("m")
    expect("请抓", on: terminal)
    terminal.send("\r\r")
    expect("已办 20 条，未办 0 条", on: terminal)
  }

  /// One printer, whose `lp` never comes back.
  private func makeSilentPrinter(in folder: Folder) throws {
    let printers = "system default destination: office\nprinter office is idle.  enabled since"
    for (name, line) in [("lp", "exec sleep 1000"), ("lpstat", "echo '\(printers)'")] {
      let file = try folder.file(name, holding: "#!/bin/sh\n\(line)\n")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }
  }

  /// A printing system that does not answer holds nobody up.
  @Test func printingIsStopped() throws {
    let office = try Office()
    try makeSilentPrinter(in: office.folder)
    let terminal = try open(office, path: office.folder.path + ":/usr/bin:/bin")
    defer { terminal.kill() }
    expect("F2 今日", on: terminal)
    terminal.send("\u{1B}OS")  // F4
    terminal.send("\u{1B}[17~")  // F6
    expect("安全检查情况汇总", on: terminal)
    terminal.send("p")
    expect("打印机：office（默认，空闲）", on: terminal)
    terminal.send("1")
    expect("正在送往打印机", on: terminal)
    terminal.send("\u{3}")
    expect("已停止送打印", on: terminal)
  }

  /// Ctrl-C at a command says what holds, takes away what was begun, and ends as the signal does.
  @Test func makingADemonstrationIsStopped() throws {
    let folder = try Folder()
    let place = folder.path + "/office"
    let terminal = try Pty(program: ["demo", "--keep", place], in: folder)
    defer { terminal.kill() }
    expect("正在准备一年半的演练记录", on: terminal)
    terminal.send("\u{3}")
    expect("已停止，什么都没有留下", on: terminal)
    #expect(terminal.end() == 128 + SIGINT)
    #expect(!FileManager.default.fileExists(atPath: place))
  }

  /// In lines, a sentence that stays says that it goes on and how it is stopped; the dialogue goes on after.
  @Test func printingIsStoppedInLines() throws {
    let office = try Office()
    try makeSilentPrinter(in: office.folder)
    let terminal = try Pty(
      [
        Tmux.built("xunjian"), "--plain", "--as", "zhang", "--now", office.now, "--ledger",
        office.ledger,
      ],
      environment: [
        "PATH": office.folder.path + ":/usr/bin:/bin", "HOME": office.folder.path,
        "LANG": "zh_CN.UTF-8", "TERM": "xterm",
      ], columns: 200)
    defer { terminal.kill() }
    expectLine("一问一答", on: terminal)
    terminal.send("f6\n")
    expectLine("p 打印", on: terminal)
    terminal.send("p\n")
    expectLine("双面打印：否", on: terminal)
    terminal.send("1\n")
    expectLine("正在送往打印机……（Ctrl-C 停止）", on: terminal)
    terminal.send("\u{3}")
    expectLine("已停止送打印", on: terminal)
    #expect(!terminal.text.contains("\u{1B}"))
    terminal.forget()
    terminal.send("f4\n")
    expectLine("未销号隐患", on: terminal)
    #expect(!terminal.text.contains("\u{1B}"))
  }

  /// A command that speaks in lines adds them, and writes nothing that moves a cursor.
  @Test func aCommandToldInLines() throws {
    let folder = try Folder()
    let place = folder.path + "/office"
    let terminal = try Pty(
      program: ["demo", "--plain", "--language", "en", "--keep", place], in: folder)
    defer { terminal.kill() }
    expectLine(
      "Preparing a year and a half of practice records ... (Ctrl-C stops it)", on: terminal)
    terminal.send("\u{3}")
    expectLine("Stopped: nothing is left of it", on: terminal)
    #expect(!terminal.text.contains("\u{1B}"))
    #expect(!FileManager.default.fileExists(atPath: place))
  }

  /// What is taken in is told on standard error, so that standard output stays what scripts read.
  @Test func importingIsToldInLines() throws {
    let office = try Office()
    let run = try office("alert import \(AlertImportTests.samples) --plain", as: "li")
    #expect(run.trouble.hasPrefix("正在导入报文……（Ctrl-C 停止）\n"), "\(run.trouble)")
    #expect(!run.output.contains("正在导入"))
    #expect(run.output.contains("登记 "))
    let silent = try office("alert import \(AlertImportTests.samples)", as: "li")
    #expect(!silent.trouble.contains("正在导入"))
  }
}
