import Almanac
import Canvas
import Domain

/// A quarter or a year on paper (季度、年度安全检查情况汇总), beside the one before.
///
/// Every figure is one of the summary's, or the sum of a column of them.
public struct PeriodReport: Written {
  let summary: PeriodSummary
  let language: Language

  /// The document of a quarter or a year.
  public static func document(
    _ summary: PeriodSummary, templates: Templates, language: Language
  ) -> Document {
    PeriodReport(summary: summary, language: language).document(templates)
  }

  private var names: Names { summary.names }
  private var total: RoundLine { RoundLine(summary.rounds) }

  private func document(_ templates: Templates) -> Document {
    let words = templates.words(.period, values, in: language)
    return Document(
      language: language, title: words.line("title"),
      subtitle: [words.line("period"), words.line("counted")],
      running: Organization.runningLine(
        isPractice: names.isPractice,
        isProvisional: (summary.rounds + summary.next).contains(where: \.isProvisional),
        in: language),
      author: names.organization,
      blocks: words.blocks("opening") + figures + months + rounds + lapses + categories + places
        + open + decisions + plan + incidents + notes + words.blocks("closing") + foot)
  }

  private var values: Templates.Values {
    let before = summary.before?.hazards
    return summaryValues(summary.figures, total, of: names, days: summary.period.days).merging([
      "period": summary.period.prose[language], "hasBefore": before != nil,
      "openedBefore": before?.opened ?? 0, "closedBefore": before?.closed ?? 0,
    ]) { $1 }
  }

  private var figures: [Document.Block] {
    let before = summary.before
    return [
      heading(Bilingual(zh: "一、主要数据", en: "1. Main figures")),
      .table(
        .init(
          columns: [
            words(Bilingual(zh: "项目", en: "Figure"), 6),
            numbers(Bilingual(zh: "本期", en: "Period"), 2),
            numbers(Bilingual(zh: "上期", en: "Before"), 2),
            numbers(Bilingual(zh: "增减", en: "Change"), 2),
          ],
          rows: FigureRow.all.map { row in
            let (now, then) = (row.value(summary.figures), before.map(row.value) ?? "-")
            return [row.name[language], now, then, Self.change(from: then, to: now)]
          })),
    ]
      + (before == nil
        ? [paragraph(Bilingual(zh: "上期没有记录，不作比较。", en: "There is no record of the period before."))]
        : [])
  }

  /// The difference of two whole numbers, with its sign; nothing for shares and what is not there.
  private static func change(from before: String, to now: String) -> String {
    guard let before = Int(before), let now = Int(now) else { return "" }
    return now > before ? "+\(now - before)" : "\(now - before)"
  }

  private var months: [Document.Block] {
    [
      heading(Bilingual(zh: "二、各月情况", en: "2. Month by month")),
      .table(
        .init(
          columns: [
            marks(Bilingual(zh: "月份", en: "Month"), 6),
            numbers(Bilingual(zh: "轮次", en: "Rounds"), 4),
            numbers(Bilingual(zh: "应检", en: "Asked"), 4),
            numbers(Bilingual(zh: "已检", en: "Done"), 4),
            numbers(Bilingual(zh: "漏检", en: "Missed"), 4),
            numbers(Bilingual(zh: "完成率", en: "Rate"), 5),
            numbers(Bilingual(zh: "登记隐患", en: "Found"), 5),
            numbers(Bilingual(zh: "销号", en: "Closed"), 4),
            numbers(Bilingual(zh: "月末未销号", en: "Open then"), 6),
          ],
          rows: summary.months.map { month in
            let (walks, hazards) = (month.completion, month.hazards)
            return [
              month.month.description, "\(walks.rounds)", "\(walks.total)", "\(walks.done)",
              "\(walks.missed)", walks.rate, "\(hazards.opened)", "\(hazards.closed)",
              "\(hazards.open)",
            ]
          }, bars: 6)),
    ]
  }

  private var rounds: [Document.Block] {
    let heading = heading(Bilingual(zh: "三、检查轮次完成情况", en: "3. Rounds and their completion"))
    guard !summary.rounds.isEmpty else {
      return [
        heading, paragraph(Bilingual(zh: "本期无到期检查轮次。", en: "No round was due in the period.")),
      ]
    }
    let lines = RoundLine.gathered(summary.rounds)
    return [heading, RoundTable(lines: lines, total: total, language: language).block]
      + RoundTable.notes(language) + provisionalNote(summary.rounds)
  }

  private static let span = Bilingual(zh: "本期", en: "in the period")

