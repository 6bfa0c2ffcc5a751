extension Moment {
  /// Reads an XML Schema `dateTime`: `2026-09-22T16:00:00+08:00`, with any offset or `Z`; nil without one,
  /// for it would be a guess. Fractions of a second are dropped; `24:00:00` is the next day's start.
  ///
  /// Source: W3C XML Schema Part 2, section 3.2.7.
  public static func dateTime(_ text: String) -> Moment? {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, let day = Day(String(halves[0])) else { return nil }
    let zoneStart = halves[1].firstIndex { "+-Z".contains($0) } ?? halves[1].endIndex
    guard let second = second(of: halves[1][..<zoneStart]),
      let east = secondsEast(halves[1][zoneStart...])
    else { return nil }
    return Moment(day, second: 0) + (second + 8 * 3600 - east)
  }

  /// Seconds since 00:00 of `16:00:00` or `16:00:00.5`.
  private static func second(of clock: Substring) -> Int? {
    let whole = clock.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    if whole.count == 2 {
      guard digits(whole[1], max(1, whole[1].utf8.count)) != nil else { return nil }
    }
    let parts = (whole.first ?? "").split(separator: ":", omittingEmptySubsequences: false)
      .map { digits($0, 2) }
    guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2],
      minute < 60, second < 60, hour < 24 || (hour == 24 && minute == 0 && second == 0)
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  private static func secondsEast(_ zone: Substring) -> Int? {
    if zone == "Z" { return 0 }
    let parts = zone.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
      .map { digits($0, 2) }
    guard parts.count == 2, let hours = parts[0], let minutes = parts[1], hours <= 14, minutes < 60
    else { return nil }
    return (zone.first == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}
