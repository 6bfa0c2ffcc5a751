import Almanac
import Domain

/// Rooms written as a range: `301-312`, `A301-A312`, with any dash or tilde, or one room alone.
public struct RoomRange {
  /// The rooms in order.
  public let rooms: [String]

  /// The most rooms one range may stand for.
  public static let limit = 500

  /// - Returns: nil if the text is no range, or runs downwards, or beyond the limit.
  public init?(_ text: String) {
    let ends = text.split(omittingEmptySubsequences: false, whereSeparator: Self.dashes.contains)
      .map { trimmed(String($0)) }
    guard let first = ends.first, !first.isEmpty, !text.contains(where: Self.commas.contains)
    else { return nil }
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

  /// What is typed between the first room and the last: hyphens, dashes, tildes, and the word for "to".
  private static let dashes: Set<Character> = [
    "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}",
    "\u{FF0D}", "~", "\u{301C}", "\u{FF5E}", "\u{81F3}",
  ]

  /// What parts rooms in a list, which is no range.
  private static let commas: Set<Character> = [",", ";", "\u{FF0C}", "\u{FF1B}", "\u{3001}"]

  /// The text before the digits at the end, and those digits, 9 at most.
  private static func parted(_ text: String) -> (prefix: String, digits: String) {
    let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }.prefix(9)
    return (String(text.dropLast(digits.count)), String(digits.reversed()))
  }
}
