import Almanac
import ArgumentParser
import Domain
import Ledger

/// Acts that one person has entered for another.
struct EntryCommandGroup: ParsableCommand {
  static let configuration = about(
    "entry", zh: "代录的确认与异议", en: "acts entered for another: confirm or dispute them",
    [EntryList.self, EntryShow.self, EntryConfirm.self, EntryDispute.self])
}

/// Lists what was entered for a person, or for anybody.
struct EntryList: ParsableCommand {
  static let configuration = about("list", zh: "列出", en: "list them")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions
  @Option(
    name: .customLong("for"),
    help: help(zh: "只列代此人录入的", en: "only those entered for this person"))
  var decider: String?
  @Flag(help: help(zh: "只列待本人确认的", en: "only those that wait for the decider's word"))
  var waiting = false

  func run() throws {
    let session = try Session(options)
    let bureau = try session.ledger.bureau()
    let acts = try session.ledger.enteredActs(
      for: decider.map { try session.person($0).id }, isWaiting: waiting)
    try output.print(
      acts.map { EntryJSON($0, bureau, session.language) },
      heading: [
        Bilingual(zh: "编号", en: "Act"), Bilingual(zh: "事项", en: "About"),
        Bilingual(zh: "内容", en: "What"), Bilingual(zh: "决定人", en: "For"),
        Bilingual(zh: "代录人", en: "By"), Bilingual(zh: "纸上日期", en: "Paper"),
        Bilingual(zh: "录入", en: "Entered"), Bilingual(zh: "状态", en: "State"),
        Bilingual(zh: "扫描件", en: "Scan"),
      ],
      rows: acts.map { act in
        [
          act.id.rawValue, act.about[session.language],
          act.words(bureau)[session.language], bureau.name(act.decider),
          bureau.name(act.entered.by), act.entered.paper.description, act.at.day.description,
          act.state.name[session.language], act.entered.scan?.particulars ?? "",
        ]
      })
  }
}

/// Confirms acts as decided.
struct EntryConfirm: ParsableCommand {
  static let configuration = about("confirm", zh: "确认代录无误", en: "confirm that it was decided so")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "代录编号，可写几个", en: "the act's number, or several")) var acts: [String]
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    try session.perform(
      all: acts.map { .entry(Identifier($0), .confirm) }, by: session.actor().id)
    try session.sayEntries(acts, json: json)
  }
}

/// Says that an act was not decided so.
struct EntryDispute: ParsableCommand {
  static let configuration = about("dispute", zh: "对代录提出异议", en: "say that it was not decided so")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "代录编号", en: "the act's number")) var act: String
  @Option(help: help(zh: "哪里与决定不符", en: "what is not as decided")) var reason: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    try session.perform(.entry(Identifier(act), .dispute(reason: reason)))
    try session.sayEntries([act], json: json)
  }
}

extension Session {
  /// Says how entered acts of the person at the keyboard stand now.
  fileprivate func sayEntries(_ numbers: [String], json: Bool) throws {
    let bureau = try ledger.bureau()
    let mine = try ledger.enteredActs(for: actor().id, isWaiting: false)
    let acts = numbers.compactMap { number in mine.first { $0.id.rawValue == number } }
    if json { return try Output.json(acts.map { EntryJSON($0, bureau, language) }) }
    for act in acts { Output.line("\(act.id)  \(act.state.name[language])") }
  }
}

/// An entered act in JSON.
struct EntryJSON: Encodable {
  var act: String
  /// As the journal writes them, such as `hazard/2026-017`.
  var subjects: [String]
  /// The types of its lines, as `hazard.extended`.
  var types: [String]
  /// What was recorded, in the language spoken.
  var note: String
  var person: Person.ID
  var enteredBy: Person.ID
  var paper: Day
  var entered: Day
  var state: EnteredAct.State
  /// When the decider said something last, and what is wrong if so.
  @Nullable var answered: Day?
  @Nullable var reason: String?
  /// The scan of the paper, if it was kept.
  @Nullable var scan: ScanJSON?

  init(
    _ act: EnteredAct, _ bureau: Bureau, _ language: Language, in store: PhotographStore? = nil
  ) {
    self.act = act.id.rawValue
    subjects = act.subjects.map(\.description)
    types = act.lines.map(\.event.type)
    note = act.words(bureau)[language]
    (person, enteredBy) = (act.decider, act.entered.by)
    (paper, entered) = (act.entered.paper, act.at.day)
    state = act.state
    (answered, reason) = (act.answer?.day, act.answer?.reason)
    scan = act.entered.scan.map { ScanJSON($0, in: store) }
  }
}
