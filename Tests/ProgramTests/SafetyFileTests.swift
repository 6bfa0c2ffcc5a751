import Foundation
import TestSupport
import Testing

/// What ends, the rules of the office and the fire file from the command line.
struct SafetyFileTests {
  private func office(_ lines: [String] = []) throws -> Office {
    let office = try Office()
    for line in lines {
      let run = try office(line, as: "zhang")
      try #require(run.status == 0, "\(line): \(run.trouble)")
    }
    return office
  }

  @Test func enteredRenewedRetired() throws {
    let office = try office([
      "expiry add lightning-test --name 防雷检测 --done 2025-10-01 --document T-1 --person 周婷"
    ])
    let listed = try office("expiry list --json").json().list
    #expect(listed.map { $0["until"].string } == ["2026-10-01"])
    #expect(listed.map { $0["state"].string } == ["overdue"] && listed[0]["daysLeft"].int == -53)
    #expect(try office("today", as: "zhang").output.contains("!! 已过期 1 项：防雷检测（过期53天）"))
    let earlier = "expiry renew DQ2026-001 --done today --until 2026-09-01"
    #expect(try office(earlier, as: "zhang").status == 65)
    #expect(try office("expiry renew DQ2026-001 --document T-2", as: "wu").status == 77)
    // Who sees to it renews it; the kind's interval gives the end.
    let renewed = try office("expiry renew DQ2026-001 --document T-2 --json", as: "zhou").json()
    #expect(renewed["until"].string == "2027-11-23" && renewed["state"].string == "valid")
    #expect(renewed["terms"].list.map { $0["document"].string } == ["T-1", "T-2"])
    let shown = try office("expiry show DQ2026-001").output
    #expect(shown.contains("以前的有效期：") && shown.contains("至 2026-10-01  2025-10-01 T-1"))
    #expect(!(try office("today", as: "zhang").output.contains("已过期")))
    #expect(try office("expiry retire DQ2026-001 --reason 拆除", as: "zhang").status == 0)
    #expect(try office("expiry list --json").json().list.isEmpty)
    #expect(try office("expiry list --all --json").json().list.count == 1)
    #expect(try office("expiry retire DQ2026-001 --reason 拆除", as: "zhang").status == 65)
    #expect(try office("expiry show DQ2026-009").status == 65)
    #expect(try office("verify").status == 0)
  }

  /// The paper that proves a stretch is kept beside the ledger, and missed where it is gone.
  @Test func thePaperIsKept() throws {
    let picture = PhotographTests.picture("plain.jpg")
    let office = try office([
      "expiry add licence --name 许可证 --until 2027-01-01 --file \(picture)",
      "rule add --title 用电制度 --file \(PhotographTests.picture("screen.png"))",
    ])
    #expect(try office("expiry show DQ2026-001").output.contains("plain.jpg"))
    #expect(try office("verify").status == 0)
    try FileManager.default.removeItem(atPath: office.ledger + ".photos")
    let verified = try office("verify")
    #expect(verified.status == 1 && verified.output.contains("到期事项 DQ2026-001"))
    #expect(verified.output.contains("制度 ZD2026-001"))
  }

  @Test func aTableAllOrNothing() throws {
    let office = try office()
    let file = office.folder.path + "/e.csv"
    let table = "种类,名称,有效期至\n证照,许可证,2027-01-01\n证照,另一证,\n"
    try Data(table.utf8).write(to: URL(filePath: file))
    let refused = try office("expiry import \(file)", as: "zhang")
    #expect(refused.status == 65 && refused.trouble.contains("第3行：有效期至"))
    #expect(try office("expiry list --json").json().list.isEmpty)
    try Data(table.replacing("另一证,", with: "另一证,2027-02-01").utf8)
      .write(to: URL(filePath: file))
    let taken = try office("expiry import \(file) --json", as: "zhang").json()
    #expect(taken["imported"].list.count == 2)
    let again = try office("expiry import \(file) --json", as: "zhang").json()
    #expect(again["imported"].list.isEmpty && again["known"].int == 2)
  }

