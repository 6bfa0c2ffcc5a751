import Almanac
import Domain

/// Reads what a scan for weaknesses found from a table, its columns found by the headings that scanners use
/// (Greenbone, Nessus, and Chinese ones), or by those that are named for them.
public enum WeaknessScan {
  /// What a column holds.
  public enum Column: String, CaseIterable, Hashable, Sendable {
    case host
    case hostname
    case name
    case severity
    case cvss
    case id
    case fix
    case port
    case version

    /// The headings by which it is found where none is named, the likeliest first.
    public var headings: [String] {
      (names.en + "|" + names.zh).split(separator: "|").map(String.init)
    }

    private var names: Bilingual {
      switch self {
      case .host:
        Bilingual(zh: "主机|IP地址|主机IP|目标|资产IP|资产", en: "IP|Host|IP Address")
      case .hostname: Bilingual(zh: "主机名|主机名称|域名|资产名称", en: "Hostname|DNS Name")
      case .name: Bilingual(zh: "漏洞名称|漏洞|名称", en: "NVT Name|Name|Plugin Name|Title")
      case .severity:
        Bilingual(
          zh: "风险等级|漏洞等级|危险等级|危害等级|风险级别|漏洞级别|严重程度|等级",
          en: "Severity|Risk|Risk Factor|Threat")
      case .cvss:
        Bilingual(
          zh: "CVSS评分|CVSS分值|漏洞评分",
          en: "CVSS|CVSS v3.0 Base Score|CVSS v2.0 Base Score|CVSS V3 Base Score")
      case .id:
        Bilingual(zh: "CVE编号|CNVD编号|CNNVD编号|漏洞编号", en: "CVEs|CVE|CVE ID")
      case .fix:
        Bilingual(zh: "解决方案|解决办法|修复建议|整改建议|加固建议", en: "Solution|Remediation")
      case .port: Bilingual(zh: "端口|端口号", en: "Port")
      case .version: Bilingual(zh: "影响版本|发现版本|当前版本|版本", en: "Installed Version")
      }
    }
  }

  /// What a scan came to.
  public struct Findings: Equatable, Sendable {
    /// What is to be registered, by host and name.
    public var reports: [WeaknessReport]
    /// How many lines only inform, and are left out.
    public var left: Int

    /// Nothing found.
    public init(reports: [WeaknessReport] = [], left: Int = 0) {
      self.reports = reports
      self.left = left
    }
  }

  /// The longest text that is taken over from a scan; what is longer is cut.
  static let longest = 300

  /// Reads what a scan found.
  ///
  /// - Parameters:
  ///   - bytes: The file's contents.
  ///   - file: Its name, for errors and as the document that it came with.
  ///   - map: The headings of columns that are called otherwise.
  ///   - assets: The register, to find hosts in.
  ///   - place: Where what is found on hosts out of the register is registered, and all else; nil to refuse
  ///     unknown hosts.
  /// - Throws: ``TableTrouble`` that names every line that is wrong, and every unknown host once.
  public static func read(
    _ bytes: [UInt8], file: String, map: [Column: String] = [:], assets: [Asset],
    place: Place.ID? = nil
  ) throws(TableTrouble) -> Findings {
    let table: CSVTable
    let columns: [Column: Int]
    do throws(IntakeError) {
      table = try CSVTable(bytes, file: file)
      columns = try self.columns(of: table.heading, map, file: file)
    } catch {
      throw TableTrouble(problems: [error])
    }
    let lines = try table.read(file: file) { row throws(RowTrouble) in try line(row, columns) }
    var reader = Reader(assets: assets, place: place, file: file)
    for line in lines { reader.take(line) }
    guard reader.unknown.isEmpty else { throw reader.trouble }
    return Findings(reports: reader.reports, left: reader.left)
  }

  private static func columns(
    of heading: [String], _ map: [Column: String], file: String
  ) throws(IntakeError) -> [Column: Int] {
    let names = heading.map { $0.lowercased() }
    var columns: [Column: Int] = [:]
    for column in Column.allCases {
      let wanted = map[column].map { [$0] } ?? column.headings
      columns[column] = wanted.lazy.compactMap { names.firstIndex(of: $0.lowercased()) }.first
      if let named = map[column], columns[column] == nil {
        throw IntakeError(
          file: file, line: 1,
          problem: Bilingual(zh: "表头没有“\(named)”", en: "the heading has no “\(named)”"))
      }
    }
    let needed: [[Column]] = [[.host, .hostname], [.name], [.severity, .cvss]]
    for choices in needed where choices.allSatisfy({ columns[$0] == nil }) {
      let column = choices[0]
      throw IntakeError(
        file: file, line: 1,
        problem: Bilingual(
          zh: "找不到“\(column.rawValue)”一栏；请用 --map \(column.rawValue)=表头 指明",
          en: "no column for “\(column.rawValue)”; name it with --map \(column.rawValue)=HEADING"))
    }
    return columns
  }

