import Almanac
import ArgumentParser
import Domain
import Ledger

/// Emergency reports.
struct EmergencyCommandGroup: ParsableCommand {
  static let configuration = about(
    "emergency", zh: "紧急报告时限", en: "emergency reports and their time limits",
    [EmergencyRulesGroup.self])
}

/// The table of time limits: shown, or changed by an administrator.
struct EmergencyRulesGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: Bilingual(zh: "时限表：查看、增改、删去", en: "the table: show, set, drop")[Speech.language],
    subcommands: [EmergencyRulesList.self, EmergencyRulesSet.self, EmergencyRulesDrop.self],
    defaultSubcommand: EmergencyRulesList.self)
}

/// A line of the table in JSON.
struct EmergencyRuleJSON: Encodable {
  var rule: EmergencyRule.ID
  var to: Bilingual
  var kinds: [IncidentKind]
  var level: IncidentLevel
  var start: EmergencyRule.Start
  @Nullable var phone: Int?
  @Nullable var written: Int?
  var source: Bilingual
  var own: Bool

  init(_ rule: EmergencyRule, isOwn: Bool) {
    self.rule = rule.id
    to = rule.to
    kinds = rule.kinds
    level = rule.level
    start = rule.start
    phone = rule.phone
    written = rule.written
    source = rule.source
    own = isOwn
  }
}

extension Session {
  /// Prints the table as it holds now.
  func printEmergencyRules(_ output: ListOptions) throws {
    let rules = try ledger.bureau().presentIncidentRules(on: today)
    let own = Set(rules.emergency.map(\.id))
    let language = language
    func minutes(_ number: Int?) -> String {
      guard let number else { return "" }
      return number == 0
        ? Bilingual(zh: "立即", en: "at once")[language]
        : Bilingual(zh: "\(number)分钟", en: "\(number) min")[language]
    }
    try output.print(
      rules.table.map { EmergencyRuleJSON($0, isOwn: own.contains($0.id)) },
      keys: ["rule", "to", "kinds", "level", "start", "phone", "written", "source"],
      heading: [
        Bilingual(zh: "编号", en: "Line"), Bilingual(zh: "向谁报告", en: "To"),
        Bilingual(zh: "类别", en: "Sorts"), Bilingual(zh: "等级", en: "From level"),
        Bilingual(zh: "计时", en: "Counted"), Bilingual(zh: "电话", en: "Telephone"),
        Bilingual(zh: "书面", en: "Written"), Bilingual(zh: "依据", en: "By"),
      ],
      rows: rules.table.map { rule in
        let kinds = rule.kinds.map { $0.name[language] }.joined(separator: " ")
        return [
          rule.id.rawValue, rule.to[language],
          kinds.isEmpty ? Bilingual(zh: "各类", en: "all")[language] : kinds,
          rule.level == .minor
            ? Bilingual(zh: "各级", en: "all")[language]
            : Bilingual(zh: "\(rule.level.name.zh)以上", en: rule.level.name.en)[language],
          rule.start.name[language], minutes(rule.phone), minutes(rule.written),
          rule.source[language],
        ]
      })
  }

  /// Changes the office's own lines from a day on, and prints the table.
  func setEmergencyRules(
    from: TypedDay?, _ output: ListOptions, _ change: (inout [EmergencyRule]) throws -> Void
  ) throws {
    var rules = try ledger.bureau().presentIncidentRules(on: today)
    try change(&rules.emergency)
    rules.from = from?.day(today: today) ?? max(today, rules.from)
    try perform(.setIncidentRules(rules))
    try printEmergencyRules(output)
  }
}

/// Shows the table.
struct EmergencyRulesList: ParsableCommand {
  static let configuration = about("list", zh: "查看时限表", en: "show the table")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions

  func run() throws { try Session(options).printEmergencyRules(output) }
}

/// Enters a line of the office's own, or makes one of the state's stricter.
struct EmergencyRulesSet: ParsableCommand {
  static let configuration = about(
    "set", zh: "增改一行：本地更严的规定，写明依据", en: "set a line: a stricter local rule, with its document")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号，如 district", en: "a short name, as district")) var rule: String
  @Option(help: help(zh: "向谁报告", en: "to whom")) var to: String?
  @Option(
    name: .customLong("kind"), help: help(zh: "类别，可多次；不写为各类", en: "a sort, repeatable; all if none")
  )
  var kinds: [IncidentKind] = []
  @Option(help: help(zh: "从哪一级起；minor 为各级", en: "from which level on; minor is all"))
  var level: IncidentLevel?
  @Option(help: help(zh: "从何时计：known 得知时，headTold 负责人接报时", en: "counted from"))
  var start: EmergencyRule.Start?
  @Option(help: help(zh: "电话报告时限（分钟），0 为立即", en: "minutes for the telephone report, 0 at once"))
  var phone: Int?
  @Option(help: help(zh: "书面报告时限（分钟）", en: "minutes for the written report")) var written: Int?
  @Option(help: help(zh: "依据（文件名、文号）", en: "by which document")) var source: String
  @Option(parsing: .unconditional, help: help(zh: "自哪天起施行", en: "from which day on"))
  var from: TypedDay?
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    try session.setEmergencyRules(from: from, output) { own in
      let id = EmergencyRule.ID(rule)
      let former = own.first { $0.id == id } ?? EmergencyRule.ofTheState.first { $0.id == id }
      var line =
        former
        ?? EmergencyRule(id: id, to: Bilingual(verbatim: ""), source: Bilingual(verbatim: ""))
      if let to { line.to = Bilingual(verbatim: to) }
      if !kinds.isEmpty { line.kinds = kinds }
      line.level = level ?? line.level
      line.start = start ?? line.start
      line.phone = phone ?? line.phone
      line.written = written ?? line.written
      line.source = Bilingual(verbatim: source)
      own.removeAll { $0.id == id }
      own.append(line)
    }
  }
}

/// Takes a line of the office's own out; the state's stand.
struct EmergencyRulesDrop: ParsableCommand {
  static let configuration = about("drop", zh: "删去自定的一行", en: "drop a line of the office's own")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "its name")) var rule: String
  @Option(parsing: .unconditional, help: help(zh: "自哪天起", en: "from which day on"))
  var from: TypedDay?
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    try session.setEmergencyRules(from: from, output) { own in
      guard own.contains(where: { $0.id.rawValue == rule }) else {
        throw IncidentError.noSuchRule(rule)
      }
      own.removeAll { $0.id.rawValue == rule }
    }
  }
}

extension EmergencyRule.Start: ExpressibleByArgument {}
