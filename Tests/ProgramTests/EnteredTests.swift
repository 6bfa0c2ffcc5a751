import TestSupport
import Testing

/// What is entered for another or given to another, as a person meets it at the command line.
struct EnteredTests {
  struct Case: Sendable {
    var line: String
    var person = "zhang"
    var status: Int32 = 0
    var says: String
  }

  /// A hazard reported today, 23 November; Wu only looks, Huang left at the end of Friday.
  @Test func refusals() throws {
    let office = try Office(now: "2026-11-20T17:00")
    #expect(try office("person close huang", as: "zhang").status == 0)
    office.now = "2026-11-23T09:00"
    let report = "hazard report --place 305 --text 插座松动 --category electrical"
    #expect(try office(report, as: "zhang").status == 0)
    let assign = "hazard assign 2026-001 --to liu --deadline +3 --for li --paper"
    for row in [
      Case(line: "\(assign) today", person: "wu", status: 77, says: "“代录”须由"),
      Case(
        line: "\(report) --for li --paper today", person: "wu", status: 77, says: "“代录”须由"),
      Case(line: "\(assign) 2026-11-22", status: 65, says: "早于隐患的发现日期 2026-11-23"),
      Case(line: "\(assign) +1", status: 65, says: "2026-11-24 在今天之后"),
      Case(
        line: "hazard assign 2026-001 --to huang --deadline +3", person: "li", status: 65,
        says: "在任到 2026-11-20 为止"),
      Case(
        line: "hazard assign 2026-001 --to 黄磊 --deadline +3", person: "li", status: 65,
        says: "黄磊在任到 2026-11-20 为止"),
      Case(line: "\(report) --deadline -1", status: 65, says: "期限不能早于今天（2026-11-23）"),
      Case(
        line: "\(report) --deadline -1 --source authorityOrder --document 12号", says: "2026-002"),
      Case(line: "calendar flood --start 2027-04-15 --end 2028-04-15", status: 65, says: "一年"),
      Case(line: "calendar flood --start 2027-04-15 --end 2027-04-14", status: 65, says: "早于"),
      Case(line: "calendar flood --start 2027-04-15 --end 2027-10-15", status: 65, says: "通知名称"),
      Case(line: "\(assign) today", says: "2026-001 已交办"),
    ] {
      let run = try office(row.line, as: row.person)
      #expect(run.status == row.status, "\(row.line): \(run.trouble)")
      #expect((run.trouble + run.output).contains(row.says), "\(row.line): \(run.trouble)")
    }
    let roles = try office("person roles --json").json().list
    let entering = try #require(roles.first { $0["act"].string == "enterFor" })["roles"].strings
    #expect(entering.contains("archivist") && !entering.contains("observer"))
  }
}
