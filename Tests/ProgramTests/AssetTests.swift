import Foundation
import TestSupport
import Testing

/// The assets of the network and their weaknesses from the command line.
struct AssetTests {
  private func office(_ lines: [String] = []) throws -> Office {
    let office = try Office()
    for line in lines {
      let run = try office(line, as: "zhang")
      try #require(run.status == 0, "\(line): \(run.trouble)")
    }
    return office
  }

  private func write(_ text: String, _ name: String, _ office: Office) throws -> String {
    let path = office.folder.path + "/" + name
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  @Test func enteredChangedRetired() throws {
    let office = try office([
      "asset add website --name 门户网站 --person 周婷 --post 网站管理员 --place website --address www.example.test --system CentOS7 --support-end 2024-06-30 --level 二级"
    ])
    let listed = try office("asset list --json").json().list
    #expect(listed.map { $0["id"].string } == ["ZC2026-001"] && listed[0]["level"].int == 2)
    // The weekly round of the week before was not walked.
    #expect(
      listed[0]["gaps"].list.map { $0["gap"].string } == ["supportOver", "notPatrolled"])
    #expect(listed[0]["gaps"].list[0]["overdue"].bool == true)
    #expect(try office("today", as: "zhang").output.contains("网络资产待处理 1 项：门户网站（2024-06-30 已停止支持）"))
    #expect(!(try office("today", as: "zhou").output.contains("网络资产待处理")))
    #expect(try office("asset edit 门户网站 --system x", as: "zhou").status == 77)
    let edited = try office(
      "asset edit www.example.test --support-end 2028-06-30 --reason 升级 --json", as: "zhang"
    ).json()
    #expect(edited["supportEnd"].string == "2028-06-30")
    #expect(edited["gaps"].list.map { $0["day"].string } == ["2026-11-20"])
    let shown = try office("asset show ZC2026-001").output
    #expect(shown.contains("!! 漏巡：") && shown.contains("上次巡查：无") && shown.contains("升级"))
    #expect(try office("asset list --gaps --format tsv").output.split(separator: "\n").count == 2)
    #expect(try office("asset add fridge --name x", as: "zhang").status == 64)
    #expect(try office("asset show nothing").status == 65)
    #expect(try office("asset retire ZC2026-001 --reason 下线", as: "zhang").status == 0)
    #expect(try office("asset list --json").json().list.isEmpty)
    #expect(try office("asset list").output.contains("没有登记资产"))
    #expect(try office("asset list --all --json").json().list[0]["reason"].string == "下线")
    #expect(try office("verify").status == 0 && office("rebuild", as: "zhang").status == 0)
  }

  /// The last patrol is the record of the place, not what anybody typed.
  @Test func theLastPatrol() throws {
    let office = try office([
      "asset add website --name 门户网站 --person 周婷 --post 网站管理员 --place website"
    ])
    let walk = try office(
      "inspect website --pass all --reading 3=0,4=90 --sign --json", as: "zhang")
    try #require(walk.status == 0, "\(walk.trouble)")
    let patrol = try office("asset show ZC2026-001 --json").json()["patrol"]
    #expect(patrol["day"].string == "2026-11-23")
    #expect(patrol["inspection"].string == (try walk.json()["inspection"].string))
    let withdrawn = "inspection withdraw \(patrol["inspection"].string ?? "") --reason 填错"
    try #require(office(withdrawn, as: "zhang").status == 0)
    #expect(try office("asset show ZC2026-001 --json").json()["patrol"]["day"].string == nil)
  }

  @Test func aTableAllOrNothing() throws {
    let office = try office()
    let table = "类别,名称,责任人,岗位,场所\n网站,门户,周婷,管理员,website\n服务器,库,无名,,\n"
    let refused = try office("asset import \(write(table, "a.csv", office))", as: "zhang")
    #expect(refused.status == 65 && refused.trouble.contains("第3行：责任人"))
    #expect(try office("asset list --json").json().list.isEmpty)
    let file = try write(table.replacing("无名", with: "周婷"), "b.csv", office)
    let taken = try office("asset import \(file) --json", as: "zhang").json()
    #expect(taken["imported"].list.count == 2)
    #expect(try office("asset import \(file) --json", as: "zhang").json()["known"].int == 2)
    #expect(try office("asset import \(file)", as: "zhou").status == 77)
  }

