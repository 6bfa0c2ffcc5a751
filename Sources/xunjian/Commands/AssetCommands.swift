import Almanac
import ArgumentParser
import Domain
import Intake
import Ledger

extension Asset.Sort: ExpressibleByArgument {
  /// Takes an id or a name in either language.
  public init?(argument: String) { self.init(typed: argument) }
}

/// The assets of the network (网络资产).
struct AssetCommandGroup: ParsableCommand {
  static let configuration = about(
    "asset", zh: "网络资产台账：网站、网络设备、服务器、电脑、业务系统",
    en: "the assets of the network: websites, devices, servers, computers, systems",
    [
      AssetList.self, AssetShow.self, AssetAdd.self, AssetEdit.self, AssetRetire.self,
      AssetImport.self,
    ])
}

extension Session {
  /// The asset of a number, a name or an address.
  ///
  /// - Throws: `AssetError.noSuchAsset`.
  func asset(_ text: String) throws -> Asset {
    let assets = try ledger.assets()
    guard
      let found = assets.first(where: { $0.id.rawValue == text }) ?? assets.asset(named: text)
    else { throw AssetError.noSuchAsset(text) }
    return found
  }

  /// What a command would lead to, with nothing written.
  func foreseen(_ command: Command) throws -> [Happening] {
    try ledger.foresee(command, by: actor().id, at: clock.now)
  }

  /// Says how the asset stands that lines are about.
  func answerAsset(_ lines: [Happening], json: Bool) throws {
    guard let subject = lines.first(where: { $0.subject.kind == .asset })?.subject,
      let standing = try standing(of: Identifier(subject.id))
    else { return }
    if json { return try Output.json(AssetJSON(standing)) }
    for case .asset(let event) in lines.map(\.event) {
      Output.line("\(standing.id)  \(event.name[language])  \(standing.asset.content.name)")
    }
    for gap in standing.gaps { Output.line("  \(gap.mark) \(gap.name[language])") }
  }

  /// An asset with its last patrol, what is open on it and what is missing.
  func standing(of id: Asset.ID) throws -> AssetStanding? {
    try ledger.assetBook(at: clock.now).assets.first { $0.id == id }
  }
}

/// What an asset is, as options of a command.
struct AssetOptions: ParsableArguments {
  @Option(help: help(zh: "责任人；空白去掉", en: "who answers for it; blank takes it away"))
  var person: String?
  @Option(help: help(zh: "岗位；空白去掉", en: "the person's post; blank takes it away"))
  var post: String?
  @Option(help: help(zh: "所属场所；空白去掉", en: "the place it is patrolled with; blank takes it away"))
  var place: String?
  @Option(help: help(zh: "IP 或网址；空白去掉", en: "its address or URL; blank takes it away"))
  var address: String?
  @Option(help: help(zh: "操作系统和版本；空白去掉", en: "operating system and version; blank takes it away"))
  var system: String?
  @Option(
    parsing: .unconditional,
    help: help(zh: "停止支持的日期；空白去掉", en: "the last day of support; blank takes it away"))
  var supportEnd: String?
  @Option(help: help(zh: "等保级别：1 到 5；none 未定级", en: "level of classified protection, 1 to 5; none"))
  var level: String?
  @Option(help: help(zh: "备注；空白去掉", en: "a note; blank takes it away")) var note: String?

  func apply(to content: inout Asset.Content, _ session: Session) throws {
    if let person { content.person = person.isEmpty ? nil : try session.person(person).id }
    if let post { content.post = post }
    if let place { content.place = place.isEmpty ? nil : try session.place(place).id }
    if let address { content.address = address }
    if let system { content.system = system }
    if let supportEnd {
      guard !supportEnd.isEmpty else { return content.supportEnd = nil }
      guard let day = Day(typed: supportEnd, today: session.today) else {
        throw ValidationError(
          Bilingual(
            zh: "--support-end 请填日期，如 2027-06-30。",
            en: "--support-end takes a day, as 2027-06-30.")[session.language])
      }
      content.supportEnd = day
    }
    if let level { content.level = try Asset.level(typed: level) }
    if let note { content.note = note }
  }
}

/// Enters an asset.
struct AssetAdd: ParsableCommand {
  static let configuration = about("add", zh: "登记一项网络资产", en: "enter an asset")

  @OptionGroup var options: GlobalOptions
  @Argument(
    help: help(
      zh: "类别：website 网站、network 网络设备、server 服务器、computer 办公电脑、system 业务系统、other 其他",
      en: "website, network, server, computer, system or other"))
  var sort: Asset.Sort
  @Option(help: help(zh: "名称", en: "what it is called")) var name: String
  @OptionGroup var content: AssetOptions
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    var said = Asset.Content(sort: sort, name: name)
    try content.apply(to: &said, session)
    try session.answerAsset(session.perform(.asset(.add([said]))), json: json)
  }
}

/// Which asset an act is about, and how it answers.
struct AssetActOptions: ParsableArguments {
  @OptionGroup var options: GlobalOptions
  @Argument(
    help: help(zh: "编号，如 ZC2026-001；或名称、地址", en: "its number, as ZC2026-001; or name or address"))
  var id: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false
}

/// Changes an asset.
struct AssetEdit: ParsableCommand {
  static let configuration = about("edit", zh: "修改一项网络资产", en: "change an asset")

  @OptionGroup var act: AssetActOptions
  @Option(help: help(zh: "类别", en: "its sort")) var sort: Asset.Sort?
  @Option(help: help(zh: "名称", en: "what it is called")) var name: String?
  @OptionGroup var content: AssetOptions
  @Option(help: help(zh: "原因", en: "why")) var reason: String?

  func run() throws {
    let session = try Session(act.options)
    let asset = try session.asset(act.id)
    var said = asset.content
    if let sort { said.sort = sort }
    if let name { said.name = name }
    try content.apply(to: &said, session)
    let lines = try session.perform(.asset(.act(asset.id, .edit(said, reason: reason))))
    try session.answerAsset(lines, json: act.json)
  }
}

/// Takes an asset out of use.
struct AssetRetire: ParsableCommand {
  static let configuration = about(
    "retire", zh: "停用：下线、报废或转出", en: "take it out of use: switched off, scrapped, handed on")

  @OptionGroup var act: AssetActOptions
  @Option(help: help(zh: "原因", en: "why")) var reason: String

  func run() throws {
    let session = try Session(act.options)
    let asset = try session.asset(act.id)
    try session.answerAsset(
      session.perform(.asset(.act(asset.id, .retire(reason: reason)))), json: act.json)
  }
}

/// Enters what a table holds.
struct AssetImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: Bilingual(zh: "从 CSV 导入网络资产", en: "import assets from CSV")[Speech.language],
    discussion: Bilingual(
      zh: "第一行是表头：类别、名称、责任人、岗位、场所、地址、操作系统、停止支持、等保级别、备注，类别和名称必有。"
        + "有一行不对就一条也不导入；再次导入同一个文件，已有的不会重复。",
      en: "The first line is the heading: sort, name, person, post, place, address, system, "
        + "support-end, level, note; sort and name are needed. One wrong line and nothing is "
        + "imported; what was imported before is not entered twice.")[Speech.language])

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "CSV 文件", en: "a CSV file")) var file: String
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let contents = try AssetFile.read(
      OfficeText.read(file), file: file, bureau: session.ledger.bureau(),
      today: session.today)
    let lines = try session.perform(.asset(.add(contents, isImport: true)))
    try ImportAnswer(lines, of: .asset, among: contents.count).tell(
      json: json, in: session.language)
  }
}
