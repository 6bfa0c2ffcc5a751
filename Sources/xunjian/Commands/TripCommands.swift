import Almanac
import ArgumentParser
import Domain
import Ledger

/// Uses of vehicles (派车).
struct TripCommandGroup: ParsableCommand {
  static let configuration = about(
    "trip", zh: "用车：申请、派车、出车、收车", en: "uses of vehicles: asked for, approved, out, in",
    [
      TripList.self, TripShow.self, TripRequest.self, TripApprove.self, TripDecline.self,
      TripOut.self, TripIn.self, TripCancel.self, TripCorrect.self, TripNote.self,
      TripHandled.self,
    ])
}

extension Session {
  /// What is looked at before a trip: the vehicle checklist's parts on its condition and its driver.
  func checkBeforeTrip() throws -> [Bilingual] {
    try ledger.checklist(Checklist.ofVehicles)?.content.beforeTrip ?? []
  }

  /// The trip of a number.
  ///
  /// - Throws: `VehicleError.noSuchTrip`.
  func trip(_ text: String) throws -> Trip {
    guard let trip = try ledger.vehicleBook().trip(Identifier(text)) else {
      throw VehicleError.noSuchTrip(text)
    }
    return trip
  }
}

/// Asks for a vehicle.
struct TripRequest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "request",
    abstract: Bilingual(zh: "申请用车", en: "ask for a vehicle")[Speech.language],
    discussion: Bilingual(
      zh: "已经用过的可以补登：写实际的时间，再照样派车、出车、收车，会标明是补登。",
      en: "A use that is over may be entered with its real times, approved, out and in; it is "
        + "marked as belated.")[Speech.language])
  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "事由", en: "what for")) var purpose: String
  @Option(name: .customLong("to"), help: help(zh: "目的地", en: "where to")) var destination: String
  @Option(help: help(zh: "乘车人数，含驾驶员", en: "how many aboard, the driver included"))
  var persons: Int
  @Option(name: .customLong("from"), help: help(zh: "开始，如 2026-11-23T09:00", en: "when it begins"))
  var start: Moment
  @Option(name: .customLong("until"), help: help(zh: "结束", en: "when it ends")) var end: Moment
  @Option(help: help(zh: "希望用哪辆车", en: "the vehicle wanted")) var vehicle: String?
  @Option(help: help(zh: "驾驶员", en: "who is to drive")) var driver: String?
  @Option(help: help(zh: "用车人（本人）", en: "who needs it (oneself)")) var who: String?
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let content = Trip.Content(
      person: try who.map { try session.person($0).id } ?? session.actor().id, purpose: purpose,
      destination: destination, persons: persons, start: start, end: end,
      vehicle: try vehicle.map { try session.vehicle($0).id },
      driver: try driver.map { try session.person($0).id })
    try session.performVehicles(.request(content), json: json)
  }
}

/// Which trip an act is about, and how it answers.
struct TripActOptions: ParsableArguments {
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号，如 YC2026-001", en: "its number, as YC2026-001")) var id: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  fileprivate func perform(_ command: TripCommand) throws {
    let session = try Session(options)
    try session.performVehicles(.trip(Identifier(id), command), json: json)
  }
}

/// Approves a trip.
struct TripApprove: ParsableCommand {
  static let configuration = about(
    "approve", zh: "同意用车，定车辆和驾驶员", en: "approve a trip, with a vehicle and a driver")
  @OptionGroup var act: TripActOptions
  @Option(help: help(zh: "车辆；不填用申请的", en: "the vehicle; that asked for if left out"))
  var vehicle: String?
  @Option(help: help(zh: "驾驶员；不填用申请的", en: "who drives; that asked for if left out"))
  var driver: String?

  func run() throws {
    let session = try Session(act.options)
    try act.perform(
      .approve(
        vehicle: vehicle.map { try session.vehicle($0).id },
        driver: driver.map { try session.person($0).id }))
  }
}

/// Declines a trip.
struct TripDecline: ParsableCommand {
  static let configuration = about("decline", zh: "不同意用车", en: "decline a trip")
  @OptionGroup var act: TripActOptions
  @Option(help: help(zh: "原因", en: "why")) var reason: String

  func run() throws { try act.perform(.decline(reason: reason)) }
}

/// Cancels a trip.
struct TripCancel: ParsableCommand {
  static let configuration = about("cancel", zh: "取消用车", en: "cancel a trip")
  @OptionGroup var act: TripActOptions
  @Option(help: help(zh: "原因", en: "why")) var reason: String

