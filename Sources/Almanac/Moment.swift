/// The time at which something was recorded, to the second, in Asia/Shanghai (UTC+08:00 all year since
/// 1992).
public struct Moment: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The civil date in Asia/Shanghai.
  public let day: Day
  /// Seconds since 00:00, 0 to 86,399.
  public let second: Int

  /// A moment from its date and the seconds since 00:00, which are not checked.
  public init(_ day: Day, second: Int) {
    self.day = day
    self.second = second
  }

  /// A moment from its date and its 24-hour clock time.
  public init(_ day: Day, hour: Int, minute: Int, second: Int = 0) {
    self.init(day, second: hour * 3600 + minute * 60 + second)
  }

  /// The moment so many seconds after 1970-01-01T00:00Z.
  public init(secondsSince1970 seconds: Int) {
    let local = seconds + 8 * 3600
    let days = local >= 0 ? local / 86_400 : -((-local + 86_399) / 86_400)
    self.init(Day(number: days), second: local - days * 86_400)
  }

  /// Seconds since 1970-01-01T00:00Z.
  public var secondsSince1970: Int { day.number * 86_400 + second - 8 * 3600 }

  /// The moment so many seconds later; earlier, if negative.
  public static func + (moment: Moment, seconds: Int) -> Moment {
    Moment(secondsSince1970: moment.secondsSince1970 + seconds)
  }

  /// Earlier is less.
  public static func < (left: Moment, right: Moment) -> Bool {
    (left.day, left.second) < (right.day, right.second)
  }

  /// As people read it: `2026-11-23 10:42`.
  public var dayAndTime: String { "\(day) \(hourAndMinute)" }
  /// As `10:42`.
  public var hourAndMinute: String {
    "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2))"
  }

  /// ISO 8601 with the offset, as `2026-11-23T10:42:07+08:00`.
  public var description: String {
    "\(day)T\(hourAndMinute):\(padded(second % 60, 2))+08:00"
  }

  /// Reads `2026-11-23T10:42`, with seconds and `+08:00` or without.
  public init?(_ text: String) {
    var rest = Substring(text)
    if rest.hasSuffix("+08:00") { rest.removeLast(6) }
    let halves = rest.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, let day = Day(String(halves[0])) else { return nil }
    let clock = halves[1].split(separator: ":", omittingEmptySubsequences: false)
      .map { digits($0, 2) }
    guard clock.count == 2 || clock.count == 3, let hour = clock[0], let minute = clock[1],
      let second = clock.count == 3 ? clock[2] : 0, hour < 24, minute < 60, second < 60
    else { return nil }
    self.init(day, hour: hour, minute: minute, second: second)
  }
}

extension Moment: Codable {
  /// Read from a text in the form of ``init(_:)``; any other is corrupt data.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let moment = Moment(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a time: \(text)"))
    }
    self = moment
  }

  /// Written as a text, `2026-11-23T10:42:07+08:00`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
