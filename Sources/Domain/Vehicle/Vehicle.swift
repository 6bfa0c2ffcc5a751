import Almanac

/// An official vehicle (公务用车): the card of a place of kind ``PlaceKind/vehicle``.
///
/// Its insurance and its annual inspection are things that end, kept with the others (到期事项).
public struct Vehicle: Hashable, Sendable, Codable, Identifiable {
  /// What is on the card.
  public struct Card: Hashable, Sendable, Codable {
    /// The number plate (车牌号).
    public var plate: String
    /// Persons that it may carry, the driver included (核定载人数).
    public var seats: Int
    /// Make and model; nil where nothing is said.
    public var model: String?
    /// Kilometres from one maintenance to the next; nil where only months count.
    public var everyKm: Int?
    /// Months from one maintenance to the next; nil where only kilometres count.
    public var everyMonths: Int?

    enum CodingKeys: String, CodingKey {
      case plate
      case seats
      case model
      case everyKm
      case everyMonths
    }

    /// A card from what stands on it.
    public init(
      plate: String, seats: Int, model: String? = nil, everyKm: Int? = nil, everyMonths: Int? = nil
    ) {
      self.plate = plate
      self.seats = seats
      self.model = model
      self.everyKm = everyKm
      self.everyMonths = everyMonths
    }
  }

  /// A maintenance (保养).
  public struct Service: Hashable, Sendable, Codable {
    /// When it was done.
    public var day: Day
    /// What the mileage was.
    public var km: Int
    /// What was done.
    public var work: String
    /// The garage, or who did it; nil where nothing is said.
    public var by: String?

    enum CodingKeys: String, CodingKey {
      case day
      case km
      case work
      case by
    }

    /// A maintenance from when, at how many kilometres, and what was done.
    public init(day: Day, km: Int, work: String, by: String? = nil) {
      self.day = day
      self.km = km
      self.work = work
      self.by = by
    }
  }

  /// A vehicle laid up (封存).
  public struct Laying: Hashable, Sendable, Codable {
    /// When it was sealed.
    public var at: Moment
    /// The mileage then.
    public var km: Int
    /// Who keeps the keys, or where they are.
    public var keys: String
    /// Where it stands; nil where nothing is said.
    public var parked: String?

    enum CodingKeys: String, CodingKey {
      case at
      case km
      case keys
      case parked
    }

    /// A sealing from when, at how many kilometres, and where the keys are.
    public init(at: Moment, km: Int, keys: String, parked: String? = nil) {
      self.at = at
      self.km = km
      self.keys = keys
      self.parked = parked
    }
  }

  /// A vehicle taken up again (启封).
  public struct Opening: Hashable, Sendable, Codable {
    /// When it was opened.
    public var at: Moment
    /// The mileage then.
    public var km: Int
    /// Why the mileage is another than at the sealing; nil where it is the same.
    public var reason: String?

    enum CodingKeys: String, CodingKey {
      case at
      case km
      case reason
    }

    /// An opening from when and at how many kilometres.
    public init(at: Moment, km: Int, reason: String? = nil) {
      self.at = at
      self.km = km
      self.reason = reason
    }
  }

  /// A vehicle kept in use over a break (值班用车).
  public struct Exception: Hashable, Sendable, Codable {
    /// The first day off.
    public var first: Day
    /// The last day off.
    public var last: Day
    /// For what it is kept.
    public var reason: String

    enum CodingKeys: String, CodingKey {
      case first
      case last
      case reason
    }

    /// An exception for a break.
    public init(first: Day, last: Day, reason: String) {
      self.first = first
      self.last = last
      self.reason = reason
    }
  }

  /// A sealing with the opening that ended it.
  public struct Sealing: Hashable, Sendable, Codable {
    /// How it was laid up.
    public var laying: Laying
    /// Who sealed it, and on which day it was recorded.
    public var sealed: Hazard.Step
    /// How it was taken up again; nil while it is sealed.
    public var opening: Opening?
    /// Who opened it; nil while it is sealed.
    public var opened: Hazard.Step?

    enum CodingKeys: String, CodingKey {
      case laying
      case sealed
      case opening
      case opened
    }

    /// Kilometres between sealing and opening: 0 where it did not move; nil while it is sealed.
    public var moved: Int? { opening.map { $0.km - laying.km } }

    /// Whether it is sealed at some moment of a stretch; an opening on the last one leaves it free.
    public func covers(_ stretch: ClosedRange<Moment>) -> Bool {
      laying.at <= stretch.upperBound && (opening.map { $0.at > stretch.lowerBound } ?? true)
    }

    /// Whether it held on days off of a break.
    public func concerns(_ days: ClosedRange<Day>) -> Bool {
      laying.at.day <= days.upperBound && (opening.map { $0.at.day > days.lowerBound } ?? true)
    }
  }

