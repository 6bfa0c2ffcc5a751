import Almanac

/// How one item was answered on a walk. What has no answer is never a pass.
public enum Answer: Hashable, Sendable {
  case pass
  case fail(Finding)
  /// Leaves the denominator; `reason` is the id of a numbered reason, `note` its words where it is
  /// "other"; `always` proposes that it never applies at this place (长期不适用).
  case notApplicable(reason: String, note: String? = nil, always: Bool = false)
  /// The number as typed, and the finding when it is out of range.
  case reading(String, Finding? = nil)
  /// The option's id, and the finding when the option is one.
  case choice(String, Finding? = nil)
  case text(String)

  /// What was found wrong, if anything.
  public var finding: Finding? {
    switch self {
    case .fail(let finding): finding
    case .reading(_, let finding), .choice(_, let finding): finding
    case .pass, .notApplicable, .text: nil
    }
  }
}

/// Something found wrong at an item, as the inspector put it down.
public struct Finding: Hashable, Sendable, Codable {
  /// What becomes of it.
  public enum Handling: Hashable, Sendable {
    /// Registered, to be mended by the deadline; the rule's own when nil.
    case rectify(by: Day? = nil)
    /// Found and mended in the same walk (当场整改).
    case onTheSpot(measures: String)
    /// The same as a hazard already open at this place.
    case joins(Hazard.ID)
  }

  /// What is wrong: a phrase of the item, or as typed.
  public var text: String
  /// Where in the room.
  public var spot: String?
  /// The kind of danger; nil takes the item's own.
  public var category: HazardCategory?
  /// Mended now, to be mended, or known already: one of the three, always.
  public var handling: Handling
  /// Whether the inspector asks for a study of whether it is major (提请重大研判).
  public var asksForStudy: Bool
  /// Photographs taken on the walk.
  public var photos: [String]

  /// A finding from its words; to be mended by the rule's deadline unless said otherwise.
  public init(
    text: String, spot: String? = nil, category: HazardCategory? = nil,
    handling: Handling = .rectify(), asksForStudy: Bool = false, photos: [String] = []
  ) {
    self.text = text
    self.spot = spot
    self.category = category
    self.handling = handling
    self.asksForStudy = asksForStudy
    self.photos = photos
  }

  enum CodingKeys: String, CodingKey {
    case text
    case spot
    case category
    case handling
    case asksForStudy
    case photos
  }

  /// Reads a finding; fields left out have the values of a plain one.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    text = try fields.decode(String.self, forKey: .text)
    spot = try fields.decodeIfPresent(String.self, forKey: .spot)
    category = try fields.decodeIfPresent(HazardCategory.self, forKey: .category)
    handling = try fields.decodeIfPresent(Handling.self, forKey: .handling) ?? .rectify()
    asksForStudy = try fields.decodeIfPresent(Bool.self, forKey: .asksForStudy) ?? false
    photos = try fields.decodeIfPresent([String].self, forKey: .photos) ?? []
  }

  /// Writes the text, and else only what differs from a plain finding.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(text, forKey: .text)
    try fields.encodeIfPresent(spot, forKey: .spot)
    try fields.encodeIfPresent(category, forKey: .category)
    if handling != .rectify() { try fields.encode(handling, forKey: .handling) }
    if asksForStudy { try fields.encode(true, forKey: .asksForStudy) }
    if !photos.isEmpty { try fields.encode(photos, forKey: .photos) }
  }
}

extension Finding.Handling: Codable {
  enum CodingKeys: String, CodingKey {
    case by
    case onTheSpot
    case joins
  }

  /// Reads `onTheSpot`, else `joins`, else `by`; none of them is the rule's deadline.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    if let measures = try fields.decodeIfPresent(String.self, forKey: .onTheSpot) {
      self = .onTheSpot(measures: measures)
    } else if let hazard = try fields.decodeIfPresent(Hazard.ID.self, forKey: .joins) {
      self = .joins(hazard)
    } else {
      self = .rectify(by: try fields.decodeIfPresent(Day.self, forKey: .by))
    }
  }

  /// Writes the one key that applies; none for the rule's deadline.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .rectify(let day): try fields.encodeIfPresent(day, forKey: .by)
    case .onTheSpot(let measures): try fields.encode(measures, forKey: .onTheSpot)
    case .joins(let hazard): try fields.encode(hazard, forKey: .joins)
    }
  }
}

extension Answer: Codable {
  enum CodingKeys: String, CodingKey {
    case result
    case value
    case reason
    case note
    case always
    case finding
  }

