import Almanac
import Canvas
import Domain

/// The incidents of a period and what its nil reports say, as a part of a summary.
struct IncidentTable: Written {
  let figures: IncidentFigures
  let language: Language

  var blocks: [Document.Block] {
    let statement = paragraph(figures.statement)
    guard !figures.incidents.isEmpty else { return [statement] }
    return [
      statement,
      .table(
        .init(
          columns: [
            marks(Bilingual(zh: "编号", en: "Number"), 6),
            marks(Bilingual(zh: "发生时间", en: "When"), 8),
            words(Bilingual(zh: "类别", en: "Sort"), 5),
            words(Bilingual(zh: "简要经过", en: "What happened"), 16),
          ],
          rows: figures.incidents.map { line in
            [line.id.rawValue, line.at.dayAndTime, line.kind.name[language], line.what]
          })),
    ]
  }
}
