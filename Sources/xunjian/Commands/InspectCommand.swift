import Almanac
import ArgumentParser
import Domain

/// A whole walk without a screen; without answers, the screen.
struct InspectCommand: ParsableCommand {
  static let configuration = about("inspect", zh: "检查一处", en: "inspect a place")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "场所编号或名称", en: "the place's id or name")) var place: String
  @Option(help: help(zh: "轮次，如 monthly/2026-11", en: "the round, as monthly/2026-11"))
  var round: String?
  @OptionGroup var answers: InspectAnswers
  @OptionGroup var walk: WalkOptions
  @Option(help: help(zh: "纸质检查表的表号", en: "the number of the printed form")) var form: String?
  @Flag(help: help(zh: "签名", en: "sign")) var sign = false
  @Option(help: help(zh: "未能入室及原因", en: "could not get in, and why")) var noEntry: String?
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let given = try answers.given()
    if let noEntry { return try recordNoEntry(noEntry, given) }
    guard sign else { return try openScreen(given) }
    let session = try Session(options)
    let form = try form.map { try FormNumber(typed: $0) }
    let key = try occurrence(session, form)
    let request = try session.request(
      key, given, walk: walk.walk(session, form: form))
    try SignedWalks(session.perform(.sign(request))).print(json: json)
  }

  private func openScreen(_ given: GivenAnswers) throws {
    guard given.isEmpty, walk.walked == nil, form == nil else {
      throw ShellError.plain(
        .usage, Bilingual(zh: "给了结果就要加 --sign 签名。", en: "With answers, add --sign."))
    }
    try TerminalProgram.run(options, at: occurrence(Session(options), nil))
  }

  private func recordNoEntry(_ reason: String, _ given: GivenAnswers) throws {
    guard given.isEmpty, !sign else {
      throw ShellError.plain(
        .usage,
        Bilingual(zh: "--no-entry 不能与结果或 --sign 同用。", en: "--no-entry takes no answers and no --sign."))
    }
    let session = try Session(options)
    let key = try occurrence(session, nil)
    try session.perform(.noEntry(key, reason: reason))
    if json { return try Output.json(NoEntryJSON(occurrence: key.description)) }
    Output.line(
      Bilingual(zh: "已记未能入室，仍待检查：", en: "No entry recorded; still open: ")[session.language]
        + key.description)
  }

  private func occurrence(_ session: Session, _ form: FormNumber?) throws -> OccurrenceKey {
    let place = try session.place(place)
    let key = try session.occurrence(at: place, round: round, form: form)
    try form?.require(key)
    return key
  }
}

/// `inspect PLACE --no-entry --json`.
struct NoEntryJSON: Encodable {
  var occurrence: String
}

/// The record of a walk and the hazards it opened or met again.
struct SignedWalks {
  var inspections: [String]
  var hazards: [String]

  init(_ lines: [Happening]) {
    inspections = lines.filter { $0.subject.kind == .inspection }.map(\.subject.id)
    hazards = lines.filter { $0.subject.kind == .hazard }.map(\.subject.id)
  }

  /// `{inspection, hazards:[number]}`.
  private struct One: Encodable {
    var inspection: String
    var hazards: [String]
  }

  /// `{inspections:[], hazards:[]}`.
  private struct Many: Encodable {
    var inspections: [String]
    var hazards: [String]
  }

  func printAll() throws {
    try Output.json(Many(inspections: inspections, hazards: hazards))
  }

  func print(json: Bool) throws {
    let record = inspections.first ?? ""
    if json { return try Output.json(One(inspection: record, hazards: hazards)) }
    let found = hazards.joined(separator: " ")
    let words =
      hazards.isEmpty
      ? Bilingual(zh: "已签名，记录 \(record)", en: "Signed, record \(record)")
      : Bilingual(zh: "已签名，记录 \(record)，隐患 \(found)", en: "Signed, record \(record), hazards \(found)")
    Output.line(words[Speech.language])
  }
}

extension Session {
  /// What there is to do at a place: the round named, or that of the form, or the only one open there;
  /// where none is open, the only one missed.
  ///
  /// - Throws: ``ShellError`` or ``RoundError``.
  func occurrence(
    at place: Place, round: String?, form: FormNumber? = nil
  ) throws -> OccurrenceKey {
    if let round {
      guard let room = try self.round(round).rooms.first(where: { $0.place.id == place.id }) else {
        throw RoundError.noSuchOccurrence("\(round) \(place.name)")
      }
      return room.occurrence.key
    }
    let window = Agenda.window(around: today)
    let rooms = try ledger.rounds(in: window, on: today).flatMap(\.rooms)
      .filter { $0.place.id == place.id }
    if let form, let room = rooms.first(where: { FormNumber($0.occurrence.key) == form }) {
      return room.occurrence.key
    }
    let open = rooms.filter { $0.state == .open || $0.state == .overdue }
    let keys = (open.isEmpty ? rooms.filter { $0.state == .missed } : open).map(\.occurrence.key)
    guard let key = keys.first else { throw ShellError.notDue(place.name) }
    guard keys.count == 1 else { throw ShellError.ambiguousRound(keys.map(\.round.description)) }
    return key
  }

  /// The round of a name as `monthly/2026-11`.
  ///
  /// - Throws: ``RoundError``.
  func round(_ text: String) throws -> Round {
    guard let key = RoundKey(text), let round = try ledger.round(key, on: today) else {
      throw RoundError.noSuchRound(text)
    }
    return round
  }

  /// A walk by its numbers, ready to be signed.
  ///
  /// - Throws: ``GivenAnswerError``, ``SigningError`` or ``RoundError``.
  func request(
    _ key: OccurrenceKey, _ given: GivenAnswers, walk: Signing.Walk
  ) throws -> SignRequest {
    guard let questionnaire = try ledger.questionnaire(key) else {
      throw RoundError.noSuchOccurrence(key.description)
    }
    let (answers, passed) = try given.resolved(
      for: questionnaire, hazards: ledger.hazards(HazardFilter(place: key.place)), in: language)
    return SignRequest(occurrence: key, answers: answers, passedAtOnce: passed, walk: walk)
  }
}
