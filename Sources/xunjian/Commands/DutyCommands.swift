import Almanac
import ArgumentParser
import Domain
import Ledger

/// Duty rosters and what comes of them.
struct DutyCommandGroup: ParsableCommand {
  static let configuration = about(
    "duty", zh: "值班表、换班、报送与交接班", en: "duty rosters, swaps, sending up and hand-overs",
    [
      DutyList.self, DutyShow.self, DutyNow.self, DutyLoadList.self, DutyPropose.self,
      DutyAdopt.self, DutyChange.self, DutySwapCommand.self, DutyAnswer.self, DutySend.self,
      DutyLogCommand.self, DutyCheckCommand.self, DutyWithdraw.self, DutySettings.self,
    ])
}

/// Which roster an act is about, and how it answers.
struct DutyOptions: ParsableArguments {
  @OptionGroup var options: GlobalOptions
  @Argument(
    help: help(zh: "值班表：如 2027-new-year 或“2027年元旦”", en: "the roster, as 2027-new-year"))
  var roster: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false
}

extension DutyKind: ExpressibleByArgument {}
extension DutyShift: ExpressibleByArgument {}
extension PresenceCheck.Outcome: ExpressibleByArgument {}

extension Session {
  /// The roster that a text names.
  ///
  /// - Throws: ``DutyError/noSuchRoster(_:)``.
  func roster(_ text: String) throws -> DutyRoster {
    let rosters = try ledger.dutyRosters()
    let found =
      rosters.first { $0.id.rawValue == text }
      ?? rosters.first { [$0.content.name.zh, $0.content.name.en].contains(text) }
    guard let found else { throw DutyError.noSuchRoster(text) }
    return found
  }

  /// Says how the roster stands that lines are about, and what is to be looked at.
  func answerDuty(_ lines: [Happening], json: Bool) throws {
    guard let subject = lines.first?.subject else { return }
    let roster = try roster(subject.id)
    let bureau = try ledger.bureau()
    let warnings = try warnings(of: roster)
    if json { return try Output.json(DutyRosterJSON(roster, warnings, bureau)) }
    for case .duty(let event) in lines.map(\.event) { Output.line(event.name[language]) }
    Output.line("\(roster.id)  \(roster.content.name[language])  \(roster.state.name[language])")
    for warning in warnings { Output.line("! " + warning.message(bureau)[language]) }
  }

  /// What is to be looked at in a roster; nothing in one that is withdrawn.
  func warnings(of roster: DutyRoster) throws -> [DutyWarning] {
    guard roster.state != .withdrawn else { return [] }
    return roster.content.warnings(
      others: try ledger.dutyRosters().filter { $0.id != roster.id }, try ledger.bureau())
  }

  /// Persons named in one text, between commas.
  func persons(_ text: String) throws -> [Person.ID] {
    try text.split(whereSeparator: { DutySeparator.all.contains($0) })
      .map { try person(trimmed(String($0))).id }
  }
}

/// What stands between names.
private enum DutySeparator {
  static let all = Set(Bilingual(zh: "、，,", en: ",").zh)
}

/// Draws a roster up by rotation.
struct DutyPropose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose",
    abstract: Bilingual(zh: "按轮值拟定值班表", en: "draw a roster up by rotation")[Speech.language],
    discussion: Bilingual(
      zh: "写假期（2027-new-year）拟定节假日值班；或用 --kind weekend、night、alert 加 --from、--to。"
        + "还没有确定的可以重新拟定。",
      en: "Name a break (2027-new-year), or give --kind weekend, night or alert with --from and "
        + "--to. One that is not adopted yet is drawn up anew.")[Speech.language])

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "假期，如 2027-new-year", en: "the break, as 2027-new-year"))
  var holiday: String?
  @Option(help: help(zh: "类别", en: "what it is for")) var kind: DutyKind = .holiday
  @Option(parsing: .unconditional, help: help(zh: "从哪天", en: "from")) var from: TypedDay?
  @Option(parsing: .unconditional, help: help(zh: "到哪天", en: "to")) var to: TypedDay?
  @Option(help: help(zh: "名称", en: "what it is called")) var name: String?
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func validate() throws {
    let isStretch = kind != .holiday && from != nil && to != nil && holiday == nil
    let isBreak = kind == .holiday && holiday != nil && from == nil && to == nil && name == nil
    guard isStretch || isBreak else {
      throw ValidationError(
        Bilingual(
          zh: "请写假期，或写 --kind、--from 和 --to。", en: "Name a break, or give --kind, --from and --to.")[
            Speech.language])
    }
  }

  func run() throws {
    let session = try Session(options)
    try session.answerDuty(session.perform(.proposeDuty(request(session))), json: json)
  }

  private func request(_ session: Session) throws -> DutyRequest {
    guard let from, let to else { return .holiday(holiday ?? "") }
    let days = (from.day(today: session.today), to.day(today: session.today))
    guard days.0 <= days.1 else { throw DutyError.daysInverted(days.0, days.1) }
    return .days(kind, days.0...days.1, name: name)
  }
}

