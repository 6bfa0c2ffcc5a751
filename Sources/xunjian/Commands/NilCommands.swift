import Almanac
import ArgumentParser
import Domain
import Ledger

/// Nil reports.
struct NilCommandGroup: ParsableCommand {
  static let configuration = about(
    "nil", zh: "零报告", en: "nil reports", [NilList.self, NilDeclare.self, NilSettings.self])
}

/// A nil report in JSON; the keys are fixed, others script against them.
struct NilReportJSON: Encodable {
  var due: Moment
  var from: Moment
  var to: Moment
  var occasions: [Bilingual]
  var state: NilReport.State
  var persons: [Person.ID]
  @Nullable var none: Bool?
  var incidents: [Incident.ID]
  var outdated: Bool
  @Nullable var declared: Moment?
  @Nullable var person: Person.ID?
  @Nullable var note: String?

  init(_ report: NilReport, _ bureau: Bureau, _ rosters: [DutyRoster]) {
    due = report.period.due
    from = report.period.from
    to = report.period.to
    occasions = report.period.occasions
    state = report.state
    persons = bureau.expected(for: report.period, rosters)
    none = report.declaration?.content.incidents.isEmpty
    incidents = report.incidents
    outdated = report.isOutdated
    declared = report.declaration?.first
    person = report.declaration?.step.person
    note = report.declaration?.content.note
  }
}

/// The nil reports of some days.
struct NilList: ParsableCommand {
  static let configuration = about("list", zh: "列出零报告", en: "list the nil reports")

  @OptionGroup var options: GlobalOptions
  @Option(
    help: help(
      zh: "时段：2026-11、2026-Q4、2026 或假期；不填则近一月和往后两周",
      en: "a month, quarter, year or break; else the last month and a fortnight to come"))
  var period: String?
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let (language, bureau) = (session.language, try session.ledger.bureau())
    let days =
      try period.map { try session.incidentPeriod($0).days }
      ?? (session.today - 31)...(session.today + 14)
    let reports = try session.ledger.incidentBook()
      .nilReports(dueOn: days, of: bureau, at: session.clock.now)
    let rosters = try session.ledger.dutyRosters()
    try output.print(
      reports.map { NilReportJSON($0, bureau, rosters) },
      keys: ["due", "about", "from", "to", "persons", "state", "declared"],
      heading: [
        Bilingual(zh: "应报时间", en: "Due"), Bilingual(zh: "事由", en: "About"),
        Bilingual(zh: "起", en: "From"), Bilingual(zh: "止", en: "To"),
        Bilingual(zh: "申报人", en: "Who"), Bilingual(zh: "状态", en: "State"),
        Bilingual(zh: "内容", en: "Declared"),
      ],
      rows: reports.map { report in
        [
          report.period.due.dayAndTime, report.period.occasion[language],
          report.period.from.dayAndTime, report.period.to.dayAndTime,
          bureau.names(
            report.declaration.map { [$0.step.person] }
              ?? bureau.expected(for: report.period, rosters))[language],
          report.state.name[language], report.outcome[language],
        ]
      })
  }
}

/// Makes a nil report.
struct NilDeclare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "declare",
    abstract: Bilingual(zh: "申报零报告", en: "make a nil report")[Speech.language],
    discussion: Bilingual(
      zh: "不写应报时间则为最早一次待报的。时段内登记了事故（事件）的，须用 --incidents。",
      en:
        "Without a time it is the oldest one still to be made. Where incidents are recorded within "
        + "it, --incidents is asked.")[Speech.language])

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "应报时间，如 2027-01-01T17:00", en: "when it is due, as 2027-01-01T17:00"))
  var due: Moment?
  @Flag(help: help(zh: "无事故（事件）", en: "there was no incident")) var none = false
  @Flag(help: help(zh: "有情况：时段内登记的事故（事件）", en: "with the incidents recorded within it"))
  var incidents = false
  @Option(help: help(zh: "说明", en: "what else is said")) var note: String?
  @OptionGroup var entered: EnteredOptions
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func validate() throws {
    guard none != incidents else {
      throw ValidationError(
        Bilingual(zh: "请写 --none 或 --incidents 之一。", en: "Give --none or --incidents.")[
          Speech.language])
    }
  }

  func run() throws {
    let session = try Session(options)
    let book = try session.ledger.incidentBook()
    let bureau = try session.ledger.bureau()
    let open = book.nilReportsOpen(bureau, at: session.clock.now)
    guard let due = due ?? open.first?.period.due else {
      throw ShellError.plain(
        .noInput, Bilingual(zh: "现在没有待报的零报告。", en: "No nil report is due now."))
    }
    let request = NilRequest(due: due, isNone: none, note: note)
    let lines = try entered.perform(.declareNil(request), session)
    let report = try session.ledger.incidentBook()
      .nilReports(dueOn: due.day...due.day, of: bureau, at: session.clock.now)
      .first { $0.period.due == due }
    guard let report else { return }
    if json {
      return try Output.json(NilReportJSON(report, bureau, session.ledger.dutyRosters()))
    }
    for case .nilReport(let event) in lines.map(\.event) {
      Output.line(
        "\(due.dayAndTime)  \(report.period.occasion[session.language])  "
          + "\(event.name[session.language])  \(report.state.name[session.language])")
    }
  }
}

