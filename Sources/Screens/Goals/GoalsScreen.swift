import Almanac
import Canvas
import Domain

/// The year's plan: measures with their progress, reported, changed, copied forward, and what counts for them.
struct GoalsScreen: ActScreen {
  /// What the numbered menu offers.
  enum Choice: ActChoice {
    case act(GoalAct)
    case copy
    case show

    var name: Bilingual {
      switch self {
      case .act(let act): act.name
      case .copy: Bilingual(zh: "整年沿用到下一年", en: "copy the year into the next")
      case .show: Bilingual(zh: "看年度工作计划", en: "show the plan on paper")
      }
    }
  }

  private var year: Int
  private var goals: [GoalProgress] = []
  private var book: ActivityBook?
  private var list = ActList(detailRows: 6)
  var menu: ActMenu<Choice>?
  var form: GoalForm?
  /// The one to be selected when the list comes.
  private var wanted: Goal.ID?

  init(_ year: Int, selecting id: Goal.ID? = nil) {
    self.year = year
    wanted = id
  }

  var tab: Tab { .today }
  var queries: [Query] { [.goals(year)] }
  func claims(_ key: Key, _ context: Context) -> Bool { list.isTyping || isCovered }

  private func shown(_ context: Context) -> [GoalProgress] {
    list.found(goals, look(context), context)
  }

  private func selected(_ context: Context) -> GoalProgress? { list.line(of: shown(context)) }

  func title(_ context: Context) -> String {
    let standing = goals.filter { $0.state != .withdrawn }
    let (done, late) = (
      standing.count { $0.state == .done }, standing.count { $0.state == .late }
    )
    let (year, all) = (year, standing.count)
    return list.title(
      [
        Bilingual(
          zh: "\(year)年工作计划  完成 \(done)/\(all)，逾期 \(late)",
          en: "Plan of \(year)  done \(done)/\(all), late \(late)"),
        Bilingual(zh: "\(year)年工作计划", en: "Plan of \(year)"),
      ], look(context), context)
  }

  func status(_ context: Context) -> String {
    guard selected(context)?.goal.content.tie != nil else { return "" }
    let key = context.keyMap.name(of: .figures)
    return context(
      Bilingual(zh: "\(key.zh) 看计数的轮次或登记", en: "\(key.en) opens what is counted"))
  }

  func actions(_ context: Context) -> [Action] {
    let goal = selected(context)
    let keeps = context.person.may(.keepGoals)
    return (goal == nil ? [] : [.acts]) + (goal?.goal.content.tie == nil ? [] : [.figures])
      + (keeps ? [.addGoal] : []) + [.previousYear, .nextYear]
      + (goals.isEmpty ? [] : [.print, .save]) + list.tools(goals, look(context))
  }

  mutating func take(_ answer: Reply, _ context: Context) -> [Step] {
    guard case .goals(year, let goals, let book) = answer else { return [] }
    self.goals = goals.filter { $0.state != .withdrawn } + goals.filter { $0.state == .withdrawn }
    self.book = book
    list.keep(shown(context), selecting: &wanted, context)
    return []
  }

