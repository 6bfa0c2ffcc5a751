import Foundation
import TestSupport
import Testing

/// What a frame writes to the terminal.
@Suite struct FrameTests {
  private func started(_ term: String = "xterm-256color") async throws -> Probe {
    let probe = try Probe("keys", term: term)
    #expect(await probe.hasLines { $0.first == "ready" })
    #expect(await eventually { probe.pty.text.contains("灭火器") })
    return probe
  }

  /// What comes of a size that changes many rows at once.
  private func redrawn(_ probe: Probe) async -> String {
    let before = probe.pty.text.utf8.count
    probe.pty.resize(columns: 70, rows: 20)
    #expect(await probe.hasLines { $0.contains("resize(columns: 70, rows: 20)") })
    #expect(
      await eventually { Self.rest(probe, from: before).components(separatedBy: "灭火器").count > 1 })
    return Self.rest(probe, from: before)
  }

  private static func rest(_ probe: Probe, from count: Int) -> String {
    String(decoding: probe.pty.read().dropFirst(count), as: UTF8.self)
  }

  /// A terminal is asked whether it can hold a frame back, never waited for, and believed.
  @Test(arguments: [("\u{1B}[?2026;2$y", true), ("\u{1B}[?2026;0$y", false), ("", false)])
  func framesAreHeldWhereTheTerminalCan(_ answer: String, _ isHeld: Bool) async throws {
    let probe = try await started()
    #expect(probe.pty.text.contains("\u{1B}[?2026$p"))
    probe.pty.send(answer + "x")
    #expect(await probe.hasLines { $0.last == "character(\"x\")" })
    let frame = await redrawn(probe)
    #expect(frame.contains("\u{1B}[?2026h") == isHeld)
    #expect(await eventually { probe.pty.text.contains("\u{1B}[?2026l") == isHeld })
    probe.pty.send("q")
    #expect(await eventually { probe.pty.ended() == 0 })
  }

  /// A key that changes one row writes about that row and holds nothing back.
  @Test func oneRowIsLittle() async throws {
    let probe = try await started()
    probe.pty.send("\u{1B}[?2026;2$yx")
    #expect(await probe.hasLines { $0.last == "character(\"x\")" })
    #expect(await eventually { probe.pty.text.contains("x") })
    let before = probe.pty.read().count
    probe.pty.send("y")
    #expect(await probe.hasLines { $0.last == "character(\"y\")" })
    #expect(await eventually { Self.rest(probe, from: before).contains("y") })
    let written = Self.rest(probe, from: before)
    #expect(written.utf8.count < 64, "\(written.debugDescription)")
    #expect(!written.contains("2026"))
  }

  /// A hundred changes of size at once end in one picture of the last size.
  @Test func aStormOfSizes() async throws {
    let probe = try await started()
    for step in 0..<100 {
      probe.pty.resize(columns: 40 + step * 2, rows: 10 + step % 30)
      if step % 10 == 0 { probe.pty.send("x") }
    }
    probe.pty.resize(columns: 300, rows: 100)
    #expect(await probe.hasLines { $0.contains("resize(columns: 300, rows: 100)") })
    #expect(probe.lines.filter { $0 == "character(\"x\")" }.count == 10)
    probe.pty.send("q")
    #expect(await eventually { probe.pty.ended() == 0 })
  }
}

/// However the program ends, the terminal is set as before and every mode is off again.
@Suite struct EndTests {
  struct Ending: Sendable {
    var keys = ""
    var signal: Int32 = 0
    var status: Int32
  }

  @Test(
    arguments: [
      Ending(keys: "q", status: 0), Ending(keys: "!", status: 134),
      Ending(signal: SIGTERM, status: 143), Ending(signal: SIGSEGV, status: 139),
      Ending(signal: SIGHUP, status: 129), Ending(signal: SIGINT, status: 130),
      Ending(signal: SIGBUS, status: 135), Ending(signal: SIGQUIT, status: 131),
    ], ["xterm-256color", "linux", "vt100"])
  func everyEnd(_ row: Ending, _ term: String) async throws {
    let probe = try Probe("keys", term: term)
    let before = probe.pty.settingsAtFirst
    #expect(await probe.hasLines { $0.first == "ready" })
    #expect(await eventually { probe.pty.text.contains("灭火器") })
    #expect(probe.pty.settings != before)
    if term.hasPrefix("xterm") { probe.pty.send("M") }
    probe.pty.send(row.keys)
    if row.signal != 0 {
      probe.pty.send("x")
      #expect(await probe.hasLines { $0.last == "character(\"x\")" })
      kill(probe.pty.process, row.signal)
    }
    #expect(await eventually { probe.pty.ended() == row.status })
    #expect(probe.pty.settings == before)
    let output = probe.pty.text
    for mode in ["?2004", "?1049", "?1006", "?1000", "?2026"] {
      let settings = output.components(separatedBy: "\u{1B}[" + mode).dropFirst()
      let last = settings.compactMap { $0.first(where: \.isLetter) }.last
      #expect(last != "h", "\(mode) after \(row) on \(term)")
    }
    let shown = output.range(of: "\u{1B}[?25h", options: .backwards)?.lowerBound
    let hidden = output.range(of: "\u{1B}[?25l", options: .backwards)?.lowerBound
    if let hidden { #expect(shown.map { $0 > hidden } == true) }
  }
}
