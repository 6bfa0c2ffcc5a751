import Almanac
import ArgumentParser
import Domain

/// One inspection on paper.
struct RecordReport: ParsableCommand {
  static let configuration = about("record", zh: "检查记录", en: "one inspection record")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "记录编号", en: "the record's number")) var number: String
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let record = try session.record(number)
    try output.send(
      session.document(of: record),
      json: RecordJSON(record, session.ledger.questionnaire(of: record)), on: session.today)
  }
}
