import Almanac
import Canvas
import Domain

extension HolidaySet {
  /// What staff are told before the break, with room to sign that they have read it (放假安全告知书).
  var notice: Part {
    let words = templates.words(.holiday, values, in: language)
    return Part(
      title: Bilingual(verbatim: words.line("title")),
      blocks: [.paragraph(words.line("addressee"))] + words.blocks("opening")
        + words.blocks("duties") + (points.isEmpty ? [] : [pointTable])
        + words.blocks("closing") + [
          acknowledgement,
          signatures([
            Bilingual(zh: "单位（盖章）", en: "Office (seal)"), Bilingual(zh: "日期", en: "Date"),
          ]),
        ])
  }

  private var values: Templates.Values {
    [
      "organization": bureau.organization.name, "holiday": name[language],
      "off": stretch[language], "back": dated(holiday.firstWorkdayAfter)[language],
      "instead": madeUpWords[language], "eve": dated(holiday.lastWorkdayBefore)[language],
      "dutyPhone": dutyPhone, "isProvisional": holiday.isProvisional,
    ]
  }

  /// What the leaving check has ticked, each item once, in the order in which it is asked.
  var points: [Bilingual] {
    let leaving = walks.filter { $0.round.due == holiday.lastWorkdayBefore }
    var known: Set<ItemKey> = []
    return leaving.flatMap(\.forms).flatMap(\.questionnaire.questions)
      .filter { $0.item.kind == .tick && known.insert($0.key).inserted }.map(\.item.text)
  }

  private var pointTable: Document.Block {
    .table(
      .init(
        columns: [
          marks(Bilingual(zh: "序号", en: "No."), 2),
          words(Bilingual(zh: "离岗要点", en: "Before leaving"), 14),
          marks(Bilingual(zh: "已办", en: "Done"), 2),
        ],
        rows: points.enumerated().map { ["\($0.offset + 1)", $0.element[language], "□"] }))
  }

  /// The duty room's number, or room to write it.
  private var dutyPhone: String {
    bureau.presentDutyRules(on: holiday.firstOff).phone ?? "________________"
  }

  private var acknowledgement: Document.Block {
    let sections = bureau.sections.filter { section in
      section.to.map { $0 >= holiday.lastWorkdayBefore } ?? true
    }
    return .table(
      .init(
        columns: [
          words(Bilingual(zh: "科室", en: "Section"), 4),
          words(Bilingual(zh: "阅知人签名", en: "Read and signed by"), 10),
          words(Bilingual(zh: "日期", en: "Date"), 3),
        ], rows: sections.map { [$0.name, "", ""] }))
  }
}
