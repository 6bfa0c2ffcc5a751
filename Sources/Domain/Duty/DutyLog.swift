import Almanac

/// That a roster was sent up (报送).
public struct DutySending: Hashable, Sendable, Codable {
  /// To whom.
  public var to: String
  /// On which day.
  public var on: Day
  /// By which way, as a document system or by hand.
  public var how: String?

  enum CodingKeys: String, CodingKey {
    case to
    case on
    case how
  }

  /// A sending.
  public init(to: String, on: Day, how: String? = nil) {
    self.to = to
    self.on = on
    self.how = how
  }
}

/// Two who change places (调班).
public struct DutySwap: Hashable, Sendable, Codable {
  /// One person's shift.
  public struct Slot: Hashable, Sendable, Codable {
    /// The day of the shift.
    public var day: Day
    /// Which part of the day.
    public var shift: DutyShift
    /// Who has it.
    public var person: Person.ID

    enum CodingKeys: String, CodingKey {
      case day
      case shift
      case person
    }

    /// A shift of a person.
    public init(day: Day, shift: DutyShift, person: Person.ID) {
      self.day = day
      self.shift = shift
      self.person = person
    }
  }

  /// What the one gives.
  public var first: Slot
  /// What the other gives.
  public var second: Slot
  /// Why.
  public var reason: String
  /// Which of the two asked; nil where both had agreed before it was entered.
  public var asker: Person.ID?

  enum CodingKeys: String, CodingKey {
    case first
    case second
    case reason
    case asker
  }

  /// A swap of two shifts.
  public init(_ first: Slot, _ second: Slot, reason: String, asker: Person.ID? = nil) {
    self.first = first
    self.second = second
    self.reason = reason
    self.asker = asker
  }

  /// Both who change places.
  public var parties: [Person.ID] { [first.person, second.person] }
}

/// One entry of the hand-over log (交接班记录).
public struct Handover: Hashable, Sendable, Codable {
  /// When it was handed over.
  public var at: Moment
  /// Who handed over.
  public var from: [Person.ID]
  /// Who took over; none at the end of the last shift.
  public var to: [Person.ID]
  /// Who came, and why.
  public var visitors: String?
  /// What happened.
  public var incidents: String?
  /// Calls and messages, and what was done about them.
  public var calls: String?
  /// What the next have to know or to do.
  public var remark: String?

  enum CodingKeys: String, CodingKey {
    case at
    case from
    case to
    case visitors
    case incidents
    case calls
    case remark
  }

  /// An entry.
  public init(
    at: Moment, from: [Person.ID], to: [Person.ID], visitors: String? = nil,
    incidents: String? = nil, calls: String? = nil, remark: String? = nil
  ) {
    self.at = at
    self.from = from
    self.to = to
    self.visitors = visitors
    self.incidents = incidents
    self.calls = calls
    self.remark = remark
  }
}

/// That it was looked whether those on duty were there (抽查).
public struct PresenceCheck: Hashable, Sendable, Codable {
  /// What was found.
  public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
    case present
    case absent
    case unreachable

    /// As the log prints it.
    public var name: Bilingual {
      switch self {
      case .present: Bilingual(zh: "在岗", en: "present")
      case .absent: Bilingual(zh: "不在岗", en: "absent")
      case .unreachable: Bilingual(zh: "联系不上", en: "not reached")
      }
    }
  }

  /// When.
  public var at: Moment
  /// Who was asked for.
  public var person: Person.ID
  /// What was found.
  public var outcome: Outcome
  /// By whom it was looked after, as an authority, and what was said.
  public var note: String?
  /// Who recorded it.
  public var by: Person.ID

  enum CodingKeys: String, CodingKey {
    case at
    case person
    case outcome
    case note
    case by
  }

  /// A check.
  public init(
    at: Moment, person: Person.ID, outcome: Outcome, note: String? = nil, by: Person.ID
  ) {
    self.at = at
    self.person = person
    self.outcome = outcome
    self.note = note
    self.by = by
  }
}
