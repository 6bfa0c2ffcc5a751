import Almanac
import ArgumentParser
import Domain
import Intake
import Ledger

/// Plans.
struct PlanCommand: ParsableCommand {
  static let configuration = about(
    "plan", zh: "检查计划", en: "plans", [PlanList.self, PlanShow.self, PlanEdit.self])
}

/// Lists plans.
struct PlanList: ParsableCommand {
  static let configuration = about("list", zh: "列出计划", en: "list plans")
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let plans = try session.ledger.bureau().plans.map(\.present)
    let language = session.language
    try output.print(
      plans.map(PlanJSON.init), heading: MasterHeadings.plan,
      rows: plans.map {
        [
          $0.id.rawValue, $0.title[language], $0.trigger.kind.name[language],
          $0.isEnabled ? "+" : "-", $0.statutory?[language] ?? "", $0.own?[language] ?? "",
        ]
      })
  }
}

/// A plan in JSON.
struct PlanJSON: Encodable {
  var id: Plan.ID
  var name: Bilingual
  var kind: Trigger.Kind
  var checklists: [Checklist.ID]
  var enabled: Bool
  @Nullable var day: Int?
  @Nullable var lead: Int?

  init(_ plan: Plan) {
    id = plan.id
    name = plan.title
    kind = plan.trigger.kind
    checklists = plan.uses.map(\.checklist)
    enabled = plan.isEnabled
    day = plan.trigger.day
    lead = plan.trigger.lead
  }
}

/// Shows a plan whole.
struct PlanShow: ParsableCommand {
  static let configuration = about("show", zh: "看一个计划", en: "show a plan")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String

  func run() throws { try Output.json(Session(options).plan(id)) }
}

/// Changes a plan from today on; the past stays as it was.
struct PlanEdit: ParsableCommand {
  static let configuration = about("edit", zh: "修改计划", en: "change a plan")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String
  @Flag(help: help(zh: "启用", en: "switch it on")) var on = false
  @Flag(help: help(zh: "停用", en: "switch it off")) var off = false
  @Option(help: help(zh: "每月几日到期", en: "monthly: the day on which it is due")) var day: Int?
  @Option(help: help(zh: "节前第几个工作日", en: "before a holiday: the working day counted back"))
  var lead: Int?

  func validate() throws {
    guard (day ?? 1) >= 1, (day ?? 1) <= 31, (lead ?? 1) >= 1, (lead ?? 1) <= 20 else {
      throw ValidationError(
        Bilingual(zh: "--day 为 1 至 31，--lead 为 1 至 20。", en: "--day runs 1 to 31, --lead 1 to 20.")[
          Speech.language])
    }
  }

  func run() throws {
    let session = try Session(options)
    var plan = try session.plan(id)
    if on != off { plan.isEnabled = on }
    if let day { plan.trigger.day = day }
    if let lead { plan.trigger.lead = lead }
    try session.perform(.set(.plan(plan)))
    Output.line("\(plan.id)  \(plan.title[session.language])")
  }
}

/// Checklists.
struct ChecklistCommand: ParsableCommand {
  static let configuration = about(
    "checklist", zh: "检查表", en: "checklists",
    [ChecklistList.self, ChecklistShow.self, ChecklistAdd.self])
}

/// Lists checklists.
struct ChecklistList: ParsableCommand {
  static let configuration = about("list", zh: "列出检查表", en: "list checklists")
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let lists = try session.ledger.bureau().checklists
    try output.print(
      lists.map { ChecklistJSON(id: $0.id, name: $0.title) }, heading: MasterHeadings.named,
      rows: lists.map { [$0.id.rawValue, $0.title[session.language]] })
  }
}

/// A checklist in a JSON list.
struct ChecklistJSON: Encodable {
  var id: Checklist.ID
  var name: Bilingual
}

/// Shows a checklist's items.
struct ChecklistShow: ParsableCommand {
  static let configuration = about("show", zh: "看一张检查表", en: "show one checklist")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    guard let version = try session.ledger.checklist(Identifier<Checklist>(id)) else {
      throw ShellError.plain(
        .badData,
        Bilingual(
          zh: "没有检查表“\(id)”；用 checklist list 查看。",
          en: "There is no checklist “\(id)”; see checklist list."))
    }
    if json { return try Output.json(version.content) }
    Output.line("\(version.content.title[session.language])  v\(version.content.version)")
    for section in version.content.sections {
      Output.line(section.title[session.language])
      for item in section.items { Output.line("  \(item.id)  \(item.text[session.language])") }
    }
  }
}

/// Publishes the checklists of a file; records keep the versions they were made with.
struct ChecklistAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: Bilingual(zh: "发布文件中的检查表", en: "publish the lists of a file")[Speech.language],
    aliases: ["edit"])
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "YAML 文件", en: "a YAML file")) var file: String

  func run() throws {
    let session = try Session(options)
    for checklist in try ChecklistFile.read(Files.read(file), file: file) {
      let version = ChecklistVersion(hash: try Publishing.hash(checklist), content: checklist)
      if try session.ledger.checklist(checklist.id)?.hash == version.hash { continue }
      try session.perform(.set(.checklist(version)))
      Output.line("\(checklist.id)  v\(checklist.version)")
    }
  }
}

extension Session {
  /// - Throws: ``ShellError`` where there is no such plan.
  func plan(_ id: String) throws -> Plan {
    guard let plan = try ledger.bureau().plan(Identifier(id)) else {
      throw ShellError.plain(
        .badData,
        Bilingual(
          zh: "没有计划“\(id)”；用 plan list 查看。", en: "There is no plan “\(id)”; see plan list."))
    }
    return plan
  }
}
