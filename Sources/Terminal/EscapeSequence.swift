import Canvas

/// What the bytes after Escape mean where terminfo did not say: terminals do not all send what TERM
/// promises (PuTTY's number pad and F1, the Linux console, modified arrows).
enum EscapeSequence: Equatable {
  case key(Key)
  case pasteBegins
  case pasteEnds
  /// The answer to a question for the cursor: its column, from 1.
  case cursorColumn(Int)
  /// The answer that the terminal can hold a frame back until it is whole (DEC private mode 2026).
  case synchronizes
  /// A sequence the program has no use for.
  case unknown

  /// Reads a sequence begun with `ESC [`.
  ///
  /// - Parameters:
  ///   - parameters: What stands between, as `1;5`.
  ///   - final: The byte that ends it.
  init(control parameters: String, final: Character) {
    let numbers = parameters.split(separator: ";").map { Int($0) ?? 0 }
    if parameters.hasPrefix("<") {
      self = Self.mouse(parameters.dropFirst(), isPress: final == "M")
    } else if parameters == "[" {
      self = Self.function("ABCDE", final, from: 1)
    } else if final == "~" {
      self = Self.numbered(numbers.first ?? 0)
    } else if final == "R", numbers.count == 2, numbers[0] > 1 {
      self = .cursorColumn(numbers[1])
    } else if final == "y", ["?2026;1$", "?2026;2$"].contains(parameters) {
      self = .synchronizes
    } else if final == "Z" {
      self = .key(.backTab)
    } else {
      self = Self.moving[final].map { .key($0) } ?? Self.function("PQRS", final, from: 1)
    }
  }

  /// Reads a sequence of `ESC O` and one byte: arrows, F1 to F4, the number pad. Some terminals put a
  /// modifier between, which changes nothing here.
  init(single final: Character) {
    if let key = Self.moving[final] {
      self = .key(key)
    } else if let key = Self.pad[final] {
      self = .key(key)
    } else {
      self = Self.function("PQRS", final, from: 1)
    }
  }

  /// `E` and `G` are the number pad's middle key without Num Lock (xterm, the Linux console).
  private static let moving: [Character: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "E": .character("5"),
    "G": .character("5"),
  ]

  private static let pad: [Character: Key] = [
    "p": .character("0"), "q": .character("1"), "r": .character("2"), "s": .character("3"),
    "t": .character("4"), "u": .character("5"), "v": .character("6"), "w": .character("7"),
    "x": .character("8"), "y": .character("9"), "n": .character("."), "k": .character("+"),
    "m": .character("-"), "j": .character("*"), "o": .character("/"), "l": .character(","),
    "M": .enter, "I": .tab,
    "X": .character("="),
  ]

  private static func function(
    _ finals: String, _ final: Character, from first: Int
  ) -> EscapeSequence {
    guard let index = finals.firstIndex(of: final) else { return .unknown }
    return .key(.function(first + finals.distance(from: finals.startIndex, to: index)))
  }

  private static func numbered(_ number: Int) -> EscapeSequence {
    switch number {
    case 1, 7: .key(.home)
    case 2: .key(.insert)
    case 3: .key(.delete)
    case 4, 8: .key(.end)
    case 5: .key(.pageUp)
    case 6: .key(.pageDown)
    case 11...15: .key(.function(number - 10))
    case 17...21: .key(.function(number - 11))
    case 23, 24: .key(.function(number - 12))
    case 200: .pasteBegins
    case 201: .pasteEnds
    default: .unknown
    }
  }

  /// Reads an SGR report (xterm 1006): button, column and row from 1; 64 and 65 are the wheel.
  private static func mouse(_ report: Substring, isPress: Bool) -> EscapeSequence {
    let numbers = report.split(separator: ";").compactMap { Int($0) }
      .filter { (0...9999).contains($0) }
    let kinds: [Int: Key.Mouse.Kind] = [0: .press, 64: .wheelUp, 65: .wheelDown]
    guard isPress, numbers.count == 3, let kind = kinds[numbers[0]] else { return .unknown }
    return .key(.mouse(Key.Mouse(kind, row: numbers[2] - 1, column: numbers[1] - 1)))
  }

  /// The bytes after Escape of every key read here, with and without a modifier (2 to 8, as xterm counts
  /// Shift, Alt and Ctrl): what terminfo says of them is not to be asked.
  static let known: [String] = {
    let finals = moving.keys.map(String.init) + ["P", "Q", "R", "S"]
    let numbers = (1...24).filter { numbered($0) != .unknown }
    let plain =
      finals.flatMap { ["[" + $0, "O" + $0] } + pad.keys.map { "O\($0)" } + ["[Z"]
      + "ABCDE".map { "[[\($0)" } + numbers.map { "[\($0)~" }
    let modified = (2...8).flatMap { modifier in
      finals.map { "[1;\(modifier)\($0)" } + numbers.map { "[\($0);\(modifier)~" }
    }
    return plain + modified
  }()
}
