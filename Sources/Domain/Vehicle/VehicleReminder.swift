import Almanac

/// What Today says of vehicles: a line for each thing that waits for the person.
public struct VehicleReminder: Hashable, Sendable {
  /// Which one it is.
  public enum Topic: Hashable, Sendable {
    /// Trips to be approved.
    case approve
    /// A trip of the person's own that is over and not in.
    case back
    /// Maintenance that is due.
    case upkeep
    /// Vehicles to be sealed before a break.
    case seal
  }

  /// What it is about.
  public var topic: Topic
  /// What Today says.
  public var words: Bilingual
  /// Whether something is over.
  public var isOverdue: Bool
  /// The trip to look at first; nil where it is about vehicles.
  public var trip: Trip.ID?
  /// The vehicle to look at first.
  public var vehicle: Place.ID?

  /// Days before a break from which vehicles are to be sealed.
  public static let notice = 2

  /// The lines for a person.
  public static func all(_ agenda: Agenda, for person: Person) -> [VehicleReminder] {
    let (book, bureau) = (agenda.vehicles, agenda.bureau)
    return [
      waiting(book, person), late(book, agenda.now, bureau, person),
      upkeep(book, agenda.today, bureau, person), unsealed(book, agenda.today, bureau, person),
    ].compactMap(\.self)
  }

  private static func waiting(_ book: VehicleBook, _ person: Person) -> Self? {
    let waiting = book.trips.filter { $0.state == .requested }
      .sorted { ($0.content.start, $0.id) < ($1.content.start, $1.id) }
    guard person.may(.approveTrip), let first = waiting.first else { return nil }
    let (day, what) = (first.content.start.day.monthAndDay, first.content.destination)
    return VehicleReminder(
      topic: .approve,
      words: Bilingual(
        zh: "用车待批 \(waiting.count) 件：\(first.id) \(day) \(what)",
        en: "Trips to be approved: \(waiting.count), \(first.id) \(day) \(what)"),
      isOverdue: false, trip: first.id, vehicle: first.vehicle)
  }

  private static func late(
    _ book: VehicleBook, _ now: Moment, _ bureau: Bureau, _ person: Person
  ) -> Self? {
    let late = book.trips.filter { trip in
      [.approved, .out].contains(trip.state) && trip.content.end < now
        && [trip.driver, trip.content.person].compactMap(\.self)
          .contains(where: person.parties.contains)
    }
    guard let first = late.min(by: { $0.content.end < $1.content.end }) else { return nil }
    let name = first.vehicle.map { bureau.name($0) } ?? ""
    return VehicleReminder(
      topic: .back,
      words: Bilingual(
        zh: "用车未登记收车 \(late.count) 件：\(first.id) \(name)（应于 \(first.content.end.dayAndTime) 前）",
        en: "Trips not entered as in: \(late.count), \(first.id) \(name) "
          + "(by \(first.content.end.dayAndTime))"),
      isOverdue: false, trip: first.id, vehicle: first.vehicle)
  }

  private static func upkeep(
    _ book: VehicleBook, _ today: Day, _ bureau: Bureau, _ person: Person
  ) -> Self? {
    guard person.may(.keepVehicles) else { return nil }
    let due = book.vehicles.filter { book.state(of: $0.id, bureau, on: today) != .closed }
      .compactMap { vehicle in book.upkeep(of: vehicle.id, on: today).map { (vehicle.id, $0) } }
      .filter(\.1.isPressing)
    guard let first = due.first(where: \.1.isOverdue) ?? due.first else { return nil }
    let (name, left) = (bureau.name(first.0), first.1.words)
    return VehicleReminder(
      topic: .upkeep,
      words: Bilingual(
        zh: "车辆保养到期 \(due.count) 辆：\(name)（\(left.zh)）",
        en: "Vehicles due for maintenance: \(due.count), \(name) (\(left.en))"),
      isOverdue: first.1.isOverdue, trip: nil, vehicle: first.0)
  }

  private static func unsealed(
    _ book: VehicleBook, _ today: Day, _ bureau: Bureau, _ person: Person
  ) -> Self? {
    guard person.may(.keepVehicles), let holiday = bureau.breakAhead(of: today, within: notice)
    else { return nil }
    let open = book.vehicles.filter { vehicle in
      book.state(of: vehicle.id, bureau, on: today) != .closed && vehicle.sealing == nil
        && vehicle.exception(over: holiday.days) == nil
    }
    guard let first = open.first else { return nil }
    let (name, day) = (bureau.name(first.id), holiday.firstOff.monthAndDay)
    return VehicleReminder(
      topic: .seal,
      words: Bilingual(
        zh: "\(holiday.name.zh)（\(day) 起）前待封存车辆 \(open.count) 辆：\(name)",
        en: "To be sealed before \(holiday.name.en) (\(day)): \(open.count), \(name)"),
      isOverdue: false, trip: nil, vehicle: first.id)
  }
}

extension Bureau {
  /// The break whose days off are not over and come first; nil where none is near.
  public func nextBreak(from day: Day) -> Break? {
    calendar.breaks(overlapping: day...(day + 400)).first { $0.isRound }
  }

  /// The break whose first day off comes within some days after a day; nil where none does.
  public func breakAhead(of day: Day, within days: Int) -> Break? {
    calendar.breaks(overlapping: (day + 1)...(day + max(1, days)))
      .first { $0.isRound && $0.firstOff > day && $0.firstOff - day <= days }
  }
}
