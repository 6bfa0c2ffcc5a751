import Almanac
import ArgumentParser
import Canvas
import Domain
import Ledger
import Reports

/// The assets with what is missing.
struct AssetList: ParsableCommand {
  static let configuration = about(
    "list", zh: "列出网络资产：责任人、上次巡查、漏洞、缺口",
    en: "list the assets: person, last patrol, weaknesses, what is missing")

  @OptionGroup var options: GlobalOptions
  @Option(help: help(zh: "只列这个类别", en: "only those of this sort")) var sort: Asset.Sort?
  @Option(help: help(zh: "只列这个场所", en: "only those at this place")) var place: String?
  @Option(help: help(zh: "只列这个责任人的", en: "only those a person answers for"))
  var person: String?
  @Flag(help: help(zh: "只列有缺口的", en: "only those of which something is missing or late"))
  var gaps = false
  @Flag(help: help(zh: "停用的也列", en: "retired ones too")) var all = false
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let (language, bureau) = (session.language, try session.ledger.bureau())
    let (place, person) = (try place.map(session.place)?.id, try person.map(session.person)?.id)
    let book = try session.ledger.assetBook(at: session.clock.now)
    let shown = book.assets.filter { standing in
      let content = standing.asset.content
      return (all || standing.asset.stands) && (!gaps || !standing.gaps.isEmpty)
        && (sort == nil || content.sort == sort) && (place == nil || content.place == place)
        && (person == nil || content.person == person)
    }
    try output.print(
      shown.map { AssetJSON($0) },
      keys: [
        "id", "sort", "name", "person", "post", "system", "place", "patrolled", "findings", "gaps",
      ],
      heading: [
        Bilingual(zh: "编号", en: "Number"), Bilingual(zh: "类别", en: "Sort"),
        Bilingual(zh: "名称", en: "Name"), Bilingual(zh: "责任人", en: "Person"),
        Bilingual(zh: "岗位", en: "Post"), Bilingual(zh: "操作系统", en: "System"),
        Bilingual(zh: "场所", en: "Place"), Bilingual(zh: "上次巡查", en: "Patrolled"),
        Bilingual(zh: "未销号漏洞", en: "Weaknesses"), Bilingual(zh: "缺口", en: "Gaps"),
      ],
      rows: shown.map { standing in
        let content = standing.asset.content
        return [
          standing.id.rawValue,
          output.isForPeople ? content.sort.name[language] : content.sort.rawValue, content.name,
          bureau.name(content.person), content.post ?? "", content.system ?? "",
          content.place.map { bureau.name($0) } ?? "", standing.patrol?.walked.description ?? "",
          output.isForPeople ? standing.count[language] : "\(standing.findings.count)",
          standing.gaps.map { "\($0.mark) \($0.name[language])" }.joined(separator: " "),
        ]
      })
    guard output.isForPeople else { return }
    for place in book.bare {
      let gap = AssetGap.noAsset
      Output.line("\(gap.mark) \(place.name): \(gap.name[language])")
    }
  }
}

/// One asset with its history.
struct AssetShow: ParsableCommand {
  static let configuration = about("show", zh: "看一项网络资产", en: "show an asset")

  @OptionGroup var act: AssetActOptions

  func run() throws {
    let session = try Session(act.options)
    let (language, bureau) = (session.language, try session.ledger.bureau())
    let asset = try session.asset(act.id)
    guard let standing = try session.standing(of: asset.id) else { return }
    if act.json { return try Output.json(AssetJSON(standing)) }
    Output.line("\(asset.id)  \(asset.content.sort.name[language])  \(asset.content.name)")
    for line in AssetText.lines(standing, bureau) { Output.line(line[language]) }
    for entry in try session.ledger.timeline(.asset(asset.id)) {
      guard case .asset(let event) = entry.event else { continue }
      let who = bureau.name(entry.stamp.actor, for: entry.stamp.standsFor)[language]
      let note = event.note.map { "  " + $0 } ?? ""
      Output.line("  \(entry.stamp.at.dayAndTime)  \(who)  \(event.name[language])\(note)")
    }
  }
}

