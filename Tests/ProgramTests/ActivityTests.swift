import Foundation
import TestSupport
import Testing

/// The register of activities from the command line and at a terminal.
struct ActivityTests {
  private func office(_ lines: [(String, String)] = []) throws -> Office {
    let office = try Office()
    for (line, person) in lines {
      let run = try office(line, as: person)
      try #require(run.status == 0, "\(line): \(run.trouble)")
    }
    return office
  }

  private static let circular =
    "activity record circular --on 11-20 --title 岁末年初安全防范 --set channel=公文系统 --set copies=9"
    + " --persons 陈静,yang"

  @Test func aCircularIsPassedOnAndRead() throws {
    let office = try office()
    let record = Self.circular.replacingOccurrences(of: " --set copies=9", with: "")
    #expect(try office(Self.circular, as: "zhang").trouble.contains("没有“copies”这一栏"))
    #expect(try office(record, as: "wu").status == 77)
    let made = try office(record + " --json", as: "zhang").json()
    #expect(made["id"].string == "HD2026-001" && made["kind"].string == "circular")
    #expect(made["values"]["channel"].string == "oa" && made["unread"].strings == ["chen", "yang"])
    #expect(try office("today", as: "chen").output.contains("待签阅的通报 1 份：岁末年初安全防范"))
    #expect(try office("activity read HD2026-001", as: "chen").status == 0)
    #expect(try office("activity read HD2026-001", as: "chen").status == 65)
    #expect(!(try office("today", as: "chen").output.contains("待签阅")))
    // Signed on paper and entered by another.
    let entered = "activity read HD2026-001 --for yang --paper 2026-11-21"
    #expect(try office(entered, as: "zhang").status == 0)
    let shown = try office("activity show HD2026-001 --json").json()
    #expect(shown["read"].list.compactMap { $0["person"].string } == ["chen", "yang"])
    #expect(shown["unread"].list.isEmpty)
    #expect(try office("activity read HD2026-009", as: "chen").status == 65)
  }

