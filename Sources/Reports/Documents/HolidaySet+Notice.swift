import Almanac
import Canvas
import Domain

extension HolidaySet {
  /// What staff are told before the break, with room to sign that they have read it (放假安全告知书).
  var notice: Part {
    Part(
      title: name + Bilingual(zh: "放假安全告知书", en: ": notice to staff"),
      blocks: [
        paragraph(Bilingual(zh: "各科室：", en: "To all sections:")), paragraph(announcement),
        paragraph(duties),
      ] + (points.isEmpty ? [] : [pointTable]) + [
        paragraph(emergencies), acknowledgement,
        signatures([Bilingual(zh: "单位（盖章）", en: "Office (seal)"), Bilingual(zh: "日期", en: "Date")]),
      ])
  }

  private var announcement: Bilingual {
    let after = dated(holiday.firstWorkdayAfter)
    let what = Bilingual(
      zh: "\(name.zh)：\(stretch.zh)，\(after.zh)上班。",
      en: "\(name.en): \(stretch.en); work again on \(after.en).")
    let instead = Bilingual(
      zh: "调休上班：\(madeUpWords.zh)。", en: " Days worked instead: \(madeUpWords.en).")
    guard holiday.isProvisional else { return what + instead }
    return what + instead
      + Bilingual(
        zh: "以上为预排日期，以国务院办公厅放假通知为准。",
        en: " These dates are provisional until the State Council's notice.")
  }

  private var duties: Bilingual {
    let last = dated(holiday.lastWorkdayBefore)
    return Bilingual(
      zh: "\(last.zh)下班离岗前，请逐项关闭、检查，并在离岗关闭检查表上签字：",
      en: "Before leaving on \(last.en), see to each of these and sign the leaving check:")
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

  private var emergencies: Bilingual {
    Bilingual(
      zh: "放假期间遇险情，先报警（火警119、报警110、急救120），再报值班室，电话：\(dutyPhone)。"
        + "值班、带班人员见值班表。",
      en:
        "In an emergency call 119 (fire), 110 (police) or 120 (ambulance) first, then the duty room: "
        + "\(dutyPhone). Who is on duty stands in the roster.")
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
