import Almanac
import Canvas
import Domain

/// The year's plan of work (年度工作计划): goals and measures with who sees to them, by when, and how far they are.
public struct GoalsPaper: Written {
  let goals: [GoalProgress]
  let year: Int
  let bureau: Bureau
  let kinds: [ActivityKind]
  let day: Day
  let language: Language

  /// The plan of a year as it stands on a day.
  ///
  /// - Parameter kinds: The kinds of activities, for the names of what counts.
  public static func document(
    _ goals: [GoalProgress], year: Int, bureau: Bureau, kinds: [ActivityKind], on day: Day,
    language: Language
  ) -> Document {
    let paper = GoalsPaper(
      goals: goals.filter { $0.state != .withdrawn }, year: year, bureau: bureau, kinds: kinds,
      day: day, language: language)
    let name = bureau.organization.name
    return Document(
      language: language,
      title: Bilingual(
        zh: "\(name)\(year)年安全工作计划（目标与措施）",
        en: "\(name): Safety Plan for \(year), Goals and Measures")[language],
      subtitle: [paper.head[language]],
      running: Organization.runningLine(isPractice: bureau.isPractice, in: language),
      author: name,
      blocks: paper.body + [
        paper.signatures(
          paper.signers(bureau.organization.paperRule) + [Bilingual(zh: "日期", en: "Date")])
      ], isLandscape: true, keepsWordsWhole: true)
  }

  private var head: Bilingual {
    func count(_ state: GoalProgress.State) -> Int { goals.count { $0.state == state } }
    let (date, all) = (prose(day), goals.count)
    let (done, late) = (count(.done), count(.late))
    return Bilingual(
      zh: "截至\(date.zh)：共\(all)项，已完成\(done)项，逾期\(late)项",
      en: "As of \(date.en): \(counted(all, "measure")), \(done) done, \(late) late")
  }

  private var body: [Document.Block] {
    guard !goals.isEmpty else {
      return [paragraph(Bilingual(zh: "本年没有列入目标措施。", en: "Nothing is planned for this year."))]
    }
    let aims = goals.map(\.goal.content.aim).reduce(into: [String]()) { list, aim in
      if !list.contains(aim) { list.append(aim) }
    }
    let isCounted = goals.contains { $0.goal.content.tie != nil }
    return [
      .table(
        .init(
          columns: [
            numbers(Bilingual(zh: "序号", en: "No."), 4),
            words(Bilingual(zh: "工作目标", en: "Goal"), 11),
            words(Bilingual(zh: "工作措施", en: "Measure"), 15),
            marks(Bilingual(zh: "责任人", en: "Owner"), 6),
            days(Bilingual(zh: "完成时限", en: "Due"), 9),
            words(Bilingual(zh: "对应台账", en: "Counted by"), 9),
            marks(Bilingual(zh: "进度", en: "Progress"), 5),
            marks(Bilingual(zh: "状态", en: "State"), 7),
            words(Bilingual(zh: "情况", en: "Remarks"), 12),
          ],
          rows: aims.flatMap { aim in goals.filter { $0.goal.content.aim == aim } }
            .enumerated().map { row($0 + 1, $1) }))
    ]
      + (isCounted
        ? [
          paragraph(
            Bilingual(
              zh: "计数说明：对应检查计划的，为本年内到期且已查完的轮次/本年到完成时限应查的轮次；对应活动的，"
                + "为工作台账里本年登记的条数/目标数；其余由责任人报告。",
              en:
                "How it is counted: for an inspection plan, its rounds of the year that are done of "
                + "those due up to the measure's due day; for activities, the entries of the year of "
                + "the number wanted; the others are reported by their owners."))
        ] : [])
  }

  private func row(_ number: Int, _ progress: GoalProgress) -> [String] {
    let content = progress.goal.content
    return [
      "\(number)", content.aim, content.text, bureau.name(content.owner),
      content.due.description, tie(content.tie), progress.fraction,
      progress.state.name[language],
      ([progress.setback?[language]].compactMap(\.self)
        + progress.goal.notes.map { "\($0.step.day.monthAndDay) \($0.text)" })
        .joined(separator: "\n"),
    ]
  }

  private func tie(_ tie: Goal.Tie?) -> String {
    switch tie {
    case .plan(let id)?: bureau.plan(id)?.title[language] ?? id.rawValue
    case .activity(let id, let count)?:
      (kinds.first { $0.id == id }?.name[language] ?? id.rawValue) + " ×\(count)"
    case nil: ""
    }
  }
}
