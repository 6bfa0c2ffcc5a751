import Almanac
import ArgumentParser
import Domain

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
    let questionnaire = try session.ledger.questionnaire(of: record)
    guard let key = questionnaire[item]?.key else { throw RecordError.noSuchItem(item) }
    let others = try session.ledger.hazards(HazardFilter(place: record.occurrence.place))
      .filter { $0.report.inspection != record.id }
    let answer = try to.given(at: item)
      .resolved(for: questionnaire, hazards: others, in: session.language).answers[key]
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
    let isColon = text.dropFirst(word.count).first != "="
    let words: TypedMark.Detail =
      rest.isEmpty ? .nothing : Int(rest).map(TypedMark.Detail.number) ?? .words(rest)
    switch word {
    case "pass" where rest.isEmpty: (kind, detail) = (.pass, .nothing)
    case "fail" where isColon: (kind, detail) = (.fail, words)
    case "na" where isColon: (kind, detail) = (.notApplicable, words)
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
