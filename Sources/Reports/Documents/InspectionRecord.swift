import Almanac
import Canvas
import Domain

/// One inspection on paper (安全检查记录): who walked where and when, each answer, the signatures.
///
/// Source: 《机关、团体、企业、事业单位消防安全管理规定》（公安部令第61号）第二十五、二十六条, which ask for
/// the signatures of the inspectors and of the inspected section's head.
public struct InspectionRecord: Written {
  let inspection: Inspection
  let history: [TimelineEntry]
  let items: [ItemKey: Item]
  /// The hazards that it opened or met again.
  let hazards: [Hazard]
  let bureau: Bureau
  let language: Language

  /// The document of one record.
  ///
  /// - Parameters:
  ///   - history: All that happened to it, for who corrected or withdrew it and when.
  ///   - hazards: Those that it opened or met again, as they stand now.
  ///   - checklists: The versions that the record pins; an item of another is named by its id.
  public static func document(
    inspection: Inspection, history: [TimelineEntry], hazards: [Hazard],
    checklists: [ChecklistVersion], bureau: Bureau, language: Language
  ) -> Document {
    let hashes = Set(inspection.content.checklists.map(\.hash))
    let items = checklists.filter { hashes.contains($0.hash) }.flatMap { version in
      version.content.sections.flatMap(\.items).map {
        (ItemKey(checklist: version.content.id, item: $0.id), $0)
      }
    }
    let record = InspectionRecord(
      inspection: inspection, history: history, items: Dictionary(items) { first, _ in first },
      hazards: hazards, bureau: bureau, language: language)
    return record.document
  }

  private var document: Document {
    let name = bureau.organization.name
    return Document(
      language: language,
      title: Bilingual(zh: "\(name)安全检查记录", en: "\(name): Inspection Record")[language],
      subtitle: [
        Bilingual(zh: "编号：\(inspection.id)", en: "Number: \(inspection.id)")[language]
      ],
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: bureau.organization.name,
      blocks: withdrawal + [particulars, answers] + corrections + foot)
  }

  private var withdrawal: [Document.Block] {
    history.flatMap { entry -> [Document.Block] in
      guard case .inspection(.withdrawn(let reason)) = entry.event else { return [] }
      let by = signed(entry.stamp)
      return [
        heading(Bilingual(zh: "本记录已作废", en: "This record is withdrawn")),
        paragraph(
          Bilingual(
            zh: "作废（\(by.zh)）。原因：\(reason)", en: "Withdrawn \(by.en). Reason: \(reason)")),
      ]
    }
  }

  /// The day of an act and who decided it.
  private func signed(_ stamp: Stamp) -> Bilingual {
    let name = bureau.name(stamp.actor, for: stamp.standsFor)
    return Bilingual(zh: "\(stamp.day)，\(name.zh)", en: "on \(stamp.day) by \(name.en)")
  }

  private var particulars: Document.Block {
    let content = inspection.content
    let fields: [(Bilingual, String)] = [
      (Bilingual(zh: "检查事由", en: "Round"), content.title[language]),
      (Bilingual(zh: "检查部位", en: "Place"), bureau.name(content.occurrence.place)),
      (Bilingual(zh: "所属科室", en: "Section"), bureau.name(content.section)),
      (Bilingual(zh: "检查时间", en: "Walked"), span(content.from, content.to)),
      (Bilingual(zh: "检查人", en: "Inspectors"), listed(content.inspectors.map { bureau.name($0) })),
      (Bilingual(zh: "带队领导", en: "Led by"), bureau.name(content.ledBy)),
      (Bilingual(zh: "录入方式", en: "Entered"), content.entryWords(in: language)),
      (Bilingual(zh: "记录状态", en: "State"), inspection.standing[language]),
    ]
    return .table(
      .init(
        columns: [
          words(Bilingual(zh: "项目", en: "Particular"), 1),
          words(Bilingual(zh: "内容", en: "Entry"), 3),
        ], rows: fields.map { [$0.0[language], $0.1] }))
  }

  private var answers: Document.Block {
    .table(
      .init(
        columns: [
          numbers(Bilingual(zh: "序号", en: "No."), 2),
          words(Bilingual(zh: "检查内容", en: "Item"), 12),
          marks(Bilingual(zh: "结果", en: "Result"), 5),
          words(Bilingual(zh: "问题与处理", en: "Finding and handling"), 9),
        ],
        rows: inspection.content.answers.map { row in
          let item = items[row.item]
          return [
            "\(row.number)", item?.text[language] ?? row.item.item,
            result(row.answer, of: item), remark(row),
          ]
        }))
  }

  private var corrected: Set<ItemKey> { Set(inspection.corrections.map(\.item)) }

