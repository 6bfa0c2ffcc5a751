import Almanac
import ArgumentParser
import Domain
import Intake
import Ledger

/// The year's plan (年度工作计划): goals and measures.
struct GoalCommandGroup: ParsableCommand {
  static let configuration = about(
    "goal", zh: "年度工作计划：目标和措施", en: "the year's plan: goals and measures",
    [
      GoalList.self, GoalShow.self, GoalAdd.self, GoalEdit.self, GoalProgressCommand.self,
      GoalDone.self, GoalReopen.self, GoalWithdraw.self, GoalCopyCommand.self, GoalImport.self,
    ])
}

extension Session {
  /// The ids of the kinds of activities that the program has.
  var shippedKinds: [ActivityKind.ID] { Shipped.activityKinds.map(\.id) }

  /// The measure of a number as it stands now.
  ///
  /// - Throws: `GoalError.noSuchGoal`.
  func goal(_ text: String) throws -> GoalProgress {
    guard let found = try ledger.goal(Identifier(text), at: clock.now) else {
      throw GoalError.noSuchGoal(text)
    }
    return found
  }

  /// Says how the measures stand that lines are about.
  fileprivate func answerGoals(_ lines: [Happening], json: Bool) throws {
    let bureau = try ledger.bureau()
    let goals = try lines.filter { $0.subject.kind == .goal }.map { try goal($0.subject.id) }
    if json { return try Output.json(goals.map { GoalJSON($0) }) }
    for case (let line, .goal(let event)) in lines.map({ ($0.subject, $0.event) }) {
      let goal = try goal(line.id)
      Output.line(
        "\(line.id)  \(event.name[language])  \(goal.goal.content.text)  "
          + "\(bureau.name(goal.goal.content.owner))  \(goal.state.name[language])")
    }
  }
}

/// A measure in JSON; the keys are fixed, others script against them.
struct GoalJSON: Encodable {
  struct Note: Encodable {
    var text: String
    var person: Person.ID
    var date: Day
  }

  var goal: Goal.ID
  var year: Int
  var aim: String
  var text: String
  var owner: Person.ID
  var due: Day
  @Nullable var tie: String?
  var done: Int
  var target: Int
  var missed: Int
  var state: GoalProgress.State
  var notes: [Note]
  @Nullable var reason: String?

  init(_ progress: GoalProgress) {
    let content = progress.goal.content
    goal = progress.goal.id
    year = content.year
    aim = content.aim
    text = content.text
    owner = content.owner
    due = content.due
    tie = content.tie?.description
    done = progress.done
    target = progress.target
    missed = progress.missed
    state = progress.state
    notes = progress.goal.notes.map {
      Note(text: $0.text, person: $0.step.person, date: $0.step.day)
    }
    reason = progress.goal.reason
  }
}

extension GoalProgress.State: ExpressibleByArgument {}

/// The measures of a year.
struct GoalList: ParsableCommand {
  static let configuration = about("list", zh: "列出一年的目标措施", en: "list the measures of a year")
  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "年份（今年）", en: "the year (this one)")) var year: Int?
  @Option(help: help(zh: "状态", en: "the state")) var state: GoalProgress.State?
  @Option(help: help(zh: "责任人", en: "who sees to it")) var owner: String?
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let (language, bureau) = (session.language, try session.ledger.bureau())
    let owner = try owner.map { try session.person($0).id }
    let goals = try session.ledger.goals(of: year ?? session.today.year, at: session.clock.now)
      .filter { goal in
        (state.map { $0 == goal.state } ?? (goal.state != .withdrawn))
          && (owner.map { $0 == goal.goal.content.owner } ?? true)
      }
    try output.print(
      goals.map { GoalJSON($0) },
      keys: ["goal", "aim", "text", "owner", "due", "done", "target", "state"],
      heading: [
        Bilingual(zh: "编号", en: "Number"), Bilingual(zh: "工作目标", en: "Goal"),
        Bilingual(zh: "工作措施", en: "Measure"), Bilingual(zh: "责任人", en: "Owner"),
        Bilingual(zh: "完成时限", en: "Due"), Bilingual(zh: "完成", en: "Done"),
        Bilingual(zh: "应完成", en: "Of"), Bilingual(zh: "状态", en: "State"),
      ],
      rows: goals.map { goal in
        let content = goal.goal.content
        return [
          goal.goal.id.rawValue, content.aim, content.text, bureau.name(content.owner),
          content.due.description, "\(goal.done)", "\(goal.target)",
          output.isForPeople ? goal.state.name[language] : goal.state.rawValue,
        ]
      })
  }
}

