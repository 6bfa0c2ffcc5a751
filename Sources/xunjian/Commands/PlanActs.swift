import Almanac
import ArgumentParser
import Domain
import Ledger

extension Trigger.Kind: ExpressibleByArgument {}

/// What can be said of a plan; what is not named stays.
struct PlanFields: ParsableArguments {
  @Option(help: help(zh: "名称", en: "title")) var title: String?
  @Option(help: help(zh: "英文名称", en: "title in English")) var titleEn: String?
  @Option(help: help(zh: "周期", en: "when it falls due")) var kind: Trigger.Kind?
  @Option(
    help: help(
      zh: "检查表，可只用几部分：表:部分,部分；可多次",
      en: "a checklist, or sections of it: LIST:SECTION,…; repeatable"))
  var checklist: [String] = []
  @Option(help: help(zh: "单个场所，可多次", en: "a single place, repeatable")) var place: [String] = []
  @Option(help: help(zh: "一类场所，可多次", en: "a kind of place, repeatable"))
  var placeKind: [PlaceKind] = []
  @Flag(help: help(zh: "所有场所", en: "every place")) var everywhere = false
  @Option(help: help(zh: "每月几日到期，0 为月末", en: "monthly: the day it is due, 0 for the last"))
  var day: Int?
  @Option(help: help(zh: "节前第几个工作日", en: "before a holiday: the working day counted back"))
  var lead: Int?
  @Option(help: help(zh: "只在哪些节日，可多次", en: "only around this holiday, repeatable"))
  var holiday: [String] = []
  @Flag(inversion: .prefixedNo, help: help(zh: "休息日也查", en: "on days off as well"))
  var everyDay: Bool?
  @Option(help: help(zh: "一次性检查的日期", en: "once: its date")) var date: TypedDay?
  @Option(
    help: help(zh: "由哪个科室或谁来查，可多次", en: "the section or person to walk it, repeatable"))
  var assignee: [String] = []
  @OptionGroup var alerts: PlanAlertOptions

  /// The changes named, in no need of order.
  func changes(_ session: Session) throws -> [PlanChange] {
    var changes: [PlanChange] = []
    if let title {
      changes.append(.title(Bilingual(zh: title, en: titleEn ?? title)))
    }
    if let kind { changes.append(.kind(kind)) }
    if !checklist.isEmpty { changes.append(.uses(checklist.map(use))) }
    if let scope = try scope(session) { changes.append(.scope(scope)) }
    if let day { changes.append(.day(day == 0 ? nil : day)) }
    if let lead { changes.append(.lead(lead)) }
    if !holiday.isEmpty { changes.append(.holidays(try holiday.map(found))) }
    if let everyDay { changes.append(.everyDay(everyDay)) }
    if let date { changes.append(.date(date.day(today: session.today))) }
    if !assignee.isEmpty { changes.append(.assignees(try assignees(session))) }
    changes += alerts.changes
    return changes
  }

  private func use(_ text: String) -> Plan.Use {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    let sections = parts.count > 1 ? parts[1].split(separator: ",").map(String.init) : nil
    return Plan.Use(Identifier(parts.first ?? ""), sections: sections)
  }

  private func scope(_ session: Session) throws -> Plan.Scope? {
    if place.isEmpty, placeKind.isEmpty { return everywhere ? .all : nil }
    return Plan.Scope(
      kinds: placeKind.isEmpty ? nil : placeKind,
      places: place.isEmpty ? nil : try place.map { try session.place($0).id })
  }

  private func found(_ text: String) throws -> Holiday {
    guard let holiday = Holiday(named: text) else {
      let all = Holiday.allCases
      throw ShellError.plain(
        .usage,
        Bilingual(
          zh: "没有“\(text)”这个节日，有：\(all.map(\.name.zh).joined(separator: "、"))。",
          en: "“\(text)” is none of: \(all.map(\.rawValue).joined(separator: ", "))."))
    }
    return holiday
  }

  /// Sections and persons by id or name; `-` alone for nobody in particular.
  private func assignees(_ session: Session) throws -> Plan.Assignees? {
    if assignee == ["-"] { return nil }
    var found = Plan.Assignees()
    let sections = try session.ledger.bureau().sections
    for text in assignee {
      if let section = sections.first(where: { $0.id.rawValue == text || $0.name == text }) {
        found.sections.append(section.id)
      } else {
        found.persons.append(try session.person(text).id)
      }
    }
    return found
  }
}

/// Adds a plan; what was over by today it never asks.
struct PlanAdd: ParsableCommand {
  static let configuration = about("add", zh: "新增计划", en: "add a plan")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String
  @OptionGroup var fields: PlanFields
  @Option(help: help(zh: "起始日", en: "its first day")) var from: TypedDay?
  @Option(help: help(zh: "最后一日", en: "its last day")) var to: TypedDay?

