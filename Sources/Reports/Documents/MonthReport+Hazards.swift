import Almanac
import Canvas
import Domain

extension MonthReport {
  /// The month's findings and hazards by category and place, its hazards by section.
  var found: [Document.Block] {
    let heading = heading(Bilingual(zh: "四、隐患分布", en: "4. Where hazards were found"))
    let hazards = summary.figures.hazards
    let none = paragraph(
      Bilingual(zh: "本月未登记新隐患。", en: "No hazard was registered this month."))
    let start = hazards.opened == 0 ? [heading, none] : [heading]
    return start + byCategory(hazards) + bySection(hazards) + byPlace
  }

  private func byCategory(_ hazards: HazardFigures) -> [Document.Block] {
    guard !summary.byCategory.isEmpty else { return [] }
    return [
      .table(
        .init(
          columns: [words(Bilingual(zh: "类别", en: "Category"), 6)] + findingsColumn
            + [foundColumn, numbers(Bilingual(zh: "占比", en: "Share"), 3)],
          rows: summary.byCategory.map { row in
            [row.category.name[language]] + cell(row.findings)
              + ["\(row.found)", percentage(row.found, of: hazards.opened)]
          } + [
            [totalLabel] + cell(summary.figures.findings)
              + ["\(hazards.opened)", percentage(hazards.opened, of: hazards.opened)]
          ],
          hasTotal: true))
    ]
  }

  private func bySection(_ hazards: HazardFigures) -> [Document.Block] {
    guard !summary.bySection.isEmpty else { return [] }
    return [
      SectionTable(
        sections: summary.bySection, total: hazards, names: names, language: language
      ).block
    ]
  }

  private var byPlace: [Document.Block] {
    guard !summary.byPlace.isEmpty else { return [] }
    return [
      .table(
        .init(
          columns: [
            words(Bilingual(zh: "场所", en: "Place"), 6),
            words(Bilingual(zh: "科室", en: "Section"), 6),
          ] + findingsColumn + [foundColumn],
          rows: summary.byPlace.map { row in
            [names.name(row.place), names.name(row.section)] + cell(row.findings) + ["\(row.found)"]
          }))
    ]
  }

  private var countsFindings: Bool { form >= 5 }
  private var findingsColumn: [Document.Column] {
    countsFindings ? [numbers(Bilingual(zh: "发现问题（项）", en: "Findings"), 3)] : []
  }
  private func cell(_ findings: Int?) -> [String] {
    countsFindings ? ["\(findings ?? 0)"] : []
  }

  private var foundColumn: Document.Column {
    countsFindings
      ? numbers(Bilingual(zh: "登记隐患（项）", en: "Hazards"), 3)
      : numbers(Bilingual(zh: "登记（项）", en: "Found"), 3)
  }
  private var totalLabel: String { Bilingual(zh: "合计", en: "Total")[language] }

  /// The hazards still open, most pressing first.
  var open: [Document.Block] {
    let heading = heading(Bilingual(zh: "五、未销号隐患", en: "5. Hazards still open"))
    return [heading]
      + OpenHazards(
        hazards: summary.open, names: names, countedOn: summary.countedOn, language: language
      ).blocks
  }
}