/// An asset in JSON; the keys are fixed, others script against them.
struct AssetJSON: Encodable {
  struct Patrol: Encodable {
    var inspection: Inspection.ID
    var day: Day
    var inspectors: [Person.ID]
  }

  struct Gap: Encodable {
    var gap: String
    var overdue: Bool
    /// The last day in office, of support, or on which the round was due.
    @Nullable var day: Day?
  }

  var id: Asset.ID
  var sort: Asset.Sort
  var name: String
  @Nullable var person: Person.ID?
  @Nullable var post: String?
  @Nullable var place: Place.ID?
  @Nullable var address: String?
  @Nullable var system: String?
  @Nullable var supportEnd: Day?
  @Nullable var level: Int?
  @Nullable var note: String?
  @Nullable var retired: Day?
  @Nullable var reason: String?
  @Nullable var patrol: Patrol?
  var findings: [Hazard.ID]
  var gaps: [Gap]

  init(_ standing: AssetStanding) {
    let (asset, content) = (standing.asset, standing.asset.content)
    id = asset.id
    sort = content.sort
    name = content.name
    person = content.person
    post = content.post
    place = content.place
    address = content.address
    system = content.system
    supportEnd = content.supportEnd
    level = content.level
    note = content.note
    retired = asset.retired?.day
    reason = asset.reason
    patrol = standing.patrol.map {
      Patrol(inspection: $0.inspection, day: $0.walked, inspectors: $0.inspectors)
    }
    findings = standing.findings.map(\.id)
    gaps = standing.gaps.map(Gap.init)
  }
}

extension AssetJSON.Gap {
  init(_ gap: AssetGap) {
    overdue = gap.isOverdue
    switch gap {
    case .noPerson: self.gap = "noPerson"
    case .personLeft(_, let last):
      self.gap = "personLeft"
      day = last
    case .noPost: self.gap = "noPost"
    case .noPlace: self.gap = "noPlace"
    case .supportOver(let end):
      self.gap = "supportOver"
      day = end
    case .notPatrolled(_, let due):
      self.gap = "notPatrolled"
      day = due
    case .noAsset: self.gap = "noAsset"
    }
  }
}

/// The register of assets on paper.
struct AssetsReport: ParsableCommand {
  static let configuration = about(
    "assets", zh: "网络资产台账（含缺口）", en: "the register of assets, with what is missing")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let (document, json) = try session.assetRegister()
    try output.send(document, json: json, on: session.today)
  }
}

/// The weaknesses of a period on paper.
struct WeaknessesReport: ParsableCommand {
  static let configuration = about(
    "weaknesses", zh: "漏洞整改情况表", en: "the weaknesses of a period, with what was done")

  @OptionGroup var options: GlobalOptions
  @Option(
    help: help(
      zh: "时段，如 2026、2026-H2、2026-Q3、2026-11；不填为今年",
      en: "the period, as 2026, 2026-H2, 2026-Q3 or 2026-11; this year if left out"))
  var period: SummaryPeriod?
  @OptionGroup var output: DocumentOutput

  func run() throws {
    let session = try Session(options)
    let (document, json) = try session.weaknessPaper(of: period ?? .year(session.today.year))
    try output.send(document, json: json, on: session.today)
  }
}

extension Session {
  /// The register of assets, and what its JSON holds.
  func assetRegister() throws -> (document: Document, json: any Encodable) {
    let book = try ledger.assetBook(at: clock.now)
    return (
      AssetRegister.document(book, bureau: try ledger.bureau(), language: language),
      book.kept.map { AssetJSON($0) }
    )
  }

  /// The weaknesses of a period, and what their JSON holds.
  func weaknessPaper(
    of period: SummaryPeriod
  ) throws -> (document: Document, json: any Encodable) {
    let hazards = try ledger.weaknesses(in: period.days)
    return (
      WeaknessPaper.document(
        hazards, of: period, assets: try ledger.assets(), bureau: try ledger.bureau(), on: today,
        language: language), hazards.map { HazardJSON($0, on: today) }
    )
  }
}
