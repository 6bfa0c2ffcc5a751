import Almanac
import Domain

/// Rooms written as a range: `301-312`, `A301-A312`, or one room alone.
public struct RoomRange {
  /// The rooms in order.
  public let rooms: [String]

  /// The most rooms one range may stand for.
  public static let limit = 500

  /// - Returns: nil if the text is no range, or runs downwards, or beyond the limit.
  public init?(_ text: String) {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map {
      trimmed(String($0))
    }
    guard let first = ends.first, !first.isEmpty else { return nil }
    guard ends.count == 2 else {
      guard ends.count == 1 else { return nil }
      rooms = [first]
      return
    }
    let (prefix, start) = Self.parted(first)
    let (lastPrefix, end) = Self.parted(ends[1])
    guard lastPrefix == prefix || lastPrefix.isEmpty, let low = Int(start), let high = Int(end),
      low <= high, high - low < Self.limit, start.count == end.count || !start.hasPrefix("0")
    else { return nil }
    rooms = (low...high).map { prefix + padded($0, start.utf8.count) }
  }

  /// The text before the digits at the end, and those digits, 9 at most.
  private static func parted(_ text: String) -> (prefix: String, digits: String) {
    let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }.prefix(9)
    return (String(text.dropLast(digits.count)), String(digits.reversed()))
  }
}
