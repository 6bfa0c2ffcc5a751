import Almanac

/// What must be known of a checklist to tell where it is walked, without its items.
public struct ChecklistOutline: Hashable, Sendable, Codable {
  /// A section: the kinds of place where one of its items is asked, and whether one is asked once a
  /// round.
  public struct Part: Hashable, Sendable, Codable {
    /// The section's, as plans name it.
    public var id: String
    /// Its heading.
    public var title: Bilingual
    /// The weather it is for; nil if it is asked in any.
    public var weather: String?
    /// The kinds of place where an item is asked, those asked once a round aside.
    public var kinds: [PlaceKind]
    /// Whether it holds an item asked once a round.
    public var hasOnce: Bool

    enum CodingKeys: String, CodingKey {
      case id
      case title
      case weather
      case kinds
      case hasOnce = "once"
    }
  }

  /// The checklist's, the same in all versions.
  public var id: Identifier<Checklist>
  /// The checklist's title in its present version.
  public var title: Bilingual
  /// The kinds that can be the one place of what is asked once a round, best first.
  public var onceKinds: [PlaceKind]
  /// The number of the present version.
  public var version: Int
  /// The last day on which the checklist was in use; nil while it is. What was asked stays asked.
  public var to: Day?
  /// One for each section, in the checklist's order.
  public var parts: [Part]

  enum CodingKeys: String, CodingKey {
    case id
    case title
    case onceKinds
    case version
    case to
    case parts
  }

  /// The outline of one version of a checklist, with its last day in use if it has one.
  public init(_ checklist: Checklist, to: Day? = nil) {
    version = checklist.version
    self.to = to
    id = checklist.id
    title = checklist.title
    onceKinds = checklist.onceKinds
    parts = checklist.sections.map { section in
      let asked = section.items.filter { !$0.isOncePerRound }
        .flatMap { $0.placeKinds ?? checklist.placeKinds }
      return Part(
        id: section.id, title: section.title, weather: section.weather,
        kinds: PlaceKind.allCases.filter(Set(asked).contains),
        hasOnce: section.items.contains(where: \.isOncePerRound))
    }
  }

  /// The parts a plan asks; of those for some weather only what its alerts are of.
  func parts(of use: Plan.Use, in plan: Plan) -> [Part] {
    let kinds = plan.trigger.kind == .alert ? plan.trigger.weather : nil
    let weather = kinds.map { Set($0.map { self.weather(for: $0).rawValue }) }
    return parts.filter { part in
      guard use.sections?.contains(part.id) ?? true else { return false }
      guard let own = part.weather, let weather else { return true }
      return weather.contains(own)
    }
  }

  private func weather(for kind: Alert.Kind) -> Alert.Kind {
    kind.asked { kind in parts.contains { $0.weather == kind.rawValue } }
  }
}