  /// What a line of a scan says.
  fileprivate struct Line {
    var host: String
    var hostname: String
    var name: String
    /// Nil for what only informs.
    var severity: Weakness.Severity?
    var id: String?
    var fix: String?
    var port: String?
    var version: String?
  }

  private static func line(
    _ row: CSVTable.Row, _ columns: [Column: Int]
  ) throws(RowTrouble) -> Line {
    func text(_ column: Column) -> String? {
      guard let index = columns[column], row.cells.indices.contains(index) else { return nil }
      let text = trimmed(row.cells[index])
      return text.isEmpty || ["nocve", "n/a", "-"].contains(text.lowercased()) ? nil : text
    }
    let severity: Weakness.Severity?
    do throws(AssetError) {
      severity = try Weakness.Severity.scanned(text(.severity) ?? text(.cvss) ?? "")
    } catch {
      throw RowTrouble(column: Column.severity.rawValue, problem: error.message)
    }
    let host = text(.host) ?? text(.hostname)
    guard severity == nil || (host != nil && text(.name) != nil) else {
      throw RowTrouble(
        problem: Bilingual(zh: "没有主机或漏洞名称", en: "no host or no name of the weakness"))
    }
    return Line(
      host: host ?? "", hostname: text(.hostname) ?? "", name: text(.name) ?? "",
      severity: severity, id: text(.id), fix: text(.fix),
      port: text(.port).flatMap { $0 == "0" ? nil : $0 }, version: text(.version))
  }
}

/// Gathers the lines of a scan: several of one host and name are one weakness.
private struct Reader {
  let assets: [Asset]
  let place: Place.ID?
  let file: String
  private(set) var reports: [WeaknessReport] = []
  private(set) var left = 0
  private(set) var unknown: [String] = []

  init(assets: [Asset], place: Place.ID?, file: String) {
    self.assets = assets
    self.place = place
    self.file = file
  }

  mutating func take(_ line: WeaknessScan.Line) {
    guard let severity = line.severity else {
      left += 1
      return
    }
    let asset = assets.asset(named: line.host) ?? assets.asset(named: line.hostname)
    if asset == nil, place == nil {
      if !unknown.contains(line.host) { unknown.append(line.host) }
      return
    }
    let weakness = Weakness(
      asset: asset?.id, host: line.host, severity: severity, identifier: cut(line.id),
      version: cut(line.version), advice: cut(line.fix), proof: cut(line.port))
    let name = cut(line.name) ?? ""
    guard
      let index = reports.firstIndex(where: { report in
        report.text == name && report.weakness.asset == weakness.asset
          && report.weakness.host == weakness.host
      })
    else {
      reports.append(WeaknessReport(name, weakness, place: place, source: fileName))
      return
    }
    reports[index].weakness.join(weakness)
  }

  private var fileName: String { file.split(separator: "/").last.map(String.init) ?? file }

  /// All hosts that are out of the register, in one line.
  var trouble: TableTrouble {
    let names = unknown.sorted()
    return TableTrouble(problems: [
      IntakeError(
        file: file, line: nil,
        problem: Bilingual(
          zh: "\(names.count) 台主机没有登记为网络资产：\(names.joined(separator: "、"))；"
            + "请先登记（asset add），或用 --place 指定登记到哪个场所",
          en:
            "\(counted(names.count, "host")) not among the assets: \(names.joined(separator: ", ")); "
            + "enter them (asset add), or name a place for them with --place"))
    ])
  }

  private func cut(_ text: String?) -> String? {
    text.map {
      $0.count > WeaknessScan.longest ? String($0.prefix(WeaknessScan.longest)) + "…" : $0
    }
  }
}

extension Weakness {
  /// Takes in what another line says of the same: its names and ports beside, the higher severity.
  fileprivate mutating func join(_ other: Weakness) {
    func joined(_ text: String?, _ other: String?) -> String? {
      guard let text, let other else { return text ?? other }
      return text.split(separator: ", ").contains(Substring(other)) ? text : "\(text), \(other)"
    }
    identifier = joined(identifier, other.identifier)
    proof = joined(proof, other.proof)
    severity = max(severity, other.severity)
    version = version ?? other.version
    advice = advice ?? other.advice
  }
}
