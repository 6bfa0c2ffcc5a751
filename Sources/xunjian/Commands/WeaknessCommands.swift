import Almanac
import ArgumentParser
import Domain
import Intake
import Ledger

extension Weakness.Severity: ExpressibleByArgument {
  /// Takes an id, a word as scanners write it, or a score.
  public init?(argument: String) {
    guard let severity = try? Self.scanned(argument) else { return nil }
    self = severity
  }
}

/// A weakness in JSON; the keys are fixed, others script against them.
struct WeaknessJSON: Encodable {
  @Nullable var asset: Asset.ID?
  @Nullable var host: String?
  var severity: Weakness.Severity
  @Nullable var identifier: String?
  @Nullable var version: String?
  @Nullable var advice: String?
  @Nullable var proof: String?
  @Nullable var patched: String?
  @Nullable var patchProof: String?

  init(_ weakness: Weakness, _ patch: Patch?) {
    asset = weakness.asset
    host = weakness.host
    severity = weakness.severity
    identifier = weakness.identifier
    version = weakness.version
    advice = weakness.advice
    proof = weakness.proof
    patched = patch?.version
    patchProof = patch?.proof
  }
}

/// Registers a weakness as a hazard.
struct HazardWeakness: ParsableCommand {
  static let configuration = about(
    "weakness", zh: "登记一个漏洞为隐患", en: "register a weakness as a hazard")

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "网络资产：编号、名称或地址", en: "the asset: its number, name or address"))
  var asset: String
  @Option(help: help(zh: "漏洞名称", en: "what is wrong")) var text: String
  @Option(
    help: help(zh: "等级：低危、中危、高危、超危，或 CVSS 分值", en: "low, medium, high, critical or a CVSS score"))
  var severity: Weakness.Severity
  @Option(name: .customLong("id"), help: help(zh: "漏洞编号，如 CVE、CNVD", en: "its CVE or CNVD name"))
  var identifier: String?
  @Option(name: .customLong("found-version"), help: help(zh: "发现时的版本", en: "the version found"))
  var version: String?
  @Option(help: help(zh: "修复建议", en: "what is advised")) var advice: String?
  @Option(help: help(zh: "发现依据", en: "by what it was seen")) var proof: String?
  @Option(
    help: help(zh: "登记到的场所；不填为资产的场所", en: "where it is registered; the asset's place if left out"))
  var place: String?
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  func run() throws {
    let session = try Session(options)
    let weakness = Weakness(
      asset: try session.asset(asset).id, severity: severity, identifier: identifier,
      version: version, advice: advice, proof: proof)
    let report = WeaknessReport(text, weakness, place: try place.map(session.place)?.id)
    let lines = try session.perform(.asset(.reportWeaknesses([report])))
    try ScanAnswer(lines, of: [report], left: 0).say(json: json, session)
  }
}

/// What came of a scan: the hazards registered, what was open already, what only informs.
struct ScanAnswer: Encodable {
  var hazards: [String]
  var known: Int
  var left: Int

  init(_ lines: [Happening], of reports: [WeaknessReport], left: Int) {
    hazards = lines.map(\.subject).filter { $0.kind == .hazard }.map(\.id)
    known = reports.count - hazards.count
    self.left = left
  }

  func say(json: Bool, _ session: Session) throws {
    if json { return try Output.json(self) }
    let ends = [hazards.first, hazards.count > 1 ? hazards.last : nil].compactMap(\.self)
    let numbers = Bilingual(
      zh: ends.joined(separator: Bilingual(zh: "至", en: "").zh), en: ends.joined(separator: " to "))
    let (count, known, left) = (hazards.count, known, left)
    Output.line(
      Bilingual(
        zh: "登记隐患 \(count) 条" + (ends.isEmpty ? "" : "（\(numbers.zh)）")
          + "，已有且未销号 \(known) 条没有重复登记，信息类 \(left) 行略去。",
        en: "Hazards registered: \(count)" + (ends.isEmpty ? "" : " (\(numbers.en))")
          + "; open already: \(known); lines that only inform, left out: \(left).")[
          session.language])
  }
}