  /// Reads the `result` and what belongs to it; an unknown result is an error, never a pass.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    func value() throws -> String { try fields.decode(String.self, forKey: .value) }
    func finding() throws -> Finding? {
      try fields.decodeIfPresent(Finding.self, forKey: .finding)
    }
    switch try fields.decode(String.self, forKey: .result) {
    case "pass": self = .pass
    case "fail": self = .fail(try fields.decode(Finding.self, forKey: .finding))
    case "na":
      self = .notApplicable(
        reason: try fields.decode(String.self, forKey: .reason),
        note: try fields.decodeIfPresent(String.self, forKey: .note),
        always: try fields.decodeIfPresent(Bool.self, forKey: .always) ?? false)
    case "reading": self = .reading(try value(), try finding())
    case "choice": self = .choice(try value(), try finding())
    case "text": self = .text(try value())
    case let other:
      throw DecodingError.dataCorruptedError(
        forKey: .result, in: fields, debugDescription: "unknown result: \(other)")
    }
  }

  /// Writes the `result` (`pass`, `fail`, `na` …) and what belongs to it.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .pass: try fields.encode("pass", forKey: .result)
    case .fail(let finding):
      try fields.encode("fail", forKey: .result)
      try fields.encode(finding, forKey: .finding)
    case .notApplicable(let reason, let note, let always):
      try fields.encode("na", forKey: .result)
      try fields.encode(reason, forKey: .reason)
      try fields.encodeIfPresent(note, forKey: .note)
      if always { try fields.encode(true, forKey: .always) }
    case .reading(let value, let finding):
      try fields.encode("reading", forKey: .result)
      try fields.encode(value, forKey: .value)
      try fields.encodeIfPresent(finding, forKey: .finding)
    case .choice(let option, let finding):
      try fields.encode("choice", forKey: .result)
      try fields.encode(option, forKey: .value)
      try fields.encodeIfPresent(finding, forKey: .finding)
    case .text(let words):
      try fields.encode("text", forKey: .result)
      try fields.encode(words, forKey: .value)
    }
  }
}

extension Answer {
  /// The answer with its free texts as the ledger keeps them.
  ///
  /// - Throws: ``WordingError`` for a text that is too long.
  func worded() throws(WordingError) -> Answer {
    switch self {
    case .pass: self
    case .fail(let finding): .fail(try finding.worded())
    case .notApplicable(let reason, let note, let always):
      .notApplicable(
        reason: try Wording.text(reason), note: try note.map(Wording.text), always: always)
    case .reading(let value, let finding): .reading(value, try finding?.worded())
    case .choice(let option, let finding): .choice(option, try finding?.worded())
    case .text(let words): .text(try Wording.text(words))
    }
  }
}

extension Finding {
  fileprivate func worded() throws(WordingError) -> Finding {
    var finding = self
    finding.text = try Wording.text(text)
    finding.spot = try spot.map(Wording.text)
    if case .onTheSpot(let measures) = handling {
      finding.handling = .onTheSpot(measures: try Wording.text(measures))
    }
    return finding
  }
}

/// A numbered reason why an item does not apply here.
public enum NotApplicableReason: String, CaseIterable, Sendable {
  case noFacility = "no-facility"
  case outOfUse = "out-of-use"
  case propertyManager = "property-manager"
  case other

  /// The reason as offered by number and printed on the record.
  public var name: Bilingual {
    switch self {
    case .noFacility: Bilingual(zh: "本处无此设施", en: "None here")
    case .outOfUse: Bilingual(zh: "停用", en: "Out of use")
    case .propertyManager: Bilingual(zh: "物业负责", en: "Property manager's")
    case .other: Bilingual(zh: "其他", en: "Other")
    }
  }

  /// A reason by its id in words, or the words given for another.
  public static func words(_ reason: String, note: String?, always: Bool = false) -> Bilingual {
    let words =
      note.map { Bilingual(verbatim: $0) } ?? Self(rawValue: reason)?.name
      ?? Bilingual(verbatim: reason)
    return always ? words + Bilingual(zh: "，提请长期不适用", en: ", always here") : words
  }
}

/// A spot in a room, by the digit that is typed after a phrase.
public enum Spot: Int, CaseIterable, Sendable {
  case aisle = 0
  case window
  case door
  case desk
  case east
  case west
  case south
  case north
  case ceiling
  case floor

  /// The spot as put down with the finding.
  public var name: Bilingual {
    switch self {
    case .window: Bilingual(zh: "靠窗", en: "By the window")
    case .door: Bilingual(zh: "门后", en: "Behind the door")
    case .desk: Bilingual(zh: "桌下", en: "Under a desk")
    case .east: Bilingual(zh: "东侧", en: "East side")
    case .west: Bilingual(zh: "西侧", en: "West side")
    case .south: Bilingual(zh: "南侧", en: "South side")
    case .north: Bilingual(zh: "北侧", en: "North side")
    case .ceiling: Bilingual(zh: "吊顶", en: "Ceiling")
    case .floor: Bilingual(zh: "地面", en: "Floor")
    case .aisle: Bilingual(zh: "走道", en: "Aisle")
    }
  }
}
