import Almanac
import Domain

/// A small office with two vehicles and two drivers.
enum Garage {
  static let today = Day(2026, 11, 23)
  static let now = at(today, 12)
  static let keeper = person("adm", .administrator)
  static let leader = person("sup", .supervisor)
  static let asker = person("ask", .sectionHead)
  static let driver = person("dri", .inspector)
  static let other = person("oth", .inspector)
  static let persons = [keeper, leader, asker, driver, other]

  static func person(_ id: String, _ roles: Role...) -> Person {
    Person(id: Identifier(id), name: "Name of \(id)", roles: Set(roles))
  }

  static func at(_ day: Day, _ hour: Int, _ minute: Int = 0) -> Moment {
    Moment(day, hour: hour, minute: minute)
  }

  static let card = Vehicle.Card(plate: "Z-101", seats: 5, everyKm: 10_000, everyMonths: 6)
  static let content = Trip.Content(
    person: "ask", purpose: "survey", destination: "town", persons: 3, start: at(today, 9),
    end: at(today, 11), vehicle: "car", driver: "dri")

  static func stamp(_ actor: Person = keeper, at moment: Moment = now) -> Stamp {
    Stamp(at: moment, day: moment.day, actor: actor.id)
  }

  /// A ledger in which one car has a card, insurance and inspection, and one driver a licence.
  static func fold(_ lines: [Happening] = []) -> Fold {
    var fold = Fold(calendar: WorkCalendar())
    fold.apply(.organization, .organization(Organization(name: "Office")), stamp())
    for person in persons { fold.apply(.person(person.id), .person(person), stamp()) }
    for id in ["car", "van"] {
      let place = Place(id: Identifier(id), name: "The \(id)", kind: .vehicle)
      fold.apply(.place(place.id), .place(place), stamp())
    }
    let room = Place(id: "room", name: "Room", kind: .office)
    fold.apply(.place(room.id), .place(room), stamp())
    let begin = [
      Happening(.vehicle("car"), .vehicle(.set(card))),
      Happening(.driver("dri"), .driver(.set(Driver.Licence(.c1, until: Day(2026, 12, 31))))),
    ]
    for line in begin + lines { fold.apply(line.subject, line.event, stamp()) }
    return fold
  }

  static func paper(_ kind: ExpiryKind.ID, until: Day, of place: Place.ID = "car") -> Happening {
    let content = Expiry.Content(
      kind: kind, name: "paper", place: place, term: .init(until: until))
    return Happening(.expiry(Identifier("DQ-\(kind)-\(until)")), .expiry(.added(content)))
  }

  static func trip(_ id: Trip.ID, _ events: TripEvent...) -> [Happening] {
    events.map { Happening(.trip(id), .trip($0)) }
  }

  /// A trip of the car that is in.
  static func driven(
    _ id: Trip.ID, _ day: Day, _ from: Int, _ to: Int, of car: Place.ID = "car"
  ) -> [Happening] {
    var content = content
    (content.start, content.end) = (at(day, 9), at(day, 11))
    return trip(
      id, .requested(content), .approved(.init(vehicle: car, driver: "dri")),
      .out(.init(at: at(day, 9), km: from)), .back(.init(at: at(day, 11), km: to)))
  }

  static func situation(_ actor: Person, at moment: Moment = now) -> Situation {
    Situation(
      now: moment, actor: actor,
      numbering: Numbering(year: moment.day.year, hazard: 1, inspection: 1))
  }

  static func decide(
    _ request: VehicleRequest, by actor: Person = keeper, in fold: Fold, at moment: Moment = now
  ) throws -> Event {
    try Command.vehicles(request).decide(with: fold, in: situation(actor, at: moment))[0].event
  }
}
