import Almanac
import ArgumentParser
import Domain
import Ledger

/// Accidents and other incidents.
struct IncidentCommandGroup: ParsableCommand {
  static let configuration = about(
    "incident", zh: "事故（事件）登记与报告", en: "accidents and other incidents",
    [
      IncidentRecord.self, IncidentAdd.self, IncidentReportCommand.self, IncidentClose.self,
      IncidentCorrect.self, IncidentWithdraw.self, IncidentList.self, IncidentShow.self,
    ])
}

extension IncidentKind: ExpressibleByArgument {}
extension IncidentLevel: ExpressibleByArgument {}
extension IncidentReport.Manner: ExpressibleByArgument {}

extension Session {
  /// The incident of a number.
  ///
  /// - Throws: ``IncidentError/noSuchIncident(_:)``.
  func incident(_ number: String) throws -> Incident {
    guard let incident = try ledger.incident(Identifier(number)) else {
      throw IncidentError.noSuchIncident(number)
    }
    return incident
  }

  /// Says how the incident stands that lines are about, and what is still to be reported.
  func answerIncident(_ lines: [Happening], json: Bool) throws {
    guard let subject = lines.first?.subject else { return }
    let (incident, bureau) = (try incident(subject.id), try ledger.bureau())
    if json { return try Output.json(IncidentJSON(incident, bureau, at: clock.now)) }
    for case .incident(let event) in lines.map(\.event) { Output.line(event.name[language]) }
    Output.line(
      "\(incident.id)  \(incident.content.kind.name[language])  "
        + "\(incident.content.level.name[language])  \(incident.state.name[language])")
    for due in bureau.dues(of: incident) where due.reported == nil {
      Output.line("! " + due.line(at: clock.now)[language])
    }
  }
}

extension EmergencyDue {
  /// To whom, how, and how much is left, in one line.
  func line(at now: Moment) -> Bilingual {
    let words = words(at: now)
    return Bilingual(
      zh: "\(rule.to.zh)（\(how.name.zh)）  \(words.zh)",
      en: "\(rule.to.en) (\(how.name.en))  \(words.en)")
  }
}

/// What is known of an incident, as far as it is given.
struct IncidentOptions: ParsableArguments {
  @Option(help: help(zh: "发生时间，如 2026-11-23T14:30", en: "when it happened, as 2026-11-23T14:30"))
  var at: Moment?
  @Option(help: help(zh: "得知时间，晚于发生时填", en: "when it became known, if later")) var known: Moment?
  @Option(help: help(zh: "场所", en: "the place")) var place: String?
  @Option(help: help(zh: "地点（文字）", en: "where, in words")) var location: String?
  @Option(help: help(zh: "类别", en: "what sort")) var kind: IncidentKind?
  @Option(help: help(zh: "发生了什么", en: "what happened")) var what: String?
  @Option(help: help(zh: "死亡人数", en: "dead")) var dead: Int?
  @Option(help: help(zh: "重伤人数", en: "seriously injured")) var serious: Int?
  @Option(help: help(zh: "轻伤人数", en: "slightly injured")) var slight: Int?
  @Option(help: help(zh: "下落不明人数", en: "missing")) var missing: Int?
  @Option(help: help(zh: "直接经济损失（元，估计）", en: "direct loss in yuan, as estimated")) var loss: Int?
  @Option(help: help(zh: "原因", en: "the cause")) var cause: String?
  @Option(help: help(zh: "已采取的措施", en: "what was done")) var measures: String?
  @Option(help: help(zh: "下一步工作", en: "what comes next")) var next: String?
  @Option(
    name: .customLong("hazard"), help: help(zh: "有关隐患编号，可多次", en: "a hazard it has to do with"))
  var hazards: [String] = []

  /// The numbers of persons, those not given as they were.
  func casualties(_ former: Casualties) -> Casualties {
    Casualties(
      dead: dead ?? former.dead, serious: serious ?? former.serious,
      slight: slight ?? former.slight, missing: missing ?? former.missing)
  }

  func edit(of content: Incident.Content, note: String, _ session: Session) throws -> IncidentEdit {
    let casualties = casualties(content.casualties)
    return IncidentEdit(
      at: at, known: known, place: try place.map { try session.place($0).id },
      location: location, kind: kind, what: what,
      casualties: casualties == content.casualties ? nil : casualties, loss: loss, cause: cause,
      measures: measures, next: next,
      hazards: hazards.isEmpty ? nil : content.hazards + hazards.map { Identifier($0) },
      note: note)
  }
}

