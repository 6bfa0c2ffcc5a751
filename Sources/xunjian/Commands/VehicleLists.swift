import Almanac
import ArgumentParser
import Canvas
import Domain
import Ledger
import Reports

/// A vehicle in JSON; the keys are fixed, others script against them.
struct VehicleJSON: Encodable {
  struct Due: Encodable {
    @Nullable var km: Int?
    @Nullable var kmLeft: Int?
    @Nullable var day: Day?
    @Nullable var daysLeft: Int?
    var overdue: Bool
  }

  struct Paper: Encodable {
    var expiry: Expiry.ID
    var until: Day
    var state: Expiry.State
  }

  struct Sealing: Encodable {
    var sealed: Moment
    var sealedKm: Int
    var sealedBy: Person.ID
    var keys: String
    @Nullable var parked: String?
    @Nullable var opened: Moment?
    @Nullable var openedKm: Int?
    @Nullable var openedBy: Person.ID?
    @Nullable var moved: Int?
    @Nullable var reason: String?

    init(_ sealing: Vehicle.Sealing) {
      let (laid, opening) = (sealing.laying, sealing.opening)
      (sealed, sealedKm, sealedBy) = (laid.at, laid.km, sealing.sealed.person)
      (keys, parked) = (laid.keys, laid.parked)
      (opened, openedKm, openedBy) = (opening?.at, opening?.km, sealing.opened?.person)
      (moved, reason) = (sealing.moved, opening?.reason)
    }
  }

  var vehicle: Place.ID
  var name: String
  @Nullable var plate: String?
  @Nullable var seats: Int?
  @Nullable var model: String?
  @Nullable var everyKm: Int?
  @Nullable var everyMonths: Int?
  var state: VehicleBook.State
  @Nullable var km: Int?
  @Nullable var kmOn: Day?
  @Nullable var maintenance: Due?
  @Nullable var inspection: Paper?
  @Nullable var insurance: Paper?
  var services: [Vehicle.Service]
  var sealings: [Sealing]
  var exceptions: [Vehicle.Exception]

  init(_ vehicle: Vehicle, _ book: VehicleBook, _ bureau: Bureau, on today: Day) {
    let (card, reading) = (vehicle.card, book.mileage(of: vehicle.id))
    self.vehicle = vehicle.id
    name = bureau.name(vehicle.id)
    (plate, seats, model) = (card?.plate, card?.seats, card?.model)
    (everyKm, everyMonths) = (card?.everyKm, card?.everyMonths)
    state = book.state(of: vehicle.id, bureau, on: today)
    (km, kmOn) = (reading?.km, reading?.day)
    maintenance = book.upkeep(of: vehicle.id, on: today).map { due in
      Due(
        km: due.km, kmLeft: due.kmLeft, day: due.day, daysLeft: due.daysLeft,
        overdue: due.isOverdue)
    }
    let papers = VehicleBook.papers.map { kind in
      book.paper(kind, of: vehicle.id).map {
        Paper(expiry: $0.id, until: $0.until, state: $0.state(on: today))
      }
    }
    (inspection, insurance) = (papers[0], papers[1])
    services = vehicle.services
    exceptions = vehicle.exceptions
    sealings = vehicle.sealings.map(Sealing.init)
  }
}

/// A driver in JSON.
struct DriverJSON: Encodable {
  var person: Person.ID
  var name: String
  @Nullable var type: Driver.Class?
  @Nullable var until: Day?
  @Nullable var daysLeft: Int?

  enum CodingKeys: String, CodingKey {
    case person
    case name
    case type = "class"
    case until
    case daysLeft
  }

  init(_ id: Person.ID, _ licence: Driver.Licence?, _ bureau: Bureau, on today: Day) {
    person = id
    name = bureau.name(id)
    (type, until, daysLeft) = (licence?.type, licence?.until, licence.map { $0.until - today })
  }
}

/// A trip in JSON.
struct TripJSON: Encodable {
  struct End: Encodable {
    var at: Moment
    var km: Int
  }

  var trip: Trip.ID
  var state: Trip.State
  var person: Person.ID
  var purpose: String
  var destination: String
  var persons: Int
  var start: Moment
  var end: Moment
  @Nullable var vehicle: Place.ID?
  @Nullable var driver: Person.ID?
  @Nullable var decider: Person.ID?
  @Nullable var out: End?
  @Nullable var back: End?
  @Nullable var km: Int?
  @Nullable var fault: String?
  var declared: Bool
  @Nullable var note: String?
  @Nullable var reason: String?
  var belated: Bool
  var notes: [Trip.Note]
  var corrections: [String]

