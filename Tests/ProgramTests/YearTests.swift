import Foundation
import TestSupport
import Testing

/// Who answers for what, and the goals of the year, from the command line.
struct YearTests {
  @Test func fromNameToGap() throws {
    let office = try Office(now: "2026-11-23T10:00")
    func done(_ line: String) throws -> Run {
      let run = try office(line, as: "zhang")
      #expect(run.status == 0, "\(line): \(run.trouble)")
      return run
    }
    #expect(try office("today", as: "zhang").output.contains("安全责任待明确 20 处：领导小组：无组长 等"))
    #expect(!(try office("today", as: "chen").output.contains("安全责任待明确")))
    _ = try done("responsibility give wang --post chief --document 分工通知")
    _ = try done(
      "responsibility give li --post deputy --leads 办公室 --leads 综合科 --leads 专业统计科 --leads survey")
    let given = try done("responsibility give liu --plan all --from 2026-11-01 --json").json().list
    #expect(given.count == 15 && given[0]["tenures"].list[0]["from"].string == "2026-11-01")
    #expect(try office("responsibility gaps --json").json().list.isEmpty)
    #expect(!(try office("today", as: "zhang").output.contains("安全责任待明确")))
    let who = try office("responsibility who archive --json").json().list
    #expect(
      who.map { $0["post"].string } == ["place/archive", "section/办公室", "leader/办公室", "chief"])
    #expect(who.map { $0["person"].string } == ["huang", "liu", "li", "wang"])
    _ = try done("hazard report --place 档案室 --text 插座松动 --category electrical")
    #expect(
      try office("responsibility who 2026-001 --format tsv").output.split(separator: "\n")[1]
        == "place/archive\t档案室\t场所责任人\t黄磊\t\t\t")
    // One who leaves is a gap from the day after, and the name of the days before.
    _ = try done("person close huang --on 2026-11-25")
    office.now = "2026-11-26T09:00"
    #expect(
      try office("today", as: "zhang").output.contains(
        "安全责任待明确 1 处：档案室：无场所责任人（黄磊已离任）"))
    #expect(
      try office("responsibility who archive").output.contains("黄磊") == false)
    _ = try done("person handover huang --to chen")
    #expect(try office("responsibility gaps --json").json().list.isEmpty)
    func holder(_ day: String) throws -> String {
      try office("responsibility who archive --on \(day) --json").json().list[0]["person"].string
        ?? ""
    }
    #expect(try holder("2026-11-25") == "huang" && holder("2026-11-26") == "chen")
    #expect(try office("responsibility who nowhere").status == 65)
    #expect(try office("responsibility give li", as: "zhang").status == 65)
    #expect(try office("responsibility give li --post chief", as: "chen").status == 77)
    #expect(try office("rebuild", as: "zhang").status == 0)
  }

  @Test func papers() throws {
    let office = try Office()
    let named = "responsibility give li --post deputy --leads 办公室 --document 分工通知"
    try #require(office(named, as: "zhang").status == 0)
    let table = try office("report leading-group").output.filter { !$0.isWhitespace }
    for words in ["安全工作领导小组及分工表", "副组长李娜", "★档案室（黄磊）", "领导小组：无组长"] {
      #expect(table.contains(words), "\(words)")
    }
    let letters = try office("report responsibility-letter --year 2027").output
      .filter { !$0.isWhitespace }
    #expect(letters.components(separatedBy: "示例区统计局2027年安全责任书").count == 6)
    #expect(letters.contains("负责人：李娜）与刘洋（乙方）") && letters.contains("有效期至2027年12月31日"))
    #expect(try office("report responsibility-letter zhou").status == 66)
    let json = try office("report responsibility-letter liu --format json").json().list
    #expect(json.count == 1 && json[0]["counterpart"].string == "li")
  }

  @Test func goals() throws {
    let office = try Office(now: "2026-11-23T10:00")
    func write(_ text: String, _ name: String) throws -> String {
      let path = office.folder.path + "/" + name
      try Data(text.utf8).write(to: URL(filePath: path))
      return path
    }
    let csv = try write(
      """
      工作目标,工作措施,责任人,完成时限,对应台账
      无火灾,每月检查一轮,张伟,2026-12-31,plan:monthly
      会疏散,培训两次,chen,2026-12-01,activity:training:2
      责任到人,签订责任书,li,2026-03-31,
      """, "g.csv")
    #expect(try office("goal import \(csv)", as: "zhang").output.contains("导入 3 项，已有 0 项"))
    #expect(try office("goal import \(csv)", as: "zhang").output.contains("导入 0 项，已有 3 项"))
    let wrong = try office(
      "goal import "
        + write("工作措施,责任人,完成时限,对应台账\n甲,无名,2026-1-1,\n乙,chen,2026-12-01,foo\n", "b.csv"),
      as: "zhang")
    #expect(wrong.status == 65 && wrong.trouble.contains("第2行：责任人：没有人员“无名”"))
    #expect(wrong.trouble.contains("第3行：对应台账"))
    let yaml = try write("- {text: 应急灯, owner: zhou, due: 2026-11-30}\n", "g.yaml")
    #expect(try office("goal import \(yaml)", as: "zhang").status == 0)
    func list(_ rest: String = "") throws -> [String] {
      try office("goal list \(rest) --json").json().list.map { goal in
        "\(goal["goal"].string ?? "") \(goal["done"].int ?? -1)/\(goal["target"].int ?? -1) "
          + (goal["state"].string ?? "")
      }
    }
    // Recorded on 23 November, the ledger has the rounds of November and December.
    #expect(
      try list() == [
        "MB2026-01 0/2 notBegun", "MB2026-02 0/2 notBegun", "MB2026-03 0/1 late",
        "MB2026-04 0/1 notBegun",
      ])
    #expect(try office("today", as: "chen").output.contains("年度计划待办 1 项：培训两次（12-01 到期，0/2）"))
    #expect(try office("today", as: "li").output.contains("签订责任书（03-31 逾期，0/1）"))
    for title in ["一", "二"] {
      let held = try office("activity record training --title 培训\(title)", as: "zhang")
      try #require(held.status == 0, "\(held.trouble)")
    }
    #expect(try list("--state done") == ["MB2026-02 2/2 done"])
    #expect(!(try office("today", as: "chen").output.contains("年度计划")))
    #expect(try office("goal done MB2026-02 --note x", as: "chen").status == 65)
    #expect(try office("goal done MB2026-03 --note x", as: "chen").status == 77)
    #expect(try office("goal done MB2026-03 --note 已签齐", as: "li").status == 0)
    #expect(try office("goal show MB2026-03").output.contains("已签齐"))
    #expect(try office("goal copy", as: "zhang").status == 0)
    #expect(try office("goal copy", as: "zhang").status == 65)
    #expect(try list("--year 2027").first == "MB2027-01 0/12 notBegun")
    let paper = try office("report goals --year 2026").output.filter { !$0.isWhitespace }
    #expect(paper.contains("共4项，已完成2项，逾期0项") && paper.contains("计数说明"))
    #expect(try office("rebuild", as: "zhang").status == 0)
  }
}
