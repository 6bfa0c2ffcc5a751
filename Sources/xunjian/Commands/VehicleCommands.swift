import Almanac
import ArgumentParser
import Domain
import Ledger

/// The office's vehicles (公务用车): cards, maintenance, sealing.
struct VehicleCommandGroup: ParsableCommand {
  static let configuration = about(
    "vehicle", zh: "公务用车：车辆卡、保养、封存", en: "official vehicles: cards, maintenance, sealing",
    [
      VehicleList.self, VehicleShow.self, VehicleSet.self, VehicleService.self, VehicleSeal.self,
      VehicleUnseal.self, VehicleExcept.self,
    ])
}

extension Session {
  /// The vehicle of an id, a name or a number plate.
  ///
  /// - Throws: `VehicleError.noSuchVehicle`.
  func vehicle(_ text: String) throws -> Vehicle {
    let (book, bureau) = (try ledger.vehicleBook(), try ledger.bureau())
    if let vehicle = book.vehicle(Identifier(text)) { return vehicle }
    let named = book.vehicles.filter { $0.card?.plate == text || bureau.name($0.id) == text }
    guard named.count == 1, let vehicle = named.first else {
      throw VehicleError.noSuchVehicle(text)
    }
    return vehicle
  }

  /// The break of a key, or the next one whose days off are not over.
  ///
  /// - Throws: `VehicleError.noBreak`.
  func breakNamed(_ key: String?) throws -> Break {
    let calendar = try ledger.bureau().calendar
    let window = (today - 30)...(today + 400)
    let breaks = calendar.breaks(overlapping: window).filter(\.isRound)
    let found = breaks.first { found in
      key.map { $0 == found.key } ?? (found.lastOff >= today)
    }
    guard let found else { throw VehicleError.noBreak }
    return found
  }

  /// Says how the vehicles, drivers or trips stand that lines are about.
  func answerVehicles(_ lines: [Happening], json: Bool) throws {
    let (book, bureau) = (try ledger.vehicleBook(), try ledger.bureau())
    for line in lines {
      switch line.event {
      case .vehicle(let event):
        guard let vehicle = book.vehicle(Identifier(line.subject.id)) else { continue }
        if json { return try Output.json(VehicleJSON(vehicle, book, bureau, on: today)) }
        let moved = vehicle.sealings.last.map { VehicleText.moved($0)[language] } ?? ""
        let name = "\(vehicle.id)  \(bureau.name(vehicle.id))"
        if case .unsealed = event {
          Output.line("\(name)  \(event.name[language])\(moved)")
        } else {
          Output.line("\(name)  \(event.name[language])  \(event.note)")
        }
      case .driver(let event):
        let id = Person.ID(line.subject.id)
        if json { return try Output.json(DriverJSON(id, book.licence(id), bureau, on: today)) }
        Output.line("\(id)  \(bureau.name(id))  \(event.name[language])")
      case .trip(let event):
        guard let trip = book.trip(Identifier(line.subject.id)) else { continue }
        if json { return try Output.json(TripJSON(trip)) }
        let name = trip.vehicle.map { "  " + bureau.name($0) } ?? ""
        Output.line("\(trip.id)  \(event.name[language])\(name)  \(event.note)")
      default: continue
      }
    }
  }

  func performVehicles(_ request: VehicleRequest, json: Bool) throws {
    try answerVehicles(perform(.vehicles(request)), json: json)
  }
}

/// Which vehicle an act is about, and how it answers.
struct VehicleActOptions: ParsableArguments {
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "车辆：场所编号、名称或车牌", en: "the vehicle: id, name or plate"))
  var vehicle: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  fileprivate func perform(_ command: VehicleCommand, _ session: Session) throws {
    try session.performVehicles(.vehicle(session.vehicle(vehicle).id, command), json: json)
  }
}

/// Enters the card of a vehicle, or changes it.
struct VehicleSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: Bilingual(zh: "登记、修改车辆卡", en: "enter a vehicle's card, or change it")[
      Speech.language],
    discussion: Bilingual(
      zh: "没写的保持原样。年检和交强险用 expiry add 登记到这个场所，车辆卡自动读取。",
      en: "What is not named stays. Inspection and insurance are entered with expiry add at the "
        + "same place; the card reads them there.")[Speech.language])
  @OptionGroup var act: VehicleActOptions
  @Option(help: help(zh: "车牌号", en: "the number plate")) var plate: String?
  @Option(help: help(zh: "核定载人数（含驾驶员）", en: "persons it may carry, driver included"))
  var seats: Int?
  @Option(help: help(zh: "厂牌型号", en: "make and model")) var model: String?
  @Option(help: help(zh: "每多少公里保养；0 为不按里程", en: "maintenance every so many km; 0 for none"))
  var everyKm: Int?
  @Option(help: help(zh: "每多少个月保养；0 为不按时间", en: "maintenance every so many months; 0: none"))
  var everyMonths: Int?

  func run() throws {
    let session = try Session(act.options)
    var card =
      try session.vehicle(act.vehicle).card ?? Vehicle.Card(plate: "", seats: Self.usualSeats)
    if let plate { card.plate = plate }
    if let seats { card.seats = seats }
    if let model { card.model = model }
    if let everyKm { card.everyKm = everyKm == 0 ? nil : everyKm }
    if let everyMonths { card.everyMonths = everyMonths == 0 ? nil : everyMonths }
    try act.perform(.set(card), session)
  }

  /// Of most cars.
  private static let usualSeats = 5
}