  func run() throws { try act.perform(.cancel(reason: reason)) }
}

/// Enters a going out.
struct TripOut: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "out", abstract: Bilingual(zh: "出车", en: "enter a going out")[Speech.language],
    discussion: Bilingual(
      zh: "出车前按车辆检查表查车况；--declare 表示驾驶员已承诺不酒驾、不超速、不超载。",
      en:
        "The vehicle is checked by its checklist before; --declare says that the driver declared: "
        + "no driving after drinking, no speeding, no overloading.")[Speech.language])
  @OptionGroup var act: TripActOptions
  @Option(help: help(zh: "里程（公里）", en: "the mileage in km")) var km: Int
  @Option(help: help(zh: "时间；不填则现在", en: "when; now if left out")) var at: Moment?
  @Flag(help: help(zh: "已承诺不酒驾、不超速、不超载", en: "the driver declared")) var declare = false
  @Option(help: help(zh: "检查发现的问题；正常则不填", en: "what was wrong in the check; nothing if left out"))
  var fault: String?

  func run() throws {
    let session = try Session(act.options)
    try act.perform(
      .out(
        Trip.Leaving(at: at ?? session.clock.now, km: km, fault: fault, isDeclared: declare)))
  }
}

/// Enters a coming in.
struct TripIn: ParsableCommand {
  static let configuration = about("in", zh: "收车", en: "enter a coming in")
  @OptionGroup var act: TripActOptions
  @Option(help: help(zh: "里程（公里）", en: "the mileage in km")) var km: Int
  @Option(help: help(zh: "时间；不填则现在", en: "when; now if left out")) var at: Moment?
  @Option(help: help(zh: "备注", en: "what is to be said")) var note: String?

  func run() throws {
    let session = try Session(act.options)
    try act.perform(.back(Trip.Return(at: at ?? session.clock.now, km: km, note: note)))
  }
}

/// Puts times and mileages right.
struct TripCorrect: ParsableCommand {
  static let configuration = about(
    "correct", zh: "更正出车、收车的时间和里程", en: "put times and mileages right")
  @OptionGroup var act: TripActOptions
  @Option(help: help(zh: "出车时间", en: "when it went out")) var outAt: Moment?
  @Option(help: help(zh: "出车里程", en: "the mileage then")) var outKm: Int?
  @Option(help: help(zh: "收车时间", en: "when it came in")) var inAt: Moment?
  @Option(help: help(zh: "收车里程", en: "the mileage then")) var inKm: Int?
  @Option(help: help(zh: "原因", en: "why")) var reason: String

  func run() throws {
    let session = try Session(act.options)
    let trip = try session.trip(act.id)
    guard var leaving = trip.leaving else {
      throw VehicleError.wrongState(trip.id, trip.state.name)
    }
    leaving.at = outAt ?? leaving.at
    leaving.km = outKm ?? leaving.km
    let back = trip.back.map { Trip.Return(at: inAt ?? $0.at, km: inKm ?? $0.km, note: $0.note) }
    try act.perform(.correct(Trip.Correction(leaving: leaving, back: back, reason: reason)))
  }
}

extension Trip.Note.Kind: ExpressibleByArgument {}

/// Notes a violation or an accident.
struct TripNote: ParsableCommand {
  static let configuration = about("note", zh: "登记违章或事故", en: "note a violation or an accident")
  @OptionGroup var act: TripActOptions
  @Option(help: help(zh: "种类", en: "what sort")) var kind: Trip.Note.Kind
  @Option(parsing: .unconditional, help: help(zh: "日期（今天）", en: "the day (today)"))
  var day: TypedDay?
  @Option(help: help(zh: "情况", en: "what happened")) var text: String
  @Option(help: help(zh: "处理情况", en: "how it was dealt with")) var handled: String?

  func run() throws {
    let session = try Session(act.options)
    let day = day?.day(today: session.today) ?? session.today
    try act.perform(
      .note(Trip.Note(kind: kind, day: day, text: text, handled: handled)))
  }
}

/// Says how a violation or an accident was dealt with.
struct TripHandled: ParsableCommand {
  static let configuration = about(
    "handled", zh: "登记违章或事故的处理情况", en: "say how a violation or an accident was dealt with")
  @OptionGroup var act: TripActOptions
  @Argument(help: help(zh: "第几条（trip show）", en: "which one, see trip show")) var number: Int
  @Option(help: help(zh: "处理情况", en: "how it was dealt with")) var text: String

  func run() throws { try act.perform(.handle(number, text: text)) }
}
