import Foundation
import TestSupport
import Testing

/// The main job by a script that feeds lines to the real program: today, a room, its hazard, the summary.
struct PlainLinesTests {
  private let office: Office

  init() throws { office = try Office() }

  /// Feeds lines to the program and gives what it says; the next ones come an hour later, however long
  /// these took.
  private func talk(_ lines: [String], as person: String, _ language: String) throws -> String {
    let run = try xunjian(
      ["--plain", "--language", language], ledger: office.ledger, now: office.now, as: person,
      input: lines.joined(separator: "\n") + "\n")
    #expect(run.status == 0 && run.trouble.isEmpty, "\(run.status) \(run.trouble)")
    #expect(run.output.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 32 })
    let hour = try #require(Int(office.now.suffix(5).prefix(2)))
    office.now = office.now.dropLast(5) + String(format: "%02d:00", hour + 1)
    return run.output
  }

  struct Case: Sendable {
    var language: String
    var round: String
    var question: String
    var signed: String
    var verified: String
    var summary: String
    var measures: String
    var handedIn: String
    var closed: String
    var day: String
    var alert: [String]
    var figure: String
  }

  /// The archive room of November: the first item passes, the second fails with its first phrase, the
  /// rest pass at once, then two readings and a count.
  @Test(arguments: [
    Case(
      language: "zh", round: "11月月检", question: "第2项", signed: "已签名，记录 检2026-0001，隐患 2026-001",
      verified: "2026-001 已交办", summary: "2026年11月安全检查情况汇总", measures: "换了插座",
      handedIn: "2026-001 已整改报验", closed: "2026-001 已复查合格、销号", day: "23",
      alert: ["已登记：台风黄色预警", "2026-11-23 周一", "预警已解除"],
      figure: "销号隐患1项，其中按期1项"),
    Case(
      language: "en", round: "Monthly check", question: "Item 2",
      signed: "signed, record 检2026-0001, hazard 2026-001", verified: "2026-001 assigned",
      summary: "Safety summary of 2026-11",
      measures: "a new socket", handedIn: "2026-001 handed in", closed: "2026-001 verified",
      day: "23",
      alert: ["entered: Typhoon yellow alert", "2026-11-23 Mon", "lifted; what was left open"],
      figure: "closed: 1 (1 on time"),
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

    // Its rectifier accepts and hands in, the supervisor verifies, which closes.
    let handedIn = try talk(
      ["f4", "1", "1", "1", "1", row.measures, "", "q", "q", "1"], as: "huang", row.language)
    #expect(handedIn.contains(row.handedIn), "\(handedIn.suffix(1500))")
    let closed = try talk(["f4", "1", "1", "q", "q", "1"], as: "li", row.language)
    #expect(closed.contains(row.closed), "\(closed.suffix(1500))")
    #expect(try office("hazard show 2026-001 --json").json()["state"].string == "closed")

    // A typhoon is entered and lifted, the day of it is found on the calendar.
    let alert = try talk(
      ["w", "1", "3", "f5", row.day, "esc", "f2", "W", "1", "q", "1"], as: "li", row.language)
    #expect(row.alert.allSatisfy(alert.contains), "\(alert.suffix(4000))")

    let summary = try talk(["f6", "q", "q", "1"], as: "li", row.language)
    #expect(summary.contains(row.summary) && summary.contains(row.figure), "\(summary)")
    #expect(try office("verify --json").json()["ok"].bool == true)
  }

  /// What others have written reaches no terminal as a command: no escape, no mark of direction; a word as
  /// long as three windows is told, and what stands after it too.
  @Test func whatOthersWroteIsOnlyRead() throws {
    let words = [
      String(repeating: "W", count: 300), "a\u{1B}[31mred\u{7}\u{9B}", "\u{202E}evil\u{202C}",
      String(repeating: "👨‍👩‍👧‍👦", count: 40), "one\ntwo\tthree",
    ]
    for text in words {
      let run = try xunjian(
        ["hazard", "report", "--place", "archive", "--text", text], ledger: office.ledger,
        now: office.now, as: "li")
      #expect(run.status == 0, "\(run.trouble)")
    }
    let said = try talk(["f4", "down", "down", "down", "down", "q", "q", "1"], as: "li", "en")
    #expect(said.unicodeScalars.allSatisfy { !("\u{202A}"..."\u{202E}").contains($0) })
    #expect(said.contains("2026-005") && said.contains("one two three"), "\(said)")
    #expect(said.contains(String(repeating: "W", count: 150)))
  }

  /// The end of the lines ends the program, and nothing that was answered is lost.
  @Test func theEndOfLinesKeepsTheDraft() throws {
    _ = try talk(["9", "1", "1", "1", "3", "1"], as: "zhang", "zh")
    let drafts = try office("draft list --json", as: "zhang").json()
    #expect(drafts[0]["answered"].int == 3)
  }
}
