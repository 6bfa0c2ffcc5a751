/// The code on the paper of a sealed month: 20 characters of base32 (RFC 4648, section 6: A–Z and 2–7) in
/// groups of four, the first 100 bits of the hash of the line that sealed it.
public struct CheckCode: Hashable, Sendable, CustomStringConvertible {
  static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
  private static let length = 20
  private let characters: String

  /// The code of a hash of at least 13 bytes; nil for a shorter one.
  public init?(hash: some Sequence<UInt8>) {
    var bits: UInt32 = 0
    var held = 0
    var text = ""
    for byte in hash {
      bits = bits << 8 | UInt32(byte)
      held += 8
      while held >= 5, text.count < Self.length {
        held -= 5
        text.append(Self.alphabet[Int(bits >> UInt32(held) & 31)])
      }
      if text.count == Self.length { break }
    }
    guard text.count == Self.length else { return nil }
    characters = text
  }

  /// Reads a code as typed from paper: in either case, in half-width or full-width characters, with or
  /// without what stands between the groups; 0, 1 and 8 are read as the letters they are mistaken for.
  public init?(_ typed: String) {
    let text = typed.unicodeScalars.compactMap(Self.read).map(String.init).joined()
    guard text.count == Self.length, text.allSatisfy(Self.alphabet.contains) else { return nil }
    characters = text
  }

  static func read(_ scalar: Unicode.Scalar) -> Character? {
    let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value)
    let plain = isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    switch plain {
    case " ", "-", "\u{3000}", "\u{2013}", "\u{2014}", "\u{2212}": return nil
    case "0": return "O"
    case "1": return "I"
    case "8": return "B"
    default: return Character(plain.properties.uppercaseMapping)
    }
  }

  /// As printed: `ABCD-EFGH-IJKL-MNOP-QRST`.
  public var description: String {
    stride(from: 0, to: Self.length, by: 4).map { start in
      String(characters.dropFirst(start).prefix(4))
    }
    .joined(separator: "-")
  }
}
