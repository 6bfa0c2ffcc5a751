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

  /// Li decides on paper, Zhang enters it, Li looks at it later: once, and nobody else may.
  @Test func confirmedOrDisputedByTheDecider() throws {
    let office = try Office()
    for _ in 1...2 {
      try #require(
        office("hazard report --place 305 --text 插座松动 --category electrical", as: "zhang").status
          == 0)
    }
    let assign = "hazard assign 2026-001 2026-002 --to liu --deadline +3 --for li --paper today"
    try #require(office(assign, as: "zhang").status == 0)
    let acts = try office("entry list --for li --waiting --json").json().list
    #expect(acts.map { $0["subjects"].strings } == [["hazard/2026-002"], ["hazard/2026-001"]])
    #expect(acts.allSatisfy { $0["enteredBy"].string == "zhang" && $0["person"].string == "li" })
    let (second, first) = (
      try #require(acts[0]["act"].string), try #require(acts[1]["act"].string)
    )
    for row in [
      Case(line: "entry confirm \(first)", status: 77, says: "只能由作决定的李娜本人"),
      Case(line: "entry confirm x-1", person: "li", status: 65, says: "没有编号为“x-1”的代录"),
      Case(line: "entry dispute \(first)", person: "li", status: 64, says: "--reason"),
      Case(
        line: "entry dispute \(first) --reason 期限不对", person: "li", says: "\(first)  本人有异议"),
      // Several are confirmed together or not at all.
      Case(
        line: "entry confirm \(second) x-1", person: "li", status: 65, says: "没有编号为“x-1”的代录"),
      Case(
        line: "entry confirm \(second) \(first)", person: "li", says: "\(second)  本人已确认"),
      Case(line: "entry confirm \(first)", person: "li", status: 65, says: "本人已确认，不用再说"),
      Case(line: "hazard show 2026-001", says: "张伟 代录，纸上日期 2026-11-23，本人已确认 2026-11-23"),
    ] {
      let run = try office(row.line, as: row.person)
      #expect(run.status == row.status, "\(row.line): \(run.trouble)")
      #expect((run.trouble + run.output).contains(row.says), "\(row.line): \(run)")
    }
    let entry = try office("hazard show 2026-002 --json").json()["timeline"][1]
    #expect(entry["entry"].string == "confirmed" && entry["enteredBy"].string == "zhang")
    #expect(try office("entry list --waiting --json").json().list.isEmpty)
    #expect(try office("verify").status == 0)
  }
}