  enum CodingKeys: String, CodingKey {
    case trip, state, person, purpose, destination, persons, start, end, vehicle, driver, decider
    case out
    case back = "in"
    case km, fault, declared, note, reason, belated, notes, corrections
  }

  init(_ trip: Trip) {
    let content = trip.content
    (self.trip, state, person) = (trip.id, trip.state, content.person)
    (purpose, destination, persons) = (content.purpose, content.destination, content.persons)
    (start, end, vehicle, driver) = (content.start, content.end, trip.vehicle, trip.driver)
    decider = trip.decided?.person
    out = trip.leaving.map { End(at: $0.at, km: $0.km) }
    back = trip.back.map { End(at: $0.at, km: $0.km) }
    (km, fault, note) = (trip.km, trip.leaving?.fault, trip.back?.note)
    declared = trip.leaving?.isDeclared ?? false
    (reason, belated) = (trip.reason, trip.isBelated)
    (notes, corrections) = (trip.notes, trip.corrections)
  }
}

/// The vehicles.
struct VehicleList: ParsableCommand {
  static let configuration = about("list", zh: "列出公务用车", en: "list the vehicles")
  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "状态", en: "the state")) var state: VehicleBook.State?
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let (language, today) = (session.language, session.today)
    let (book, bureau) = (try session.ledger.vehicleBook(), try session.ledger.bureau())
    let shown = book.vehicles.filter { vehicle in
      let own = book.state(of: vehicle.id, bureau, on: today)
      return state.map { $0 == own } ?? (own != .closed)
    }
    try output.print(
      shown.map { VehicleJSON($0, book, bureau, on: today) },
      keys: [
        "vehicle", "name", "plate", "state", "km", "maintenance", "inspection", "insurance",
      ],
      heading: [
        Bilingual(zh: "编号", en: "Id"), Bilingual(zh: "名称", en: "Name"),
        Bilingual(zh: "车牌", en: "Plate"), Bilingual(zh: "状态", en: "State"),
        Bilingual(zh: "里程", en: "Mileage"), Bilingual(zh: "下次保养", en: "Maintenance"),
        Bilingual(zh: "年检至", en: "Inspection"), Bilingual(zh: "交强险至", en: "Insurance"),
      ],
      rows: shown.map { vehicle in
        let own = book.state(of: vehicle.id, bureau, on: today)
        let due = book.upkeep(of: vehicle.id, on: today)
        func until(_ kind: ExpiryKind.ID) -> String {
          guard let paper = book.paper(kind, of: vehicle.id) else {
            return output.isForPeople ? "! " + Bilingual(zh: "未登记", en: "none")[language] : ""
          }
          let mark = paper.state(on: today).mark
          return output.isForPeople ? mark + paper.until.description : paper.until.description
        }
        return [
          vehicle.id.rawValue, bureau.name(vehicle.id), vehicle.card?.plate ?? "",
          output.isForPeople ? own.name[language] : own.rawValue,
          book.mileage(of: vehicle.id).map { "\($0.km)" } ?? "",
          due.map { output.isForPeople ? $0.mark + $0.words[language] : $0.words.en } ?? "",
        ] + VehicleBook.papers.map(until)
      })
  }
}

extension VehicleBook.State: ExpressibleByArgument {}
extension Trip.State: ExpressibleByArgument {}

/// One vehicle with its history.
struct VehicleShow: ParsableCommand {
  static let configuration = about("show", zh: "看一辆车", en: "show a vehicle")
  @OptionGroup var act: VehicleActOptions

  func run() throws {
    let session = try Session(act.options)
    let (language, today) = (session.language, session.today)
    let (book, bureau) = (try session.ledger.vehicleBook(), try session.ledger.bureau())
    let vehicle = try session.vehicle(act.vehicle)
    if act.json { return try Output.json(VehicleJSON(vehicle, book, bureau, on: today)) }
    let state = book.state(of: vehicle.id, bureau, on: today).name[language]
    Output.line("\(vehicle.id)  \(bureau.name(vehicle.id))  \(state)")
    for line in VehicleText.lines(vehicle, book, bureau, on: today) {
      Output.line(line[language])
    }
    for entry in try session.ledger.timeline(.vehicle(vehicle.id)) {
      guard case .vehicle(let event) = entry.event else { continue }
      let who = bureau.name(entry.stamp.actor, for: entry.stamp.standsFor)[language]
      Output.line(
        "  \(entry.stamp.at.dayAndTime)  \(who)  \(event.name[language])  \(event.note)")
    }
  }
}

