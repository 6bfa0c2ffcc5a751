import TestSupport
import Testing

/// A person leaves the office: closed from a day on, with what was in hand given to another.
struct LeavingTests {
  /// 黄磊, responsible for the archive and named by a plan, with one hazard to mend and one handed in.
  private func office() throws -> Office {
    let office = try Office()
    for line in [
      "zhang hazard report --place 305 --text 插座松动 --category electrical",
      "zhang hazard report --place 305 --text 窗扣损坏 --category other",
      "li hazard assign 2026-001 --to huang --deadline +7",
      "li hazard assign 2026-002 --to huang --deadline +7",
      "huang hazard submit 2026-002 --measures 已更换",
      "zhang plan edit climate --assignee 黄磊",
    ] {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      let run = try office(words[1], as: words[0])
      try #require(run.status == 0, "\(line): \(run.trouble)")
    }
    return office
  }

  @Test func closedFromADayOn() throws {
    let office = try office()
    let closed = try office("person close huang --on 2026-11-25", as: "zhang")
    #expect(closed.status == 0, "\(closed.trouble)")
    let lines = closed.output.split(separator: "\n").map(String.init)
    #expect(lines[0] == "huang  黄磊  - 2026-11-25")
    #expect(lines.contains("未销号隐患：2026-001、2026-002") && lines.contains("检查计划：climate"))
    #expect(lines.contains("负责的重点部位：档案室"))
    let accept = "hazard accept 2026-001"
    office.now = "2026-11-26T09:00"
    #expect(try office(accept, as: "huang").status == 65)
    office.now = "2026-11-25T17:00"
    #expect(try office(accept, as: "huang").status == 0)
    // The last day is still theirs; from the day after administrators are told.
    #expect(try !office("today", as: "zhang").output.contains("离任"))
    office.now = "2026-11-26T09:00"
    let told = "黄磊已于 2026-11-25 离任，待移交：隐患 2、计划 1、重点部位 1"
    #expect(try office("today", as: "zhang").output.contains(told))
    #expect(try !office("today", as: "li").output.contains("离任"))
    #expect(
      try office("today", as: "zhang", language: "en").output
        .contains("left on 2026-11-25; to hand over: 2 hazards, 1 plan, 1 key place"))
    #expect(try office("hazard show 2026-002").output.contains("黄磊"))
  }

  @Test func handedOver() throws {
    let office = try office()
    #expect(try office("person close huang", as: "zhang").status == 0)
    office.now = "2026-11-24T09:00"
    #expect(try office("person handover huang --to 黄磊", as: "zhang").status == 65)
    #expect(try office("person handover huang --to zhou", as: "wu").status == 77)
    let before = try office("person handover huang --json").json()
    #expect(before["hazards"].strings == ["2026-001", "2026-002"])
    let run = try office(
      "person handover huang --to zhou --reason 调离 --json", as: "zhang")
    #expect(run.status == 0)
    let answers = try run.json().list
    #expect(
      answers.filter { $0["refused"].isNull }.compactMap { $0["subject"].string }
        == ["hazard/2026-001", "hazard/2026-002", "plan/climate", "place/archive"])
    let hazard = try office("hazard show 2026-001 --json").json()
    #expect(hazard["person"].string == "zhou" && hazard["deadline"].string == "2026-11-30")
    #expect(hazard["timeline"].list.last?["note"].string == "周婷，期限 2026-11-30：调离")
    let after = try office("person handover huang --json").json()
    #expect(after["hazards"].list.isEmpty && after["plans"].list.isEmpty)
    #expect(after["places"].list.isEmpty)
    // What was handed in still waits to be verified, and is the successor's should it be sent back.
    let waiting = try office("hazard show 2026-002 --json").json()
    #expect(waiting["state"].string == "submitted" && waiting["person"].string == "zhou")
    #expect(try office("hazard verify 2026-002", as: "li").status == 0)
    #expect(try office("person handover huang").output == "没有要移交的事项。\n")
    #expect(try !office("today", as: "zhang").output.contains("离任"))
    #expect(try office("verify").status == 0)
  }

  @Test func assignedWithAReasonOrWithout() throws {
    let office = try Office()
    for line in [
      "zhang hazard report --place 305 --text 插座松动 --category electrical",
      "li hazard assign 2026-001 --to huang --deadline +7",
      "li hazard assign 2026-001 --to zhou --reason 黄磊出差",
    ] {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      #expect(try office(words[1], as: words[0]).status == 0, "\(line)")
    }
    let timeline = try office("hazard show 2026-001 --json").json()["timeline"].list
    #expect(
      timeline.suffix(2).map { $0["note"].string }
        == ["黄磊，期限 2026-11-30", "周婷，期限 2026-11-30：黄磊出差"])
  }

  /// A last day entered afterwards is not before what the person did on a later one.
  @Test func notBeforeTheirOwnActs() throws {
    let office = try office()
    office.now = "2026-11-25T09:00"
    try #require(office("hazard accept 2026-001", as: "huang").status == 0)
    office.now = "2026-11-27T09:00"
    let early = try office("person close huang --on 2026-11-24", as: "zhang")
    #expect(early.status == 65 && early.trouble.contains("黄磊在 2026-11-25 还办过事"), "\(early)")
    #expect(try office("person close huang --on 2026-11-25", as: "zhang").status == 0)
    // One who never recorded anything may have left at any time.
    #expect(try office("person close yang --on 2026-11-01", as: "zhang").status == 0)
  }

  /// Who only looks on takes nothing over.
  @Test func nothingForAnObserver() throws {
    let office = try office()
    try #require(office("person add kao --name 考核员 --role observer", as: "zhang").status == 0)
    let run = try office("person handover huang --to kao --json", as: "zhang")
    #expect(run.status == 65)
    let refused = try run.json().list.compactMap { $0["refused"].string }
    #expect(refused.count == 4, "\(refused)")
    #expect(refused.last?.contains("考核员不能做重点部位责任人") == true)
    #expect(try office("person handover huang --json").json()["places"].strings == ["archive"])
    let edit = try office("place edit archive --key-person kao", as: "zhang")
    #expect(edit.status == 65 && edit.trouble.contains("考核员不能做重点部位责任人"))
    #expect(try office("place edit archive --key-person 周婷", as: "zhang").status == 0)
    #expect(try office("person handover zhou --json").json()["places"].strings == ["archive"])
  }

  /// Nobody leaves as the last one who may close, close fire hazards or administer, today or later.
  @Test(arguments: [("li", "销号"), ("zhang", "管理")])
  func theLastOneStays(_ row: (person: String, act: String)) throws {
    let office = try Office()
    for day in ["today", "+9"] {
      let run = try office("person close \(row.person) --on \(day)", as: "zhang")
      #expect(run.status == 65 && run.trouble.contains("还缺能“\(row.act)”的人"), "\(run.trouble)")
    }
  }
}
