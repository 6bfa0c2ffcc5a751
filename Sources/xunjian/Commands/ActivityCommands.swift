import Almanac
import ArgumentParser
import Domain
import Intake
import Ledger
import Reports

/// The register of activities (工作台账) and its kinds.
struct ActivityCommandGroup: ParsableCommand {
  static let configuration = about(
    "activity", zh: "工作台账：通报、会议、培训、走访、稿件、演练等",
    en: "the register of activities: circulars, meetings, trainings, visits, articles, drills",
    [
      ActivityRecord.self, ActivityList.self, ActivityShow.self, ActivityCorrect.self,
      ActivityWithdraw.self, ActivityRead.self, ActivityResolve.self, ActivityImport.self,
      ActivityTotalsCommand.self, ActivityKinds.self, ActivityKindGroup.self,
    ])
}

extension Session {
  /// The register with all its kinds.
  func activityBook() throws -> ActivityBook {
    ActivityBook(
      kinds: ActivityKind.all(Shipped.activityKinds, known: try ledger.bureau().activityKinds),
      activities: try ledger.activities())
  }

  /// The entry of a number.
  ///
  /// - Throws: `ActivityError.noSuchActivity`.
  func activity(_ text: String) throws -> Activity {
    guard let found = try ledger.activity(Identifier(text)) else {
      throw ActivityError.noSuchActivity(text)
    }
    return found
  }

  /// What was done in a period.
  func activityTotals(of period: SummaryPeriod) throws -> ActivityTotals {
    let book = try activityBook()
    return ActivityTotals(
      of: period, book.activities, kinds: book.kinds, bureau: try ledger.bureau(), today: today)
  }

  /// Says how the entry stands that lines are about.
  func answerActivity(_ lines: [Happening], json: Bool) throws {
    let subject = lines.first { $0.subject.kind == .activity }?.subject
    guard let subject else { return }
    let activity = try activity(subject.id)
    if json { return try Output.json(ActivityJSON(activity, activityBook().kind(of: activity))) }
    for case .activity(let event) in lines.map(\.event) {
      Output.line("\(activity.id)  \(event.name[language])  \(activity.content.title)")
    }
  }
}

/// What an entry says, as options of a command.
struct ActivityOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: help(
      zh: "栏目=内容，可多次；内容空着就是去掉，栏目见 activity kinds",
      en: "FIELD=VALUE, repeatable; an empty value takes it away; activity kinds lists the fields"))
  var values: [String] = []
  @Option(
    help: help(zh: "参加或传阅的人，几个用逗号；空白去掉", en: "who took part or is to read it, between commas"))
  var persons: String?
  @Option(
    name: .customLong("where"), help: help(zh: "地点；空白去掉", en: "where it was; blank takes it away"))
  var place: String?
  @Option(
    name: .customLong("resolution"),
    help: help(
      zh: "议定事项“事项，承办人，期限”，可多次", en: "a resolution, “what, who, by when”, repeatable"))
  var resolutions: [String] = []
  @Option(help: help(zh: "附件：PDF、JPEG 或 PNG", en: "its paper: a PDF, JPEG or PNG"))
  var file: String?

  /// Puts what is named into what the entry says.
  ///
  /// - Returns: The paper to keep.
  func apply(
    to content: inout Activity.Content, of kind: ActivityKind, _ session: Session
  ) throws -> ScannedPaper? {
    let bureau = try session.ledger.bureau()
    for text in values {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map(String.init)
      guard parts.count == 2 else {
        throw ShellError.plain(
          .usage,
          Bilingual(
            zh: "--set 请写“栏目=内容”，不是“\(text)”。", en: "--set takes FIELD=VALUE, not “\(text)”."))
      }
      guard let field = kind.field(named: parts[0]) else {
        throw ActivityError.noSuchField(parts[0], kind: kind.name, fields: kind.present.map(\.id))
      }
      content.values[field.id] = try field.value(typed: parts[1], in: bureau)
    }
    if let persons { content.persons = try bureau.persons(typed: persons) }
    if let place { content.place = place }
    content.resolutions += try resolutions.flatMap {
      try Activity.Resolution.list(typed: $0, in: bureau, on: session.today)
    }
    let paper = try file.map(ScannedPaper.init)
    if let paper { content.file = paper.scan }
    return paper
  }
}

