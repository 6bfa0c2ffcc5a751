import Almanac
import ArgumentParser
import Domain

/// Weather alerts.
struct AlertCommand: ParsableCommand {
  static let configuration = about(
    "alert", zh: "预警", en: "weather alerts",
    [AlertOpen.self, AlertLift.self, AlertList.self])
}

/// Enters an alert.
struct AlertOpen: ParsableCommand {
  static let configuration = about("open", zh: "登记预警", en: "enter an alert")

  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "种类", en: "kind")) var kind: Alert.Kind
  @Option(help: help(zh: "颜色", en: "colour")) var colour: Alert.Colour?
  @Option(help: help(zh: "应急响应级别 I 至 IV", en: "response level, I to IV")) var level: ResponseLevel?
  @Option(help: help(zh: "发布单位", en: "issuer")) var issuer = ""
  @Option(help: help(zh: "原文", en: "its own words")) var headline = ""
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let now = session.clock.now
    let alert = Alert(
      id: Alert.newID(kind, at: now), kind: kind, colour: colour, level: level?.rawValue,
      issuer: issuer, headline: headline, issued: now, recorded: now.day)
    try session.perform(.openAlert(alert))
    json
      ? try Output.json(AlertJSON(alert))
      : Output.line("\(alert.id)  \(alert.title[session.language])")
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

/// Lifts an alert.
struct AlertLift: ParsableCommand {
  static let configuration = about("lift", zh: "解除预警", en: "lift an alert")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String

  func run() throws {
    try Session(options).perform(.liftAlert(Identifier(id)))
  }
}

/// Lists alerts.
struct AlertList: ParsableCommand {
  static let configuration = about("list", zh: "列出预警", en: "list alerts")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let alerts = try session.ledger.bureau().alerts
    try output.print(
      alerts.map(AlertJSON.init),
      heading: [
        Bilingual(zh: "编号", en: "Id"), Bilingual(zh: "预警", en: "Alert"),
        Bilingual(zh: "发布", en: "Issued"), Bilingual(zh: "解除", en: "Lifted"),
      ],
      rows: alerts.map {
        [
          $0.id.rawValue, $0.title[session.language], $0.issued.description,
          $0.lifted?.description ?? "",
        ]
      })
  }
}
