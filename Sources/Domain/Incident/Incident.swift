import Almanac

/// An accident or another incident (事故、突发事件) of the register, with all that came of it.
///
/// What is reported of it follows 《生产安全事故报告和调查处理条例》（国务院令第493号）第十二条; by its article 45
/// offices of the state act accordingly.
public struct Incident: Hashable, Sendable, Codable, Identifiable {
  /// How far it is.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case open
    case closed
    case withdrawn

    /// As lists show it.
    public var name: Bilingual {
      switch self {
      case .open: Bilingual(zh: "处置中", en: "in hand")
      case .closed: Bilingual(zh: "已办结", en: "closed")
      case .withdrawn: Bilingual(zh: "已作废", en: "withdrawn")
      }
    }
  }

  /// What is known of it.
  public struct Content: Hashable, Sendable, Codable {
    /// When it happened.
    public var at: Moment
    /// When it became known, where that was later.
    public var known: Moment?
    /// Where, of the office's places.
    public var place: Place.ID?
    /// Where, in words: beside the place, or instead of it.
    public var location: String?
    /// What sort it is.
    public var kind: IncidentKind
    /// What happened, in words.
    public var what: String
    /// Who came to harm.
    public var casualties: Casualties
    /// The direct loss as estimated, in yuan.
    public var loss: Int
    /// The cause, as far as it is known.
    public var cause: String?
    /// What was done.
    public var measures: String?
    /// What is to be done next.
    public var next: String?
    /// The hazards that it has to do with.
    public var hazards: [Hazard.ID]

    enum CodingKeys: String, CodingKey {
      case at
      case known
      case place
      case location
      case kind
      case what
      case casualties
      case loss
      case cause
      case measures
      case next
      case hazards
    }

    /// An incident from when, what sort and what; the rest as far as it is known.
    public init(
      at: Moment, known: Moment? = nil, place: Place.ID? = nil, location: String? = nil,
      kind: IncidentKind, what: String, casualties: Casualties = Casualties(), loss: Int = 0,
      cause: String? = nil, measures: String? = nil, next: String? = nil,
      hazards: [Hazard.ID] = []
    ) {
      self.at = at
      self.known = known
      self.place = place
      self.location = location
      self.kind = kind
      self.what = what
      self.casualties = casualties
      self.loss = loss
      self.cause = cause
      self.measures = measures
      self.next = next
      self.hazards = hazards
    }

    /// When it became known: reports are counted from then.
    public var start: Moment { known ?? at }

    /// How grave it is.
    public var level: IncidentLevel { IncidentLevel(casualties, loss: loss) }
  }

  /// What was added or corrected, and by whom.
  public struct Entry: Hashable, Sendable, Codable {
    /// Whether something recorded before was wrong, not only new.
    public var isCorrection: Bool
    /// What is new, or why it was corrected.
    public var note: String
    /// When it was recorded.
    public var at: Moment
    /// Who recorded it, on which day.
    public var step: Hazard.Step

    enum CodingKeys: String, CodingKey {
      case isCorrection = "correction"
      case note
      case at
      case step
    }
  }

  /// As `SJ2026-001`.
  public let id: Identifier<Incident>
  /// What is known of it now.
  public var content: Content
  /// Where it stands now.
  public var state: State
  /// When it was recorded.
  public var recordedAt: Moment
  /// Who recorded it.
  public var recorded: Hazard.Step
  /// What was added and corrected, in order.
  public var entries: [Entry]
  /// To whom it was reported, in order of time.
  public var reports: [IncidentReport]
  /// When the casualties were last changed after it was recorded.
  public var casualtiesChanged: Moment?
  /// Who closed it.
  public var closed: Hazard.Step?
  /// How it ended.
  public var conclusion: String?
  /// Why it was withdrawn.
  public var reason: String?

  enum CodingKeys: String, CodingKey {
    case id
    case content
    case state
    case recordedAt
    case recorded
    case entries
    case reports
    case casualtiesChanged
    case closed
    case conclusion
    case reason
  }

  /// Whether it counts: all but the withdrawn.
  public var stands: Bool { state != .withdrawn }

  /// Whether a report was the first to its addressee (初报), not a follow-up (续报).
  public func isFirst(_ report: IncidentReport) -> Bool {
    reports.first { $0.isTo(report) } == report
  }
}

/// That an incident was reported to somebody.
public struct IncidentReport: Hashable, Sendable, Codable {
  /// By which way.
  public enum Manner: String, Hashable, Sendable, Codable, CaseIterable {
    case phone
    case written

    /// As lists show it.
    public var name: Bilingual {
      switch self {
      case .phone: Bilingual(zh: "电话", en: "by telephone")
      case .written: Bilingual(zh: "书面", en: "in writing")
      }
    }
  }

  /// To whom.
  public var to: String
  /// The line of the table of time limits that it answers; nil for another addressee.
  public var rule: EmergencyRule.ID?
  /// When.
  public var at: Moment
  /// By which way.
  public var how: Manner
  /// Who reported.
  public var by: Person.ID
  /// Who took it, what was said.
  public var note: String?

  enum CodingKeys: String, CodingKey {
    case to
    case rule
    case at
    case how
    case by
    case note
  }

  /// A report.
  public init(
    to: String, rule: EmergencyRule.ID? = nil, at: Moment, how: Manner, by: Person.ID,
    note: String? = nil
  ) {
    self.to = to
    self.rule = rule
    self.at = at
    self.how = how
    self.by = by
    self.note = note
  }

  /// Whether both went to the same.
  func isTo(_ other: IncidentReport) -> Bool {
    rule.map { $0 == other.rule } ?? (to == other.to && other.rule == nil)
  }
}

extension Numbering {
  /// What an incident's number begins with, in either language: numbers are not translated.
  public static let incidentPrefix = "SJ"

  /// Takes the next incident number, as `SJ2026-001`.
  public mutating func takeIncident() -> Incident.ID {
    defer { incident += 1 }
    return Identifier("\(Self.incidentPrefix)\(year)-\(device)\(padded(incident, 3))")
  }
}
