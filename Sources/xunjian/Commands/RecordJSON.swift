import Almanac
import Domain

/// A record in JSON.
struct RecordJSON: Encodable {
  /// One answer.
  struct Entry: Encodable {
    var number: Int
    /// `checklist/item`, whatever the number.
    var item: String
    var text: Bilingual
    var answer: Answer

    init(_ answered: SignedInspection.Answered, _ text: Bilingual?) {
      number = answered.number
      item = answered.item.description
      self.text = text ?? Bilingual(verbatim: answered.item.item)
      answer = answered.answer
    }

    /// The answer in one line.
    var words: String { answer.words[Speech.language] }
  }

  var number: String
  var round: String
  var place: Place.ID
  @Nullable var section: Section.ID?
  var walked: Day
  var from: Moment
  var to: Moment
  var recorded: Moment
  var entry: Inspection.Entry
  @Nullable var form: String?
  var inspectors: [Person.ID]
  @Nullable var ledBy: Person.ID?
  var recorder: Person.ID
  var asked: Int
  var findings: Int
  @Nullable var signed: Countersignature?
  @Nullable var withdrawn: String?
  var corrections: Int
  /// One by one where a single record is shown; left out of lists.
  var answers: [Entry]?

  /// A record with all its answers.
  init(_ record: Inspection, _ questionnaire: Questionnaire) {
    self.init(record)
    answers = record.content.answers.map { answered in
      Entry(answered, questionnaire.questions.first { $0.key == answered.item }?.item.text)
    }
  }

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
      finding.isPlain
        ? Bilingual(verbatim: finding.text)
        : Bilingual(zh: "不合格：\(finding.text)", en: "fail: \(finding.text)")
    case .notApplicable(let id, let note, let always):
      Bilingual(zh: "不适用：", en: "not applicable: ")
        + NotApplicableReason.words(id, note: note, always: always)
    case .reading(let value, let finding), .choice(let value, let finding):
      Bilingual(verbatim: value)
        + (finding.map { Bilingual(zh: "（\($0.text)）", en: " (\($0.text))") }
          ?? Bilingual(verbatim: ""))
    case .text(let words): Bilingual(verbatim: words)
    }
  }
}