  /// The place that it is.
  public let id: Place.ID
  /// What is on its card; nil while there is none.
  public var card: Card?
  /// Its maintenances, oldest first.
  public var services: [Service]
  /// When it was sealed, oldest first.
  public var sealings: [Sealing]
  /// The breaks over which it was kept in use.
  public var exceptions: [Exception]

  enum CodingKeys: String, CodingKey {
    case id
    case card
    case services
    case sealings
    case exceptions
  }

  /// A vehicle of which nothing is recorded yet.
  public init(id: Place.ID) {
    self.id = id
    services = []
    sealings = []
    exceptions = []
  }

  /// The sealing that is not opened; nil while it may be used.
  public var sealing: Sealing? { sealings.last.flatMap { $0.opening == nil ? $0 : nil } }

  /// The sealing of the days off of a break; nil where it was not sealed.
  public func sealing(over days: ClosedRange<Day>) -> Sealing? {
    sealings.last { $0.concerns(days) }
  }

  /// The exception for a break; nil where none was made.
  public func exception(over days: ClosedRange<Day>) -> Exception? {
    exceptions.last { ($0.first...$0.last).overlaps(days) }
  }

  /// Folds one event. Total: an event that no longer makes sense changes nothing.
  public mutating func apply(_ event: VehicleEvent, _ stamp: Stamp) {
    switch event {
    case .set(let card): self.card = card
    case .serviced(let service):
      services.append(service)
      services.sort { ($0.day, $0.km) < ($1.day, $1.km) }
    case .sealed(let laying):
      guard sealing == nil else { return }
      sealings.append(Sealing(laying: laying, sealed: Hazard.Step(stamp)))
    case .unsealed(let opening):
      guard sealing != nil, case let last = sealings.count - 1 else { return }
      sealings[last].opening = opening
      sealings[last].opened = Hazard.Step(stamp)
    case .excepted(let exception): exceptions.append(exception)
    }
  }
}

/// What happened to a vehicle. Never refused once written.
public enum VehicleEvent: Hashable, Sendable {
  /// All that is on the card from now on.
  case set(Vehicle.Card)
  case serviced(Vehicle.Service)
  case sealed(Vehicle.Laying)
  case unsealed(Vehicle.Opening)
  case excepted(Vehicle.Exception)

  /// What happened, as timelines show it and as it is said to the one who did it.
  public var name: Bilingual {
    switch self {
    case .set: Bilingual(zh: "车辆卡已登记", en: "card entered")
    case .serviced: Bilingual(zh: "已登记保养", en: "maintenance entered")
    case .sealed: Bilingual(zh: "已封存", en: "sealed")
    case .unsealed: Bilingual(zh: "已启封", en: "opened")
    case .excepted: Bilingual(zh: "登记为值班用车", en: "kept in use for duty")
    }
  }

  /// What is worth saying of it besides its name.
  public var note: String {
    switch self {
    case .set(let card):
      [card.plate, "\(card.seats)", card.model].compactMap(\.self).joined(separator: " ")
    case .serviced(let service): "\(service.day) \(service.km) km \(service.work)"
    case .sealed(let laying): "\(laying.at.dayAndTime) \(laying.km) km \(laying.keys)"
    case .unsealed(let opening):
      ["\(opening.at.dayAndTime) \(opening.km) km", opening.reason].compactMap(\.self)
        .joined(separator: " ")
    case .excepted(let exception): "\(exception.first) \(exception.last) \(exception.reason)"
    }
  }
}

extension VehicleEvent: JournalEvent {
  /// Its name in the journal, as `vehicle.sealed`.
  public var type: String {
    switch self {
    case .set: "vehicle.set"
    case .serviced: "vehicle.serviced"
    case .sealed: "vehicle.sealed"
    case .unsealed: "vehicle.unsealed"
    case .excepted: "vehicle.excepted"
    }
  }

  /// What was recorded.
  public var data: any Encodable & Sendable {
    switch self {
    case .set(let card): card
    case .serviced(let service): service
    case .sealed(let laying): laying
    case .unsealed(let opening): opening
    case .excepted(let exception): exception
    }
  }

  /// Reads an event back; nil if the name is not one of a vehicle.
  public init?(type: String, from decoder: any Decoder) throws {
    switch type {
    case "vehicle.set": self = .set(try Vehicle.Card(from: decoder))
    case "vehicle.serviced": self = .serviced(try Vehicle.Service(from: decoder))
    case "vehicle.sealed": self = .sealed(try Vehicle.Laying(from: decoder))
    case "vehicle.unsealed": self = .unsealed(try Vehicle.Opening(from: decoder))
    case "vehicle.excepted": self = .excepted(try Vehicle.Exception(from: decoder))
    default: return nil
    }
  }
}
