import Almanac

/// All vehicles, drivers and trips, with what of theirs ends.
public struct VehicleBook: Hashable, Sendable {
  /// One for each place that is a vehicle, by id; those that are in use no more included.
  public var vehicles: [Vehicle]
  /// Those who may drive or once might, by id.
  public var drivers: [Driver]
  /// All trips by number.
  public var trips: [Trip]
  /// The insurance and inspection of vehicles that are kept.
  public var expiries: [Expiry]

  /// The kinds of things that end without which no vehicle goes out: inspection and compulsory insurance.
  ///
  /// Source: 《道路交通安全法》第十三条（安全技术检验）、第十七条（强制保险）.
  public static let papers: [ExpiryKind.ID] = ["vehicle-inspection", "vehicle-insurance"]

  /// A book of what is recorded; a place that is a vehicle has its card even while nothing is.
  public init(
    bureau: Bureau, vehicles: [Vehicle] = [], drivers: [Driver] = [], trips: [Trip] = [],
    expiries: [Expiry] = []
  ) {
    let places = bureau.places.filter { $0.kind == .vehicle }.map(\.id)
    self.vehicles = Set(places + vehicles.map(\.id)).sorted().map { id in
      vehicles.first { $0.id == id } ?? Vehicle(id: id)
    }
    self.drivers = drivers.sorted { $0.id < $1.id }
    self.trips = trips.sorted { $0.id < $1.id }
    self.expiries = expiries.filter { expiry in
      expiry.stands && Self.papers.contains(expiry.content.kind) && expiry.content.place != nil
    }
  }

  /// Nothing at all.
  public static let empty = VehicleBook()

  private init() {
    vehicles = []
    drivers = []
    trips = []
    expiries = []
  }

  /// The vehicle of a place; nil for a place that is none.
  public func vehicle(_ id: Place.ID?) -> Vehicle? { vehicles.first { $0.id == id } }
  /// The licence of a person; nil where none is entered.
  public func licence(_ id: Person.ID?) -> Driver.Licence? {
    drivers.first { $0.id == id }?.licence
  }
  /// The trip of a number; nil where there is none.
  public func trip(_ id: Trip.ID) -> Trip? { trips.first { $0.id == id } }
  /// Those whose licence is valid on a day, by id.
  public func drivers(on day: Day) -> [Driver] {
    drivers.filter { $0.licence.map { $0.until >= day } ?? false }
  }

  /// The inspection or insurance of a vehicle that holds longest; nil where none is entered.
  public func paper(_ kind: ExpiryKind.ID, of vehicle: Place.ID) -> Expiry? {
    expiries.filter { $0.content.place == vehicle && $0.content.kind == kind }
      .max { ($0.until, $0.id) < ($1.until, $1.id) }
  }

  /// What a mileage was read for.
  public enum Source: Hashable, Sendable {
    case out(Trip.ID)
    case back(Trip.ID)
    case service
    case sealed
    case unsealed

    /// The trip of which it was an end; nil where it was none's.
    public var trip: Trip.ID? {
      switch self {
      case .out(let id), .back(let id): id
      case .service, .sealed, .unsealed: nil
      }
    }
  }

  /// A mileage as it was read.
  public struct Reading: Hashable, Sendable {
    /// The day.
    public var day: Day
    /// The time; nil for a maintenance, of which only the day is known.
    public var at: Moment?
    /// Kilometres.
    public var km: Int
    /// What it was read for.
    public var source: Source
  }

  /// The mileages of a vehicle, oldest first; those of one day by what they say.
  public func readings(of id: Place.ID) -> [Reading] {
    let vehicle = vehicle(id)
    func timed(_ at: Moment, _ km: Int, _ source: Source) -> Reading {
      Reading(day: at.day, at: at, km: km, source: source)
    }
    let driven = trips.filter { $0.allotment?.vehicle == id }.flatMap { trip in
      [
        trip.leaving.map { timed($0.at, $0.km, .out(trip.id)) },
        trip.back.map { timed($0.at, $0.km, .back(trip.id)) },
      ].compactMap(\.self)
    }
    let serviced = (vehicle?.services ?? []).map {
      Reading(day: $0.day, at: nil, km: $0.km, source: .service)
    }
    let laid = (vehicle?.sealings ?? []).flatMap { sealing in
      [
        timed(sealing.laying.at, sealing.laying.km, .sealed),
        sealing.opening.map { timed($0.at, $0.km, .unsealed) },
      ].compactMap(\.self)
    }
    return (driven + serviced + laid).sorted { left, right in
      if left.day != right.day { return left.day < right.day }
      if let one = left.at, let other = right.at, one != other { return one < other }
      return left.km < right.km
    }
  }

