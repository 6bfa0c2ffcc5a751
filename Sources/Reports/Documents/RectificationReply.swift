import Almanac
import Canvas
import Domain

/// A section's answer to a rectification notice, line by line (隐患整改回执); while nothing is answered, a
/// form to be filled in by hand.
public struct RectificationReply: Written {
  let notice: RectificationNotice
  let hazards: [Hazard.ID: Hazard]
  let bureau: Bureau
  let language: Language

  /// The answer to a notice.
  ///
  /// - Parameter hazards: Those of its lines, as they stand.
  public static func document(
    _ notice: RectificationNotice, hazards: [Hazard], bureau: Bureau, templates: Templates,
    language: Language
  ) -> Document {
    let reply = RectificationReply(
      notice: notice, hazards: Dictionary(hazards.map { ($0.id, $0) }) { first, _ in first },
      bureau: bureau, language: language)
    let words = templates.words(.reply, reply.values, in: language)
    return Document(
      language: language, title: words.line("title"), subtitle: [words.line("subtitle")],
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: bureau.organization.name,
      blocks: reply.blocks(words))
  }

  private var received: Bilingual { notice.received.map { prose($0.day) } ?? Self.blankDate }
  private var answered: Bilingual { notice.answered.map { prose($0.day) } ?? Self.blankDate }

  private var values: Templates.Values {
    [
      "organization": bureau.organization.name, "section": bureau.name(notice.content.section),
      "notice": notice.title, "received": received[language], "answered": answered[language],
      "count": notice.content.lines.count,
    ]
  }

  private func blocks(_ wording: Templates.Words) -> [Document.Block] {
    [
      .addressee(bureau.organization.name + Bilingual(zh: "：", en: ":")[language])
    ] + wording.blocks("opening") + [
      .table(
        .init(
          columns: [
            numbers(Bilingual(zh: "序号", en: "No."), 5),
            marks(Bilingual(zh: "编号", en: "Number"), 8),
            words(Bilingual(zh: "部位", en: "Place"), 9),
            words(Bilingual(zh: "存在问题", en: "Problem"), 12),
            marks(Bilingual(zh: "整改期限", en: "Deadline"), 9),
            words(Bilingual(zh: "整改情况", en: "What was done"), 16),
            marks(Bilingual(zh: "完成日期", en: "Done on"), 9),
            marks(Bilingual(zh: "责任人", en: "By"), 7),
          ], rows: notice.content.lines.enumerated().map { row($0 + 1, $1) }))
    ] + wording.blocks("closing") + [
      .closing(
        .init(
          unit: bureau.name(notice.content.section), date: answered[language], isSealed: false)),
      signatures([
        Bilingual(zh: "科室负责人", en: "Section head"), Bilingual(zh: "复查人", en: "Verified by"),
      ]),
    ]
  }

  private static let blankDate = Bilingual(zh: "____年__月__日", en: "____________")

  private func row(_ index: Int, _ line: RectificationNotice.Line) -> [String] {
    let hazard = hazards[line.hazard]
    return [
      "\(index)", line.hazard.rawValue, hazard?.whereabouts(in: bureau, language) ?? "",
      hazard?.report.text ?? "", line.deadline?.description ?? "",
      notice.reply(to: line.hazard) ?? "\u{3000}\n\u{3000}",
      hazard?.rectified?.day.description ?? "", bureau.name(hazard?.person),
    ]
  }
}
