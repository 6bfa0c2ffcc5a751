import Almanac

/// Points of an assessment, in tenths, as districts give them: `2`, `0.5`.
public struct Points: Hashable, Sendable, Comparable {
  /// How many tenths.
  public var tenths: Int

  /// Points from tenths.
  public init(tenths: Int) { self.tenths = tenths }

  /// By how much.
  public static func < (left: Points, right: Points) -> Bool { left.tenths < right.tenths }

  /// The sum.
  public static func + (left: Points, right: Points) -> Points {
    Points(tenths: left.tenths + right.tenths)
  }

  /// The most that an item may have.
  public static let limit = Points(tenths: 10_000)
}

extension Points: LosslessStringConvertible, Codable {
  /// As written: no zero after the point.
  public var description: String {
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
  }

  /// Reads `12`, `12.5`, `１２.５分` with full-width digits; nil for anything else or below 0.
  public init?(_ text: String) {
    var text = String(text.map { Self.narrow[$0] ?? $0 })
    if text.hasSuffix(Self.unit.zh) { text.removeLast() }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let head = parts.first, !head.isEmpty, parts.count <= 2, head.count <= 5,
      head.allSatisfy({ "0123456789".contains($0) }), let whole = Int(head)
    else { return nil }
    guard parts.count == 2 else {
      tenths = whole * 10
      return
    }
    guard parts[1].count == 1, let rest = Int(parts[1]) else { return nil }
    tenths = whole * 10 + rest
  }

  private static let unit = Bilingual(zh: "分", en: "")
  private static let narrow: [Character: Character] = Dictionary(
    uniqueKeysWithValues: zip("０１２３４５６７８９．", "0123456789."))

  /// Reads what ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let points = Points(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not points: \(text)"))
    }
    self = points
  }

  /// Writes its description.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
