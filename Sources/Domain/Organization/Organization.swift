import Almanac

/// The office (单位) whose ledger it is.
public struct Organization: Hashable, Sendable, Codable {
  /// Who is answerable for corridors and shared equipment.
  public enum Owner: String, Hashable, Sendable, Codable, CaseIterable {
    case office
    case property
    case compound

    /// As said on screens and in documents.
    public var name: Bilingual {
      switch self {
      case .office: Bilingual(zh: "本单位", en: "the office itself")
      case .property: Bilingual(zh: "物业公司", en: "a property company")
      case .compound: Bilingual(zh: "大院管理单位", en: "the compound's management")
      }
    }
  }

  /// The full name, as printed at the head of forms; an empty one is refused.
  public var name: String
  /// The names by which weather alerts call this office's area.
  public var regions: [String]
  /// A key fire unit (消防安全重点单位) owes a daily patrol: order 61 of the Ministry of Public
  /// Security, article 25.
  public var isKeyFireUnit: Bool
  /// Who is answerable for corridors and stairs, as answered at set-up.
  public var corridors: Owner
  /// Who is answerable for shared equipment, as answered at set-up.
  public var equipment: Owner
  /// Logins of the machine that several persons use: there the program asks who acts.
  public var sharedLogins: [String]
  /// The days given for rectification; nil for the usual ones.
  public var deadlines: DeadlineRule?
  /// Minutes for which a key's PIN is remembered once typed, 0 to ask each time; the usual ones when nil.
  public var pinMinutes: Int?
  /// How its documents are numbered, sent and signed; nil where nothing is said of it.
  public var papers: PaperRule?
  /// How long the parts of the fire file are kept, by their ids, where it is not the usual time.
  public var retentions: [String: Retention]?

  /// The days given for rectification, the usual ones where nothing was changed.
  public var deadlineRule: DeadlineRule { deadlines ?? DeadlineRule() }
  /// How its documents are numbered, sent and signed.
  public var paperRule: PaperRule { papers ?? PaperRule() }

  /// How long a part of the fire file is kept.
  public func retention(of part: FireFilePart) -> Retention {
    retentions?[part.rawValue] ?? part.usualRetention
  }

  enum CodingKeys: String, CodingKey {
    case name
    case regions
    case isKeyFireUnit = "keyFireUnit"
    case corridors
    case equipment
    case sharedLogins
    case deadlines
    case pinMinutes
    case papers
    case retentions
  }

  /// An office from its name; the rest is as for one that owns its building.
  public init(
    name: String, regions: [String] = [], isKeyFireUnit: Bool = false, corridors: Owner = .office,
    equipment: Owner = .office, sharedLogins: [String] = []
  ) {
    self.name = name
    self.regions = regions
    self.isKeyFireUnit = isKeyFireUnit
    self.corridors = corridors
    self.equipment = equipment
    self.sharedLogins = sharedLogins
  }

  /// Minutes for which a key's PIN is remembered once typed.
  public var minutesOfPIN: Int { pinMinutes ?? Passphrase.usualMinutes }

  /// The warning at the head of every ledger, screen and form: no classified content goes in.
  public static let classifiedWarning = Bilingual(
    zh: "严禁录入涉密信息", en: "No classified information")
  /// The mark of a ledger that is only for practice.
  public static let practiceMark = Bilingual(zh: "演练", en: "PRACTICE")
}

/// A part of the office (科室).
public struct Section: Hashable, Sendable, Codable, Identifiable {
  /// Lasting and never reused, as `general`.
  public let id: Identifier<Section>
  /// As printed on forms and records.
  public var name: String
  /// The last day on which the section existed; nil while it does.
  public var to: Day?

  enum CodingKeys: String, CodingKey {
    case id
    case name
    case to
  }

  /// A section that exists, or one that ended on a day.
  public init(id: Identifier<Section>, name: String, to: Day? = nil) {
    self.id = id
    self.name = name
    self.to = to
  }
}

/// Someone who acts in the ledger, or for whom others act.
public struct Person: Hashable, Sendable, Codable, Identifiable {
  /// Short, typed by people, kept after the person has left.
  public let id: Identifier<Person>
  /// As printed where the person signs.
  public var name: String
  /// The section the person belongs to; nil for leaders above the sections.
  public var section: Section.ID?
  /// What decides which acts the person may do.
  public var roles: Set<Role>
  /// The login names of the machine by which the program knows this person.
  public var logins: [String]
  /// The last day in office; nil while in office.
  public var to: Day?
  /// For whom the person stands in and when, past ones included, in order of their entry.
  public var deputyFor: [Deputyship] = []
  /// The one in whose place the person acts now (代); nil for oneself. Never stored.
  public var standsFor: Identifier<Person>?
  /// The person in the place of each one whose deputy they are now. Never stored.
  public var guises: [Person] = []

  enum CodingKeys: String, CodingKey {
    case id
    case name
    case section
    case roles
    case logins
    case to
    case deputyFor
  }

  /// A person in office, or one who left on a day.
  public init(
    id: Identifier<Person>, name: String, section: Section.ID? = nil, roles: Set<Role>,
    logins: [String] = [], to: Day? = nil
  ) {
    self.id = id
    self.name = name
    self.section = section
    self.roles = roles
    self.logins = logins
    self.to = to
  }

  /// Whether the person is still in office after a day, so that work may be given on that day.
  public func stays(after day: Day) -> Bool { to.map { $0 > day } ?? true }

  /// Reads a person; missing logins and deputyships are none.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    id = try fields.decode(Identifier<Person>.self, forKey: .id)
    name = try fields.decode(String.self, forKey: .name)
    section = try fields.decodeIfPresent(Section.ID.self, forKey: .section)
    roles = Set(try fields.decode([Role].self, forKey: .roles))
    logins = try fields.decodeIfPresent([String].self, forKey: .logins) ?? []
    to = try fields.decodeIfPresent(Day.self, forKey: .to)
    deputyFor = try fields.decodeIfPresent([Deputyship].self, forKey: .deputyFor) ?? []
  }

  /// Roles are written in a fixed order, so that the same person gives the same text.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(id, forKey: .id)
    try fields.encode(name, forKey: .name)
    try fields.encodeIfPresent(section, forKey: .section)
    try fields.encode(Role.allCases.filter(roles.contains), forKey: .roles)
    if !logins.isEmpty { try fields.encode(logins, forKey: .logins) }
    try fields.encodeIfPresent(to, forKey: .to)
    if !deputyFor.isEmpty { try fields.encode(deputyFor, forKey: .deputyFor) }
  }
}
