import Almanac

/// A copy of a ledger kept apart from it (备份): a folder with the ledger, its photographs, its templates and a
/// manifest of SHA-256 sums, which `sha256sum -c SHA256SUMS` checks without this program.
public struct Backup: Hashable, Sendable {
  /// The first eight digits of the ledger's id: copies of several ledgers may share a folder.
  public var ledger: String
  /// When it was made.
  public var made: Moment

  /// A copy of a ledger as of a moment.
  public init(ledger: String, made: Moment) {
    self.ledger = ledger
    self.made = made
  }

  /// The copied ledger's file name.
  static let ledgerName = "ledger.sqlite"
  /// The manifest's file name.
  static let manifestName = "SHA256SUMS"
  private static let prefix = "xunjian-"

  /// The folder's name, as `xunjian-1a2b3c4d-20261123-104205`.
  public var name: String {
    let digits = made.description.filter(\.isNumber)
    return "\(Self.prefix)\(ledger)-\(digits.prefix(8))-\(digits.dropFirst(8).prefix(6))"
  }

  /// Reads a folder's name; nil if it is none of a backup.
  public init?(name: String) {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false).map(Array.init)
    guard parts.count == 4, String(parts[0]) + "-" == Self.prefix, parts[2].count == 8,
      parts[3].count == 6,
      let moment = Moment(
        "\(String(parts[2][0..<4]))-\(String(parts[2][4..<6]))-\(String(parts[2][6..<8]))"
          + "T\(String(parts[3][0..<2])):\(String(parts[3][2..<4])):\(String(parts[3][4..<6]))")
    else { return nil }
    self.init(ledger: String(parts[1]), made: moment)
  }

  /// Those that need not be kept: kept are all of the last two days, the last of each day for 14 days, of
  /// each week for 8 weeks, of each month for ever, and the newest in any case.
  public static func surplus(of backups: [Backup], on today: Day) -> [Backup] {
    var seen: Set<String> = []
    return backups.sorted { $0.made > $1.made }.filter { backup in
      let day = backup.made.day
      let age = today - day
      let (year, week) = day.isoWeek
      var stands = age < 2
      if age < 14 { stands = seen.insert("day \(day)").inserted || stands }
      if age < 56 { stands = seen.insert("week \(year)-\(week)").inserted || stands }
      stands = seen.insert("month \(day.month)").inserted || stands
      return !stands
    }
  }
}
