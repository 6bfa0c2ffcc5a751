import Almanac

/// What an event is about: a kind and a lasting name, written `hazard/2026-017`.
public struct Subject: Hashable, Sendable, Codable, CustomStringConvertible {
  /// What sort of thing it is; the raw value stands in the journal for ever.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case ledger
    case organization
    case section
    case person
    case place
    case checklist
    case plan
    case season
    case calendar
    case alert
    case occurrence
    case inspection
    case hazard
    case notice
    case exemption
    case seal
    case key
    case entry
    case duty
    case dutyRules
    case number
    case activity
    case activityKind
    case incident
    case nilReport
    case incidentRules
    case expiry
    case expiryKind
    case rule
    case responsibility
    case goal
    case shortcoming
    case assessment
    case vehicle
    case driver
    case trip
    case asset
  }

  /// The part before the first slash.
  public let kind: Kind
  /// The part after the first slash, unique within the kind.
  public let id: String

  /// A subject from its kind and its name within it.
  public init(_ kind: Kind, _ id: String) {
    self.kind = kind
    self.id = id
  }

  /// Reads `kind/id`; an id may hold further slashes.
  public init?(_ text: String) {
    guard let slash = text.firstIndex(of: "/"), let kind = Kind(rawValue: String(text[..<slash]))
    else { return nil }
    self.init(kind, String(text[text.index(after: slash)...]))
  }

  /// As the journal writes it: `kind/id`.
  public var description: String { "\(kind.rawValue)/\(id)" }

  /// The ledger itself, `ledger/this`.
  public static let ledger = Subject(.ledger, "this")
  /// The office, one in a ledger: `organization/this`.
  public static let organization = Subject(.organization, "this")
  /// A section of the office, as `section/general`.
  public static func section(_ id: Section.ID) -> Subject { Subject(.section, id.rawValue) }
  /// A person, as `person/xu`.
  public static func person(_ id: Person.ID) -> Subject { Subject(.person, id.rawValue) }
  /// A place, as `place/archive-1`.
  public static func place(_ id: Place.ID) -> Subject { Subject(.place, id.rawValue) }
  /// A checklist in all its versions, as `checklist/archive-room`.
  public static func checklist(_ id: Checklist.ID) -> Subject {
    Subject(.checklist, id.rawValue)
  }
  /// A plan in all its revisions, as `plan/monthly`.
  public static func plan(_ id: Plan.ID) -> Subject { Subject(.plan, id.rawValue) }
  /// A flood season, as `season/2026-flood`.
  public static func season(_ id: Season.ID) -> Subject { Subject(.season, id.rawValue) }
  /// The holidays of a year, as `calendar/2027`.
  public static func calendar(_ year: Int) -> Subject { Subject(.calendar, String(year)) }
  /// A weather alert, named by its first message.
  public static func alert(_ id: Alert.ID) -> Subject { Subject(.alert, id.rawValue) }
  /// An occurrence, as `occurrence/monthly/archive-1/2026-11`.
  public static func occurrence(_ key: OccurrenceKey) -> Subject {
    Subject(.occurrence, key.description)
  }
  /// A record, as `inspection/检2026-0341`.
  public static func inspection(_ id: Inspection.ID) -> Subject {
    Subject(.inspection, id.rawValue)
  }
  /// A hazard, as `hazard/2026-017`.
  public static func hazard(_ id: Hazard.ID) -> Subject { Subject(.hazard, id.rawValue) }
  /// A rectification notice, as `notice/整2026-003`.
  public static func notice(_ id: RectificationNotice.ID) -> Subject {
    Subject(.notice, id.rawValue)
  }
  /// An exemption, as `exemption/301/office/sockets-sound`.
  public static func exemption(_ key: Exemption.Key) -> Subject {
    Subject(.exemption, key.description)
  }

  /// The seals of a month, as `seal/2026-11`.
  public static func seal(_ month: Month) -> Subject { Subject(.seal, month.description) }

  /// An act entered for another, by the act's own id, as `entry/a1b2c3d4-75`.
  public static func entry(_ id: EnteredAct.ID) -> Subject { Subject(.entry, id.rawValue) }

  /// A duty roster, as `duty/2027-new-year`.
  public static func duty(_ id: DutyRoster.ID) -> Subject { Subject(.duty, id.rawValue) }

  /// The number of a letter or a report, as `number/文2026-011`.
  public static func number(_ id: DocumentNumber.ID) -> Subject { Subject(.number, id.rawValue) }

  /// How the office keeps duty, one in a ledger: `dutyRules/this`.
  public static let dutyRules = Subject(.dutyRules, "this")

  /// An entry of the register of activities, as `activity/HD2026-001`.
  public static func activity(_ id: Activity.ID) -> Subject { Subject(.activity, id.rawValue) }

  /// A kind of activities, as `activityKind/circular`.
  public static func activityKind(_ id: ActivityKind.ID) -> Subject {
    Subject(.activityKind, id.rawValue)
  }

  /// An incident, as `incident/SJ2026-001`.
  public static func incident(_ id: Incident.ID) -> Subject { Subject(.incident, id.rawValue) }

  /// A nil report, as `nilReport/2027-01-01T17:00`.
  public static func nilReport(_ id: NilDeclaration.ID) -> Subject {
    Subject(.nilReport, id.rawValue)
  }

  /// What is to be reported and when, one in a ledger: `incidentRules/this`.
  public static let incidentRules = Subject(.incidentRules, "this")

  /// A thing that ends, as `expiry/DQ2026-001`.
  public static func expiry(_ id: Expiry.ID) -> Subject { Subject(.expiry, id.rawValue) }

  /// A kind of things that end, as `expiryKind/insurance`.
  public static func expiryKind(_ id: ExpiryKind.ID) -> Subject {
    Subject(.expiryKind, id.rawValue)
  }

  /// A rule of the office, as `rule/ZD2026-001`.
  public static func rule(_ id: SafetyRule.ID) -> Subject { Subject(.rule, id.rawValue) }

  /// An asset of the network, as `asset/ZC2026-001`.
  public static func asset(_ id: Asset.ID) -> Subject { Subject(.asset, id.rawValue) }

  /// A post with those who held it, as `responsibility/section/general`.
  public static func responsibility(_ post: Post) -> Subject {
    Subject(.responsibility, post.description)
  }

  /// A measure of a year's plan, as `goal/MB2027-01`.
  public static func goal(_ id: Goal.ID) -> Subject { Subject(.goal, id.rawValue) }

  /// The assessment of a year, as `assessment/2026`.
  public static func assessment(_ id: Assessment.ID) -> Subject {
    Subject(.assessment, id.rawValue)
  }

  /// What somebody said fell short in a year, as `shortcoming/BZ2026-01`.
  public static func shortcoming(_ id: StatedShortcoming.ID) -> Subject {
    Subject(.shortcoming, id.rawValue)
  }

  /// An official vehicle, as `vehicle/car-1`, by its place.
  public static func vehicle(_ id: Place.ID) -> Subject { Subject(.vehicle, id.rawValue) }
  /// A person's driving licence, as `driver/xu`.
  public static func driver(_ id: Person.ID) -> Subject { Subject(.driver, id.rawValue) }
  /// A use of a vehicle, as `trip/YC2026-001`.
  public static func trip(_ id: Trip.ID) -> Subject { Subject(.trip, id.rawValue) }

  /// The keys of a person, as `key/xu`.
  public static func key(_ id: Person.ID) -> Subject { Subject(.key, id.rawValue) }

  /// Reads one string, `kind/id`.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let subject = Subject(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a subject: \(text)"))
    }
    self = subject
  }

  /// Writes one string, `kind/id`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// One thing that happened to one subject: what `decide` gives back and the journal writes as a line.