  @Test func rulesAreReviewed() throws {
    let office = try office([
      "rule add --title 用火用电管理制度 --issued 2025-03-01 --number 统办〔2025〕3号 --person 周婷",
      "rule add --sort paper --title 消防验收意见书 --issued 2015-06-01 --fire design",
    ])
    let today = try office("today", as: "zhang").output
    #expect(today.contains("制度逾期未复核 1 项：用火用电管理制度（应于 2026-03-01 前）"))
    let review = "rule review ZD2026-001 --outcome revise --note 补充充电 --json"
    #expect(try office(review, as: "wu").status == 77)
    let reviewed = try office(review, as: "zhou").json()
    #expect(reviewed["state"].string == "toRevise" && reviewed["reviewDue"].string == "2027-11-23")
    #expect(try office("rule review ZD2026-002 --outcome keep", as: "zhang").status == 65)
    let revision = "rule revise ZD2026-001 --number 统办〔2026〕9号 --json"
    let revised = try office(revision, as: "zhang").json()
    #expect(revised["state"].string == "inForce" && revised["revised"].string == "2026-11-23")
    #expect(revised["revisions"].list.map { $0["formerNumber"].string } == ["统办〔2025〕3号"])
    #expect(try office("rule repeal ZD2026-001 --reason 合并", as: "zhang").status == 0)
    #expect(try office("rule list --format tsv").output.split(separator: "\n").count == 2)
  }

  /// Key places stand first with reason and person, and are counted apart.
  @Test func keyPlacesFirst() throws {
    let office = try office(["place edit 305 --key 配电间 --key-person 周婷"])
    let places = try office("place list --json").json().list
    let keys = places.map { $0["key"].string != nil }
    #expect(keys == keys.sorted { $0 && !$1 } && keys.contains(true))
    let edited = places.first { $0["id"].string == "305" }
    #expect(edited?["key"].string == "配电间" && edited?["keyPerson"].string == "zhou")
    let text = try office("place list").output
    #expect(text.contains("共 \(places.count) 处，其中重点部位 \(keys.count { $0 }) 处"))
    #expect(!(try office("place list --format tsv").output.contains("共")))
  }

  /// What is there stands in its part, what is missing is named, and how long it is kept the office sets.
  @Test func theFireFile() throws {
    let office = try office([
      "rule add --title 用火用电管理制度 --issued 2026-03-01 --fire rules --location 3号柜第1-4页",
      "expiry add extinguisher-powder --name 走道灭火器 --made 2022-01-10 --count 4 --place 301",
      "expiry add lightning-test --name 防雷检测 --done 2026-10-01 --document T-1",
      "organization edit --key-fire-unit yes --retention drills=30",
      "activity record drill --title 疏散演练 --on 2026-11-09",
    ])
    let file = try office("report fire-file --year 2026 --format json").json()
    let parts = file["parts"].list
    #expect(parts.count == 18)
    func part(_ name: String) -> [String] {
      parts.first { $0["part"].string == name }?["entries"].list
        .compactMap { $0["title"]["zh"].string } ?? []
    }
    #expect(part("rules") == ["用火用电管理制度"] && part("drills") == ["疏散演练"])
    #expect(part("equipment") == ["干粉灭火器：4具，1处"] && part("electrical") == ["防雷检测"])
    #expect(parts.first { $0["part"].string == "drills" }?["retention"].string == "30")
    #expect(file["gaps"].strings.contains("trainings") && !file["gaps"].strings.contains("rules"))
    #expect(file["shortfalls"].list.count == 2)
    let text = try office("report fire-file").output
    #expect(text.contains("消防档案卷内目录") && text.contains("尚无") && text.contains("上半年尚无"))
    #expect(try office("report fire-file --year 26").status == 64)
  }
}