/// Registers what a scan found.
struct HazardImportScan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import-scan",
    abstract: Bilingual(zh: "从漏洞扫描结果 CSV 登记隐患", en: "register what a scan found, from CSV")[
      Speech.language],
    discussion: Bilingual(
      zh: "认得 Greenbone（OpenVAS）、Nessus 和常用中文表头；别的表头用 --map 指明，可用的栏："
        + "host、hostname、name、severity、cvss、id、fix、port、version。"
        + "主机按编号、名称、地址找网络资产；同一主机同名的几行合为一条，信息类略去。"
        + "期限按等级：超危 3 天、高危 7 天、中危 30 天、低危 90 天，遇休息日提前。"
        + "有一行不对就一条也不登记；未销号的同一漏洞不重复登记。",
      en: "Knows the headings of Greenbone (OpenVAS), Nessus and usual Chinese ones; others are "
        + "named with --map, whose columns are host, hostname, name, severity, cvss, id, fix, "
        + "port, version. Hosts are found among the assets by number, name or address; lines of "
        + "one host and name are one, what only informs is left out. Due by severity: critical 3 "
        + "days, high 7, medium 30, low 90, moved back from rest days. One wrong line and nothing "
        + "is registered; a weakness that is still open is not registered twice.")[
        Speech.language])

  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "CSV 文件（UTF-8）", en: "a CSV file in UTF-8")) var file: String
  @Option(
    help: help(zh: "指明一栏的表头，如 severity=风险等级", en: "the heading of a column, as severity=Risk"))
  var map: [String] = []
  @Option(
    help: help(zh: "都登记到这个场所，不认识的主机也登记", en: "register all at this place, unknown hosts too"))
  var place: String?
  @Flag(help: help(zh: "只看会登记什么", en: "only show what would be registered")) var dryRun = false
  @Flag(help: help(zh: "输出 JSON", en: "print JSON")) var json = false

  private struct Preview: Encodable {
    var text: String
    var place: Place.ID
    var deadline: Day?
    var weakness: WeaknessJSON
  }

  func run() throws {
    let session = try Session(options)
    let found = try WeaknessScan.read(
      OfficeText.read(file), file: file, map: headings(),
      assets: session.ledger.assets(),
      place: place.map(session.place)?.id)
    let command = Command.asset(.reportWeaknesses(found.reports))
    guard dryRun else {
      let lines = try session.perform(command)
      return try ScanAnswer(lines, of: found.reports, left: found.left).say(json: json, session)
    }
    let reports = try session.foreseen(command).compactMap { line -> HazardReport? in
      if case .hazard(.reported(let report)) = line.event { report } else { nil }
    }
    if json {
      return try Output.json(
        reports.compactMap { report in
          report.weakness.map {
            Preview(
              text: report.text, place: report.place, deadline: report.deadline,
              weakness: WeaknessJSON($0, nil))
          }
        })
    }
    let (language, bureau) = (session.language, try session.ledger.bureau())
    Output.table(
      [
        Bilingual(zh: "等级", en: "Severity"), Bilingual(zh: "资产", en: "Asset"),
        Bilingual(zh: "漏洞", en: "Weakness"), Bilingual(zh: "编号", en: "Name"),
        Bilingual(zh: "场所", en: "Place"), Bilingual(zh: "期限", en: "Due"),
      ].map { $0[language] },
      reports.map { report in
        [
          report.weakness?.severity.name[language] ?? "", report.spot ?? "", report.text,
          report.weakness?.identifier ?? "", bureau.name(report.place),
          report.deadline?.description ?? "",
        ]
      })
    let (count, left) = (reports.count, found.left)
    let known = found.reports.count - count
    Output.line(
      Bilingual(
        zh: "以上 \(count) 条没有登记（--dry-run）；已有且未销号 \(known) 条，信息类 \(left) 行。",
        en: "\(count) not registered (--dry-run); open already: \(known); only inform: \(left).")[
          language])
  }

  private func headings() throws -> [WeaknessScan.Column: String] {
    var map: [WeaknessScan.Column: String] = [:]
    for text in self.map {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let column = WeaknessScan.Column(rawValue: parts[0]) else {
        let names = WeaknessScan.Column.allCases.map(\.rawValue).joined(separator: " ")
        throw ValidationError(
          Bilingual(
            zh: "--map 应写如 severity=风险等级，不是“\(text)”；可用的栏：\(names)",
            en: "--map is written severity=HEADING, not “\(text)”; columns: \(names)")[
              Speech.language])
      }
      map[column] = parts[1]
    }
    return map
  }
}

/// Records what was done against a weakness.
struct HazardPatch: ParsableCommand {
  static let configuration = about(
    "patch", zh: "登记漏洞的修复版本和证明", en: "record the version that mends a weakness, and proof")
  @OptionGroup var act: HazardActOptions
  @Option(help: help(zh: "修复版本或补丁号", en: "the version or patch")) var patched: String
  @Option(help: help(zh: "证明，如复扫报告", en: "what proves it, as a second scan")) var proof: String?
  func run() throws {
    try act.perform { _, _ in .oversee(.patch(Patch(version: patched, proof: proof))) }
  }
}
