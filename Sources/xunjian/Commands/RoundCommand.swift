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
    let rounds = try session.ledger.rounds(in: window, at: session.clock.now)
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
    if output.json || output.format == .json { return try Output.json(RoundDetailJSON(round)) }
    let bureau = try session.ledger.bureau()
    if output.format == .text {
      Output.line(
        (round.isProvisional ? WorkCalendar.provisionalMark[session.language] + " " : "")
          + "\(round.title[session.language])  \(round.start) - \(round.due)  "
          + "\(round.done)/\(round.total)  \(round.state.name[session.language])")
    }
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
    @Nullable var inspection: Inspection.ID?

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
