import Almanac
import ArgumentParser
import Domain
import Ledger
import Screens

/// The rosters, the latest first.
struct DutyList: ParsableCommand {
  static let configuration = about("list", zh: "列出值班表", en: "list the rosters")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let language = session.language
    let bureau = try session.ledger.bureau()
    let rosters = Array(try session.ledger.dutyRosters().reversed())
    let warnings = try rosters.map(session.warnings)
    try output.print(
      zip(rosters, warnings).map { DutyRosterJSON($0, $1, bureau) },
      keys: ["roster", "name", "first", "last", "state", "sent", "warnings"],
      heading: [
        Bilingual(zh: "编号", en: "Roster"), Bilingual(zh: "名称", en: "Name"),
        Bilingual(zh: "起", en: "First"), Bilingual(zh: "止", en: "Last"),
        Bilingual(zh: "状态", en: "State"), Bilingual(zh: "报送", en: "Sent up"),
        Bilingual(zh: "提醒", en: "Warnings"),
      ],
      rows: zip(rosters, warnings).map { roster, warnings in
        [
          roster.id.rawValue, roster.content.name[language], roster.content.first.description,
          roster.content.last.description, roster.state.name[language],
          roster.sent.last?.on.description ?? "", "\(warnings.count)",
        ]
      })
  }
}

/// One roster with all that came of it.
struct DutyShow: ParsableCommand {
  static let configuration = about("show", zh: "看一张值班表", en: "show a roster")

  @OptionGroup var act: DutyOptions

  func run() throws {
    let session = try Session(act.options)
    let (language, bureau) = (session.language, try session.ledger.bureau())
    let roster = try session.roster(act.roster)
    let warnings = try session.warnings(of: roster)
    let entries = try session.ledger.timeline(.duty(roster.id))
    if act.json { return try Output.json(DutyRosterJSON(roster, warnings, bureau)) }
    Output.line("\(roster.id)  \(roster.content.name[language])  \(roster.state.name[language])")
    Output.table(
      DutyRowWords.heading(language),
      roster.content.rows.map { DutyRowWords.cells($0, bureau, language) })
    for warning in warnings { Output.line("! " + warning.message(bureau)[language]) }
    if let swap = roster.asked {
      let names = swap.parties.map { bureau.name($0) }.joined(separator: " / ")
      Output.line("? " + DutyEvent.swapAsked(swap).name[language] + "  " + names)
    }
    for entry in entries {
      guard case .duty(let event) = entry.event else { continue }
      let who = bureau.name(entry.stamp.actor, for: entry.stamp.standsFor)[language]
      let words = event.words(bureau)[language]
      Output.line(
        "  \(entry.stamp.at.dayAndTime)  \(who)  \(event.name[language])"
          + (words.isEmpty ? "" : "  " + words))
    }
  }
}

/// Who is on duty now.
struct DutyNow: ParsableCommand {
  static let configuration = about("now", zh: "现在谁值班", en: "who is on duty now")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions

  private struct On: Encodable {
    var roster: DutyRoster.ID
    var day: Day
    var shift: DutyShift
    var leading: [Person.ID]
    var onDuty: [Person.ID]
    var until: Moment
    @Nullable var phone: String?
  }

  func run() throws {
    let session = try Session(options)
    let (language, bureau) = (session.language, try session.ledger.bureau())
    let on = bureau.dutyOn(
      try session.ledger.dutyRosters(from: session.today - 1), at: session.clock.now)
    try output.print(
      on.map {
        On(
          roster: $0.roster, day: $0.row.day, shift: $0.row.shift, leading: $0.row.leading,
          onDuty: $0.row.onDuty, until: $0.until, phone: $0.phone)
      },
      keys: ["roster", "day", "leading", "onDuty", "phone", "until"],
      heading: [
        Bilingual(zh: "值班表", en: "Roster"), Bilingual(zh: "日期", en: "Day"),
        Bilingual(zh: "带班", en: "Leading"), Bilingual(zh: "值班", en: "On duty"),
        Bilingual(zh: "电话", en: "Telephone"), Bilingual(zh: "至", en: "Until"),
      ],
      rows: on.map { on in
        [on.roster.rawValue, on.row.day.description]
          + DutyPart.allCases.map { bureau.names(on.row[$0])[language] }
          + [on.phone ?? "", on.until.dayAndTime]
      })
  }
}

/// How much duty everyone has had.
struct DutyLoadList: ParsableCommand {
  static let configuration = about("load", zh: "各人值班次数与分量", en: "how much duty everyone has had")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions

  private struct Load: Encodable {
    var person: Person.ID
    var part: DutyPart
    var shifts: [String: Int]
    var total: Int
    var points: Int
    var last: Day
  }

