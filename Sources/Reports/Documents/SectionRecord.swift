import Almanac
import Canvas
import Domain

/// What a round checked and found in each section, a sheet each (安全检查记录表), with room for both
/// signatures.
///
/// Source: 《机关、团体、企业、事业单位消防安全管理规定》（公安部令第61号）第二十五、二十六条, which ask for
/// the signatures of the inspectors and of the inspected section's head.
public struct SectionRecord: Written {
  let sheet: SectionInspection
  /// The titles of the checklists that the records pin.
  let checklists: [Checklist.ID: Bilingual]
  let bureau: Bureau
  let language: Language

  /// The sheets of some sections in one round, a page each.
  ///
  /// - Parameter checklists: The versions that the records pin; one that is missing is named by its id.
  public static func document(
    of sheets: [SectionInspection], round: Round, checklists: [ChecklistVersion], bureau: Bureau,
    language: Language
  ) -> Document {
    let titles = Dictionary(checklists.map { ($0.content.id, $0.content.title) }) { $1 }
    let (name, dates) = (bureau.organization.name, "\(round.start) - \(round.due)")
    return Document(
      language: language,
      title: Bilingual(zh: "\(name)安全检查记录表", en: "\(name): Inspection Record")[language],
      subtitle: [
        Bilingual(zh: "\(round.title.zh)（\(dates)）", en: "\(round.title.en) (\(dates))")[language]
      ],
      running: Organization.runningLine(
        isPractice: bureau.isPractice, isProvisional: round.isProvisional, in: language),
      author: bureau.organization.name,
      blocks: sheets.enumerated().flatMap { index, sheet in
        let record = SectionRecord(
          sheet: sheet, checklists: titles, bureau: bureau, language: language)
        return (index == 0 ? [] : [.pageBreak]) + record.page(isFirst: index == 0)
      }, fitsOnePage: true)
  }

  private func page(isFirst: Bool) -> [Document.Block] {
    let title = isFirst ? Bilingual(verbatim: "") : Bilingual(zh: "安全检查记录表　", en: "Record: ")
    return [
      heading(title + sectionName), particulars, records,
      heading(Bilingual(zh: "发现问题与处理", en: "Found, and what became of it")), findings,
      counting(
        Bilingual(
          zh: "项次为各份记录的检查项之和，不适用的不计入合格、不合格；复查结果为打印日的情况。",
          en: """
            items of all records together; what does not apply neither passed nor failed; verification as \
            it stands on the day of printing.
            """)),
      signatures([
        Bilingual(zh: "检查人签名", en: "Inspectors"), Bilingual(zh: "科室负责人签名", en: "Section head"),
      ]),
    ]
  }

  private var sectionName: Bilingual {
    sheet.section.map { Bilingual(verbatim: bureau.name($0)) }
      ?? Bilingual(zh: "不属科室的场所", en: "Places of no section")
  }

  private var particulars: Document.Block {
    let fields: [(Bilingual, String)] = [
      (Bilingual(zh: "检查类型", en: "Kind of check"), sheet.round.title[language]),
      (Bilingual(zh: "带队领导", en: "Led by"), names(sheet.records.compactMap(\.content.ledBy))),
      (Bilingual(zh: "检查人", en: "Inspectors"), names(sheet.records.flatMap(\.content.inspectors))),
      (Bilingual(zh: "检查时间", en: "Walked"), walked),
      (Bilingual(zh: "检查部位", en: "Places"), places),
      (Bilingual(zh: "检查内容", en: "Checked"), asked),
      (Bilingual(zh: "检查结果", en: "Result"), result[language]),
    ]
    return .table(
      .init(
        columns: [
          words(Bilingual(zh: "项目", en: "Particular"), 1),
          words(Bilingual(zh: "内容", en: "Entry"), 4),
        ], rows: fields.map { [$0.0[language], $0.1] }))
  }

  private func names(_ persons: [Person.ID]) -> String { listed(persons.map { bureau.name($0) }) }

  private var walked: String {
    guard let first = sheet.records.map(\.content.from).min(),
      let last = sheet.records.map(\.content.to).max()
    else { return "" }
    return span(first, last)
  }