  func validate() throws {
    guard fields.kind != nil, fields.title != nil else {
      throw ValidationError(
        Bilingual(zh: "新计划要有 --title 和 --kind。", en: "A new plan needs --title and --kind.")[
          Speech.language])
    }
  }

  func run() throws {
    let session = try Session(options)
    guard let kind = fields.kind else { return }
    let plan = Plan(
      id: Identifier(id), title: Bilingual(verbatim: id), trigger: Trigger(kind), uses: [],
      from: from?.day(today: session.today), to: to?.day(today: session.today)
    ).changed(by: try fields.changes(session))
    try session.perform(.plan(plan.id, .add(plan)))
    Output.line("\(plan.id)  \(plan.title[session.language])")
    try session.remark(onIdlePlacesOf: plan)
  }
}

/// Changes a plan from today or a later day on; the past stays as it was.
struct PlanEdit: ParsableCommand {
  static let configuration = about("edit", zh: "修改计划", en: "change a plan")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String
  @OptionGroup var fields: PlanFields
  @Flag(help: help(zh: "启用", en: "switch it on")) var on = false
  @Flag(help: help(zh: "停用", en: "switch it off")) var off = false
  @Option(
    parsing: .unconditional,
    help: help(zh: "从哪天起改（今天）", en: "the day from which the change counts (today)"))
  var from: TypedDay?
  @Option(help: help(zh: "最后一日，- 为不限", en: "its last day, - for none")) var to: String?

  func run() throws {
    let session = try Session(options)
    var changes = try fields.changes(session)
    if on != off { changes.append(.enabled(on)) }
    if let to { changes.append(.to(try lastDay(to, today: session.today))) }
    guard !changes.isEmpty else {
      throw ShellError.plain(
        .usage, Bilingual(zh: "没有说要改什么。", en: "Nothing to change was named."))
    }
    let day = from?.day(today: session.today)
    try session.act(on: id, .revise(changes, from: day), from: day)
    try session.remark(onIdlePlacesOf: try session.plan(id).plan(on: day ?? session.today))
  }

  private func lastDay(_ text: String, today: Day) throws -> Day? {
    if text == "-" { return nil }
    guard let day = Day(typed: text, today: today) else {
      throw ShellError.plain(
        .usage, Bilingual(zh: "--to “\(text)”不是日期。", en: "--to “\(text)” is no date."))
    }
    return day
  }
}

/// Lets no occurrence start for some days.
struct PlanPause: ParsableCommand {
  static let configuration = about("pause", zh: "暂停计划", en: "pause a plan")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String
  @Option(parsing: .unconditional, help: help(zh: "从哪天起（今天）", en: "its first day (today)"))
  var from: TypedDay?
  @Option(
    parsing: .unconditional,
    help: help(zh: "到哪天（到恢复为止）", en: "its last day (until resumed)"))
  var to: TypedDay?
  @Option(help: help(zh: "原因", en: "why")) var reason = ""

  func run() throws {
    let session = try Session(options)
    let first = from?.day(today: session.today) ?? session.today
    let pause = Plan.Pause(from: first, to: to?.day(today: session.today), reason: reason)
    try session.perform(.plan(Identifier(id), .pause(pause)))
    let name = try session.plan(id).plan(on: session.today).title[session.language]
    Output.line("\(id)  \(name)  \(first) - \(pause.to?.description ?? "")")
  }
}

/// Lets a paused, closed or switched-off plan run again.
struct PlanResume: ParsableCommand {
  static let configuration = about("resume", zh: "恢复计划", en: "resume a plan")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String
  @Option(parsing: .unconditional, help: help(zh: "从哪天起（今天）", en: "from which day (today)"))
  var from: TypedDay?

  func run() throws {
    let session = try Session(options)
    let day = from?.day(today: session.today)
    try session.act(on: id, .resume(on: day), from: day)
  }
}

/// Ends a plan; its rounds up to then stay.
struct PlanClose: ParsableCommand {
  static let configuration = about("close", zh: "结束计划", en: "end a plan")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String
  @Option(parsing: .unconditional, help: help(zh: "最后一日（今天）", en: "its last day (today)"))
  var to: TypedDay?

  func run() throws {
    let session = try Session(options)
    let last = to?.day(today: session.today) ?? session.today
    try session.perform(.plan(Identifier(id), .close(on: last)))
    let name = try session.plan(id).present.title[session.language]
    Output.line("\(id)  \(name)  - \(last)")
  }
}

extension Session {
  /// Says at which of the places that a plan names nothing is asked.
  fileprivate func remark(onIdlePlacesOf plan: Plan) throws {
    let idle = try ledger.bureau().idlePlaces(of: plan)
    if let remark = PlanError.remark(idle: idle) { Output.error(remark) }
  }

  /// Records an act on a plan and says from when it counts.
  fileprivate func act(on id: String, _ command: PlanCommand, from day: Day?) throws {
    try perform(.plan(Identifier(id), command))
    let first = day ?? today
    Output.line("\(id)  \(try plan(id).plan(on: first).title[language])  \(first) -")
  }
}