  /// What was found, and whether the answer was set right since.
  private func remark(_ row: SignedInspection.Answered) -> String {
    let mark = Bilingual(zh: "（更正）", en: "(corrected)")
    return
      ([row.answer.finding.map { outcome(of: $0, row) }] + [
        corrected.contains(row.item) ? mark[language] : nil
      ])
      .compactMap(\.self).joined(separator: Bilingual(zh: "", en: " ")[language])
  }

  /// How it was handled, with the hazard's number and the result of its verification (复查结果).
  private func outcome(of finding: Finding, _ row: SignedInspection.Answered) -> String {
    guard let hazard = hazards.standing(for: finding, at: row.item, in: inspection.id) else {
      return handled(finding)
    }
    let outcome = FindingOutcome(bureau: bureau, language: language)
    let handling = outcome.handling(of: finding, hazard)[language]
    let verified = outcome.verification(hazard)
    return whereabouts(of: finding)
      + Bilingual(
        zh: "；\(handling)\n隐患\(hazard.id)，复查：\(verified)",
        en: "; \(handling)\nhazard \(hazard.id), verification: \(verified)")[language]
  }

  /// What was found, with the spot in the room.
  private func whereabouts(of finding: Finding) -> String {
    finding.text + (finding.spot.map { Bilingual(zh: "（\($0)）", en: " (\($0))")[language] } ?? "")
  }

  private func result(_ answer: Answer, of item: Item?) -> String {
    switch answer {
    case .pass: Bilingual(zh: "合格", en: "pass")[language]
    case .fail: Bilingual(zh: "不合格", en: "fail")[language]
    case .notApplicable(let reason, let note, let always):
      notApplicable(NotApplicableReason.words(reason, note: note, always: always)[language])
    case .reading(let value, _): value + unit(of: item)
    case .choice(let option, _): words(for: option, of: item)
    case .text(let text): text
    }
  }

  private func notApplicable(_ reason: String) -> String {
    Bilingual(zh: "不适用（\(reason)）", en: "n/a (\(reason))")[language]
  }

  private func unit(of item: Item?) -> String {
    guard case .reading(let unit, _, _) = item?.kind else { return "" }
    return Bilingual(zh: unit.zh, en: " \(unit.en)")[language]
  }

  private func words(for option: String, of item: Item?) -> String {
    guard case .choice(let options) = item?.kind else { return option }
    return options.first { $0.id == option }?.text[language] ?? option
  }

  private func handled(_ finding: Finding) -> String {
    let handling =
      switch finding.handling {
      case .rectify(let day?): Bilingual(zh: "；限\(day)前整改", en: "; to be mended by \(day)")
      case .rectify(nil): Bilingual(zh: "；限期整改", en: "; to be mended by a deadline")
      case .onTheSpot(let measures):
        Bilingual(zh: "；当场整改：\(measures)", en: "; fixed on the spot: \(measures)")
      case .joins(let hazard):
        Bilingual(zh: "；同隐患\(hazard)", en: "; the same as hazard \(hazard)")
      }
    return whereabouts(of: finding) + handling[language]
  }

  private var corrections: [Document.Block] {
    var former: [ItemKey: Answer] = [:]
    return history.compactMap { entry -> Document.Block? in
      guard case .inspection(let event) = entry.event else { return nil }
      switch event {
      case .signed(let content):
        for row in content.answers { former[row.item] = row.answer }
        return nil
      case .corrected(let correction):
        defer { former[correction.item] = correction.answer }
        return paragraph(told(correction, instead: former[correction.item], entry.stamp))
      case .countersigned, .withdrawn: return nil
      }
    }
  }

  private func told(
    _ correction: Correction, instead former: Answer?, _ stamp: Stamp
  ) -> Bilingual {
    let by = signed(stamp)
    let number = inspection.content.answers.first { $0.item == correction.item }?.number ?? 0
    let item = items[correction.item]
    let was = former.map { whole($0, of: item) } ?? ""
    let now = whole(correction.answer, of: item)
    return Bilingual(
      zh: "更正（\(by.zh)）：第\(number)项原为“\(was)”，改为“\(now)”。原因：\(correction.reason)",
      en:
        "Corrected \(by.en): item \(number) was “\(was)”, is “\(now)”. Reason: \(correction.reason)"
    )
  }

  /// An answer with what was found.
  private func whole(_ answer: Answer, of item: Item?) -> String {
    ([result(answer, of: item)] + [answer.finding.map(handled)].compactMap(\.self))
      .joined(separator: Bilingual(zh: "：", en: ": ")[language])
  }

  private var foot: [Document.Block] {
    [
      paragraph(Countersignature.words(inspection.countersigned, in: bureau)),
      signatures([
        Bilingual(zh: "检查人签名", en: "Inspectors"), Bilingual(zh: "科室负责人签名", en: "Section head"),
      ]),
    ]
  }
}
