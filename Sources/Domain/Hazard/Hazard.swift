import Almanac

/// Something found wrong (隐患), from finding to closure (销号).
public struct Hazard: Hashable, Sendable, Codable, Identifiable {
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case reported
    case assigned
    case rectifying
    case submitted
    case verified
    case closed
    case withdrawn

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
    public var deadline: Day
    public var reason: String

    enum CodingKeys: String, CodingKey {
      case deadline
      case reason
    }

    public init(deadline: Day, reason: String) {
      self.deadline = deadline
      self.reason = reason
    }
  }

  /// A deadline and the day on which it was set.
  public struct Deadline: Hashable, Sendable, Codable {
    public var last: Day
    public var set: Day

    enum CodingKeys: String, CodingKey {
      case last
      case set
    }

    public init(last: Day, set: Day) {
      self.last = last
      self.set = set
    }
  }

  /// Who took a step and on which day.
  public struct Step: Hashable, Sendable, Codable {
    public var person: Person.ID
    public var day: Day

    enum CodingKeys: String, CodingKey {
      case person
      case day
    }

    public init(person: Person.ID, day: Day) {
      self.person = person
      self.day = day
    }
  }

  /// Its number, as `2026-017`: run by year, never reused.
  public let id: Identifier<Hazard>
  public var report: HazardReport
  public var state: State
  public var reported: Day
  public var reporter: Person.ID
  public var person: Person.ID?
  /// Every deadline it had, the one in force last, each with the day on which it was set.
  public var deadlines: [Deadline]
  /// How many times the deadline was extended; a rejection's new one does not count.
  public var extensions: Int
  public var requested: Request?
  public var measures: String?
  public var photos: [String]
  public var rejections: Int
  public var rectified: Step?
  public var verified: Step?
  public var closed: Step?
  public var withdrawn: Step?
  public var withdrawnReason: String?
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
    case photos
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
  /// Whether nothing was decided about it since it was found.
  var isUntouched: Bool { state == .reported || isMendedOnSpot }
  /// The last day on which its rectification is on time; it ends at 24:00 (order 61, article 32).
  public var deadline: Day? { deadlines.last?.last }
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
  public var place: Place.ID
  public var spot: String?
  public var section: Section.ID?
  public var text: String
  public var category: HazardCategory
  public var severity: Severity
  public var source: Hazard.Source
  /// The document it came with: issuer, number, date, as written on it.
  public var sourceDocument: String?
  public var finders: [Person.ID]
  /// The record and item that found it.
  public var inspection: Inspection.ID?
  public var item: ItemKey?
  public var basis: Bilingual?
  public var deadline: Day?
  /// Found and mended in the same walk, and how.
  public var onSpot: String?
  public var asksForStudy: Bool
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
  public var inspection: Inspection.ID
  public var item: ItemKey
  public var text: String

  enum CodingKeys: String, CodingKey {
    case inspection
    case item
    case text
  }

  public init(inspection: Inspection.ID, item: ItemKey, text: String) {
    self.inspection = inspection
    self.item = item
    self.text = text
  }
}
