import Foundation
import Testing

/// `round` and `report blank` on the sample office, whose monthly round has nine places.
struct RoundTests {
  @Test func aRoundInJSON() throws {
    let office = try Office()
    let round = try office("round show monthly/2026-11 --json").json()
    #expect(
      round.keys == [
        "done", "due", "id", "miss", "occurrences", "period", "plan", "provisional", "start",
        "state", "title", "total",
      ])
    #expect(round["id"].string == "monthly/2026-11")
    #expect(round["start"].string == "2026-11-01")
    #expect(round["due"].string == "2026-11-30")
    #expect(round["miss"].string == "2026-12-01")
    #expect(round["state"].string == "open")
    #expect(round["total"].int == 9)
    #expect(round["done"].int == 0)
    #expect(round["provisional"].bool == false)
    let places = round["occurrences"].list.compactMap { $0["place"].string }
    #expect(
      places.sorted() == [
        "301", "302", "303", "304", "305", "306", "archive", "meeting", "store",
      ])
    #expect(round["occurrences"][0]["id"].string == "monthly/archive/2026-11")
    #expect(round["occurrences"][0].keys == ["due", "id", "inspection", "place", "state"])
    #expect(round["occurrences"][0]["inspection"].isNull)
  }

  @Test func windowsOfRounds() throws {
    let office = try Office()
    let list = try office("round list --from 11-30 --to 2026-11-30 --json").json().list
    let ids = list.compactMap { $0["id"].string }
    #expect(ids.contains("monthly/2026-11"))
    #expect(!ids.contains("monthly/2026-12"))
    #expect(try office("round list --from 12-01 --to 11-30").status == 65)
    #expect(try office("round list --from soon").status == 64)
    #expect(try office("round list --format tsv").output.hasPrefix("round\t"))
  }

  @Test func aRoundFromPaper() throws {
    let office = try Office()
    let enter =
      "round enter monthly/2026-11 --walked 2026-11-20T09:00/11:00 --with zhou --led-by wang"
    let run = try office(
      enter + " --json", as: "zhang",
      input: "306 ok\n\n301-302 3,7 -5\n档案室 1:1 16=20,17=50,20=0\n")
    #expect(run.status == 0, "\(run.trouble)")
    #expect(try run.json().keys == ["hazards", "inspections"])
    #expect(
      try run.json()["inspections"].strings == [
        "检2026-0001", "检2026-0002", "检2026-0003", "检2026-0004",
      ])
    #expect(
      try run.json()["hazards"].strings == [
        "2026-001", "2026-002", "2026-003", "2026-004", "2026-005",
      ])
    let record = try office("inspection show 检2026-0002 --json").json()
    #expect(record["place"].string == "301")
    #expect(record["entry"].string == "fromPaper")
    #expect(record["ledBy"].string == "wang")
    #expect(record["inspectors"].strings == ["zhou"])
    #expect(record["recorder"].string == "zhang")
    #expect(record["findings"].int == 2)
    #expect(record["asked"].int == 13)
    let form = try #require(record["form"].string)
    #expect(
      try office("report blank monthly/2026-11 --place 301").output.contains("表号 \(form)"))
    #expect(try office("round show monthly/2026-11 --json").json()["done"].int == 4)
    #expect(try office("verify").status == 0)
  }

  @Test func oneWrongLineAndNothingIsWritten() throws {
    let office = try Office()
    let enter = "round enter monthly/2026-11 --walked 2026-11-20T09:00/11:00 --with zhou"
    let run = try office(
      enter, as: "zhang",
      input: """
        306 ok
        301-302 3,7 -5
        302 ok
        304-308 ok
        303 3:9
        304
        meeting 2,x
        archive ok
        """)
    #expect(run.status == 65)
    let lines = run.trouble.split(separator: "\n").map(String.init)
    try #require(lines.count == 6, "\(run.trouble)")
    #expect(lines[0].contains("第 3 行：") && lines[0].contains("302") && lines[0].contains("两行"))
    #expect(lines[1].contains("第 4 行：") && lines[1].contains("307"))
    #expect(lines[2].contains("第 5 行：") && lines[2].contains("第3项"))
    #expect(lines[3].contains("第 6 行：") && lines[3].contains("304"))
    #expect(lines[4].contains("第 7 行：") && lines[4].contains("第11字“x”"))
    #expect(lines[5].contains("第 8 行：") && lines[5].contains("16、17、20"))
    #expect(try office("inspection list --json").json().list.isEmpty)

    #expect(try office(enter, as: "zhang", input: "\n").status == 65)
    #expect(try office("round enter monthly/2026-11 --with zhou", as: "zhang").status == 64)
    #expect(try office(enter, as: "wu", input: "306 ok").status == 77)
  }

  @Test func theSectionHeadSigns() throws {
    let office = try Office()
    #expect(
      try office("inspect 301 --round monthly/2026-11 --pass all --sign", as: "zhang").status == 0)
    #expect(
      try office("inspect 303 --round monthly/2026-11 --pass all --sign", as: "chen").status == 0)
    let sign = "round sign monthly/2026-11 --section"
    #expect(try office("\(sign) 办公室", as: "zhang").status == 77)
    #expect(try office("\(sign) 办公室", as: "chen").status == 77)
    #expect(try office("\(sign) 财务科", as: "liu").status == 65)
    // The head of 综合科 walked 303 and may not sign for it.
    #expect(try office("\(sign) 综合科", as: "chen").status == 77)
    #expect(try office("\(sign) 办公室 --paper +1", as: "liu").status == 65)
    let signed = try office("\(sign) 办公室 --paper 2026-11-23 --json", as: "liu")
    #expect(try signed.json()["inspections"].strings == ["检2026-0001"])
    let record = try office("inspection show 检2026-0001 --json").json()
    #expect(record["signed"]["person"].string == "liu")
    #expect(record["signed"]["paper"].string == "2026-11-23")
    #expect(try office("\(sign) 办公室", as: "liu").status == 65)
  }

  @Test func aPlaceIsExcusedByTheSupervisor() throws {
    let office = try Office()
    let excuse = "round excuse monthly/2026-11 --place 304 --reason 装修"
    #expect(try office(excuse, as: "zhang").status == 77)
    #expect(try office(excuse, as: "li").status == 0)
    let round = try office("round show monthly/2026-11 --json").json()
    #expect(round["total"].int == 8)
    let room = round["occurrences"].list.first { $0["place"].string == "304" }
    #expect(room?["state"].string == "excused")
  }

  @Test func blankFormsAreForWhatIsNotWalked() throws {
    let office = try Office()
    let before = try office("report blank monthly/2026-11")
    #expect(before.status == 0, "\(before.trouble)")
    #expect(before.output.components(separatedBy: "表号 ").count - 1 == 9)
    #expect(
      try office("inspect 301 --round monthly/2026-11 --pass all --sign", as: "zhang").status == 0)
    let after = try office("report blank monthly/2026-11").output
    #expect(after.components(separatedBy: "表号 ").count - 1 == 8)
    #expect(try office("report blank monthly/2026-11 --place car").status == 65)
    #expect(try office("report blank nothing").status == 65)
    let english = try office("report blank monthly/2026-11 --place 301 --format md", language: "en")
    #expect(english.output.contains("form "))
  }

  /// The form of each place with what it asks: the number that the paper bears is the one that goes in again.
  @Test func blankFormsForPrograms() throws {
    let office = try Office()
    let set = try office("report blank monthly/2026-11 --place 301 --format json").json()
    #expect(set["round"].string == "monthly/2026-11" && set["due"].string == "2026-11-30")
    #expect(set["provisional"].bool == false)
    let form = try #require(set["forms"].list.first)
    let number = try #require(form["form"].string)
    #expect(
      try office("report blank monthly/2026-11 --place 301").output.contains("表号 \(number)"))
    #expect(form["place"].string == "301")
    #expect(form["questions"].list.compactMap { $0["number"].int } == Array(1...14))
    #expect(form["questions"].list.first?["item"]["id"].string == "sockets-sound")
    #expect(form["spared"].list.isEmpty)
    let all = try office("report blank monthly/2026-11 --format json").json()
    #expect(all["forms"].list.count == 9)
  }
}
