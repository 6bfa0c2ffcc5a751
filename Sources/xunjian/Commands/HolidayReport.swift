import Almanac
import ArgumentParser
import Canvas
import Domain
import Ledger
import Reports

/// All the papers of one break in one job.
struct HolidayReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "holiday",
    abstract: Bilingual(zh: "节前一套", en: "the papers before a break")[Speech.language],
    discussion: Bilingual(
      zh: "告知书、节前各轮空白检查表、值班表、车辆封存、钥匙交接、未销号隐患，一次印出。",
      en: """
        The notice to staff, the forms of the rounds before it, and the sheets for duty, vehicles, keys \
        and open hazards, in one job.
        """)[Speech.language])

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "假期，如 2027-new-year", en: "the break, as 2027-new-year"))
  var holiday: String
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let set = try session.holidaySet(holiday)
    try output.send(
      session.document(of: set), json: HolidaySetJSON(set, on: session.today), on: session.today)
  }
}

/// What the papers before a break are made of.
struct BreakPapers {
  var holiday: Break
  /// The rounds due before it, in order of due day.
  var rounds: [Round]
  /// All of the register.
  var hazards: [Hazard]
  /// Who is on duty; nil while no roster of the break was drawn up.
  var roster: DutyRoster?
  /// The vehicles with what was sealed.
  var vehicles: VehicleBook
  var bureau: Bureau
}

extension Session {
  /// What the papers before a break are made of.
  ///
  /// - Throws: ``ShellError`` for a key that is none.
  func holidaySet(_ key: String) throws -> BreakPapers {
    let bureau = try ledger.bureau()
    let found = try Self.find(key, in: bureau.calendar, around: today.year)
    let rounds = try bureau.plans.map(\.present).filter { $0.trigger.kind == .preholiday }
      .compactMap { try ledger.round(RoundKey(plan: $0.id, period: found.key), at: clock.now) }
      .sorted { ($0.due, $0.id.description) < ($1.due, $1.id.description) }
    return BreakPapers(
      holiday: found, rounds: rounds, hazards: try ledger.hazards(HazardFilter(states: .all)),
      roster: try ledger.dutyRoster(Identifier(found.key)), vehicles: try ledger.vehicleBook(),
      bureau: bureau)
  }

  /// The papers as they are printed.
  func document(of set: BreakPapers) throws -> Document {
    HolidaySet.document(
      of: set.holiday,
      walks: try set.rounds.map { HolidaySet.Walk(round: $0, forms: try forms(of: $0.rooms)) },
      hazards: set.hazards, roster: set.roster, vehicleBook: set.vehicles,
      bureau: set.bureau, today: today, templates: templates, language: language)
  }

  /// The break of a key.
  ///
  /// - Throws: ``ShellError`` with the keys of that year, or of the present one.
  private static func find(
    _ key: String, in calendar: WorkCalendar, around year: Int
  ) throws -> Break {
    let named = Int(key.prefix(4)).flatMap { (1990...2100).contains($0) ? $0 : nil }
    let breaks = calendar.breaks(in: named ?? year).filter(\.isRound)
    guard let found = breaks.first(where: { $0.key == key }) else {
      let keys = breaks.map { "  \($0.key)  \($0.name[Speech.language])" }
        .joined(separator: "\n")
      throw ShellError.plain(
        .badData,
        Bilingual(
          zh: "没有假期“\(key)”。\(named ?? year)年的假期：\n\(keys)",
          en: "There is no break “\(key)”. Those of \(named ?? year):\n\(keys)"))
    }
    return found
  }
}

/// `report holiday --format json`: what is done before the break, and what stays open over it.
struct HolidaySetJSON: Encodable {
  /// A round with the places that are still to be walked.
  struct Walk: Encodable {
    var id: String
    var title: Bilingual
    var due: Day
    var done: Int
    var total: Int
    var left: [Place.ID]
  }

  /// A vehicle with what was sealed for the break, or why it is not.
  struct VehicleSealing: Encodable {
    var vehicle: Place.ID
    var name: String
    @Nullable var plate: String?
    @Nullable var sealing: VehicleJSON.Sealing?
    @Nullable var exception: String?
  }

  /// The break's key, as `2027-new-year`.
  var holiday: String
  var name: Bilingual
  var firstOff: Day
  var lastOff: Day
  var lastWorkdayBefore: Day
  var firstWorkdayAfter: Day
  var provisional: Bool
  var rounds: [Walk]
  var hazards: [HazardJSON]
  var vehicles: [VehicleSealing]

  init(_ set: BreakPapers, on day: Day) {
    let found = set.holiday
    (holiday, name, provisional) = (found.key, found.name, found.isProvisional)
    (firstOff, lastOff) = (found.firstOff, found.lastOff)
    (lastWorkdayBefore, firstWorkdayAfter) = (found.lastWorkdayBefore, found.firstWorkdayAfter)
    rounds = set.rounds.map { round in
      Walk(
        id: round.id.description, title: round.title, due: round.due, done: round.done,
        total: round.total,
        left: round.rooms.filter { !$0.state.isSettled }.map(\.place.id))
    }
    hazards = set.hazards.open(before: set.holiday, on: day).map { HazardJSON($0, on: day) }
    let eve = found.lastWorkdayBefore...found.lastWorkdayBefore
    let cars = set.bureau.places.filter { $0.kind == .vehicle && $0.exists(in: eve) }
    vehicles = cars.map { place in
      let vehicle = set.vehicles.vehicle(place.id)
      return VehicleSealing(
        vehicle: place.id, name: place.name, plate: vehicle?.card?.plate,
        sealing: vehicle?.sealing(over: found.days).map(VehicleJSON.Sealing.init),
        exception: vehicle?.exception(over: found.days)?.reason)
    }
  }
}