/// When nil reports are due: shown, or changed from a day on.
struct NilSettings: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings",
    abstract: Bilingual(zh: "零报告时间：查看或修改", en: "when nil reports are due: show or change")[
      Speech.language],
    discussion: Bilingual(
      zh: "--alert 写“种类:颜色或级别=时间”，种类、颜色可省：typhoon:orange,red=08:00,17:00，"
        + "red=12:00，=17:00（所有预警）；写了就换掉原来的全部，none 为都不报。",
      en: "--alert takes KIND:GRADES=TIMES, kind and grades may be left out: "
        + "typhoon:orange,red=08:00,17:00, red=12:00, =17:00 (any alert). What is given takes the "
        + "place of all there was; none asks for no report.")[Speech.language])

  @OptionGroup var options: GlobalOptions
  @Option(parsing: .unconditional, help: help(zh: "自哪天起施行", en: "from which day on"))
  var from: TypedDay?
  @Option(help: help(zh: "假期每天几点报，逗号分隔；none 不报", en: "times on each day off, between commas; none"))
  var breakTimes: String?
  @Option(
    name: .customLong("alert"),
    help: help(zh: "预警期间几点报，可多次", en: "times while an alert is in force"))
  var alerts: [String] = []
  @Option(help: help(zh: "依据（文件名、文号）", en: "by which document")) var source: String?
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  private struct Shown: Encodable {
    var from: Day
    var breakTimes: [String]
    var alertTimes: [Line]
    @Nullable var source: String?

    struct Line: Encodable {
      @Nullable var kind: Alert.Kind?
      var grades: [String]
      var times: [String]
    }
  }

  func run() throws {
    let session = try Session(options)
    let present = try session.ledger.bureau().presentIncidentRules(on: session.today)
    var changed = present
    if let breakTimes { changed.breakTimes = try Self.times(breakTimes) }
    if !alerts.isEmpty {
      changed.alertTimes = alerts == ["none"] ? [] : try alerts.map(Self.line)
    }
    if let source { changed.source = source.isEmpty ? nil : source }
    if changed != present {
      changed.from = from?.day(today: session.today) ?? max(session.today, present.from)
      try session.perform(.setIncidentRules(changed))
    }
    let rules = try session.ledger.bureau().presentIncidentRules(on: session.today)
    if json {
      return try Output.json(
        Shown(
          from: rules.from, breakTimes: rules.breakTimes.map(Self.text),
          alertTimes: rules.alertTimes.map {
            .init(kind: $0.kind, grades: $0.grades, times: $0.times.map(Self.text))
          }, source: rules.source))
    }
    let language = session.language
    let none = Bilingual(zh: "不报", en: "none")[language]
    func joined(_ times: [Int]) -> String {
      times.isEmpty ? none : times.map(Self.text).joined(separator: " ")
    }
    Output.table(
      [Bilingual(zh: "规定", en: "Rule"), Bilingual(zh: "现值", en: "Value")].map { $0[language] },
      [
        [Bilingual(zh: "施行日期", en: "From")[language], rules.from.description],
        [Bilingual(zh: "假期每天", en: "Each day of a break")[language], joined(rules.breakTimes)],
      ]
        + rules.alertTimes.map { line in
          let any = Bilingual(zh: "各种预警", en: "Any alert")
          let name = (line.kind?.name ?? any)[language]
          let grades = line.grades.map { Alert.Colour(rawValue: $0)?.name[language] ?? $0 }
          return [name + " " + grades.joined(separator: " "), joined(line.times)]
        } + [[Bilingual(zh: "依据", en: "By")[language], rules.source ?? ""]])
  }

  private static func text(_ minutes: Int) -> String {
    Moment(Day(2026, 1, 1), second: minutes * 60).hourAndMinute
  }

  private static func times(_ text: String) throws -> [Int] {
    guard text != "none" else { return [] }
    return try text.split(separator: ",").map { word in
      guard let time = ClockTime(argument: String(word)) else { throw unreadable(String(word)) }
      return time.minutes
    }
  }

  private static func line(_ text: String) throws -> AlertTimes {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    guard sides.count == 2 else { throw unreadable(text) }
    var grades = sides[0]
    var kind: Alert.Kind?
    if let colon = grades.firstIndex(of: ":") {
      kind = Alert.Kind(rawValue: String(grades[..<colon]))
      if kind == nil { throw unreadable(text) }
      grades = String(grades[grades.index(after: colon)...])
    }
    let named = grades.split(separator: ",").map(String.init)
    let known = Set(Alert.Colour.allCases.map(\.rawValue) + ResponseLevel.allCases.map(\.rawValue))
    guard named.allSatisfy(known.contains) else { throw unreadable(text) }
    return AlertTimes(kind: kind, grades: named, times: try times(sides[1]))
  }

  private static func unreadable(_ text: String) -> ShellError {
    .plain(
      .badData,
      Bilingual(
        zh: "“\(text)”看不懂：时间写 17:00，预警写如 typhoon:orange,red=08:00,17:00。",
        en: "“\(text)” cannot be read: a time as 17:00, an alert as typhoon:orange,red=08:00,17:00."
      ))
  }
}
