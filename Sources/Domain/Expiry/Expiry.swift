import Almanac

/// A thing that ends on a day and has to be done again before it (到期事项).
public struct Expiry: Hashable, Sendable, Codable, Identifiable {
  /// A stretch of validity and what proves it.
  public struct Term: Hashable, Sendable, Codable {
    /// When it was checked, tested or taken out; nil where it was not since it was made.
    public var done: Day?
    /// The last day on which it holds.
    public var until: Day
    /// The number of the report, policy or licence.
    public var document: String?
    /// Who tested, insured or issued.
    public var by: String?
    /// What else is to be said of it.
    public var note: String?
    /// Its paper.
    public var file: Scan?

    enum CodingKeys: String, CodingKey {
      case done
      case until
      case document
      case by
      case note
      case file
    }

    /// A stretch of validity from its last day and what proves it.
    public init(
      done: Day? = nil, until: Day, document: String? = nil, by: String? = nil,
      note: String? = nil, file: Scan? = nil
    ) {
      self.done = done
      self.until = until
      self.document = document
      self.by = by
      self.note = note
      self.file = file
    }
  }

  /// What it is, and until when it holds.
  public struct Content: Hashable, Sendable, Codable {
    /// Its sort.
    public var kind: ExpiryKind.ID
    /// Which one it is.
    public var name: String
    /// Where it is; nil where it belongs to no place.
    public var place: Place.ID?
    /// How many of them end together.
    public var count: Int
    /// Who sees to it.
    public var person: Person.ID?
    /// When it was made (出厂); nil where that says nothing.
    public var made: Day?
    /// What else is to be said of it.
    public var note: String?
    /// The stretch in force.
    public var term: Term

    enum CodingKeys: String, CodingKey {
      case kind
      case name
      case place
      case count
      case person
      case made
      case note
      case term
    }

    /// A thing from what it is and until when it holds.
    public init(
      kind: ExpiryKind.ID, name: String, place: Place.ID? = nil, count: Int = 1,
      person: Person.ID? = nil, made: Day? = nil, note: String? = nil, term: Term
    ) {
      self.kind = kind
      self.name = name
      self.place = place
      self.count = count
      self.person = person
      self.made = made
      self.note = note
      self.term = term
    }
  }

  /// A stretch of validity as it was recorded.
  public struct Former: Hashable, Sendable, Codable {
    /// What it was.
    public var term: Term
    /// Who recorded it, and when.
    public var step: Hazard.Step

    enum CodingKeys: String, CodingKey {
      case term
      case step
    }
  }

  /// How it stands on a day.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case overdue
    /// It ends within ``Expiry/notice`` days.
    case soon
    case valid
    /// Kept no more.
    case retired

    /// As lists show it.
    public var name: Bilingual {
      switch self {
      case .overdue: Bilingual(zh: "已过期", en: "overdue")
      case .soon: Bilingual(zh: "将到期", en: "ends soon")
      case .valid: Bilingual(zh: "有效", en: "valid")
      case .retired: Bilingual(zh: "已停管", en: "retired")
      }
    }

    /// Says it before any word is read.
    public var mark: String {
      switch self {
      case .overdue: "!!"
      case .soon: "!"
      case .valid, .retired: ""
      }
    }
  }

  /// Its number, as `DQ2026-001`, by the year of recording.
  public let id: Identifier<Expiry>
  /// What it is now.
  public var content: Content
  /// What was recorded at first.
  public var original: Content
  /// The stretches before the one in force, oldest first.
  public var formers: [Former]
  /// Who recorded the stretch in force, and when.
  public var recorded: Hazard.Step
  /// Who retired it, and when; nil while it is kept.
  public var retired: Hazard.Step?
  /// Why it was retired.
  public var reason: String?

  enum CodingKeys: String, CodingKey {
    case id
    case content
    case original
    case formers
    case recorded
    case retired
    case reason
  }

  /// How many days before its end it is told of.
  public static let notice = 60

  /// Whether it is kept.
  public var stands: Bool { retired == nil }

  /// The last day on which it holds.
  public var until: Day { content.term.until }

  /// How it stands on a day.
  public func state(on day: Day) -> State {
    guard stands else { return .retired }
    if until < day { return .overdue }
    return until - day <= Self.notice ? .soon : .valid
  }

  /// All stretches, the oldest first, the one in force last.
  public var terms: [Former] { formers + [Former(term: content.term, step: recorded)] }

  /// How a list says when it ends: days left, or days over.
  public static func daysLeft(to end: Day, on day: Day) -> Bilingual {
    let days = end - day
    if days == 0 { return Bilingual(zh: "今天到期", en: "ends today") }
    return days < 0
      ? Bilingual(zh: "过期\(-days)天", en: "\(-days) days over")
      : Bilingual(zh: "还有\(days)天", en: "\(days) days left")
  }
}

/// All that ends, with the kinds there are.
public struct ExpiryBook: Hashable, Sendable {
  /// Those that ship and the office's own.
  public var kinds: [ExpiryKind]
  /// By their last day, what ends first before.
  public var expiries: [Expiry]

  /// A list from the kinds and the things, in whatever order.
  public init(kinds: [ExpiryKind] = [], expiries: [Expiry] = []) {
    self.kinds = kinds
    self.expiries = expiries.sorted { ($0.until, $0.id) < ($1.until, $1.id) }
  }

  /// The kind of a thing; nil for one that nobody knows.
  public func kind(_ id: ExpiryKind.ID) -> ExpiryKind? { kinds.first { $0.id == id } }

  /// The kind of an id or a name in either language.
  ///
  /// - Throws: ``ExpiryError/noSuchKind(_:)``.
  public func kind(named text: String) throws(ExpiryError) -> ExpiryKind {
    guard
      let found = kind(Identifier(text))
        ?? kinds.first(where: { [$0.name.zh, $0.name.en.lowercased()].contains(text.lowercased()) })
    else { throw .noSuchKind(text) }
    return found
  }
}
