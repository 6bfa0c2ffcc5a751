import Almanac

/// A sort of entry of the register of activities (工作台账): what it is called and which fields it has.
///
/// The kinds that ship with the program enter a ledger with their first use and stay there as they were; an
/// administrator changes them and adds others. What is no longer wanted is retired, never taken away.
public struct ActivityKind: Hashable, Sendable, Codable, Identifiable {
  /// Typed in commands, as `circular`.
  public let id: Identifier<ActivityKind>
  /// As lists and reports call it.
  public var name: Bilingual
  /// In the order in which they are asked, retired ones included.
  public var fields: [ActivityField]
  /// Whether it is passed on to persons, who say that they have read it (传阅).
  public var isCirculated: Bool
  /// Whether meetings of it resolve what somebody is to do by a day.
  public var hasResolutions: Bool
  /// How many are wanted a year; nil where no number is set.
  public var target: Int?
  /// The same for a key fire unit, where it is another.
  public var keyUnitTarget: Int?
  /// The first day on which none is recorded any more; nil while it is in use.
  public var retired: Day?

  enum CodingKeys: String, CodingKey {
    case id
    case name
    case fields
    case isCirculated = "circulated"
    case hasResolutions = "resolutions"
    case target
    case keyUnitTarget
    case retired
  }

  /// A kind in use.
  public init(
    id: Identifier<ActivityKind>, name: Bilingual, fields: [ActivityField] = [],
    isCirculated: Bool = false, hasResolutions: Bool = false, target: Int? = nil,
    keyUnitTarget: Int? = nil
  ) {
    self.id = id
    self.name = name
    self.fields = fields
    self.isCirculated = isCirculated
    self.hasResolutions = hasResolutions
    self.target = target
    self.keyUnitTarget = keyUnitTarget
  }

  /// The fields that are asked.
  public var present: [ActivityField] { fields.filter { $0.retired == nil } }

  /// The field of an id, a retired one too; nil if there is none.
  public func field(_ id: String) -> ActivityField? { fields.first { $0.id == id } }

  /// The field of an id or a name in either language; nil if there is none in use.
  public func field(named text: String) -> ActivityField? {
    present.first { $0.id == text }
      ?? present.first { $0.name.names(text) }
  }

  /// How many an office owes a year; nil where no number is set.
  public func target(for organization: Organization) -> Int? {
    organization.isKeyFireUnit ? keyUnitTarget ?? target : target
  }

  /// All kinds there are: those of the ledger as it has them, in the order of those that ship; then the
  /// office's own.
  public static func all(_ shipped: [ActivityKind], known: [ActivityKind]) -> [ActivityKind] {
    let own = known.filter { kind in !shipped.contains { $0.id == kind.id } }
    return shipped.map { kind in known.first { $0.id == kind.id } ?? kind } + own
  }
}

/// What is asked about an activity besides its day, title and persons.
public struct ActivityField: Hashable, Sendable, Codable, Identifiable {
  /// What an answer is.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A whole number, added up in totals.
    case count
    case text
    /// One of the listed values, each counted in totals.
    case choice
    /// Persons of the office, each counted once in totals.
    case persons
    /// Yes or no, the yes counted in totals.
    case flag

    /// As lists of fields call it.
    public var name: Bilingual {
      switch self {
      case .count: Bilingual(zh: "数量", en: "count")
      case .text: Bilingual(zh: "文字", en: "text")
      case .choice: Bilingual(zh: "选项", en: "choice")
      case .persons: Bilingual(zh: "人员", en: "persons")
      case .flag: Bilingual(zh: "是否", en: "yes or no")
      }
    }
  }

  /// A listed value.
  public struct Choice: Hashable, Sendable, Codable, Identifiable {
    /// As stored and typed in commands.
    public let id: String
    /// As shown.
    public var name: Bilingual

    enum CodingKeys: String, CodingKey {
      case id
      case name
    }

    /// A value from its id and its name.
    public init(id: String, name: Bilingual) {
      self.id = id
      self.name = name
    }
  }

  /// Typed in commands, unique within the kind.
  public let id: String
  /// As forms and reports call it.
  public var name: Bilingual
  /// What an answer is; never another once it was used.
  public var kind: Kind
  /// The listed values; none but for a choice.
  public var choices: [Choice]
  /// The first day on which it is asked no more; nil while it is in use.
  public var retired: Day?

  enum CodingKeys: String, CodingKey {
    case id
    case name
    case kind = "type"
    case choices
    case retired
  }

  /// A field in use.
  public init(id: String, name: Bilingual, kind: Kind, choices: [Choice] = []) {
    self.id = id
    self.name = name
    self.kind = kind
    self.choices = choices
  }

  /// The listed value of an id; nil if there is none.
  public func choice(_ id: String) -> Choice? { choices.first { $0.id == id } }
}

extension Bilingual {
  /// Whether a text is it in either language, whatever the case of its letters.
  public func names(_ text: String) -> Bool {
    [zh, en].contains { $0.lowercased() == text.lowercased() }
  }
}
