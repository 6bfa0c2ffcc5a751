import Canvas

/// Turns what curses hands over into keys, one piece at a time.
///
/// Curses gives bytes, and codes for the sequences terminfo knows. The decoder puts UTF-8 together, reads
/// the sequences terminfo missed, so that none of their bytes is taken for a command, and gathers a
/// paste into one key.
struct KeyDecoder {
  /// A piece of input.
  enum Input: Equatable {
    case byte(UInt8)
    case key(Key)
    case pasteBegins
    case pasteEnds
    /// Nothing more came within ``KeyDecoder/patience``.
    case pause
  }

  private enum State: Equatable {
    case ground
    case escape
    case control(String)
    case single
    case paste([UInt8])
  }

  /// The most bytes kept of one paste.
  static let longestPaste = 65_536

  /// The column the terminal last said its cursor is in, from 1.
  private(set) var cursorColumn: Int?
  /// Whether the terminal has said that it can hold a frame back until it is whole.
  private(set) var canSynchronize = false

  /// How long the bytes of one key may stay apart, in milliseconds: longer on a slow line.
  private let gap: Int
  private var state = State.ground
  private var decoder = UTF8Decoder()
  /// Bytes of the present run that were no UTF-8.
  private var strayBytes = 0

  /// - Parameter gap: The milliseconds that the bytes of one key may stay apart.
  init(gap: Int = 50) { self.gap = gap }

  /// How long to wait for the rest of what is begun, in milliseconds; 0 if nothing is.
  var patience: Int {
    switch state {
    case .ground: decoder.isWaiting ? 200 : 0
    case .escape: 0
    case .control, .single: gap
    case .paste: 2000
    }
  }

  /// Takes one piece and gives the keys that are complete with it.
  mutating func feed(_ input: Input) -> [Key] {
    if case .paste(let bytes) = state { return gather(input, after: bytes) }
    switch input {
    case .byte(let byte): return take(byte)
    case .key(let key): return flushed() + [key]
    case .pasteBegins:
      let keys = flushed()
      state = .paste([])
      return keys
    case .pasteEnds: return flushed()
    case .pause:
      let keys = flushed()
      strayBytes = 0
      return keys
    }
  }

  private mutating func take(_ byte: UInt8) -> [Key] {
    let character = Character(Unicode.Scalar(byte))
    switch state {
    case .ground, .paste: return ground(byte)
    case .escape: return afterEscape(byte, character)
    case .control(let parameters):
      return control(parameters, byte, character)
    case .single:
      if character.isNumber || character == ";" { return [] }
      state = .ground
      return act(on: EscapeSequence(single: character))
    }
  }

  private mutating func ground(_ byte: UInt8) -> [Key] {
    switch decoder.feed(byte) {
    case .more: return []
    case .scalar(let scalar): return key(scalar)
    case .invalid(let count): return stray(count)
    case .invalidBefore(let scalar, let count):
      let keys = stray(count)
      return keys + key(scalar)
    }
  }

  /// Counts bytes that are no UTF-8; a run of them is reported once.
  private mutating func stray(_ count: Int) -> [Key] {
    defer { strayBytes += count }
    return strayBytes == 0 ? [.undecodable] : []
  }

  private mutating func key(_ scalar: Unicode.Scalar) -> [Key] {
    defer { strayBytes = 0 }
    // The second byte of a GBK character may be ASCII; after an odd run it belongs to the run.
    if strayBytes % 2 == 1, (0x40...0x7E).contains(scalar.value) { return [] }
    switch scalar.value {
    case 0x1B:
      state = .escape
      return []
    case 0x08, 0x7F: return [.backspace]
    case 0x09: return [.tab]
    case 0x0A, 0x0D: return [.enter]
    case 0x00...0x1F: return [.control(Self.control(scalar))]
    default: return [.character(Character(scalar))]
    }
  }

  /// The letter pressed with Ctrl to send a control.
  private static func control(_ scalar: Unicode.Scalar) -> Character {
    let key = Character(Unicode.Scalar(UInt8(scalar.value) | 0x40))
    return key.isLetter ? Character(key.lowercased()) : key
  }

  private mutating func afterEscape(_ byte: UInt8, _ character: Character) -> [Key] {
    switch character {
    case "[":
      state = .control("")
      return []
    case "O":
      state = .single
      return []
    case "0"..."9":
      state = .ground
      // How a serial console sends F1 to F10.
      return [.function(byte == 0x30 ? 10 : Int(byte - 0x30))]
    default:
      state = .ground
      return [.escape] + ground(byte)
    }
  }

  private mutating func control(
    _ parameters: String, _ byte: UInt8, _ character: Character
  ) -> [Key] {
    let isDoubled = parameters.isEmpty && character == "["
    if (0x20...0x3F).contains(byte) && parameters.utf8.count < 32 || isDoubled {
      state = .control(parameters + String(character))
      return []
    }
    state = .ground
    guard (0x40...0x7E).contains(byte) else { return ground(byte) }
    return act(on: EscapeSequence(control: parameters, final: character))
  }

  private mutating func act(on sequence: EscapeSequence) -> [Key] {
    switch sequence {
    case .key(let key): return [key]
    case .pasteBegins: state = .paste([])
    case .cursorColumn(let column): cursorColumn = column
    case .synchronizes: canSynchronize = true
    case .pasteEnds, .unknown: break
    }
    return []
  }

  /// What was begun and will not go on, as the keys it is then.
  private mutating func flushed() -> [Key] {
    defer { state = .ground }
    let cut = decoder.reset()
    switch state {
    case .ground, .paste: return cut > 0 ? stray(cut) : []
    case .escape: return [.escape]
    case .control(let parameters):
      return [.escape, .character("[")] + parameters.map { .character($0) }
    case .single: return [.escape, .character("O")]
    }
  }

  private mutating func gather(_ input: Input, after bytes: [UInt8]) -> [Key] {
    switch input {
    case .byte(let byte):
      guard bytes.count < Self.longestPaste else { return [] }
      // Emptied first, so that the bytes are appended in place.
      state = .ground
      var bytes = bytes
      bytes.append(byte)
      if byte == Self.pasteEnd.last, bytes.suffix(Self.pasteEnd.count) == Self.pasteEnd[...] {
        return [.paste(Self.text(bytes.dropLast(Self.pasteEnd.count)))]
      }
      state = .paste(bytes)
      return []
    case .key, .pasteBegins: return []
    case .pasteEnds, .pause:
      state = .ground
      return [.paste(Self.text(bytes[...]))]
    }
  }

  /// The pasted text: tmux sends CR for a newline; what is no UTF-8 becomes U+FFFD.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(String(decoding: bytes, as: UTF8.self).map { $0.isNewline ? "\n" : $0 })
  }

  /// The end of a paste, if it came too slowly for curses to see it as one.
  private static let pasteEnd = Array("\u{1B}[201~".utf8)
}
