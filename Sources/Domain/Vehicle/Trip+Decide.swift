import Almanac

extension Trip.Content {
  /// What it asks for, cleaned.
  ///
  /// - Throws: ``VehicleError`` or ``WordingError``.
  func checked(in book: VehicleBook, of bureau: Bureau) throws -> Self {
    var content = self
    content.purpose = try spoken(purpose, or: .purposeMissing)
    content.destination = try spoken(destination, or: .destinationMissing)
    guard (1...Vehicle.mostSeats).contains(persons) else { throw VehicleError.badPersons(persons) }
    guard end > start else { throw VehicleError.endsBefore }
    for id in [person, driver].compactMap(\.self) {
      guard let found = bureau.person(id) else { throw VehicleError.noSuchPerson(id.rawValue) }
      if let last = found.to, start.day > last { throw VehicleError.left(found.name, last: last) }
    }
    if let vehicle, book.vehicle(vehicle) == nil {
      throw VehicleError.noSuchVehicle(vehicle.rawValue)
    }
    return content
  }
}

extension VehicleBook {
  /// Refuses a vehicle and a driver that cannot go together in a stretch of time.
  ///
  /// - Parameter trip: The trip that is to go; its own stretch does not count.
  public func check(
    _ allotment: Trip.Allotment, for trip: Trip, in stretch: ClosedRange<Moment>, _ bureau: Bureau,
    at now: Moment
  ) throws(VehicleError) {
    try checkVehicle(allotment.vehicle, for: trip, in: stretch, bureau)
    try checkDriver(allotment, in: stretch, bureau)
    for other in trips where other.id != trip.id {
      guard let taken = other.stretch(at: now), taken.overlaps(stretch) else { continue }
      if other.allotment?.vehicle == allotment.vehicle {
        throw .vehicleTaken(bureau.name(allotment.vehicle), other.id)
      }
      if other.allotment?.driver == allotment.driver {
        throw .driverTaken(bureau.name(allotment.driver), other.id)
      }
    }
  }

  private func checkVehicle(
    _ id: Place.ID, for trip: Trip, in stretch: ClosedRange<Moment>, _ bureau: Bureau
  ) throws(VehicleError) {
    guard let vehicle = vehicle(id) else { throw .noSuchVehicle(id.rawValue) }
    let (name, last) = (bureau.name(id), stretch.upperBound.day)
    guard bureau.place(id)?.exists(in: stretch.lowerBound.day...last) ?? false else {
      throw .closed(name)
    }
    if let sealing = vehicle.sealings.last(where: { $0.covers(stretch) }) {
      throw .isSealed(name, sealing.laying.at.day)
    }
    for kind in Self.papers {
      if let paper = paper(kind, of: id), paper.until < last {
        throw .paperOver(name, VehicleText.name(of: kind, bureau), paper.until)
      }
    }
    if let seats = vehicle.card?.seats, trip.content.persons > seats {
      throw .tooMany(trip.content.persons, seats: seats)
    }
  }

  private func checkDriver(
    _ allotment: Trip.Allotment, in stretch: ClosedRange<Moment>, _ bureau: Bureau
  ) throws(VehicleError) {
    let last = stretch.upperBound.day
    guard let person = bureau.person(allotment.driver) else {
      throw .noSuchPerson(allotment.driver.rawValue)
    }
    if let end = person.to, last > end { throw .left(person.name, last: end) }
    guard let licence = licence(person.id) else { throw .noLicence(person.name) }
    guard licence.until >= last else { throw .licenceOver(person.name, licence.until) }
    if let seats = vehicle(allotment.vehicle)?.card?.seats, seats > licence.type.mostSeats {
      throw .wrongClass(person.name, licence.type, seats: seats)
    }
  }
}

