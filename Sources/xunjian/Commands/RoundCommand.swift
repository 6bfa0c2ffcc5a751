import Almanac
import ArgumentParser
import Domain

/// Rounds: all places of one plan in one period.
struct RoundCommand: ParsableCommand {
  static let configuration = about(
    "round", zh: "轮次", en: "rounds",
    [
      RoundList.self, RoundShow.self, RoundSign.self, RoundExcuse.self, RoundEnter.self,
    ])
}

/// Lists the rounds around today, or of a window.
struct RoundList: ParsableCommand {
  static let configuration = about("list", zh: "列出轮次", en: "list rounds")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions
  @Option(parsing: .unconditional, help: help(zh: "从哪天（31 天前）", en: "from (31 days ago)"))
  var from: TypedDay?
  @Option(parsing: .unconditional, help: help(zh: "到哪天（14 天后）", en: "to (in 14 days)"))
  var to: TypedDay?

  func run() throws {
    let session = try Session(options)
    let usual = Agenda.window(around: session.today)
    let window = try DayRange.between(from, to, usual: usual, today: session.today)
    let rounds = try session.ledger.rounds(in: window, on: session.today)
    let bureau = try session.ledger.bureau()
    try output.print(
      rounds.map(RoundJSON.init),
      heading: zip(RoundRow.heading(.chinese), RoundRow.heading(.english))
        .map { Bilingual(zh: $0, en: $1) },
      rows: rounds.map { RoundRow.cells($0, session.language, bureau) })
  }
}

/// A window of days from two options.
enum DayRange {
  /// The days from one end to the other; an end left out is the usual one.
  ///
  /// - Throws: ``ShellError`` if it ends before it begins.
  static func between(
    _ from: TypedDay?, _ to: TypedDay?, usual: ClosedRange<Day>, today: Day
  ) throws -> ClosedRange<Day> {
    let (given, end) = (from?.day(today: today), to?.day(today: today))
    let first = given ?? min(usual.lowerBound, end ?? usual.lowerBound)
    let last = end ?? max(usual.upperBound, first)
    guard first <= last else {
      throw ShellError.plain(
        .badData, Bilingual(zh: "--to 早于 --from。", en: "--to is before --from."))
    }
    return first...last
  }
}

/// One round with its places.
struct RoundShow: ParsableCommand {
  static let configuration = about("show", zh: "看一个轮次", en: "show one round")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "轮次，如 monthly/2026-11", en: "the round, as monthly/2026-11"))
  var round: String
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let round = try session.round(round)
    guard output.format == .text, !output.json else { return try list(round, session) }
    Output.line(
      "\(round.title[session.language])  \(round.start) - \(round.due)  \(round.done)/\(round.total)  "
        + round.state.name[session.language])
    try list(round, session)
  }

  private func list(_ round: Round, _ session: Session) throws {
    if output.json || output.format == .json { return try Output.json(RoundDetailJSON(round)) }
    let bureau = try session.ledger.bureau()
    try output.print(
      round.rooms.map(RoundDetailJSON.Entry.init),
      heading: [
        Bilingual(zh: "编号", en: "Id"), Bilingual(zh: "场所", en: "Place"),
        Bilingual(zh: "科室", en: "Section"), Bilingual(zh: "状态", en: "State"),
        Bilingual(zh: "记录", en: "Record"),
      ],
      rows: round.rooms.map { room in
        [
          room.place.id.rawValue, room.place.name, bureau.name(room.place.section),
          room.state.name[session.language], room.fulfilment?.inspection.rawValue ?? "",
        ]
      })
  }
}

/// `round show --json`: the round's own keys and its occurrences.
struct RoundDetailJSON: Encodable {
  /// One place of the round.
  struct Entry: Encodable {
    var id: String
    var place: Place.ID
    var state: OccurrenceState
    var due: Day
    var inspection: Inspection.ID?

    init(_ room: Round.Room) {
      id = room.occurrence.id
      place = room.place.id
      state = room.state
      due = room.occurrence.due
      inspection = room.fulfilment?.inspection
    }
  }

  enum CodingKeys: String, CodingKey {
    case occurrences
  }

  private let round: RoundJSON
  private let occurrences: [Entry]

  init(_ round: Round) {
    self.round = RoundJSON(round)
    occurrences = round.rooms.map(Entry.init)
  }

  func encode(to encoder: any Encoder) throws {
    try round.encode(to: encoder)
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(occurrences, forKey: .occurrences)
  }
}

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
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

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
      zh: "已签 \(walks.inspections.count) 份记录", en: "Signed \(walks.inspections.count) records")
    let mended = Bilingual(zh: "，当场整改已销号 \(closed)", en: ", closed \(closed)")
    Output.line((walks.hazards.isEmpty ? words : words + mended)[session.language])
  }

  private func perform(_ command: Command, _ paper: Day?, _ session: Session) throws -> [Happening] {
    guard let decider else { return try session.perform(command) }
    guard let paper else {
      throw ShellError.plain(
        .usage, Bilingual(zh: "--for 要有 --paper。", en: "--for needs --paper."))
    }
    let entered = Entered(by: try session.actor().id, paper: paper)
    return try session.perform(command, entered: entered, by: session.person(decider).id)
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
