import Canvas
import Foundation

/// The program itself under the hands of a ``Monkey``, sitting after sitting, on a ledger that is kept.
///
/// It works in a folder of its own, without a printer and without a desktop.
public struct MonkeySittings {
  /// Who sits there, one after the other.
  private let persons: [String]
  private let ledger: String
  private var hours: LaterHours
  private let folder: String
  private var monkey: Monkey
  /// The most bytes of memory that the program had at the end of a sitting.
  public private(set) var most = 0
  /// How often it was opened.
  public var count: Int { hours.count }
  /// What went wrong: how it ended, or that it did not.
  public private(set) var troubles: [String] = []

  /// - Parameters:
  ///   - folder: An empty one, for what the program saves.
  ///   - now: The day, as `2026-11-23`; sittings begin from eleven o'clock on.
  public init(
    _ persons: [String], ledger: String, now: String, in folder: String, seed: UInt64
  ) {
    (self.persons, self.ledger, self.folder) = (persons, ledger, folder)
    hours = LaterHours(of: now)
    monkey = Monkey(seed: seed)
  }

  /// Does some things, in sittings of at most a thousand.
  public mutating func run(_ events: Int) throws {
    var left = events
    while left > 0, troubles.isEmpty { left -= try sit(for: min(left, 1_000)) }
  }

  /// Opens the program, does some things, and leaves; how many were done.
  private mutating func sit(for events: Int) throws -> Int {
    let person = persons[count % persons.count]
    let begins = hours.next()
    let pty = try Pty(
      [
        "/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder, Tmux.built("xunjian"), "--ledger",
        ledger, "--as", person, "--now", begins, "--language", count % 2 == 0 ? "en" : "zh",
      ],
      environment: [
        "PATH": folder, "HOME": folder, "LANG": "C.UTF-8", "TERM": "xterm-256color",
        "ESCDELAY": "5",
      ])
    // Until the screen is up the terminal is the shell's, and Ctrl-C ends whatever begins there.
    let end = ContinuousClock.now + .seconds(30)
    while !pty.text.contains("\u{1B}[?2004h"), ContinuousClock.now < end, pty.ended() == nil {
      pty.rest(for: .milliseconds(10))
    }
    for event in 1...events {
      let key = monkey.next()
      let worked = workedSeconds(of: "\(pty.process)")
      if !give(key, to: pty) {
        if pty.ended() == nil {
          let worked = workedSeconds(of: "\(pty.process)") - worked
          troubles.append(
            "sitting \(count): \(key) is not taken after \(event) events; the program worked for "
              + "\(worked) s meanwhile, " + picture(of: pty))
        }
        if let status = pty.ended(), status != 0 {
          let last = pty.text.printable.suffix(500)
          troubles.append("sitting \(count): status \(status) after \(key): \(last)")
        }
        return event
      }
    }
    most = max(most, residentSize(of: "\(pty.process)"))
    if !leaves(pty) {
      let end = pty.ended().map { "status \($0)" } ?? picture(of: pty)
      troubles.append("sitting \(count): no way out, \(end)")
    }
    return events
  }

  /// Whether the program took a key, or the window's new size, within a time generous even on a busy machine.
  private func give(_ key: Key, to pty: Pty) -> Bool {
    if case .resize(let columns, let rows) = key {
      pty.resize(columns: columns, rows: rows)
    } else {
      pty.send(key.bytes)
    }
    let end = ContinuousClock.now + .seconds(120)
    while pty.untaken > 0 {
      guard ContinuousClock.now < end, pty.ended() == nil else { return false }
      pty.rest(for: .milliseconds(1))
    }
    if key == .escape { pty.watch(for: .milliseconds(8)) }
    // What it says at its end is wanted.
    guard pty.ended() == nil else { return false }
    pty.forget()
    return true
  }

  /// What the screen shows, drawn anew in the size that it had at first.
  private func picture(of pty: Pty) -> String {
    pty.resize(columns: 80, rows: 24)
    pty.watch(for: .milliseconds(500))
    pty.send([0x0C])
    pty.watch(for: .seconds(1))
    return "it shows:\n" + pty.screen.rows.joined(separator: "\n")
  }

  /// Esc some times, then `q` and `1`.
  private func leaves(_ pty: Pty) -> Bool {
    for _ in 0..<8 {
      _ = give(.escape, to: pty)
      pty.watch(for: .milliseconds(50))
    }
    for key in [Key.character("q"), .character("1")] { _ = give(key, to: pty) }
    let end = ContinuousClock.now + .seconds(30)
    while pty.ended() == nil, ContinuousClock.now < end { pty.rest(for: .milliseconds(20)) }
    return pty.ended() == 0
  }
}

extension Key {
  /// The bytes that an xterm sends for it; none for what is no key.
  fileprivate var bytes: [UInt8] {
    switch self {
    case .character(let character): Array(String(character).utf8)
    case .enter: [0x0D]
    case .escape: [0x1B]
    case .backspace: [0x7F]
    case .tab: [0x09]
    case .control(let letter): [(letter.asciiValue ?? 0x60) & 0x1F]
    case .undecodable: [0xBC, 0xEC]
    case .paste(let text): Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
    case .mouse(let mouse):
      Array("\u{1B}[<\(Self.button(mouse.kind));\(mouse.column + 1);\(mouse.row + 1)M".utf8)
    case .function(let number) where number < 13:
      Array("\u{1B}[\([0, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24][number])~".utf8)
    default: Array((Self.sequences[self].map { "\u{1B}[" + $0 } ?? "").utf8)
    }
  }

  private static let sequences: [Key: String] = [
    .up: "A", .down: "B", .right: "C", .left: "D", .home: "H", .end: "F", .pageUp: "5~",
    .pageDown: "6~", .insert: "2~", .delete: "3~", .backTab: "Z",
  ]

  private static func button(_ kind: Mouse.Kind) -> Int {
    switch kind {
    case .press: 0
    case .wheelUp: 64
    case .wheelDown: 65
    }
  }
}