/// Which measure an act is about, and how it answers.
struct GoalActOptions: ParsableArguments {
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号，如 MB2027-01", en: "its number, as MB2027-01")) var id: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  fileprivate func perform(_ command: GoalCommand, _ entered: EnteredOptions? = nil) throws {
    let session = try Session(options)
    let command = Command.goal(Identifier(id), command, kinds: session.shippedKinds)
    let lines = try entered?.perform(command, session) ?? session.perform(command)
    try session.answerGoals(lines, json: json)
  }
}

/// One measure with what was reported about it.
struct GoalShow: ParsableCommand {
  static let configuration = about("show", zh: "看一项措施", en: "show a measure")
  @OptionGroup var act: GoalActOptions

  func run() throws {
    let session = try Session(act.options)
    let (language, bureau) = (session.language, try session.ledger.bureau())
    let progress = try session.goal(act.id)
    if act.json { return try Output.json(GoalJSON(progress)) }
    let content = progress.goal.content
    Output.line("\(progress.goal.id)  \(progress.state.name[language])  \(progress.fraction)")
    Output.line([content.aim, content.text].filter { !$0.isEmpty }.joined(separator: "  "))
    let kinds = try session.activityBook().kinds
    Output.line("\(bureau.name(content.owner))  \(content.due)")
    for words in [content.tie?.words(bureau, kinds), progress.setback].compactMap(\.self) {
      Output.line(words[language])
    }
    for entry in try session.ledger.timeline(.goal(progress.goal.id)) {
      guard case .goal(let event) = entry.event else { continue }
      let who = bureau.name(entry.stamp.actor, for: entry.stamp.standsFor)[language]
      Output.line(
        "  \(entry.stamp.at.dayAndTime)  \(who)  \(event.name[language])  \(event.note)")
    }
  }
}

extension GoalEvent {
  /// What is worth saying of it besides its name.
  fileprivate var note: String {
    switch self {
    case .added(let content), .edited(let content): content.text
    case .progressed(let text), .reopened(let text), .withdrawn(let text): text
    case .done(let note): note ?? ""
    }
  }
}

/// What a measure says, as options of a command; what is not named stays.
struct GoalOptions: ParsableArguments {
  @Option(help: help(zh: "所属的工作目标", en: "the goal that it serves")) var aim: String?
  @Option(help: help(zh: "责任人", en: "who sees to it")) var owner: String?
  @Option(parsing: .unconditional, help: help(zh: "完成时限", en: "the last day")) var due: TypedDay?
  @Option(
    name: .customLong("tie"),
    help: help(
      zh: "对应台账：plan:检查计划 或 activity:活动种类:次数；none 去掉",
      en: "what fulfils it: plan:PLAN or activity:KIND:COUNT; none takes it away"))
  var tie: String?

  fileprivate func apply(to content: inout Goal.Content, _ session: Session) throws {
    if let aim { content.aim = aim }
    if let owner { content.owner = try session.person(owner).id }
    if let due { content.due = due.day(today: session.today) }
    guard let tie else { return }
    guard tie == "none" || Goal.Tie(tie) != nil else { throw GoalError.badTie(tie) }
    content.tie = Goal.Tie(tie)
  }
}

/// Adds a measure.
struct GoalAdd: ParsableCommand {
  static let configuration = about("add", zh: "列入一项措施", en: "add a measure")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "措施", en: "what is to be done")) var text: String
  @Option(help: help(zh: "年份（完成时限所在年）", en: "the year (that of the due day)")) var year: Int?
  @OptionGroup var content: GoalOptions
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func validate() throws {
    guard content.owner != nil else {
      throw ValidationError(
        Bilingual(zh: "请用 --owner 写责任人。", en: "Say who sees to it with --owner.")[
          Speech.language])
    }
  }

  func run() throws {
    let session = try Session(options)
    let year = year ?? content.due?.day(today: session.today).year ?? session.today.year
    var said = Goal.Content(
      year: year, text: text, owner: try session.actor().id, due: Day(year, 12, 31))
    try content.apply(to: &said, session)
    let lines = try session.perform(
      .addGoals(GoalRequest([said], kinds: session.shippedKinds)))
    guard !lines.isEmpty else {
      throw ShellError.plain(
        .badData,
        Bilingual(zh: "计划里已有这一项。", en: "The plan has this measure already."))
    }
    try session.answerGoals(lines, json: json)
  }
}

