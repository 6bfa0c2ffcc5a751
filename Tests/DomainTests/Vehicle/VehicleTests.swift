import Almanac
import Domain
import TestSupport
import Testing

/// Cards, maintenance, sealing over breaks, what the month comes to, and what Today says.
struct VehicleTests {
  typealias Error = VehicleError

  private func car(_ command: VehicleCommand, in fold: Fold, by actor: Person = Garage.keeper)
    throws -> Event
  {
    try Garage.decide(.vehicle("car", command), by: actor, in: fold)
  }

  @Test func cardsRefused() throws {
    let fold = Garage.fold()
    #expect(throws: Error.plateMissing) {
      try car(.set(Vehicle.Card(plate: " ", seats: 5)), in: fold)
    }
    #expect(throws: Error.badSeats(1)) {
      try car(.set(Vehicle.Card(plate: "Z", seats: 1)), in: fold)
    }
    #expect(throws: Error.badInterval(0)) {
      try car(.set(Vehicle.Card(plate: "Z", seats: 5, everyKm: 0)), in: fold)
    }
    #expect(throws: Error.badInterval(121)) {
      try car(.set(Vehicle.Card(plate: "Z", seats: 5, everyMonths: 121)), in: fold)
    }
    #expect(throws: Error.sameAsBefore) { try car(.set(Garage.card), in: fold) }
    #expect(throws: Error.noSuchVehicle("room")) {
      try Garage.decide(.vehicle("room", .set(Garage.card)), in: fold)
    }
    for role in Role.allCases {
      let person = Garage.person("new", role)
      let may = RoleTable.roles(of: "keepVehicles").contains(role.rawValue)
      let card = Vehicle.Card(plate: "Z", seats: 7)
      #expect(((try? car(.set(card), in: fold, by: person)) != nil) == may, "\(role)")
    }
  }

  struct Due: Sendable {
    var day: String
    var km: Int
    var kmLeft: Int?
    var daysLeft: Int?
    var mark: String
    var everyKm: Int? = 10_000
    var everyMonths: Int? = 6
  }

  /// Every 10 000 km or six months after the last one, whichever comes first; told of 500 km and 30 days
  /// before. Counted by hand from 2026-11-23.
  @Test(arguments: [
    Due(day: "2026-11-01", km: 20_000, kmLeft: 9_000, daysLeft: 159, mark: ""),
    Due(day: "2026-11-01", km: 11_500, kmLeft: 500, daysLeft: 159, mark: "!"),
    Due(day: "2026-11-01", km: 11_501, kmLeft: 501, daysLeft: 159, mark: ""),
    Due(day: "2026-11-01", km: 10_999, kmLeft: -1, daysLeft: 159, mark: "!!"),
    Due(day: "2026-06-23", km: 20_000, kmLeft: 9_000, daysLeft: 30, mark: "!"),
    Due(day: "2026-05-22", km: 20_000, kmLeft: 9_000, daysLeft: -1, mark: "!!"),
    Due(day: "2026-05-23", km: 20_000, kmLeft: 9_000, daysLeft: 0, mark: "!"),
    Due(day: "2026-05-01", km: 20_000, kmLeft: 9_000, daysLeft: nil, mark: "", everyMonths: nil),
    Due(day: "2026-11-01", km: 10_000, kmLeft: nil, daysLeft: 159, mark: "", everyKm: nil),
  ])
  func maintenance(_ row: Due) throws {
    let day = try #require(Day(row.day))
    let lines =
      [
        Happening(
          .vehicle("car"),
          .vehicle(
            .set(.init(plate: "Z", seats: 5, everyKm: row.everyKm, everyMonths: row.everyMonths)))),
        Happening(.vehicle("car"), .vehicle(.serviced(.init(day: day, km: row.km, work: "oil")))),
      ] + Garage.driven("A", Garage.today, row.km, 21_000)
    // The trip of today brings the mileage to 21 000.
    let due = try #require(Garage.fold(lines).vehicleBook().upkeep(of: "car", on: Garage.today))
    #expect(due.kmLeft == row.kmLeft && due.daysLeft == row.daysLeft && due.mark == row.mark)
  }

  @Test func servicesRefused() throws {
    let fold = Garage.fold(Garage.driven("A", Garage.today - 3, 400, 500))
    func service(_ days: Int, _ km: Int, _ work: String = "oil") throws -> Event {
      try car(.service(.init(day: Garage.today + days, km: km, work: work)), in: fold)
    }
    #expect(throws: Error.workMissing) { try service(0, 500, " ") }
    #expect(throws: Error.inFuture(Moment(Garage.today + 1, second: 0))) { try service(1, 500) }
    #expect(throws: Error.below(499, known: 500, Garage.today - 3)) { try service(0, 499) }
    #expect(throws: Error.above(401, known: 400, Garage.today - 3)) { try service(-5, 401) }
    #expect(throws: Never.self) { try service(0, 500) }
    // Three days ago until today: four days of 1500 km.
    #expect(throws: Never.self) { try service(0, 6500) }
    #expect(throws: Error.leap(6501, known: 500, Garage.today - 3)) { try service(0, 6501) }
    #expect(throws: Error.isSealed("The car", Garage.today - 5)) {
      try car(
        .service(.init(day: Garage.today, km: 900, work: "oil")), in: Garage.fold([Self.sealed]))
    }
  }

  private static let sealed = Happening(
    .vehicle("car"),
    .vehicle(.sealed(.init(at: Garage.at(Garage.today - 5, 17), km: 800, keys: "safe"))))

  @Test func sealing() throws {
    let free = Garage.fold()
    let laying = Vehicle.Laying(at: Garage.now, km: 900, keys: "safe")
    #expect(try car(.seal(laying), in: free) == .vehicle(.sealed(laying)))
    #expect(throws: Error.keysMissing) {
      try car(.seal(.init(at: Garage.now, km: 900, keys: "")), in: free)
    }
    #expect(throws: Error.inFuture(Garage.now + 60)) {
      try car(.seal(.init(at: Garage.now + 60, km: 900, keys: "k")), in: free)
    }
    let fold = Garage.fold([Self.sealed])
    #expect(throws: Error.isSealed("The car", Garage.today - 5)) {
      try car(.seal(laying), in: fold)
    }
    #expect(throws: Error.notSealed("The car")) {
      try car(.unseal(.init(at: Garage.now, km: 800)), in: free)
    }
    // The same mileage needs no word; another does, up or down.
    #expect(throws: Never.self) { try car(.unseal(.init(at: Garage.now, km: 800)), in: fold) }
    for km in [799, 812] {
      #expect(throws: Error.moved(km - 800)) {
        try car(.unseal(.init(at: Garage.now, km: km)), in: fold)
      }
      let opening = Vehicle.Opening(at: Garage.now, km: km, reason: "moved by the fire service")
      #expect(try car(.unseal(opening), in: fold) == .vehicle(.unsealed(opening)))
    }
    // What is out cannot be sealed.
    let out = Garage.trip(
      "T", .requested(Garage.content), .approved(.init(vehicle: "car", driver: "dri")),
      .out(.init(at: Garage.at(Garage.today, 9), km: 500)))
    #expect(throws: Error.isOut("The car", "T")) { try car(.seal(laying), in: Garage.fold(out)) }
  }

  /// A break's sealing is the one that lay over its days; an opening on its first day has not kept it.
  @Test func theSealingOfABreak() throws {
    let days = (Garage.today - 4)...(Garage.today - 2)
    func opened(_ day: Day) -> Vehicle? {
      Garage.fold([
        Self.sealed,
        Happening(
          .vehicle("car"), .vehicle(.unsealed(.init(at: Garage.at(day, 9), km: 800)))),
      ]).vehiclesByID["car"]
    }
    #expect(opened(Garage.today)?.sealing(over: days)?.moved == 0)
    #expect(opened(Garage.today - 4)?.sealing(over: days) == nil)
    #expect(opened(Garage.today)?.sealing(over: (Garage.today + 5)...(Garage.today + 7)) == nil)
  }

  @Test func exceptions() throws {
    let days = (Garage.today + 1)...(Garage.today + 3)
    let exception = Vehicle.Exception(first: days.lowerBound, last: days.upperBound, reason: "duty")
    #expect(try car(.except(exception), in: Garage.fold()) == .vehicle(.excepted(exception)))
    #expect(throws: Error.isSealed("The car", Garage.today - 5)) {
      try car(.except(exception), in: Garage.fold([Self.sealed]))
    }
    #expect(throws: Error.reasonMissing) {
      try car(
        .except(.init(first: days.lowerBound, last: days.upperBound, reason: "")), in: Garage.fold()
      )
    }
    let kept = Garage.fold([Happening(.vehicle("car"), .vehicle(.excepted(exception)))])
    #expect(throws: Error.sameAsBefore) { try car(.except(exception), in: kept) }
  }

  /// Two trips of 100 and 60 km in November, one that began in October; 20 km between them belong to none,
  /// nor do 12 that it drove while it was sealed.
  @Test func theMonth() throws {
    let note = Trip.Note(kind: .violation, day: Day(2026, 11, 5), text: "parking")
    let lines =
      Garage.driven("A", Day(2026, 10, 30), 300, 400)
      + Garage.driven("B", Day(2026, 11, 4), 400, 500)
      + Garage.driven("C", Day(2026, 11, 10), 520, 580) + Garage.trip("A", .noted(note))
      + [
        Happening(
          .vehicle("car"),
          .vehicle(.sealed(.init(at: Garage.at(Day(2026, 11, 12), 17), km: 580, keys: "k")))),
        Happening(
          .vehicle("car"),
          .vehicle(.unsealed(.init(at: Garage.at(Day(2026, 11, 16), 9), km: 592, reason: "r")))),
      ]
    let fold = Garage.fold(lines)
    let use = fold.vehicleBook().use(in: Month(2026, 11).days, fold.bureau)
    #expect(use.shares.map(\.id) == ["car", "van"])
    #expect(use.trips == 2 && use.km == 160 && use.unaccounted == 32)
    #expect(use.violations == 1 && use.accidents == 0)
    #expect(use.shares[0].gaps.map(\.km) == [20, 12])
    #expect(use.shares[1].trips.isEmpty)
    let october = fold.vehicleBook().use(in: Month(2026, 10).days, of: "car", fold.bureau)
    #expect(october.trips == 1 && october.km == 100 && october.violations == 0)
    #expect(fold.vehicleBook().mileage(of: "car")?.km == 592)
  }

  /// Whatever days a stretch is cut at, its parts come to the whole.
  @Test(arguments: [UInt64(3), 4, 5])
  func theMonthsComeToTheYear(_ seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var (lines, km): ([Happening], Int) = ([], 0)
    for number in 0..<40 {
      let from = km + Int(dice.next() % 3) * 5
      km = from + Int(dice.next() % 90)
      lines += Garage.driven(
        Identifier("T\(number)"), Day(2026, 1, 1) + number * 8, from, km,
        of: "car")
    }
    let fold = Garage.fold(lines)
    let book = fold.vehicleBook()
    let year = book.use(in: Day(2026, 1, 1)...Day(2026, 12, 31), fold.bureau)
    let months = (1...12).map { book.use(in: Month(2026, $0).days, fold.bureau) }
    #expect(months.map(\.trips).reduce(0, +) == year.trips && year.trips == 40)
    #expect(months.map(\.km).reduce(0, +) == year.km)
    #expect(months.map(\.unaccounted).reduce(0, +) == year.unaccounted)
    let first = try #require(book.readings(of: "car").first?.km)
    #expect(year.km + year.unaccounted == km - first)
  }

  private func lines(_ fold: Fold, _ person: Person, at now: Moment = Garage.now) -> [String] {
    let agenda = Agenda(
      now: now, bureau: fold.bureau, rounds: [], hazards: [], drafts: [],
      vehicles: fold.vehicleBook())
    return VehicleReminder.all(agenda, for: person).map { "\($0.topic) \($0.isOverdue)" }
  }

  /// Each line only for those it concerns.
  @Test func today() throws {
    let asked = Garage.fold(Garage.trip("T", .requested(Garage.content)))
    #expect(lines(asked, Garage.leader) == ["approve false"])
    #expect(lines(asked, Garage.driver).isEmpty && lines(asked, Garage.other).isEmpty)
    // Approved for 9 to 11 and not in at 12.
    let late = Garage.fold(
      Garage.trip(
        "T", .requested(Garage.content), .approved(.init(vehicle: "car", driver: "dri"))))
    #expect(lines(late, Garage.driver) == ["back false"])
    #expect(lines(late, Garage.asker) == ["back false"] && lines(late, Garage.other).isEmpty)
    #expect(lines(late, Garage.driver, at: Garage.at(Garage.today, 10)).isEmpty)
    let old = Garage.fold([
      Happening(
        .vehicle("car"),
        .vehicle(.serviced(.init(day: Day(2026, 1, 5), km: 5, work: "oil"))))
    ])
    #expect(lines(old, Garage.keeper) == ["upkeep true"])
    #expect(lines(old, Garage.leader).isEmpty)
    // New Year 2027 begins with Friday 1 January by the rule: told of from two days before.
    #expect(lines(Garage.fold(), Garage.keeper, at: Garage.at(Day(2026, 12, 29), 9)).isEmpty)
    #expect(
      lines(Garage.fold(), Garage.keeper, at: Garage.at(Day(2026, 12, 30), 9)) == ["seal false"])
    let both = ["car", "van"].map { id in
      Happening(
        .vehicle(Identifier(id)),
        .vehicle(.excepted(.init(first: Day(2027, 1, 1), last: Day(2027, 1, 3), reason: "duty"))))
    }
    #expect(
      lines(Garage.fold(both), Garage.keeper, at: Garage.at(Day(2026, 12, 31), 9)).isEmpty)
  }

  /// Every refusal says what to do, in both languages, and ends as a sentence.
  @Test func words() {
    let errors: [VehicleError] =
      TripTests.refused.map(\.error) + TripTests.runs.map(\.error) + TripTests.requests.map(\.error)
      + [
        .noSuchTrip("T"), .workMissing, .keysMissing, .textMissing, .notSealed("c"),
        .moved(3), .noBreak, .closed("c"), .left("x", last: Garage.today), .vehicleMissing,
        .driverMissing, .notOwn, .plateMissing, .badSeats(1), .badInterval(1),
      ]
    for error in errors {
      #expect(error.message.zh.hasSuffix("。") && error.message.en.hasSuffix("."), "\(error)")
    }
  }
}
