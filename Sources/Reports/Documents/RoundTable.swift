import Almanac
import Canvas
import Domain

/// Rounds and how far they were walked, as a table of a summary.
struct RoundTable: Written {
  let lines: [RoundLine]
  let total: RoundLine
  let language: Language

  var block: Document.Block {
    .table(
      .init(
        columns: [
          words(Bilingual(zh: "轮次", en: "Round"), 12),
          days(Bilingual(zh: "应完成日", en: "Due"), 8, in: year),
          numbers(Bilingual(zh: "应检", en: "Asked"), 5),
          numbers(Bilingual(zh: "已检", en: "Done"), 4),
          numbers(Bilingual(zh: "补检", en: "Late"), 4),
          numbers(Bilingual(zh: "漏检", en: "Missed"), 5),
          numbers(Bilingual(zh: "免查", en: "Excused"), 6),
          numbers(Bilingual(zh: "完成率", en: "Rate"), 6),
        ],
        rows: lines.map { row($0, title: $0.title, due: $0.due) }
          + [row(total, title: Bilingual(zh: "合计", en: "Total"), due: Bilingual(verbatim: ""))],
        hasTotal: true))
  }

  /// That of all its rounds, for their days are written without it.
  private var year: Int? { lines.first?.members.first?.due.year }

  /// How it is counted.
  static func notes(_ language: Language) -> [Document.Block] {
    [
      .paragraph(
        Bilingual(
          zh: "注：已检含补检；漏检含漏检后补检的；免查不计入应检。",
          en: "Done includes late; missed includes what was made up since; excused is not asked.")[
            language])
    ]
  }

  private func row(_ line: RoundLine, title: Bilingual, due: Bilingual) -> [String] {
    [title[language], due[language]]
      + [line.total, line.done, line.late, line.missed, line.excused].map(String.init)
      + [line.rate]
  }
}
