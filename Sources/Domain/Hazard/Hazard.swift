import Almanac

/// Something found wrong (隐患), from finding to closure (销号).
public struct Hazard: Hashable, Sendable, Codable, Identifiable {
  /// A later deadline that the rectifier asked for.
  public struct Request: Hashable, Sendable, Codable {
    /// The last day asked for, later than the one in force.
    public var deadline: Day
    /// Why more time is needed.
    public var reason: String

    enum CodingKeys: String, CodingKey {
      case deadline
      case reason
    }

    /// A request for a later last day, with its reason.
    public init(deadline: Day, reason: String) {
      self.deadline = deadline
      self.reason = reason
    }
  }

  /// A deadline and the day on which it was set.
  public struct Deadline: Hashable, Sendable, Codable {
    /// The last day on which rectification is on time.
    public var last: Day
    /// The day on which it was set: reported, assigned, extended or rejected.
    public var set: Day

    enum CodingKeys: String, CodingKey {
      case last
      case set
    }

    /// A last day and the day of setting it.
    public init(last: Day, set: Day) {
      self.last = last
      self.set = set
    }
  }

  /// Who took a step and on which day.
  public struct Step: Hashable, Sendable, Codable {
    /// Who decided or acted; never the one who only typed it in (代录).
    public var person: Person.ID
    /// The day it counts for.
    public var day: Day
    /// In whose place it was taken (代理); nil where the person's own role sufficed.
    public var standsFor: Person.ID?

    enum CodingKeys: String, CodingKey {
      case person
      case day
      case standsFor = "as"
    }

    /// A step taken by a person on a day.
    public init(person: Person.ID, day: Day) {
      self.person = person
      self.day = day
    }

    /// The step that a line records.
    init(_ stamp: Stamp) {
      person = stamp.actor
      day = stamp.day
      standsFor = stamp.standsFor
    }
  }

  /// A decision that its maker may take back while nothing has followed it.
  public struct Revocable: Hashable, Sendable, Codable {
    /// The act that made it; lines of one act are taken back together.
    public var act: String
    /// Who decided.
    public var person: Person.ID
    /// The day on which it was recorded.
    public var day: Day

    enum CodingKeys: String, CodingKey {
      case act
      case person
      case day
    }
  }

  /// Its number, as `2026-017`: run by year, never reused.
  public let id: Identifier<Hazard>
  /// What was known at registration; later acts leave it as it was.
  public var report: HazardReport
  /// Where it stands now, folded from its events.
  public var state: State
  /// The day it was found: the day walked, or the day it was registered.
  public var reported: Day
  /// Who registered it; who found it is in the report.
  public var reporter: Person.ID
  /// The rectifier (整改责任人); nil until assigned and after declining.
  public var person: Person.ID?
  /// Every deadline it had, the one in force last, each with the day on which it was set.
  public var deadlines: [Deadline]
  /// How many times the deadline was extended; a rejection's new one does not count.
  public var extensions: Int
  /// The later deadline asked for; nil once granted, or the hazard is declined or handed in.
  public var requested: Request?
  /// What was done to mend it, in the rectifier's or inspector's words.
  public var measures: String?
  /// Photographs of the finding and of the rectification, in the order in which they were attached.
  public var photographs: [AttachedPhotograph]
  /// How many times verification sent it back (复查退回).
  public var rejections: Int
  /// Whether it was ever assigned: its deadline is one that somebody decided, even after declining.
  public internal(set) var wasAssigned = false
  /// Who handed it in, or mended it on the spot; nil after a rejection.
  public var rectified: Step?
  /// Who found it mended (复查): never one who fixed it.
  public var verified: Step?
  /// Who took it off the register (销号).
  public var closed: Step?
  /// Who withdrew it (作废).
  public var withdrawn: Step?
  /// Why it was withdrawn; set together with the step.
  public var withdrawnReason: String?
  /// Later walks that met it while it was open, oldest first.
  public var sightings: [HazardSighting]
  /// The section to which it was transferred; nil while it is the place's own.
  public var movedTo: Section.ID?
  /// The party outside the office that mends it, as the property company; the person answers for it.
  public var outside: String?
  /// What the rectification cost, in the rectifier's words; nil where nothing was said.
  public var cost: String?
  /// The hazard of which it turned out a duplicate; set together with ``withdrawn``.
  public var mergedInto: Hazard.ID?
  /// Duplicates that were merged into it.
  public var duplicates: [Hazard.ID]
  /// Safeguards, studies and what authorities did, beside its way to closure.
  public var oversight: Oversight
  /// The day of the last step on its way: notes, reminders and sightings are none.
  public var stepped: Day
  /// The last decision, while it may still be revoked.
  public var revocable: Revocable?
  /// When the last act was recorded.
  public var latest: Moment
  /// As it stood before ``revocable``, while it is folded; at most one, and never stored.
  var before: [Hazard] = []

  enum CodingKeys: String, CodingKey {
    case id
    case report
    case state
    case reported
    case reporter
    case person
    case deadlines
    case extensions
    case requested
    case measures
    case photographs
    case rejections
    case wasAssigned
    case rectified
    case verified
    case closed
    case withdrawn
    case withdrawnReason
    case sightings
    case movedTo
    case outside
    case cost
    case mergedInto
    case duplicates
    case oversight
    case stepped
    case revocable
    case latest
  }

  /// Whether someone's decision is what it waits for.
  public var isWaiting: Bool {
    switch state {
    case .reported, .submitted, .verified: true
    case .assigned, .rectifying: requested != nil
    case .closed, .withdrawn: false
    }
  }
  /// Fixed on the spot (当场整改) and not yet looked at: it waits for the section head's signature.
  public var isMendedOnSpot: Bool {
    report.onSpot != nil && state == .submitted && rejections == 0
  }
  /// The records that found or met it, withdrawn ones included.
  var records: Set<Inspection.ID> {
    Set([report.inspection].compactMap { $0 } + sightings.map(\.inspection))
  }
  /// The section that answers for it (责任科室): the place's, or the one it was transferred to.
  public var section: Section.ID? { movedTo ?? report.section }
  /// General, unless the last study found it major (重大研判).
  public var severity: Severity { oversight.studies.last?.severity ?? report.severity }
  /// Whether nothing was decided about it since it was found.
  public var isUntouched: Bool { state == .reported || isMendedOnSpot }
  /// The last day on which its rectification is on time; it ends at 24:00 (order 61, article 32).
  public var deadline: Day? { deadlines.last?.last }
  /// The first deadline it had, whatever came after; nil before there is one.
  public var originalDeadline: Day? { deadlines.first?.last }
}