  /// The newest mileage of a vehicle; nil where none was ever read.
  public func mileage(of id: Place.ID) -> Reading? { readings(of: id).last }

  /// How a vehicle stands at a moment.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case free
    case out
    case sealed
    /// The place counts no more.
    case closed

    /// As lists show it.
    public var name: Bilingual {
      switch self {
      case .free: Bilingual(zh: "在位", en: "free")
      case .out: Bilingual(zh: "出车中", en: "out")
      case .sealed: Bilingual(zh: "已封存", en: "sealed")
      case .closed: Bilingual(zh: "已停用", en: "closed")
      }
    }
  }

  /// How a vehicle stands now.
  public func state(of id: Place.ID, _ bureau: Bureau, on day: Day) -> State {
    if let place = bureau.place(id), !place.exists(in: day...day) { return .closed }
    if vehicle(id)?.sealing != nil { return .sealed }
    return trips.contains { $0.state == .out && $0.allotment?.vehicle == id } ? .out : .free
  }

  /// When the next maintenance is due.
  public struct Upkeep: Hashable, Sendable {
    /// The mileage at which it is due; nil where only the day counts.
    public var km: Int?
    /// Kilometres until then; below zero once they are over.
    public var kmLeft: Int?
    /// The last day for it; nil where only the mileage counts.
    public var day: Day?
    /// Days until then; below zero once they are over.
    public var daysLeft: Int?

    /// Kilometres and days before it is due from which it is told of.
    public static let notice = (km: 500, days: 30)

    /// Whether it is over.
    public var isOverdue: Bool { kmLeft ?? 0 < 0 || daysLeft ?? 0 < 0 }
    /// Whether it is over or due soon.
    public var isPressing: Bool {
      kmLeft.map { $0 <= Self.notice.km } ?? false
        || daysLeft.map { $0 <= Self.notice.days } ?? false
    }
    /// Says before any word is read that it is over, or due soon.
    public var mark: String { isOverdue ? "!!" : isPressing ? "!" : "" }

    /// As lists show it.
    public var words: Bilingual {
      let parts = [
        kmLeft.map { left in
          left < 0
            ? Bilingual(zh: "超\(-left)公里", en: "\(-left) km over")
            : Bilingual(zh: "还有\(left)公里", en: "\(left) km left")
        }, day.flatMap { day in daysLeft.map { Expiry.daysLeft(to: day, on: day - $0) } },
      ].compactMap(\.self)
      return Bilingual(
        zh: parts.map(\.zh).joined(separator: "，"), en: parts.map(\.en).joined(separator: ", "))
    }
  }

  /// When the next maintenance of a vehicle is due; nil where its card sets no interval or none was done yet.
  public func upkeep(of id: Place.ID, on today: Day) -> Upkeep? {
    guard let vehicle = vehicle(id), let card = vehicle.card, let last = vehicle.services.last
    else { return nil }
    let (km, day) = (
      card.everyKm.map { last.km + $0 }, card.everyMonths.map { last.day.adding(months: $0) }
    )
    guard km != nil || day != nil else { return nil }
    let present = mileage(of: id)?.km ?? last.km
    return Upkeep(
      km: km, kmLeft: km.map { $0 - present }, day: day, daysLeft: day.map { $0 - today })
  }

  /// Kilometres that a vehicle drove between two records without a trip.
  public struct Gap: Hashable, Sendable {
    /// The vehicle.
    public var vehicle: Place.ID
    /// The record before.
    public var from: Reading
    /// The record that shows them.
    public var to: Reading
    /// How many; below zero where the mileage went back.
    public var km: Int { to.km - from.km }
  }

  /// What no trip accounts for and shows on days of a period: also what a sealed vehicle drove.
  public func gaps(of id: Place.ID, in days: ClosedRange<Day>) -> [Gap] {
    let readings = readings(of: id)
    return zip(readings, readings.dropFirst()).compactMap { from, to in
      if case .back = to.source { return nil }
      guard days.contains(to.day), to.km != from.km else { return nil }
      return Gap(vehicle: id, from: from, to: to)
    }
  }
}

extension Vehicle {
  /// The most persons that a card may name.
  public static let mostSeats = 60
  /// The greatest mileage that is believed.
  public static let mostKm = 2_000_000
  /// The most that a vehicle is believed to be driven on a day, in kilometres.
  public static let mostKmADay = 1_500
}