/// Who may drive.
struct DriverList: ParsableCommand {
  static let configuration = about("list", zh: "列出驾驶员", en: "list the drivers")
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let (book, bureau, today) = (
      try session.ledger.vehicleBook(), try session.ledger.bureau(), session.today
    )
    let shown = book.drivers.filter { $0.licence != nil }
    try output.print(
      shown.map { DriverJSON($0.id, $0.licence, bureau, on: today) },
      keys: ["person", "name", "class", "until"],
      heading: [
        Bilingual(zh: "编号", en: "Id"), Bilingual(zh: "姓名", en: "Name"),
        Bilingual(zh: "准驾车型", en: "Class"), Bilingual(zh: "有效期至", en: "Until"),
      ],
      rows: shown.map { driver in
        let until = driver.licence?.until.description ?? ""
        return [
          driver.id.rawValue, bureau.name(driver.id), driver.licence?.type.rawValue ?? "",
          output.isForPeople ? driver.mark(on: today) + until : until,
        ]
      })
  }
}

/// Uses of vehicles, the latest last.
struct TripList: ParsableCommand {
  static let configuration = about("list", zh: "列出用车", en: "list uses of vehicles")
  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "状态", en: "the state")) var state: Trip.State?
  @Option(help: help(zh: "车辆", en: "the vehicle")) var vehicle: String?
  @Option(help: help(zh: "驾驶员", en: "who drives")) var driver: String?
  @Option(parsing: .unconditional, help: help(zh: "从哪天", en: "from this day")) var from: TypedDay?
  @Option(parsing: .unconditional, help: help(zh: "到哪天", en: "to this day")) var to: TypedDay?
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let (language, bureau) = (session.language, try session.ledger.bureau())
    let vehicle = try vehicle.map { try session.vehicle($0).id }
    let driver = try driver.map { try session.person($0).id }
    let (first, last) = (from?.day(today: session.today), to?.day(today: session.today))
    let trips = try session.ledger.vehicleBook().trips.filter { trip in
      (state.map { $0 == trip.state } ?? true) && (vehicle.map { $0 == trip.vehicle } ?? true)
        && (driver.map { $0 == trip.driver } ?? true) && (first.map { trip.day >= $0 } ?? true)
        && (last.map { trip.day <= $0 } ?? true)
    }
    try output.print(
      trips.map(TripJSON.init),
      keys: [
        "trip", "day", "state", "person", "purpose", "destination", "vehicle", "driver", "km",
      ],
      heading: [
        Bilingual(zh: "编号", en: "Number"), Bilingual(zh: "日期", en: "Day"),
        Bilingual(zh: "状态", en: "State"), Bilingual(zh: "用车人", en: "For"),
        Bilingual(zh: "事由", en: "Purpose"), Bilingual(zh: "目的地", en: "To"),
        Bilingual(zh: "车辆", en: "Vehicle"), Bilingual(zh: "驾驶员", en: "Driver"),
        Bilingual(zh: "公里", en: "Km"),
      ],
      rows: trips.map { trip in
        [
          trip.id.rawValue, trip.day.description,
          output.isForPeople ? trip.state.name[language] : trip.state.rawValue,
          bureau.name(trip.content.person), trip.content.purpose, trip.content.destination,
          trip.vehicle.map { bureau.name($0) } ?? "", bureau.name(trip.driver),
          trip.km.map { "\($0)" } ?? "",
        ]
      })
  }
}

/// One trip with its history.
struct TripShow: ParsableCommand {
  static let configuration = about("show", zh: "看一张派车单", en: "show a trip")
  @OptionGroup var act: TripActOptions

  func run() throws {
    let session = try Session(act.options)
    let (language, bureau) = (session.language, try session.ledger.bureau())
    let trip = try session.trip(act.id)
    if act.json { return try Output.json(TripJSON(trip)) }
    let content = trip.content
    Output.line(
      "\(trip.id)  \(trip.state.name[language])  \(content.purpose)  \(content.destination)")
    for line in VehicleText.lines(trip, bureau) { Output.line(line[language]) }
    for entry in try session.ledger.timeline(.trip(trip.id)) {
      guard case .trip(let event) = entry.event else { continue }
      let who = bureau.name(entry.stamp.actor, for: entry.stamp.standsFor)[language]
      Output.line(
        "  \(entry.stamp.at.dayAndTime)  \(who)  \(event.name[language])  \(event.note)")
    }
  }
}