/// Enters an incident.
struct IncidentRecord: ParsableCommand {
  static let configuration = about("record", zh: "登记事故（事件）", en: "record an incident")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var facts: IncidentOptions
  @OptionGroup var entered: EnteredOptions
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func validate() throws {
    guard facts.what != nil, facts.kind != nil else {
      throw ValidationError(
        Bilingual(zh: "请写 --kind 和 --what。", en: "Give --kind and --what.")[Speech.language])
    }
  }

  func run() throws {
    let session = try Session(options)
    let content = Incident.Content(
      at: facts.at ?? session.clock.now, known: facts.known,
      place: try facts.place.map { try session.place($0).id }, location: facts.location,
      kind: facts.kind ?? .other, what: facts.what ?? "",
      casualties: facts.casualties(Casualties()), loss: facts.loss ?? 0, cause: facts.cause,
      measures: facts.measures, next: facts.next, hazards: facts.hazards.map { Identifier($0) })
    try session.answerIncident(
      entered.perform(.recordIncident(content), session), json: json)
  }
}

/// Which incident an act is about, for whom it is entered, and how it answers.
struct IncidentActOptions: ParsableArguments {
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号，如 SJ2026-001", en: "the number, as SJ2026-001")) var number: String
  @OptionGroup var entered: EnteredOptions
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func perform(_ command: (Session, Incident) throws -> IncidentCommand) throws {
    let session = try Session(options)
    let incident = try session.incident(number)
    let asked = Command.incident(incident.id, try command(session, incident))
    try session.answerIncident(entered.perform(asked, session), json: json)
  }
}

/// Adds what is new.
struct IncidentAdd: ParsableCommand {
  static let configuration = about("add", zh: "补充情况", en: "add what is new")

  @OptionGroup var act: IncidentActOptions
  @Option(help: help(zh: "新情况", en: "what is new")) var note: String
  @OptionGroup var facts: IncidentOptions

  func run() throws {
    try act.perform { .add(try facts.edit(of: $1.content, note: note, $0)) }
  }
}

/// Sets right what was recorded wrong.
struct IncidentCorrect: ParsableCommand {
  static let configuration = about("correct", zh: "更正", en: "correct what is wrong")

  @OptionGroup var act: IncidentActOptions
  @Option(help: help(zh: "更正的原因", en: "why")) var reason: String
  @OptionGroup var facts: IncidentOptions

  func run() throws {
    try act.perform { .correct(try facts.edit(of: $1.content, note: reason, $0)) }
  }
}

/// Notes that it was reported.
struct IncidentReportCommand: ParsableCommand {
  static let configuration = about("report", zh: "登记报告（初报、续报）", en: "note a report of it")

  @OptionGroup var act: IncidentActOptions
  @Option(help: help(zh: "向谁：时限表的编号或名称，或另写", en: "to whom: a line of the table, or in words"))
  var to: String
  @Option(help: help(zh: "何时；不填则现在", en: "when; now if left out")) var at: Moment?
  @Option(help: help(zh: "方式", en: "how")) var how: IncidentReport.Manner = .phone
  @Option(help: help(zh: "报告人；不填则经办人", en: "who reported; you if left out")) var by: String?
  @Option(help: help(zh: "接报人、要求等", en: "who took it, what was said")) var note: String?

  func run() throws {
    try act.perform { session, incident in
      let rules = try session.ledger.bureau().incidentRules(on: incident.content.start.day).table
      let rule = rules.first { $0.id.rawValue == to || $0.to.zh == to || $0.to.en == to }
      let person = try by.map(session.person)?.id ?? session.actor().id
      return .report(
        IncidentReport(
          to: rule?.to[session.language] ?? to, rule: rule?.id, at: at ?? session.clock.now,
          how: how, by: person, note: note))
    }
  }
}

/// Closes it.
struct IncidentClose: ParsableCommand {
  static let configuration = about("close", zh: "办结", en: "close an incident")

  @OptionGroup var act: IncidentActOptions
  @Option(help: help(zh: "处理结果", en: "how it ended")) var conclusion: String?

  func run() throws { try act.perform { _, _ in .close(conclusion: conclusion) } }
}

/// Withdraws what was no incident.
struct IncidentWithdraw: ParsableCommand {
  static let configuration = about("withdraw", zh: "作废", en: "withdraw an incident")

  @OptionGroup var act: IncidentActOptions
  @Option(help: help(zh: "原因", en: "why")) var reason: String

  func run() throws { try act.perform { _, _ in .withdraw(reason: reason) } }
}
