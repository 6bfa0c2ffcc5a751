import Almanac

/// What is to be changed of an incident; what is nil stays.
public struct IncidentEdit: Hashable, Sendable, Codable {
  /// When it happened.
  public var at: Moment?
  /// When it became known.
  public var known: Moment?
  /// Where, of the office's places.
  public var place: Place.ID?
  /// Where, in words.
  public var location: String?
  /// What sort it is.
  public var kind: IncidentKind?
  /// What happened.
  public var what: String?
  /// Who came to harm, all together.
  public var casualties: Casualties?
  /// The direct loss in yuan, all together.
  public var loss: Int?
  /// The cause.
  public var cause: String?
  /// What was done.
  public var measures: String?
  /// What is to be done next.
  public var next: String?
  /// The hazards that it has to do with, all of them.
  public var hazards: [Hazard.ID]?
  /// What is new, or why it is corrected.
  public var note: String

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
    case note
  }

  /// A change that says what is new, or why.
  public init(
    at: Moment? = nil, known: Moment? = nil, place: Place.ID? = nil, location: String? = nil,
    kind: IncidentKind? = nil, what: String? = nil, casualties: Casualties? = nil,
    loss: Int? = nil, cause: String? = nil, measures: String? = nil, next: String? = nil,
    hazards: [Hazard.ID]? = nil, note: String
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
    self.note = note
  }

  /// An incident's content as it stands after it.
  func applied(to content: Incident.Content) -> Incident.Content {
    var content = content
    content.at = at ?? content.at
    content.known = known ?? content.known
    content.place = place ?? content.place
    content.location = location ?? content.location
    content.kind = kind ?? content.kind
    content.what = what ?? content.what
    content.casualties = casualties ?? content.casualties
    content.loss = loss ?? content.loss
    content.cause = cause ?? content.cause
    content.measures = measures ?? content.measures
    content.next = next ?? content.next
    content.hazards = hazards ?? content.hazards
    return content
  }
}

/// What may be asked to be done with an incident once it is recorded. May be refused.
public enum IncidentCommand: Hashable, Sendable {
  /// Something new is known (续报情况).
  case add(IncidentEdit)
  /// Something recorded was wrong (更正).
  case correct(IncidentEdit)
  case report(IncidentReport)
  case close(conclusion: String?)
  case withdraw(reason: String)

  /// Which of the acts a command is.
  public enum Kind: Hashable, Sendable, CaseIterable {
    case report
    case add
    case correct
    case close
    case withdraw

    /// The act as menus and refusals call it.
    public var name: Bilingual {
      switch self {
      case .report: Bilingual(zh: "登记报告", en: "note a report")
      case .add: Bilingual(zh: "补充情况", en: "add what is new")
      case .correct: Bilingual(zh: "更正", en: "correct")
      case .close: Bilingual(zh: "办结", en: "close")
      case .withdraw: Bilingual(zh: "作废", en: "withdraw")
      }
    }

    /// The states in which it may be asked. What is closed may still be reported and change: casualties do.
    public var states: Set<Incident.State> {
      switch self {
      case .report, .add, .correct, .withdraw: [.open, .closed]
      case .close: [.open]
      }
    }

    /// Whose act it is.
    public var act: Act {
      switch self {
      case .report, .add: .recordIncident
      case .correct, .close, .withdraw: .keepIncidents
      }
    }
  }

  /// Which act it asks for.
  public var kind: Kind {
    switch self {
    case .add: .add
    case .correct: .correct
    case .report: .report
    case .close: .close
    case .withdraw: .withdraw
    }
  }
}

extension Incident {
  /// What a person may do with it now, in the order of menus.
  public func possibleActs(of person: Person) -> [IncidentCommand.Kind] {
    IncidentCommand.Kind.allCases.filter { $0.states.contains(state) && person.may($0.act) }
  }
}
