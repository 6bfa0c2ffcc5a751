import Foundation
import TestSupport
import Testing

/// The driver on a real terminal: what is drawn, what is read, and what is left behind.
@Suite struct DriverTests {
  /// Starts the probe and waits for it to read keys.
  private func start(_ tmux: Tmux) async {
    #expect(await tmux.shell("stty -a > before"))
    tmux.type("\(Tmux.built("terminal-probe")) keys \(tmux.file("keys").path)", "Enter")
    #expect(await eventually { tmux.text("keys").hasPrefix("ready") })
    #expect(await eventually { tmux.pane("#{alternate_on}") == "1" })
  }

  /// Whether the terminal is as it was before the probe.
  private func isRestored(_ tmux: Tmux) async -> Bool {
    guard await eventually({ tmux.pane("#{alternate_on}") == "0" }) else { return false }
    guard await tmux.shell("stty -a > after") else { return false }
    return tmux.text("before") == tmux.text("after") && tmux.pane("#{cursor_flag}") == "1"
      && tmux.pane("#{mouse_any_flag}") == "0" && tmux.pane("#{keypad_flag}") == "0"
  }

  @Test func keysArrive() async throws {
    let tmux = try Tmux()
    defer { tmux.end() }
    await start(tmux)
    for key in ["j", "灭", "Escape", "Up", "F5", "C-p", "Enter", "BSpace", "PPage", "BTab", "C-Up"] {
      let seen = tmux.text("keys")
      tmux.type(key)
      #expect(await eventually { tmux.text("keys") != seen })
    }
    tmux.run("set-buffer", "一\nq 二")
    tmux.run("paste-buffer", "-p")
    #expect(await eventually { tmux.text("keys").contains("paste") })
    #expect(await eventually { tmux.pane("#{cursor_x},#{cursor_y}") == "12,4" })
    tmux.run("resize-window", "-x", "70", "-y", "20")
    #expect(await eventually { tmux.text("keys").contains("resize") })

    #expect(
      tmux.text("keys") == """
        ready
        character("j")
        character("灭")
        escape
        up
        function(5)
        control("p")
        enter
        backspace
        pageUp
        backTab
        up
        paste("一\\nq 二")
        resize(columns: 70, rows: 20)

        """)
  }

  /// Stopped by Ctrl-Z, and from outside.
  @Test(arguments: ["C-z", "TSTP"])
  func stopAndGoOn(_ how: String) async throws {
    let tmux = try Tmux()
    defer { tmux.end() }
    await start(tmux)
    tmux.type("M")
    #expect(await eventually { tmux.pane("#{mouse_any_flag}") == "1" })
    if how == "C-z" { tmux.type(how) } else { signal(how, tmux) }
    #expect(await isRestored(tmux))
    #expect(await eventually { how == "TSTP" || tmux.rows.contains("stopped") })
    // A Ctrl-C meanwhile is the shell's.
    signal("INT", tmux)
    tmux.type("fg", "Enter")
    #expect(await eventually { tmux.rows[safe: 4] == "备注 [灭火器" })
    #expect(await eventually { tmux.pane("#{mouse_any_flag}") == "1" })
    tmux.type("q")
    #expect(await isRestored(tmux))
  }

  /// Sends the probe a signal.
  private func signal(_ name: String, _ tmux: Tmux) {
    output(of: ["kill", "-\(name)", id(tmux)])
  }

  /// The process of the probe, as its number.
  private func id(_ tmux: Tmux) -> String {
    output(of: ["pgrep", "-P", tmux.pane("#{pane_pid}"), "terminal-probe"])
      .trimmingCharacters(in: .newlines)
  }

  @Test func aResizeWhileStoppedIsNoticed() async throws {
    let tmux = try Tmux()
    defer { tmux.end() }
    await start(tmux)
    tmux.type("C-z")
    #expect(await isRestored(tmux))
    tmux.run("resize-window", "-x", "60", "-y", "16")
    tmux.type("fg", "Enter")
    #expect(await eventually { tmux.text("keys").contains("resize(columns: 60, rows: 16)") })
    #expect(await eventually { tmux.rows[safe: 4] == "备注 [灭火器" })
  }

  struct Ending: Sendable {
    var keys: String
    var signal: String
    var code: String
    var says = ""
  }

  @Test(arguments: [
    Ending(keys: "q", signal: "", code: "0"),
    Ending(keys: "!", signal: "", code: "134", says: "probe: stopped unexpectedly"),
    Ending(keys: "M", signal: "TERM", code: "143"),
    Ending(keys: "M", signal: "HUP", code: "129"),
    Ending(keys: "M", signal: "SEGV", code: "139", says: "probe: stopped unexpectedly"),
  ])
  func everyEndLeavesTheTerminalClean(_ row: Ending) async throws {
    let tmux = try Tmux()
    defer { tmux.end() }
    await start(tmux)
    tmux.type(row.keys)
    if !row.signal.isEmpty {
      #expect(await eventually { tmux.text("keys").contains("M") })
      signal(row.signal, tmux)
    }
    #expect(await eventually { tmux.pane("#{alternate_on}") == "0" })
    #expect(await tmux.shell("echo $? > code"))
    #expect(await isRestored(tmux))
    #expect(
      await eventually { row.says.isEmpty || tmux.rows.contains { $0.hasPrefix(row.says) } })
    #expect(tmux.text("code") == row.code + "\n")
  }

  @Test func bracketedPasteIsTurnedOff() async throws {
    let tmux = try Tmux()
    defer { tmux.end() }
    // Or the shell would switch it as well, at each prompt.
    #expect(await tmux.shell("bind 'set enable-bracketed-paste off'"))
    tmux.run("pipe-pane", "cat > \(tmux.file("output").path)")
    await start(tmux)
    for (key, count) in [("C-z", 2), ("fg", 3), ("q", 4)] {
      if key == "fg" { tmux.type(key, "Enter") } else { tmux.type(key) }
      let marks = await eventually { switches(tmux).count >= count }
      #expect(marks, "\(key)")
    }
    #expect(switches(tmux) == ["h", "l", "h", "l"])
  }

  /// What was done to bracketed paste, in order: `h` on, `l` off.
  private func switches(_ tmux: Tmux) -> [String] {
    let output = (try? String(contentsOf: tmux.file("output"), encoding: .utf8)) ?? ""
    return output.components(separatedBy: "\u{1B}[?2004").dropFirst().map { String($0.prefix(1)) }
  }

  struct Setting: Sendable {
    var environment: String
    var row: String
  }

  /// The third row of the screen, drawn in a style with a hue, as tmux saw it.
  @Test(arguments: [
    Setting(environment: "LC_ALL=C.UTF-8", row: "\u{1B}[1m\u{1B}[38;5;160mready"),
    Setting(environment: "LC_ALL=C", row: "\u{1B}[1m\u{1B}[38;5;160mready"),
    Setting(environment: "NO_COLOR=1", row: "\u{1B}[1mready"),
    Setting(environment: "TERM=xterm", row: "\u{1B}[1m\u{1B}[31mready"),
    Setting(environment: "TERM=xterm-of-tomorrow", row: "\u{1B}[1m\u{1B}[38;5;160mready"),
    Setting(environment: "TERM=vt100", row: "\u{1B}[1mready"),
  ])
  func settings(_ row: Setting) async throws {
    let tmux = try Tmux()
    defer { tmux.end() }
    tmux.type(
      "NO_COLOR= \(row.environment) \(Tmux.built("terminal-probe")) keys \(tmux.file("keys").path)",
      "Enter")
    #expect(await eventually { tmux.rows[safe: 4] == "备注 [灭火器" })
    let styled = tmux.run("capture-pane", "-p", "-e").split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(styled[safe: 2]?.hasPrefix(row.row) == true, "\(styled[safe: 2].debugDescription)")
  }

  struct Refusal: Sendable {
    var command: String
    var says: String
  }

  @Test(arguments: [
    Refusal(command: "TERM=dumb PROBE", says: "Unknown terminal TERM=dumb"),
    Refusal(command: "TERM=nonesuch PROBE", says: "Unknown terminal TERM=nonesuch"),
    Refusal(command: "PROBE < /dev/null", says: "Standard input or output is not a terminal"),
    Refusal(command: "PROBE | cat", says: "Standard input or output is not a terminal"),
  ])
  func refusals(_ row: Refusal) async throws {
    let tmux = try Tmux()
    defer { tmux.end() }
    #expect(await tmux.shell("stty -a > before"))
    let command = row.command.replacingOccurrences(of: "PROBE", with: Tmux.built("terminal-probe"))
    #expect(await tmux.shell("clear; \(command); stty -a > after"))
    #expect(await eventually { tmux.rows.contains { $0.hasPrefix(row.says) } })
    #expect(tmux.text("before") == tmux.text("after"))
  }

  @Test func theEndOfTheTerminalEndsTheProgram() async throws {
    let tmux = try Tmux()
    defer { tmux.end() }
    await start(tmux)
    let id = id(tmux)
    #expect(!id.isEmpty)
    tmux.run("kill-pane")
    #expect(await eventually { !isRunning(id) })
  }

  private func isRunning(_ id: String) -> Bool {
    FileManager.default.fileExists(atPath: "/proc/\(id)/exe")
  }

  @Test func randomFramesComeOutAsDrawn() async throws {
    let tmux = try Tmux()
    defer { tmux.end() }
    tmux.type("\(Tmux.built("terminal-probe")) fuzz \(tmux.file("rows").path)", "Enter")
    var last = ""
    for frame in 0..<60 {
      #expect(await eventually { tmux.text("rows") != last && !tmux.text("rows").isEmpty })
      last = tmux.text("rows")
      let expected = expectation(last)
      // What stands there when it is given up: the probe may be gone when that is told.
      var seen: [String] = []
      let isThere = await eventually {
        seen = Array(tmux.rows.prefix(24))
        return seen == expected
      }
      try #require(isThere, "frame \(frame): \(seen), not \(expected)")
      tmux.type("Space")
    }
    #expect(await eventually { tmux.pane("#{cursor_x},#{cursor_y}") == "5,3" })
  }

  /// The rows of a frame as they stand on the screen: the last cell of the last row is never drawn.
  private func expectation(_ frame: String) -> [String] {
    var rows = frame.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map(String.init)
    rows[23].removeLast()
    return rows.map(Tmux.trimmed)
  }
}

extension Collection {
  /// The element at a place, or nil outside.
  subscript(safe index: Index) -> Element? { indices.contains(index) ? self[index] : nil }
}
