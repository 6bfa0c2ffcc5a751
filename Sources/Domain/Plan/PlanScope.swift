import Almanac

extension Plan {
  /// Which places a plan covers: those of some kinds, single ones, or every one.
  public struct Scope: Hashable, Sendable, Codable {
    /// Every place of these kinds where one of its items applies; nil where no kind is named.
    public var kinds: [PlaceKind]?
    /// These places where one of its items applies, whatever their kind; nil where none is named.
    public var places: [Place.ID]?

    enum CodingKeys: String, CodingKey {
      case kinds
      case places
    }

    /// The places of these kinds and these single ones; with neither named, every place.
    public init(kinds: [PlaceKind]? = nil, places: [Place.ID]? = nil) {
      self.kinds = kinds
      self.places = places
    }

    /// Every place where one of its items applies.
    public static let all = Scope()
    /// Every place of these kinds.
    public static func kinds(_ kinds: [PlaceKind]) -> Scope { Scope(kinds: kinds) }
    /// These places alone.
    public static func places(_ places: [Place.ID]) -> Scope { Scope(places: places) }

    /// Whether a place is one of them, whatever is asked there.
    public func names(_ place: Place) -> Bool {
      if kinds == nil, places == nil { return true }
      return kinds?.contains(place.kind) ?? false || places?.contains(place.id) ?? false
    }
  }

  /// Who is to walk the rounds of a plan: sections, persons or both.
  public struct Assignees: Hashable, Sendable, Codable {
    /// Everyone of these sections.
    public var sections: [Section.ID]
    /// These persons, whatever their section.
    public var persons: [Person.ID]

    enum CodingKeys: String, CodingKey {
      case sections
      case persons
    }

    /// Sections and persons.
    public init(sections: [Section.ID] = [], persons: [Person.ID] = []) {
      self.sections = sections
      self.persons = persons
    }

    /// Whether nobody is named.
    public var isEmpty: Bool { sections.isEmpty && persons.isEmpty }

    /// Whether a person is one of them.
    public func names(_ person: Person) -> Bool {
      persons.contains(person.id) || person.section.map(sections.contains) ?? false
    }
  }

  /// A stretch of days in which no occurrence starts.
  public struct Pause: Hashable, Sendable, Codable {
    /// Its first day.
    public var from: Day
    /// Its last day; nil while nobody has said when the plan goes on.
    public var to: Day?
    /// Why, in the words of the person who ordered it; may be empty.
    public var reason: String

    enum CodingKeys: String, CodingKey {
      case from
      case to
      case reason
    }

    /// A pause from its first day to its last, or until the plan is resumed.
    public init(from: Day, to: Day? = nil, reason: String = "") {
      self.from = from
      self.to = to
      self.reason = reason
    }

    /// Whether a day lies in it.
    public func contains(_ day: Day) -> Bool { day >= from && (to.map { day <= $0 } ?? true) }
  }
}
