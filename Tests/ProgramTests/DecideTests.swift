import Foundation
import TestSupport
import Testing

/// A leader's page of decisions: printed, ticked by hand, entered again.
struct DecideTests {
  /// Four hazards in 305 on 24 November: 001 reported, 002 asks for 4 December, 003 handed in, 004 (fire)
  /// only assigned.
  private func office() throws -> Office {
    let office = try Office(now: "2026-11-23T09:00")
    for category in ["electrical", "electrical", "theft", "fire"] {
      try #require(
        office("hazard report --place 305 --text 松动 --category \(category)", as: "zhang").status
          == 0)
    }
    for line in [
      "hazard assign 2026-002 2026-003 2026-004 --to liu --deadline 11-27"
    ] { try #require(office(line, as: "zhang").status == 0) }
    for line in [
      "hazard request-extension 2026-002 --deadline 12-04 --reason 等待采购",
      "hazard submit 2026-003 --measures 已更换",
    ] { try #require(office(line, as: "liu").status == 0) }
    office.now = "2026-11-24T09:00"
    return office
  }

  @Test func printedTickedAndEntered() throws {
    let office = try office()
    let sheet = try office("report decisions --for li --format json").json()
    let number = try #require(sheet["number"].string)
    #expect(
      sheet["lines"].list.map { $0["hazard"].string } == ["2026-001", "2026-002", "2026-003"])
    let before = try office("verify --json").json()["events"].int
    #expect(try office("report decisions --for 李娜").output.contains("编号：\(number)"))
    #expect(try office("verify --json").json()["events"].int == before, "printing writes nothing")

    office.now = "2026-11-25T10:00"
    // Liu, who mended 003, enters the sheet: that line is refused, the others stand.
    let run = try office(
      "hazard decide 1=agree,2=extend:12-05,3=agree --sheet \(number.lowercased()) --for li "
        + "--paper 11-24", as: "liu")
    #expect(run.status == 77)
    #expect(run.output.contains("2026-001 已交办\n2026-002 已交办\n2026-003 未办：整改人和现在的责任人不得复查"))
    let entries = try office("entry list --for li --waiting --json").json().list
    #expect(entries.map { $0["types"].strings } == [["hazard.extended"], ["hazard.assigned"]])
    #expect(entries.allSatisfy { $0["paper"].string == "2026-11-24" })
    #expect(try office("hazard show 2026-002 --json").json()["deadline"].string == "2026-12-05")
    let deadline = try office("hazard show 2026-001 --json").json()["deadline"].string
    // The same sheet goes on for the line that was refused; what was entered is not entered twice.
    let events = try office("verify --json").json()["events"].int
    let again = try office(
      "hazard decide 1=agree,3=agree --sheet \(number) --for li --paper 11-24", as: "zhang")
    #expect(again.status == 65)
    #expect(again.output.contains("2026-001 未办：单子印出后已有变化（现为已交办）"))
    #expect(again.output.contains("2026-003 已销号"))
    #expect(try office("hazard show 2026-001 --json").json()["deadline"].string == deadline)
    let after = try #require(try office("verify --json").json()["events"].int)
    #expect(events.map { $0 + 2 } == after, "verified and closed, nothing else")
    #expect(try office("verify").status == 0)
  }