public struct Happening: Hashable, Sendable {
  /// What it happened to.
  public var subject: Subject
  /// What happened.
  public var event: Event
  /// The civil day it counts for where that is not the day of recording: the day walked.
  public var day: Day?

  /// An event on a subject, with a day where it counts for another than today.
  public init(_ subject: Subject, _ event: Event, day: Day? = nil) {
    self.subject = subject
    self.event = event
    self.day = day
  }
}

/// When, by whom and in which act an event was recorded.
public struct Stamp: Hashable, Sendable {
  /// The time of recording, to the second.
  public var at: Moment
  /// The civil day it counts for.
  public var day: Day
  /// Who decided, or acted.
  public var actor: Person.ID
  /// In whose place the actor acted (代理), whose role it took; nil where the actor's own sufficed.
  public var standsFor: Person.ID?
  /// Who typed it, where it was decided on paper by the actor (代录), and the date on that paper.
  public var entered: Entered?
  /// The act of which it is part: lines of one act carry the same; empty before it is written.
  public var act = ""
  /// The time of the line before, where it is later by more than a minute: the clock had gone back.
  public var behind: Moment?

  /// Who was at the keyboard, and signs the line.
  public var recorder: Person.ID { entered?.by ?? actor }

  /// A stamp from the time, the day it counts for and who decided.
  public init(
    at: Moment, day: Day, actor: Person.ID, standsFor: Person.ID? = nil, entered: Entered? = nil
  ) {
    self.at = at
    self.day = day
    self.actor = actor
    self.standsFor = standsFor
    self.entered = entered
  }
}

/// An act decided on paper and entered by another (代录).
public struct Entered: Hashable, Sendable, Codable {
  /// Who typed it.
  public var by: Person.ID
  /// The date on the paper.
  public var paper: Day
  /// The paper's scan, if it was kept.
  public var scan: Scan?

  enum CodingKeys: String, CodingKey {
    case by
    case paper
    case scan
  }

  /// An entry from who typed it, the date on the paper and perhaps its scan.
  public init(by: Person.ID, paper: Day, scan: Scan? = nil) {
    self.by = by
    self.paper = paper
    self.scan = scan
  }
}
