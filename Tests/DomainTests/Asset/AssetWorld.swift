import Almanac
import Domain
import Testing

/// An office with a website that is patrolled every week, a server room, and one who has left.
struct AssetWorld {
  static let today = Day(2026, 11, 23)

  private(set) var fold = Fold(calendar: WorkCalendar())

  init() {
    apply(Happening(.organization, .organization(Organization(name: "Office"))))
    let persons: [(Person.ID, Role)] = [
      ("admin", .administrator), ("head", .officeHead), ("boss", .supervisor),
      ("fire", .fireResponsible), ("cat", .inspector), ("fix", .rectifier), ("eye", .observer),
    ]
    for (id, role) in persons {
      apply(
        Happening(.person(id), .person(Person(id: id, name: "Name of \(id)", roles: [role]))))
    }
    var gone = Person(id: "gone", name: "Name of gone", roles: [.inspector])
    gone.to = Day(2026, 6, 30)
    apply(Happening(.person("gone"), .person(gone)))
    for place in [
      Place(id: "web", name: "Website", kind: .network),
      Place(id: "lan", name: "Network", kind: .network),
      Place(id: "rack", name: "Server room", kind: .serverRoom, section: "it"),
    ] { apply(Happening(.place(place.id), .place(place))) }
  }

  private mutating func apply(_ line: Happening) {
    let start = Moment(Day(2026, 1, 1), second: 0)
    fold.apply(line.subject, line.event, Stamp(at: start, day: start.day, actor: "setup"))
  }

  /// - Throws: A refusal, with nothing written.
  @discardableResult
  mutating func perform(
    _ request: AssetRequest, _ actor: Person.ID = "admin", on day: Day = today
  ) throws -> [Happening] { try perform(.asset(request), actor, on: day) }

  /// - Throws: A refusal, with nothing written.
  @discardableResult
  mutating func perform(
    _ command: Command, _ actor: Person.ID = "admin", on day: Day = today
  ) throws -> [Happening] {
    let situation = Situation(
      now: Moment(day, hour: 9, minute: 0), actor: try #require(fold.persons[actor]),
      numbering: Numbering(
        year: day.year, hazard: fold.hazards.count + 1, inspection: 1,
        asset: fold.assetsByID.count + 1))
    let lines = try command.decide(with: fold, in: situation)
    for line in lines { fold.apply(line.subject, line.event, situation.stamp) }
    return lines
  }

  /// The register as it stands on a day.
  func book(_ rounds: [Round] = [], on day: Day = today) -> AssetBook {
    AssetBook(
      fold.assets(), bureau: fold.bureau, rounds: rounds, hazards: Array(fold.hazards.values),
      on: day)
  }

  /// A round of a plan at a place, with how it stands.
  func round(
    _ plan: String, _ trigger: Trigger.Kind, _ place: Place.ID, due: Day, _ state: OccurrenceState
  ) throws -> Round {
    let found = try #require(fold.places[place])
    return Round(
      id: RoundKey(plan: Identifier(plan), period: due.description),
      title: Bilingual(zh: plan, en: plan), trigger: trigger, start: due - 4, due: due,
      miss: due + 1, isProvisional: false,
      rooms: [
        Round.Room(
          occurrence: Occurrence(
            plan: Identifier(plan), place: place, period: due.description, start: due - 4, due: due,
            miss: due + 1),
          place: found, state: state, fulfilment: nil, excused: nil, noEntries: 0, draft: nil)
      ])
  }

  static let site = Asset.Content(
    sort: .website, name: "Site", person: "cat", post: "Webmaster", place: "web",
    address: "https://www.example.test/", system: "Debian 12", supportEnd: Day(2028, 6, 30),
    level: 2)
}