/// Records an entry.
struct ActivityRecord: ParsableCommand {
  static let configuration = about("record", zh: "登记一条活动", en: "record an activity")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "种类，见 activity kinds", en: "the kind, see activity kinds"))
  var kind: String
  @Option(parsing: .unconditional, help: help(zh: "哪天；不填则今天", en: "on which day; today"))
  var on: TypedDay?
  @Option(help: help(zh: "标题或内容", en: "what it was")) var title: String
  @OptionGroup var content: ActivityOptions
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let kind = try session.activityBook().kind(named: kind)
    var said = Activity.Content(
      kind: kind.id, day: on?.day(today: session.today) ?? session.today, title: title)
    let paper = try content.apply(to: &said, of: kind, session)
    let lines = try session.perform(
      .recordActivities([ActivityRequest(kind, said)]), scan: paper)
    try session.answerActivity(lines, json: json)
  }
}

/// Which entry an act is about, and how it answers.
struct ActivityActOptions: ParsableArguments {
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号，如 HD2026-001", en: "its number, as HD2026-001")) var id: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false
}

/// Corrects an entry.
struct ActivityCorrect: ParsableCommand {
  static let configuration = about("correct", zh: "更正一条活动", en: "correct an activity")

  @OptionGroup var act: ActivityActOptions
  @Option(parsing: .unconditional, help: help(zh: "改为哪天", en: "the day it was")) var on: TypedDay?
  @Option(help: help(zh: "改为什么标题", en: "what it was")) var title: String?
  @OptionGroup var content: ActivityOptions
  @Option(help: help(zh: "原因", en: "why")) var reason: String

  func run() throws {
    let session = try Session(act.options)
    let activity = try session.activity(act.id)
    guard let kind = try session.activityBook().kind(of: activity) else {
      throw ActivityError.noSuchKind(activity.content.kind.rawValue)
    }
    var said = activity.content
    if let on { said.day = on.day(today: session.today) }
    if let title { said.title = title }
    let paper = try content.apply(to: &said, of: kind, session)
    let lines = try session.perform(
      .activity(activity.id, .correct(said, reason: reason)), scan: paper)
    try session.answerActivity(lines, json: act.json)
  }
}

/// Withdraws an entry.
struct ActivityWithdraw: ParsableCommand {
  static let configuration = about("withdraw", zh: "作废一条活动", en: "withdraw an activity")

  @OptionGroup var act: ActivityActOptions
  @Option(help: help(zh: "原因", en: "why")) var reason: String

  func run() throws {
    let session = try Session(act.options)
    let command = Command.activity(Identifier(act.id), .withdraw(reason: reason))
    try session.answerActivity(session.perform(command), json: act.json)
  }
}

/// That one has read a circular.
struct ActivityRead: ParsableCommand {
  static let configuration = about("read", zh: "签阅一份通报", en: "say that you have read a circular")

  @OptionGroup var act: ActivityActOptions
  @OptionGroup var entered: EnteredOptions

  func run() throws {
    let session = try Session(act.options)
    let command = Command.activity(Identifier(act.id), .read)
    try session.answerActivity(entered.perform(command, session), json: act.json)
  }
}

/// That a resolution is carried out.
struct ActivityResolve: ParsableCommand {
  static let configuration = about(
    "resolve", zh: "办结一条议定事项", en: "note that a resolution is carried out")

  @OptionGroup var act: ActivityActOptions
  @Argument(help: help(zh: "第几条", en: "which resolution, from 1")) var number: Int = 1
  @Option(help: help(zh: "怎样办结的", en: "how")) var note: String?
  @OptionGroup var entered: EnteredOptions

  func run() throws {
    let session = try Session(act.options)
    let command = Command.activity(Identifier(act.id), .resolve(number, note: note))
    try session.answerActivity(entered.perform(command, session), json: act.json)
  }
}

/// Records what a table holds.
struct ActivityImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: Bilingual(zh: "从 CSV 导入活动", en: "import activities from CSV")[Speech.language],
    discussion: Bilingual(
      zh: "第一行是表头：日期、标题、地点、人员和这个种类的栏目（名称或编号）。有一行不对就一条也不导入；"
        + "再次导入同一个文件，已有的不会重复。",
      en:
        "The first line is the heading: date, title, where, persons and the fields of the kind, by "
        + "id or name. One wrong line and nothing is imported; what was imported before is not "
        + "recorded twice.")[Speech.language])

  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "种类，见 activity kinds", en: "the kind, see activity kinds"))
  var kind: String
  @Argument(help: help(zh: "CSV 文件", en: "a CSV file")) var file: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let kind = try session.activityBook().kind(named: kind)
    let contents = try ActivityFile.read(
      OfficeText.read(file), file: file, kind: kind,
      bureau: session.ledger.bureau(), today: session.today)
    let lines = try session.perform(
      .recordActivities(contents.map { ActivityRequest(kind, $0) }, isImport: true))
    try ImportAnswer(lines, of: .activity, among: contents.count).tell(
      json: json, in: session.language)
  }
}
