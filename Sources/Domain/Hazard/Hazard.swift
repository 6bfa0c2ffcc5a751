import Almanac

/// Something found wrong (隐患), from finding to closure (销号).
public struct Hazard: Hashable, Sendable, Codable, Identifiable {
  /// How far it is on the way from finding (登记) to closure (销号).
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case reported
    case assigned
    case rectifying
    case submitted
    case verified
    case closed
    case withdrawn

    /// What it waits for, or how it ended, as registers show it.
    public var name: Bilingual {
      switch self {
      case .reported: Bilingual(zh: "待交办", en: "reported")
      case .assigned: Bilingual(zh: "已交办", en: "assigned")
      case .rectifying: Bilingual(zh: "整改中", en: "rectifying")
      case .submitted: Bilingual(zh: "待复查", en: "submitted")
      case .verified: Bilingual(zh: "待销号", en: "verified")
      case .closed: Bilingual(zh: "已销号", en: "closed")
      case .withdrawn: Bilingual(zh: "已作废", en: "withdrawn")
      }
    }
  }

  /// Where a hazard comes from (来源).
  public enum Source: String, Hashable, Sendable, Codable, CaseIterable {
    case selfFound
    case higherInspection
    case authorityOrder
    case thirdPartyTest
    case publicReport

    /// The source as registers and timelines show it.
    public var name: Bilingual {
      switch self {
      case .selfFound: Bilingual(zh: "自查", en: "self-found")
      case .higherInspection: Bilingual(zh: "上级检查", en: "higher inspection")
      case .authorityOrder: Bilingual(zh: "部门责令", en: "ordered by an authority")
      case .thirdPartyTest: Bilingual(zh: "第三方检测", en: "third-party test")
      case .publicReport: Bilingual(zh: "群众反映", en: "reported by the public")
      }
    }
  }

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

    enum CodingKeys: String, CodingKey {
      case person
      case day
    }

    /// A step taken by a person on a day.
    public init(person: Person.ID, day: Day) {
      self.person = person
      self.day = day
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
  /// When the last act was recorded.
  public var latest: Moment

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
    case rectified
    case verified
    case closed
    case withdrawn
    case withdrawnReason
    case sightings
    case latest
  }

  /// Neither closed nor withdrawn.
  public var isOpen: Bool { state != .closed && state != .withdrawn }
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
  /// Whether nothing was decided about it since it was found.
  public var isUntouched: Bool { state == .reported || isMendedOnSpot }
  /// The last day on which its rectification is on time; it ends at 24:00 (order 61, article 32).
  public var deadline: Day? { deadlines.last?.last }
  /// The first deadline it had, whatever came after; nil before there is one.
  public var originalDeadline: Day? { deadlines.first?.last }

  /// Days to the deadline: 0 on its day, negative when overdue; nil without one or once it is ended.
  public func daysLeft(on day: Day) -> Int? {
    guard isOpen, let deadline else { return nil }
    return deadline - day
  }

  /// Overdue starts the day after the deadline.
  public func isOverdue(on day: Day) -> Bool { daysLeft(on: day).map { $0 < 0 } ?? false }
}

/// What is known of a hazard when it is registered.
public struct HazardReport: Hashable, Sendable, Codable {
  /// Where it was found.
  public var place: Place.ID
  /// Where in the room, as `靠窗`; nil for the place as a whole.
  public var spot: String?
  /// The section of the place at the time; nil for a place of no section.
  public var section: Section.ID?
  /// What is wrong, in words, as printed in the register.
  public var text: String
  /// The kind of danger, which decides the proposed deadline and who may close it.
  public var category: HazardCategory
  /// General unless a study found it major; no tick makes it so.
  public var severity: Severity
  /// Who brought it up; all but self-found need ``sourceDocument``.
  public var source: Hazard.Source
  /// The document it came with: issuer, number, date, as written on it.
  public var sourceDocument: String?
  /// Who found it: the record's inspectors, or the person who registered it.
  public var finders: [Person.ID]
  /// The record and item that found it.
  public var inspection: Inspection.ID?
  /// The item at which it was found; nil for one not found on a walk.
  public var item: ItemKey?
  /// The rule it offends against, as the checklist item cites it.
  public var basis: Bilingual?
  /// The deadline it came with: an authority's, the inspector's, or the rule's.
  public var deadline: Day?
  /// Found and mended in the same walk, and how.
  public var onSpot: String?
  /// Whether the inspector asks for a study of whether it is major (提请重大研判).
  public var asksForStudy: Bool
  /// Names of photographs in lines of the first version, which had no files; now each photograph is an
  /// event of its own.
  public var photos: [String]
  /// The closed hazard that was found again.
  public var previous: Hazard.ID?

  enum CodingKeys: String, CodingKey {
    case place
    case spot
    case section
    case text
    case category
    case severity
    case source
    case sourceDocument
    case finders
    case inspection
    case item
    case basis
    case deadline
    case onSpot
    case asksForStudy
    case photos
    case previous
  }

  /// A report from a place, the words for what is wrong and its category; the rest if known.
  public init(
    place: Place.ID, spot: String? = nil, section: Section.ID? = nil, text: String,
    category: HazardCategory, severity: Severity = .general, source: Hazard.Source = .selfFound,
    sourceDocument: String? = nil, finders: [Person.ID] = [], inspection: Inspection.ID? = nil,
    item: ItemKey? = nil, basis: Bilingual? = nil, deadline: Day? = nil, onSpot: String? = nil,
    asksForStudy: Bool = false, photos: [String] = [], previous: Hazard.ID? = nil
  ) {
    self.place = place
    self.spot = spot
    self.section = section
    self.text = text
    self.category = category
    self.severity = severity
    self.source = source
    self.sourceDocument = sourceDocument
    self.finders = finders
    self.inspection = inspection
    self.item = item
    self.basis = basis
    self.deadline = deadline
    self.onSpot = onSpot
    self.asksForStudy = asksForStudy
    self.photos = photos
    self.previous = previous
  }
}

/// The same hazard met again on a later walk while it is open.
public struct HazardSighting: Hashable, Sendable, Codable {
  /// The record of the later walk.
  public var inspection: Inspection.ID
  /// The item at which it was met, not always the one that found it.
  public var item: ItemKey
  /// What the inspector put down this time.
  public var text: String
  /// Whether another record of the same walk has found or met it already: it was not met a second time.
  public var isSameWalk: Bool

  enum CodingKeys: String, CodingKey {
    case inspection
    case item
    case text
    case isSameWalk = "sameWalk"
  }

  /// A sighting from a record, one of its items and the words put down there.
  public init(inspection: Inspection.ID, item: ItemKey, text: String, isSameWalk: Bool = false) {
    self.inspection = inspection
    self.item = item
    self.text = text
    self.isSameWalk = isSameWalk
  }

  /// Reads a sighting; one that does not say so is of a walk of its own.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    inspection = try fields.decode(Inspection.ID.self, forKey: .inspection)
    item = try fields.decode(ItemKey.self, forKey: .item)
    text = try fields.decode(String.self, forKey: .text)
    isSameWalk = try fields.decodeIfPresent(Bool.self, forKey: .isSameWalk) ?? false
  }

  /// Writes the record, item and words, and the same walk only where it is one.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(inspection, forKey: .inspection)
    try fields.encode(item, forKey: .item)
    try fields.encode(text, forKey: .text)
    if isSameWalk { try fields.encode(true, forKey: .isSameWalk) }
  }
}