  mutating func act(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .addGoal: form = GoalForm(nil, of: nil, year: year, kinds: book?.kinds ?? [], context)
    case .nextYear: return go(to: year + 1)
    case .previousYear: return go(to: year - 1)
    case .figures: return selected(context).map { behind($0, context) } ?? []
    case .acts:
      guard let goal = selected(context) else { return [] }
      let acts = GoalAct.possible(on: goal, for: context.person).map(Choice.act)
      menu = ActMenu(acts + (context.person.may(.keepGoals) ? [.copy] : []) + [.show])
    case .print: return [.effect(.offer([.goals(year)], asFile: false))]
    case .save: return [.effect(.offer([.goals(year)], asFile: true))]
    default: return list.act(action, shown(context), look(context), context) ?? []
    }
    return []
  }

  private mutating func go(to other: Int) -> [Step] {
    guard (2000...2100).contains(other) else { return [] }
    year = other
    goals = []
    list.goToTop()
    return queries.map { .effect(.load($0)) }
  }

  /// Opens what counts for a measure: the round to be done next or the last one, or the entries of the year.
  private func behind(_ progress: GoalProgress, _ context: Context) -> [Step] {
    switch progress.goal.content.tie {
    case .plan?: return progress.round.map { [.push(RoundScreen(key: $0))] } ?? []
    case .activity(let id, _)?:
      guard
        let entries = book?.screen(behind: ActivityFigure(id, .entries), of: year, context)
      else { return [.say(Bilingual(zh: "本年还没有登记。", en: "Nothing is recorded yet."))] }
      return [.push(entries)]
    case nil: return []
    }
  }

  mutating func choose(_ choice: Choice, _ context: Context) -> [Step] {
    switch choice {
    case .act(let act):
      form = GoalForm(
        act, of: selected(context)?.goal, year: year, kinds: book?.kinds ?? [], context)
    case .copy:
      let kinds = book?.kinds.map(\.id) ?? []
      return [.effect(.perform(.copyGoals(GoalCopy(from: year, to: year + 1, kinds: kinds))))]
    case .show: return [.push(DocumentScreen([.goals(year)], from: tab))]
    }
    return []
  }

  mutating func typeOutside(_ key: Key, _ context: Context) -> [Step] {
    _ = list.type(key, count: shown(context).count, context)
    return []
  }

  mutating func done(_ lines: [Happening], _ context: Context) -> [Step] {
    form = nil
    let events = lines.compactMap { line -> (Goal.ID, GoalEvent)? in
      if case .goal(let event) = line.event { (Identifier(line.subject.id), event) } else { nil }
    }
    guard let (id, event) = events.first else { return reload([]) }
    wanted = id
    if case .added(let content) = event { year = content.year }
    let more = events.count
    return reload([
      Bilingual(verbatim: "\(id) ") + event.name
        + (more > 1
          ? Bilingual(zh: "，共 \(more) 项", en: ", \(more) in all") : Bilingual(verbatim: ""))
    ])
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    list.draw(shown(context), look(context), into: &grid, rows: rows, context)
    drawCover(
      over: &grid, rows: rows, about: selected(context)?.goal.content.text, context)
  }

  private func look(_ context: Context) -> ActList.Look<GoalProgress> {
    let bar = context.columns >= 100 ? 20 : 10
    return .init(
      columns: [
        .init(Bilingual(zh: "编号", en: "Number"), width: 10, importance: 2),
        .init(Bilingual(zh: "工作措施", en: "Measure"), width: 16, grows: true),
        .init(Bilingual(zh: "责任人", en: "Owner"), width: 8, importance: 1),
        .init(Bilingual(zh: "时限", en: "Due"), width: 5),
        .init(
          Bilingual(zh: "进度", en: "Progress"), width: context.isSpoken ? 6 : bar + 7),
        .init(Bilingual(zh: "状态", en: "State"), width: 9),
      ],
      nothing: Bilingual(
        zh: "本年没有列入目标措施。", en: "Nothing is planned for this year."),
      cells: { GoalWords.cells($0, bar: bar, context) },
      detail: { GoalWords.lines($0, book?.kinds ?? [], context) })
  }
}

/// A measure told in words.
enum GoalWords {
  static func cells(_ progress: GoalProgress, bar: Int, _ context: Context) -> [String] {
    let content = progress.goal.content
    let filled = progress.percent * bar / 100
    let drawn = Bar.text(progress.done > 0 ? max(1, filled) : 0, width: bar)
    let picture = context.isSpoken ? "" : "[\(drawn)] "
    return [
      progress.goal.id.rawValue, content.text, context.bureau.name(content.owner),
      content.due.monthAndDay, picture + progress.fraction, context(progress.state.name),
    ]
  }

  static func lines(
    _ progress: GoalProgress, _ kinds: [ActivityKind], _ context: Context
  ) -> [String] {
    let content = progress.goal.content
    let aim = content.aim.isEmpty ? "" : "  " + content.aim
    let notes = progress.goal.notes.reversed().map { note in
      "\(note.step.day.monthAndDay) \(context.bureau.name(note.step.person)): \(note.text)"
    }
    return ["\(progress.goal.id)\(aim)  \(content.text)"]
      + [content.tie?.words(context.bureau, kinds), progress.setback].compactMap(\.self)
      .map(context.callAsFunction)
      + [progress.goal.reason].compactMap(\.self) + notes
  }
}
