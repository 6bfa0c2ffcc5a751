import Almanac
import ArgumentParser
import Domain
import Ledger

/// The notices, the latest first.
struct NoticeList: ParsableCommand {
  static let configuration = about("list", zh: "列出整改通知书", en: "list the notices")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions
  @Flag(help: help(zh: "只列还没有回执的", en: "only those not answered yet")) var open = false

  func run() throws {
    let session = try Session(options)
    let bureau = try session.ledger.bureau()
    let notices = try session.ledger.rectificationNotices(isOpen: open)
    try output.print(
      notices.map { RectificationNoticeJSON($0) },
      keys: ["notice", "number", "section", "hazards", "date", "state"],
      heading: [
        Bilingual(zh: "登记号", en: "Notice"), Bilingual(zh: "文号", en: "Number"),
        Bilingual(zh: "科室", en: "Section"), Bilingual(zh: "隐患", en: "Hazards"),
        Bilingual(zh: "签发", en: "Issued"), Bilingual(zh: "状态", en: "State"),
      ],
      rows: notices.map { notice in
        [
          notice.id.rawValue, notice.content.number ?? "", bureau.name(notice.content.section),
          notice.content.lines.map(\.hazard.rawValue).joined(separator: " "),
          notice.content.date.description, notice.state.name[session.language],
        ]
      })
  }
}

/// One notice with its timeline.
struct NoticeShow: ParsableCommand {
  static let configuration = about("show", zh: "看一份通知书", en: "show one notice")

  @OptionGroup var act: NoticeOptions

  func run() throws {
    let session = try Session(act.options)
    let (language, bureau) = (session.language, try session.ledger.bureau())
    let notice = try session.notice(act.notice)
    var shown = RectificationNoticeJSON(notice)
    let entries = try session.ledger.timeline(.notice(notice.id)).compactMap {
      HazardJSON.Entry($0, bureau, language)
    }
    shown.timeline = entries
    if act.json { return try Output.json(shown) }
    Output.line(
      "\(notice.id)  \(notice.content.number ?? "")  \(bureau.name(notice.content.section))  "
        + notice.state.name[language])
    for (index, line) in notice.content.lines.enumerated() {
      let hazard = try session.hazard(line.hazard)
      Output.line(
        "  \(index + 1). \(line.hazard)  \(bureau.name(hazard.report.place))  "
          + "\(hazard.report.text)  \(line.deadline?.description ?? "")")
      Output.line("     " + line.demand[language])
      if let done = notice.reply(to: line.hazard) { Output.line("     → " + done) }
    }
    for entry in entries { Output.line(entry.words(bureau, language)) }
  }
}

extension HazardJSON.Entry {
  /// The line of a timeline, for people.
  func words(_ bureau: Bureau, _ language: Language) -> String {
    "  \(date)  \(bureau.name(person, for: standsFor)[language])  \(name)  \(note)"
      + (enteredWords.map { "  (\($0))" } ?? "")
  }
}

/// A rectification notice in JSON; the keys are fixed, others script against them.
struct RectificationNoticeJSON: Encodable {
  /// What it asks about one hazard, and what was answered.
  struct Line: Encodable {
    var hazard: Hazard.ID
    var demand: Bilingual
    @Nullable var deadline: Day?
    @Nullable var done: String?
  }

  /// Its name in the ledger, as `整2026-003`.
  var notice: RectificationNotice.ID
  /// The number it bears; null where it is left blank.
  @Nullable var number: String?
  var state: RectificationNotice.State
  var section: Section.ID
  var signer: Person.ID
  var date: Day
  var lines: [Line]
  @Nullable var received: Day?
  @Nullable var receiver: Person.ID?
  @Nullable var answered: Day?
  @Nullable var answerer: Person.ID?
  @Nullable var withdrawn: Day?
  /// Why it was withdrawn.
  @Nullable var reason: String?
  var timeline: [HazardJSON.Entry]?

  init(_ notice: RectificationNotice) {
    let content = notice.content
    self.notice = notice.id
    number = content.number
    state = notice.state
    (section, signer, date) = (content.section, content.signer, content.date)
    lines = content.lines.map { line in
      Line(
        hazard: line.hazard, demand: line.demand, deadline: line.deadline,
        done: notice.reply(to: line.hazard))
    }
    (received, receiver) = (notice.received?.day, notice.received?.person)
    (answered, answerer) = (notice.answered?.day, notice.answered?.person)
    (withdrawn, reason) = (notice.withdrawn?.day, notice.reason)
  }
}
