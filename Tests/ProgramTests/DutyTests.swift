import Foundation
import Testing

/// A roster from the command line: drawn up, adopted, sent up, changed, swapped, logged, on paper.
struct DutyTests {
  private func office(_ lines: [(String, String)] = []) throws -> Office {
    let office = try Office(now: "2026-12-18T09:00")
    for (line, person) in lines {
      let run = try office(line, as: person)
      try #require(run.status == 0, "\(line): \(run.trouble)")
    }
    return office
  }

  private static let adopted = [
    ("duty settings --phone 0000-1100 --source 示例区值班规定", "zhang"),
    ("duty propose 2027-new-year", "zhang"), ("duty adopt 2027-new-year", "liu"),
  ]

  @Test func fromProposalToLog() throws {
    let office = try office(Self.adopted)
    let shown = try office("duty show 2027-new-year --json").json()
    #expect(shown["state"].string == "adopted" && shown["warnings"].list.isEmpty)
    let rows = shown["rows"].list
    #expect(rows.compactMap { $0["day"].string } == ["2027-01-01", "2027-01-02", "2027-01-03"])
    // 2027 has no notice yet: one statutory day, then a weekend.
    #expect(rows.compactMap { $0["kind"].string } == ["statutory", "weekend", "weekend"])
    #expect(rows.map { $0["leading"].list.count } == [2, 1, 1])
    #expect(rows.map { $0["onDuty"].list.count } == [1, 1, 1])
    #expect(Set(rows.flatMap { $0["onDuty"].strings }).count == 3)
    #expect(rows.allSatisfy { $0["phone"].string == "0000-1100" })

    #expect(try office("today", as: "zhang").output.contains("2027年元旦值班表待报送，12-25前报送，余7天"))
    #expect(!(try office("today", as: "chen").output.contains("待报送")))
    let send = "duty send 2027-new-year --to 示例区总值班室 --how 公文系统"
    #expect(try office(send, as: "chen").status == 77)
    #expect(try office(send, as: "liu").status == 0)
    #expect(!(try office("today", as: "zhang").output.contains("值班表")))

    let present = try #require(rows[1]["onDuty"].strings.first)
    let other = present == "huang" ? "zhou" : "huang"
    let change = "duty change 2027-new-year 2027-01-02 --on-duty \(other)"
    #expect(try office(change, as: "zhang").status == 65)
    #expect(try office(change + " --reason 出差", as: "zhang").status == 0)
    let paper = try office("report duty 2027-new-year --changes")
    #expect(paper.output.contains("示例区总值班室：") && paper.output.contains("出差"))
    #expect(try office("today", as: "zhang").output.contains("调班说明未报"))
    #expect(
      try office("duty list --format tsv").output.contains("2027-new-year\t2027年元旦\t2027-01-01"))
  }

  @Test func inEveryFormat() throws {
    let office = try office(Self.adopted)
    let text = try office("report duty 2027-new-year").output
    for words in ["2027年元旦值班表", "预排", "法定节假日", "0000-1100", "值班时间：全天08:30至次日08:30", "依据：示例区值班规定"] {
      #expect(text.contains(words), "\(words)")
    }
    for format in ["md", "csv", "json", "xlsx", "docx", "pdf"] {
      let file = office.folder.path + "/roster.\(format)"
      let run = try office("report duty 2027-new-year --format \(format) --output \(file)")
      #expect(run.status == 0, "\(format): \(run.trouble)")
      #expect((try Data(contentsOf: URL(filePath: file))).count > 200, "\(format)")
    }
    let english = try office("report duty 2027-new-year", language: "en").output
    #expect(english.contains("Duty Roster, New Year 2027") && english.contains("Leading officers"))
    let set = try office("report holiday 2027-new-year").output.filter { !$0.isWhitespace }
    #expect(set.contains("交接班签名") && set.contains("电话：0000-1100"))
    let calendar = try office("calendar export --include duty --from 2027-01-01 --to 2027-01-03")
      .output
    #expect(calendar.components(separatedBy: "BEGIN:VEVENT").count == 4)
    #expect(calendar.contains("UID:duty-2027-new-year-2027-01-01-whole@"))
  }

  @Test func swapByConsent() throws {
    let office = try office(Self.adopted)
    let rows = try office("duty show 2027-new-year --json").json()["rows"].list
    let people = rows.flatMap { $0["onDuty"].strings }
    let (one, other) = (people[0], people[1])
    let swap =
      "duty swap 2027-new-year \(one) 2027-01-01 \(other) 2027-01-02 --reason 家中有事"
    #expect(try office(swap, as: "wu").status == 77)
    #expect(try office(swap, as: one).status == 0)
    #expect(try office("duty answer 2027-new-year --agree", as: one).status == 77)
    #expect(try office("duty answer 2027-new-year --no-agree --reason 不便", as: other).status == 0)
    #expect(try office(swap, as: one).status == 0)
    #expect(try office("duty answer 2027-new-year --agree", as: other).status == 0)
    let after = try office("duty show 2027-new-year --json").json()["rows"].list
    #expect(after.flatMap { $0["onDuty"].strings } == [other, one, people[2]])
  }

  @Test func onDutyNow() throws {
    let office = try office(Self.adopted)
    let rows = try office("duty show 2027-new-year --json").json()["rows"].list
    let first = try #require(rows[0]["onDuty"].strings.first)
    let second = try #require(rows[1]["onDuty"].strings.first)
    office.now = "2027-01-02T08:29"
    let on = try office("duty now --json").json().list
    #expect(on.flatMap { $0["onDuty"].strings } == [first])
    #expect(on.first?["until"].string == "2027-01-02T08:30:00+08:00")
    let log = "duty log 2027-new-year --to \(second) --calls 区值班室来电 --at 2027-01-02T08:30"
    #expect(try office(log, as: first).status == 65)
    office.now = "2027-01-02T08:31"
    #expect(try office(log, as: first).status == 0)
    let check = "duty check 2027-new-year \(second) --outcome present --note 区里抽查"
    office.now = "2027-01-02T10:00"
    #expect(try office(check, as: second).status == 77)
    #expect(try office(check, as: "wang").status == 0)
    let paper = try office("report duty 2027-new-year --log").output
    #expect(paper.contains("区值班室来电") && paper.contains("在岗"))
    office.now = "2027-01-04T09:00"
    #expect(try office("duty now --json").json().list.isEmpty)
  }

  @Test func settingsAndLoads() throws {
    let office = try office(Self.adopted)
    let set =
      "duty settings --double statutory,weekend --due-days 3 --split yes --spare huang --away zhou=2027-02-01..2027-02-03"
    #expect(try office(set, as: "chen").status == 77)
    let run = try office(set + " --json", as: "liu")
    #expect(run.status == 0, "\(run.trouble)")
    let rules = try run.json()
    #expect(rules["doubleLeading"].strings == ["statutory", "weekend"])
    #expect(rules["split"].bool == true && rules["dayStart"].string == "08:30")
    #expect(rules["sparedPersons"].strings == ["huang"])
    #expect(rules["away"].list.first?["to"].string == "2027-02-03")
    #expect(try office("duty settings --double sunday", as: "liu").status == 65)
    #expect(try office("duty settings --day-start 25:00", as: "liu").status == 64)
    let loads = try office("duty load --json").json().list
    // Three on duty, two who lead.
    #expect(loads.count == 5)
    #expect(loads.reduce(0) { $0 + ($1["total"].int ?? 0) } == 7)
  }

  @Test func refusals() throws {
    let office = try office(Self.adopted)
    for (line, status) in [
      ("duty show 2027-easter", 65), ("duty propose 2027-easter", 65),
      ("duty propose 2027-new-year", 65), ("duty propose", 64),
      ("duty propose --kind weekend --from 2027-02-10 --to 2027-02-01", 65),
      ("report duty 2027-qingming", 65), ("report duty 2027-new-year --log --changes", 64),
    ] {
      let run = try office(line, as: "zhang")
      #expect(run.status == status, "\(line): \(run.trouble)")
      #expect(run.status == 64 || run.trouble.split(separator: "\n").count == 1, "\(line)")
    }
  }
}
