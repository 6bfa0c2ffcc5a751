import Almanac

/// The scoring rules of a year's assessment by the district (年度考评), with the office's own scores and its
/// evidence. One a year.
public struct Assessment: Hashable, Sendable, Codable, Identifiable {
  /// A rule.
  public struct Item: Hashable, Sendable, Codable, Identifiable {
    /// Its number as printed, as `1.2`; unique in the year.
    public var id: String
    /// The heading it stands under; empty where there is none.
    public var part: String
    /// What is scored.
    public var name: String
    /// The most that can be had.
    public var points: Points
    /// What is asked, and how points are lost.
    public var requirement: String
    /// What in the ledger shows it.
    public var evidence: [Evidence]

    enum CodingKeys: String, CodingKey {
      case id
      case part
      case name
      case points
      case requirement
      case evidence
    }

    /// A rule.
    public init(
      id: String, part: String = "", name: String, points: Points, requirement: String = "",
      evidence: [Evidence] = []
    ) {
      self.id = id
      self.part = part
      self.name = name
      self.points = points
      self.requirement = requirement
      self.evidence = evidence
    }
  }

  /// The rules of a year.
  public struct Content: Hashable, Sendable, Codable {
    /// The civil year.
    public var year: Int
    /// What the assessment is called; nil for `年度考评`.
    public var name: String?
    /// In the order of the rules.
    public var items: [Item]

    enum CodingKeys: String, CodingKey {
      case year
      case name
      case items
    }

    /// The rules of a year.
    public init(year: Int, name: String? = nil, items: [Item]) {
      self.year = year
      self.name = name
      self.items = items
    }
  }

  /// The office's own score of an item.
  public struct Mark: Hashable, Sendable, Codable {
    /// At most the item's points.
    public var score: Points
    /// Why; nil where nothing is said.
    public var remark: String?

    enum CodingKeys: String, CodingKey {
      case score
      case remark
    }

    /// A score with its remark.
    public init(score: Points, remark: String? = nil) {
      self.score = score
      self.remark = remark
    }
  }

  /// The year, as `2026`.
  public let id: Identifier<Assessment>
  /// Its rules as loaded last.
  public var content: Content
  /// The own scores, by item.
  public var marks: [String: Mark]
  /// The files attached, by item, oldest first.
  public var files: [String: [Scan]]
  /// Who loaded it last, and when.
  public var loaded: Hazard.Step

  enum CodingKeys: String, CodingKey {
    case id
    case content
    case marks
    case files
    case loaded
  }

  /// The assessment that a first event makes; nil if the event cannot begin one.
  public init?(id: ID, beginning event: AssessmentEvent, _ stamp: Stamp) {
    guard case .loaded(let content) = event else { return nil }
    self.id = id
    self.content = content
    (marks, files) = ([:], [:])
    loaded = Hazard.Step(stamp)
  }

  /// Folds one event. Total: an event that no longer makes sense changes nothing. What was scored and
  /// attached stays with the number of its item when rules are loaded again.
  public mutating func apply(_ event: AssessmentEvent, _ stamp: Stamp) {
    switch event {
    case .loaded(let content):
      self.content = content
      loaded = Hazard.Step(stamp)
    case .scored(let item, let mark): marks[item] = mark
    case .tied(let item, let evidence):
      guard let index = content.items.firstIndex(where: { $0.id == item }) else { return }
      content.items[index].evidence = evidence
    case .attached(let item, let file): files[item, default: []].append(file)
    case .detached(let item, let checksum):
      files[item]?.removeAll { $0.checksum == checksum }
    }
  }

  /// The item of a number; nil if there is none.
  public func item(_ id: String) -> Item? { content.items.first { $0.id == id } }
}

/// What in the ledger shows that an item of an assessment is met.
public enum Evidence: Hashable, Sendable {
  /// A figure of the annual report, as `visits`.
  case figure(String)
  /// A duty of the coverage, as `plan/monthly`.
  case duty(String)
  /// A document, by the words after `xunjian report`.
  case document(String)
}

extension Evidence: LosslessStringConvertible, Codable {
  /// As files and commands write it: `figure:visits`, `duty:plan/monthly`, `report:month 2026-11`.
  public var description: String {
    switch self {
    case .figure(let key): "figure:\(key)"
    case .duty(let key): "duty:\(key)"
    case .document(let words): "report:\(words)"
    }
  }

  /// Reads what ``description`` writes; nil for anything else.
  public init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let rest = String(text[text.index(after: colon)...])
    guard !rest.isEmpty else { return nil }
    switch text[..<colon] {
    case "figure": self = .figure(rest)
    case "duty": self = .duty(rest)
    case "report": self = .document(rest)
    case _: return nil
    }
  }

  /// Reads its description.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let evidence = Evidence(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not evidence: \(text)"))
    }
    self = evidence
  }

  /// Writes its description.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
