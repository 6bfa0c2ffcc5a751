import Almanac
import ArgumentParser
import Domain
import Foundation
import Intake

/// A round from paper: people and times once, one line a room from standard input.
struct RoundEnter: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enter",
    abstract: Bilingual(zh: "按纸质检查表录入一轮", en: "enter a round from paper")[Speech.language],
    discussion: Bilingual(
      zh: """
        从标准输入逐行读：305 3,7 -5（3、7 不合格，5 不适用；-5+ 提请长期不适用），306-312 ok，\
        305 3:1,7:描述（常用语序号或文字），305 4=20.5（读数、选项或文字）。\
        没写的勾选项都算合格。先核对全部各行，有错则一行也不写。\
        此处该项已有未销号隐患的自动并入。有当场整改的房间用 inspect --on-spot 录入。
        """,
      en: """
        Reads lines from standard input: 305 3,7 -5 (3 and 7 failed, 5 not applicable; -5+ \
        proposes that it never applies there), 306-312 ok, 305 3:1,7:words (a phrase by number, or words), 305 4=20.5 (a reading, choice \
        or text). Ticks not named have passed. All lines are checked first; if one is wrong none \
        is written. An item with a hazard open at the place joins it. A \
        room with something fixed on the spot is entered with inspect --on-spot.
        """)[Speech.language])

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "轮次", en: "the round")) var round: String
  @OptionGroup var walk: WalkOptions
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let round = try session.round(round)
    guard walk.walked != nil, !walk.with.isEmpty else {
      throw ShellError.plain(
        .usage, Bilingual(zh: "请写明 --walked 和 --with。", en: "Give --walked and --with."))
    }
    let bytes = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
    guard let input = OfficeText.decoded(bytes) else {
      throw ShellError.plain(
        .badData,
        Bilingual(
          zh: "标准输入既不是UTF-8也不是GB 18030编码，请另存为UTF-8。",
          en: "Standard input is neither UTF-8 nor GB 18030; save it as UTF-8."))
    }
    var reader = PaperRound(
      session: session, round: round, actor: try session.actor().id,
      walk: { try walk.walk(session, form: $0) })
    let lines = try Progress.shown { try reader.sign(input, $0.measuring(.enter)) }
    let walks = try SignedWalks(lines, of: session)
    if json { return try walks.printAll() }
    let (records, found) = (walks.inspections.count, walks.hazards.count)
    let entered = Bilingual(
      zh: "已录入 \(records) 份记录，隐患 \(found) 条",
      en: "\(counted(records, "record")) entered, \(counted(found, "hazard"))")
    Output.line((entered + walks.said)[session.language])
  }
}

/// Makes walks out of the lines of a round from paper, or says of every line what is wrong with it.
struct PaperRound {
  var session: Session
  var round: Round
  var actor: Person.ID
  /// The walk of the room whose form has this number.
  var walk: (FormNumber) throws -> Signing.Walk
  private var seen: Set<Place.ID> = []
  private var troubles: [Bilingual] = []

  init(
    session: Session, round: Round, actor: Person.ID,
    walk: @escaping (FormNumber) throws -> Signing.Walk
  ) {
    self.session = session
    self.round = round
    self.actor = actor
    self.walk = walk
  }

  /// Signs the rooms of all lines of a text in one transaction.
  ///
  /// - Parameter progress: Told before each line how many of how many are checked.
  /// - Throws: ``ShellError`` with a line of words for every wrong line, ``NotPermitted``, or what the
  ///   ledger or `progress` throws; nothing is written then.
  mutating func sign(
    _ input: String, _ progress: Meter.Progress = { _, _ in }
  ) throws -> [Happening] {
    var requests: [SignRequest] = []
    // A file from Notepad begins with a mark of its encoding.
    let text = input.unicodeScalars.first == "\u{FEFF}" ? input.dropFirst() : input[...]
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where !trimmed(String(line)).isEmpty {
      try progress(index, lines.count)
      do {
        requests += try self.requests(PaperLine(String(line)))
      } catch let refusal as any Refusal where refusal.kind != .notPermitted {
        troubles.append(
          Bilingual(zh: "第 \(index + 1) 行：", en: "Line \(index + 1): ") + refusal.message)
      }
    }
    if requests.isEmpty, troubles.isEmpty {
      troubles.append(Bilingual(zh: "标准输入里没有内容。", en: "Standard input is empty."))
    }
    guard troubles.isEmpty else {
      let lines = troubles.map(\.zh).joined(separator: "\n")
      throw ShellError.plain(
        .badData, Bilingual(zh: lines, en: troubles.map(\.en).joined(separator: "\n")))
    }
    return try sign(requests)
  }

  /// Signs the rooms of one line in one transaction.
  ///
  /// - Throws: A ``Refusal``, or what the ledger throws; nothing is written then.
  mutating func sign(_ line: PaperLine) throws -> [Happening] { try sign(requests(line)) }

  private func sign(_ requests: [SignRequest]) throws -> [Happening] {
    try session.perform(all: requests.map(Command.sign), by: actor)
  }

  private mutating func requests(_ line: PaperLine) throws -> [SignRequest] {
    try rooms(line.rooms).map { room in
      guard seen.insert(room.place.id).inserted else {
        throw PaperRoundError.twice(room.place.name)
      }
      let key = room.occurrence.key
      let request = try session.request(key, GivenAnswers(line), walk: walk(FormNumber(key)))
      try session.rehearse(.sign(request), as: actor)
      return request
    }
  }

  /// The rooms of a line: a place's id or name, or a range in which every number is one.
  private func rooms(_ text: String) throws -> [Round.Room] {
    if let room = round.room(text) { return [room] }
    let names = RoomRange(text)?.rooms ?? [text]
    return try names.map { name in
      guard let room = round.room(name) else { throw PaperRoundError.notInRound(name) }
      return room
    }
  }
}

/// A reason a line of a round from paper was refused.
enum PaperRoundError: Refusal, Hashable {
  case notInRound(String)
  case twice(String)

  var kind: RefusalKind { .badData }
  var message: Bilingual {
    switch self {
    case .notInRound(let room):
      Bilingual(zh: "本轮没有“\(room)”。", en: "The round has no “\(room)”.")
    case .twice(let room):
      Bilingual(zh: "“\(room)”写了两行。", en: "“\(room)” has two lines.")
    }
  }
}

extension Session {
  /// The end of a decision that is only tried.
  private struct Rehearsed: Error {}

  /// Finds out whether an act would be refused, and writes nothing.
  ///
  /// - Throws: What the act would throw.
  func rehearse(_ command: Command, as actor: Person.ID) throws {
    do {
      try ledger.act(actor, at: clock.now) { records, situation in
        _ = try command.decide(with: records, in: situation)
        throw Rehearsed()
      }
    } catch is Rehearsed {
      return
    }
  }
}
