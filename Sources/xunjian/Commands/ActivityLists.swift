import Almanac
import ArgumentParser
import Domain
import Ledger
import Reports

/// The entries, the latest first.
struct ActivityList: ParsableCommand {
  static let configuration = about("list", zh: "列出活动", en: "list the activities")

  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "只列这个种类", en: "only those of this kind")) var kind: String?
  @Option(parsing: .unconditional, help: help(zh: "从哪天", en: "from this day")) var from: TypedDay?
  @Option(parsing: .unconditional, help: help(zh: "到哪天", en: "to this day")) var to: TypedDay?
  @Flag(help: help(zh: "作废的也列", en: "withdrawn ones too")) var all = false
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let language = session.language
    let book = try session.activityBook()
    let kind = try kind.map(book.kind(named:))
    let days = (from?.day(today: session.today), to?.day(today: session.today))
    let shown = book.activities.filter { activity in
      let content = activity.content
      return (all || activity.stands) && (kind == nil || content.kind == kind?.id)
        && (days.0.map { content.day >= $0 } ?? true) && (days.1.map { content.day <= $0 } ?? true)
    }
    let bureau = try session.ledger.bureau()
    try output.print(
      shown.map { ActivityJSON($0, book.kind(of: $0)) },
      keys: ["id", "day", "kind", "title", "values", "persons", "state"],
      heading: [
        Bilingual(zh: "编号", en: "Number"), Bilingual(zh: "日期", en: "Day"),
        Bilingual(zh: "种类", en: "Kind"), Bilingual(zh: "标题内容", en: "What"),
        Bilingual(zh: "情况", en: "Particulars"), Bilingual(zh: "人员", en: "Persons"),
        Bilingual(zh: "状态", en: "State"),
      ],
      rows: shown.map { activity in
        let (content, kind) = (activity.content, book.kind(of: activity))
        return [
          activity.id.rawValue, content.day.description,
          output.isForPeople ? kind?.name[language] ?? "" : content.kind.rawValue, content.title,
          ActivityText.values(content, kind, bureau, language),
          bureau.listed(content.persons)[language],
          (activity.stands
            ? Bilingual(zh: "有效", en: "recorded") : Bilingual(zh: "已作废", en: "withdrawn"))[
              language],
        ]
      })
  }
}

/// An entry in lines.
enum ActivityText {
  static func values(
    _ content: Activity.Content, _ kind: ActivityKind?, _ bureau: Bureau, _ language: Language
  ) -> String {
    (kind?.fields ?? []).compactMap { field in
      content.values[field.id].map {
        field.name[language] + Bilingual(zh: "：", en: ": ")[language]
          + field.words($0, bureau)[language]
      }
    }.joined(separator: Bilingual(zh: "；", en: "; ")[language])
  }
}

/// One entry with all that came of it.
struct ActivityShow: ParsableCommand {
  static let configuration = about("show", zh: "看一条活动", en: "show an activity")

  @OptionGroup var act: ActivityActOptions

  func run() throws {
    let session = try Session(act.options)
    let (language, bureau) = (session.language, try session.ledger.bureau())
    let activity = try session.activity(act.id)
    let kind = try session.activityBook().kind(of: activity)
    if act.json { return try Output.json(ActivityJSON(activity, kind)) }
    let content = activity.content
    Output.line(
      "\(activity.id)  \(kind?.name[language] ?? "")  \(content.day)  \(content.title)")
    func tell(_ name: Bilingual, _ text: String) {
      if !text.isEmpty { Output.line(name[language] + text) }
    }
    tell(Bilingual(zh: "地点：", en: "Where: "), content.place ?? "")
    tell(Bilingual(verbatim: ""), ActivityText.values(content, kind, bureau, language))
    tell(Bilingual(zh: "人员：", en: "Persons: "), bureau.listed(content.persons)[language])
    if kind?.isCirculated == true {
      tell(Bilingual(zh: "未阅：", en: "Not read by: "), bureau.listed(activity.unread)[language])
    }
    tell(Bilingual(zh: "附件：", en: "Paper: "), content.file?.particulars ?? "")
    for (index, resolution) in content.resolutions.enumerated() {
      let state =
        activity.closing(index + 1).map {
          Bilingual(zh: "\($0.step.day) 办结", en: "done \($0.step.day)")
        } ?? Bilingual(zh: "待办", en: "open")
      Output.line(
        "\(index + 1). \(resolution.typed(bureau)[language])  \(state[language])")
    }
    for entry in try session.ledger.timeline(.activity(activity.id)) {
      guard case .activity(let event) = entry.event else { continue }
      let who = bureau.name(entry.stamp.actor, for: entry.stamp.standsFor)[language]
      let note = event.note.map { "  " + $0 } ?? ""
      Output.line("  \(entry.stamp.at.dayAndTime)  \(who)  \(event.name[language])\(note)")
    }
  }
}

/// What was done in a period.
struct ActivityTotalsCommand: ParsableCommand {
  static let configuration = about("totals", zh: "一个时段的合计", en: "the totals of a period")

  @OptionGroup var options: GlobalOptions
  @Option(
    help: help(
      zh: "时段，如 2026、2026-H2、2026-Q3、2026-11；不填则本月",
      en: "the period, as 2026, 2026-H2, 2026-Q3 or 2026-11; this month if left out"))
  var period: SummaryPeriod?
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let language = session.language
    let totals = try session.activityTotals(of: period ?? .month(session.today.month))
    if json { return try Output.json(ActivityTotalsJSON(totals)) }
    Output.table(
      [
        Bilingual(zh: "种类", en: "Kind"), Bilingual(zh: "项目", en: "Figure"),
        Bilingual(zh: "本期", en: "Period"), Bilingual(zh: "上期", en: "Before"),
        Bilingual(zh: "目标、占比", en: "Target, share"),
      ].map { $0[language] },
      totals.groups.flatMap { group in
        group.rows.map { row in
          let isEntries = row.figure.part == .entries
          return [
            isEntries ? group.kind.name[language] : "",
            isEntries ? Bilingual(zh: "条数", en: "entries")[language] : row.name[language],
            "\(row.value)", row.before.map { "\($0)" } ?? "-",
            row.target.map { "\(row.value)/\($0)" } ?? row.shareText,
          ]
        }
      })
  }
}

/// The register of a period on paper.
struct ActivitiesReport: ParsableCommand {
  static let configuration = about(
    "activities", zh: "工作台账：一个时段的合计与明细", en: "the register of activities of a period")

  @OptionGroup var options: GlobalOptions
  @Option(
    help: help(
      zh: "时段，如 2026、2026-H2、2026-Q3、2026-11",
      en: "the period, as 2026, 2026-H2, 2026-Q3 or 2026-11"))
  var period: SummaryPeriod
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let totals = try session.activityTotals(of: period)
    try output.send(
      ActivityReport.document(
        totals, bureau: session.ledger.bureau(), language: session.language),
      json: ActivityTotalsJSON(totals), on: session.today)
  }
}