  /// What happens on the day of printing and after it, to the office and to hazards, leaves the sheet valid
  /// for all that nothing was decided about.
  @Test func printedInTheMiddleOfADay() throws {
    let office = try office()
    office.now = "2026-11-24T10:00"
    let first = try #require(
      try office("report decisions --for li --format json").json()["number"].string)
    for line in [
      "hazard report --place 305 --text 新的 --category theft",
      "person edit liu --name 刘海洋",
      "hazard remind 2026-001",
    ] { try #require(office(line, as: "zhang").status == 0, "\(line)") }
    office.now = "2026-11-24T11:00"
    let second = try #require(
      try office("report decisions --for li --format json").json()["number"].string)
    #expect(first != second)
    office.now = "2026-11-26T09:00"
    try #require(
      office("hazard reject 2026-003 --reason 仍松动 --deadline 12-01", as: "li").status == 0)
    try #require(office("hazard submit 2026-003 --measures 再更换", as: "liu").status == 0)
    let run = try office(
      "hazard decide 2=agree,3=agree --sheet \(first) --for li --paper 11-25", as: "zhang")
    #expect(run.output.contains("2026-002 已交办"))
    #expect(
      run.output.contains("2026-003 未办：单子印出后已有变化（现为待复查）"),
      "handed in again: another thing to verify")
    let other = try office(
      "hazard decide 2=agree --sheet \(second) --for li --paper 11-25", as: "zhang")
    #expect(other.output.contains("2026-002 未办：单子印出后已有变化"))
    let late = try office(
      "hazard decide 4=agree --sheet \(second) --for li --paper 11-25", as: "zhang")
    #expect(late.status == 0, "\(late)")
    #expect(late.output.contains("2026-005 已交办"))
  }

  /// A paper may come back after the days that it gave: they were ahead when it was signed.
  @Test func enteredAfterItsDeadlines() throws {
    let office = try office()
    let sheet = try office("report decisions --for li --format json").json()
    let number = try #require(sheet["number"].string)
    office.now = "2026-12-10T09:00"
    let run = try office(
      "hazard decide 1=agree,2=agree --sheet \(number) --for li --paper 11-25", as: "zhang")
    #expect(run.status == 0, "\(run)")
    let first = try office("hazard show 2026-001 --json").json()
    #expect(first["state"].string == "assigned" && first["daysLeft"].int ?? 0 < 0)
    #expect(try office("hazard show 2026-002 --json").json()["deadline"].string == "2026-12-04")
    let before = try office(
      "hazard assign 2026-001 --to huang --deadline 11-24 --for li --paper 11-25", as: "zhang")
    #expect(before.status == 65 && before.trouble.contains("不能早于纸上的日期（2026-11-25）"))
    #expect(try office("verify").status == 0)
  }

  struct Case: Sendable {
    var choices = "3=agree"
    var sheet: String?
    var leader = "li"
    var paper = "11-24"
    var person = "zhang"
    var status: Int32
    var says: String
  }

  @Test func refusedAsAWhole() throws {
    let office = try office()
    let number = try #require(
      try office("report decisions --for li --format json").json()["number"].string)
    for row in [
      Case(sheet: "7", status: 65, says: "不是决定单编号"),
      Case(sheet: "20261124-AAAA-AAAA", status: 65, says: "没有编号为 20261124-AAAA-AAAA 的决定单"),
      Case(leader: "liu", status: 65, says: "没有编号为 \(number) 的决定单"),
      Case(paper: "11-23", status: 65, says: "早于决定单印出的 2026-11-24"),
      Case(paper: "11-25", status: 65, says: "在今天之后"),
      Case(choices: "9=agree", status: 65, says: "没有第9行，只有3行"),
      Case(choices: "3=maybe", status: 65, says: "“3=maybe”看不懂"),
      Case(person: "wu", status: 77, says: "“代录”须由"),
      Case(choices: "1=reject:x,3=reject:仍松动", status: 65, says: "2026-003 整改中"),
    ] {
      let run = try office(
        "hazard decide \(row.choices) --sheet \(row.sheet ?? number) --for \(row.leader) "
          + "--paper \(row.paper)", as: row.person)
      #expect(run.status == row.status, "\(row): \(run.trouble)")
      #expect((run.output + run.trouble).contains(row.says), "\(row): \(run)")
    }
  }

  @Test func approvalSheets() throws {
    let office = try office()
    let run = try office("report approval 2026-001 2026-002 --proposal 请阅示 --format json").json()
    #expect(run.list.map { $0["hazard"]["number"].string } == ["2026-001", "2026-002"])
    #expect(run.list.allSatisfy { $0["proposal"].string == "请阅示" })
    let own = try office("report approval 2026-002 --format md").output
    #expect(own.contains("刘洋申请延期至 2026-12-04（等待采购），拟同意。"))
    #expect(try office("report approval 2026-099").status == 65)
    let pdf = office.folder.path + "/a.pdf"
    try #require(
      office("report approval 2026-001 2026-002 2026-003 --format pdf --output \(pdf)").status == 0)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: pdf))
    #expect(bytes.starts(with: Data("%PDF".utf8)))
  }
}
