import Almanac
import ArgumentParser
import Domain

/// Writes a leader's note on it.
struct HazardNote: ParsableCommand {
  static let configuration = about("note", zh: "批示", en: "write a leader's note")
  @OptionGroup var act: HazardActOptions
  @Option(help: help(zh: "批示内容", en: "the note")) var text: String
  func run() throws { try act.perform { _, _ in .oversee(.note(text)) } }
}

/// Urges whoever has to act next, with words ready to be copied.
struct HazardRemind: ParsableCommand {
  static let configuration = about(
    "remind", zh: "催办：给出可复制的催办短语并记录", en: "remind: prints words to copy, and records it")
  @OptionGroup var act: HazardActOptions
  @Option(help: help(zh: "自拟的话；不填则按隐患拟好", en: "words of your own; else made from the hazard"))
  var text: String?

  func run() throws {
    try act.perform { session, hazard in
      let ready = Reminder(hazard, try session.ledger.bureau(), on: session.today).text
      let words = text ?? ready[session.language]
      if !act.json { Output.line(words) }
      return .oversee(.remind(words))
    }
  }
}

/// Puts safeguards and a watcher in place until it is mended.
struct HazardSafeguard: ParsableCommand {
  static let configuration = about(
    "safeguard", zh: "临时防范措施与监护人", en: "safeguards and a watcher until it is mended")
  @OptionGroup var act: HazardActOptions
  @Option(help: help(zh: "停用、断电、围挡等措施", en: "what was stopped, cut off or guarded"))
  var measures: String
  @Option(help: help(zh: "监护人", en: "who watches")) var watcher: String
  func run() throws {
    try act.perform { session, _ in
      .oversee(.safeguard(.init(measures: measures, watcher: try session.person(watcher).id)))
    }
  }
}

/// Records the study of whether it is major.
struct HazardStudy: ParsableCommand {
  static let configuration = about("study", zh: "重大研判", en: "record a study of its severity")
  @OptionGroup var act: HazardActOptions
  @Option(help: help(zh: "结论：general 或 major", en: "the outcome: general or major"))
  var result: Severity
  @Option(help: help(zh: "依据", en: "the grounds")) var basis: String
  @Option(
    name: .customLong("with"), parsing: .upToNextOption, help: help(zh: "参加人员", en: "who took part")
  )
  var participants: [String]
  @Option(parsing: .unconditional, help: help(zh: "日期", en: "its day")) var day: TypedDay?
  func run() throws {
    try act.perform { session, _ in
      .oversee(
        .study(
          .init(
            severity: result, basis: basis,
            participants: try participants.map { try session.person($0).id },
            day: day?.day(today: session.today) ?? session.today)))
    }
  }
}

extension Severity: ExpressibleByArgument {}

/// Puts a major hazard under a leader's name.
struct HazardCase: ParsableCommand {
  static let configuration = about("case", zh: "领导包案", en: "put it under a leader's name")
  @OptionGroup var act: HazardActOptions
  @Option(help: help(zh: "包案领导", en: "the leader")) var leader: String
  func run() throws {
    try act.perform { session, _ in .oversee(.takeCase(try session.person(leader).id)) }
  }
}

/// Commits measures, funds and contingency.
struct HazardCommit: ParsableCommand {
  static let configuration = about(
    "commit", zh: "落实措施、资金、预案", en: "commit measures, funds and contingency")
  @OptionGroup var act: HazardActOptions
  @Option(help: help(zh: "整改措施", en: "what will be done")) var measures: String
  @Option(help: help(zh: "资金", en: "the funds")) var funds: String
  @Option(help: help(zh: "应急预案", en: "what is done if it goes wrong")) var contingency: String
  func run() throws {
    try act.perform { _, _ in
      .oversee(.commit(.init(measures: measures, funds: funds, contingency: contingency)))
    }
  }
}

/// An authority's document: who, which, when.
struct AuthorityOptions: ParsableArguments {
  @Option(help: help(zh: "机关", en: "the authority")) var authority: String
  @Option(help: help(zh: "文号或文件名", en: "its document")) var document: String
  @Option(parsing: .unconditional, help: help(zh: "文件日期", en: "the document's date"))
  var day: TypedDay?

  func act(_ session: Session) -> Oversight.AuthorityAct {
    .init(
      authority: authority, document: document,
      day: day?.day(today: session.today) ?? session.today)
  }
}

/// Records a report upward.
struct HazardReportUp: ParsableCommand {
  static let configuration = about("report-up", zh: "上报", en: "record a report upward")
  @OptionGroup var act: HazardActOptions
  @OptionGroup var paper: AuthorityOptions
  func run() throws { try act.perform { session, _ in .oversee(.reportUp(paper.act(session))) } }
}

/// Records that an authority put it under listed supervision.
struct HazardListed: ParsableCommand {
  static let configuration = about("listed", zh: "登记挂牌督办", en: "an authority has listed it")
  @OptionGroup var act: HazardActOptions
  @OptionGroup var paper: AuthorityOptions
  func run() throws { try act.perform { session, _ in .oversee(.list(paper.act(session))) } }
}

/// Records that the authority took it off its list.
struct HazardDelisted: ParsableCommand {
  static let configuration = about("delisted", zh: "登记摘牌", en: "the authority has delisted it")
  @OptionGroup var act: HazardActOptions
  @OptionGroup var paper: AuthorityOptions
  func run() throws { try act.perform { session, _ in .oversee(.delist(paper.act(session))) } }
}

/// Withdraws a duplicate in favour of another one.
struct HazardMerge: ParsableCommand {
  static let configuration = about("merge", zh: "并入另一条隐患", en: "merge a duplicate into another")
  @OptionGroup var act: HazardActOptions
  @Option(help: help(zh: "并入的编号", en: "the number that stays")) var into: String
  func run() throws { try act.perform { _, _ in .merge(into: Identifier(into)) } }
}

/// Takes one's last decision of the day back.
struct HazardRevoke: ParsableCommand {
  static let configuration = about(
    "revoke", zh: "撤回本人当天的最后一步", en: "take one's last decision of today back")
  @OptionGroup var act: HazardActOptions
  func run() throws { try act.perform { _, _ in .revoke } }
}