  private static let scan = """
    IP,Hostname,Port,Port Protocol,CVSS,Severity,NVT Name,CVEs,Solution
    10.0.0.5,db,443,tcp,9.8,Critical,OpenSSL flaw,CVE-2022-3602,Update to 3.0.7
    10.0.0.5,db,22,tcp,5.3,Medium,Weak MAC,NOCVE,Disable it
    10.0.0.5,db,,,0.0,Log,Banner,NOCVE,
    """

  @Test func fromScanToPatch() throws {
    let office = try office([
      "asset add server --name 文件服务器 --person 周婷 --post 系统管理员 --place website --address 10.0.0.5"
    ])
    let file = try write(Self.scan, "scan.csv", office)
    let dry = try office("hazard import-scan \(file) --dry-run --json", as: "zhou").json().list
    #expect(dry.map { $0["deadline"].string } == ["2026-11-26", "2026-12-23"])
    #expect(dry[0]["weakness"]["identifier"].string == "CVE-2022-3602")
    #expect(try office("hazard list --json").json().list.isEmpty)
    let said = try office("hazard import-scan \(file)", as: "zhou")
    #expect(said.output.contains("登记隐患 2 条（2026-001至2026-002）"), "\(said.trouble)")
    let again = try office("hazard import-scan \(file) --json", as: "zhou").json()
    #expect(again["hazards"].list.isEmpty && again["known"].int == 2 && again["left"].int == 1)
    let asset = try office("asset show ZC2026-001 --json").json()
    #expect(asset["findings"].strings == ["2026-001", "2026-002"])
    #expect(try office("hazard patch 2026-001 --patched 3.0.7", as: "wu").status == 77)
    let patch = "hazard patch 2026-001 --patched 3.0.7 --proof 复扫报告"
    #expect(try office(patch, as: "zhang").status == 0)
    let weakness = try office("hazard show 2026-001 --json").json()["weakness"]
    #expect(weakness["patched"].string == "3.0.7" && weakness["patchProof"].string == "复扫报告")
    let shown = try office("hazard show 2026-001").output
    #expect(shown.contains("漏洞：超危") && shown.contains("登记修复版本"))
    let paper = try office("report weaknesses --period 2026-11").output.filter { !$0.isWhitespace }
    #expect(paper.contains("本期发现漏洞2个（超危1个、高危0个、中危1个、低危0个）"))
    #expect(paper.contains("3.0.7") && paper.contains("复扫报告"))
    #expect(try office("verify").status == 0)
  }

  @Test func whatIsRefusedAndMapped() throws {
    let office = try office()
    let file = try write(Self.scan, "scan.csv", office)
    let unknown = try office("hazard import-scan \(file)", as: "zhou")
    #expect(unknown.status == 65 && unknown.trouble.contains("1 台主机没有登记为网络资产：10.0.0.5"))
    let placed = try office("hazard import-scan \(file) --place website --json", as: "zhou").json()
    #expect(placed["hazards"].list.count == 2)
    let other = try write("机器,问题,分\n10.0.0.5,弱口令,7.5\n", "o.csv", office)
    #expect(try office("hazard import-scan \(other) --place website", as: "zhou").status == 65)
    let map = "--map host=机器 --map name=问题 --map severity=分 --place website"
    let mapped = try office("hazard import-scan \(other) \(map) --json", as: "zhou").json()
    #expect(mapped["hazards"].list.count == 1)
    #expect(try office("hazard import-scan \(other) --map colour=分", as: "zhou").status == 64)
    let wrong = try write("IP,Name,Severity\n10.0.0.5,x,Odd\n10.0.0.6,y,High\n", "w.csv", office)
    let refused = try office("hazard import-scan \(wrong) --place website", as: "zhou")
    #expect(refused.status == 65 && refused.trouble.contains("第2行：severity"))
    let typed = "hazard weakness nothing --text x --severity 高危"
    #expect(try office(typed, as: "zhou").status == 65)
  }

  @Test func theRegisterOnPaper() throws {
    let office = try office([
      "asset add website --name 门户网站 --person 周婷 --post 网站管理员 --place website --system Debian12",
      "asset add computer --name 前台电脑",
    ])
    let paper = try office("report assets").output.filter { !$0.isWhitespace }
    #expect(paper.contains("网络资产台账") && paper.contains("共2项，有缺口2项"))
    #expect(paper.contains("!无责任人") && paper.contains("周婷"))
    let json = try office("report assets --format json").json().list
    #expect(json.map { $0["gaps"].list.count } == [1, 3])
  }
}
