import Almanac
import ArgumentParser
import Domain

/// The office itself.
struct OrganizationCommand: ParsableCommand {
  static let configuration = about(
    "organization", zh: "单位资料", en: "the office itself",
    [OrganizationShow.self, OrganizationEdit.self])
}

/// Shows the office, as JSON.
struct OrganizationShow: ParsableCommand {
  static let configuration = about("show", zh: "查看单位资料", en: "show the office")
  @OptionGroup var options: GlobalOptions

  func run() throws { try Output.json(Session(options).ledger.bureau().organization) }
}

/// Changes what was answered at set-up; what is not named stays.
struct OrganizationEdit: ParsableCommand {
  static let configuration = about("edit", zh: "修改单位资料", en: "change the office")

  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "名称", en: "name")) var name: String?
  @Option(
    name: .customLong("region"),
    help: help(zh: "预警里称呼本地的名称，可多次", en: "a name of its area, repeatable"))
  var regions: [String] = []
  @Option(help: help(zh: "是否消防安全重点单位：yes 或 no", en: "a key fire unit: yes or no"))
  var keyFireUnit: YesOrNo?
  @Option(help: help(zh: "走道楼梯由谁负责", en: "who answers for corridors"))
  var corridors: Organization.Owner?
  @Option(help: help(zh: "共用设备由谁负责", en: "who answers for shared equipment"))
  var equipment: Organization.Owner?
  @Option(
    name: .customLong("shared-login"),
    help: help(zh: "几个人合用的登录名，可多次", en: "a login that several persons use, repeatable"))
  var sharedLogins: [String] = []
  @Option(
    name: .customLong("deadline"),
    help: help(
      zh: "整改天数，如 fire=3 或 major=1，可多次；fire= 恢复默认",
      en: "days for rectification, as fire=3 or major=1, repeatable; fire= for the usual ones"))
  var deadlines: [DeadlineOption] = []
  @Option(
    name: .customLong("retention"),
    help: help(
      zh: "消防档案各项的保管期限，如 drills=30、fires=permanent，可多次；drills= 恢复默认",
      en: "how long a part of the fire file is kept, as drills=30 or fires=permanent, repeatable; "
        + "drills= for the usual time"))
  var retentions: [RetentionOption] = []
  @Flag(help: help(zh: "没有合用的登录名", en: "no login is shared")) var noSharedLogin = false
  @OptionGroup var papers: PaperOptions

  func validate() throws {
    guard sharedLogins.isEmpty || !noSharedLogin else {
      throw ValidationError(
        Bilingual(
          zh: "--shared-login 与 --no-shared-login 不能一起用。",
          en: "--shared-login and --no-shared-login exclude each other.")[Speech.language])
    }
  }

  func run() throws {
    let session = try Session(options)
    var organization = try session.ledger.bureau().organization
    if let name { organization.name = name }
    if !regions.isEmpty { organization.regions = regions }
    if let keyFireUnit { organization.isKeyFireUnit = keyFireUnit == .yes }
    if let corridors { organization.corridors = corridors }
    if let equipment { organization.equipment = equipment }
    if !sharedLogins.isEmpty || noSharedLogin { organization.sharedLogins = sharedLogins }
    for option in deadlines { option.change(&organization) }
    for option in retentions { option.change(&organization) }
    organization.papers = try papers.changed(organization.paperRule)
    try session.perform(.set(.organization(organization)))
    Output.line(organization.name)
  }
}

/// `fire=3`: the days given for a category, or for what is major; without a number the usual ones.
struct DeadlineOption: ExpressibleByArgument {
  private var category: HazardCategory?
  private var days: Int?

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].isEmpty || Int(parts[1]) != nil else { return nil }
    days = Int(parts[1])
    category = HazardCategory(rawValue: String(parts[0]))
    guard category != nil || parts[0] == "major" else { return nil }
  }

  func change(_ organization: inout Organization) {
    var rule = organization.deadlineRule
    if let category { rule.days[category.rawValue] = days } else { rule.major = days }
    organization.deadlines = rule == DeadlineRule() ? nil : rule
  }
}

/// `drills=30`: how long a part of the fire file is kept; without a time the usual one.
struct RetentionOption: ExpressibleByArgument {
  private var part: FireFilePart
  private var retention: Retention?

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    guard parts.count == 2, let part = FireFilePart(rawValue: parts[0]) else { return nil }
    self.part = part
    retention = Retention(rawValue: parts[1])
    guard retention != nil || parts[1].isEmpty else { return nil }
  }

  func change(_ organization: inout Organization) {
    var kept = organization.retentions ?? [:]
    kept[part.rawValue] = retention
    organization.retentions = kept.isEmpty ? nil : kept
  }
}

/// A plain answer.
enum YesOrNo: String, ExpressibleByArgument, CaseIterable {
  case yes
  case no
}

extension Organization.Owner: ExpressibleByArgument {}
