import Almanac
import ArgumentParser
import Domain

/// Weather alerts.
struct AlertCommand: ParsableCommand {
  static let configuration = about(
    "alert", zh: "预警", en: "weather alerts",
    [AlertImport.self, AlertOpen.self, AlertLift.self, AlertList.self])
}

/// Enters an alert by hand; one of its kind in force is raised or lowered by it.
struct AlertOpen: ParsableCommand {
  static let configuration = about("open", zh: "登记预警", en: "enter an alert")

  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "种类", en: "kind")) var kind: Alert.Kind
  @Option(help: help(zh: "颜色", en: "colour")) var colour: Alert.Colour?
  @Option(help: help(zh: "应急响应级别 I 至 IV，只用于 response", en: "of a response: I to IV")) var level:
    ResponseLevel?
  @Option(help: help(zh: "发布单位", en: "issuer")) var issuer = ""
  @Option(help: help(zh: "原文", en: "its own words")) var headline = ""
  @Option(
    help: help(
      zh: "发布时间，如 2026-11-23T22:10（现在）", en: "when it was issued, as 2026-11-23T22:10 (now)"))
  var issued: Moment?
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let now = session.clock.now
    let alert = Alert(
      id: Alert.newID(kind, at: now), kind: kind, colour: colour, level: level?.rawValue,
      issuer: issuer, headline: headline, issued: issued ?? now, recorded: now.day)
    let lines = try session.perform(.openAlert(alert))
    let written = Set(lines.map(\.subject.id))
    for entry in try session.alertEntries() where written.contains(entry.message.id.rawValue) {
      json
        ? try Output.json(AlertJSON(entry))
        : Output.line("\(entry.message.id)  \(entry.message.title[session.language])")
    }
  }
}

/// A response level of the flood headquarters.
enum ResponseLevel: String, ExpressibleByArgument, CaseIterable {
  case one = "I"
  case two = "II"
  case three = "III"
  case four = "IV"
}

extension Alert.Kind: ExpressibleByArgument {}
extension Alert.Colour: ExpressibleByArgument {}

/// Lifts an alert, named by any of its messages.
struct AlertLift: ParsableCommand {
  static let configuration = about("lift", zh: "解除预警", en: "lift an alert")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String

  func run() throws {
    try Session(options).perform(.liftAlert(Identifier(id)))
  }
}

/// Lists every message about alerts and what has become of it.
struct AlertList: ParsableCommand {
  static let configuration = about("list", zh: "列出预警", en: "list alerts")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let entries = try session.alertEntries()
    if output.format == .tsv, !output.json {
      return Output.tsv(AlertJSON.keys, entries.map { AlertJSON($0).cells })
    }
    try output.print(
      entries.map(AlertJSON.init),
      heading: [
        Bilingual(zh: "预警", en: "Alert"), Bilingual(zh: "状态", en: "State"),
        Bilingual(zh: "发布", en: "Issued"), Bilingual(zh: "到期", en: "Expires"),
        Bilingual(zh: "编号", en: "Id"),
      ],
      rows: entries.map { entry in
        [
          entry.title[session.language], entry.standing[session.language],
          entry.message.issued.short, entry.message.expires?.short ?? "",
          entry.message.id.rawValue,
        ]
      })
  }
}

extension Session {
  /// Every message about alerts as it stands now.
  func alertEntries() throws -> [AlertLog.Entry] {
    AlertLog(try ledger.bureau().messages).entries(at: clock.now)
  }
}

extension Moment {
  /// As `2026-09-22 16:00`.
  fileprivate var short: String { "\(day) \(hourAndMinute)" }
}

/// A message about an alert in JSON.
struct AlertJSON: Encodable {
  var identifier: String
  var status: AlertMessage.Status
  var msgType: AlertMessage.Purpose
  var kind: Alert.Kind
  @Nullable var colour: Alert.Colour?
  var headline: String
  var areas: [String]
  var issued: Moment
  @Nullable var expires: Moment?
  @Nullable var level: String?
  var state: AlertLog.State

  init(_ entry: AlertLog.Entry) {
    let message = entry.message
    identifier = message.identifier
    status = message.status
    msgType = message.purpose
    kind = message.kind ?? .other
    colour = message.colour
    headline = message.headline
    areas = message.areas
    issued = message.issued
    expires = message.expires
    level = message.level
    state = entry.state
  }

  /// The keys in the order of tab-separated rows.
  static let keys = [
    "identifier", "status", "msgType", "kind", "colour", "headline", "areas", "issued", "expires",
    "level", "state",
  ]

  var cells: [String] {
    [
      identifier, status.rawValue, msgType.rawValue, kind.rawValue, colour?.rawValue ?? "",
      headline, areas.joined(separator: ";"), issued.description, expires?.description ?? "",
      level ?? "", state.rawValue,
    ]
  }
}
