import Almanac
import ArgumentParser
import Domain
import Ledger

/// Rectification notices and what comes of them.
struct RectificationNoticeGroup: ParsableCommand {
  static let configuration = about(
    "notice", zh: "隐患整改通知书与回执", en: "rectification notices and their answers",
    [
      NoticeIssue.self, NoticeReceive.self, NoticeAnswer.self, NoticeWithdraw.self,
      NoticeList.self, NoticeShow.self,
    ])
}

/// Issues a notice about hazards of one section.
struct NoticeIssue: ParsableCommand {
  static let configuration = about(
    "issue", zh: "签发整改通知书", en: "issue a notice about hazards of one section")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "隐患编号，可写几个", en: "the hazard's number, or several"))
  var hazards: [String]
  @Option(help: help(zh: "发给哪个科室；不填则隐患的责任科室", en: "to whom; the hazards' section if left out"))
  var section: String?
  @Option(help: help(zh: "整改要求；不填则按隐患状态拟好", en: "what is demanded; else made from the state"))
  var demand: String?
  @Option(
    help: help(
      zh: "文号：不填则按年自编“安整”号，blank 留空待公文系统编号，或写已编好的",
      en: "its number: the office's own series if left out, blank, or one that is given"))
  var number: String?
  @Option(help: help(zh: "签发人；不填则经办人", en: "who signs it; you if left out"))
  var signedBy: String?
  @OptionGroup var entered: EnteredOptions
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let request = RectificationNoticeRequest(
      hazards: hazards.map { Identifier($0) }, section: try section.map(session.section)?.id,
      demand: demand,
      number: number.map { $0 == "blank" ? .blank : .given($0) } ?? .own,
      signer: try signedBy.map(session.person)?.id)
    try session.answer(entered.perform(.issueNotice(request), session), json: json)
  }
}

/// Which notice an act is about, and how it answers.
struct NoticeOptions: ParsableArguments {
  @OptionGroup var options: GlobalOptions
  @Argument(
    help: help(
      zh: "通知书：安整〔2026〕3号、整2026-003 或 2026-3",
      en: "the notice: its number, or as 整2026-003 or 2026-3"))
  var notice: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false
}

/// Signed for by the section.
struct NoticeReceive: ParsableCommand {
  static let configuration = about("receive", zh: "签收", en: "signed for by the section")

  @OptionGroup var act: NoticeOptions
  @Option(help: help(zh: "签收人；不是经办人的，记为代录", en: "who signed for it; entered for another"))
  var person: String?
  @Option(parsing: .unconditional, help: help(zh: "签收日期", en: "the day it was signed for"))
  var on: TypedDay?
  @OptionGroup var scan: ScanOption

  func validate() throws { try scan.require(person != nil) }

  func run() throws {
    let session = try Session(act.options)
    let id = try session.notice(act.notice).id
    let recorder = try session.actor().id
    let day = on?.day(today: session.today)
    let command = Command.notice(id, .receive(on: day))
    guard let receiver = try person.map(session.person)?.id, receiver != recorder else {
      return try session.answer(session.perform(command), json: act.json)
    }
    let entered = Entered(by: recorder, paper: day ?? session.today)
    let lines = try session.perform(
      command, scan: scan.read(), entered: entered, by: receiver)
    try session.answer(lines, json: act.json)
  }
}

/// The section's answer, line by line.
struct NoticeAnswer: ParsableCommand {
  static let configuration = about("answer", zh: "整改回执", en: "the section's answer")

  @OptionGroup var act: NoticeOptions
  @Option(
    name: .customLong("line"),
    help: help(
      zh: "某行的整改情况，如 2=已更换插座，可写多次；不填则取已报送的",
      en: "what was done at a line, as 2=replaced; may be repeated; else as handed in"))
  var lines: [String] = []
  @OptionGroup var entered: EnteredOptions

  func run() throws {
    let session = try Session(act.options)
    let notice = try session.notice(act.notice)
    let command = RectificationNoticeCommand.answer(try notice.answers(lines))
    try session.answer(entered.perform(.notice(notice.id, command), session), json: act.json)
  }
}

/// Takes a notice back while nothing is answered.
struct NoticeWithdraw: ParsableCommand {
  static let configuration = about("withdraw", zh: "撤回", en: "withdraw it, while not answered")

  @OptionGroup var act: NoticeOptions
  @Option(help: help(zh: "原因", en: "reason")) var reason: String
  @OptionGroup var entered: EnteredOptions

  func run() throws {
    let session = try Session(act.options)
    let id = try session.notice(act.notice).id
    try session.answer(
      entered.perform(.notice(id, .withdraw(reason: reason)), session), json: act.json)
  }
}

extension RectificationNotice {
  /// Reads `2=replaced` by the number of the line, or by that of the hazard; a comma goes on to the next
  /// line only where a number and `=` follow it.
  ///
  /// - Throws: ``ShellError`` for what cannot be read.
  func answers(_ texts: [String]) throws -> [Hazard.ID: String] {
    var answers: [Hazard.ID: String] = [:]
    var last: Hazard.ID?
    for piece in texts.flatMap({ $0.split(separator: ",").map(String.init) }) {
      let sides = piece.split(separator: "=", maxSplits: 1).map(String.init)
      if sides.count == 2, let hazard = hazard(at: trimmed(sides[0])) {
        guard answers[hazard] == nil else { throw Self.unreadable(piece) }
        answers[hazard] = sides[1]
        last = hazard
      } else if let last {
        answers[last, default: ""] += "," + piece
      } else {
        throw Self.unreadable(piece)
      }
    }
    return answers
  }

  private func hazard(at text: String) -> Hazard.ID? {
    if let line = Int(text) {
      return content.lines.indices.contains(line - 1) ? content.lines[line - 1].hazard : nil
    }
    return content.lines.first { $0.hazard.rawValue == text }?.hazard
  }

  private static func unreadable(_ text: String) -> ShellError {
    .plain(
      .badData,
      Bilingual(
        zh: "“\(text)”看不懂：写作 1=已更换,2=已加固，行号见通知书，每行写一次。",
        en: "“\(text)” cannot be read; write 1=replaced,2=fixed by the notice's lines, each once."))
  }
}

extension Session {
  /// The notice that a text names.
  ///
  /// - Throws: ``RectificationNoticeError/noSuchNotice(_:)``.
  func notice(_ text: String) throws -> RectificationNotice {
    guard let notice = try ledger.rectificationNotices().first(where: { $0.isCalled(text) }) else {
      throw RectificationNoticeError.noSuchNotice(text)
    }
    return notice
  }

  /// Says how the notice stands that lines are about.
  func answer(_ lines: [Happening], json: Bool) throws {
    guard let subject = lines.first?.subject else { return }
    let notice = try notice(subject.id)
    if json { return try Output.json(RectificationNoticeJSON(notice)) }
    Output.line("\(notice.title)  \(notice.state.name[language])")
  }
}
