/// What calls sections, persons and places by name.
public protocol Naming {
  /// The person's name, or the id of one who is not on the list; empty without an id.
  func name(_ id: Person.ID?) -> String
  /// The section's name, or the id of one that is not on the list; empty without an id.
  func name(_ id: Section.ID?) -> String
  /// The place's name, or the id of one that is not on the list.
  func name(_ id: Place.ID) -> String
}

/// The names that a paper mentions, as they were when it was drawn up: what was sealed keeps them when a
/// person or a room is renamed.
public struct Names: Hashable, Sendable, Codable, Naming {
  /// The office's full name.
  public var organization: String
  /// Whether the ledger is only for practice (演练).
  public var isPractice: Bool
  /// How the office's documents are sent and signed; nil where nothing is said of it.
  public var papers: PaperRule?
  private var sections: [String: String]
  private var persons: [String: String]
  private var places: [String: String]

  enum CodingKeys: String, CodingKey {
    case organization
    case isPractice = "practice"
    case papers
    case sections
    case persons
    case places
  }

  /// The names of an office for the ids that are mentioned.
  public init(
    of bureau: Bureau, sections: some Sequence<Section.ID?>, persons: some Sequence<Person.ID?>,
    places: some Sequence<Place.ID>
  ) {
    organization = bureau.organization.name
    isPractice = bureau.isPractice
    papers = bureau.organization.papers
    self.sections = Self.table(sections.compactMap { $0 }, bureau.name)
    self.persons = Self.table(persons.compactMap { $0 }, bureau.name)
    self.places = Self.table(Array(places), bureau.name)
  }

  private static func table<Subject>(
    _ ids: [Identifier<Subject>], _ name: (Identifier<Subject>) -> String
  ) -> [String: String] {
    Dictionary(ids.map { ($0.rawValue, name($0)) }) { first, _ in first }
  }

  /// The person's name, or the id of one who is not mentioned.
  public func name(_ id: Person.ID?) -> String {
    id.map { persons[$0.rawValue] ?? $0.rawValue } ?? ""
  }
  /// The section's name, or the id of one that is not mentioned.
  public func name(_ id: Section.ID?) -> String {
    id.map { sections[$0.rawValue] ?? $0.rawValue } ?? ""
  }
  /// The place's name, or the id of one that is not mentioned.
  public func name(_ id: Place.ID) -> String { places[id.rawValue] ?? id.rawValue }
}

extension Bureau: Naming {}
