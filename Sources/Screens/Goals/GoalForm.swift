import Almanac
import Canvas
import Domain

/// What can be done with a measure that needs words.
enum GoalAct: String {
  case progress
  case done
  case edit
  case reopen
  case withdraw

  /// As menus call it.
  var name: Bilingual {
    switch self {
    case .progress: Bilingual(zh: "报进展", en: "report progress")
    case .done: Bilingual(zh: "报完成", en: "report it done")
    case .edit: Bilingual(zh: "修改", en: "change it")
    case .reopen: Bilingual(zh: "重新办理", en: "take it up again")
    case .withdraw: Bilingual(zh: "撤销", en: "withdraw it")
    }
  }

  /// What a person may do with a measure as it stands.
  static func possible(on progress: GoalProgress, for person: Person) -> [GoalAct] {
    guard progress.state != .withdrawn else { return [] }
    let keeps = person.may(.keepGoals)
    let reports = keeps || person.id == progress.goal.content.owner
    let isReported = progress.goal.content.tie == nil
    let isDone = progress.goal.done != nil
    var acts: [GoalAct] = []
    if reports, !isDone { acts += isReported ? [.done, .progress] : [.progress] }
    if reports, isDone { acts.append(.reopen) }
    return acts + (keeps ? [.edit, .withdraw] : [])
  }
}

/// The fields of an act on a measure; of a new one where there is no act.
struct GoalForm: ActForm {
  enum Part: String, FormPart {
    case aim
    case text
    case owner
    case due
    case tie
    case count
    case note

    var label: Bilingual {
      switch self {
      case .aim: Bilingual(zh: "工作目标", en: "Goal")
      case .text: Bilingual(zh: "工作措施", en: "Measure")
      case .owner: Bilingual(zh: "责任人", en: "Owner")
      case .due: Bilingual(zh: "完成时限", en: "Due")
      case .tie: Bilingual(zh: "对应台账", en: "Counted by")
      case .count: Bilingual(zh: "活动次数", en: "How often")
      case .note: Bilingual(zh: "情况说明", en: "Note")
      }
    }

    var isDay: Bool { self == .due }
  }

  private let act: GoalAct?
  private let goal: Goal?
  private let year: Int
  private let kinds: [ActivityKind]
  var fields: FormFields<Part>

  init(_ act: GoalAct?, of goal: Goal?, year: Int, kinds: [ActivityKind], _ context: Context) {
    self.act = act
    self.goal = goal
    self.year = year
    self.kinds = kinds
    fields = FormFields(Self.filled(act, goal, year, kinds, context), enter: .goesOn)
  }

  private static func filled(
    _ act: GoalAct?, _ goal: Goal?, _ year: Int, _ kinds: [ActivityKind], _ context: Context
  ) -> [(part: Part, text: String)] {
    guard act == nil || act == .edit else { return [(.note, "")] }
    let content = goal?.content
    var (tie, count) = ("", "")
    switch content?.tie {
    case .plan(let id)?: tie = context.bureau.plan(id).map { context($0.title) } ?? id.rawValue
    case .activity(let id, let number)?:
      tie = kinds.first { $0.id == id }.map { context($0.name) } ?? id.rawValue
      count = "\(number)"
    case nil: break
    }
    return [
      (.text, content?.text ?? ""), (.aim, content?.aim ?? ""),
      (.owner, content.map { context.bureau.name($0.owner) } ?? ""),
      (.due, content?.due.description ?? Day(year, 12, 31).description), (.tie, tie),
      (.count, count),
    ]
  }

  var id: String { "goal \(act?.rawValue ?? "add") \(goal?.id.rawValue ?? "")" }

  func names(in part: Part, _ context: Context) -> NameList? {
    switch part {
    case .owner: return .persons(context) { $0.may(.reportHazard) }
    case .tie:
      let plans = context.bureau.plans.map(\.present).filter { $0.isInUse(on: context.today) }
      let counted = plans.map { NameChoice(id: "plan:\($0.id)", name: context($0.title)) }
      let kinds = kinds.filter { $0.retired == nil }
        .map { NameChoice(id: "activity:\($0.id)", name: context($0.name)) }
      return NameList(choices: counted + kinds, takesOthers: true)
    case .aim, .text, .due, .count, .note: return nil
    }
  }

  func effect(_ context: Context) throws -> Effect {
    let ids = kinds.map(\.id)
    guard let act, let goal else {
      return .perform(.addGoals(GoalRequest([try content(context)], kinds: ids)))
    }
    let note = fields.text(.note)
    let command: GoalCommand =
      switch act {
      case .progress: .progress(note: note)
      case .done: .done(note: note)
      case .edit: .edit(try content(context))
      case .reopen: .reopen(reason: note)
      case .withdraw: .withdraw(reason: note)
      }
    return .perform(.goal(goal.id, command, kinds: ids))
  }

  private func content(_ context: Context) throws -> Goal.Content {
    guard !fields.text(.text).isEmpty else {
      throw FieldProblem(Part.text, GoalError.textMissing.message)
    }
    let owner = try picked(.owner, context)
    let due = try day(.due, context)
    guard due.year == year else {
      throw FieldProblem(Part.due, GoalError.dueOutside(due, year: year).message)
    }
    return Goal.Content(
      year: year, aim: fields.text(.aim), text: fields.text(.text), owner: Identifier(owner),
      due: due, tie: try tie(context))
  }

  private func tie(_ context: Context) throws -> Goal.Tie? {
    guard fields.optional(.tie) != nil else { return nil }
    let id = try picked(.tie, context)
    if let plan = Goal.Tie(id) { return plan }
    guard let tie = Goal.Tie("\(id):\(fields.text(.count))") else {
      throw FieldProblem(
        Part.count, Bilingual(zh: "请填本年要办几次", en: "Enter how often it is wanted"))
    }
    return tie
  }

  private func picked(_ part: Part, _ context: Context) throws -> String {
    let text = fields.text(part)
    let found = names(in: part, context)?.choices.filter { $0.name == text || $0.id == text } ?? []
    guard let choice = found.first, found.count == 1 else {
      throw FieldProblem(
        part, Bilingual(zh: "请从列出的里选一个", en: "Choose one of those listed"))
    }
    return choice.id
  }

  func draw(into grid: inout Grid, rows: Range<Int>, _ context: Context) {
    let title =
      act?.name ?? Bilingual(zh: "列入\(year)年工作计划", en: "Add to the plan of \(year)")
    let hint =
      fields.parts.contains(.tie)
      ? Bilingual(
        zh: "对应台账填检查计划或活动种类，进度就自动计数；空着由责任人报。F8 存；Esc 取消",
        en: "With a plan or a kind of activity it counts itself; left empty its owner reports it. "
          + "F8 saves; Esc cancels")
      : Bilingual(zh: "F8 存；Esc 取消", en: "F8 saves; Esc cancels")
    let about = goal.map { "  \($0.id)  \($0.content.text)" } ?? ""
    let rest = drawHead(context(title) + about, [context(hint)], into: &grid, rows: rows)
    fields.draw(
      into: &grid, .init(rows: rest, width: min(76, grid.columns - 2)), among: names(context),
      context
    ) { part, text in
      switch part {
      case .aim, .text, .note: .room(text)
      case .owner, .due, .tie, .count: nil
      }
    }
  }
}