  func run() throws {
    let session = try Session(options)
    let (language, bureau) = (session.language, try session.ledger.bureau())
    let tallies = DutyTally.all(of: try session.ledger.dutyRosters(), bureau.calendar)
    try output.print(
      tallies.map { tally in
        Load(
          person: tally.person, part: tally.part,
          shifts: Dictionary(
            uniqueKeysWithValues: DutyDay.allCases.map { ($0.rawValue, tally.shifts[$0] ?? 0) }),
          total: tally.total, points: tally.points, last: tally.last)
      },
      keys: ["person", "part"] + DutyDay.allCases.map(\.rawValue) + ["total", "points", "last"],
      heading: [Bilingual(zh: "姓名", en: "Person"), Bilingual(zh: "类别", en: "Part")]
        + DutyDay.allCases.map(\.name) + [
          Bilingual(zh: "合计", en: "Total"), Bilingual(zh: "分量", en: "Weight"),
          Bilingual(zh: "最近", en: "Last"),
        ],
      rows: tallies.map { tally in
        [bureau.name(tally.person), tally.part.name[language]]
          + DutyDay.allCases.map { "\(tally.shifts[$0] ?? 0)" }
          + ["\(tally.total)", "\(tally.points)", tally.last.description]
      })
  }
}

/// A row of a roster in words.
enum DutyRowWords {
  static func heading(_ language: Language) -> [String] {
    [
      Bilingual(zh: "日期", en: "Day"), Bilingual(zh: "星期", en: "Weekday"),
      Bilingual(zh: "日别", en: "Kind"), Bilingual(zh: "班次", en: "Shift"),
      Bilingual(zh: "带班", en: "Leading"), Bilingual(zh: "值班", en: "On duty"),
      Bilingual(zh: "电话", en: "Telephone"), Bilingual(zh: "备注", en: "Remarks"),
    ].map { $0[language] }
  }

  static func cells(_ row: DutyRow, _ bureau: Bureau, _ language: Language) -> [String] {
    [
      row.day.description, row.day.weekdayName[language],
      bureau.calendar.dutyDay(row.day).name[language], row.shift.name[language],
      bureau.names(row.leading)[language], bureau.names(row.onDuty)[language],
      row.phone ?? bureau.presentDutyRules(on: row.day).phone ?? "", row.remark ?? "",
    ]
  }
}

/// A duty roster in JSON; the keys are fixed, others script against them.
struct DutyRosterJSON: Encodable {
  struct Row: Encodable {
    var day: Day
    var shift: DutyShift
    /// `statutory`, `shifted`, `weekend` or `workday`.
    var kind: DutyDay
    var leading: [Person.ID]
    var onDuty: [Person.ID]
    @Nullable var phone: String?
    @Nullable var remark: String?

    init(_ row: DutyRow, _ bureau: Bureau) {
      (day, shift, leading, onDuty) = (row.day, row.shift, row.leading, row.onDuty)
      kind = bureau.calendar.dutyDay(row.day)
      phone = row.phone ?? bureau.presentDutyRules(on: row.day).phone
      remark = row.remark
    }
  }

  struct Change: Encodable {
    var day: Day
    var shift: DutyShift
    var before: Row
    var after: Row
    @Nullable var reason: String?
    var person: Person.ID
    var date: Day
    var afterSending: Bool
    var agreed: [Person.ID]
  }

  var roster: DutyRoster.ID
  var kind: DutyKind
  var name: Bilingual
  var first: Day
  var last: Day
  var state: DutyRoster.State
  var rows: [Row]
  var proposed: Day
  @Nullable var adopted: Day?
  var sent: [DutySending]
  var changes: [Change]
  @Nullable var swap: DutySwap?
  var log: [Handover]
  var checks: [PresenceCheck]
  var warnings: [Bilingual]
  @Nullable var reason: String?

  init(_ roster: DutyRoster, _ warnings: [DutyWarning], _ bureau: Bureau) {
    self.roster = roster.id
    kind = roster.content.kind
    name = roster.content.name
    (first, last) = (roster.content.first, roster.content.last)
    state = roster.state
    rows = roster.content.rows.map { Row($0, bureau) }
    proposed = roster.proposed.day
    adopted = roster.adopted?.day
    sent = roster.sent
    changes = roster.changes.map { change in
      Change(
        day: change.after.day, shift: change.after.shift, before: Row(change.before, bureau),
        after: Row(change.after, bureau), reason: change.reason, person: change.step.person,
        date: change.step.day, afterSending: change.sendings > 0, agreed: change.agreed ?? [])
    }
    swap = roster.asked
    (log, checks) = (roster.log, roster.checks)
    self.warnings = warnings.map { $0.message(bureau) }
    reason = roster.reason
  }
}

/// A duty roster on paper.
struct DutyReport: ParsableCommand {
  static let configuration = about(
    "duty", zh: "值班表；调班说明；值班记录", en: "a duty roster; the note on its changes; its log")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "值班表，如 2027-new-year", en: "the roster, as 2027-new-year"))
  var roster: String
  @Flag(help: help(zh: "报送后的调班说明", en: "the note on changes after it was sent up"))
  var changes = false
  @Flag(help: help(zh: "交接班和抽查记录", en: "the hand-over log and the checks")) var log = false
  @OptionGroup var output: DocumentOutput

  func validate() throws {
    guard !changes || !log else {
      throw ValidationError(
        Bilingual(
          zh: "--changes 与 --log 不能一起用。", en: "--changes and --log exclude each other.")[
            Speech.language])
    }
  }

  func run() throws {
    let session = try Session(options)
    let bureau = try session.ledger.bureau()
    let roster = try session.roster(roster)
    let paper: DutyPaper = changes ? .changes : log ? .log : .roster
    try output.send(
      session.document(paper, of: roster),
      json: DutyRosterJSON(roster, session.warnings(of: roster), bureau), on: session.today)
  }
}
