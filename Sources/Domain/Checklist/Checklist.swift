import Almanac

/// What is looked at on a walk (检查表): content with a version.
public struct Checklist: Hashable, Sendable, Codable, Identifiable {
  /// Lasting through all versions, as `archive-room`.
  public let id: Identifier<Checklist>
  /// The number its file gives it; editing makes a new one, records keep theirs.
  public var version: Int
  /// As shown in lists and printed on forms.
  public var title: Bilingual
  /// The kinds of place where it is walked, in the order in which a round looks for the one place of
  /// what is asked once.
  public var placeKinds: [PlaceKind]
  /// In the order in which they are walked.
  public var sections: [ChecklistSection]
  /// The frequency asked by law (法定), in words; nil where none is named.
  public var statutory: Bilingual?
  /// The office's own frequency (本局), in words; stricter than the law's or equal.
  public var own: Bilingual?

  enum CodingKeys: String, CodingKey {
    case id
    case version
    case title
    case placeKinds
    case sections
    case statutory
    case own
  }

  /// One version of a checklist, from its sections and the places it is for.
  public init(
    id: Identifier<Checklist>, version: Int, title: Bilingual, placeKinds: [PlaceKind],
    sections: [ChecklistSection], statutory: Bilingual? = nil, own: Bilingual? = nil
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.placeKinds = placeKinds
    self.sections = sections
    self.statutory = statutory
    self.own = own
  }
}

/// A headed part of a checklist.
public struct ChecklistSection: Hashable, Sendable, Codable {
  /// Unique in the checklist; a plan that asks only this section names it.
  public var id: String
  /// The heading over its items.
  public var title: Bilingual
  /// Of a typhoon check: before, during or after.
  public var stage: String?
  /// Of an extreme-weather check: the weather it is for.
  public var weather: String?
  /// In the order in which they are asked.
  public var items: [Item]

  enum CodingKeys: String, CodingKey {
    case id
    case title
    case stage
    case weather
    case items
  }

  /// A section from its items, with a stage or a weather where it has one.
  public init(
    id: String, title: Bilingual, stage: String? = nil, weather: String? = nil, items: [Item]
  ) {
    self.id = id
    self.title = title
    self.stage = stage
    self.weather = weather
    self.items = items
  }
}

/// One thing to look at (检查项).
public struct Item: Hashable, Sendable, Codable {
  /// How an item is answered.
  public enum Kind: Hashable, Sendable {
    case tick
    /// A number; outside the limits it is a finding, never refused.
    case reading(unit: Bilingual, min: Double?, max: Double?)
    case choice([Option])
    case text
  }

  /// One of the answers of a choice.
  public struct Option: Hashable, Sendable, Codable {
    /// What a record stores as the answer; unique among the item's options.
    public var id: String
    /// The answer in words.
    public var text: Bilingual
    /// Whether choosing it is a finding, as a fail is.
    public var isFinding: Bool

    enum CodingKeys: String, CodingKey {
      case id
      case text
      case isFinding = "finding"
    }

    /// An option from its words and whether it is a finding.
    public init(id: String, text: Bilingual, isFinding: Bool) {
      self.id = id
      self.text = text
      self.isFinding = isFinding
    }
  }

  /// Unique in the checklist and the same in all its versions.
  public var id: String
  /// What is to be found in order, as asked on screen and on forms.
  public var text: Bilingual
  /// How it is answered; a tick unless the list says otherwise.
  public var kind: Kind
  /// The category of a hazard that it opens.
  public var category: HazardCategory
  /// Whether a fail is flagged to the supervisor for a study; it is never major by itself.
  public var flagsMajor: Bool
  /// Advice shown with the item; the office's guide values stand here, not law.
  public var hint: Bilingual?
  /// Findings offered by number.
  public var phrases: [Bilingual]
  /// The law and article it rests on, as printed.
  public var basis: Bilingual?
  /// The kinds of place where it is asked; all of the checklist's when nil.
  public var placeKinds: [PlaceKind]?
  /// Asked once a round, at its one place.
  public var isOncePerRound: Bool

  /// An item from its words and its category; a plain tick unless said otherwise.
  public init(
    id: String, text: Bilingual, kind: Kind = .tick, category: HazardCategory,
    flagsMajor: Bool = false, hint: Bilingual? = nil, phrases: [Bilingual] = [],
    basis: Bilingual? = nil, placeKinds: [PlaceKind]? = nil, isOncePerRound: Bool = false
  ) {
    self.id = id
    self.text = text
    self.kind = kind
    self.category = category
    self.flagsMajor = flagsMajor
    self.hint = hint
    self.phrases = phrases
    self.basis = basis
    self.placeKinds = placeKinds
    self.isOncePerRound = isOncePerRound
  }

  enum CodingKeys: String, CodingKey {
    case id
    case text
    case kind
    case category
    case flagsMajor
    case hint
    case phrases
    case basis
    case placeKinds
    case isOncePerRound = "once"
  }
}

extension Item.Kind: Codable {
  enum CodingKeys: String, CodingKey {
    case name = "is"
    case unit
    case min
    case max
    case options
  }

  /// Reads the kind named under `is` with the fields it needs.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    switch try fields.decode(String.self, forKey: .name) {
    case "tick": self = .tick
    case "text": self = .text
    case "choice": self = .choice(try fields.decode([Item.Option].self, forKey: .options))
    case "reading":
      self = .reading(
        unit: try fields.decode(Bilingual.self, forKey: .unit),
        min: try fields.decodeIfPresent(Double.self, forKey: .min),
        max: try fields.decodeIfPresent(Double.self, forKey: .max))
    case let other:
      throw DecodingError.dataCorruptedError(
        forKey: .name, in: fields, debugDescription: "unknown kind of item: \(other)")
    }
  }

  /// Writes the kind's name under `is` and only the fields it has.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .tick: try fields.encode("tick", forKey: .name)
    case .text: try fields.encode("text", forKey: .name)
    case .choice(let options):
      try fields.encode("choice", forKey: .name)
      try fields.encode(options, forKey: .options)
    case .reading(let unit, let min, let max):
      try fields.encode("reading", forKey: .name)
      try fields.encode(unit, forKey: .unit)
      try fields.encodeIfPresent(min, forKey: .min)
      try fields.encodeIfPresent(max, forKey: .max)
    }
  }
}

/// A checklist as it was published: its content under a hash that records pin.
public struct ChecklistVersion: Hashable, Sendable, Codable {
  /// SHA-256 of the content's canonical text, in lower-case hexadecimal digits.
  public var hash: String
  /// The checklist itself, as it was when published.
  public var content: Checklist
  /// The last day on which the checklist was in use; nil while it is.
  public var to: Day?

  enum CodingKeys: String, CodingKey {
    case hash
    case content
    case to
  }

  /// A version from its content and the hash made of it.
  public init(hash: String, content: Checklist, to: Day? = nil) {
    self.hash = hash
    self.content = content
    self.to = to
  }
}
