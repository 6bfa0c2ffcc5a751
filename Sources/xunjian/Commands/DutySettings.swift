import Almanac
import ArgumentParser
import Domain
import Ledger

/// How duty is kept: shown, or changed from a day on.
struct DutySettings: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings",
    abstract: Bilingual(zh: "值班规定：查看或修改", en: "the rules of duty: show or change")[
      Speech.language],
    discussion: Bilingual(
      zh: "不写选项则查看；写了的改，其余不变，自 --from 起施行（不填则今天）。"
        + "日别：statutory 法定节假日，shifted 调休休息日，weekend 公休日，workday 工作日。",
      en: "Shows them where nothing is given; what is given changes from --from on (today). Kinds "
        + "of day: statutory, shifted (rest days by the notice), weekend, workday.")[
        Speech.language])

  @OptionGroup var options: GlobalOptions
  @Option(parsing: .unconditional, help: help(zh: "自哪天起施行", en: "from which day on"))
  var from: TypedDay?
  @Option(help: help(zh: "值班电话", en: "the duty telephone")) var phone: String?
  @Option(
    help: help(zh: "哪些日子双带班，逗号分隔；none 都不", en: "when two lead, between commas; none"))
  var double: String?
  @Option(help: help(zh: "双带班的依据（文件名、文号）", en: "by which document two lead"))
  var source: String?
  @Option(help: help(zh: "放假首日前几天报送", en: "days before the first day off by which it is due"))
  var dueDays: Int?
  @Option(help: help(zh: "每班值班人数", en: "how many are on duty in a shift")) var onDuty: Int?
  @Option(help: help(zh: "一天分白班、夜班：yes 或 no", en: "a day and a night shift: yes or no"))
  var split: YesOrNo?
  @Option(help: help(zh: "值班日从几点起，如 08:30", en: "when a day begins, as 08:30"))
  var dayStart: ClockTime?
  @Option(help: help(zh: "夜班从几点起，如 17:30", en: "when the night begins, as 17:30"))
  var nightStart: ClockTime?
  @Option(
    name: .customLong("leading-role"),
    help: help(zh: "带班人员的角色，可多次", en: "a role that leads, repeatable"))
  var leadingRoles: [Role] = []
  @Option(
    name: .customLong("spare-role"), help: help(zh: "不参加轮值的角色，可多次", en: "a role that is spared"))
  var sparedRoles: [Role] = []
  @Option(
    name: .customLong("spare-section"),
    help: help(zh: "不参加轮值的科室，可多次", en: "a section that is spared"))
  var sparedSections: [String] = []
  @Option(
    name: .customLong("spare"), help: help(zh: "不参加轮值的人，可多次", en: "a person who is spared"))
  var spared: [String] = []
  @Option(
    name: .customLong("unspare"),
    help: help(zh: "重新参加轮值的人或科室，可多次", en: "a person or section that is spared no more"))
  var unspared: [String] = []
  @Option(
    help: help(
      zh: "某人不能值班的日子，如 xu=2027-02-05..2027-02-12，可多次",
      en: "days on which a person cannot, as xu=2027-02-05..2027-02-12, repeatable"))
  var away: [AwayOption] = []
  @Option(help: help(zh: "取消某人的不能值班日，可多次", en: "a person whose days away are taken back"))
  var back: [String] = []
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let present = try session.ledger.bureau().presentDutyRules(on: session.today)
    let changed = try changed(present, session)
    if changed != present {
      var changed = changed
      changed.from = from?.day(today: session.today) ?? max(session.today, present.from)
      try session.perform(.setDutyRules(changed))
    }
    let bureau = try session.ledger.bureau()
    let rules = bureau.presentDutyRules(on: session.today)
    if json { return try Output.json(DutyRulesJSON(rules)) }
    Output.table(
      [Bilingual(zh: "规定", en: "Rule"), Bilingual(zh: "现值", en: "Value")].map {
        $0[session.language]
      }, lines(rules, bureau).map { [$0.0[session.language], $0.1[session.language]] })
  }

  private func changed(_ present: DutyRules, _ session: Session) throws -> DutyRules {
    var rules = present
    if let phone { rules.phone = phone.isEmpty ? nil : phone }
    if let source { rules.source = source.isEmpty ? nil : source }
    if let double { rules.doubleLeading = try Self.days(double) }
    if let dueDays { rules.dueDays = dueDays }
    if let onDuty { rules.onDuty = onDuty }
    if let split { rules.isSplit = split == .yes }
    if let dayStart { rules.dayStart = dayStart.minutes }
    if let nightStart { rules.nightStart = nightStart.minutes }
    if !leadingRoles.isEmpty { rules.leadingRoles = leadingRoles }
    if !sparedRoles.isEmpty { rules.sparedRoles = sparedRoles }
    for name in sparedSections {
      let id = try session.section(name).id
      if !rules.sparedSections.contains(id) { rules.sparedSections.append(id) }
    }
    for name in spared {
      let id = try session.person(name).id
      if !rules.sparedPersons.contains(id) { rules.sparedPersons.append(id) }
    }
    for name in unspared {
      if let section = try? session.section(name), rules.sparedSections.contains(section.id) {
        rules.sparedSections.removeAll { $0 == section.id }
      } else {
        let id = try session.person(name).id
        rules.sparedPersons.removeAll { $0 == id }
      }
    }
    for name in back {
      let id = try session.person(name).id
      rules.away.removeAll { $0.person == id }
    }
    for option in away {
      rules.away.append(
        DutyRules.Away(
          person: try session.person(option.person).id, from: option.from, to: option.to))
    }
    return rules
  }

  private static func days(_ text: String) throws -> [DutyDay] {
    guard text != "none" else { return [] }
    let words = text.split(separator: ",").map(String.init)
    let days = words.compactMap(DutyDay.init)
    guard days.count == words.count, !days.isEmpty else {
      throw ShellError.plain(
        .badData,
        Bilingual(
          zh: "“\(text)”看不懂：写 statutory、shifted、weekend、workday，逗号分隔，或 none。",
          en: "“\(text)” cannot be read: statutory, shifted, weekend, workday, or none."))
    }
    return DutyDay.allCases.filter(days.contains)
  }

  private func lines(_ rules: DutyRules, _ bureau: Bureau) -> [(Bilingual, Bilingual)] {
    func joined(_ names: [Bilingual]) -> Bilingual {
      names.isEmpty
        ? Bilingual(zh: "无", en: "none")
        : Bilingual(
          zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
    }
    func plain(_ text: String) -> Bilingual { Bilingual(verbatim: text) }
    let spared =
      rules.sparedRoles.map(\.name) + rules.sparedSections.map { plain(bureau.name($0)) }
      + rules.sparedPersons.map { plain(bureau.name($0)) }
    return [
      (Bilingual(zh: "施行日期", en: "From"), plain(rules.from.description)),
      (Bilingual(zh: "值班电话", en: "Telephone"), plain(rules.phone ?? "")),
      (Bilingual(zh: "双带班日", en: "Two lead on"), joined(rules.doubleLeading.map(\.name))),
      (Bilingual(zh: "双带班依据", en: "By"), plain(rules.source ?? "")),
      (
        Bilingual(zh: "报送期限", en: "Due"),
        Bilingual(
          zh: "放假首日前\(rules.dueDays)天",
          en: "\(counted(rules.dueDays, "day")) before the first day off")
      ),
      (Bilingual(zh: "每班人数", en: "On duty"), plain("\(rules.onDuty)")),
      (
        Bilingual(zh: "班次", en: "Shifts"),
        joined(
          rules.shifts(of: .holiday).map { shift in
            let hours = rules.hours(of: shift, on: rules.from)
            return shift.name
              + plain(" \(hours.lowerBound.hourAndMinute)-\(hours.upperBound.hourAndMinute)")
          })
      ),
      (Bilingual(zh: "带班角色", en: "Who leads"), joined(rules.leadingRoles.map(\.name))),
      (Bilingual(zh: "不参加轮值", en: "Spared"), joined(spared)),
      (
        Bilingual(zh: "不能值班日", en: "Away"),
        joined(rules.away.map { plain("\(bureau.name($0.person)) \($0.from)..\($0.to)") })
      ),
    ]
  }
}

