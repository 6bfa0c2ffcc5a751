import Almanac
import Domain
import TestSupport
import Testing

/// Trips: who may do what, what is refused and in which words' case, and what counts.
struct TripTests {
  typealias Error = VehicleError

  private static let asked = Garage.trip("T", .requested(Garage.content))
  private static let approved =
    asked + Garage.trip("T", .approved(.init(vehicle: "car", driver: "dri")))
  private static let out =
    approved + Garage.trip("T", .out(.init(at: Garage.at(Garage.today, 9), km: 500)))

  private static let belated: [Happening] = {
    var content = Garage.content
    content.start = Garage.at(Garage.today - 2, 9)
    content.end = Garage.at(Garage.today - 2, 11)
    return Garage.trip(
      "T", .requested(content), .approved(.init(vehicle: "car", driver: "dri")))
  }()

  /// What stands in the way of an approval, one thing at a time.
  struct Refused: Sendable {
    var what: String
    var lines: [Happening] = []
    var change: @Sendable (inout Trip.Content) -> Void = { _ in }
    var driver: Person.ID? = nil
    var error: VehicleError
  }

  static let refused: [Refused] = [
    Refused(
      what: "sealed",
      lines: [
        Happening(
          .vehicle("car"),
          .vehicle(.sealed(.init(at: Garage.at(Garage.today - 3, 17), km: 1, keys: "safe"))))
      ], error: .isSealed("The car", Garage.today - 3)),
    Refused(
      what: "inspection over",
      lines: [Garage.paper("vehicle-inspection", until: Day(2026, 11, 22))],
      error: .paperOver(
        "The car", Bilingual(zh: "车辆年检", en: "Vehicle inspection"), Day(2026, 11, 22))),
    Refused(
      what: "insurance over", lines: [Garage.paper("vehicle-insurance", until: Day(2026, 11, 1))],
      error: .paperOver(
        "The car", Bilingual(zh: "车辆交强险", en: "Compulsory vehicle insurance"),
        Day(2026, 11, 1))),
    Refused(what: "overloaded", change: { $0.persons = 6 }, error: .tooMany(6, seats: 5)),
    Refused(what: "no licence", driver: "oth", error: .noLicence("Name of oth")),
    Refused(
      what: "licence over",
      lines: [
        Happening(
          .driver("oth"), .driver(.set(Driver.Licence(.c1, until: Garage.today - 1))))
      ], driver: "oth", error: .licenceOver("Name of oth", Garage.today - 1)),
    Refused(
      what: "class too small",
      lines: [
        Happening(
          .vehicle("car"), .vehicle(.set(Vehicle.Card(plate: "Z-101", seats: 12))))
      ], error: .wrongClass("Name of dri", .c1, seats: 12)),
    Refused(
      what: "car taken",
      lines: [
        Happening(
          .driver("oth"), .driver(.set(Driver.Licence(.c1, until: Garage.today + 1))))
      ]
        + Garage.trip(
          "U", .requested(Garage.content), .approved(.init(vehicle: "car", driver: "oth"))),
      error: .vehicleTaken("The car", "U")),
    Refused(
      what: "driver taken",
      lines: Garage.trip(
        "U", .requested(Garage.content), .approved(.init(vehicle: "van", driver: "dri"))),
      error: .driverTaken("Name of dri", "U")),
  ]

