import Foundation
import Testing

/// Each way in which a command can end, by the exit status that scripts rely on.
struct ExitStatusTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var line: String
    var person: String?
    var status: Int32
    /// Words of the message in English; nil where nothing may stand on standard error.
    var says: String?

    var testDescription: String { line }

    init(_ line: String, as person: String? = nil, _ status: Int32, _ says: String? = nil) {
      self.line = line
      self.person = person
      self.status = status
      self.says = says
    }
  }

  @Test func everyCommandLineEndsWithItsStatusAndOneLine() throws {
    let office = try Office()
    #expect(try office("hazard report --place 305 --text socket", as: "zhang").status == 0)
    for row in Self.rows {
      let run = try office(row.line, as: row.person, language: "en")
      #expect(run.status == row.status, "\(row.line): \(run.trouble)")
      if let says = row.says {
        #expect(run.trouble.hasPrefix("xunjian: "), "\(row.line)")
        #expect(run.trouble.contains(says), "\(row.line): \(run.trouble)")
        #expect(run.trouble.split(separator: "\n").count == 1, "\(row.line): \(run.trouble)")
        #expect(run.output.isEmpty, "\(row.line)")
      } else {
        #expect(run.trouble.isEmpty, "\(row.line): \(run.trouble)")
      }
    }
    // Refused, nothing written: the journal is as long as after the one report.
    let found = try office("hazard list --state all --json").json().list
    #expect(found.map { $0["state"].string } == ["reported"])
  }

  static let rows = [
    Case("today", 0), Case("hazard list --json", 0), Case("verify", 0),
    Case("hazard list --nonsense", 64, "--nonsense"),
    Case("hazard list --state lost", 64, "lost"),
    Case("report month 2026-13", 64, "2026-13"),
    Case("hazard extend 2026-001 --deadline soon --reason r", as: "li", 64, "soon"),
    Case("hazard withdraw 2026-001", as: "li", 64, "--reason"),
    Case("open", 64, "not a terminal"),
    Case("hazard list --place 999", 65, "no place “999”"),
    Case("hazard list --section 999", 65, "no section “999”"),
    Case("hazard show 2026-999", 65, "no hazard “2026-999”"),
    Case("hazard report --place 305 --text t", as: "nobody", 65, "no person “nobody”"),
    Case("hazard assign 2026-001 --to nobody", as: "li", 65, "no person “nobody”"),
    Case("hazard assign 2026-001 --deadline -1", as: "li", 65, "before today (2026-11-23)"),
    Case("hazard close 2026-001", as: "li", 65, "needs it to be verified first"),
    Case("hazard report --place 305 --text t --source authorityOrder", as: "zhang", 65, "document"),
    Case("alert lift none", as: "zhang", 65, "no alert “none”"),
    Case("report month 2026-11 --format pdf --output /nonexistent/m.pdf", 74, "Cannot write"),
    Case("hazard assign 2026-001", 77, "--as"),
    Case("hazard assign 2026-001", as: "wu", 77, "“assign” is for the"),
    Case("hazard submit 2026-001 --measures m", as: "yang", 65, "needs it to be assigned or"),
    Case("place edit 305 --name n", as: "li", 77, "“administer” is for the"),
  ]

  @Test func optionsMayStandBeforeTheWords() throws {
    let office = try Office()
    let run = try xunjian(
      "--ledger", office.ledger, "--now", office.now, "--as=zhang", "hazard", "report", "--place",
      "305", "--text", "socket", "--json")
    #expect(run.status == 0, "\(run.trouble)")
    #expect(try run.json()["number"].string == "2026-001")
    #expect(try run.json()["state"].string == "reported")
  }

  @Test func aClockBehindTheLastLineIsRefused() throws {
    let office = try Office()
    office.now = "2026-10-31T09:00"
    let run = try office("today", language: "en")
    #expect(run.status == 65)
    #expect(run.trouble.contains("2026-11-01 08:00"))
  }

  @Test func aRealLedgerTakesNeitherNowNorAnother() throws {
    let folder = try Folder()
    let ledger = folder.path + "/ledger.sqlite"
    let sample = try folder.file("b.yaml", holding: xunjian("init", "--print-sample").output)
    #expect(try xunjian("init", "--from", sample.path, ledger: ledger).status == 0)
    #expect(try xunjian("today", ledger: ledger, now: "2026-11-23T09:00").status == 64)
    let acted = try xunjian(
      "hazard", "report", "--place", "305", "--text", "t", ledger: ledger, as: "zhang")
    #expect(acted.status == 77)
  }
}