/// A time of day as `08:30`.
struct ClockTime: ExpressibleByArgument {
  var minutes: Int

  init?(argument: String) {
    guard argument.utf8.count == 5, let moment = Moment("2026-01-01T\(argument)") else {
      return nil
    }
    minutes = moment.second / 60
  }
}

/// `xu=2027-02-05..2027-02-12`: days on which a person cannot; one day where the second is left out.
struct AwayOption: ExpressibleByArgument {
  var person: String
  var from: Day
  var to: Day

  init?(argument: String) {
    let sides = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard sides.count == 2 else { return nil }
    let days = sides[1].split(separator: ".").map { Day(String($0)) }
    guard (1...2).contains(days.count), let first = days.first ?? nil,
      let last = days.last ?? nil
    else { return nil }
    (person, from, to) = (sides[0], first, last)
  }
}

/// The rules of duty in JSON; the keys are fixed, others script against them.
struct DutyRulesJSON: Encodable {
  var from: Day
  @Nullable var phone: String?
  var doubleLeading: [DutyDay]
  @Nullable var source: String?
  var dueDays: Int
  var onDuty: Int
  var split: Bool
  /// As `08:30`.
  var dayStart: String
  var nightStart: String
  var leadingRoles: [Role]
  var sparedRoles: [Role]
  var sparedSections: [Section.ID]
  var sparedPersons: [Person.ID]
  var away: [DutyRules.Away]

  init(_ rules: DutyRules) {
    func clock(_ minutes: Int) -> String { Moment(rules.from, second: minutes * 60).hourAndMinute }
    (from, phone, source) = (rules.from, rules.phone, rules.source)
    (doubleLeading, dueDays, onDuty) = (rules.doubleLeading, rules.dueDays, rules.onDuty)
    split = rules.isSplit
    (dayStart, nightStart) = (clock(rules.dayStart), clock(rules.nightStart))
    (leadingRoles, sparedRoles) = (rules.leadingRoles, rules.sparedRoles)
    (sparedSections, sparedPersons) = (rules.sparedSections, rules.sparedPersons)
    away = rules.away
  }
}
