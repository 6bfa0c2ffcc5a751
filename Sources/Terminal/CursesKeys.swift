import CNcurses
import Canvas

/// What the codes of curses mean.
enum CursesKeys {
  /// Codes of our own, far above those curses allots to extended capabilities.
  static let pasteBegins: Int32 = 0x7000
  static let pasteEnds: Int32 = 0x7001

  /// Takes the keys of a sequence out of what terminfo says and leaves them to the decoder: a number pad's
  /// `ESC O q` is 1 even where TERM calls it the upper left key (vt100) or F-something.
  static func leaveToDecoder() {
    for sequence in EscapeSequence.known { define_key("\u{1B}" + sequence, 0) }
    define_key("\u{1B}[200~", pasteBegins)
    define_key("\u{1B}[201~", pasteEnds)
  }

  /// The piece of input a code stands for; nil if the program has no use for it.
  static func input(_ code: Int32) -> KeyDecoder.Input? {
    switch code {
    case 0...0xFF: .byte(UInt8(code))
    case pasteBegins: .pasteBegins
    case pasteEnds: .pasteEnds
    case KEY_F0 + 1...KEY_F0 + 12: .key(.function(Int(code - KEY_F0)))
    default: keys[code].map { .key($0) }
    }
  }

  /// The five keys of the number pad that terminfo names are digits: PuTTY sends them so.
  private static let keys: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home,
    KEY_END: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_IC: .insert, KEY_DC: .delete,
    KEY_BACKSPACE: .backspace, KEY_ENTER: .enter, KEY_BTAB: .backTab, KEY_FIND: .home,
    KEY_SELECT: .end, KEY_A1: .character("7"), KEY_A3: .character("9"), KEY_B2: .character("5"),
    KEY_C1: .character("1"), KEY_C3: .character("3"),
  ]
}
