import Almanac
import Canvas
import Domain

/// The monthly summary on paper (月度安全检查情况汇总).
///
/// Every figure is one of the summary's, or the sum of a column of them.
public struct MonthReport: Written {
  let summary: MonthlySummary
  let language: Language
  let lines: [RoundLine]
  private let templates: Templates

  /// The document of a month.
  ///
  /// - Parameters:
  ///   - sealed: The seal that the summary was taken from and its code; nil for the records of now.
  ///   - templates: Its wording; of a sealed month that which was pinned to it.
  public static func document(
    _ summary: MonthlySummary, sealed: (seal: Seal, code: CheckCode)? = nil,
    templates: Templates, language: Language
  ) -> Document {
    MonthReport(summary: summary, sealed: sealed, templates: templates, language: language)
      .document
  }

  private let sealed: (seal: Seal, code: CheckCode)?

  private init(
    summary: MonthlySummary, sealed: (seal: Seal, code: CheckCode)?, templates: Templates,
    language: Language
  ) {
    self.summary = summary
    self.sealed = sealed
    self.templates = templates
    self.language = language
    lines = RoundLine.gathered(summary.rounds)
  }

  var names: Names { summary.names }
  var year: Int { summary.month.year }
  var total: RoundLine { RoundLine(summary.rounds) }

  private var document: Document {
    let words = templates.words(.month, values, in: language)
    return Document(
      language: language, title: words.line("title"),
      subtitle: [words.line("period"), words.line("counted")] + amendment.map { $0[language] },
      running: running, author: names.organization,
      blocks: words.blocks("opening") + figures + rounds + lapses + found + open + decisions + plan
        + incidents + lateEntries
        + counting + words.blocks("closing") + foot)
  }

  /// The line at the head of every page, with the check code of a sealed month.
  private var running: String {
    let line = Organization.runningLine(
      isPractice: names.isPractice, isProvisional: isProvisional, in: language)
    guard let code = sealed?.code else { return line }
    return line + "  " + Bilingual(zh: "校验码 \(code)", en: "Check code \(code)")[language]
  }

  /// The form of the paper: a sealed month keeps the one in which it was sealed, as ``Seal/form`` has it.
  var form: Int { sealed.map { $0.seal.form ?? 1 } ?? Seal.presentForm }

  /// Whether a date on it may still change.
  private var isProvisional: Bool {
    guard form >= 3 else { return false }
    return (summary.rounds + summary.next).contains(where: \.isProvisional)
  }

  /// How the figures are counted.
  private var counting: [Document.Block] {
    switch form {
    case ..<2: []
    case 2..<4: definitions(of: Figure.allCases.map(SummaryFigure.safety))
    case 4: definitions(of: SummaryFigure.all, Self.rates)
    default: definitions
    }
  }

  /// What is said of a seal that amends another or was forced.
  private var amendment: [Bilingual] {
    guard let seal = sealed?.seal, let reason = seal.reason else { return [] }
    var kinds: [Bilingual] = []
    if seal.number > 1 {
      kinds.append(
        Bilingual(zh: "第\(seal.number)次月结（更正）", en: "Seal no. \(seal.number), an amendment"))
    }
    if seal.isForced {
      kinds.append(
        seal.at.day > seal.month.last
          ? Bilingual(zh: "有草稿未签即月结", en: "Sealed over open drafts")
          : Bilingual(zh: "提前月结", en: "Sealed before the month's end"))
    }
    let names = kinds.map { $0[language] }.joined(separator: Bilingual(zh: "，", en: "; ")[language])
    return [Bilingual(zh: "\(names)：\(reason)", en: "\(names): \(reason)")]
  }

  private static let span = Bilingual(zh: "本月", en: "this month")

  private var lapses: [Document.Block] {
    let table = LapseTable(
      lapses: summary.lapses, rounds: summary.rounds, names: names, span: Self.span, year: year,
      language: language)
    return [heading(Bilingual(zh: "三、漏检、补检及原因", en: "3. Missed and late checks"))]
      + table.blocks
  }

  private var decisions: [Document.Block] {
    let table = DecisionTable(
      hazards: summary.decisions, names: names, countedOn: summary.countedOn, span: Self.span,
      language: language)
    return [heading(Bilingual(zh: "六、提请领导决定的事项", en: "6. What leaders should decide"))]
      + table.blocks
  }

  /// Next month's rounds.
  private var plan: [Document.Block] {
    let month = summary.month.next
    let table = PlanTable(
      rounds: summary.next, name: month.prose, year: month.year, language: language)
    return [heading(Bilingual(zh: "七、下月检查计划", en: "7. Next month's plan"))] + table.blocks
  }

  /// Nothing in months sealed before incidents were kept.
  private var incidents: [Document.Block] {
    guard let figures = summary.incidents else { return [] }
    return [
      heading(Bilingual(zh: "八、事故（事件）与零报告", en: "8. Incidents and nil reports"))
    ] + IncidentTable(figures: figures, language: language).blocks
  }

  /// What was recorded since for months already sealed.
  private var lateEntries: [Document.Block] {
    guard !summary.late.isEmpty else { return [] }
    return [
      summary.incidents == nil
        ? heading(Bilingual(zh: "八、月结后补记", en: "8. Recorded after the seal"))
        : heading(Bilingual(zh: "九、月结后补记", en: "9. Recorded after the seal")),
      .table(
        .init(
          columns: [
            days(Bilingual(zh: "归属日", en: "Counts for"), 5, in: year),
            days(Bilingual(zh: "记录日", en: "Recorded"), 5, in: year),
            words(Bilingual(zh: "事项", en: "What"), 5),
            words(Bilingual(zh: "记录编号", en: "Record"), 6),
            words(Bilingual(zh: "场所", en: "Place"), 8),
          ],
          rows: summary.late.map { entry in
            [
              short(entry.day, in: year), short(entry.recorded, in: year),
              entry.kind.name[language],
              entry.number.rawValue, names.name(entry.place),
            ]
          })),
    ]
  }

  private var values: Templates.Values {
    let days = summary.month.first...summary.month.last
    return summaryValues(summary.figures, total, of: names, days: days)
      .merging(["month": summary.month.prose[language]]) { $1 }
  }

  private var foot: [Document.Block] { summaryFoot(names.papers ?? PaperRule()) }
}
