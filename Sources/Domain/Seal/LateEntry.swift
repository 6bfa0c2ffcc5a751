import Almanac

/// Something recorded for a month after that month was sealed: it shows in the next summary.
public struct LateEntry: Hashable, Sendable, Codable {
  /// What was recorded.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A walk signed in late.
    case inspection
    /// A signed record set right.
    case correction
    /// A signed record taken back.
    case withdrawal

    /// What was recorded, as summaries list it.
    public var name: Bilingual {
      switch self {
      case .inspection: Bilingual(zh: "补录检查", en: "inspection")
      case .correction: Bilingual(zh: "更正记录", en: "correction")
      case .withdrawal: Bilingual(zh: "作废记录", en: "withdrawal")
      }
    }
  }

  /// What was recorded.
  public var kind: Kind
  /// The number of the record.
  public var number: Inspection.ID
  /// Where it was walked.
  public var place: Place.ID
  /// The day it counts for, in a sealed month.
  public var day: Day
  /// The day on which it was recorded.
  public var recorded: Day

  enum CodingKeys: String, CodingKey {
    case kind
    case number
    case place
    case day
    case recorded
  }

  /// What an event on a record is after the record's month was sealed; nil before, and for what changes
  /// no figure.
  public init?(
    _ event: InspectionEvent, of record: Inspection, _ stamp: Stamp, sealed: [Seal]?
  ) {
    guard let first = sealed?.first, stamp.at > first.at else { return nil }
    switch event {
    case .signed: kind = .inspection
    case .corrected: kind = .correction
    case .withdrawn: kind = .withdrawal
    case .countersigned: return nil
    }
    number = record.id
    place = record.occurrence.place
    day = record.day
    recorded = stamp.at.day
  }

  /// The first summary that can show it: of the month in which it was recorded, or of the one after the
  /// month it counts for.
  public var shownIn: Month { max(recorded.month, day.month.next) }
}
