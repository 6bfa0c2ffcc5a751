import Foundation
import Testing

/// The sheets of a round against its rooms and records as the ledger lists them.
struct SectionRecordTests {
  private static let now = "2026-11-23T10:42"

  @Test func everyRecordOfARoundStandsOnOneSheet() throws {
    let folder = try Folder()
    let made = try xunjian("demo", "--keep", folder.path, now: Self.now)
    try #require(made.status == 0, "\(made.trouble)")
    let ledger = folder.path + "/ledger.sqlite"
    func run(_ words: String...) throws -> Run {
      try xunjian(words, ledger: ledger, now: Self.now)
    }

    let round = try run("round", "show", "monthly/2026-10", "--json").json()
    let walked = Set(round["occurrences"].list.compactMap { $0["inspection"].string })
    let sheets = try run("report", "record", "--round", "monthly/2026-10", "--format", "json")
      .json()["sections"].list
    #expect(sheets.count > 3)
    let records = sheets.flatMap { $0["records"].list }
    #expect(records.count == walked.count)
    #expect(Set(records.compactMap { $0["number"].string }) == walked)
    for sheet in sheets {
      let found = sheet["records"].list.reduce(0) { $0 + ($1["findings"].int ?? 0) }
      #expect(sheet["findings"].list.count == found)
      #expect(sheet["findings"].list.allSatisfy { $0["hazard"].string != nil })
    }

    let section = try #require(sheets[0]["section"].string)
    let one = try run("report", "record", "--round", "monthly/2026-10", "--section", section)
    #expect(one.status == 0)
    #expect(one.output.components(separatedBy: "检查人签名").count == 2)
  }

  @Test func whatIsMeantMustBeSaid() throws {
    let office = try Office()
    for words in ["", " 检2026-0001 --round monthly/2026-11", " 检2026-0001 --section gen"] {
      #expect(try office("report record" + words).status == 64, "\(words)")
    }
    let none = try office("report record --round monthly/2026-11")
    #expect(none.status == 65)
    #expect(none.trouble.contains("round show monthly/2026-11"))
  }
}