/// Adopts a roster.
struct DutyAdopt: ParsableCommand {
  static let configuration = about("adopt", zh: "确定值班表", en: "adopt a roster")

  @OptionGroup var act: DutyOptions
  @OptionGroup var entered: EnteredOptions

  func run() throws {
    let session = try Session(act.options)
    let id = try session.roster(act.roster).id
    try session.answerDuty(entered.perform(.duty(id, .adopt), session), json: act.json)
  }
}

/// Changes a row.
struct DutyChange: ParsableCommand {
  static let configuration = about("change", zh: "调整一个班次", en: "change a row")

  @OptionGroup var act: DutyOptions
  @Argument(help: help(zh: "哪天", en: "the day")) var day: TypedDay
  @Option(help: help(zh: "班次", en: "the shift")) var shift: DutyShift?
  @Option(help: help(zh: "值班人员，几个用逗号", en: "who is on duty, between commas"))
  var onDuty: String?
  @Option(help: help(zh: "带班领导，几个用逗号", en: "who leads, between commas"))
  var leading: String?
  @Option(help: help(zh: "联系电话；空白去掉", en: "telephone; blank takes it away"))
  var phone: String?
  @Option(help: help(zh: "备注；空白去掉", en: "remark; blank takes it away")) var remark: String?
  @Option(help: help(zh: "原因（确定后必填）", en: "why; needed once adopted")) var reason: String?
  @OptionGroup var entered: EnteredOptions

  func run() throws {
    let session = try Session(act.options)
    let id = try session.roster(act.roster).id
    let edit = DutyEdit(
      day: day.day(today: session.today), shift: shift,
      leading: try leading.map(session.persons), onDuty: try onDuty.map(session.persons),
      phone: phone, remark: remark, reason: reason)
    try session.answerDuty(entered.perform(.duty(id, .change(edit)), session), json: act.json)
  }
}

/// Two change places.
struct DutySwapCommand: ParsableCommand {
  static let configuration = about("swap", zh: "两人换班", en: "two change places")

  @OptionGroup var act: DutyOptions
  @Argument(help: help(zh: "一人", en: "the one")) var person: String
  @Argument(help: help(zh: "其日期", en: "whose day")) var day: TypedDay
  @Argument(help: help(zh: "另一人", en: "the other")) var other: String
  @Argument(help: help(zh: "其日期", en: "whose day")) var otherDay: TypedDay
  @Option(help: help(zh: "原因", en: "why")) var reason: String
  @Flag(help: help(zh: "双方都已同意（管理值班表的人登记）", en: "both have agreed; for who keeps the roster"))
  var agreed = false
  @OptionGroup var entered: EnteredOptions

  func run() throws {
    let session = try Session(act.options)
    let roster = try session.roster(act.roster)
    func slot(_ name: String, _ day: TypedDay) throws -> DutySwap.Slot {
      let (person, day) = (try session.person(name), day.day(today: session.today))
      guard
        let row = roster.content.rows.first(where: {
          $0.day == day && $0.persons.contains(person.id)
        })
      else { throw DutyError.notOnDuty(person.name, day) }
      return DutySwap.Slot(day: day, shift: row.shift, person: person.id)
    }
    let swap = DutySwap(try slot(person, day), try slot(other, otherDay), reason: reason)
    try session.answerDuty(
      entered.perform(.duty(roster.id, .swap(swap, isAgreed: agreed)), session), json: act.json)
  }
}

/// The other's word on a swap.
struct DutyAnswer: ParsableCommand {
  static let configuration = about("answer", zh: "答复换班申请", en: "answer a swap that was asked for")

