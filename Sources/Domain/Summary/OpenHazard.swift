import Almanac

/// A hazard as a summary shows it that was open at its end: what was known at 24:00 of that day.
public struct OpenHazard: Hashable, Sendable, Codable {
  /// Its number.
  public var id: Hazard.ID
  /// Where.
  public var place: Place.ID
  /// Where in the room; nil for the place as a whole.
  public var spot: String?
  /// What is wrong, in words.
  public var text: String
  /// The section of the place when it was found.
  public var section: Section.ID?
  /// The rectifier; nil while none is named.
  public var person: Person.ID?
  /// General or major.
  public var severity: Severity
  /// The deadline in force on the day counted.
  public var deadline: Day?
  /// Where it stood when the summary was drawn up.
  public var state: Hazard.State
  /// The day on which it was closed or withdrawn, after the day counted.
  public var ended: Day?
  /// More time that was asked for and not decided.
  public var requested: Hazard.Request?
  /// Whether a study is asked of whether it is major.
  public var asksForStudy: Bool
  /// The leader whose case it is; nil where nobody is named, and in months sealed before this was kept.
  public var leader: Person.ID?

  enum CodingKeys: String, CodingKey {
    case id
    case place
    case spot
    case text
    case section
    case person
    case severity
    case deadline
    case state
    case ended
    case requested
    case asksForStudy
    case leader
  }

  /// A hazard with the deadline that held on a day.
  public init(_ hazard: Hazard, atEndOf day: Day) {
    id = hazard.id
    place = hazard.report.place
    spot = hazard.report.spot
    text = hazard.report.text
    section = hazard.section
    person = hazard.person
    severity = hazard.severity(atEndOf: day)
    deadline = hazard.deadline(inForceOn: day)
    state = hazard.state
    ended = hazard.isOpen ? nil : (hazard.closed ?? hazard.withdrawn)?.day
    requested = hazard.requested
    asksForStudy = hazard.report.asksForStudy
    leader = hazard.oversight.leader
  }

  /// Whether a leader is still to be named whose case it is.
  public var asksForLeader: Bool { severity == .major && leader == nil }

  /// Whether only a leader's decision moves it on: overdue, a major one that is nobody's case, or one for
  /// which more time or a study is asked.
  public func isForDecision(on day: Day) -> Bool {
    isOverdue(on: day) || asksForLeader || requested != nil || asksForStudy
  }

  /// Overdue starts the day after the deadline.
  public func isOverdue(on day: Day) -> Bool { deadline.map { $0 < day } ?? false }
}
