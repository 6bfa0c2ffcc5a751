import Almanac
import Canvas
import Domain

/// A rectification notice in two copies (隐患整改通知书): one for the section, with a receipt to cut off and
/// hand back, one for the file, with a stub.
///
/// Source: GB/T 9704-2012 7.2 and 7.3, for number, title, addressee, closing and date.
public struct RectificationNoticePaper: Written {
  let notice: RectificationNotice
  let hazards: [Hazard.ID: Hazard]
  let bureau: Bureau
  let language: Language
  let templates: Templates

  /// The two copies of a notice.
  ///
  /// - Parameter hazards: Those of its lines, as they stand.
  public static func document(
    _ notice: RectificationNotice, hazards: [Hazard], bureau: Bureau, templates: Templates,
    language: Language
  ) -> Document {
    let paper = RectificationNoticePaper(
      notice: notice, hazards: Dictionary(hazards.map { ($0.id, $0) }) { first, _ in first },
      bureau: bureau, language: language, templates: templates)
    let first = Bilingual(zh: "第一联　送责任科室", en: "Copy 1, for the section")
    let second = Bilingual(zh: "第二联　签发单位存档", en: "Copy 2, for the file")
    return Document(
      language: language, title: paper.wording.line("title"), subtitle: paper.head(first),
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: bureau.organization.name,
      blocks: paper.body + paper.receipt
        + [.pageBreak, .title(paper.wording.line("title"), paper.head(second))] + paper.body
        + paper.stub,
      fitsOnePage: notice.content.lines.count <= mostOnOneSheet)
  }

  /// With more, type on one sheet would be too small to read with ease.
  private static let mostOnOneSheet = 4

  private var wording: Templates.Words {
    let content = notice.content
    return templates.words(
      .notice,
      [
        "organization": bureau.organization.name, "section": bureau.name(content.section),
        "number": content.number ?? "", "signer": bureau.name(content.signer),
        "date": prose(content.date)[language], "count": content.lines.count,
        "deadline": content.lines.compactMap(\.deadline).max()?.description ?? "",
      ], in: language)
  }

  private func head(_ copy: Bilingual) -> [String] {
    let signer = bureau.name(notice.content.signer)
    let words = [
      Bilingual(
        zh: "\(number.zh)　　签发人：\(signer)", en: "\(number.en)    Signed by: \(signer)"),
      copy,
    ]
    let withdrawn = notice.reason.map {
      Bilingual(zh: "（已撤回：\($0)）", en: "(withdrawn: \($0))")
    }
    return (words + [withdrawn].compactMap(\.self)).map { $0[language] }
  }

  /// The number that it bears, or room to write one.
  private var number: Bilingual {
    notice.content.number.map { Bilingual(verbatim: $0) }
      ?? Bilingual(zh: "文号：______________", en: "No. ______________")
  }

  private var body: [Document.Block] {
    let content = notice.content
    return [
      .addressee(bureau.name(content.section) + Bilingual(zh: "：", en: ":")[language])
    ] + wording.blocks("opening") + [
      .table(
        .init(
          columns: [
            numbers(Bilingual(zh: "序号", en: "No."), 5),
            marks(Bilingual(zh: "编号", en: "Number"), 8),
            words(Bilingual(zh: "部位", en: "Place"), 9),
            words(Bilingual(zh: "存在问题", en: "Problem"), 12),
          ] + (hasBasis ? [words(Bilingual(zh: "依据", en: "Basis"), 10)] : []) + [
            words(Bilingual(zh: "整改要求", en: "Demand"), 14),
            marks(Bilingual(zh: "整改期限", en: "Deadline"), 9),
          ], rows: content.lines.enumerated().map { row($0 + 1, $1) }))
    ] + wording.blocks("closing") + [
      .closing(
        .init(
          unit: bureau.organization.name, date: prose(content.date)[language], isSealed: true))
    ]
  }

  private func row(_ index: Int, _ line: RectificationNotice.Line) -> [String] {
    let hazard = hazards[line.hazard]
    return [
      "\(index)", line.hazard.rawValue, hazard?.whereabouts(in: bureau, language) ?? "",
      hazard?.report.text ?? "",
    ] + (hasBasis ? [hazard?.report.basis?[language] ?? ""] : []) + [
      line.demand[language], line.deadline?.description ?? "",
    ]
  }

  private var hasBasis: Bool { hazards.values.contains { $0.report.basis != nil } }

  private var named: [String] {
    [
      notice.content.number ?? notice.id.rawValue, bureau.name(notice.content.section),
      listed(notice.content.lines.map(\.hazard.rawValue)), "\(notice.content.lines.count)",
    ]
  }

  private var namedColumns: [Document.Column] {
    [
      words(Bilingual(zh: "文号", en: "Notice"), 15), words(Bilingual(zh: "科室", en: "Section"), 10),
      words(Bilingual(zh: "隐患编号", en: "Hazards"), 13),
      marks(Bilingual(zh: "项数", en: "Count"), 4),
    ]
  }

  /// What the section signs, cuts off and hands back.
  private var receipt: [Document.Block] {
    let room = "\u{3000}\n\u{3000}"
    return [
      .cut(Bilingual(zh: "沿此线裁开", en: "cut here")[language]),
      heading(Bilingual(zh: "签收回执（签收后裁下交回）", en: "Receipt (sign, cut off, hand back)")),
      .table(
        .init(
          columns: namedColumns + [
            marks(Bilingual(zh: "签收人", en: "Received by"), 10),
            marks(Bilingual(zh: "签收日期", en: "On"), 10),
          ],
          rows: [
            named + [
              notice.received.map { bureau.name($0.person) } ?? room,
              notice.received?.day.description ?? "",
            ]
          ])),
    ]
  }

  /// What the office cuts off and keeps.
  private var stub: [Document.Block] {
    let last = notice.content.lines.compactMap(\.deadline).max()
    return [
      .cut(Bilingual(zh: "沿此线裁开", en: "cut here")[language]),
      heading(Bilingual(zh: "存根", en: "Stub")),
      .table(
        .init(
          columns: namedColumns + [
            marks(Bilingual(zh: "最迟期限", en: "Latest due"), 9),
            marks(Bilingual(zh: "签发人", en: "Signed by"), 7),
            marks(Bilingual(zh: "签发日期", en: "On"), 9),
          ],
          rows: [
            named + [
              last?.description ?? "", bureau.name(notice.content.signer),
              notice.content.date.description,
            ]
          ])),
    ]
  }
}
