import Almanac
import Domain
import Testing

/// A small office with the calendar of 2026, in which incidents are recorded and nil reports made.
struct IncidentWorld {
  private(set) var fold: Fold
  private(set) var incidents = 0

  init() throws {
    fold = Fold(calendar: try ScheduleFixtures.calendar())
    let start = Moment(Day(2026, 1, 1), second: 0)
    let setup: [Happening] = [
      Happening(.organization, .organization(Organization(name: "Office"))),
      Happening(.place("301"), .place(Place(id: "301", name: "301", kind: .office))),
    ]
    let persons = [
      ("admin", Role.administrator), ("boss", .supervisor), ("clerk", .inspector),
      ("eye", .observer),
    ].map { Person(id: Identifier($0.0), name: $0.0, roles: [$0.1]) }
    for line in setup + persons.map({ Happening(.person($0.id), .person($0)) }) {
      fold.apply(line.subject, line.event, Stamp(at: start, day: start.day, actor: "setup"))
    }
  }

  /// - Throws: A refusal, with nothing written.
  @discardableResult
  mutating func perform(
    _ command: Command, _ actor: Person.ID = "admin", at now: Moment
  ) throws -> [Happening] {
    let situation = Situation(
      now: now, actor: try #require(fold.persons[actor]),
      numbering: Numbering(year: now.day.year, hazard: 1, inspection: 1, incident: incidents + 1))
    let lines = try command.decide(with: fold, in: situation)
    for line in lines {
      if line.event.begins { incidents += 1 }
      fold.apply(line.subject, line.event, situation.stamp)
    }
    return lines
  }

  mutating func record(_ content: Incident.Content, at now: Moment? = nil) throws -> Incident.ID {
    let lines = try perform(.recordIncident(content), "clerk", at: now ?? content.at + 60)
    return Identifier(try #require(lines.first).subject.id)
  }

  var book: IncidentBook {
    IncidentBook(incidents: fold.incidents(), declarations: fold.nilDeclarations())
  }
}

/// A moment of a day of 2026: `on(10, 1, 17)`.
func on(_ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> Moment {
  Moment(Day(2026, month, day), hour: hour, minute: minute)
}

/// What happened somewhere at a moment.
func content(
  _ at: Moment, _ kind: IncidentKind = .injury, _ casualties: Casualties = Casualties(slight: 1),
  loss: Int = 0
) -> Incident.Content {
  Incident.Content(
    at: at, place: "301", kind: kind, what: "it happened", casualties: casualties, loss: loss)
}
