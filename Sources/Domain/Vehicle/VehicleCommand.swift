import Almanac

/// What may be asked to be done with a vehicle. May be refused.
public enum VehicleCommand: Hashable, Sendable {
  case set(Vehicle.Card)
  case service(Vehicle.Service)
  case seal(Vehicle.Laying)
  case unseal(Vehicle.Opening)
  case except(Vehicle.Exception)
}

/// What may be asked to be done with a trip. May be refused.
public enum TripCommand: Hashable, Sendable {
  /// Fixes the vehicle and the driver; nil takes what was asked for.
  case approve(vehicle: Place.ID? = nil, driver: Person.ID? = nil)
  case decline(reason: String)
  case cancel(reason: String)
  case out(Trip.Leaving)
  case back(Trip.Return)
  case correct(Trip.Correction)
  case note(Trip.Note)
  /// Says how a note was dealt with, by its place from 1.
  case handle(Int, text: String)
}

/// What may be asked about the office's vehicles.
public enum VehicleRequest: Hashable, Sendable {
  case vehicle(Place.ID, VehicleCommand)
  /// Enters a driving licence; nil takes the person off the list of drivers, with a reason.
  case driver(Person.ID, Driver.Licence?, reason: String? = nil)
  case request(Trip.Content)
  case trip(Trip.ID, TripCommand)

  /// Returns the line that it causes.
  ///
  /// - Throws: ``VehicleError``, ``NotPermitted`` or ``WordingError``, with nothing written.
  func decide(with records: some Records, in situation: Situation) throws -> [Happening] {
    let (bureau, book) = (try records.bureau, try records.vehicleBook())
    switch self {
    case .vehicle(let id, let command):
      guard let vehicle = book.vehicle(id) else { throw VehicleError.noSuchVehicle(id.rawValue) }
      let event = try vehicle.decide(command, book: book, of: bureau, in: situation)
      return [Happening(.vehicle(id), .vehicle(event))]
    case .driver(let id, let licence, let reason):
      let event = try Self.driver(id, licence, reason, book, bureau, situation)
      return [Happening(.driver(id), .driver(event))]
    case .request(let content):
      guard situation.actor.may(.reportHazard) else {
        throw NotPermitted(.reportHazard, asked: Bilingual(zh: "申请用车", en: "ask for a vehicle"))
      }
      let content = try content.checked(in: book, of: bureau)
      let id = Trip.ID.next(
        Trip.prefix, of: situation.today.year, after: book.trips.map(\.id),
        device: situation.numbering.device, digits: 3)
      return [Happening(.trip(id), .trip(.requested(content)))]
    case .trip(let id, let command):
      guard let trip = book.trip(id) else { throw VehicleError.noSuchTrip(id.rawValue) }
      let event = try trip.decide(command, book: book, of: bureau, in: situation)
      return [Happening(.trip(id), .trip(event))]
    }
  }

  private static func driver(
    _ id: Person.ID, _ licence: Driver.Licence?, _ reason: String?, _ book: VehicleBook,
    _ bureau: Bureau, _ situation: Situation
  ) throws -> DriverEvent {
    guard situation.actor.may(.keepVehicles) else { throw NotPermitted(.keepVehicles) }
    guard let person = bureau.person(id) else { throw VehicleError.noSuchPerson(id.rawValue) }
    guard let licence else {
      guard book.licence(id) != nil else { throw VehicleError.noLicence(person.name) }
      return .removed(reason: try spoken(reason, or: .reasonMissing))
    }
    if let last = person.to, situation.today > last {
      throw VehicleError.left(person.name, last: last)
    }
    guard licence.until >= situation.today else {
      throw VehicleError.licenceOver(person.name, licence.until)
    }
    guard licence != book.licence(id) else { throw VehicleError.sameAsBefore }
    return .set(licence)
  }
}

/// A text without what cannot be seen.
///
/// - Throws: What is missing where nothing is left of it.
func spoken(_ text: String?, or missing: VehicleError) throws -> String {
  guard let text = try worded(text) else { throw missing }
  return text
}

