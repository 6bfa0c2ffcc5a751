/// An event as the journal names and stores it.
///
/// A type's name and its keys are written by hand and live for ever: renaming a Swift case changes
/// nothing in a ledger. Cases and optional fields are only added; a changed meaning is a new case.
public protocol JournalEvent: Sendable {
  /// Its name in the journal, as `hazard.assigned`.
  var type: String { get }
  /// What is stored under `data`.
  var data: any Encodable & Sendable { get }
  /// Reads an event back; nil if the name is not one of this kind's.
  init?(type: String, from data: any Decoder) throws
}

/// The data of an event that says all by its name.
struct NoData: Codable, Hashable {}

/// A value that an event of a type cannot do without.
func required<Value>(
  _ value: Value?, _ name: String, of type: String, _ decoder: any Decoder
) throws -> Value {
  guard let value else {
    throw DecodingError.dataCorrupted(
      .init(codingPath: decoder.codingPath, debugDescription: "\(type) has no \(name)"))
  }
  return value
}

/// Everything that can happen to any subject.
public enum Event: Hashable, Sendable {
  case ledgerCreated(LedgerCreated)
  case organization(Organization)
  case section(Section)
  case person(Person)
  case place(Place)
  case checklist(ChecklistVersion)
  case plan(PlanEvent)
  case season(Season)
  case calendar(HolidayArrangement)
  case alert(AlertEvent)
  case occurrence(OccurrenceEvent)
  case inspection(InspectionEvent)
  case hazard(HazardEvent)
  case notice(RectificationNoticeEvent)
  case exemption(ExemptionEvent)
  case sealed(SealedMonth)
  case key(KeyEvent)
  case entry(EntryEvent)
  case duty(DutyEvent)
  case dutyRules(DutyRules)
  case number(DocumentNumberEvent)
  case activity(ActivityEvent)
  case activityKind(ActivityKind)
  case incident(IncidentEvent)
  case nilReport(NilEvent)
  case incidentRules(IncidentRules)
  case expiry(ExpiryEvent)
  case expiryKind(ExpiryKind)
  case rule(SafetyRuleEvent)
  case responsibility(ResponsibilityEvent)
  case goal(GoalEvent)
  case shortcoming(ShortcomingEvent)
  case assessment(AssessmentEvent)
  case vehicle(VehicleEvent)
  case driver(DriverEvent)
  case trip(TripEvent)
  case asset(AssetEvent)
}

/// The first event of every ledger.
public struct LedgerCreated: Hashable, Sendable, Codable {
  /// Whether it is only for practice: written here for ever.
  public var isPractice: Bool

  enum CodingKeys: String, CodingKey {
    case isPractice = "practice"
  }

  /// The beginning of a ledger for practice or for real.
  public init(isPractice: Bool) { self.isPractice = isPractice }
}

extension Event: JournalEvent {
  /// Its name in the journal: master data are `set` or `published` whole.
  public var type: String {
    switch self {
    case .ledgerCreated: "ledger.created"
    case .organization: "organization.set"
    case .section: "section.set"
    case .person: "person.set"
    case .place: "place.set"
    case .checklist: "checklist.published"
    case .plan(let event): event.type
    case .season: "season.set"
    case .calendar: "calendar.loaded"
    case .alert(let event): event.type
    case .occurrence(let event): event.type
    case .inspection(let event): event.type
    case .hazard(let event): event.type
    case .notice(let event): event.type
    case .exemption(let event): event.type
    case .sealed: "seal.made"
    case .key(let event): event.type
    case .entry(let event): event.type
    case .duty(let event): event.type
    case .dutyRules: "dutyRules.set"
    case .number(let event): event.type
    case .activity(let event): event.type
    case .activityKind: "activityKind.set"
    case .incident(let event): event.type
    case .nilReport(let event): event.type
    case .incidentRules: "incidentRules.set"
    case .expiry(let event): event.type
    case .expiryKind: "expiryKind.set"
    case .rule(let event): event.type
    case .responsibility(let event): event.type
    case .goal(let event): event.type
    case .shortcoming(let event): event.type
    case .assessment(let event): event.type
    case .vehicle(let event): event.type
    case .driver(let event): event.type
    case .trip(let event): event.type
    case .asset(let event): event.type
    }
  }

