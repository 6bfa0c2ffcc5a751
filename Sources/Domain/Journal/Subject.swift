import Almanac

/// What an event is about: a kind and a lasting name, written `hazard/2026-017`.
public struct Subject: Hashable, Sendable, Codable, CustomStringConvertible {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case ledger
    case organization
    case section
    case person
    case place
    case checklist
    case plan
    case season
    case alert
    case occurrence
    case inspection
    case hazard
  }

  public let kind: Kind
  public let id: String

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

  public var description: String { "\(kind.rawValue)/\(id)" }

  public static let ledger = Subject(.ledger, "this")
  public static let organization = Subject(.organization, "this")
  public static func section(_ id: Section.ID) -> Subject { Subject(.section, id.rawValue) }
  public static func person(_ id: Person.ID) -> Subject { Subject(.person, id.rawValue) }
  public static func place(_ id: Place.ID) -> Subject { Subject(.place, id.rawValue) }
  public static func checklist(_ id: Checklist.ID) -> Subject {
    Subject(.checklist, id.rawValue)
  }
  public static func plan(_ id: Plan.ID) -> Subject { Subject(.plan, id.rawValue) }
  public static func season(_ id: Season.ID) -> Subject { Subject(.season, id.rawValue) }
  public static func alert(_ id: Alert.ID) -> Subject { Subject(.alert, id.rawValue) }
  public static func occurrence(_ key: OccurrenceKey) -> Subject {
    Subject(.occurrence, key.description)
  }
  public static func inspection(_ id: Inspection.ID) -> Subject {
    Subject(.inspection, id.rawValue)
  }
  public static func hazard(_ id: Hazard.ID) -> Subject { Subject(.hazard, id.rawValue) }

  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let subject = Subject(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a subject: \(text)"))
    }
    self = subject
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// One thing that happened to one subject: what `decide` gives back and the journal writes as a line.
public struct Happening: Hashable, Sendable {
  public var subject: Subject
  public var event: Event
  /// The civil day it counts for where that is not the day of recording: the day walked.
  public var day: Day?

  public init(_ subject: Subject, _ event: Event, day: Day? = nil) {
    self.subject = subject
    self.event = event
    self.day = day
  }
}

/// When, by whom and in which act an event was recorded.
public struct Stamp: Hashable, Sendable {
  public var at: Moment
  /// The civil day it counts for.
  public var day: Day
  /// Who decided, or acted.
  public var actor: Person.ID
  /// Who typed it, where it was decided on paper by the actor (代录), and the date on that paper.
  public var entered: Entered?

  public init(at: Moment, day: Day, actor: Person.ID, entered: Entered? = nil) {
    self.at = at
    self.day = day
    self.actor = actor
    self.entered = entered
  }
}

/// An act decided on paper and entered by another (代录).
public struct Entered: Hashable, Sendable, Codable {
  /// Who typed it.
  public var by: Person.ID
  /// The date on the paper.
  public var paper: Day

  enum CodingKeys: String, CodingKey {
    case by
    case paper
  }

  public init(by: Person.ID, paper: Day) {
    self.by = by
    self.paper = paper
  }
}