  /// How many places of the section were walked, and why the others were not.
  private var places: String {
    let rooms = sheet.rooms
    let walked = rooms.filter { $0.fulfilment != nil }
    let others = rooms.filter { $0.fulfilment == nil }.map { room in
      let reason = room.excused.map { Bilingual(zh: "，\($0)", en: ", \($0)")[language] } ?? ""
      return Bilingual(
        zh: "\(room.place.name)（\(room.state.name.zh)\(reason)）",
        en: "\(room.place.name) (\(room.state.name.en)\(reason))")[language]
    }
    let (names, rest) = (listed(walked.map(\.place.name)), listed(others))
    let missing =
      others.isEmpty
      ? Bilingual(verbatim: "") : Bilingual(zh: "。未检：\(rest)", en: ". Not walked: \(rest)")
    let count = Bilingual(
      zh: "共\(rooms.count)处，已检\(walked.count)处：\(names)",
      en: "\(walked.count) of \(counted(rooms.count, "place")): \(names)")
    return (count + missing)[language]
  }

  /// Each checklist with the items asked from it, those that do not apply included.
  private var asked: String {
    let answers = sheet.records.flatMap(\.content.answers)
    let pins = sheet.records.flatMap(\.content.checklists).map(\.id)
    return listed(
      pins.compactMap { id in
        let title = checklists[id] ?? Bilingual(verbatim: id.rawValue)
        let count = answers.count { $0.item.checklist == id }
        guard count > 0 else { return nil }
        return Bilingual(
          zh: "《\(title.zh)》\(count)项次", en: "\(title.en): \(counted(count, "item"))")[language]
      })
  }

  private var result: Bilingual {
    let asked = sheet.records.reduce(0) { $0 + $1.asked }
    let failed = sheet.records.reduce(0) { $0 + $1.findings }
    let spared = sheet.records.reduce(0) { $0 + $1.content.answers.count } - asked
    return Bilingual(
      zh: "合格\(asked - failed)项次，不合格\(failed)项次，不适用\(spared)项次",
      en: "passed \(asked - failed), failed \(failed), not applicable \(spared)")
  }

  private var records: Document.Block {
    .table(
      .init(
        columns: [
          marks(Bilingual(zh: "记录编号", en: "Record"), 10),
          words(Bilingual(zh: "部位", en: "Place"), 9),
          words(Bilingual(zh: "起止时间", en: "Walked"), 12),
          numbers(Bilingual(zh: "检查项", en: "Asked"), 4),
          numbers(Bilingual(zh: "不合格", en: "Failed"), 4),
          words(Bilingual(zh: "录入方式、签署", en: "Entered, signed in"), 13),
          words(Bilingual(zh: "科室签字", en: "Section head"), 9),
        ],
        rows: sheet.records.map { record in
          let content = record.content
          return [
            record.id.rawValue, bureau.name(content.occurrence.place),
            span(content.from, content.to), "\(record.asked)", "\(record.findings)",
            content.entryWords(in: language)
              + "\n\(record.recorded.day) \(bureau.name(record.recorder))",
            Countersignature.brief(record.countersigned, in: bureau)[language],
          ]
        }))
  }

  private var findings: Document.Block {
    let found = sheet.findings
    guard !found.isEmpty else {
      return paragraph(Bilingual(zh: "本次检查未发现问题。", en: "Nothing was found wrong."))
    }
    let outcome = FindingOutcome(bureau: bureau, language: language)
    return .table(
      .init(
        columns: [
          numbers(Bilingual(zh: "序号", en: "No."), 4), words(Bilingual(zh: "部位", en: "Place"), 8),
          words(Bilingual(zh: "问题", en: "Finding"), 13),
          words(Bilingual(zh: "处理", en: "Handling"), 12),
          marks(Bilingual(zh: "隐患编号", en: "Hazard"), 6),
          words(Bilingual(zh: "复查结果", en: "Verification"), 10),
        ],
        rows: found.enumerated().map { index, found in
          [
            "\(index + 1)",
            Hazard.whereabouts(
              found.record.content.occurrence.place, found.finding.spot, in: bureau, language),
            found.finding.text,
            outcome.handling(of: found.finding, found.hazard)[language],
            found.hazard?.id.rawValue ?? "", found.hazard.map(outcome.verification) ?? "",
          ]
        }))
  }
}
