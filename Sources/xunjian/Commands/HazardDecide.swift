import Almanac
import ArgumentParser
import Domain
import Ledger

/// Enters a leader's sheet of decisions: each line judged on its own, an act entered for the leader (代录).
struct HazardDecide: ParsableCommand {
  static let configuration = about(
    "decide", zh: "录入领导决定单", en: "enter a leader's sheet of decisions")

  @OptionGroup var options: GlobalOptions
  @Argument(
    help: help(
      zh: "如 1=agree,2=extend:12-05,3=reject:原因", en: "as 1=agree,2=extend:12-05,3=reject:why"))
  var choices: String
  @Option(help: help(zh: "决定单上的编号", en: "the number on the sheet")) var sheet: String
  @Option(name: .customLong("for"), help: help(zh: "谁决定的", en: "who decided")) var leader: String
  @Option(parsing: .unconditional, help: help(zh: "纸上签的日期", en: "the date signed on the paper"))
  var paper: TypedDay
  @OptionGroup var scan: ScanOption
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let today = session.today
    let bureau = try session.ledger.bureau()
    let leader = try session.person(leader)
    guard let number = SheetNumber(sheet) else { throw DecisionError.noSheetNumber(sheet) }
    let returned = try ReturnedSheet(
      number, among: session.decisionSheets(printedOn: number.day), of: leader.id)
    let signed = paper.day(today: today)
    let acts = try returned.acts(
      SheetChoice.read(choices, today: today), paper: signed, bureau, today: today,
      in: session.language)
    let entered = Entered(by: try session.actor().id, paper: signed)
    let scan = try scan.read()
    let refusals = try session.eachShown(acts) {
      try session.refusal(of: $0, entered: entered, scan: scan, by: leader.id)
    }
    try HazardAnswer.print(acts.map(\.hazard), refusals, session, json: json)
  }
}