extension Trip {
  /// Returns the event that a command causes.
  ///
  /// - Throws: ``VehicleError``, ``NotPermitted`` or ``WordingError``, with nothing written.
  public func decide(
    _ command: TripCommand, book: VehicleBook, of bureau: Bureau, in situation: Situation
  ) throws -> TripEvent {
    let actor = situation.actor
    func require(_ states: State...) throws {
      guard states.contains(state) else { throw VehicleError.wrongState(id, state.name) }
    }
    switch command {
    case .approve(let vehicle, let driver):
      guard actor.may(.approveTrip) else { throw NotPermitted(.approveTrip) }
      try require(.requested, .approved)
      guard let vehicle = vehicle ?? self.vehicle else { throw VehicleError.vehicleMissing }
      guard let driver = driver ?? self.driver else { throw VehicleError.driverMissing }
      let allotment = Allotment(vehicle: vehicle, driver: driver)
      try book.check(
        allotment, for: self, in: content.start...content.end, bureau, at: situation.now)
      guard allotment != self.allotment else { throw VehicleError.sameAsBefore }
      return .approved(allotment)
    case .decline(let reason):
      guard actor.may(.approveTrip) else { throw NotPermitted(.approveTrip) }
      try require(.requested)
      return .declined(reason: try spoken(reason, or: .reasonMissing))
    case .cancel(let reason):
      guard mayCancel(actor) else { throw VehicleError.notOwn }
      try require(.requested, .approved)
      return .cancelled(reason: try spoken(reason, or: .reasonMissing))
    case .out(let leaving):
      guard mayRun(actor) else { throw VehicleError.notOwn }
      try require(.approved)
      return .out(try checked(leaving, back: nil, book, bureau, situation).0)
    case .back(let back):
      guard mayRun(actor) else { throw VehicleError.notOwn }
      try require(.out)
      guard let leaving, let vehicle = allotment?.vehicle else {
        throw VehicleError.wrongState(id, state.name)
      }
      return .back(try checked(back, after: leaving, vehicle, book, situation))
    case .correct(var correction):
      guard actor.may(.keepVehicles) else { throw NotPermitted(.keepVehicles) }
      try require(.out, .back)
      correction.reason = try spoken(correction.reason, or: .reasonMissing)
      if state == .out { correction.back = nil } else { correction.back = correction.back ?? back }
      (correction.leaving, correction.back) = try checked(
        correction.leaving, back: correction.back, book, bureau, situation)
      guard correction.leaving != leaving || correction.back != back else {
        throw VehicleError.sameAsBefore
      }
      return .corrected(correction)
    case .note(var note):
      guard mayRun(actor) || actor.may(.approveTrip) else { throw VehicleError.notOwn }
      try require(.out, .back)
      note.text = try spoken(note.text, or: .textMissing)
      note.handled = try worded(note.handled)
      guard note.day <= situation.today else {
        throw VehicleError.inFuture(Moment(note.day, second: 0))
      }
      if let leaving, note.day < leaving.at.day {
        throw VehicleError.notBefore(Moment(leaving.at.day, second: 0))
      }
      return .noted(note)
    case .handle(let number, let text):
      guard mayRun(actor) || actor.may(.approveTrip) else { throw VehicleError.notOwn }
      guard notes.indices.contains(number - 1) else { throw VehicleError.noSuchNote(number) }
      return .handled(number, text: try spoken(text, or: .textMissing))
    }
  }

  /// Both ends of a run, cleaned.
  private func checked(
    _ leaving: Leaving, back: Return?, _ book: VehicleBook, _ bureau: Bureau,
    _ situation: Situation
  ) throws -> (Leaving, Return?) {
    guard let allotment else { throw VehicleError.vehicleMissing }
    var leaving = leaving
    leaving.fault = try worded(leaving.fault)
    guard leaving.isDeclared else { throw VehicleError.notDeclared }
    guard leaving.at <= situation.now else { throw VehicleError.inFuture(leaving.at) }
    let back = try back.map { try checked($0, after: leaving, allotment.vehicle, book, situation) }
    let end = back?.at ?? max(leaving.at, min(content.end, situation.now))
    try book.check(
      allotment, for: self, in: leaving.at...max(leaving.at, end), bureau, at: situation.now)
    try book.check(leaving.km, of: allotment.vehicle, at: leaving.at, without: id)
    return (leaving, back)
  }

  private func checked(
    _ back: Return, after leaving: Leaving, _ vehicle: Place.ID, _ book: VehicleBook,
    _ situation: Situation
  ) throws -> Return {
    var back = back
    back.note = try worded(back.note)
    guard back.at <= situation.now else { throw VehicleError.inFuture(back.at) }
    guard back.at > leaving.at else { throw VehicleError.notBefore(leaving.at) }
    guard back.km >= leaving.km else {
      throw VehicleError.below(back.km, known: leaving.km, leaving.at.day)
    }
    try book.check(back.km, of: vehicle, at: back.at, without: id)
    return back
  }

  /// Whether a person may enter its going out and coming in: the driver, who asked, who keeps the vehicles.
  public func mayRun(_ person: Person) -> Bool {
    person.may(.keepVehicles)
      || [driver, content.person, requested.person].compactMap(\.self)
        .contains(where: person.parties.contains)
  }

  /// Whether a person may cancel it: who asked, and who keeps the vehicles.
  public func mayCancel(_ person: Person) -> Bool {
    person.may(.keepVehicles)
      || [content.person, requested.person].contains(where: person.parties.contains)
  }

  /// What a number begins with.
  public static let prefix = "YC"
}
