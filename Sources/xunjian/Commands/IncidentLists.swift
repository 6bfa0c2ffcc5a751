import Almanac
import ArgumentParser
import Canvas
import Domain
import Ledger
import Reports

/// The incidents, the latest first.
struct IncidentList: ParsableCommand {
  static let configuration = about("list", zh: "列出事故（事件）", en: "list the incidents")

  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "时段：2026-11、2026-Q4、2026 或假期", en: "a month, quarter, year or break"))
  var period: String?
  @Option(help: help(zh: "状态", en: "the state")) var state: Incident.State?
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let (language, bureau) = (session.language, try session.ledger.bureau())
    let days = try period.map { try session.incidentPeriod($0).days }
    let found = try session.ledger.incidentBook().incidents.filter { incident in
      (days?.contains(incident.content.at.day) ?? true)
        && (state.map { $0 == incident.state } ?? true)
    }.sorted { ($0.content.at, $0.id) > ($1.content.at, $1.id) }
    try output.print(
      found.map { IncidentJSON($0, bureau, at: session.clock.now) },
      keys: ["number", "at", "kind", "level", "what", "casualties", "loss", "due", "state"],
      heading: [
        Bilingual(zh: "编号", en: "Number"), Bilingual(zh: "发生时间", en: "When"),
        Bilingual(zh: "类别", en: "Sort"), Bilingual(zh: "等级", en: "Level"),
        Bilingual(zh: "经过", en: "What"), Bilingual(zh: "伤亡", en: "Casualties"),
        Bilingual(zh: "损失（元）", en: "Loss"), Bilingual(zh: "待报", en: "To report"),
        Bilingual(zh: "状态", en: "State"),
      ],
      rows: found.map { incident in
        let content = incident.content
        return [
          incident.id.rawValue, content.at.dayAndTime, content.kind.name[language],
          content.level.name[language], content.what, content.casualties.words[language],
          "\(content.loss)", "\(bureau.dues(of: incident).count { $0.reported == nil })",
          incident.state.name[language],
        ]
      })
  }
}

extension Incident.State: ExpressibleByArgument {}

/// One incident with all that came of it.
struct IncidentShow: ParsableCommand {
  static let configuration = about("show", zh: "看一起事故（事件）", en: "show an incident")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号，如 SJ2026-001", en: "the number, as SJ2026-001")) var number: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let (language, bureau) = (session.language, try session.ledger.bureau())
    let incident = try session.incident(number)
    if json { return try Output.json(IncidentJSON(incident, bureau, at: session.clock.now)) }
    let content = incident.content
    let where_ = [content.place.map { bureau.name($0) }, content.location].compactMap(\.self)
    Output.line(
      "\(incident.id)  \(content.at.dayAndTime)  \(content.kind.name[language])  "
        + "\(content.level.name[language])  \(incident.state.name[language])")
    Output.line("\(where_.joined(separator: " "))  \(content.what)")
    Output.line(
      content.casualties.words[language]
        + Bilingual(zh: "，直接经济损失 \(content.loss) 元", en: ", direct loss \(content.loss) yuan")[
          language])
    for due in bureau.dues(of: incident) {
      Output.line(
        (due.reported == nil ? "! " : "  ") + due.line(at: session.clock.now)[language]
          + "  " + due.rule.source[language])
    }
    for entry in try session.ledger.timeline(.incident(incident.id)) {
      guard case .incident(let event) = entry.event else { continue }
      let who = bureau.name(entry.stamp.actor, for: entry.stamp.standsFor)[language]
      Output.line("  \(entry.stamp.at.dayAndTime)  \(who)  \(event.name[language])  \(event.note)")
    }
  }
}

extension IncidentEvent {
  /// What is worth saying of it besides its name.
  fileprivate var note: String {
    switch self {
    case .recorded(let content): content.what
    case .added(let edit), .corrected(let edit): edit.note
    case .reported(let report): "\(report.to) \(report.at.dayAndTime) \(report.note ?? "")"
    case .closed(let conclusion): conclusion ?? ""
    case .withdrawn(let reason): reason
    }
  }
}

extension Session {
  /// The days that a text names.
  ///
  /// - Throws: ``ShellError`` where it names none.
  func incidentPeriod(_ text: String) throws -> IncidentPeriod {
    guard let period = IncidentPeriod(text, in: try ledger.bureau().calendar) else {
      throw ShellError.plain(
        .badData,
        Bilingual(
          zh: "“\(text)”看不懂：写 2026-11、2026-Q4、2026，或假期如 2027-new-year。",
          en: "“\(text)” cannot be read: 2026-11, 2026-Q4, 2026, or a break as 2027-new-year."))
    }
    return period
  }

  /// The register of a period on paper.
  func incidentRegister(of period: IncidentPeriod) throws -> Document {
    IncidentRegister.document(
      of: period, try ledger.incidentBook(), bureau: try ledger.bureau(), at: clock.now,
      language: language)
  }

