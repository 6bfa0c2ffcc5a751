import Almanac
import Domain

/// The vehicles of the demonstration: cards, drivers, some trips a week, sealed over breaks.
extension History {
  /// A trip as it is going to be driven.
  struct PlannedRun: Sendable {
    var vehicle: Place.ID
    var driver: Person.ID
    var out: Trip.Leaving
    var back: Trip.Return
    /// A violation that is noted some days later.
    var violation: Bool
  }

  /// Cards and licences early on, trips of the last months, sealings before the breaks in them.
  mutating func planVehicles(from first: Day) {
    let vehicles = bureau.places.filter { $0.kind == .vehicle }.map(\.id)
    let drivers = Array(staff.persons.filter { $0.roles.contains(.inspector) }.prefix(2)).map(\.id)
    let begin = hours.calendar.firstWorkday(onOrAfter: max(first + 3, now.day - DemoVehicles.days))
    guard !vehicles.isEmpty, !drivers.isEmpty, begin + 14 < now.day else { return }
    enterCards(vehicles, drivers, on: begin)
    var mileage: [Place.ID: Int] = [:]
    for (index, id) in vehicles.enumerated() { mileage[id] = DemoVehicles.firstMileage(index) }
    var (day, count) = (begin + 1, 0)
    while day <= now.day {
      if hours.calendar.isWorkday(day), hours.calendar.isWorkday(day - 1),
        [2, 4].contains(day.weekday)
      {
        let vehicle = vehicles[count % vehicles.count]
        planTrip(vehicle, drivers[count % drivers.count], number: count, on: day, &mileage)
        count += 1
      }
      planBreak(endingBefore: day, vehicles, mileage)
      day = day + 1
    }
    planRequest(drivers[0])
  }

  private mutating func enterCards(_ vehicles: [Place.ID], _ drivers: [Person.ID], on day: Day) {
    for (index, id) in vehicles.enumerated() {
      let at = Moment(day, hour: 9, minute: 30 + index)
      put(
        .vehicle(
          id,
          .set(
            Vehicle.Card(
              plate: DemoVehicles.plate(index, language), seats: index == 0 ? 5 : 7,
              everyKm: 10_000, everyMonths: 6))), at: at)
      put(
        .vehicle(
          id,
          .service(
            Vehicle.Service(
              day: day - 20 * index, km: DemoVehicles.firstMileage(index),
              work: DemoVehicles.work[language], by: DemoVehicles.garage[language]))), at: at + 20)
      for (number, kind) in VehicleBook.papers.enumerated() where number == 0 || index > 0 {
        guard let kind = Shipped.expiryKinds.first(where: { $0.id == kind }) else { continue }
        let content = Expiry.Content(
          kind: kind.id, name: kind.name[language], place: id, person: staff.administrator,
          term: .init(done: day - 30, until: now.day + 150 + 40 * index))
        queue.put(
          .act(
            DatedAct(
              at: at + 40, actor: staff.administrator,
              command: .expiry(.add([ExpiryRequest(kind, content)])))), at: at + 40)
      }
    }
    for (index, driver) in drivers.enumerated() {
      put(
        .driver(driver, Driver.Licence(.c1, until: now.day + 700 - 660 * index)),
        at: Moment(day, hour: 9, minute: 40 + index))
    }
  }

  private mutating func planTrip(
    _ vehicle: Place.ID, _ driver: Person.ID, number: Int, on day: Day,
    _ mileage: inout [Place.ID: Int]
  ) {
    let start = Moment(day, hour: 9, minute: 0)
    // Once nobody wrote down a short way to the garage.
    let from = (mileage[vehicle] ?? 0) + (number == 9 ? 12 : 0)
    let to = from + 18 + number * 7 % 45
    guard start + 3 * 3600 < now else { return }
    mileage[vehicle] = to
    plannedRuns[start] = PlannedRun(
      vehicle: vehicle, driver: driver,
      out: Trip.Leaving(
        at: start + 300, km: from, fault: number == 5 ? DemoVehicles.fault[language] : nil),
      back: Trip.Return(at: start + 9000 + number % 3 * 600, km: to), violation: number == 6)
    let purposes = DemoVehicles.purposes
    let (purpose, destination) = purposes[number % purposes.count]
    let asker = staff.persons.filter { $0.roles.contains(.sectionHead) }.map(\.id)
    let content = Trip.Content(
      person: asker.isEmpty ? driver : asker[number % asker.count], purpose: purpose[language],
      destination: destination[language], persons: 3, start: start, end: start + 3 * 3600,
      vehicle: vehicle, driver: driver)
    let asked = Moment(hours.calendar.workday(1, before: day), hour: 15, minute: 40)
    put(.request(content), by: content.person, at: asked)
  }

