import Almanac
import ArgumentParser
import Domain

/// The section head's signature for a section's places.
struct RoundSign: ParsableCommand {
  static let configuration = about("sign", zh: "科室签字", en: "sign for a section")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "轮次", en: "the round")) var round: String
  @Option(help: help(zh: "科室", en: "the section")) var section: String
  @Option(
    parsing: .unconditional,
    help: help(zh: "在纸上签的日期", en: "the date, if it was signed on paper"))
  var paper: TypedDay?
  @Option(
    name: .customLong("for"),
    help: help(zh: "代录：签字的科室负责人（要有 --paper）", en: "entered for this head (with --paper)"))
  var decider: String?
  @OptionGroup var scan: ScanOption
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func validate() throws { try scan.require(decider != nil) }

  func run() throws {
    let session = try Session(options)
    let round = try session.round(round)
    let paper = paper?.day(today: session.today)
    if let paper, paper > session.today {
      throw ShellError.plain(
        .badData, Bilingual(zh: "纸上的日期在今天之后。", en: "The date on the paper is after today."))
    }
    let section = try session.section(section).id
    let command = Command.countersign(round.id, section, paper: paper)
    let walks = SignedWalks(try perform(command, paper, session))
    if json { return try walks.printAll() }
    let closed = walks.hazards.joined(separator: " ")
    let words = Bilingual(
      zh: "已签 \(walks.inspections.count) 份记录",
      en: "Signed \(counted(walks.inspections.count, "record"))")
    let mended = Bilingual(zh: "，当场整改已销号 \(closed)", en: ", closed \(closed)")
    Output.line((walks.hazards.isEmpty ? words : words + mended)[session.language])
  }

  private func perform(_ command: Command, _ paper: Day?, _ session: Session) throws -> [Happening]
  {
    guard let decider else { return try session.perform(command) }
    guard let paper else {
      throw ShellError.plain(
        .usage, Bilingual(zh: "--for 要有 --paper。", en: "--for needs --paper."))
    }
    let entered = Entered(by: try session.actor().id, paper: paper)
    return try session.perform(
      command, scan: scan.read(), entered: entered, by: session.person(decider).id)
  }
}

/// Approves that a place need not be walked in a round.
struct RoundExcuse: ParsableCommand {
  static let configuration = about("excuse", zh: "批准免查", en: "excuse a place")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "轮次", en: "the round")) var round: String
  @Option(help: help(zh: "场所", en: "the place")) var place: String
  @Option(help: help(zh: "原因", en: "reason")) var reason: String

  func run() throws {
    let session = try Session(options)
    let key = try session.occurrence(at: session.place(place), round: round)
    try session.perform(.excuse(key, reason: reason))
    Output.line(
      Bilingual(zh: "已批准免查：", en: "Excused: ")[session.language] + key.description)
  }
}
