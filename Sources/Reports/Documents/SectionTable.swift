import Almanac
import Canvas
import Domain

/// How the hazards of each section stand, as a table of a summary.
struct SectionTable: Written {
  let sections: [MonthlySummary.SectionCount]
  let total: HazardFigures
  let names: Names
  let language: Language

  var block: Document.Block {
    .table(
      .init(
        columns: [
          words(Bilingual(zh: "科室", en: "Section"), 6),
          numbers(Bilingual(zh: "登记（项）", en: "Found"), 3),
          numbers(Bilingual(zh: "未销号", en: "Open"), 3),
          numbers(Bilingual(zh: "其中逾期", en: "Overdue"), 3),
        ],
        rows: sections.map { row in
          [name(row.section), "\(row.found)", "\(row.open)", "\(row.overdue)"]
        } + [
          [
            Bilingual(zh: "合计", en: "Total")[language], "\(total.opened)", "\(total.open)",
            "\(total.overdue)",
          ]
        ], hasTotal: true))
  }

  private func name(_ section: Section.ID?) -> String {
    section == nil ? Bilingual(zh: "未定科室", en: "no section")[language] : names.name(section)
  }
}