  /// A trip of the coming days that waits to be approved.
  private mutating func planRequest(_ driver: Person.ID) {
    let day = hours.calendar.workday(1, after: now.day)
    let content = Trip.Content(
      person: driver, purpose: DemoVehicles.purposes[0].0[language],
      destination: DemoVehicles.purposes[0].1[language], persons: 2,
      start: Moment(day, hour: 14, minute: 30), end: Moment(day, hour: 17, minute: 0))
    let asked = Moment(hours.calendar.workday(1, before: now.day), hour: 16, minute: 10)
    put(.request(content), by: driver, at: asked)
  }

  /// Before a break the vehicles are sealed, all but one kept for duty where there are several; opened after.
  private mutating func planBreak(
    endingBefore day: Day, _ vehicles: [Place.ID], _ mileage: [Place.ID: Int]
  ) {
    let found = hours.calendar.breaks(overlapping: (day + 1)...(day + 1)).first {
      $0.isRound && $0.lastWorkdayBefore == day
    }
    guard let found else { return }
    for (index, id) in vehicles.enumerated() {
      let sealed = Moment(day, hour: 17, minute: 10 + index)
      if index > 0, index == vehicles.count - 1 {
        put(
          .vehicle(
            id,
            .except(
              Vehicle.Exception(
                first: found.firstOff, last: found.lastOff, reason: DemoVehicles.duty[language]))),
          at: sealed)
        continue
      }
      let km = mileage[id] ?? 0
      put(
        .vehicle(
          id,
          .seal(
            Vehicle.Laying(
              at: sealed, km: km, keys: DemoVehicles.keys[language],
              parked: DemoVehicles.parked[language]))), at: sealed)
      let opened = Moment(found.firstWorkdayAfter, hour: 8, minute: 35 + index)
      put(.vehicle(id, .unseal(Vehicle.Opening(at: opened, km: km))), at: opened)
    }
  }

  /// Means to approve a trip that was asked for, and to drive it as planned.
  mutating func meanToDrive(_ content: Trip.Content, _ id: Trip.ID, at moment: Moment) {
    guard let run = plannedRuns[content.start] else { return }
    put(.trip(id, .approve()), at: moment + 1800)
    put(.trip(id, .out(run.out)), by: run.driver, at: run.out.at)
    put(.trip(id, .back(run.back)), by: run.driver, at: run.back.at)
    guard run.violation else { return }
    let later = Moment(hours.calendar.workday(3, after: content.start.day), hour: 10, minute: 20)
    let note = Trip.Note(
      kind: .violation, day: content.start.day, text: DemoVehicles.violation[language],
      handled: DemoVehicles.handled[language])
    put(.trip(id, .note(note)), at: later)
  }

  private mutating func put(
    _ request: VehicleRequest, by actor: Person.ID? = nil, at moment: Moment
  ) {
    queue.put(
      .act(
        DatedAct(at: moment, actor: actor ?? staff.administrator, command: .vehicles(request))),
      at: moment)
  }
}

/// What is said of the demonstration's vehicles.
enum DemoVehicles {
  /// How far back the trips go.
  static let days = 120

  /// The mileage with which a vehicle begins.
  static func firstMileage(_ index: Int) -> Int { 41_200 + 17_350 * index }

  /// A number plate that no vehicle has.
  static func plate(_ index: Int, _ language: Language) -> String {
    Bilingual(zh: "粤Z·示\(101 + index)", en: "SAMPLE \(101 + index)")[language]
  }

  static let work = Bilingual(zh: "更换机油、机滤", en: "oil and filter changed")
  static let garage = Bilingual(zh: "示例汽车维修厂", en: "Sample Garage")
  static let fault = Bilingual(zh: "右后轮气压偏低，已补气", en: "right rear tyre low, pumped up")
  static let duty = Bilingual(zh: "节日值班应急用车", en: "for those on duty")
  static let keys = Bilingual(zh: "值班室保险柜", en: "safe in the duty room")
  static let parked = Bilingual(zh: "大院停车场", en: "the yard")
  static let violation = Bilingual(zh: "未按规定停车，罚款一百元", en: "parked where it is not allowed")
  static let handled = Bilingual(zh: "驾驶员已缴款，已批评教育", en: "paid by the driver, who was warned")
  static let purposes: [(Bilingual, Bilingual)] = [
    (Bilingual(zh: "统计调查入户核查", en: "visits of a survey"), Bilingual(zh: "示例镇", en: "Sample Town")),
    (
      Bilingual(zh: "区里会议", en: "meeting at the district"),
      Bilingual(zh: "区政府", en: "district hall")
    ),
    (
      Bilingual(zh: "企业走访宣传", en: "visits to enterprises"),
      Bilingual(zh: "工业园", en: "industrial park")
    ),
    (Bilingual(zh: "送审材料", en: "papers to be approved"), Bilingual(zh: "市统计局", en: "city bureau")),
  ]
}
