/// The public half of a person's Ed25519 key (RFC 8032): 32 bytes, written in 64 lower-case hexadecimal
/// digits.
public struct PublicKey: Hashable, Sendable, CustomStringConvertible {
  private static let length = 32

  /// The key's bytes.
  public let bytes: [UInt8]

  /// A key from its bytes; nil unless there are 32.
  public init?(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
    guard self.bytes.count == Self.length else { return nil }
  }

  /// Reads a key as the journal writes it.
  public init?(_ text: String) {
    let digits = Array(text.utf8)
    guard digits.count == 2 * Self.length,
      digits.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    self.init(
      stride(from: 0, to: digits.count, by: 2).map { start in
        UInt8(String(decoding: digits[start...start + 1], as: UTF8.self), radix: 16) ?? 0
      })
  }

  /// As the journal writes it.
  public var description: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// What people compare over the telephone.
  public var fingerprint: KeyFingerprint { KeyFingerprint(self) }
}

extension PublicKey: Codable {
  /// Reads a bare string of hexadecimal digits.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let key = PublicKey(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a public key: \(text)"))
    }
    self = key
  }

  /// Writes a bare string of hexadecimal digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// The short form of a public key that two people read to each other: six groups of five digits, each
/// group five bytes of the key (30 of its 32) modulo 100,000.
///
/// Who wants another key of the same thirty digits has to make about 10³⁰ of them: a key's bytes cannot
/// be chosen together with its private half.
public struct KeyFingerprint: Hashable, Sendable, CustomStringConvertible {
  private static let groups = 6
  private static let digits = 5
  private let text: String

  init(_ key: PublicKey) {
    text = stride(from: 0, to: Self.groups * 5, by: 5).map { start in
      let number = key.bytes[start..<start + 5].reduce(0) { $0 << 8 | UInt64($1) }
      let group = String(number % 100_000)
      return String(repeating: "0", count: Self.digits - group.count) + group
    }.joined()
  }

  /// Reads a fingerprint as somebody typed it: with or without what stands between the groups, digits in
  /// half or full width; nil unless there are thirty.
  public init?(_ typed: String) {
    let digits = typed.unicodeScalars.compactMap { scalar -> Character? in
      switch scalar.value {
      case 0x30...0x39: Character(scalar)
      case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init)
      case _: nil
      }
    }
    let others = typed.unicodeScalars.contains { scalar in
      !("0"..."9").contains(scalar) && !("０"..."９").contains(scalar)
        && !" -－\u{3000}".unicodeScalars.contains(scalar)
    }
    guard digits.count == Self.groups * Self.digits, !others else { return nil }
    text = String(digits)
  }

  /// As shown: `01234-56789-01234-56789-01234-56789`.
  public var description: String {
    stride(from: 0, to: text.count, by: Self.digits).map { start in
      String(text.dropFirst(start).prefix(Self.digits))
    }.joined(separator: "-")
  }
}
