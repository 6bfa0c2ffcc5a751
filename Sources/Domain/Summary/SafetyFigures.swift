import Almanac

/// The figures of a period, for a month or for the year so far.
///
/// Hazards are counted as of 24:00 of the last day counted; a walk counts on the day walked.
public struct SafetyFigures: Hashable, Sendable, Codable {
  /// Finished walks.
  public var inspections: Int
  /// Fails, readings out of range and choices that are findings, joined ones included.
  public var findings: Int
  /// Rounds due in the period.
  public var rounds: Int
  /// Different persons who walked.
  public var persons: Int
  /// Different places walked.
  public var places: Int
  /// Walks led by a leader.
  public var ledByLeader: Int
  /// The movement of hazards, and how they stand at the end.
  public var hazards: HazardFigures
  /// What was mended of what was found.
  public var rate: RectificationRate

  enum CodingKeys: String, CodingKey {
    case inspections
    case findings
    case rounds
    case persons
    case places
    case ledByLeader
    case hazards
    case rate
  }

  /// - Parameters:
  ///   - days: The period.
  ///   - countedOn: The last day counted: the period's last, or today while it runs or before it.
  ///   - rounds: How many rounds are due in it.
  public init(
    days: ClosedRange<Day>, countedOn: Day, rounds: Int, fulfilments: [Fulfilment],
    hazards: [Hazard]
  ) {
    let walks = fulfilments.filter { days.contains($0.walked) && $0.walked <= countedOn }
    inspections = walks.count
    findings = walks.reduce(0) { $0 + $1.findings }
    self.rounds = rounds
    persons = Set(walks.flatMap(\.inspectors)).count
    places = Set(walks.map(\.occurrence.place)).count
    ledByLeader = walks.count { $0.ledBy != nil }
    self.hazards = HazardFigures(days: days, countedOn: countedOn, hazards: hazards)
    rate = RectificationRate(days: days, countedOn: countedOn, hazards: hazards)
  }
}

/// The movement of hazards in a period and how they stand at its end.
public struct HazardFigures: Hashable, Sendable, Codable {
  /// How long the open ones have been open, in days since the finding.
  public struct Ages: Hashable, Sendable, Codable {
    /// Found at most a week before.
    public var d0to7: Int
    /// Found 8 to 30 days before.
    public var d8to30: Int
    /// Found more than 30 days before.
    public var over30: Int

    enum CodingKeys: String, CodingKey {
      case d0to7
      case d8to30
      case over30
    }
  }

  /// Reported inside the period.
  public var opened: Int
  /// Taken off the register inside the period.
  public var closed: Int
  /// Closed by the deadline in force.
  public var closedOnTime: Int
  /// Closed after it.
  public var closedLate: Int
  /// Open at the end of the last day counted.
  public var open: Int
  /// Of the open, past the deadline in force then.
  public var overdue: Int
  /// Of the open, the major ones.
  public var major: Int
  /// Reported inside the period as found and mended in the same walk.
  public var fixedOnSpot: Int
  /// The open by their age.
  public var byAge: Ages

  enum CodingKeys: String, CodingKey {
    case opened
    case closed
    case closedOnTime
    case closedLate
    case open
    case overdue
    case major
    case fixedOnSpot
    case byAge
  }

  /// Counts as of 24:00 of the last day counted.
  public init(days: ClosedRange<Day>, countedOn end: Day, hazards: [Hazard]) {
    let reported = hazards.filter { days.contains($0.reported) && $0.reported <= end }
    let ended = hazards.filter {
      $0.closed.map { days.contains($0.day) && $0.day <= end } ?? false
    }
    let remaining = hazards.filter { $0.isOpen(atEndOf: end) }
    opened = reported.count
    closed = ended.count
    closedLate = ended.count(where: \.wasClosedLate)
    closedOnTime = closed - closedLate
    open = remaining.count
    overdue = remaining.count { $0.wasOverdue(atEndOf: end) }
    major = remaining.count { $0.severity(atEndOf: end) == .major }
    fixedOnSpot = reported.count { $0.report.onSpot != nil }
    byAge = Ages(
      d0to7: remaining.count { end - $0.reported <= 7 },
      d8to30: remaining.count { (8...30).contains(end - $0.reported) },
      over30: remaining.count { end - $0.reported > 30 })
  }
}

/// Rectified ÷ found, both by the day of finding, as it stood on the day of counting.
public struct RectificationRate: Hashable, Sendable, Codable {
  /// Found in the period, without those withdrawn as mistakes.
  public var found: Int
  /// Of these, found mended on verification by the day of counting.
  public var rectified: Int
  /// The day of counting.
  public var countedOn: Day

  enum CodingKeys: String, CodingKey {
    case found
    case rectified
    case countedOn
  }

  /// Counts as of 24:00 of the last day counted.
  public init(days: ClosedRange<Day>, countedOn end: Day, hazards: [Hazard]) {
    let found = hazards.filter { hazard in
      days.contains(hazard.reported) && hazard.reported <= end
        && !(hazard.withdrawn.map { $0.day <= end } ?? false)
    }
    self.found = found.count
    rectified = found.count { $0.verified.map { $0.day <= end } ?? false }
    countedOn = end
  }

  /// As `66.7%`, or a dash where nothing was found.
  public var text: String { percentage(rectified, of: found) }
}

/// A part of a whole as `66.7%`, rounded to the nearest tenth; a dash where the whole is nothing.
public func percentage(_ part: Int, of whole: Int) -> String {
  guard whole > 0 else { return "-" }
  let tenths = (part * 2000 + whole) / (whole * 2)
  return "\(tenths / 10).\(tenths % 10)%"
}

extension Hazard {
  /// Whether it was on the register at 24:00 of a day.
  public func isOpen(atEndOf day: Day) -> Bool {
    reported <= day && !(closed.map { $0.day <= day } ?? false)
      && !(withdrawn.map { $0.day <= day } ?? false)
  }

  /// How grave it was held to be at 24:00 of a day, by the studies up to then.
  public func severity(atEndOf day: Day) -> Severity {
    oversight.studies.last { $0.day <= day }?.severity ?? report.severity
  }

  /// Whether it was on the register at 24:00 of a day, past the deadline in force then.
  public func wasOverdue(atEndOf day: Day) -> Bool {
    isOpen(atEndOf: day) && (deadline(inForceOn: day).map { $0 < day } ?? false)
  }

  /// The deadline that held on a day.
  public func deadline(inForceOn day: Day) -> Day? {
    deadlines.last { $0.set <= day }?.last
  }

  /// Whether it was closed after the deadline then in force.
  public var wasClosedLate: Bool {
    guard let closed, let deadline = deadline(inForceOn: closed.day) else { return false }
    return closed.day > deadline
  }
}
