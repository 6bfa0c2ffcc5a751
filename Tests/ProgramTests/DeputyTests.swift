import Foundation
import TestSupport
import Testing

/// One person in the place of another, from the command line: 黄磊, who mends and files, for the supervisor 李娜.
struct DeputyTests {
  /// Two hazards of room 305: the first mended by 杨帆 and verified, the second by 黄磊.
  private func office() throws -> Office {
    let office = try Office()
    for line in [
      "zhang person deputy huang --for li --from 2026-11-24 --to 2026-11-26",
      "zhang hazard report --place 305 --text 插座松动 --category electrical",
      "zhang hazard report --place 305 --text 窗扣损坏 --category other",
      "li hazard assign 2026-001 --to yang --deadline +3",
      "li hazard assign 2026-002 --to huang --deadline +3",
      "yang hazard submit 2026-001 --measures 已更换",
      "huang hazard submit 2026-002 --measures 已更换",
      "zhang hazard verify 2026-001 --keep-open",
    ] {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      let run = try office(words[1], as: words[0])
      try #require(run.status == 0, "\(line): \(run.trouble)")
    }
    return office
  }

  struct Case: Sendable {
    var day: String
    var line: String
    var status: Int32
  }

  @Test(arguments: [
    Case(day: "2026-11-23", line: "hazard close 2026-001", status: 77),
    Case(day: "2026-11-24", line: "hazard close 2026-001", status: 0),
    Case(day: "2026-11-26", line: "hazard close 2026-001", status: 0),
    Case(day: "2026-11-27", line: "hazard close 2026-001", status: 77),
    Case(day: "2026-11-24", line: "hazard verify 2026-002", status: 77),
    Case(day: "2026-11-24", line: "section add legal --name 法规科", status: 77),
    Case(day: "2026-11-24", line: "alert open --kind fog --colour orange", status: 0),
    Case(day: "2026-11-27", line: "alert open --kind fog --colour orange", status: 77),
  ])
  func whileItLasts(_ row: Case) throws {
    let office = try office()
    office.now = "\(row.day)T10:00"
    let run = try office(row.line, as: "huang")
    #expect(run.status == row.status, "\(run.trouble)")
    #expect(try office("verify").status == 0)
  }

  /// The office head verifies by a role of their own; closing is theirs as deputy only, so both are.
  @Test func verifyingClosesWhereTheDeputyMayClose() throws {
    let office = try office()
    try #require(
      office("person deputy liu --for li --from 2026-11-25 --to 2026-11-26", as: "zhang").status
        == 0)
    let sent = "hazard submit 2026-003 --measures 已更换"
    for line in [
      "zhang hazard report --place 305 --text 灯管不亮 --category other",
      "li hazard assign 2026-003 --to yang --deadline +3", "yang " + sent,
    ] {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      try #require(office(words[1], as: words[0]).status == 0, "\(line)")
    }
    office.now = "2026-11-24T10:00"
    let alone = try office("hazard verify 2026-002 --json", as: "liu").json()
    #expect(alone["state"].string == "verified")
    office.now = "2026-11-25T10:00"
    let inPlace = try office("hazard verify 2026-003 --json", as: "liu").json()
    #expect(inPlace["state"].string == "closed")
    let steps = try office("hazard show 2026-003 --json").json()["timeline"].list.suffix(2)
    #expect(steps.allSatisfy { $0["person"].string == "liu" && $0["standsFor"].string == "li" })
    #expect(try office("verify").status == 0)
  }

  @Test func theRecordNamesBoth() throws {
    let office = try office()
    office.now = "2026-11-24T10:00"
    #expect(try office("hazard close 2026-001", as: "huang").status == 0)
    #expect(try office("hazard show 2026-001").output.contains("黄磊（代李娜）  销号"))
    #expect(
      try office("hazard show 2026-001", language: "en").output.contains("黄磊 (deputy of 李娜)"))
    let last = try office("hazard show 2026-001 --json").json()["timeline"].list.last
    #expect(last?["person"].string == "huang" && last?["standsFor"].string == "li")
    #expect(try office("report rectification 2026-001").output.contains("黄磊（代李娜）"))
    let journal = try sql(office, "SELECT line FROM journal ORDER BY n DESC LIMIT 1")
    #expect(journal.contains(#""actor":"huang","as":"li""#), "\(journal)")
  }

  /// Who is told by the lines to have stood in for somebody must have done so by the register.
  @Test func verifyHoldsItAgainstTheDeputies() throws {
    let office = try office()
    office.now = "2026-11-24T10:00"
    #expect(try office("hazard close 2026-001", as: "huang").status == 0)
    _ = try sql(
      office,
      """
      DROP TRIGGER journal_never_updated;
      UPDATE journal SET line = replace(line, '"as":"li"', '"as":"wang"')
      """)
    let found = try office("verify")
    #expect(found.status == 1 && found.output.contains("当时没有代理王强"), "\(found.output)")
  }

  @Test func listedAndEnded() throws {
    let office = try office()
    #expect(try office("person list").output.contains("代李娜 2026-11-24 至 2026-11-26"))
    let upcoming = try office("person deputies --json").json()[0]
    #expect(upcoming.keys == ["for", "from", "person", "state", "to"])
    #expect(upcoming["state"].string == "upcoming" && upcoming["for"].string == "li")
    office.now = "2026-11-25T10:00"
    #expect(try office("person deputies", language: "en").output.contains("now"))
    #expect(try office("person deputy 黄磊 --for 李娜 --end", as: "huang").status == 77)
    #expect(try office("person deputy 黄磊 --for 李娜 --end", as: "zhang").status == 0)
    #expect(try office("hazard close 2026-001", as: "huang").status == 77)
    let ended = try office("person deputies --json").json()[0]
    #expect(ended["to"].string == "2026-11-24" && ended["state"].string == "past")
    #expect(try office("person deputy 黄磊 --for 李娜", as: "zhang").status == 64)
    #expect(try office("person deputy 黄磊 --for 李娜 --end", as: "zhang").status == 65)
  }

  private func sql(_ office: Office, _ text: String) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["sqlite3", office.ledger, text]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