  private var lapses: [Document.Block] {
    let table = LapseTable(
      lapses: summary.lapses, rounds: summary.rounds, names: names, span: Self.span,
      year: summary.period.year, language: language)
    return [heading(Bilingual(zh: "四、漏检、补检及原因", en: "4. Missed and late checks"))]
      + table.blocks
  }

  private var categories: [Document.Block] {
    let heading = heading(Bilingual(zh: "五、隐患分布", en: "5. Where hazards were found"))
    guard !summary.byCategory.isEmpty || !summary.bySection.isEmpty else {
      return [
        heading, paragraph(Bilingual(zh: "本期未登记隐患。", en: "No hazard was registered.")),
      ]
    }
    let found = summary.figures.hazards.opened
    return [
      heading, subheading(Bilingual(zh: "（一）按类别", en: "By category")),
      .table(
        .init(
          columns: [
            words(Bilingual(zh: "类别", en: "Category"), 5),
            numbers(Bilingual(zh: "发现问题（项）", en: "Findings"), 3),
            numbers(Bilingual(zh: "登记隐患（项）", en: "Hazards"), 3),
            numbers(Bilingual(zh: "占比", en: "Share"), 3),
            numbers(Bilingual(zh: "上期登记（项）", en: "Before"), 3),
          ],
          rows: summary.byCategory.map { row in
            [
              row.category.name[language], "\(row.findings)", "\(row.found)",
              percentage(row.found, of: found), summary.before == nil ? "-" : "\(row.before)",
            ]
          }, bars: 2, beside: summary.before == nil ? nil : 4)),
      subheading(Bilingual(zh: "（二）按科室", en: "By section")),
      SectionTable(
        sections: summary.bySection, total: summary.figures.hazards, names: names,
        language: language
      ).block,
    ]
  }

  /// The places with the most hazards.
  private var places: [Document.Block] {
    guard !summary.byPlace.isEmpty else { return [] }
    return [
      subheading(
        Bilingual(
          zh: "（三）按场所（最多的，至多十处）", en: "By place, those with the most, ten at most")),
      .table(
        .init(
          columns: [
            words(Bilingual(zh: "场所", en: "Place"), 6),
            words(Bilingual(zh: "科室", en: "Section"), 6),
            numbers(Bilingual(zh: "发现问题（项）", en: "Findings"), 3),
            numbers(Bilingual(zh: "登记隐患（项）", en: "Hazards"), 3),
          ],
          rows: summary.byPlace.prefix(10).map { row in
            [
              names.name(row.place), names.name(row.section), "\(row.findings ?? 0)",
              "\(row.found)",
            ]
          }, bars: 3)),
    ]
  }

  private var open: [Document.Block] {
    [heading(Bilingual(zh: "六、未销号隐患", en: "6. Hazards still open"))]
      + OpenHazards(
        hazards: summary.open, names: names, countedOn: summary.countedOn, language: language
      ).blocks
  }

  private var decisions: [Document.Block] {
    let table = DecisionTable(
      hazards: summary.decisions, names: names, countedOn: summary.countedOn, span: Self.span,
      language: language)
    return [heading(Bilingual(zh: "七、提请领导决定的事项", en: "7. What leaders should decide"))]
      + table.blocks
  }

  /// The rounds of the next period; after a year, which document has them.
  private var plan: [Document.Block] {
    let heading = heading(Bilingual(zh: "八、下期检查计划", en: "8. Plan of the next period"))
    guard let planned = summary.period.planned else {
      let next = summary.period.next.year
      return [
        heading,
        paragraph(
          Bilingual(
            zh: "见《\(next)年度检查计划表》。", en: "See the plan of checks of \(next), a paper of its own.")),
      ]
    }
    let table = PlanTable(
      rounds: summary.next, name: planned.prose, year: planned.year, language: language)
    return [heading] + table.blocks
  }

  private var incidents: [Document.Block] {
    [heading(Bilingual(zh: "九、事故（事件）与零报告", en: "9. Incidents and nil reports"))]
      + IncidentTable(figures: summary.incidents, language: language).blocks
  }

  private var notes: [Document.Block] {
    definitions + [
      paragraph(
        Bilingual(
          zh: "按现有记录统计，月结以后补记的也计入；上期数截至上期最后一日。",
          en: """
            All is counted on the records of now, late entries for sealed months included; the period \
            before is counted on its last day.
            """))
    ]
  }

  private var foot: [Document.Block] { summaryFoot(names.papers ?? PaperRule()) }
}
