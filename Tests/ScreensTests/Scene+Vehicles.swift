import Almanac
import Canvas
import Domain

@testable import Screens

extension Scene {
  /// Vehicles and trips.
  static let vehicles = [
    Scene("vehicles-none") { try $0.openByName(.vehicles) },
    Scene("vehicles") { desk in
      try desk.keepVehicles()
      try desk.openByName(.vehicles)
    },
    Scene("vehicle-menu") { desk in
      try desk.keepVehicles()
      try desk.openByName(.vehicles)
      try desk.type("⏎")
    },
    Scene("vehicle-card") { desk in
      try desk.keepVehicles()
      try desk.openByName(.vehicles)
      try desk.type("⏎3")
    },
    Scene("vehicle-seal") { desk in
      try desk.keepVehicles()
      try desk.openByName(.vehicles)
      try desk.type("⏎1")
    },
    Scene("trips") { desk in
      try desk.keepVehicles()
      try desk.openByName(.vehicles)
      try desk.type("5j")
    },
    Scene("trip-menu") { desk in
      try desk.keepVehicles()
      try desk.openByName(.vehicles)
      try desk.type("5j⏎")
    },
    Scene("trip-request") { desk in
      try desk.keepVehicles()
      try desk.openByName(.vehicles)
      try desk.type("8" + desk.office("入户核查", "survey") + "⇥")
    },
    Scene("trip-out") { desk in
      try desk.keepVehicles()
      try desk.openByName(.vehicles)
      try desk.type("5⏎1")
    },
    Scene("today-vehicles") { try $0.keepVehicles() },
  ]
}

extension Desk {
  /// The place of the first vehicle of the office.
  var car: Place.ID { fold.bureau.places.first { $0.kind == .vehicle }?.id ?? "" }

  /// A card whose maintenance is over, a driver, one trip that is in with a violation, one approved, one to be
  /// approved.
  mutating func keepVehicles() throws {
    let (car, driver) = (car, office.person(.rectifier))
    func put(_ request: VehicleRequest) throws { try record(.vehicles(request), by: .inspector) }
    let card = Vehicle.Card(
      plate: office("粤Z·示101", "SAMPLE 101"), seats: 5, everyKm: 10_000, everyMonths: 6)
    try put(.vehicle(car, .set(card)))
    let service = Vehicle.Service(
      day: today - 200, km: 41_200, work: office("更换机油", "oil changed"))
    try put(.vehicle(car, .service(service)))
    try put(.driver(driver, Driver.Licence(.c1, until: today + 30)))
    for (offset, purpose) in [
      (-3, office("区里会议", "meeting")), (0, office("企业走访", "visits")),
      (1, office("送审材料", "papers")),
    ] {
      let start = Moment(today + offset, hour: offset == 0 ? 8 : 9, minute: 0)
      try put(
        .request(
          .init(
            person: office.person(.head), purpose: purpose,
            destination: office("区政府", "district hall"), persons: 3, start: start,
            end: start + 1200, vehicle: car, driver: driver)))
    }
    try put(.trip("YC2026-001", .approve()))
    let start = Moment(today - 3, hour: 9, minute: 5)
    try put(.trip("YC2026-001", .out(.init(at: start, km: 48_900))))
    try put(.trip("YC2026-001", .back(.init(at: start + 7200, km: 48_961))))
    let violation = Trip.Note(
      kind: .violation, day: today - 3, text: office("违停", "parked where it is not allowed"))
    try put(.trip("YC2026-001", .note(violation)))
    try put(.trip("YC2026-002", .approve()))
  }
}
