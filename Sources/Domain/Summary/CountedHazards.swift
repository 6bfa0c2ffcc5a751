import Almanac

/// The hazards that each figure of a period counts, so that a figure and the list behind it are one thing.
public struct CountedHazards: Sendable {
  /// The period.
  public var days: ClosedRange<Day>
  /// The day of counting, as of 24:00.
  public var end: Day
  /// Every hazard that was open at any time of the period.
  public var hazards: [Hazard]

  /// What a period counts of some hazards, as of 24:00 of the last day counted.
  public init(days: ClosedRange<Day>, countedOn end: Day, hazards: [Hazard]) {
    self.days = days
    self.end = end
    self.hazards = hazards
  }

  /// Those that a figure counts; none for a figure of walks.
  public subscript(figure: Figure) -> [Hazard] {
    switch figure {
    case .opened: hazards.filter { days.contains($0.reported) && $0.reported <= end }
    case .fixedOnSpot: self[.opened].filter { $0.report.onSpot != nil }
    case .closed:
      hazards.filter { $0.closed.map { days.contains($0.day) && $0.day <= end } ?? false }
    case .closedOnTime: self[.closed].filter { !$0.wasClosedLate }
    case .closedLate: self[.closed].filter(\.wasClosedLate)
    case .open: hazards.filter { $0.isOpen(atEndOf: end) }
    case .d0to7: self[.open].filter { end - $0.reported <= 7 }
    case .d8to30: self[.open].filter { (8...30).contains(end - $0.reported) }
    case .over30: self[.open].filter { end - $0.reported > 30 }
    case .overdue: self[.open].filter { $0.wasOverdue(atEndOf: end) }
    case .major: self[.open].filter { $0.severity(atEndOf: end) == .major }
    case .found: self[.opened].filter { !($0.withdrawn.map { $0.day <= end } ?? false) }
    case .rectified: self[.found].filter { $0.verified.map { $0.day <= end } ?? false }
    case .rounds, .persons, .places, .inspections, .ledByLeader, .findings: []
    }
  }
}

/// The walks that the figures of a period count.
public struct CountedWalks: Sendable {
  /// Every standing walk on the days counted.
  public var walks: [Fulfilment]

  /// The walks of a period up to the last day counted.
  public init(days: ClosedRange<Day>, countedOn end: Day, fulfilments: [Fulfilment]) {
    walks = fulfilments.filter { days.contains($0.walked) && $0.walked <= end }
  }

  /// Those led by a leader.
  public var ledByLeader: [Fulfilment] { walks.filter { $0.ledBy != nil } }
  /// Those that found something.
  public var withFindings: [Fulfilment] { walks.filter { $0.findings > 0 } }
  /// How often each person walked.
  public var byPerson: [Person.ID: Int] {
    Dictionary(walks.flatMap(\.inspectors).map { ($0, 1) }, uniquingKeysWith: +)
  }
  /// How often each place was walked.
  public var byPlace: [Place.ID: Int] {
    Dictionary(walks.map { ($0.occurrence.place, 1) }, uniquingKeysWith: +)
  }
}
