extension Key {
  /// The key a command table looks up: what a Chinese input method types in full width becomes the
  /// ASCII character on the same key. Text fields take the key as it is.
  public var folded: Key {
    guard case .character(let character) = self else { return self }
    return .character(character.folded)
  }

  /// Whether this is a Han character: an input method is on where a command was expected.
  public var isHan: Bool {
    guard case .character(let character) = self, let scalar = character.unicodeScalars.first
    else { return false }
    return scalar.isHan
  }
}

extension Character {
  /// The ASCII character on the same key, or this one.
  var folded: Character {
    guard let scalar = unicodeScalars.first, unicodeScalars.count == 1 else { return self }
    // Only U+FF01 to U+FF5E lie 0xFEE0 above printable ASCII.
    if (0xFF01...0xFF5E).contains(scalar.value) {
      return Character(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    }
    return switch scalar.value {
    case 0x3000: " "
    case 0x3002: "."
    case 0x3001: "\\"
    case 0x3010: "["
    case 0x3011: "]"
    case 0x00B7: "`"
    case 0xFFE5: "$"
    case 0x2014: "-"
    default: self
    }
  }
}

extension Unicode.Scalar {
  /// Whether this is a unified Han ideograph of the basic block, extensions A to H, or 〇.
  var isHan: Bool {
    switch value {
    case 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
    default: false
    }
  }
}
