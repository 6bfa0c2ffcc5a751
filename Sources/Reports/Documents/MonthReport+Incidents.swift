import Almanac
import Canvas
import Domain

extension MonthReport {
  /// The incidents of the month and what its nil reports say; nothing in months sealed before these were kept.
  var incidents: [Document.Block] {
    guard let figures = summary.incidents else { return [] }
    let head = [
      heading(Bilingual(zh: "八、事故（事件）与零报告", en: "8. Incidents and nil reports")),
      paragraph(figures.statement),
    ]
    guard !figures.incidents.isEmpty else { return head }
    return head + [
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
          }))
    ]
  }
}