  @Test(arguments: refused.indices)
  func approvalsRefused(_ index: Int) throws {
    let row = Self.refused[index]
    var content = Garage.content
    row.change(&content)
    let fold = Garage.fold(row.lines + Garage.trip("T", .requested(content)))
    #expect(throws: row.error, "\(row.what)") {
      try Garage.decide(.trip("T", .approve(driver: row.driver)), in: fold)
    }
  }

  /// A paper that was renewed counts by its last end; what holds on the day itself does not stand in the way.
  @Test func approvedWhereNothingStandsInTheWay() throws {
    let papers = [
      Garage.paper("vehicle-insurance", until: Day(2026, 10, 1)),
      Garage.paper("vehicle-insurance", until: Garage.today),
      Garage.paper("vehicle-inspection", until: Garage.today),
      Garage.paper("vehicle-inspection", until: Day(2020, 1, 1), of: "van"),
    ]
    let fold = Garage.fold(papers + Self.asked)
    let event = try Garage.decide(.trip("T", .approve()), by: Garage.leader, in: fold)
    #expect(event == .trip(.approved(.init(vehicle: "car", driver: "dri"))))
    // Another trip that ends as this one begins would share a minute; one before and one after do not.
    let neighbours =
      Garage.driven("A", Garage.today - 1, 10, 20)
      + Garage.trip("B", .requested(Garage.content), .cancelled(reason: "x"))
    let busy = Garage.fold(neighbours + Self.asked)
    #expect(try Garage.decide(.trip("T", .approve()), in: busy) == event)
  }

  /// By 公安部令第162号 annex 1: C up to 9 persons, B1 up to 19, A1 above.
  @Test(arguments: [
    (Driver.Class.c1, 9, true), (.c1, 10, false), (.c2, 9, true), (.b2, 10, false),
    (.b1, 19, true), (.b1, 20, false), (.a2, 19, true), (.a3, 10, false), (.a1, 45, true),
  ])
  func classes(_ row: (type: Driver.Class, seats: Int, allowed: Bool)) {
    #expect((row.seats <= row.type.mostSeats) == row.allowed)
  }

  @Test func whoMayDoWhat() throws {
    let (asked, approved) = (Garage.fold(Self.asked), Garage.fold(Self.approved))
    for role in Role.allCases {
      let person = Garage.person("new", role)
      func allowed(_ act: String) -> Bool { RoleTable.roles(of: act).contains(role.rawValue) }
      func tries(_ request: VehicleRequest, _ fold: Fold) -> Bool {
        (try? Garage.decide(request, by: person, in: fold)) != nil
      }
      #expect(tries(.trip("T", .approve()), asked) == allowed("approveTrip"), "\(role)")
      #expect(tries(.trip("T", .decline(reason: "x")), asked) == allowed("approveTrip"), "\(role)")
      #expect(tries(.request(Garage.content), asked) == allowed("reportHazard"), "\(role)")
      let out = Trip.Leaving(at: Garage.at(Garage.today, 9), km: 500)
      #expect(tries(.trip("T", .out(out)), approved) == allowed("keepVehicles"), "\(role)")
      #expect(
        tries(.driver("oth", Driver.Licence(.b1, until: Day(2030, 1, 1))), asked)
          == allowed("keepVehicles"), "\(role)")
      #expect(tries(.trip("T", .cancel(reason: "x")), asked) == allowed("keepVehicles"), "\(role)")
    }
    // Who drives and who asked enter it, and nobody else.
    let out = VehicleRequest.trip("T", .out(.init(at: Garage.at(Garage.today, 9), km: 500)))
    for person in [Garage.driver, Garage.asker] {
      #expect(throws: Never.self) { try Garage.decide(out, by: person, in: approved) }
    }
    #expect(throws: Error.notOwn) { try Garage.decide(out, by: Garage.other, in: approved) }
    #expect(throws: Error.notOwn) {
      try Garage.decide(.trip("T", .cancel(reason: "x")), by: Garage.driver, in: asked)
    }
  }

  struct Run: Sendable {
    var what: String
    var command: TripCommand
    var lines: [Happening] = approved
    var error: VehicleError
  }

  static let runs: [Run] = [
    Run(
      what: "not declared",
      command: .out(.init(at: Garage.now, km: 500, isDeclared: false)), error: .notDeclared),
    Run(
      what: "yet to come", command: .out(.init(at: Garage.now + 60, km: 500)),
      error: .inFuture(Garage.now + 60)),
    Run(
      what: "below the last mileage", command: .out(.init(at: Garage.now, km: 499)),
      lines: Garage.driven("A", Garage.today - 1, 400, 500) + approved,
      error: .below(499, known: 500, Garage.today - 1)),
    Run(
      what: "above a later one",
      command: .out(.init(at: Garage.at(Garage.today - 2, 9), km: 401)),
      lines: Garage.driven("A", Garage.today - 1, 400, 500) + belated,
      error: .above(401, known: 400, Garage.today - 1)),
    Run(
      what: "3001 km since yesterday: at most 1500 on each of two days",
      command: .out(.init(at: Garage.now, km: 3501)),
      lines: Garage.driven("A", Garage.today - 1, 400, 500) + approved,
      error: .leap(3501, known: 500, Garage.today - 1)),
    Run(
      what: "not believed", command: .out(.init(at: Garage.now, km: -1)), error: .badKm(-1)),
    Run(
      what: "in below out", command: .back(.init(at: Garage.at(Garage.today, 11), km: 499)),
      lines: out, error: .below(499, known: 500, Garage.today)),
    Run(
      what: "in before out", command: .back(.init(at: Garage.at(Garage.today, 8), km: 510)),
      lines: out, error: .notBefore(Garage.at(Garage.today, 9))),
    Run(
      what: "in while it is not out", command: .back(.init(at: Garage.now, km: 510)),
      error: .wrongState("T", Trip.State.approved.name)),
    Run(
      what: "out twice", command: .out(.init(at: Garage.now, km: 510)), lines: out,
      error: .wrongState("T", Trip.State.out.name)),
    Run(
      what: "a note of a day before",
      command: .note(.init(kind: .violation, day: Garage.today - 1, text: "x")), lines: out,
      error: .notBefore(Moment(Garage.today, second: 0))),
    Run(
      what: "a note that is not there", command: .handle(1, text: "x"), lines: out,
      error: .noSuchNote(1)),
    Run(
      what: "a correction without a reason",
      command: .correct(
        .init(leaving: .init(at: Garage.at(Garage.today, 9), km: 501), back: nil, reason: " ")),
      lines: out, error: .reasonMissing),
    Run(
      what: "a correction of nothing",
      command: .correct(
        .init(leaving: .init(at: Garage.at(Garage.today, 9), km: 500), back: nil, reason: "r")),
      lines: out, error: .sameAsBefore),
  ]

  @Test(arguments: runs.indices)
  func runsRefused(_ index: Int) throws {
    let row = Self.runs[index]
    #expect(throws: row.error, "\(row.what)") {
      try Garage.decide(.trip("T", row.command), in: Garage.fold(row.lines))
    }
  }

  struct Request: Sendable {
    var error: VehicleError
    var change: @Sendable (inout Trip.Content) -> Void
  }

  static let requests: [Request] = [
    Request(error: .purposeMissing) { $0.purpose = " " },
    Request(error: .destinationMissing) { $0.destination = "" },
    Request(error: .badPersons(0)) { $0.persons = 0 },
    Request(error: .endsBefore) { $0.end = $0.start },
    Request(error: .noSuchPerson("who")) { $0.driver = "who" },
    Request(error: .noSuchVehicle("room")) { $0.vehicle = "room" },
  ]

  @Test(arguments: requests.indices)
  func requestsRefused(_ index: Int) throws {
    var content = Garage.content
    Self.requests[index].change(&content)
    #expect(throws: Self.requests[index].error) {
      try Garage.decide(.request(content), by: Garage.asker, in: Garage.fold())
    }
  }

  /// Numbers run by year after the highest; a past use is entered afterwards and marked so.
  @Test func numbersAndBelatedOnes() throws {
    var content = Garage.content
    content.start = Garage.at(Garage.today - 4, 9)
    content.end = Garage.at(Garage.today - 4, 11)
    let fold = Garage.fold(Garage.trip("YC2026-009", .requested(Garage.content)))
    let lines = try Command.vehicles(.request(content))
      .decide(with: fold, in: Garage.situation(Garage.asker))
    #expect(lines.map(\.subject) == [.trip("YC2026-010")])
    var later = Garage.fold(lines)
    #expect(later.tripsByID["YC2026-010"]?.isBelated == true)
    for command in [
      TripCommand.approve(), .out(.init(at: Garage.at(Garage.today - 4, 9), km: 10)),
      .back(.init(at: Garage.at(Garage.today - 4, 11), km: 30)),
    ] {
      let event = try Garage.decide(.trip("YC2026-010", command), in: later)
      later.apply(.trip("YC2026-010"), event, Garage.stamp())
    }
    #expect(later.tripsByID["YC2026-010"]?.km == 20)
  }

  /// A correction puts both ends right and keeps why; the vehicle's later readings bound it.
  @Test func corrections() throws {
    let lines =
      Garage.driven("A", Garage.today - 2, 400, 480)
      + Garage.driven("B", Garage.today - 1, 500, 560)
    let fold = Garage.fold(lines)
    let leaving = Trip.Leaving(at: Garage.at(Garage.today - 2, 9), km: 400)
    func correct(_ km: Int) throws -> Event {
      let back = Trip.Return(at: Garage.at(Garage.today - 2, 11), km: km)
      return try Garage.decide(
        .trip("A", .correct(.init(leaving: leaving, back: back, reason: "misread"))), in: fold)
    }
    #expect(throws: Error.above(501, known: 500, Garage.today - 1)) { try correct(501) }
    var mended = fold
    mended.apply(.trip("A"), try correct(500), Garage.stamp())
    #expect(mended.tripsByID["A"]?.km == 100)
    #expect(mended.tripsByID["A"]?.corrections == ["misread"])
    #expect(mended.vehicleBook().gaps(of: "car", in: Day(2026, 1, 1)...Garage.today).isEmpty)
  }
}