  @OptionGroup var act: DutyOptions
  @Flag(inversion: .prefixedNo, help: help(zh: "同意", en: "agree")) var agree: Bool
  @Option(help: help(zh: "不同意的原因", en: "why not")) var reason: String?
  @OptionGroup var entered: EnteredOptions

  func run() throws {
    let session = try Session(act.options)
    let id = try session.roster(act.roster).id
    let command = DutyCommand.answerSwap(isAgreed: agree, reason: reason)
    try session.answerDuty(entered.perform(.duty(id, command), session), json: act.json)
  }
}

/// That a roster was sent up.
struct DutySend: ParsableCommand {
  static let configuration = about("send", zh: "登记报送", en: "note that a roster was sent up")

  @OptionGroup var act: DutyOptions
  @Option(help: help(zh: "报送单位", en: "to whom")) var to: String
  @Option(parsing: .unconditional, help: help(zh: "哪天；不填则今天", en: "on which day; today"))
  var on: TypedDay?
  @Option(help: help(zh: "方式，如公文系统", en: "by which way")) var how: String?
  @OptionGroup var entered: EnteredOptions

  func run() throws {
    let session = try Session(act.options)
    let id = try session.roster(act.roster).id
    let sending = DutySending(
      to: to, on: on?.day(today: session.today) ?? session.today, how: how)
    try session.answerDuty(entered.perform(.duty(id, .send(sending)), session), json: act.json)
  }
}

/// An entry of the hand-over log.
struct DutyLogCommand: ParsableCommand {
  static let configuration = about("log", zh: "登记交接班", en: "log a hand-over")

  @OptionGroup var act: DutyOptions
  @Option(help: help(zh: "时间，如 2027-01-02T08:30；不填则现在", en: "when; now if left out"))
  var at: Moment?
  @Option(help: help(zh: "交班人，几个用逗号；不填则经办人", en: "who hands over; you if left out"))
  var from: String?
  @Option(help: help(zh: "接班人，几个用逗号", en: "who takes over")) var to: String?
  @Option(help: help(zh: "来访", en: "visitors")) var visitors: String?
  @Option(help: help(zh: "突发事项", en: "incidents")) var incidents: String?
  @Option(help: help(zh: "来电来文", en: "calls and messages")) var calls: String?
  @Option(help: help(zh: "交办事项", en: "what the next have to know")) var remark: String?
  @OptionGroup var entered: EnteredOptions

  func run() throws {
    let session = try Session(act.options)
    let id = try session.roster(act.roster).id
    let entry = Handover(
      at: at ?? session.clock.now, from: try from.map(session.persons) ?? [],
      to: try to.map(session.persons) ?? [], visitors: visitors, incidents: incidents,
      calls: calls, remark: remark)
    try session.answerDuty(entered.perform(.duty(id, .handOver(entry)), session), json: act.json)
  }
}

/// That it was looked whether somebody on duty was there.
struct DutyCheckCommand: ParsableCommand {
  static let configuration = about("check", zh: "登记值班抽查", en: "note an absence check")

  @OptionGroup var act: DutyOptions
  @Argument(help: help(zh: "被查人员", en: "who was asked for")) var person: String
  @Option(help: help(zh: "结果", en: "what was found")) var outcome: PresenceCheck.Outcome
  @Option(help: help(zh: "时间；不填则现在", en: "when; now if left out")) var at: Moment?
  @Option(help: help(zh: "说明，如谁查的、怎么查的", en: "by whom, and what was said")) var note: String?
  @OptionGroup var entered: EnteredOptions

  func run() throws {
    let session = try Session(act.options)
    let id = try session.roster(act.roster).id
    let check = PresenceCheck(
      at: at ?? session.clock.now, person: try session.person(person).id, outcome: outcome,
      note: note, by: "")
    try session.answerDuty(entered.perform(.duty(id, .check(check)), session), json: act.json)
  }
}

/// Takes a roster back.
struct DutyWithdraw: ParsableCommand {
  static let configuration = about("withdraw", zh: "撤回值班表", en: "withdraw a roster")

  @OptionGroup var act: DutyOptions
  @Option(help: help(zh: "原因", en: "why")) var reason: String
  @OptionGroup var entered: EnteredOptions

  func run() throws {
    let session = try Session(act.options)
    let id = try session.roster(act.roster).id
    let command = Command.duty(id, .withdraw(reason: reason))
    try session.answerDuty(entered.perform(command, session), json: act.json)
  }
}
