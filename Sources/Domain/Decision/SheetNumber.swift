import Almanac

/// The number of a sheet of decisions: its day and eight check characters over what it lists. Printing
/// writes nothing, so the number is made again from the ledger when the sheet comes back.
///
/// The characters are base32 (RFC 4648, section 6) of 40 bits of an FNV-1a hash (Fowler, Noll, Vo), which
/// finds a changed list; it is no seal.
public struct SheetNumber: Hashable, Sendable, CustomStringConvertible {
  /// The day on which the sheet was printed.
  public let day: Day
  private let check: String

  /// The number of a sheet of a day that says these lines.
  public init(day: Day, lines: [String]) {
    self.day = day
    let hash = Self.hash(([day.description] + lines).joined(separator: "\n"))
    check = String(
      (0..<8).map { CheckCode.alphabet[Int(hash >> UInt64(59 - 5 * $0) & 31)] })
  }

  /// Reads a number as typed from paper, like a check code, with or without the hyphens.
  public init?(_ typed: String) {
    let scalars = typed.unicodeScalars.map { scalar -> Unicode.Scalar in
      guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
      return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }
    let plain = scalars.filter { $0.value < 128 && $0 != "-" && $0 != " " }.map(Character.init)
    guard plain.count == 16, let year = Int(String(plain[0..<4])),
      let month = Int(String(plain[4..<6])), let date = Int(String(plain[6..<8])),
      let day = Day(year: year, month: month, day: date)
    else { return nil }
    self.day = day
    check = String(plain[8...].flatMap(\.unicodeScalars).compactMap(CheckCode.read))
    guard check.count == 8, check.allSatisfy(CheckCode.alphabet.contains) else { return nil }
  }

  /// As printed: `20261130-ABCD-EFGH`.
  public var description: String {
    let date = day.description.filter { $0 != "-" }
    return "\(date)-\(check.prefix(4))-\(check.suffix(4))"
  }

  /// FNV-1a of the text's UTF-8, 64 bits.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
  }
}
