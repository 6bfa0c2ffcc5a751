import Almanac
import ArgumentParser
import Domain

/// Records of finished walks.
struct InspectionCommand: ParsableCommand {
  static let configuration = about(
    "inspection", zh: "检查记录", en: "records",
    [
      InspectionList.self, InspectionShow.self, InspectionCorrect.self, InspectionWithdraw.self,
    ])
}

/// Lists the records of this month, or of a window.
struct InspectionList: ParsableCommand {
  static let configuration = about("list", zh: "列出记录", en: "list records")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions
  @Option(parsing: .unconditional, help: help(zh: "从哪天（本月一日）", en: "from (the 1st)"))
  var from: TypedDay?
  @Option(parsing: .unconditional, help: help(zh: "到哪天（今天）", en: "to (today)"))
  var to: TypedDay?

  func run() throws {
    let session = try Session(options)
    let today = session.today
    let window = try DayRange.between(
      from, to, usual: today.month.first...today, today: today)
    let records = try session.ledger.inspections(in: window)
    let bureau = try session.ledger.bureau()
    try output.print(
      records.map { RecordJSON($0) },
      heading: [
        Bilingual(zh: "编号", en: "Number"), Bilingual(zh: "检查日", en: "Walked"),
        Bilingual(zh: "场所", en: "Place"), Bilingual(zh: "轮次", en: "Round"),
        Bilingual(zh: "检查人", en: "Inspectors"), Bilingual(zh: "录入", en: "Entry"),
        Bilingual(zh: "问题", en: "Findings"), Bilingual(zh: "状态", en: "State"),
      ],
      rows: records.map { record in
        [
          record.id.rawValue, record.content.walked.description,
          bureau.name(record.occurrence.place), record.content.title[session.language],
          record.content.inspectors.map { bureau.name($0) }.joined(separator: " "),
          record.content.entry.name[session.language], "\(record.findings)",
          record.standing[session.language],
        ]
      })
  }
}

extension Inspection {
  /// Whether it waits for the section head, is signed by the section, or withdrawn.
  var standing: Bilingual {
    if withdrawn != nil { return Bilingual(zh: "已作废", en: "withdrawn") }
    return countersigned == nil
      ? Bilingual(zh: "待签", en: "to be signed") : Bilingual(zh: "已签", en: "signed")
  }
}

/// One record with its answers.
struct InspectionShow: ParsableCommand {
  static let configuration = about("show", zh: "看一份记录", en: "show one record")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "number")) var number: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let record = try session.record(number)
    let questions = try session.questionnaire(of: record)
    var shown = RecordJSON(record)
    shown.answers = record.content.answers.map { answered in
      RecordJSON.Entry(
        answered, questions.questions.first { $0.key == answered.item }?.item.text)
    }
    guard !json else { return try Output.json(shown) }
    let bureau = try session.ledger.bureau()
    let content = record.content
    Output.line(
      [
        record.id.rawValue, bureau.name(content.occurrence.place), content.title[session.language],
        "\(content.walked) \(content.from.hourAndMinute)-\(content.to.hourAndMinute)",
        content.inspectors.map { bureau.name($0) }.joined(separator: " "),
        content.entry.name[session.language], record.standing[session.language],
      ].joined(separator: "  "))
    for entry in shown.answers ?? [] {
      Output.line("  \(entry.number)  \(entry.text[session.language])  \(entry.words)")
    }
  }
}

/// Sets one answer right.
struct InspectionCorrect: ParsableCommand {
  static let configuration = about("correct", zh: "更正", en: "set an answer right")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "记录编号", en: "the record's number")) var number: String
  @Option(help: help(zh: "第几项", en: "the item's number")) var item: Int
  @Option(
    help: help(
      zh: "pass、fail:情况、na:原因，或 =读数或选项",
      en: "pass, fail:words, na:reason, or =VALUE for a reading or choice"))
  var to: CorrectedAnswer
  @Option(help: help(zh: "原因", en: "reason")) var reason: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let record = try session.record(number)
    let questionnaire = try session.questionnaire(of: record)
    guard let key = questionnaire[item]?.key else { throw RecordError.noSuchItem(item) }
    let answer = try to.given(at: item)
      .resolved(for: questionnaire, hazards: [], in: session.language).answers[key]
    guard let answer else { throw RecordError.noSuchItem(item) }
    let lines = try session.perform(.correct(record.id, item: item, to: answer, reason: reason))
    if json { return try SignedWalks(lines).print(json: true) }
    let hazards = SignedWalks(lines).hazards.joined(separator: " ")
    Output.line(
      (Bilingual(zh: "已更正 ", en: "Corrected ")[session.language] + "\(record.id)  \(hazards)"))
  }
}

/// `--to pass`, `--to fail:words`, `--to na:reason`, `--to =20.5`.
struct CorrectedAnswer: ExpressibleByArgument {
  private enum Kind {
    case pass
    case fail
    case notApplicable
    case value
  }