/// Enters a maintenance.
struct VehicleService: ParsableCommand {
  static let configuration = about("service", zh: "登记一次保养", en: "enter a maintenance")
  @OptionGroup var act: VehicleActOptions
  @Option(parsing: .unconditional, help: help(zh: "日期（今天）", en: "the day (today)"))
  var day: TypedDay?
  @Option(help: help(zh: "当时里程（公里）", en: "the mileage in km")) var km: Int
  @Option(help: help(zh: "做了什么", en: "what was done")) var work: String
  @Option(help: help(zh: "维修单位、经办人", en: "the garage, or who")) var by: String?

  func run() throws {
    let session = try Session(act.options)
    let day = day?.day(today: session.today) ?? session.today
    try act.perform(
      .service(Vehicle.Service(day: day, km: km, work: work, by: by)), session)
  }
}

/// Lays a vehicle up.
struct VehicleSeal: ParsableCommand {
  static let configuration = about("seal", zh: "封存车辆", en: "lay a vehicle up")
  @OptionGroup var act: VehicleActOptions
  @Option(help: help(zh: "里程（公里）", en: "the mileage in km")) var km: Int
  @Option(help: help(zh: "钥匙交给谁、放在哪里", en: "who keeps the keys, or where")) var keys: String
  @Option(help: help(zh: "停放地点", en: "where it stands")) var parked: String?
  @Option(help: help(zh: "时间；不填则现在", en: "when; now if left out")) var at: Moment?

  func run() throws {
    let session = try Session(act.options)
    let laying = Vehicle.Laying(
      at: at ?? session.clock.now, km: km, keys: keys, parked: parked)
    try act.perform(.seal(laying), session)
  }
}

/// Takes a vehicle up again.
struct VehicleUnseal: ParsableCommand {
  static let configuration = about(
    "unseal", zh: "启封车辆，核对里程", en: "take a vehicle up again; the mileages are compared")
  @OptionGroup var act: VehicleActOptions
  @Option(help: help(zh: "里程（公里）", en: "the mileage in km")) var km: Int
  @Option(help: help(zh: "里程与封存时不同的原因", en: "why the mileage differs")) var reason: String?
  @Option(help: help(zh: "时间；不填则现在", en: "when; now if left out")) var at: Moment?

  func run() throws {
    let session = try Session(act.options)
    try act.perform(
      .unseal(Vehicle.Opening(at: at ?? session.clock.now, km: km, reason: reason)), session)
  }
}

/// Keeps a vehicle in use over a break.
struct VehicleExcept: ParsableCommand {
  static let configuration = about(
    "except", zh: "假期不封存，留作值班用车", en: "keep a vehicle in use over a break, for duty")
  @OptionGroup var act: VehicleActOptions
  @Option(help: help(zh: "假期，如 2027-new-year；不填为下一个", en: "the break; the next if left out"))
  var holiday: String?
  @Option(help: help(zh: "原因", en: "why")) var reason: String

  func run() throws {
    let session = try Session(act.options)
    let found = try session.breakNamed(holiday)
    try act.perform(
      .except(
        Vehicle.Exception(first: found.firstOff, last: found.lastOff, reason: reason)), session)
  }
}

/// Who may drive.
struct DriverCommandGroup: ParsableCommand {
  static let configuration = about(
    "driver", zh: "驾驶员和驾驶证", en: "drivers and their licences",
    [DriverList.self, DriverSet.self, DriverRemove.self])
}

extension Driver.Class: ExpressibleByArgument {
  /// Reads `C1`, in either case.
  public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}

/// Enters a licence.
struct DriverSet: ParsableCommand {
  static let configuration = about("set", zh: "登记驾驶证", en: "enter a driving licence")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "人员", en: "the person")) var person: String
  @Option(name: .customLong("class"), help: help(zh: "准驾车型", en: "its class"))
  var type: Driver.Class
  @Option(parsing: .unconditional, help: help(zh: "有效期至", en: "the last day of validity"))
  var until: TypedDay
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let licence = Driver.Licence(type, until: until.day(today: session.today))
    try session.performVehicles(.driver(session.person(person).id, licence), json: json)
  }
}

/// Takes a person off the list of drivers.
struct DriverRemove: ParsableCommand {
  static let configuration = about("remove", zh: "不再驾驶公务车", en: "take off the list of drivers")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "人员", en: "the person")) var person: String
  @Option(help: help(zh: "原因", en: "why")) var reason: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    try session.performVehicles(
      .driver(session.person(person).id, nil, reason: reason), json: json)
  }
}
