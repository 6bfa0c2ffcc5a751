import Almanac
import ArgumentParser
import Canvas
import Domain
import Ledger
import Reports

/// The rules, plans and papers.
struct RuleList: ParsableCommand {
  static let configuration = about("list", zh: "列出制度、预案和文件", en: "list rules, plans and papers")

  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "类别：rule、plan、paper", en: "the sort: rule, plan, paper"))
  var sort: SafetyRule.Sort?
  @Option(help: help(zh: "状态", en: "the state")) var state: SafetyRule.State?
  @Flag(help: help(zh: "已废止的也列", en: "repealed ones too")) var all = false
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let (language, today) = (session.language, session.today)
    let bureau = try session.ledger.bureau()
    let shown = SafetyRule.inOrder(try session.ledger.rules()).filter { rule in
      (state.map { rule.state(on: today) == $0 } ?? (all || rule.stands))
        && (sort.map { rule.content.sort == $0 } ?? true)
    }
    try output.print(
      shown.map { RuleJSON($0, on: today) },
      keys: [
        "id", "sort", "title", "number", "issued", "revised", "person", "section", "reviewDue",
        "state",
      ],
      heading: [
        Bilingual(zh: "编号", en: "Number"), Bilingual(zh: "类别", en: "Sort"),
        Bilingual(zh: "标题", en: "Title"), Bilingual(zh: "文号", en: "Document"),
        Bilingual(zh: "发布", en: "Issued"), Bilingual(zh: "修订", en: "Revised"),
        Bilingual(zh: "责任人", en: "Person"), Bilingual(zh: "科室", en: "Section"),
        Bilingual(zh: "复核期限", en: "Review by"), Bilingual(zh: "状态", en: "State"),
      ],
      rows: shown.map { rule in
        let (content, state) = (rule.content, rule.state(on: today))
        return [
          rule.id.rawValue,
          output.isForPeople ? content.sort.name[language] : content.sort.rawValue, content.title,
          content.number ?? "", content.issued.description, rule.revised?.description ?? "",
          bureau.name(content.person), bureau.name(content.section),
          rule.reviewDue?.description ?? "",
          output.isForPeople ? state.name[language] : state.rawValue,
        ]
      })
  }
}

/// One rule with all that came of it.
struct RuleShow: ParsableCommand {
  static let configuration = about("show", zh: "看一项制度", en: "show a rule")

  @OptionGroup var act: RuleActOptions

  func run() throws {
    let session = try Session(act.options)
    let (language, bureau) = (session.language, try session.ledger.bureau())
    let rule = try session.rule(act.id)
    if act.json { return try Output.json(RuleJSON(rule, on: session.today)) }
    Output.line("\(rule.id)  \(rule.content.sort.name[language])  \(rule.content.title)")
    for line in rule.lines(bureau, on: session.today) { Output.line(line[language]) }
    for entry in try session.ledger.timeline(.rule(rule.id)) {
      guard case .rule(let event) = entry.event else { continue }
      let who = bureau.name(entry.stamp.actor, for: entry.stamp.standsFor)[language]
      let note = event.note.map { "  " + $0 } ?? ""
      Output.line("  \(entry.stamp.at.dayAndTime)  \(who)  \(event.name[language])\(note)")
    }
  }
}

/// A rule in JSON; the keys are fixed, others script against them.
struct RuleJSON: Encodable {
  struct Review: Encodable {
    var day: Day
    var person: Person.ID
    var outcome: SafetyRule.Outcome
    @Nullable var note: String?
  }

  struct Revision: Encodable {
    var day: Day
    var formerTitle: String
    @Nullable var formerNumber: String?
    @Nullable var formerFile: String?
  }

  var id: SafetyRule.ID
  var sort: SafetyRule.Sort
  var title: String
  @Nullable var number: String?
  var issued: Day
  @Nullable var revised: Day?
  @Nullable var repealed: Day?
  @Nullable var reason: String?
  @Nullable var person: Person.ID?
  @Nullable var section: Section.ID?
  @Nullable var fire: FireFilePart?
  @Nullable var location: String?
  @Nullable var note: String?
  @Nullable var file: String?
  @Nullable var reviewDue: Day?
  var state: SafetyRule.State
  var reviews: [Review]
  var revisions: [Revision]

  init(_ rule: SafetyRule, on today: Day) {
    let content = rule.content
    id = rule.id
    sort = content.sort
    title = content.title
    number = content.number
    issued = content.issued
    revised = rule.revised
    repealed = rule.repealed
    reason = rule.reason
    person = content.person
    section = content.section
    fire = content.firePart
    location = content.location
    note = content.note
    file = content.file?.name
    reviewDue = rule.reviewDue
    state = rule.state(on: today)
    reviews = rule.reviews.map {
      Review(day: $0.day, person: $0.step.person, outcome: $0.outcome, note: $0.note)
    }
    revisions = rule.revisions.map {
      Revision(
        day: $0.day, formerTitle: $0.before.title, formerNumber: $0.before.number,
        formerFile: $0.before.file?.name)
    }
  }
}

/// The register of rules on paper.
struct RulesReport: ParsableCommand {
  static let configuration = about("rules", zh: "安全制度目录", en: "the register of rules on safety")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let (document, json) = try session.ruleRegister()
    try output.send(document, json: json, on: session.today)
  }
}

extension Session {
  /// The register of rules, and what its JSON holds.
  func ruleRegister() throws -> (document: Document, json: any Encodable) {
    let rules = try ledger.rules()
    return (
      RuleRegister.document(rules, bureau: try ledger.bureau(), on: today, language: language),
      SafetyRule.inOrder(rules).map { RuleJSON($0, on: today) }
    )
  }
}
