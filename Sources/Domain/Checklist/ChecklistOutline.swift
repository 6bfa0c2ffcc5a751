import Almanac

/// What must be known of a checklist to tell where it is walked, without its items.
public struct ChecklistOutline: Hashable, Sendable, Codable {
  /// A section: the kinds of place where one of its items is asked, and whether one is asked once a
  /// round.
  public struct Part: Hashable, Sendable, Codable {
    public var id: String
    public var weather: String?
    public var kinds: [PlaceKind]
    public var hasOnce: Bool

    enum CodingKeys: String, CodingKey {
      case id
      case weather
      case kinds
      case hasOnce = "once"
    }
  }

  public var id: Identifier<Checklist>
  public var title: Bilingual
  public var onceKinds: [PlaceKind]
  public var parts: [Part]

  enum CodingKeys: String, CodingKey {
    case id
    case title
    case onceKinds
    case parts
  }

  public init(_ checklist: Checklist) {
    id = checklist.id
    title = checklist.title
    onceKinds = checklist.onceKinds
    parts = checklist.sections.map { section in
      let asked = section.items.filter { !$0.isOncePerRound }
        .flatMap { $0.placeKinds ?? checklist.placeKinds }
      return Part(
        id: section.id, weather: section.weather,
        kinds: PlaceKind.allCases.filter(Set(asked).contains),
        hasOnce: section.items.contains(where: \.isOncePerRound))
    }
  }

  /// The parts a plan asks.
  func parts(of use: Plan.Use) -> [Part] {
    parts.filter { use.sections?.contains($0.id) ?? true }
  }
}
