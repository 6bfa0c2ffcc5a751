import Almanac
import Canvas
import Domain

/// One page of hazards that wait for a leader, with boxes to tick and the number by which it is entered
/// again (隐患办理决定单).
public struct DecisionPage: Written {
  let sheet: DecisionSheet
  let bureau: Bureau
  let language: Language

  /// The page of a sheet.
  public static func document(
    _ sheet: DecisionSheet, bureau: Bureau, language: Language
  ) -> Document {
    let page = DecisionPage(sheet: sheet, bureau: bureau, language: language)
    let (name, printed) = (bureau.organization.name, page.prose(sheet.day))
    return Document(
      language: language,
      title: Bilingual(zh: "\(name)隐患办理决定单", en: "\(name): Decisions on Hazards")[language],
      subtitle: [
        Bilingual(
          zh: "编号：\(sheet.number)    决定人：\(sheet.leader.name)    \(printed.zh)",
          en: "Number: \(sheet.number)    For: \(sheet.leader.name)    \(printed.en)")[language]
      ],
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: bureau.organization.name,
      blocks: sheet.lines.isEmpty ? [page.nothing] : page.blocks, isLandscape: true,
      fitsOnePage: true)
  }

  private var nothing: Document.Block {
    paragraph(
      Bilingual(
        zh: "没有待\(sheet.leader.name)决定的隐患。",
        en: "No hazard waits for a decision of \(sheet.leader.name)."))
  }

  private var blocks: [Document.Block] {
    [
      paragraph(
        Bilingual(
          zh: "每行在一个□内打√，没有打√的不办理。退回请写明原因。",
          en:
            "Tick one box a line; a line without a tick is left as it is. Say why for sending back."
        )),
      .table(.init(columns: columns, rows: sheet.lines.map(row))),
    ] + others + [
      signatures([
        Bilingual(zh: "签名", en: "Signed"), Bilingual(zh: "日期", en: "Date"),
        Bilingual(zh: "录入人", en: "Entered by"),
      ])
    ]
  }

  private var columns: [Document.Column] {
    [
      numbers(Bilingual(zh: "序号", en: "No."), 4), marks(Bilingual(zh: "编号", en: "Number"), 8),
      words(Bilingual(zh: "部位", en: "Place"), 9), words(Bilingual(zh: "问题", en: "What"), 18),
      marks(Bilingual(zh: "状态、期限", en: "State, due"), 9),
      words(Bilingual(zh: "同意即", en: "“Agree” means"), 16),
      words(Bilingual(zh: "决定", en: "Decision"), 17),
    ]
  }

  private func row(_ line: DecisionSheet.Line) -> [String] {
    let hazard = line.hazard
    return [
      "\(line.number)", hazard.id.rawValue, hazard.whereabouts(in: bureau, language),
      hazard.report.text,
      [hazard.state.name[language], hazard.deadline?.description].compactMap(\.self)
        .joined(separator: "\n"),
      hazard.words(of: line.agreement, by: sheet.leader, bureau)[language], boxes(line),
    ]
  }

  private func boxes(_ line: DecisionSheet.Line) -> String {
    var boxes = [Bilingual(zh: "□同意", en: "□ agree")]
    if line.mayExtend { boxes.append(Bilingual(zh: "□延期至________", en: "□ extend to ________")) }
    if line.mayReject { boxes.append(Bilingual(zh: "□退回________", en: "□ send back ________")) }
    return boxes.map { $0[language] }.joined(separator: "\n")
  }

  private var others: [Document.Block] {
    guard sheet.others > 0 else { return [] }
    return [
      paragraph(
        Bilingual(
          zh: "另有\(sheet.others)条待决定，本单未列。",
          en: "Waiting besides, not on this sheet: \(sheet.others)."))
    ]
  }
}
