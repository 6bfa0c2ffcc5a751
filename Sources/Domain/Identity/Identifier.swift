import Almanac

/// The lasting name of a subject: short, typed by people, never reused, the same on every machine.
public struct Identifier<Subject>: Hashable, Comparable, Sendable {
  /// The text as typed, printed and stored.
  public let rawValue: String

  /// An identifier from its text, which is not checked.
  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// Orders by the text, so that numbers padded to one width come in their order.
  public static func < (left: Identifier, right: Identifier) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension Identifier {
  /// The next free number of a year on a device, as `MB2027-01` after none: the prefix, the year, the
  /// device, and a count of so many digits at least.
  static func next(
    _ prefix: String, of year: Int, after ids: [Identifier], device: String, digits: Int
  ) -> Identifier {
    let head = "\(prefix)\(year)-\(device)"
    let last =
      ids.compactMap { id in
        id.rawValue.hasPrefix(head) ? Int(id.rawValue.dropFirst(head.count)) : nil
      }.max() ?? 0
    return Identifier(head + padded(last + 1, digits))
  }
}

extension Identifier: ExpressibleByStringLiteral, CustomStringConvertible {
  /// An identifier written out in code.
  public init(stringLiteral value: String) { self.init(value) }
  /// The bare text, for messages and keys.
  public var description: String { rawValue }
}

extension Identifier: Codable {
  /// Reads a bare string.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes a bare string, not an object.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
