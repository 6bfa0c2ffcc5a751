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
    let counted = CountedWalks(days: days, countedOn: countedOn, fulfilments: fulfilments)
    inspections = counted.walks.count
    findings = counted.withFindings.reduce(0) { $0 + $1.findings }
    self.rounds = rounds
    persons = counted.byPerson.count
    places = counted.byPlace.count
    ledByLeader = counted.ledByLeader.count
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
    let counted = CountedHazards(days: days, countedOn: end, hazards: hazards)
    opened = counted[.opened].count
    closed = counted[.closed].count
    closedLate = counted[.closedLate].count
    closedOnTime = counted[.closedOnTime].count
    open = counted[.open].count
    overdue = counted[.overdue].count
    major = counted[.major].count
    fixedOnSpot = counted[.fixedOnSpot].count
    byAge = Ages(
      d0to7: counted[.d0to7].count, d8to30: counted[.d8to30].count,
      over30: counted[.over30].count)
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
    let counted = CountedHazards(days: days, countedOn: end, hazards: hazards)
    found = counted[.found].count
    rectified = counted[.rectified].count
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

extension [Hazard] {
  /// Those that the papers before a break tell of: open on the day of printing, or on the last workday before
  /// the break where that is over.
  public func open(before holiday: Break, on today: Day) -> [Hazard] {
    let day = holiday.handover(by: today)
    return filter { $0.isOpen(atEndOf: day) }
  }
}