extension Vehicle {
  /// Returns the event that a command causes.
  ///
  /// - Throws: ``VehicleError``, ``NotPermitted`` or ``WordingError``, with nothing written.
  public func decide(
    _ command: VehicleCommand, book: VehicleBook, of bureau: Bureau, in situation: Situation
  ) throws -> VehicleEvent {
    guard situation.actor.may(.keepVehicles) else { throw NotPermitted(.keepVehicles) }
    let name = bureau.name(id)
    switch command {
    case .set(let card):
      let card = try card.checked()
      guard card != self.card else { throw VehicleError.sameAsBefore }
      return .set(card)
    case .service(var service):
      service.work = try spoken(service.work, or: .workMissing)
      service.by = try worded(service.by)
      guard service.day <= situation.today else {
        throw VehicleError.inFuture(Moment(service.day, second: 0))
      }
      if let sealing, service.day >= sealing.laying.at.day {
        throw VehicleError.isSealed(name, sealing.laying.at.day)
      }
      try book.check(service.km, of: id, on: service.day)
      return .serviced(service)
    case .seal(var laying):
      laying.keys = try spoken(laying.keys, or: .keysMissing)
      laying.parked = try worded(laying.parked)
      guard laying.at <= situation.now else { throw VehicleError.inFuture(laying.at) }
      if let sealing { throw VehicleError.isSealed(name, sealing.laying.at.day) }
      if let opened = sealings.last?.opening?.at, laying.at < opened {
        throw VehicleError.notBefore(opened)
      }
      if let trip = book.trips.first(where: { $0.allotment?.vehicle == id && $0.state == .out }) {
        throw VehicleError.isOut(name, trip.id)
      }
      try book.check(laying.km, of: id, at: laying.at)
      return .sealed(laying)
    case .unseal(var opening):
      guard let sealing else { throw VehicleError.notSealed(name) }
      opening.reason = try worded(opening.reason)
      guard opening.at <= situation.now else { throw VehicleError.inFuture(opening.at) }
      guard opening.at > sealing.laying.at else { throw VehicleError.notBefore(sealing.laying.at) }
      try Vehicle.check(km: opening.km)
      let moved = opening.km - sealing.laying.km
      guard moved == 0 || opening.reason != nil else { throw VehicleError.moved(moved) }
      return .unsealed(opening)
    case .except(var exception):
      exception.reason = try spoken(exception.reason, or: .reasonMissing)
      guard exception.first <= exception.last else { throw VehicleError.endsBefore }
      guard exception != self.exception(over: exception.first...exception.last) else {
        throw VehicleError.sameAsBefore
      }
      if let sealing = sealing(over: exception.first...exception.last), sealing.opening == nil {
        throw VehicleError.isSealed(name, sealing.laying.at.day)
      }
      return .excepted(exception)
    }
  }

  /// Refuses a mileage that nobody believes.
  static func check(km: Int) throws(VehicleError) {
    guard (0...mostKm).contains(km) else { throw .badKm(km) }
  }
}

extension Vehicle.Card {
  /// What it says, cleaned.
  fileprivate func checked() throws -> Self {
    var card = self
    guard !trimmed(plate).isEmpty else { throw VehicleError.plateMissing }
    card.plate = try Wording.name(plate)
    card.model = try worded(model)
    guard (2...Vehicle.mostSeats).contains(seats) else { throw VehicleError.badSeats(seats) }
    if let everyKm, !(1...100_000).contains(everyKm) { throw VehicleError.badInterval(everyKm) }
    if let everyMonths, !(1...120).contains(everyMonths) {
      throw VehicleError.badInterval(everyMonths)
    }
    return card
  }
}

extension VehicleBook {
  /// Refuses a mileage that does not fit between those read before and after.
  ///
  /// - Parameters:
  ///   - at: When it was read; nil where only the day is known.
  ///   - trip: A trip whose own readings are put right and do not count.
  func check(
    _ km: Int, of id: Place.ID, on day: Day, at: Moment? = nil, without trip: Trip.ID? = nil
  ) throws(VehicleError) {
    try Vehicle.check(km: km)
    let readings = readings(of: id).filter { $0.source.trip == nil || $0.source.trip != trip }
    func isBefore(_ reading: Reading) -> Bool? {
      if reading.day != day { return reading.day < day }
      guard let at, let other = reading.at else { return nil }
      return other <= at
    }
    let (before, after) = (
      readings.filter { isBefore($0) == true }, readings.filter { isBefore($0) == false }
    )
    if let high = before.last {
      if high.km > km { throw .below(km, known: high.km, high.day) }
      if km - high.km > Vehicle.mostKmADay * (day - high.day + 1) {
        throw .leap(km, known: high.km, high.day)
      }
    }
    if let low = after.first, low.km < km {
      throw .above(km, known: low.km, low.day)
    }
  }

  /// The same of a moment.
  func check(
    _ km: Int, of id: Place.ID, at: Moment, without trip: Trip.ID? = nil
  ) throws(VehicleError) {
    try check(km, of: id, on: at.day, at: at, without: trip)
  }
}