  /// The same in JSON.
  func incidentRegisterJSON(of period: IncidentPeriod) throws -> IncidentRegisterJSON {
    try IncidentRegisterJSON(
      period, ledger.incidentBook(), ledger.bureau(), ledger.dutyRosters(), at: clock.now)
  }

  /// The written report of an incident.
  func paper(of incident: Incident) throws -> Document {
    IncidentPaper.document(
      incident, bureau: try ledger.bureau(), at: clock.now, language: language)
  }

  /// The incidents of a roster's days and what their nil reports say.
  func incidents(of roster: DutyRoster) throws -> IncidentFigures {
    try ledger.incidentBook().figures(of: roster.days, ledger.bureau(), at: clock.now)
  }
}

/// An incident in JSON; the keys are fixed, others script against them.
struct IncidentJSON: Encodable {
  struct Due: Encodable {
    var rule: EmergencyRule.ID
    var to: Bilingual
    var how: IncidentReport.Manner
    @Nullable var limit: Moment?
    @Nullable var reported: Moment?
    var state: EmergencyDue.State
    var supplement: Bool
    var source: Bilingual
  }

  struct Report: Encodable {
    var to: String
    @Nullable var rule: EmergencyRule.ID?
    var at: Moment
    var how: IncidentReport.Manner
    var first: Bool
    var by: Person.ID
    @Nullable var note: String?
  }

  var number: Incident.ID
  var at: Moment
  @Nullable var known: Moment?
  @Nullable var place: Place.ID?
  @Nullable var location: String?
  var kind: IncidentKind
  var level: IncidentLevel
  var what: String
  var casualties: Casualties
  var loss: Int
  @Nullable var cause: String?
  @Nullable var measures: String?
  @Nullable var next: String?
  var hazards: [Hazard.ID]
  var state: Incident.State
  var recorded: Moment
  var person: Person.ID
  var entries: [Incident.Entry]
  var reports: [Report]
  var due: [Due]
  @Nullable var closed: Day?
  @Nullable var conclusion: String?
  @Nullable var reason: String?

  init(_ incident: Incident, _ bureau: Bureau, at now: Moment) {
    let content = incident.content
    number = incident.id
    at = content.at
    known = content.known
    place = content.place
    location = content.location
    kind = content.kind
    level = content.level
    what = content.what
    casualties = content.casualties
    loss = content.loss
    cause = content.cause
    measures = content.measures
    next = content.next
    hazards = content.hazards
    state = incident.state
    recorded = incident.recordedAt
    person = incident.recorded.person
    entries = incident.entries
    reports = incident.reports.map {
      Report(
        to: $0.to, rule: $0.rule, at: $0.at, how: $0.how, first: incident.isFirst($0), by: $0.by,
        note: $0.note)
    }
    due = bureau.dues(of: incident).map {
      Due(
        rule: $0.rule.id, to: $0.rule.to, how: $0.how, limit: $0.limit, reported: $0.reported,
        state: $0.state(at: now), supplement: $0.isSupplement, source: $0.rule.source)
    }
    closed = incident.closed?.day
    conclusion = incident.conclusion
    reason = incident.reason
  }
}

/// `report incidents --format json`.
struct IncidentRegisterJSON: Encodable {
  var period: String
  var figures: IncidentFigures
  var saysNone: Bool
  var statement: Bilingual
  var incidents: [IncidentJSON]
  var nilReports: [NilReportJSON]

  init(
    _ period: IncidentPeriod, _ book: IncidentBook, _ bureau: Bureau, _ rosters: [DutyRoster],
    at now: Moment
  ) {
    self.period = period.description
    figures = book.figures(of: period.days, bureau, at: now)
    saysNone = figures.saysNone
    statement = figures.statement
    incidents = book.incidents(on: period.days).map { IncidentJSON($0, bureau, at: now) }
    nilReports = book.nilReports(dueOn: period.days, of: bureau, at: now)
      .map { NilReportJSON($0, bureau, rosters) }
  }
}

/// The register of incidents and nil reports on paper.
struct IncidentsReport: ParsableCommand {
  static let configuration = about(
    "incidents", zh: "事故（事件）登记表和零报告情况表", en: "the register of incidents, and the nil reports")

  @OptionGroup var options: GlobalOptions
  @Option(
    help: help(
      zh: "时段：2026-11、2026-Q4、2026 或假期如 2027-new-year；不填则本月",
      en: "a month, quarter, year, or break as 2027-new-year; this month if left out"))
  var period: String?
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let period = try period.map(session.incidentPeriod) ?? .month(session.today.month)
    try output.send(
      session.incidentRegister(of: period), json: session.incidentRegisterJSON(of: period),
      on: session.today)
  }
}

/// The written report of an incident.
struct IncidentPaperReport: ParsableCommand {
  static let configuration = about(
    "incident", zh: "事故（突发事件）信息报告", en: "the written report of an incident")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号，如 SJ2026-001", en: "the number, as SJ2026-001")) var number: String
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let incident = try session.incident(number)
    try output.send(
      session.paper(of: incident),
      json: IncidentJSON(incident, session.ledger.bureau(), at: session.clock.now),
      on: session.today)
  }
}