  private var kind: Kind
  private var detail: TypedMark.Detail

  init?(argument: String) {
    let text = trimmed(argument)
    let word = text.prefix { $0 != ":" && $0 != "\u{FF1A}" && $0 != "=" }
    let rest = trimmed(String(text.dropFirst(word.count + 1)))
    let words: TypedMark.Detail =
      rest.isEmpty ? .nothing : Int(rest).map(TypedMark.Detail.number) ?? .words(rest)
    switch word {
    case "pass" where rest.isEmpty: (kind, detail) = (.pass, .nothing)
    case "fail": (kind, detail) = (.fail, words)
    case "na": (kind, detail) = (.notApplicable, words)
    case "" where !rest.isEmpty: (kind, detail) = (.value, .value(rest))
    default: return nil
    }
  }

  /// The answer at an item, by its number.
  func given(at item: Int) -> GivenAnswers {
    let mark = TypedMark(item: item, detail: detail)
    var given = GivenAnswers()
    switch kind {
    case .pass: given.passed = [mark]
    case .fail: given.failed = [mark]
    case .notApplicable: given.notApplicable = [mark]
    case .value: given.values = [mark]
    }
    return given
  }
}

/// Withdraws a record: its occurrence opens again.
struct InspectionWithdraw: ParsableCommand {
  static let configuration = about("withdraw", zh: "作废", en: "withdraw")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "记录编号", en: "the record's number")) var number: String
  @Option(help: help(zh: "原因", en: "reason")) var reason: String

  func run() throws {
    let session = try Session(options)
    let record = try session.record(number)
    try session.perform(.withdraw(record.id, reason: reason))
    Output.line(
      Bilingual(zh: "已作废，此处重新待检查：", en: "Withdrawn; to be walked again: ")[session.language]
        + "\(record.id)  \(record.occurrence)")
  }
}

/// A record in JSON.
struct RecordJSON: Encodable {
  /// One answer.
  struct Entry: Encodable {
    var number: Int
    var text: Bilingual
    var answer: Answer

    init(_ answered: SignedInspection.Answered, _ text: Bilingual?) {
      number = answered.number
      self.text = text ?? Bilingual(verbatim: answered.item.item)
      answer = answered.answer
    }

    /// The answer in one line.
    var words: String { answer.words[Speech.language] }
  }

  var number: String
  var round: String
  var place: Place.ID
  var section: Section.ID?
  var walked: Day
  var from: Moment
  var to: Moment
  var recorded: Moment
  var entry: Inspection.Entry
  var form: String?
  var inspectors: [Person.ID]
  var ledBy: Person.ID?
  var recorder: Person.ID
  var asked: Int
  var findings: Int
  var signed: Countersignature?
  var withdrawn: String?
  var corrections: Int
  var answers: [Entry]?

  init(_ record: Inspection) {
    let content = record.content
    number = record.id.rawValue
    round = content.occurrence.round.description
    place = content.occurrence.place
    section = content.section
    walked = content.walked
    (from, to, recorded) = (content.from, content.to, record.recorded)
    entry = content.entry
    form = content.form
    inspectors = content.inspectors
    ledBy = content.ledBy
    recorder = record.recorder
    (asked, findings) = (record.asked, record.findings)
    signed = record.countersigned
    withdrawn = record.withdrawn
    corrections = record.corrections.count
  }
}

extension Answer {
  /// As a list shows it.
  var words: Bilingual {
    switch self {
    case .pass: Bilingual(zh: "合格", en: "pass")
    case .fail(let finding):
      Bilingual(zh: "不合格：\(finding.text)", en: "fail: \(finding.text)")
    case .notApplicable(let id, let note):
      Bilingual(zh: "不适用：", en: "not applicable: ")
        + (note.map { Bilingual(verbatim: $0) } ?? NotApplicableReason(rawValue: id)?.name
          ?? Bilingual(verbatim: id))
    case .reading(let value, let finding), .choice(let value, let finding):
      Bilingual(verbatim: value)
        + (finding.map { Bilingual(zh: "（\($0.text)）", en: " (\($0.text))") }
          ?? Bilingual(verbatim: ""))
    case .text(let words): Bilingual(verbatim: words)
    }
  }
}

extension Session {
  /// The record of a number.
  ///
  /// - Throws: ``RecordError``.
  func record(_ number: String) throws -> Inspection {
    guard let record = try ledger.inspection(Identifier(number)) else {
      throw RecordError.noSuchRecord(number)
    }
    return record
  }

  /// The questions that a record answers, in the versions that it pins.
  func questionnaire(of record: Inspection) throws -> Questionnaire {
    Questionnaire(
      of: record.content,
      checklists: try record.content.checklists.compactMap { try ledger.checklist($0) })
  }
}
