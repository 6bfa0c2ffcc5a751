import Foundation
import TestSupport
import Testing

/// The main job by a script that feeds lines to the real program: today, a room, its hazard, the summary.
struct PlainLinesTests {
  private let office: Office

  init() throws { office = try Office() }

  /// Feeds lines to the program and gives what it says.
  private func talk(_ lines: [String], as person: String, _ language: String) throws -> String {
    let run = try xunjian(
      ["--plain", "--language", language], ledger: office.ledger, now: office.now, as: person,
      input: lines.joined(separator: "\n") + "\n")
    #expect(run.status == 0 && run.trouble.isEmpty, "\(run.status) \(run.trouble)")
    #expect(run.output.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 32 })
    return run.output
  }

  struct Case: Sendable {
    var language: String
    var round: String
    var question: String
    var signed: String
    var verified: String
    var summary: String
  }

  /// The archive room of November: the first item passes, the second fails with its first phrase, the
  /// rest pass at once, then two readings and a count.
  @Test(arguments: [
    Case(
      language: "zh", round: "11月月检", question: "第2项", signed: "已签名，记录 检2026-0001，隐患 2026-001",
      verified: "2026-001 已交办", summary: "2026年11月安全检查情况汇总"),
    Case(
      language: "en", round: "Monthly check", question: "Item 2",
      signed: "signed, record 检2026-0001, hazards 2026-001", verified: "2026-001 assigned",
      summary: "Safety summary of 2026-11"),
  ])
  func theMainJob(_ row: Case) throws {
    let today = try talk(["q", "1"], as: "zhang", row.language)
    let line = try #require(today.split(separator: "\n").first { $0.contains(row.round) })
    let number = String(line.prefix { $0.isNumber })

    let walk = try talk(
      [number, "1", "1", "2", "1", "", "9", "9", "20", "50", "0", "", "q", "q", "q", "1"],
      as: "zhang", row.language)
    #expect(walk.contains(row.question))
    #expect(walk.contains(row.signed), "\(walk.suffix(1500))")
    let record = try office("inspection show 检2026-0001 --json").json()
    #expect(record["inspectors"].strings == ["zhang"])

    let hazard = try office("hazard list --json").json()[0]
    #expect(hazard["number"].string == "2026-001" && hazard["state"].string == "reported")
    let hazards = try talk(["f4", "1", "1", "huang", "", "q", "q", "1"], as: "li", row.language)
    #expect(hazards.contains("2026-001"))
    #expect(hazards.contains(row.verified), "\(hazards.suffix(1500))")
    #expect(try office("hazard list --json").json()[0]["person"].string == "huang")

    let summary = try talk(["f6", "q", "q", "1"], as: "li", row.language)
    #expect(summary.contains(row.summary))
    #expect(try office("verify --json").json()["ok"].bool == true)
  }

  /// The end of the lines ends the program, and nothing that was answered is lost.
  @Test func theEndOfLinesKeepsTheDraft() throws {
    _ = try talk(["9", "1", "1", "1", "3", "1"], as: "zhang", "zh")
    let drafts = try office("draft list --json", as: "zhang").json()
    #expect(drafts[0]["answered"].int == 3)
  }
}
