/// Puts bytes together into scalars, one byte at a time, and finds its way again after garbage.
struct UTF8Decoder: Equatable {
  enum Output: Equatable {
    /// The scalar needs more bytes.
    case more
    case scalar(Unicode.Scalar)
    /// So many bytes were no UTF-8; the byte fed last is among them unless it begins anew.
    case invalid(bytes: Int)
    /// So many bytes were cut short by the beginning of this ASCII scalar.
    case invalidBefore(Unicode.Scalar, bytes: Int)
  }

  private var bytes: [UInt8] = []

  /// Whether a scalar is begun.
  var isWaiting: Bool { !bytes.isEmpty }

  /// Takes one byte.
  mutating func feed(_ byte: UInt8) -> Output {
    if byte < 0x80 {
      let scalar = Unicode.Scalar(byte)
      let cut = reset()
      return cut == 0 ? .scalar(scalar) : .invalidBefore(scalar, bytes: cut)
    }
    if isWaiting, !Self.isContinuation(byte) {
      let cut = reset()
      bytes = Self.length(byte) == nil ? [] : [byte]
      return .invalid(bytes: bytes.isEmpty ? cut + 1 : cut)
    }
    bytes.append(byte)
    guard let length = Self.length(bytes[0]) else { return .invalid(bytes: reset()) }
    guard bytes.count == length else { return .more }
    let decoded = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
    let count = reset()
    return decoded.map(Output.scalar) ?? .invalid(bytes: count)
  }

  /// Forgets a scalar that was begun.
  ///
  /// - Returns: How many of its bytes had come.
  @discardableResult
  mutating func reset() -> Int {
    let count = bytes.count
    bytes = []
    return count
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// The length of a sequence by its first byte; nil if none begins so (RFC 3629).
  private static func length(_ first: UInt8) -> Int? {
    switch first {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }
}
