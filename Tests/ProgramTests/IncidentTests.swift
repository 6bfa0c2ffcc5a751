import Foundation
import TestSupport
import Testing

/// Incidents, nil reports and their papers from the command line and on the screen.
struct IncidentTests {
  @Test func fromRecordToPaper() throws {
    let office = try Office(now: "2026-11-23T10:00")
    func done(_ line: String, _ person: String = "zhang") throws -> Run {
      let run = try office(line, as: person)
      #expect(run.status == 0, "\(line): \(run.trouble)")
      return run
    }
    let at = "2026-11-23T08:30"
    let recorded = try done(
      "incident record --place 305 --kind injury --what 一人滑倒 --slight 1 --at \(at) --json"
    ).json()
    #expect(recorded["number"].string == "SJ2026-001" && recorded["level"].string == "general")
    let due = recorded["due"].list
    #expect(due.map { $0["rule"].string } == ["head", "county"])
    #expect(due[1]["limit"].string == "2026-11-23T09:30:00+08:00")
    #expect(due[1]["state"].string == "overdue")
    #expect(try office("today", as: "zhang").output.contains("报告超时"))
    #expect(try office("incident close SJ2026-001", as: "zhang").status == 65)
    _ = try done("incident report SJ2026-001 --to head --at 2026-11-23T08:35")
    _ = try done("incident report SJ2026-001 --to county --at 2026-11-23T09:36 --note 区应急局值班员")
    let shown = try office("incident show SJ2026-001").output
    #expect(shown.contains("2026-11-23 09:36 已报，超时 1 分钟"))
    #expect(shown.contains("国务院令第493号"))
    #expect(!(try office("today", as: "zhang").output.contains("SJ2026-001")))
    _ = try done("incident add SJ2026-001 --note 伤者已回家 --measures 送医")
    _ = try done("incident correct SJ2026-001 --reason 补损失 --loss 120")
    _ = try done("incident close SJ2026-001 --conclusion 已康复")
    #expect(
      try office("incident list --format tsv").output.contains(
        "SJ2026-001\t2026-11-23 08:30\t人身伤害\t一般\t一人滑倒\t轻伤1人\t120\t0\t已办结"))
    let paper = try office("report incident SJ2026-001").output
    for words in ["事故（突发事件）信息报告", "终报", "县级以上应急管理部", "超时", "已康复", "伤者已回家"] {
      #expect(paper.filter { !$0.isWhitespace }.contains(words), "\(words)")
    }
    let english = try office("report incident SJ2026-001", language: "en").output
    #expect(english.contains("Report of an Incident") && english.contains("final report"))
    let month = try office("report month 2026-11").output.filter { !$0.isWhitespace }
    #expect(month.contains("八、事故（事件）与零报告"))
    #expect(month.contains("登记事故（事件）1起，轻伤1人，直接经济损失120元，超时报告1次"))
    #expect(try office("incident withdraw SJ2026-001 --reason 误报", as: "zhang").status == 0)
    #expect(try office("incident list --state closed --json").json().list.isEmpty)
    #expect(try office("rebuild", as: "zhang").status == 0)
  }

  /// The new year's break: declared, missed, declared late; "no incident" only once all are.
  @Test func nilReports() throws {
    let office = try Office(now: "2027-01-01T16:30")
    let list = try office("nil list --period 2027-new-year --json").json().list
    #expect(
      list.map { $0["due"].string } == [
        "2027-01-01T17:00:00+08:00", "2027-01-02T17:00:00+08:00", "2027-01-03T17:00:00+08:00",
      ])
    #expect(list.map { $0["state"].string } == ["due", "upcoming", "upcoming"])
    #expect(try office("today", as: "li").output.contains("零报告 01-01 17:00 待报：2027年元旦"))
    #expect(try office("nil declare --incidents", as: "li").status == 65)
    #expect(try office("nil declare", as: "li").status == 64)
    #expect(try office("nil declare 2027-01-02T17:00 --none", as: "li").status == 65)
    #expect(try office("nil declare 2027-02-02T17:00 --none", as: "li").status == 65)
    #expect(try office("nil declare --none", as: "li").status == 0)
    office.now = "2027-01-04T09:00"
    func statement() throws -> String {
      try office("report incidents --period 2027-new-year --format json").json()["statement"]["zh"]
        .string ?? ""
    }
    #expect(
      try statement()
        == "没有登记事故（事件），但零报告不全：应零报告3次，未申报2次（2027-01-02 17:00、2027-01-03 17:00）。")
    #expect(try office("nil declare --none --note 补报", as: "li").status == 0)
    #expect(try office("nil declare 2027-01-03T17:00 --none", as: "li").status == 0)
    #expect(try statement() == "未发生事故（事件）；应零报告3次，迟报2次，均已申报。")
    #expect(try office("nil declare --none", as: "li").status == 66)
    let hidden = "incident record --location 大门 --kind theft --what 少一块牌 --at 2027-01-02T10:00"
    #expect(try office(hidden, as: "zhang").status == 0)
    #expect(try statement().contains("登记事故（事件）1起") && statement().contains("2027-01-02 17:00"))
    #expect(try office("nil declare 2027-01-02T17:00 --incidents", as: "li").status == 0)
    #expect(!(try statement().contains("未申报")))
  }

  @Test func settings() throws {
    let office = try Office()
    #expect(
      try office(
        "nil settings --break-times 09:00,17:00 --alert typhoon:orange,red=12:00 --source 区办1号",
        as: "zhang"
      ).status == 0)
    let shown = try office("nil settings --json").json()
    #expect(shown["breakTimes"].strings == ["09:00", "17:00"])
    #expect(shown["alertTimes"].list[0]["grades"].strings == ["orange", "red"])
    for wrong in ["--break-times 25:00", "--alert purple=08:00", "--alert 08:00"] {
      #expect(try office("nil settings \(wrong)", as: "zhang").status == 65, "\(wrong)")
    }
    let set = "emergency rules set district --to 区总值班室 --level minor --phone 15 --written 60"
    #expect(try office(set, as: "zhang").status == 64)
    #expect(try office(set + " --source 区办2号", as: "zhang").status == 0)
    #expect(
      try office("emergency rules set county --phone 90 --source 自定", as: "zhang").status == 65)
    let rules = try office("emergency rules --json").json().list
    #expect(rules.map { $0["rule"].string } == ["head", "county", "119", "district"])
    #expect(rules[3]["own"].bool == true && rules[1]["phone"].int == 60)
    #expect(try office("emergency rules drop district", as: "zhang").status == 0)
    #expect(try office("emergency rules drop district", as: "zhang").status == 65)
  }

  /// On the screen: the report that is due by one key, an incident by its form.
  @Test func onTheScreen() throws {
    let office = try Office(now: "2027-01-01T16:30")
    let terminal = try Pty(
      [Tmux.built("xunjian"), "--as", "li", "--now", office.now, "--ledger", office.ledger],
      environment: [
        "PATH": "/usr/bin:/bin", "HOME": office.folder.path, "LANG": "zh_CN.UTF-8",
        "TERM": "vt100", "XUNJIAN_NO_TOUR": "1",
      ])
    defer { terminal.kill() }
    func expect(_ text: String) {
      #expect(terminal.shows { $0.contains(text) }, "\(text): \(terminal.screen.rows)")
    }
    expect("零报告 01-01 17:00 待报")
    terminal.send("3")
    expect("零报告：无事故（事件）")
    terminal.send(":")
    expect("打开")
    terminal.send("事故（事件）登记\r")
    expect("没有登记过事故")
    terminal.send("8")
    expect("登记事故（事件）")
    terminal.send("\t\t\t大门口\t水电气\t停电十分钟")
    expect("停电十分钟")
    terminal.send("\u{1B}[19~")  // F8
    expect("SJ2027-001 登记事故（事件）")
    terminal.kill()
    let shown = try office("incident show SJ2027-001 --json").json()
    #expect(shown["kind"].string == "utility" && shown["location"].string == "大门口")
  }
}
