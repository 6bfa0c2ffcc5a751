import Almanac
import Domain
import Ledger
import Testing

@testable import LedgerProbe

/// Whatever is driven, sealed and corrected in whatever order, the registers are what the journal folds to, no
/// vehicle is in two places, and mileages never go back.
struct VehicleHistoryTests {
  typealias Dice = HistoryTests.Dice

  @Test(arguments: [UInt64(31), 32, 33])
  func registers(_ seed: UInt64) throws {
    let office = try Office()
    for id in ["car", "van"] {
      let place = Place(id: Identifier(id), name: "The \(id)", kind: .vehicle)
      try office.perform(.set(.place(place)), by: "admin")
    }
    for person in ["li", "wang"] {
      try office.perform(
        .vehicles(.driver(Identifier(person), Driver.Licence(.c1, until: Day(2030, 1, 1)))),
        by: "admin")
    }
    var dice = Dice(state: seed)
    var (done, refused) = (0, 0)
    for _ in 0..<160 {
      do {
        try office.perform(
          .vehicles(someRequest(office, &dice)), by: dice.pick(HistoryTests.people, or: "admin"))
        done += 1
      } catch is any Refusal {
        refused += 1
      }
      office.now = office.now + 600 + Int(dice.next() % 9000)
    }
    #expect(done > 30 && refused > 10)
    #expect(try office.ledger.verify().problems == [])
    let kept = try office.registers()
    try office.ledger.rebuild()
    #expect(try office.registers() == kept)
    try check(office)
  }

  private func check(_ office: Office) throws {
    let book = try office.ledger.vehicleBook()
    let runs = book.trips.filter { $0.state == .back }
    #expect(!runs.isEmpty)
    for id in [Place.ID("car"), "van"] {
      let readings = book.readings(of: id).map(\.km)
      #expect(readings == readings.sorted())
      // The agenda, which reads only the last trip of each, knows the same mileage.
      let present = try office.ledger.agenda(at: office.now).vehicles
      #expect(present.mileage(of: id)?.km == readings.last)
      for trip in runs where trip.allotment?.vehicle == id {
        let own = try #require(trip.stretch(at: office.now))
        let others = runs.filter { $0.id != trip.id && $0.allotment?.vehicle == id }
        #expect(others.allSatisfy { !($0.stretch(at: office.now)?.overlaps(own) ?? false) })
        let sealings = try #require(book.vehicle(id)).sealings
        #expect(sealings.allSatisfy { !$0.covers(own) })
      }
    }
  }

  private func someRequest(_ office: Office, _ dice: inout Dice) throws -> VehicleRequest {
    let (now, book) = (office.now, try office.ledger.vehicleBook())
    let id: Place.ID = dice.next() % 2 == 0 ? "car" : "van"
    let km = (book.mileage(of: id)?.km ?? 1000) + Int(dice.next() % 40) - 2
    let trip = book.trips.filter { [.requested, .approved, .out].contains($0.state) }
      .randomElement(using: &dice)
    switch (dice.next() % 10, trip?.state) {
    case (0, _): return .vehicle(id, .seal(.init(at: now, km: km, keys: "safe")))
    case (1...2, _):
      let sealed = book.vehicle(id)?.sealing?.laying.km ?? km
      return .vehicle(id, .unseal(.init(at: now, km: sealed)))
    case (3, _): return .vehicle(id, .service(.init(day: now.day, km: km, work: "oil")))
    case (_, .requested?):
      let driver: Person.ID = dice.next() % 2 == 0 ? "li" : "wang"
      return .trip(trip?.id ?? "", .approve(vehicle: id, driver: driver))
    case (_, .approved?):
      let own = trip?.vehicle.flatMap { book.mileage(of: $0)?.km } ?? 1000
      return .trip(trip?.id ?? "", .out(.init(at: now, km: own + Int(dice.next() % 3))))
    case (_, .out?):
      let own = trip?.leaving?.km ?? 1000
      return .trip(trip?.id ?? "", .back(.init(at: now, km: own + Int(dice.next() % 60))))
    default:
      return .request(
        .init(
          person: "li", purpose: "survey", destination: "town", persons: 2, start: now,
          end: now + 7200, vehicle: id, driver: "li"))
    }
  }
}
