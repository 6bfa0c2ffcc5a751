import Almanac
import Domain
import Intake
import Testing

/// What scans found, in the tables that scanners write.
struct WeaknessScanTests {
  private func assets() -> [Asset] {
    let contents: [(Asset.ID, String, String)] = [
      ("ZC2026-001", "门户", "https://www.example.test"), ("ZC2026-002", "库", "10.0.0.5"),
    ]
    return contents.compactMap { id, name, address in
      Asset(
        id: id, beginning: .added(.init(sort: .server, name: name, address: address)),
        Stamp(
          at: Moment(Day(2026, 11, 1), hour: 9, minute: 0), day: Day(2026, 11, 1), actor: "a"))
    }
  }

  private func read(
    _ text: String, _ map: [WeaknessScan.Column: String] = [:], place: Place.ID? = nil
  ) throws -> WeaknessScan.Findings {
    try WeaknessScan.read(
      Array(text.utf8), file: "in/s.csv", map: map, assets: assets(), place: place)
  }

  /// The headings of Greenbone's “CSV Results”: what it calls Log informs only, an empty list of CVEs is NOCVE.
  @Test func greenbone() throws {
    let found = try read(
      """
      IP,Hostname,Port,Port Protocol,CVSS,Severity,Solution Type,NVT Name,Summary,NVT OID,CVEs,Solution
      10.0.0.5,db,443,tcp,9.8,High,VendorFix,OpenSSL: flaw,"two
      lines",1.3,"CVE-2022-0001,CVE-2022-0002",Update to 3.0.7
      10.0.0.5,db,8443,tcp,9.8,High,VendorFix,OpenSSL: flaw,x,1.3,"CVE-2022-0001,CVE-2022-0002",Update
      10.0.0.5,db,,,0.0,Log,,Banner,x,1.4,NOCVE,
      10.9.9.9,www.example.test,22,tcp,4.3,Medium,Mitigation,Weak MAC,x,1.5,NOCVE,Disable
      """)
    #expect(found.left == 1)
    #expect(
      found.reports == [
        WeaknessReport(
          "OpenSSL: flaw",
          Weakness(
            asset: "ZC2026-002", host: "10.0.0.5", severity: .high,
            identifier: "CVE-2022-0001,CVE-2022-0002", advice: "Update to 3.0.7",
            proof: "443, 8443"), source: "s.csv"),
        WeaknessReport(
          "Weak MAC",
          Weakness(
            asset: "ZC2026-001", host: "10.9.9.9", severity: .medium, advice: "Disable",
            proof: "22"), source: "s.csv"),
      ])
  }

  /// Nessus writes a line for each CVE of a plugin: they are one weakness, with the higher severity.
  @Test func nessus() throws {
    let found = try read(
      """
      Plugin ID,CVE,CVSS v2.0 Base Score,Risk,Host,Protocol,Port,Name,Synopsis,Description,Solution
      1,CVE-2021-44228,9.3,High,10.0.0.5,tcp,8080,Log4j,s,d,Upgrade to 2.17.1
      1,CVE-2021-45046,9.3,Critical,10.0.0.5,tcp,8080,Log4j,s,d,Upgrade to 2.17.1
      2,,,None,10.0.0.5,tcp,0,Scan Information,s,d,n/a
      """)
    #expect(found.left == 1 && found.reports.count == 1)
    #expect(found.reports[0].weakness.severity == .critical)
    #expect(found.reports[0].weakness.identifier == "CVE-2021-44228, CVE-2021-45046")
    #expect(found.reports[0].weakness.proof == "8080")
  }

  @Test func chineseAndMapped() throws {
    let chinese = try read(
      "主机,漏洞名称,风险等级,CVE编号,解决方案\n10.0.0.5,弱口令,高危,,改口令\n10.0.0.5,提示,信息,,")
    #expect(chinese.reports.map(\.text) == ["弱口令"] && chinese.left == 1)
    #expect(chinese.reports[0].weakness.advice == "改口令")
    let mapped = try read(
      "目标机器,问题,评分\n10.0.0.5,弱口令,7.5", [.host: "目标机器", .name: "问题", .severity: "评分"])
    #expect(mapped.reports.map(\.weakness.severity) == [.high])
    // A score stands in where no severity is written.
    let scored = try read("IP,Name,CVSS\n10.0.0.5,x,9.1")
    #expect(scored.reports.map(\.weakness.severity) == [.critical])
  }

  private func problems(
    _ text: String, _ map: [WeaknessScan.Column: String] = [:]
  ) -> [IntakeError] {
    do {
      _ = try read(text, map)
      return []
    } catch let trouble as TableTrouble {
      return trouble.problems
    } catch {
      return []
    }
  }

  @Test func everyWrongLineIsNamed() {
    let wrong = problems(
      "IP,Name,Severity\n10.0.0.5,x,High\n10.0.0.5,y,Odd\n,z,High\n10.0.0.5,,Low")
    #expect(wrong.map(\.line) == [3, 4, 5])
    #expect(wrong.map(\.field) == ["severity", nil, nil])
    for table in ["Name,Severity\nx,High", "IP,Severity\na,High", "IP,Name\na,x", ""] {
      #expect(problems(table).count == 1, "\(table)")
    }
    #expect(
      problems("IP,Name,Severity\n10.0.0.5,x,High", [.fix: "Cure"]).map(\.problem.en)
        == ["the heading has no “Cure”"])
  }

  /// All unknown hosts in one message; a place takes them in.
  @Test func unknownHosts() throws {
    let table = "IP,Name,Severity\n10.0.0.9,x,High\n10.0.0.5,x,High\n10.0.0.8,x,Low\n10.0.0.9,y,Low"
    let wrong = problems(table)
    #expect(wrong.count == 1 && wrong[0].problem.zh.contains("2 台主机没有登记为网络资产：10.0.0.8、10.0.0.9"))
    let placed = try read(table, place: "rack")
    #expect(placed.reports.map(\.weakness.asset) == [nil, "ZC2026-002", nil, nil])
    #expect(placed.reports.allSatisfy { $0.place == "rack" })
  }

  /// What is longer than a register needs is cut, so that no line is refused for its length.
  @Test func longTexts() throws {
    let found = try read(
      "IP,Name,Severity,Solution\n10.0.0.5,x,High," + String(repeating: "很", count: 2000))
    #expect(found.reports[0].weakness.advice?.count == 301)
  }
}
