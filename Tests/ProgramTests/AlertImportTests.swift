import Foundation
import Testing

/// `alert import` and `alert list` on the sample office, which is in 示例区.
struct AlertImportTests {
  static let samples = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "IntakeTests/Fixtures/alerts").path

  /// The sample office as it stood before the typhoon.
  private func office() throws -> Office {
    let office = try Office(now: "2026-09-22T16:10", made: "2026-05-01T08:00")
    return office
  }

  private func events(_ office: Office) throws -> Int? {
    try office("verify --json").json()["events"].int
  }

  /// What `alert list` says of each message: its purpose, kind, colour and state.
  private func list(_ office: Office) throws -> [String] {
    try office("alert list --json").json().list.map { entry in
      ["msgType", "kind", "colour", "state"].map { entry[$0].string ?? "-" }.joined(separator: " ")
    }
  }

  @Test func aFolderTwice() throws {
    let office = try office()
    office.now = "2026-09-25T13:00"
    let before = try #require(try events(office))
    let first = try office("alert import \(Self.samples)", as: "li")
    #expect(first.status == 65)
    #expect(first.trouble.split(separator: "\n").count == 3)
    for name in ["90-bad-malformed.xml：第16行", "91-bad-xxe.xml：第2行", "92-bad-entity-expansion.xml"] {
      #expect(first.trouble.contains(name), "\(first.trouble)")
    }
    #expect(first.output.hasSuffix("登记 9，已有 0，拒绝 3\n"))
    #expect(try events(office) == before + 9)
    #expect(
      try list(office) == [
        "Alert rainstorm yellow ignored", "Alert rainstorm red expired",
        "Alert heat orange expired",
        "Alert typhoon white superseded", "Update typhoon blue superseded",
        "Update typhoon yellow superseded", "Update typhoon orange superseded",
        "Update typhoon red lifted", "Cancel typhoon - lifted",
      ])

    let second = try office("alert import \(Self.samples)", as: "li")
    #expect(second.status == 65 && second.output.hasSuffix("登记 0，已有 9，拒绝 3\n"))
    #expect(try events(office) == before + 9)

    // The canary beside the hostile file was never read.
    let canary = try String(contentsOfFile: Self.samples + "/canary.txt", encoding: .utf8)
    let ledger = try Data(contentsOf: URL(filePath: office.ledger))
    #expect(canary.hasPrefix("XXE-CANARY") && ledger.range(of: Data(canary.prefix(10).utf8)) == nil)
    #expect(!(first.output + first.trouble).contains("XXE-CANARY"))
  }

  /// The typhoon of the samples, message by message as it came.
  @Test func aTyphoonAsItCame() throws {
    let office = try office()
    let id = "alert-99990141600000_20260922160000_0"
    func take(_ name: String, at now: String) throws -> [String] {
      office.now = now
      let run = try office("alert import \(Self.samples)/\(name)", as: "li")
      #expect(run.status == 0 && run.trouble.isEmpty, "\(run.trouble)")
      return try office("schedule --from 2026-09-22 --to 2026-09-30 --json").json().list
        .filter { $0["plan"].string == "typhoon" && $0["place"].string == "duty" }
        .map {
          "\($0["period"].string ?? "") \($0["start"].string ?? "") \($0["due"].string ?? "") \($0["state"].string ?? "")"
        }
    }
    let open = "\(id) 2026-09-22 2026-09-22"
    #expect(try take("01-typhoon-white.xml", at: "2026-09-22T16:10") == ["\(open) open"])
    #expect(try take("02-typhoon-blue-update.xml", at: "2026-09-23T09:10") == ["\(open) overdue"])
    #expect(try take("03-typhoon-yellow-update.xml", at: "2026-09-23T20:40") == ["\(open) overdue"])
    #expect(try take("04-typhoon-orange-update.xml", at: "2026-09-24T10:10") == ["\(open) overdue"])
    let during = "\(id)-during 2026-09-24 2026-09-24"
    #expect(
      try take("05-typhoon-red-update.xml", at: "2026-09-24T17:50")
        == ["\(open) overdue", "\(during) open"])
    // It expires at 05:40 on the 25th, the first day of the Mid-Autumn break, before it is cancelled.
    office.now = "2026-09-25T05:39"
    #expect(try office("today --json").json()["alerts"].list.map { $0["colour"].string } == ["red"])
    office.now = "2026-09-25T05:40"
    #expect(try office("today --json").json()["alerts"].list.isEmpty)
    #expect(
      try take("06-typhoon-cancel.xml", at: "2026-09-25T12:20") == [
        "\(open) lifted", "\(during) lifted", "\(id)-after 2026-09-25 2026-09-28 open",
      ])
  }

  @Test func listsHaveTheirKeys() throws {
    let office = try office()
    _ = try office("alert import \(Self.samples)/01-typhoon-white.xml", as: "li")
    let entry = try office("alert list --json").json()[0]
    #expect(
      entry.keys == [
        "areas", "colour", "expires", "headline", "identifier", "issued", "kind", "level",
        "msgType", "state", "status",
      ])
    #expect(entry["level"].isNull && entry["areas"].strings == ["示例区"])
    #expect(entry["issued"].string == "2026-09-22T16:00:00+08:00")
    let rows = try office("alert list --format tsv").output.split(separator: "\n")
    #expect(
      rows.first
        == "identifier\tstatus\tmsgType\tkind\tcolour\theadline\tareas\tissued\texpires\tlevel\tstate"
    )
    #expect(rows.count == 2 && rows[1].hasSuffix("\t\tinForce"))
    #expect(try office("today --json").json()["alerts"][0]["state"].string == "inForce")
  }

  @Test func oneFileOrStandardInput() throws {
    let office = try office()
    let sample = try String(
      contentsOfFile: Self.samples + "/01-typhoon-white.xml", encoding: .utf8)
    #expect(try office("alert import -", as: "li", input: sample).status == 0)
    #expect(try office("alert import -", as: "li", input: sample).output.contains("已有"))
    let before = try events(office)
    let large = sample + String(repeating: " ", count: 256 << 10)
    let other = sample.replacingOccurrences(
      of: "<sent>2026-09-22T16:00", with: "<sent>2026-09-22T16:05")
    for (input, says) in [
      (large, "256 KiB"), (sample + "<!DOCTYPE a>", "DOCTYPE"), (other, "20260922160000_0"),
      ("", "空"),
    ] {
      let run = try office("alert import -", as: "li", input: input)
      #expect(run.status == 65 && run.output.isEmpty, "\(says)")
      #expect(run.trouble.split(separator: "\n").count == 1 && run.trouble.contains(says))
    }
    #expect(try office("alert import \(Self.samples)/none.xml", as: "li").status == 66)
    #expect(try office("alert import \(Self.samples)/01-typhoon-white.xml", as: "wu").status == 77)
    #expect(try office("alert import").status == 64)
    #expect(try events(office) == before)
  }

  /// Another sender's message of an identifier that is taken is another alert, not lost.
  @Test func twoSendersWithOneIdentifier() throws {
    let office = try office()
    let sample = try String(
      contentsOfFile: Self.samples + "/01-typhoon-white.xml", encoding: .utf8)
    let id = "99990141600000_20260922160000_0"
    _ = try office("alert import -", as: "li", input: sample)
    let other = sample.replacingOccurrences(of: "<sender>9", with: "<sender>8")
    let run = try office("alert import -", as: "li", input: other)
    #expect(run.status == 0 && run.output.hasPrefix("\(id)@8"), "\(run.trouble)")
    let entries = try office("alert list --json").json().list
    #expect(entries.map { $0["identifier"].string } == [id, id])
    let second = try #require(run.output.split(separator: " ").first)
    #expect(try office("alert lift \(second)", as: "li").status == 0)
    #expect(
      try office("alert list --json").json().list.compactMap { $0["state"].string }.sorted()
        == ["inForce", "lifted"])
  }

  /// An exercise is named as one in the list and on Today, and opens nothing.
  @Test func anExerciseIsShownAsOne() throws {
    let office = try office()
    office.now = "2026-05-12T15:30"
    let run = try office("alert import \(Self.samples)/09-rainstorm-exercise.xml", as: "li")
    #expect(run.output.contains("演练") && !run.output.contains("不涉及"))
    #expect(try office("alert list").output.contains("演练"))
    let today = try office("today")
    #expect(today.output.contains("- 【演练】暴雨黄色预警"), "\(today.output)")
    #expect(try office("today --json").json()["alerts"].list.isEmpty)
    office.now = "2026-05-12T17:00"
    #expect(try !office("today").output.contains("演练】"))
  }

  /// A level is a response's alone.
  @Test func levelsAndColours() throws {
    let office = try office()
    for words in ["--kind typhoon --level I", "--kind response --level I --colour red"] {
      let run = try office("alert open \(words)", as: "li")
      #expect(run.status == 65 && run.output.isEmpty && !run.trouble.isEmpty)
    }
    #expect(try office("alert open --kind response --level I", as: "li").status == 0)
  }

  /// A folder's links lead nowhere.
  @Test func linksInAFolderAreNotFollowed() throws {
    let office = try office()
    let folder = try Folder()
    let sample = Self.samples + "/01-typhoon-white.xml"
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/a.xml", withDestinationPath: sample)
    let run = try office("alert import \(folder.path)", as: "li")
    #expect(run.status == 0 && run.output == "登记 0，已有 0，拒绝 0\n")
    #expect(try office("alert list --json").json().list.isEmpty)
  }

  /// Which colour asks for what and by when is the plan's.
  @Test func aPlanMapsColours() throws {
    let office = try office()
    let edited = try office(
      "plan edit typhoon --hours white=24 --hours blue=0 --add-section blue=during --after before",
      as: "zhang")
    #expect(edited.status == 0, "\(edited.trouble)")
    for wrong in ["--add-section red=nowhere", "--after nowhere"] {
      #expect(try office("plan edit typhoon \(wrong)", as: "zhang").status == 65, "\(wrong)")
    }
    for wrong in ["--hours pink=1", "--hours red=soon", "--hours red"] {
      #expect(try office("plan edit typhoon \(wrong)", as: "zhang").status == 64, "\(wrong)")
    }
    let fog = "plan add fog --title 大雾检查 --kind alert --weather fog --checklist vehicle"
    #expect(try office(fog, as: "zhang").status == 0)
    office.now = "2026-09-23T09:10"
    for name in ["01-typhoon-white.xml", "02-typhoon-blue-update.xml"] {
      #expect(try office("alert import \(Self.samples)/\(name)", as: "li").status == 0)
    }
    let rounds = try office("round list --json").json().list.filter {
      $0["plan"].string == "typhoon"
    }
    let id = "alert-99990141600000_20260922160000_0"
    #expect(
      rounds.map { "\($0["period"].string ?? "") \($0["due"].string ?? "")" }
        == ["\(id) 2026-09-23", "\(id)-during 2026-09-23"])
    #expect(try office("alert open --kind fog --colour orange", as: "li").status == 0)
    let cars = try office("schedule --json").json().list.filter { $0["plan"].string == "fog" }
    #expect(cars.map { $0["place"].string } == ["car"])
  }

  @Test func byHand() throws {
    let office = try office()
    let opened = try office("alert open --kind typhoon --colour blue --json", as: "li").json()
    #expect(opened["state"].string == "inForce" && opened["msgType"].string == "Alert")
    office.now = "2026-09-22T17:10"
    let raised = try office("alert open --kind typhoon --colour red --json", as: "li").json()
    #expect(raised["msgType"].string == "Update" && raised["colour"].string == "red")
    #expect(try office("alert open --kind typhoon --colour red", as: "li").status == 65)
    #expect(try office("alert open --kind response", as: "li").status == 65)
    #expect(
      try office("alert open --kind response --level III --issuer 区三防指挥部", as: "li").status == 0)
    #expect(try office("today --json").json()["alerts"].list.count == 2)
    let id = try #require(raised["identifier"].string)
    #expect(try office("alert lift \(id)", as: "li").status == 0)
    #expect(try office("alert lift \(id)", as: "li").status == 65)
    #expect(
      try list(office) == [
        "Alert typhoon blue superseded", "Alert response - inForce", "Update typhoon red lifted",
      ])
  }
}
