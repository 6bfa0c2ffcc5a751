import Almanac
import ArgumentParser
import Domain

/// A whole walk without a screen; without answers, the screen.
struct InspectCommand: ParsableCommand {
  static let configuration = about("inspect", zh: "检查一处", en: "inspect a place")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "场所编号或名称", en: "the place's id or name")) var place: String
  @Option(
    help: help(
      zh: """
        轮次，如 monthly/2026-11；可多次：同一次检查完成几个轮次，相同的检查项只问一次，项号按合并后的顺序，\
        一并签名，各成一份记录
        """,
      en: """
        the round, as monthly/2026-11; repeatable: one walk for several rounds, items they share \
        asked once and numbered through, a record for each signed in one act
        """))
  var round: [String] = []
  @OptionGroup var answers: InspectAnswers
  @OptionGroup var walk: WalkOptions
  @Option(help: help(zh: "纸质检查表的表号", en: "the number of the printed form")) var form: String?
  @Flag(help: help(zh: "签名", en: "sign")) var sign = false
  @Option(help: help(zh: "未能入室及原因", en: "could not get in, and why")) var noEntry: String?
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    var given = try answers.given()
    let photographs = try answers.photographs()
    given.photographs = Dictionary(grouping: photographs, by: \.item)
      .mapValues { $0.map(\.file.photograph) }
    if let noEntry { return try recordNoEntry(noEntry, given) }
    guard sign else { return try openScreen(given) }
    let session = try Session(options)
    let form = try form.map { try FormNumber(typed: $0) }
    guard form == nil || walk.walked != nil else {
      throw ShellError.plain(
        .usage,
        Bilingual(
          zh: "有 --form 就要用 --walked 写明表上的起止时间，如 --walked 2026-11-23T09:00/09:12。",
          en: """
            With --form, give the times written on the form: --walked, as \
            --walked 2026-11-23T09:00/09:12.
            """))
    }
    let (key, companions) = try occurrences(session, form)
    let request = try session.request(
      key, with: companions, given, walk: walk.walk(session, form: form))
    let lines = try session.perform(.sign(request), photographs: photographs.map(\.file))
    try SignedWalks(lines, of: session).print(json: json)
  }

  private func openScreen(_ given: GivenAnswers) throws {
    guard given.isEmpty, walk.walked == nil, form == nil else {
      throw ShellError.plain(
        .usage, Bilingual(zh: "给了结果就要加 --sign 签名。", en: "With answers, add --sign."))
    }
    let (key, companions) = try occurrences(Session(options), nil)
    try TerminalProgram.run(options, at: key, with: Set(companions.map(\.round)))
  }

  private func recordNoEntry(_ reason: String, _ given: GivenAnswers) throws {
    guard given.isEmpty, !sign, round.count <= 1 else {
      throw ShellError.plain(
        .usage,
        Bilingual(
          zh: "--no-entry 不能与结果或 --sign 同用，一次只记一个轮次。",
          en: "--no-entry takes no answers, no --sign and only one round."))
    }
    let session = try Session(options)
    let key = try occurrences(session, nil).first
    try session.perform(.noEntry(key, reason: reason))
    if json { return try Output.json(NoEntryJSON(occurrence: key.description)) }
    Output.line(
      Bilingual(zh: "已记未能入室，仍待检查：", en: "No entry recorded; still open: ")[session.language]
        + key.description)
  }

  /// What the round named first asks at the place, or the only one open there where none is named; and
  /// what the others ask.
  private func occurrences(
    _ session: Session, _ form: FormNumber?
  ) throws -> (first: OccurrenceKey, companions: [OccurrenceKey]) {
    let place = try session.place(place)
    let first = try session.occurrence(at: place, round: round.first, form: form)
    try form?.require(first)
    return (first, try round.dropFirst().map { try session.occurrence(at: place, round: $0) })
  }
}

/// `inspect PLACE --no-entry --json`.
struct NoEntryJSON: Encodable {
  var occurrence: String
}