  @Test func whatAMeetingResolvedIsCarriedOut() throws {
    let office = try office([
      ("activity record meeting --title 例会 --resolution 换灯，杨帆，11-25 --set heads=12", "zhang")
    ])
    #expect(
      try office("today", as: "yang").output.contains(
        "会议议定事项待办 1 条：换灯（11-25 到期）  xunjian activity show HD2026-001"))
    #expect(!(try office("today", as: "chen").output.contains("议定事项")))
    #expect(try office("activity resolve HD2026-001 1", as: "huang").status == 77)
    #expect(try office("activity resolve HD2026-001 1 --note 已换", as: "yang").status == 0)
    #expect(!(try office("today", as: "yang").output.contains("议定事项")))
    let resolution = try office("activity show HD2026-001 --json").json()["resolutions"][0]
    #expect(resolution["closed"].string == "2026-11-23" && resolution["note"].string == "已换")
  }

  @Test func correctedWithdrawnAndCounted() throws {
    let office = try office([
      ("activity record visit --on 11-02 --title 走访甲 --set enterprises=2 --set policy=是", "zhang"),
      ("activity record visit --on 11-03 --title 走访乙 --set enterprises=3 --persons zhou", "chen"),
      ("activity record visit --on 10-09 --title 走访丙 --set enterprises=4", "zhang"),
      ("activity record leader-visit --on 11-05 --title 带队 --set hazards=1", "zhang"),
    ])
    #expect(
      try office("activity correct HD2026-002 --set enterprises=5 --reason 数错", as: "zhang").status
        == 77)
    #expect(
      try office("activity correct HD2026-002 --set enterprises=5 --reason 数错", as: "chen").status
        == 0)
    #expect(try office("activity withdraw HD2026-001 --reason 重复", as: "li").status == 0)
    let totals = try office("activity totals --period 2026-11 --json").json()
    let visit = totals["kinds"].list.first { $0["kind"].string == "visit" }
    func figure(_ name: String) -> JSON? {
      visit?["figures"].list.first { $0["figure"].string == name }
    }
    #expect(figure("entries")?["value"].int == 1 && figure("entries")?["before"].int == 1)
    #expect(figure("sum.enterprises")?["value"].int == 5)
    #expect(figure("sum.enterprises")?["activities"].strings == ["HD2026-002"])
    #expect(figure("flag.policy") == nil && figure("persons")?["value"].int == 1)
    #expect(totals["staff"].int == 9 && totals["entries"].int == 2)
    #expect(totals["kinds"].list.count == 2)
    let list = try office("activity list --kind 走访企业 --from 11-01 --to 11-30 --json").json()
    #expect(list.list.compactMap { $0["id"].string } == ["HD2026-002"])
    #expect(try office("activity list --all --json").json().list.count == 4)
    #expect(try office("activity totals --period 2026-13").status == 64)
    #expect(try office("verify").status == 0)
    #expect(try office("rebuild").status == 0)
  }

  @Test func aTableIsImportedWholeOrNotAtAllAndNeverTwice() throws {
    let office = try office()
    func file(_ text: String) throws -> String {
      try office.folder.file("visits.csv", holding: text).path
    }
    let bad = try file("日期,标题,企业数\n2026-11-02,走访甲,2\n2026-11-03,走访乙,三\n")
    let refused = try office("activity import --kind visit \(bad)", as: "zhang")
    #expect(refused.status == 65 && refused.trouble.contains("第3行：企业数："))
    #expect(try office("activity list --json").json().list.isEmpty)
    let good = try file("日期,标题,企业数\n2026-11-02,走访甲,2\n2026-11-03,走访乙,3\n2026-11-03,走访乙,3\n")
    let line = "activity import --kind visit \(good) --json"
    #expect(try office(line, as: "wu").status == 77)
    let first = try office(line, as: "zhang").json()
    #expect(first["imported"].strings == ["HD2026-001", "HD2026-002", "HD2026-003"])
    let again = try office(line, as: "zhang").json()
    #expect(again["imported"].list.isEmpty && again["known"].int == 3)
    #expect(try office("activity import --kind visit /nowhere.csv", as: "zhang").status == 66)
    #expect(try office("activity import --kind golf \(good)", as: "zhang").status == 65)
  }

  @Test func theAdministratorSetsTheKinds() throws {
    let office = try office([
      ("activity kind add patrol --name 夜巡 --name-en Patrol --target 12", "zhang"),
      ("activity kind field patrol rounds --name 圈数 --name-en Rounds --type count", "zhang"),
      ("activity kind field patrol by --name 方式 --type choice --choice foot=步行/Foot", "zhang"),
      ("activity record patrol --title 第一次 --set 圈数=3 --set by=步行", "zhang"),
      ("activity kind edit patrol --name 夜间巡逻 --target 0", "zhang"),
      ("activity kind field patrol rounds --name 圈", "zhang"),
    ])
    #expect(try office("activity kind add patrol --name 又 --name-en x", as: "zhang").status == 65)
    #expect(try office("activity kind add other --name 又", as: "chen").status == 77)
    let typed = try office("activity kind field patrol rounds --type text", as: "zhang")
    #expect(typed.status == 65 && typed.trouble.contains("不能改类型"))
    #expect(try office("activity kind field patrol rounds --retire", as: "zhang").status == 0)
    #expect(
      try office("activity record patrol --title 二 --set rounds=3", as: "zhang").status == 65)
    let kinds = try office("activity kinds --json").json()
    let patrol = try #require(kinds.list.first { $0["id"].string == "patrol" })
    #expect(patrol["name"]["zh"].string == "夜间巡逻" && patrol["target"].isNull)
    #expect(patrol["fields"].list.compactMap { $0["id"].string } == ["rounds", "by"])
    #expect(patrol["fields"][0]["retired"].string == "2026-11-23")
    // What was counted before stays counted.
    let totals = try office("activity totals --period 2026-11").output
    #expect(totals.contains("圈") && totals.contains("方式：步行"))
    #expect(try office("activity kind retire patrol", as: "zhang").status == 0)
    #expect(try office("activity record patrol --title 三", as: "zhang").status == 65)
    #expect(try office("activity kind retire patrol --undo", as: "zhang").status == 0)
    #expect(try office("activity record patrol --title 三", as: "zhang").status == 0)
  }

  @Test func aPaperIsKept() throws {
    let office = try office()
    let paper = try office.folder.file("n.pdf", holding: "%PDF-1.4\n%%EOF\n").path
    let text = try office.folder.file("n.txt", holding: "no paper").path
    let line = "activity record circular --title 通知 --file "
    #expect(try office(line + text, as: "zhang").status == 65)
    #expect(try office(line + paper + " --json", as: "zhang").json()["file"].string == "n.pdf")
    #expect(try office("verify").status == 0)
  }

  @Test func inEveryFormatAndLanguage() throws {
    let office = try office([
      ("activity record visit --on 11-02 --title 走访甲 --set enterprises=2 --persons zhou", "zhang")
    ])
    let text = try office("report activities --period 2026-11").output
    for words in ["2026年11月工作台账", "走访企业", "企业数", "计数说明", "11.1%", "HD2026-001"] {
      #expect(text.contains(words), "\(words)")
    }
    for format in ["md", "csv", "json", "xlsx", "docx", "pdf"] {
      for language in ["zh", "en"] {
        let file = office.folder.path + "/register-\(language).\(format)"
        let run = try office(
          "report activities --period 2026 --format \(format) --output \(file) --language \(language)"
        )
        #expect(run.status == 0, "\(format): \(run.trouble)")
        #expect(FileManager.default.fileExists(atPath: file))
      }
    }
    #expect(try office("activity --help --language en").output.contains("register of activities"))
    #expect(try office("activity kinds --language en").output.contains("Circular passed on"))
  }

  /// At a terminal: recorded from Today, found in the list, added up, read in full.
  @Test func atATerminal() throws {
    let office = try office()
    let terminal = try Pty(
      program: ["--as", "zhang", "--now", office.now, "--ledger", office.ledger],
      in: office.folder)
    defer { terminal.kill() }
    func expect(_ text: String) {
      #expect(terminal.shows { $0.contains(text) }, "\(text): \(terminal.screen.rows)")
    }
    expect("示例区统计局")
    terminal.send("5")
    expect("登记哪一种")
    terminal.send("9")
    expect("走访企业")
    expect("标题内容")
    terminal.send("\tvisit A\t3\t1\r")
    expect("HD2026-001 已登记")
    terminal.send("t")
    expect("2026年11月工作台账合计")
    terminal.send("\r")
    expect("走访企业：1")
    terminal.send("\r")
    expect("送政策：是")
    terminal.kill()
    let made = try office("activity show HD2026-001 --json").json()
    #expect(made["title"].string == "visit A" && made["values"]["enterprises"].int == 3)
    #expect(made["values"]["policy"].bool == true)
  }
}
