import Almanac
import Canvas
import Domain

/// The register of hazards (隐患排查治理台账), in its short form of twelve columns, or thirteen with a day a
/// cell.
public struct HazardRegister: Written {
  let bureau: Bureau
  let language: Language
  let hasDayPerCell: Bool

  /// The register of some hazards, in their order.
  ///
  /// - Parameters:
  ///   - today: The day on which it is printed.
  ///   - hasDayPerCell: Whether the days of mending and of verification stand apart, for a spreadsheet to
  ///     sort by.
  public static func document(
    hazards: [Hazard], bureau: Bureau, size: Document.PaperSize = .a4, today: Day,
    hasDayPerCell: Bool = false, language: Language
  ) -> Document {
    let register = HazardRegister(
      bureau: bureau, language: language, hasDayPerCell: hasDayPerCell)
    let (name, printed) = (bureau.organization.name, register.prose(today))
    return Document(
      language: language,
      title: Bilingual(
        zh: "\(name)安全隐患排查治理台账", en: "\(name): Register of Hazards")[language],
      subtitle: [
        Bilingual(
          zh: "截至\(printed.zh)，共\(hazards.count)项",
          en: "As of \(printed.en); hazards listed: \(hazards.count)")[language]
      ],
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: bureau.organization.name,
      blocks: [
        .table(
          .init(
            columns: register.columns,
            rows: hazards.enumerated().map { register.row($0.offset + 1, $0.element) }))
      ], isLandscape: true, size: size, keepsWordsWhole: true)
  }

  private var columns: [Document.Column] {
    [
      numbers(Bilingual(zh: "序号", en: "No."), 5), marks(Bilingual(zh: "编号", en: "Number"), 9),
      days(Bilingual(zh: "排查日期", en: "Found"), 10),
      words(Bilingual(zh: "部位", en: "Place"), 8), words(Bilingual(zh: "科室", en: "Section"), 9),
      words(Bilingual(zh: "隐患描述", en: "Hazard"), 13),
      marks(Bilingual(zh: "类别", en: "Category"), 9),
      persons(Bilingual(zh: "责任人", en: "Person"), 8),
      days(Bilingual(zh: "整改期限", en: "Due"), 10),
      marks(Bilingual(zh: "状态", en: "State"), 9),
    ]
      + (hasDayPerCell
        ? [
          days(Bilingual(zh: "完成日期", en: "Mended"), 10),
          days(Bilingual(zh: "复查日期", en: "Verified"), 10),
        ] : [marks(Bilingual(zh: "完成/复查日期", en: "Mended / verified"), 10)])
      + [days(Bilingual(zh: "销号日期", en: "Closed"), 10)]
  }

  private func row(_ number: Int, _ hazard: Hazard) -> [String] {
    let ends = [hazard.rectified, hazard.verified].map { $0?.day.description ?? "" }
    return [
      "\(number)", hazard.id.rawValue, hazard.reported.description,
      hazard.whereabouts(in: bureau, language), bureau.name(hazard.section),
      hazard.report.text, hazard.report.category.name[language], bureau.name(hazard.person),
      hazard.deadline?.description ?? "", hazard.state.name[language],
    ] + (hasDayPerCell ? ends : [ends.filter { !$0.isEmpty }.joined(separator: "\n")])
      + [hazard.closed?.day.description ?? ""]
  }
}
