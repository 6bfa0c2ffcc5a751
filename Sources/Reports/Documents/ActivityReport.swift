import Almanac
import Canvas
import Domain

/// The register of activities of a period on paper (工作台账): what was done by kind and field beside the period
/// before, how each figure is counted, then entry by entry.
public struct ActivityReport: Written {
  let totals: ActivityTotals
  let bureau: Bureau
  let language: Language

  /// The document of a period.
  public static func document(
    _ totals: ActivityTotals, bureau: Bureau, language: Language
  ) -> Document {
    let report = ActivityReport(totals: totals, bureau: bureau, language: language)
    let (name, period) = (bureau.organization.name, totals.period.prose)
    return Document(
      language: language,
      title: Bilingual(
        zh: "\(name)\(period.zh)工作台账", en: "\(name): Register of Activities, \(period.en)")[
          language],
      subtitle: report.head,
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: name,
      blocks: report.figures + report.notes + report.entries + [
        report.signatures([
          Bilingual(zh: "填报人", en: "Filled in by"), Bilingual(zh: "审核人", en: "Checked by"),
        ])
      ], keepsWordsWhole: true)
  }

  private var head: [String] {
    let (counted, staff) = (prose(totals.countedOn), totals.staff)
    return [
      Bilingual(
        zh: "数据截至：\(counted.zh)，按现在的记录；当日在职 \(staff) 人",
        en: "Data as of \(counted.en), on the records of now; \(staff) in office that day")[
          language]
    ]
  }

  private var figures: [Document.Block] {
    [
      heading(Bilingual(zh: "一、合计", en: "1. Totals")),
      .table(
        .init(
          columns: [
            words(Bilingual(zh: "项目", en: "Figure"), 8),
            numbers(Bilingual(zh: "本期", en: "Period"), 2),
            numbers(Bilingual(zh: "上期", en: "Before"), 2),
            numbers(Bilingual(zh: "增减", en: "Change"), 2),
            marks(Bilingual(zh: "目标、占比", en: "Target, share"), 3),
          ],
          rows: totals.groups.flatMap(\.rows).map { row in
            let isEntries = row.figure.part == .entries
            return [
              (isEntries ? "" : Bilingual(zh: "　　", en: "– ")[language]) + row.name[language],
              "\(row.value)", row.before.map { "\($0)" } ?? "-",
              row.before.map { row.value > $0 ? "+\(row.value - $0)" : "\(row.value - $0)" } ?? "",
              row.target.map { "\(row.value)/\($0)" } ?? row.shareText,
            ]
          })),
    ]
  }

  /// How each figure is counted, each way once.
  private var notes: [Document.Block] {
    let rows = totals.groups.flatMap(\.rows)
    let named = rows.reduce(into: [(Bilingual, Bilingual)]()) { list, row in
      if !list.contains(where: { $0.1 == row.definition }) {
        list.append((row.figure.part.wayOfCounting, row.definition))
      }
    }
    guard !named.isEmpty else { return [] }
    let lines = named.map { name, definition in
      Bilingual(zh: "\(name.zh)：\(definition.zh)", en: "\(name.en): \(definition.en)")
    }
    return [
      paragraph(
        Bilingual(
          zh: "计数说明：" + lines.map(\.zh).joined(separator: "；") + "。",
          en: "How it is counted: " + lines.map(\.en).joined(separator: "; ") + "."))
    ]
      + (totals.groups.contains { $0.rows.contains { $0.before == nil } }
        ? [
          paragraph(
            Bilingual(zh: "上期没有记录，不作比较。", en: "There is no record of the period before."))
        ] : [])
  }

  private var entries: [Document.Block] {
    let heading = heading(Bilingual(zh: "二、明细", en: "2. Entry by entry"))
    guard !totals.activities.isEmpty else {
      return [heading, paragraph(Bilingual(zh: "本期没有登记。", en: "Nothing was recorded."))]
    }
    return [heading]
      + totals.groups.flatMap { group -> [Document.Block] in
        let activities = totals.activities.filter { $0.content.kind == group.kind.id }
        guard !activities.isEmpty else { return [] }
        let count = activities.count
        return [
          subheading(
            group.kind.name
              + Bilingual(zh: "（\(count)条）", en: " (\(count))")),
          .table(
            .init(
              columns: [
                days(Bilingual(zh: "日期", en: "Date"), 6),
                words(Bilingual(zh: "标题内容", en: "What"), 9),
                words(Bilingual(zh: "情况", en: "Particulars"), 9),
                persons(Bilingual(zh: "人员", en: "Persons"), 6),
                marks(Bilingual(zh: "编号", en: "Number"), 7),
              ],
              rows: activities.map { row($0, group.kind) })),
        ]
      }
  }

  private func row(_ activity: Activity, _ kind: ActivityKind) -> [String] {
    let content = activity.content
    let values = kind.fields.compactMap { field in
      content.values[field.id].map { value in
        field.name + Bilingual(zh: "：", en: ": ") + field.words(value, bureau)
      }
    }
    let place = content.place.map { [Bilingual(zh: "地点：\($0)", en: "Where: \($0)")] } ?? []
    let resolutions = content.resolutions.enumerated().map { index, resolution in
      let words = resolution.typed(bureau)
      let state =
        activity.closing(index + 1).map {
          Bilingual(zh: "（\($0.step.day) 办结）", en: " (done \($0.step.day))")
        } ?? Bilingual(zh: "（未办结）", en: " (open)")
      return Bilingual(zh: "议定：\(words.zh)", en: "Resolved: \(words.en)") + state
    }
    return [
      content.day.description, content.title,
      (place + values + resolutions).map { $0[language] }.joined(separator: "\n"),
      listed(content.persons.map { bureau.name($0) }), activity.id.rawValue,
    ]
  }
}

extension ActivityFigure.Part {
  /// What sort of figure it is, as notes on counting call it.
  fileprivate var wayOfCounting: Bilingual {
    switch self {
    case .entries: Bilingual(zh: "各种类", en: "kinds")
    case .sum: Bilingual(zh: "数量栏", en: "counts")
    case .choice: Bilingual(zh: "选项栏", en: "choices")
    case .flag: Bilingual(zh: "是否栏", en: "yes or no")
    case .persons: Bilingual(zh: "本单位人员", en: "persons of the office")
    case .named: Bilingual(zh: "人员栏", en: "persons in a field")
    }
  }
}
