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

/// One record with its answers.
struct InspectionShow: ParsableCommand {
  static let configuration = about("show", zh: "看一份记录", en: "show one record")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "number")) var number: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let record = try session.record(number)
    let questions = try session.ledger.questionnaire(of: record)
    let shown = RecordJSON(record, questions)
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
}
