import Foundation
import TestSupport
import Testing

/// The table of roles and acts as the README prints it, and as the commands keep it.
struct RoleTableTests {
  /// The README holds the table word for word; to renew it: `xunjian person roles --format md`.
  @Test func theREADMEHasTheTable() throws {
    let table = try xunjian("person", "roles", "--format", "md").output
    #expect(table.split(separator: "\n").count == RoleTable.rows.count + 2)
    let readme = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "README.md")
    #expect(try String(contentsOf: readme, encoding: .utf8).contains(table))
  }

  /// The marks stand where the table written out by hand has them.
  @Test func theMarks() throws {
    let lines = try xunjian("person", "roles", "--format", "md").output.split(separator: "\n")
    for (line, row) in zip(lines.dropFirst(2), RoleTable.rows) {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst(2)
      for (cell, role) in zip(cells, RoleTable.roles) {
        #expect(cell.contains("●") == row.roles.contains(role), "\(row.act) \(role)")
      }
    }
  }

  struct Case: Sendable {
    var act: String
    var line: String
    var now = "2026-11-23T12:00"
  }

  /// A real command of each act; some acts have several. Hazard 2026-001 is reported, 2026-002 assigned,
  /// 2026-003 handed in, 2026-004 verified; 2026-005 is one of fire, verified.
  static let cases = [
    Case(act: "inspect", line: "inspect 303 --round monthly/2026-11 --pass all --sign"),
    Case(act: "inspect", line: "inspect 303 --round monthly/2026-11 --no-entry 锁着"),
    Case(act: "reportHazard", line: "hazard report --place 305 --text 插座松动"),
    Case(act: "assign", line: "hazard assign 2026-001 --to rectifier --deadline +5"),
    Case(
      act: "assign", line: "hazard report-up 2026-001 --authority 区 --document 报1 --day today"),
    Case(act: "verify", line: "hazard verify 2026-003 --keep-open"),
    Case(act: "extend", line: "hazard extend 2026-002 --deadline +30 --reason 等待采购"),
    Case(act: "reject", line: "hazard reject 2026-003 --reason 仍松动 --deadline +5"),
    Case(act: "close", line: "hazard close 2026-004"),
    Case(act: "closeFire", line: "hazard close 2026-005"),
    Case(act: "withdraw", line: "hazard withdraw 2026-001 --reason 重复登记"),
    Case(act: "withdraw", line: "hazard merge 2026-001 --into 2026-002"),
    Case(act: "issueNotice", line: "notice issue 2026-002"),
    Case(act: "photograph", line: "hazard photo 2026-001 --before PICTURE"),
    Case(act: "annotate", line: "hazard note 2026-001 --text 抓紧"),
    Case(act: "remind", line: "hazard remind 2026-002"),
    Case(
      act: "decideMajor",
      line: "hazard study 2026-001 --result general --basis 轻微 --with wang li --day today"),
    Case(act: "countersign", line: "round sign monthly/2026-11 --section 办公室"),
    Case(act: "excuse", line: "round excuse monthly/2026-11 --place 304 --reason 装修"),
    Case(act: "raiseAlert", line: "alert open --kind fog --colour orange"),
    Case(act: "seal", line: "seal 2026-11", now: "2026-12-01T09:00"),
    Case(act: "administer", line: "section add legal --name 法规科"),
    Case(act: "administer", line: "person edit zhou --role inspector"),
    Case(act: "administer", line: "place close 304"),
    Case(act: "administer", line: "plan close climate"),
    Case(act: "administer", line: "organization edit --shared-login duty"),
    Case(act: "keepDuty", line: "duty propose 2027-new-year"),
    Case(act: "keepDuty", line: "duty change alert-2026-11-23 today --on-duty huang --reason 换人"),
    Case(act: "keepDuty", line: "duty settings --phone 0000-1100"),
    Case(act: "checkDuty", line: "duty check alert-2026-11-23 zhou --outcome present"),
    Case(act: "keepActivities", line: "activity record visit --title 走访"),
    Case(act: "correctActivity", line: "activity withdraw HD2026-001 --reason 重复"),
    Case(act: "administer", line: "activity kind retire visit"),
    Case(
      act: "recordIncident", line: "incident record --place 305 --kind utility --what 停电十分钟"),
    Case(act: "recordIncident", line: "incident report SJ2026-001 --to 物业"),
    Case(act: "keepIncidents", line: "incident close SJ2026-001"),
    Case(act: "keepIncidents", line: "incident withdraw SJ2026-001 --reason 误报"),
    Case(act: "keepSafetyFile", line: "expiry add licence --name 许可证 --until 2027-01-01"),
    Case(act: "keepSafetyFile", line: "expiry renew DQ2026-001 --until 2027-06-01"),
    Case(act: "keepSafetyFile", line: "expiry retire DQ2026-001 --reason 报废"),
    Case(act: "keepSafetyFile", line: "rule add --title 用电制度"),
    Case(act: "keepSafetyFile", line: "rule review ZD2026-001 --outcome keep"),
    Case(act: "administer", line: "expiry kind licence --months 12"),
    Case(act: "keepResponsibility", line: "responsibility give zhou --post chief"),
    Case(act: "keepAssets", line: "asset add server --name 库"),
    Case(act: "keepAssets", line: "asset edit ZC2026-001 --system x"),
    Case(act: "keepAssets", line: "asset retire ZC2026-001 --reason 报废"),
    Case(act: "keepGoals", line: "goal add 每月检查 --owner zhou"),
    Case(act: "keepVehicles", line: "vehicle set car --plate 粤Z·示101"),
    Case(act: "keepVehicles", line: "vehicle service car --km 100 --work 换机油"),
    Case(act: "keepVehicles", line: "vehicle seal car --km 100 --keys 值班室"),
    Case(act: "keepVehicles", line: "vehicle except car --reason 值班"),
    Case(act: "keepVehicles", line: "driver set zhou --class C1 --until 2027-12-31"),
    Case(act: "approveTrip", line: "trip approve YC2026-001"),
    Case(act: "approveTrip", line: "trip decline YC2026-001 --reason 不必"),
    Case(
      act: "reportHazard",
      line: "trip request --purpose 核查 --to 镇 --persons 2 --from 2026-11-24T08:00 "
        + "--until 2026-11-24T11:00"),
    Case(act: "declareNil", line: "nil declare --none", now: "2027-01-01T16:30"),
    Case(
      act: "administer",
      line: "emergency rules set district --to 区值班室 --phone 30 --source 区办〔2026〕1号"),
    Case(act: "administer", line: "nil settings --break-times 09:00,17:00"),
    Case(act: "enterFor", line: "hazard close 2026-004 --for li --paper today"),
  ]

  /// By one person of each role: it is done where the table says so, and refused with 77 elsewhere.
  @Test(arguments: cases)
  func commands(_ row: Case) throws {
    let office = try Self.office.get()
    let line = row.line.replacing("PICTURE", with: PhotographTests.picture("plain.jpg"))
    for role in RoleTable.roles {
      let copy = try Folder()
      let ledger = copy.path + "/ledger.sqlite"
      try office.write(to: URL(filePath: ledger))
      let run = try xunjian(
        line.split(separator: " ").map(String.init), ledger: ledger, now: row.now, as: role)
      let isAllowed = RoleTable.roles(of: row.act).contains(role)
      #expect(run.status == (isAllowed ? 0 : 77), "\(role): \(run.trouble)")
    }
  }

  @Test func everyActHasACommand() {
    #expect(Set(RoleTable.rows.map(\.act)) == Set(Self.cases.map(\.act)))
  }

  /// The sample office with one person of each role, all of section 办公室, named by the role.
  private static let office = Result { () throws -> Data in
    let office = try Office(now: "2026-11-23T11:00")
    for role in RoleTable.roles {
      let line = "person add \(role) --name \(role) --section 办公室 --role \(role)"
      let added = try office(line, as: "zhang")
      try #require(added.status == 0, "\(added.trouble)")
    }
    let report = "hazard report --place 305 --text 插座松动 --category"
    let walked = "inspect 301 --round monthly/2026-11 --pass all --sign"
    var acts = [(walked, "zhang"), ("\(report) fire", "zhou")]
    acts.insert(contentsOf: (1...4).map { _ in ("\(report) electrical", "zhou") }, at: 1)
    for number in 2...5 {
      acts.append(("hazard assign 2026-00\(number) --to huang --deadline +3", "li"))
    }
    for number in 3...5 {
      acts.append(("hazard submit 2026-00\(number) --measures 已修好", "huang"))
    }
    for number in 4...5 { acts.append(("hazard verify 2026-00\(number) --keep-open", "liu")) }
    acts += [
      ("duty propose --kind alert --from today --to +1", "zhang"),
      ("duty change alert-2026-11-23 today --on-duty zhou", "zhang"),
      ("duty adopt alert-2026-11-23", "zhang"),
      ("activity record visit --title 走访", "zhang"),
      ("incident record --place 305 --kind utility --what 停电", "zhang"),
      ("expiry add licence --name 许可证 --until 2027-01-01", "zhang"),
      ("rule add --title 用火制度 --issued 2026-01-05", "zhang"),
      ("driver set huang --class C1 --until 2027-12-31", "zhang"),
      (
        "trip request --purpose 核查 --to 镇 --persons 2 --from 2026-11-25T08:00 "
          + "--until 2026-11-25T11:00 --vehicle car --driver huang", "zhang"
      ),
      ("asset add website --name 门户网站", "zhang"),
    ]
    for (line, person) in acts {
      let run = try office(line, as: person)
      try #require(run.status == 0, "\(line): \(run.trouble)")
    }
    return try Data(contentsOf: URL(filePath: office.ledger))
  }
}