  /// What is stored under `data`: the whole value for master data.
  public var data: any Encodable & Sendable {
    switch self {
    case .ledgerCreated(let created): created
    case .organization(let organization): organization
    case .section(let section): section
    case .person(let person): person
    case .place(let place): place
    case .checklist(let version): version
    case .plan(let event): event.data
    case .season(let season): season
    case .calendar(let arrangement): arrangement
    case .alert(let event): event.data
    case .occurrence(let event): event.data
    case .inspection(let event): event.data
    case .hazard(let event): event.data
    case .notice(let event): event.data
    case .exemption(let event): event.data
    case .sealed(let sealed): sealed
    case .key(let event): event.data
    case .entry(let event): event.data
    case .duty(let event): event.data
    case .dutyRules(let rules): rules
    case .number(let event): event.data
    case .activity(let event): event.data
    case .activityKind(let kind): kind
    case .incident(let event): event.data
    case .nilReport(let event): event.data
    case .incidentRules(let rules): rules
    case .expiry(let event): event.data
    case .expiryKind(let kind): kind
    case .rule(let event): event.data
    case .responsibility(let event): event.data
    case .goal(let event): event.data
    case .shortcoming(let event): event.data
    case .assessment(let event): event.data
    case .vehicle(let event): event.data
    case .driver(let event): event.data
    case .trip(let event): event.data
    case .asset(let event): event.data
    }
  }

  /// Reads an event of any subject back; nil if the name is of none.
  public init?(type: String, from data: any Decoder) throws {
    switch type {
    case "ledger.created": self = .ledgerCreated(try LedgerCreated(from: data))
    case "organization.set": self = .organization(try Organization(from: data))
    case "section.set": self = .section(try Section(from: data))
    case "person.set": self = .person(try Person(from: data))
    case "place.set": self = .place(try Place(from: data))
    case "checklist.published": self = .checklist(try ChecklistVersion(from: data))
    case "season.set": self = .season(try Season(from: data))
    case "calendar.loaded": self = .calendar(try HolidayArrangement(from: data))
    case "dutyRules.set": self = .dutyRules(try DutyRules(from: data))
    case "activityKind.set": self = .activityKind(try ActivityKind(from: data))
    case "incidentRules.set": self = .incidentRules(try IncidentRules(from: data))
    case "expiryKind.set": self = .expiryKind(try ExpiryKind(from: data))
    case "seal.made": self = .sealed(try SealedMonth(from: data))
    default:
      if let event = try PlanEvent(type: type, from: data) {
        self = .plan(event)
      } else if let event = try AlertEvent(type: type, from: data) {
        self = .alert(event)
      } else if let event = try OccurrenceEvent(type: type, from: data) {
        self = .occurrence(event)
      } else if let event = try InspectionEvent(type: type, from: data) {
        self = .inspection(event)
      } else if let event = try HazardEvent(type: type, from: data) {
        self = .hazard(event)
      } else if let event = try RectificationNoticeEvent(type: type, from: data) {
        self = .notice(event)
      } else if let event = try ExemptionEvent(type: type, from: data) {
        self = .exemption(event)
      } else if let event = try KeyEvent(type: type, from: data) {
        self = .key(event)
      } else if let event = try EntryEvent(type: type, from: data) {
        self = .entry(event)
      } else if let event = try DutyEvent(type: type, from: data) {
        self = .duty(event)
      } else if let event = try DocumentNumberEvent(type: type, from: data) {
        self = .number(event)
      } else if let event = try ActivityEvent(type: type, from: data) {
        self = .activity(event)
      } else if let event = try IncidentEvent(type: type, from: data) {
        self = .incident(event)
      } else if let event = try NilEvent(type: type, from: data) {
        self = .nilReport(event)
      } else if let event = try ExpiryEvent(type: type, from: data) {
        self = .expiry(event)
      } else if let event = try SafetyRuleEvent(type: type, from: data) {
        self = .rule(event)
      } else if let event = try ResponsibilityEvent(type: type, from: data) {
        self = .responsibility(event)
      } else if let event = try GoalEvent(type: type, from: data) {
        self = .goal(event)
      } else if let event = try ShortcomingEvent(type: type, from: data) {
        self = .shortcoming(event)
      } else if let event = try AssessmentEvent(type: type, from: data) {
        self = .assessment(event)
      } else if let event = try VehicleEvent(type: type, from: data) {
        self = .vehicle(event)
      } else if let event = try DriverEvent(type: type, from: data) {
        self = .driver(event)
      } else if let event = try TripEvent(type: type, from: data) {
        self = .trip(event)
      } else if let event = try AssetEvent(type: type, from: data) {
        self = .asset(event)
      } else {
        return nil
      }
    }
  }
}

extension Event {
  /// Whether it begins a numbered subject.
  public var begins: Bool {
    switch self {
    case .inspection(.signed), .hazard(.reported), .notice(.issued), .number(.drawn),
      .activity(.recorded), .incident(.recorded), .expiry(.added), .rule(.added),
      .asset(.added):
      true
    case .ledgerCreated, .organization, .section, .person, .place, .checklist, .plan, .season,
      .calendar, .alert, .occurrence, .inspection, .hazard, .notice, .exemption, .sealed, .key,
      .entry, .duty, .dutyRules, .number, .activity, .activityKind,
      .incident, .nilReport, .incidentRules, .expiry, .expiryKind, .rule,
      .responsibility, .goal, .shortcoming, .assessment, .vehicle, .driver, .trip, .asset:
      false
    }
  }
}
