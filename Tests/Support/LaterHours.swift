/// The hours at which a program is opened again and again: each later than all that was recorded before, however
/// long that took, for a ledger takes no earlier hour.
public struct LaterHours {
  private let day: String
  private let begun = ContinuousClock.now
  /// How many were given.
  public private(set) var count = 0

  /// - Parameter day: As `2026-11-23`; its hours begin at eleven.
  public init(of day: String) { self.day = day }

  /// The next one, as `2026-11-23T11:05`.
  public mutating func next() -> String {
    count += 1
    let minutes = count + Int((ContinuousClock.now - begun) / .seconds(60))
    let (hour, minute) = (11 + minutes / 60 % 12, minutes % 60)
    return "\(day)T\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
