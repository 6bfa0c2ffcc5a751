import Almanac
import Canvas
import Domain

/// What an office lays before a leader about a hazard, a page each: the matter, what is proposed, room for
/// the leader's note, and the result (安全隐患呈批表).
public struct ApprovalSheet: Written {
  let bureau: Bureau
  let today: Day
  let language: Language
  let proposal: String?

  /// The sheets of some hazards, a page each.
  ///
  /// - Parameters:
  ///   - proposal: What the office proposes, in its words; made from each hazard's state when nil.
  ///   - today: The day on which it is printed.
  public static func document(
    hazards: [Hazard], proposal: String?, bureau: Bureau, today: Day, language: Language
  ) -> Document {
    let sheet = ApprovalSheet(
      bureau: bureau, today: today, language: language, proposal: proposal)
    let (name, printed) = (bureau.organization.name, sheet.prose(today))
    return Document(
      language: language,
      title: Bilingual(zh: "\(name)安全隐患呈批表", en: "\(name): For Approval")[language],
      subtitle: [Bilingual(zh: "呈报日期：\(printed.zh)", en: "Laid before on \(printed.en)")[language]],
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: bureau.organization.name,
      blocks: hazards.enumerated().flatMap { index, hazard in
        (index == 0 ? [] : [.pageBreak]) + sheet.page(hazard, isFirst: index == 0)
      }, fitsOnePage: hazards.count == 1)
  }

  private func page(_ hazard: Hazard, isFirst: Bool) -> [Document.Block] {
    let name = isFirst ? Bilingual(verbatim: "") : Bilingual(zh: "安全隐患呈批表　", en: "For Approval: ")
    let rows = (matter(hazard) + standing(hazard)).filter { !$0.1.isEmpty } + decision(hazard)
    return [
      heading(
        name
          + Bilingual(
            zh: "编号 \(hazard.id)　\(hazard.state.name.zh)",
            en: "\(hazard.id), \(hazard.state.name.en)")),
      .table(
        .init(
          columns: [
            words(Bilingual(zh: "项目", en: "Particular"), 1),
            words(Bilingual(zh: "内容", en: "Entry"), 4),
          ], rows: rows.map { [$0.0[language], $0.1] })),
      signatures([
        Bilingual(zh: "承办人", en: "Prepared by"), Bilingual(zh: "办公室负责人", en: "Office head"),
      ]),
    ]
  }

  private func matter(_ hazard: Hazard) -> [(Bilingual, String)] {
    let report = hazard.report
    let found = listed(report.finders.map { bureau.name($0) })
    let photographs = hazard.photographs.map(\.photograph).map { photograph in
      Bilingual(
        zh: "\(photograph.name)（\(photograph.role.name.zh)）",
        en: "\(photograph.name) (\(photograph.role.name.en))")[language]
    }
    return [
      (Bilingual(zh: "事由", en: "Matter"), report.text),
      (
        Bilingual(zh: "部位、科室", en: "Place, section"),
        [hazard.whereabouts(in: bureau, language), bureau.name(hazard.section)]
          .filter { !$0.isEmpty }.joined(separator: Bilingual(zh: "，", en: ", ")[language])
      ),
      (
        Bilingual(zh: "类别与等级", en: "Category, grade"),
        Bilingual(
          zh: "\(report.category.name.zh)，\(hazard.severity.name.zh)",
          en: "\(report.category.name.en), \(hazard.severity.name.en)")[language]
      ),
      (
        Bilingual(zh: "发现与来源", en: "Found, source"),
        ["\(hazard.reported)", found, report.source.name[language], report.sourceDocument ?? ""]
          .filter { !$0.isEmpty }.joined(separator: Bilingual(zh: "，", en: ", ")[language])
      ),
      (Bilingual(zh: "依据", en: "Basis"), report.basis?[language] ?? ""),
      (Bilingual(zh: "照片", en: "Photographs"), listed(photographs)),
    ]
  }

  private func standing(_ hazard: Hazard) -> [(Bilingual, String)] {
    [
      (Bilingual(zh: "整改责任人", en: "Person in charge"), bureau.name(hazard.person)),
      (Bilingual(zh: "整改期限", en: "Deadline"), deadline(of: hazard)),
      (Bilingual(zh: "临时防范", en: "Safeguards"), hazard.oversight.interim?.measures ?? ""),
      (Bilingual(zh: "整改情况", en: "Measures"), hazard.measures ?? ""),
    ]
  }

  private func deadline(of hazard: Hazard) -> String {
    guard let day = hazard.deadline else { return "" }
    var text = Bilingual(verbatim: "\(day)")
    if let original = hazard.originalDeadline, original != day {
      let times = hazard.extensions
      text =
        text
        + Bilingual(
          zh: "（原 \(original)" + (times == 0 ? "）" : "，延期\(times)次）"),
          en: " (at first \(original)"
            + (times == 0 ? ")" : ", extended \(counted(times, "time")))"))
    }
    if let left = hazard.daysLeft(on: today), left < 0 {
      text =
        text + Bilingual(zh: "，已逾期\(-left)天", en: ", \(counted(-left, "day")) overdue")
    }
    return text[language]
  }

  /// The proposal, and the room that a leader and the office fill in by hand.
  private func decision(_ hazard: Hazard) -> [(Bilingual, String)] {
    let signed = Bilingual(
      zh: "签名：____________　　____年____月____日",
      en: "Signed: ________________   Date: ______________")
    let note = String(repeating: "\u{3000}\n", count: 8) + signed[language]
    let result =
      hazard.isOpen ? String(repeating: "\u{3000}\n", count: 2) + "\u{3000}" : ended(hazard)
    return [
      (
        Bilingual(zh: "拟办意见", en: "Proposal"),
        proposal ?? hazard.proposal(bureau, on: today)[language]
      ),
      (Bilingual(zh: "领导批示", en: "Leader's note"), note),
      (Bilingual(zh: "办理结果", en: "Result"), result),
    ]
  }

  private func ended(_ hazard: Hazard) -> String {
    let step = hazard.closed ?? hazard.withdrawn
    let words = step.map {
      Bilingual(
        zh: "，\($0.day)，\(bureau.name($0.person))", en: ", \($0.day), \(bureau.name($0.person))")
    }
    return (hazard.state.name + (words ?? Bilingual(verbatim: "")))[language]
  }
}
