import Almanac
import Canvas
import Domain
import TestSupport
import Testing

@testable import Screens

/// Vehicles and trips, by keys.
struct VehicleScreenTests {
  private func desk() throws -> Desk {
    var desk = try Desk(.latin)
    try desk.keepVehicles()
    try desk.openByName(.vehicles)
    return desk
  }

  /// How a vehicle stands is said in words and marks; a switch shows the trips, those that wait first.
  @Test func howTheyStand() throws {
    var desk = try desk()
    #expect(desk.view.contains("Official car 1") && desk.view.contains("48961"))
    #expect(desk.view.contains("!!") && desk.view.contains("days over"))
    #expect(desk.view.contains("! Vehicle inspection: not entered"))
    try desk.type("t")
    let rows = ["YC2026-002", "YC2026-003", "YC2026-001"].map {
      desk.view.firstRange(of: $0)?.lowerBound
    }
    #expect(rows.compactMap(\.self).count == 3)
    #expect(rows.compactMap(\.self) == rows.compactMap(\.self).sorted())
    // Approved for an hour that is over.
    #expect(desk.view.contains("! approved"))
  }

  /// Approving, going out with the declaration, and coming in.
  @Test func aTripFromEndToEnd() throws {
    var desk = try desk()
    try desk.type("tj⏎1")
    try desk.press([.function(8)])
    #expect(desk.fold.tripsByID["YC2026-003"]?.state == .approved)
    #expect(desk.view.contains("YC2026-003 approved"))
    try desk.type("k⏎1")
    #expect(desk.view.contains("Foot and hand brakes work"))
    try desk.press([.control("u")])
    try desk.type("08:05")
    try desk.press([.function(8)])
    #expect(desk.view.contains("the driver declares"))
    try desk.type("⇥⇥⇥1")
    try desk.press([.function(8)])
    #expect(desk.fold.tripsByID["YC2026-002"]?.leaving?.isDeclared == true)
    #expect(desk.fold.tripsByID["YC2026-002"]?.leaving?.km == 48_961)
    try desk.type("⏎1⇥48900")
    try desk.press([.function(8)])
    #expect(desk.view.contains("The mileage 48900 is below 48961"))
    try desk.press([.control("u")])
    try desk.type("48990")
    try desk.press([.function(8)])
    #expect(desk.fold.tripsByID["YC2026-002"]?.km == 29)
  }

  /// Sealed with where the keys are, opened with the same mileage; another asks for a word.
  @Test func sealing() throws {
    var desk = try desk()
    try desk.type("⏎1⇥⇥duty room")
    try desk.press([.function(8)])
    let id = desk.car
    #expect(desk.fold.vehiclesByID[id]?.sealing?.laying.km == 48_961)
    #expect(desk.view.contains("sealed"))
    // An opening in the same minute is not after it; the desk's clock stands still.
    try desk.type("⏎1")
    #expect(desk.view.contains("Sealed at 48961 km"))
    try desk.press([.function(8)])
    #expect(desk.view.contains("The time must be after"))
  }

  @Test func asking() throws {
    var desk = try desk()
    try desk.type("8survey⇥town⇥⇥18:00")
    try desk.press([.function(8)])
    let trip = try #require(desk.fold.tripsByID["YC2026-004"])
    #expect(trip.content.purpose == "survey" && trip.content.vehicle == desk.car)
    #expect(trip.content.end == Moment(Desk.now.day, hour: 18, minute: 0))
    #expect(trip.content.person == desk.app.context.person.id)
    #expect(desk.view.contains("YC2026-004"))
    try desk.type("8")
    try desk.press([.function(8)])
    #expect(desk.view.contains("Enter a time"))
  }

  /// Each role is offered what it may do.
  @Test func whoIsOfferedWhat() throws {
    let desk = try desk()
    let trip = try #require(desk.fold.tripsByID["YC2026-003"])
    let car = try #require(desk.fold.vehiclesByID[desk.car])
    for role in Role.allCases {
      let person = Person(id: "newcomer", name: "Ann", roles: [role])
      func may(_ act: String) -> Bool { RoleTable.roles(of: act).contains(role.rawValue) }
      let acts = VehicleAct.possible(on: trip, for: person).map { "\($0)" }
      #expect(acts.contains("approve") == may("approveTrip"), "\(role)")
      #expect(acts.contains("cancel") == may("keepVehicles"), "\(role)")
      let seals = VehicleAct.possible(on: car, for: person).map { "\($0)" }
      #expect(seals.contains("seal") == may("keepVehicles"), "\(role)")
    }
  }

  /// From its line on Today one comes to the trip that waits, and to the vehicle that is due.
  @Test func fromToday() throws {
    var desk = try Desk(.latin, after: .none)
    try desk.keepVehicles()
    #expect(desk.view.contains("Trips to be approved: 1, YC2026-003"))
    #expect(desk.view.contains("!! Vehicles due for maintenance: 1, Official car 1"))
    var driver = try Desk(.latin, .rectifier, after: .none)
    try driver.keepVehicles()
    #expect(driver.view.contains("Trips not entered as in: 1, YC2026-002"))
    #expect(!driver.view.contains("Trips to be approved"))
  }
}
