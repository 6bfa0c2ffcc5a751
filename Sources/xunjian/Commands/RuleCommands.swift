import Almanac
import ArgumentParser
import Domain
import Ledger
import Reports

/// The rules of the office on safety (制度), its emergency plans and the papers kept with them.
struct RuleCommandGroup: ParsableCommand {
  static let configuration = about(
    "rule", zh: "制度、预案和存档文件", en: "rules on safety, emergency plans, papers kept with them",
    [
      RuleList.self, RuleShow.self, RuleAdd.self, RuleEdit.self, RuleRevise.self, RuleReview.self,
      RuleRepeal.self,
    ])
}

extension SafetyRule.Sort: ExpressibleByArgument {}
extension SafetyRule.Outcome: ExpressibleByArgument {}
extension SafetyRule.State: ExpressibleByArgument {}

extension Session {
  /// The rule of a number.
  ///
  /// - Throws: `SafetyRuleError.noSuchRule`.
  func rule(_ text: String) throws -> SafetyRule {
    guard let found = try ledger.rule(Identifier(text)) else {
      throw SafetyRuleError.noSuchRule(text)
    }
    return found
  }

  /// Says how the rule stands that lines are about.
  fileprivate func answerRule(_ lines: [Happening], json: Bool) throws {
    guard let subject = lines.first?.subject else { return }
    let rule = try rule(subject.id)
    if json { return try Output.json(RuleJSON(rule, on: today)) }
    for case .rule(let event) in lines.map(\.event) {
      Output.line("\(rule.id)  \(event.name[language])  \(rule.content.title)")
    }
  }
}

/// What a rule says of itself, as options of a command.
struct RuleOptions: ParsableArguments {
  @Option(help: help(zh: "文号；空白去掉", en: "its document number; blank takes it away"))
  var number: String?
  @Option(help: help(zh: "责任人；空白去掉", en: "who sees to it; blank takes it away"))
  var person: String?
  @Option(help: help(zh: "责任科室；空白去掉", en: "which section sees to it; blank takes it away"))
  var section: String?
  @Option(help: help(zh: "归入消防档案的哪一项", en: "the part of the fire file")) var fire: FireFilePart?
  @Option(help: help(zh: "存放位置、页号；空白去掉", en: "where it is kept, pages; blank takes it away"))
  var location: String?
  @Option(help: help(zh: "备注；空白去掉", en: "a note; blank takes it away")) var note: String?
  @Option(help: help(zh: "正文：PDF、JPEG 或 PNG", en: "its text: a PDF, JPEG or PNG")) var file: String?

  /// Puts what is named into what a rule says.
  ///
  /// - Returns: The paper to keep.
  func apply(to content: inout SafetyRule.Content, _ session: Session) throws -> ScannedPaper? {
    if let number { content.number = number }
    if let person { content.person = person.isEmpty ? nil : try session.person(person).id }
    if let section { content.section = section.isEmpty ? nil : try session.section(section).id }
    if let fire { content.firePart = fire }
    if let location { content.location = location }
    if let note { content.note = note }
    let paper = try file.map(ScannedPaper.init)
    if let paper { content.file = paper.scan }
    return paper
  }
}

/// Enters a rule, a plan or a paper.
struct RuleAdd: ParsableCommand {
  static let configuration = about(
    "add", zh: "登记制度、预案或存档文件", en: "enter a rule, a plan or a paper")

  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "类别：rule 制度、plan 预案、paper 文件", en: "its sort"))
  var sort: SafetyRule.Sort = .rule
  @Option(help: help(zh: "标题", en: "the title")) var title: String
  @Option(parsing: .unconditional, help: help(zh: "发布日期；不填则今天", en: "when it was issued; today"))
  var issued: TypedDay?
  @OptionGroup var content: RuleOptions
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    var said = SafetyRule.Content(
      sort: sort, title: title, issued: issued?.day(today: session.today) ?? session.today)
    let paper = try content.apply(to: &said, session)
    try session.answerRule(session.perform(.rule(.add(said)), scan: paper), json: json)
  }
}

