import Almanac
import ArgumentParser
import Domain
import Ledger

/// Closes a month: its summary is fixed in the ledger and carries a check code.
struct SealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal", abstract: Bilingual(zh: "月结", en: "close a month")[Speech.language],
    subcommands: [SealMonth.self, SealList.self], defaultSubcommand: SealMonth.self)
}

/// Seals a month, or amends its seal.
struct SealMonth: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "month",
    abstract: Bilingual(zh: "月结一个月", en: "seal a month")[Speech.language],
    discussion: Bilingual(
      zh: """
        月结把当月汇总写进流水，以后打印仍是同样的数字和文字；每页页眉印校验码，\
        verify --code 校验码 可查这张纸是不是本台账库印的。当月还没有结束、或还有未签名的草稿时不能月结，\
        除非用 --force 并写明原因。已月结的再结一次是更正，须写明原因，原月结保留。
        JSON：{month, number, code, sealed, forced, reason}。
        """,
      en: """
        Sealing writes the month's summary into the journal: printed later it has the same figures and \
        words. Each page carries a check code; verify --code CODE tells whether this ledger printed the \
        page. It is refused before the month's end and over open drafts, unless forced with a reason. \
        To seal a month again is an amendment and needs a reason; the former seal stays.
        JSON: {month, number, code, sealed, forced, reason}.
        """)[Speech.language])

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "月份，如 2026-11", en: "the month, as 2026-11")) var month: Month
  @Option(help: help(zh: "更正或提前的原因（印在纸上）", en: "why it is amended or forced; printed"))
  var reason: String?
  @Flag(help: help(zh: "提前，或带着草稿月结", en: "before the end, or over open drafts"))
  var force = false
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    try session.perform(.seal(month, reason: reason, force: force))
    guard let paper = try session.ledger.seals(of: month).last else {
      throw SealError.noSuchSeal(month, number: 1)
    }
    if json { return try Output.json(SealJSON(paper)) }
    Output.line(
      Bilingual(
        zh: "\(month) 已月结（第\(paper.seal.number)次），校验码 \(paper.code)。",
        en: "\(month) is sealed (no. \(paper.seal.number)), check code \(paper.code).")[
          session.language])
  }
}

/// Every seal with its code.
struct SealList: ParsableCommand {
  static let configuration = about("list", zh: "历次月结", en: "all seals")

  @OptionGroup var options: GlobalOptions
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let months = Set(try session.ledger.seals().map(\.month)).sorted()
    let papers = try months.flatMap { try session.ledger.seals(of: $0) }
    if json { return try Output.json(papers.map(SealJSON.init)) }
    let bureau = try session.ledger.bureau()
    Output.table(
      [
        Bilingual(zh: "月份", en: "MONTH"), Bilingual(zh: "次", en: "NO."),
        Bilingual(zh: "校验码", en: "CHECK CODE"), Bilingual(zh: "月结时间", en: "SEALED"),
        Bilingual(zh: "月结人", en: "BY"), Bilingual(zh: "原因", en: "REASON"),
      ].map { $0[session.language] },
      papers.map { paper in
        [
          paper.seal.month.description, "\(paper.seal.number)", paper.code.description,
          paper.seal.at.dayAndTime,
          bureau.name(paper.seal.by, for: paper.seal.standsFor)[Speech.language],
          paper.seal.reason ?? "",
        ]
      })
  }
}

/// A seal as `seal --json` and `verify --code --json` print it.
struct SealJSON: Encodable {
  var month: String
  var number: Int
  var code: String
  var sealed: Moment
  var forced: Bool
  @Nullable var reason: String?

  init(_ paper: SealedPaper) {
    month = paper.seal.month.description
    number = paper.seal.number
    code = paper.code.description
    sealed = paper.seal.at
    forced = paper.seal.isForced
    reason = paper.seal.reason
  }
}
