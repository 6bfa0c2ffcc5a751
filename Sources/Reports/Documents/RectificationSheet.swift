import Almanac
import Canvas
import Domain

/// What was found wrong, how it was mended and who looked at it, on one sheet with the photographs before
/// and after (安全隐患整改单).
public struct RectificationSheet: Written {
  let hazard: Hazard
  let history: [TimelineEntry]
  let pictures: [Photograph: Document.Picture]
  let bureau: Bureau
  let language: Language

  /// The sheet of one hazard.
  ///
  /// - Parameters:
  ///   - history: All that happened to it, for what was said when it was looked at.
  ///   - pictures: The photographs that are to be printed; the others are named only.
  public static func document(
    hazard: Hazard, history: [TimelineEntry], pictures: [Photograph: Document.Picture],
    bureau: Bureau, language: Language
  ) -> Document {
    RectificationSheet(
      hazard: hazard, history: history, pictures: pictures, bureau: bureau, language: language
    ).document
  }

  private var document: Document {
    let name = bureau.organization.name
    return Document(
      language: language,
      title: Bilingual(zh: "\(name)安全隐患整改单", en: "\(name): Rectification Sheet")[language],
      subtitle: [
        Bilingual(
          zh: "编号：\(hazard.id)    状态：\(hazard.state.name.zh)",
          en: "Number: \(hazard.id)    State: \(hazard.state.name.en)")[language]
      ],
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: bureau.organization.name,
      blocks: [particulars] + photographs + [
        signatures([
          Bilingual(zh: "整改责任人", en: "Rectified by"), Bilingual(zh: "复查人", en: "Verified by"),
          Bilingual(zh: "分管领导", en: "Supervisor"),
        ])
      ], fitsOnePage: height <= 1)
  }

  private var particulars: Document.Block {
    let rows = (finding + rectification).filter { !$0.1.isEmpty }
    return .table(
      .init(
        columns: [
          words(Bilingual(zh: "项目", en: "Particular"), 1),
          words(Bilingual(zh: "内容", en: "Entry"), 4),
        ], rows: rows.map { [$0.0[language], $0.1] }))
  }

  private var finding: [(Bilingual, String)] {
    let report = hazard.report
    let category = Bilingual(
      zh: "\(report.category.name.zh)，\(report.severity.name.zh)",
      en: "\(report.category.name.en), \(report.severity.name.en)")
    return [
      (Bilingual(zh: "检查部位", en: "Place"), hazard.whereabouts(in: bureau, language)),
      (Bilingual(zh: "所属科室", en: "Section"), bureau.name(report.section)),
      (Bilingual(zh: "存在问题", en: "Finding"), report.text),
      (Bilingual(zh: "类别与等级", en: "Category, grade"), category[language]),
      (Bilingual(zh: "依据", en: "Basis"), report.basis?[language] ?? ""),
      (
        Bilingual(zh: "来源", en: "Source"),
        [report.source.name[language], report.sourceDocument].compactMap(\.self)
          .joined(separator: Bilingual(zh: "：", en: ": ")[language])
      ),
      (
        Bilingual(zh: "发现", en: "Found"),
        dated(hazard.reported, listed(report.finders.map { bureau.name($0) }))
      ),
    ]
  }

  private var rectification: [(Bilingual, String)] {
    [
      (Bilingual(zh: "整改责任人", en: "Person in charge"), bureau.name(hazard.person)),
      (Bilingual(zh: "整改期限", en: "Deadline"), deadline),
      (Bilingual(zh: "整改措施", en: "Measures"), hazard.measures ?? ""),
      (Bilingual(zh: "整改完成", en: "Rectified"), step(hazard.rectified)),
      (Bilingual(zh: "复查", en: "Verified"), step(hazard.verified, note: note)),
      (
        Bilingual(zh: "复查退回", en: "Sent back"),
        hazard.rejections == 0
          ? ""
          : Bilingual(zh: "\(hazard.rejections)次", en: counted(hazard.rejections, "time"))[language]
      ),
      (Bilingual(zh: "销号", en: "Closed"), step(hazard.closed)),
      (
        Bilingual(zh: "作废", en: "Withdrawn"),
        step(hazard.withdrawn, note: hazard.withdrawnReason)
      ),
    ]
  }

  private var deadline: String {
    guard let day = hazard.deadline else { return "" }
    guard let original = hazard.originalDeadline, original != day else { return day.description }
    return Bilingual(
      zh: "\(day)（原 \(original)，延期\(hazard.extensions)次）",
      en: "\(day) (at first \(original), extended \(counted(hazard.extensions, "time")))")[language]
  }

  /// What was said when it was found mended, the last time.
  private var note: String? {
    history.reversed().lazy.compactMap { entry -> String? in
      guard case .hazard(.verified(let note)) = entry.event else { return nil }
      return note ?? ""
    }.first
  }

  private func step(_ step: Hazard.Step?, note: String? = nil) -> String {
    guard let step else { return "" }
    let told = dated(step.day, bureau.name(step.person, for: step.standsFor)[language])
    guard let note, !note.isEmpty else { return told }
    return told + Bilingual(zh: "：", en: ": ")[language] + note
  }

  private func dated(_ day: Day, _ name: String) -> String {
    Bilingual(zh: "\(day)，\(name)", en: "\(day), \(name)")[language]
  }
}