/// Changes a measure.
struct GoalEdit: ParsableCommand {
  static let configuration = about("edit", zh: "修改一项措施", en: "change a measure")
  @OptionGroup var act: GoalActOptions
  @Option(help: help(zh: "改为什么措施", en: "what is to be done")) var text: String?
  @OptionGroup var content: GoalOptions

  func run() throws {
    let session = try Session(act.options)
    var said = try session.goal(act.id).goal.content
    if let text { said.text = text }
    try content.apply(to: &said, session)
    try act.perform(.edit(said))
  }
}

/// Reports how far a measure is.
struct GoalProgressCommand: ParsableCommand {
  static let configuration = about("progress", zh: "报进展", en: "report progress")
  @OptionGroup var act: GoalActOptions
  @Option(help: help(zh: "情况说明", en: "what was done")) var note: String
  @OptionGroup var entered: EnteredOptions

  func run() throws { try act.perform(.progress(note: note), entered) }
}

/// Reports that a measure is done.
struct GoalDone: ParsableCommand {
  static let configuration = about("done", zh: "报完成", en: "report that it is done")
  @OptionGroup var act: GoalActOptions
  @Option(help: help(zh: "完成情况", en: "what was done")) var note: String
  @OptionGroup var entered: EnteredOptions

  func run() throws { try act.perform(.done(note: note), entered) }
}

/// Takes a measure up again that was reported done.
struct GoalReopen: ParsableCommand {
  static let configuration = about("reopen", zh: "报完成后重新办理", en: "take it up again")
  @OptionGroup var act: GoalActOptions
  @Option(help: help(zh: "原因", en: "why")) var reason: String

  func run() throws { try act.perform(.reopen(reason: reason)) }
}

/// Withdraws a measure.
struct GoalWithdraw: ParsableCommand {
  static let configuration = about("withdraw", zh: "撤销一项措施", en: "withdraw a measure")
  @OptionGroup var act: GoalActOptions
  @Option(help: help(zh: "原因", en: "why")) var reason: String

  func run() throws { try act.perform(.withdraw(reason: reason)) }
}

/// Copies a year's measures into the next year's plan.
struct GoalCopyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy",
    abstract: Bilingual(zh: "沿用到下一年", en: "copy a year's plan into the next")[
      Speech.language],
    discussion: Bilingual(
      zh: "日期挪到新年份的同一天；已有的不重复；责任人已离任的，改为办理人，请再用 goal edit 改。",
      en: "Days move to the same day of the new year; what is there already is left out; where the "
        + "owner has left, whoever copies takes it: change it with goal edit.")[Speech.language])
  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "从哪年（今年）", en: "from which year (this one)")) var from: Int?
  @Option(help: help(zh: "到哪年（下一年）", en: "into which year (the next)")) var to: Int?
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let from = from ?? session.today.year
    let lines = try session.perform(
      .copyGoals(GoalCopy(from: from, to: to ?? from + 1, kinds: session.shippedKinds)))
    try session.answerGoals(lines, json: json)
  }
}

/// Enters the measures of a file.
struct GoalImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: Bilingual(zh: "从 CSV 或 YAML 导入", en: "import from CSV or YAML")[Speech.language],
    discussion: Bilingual(
      zh: """
        CSV 第一行是表头：工作目标、工作措施、责任人、完成时限、对应台账。YAML 为列表：\
        {aim, text, owner, due, tie}。年份由完成时限定；有一行不对就一条也不导入，已有的不重复。
        """,
      en: """
        The first line of a CSV is the heading: goal, measure, owner, due, counted by. YAML is a list \
        of {aim, text, owner, due, tie}. The due day gives the year. One wrong line and nothing is \
        imported; what is there already is left out.
        """)[Speech.language])
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "文件：.csv 或 .yaml", en: "a .csv or .yaml")) var file: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let contents = try GoalFile.read(
      OfficeText.read(file), file: file, bureau: session.ledger.bureau())
    let lines = try session.perform(
      .addGoals(GoalRequest(contents, kinds: session.shippedKinds)))
    try session.answerGoals(lines, json: json)
    guard !json else { return }
    let known = contents.count - lines.count
    Output.line(
      Bilingual(
        zh: "导入 \(lines.count) 项，已有 \(known) 项没有重复。",
        en: "Imported \(lines.count); known already: \(known).")[session.language])
  }
}
