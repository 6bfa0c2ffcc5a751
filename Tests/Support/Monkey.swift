import Canvas
import Foundation

/// Someone at the keyboard who does not know what they do: keys, pastes, the mouse and windows by chance, the
/// same ones for the same seed.
///
/// Digits and Enter come often enough that rooms are signed and forms filled. Ctrl-Z is left out: nothing
/// would bring the program back.
public struct Monkey {
  private var dice: Dice

  /// One whose doings follow from a seed.
  public init(seed: UInt64) { dice = Dice(seed: seed) }

  /// What is done next.
  public mutating func next() -> Key {
    switch Int.random(in: 0..<1000, using: &dice) {
    case 0..<260: .character(one(of: "1234567890"))
    case 260..<420: .enter
    case 420..<470: .escape
    case 470..<650: .character(one(of: "abcdefghijklmnoprstuvwxyzADLMTW*[]/:?-+., "))
    case 650..<655: .character("q")
    case 655..<780: one(of: Self.moves)
    case 780..<830: .function(Int.random(in: 1...9, using: &dice))
    case 830..<870: one(of: Self.edits)
    case 870..<900: .character(one(of: Self.strange))
    case 900..<935: .paste(paste())
    case 935..<965: mouse()
    case 965..<980: resize()
    case 980..<995: .control(one(of: "abdefklpruwy"))
    case 995..<997: .control("c")
    case 997..<999: .undecodable
    default: .function(10)
    }
  }

  /// A number below a limit, for those who decide what becomes of it.
  public mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &dice) }

  private static let moves: [Key] = [
    .up, .down, .down, .left, .right, .pageUp, .pageDown, .home, .end,
  ]
  private static let edits: [Key] = [.tab, .tab, .backTab, .backspace, .delete, .insert]
  private static let strange = "检查隐患１２？：。é€·…①😀👩‍👩‍👧🇨🇳e\u{301}\u{200B}\u{202E}𠮷ｱ한ไ"
  private static let texts = [
    "+7", "today", "周五", "2026-12-24", "11-30", "22:10", "21.5", "-3", "插座面板松动", "loose plate",
    "301 ok", "302 2:1", "bgs", "q1\n2", "\u{1B}[31mred\u{7}\u{0}", "\u{202E}left\u{2066}\u{200B}",
    "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "👩‍👩‍👧🔥⚠\u{FE0F}", "\t\r\n\u{85}\u{2028}", "",
  ]

  private mutating func one<Choice: Collection>(of choices: Choice) -> Choice.Element {
    choices[choices.index(choices.startIndex, offsetBy: number(below: choices.count))]
  }

  private mutating func paste() -> String {
    let text = one(of: Self.texts)
    return number(below: 12) == 0 ? String(repeating: text + "长", count: 300) : text
  }

  private mutating func mouse() -> Key {
    let kind = one(of: [Key.Mouse.Kind.press, .press, .press, .wheelUp, .wheelDown])
    return .mouse(Key.Mouse(kind, row: number(below: 40), column: number(below: 120)))
  }

  private mutating func resize() -> Key {
    let usual = [(80, 24), (80, 24), (80, 24), (60, 16), (120, 40)]
    switch number(below: 10) {
    case 0: return .resize(columns: 1 + number(below: 300), rows: 1 + number(below: 100))
    case 1: return .resize(columns: 1 + number(below: 80), rows: 1 + number(below: 24))
    default:
      let (columns, rows) = one(of: usual)
      return .resize(columns: columns, rows: rows)
    }
  }
}

/// The memory that a process has of its own and shares, in bytes; 0 for one that is no more.
///
/// Source: proc_pid_status(5), `VmRSS`.
public func residentSize(of process: String = "self") -> Int {
  let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
  return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
}

/// Seconds of processor that a process has used, in hundredths of Linux's clock; 0 where it is gone.
public func workedSeconds(of process: String) -> Double {
  let status = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
  // The name in brackets may hold blanks; user and system time are the 12th and 13th field after it.
  let fields = status.drop { $0 != ")" }.split(separator: " ").compactMap { Double($0) }
  return fields.count > 11 ? (fields[10] + fields[11]) / 100 : 0
}
