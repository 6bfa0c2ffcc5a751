import Foundation
import TestSupport
import Testing

@testable import Terminal

/// What the field's terminals send, read by the real driver whatever TERM says they are.
@Suite struct FieldKeyTests {
  struct Pressed: Sendable {
    var bytes: String
    var keys: String
  }

  /// PuTTY, Xshell, SecureCRT, xterm, tmux, the Linux console: their number pads, F-keys and movers.
  static let table = [
    Pressed(
      bytes: "\u{1B}Op\u{1B}Oq\u{1B}Or\u{1B}Os\u{1B}Ot\u{1B}Ou\u{1B}Ov\u{1B}Ow\u{1B}Ox\u{1B}Oy",
      keys: "0 1 2 3 4 5 6 7 8 9"),
    Pressed(
      bytes: "\u{1B}On\u{1B}Ok\u{1B}Om\u{1B}Oj\u{1B}Oo\u{1B}Ol\u{1B}OM",
      keys: ". + - * / , enter"),
    Pressed(bytes: "\u{1B}OE\u{1B}[E\u{1B}[G", keys: "5 5 5"),
    Pressed(
      bytes: "\u{1B}[11~\u{1B}[12~\u{1B}[13~\u{1B}[14~\u{1B}[15~", keys: "F1 F2 F3 F4 F5"),
    Pressed(bytes: "\u{1B}[[A\u{1B}[[B\u{1B}[[C\u{1B}[[D\u{1B}[[E", keys: "F1 F2 F3 F4 F5"),
    Pressed(bytes: "\u{1B}OP\u{1B}OQ\u{1B}OR\u{1B}OS", keys: "F1 F2 F3 F4"),
    Pressed(
      bytes: "\u{1B}[17~\u{1B}[18~\u{1B}[19~\u{1B}[20~\u{1B}[21~\u{1B}[23~\u{1B}[24~",
      keys: "F6 F7 F8 F9 F10 F11 F12"),
    Pressed(
      bytes: "\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~\u{1B}[H\u{1B}[F\u{1B}OH\u{1B}OF",
      keys: "home end home end home end home end"),
    Pressed(
      bytes: "\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD",
      keys: "up down right left up down right left"),
    Pressed(
      bytes: "\u{1B}[2~\u{1B}[3~\u{1B}[5~\u{1B}[6~\u{1B}[Z",
      keys: "insert delete pageUp pageDown backTab"),
    // With Ctrl, Alt or Shift held they are the same keys, and leave nothing behind.
    Pressed(
      bytes: "\u{1B}[1;5A\u{1B}[1;3B\u{1B}[1;2H\u{1B}[1;5P\u{1B}[15;2~\u{1B}[3;5~\u{1B}O5Q",
      keys: "up down home F1 F5 delete F2"),
    // A serial console: Escape and a digit at once.
    Pressed(bytes: "\u{1B}1\u{1B}9\u{1B}0", keys: "F1 F9 F10"),
  ]

  /// What the probe writes for some keys.
  static func lines(_ keys: String) -> [String] {
    keys.split(separator: " ").map { key in
      if key.count == 1 { return "character(\"\(key)\")" }
      return key.hasPrefix("F") ? "function(\(key.dropFirst()))" : String(key)
    }
  }

  @Test(arguments: [
    "xterm", "xterm-256color", "putty", "linux", "screen", "tmux-256color", "vt220", "vt100",
    "ansi",
  ])
  func everyTerminal(_ name: String) async throws {
    let probe = try Probe("keys", term: name)
    #expect(await probe.hasLines { $0.first == "ready" })
    for row in Self.table {
      let before = probe.lines.count
      let wanted = Self.lines(row.keys)
      probe.pty.send(row.bytes)
      let came = await probe.hasLines { $0.count >= before + wanted.count }
      #expect(came)
      #expect(Array(probe.lines.dropFirst(before)) == wanted, "\(row.bytes.debugDescription)")
    }
    // Where it can be told to, the number pad sends digits by itself.
    #expect(probe.pty.text.contains("\u{1B}>\u{1B}[?2004h"))
    probe.pty.send("q")
    #expect(await eventually { probe.pty.ended() == 0 })
  }

  /// Over a slow line the bytes of one key come apart.
  @Test func aSlowLineIsGivenTime() {
    var decoder = KeyDecoder(gap: 300)
    #expect(decoder.feed(.byte(0x1B)) + decoder.feed(.byte(0x5B)) == [])
    #expect(decoder.patience == 300)
  }
}

/// The probe on a terminal of its own.
struct Probe {
  let pty: Pty
  private let file: URL

  /// - Parameter settings: What its environment holds besides TERM.
  init(_ what: String, term: String, _ settings: [String: String] = [:], columns: Int = 80) throws {
    file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let environment = ["TERM": term, "LC_ALL": "C.UTF-8"].merging(settings) { $1 }
    pty = try Pty(
      [Tmux.built("terminal-probe"), what, file.path], environment: environment, columns: columns)
  }

  /// What it has written to its file.
  var lines: [String] {
    pty.read()
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }

  /// Whether its lines become so.
  func hasLines(_ condition: ([String]) -> Bool) async -> Bool {
    await eventually { condition(lines) }
  }
}
