import Almanac

/// A duty roster (值班表) of one break or stretch of days: who is on duty and who leads, shift by shift, with
/// all that came of it.
public struct DutyRoster: Hashable, Sendable, Codable, Identifiable {
  /// How far it is.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case proposed
    case adopted
    case withdrawn

    /// As lists show it.
    public var name: Bilingual {
      switch self {
      case .proposed: Bilingual(zh: "拟定", en: "proposed")
      case .adopted: Bilingual(zh: "已确定", en: "adopted")
      case .withdrawn: Bilingual(zh: "已撤回", en: "withdrawn")
      }
    }
  }

  /// What it says.
  public struct Content: Hashable, Sendable, Codable {
    /// What it is for.
    public var kind: DutyKind
    /// As `2027年元旦`.
    public var name: Bilingual
    /// The first day of the stretch.
    public var first: Day
    /// The last day of the stretch.
    public var last: Day
    /// By day and shift.
    public var rows: [DutyRow]

    enum CodingKeys: String, CodingKey {
      case kind
      case name
      case first
      case last
      case rows
    }

    /// What a roster says.
    public init(kind: DutyKind, name: Bilingual, first: Day, last: Day, rows: [DutyRow]) {
      self.kind = kind
      self.name = name
      self.first = first
      self.last = last
      self.rows = rows
    }
  }

  /// A row that was changed after the roster was drawn up (调班).
  public struct Change: Hashable, Sendable, Codable {
    /// As it stood.
    public var before: DutyRow
    /// As it stands since.
    public var after: DutyRow
    /// Why; nil while the roster was only proposed.
    public var reason: String?
    /// Who changed it, on which day.
    public var step: Hazard.Step
    /// How often the roster had been sent up by then: a change after that is told.
    public var sendings: Int
    /// Both who agreed, where two changed places.
    public var agreed: [Person.ID]?

    enum CodingKeys: String, CodingKey {
      case before
      case after
      case reason
      case step
      case sendings
      case agreed
    }
  }

  /// The break's key as `2027-new-year`, or the kind and first day as `weekend-2026-12-05`.
  public let id: Identifier<DutyRoster>
  /// What it says now.
  public var content: Content
  /// Where it stands now.
  public var state: State
  /// Who drew it up.
  public var proposed: Hazard.Step
  /// Who adopted it; nil until then.
  public var adopted: Hazard.Step?
  /// What was changed since, in order.
  public var changes: [Change]
  /// When it was sent up (报送), in order.
  public var sent: [DutySending]
  /// A swap that waits for the other's word.
  public var asked: DutySwap?
  /// The hand-over log (交接班记录), in order of entry.
  public var log: [Handover]
  /// Absence checks (抽查), in order of entry.
  public var checks: [PresenceCheck]
  /// Why it was withdrawn.
  public var reason: String?

  enum CodingKeys: String, CodingKey {
    case id
    case content
    case state
    case proposed
    case adopted
    case changes
    case sent
    case asked
    case log
    case checks
    case reason
  }

  /// Whether it holds: neither a mere proposal nor withdrawn.
  public var isInForce: Bool { state == .adopted }

  /// The days from the first to the last.
  public var days: ClosedRange<Day> { content.first...content.last }

  /// What was changed after it was first sent up, for the note on changes (调班说明).
  public var changesAfterSending: [Change] { changes.filter { $0.sendings > 0 } }

  /// What was changed since it was last sent up.
  public var unsentChanges: [Change] {
    sent.isEmpty ? [] : changes.filter { $0.sendings == sent.count }
  }

  /// The row of a day and shift; nil if it has none.
  public func row(_ day: Day, _ shift: DutyShift) -> DutyRow? {
    content.rows.first { $0.day == day && $0.shift == shift }
  }
}

/// One shift of a day.
public struct DutyRow: Hashable, Sendable, Codable {
  /// The day on which it begins.
  public var day: Day
  /// Which part of the day.
  public var shift: DutyShift
  /// The leading officers (带班).
  public var leading: [Person.ID]
  /// Those on duty (值班).
  public var onDuty: [Person.ID]
  /// Where they are reached; the office's duty telephone when nil.
  public var phone: String?
  /// What else is printed beside it.
  public var remark: String?

  enum CodingKeys: String, CodingKey {
    case day
    case shift
    case leading
    case onDuty
    case phone
    case remark
  }

  /// A shift with those named for it.
  public init(
    day: Day, shift: DutyShift, leading: [Person.ID] = [], onDuty: [Person.ID] = [],
    phone: String? = nil, remark: String? = nil
  ) {
    self.day = day
    self.shift = shift
    self.leading = leading
    self.onDuty = onDuty
    self.phone = phone
    self.remark = remark
  }

  /// Those of one part.
  public subscript(part: DutyPart) -> [Person.ID] {
    get { part == .leading ? leading : onDuty }
    set { if part == .leading { leading = newValue } else { onDuty = newValue } }
  }

  /// All who are named.
  public var persons: [Person.ID] { leading + onDuty }

  /// The part in which a person is named; nil for one who is not.
  func part(of person: Person.ID) -> DutyPart? {
    DutyPart.allCases.first { self[$0].contains(person) }
  }
}
