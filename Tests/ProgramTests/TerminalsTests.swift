import Foundation
import TestSupport
import Testing

/// The whole program on the terminals of the field, by the bytes that pass.
struct TerminalsTests {
  private let office: Office

  init() throws { office = try Office() }

  private func open(
    _ settings: [String: String], columns: Int = 80, rows: Int = 24, _ more: [String] = []
  ) throws -> Pty {
    let environment = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": office.folder.path, "TERM": "xterm",
      "LANG": "C.UTF-8",
    ].merging(settings) { $1 }
    return try Pty(
      [
        Tmux.built("xunjian"), "--ledger", office.ledger, "--now", office.now, "--as", "zhang",
        "--language", "zh",
      ] + more, environment: environment, columns: columns, rows: rows)
  }

  private func shows(_ pty: Pty, _ words: String) async -> Bool {
    await eventually { pty.text.contains(words) }
  }

  /// A login's first opening begins with the tour; the second does not.
  @Test func tourIsShownOnce() async throws {
    let first = try open(["XUNJIAN_NO_TOUR": ""])
    #expect(await shows(first, "导览 1/6"))
    first.send("q")
    #expect(await leaves(first))
    let second = try open(["XUNJIAN_NO_TOUR": ""])
    #expect(await shows(second, "严禁录入涉密信息"))
    #expect(await leaves(second))
    #expect(!second.text.contains("导览 1/6"))
  }

  /// Leaves from wherever it is.
  private func leaves(_ pty: Pty) async -> Bool {
    pty.send("\u{3}")
    guard await shows(pty, "退出巡检") else { return false }
    pty.send("1")
    return await eventually { pty.ended() == 0 }
  }

  @Test(arguments: [
    "xterm", "putty", "linux", "screen", "tmux-256color", "vt220", "vt100", "xterm-of-tomorrow",
  ])
  func everyTerminal(_ name: String) async throws {
    let pty = try open(["TERM": name])
    #expect(await shows(pty, "今日"))
    let before = pty.text.count
    // The way PuTTY, the Linux console and xterm send F4.
    for key in ["\u{1B}[14~", "\u{1B}[12~", "\u{1B}[[D", "\u{1B}[[B", "\u{1B}OS"] { pty.send(key) }
    #expect(await eventually { pty.text.dropFirst(before).contains("未销号隐患") })
    #expect(await leaves(pty))
  }

  struct Plain: Sendable {
    var settings: [String: String]
    /// What is said before the first line of the program; nothing where lines were asked for.
    var says: String?
  }

  /// Where a terminal cannot show screens, the program speaks in lines without any escape sequence.
  @Test(arguments: [
    Plain(settings: ["TERM": "dumb"]), Plain(settings: ["XUNJIAN_PLAIN": "1"]),
    Plain(settings: ["TERM": "nonesuch"], says: "TERM=nonesuch"),
  ])
  func whatCannotShowScreens(_ row: Plain) async throws {
    let pty = try open(row.settings)
    #expect(await shows(pty, "\n> "))
    #expect(pty.text.contains("今日") || pty.text.contains("未销号隐患"))
    #expect(pty.text.contains("xunjian: ") == (row.says != nil))
    if let says = row.says { #expect(pty.text.contains(says)) }
    pty.send("q\n")
    #expect(await shows(pty, "退出巡检"))
    pty.send("1\n")
    #expect(await eventually { pty.ended() == 0 })
    #expect(!pty.text.contains("\u{1B}"))
    #expect(pty.settings == pty.settingsAtFirst)
  }

  /// Where the locale is another the screen is in UTF-8 all the same, and says so once.
  @Test(arguments: ["C", "POSIX", "zh_CN.GBK", "zh_CN.gb18030"])
  func otherLocales(_ locale: String) async throws {
    let pty = try open(["LANG": locale])
    #expect(await shows(pty, "今日"))
    #expect(await shows(pty, "系统语言环境不是 UTF-8"))
    #expect(await leaves(pty))
  }

  @Test(arguments: [(80, 24), (60, 16), (132, 43), (300, 100)])
  func everySize(_ columns: Int, _ rows: Int) async throws {
    let pty = try open([:], columns: columns, rows: rows)
    #expect(await shows(pty, "今日"))
    #expect(await leaves(pty))
  }

  /// A storm of sizes while a question is asked leaves the question there, and its keys.
  @Test func aStormWithinADialog() async throws {
    let pty = try open([:])
    #expect(await shows(pty, "今日"))
    pty.send("q")
    #expect(await shows(pty, "退出巡检"))
    let before = pty.text.count
    for step in 0..<100 { pty.resize(columns: 40 + step, rows: 10 + step % 40) }
    pty.resize(columns: 100, rows: 30)
    #expect(await eventually { pty.text.dropFirst(before).contains("退出巡检") })
    pty.send("1")
    #expect(await eventually { pty.ended() == 0 })
  }

  /// A form that is stopped, gone on with and resized keeps what was typed in its fields.
  @Test func aFieldOutlivesStopsAndSizes() async throws {
    let tmux = try Tmux()
    defer { tmux.end() }
    func shows(_ words: String) async -> Bool {
      await eventually { tmux.rows.contains { $0.contains(words) } }
    }
    tmux.type(
      "\(Tmux.built("xunjian")) --ledger \(office.ledger) --now \(office.now) --as li --language en",
      "Enter")
    #expect(await shows("F4"))
    tmux.type("F4", "n", "Tab")
    tmux.type("half a word")
    #expect(await shows("[half a word"))
    tmux.type("C-z")
    #expect(await shows("Stopped"))
    tmux.type("clear; fg", "Enter")
    #expect(await shows("[half a word"))
    for columns in [100, 50, 80] { tmux.run("resize-window", "-x", "\(columns)", "-y", "24") }
    tmux.type("!")
    #expect(await shows("[half a word!"))
  }

  /// A line that drops in the middle of a room loses nothing that was ticked.
  @Test(arguments: [SIGHUP, SIGTERM, SIGSEGV, SIGKILL])
  func aDroppedLineKeepsTheDraft(_ signal: Int32) async throws {
    let pty = try open([:])
    #expect(await shows(pty, "今日"))
    pty.send("\u{1B}OR")
    #expect(await shows(pty, "本间 0/"))
    pty.send("18\r50\r")
    #expect(await eventually { isFull(pty) })
    kill(pty.process, signal)
    #expect(await eventually { pty.ended() == 128 + signal })
    if signal != SIGKILL { #expect(pty.settings == pty.settingsAtFirst) }
    let again = try open([:])
    #expect(await shows(again, "今日"))
    again.send("\u{1B}OR")
    #expect(await shows(again, "本间 2/"))
  }

  /// Whether both readings of the room lie on disk.
  private func isFull(_ pty: Pty) -> Bool {
    pty.read()
    let drafts = try? office("draft list --json").json()
    return drafts?[0]["answered"].int == 2
  }

  /// Settings decide how a screen looks: what has no colour sends none, and `NO_COLOR` is obeyed.
  @Test(arguments: [
    ("dark", true), ("8-colour", true), ("high-contrast", false), ("mono", false),
  ])
  func themes(_ theme: String, _ isColoured: Bool) async throws {
    let pty = try open(["TERM": "xterm-256color"], ["--theme", theme])
    #expect(await shows(pty, "今日"))
    #expect(await eventually { pty.text.contains("演练") })
    #expect(await leaves(pty))
    // Back to the terminal's own (39) is no colour.
    let colour = /\x1B\[([0-9;]*;)?(3[0-7]|38;5;[0-9]+)m/
    #expect(pty.text.contains(colour) == isColoured)
  }

  /// What the settings file has wrong is said on the screen, which opens all the same.
  @Test func aBadSettingIsSaidOnTheScreen() async throws {
    let folder = office.folder.url.appendingPathComponent("settings/xunjian")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("theme: pink\nkeys:\n  hazards: F11\n".utf8)
      .write(to: folder.appendingPathComponent("config.yaml"))
    let pty = try open(["XDG_CONFIG_HOME": office.folder.path + "/settings"])
    #expect(await shows(pty, "F11 隐患"))
    #expect(await shows(pty, "第1行：theme"))
    let before = pty.text.count
    pty.send("\u{1B}[23~")
    #expect(await eventually { pty.text.dropFirst(before).contains("未销号隐患") })
    #expect(await leaves(pty))
  }
}