/// Which rule an act is about, and how it answers.
struct RuleActOptions: ParsableArguments {
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号，如 ZD2026-001", en: "its number, as ZD2026-001")) var id: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false
}

/// Mends what was entered; a new text is a revision.
struct RuleEdit: ParsableCommand {
  static let configuration = about("edit", zh: "修改登记的内容", en: "mend what was entered")

  @OptionGroup var act: RuleActOptions
  @Option(help: help(zh: "类别", en: "its sort")) var sort: SafetyRule.Sort?
  @Option(help: help(zh: "标题", en: "the title")) var title: String?
  @Option(parsing: .unconditional, help: help(zh: "发布日期", en: "when it was issued"))
  var issued: TypedDay?
  @OptionGroup var content: RuleOptions

  func run() throws {
    let session = try Session(act.options)
    var said = try session.rule(act.id).content
    if let sort { said.sort = sort }
    if let title { said.title = title }
    if let issued { said.issued = issued.day(today: session.today) }
    let paper = try content.apply(to: &said, session)
    let lines = try session.perform(.rule(.act(Identifier(act.id), .edit(said))), scan: paper)
    try session.answerRule(lines, json: act.json)
  }
}

/// Enters a new text in force from a day on; the former one stays as history.
struct RuleRevise: ParsableCommand {
  static let configuration = about(
    "revise", zh: "修订：登记新的文本，原来的留作历史", en: "enter a new text; the former stays as history")

  @OptionGroup var act: RuleActOptions
  @Option(parsing: .unconditional, help: help(zh: "修订日期；不填则今天", en: "in force from; today"))
  var on: TypedDay?
  @Option(help: help(zh: "标题", en: "the title")) var title: String?
  @OptionGroup var content: RuleOptions

  func run() throws {
    let session = try Session(act.options)
    var said = try session.rule(act.id).content
    if let title { said.title = title }
    let paper = try content.apply(to: &said, session)
    let day = on?.day(today: session.today) ?? session.today
    let lines = try session.perform(
      .rule(.act(Identifier(act.id), .revise(said, on: day))), scan: paper)
    try session.answerRule(lines, json: act.json)
  }
}

/// Records a yearly review.
struct RuleReview: ParsableCommand {
  static let configuration = about("review", zh: "登记年度复核", en: "record a yearly review")

  @OptionGroup var act: RuleActOptions
  @Option(
    help: help(
      zh: "结论：keep 继续有效、revise 需要修订、repeal 拟废止", en: "what it came to: keep, revise or repeal"))
  var outcome: SafetyRule.Outcome
  @Option(parsing: .unconditional, help: help(zh: "复核日期；不填则今天", en: "on which day; today"))
  var on: TypedDay?
  @Option(help: help(zh: "说明", en: "a note")) var note: String?
  @OptionGroup var entered: EnteredOptions

  func run() throws {
    let session = try Session(act.options)
    let day = on?.day(today: session.today) ?? session.today
    let command = Command.rule(.act(Identifier(act.id), .review(outcome, on: day, note: note)))
    try session.answerRule(entered.perform(command, session), json: act.json)
  }
}

/// Takes a rule out of force.
struct RuleRepeal: ParsableCommand {
  static let configuration = about("repeal", zh: "废止", en: "take a rule out of force")

  @OptionGroup var act: RuleActOptions
  @Option(parsing: .unconditional, help: help(zh: "废止日期；不填则今天", en: "from which day; today"))
  var on: TypedDay?
  @Option(help: help(zh: "原因", en: "why")) var reason: String

  func run() throws {
    let session = try Session(act.options)
    let day = on?.day(today: session.today) ?? session.today
    let command = Command.rule(.act(Identifier(act.id), .repeal(on: day, reason: reason)))
    try session.answerRule(session.perform(command), json: act.json)
  }
}
