import TestSupport
import Testing

/// `inspect`, `inspection` and `draft` on the sample office, whose room 305 has 14 ticks a month.
struct InspectTests {
  @Test func aWholeWalkInOneLine() throws {
    let office = try Office()
    let signed = try office(
      "inspect 305 --round monthly/2026-11 --pass all --failed 3:1,7:门口堆了纸箱、拖把 --na 5 --sign --json",
      as: "张伟")
    #expect(signed.status == 0, "\(signed.trouble)")
    #expect(try signed.json().keys == ["hazards", "inspection"])
    #expect(try signed.json()["inspection"].string == "检2026-0001")
    #expect(try signed.json()["hazards"].strings == ["2026-001", "2026-002"])

    let record = try office("inspection show 检2026-0001 --json").json()
    #expect(record["entry"].string == "onSite")
    #expect(record["inspectors"].strings == ["zhang"])
    #expect(record["round"].string == "monthly/2026-11")
    #expect(record["asked"].int == 13)
    #expect(record["findings"].int == 2)
    #expect(record["answers"].list.count == 14)
    #expect(record["answers"][2]["answer"]["finding"]["text"].string == "电线绝缘皮破损")
    #expect(record["answers"][4]["answer"]["reason"].string == "no-facility")
    #expect(record["answers"][6]["answer"]["finding"]["text"].string == "门口堆了纸箱、拖把")

    let again = try office("inspect 305 --round monthly/2026-11 --pass all --sign", as: "张伟")
    #expect(again.status == 65)
    #expect(again.trouble.contains("检2026-0001"))
  }

  @Test func theSameItemIsNeverRegisteredTwice() throws {
    let office = try Office()
    let first = try office(
      "inspect 305 --round monthly/2026-11 --pass all --failed 1 --sign --json", as: "zhang")
    #expect(try first.json()["hazards"].strings == ["2026-001"])
    office.now = "2026-12-01T09:00"
    let second = try office(
      "inspect 305 --round monthly/2026-12 --pass all --failed 1,2=2026-001,4 --sign --json",
      as: "zhang")
    #expect(try second.json()["hazards"].strings == ["2026-001", "2026-002"])
    #expect(try office("hazard list --json").json().list.count == 2)
  }

  /// The archive's monthly list asks for the climate too, as items 16 and 17: one walk answers both
  /// rounds, and what is too warm is one hazard.
  @Test func severalRoundsInOneWalk() throws {
    let office = try Office()
    let rounds = "--round monthly/2026-11 --round climate/2026-11-23-am"
    let values = "--reading 16=31,17=50,20=0"
    let here = "inspect archive \(rounds) --pass all \(values) --sign --json"

    let forms = try office("report blank monthly/2026-11 --place archive").output
    let number = try #require(
      forms.split(whereSeparator: \.isWhitespace).first {
        $0.wholeMatch(of: /\d{5}-\d{4}-\d/) != nil
      })
    let form = try office(
      "\(here) --form \(number) --walked 2026-11-23T08:30/08:50", as: "zhang")
    #expect(form.status == 65)
    #expect(form.trouble.contains("表号只属于一个轮次"), "\(form.trouble)")
    let some = try office("inspect archive \(rounds) --pass all --sign", as: "zhang")
    #expect(some.status == 65)
    #expect(some.trouble.contains("还有未答的检查项：16、17、20"), "\(some.trouble)")
    #expect(try office("inspection list --json").json().list.isEmpty)

    let signed = try office(here, as: "zhang")
    #expect(signed.status == 0, "\(signed.trouble)")
    let json = try signed.json()
    #expect(json.keys == ["hazards", "inspection", "inspections"])
    #expect(json["inspection"].string == "检2026-0001")
    #expect(json["inspections"].strings == ["检2026-0001", "检2026-0002"])
    #expect(json["hazards"].strings == ["2026-001"])

    let hazards = try office("hazard list --json").json()
    #expect(hazards.list.count == 1)
    let timeline = try office("hazard show 2026-001 --json").json()["timeline"]
    #expect(timeline.list.count == 2)
    #expect(try office("hazard show 2026-001").output.contains("同次并记"))
    #expect(timeline[1]["note"].string?.contains("检2026-0002") == true)
    let climate = try office("inspection show 检2026-0002 --json").json()
    #expect(climate["round"].string == "climate/2026-11-23-am")
    #expect(climate["answers"].list.count == 2)
    #expect(climate["answers"][0]["number"].int == 1)
    #expect(climate["answers"][0]["answer"]["value"].string == "31")
    #expect(climate["answers"][0]["answer"]["finding"]["handling"]["joins"].string == "2026-001")
    for round in ["monthly/2026-11", "climate/2026-11-23-am"] {
      #expect(try office("round show \(round) --json").json()["done"].int == 1)
    }
    #expect(try office("verify --json").json()["ok"].bool == true)

    let again = try office(
      "inspect archive --round screening/2026-W48 --round monthly/2026-11 --pass all --sign",
      as: "zhang")
    #expect(again.status == 65)
    #expect(try office("inspection list --json").json().list.count == 2)
  }

  @Test func whichRoundsAreOpen() throws {
    let run = try Office()("inspect 305 --pass all --sign", as: "zhang", language: "en")
    #expect(run.status == 65)
    let lines = run.trouble.split(separator: "\n")
    #expect(lines.first?.contains("walked together") == true)
    #expect(lines.dropFirst().contains { $0.hasSuffix("--round monthly/2026-11") })
    #expect(lines.dropFirst().contains { $0.hasSuffix("--round screening/2026-W48") })
  }

  @Test func howItCameIn() throws {
    let office = try Office()
    let forms = try office("report blank monthly/2026-11 --place 301 --place 302").output
    let numbers = forms.split(whereSeparator: \.isWhitespace).map(String.init)
      .filter { $0.count == 12 && $0.dropFirst(5).hasPrefix("-03") }
    try #require(numbers.count == 2)
    let walk =
      "--pass all --sign --json --walked 2026-11-20T09:00/09:12 --with zhou --with 陈静 --with zhou"

    let untimed = try office(
      "inspect 301 --pass all --sign --form \(numbers[0])", as: "zhang")
    #expect(untimed.status == 64 && untimed.trouble.contains("--walked"), "\(untimed.trouble)")
    let wrong = try office("inspect 301 \(walk) --form \(numbers[1])", as: "zhang")
    #expect(wrong.status == 65)
    let digit = try office(
      "inspect 301 \(walk) --form 11111\(numbers[0].dropFirst(5))", as: "zhang")
    #expect(digit.status == 65)
    #expect(digit.trouble.contains("校验不符"))
    // The form's number alone tells which of the rounds open there is meant.
    let paper = try office("inspect 301 \(walk) --form \(numbers[0])", as: "zhang")
    #expect(paper.status == 0, "\(paper.trouble)")
    let record = try office("inspection show 检2026-0001 --json").json()
    #expect(record["entry"].string == "fromPaper")
    #expect(record["form"].string == numbers[0])
    #expect(record["inspectors"].strings == ["zhou", "chen"])
    #expect(record["recorder"].string == "zhang")
    #expect(record["from"].string == "2026-11-20T09:00:00+08:00")
    #expect(record["to"].string == "2026-11-20T09:12:00+08:00")

    let belated = try office("inspect 302 --round monthly/2026-11 \(walk)", as: "zhang")
    #expect(belated.status == 0, "\(belated.trouble)")
    #expect(try office("inspection show 检2026-0002 --json").json()["entry"].string == "belated")
  }

  struct Case: Sendable {
    var line: String
    var person: String? = "zhang"
    var status: Int32
    var says: String
  }

  @Test func refusals() throws {
    let office = try Office()
    let here = "inspect 305 --round monthly/2026-11"
    for row in [
      Case(line: "inspect 399 --pass all --sign", status: 65, says: "没有场所“399”"),
      Case(line: "inspect 305 --pass all --sign", status: 65, says: "monthly/2026-11"),
      Case(line: "inspect 305 --round monthly/2026 --sign", status: 65, says: "没有轮次"),
      Case(line: "inspect 305 --round nothing --sign", status: 65, says: "没有轮次"),
      Case(line: "inspect car --round monthly/2026-11 --sign", status: 65, says: "没有检查任务"),
      Case(line: "\(here) --sign", status: 65, says: "还有未答的检查项：1、2、3"),
      Case(line: "\(here) --pass some --sign", status: 64, says: "some"),
      Case(line: "\(here) --pass all --failed 15 --sign", status: 65, says: "没有第15项"),
      Case(line: "\(here) --pass all --failed x --sign", status: 65, says: "“x”不是检查项序号"),
      Case(line: "\(here) --pass all --failed 1:9 --sign", status: 65, says: "没有第9条常用语"),
      Case(line: "\(here) --pass all --failed 1=2026-009 --sign", status: 65, says: "2026-009"),
      Case(line: "\(here) --pass all --na 1:7 --sign", status: 65, says: "没有第7种不适用原因"),
      Case(line: "\(here) --pass all --reading 1=20 --sign", status: 65, says: "要填的是合格"),
      Case(line: "\(here) --pass all", status: 64, says: "--sign"),
      Case(line: here, status: 64, says: "不是终端"),
      Case(line: "\(here) --pass all --sign --form 305", status: 65, says: "不是表号"),
      Case(
        line: "\(here) --pass all --sign --walked 2026-10-31T23:50/2026-11-01T00:10", status: 65,
        says: "2026-11-01才开始"),
      Case(
        line: "\(here) --pass all --sign --walked 2026-11-20T08:00/2026-11-21T08:01", status: 65,
        says: "超过24小时"),
      Case(
        line: "inspect 305 --round monthly/2026-12 --no-entry 无人", status: 65,
        says: "2026-12-01才开始"),
      Case(
        line: "\(here) --pass all --sign --walked 2026-11-23T09:00/09:01", status: 65,
        says: "在现在"),
      Case(
        line: "\(here) --pass all --sign --walked 2026-10-31T09:00/09:01", status: 65,
        says: "2026-11-01才开始"),
      Case(line: "\(here) --pass all --sign --walked today", status: 64, says: "today"),
      Case(line: "\(here) --pass all --sign", person: "wu", status: 77, says: "须由"),
      Case(line: "\(here) --pass all --sign", person: nil, status: 77, says: "--as"),
      Case(line: "\(here) --pass all --sign --with 无名", status: 65, says: "无名"),
      Case(line: "\(here) --no-entry 无人 --pass all", status: 64, says: "--no-entry"),
      Case(
        line: "inspect archive --round monthly/2026-11 --pass all --sign", status: 65,
        says: "还有未答的检查项：16、17、20"),
      Case(line: "inspection show 检2026-0001", status: 65, says: "没有编号"),
      Case(line: "draft discard 305", status: 65, says: "没有草稿"),
    ] {
      let run = try office(row.line, as: row.person)
      #expect(run.status == row.status, "\(row.line): \(run.trouble)")
      #expect(run.trouble.contains(row.says), "\(row.line): \(run.trouble)")
      #expect(run.output.isEmpty, "\(row.line)")
    }
    #expect(try office("inspection list --json").json().list.isEmpty)
  }

  @Test func whatHappensToARecord() throws {
    let office = try Office()
    let walk = "inspect 305 --round monthly/2026-11 --pass all --failed 1 --sign"
    #expect(try office(walk, as: "zhang").status == 0)
    #expect(
      try office("inspection correct 检2026-0001 --item 1 --to pass --reason 看错", as: "zhou").status
        == 77)
    let other = try office("inspection withdraw 检2026-0001 --reason 看错", as: "zhou")
    #expect(other.trouble.contains("检查人（张伟）"), "\(other.trouble)")
    let corrected = try office(
      "inspection correct 检2026-0001 --item 1 --to pass --reason 看错", as: "zhang")
    #expect(corrected.status == 0, "\(corrected.trouble)")
    #expect(try office("inspection show 检2026-0001 --json").json()["findings"].int == 0)
    #expect(try office("hazard show 2026-001 --json").json()["state"].string == "withdrawn")

    let failed = try office(
      "inspection correct 检2026-0001 --item 2 --to fail:2 --reason 漏看 --json", as: "zhang")
    #expect(try failed.json()["hazards"].strings == ["2026-002"])
    #expect(
      try office("inspection correct 检2026-0001 --item 15 --to pass --reason 看错", as: "zhang")
        .status
        == 65)
    #expect(
      try office("inspection correct 检2026-0001 --item 3 --to maybe --reason 看错", as: "zhang")
        .status
        == 64)

    let withdrawn = try office("inspection withdraw 检2026-0001 --reason 走错房间", as: "zhang")
    #expect(withdrawn.status == 0, "\(withdrawn.trouble)")
    let list = try office("inspection list --json").json()
    #expect(list.list.count == 1)
    #expect(list[0]["withdrawn"].string == "走错房间")
    #expect(try office("hazard show 2026-002 --json").json()["state"].string == "withdrawn")
    let round = try office("round show monthly/2026-11 --json").json()
    #expect(round["done"].int == 0)
  }

  /// A record on paper in every format, as it was signed, corrected and withdrawn.
  @Test func theRecordOnPaper() throws {
    let office = try Office()
    let walk = "inspect 305 --round monthly/2026-11 --pass all --failed 1 --na 5 --sign"
    #expect(try office(walk, as: "zhang").status == 0)
    #expect(
      try office("hazard assign 2026-001 --to huang --deadline +3", as: "li").status == 0)
    let correct = "inspection correct 检2026-0001 --item 2 --to fail:2 --reason 漏看"
    #expect(try office(correct, as: "zhang").status == 0)
    let corrected = try office("report record 检2026-0001")
    #expect(corrected.status == 0, "\(corrected.trouble)")
    #expect(corrected.output.contains("编号：检2026-0001"))
    #expect(corrected.output.contains("更正（2026-11-23，张伟）：第2项原为“合格”"))
    #expect(!corrected.output.contains("作废"))

    let withdraw = "inspection withdraw 检2026-0001 --reason 走错房间"
    #expect(try office(withdraw, as: "zhang").status == 0)
    let markdown = try office("report record 检2026-0001 --format md").output
    #expect(markdown.contains("本记录已作废"))
    #expect(markdown.contains("作废（2026-11-23，张伟）。原因：走错房间"))
    #expect(
      try office("report record 检2026-0001 --format csv").output.contains("记录状态,已作废"))
    let json = try office("report record 检2026-0001 --format json").json()
    #expect(json.keys == (try office("inspection show 检2026-0001 --json").json()).keys)
    #expect(json["withdrawn"].string == "走错房间" && json["form"].isNull)
    #expect(json.keys.contains("form") && json["answers"].list.count == 14)
    let page = office.folder.path + "/record.pdf"
    #expect(
      try office("report record 检2026-0001 --format pdf --output \(page)").status == 0)
    let words = output(of: ["pdftotext", "-layout", page, "-"]).filter { !$0.isWhitespace }
    #expect(words.contains("示例区统计局安全检查记录") && words.contains("走错房间"))
    #expect(try office("report record 检2026-0009").status == 65)

    // The hazard in hand stays as it is, with a note; the one nobody acted on is gone.
    let kept = try office("hazard show 2026-001 --json").json()
    #expect(kept["state"].string == "assigned")
    let notes = kept["timeline"].list.map { "\($0["act"].string ?? "") \($0["note"].string ?? "")" }
    #expect(notes.last?.hasSuffix("检2026-0001：走错房间") == true, "\(notes)")
    #expect(try office("hazard show 2026-002 --json").json()["state"].string == "withdrawn")
    #expect(try office("verify").status == 0)
  }

  @Test func aLockedRoomStaysOpen() throws {
    let office = try Office()
    let run = try office("inspect 305 --round monthly/2026-11 --no-entry 无人 --json", as: "zhang")
    #expect(try run.json()["occurrence"].string == "monthly/305/2026-11")
    #expect(try office("round show monthly/2026-11 --json").json()["done"].int == 0)
    #expect(
      try office("inspect 305 --round monthly/2026-11 --pass all --sign", as: "zhang").status == 0)
  }

  /// What the answers proposed is said with the signature, in one line and from paper.
  @Test func proposalsAreSaid() throws {
    let office = try Office()
    let said = try office(
      "inspect 305 --round monthly/2026-11 --pass all --na 5+ --sign", as: "zhang")
    #expect(said.output.contains("提请长期不适用 1 项（待管理员确认）"), "\(said.output)")
    let paper = try office(
      "round enter monthly/2026-11 --walked 2026-11-20T09:00/10:00 --with zhang", as: "zhang",
      input: "301 -5+,6+\n302 ok\n", language: "en")
    #expect(
      paper.output.contains("proposed as never applying: 2 (for an administrator"),
      "\(paper.output) \(paper.trouble)")
    let plain = try office(
      "inspect 303 --round monthly/2026-11 --pass all --sign", as: "zhang")
    #expect(plain.status == 0 && !plain.output.contains("长期"))
  }

  /// Walked after its month, in place or from paper, a round is made up late, and the signature says so.
  @Test func aMonthMadeUpLate() throws {
    let office = try Office(now: "2026-11-03T09:00", made: "2026-10-01T08:00")
    let walk = "--round monthly/2026-10 --pass all --sign"
    let late = try office("inspect 305 \(walk)", as: "zhang")
    #expect(late.output.contains("期限已过，计为补检 1 份"), "\(late.output) \(late.trouble)")
    let paper = try office(
      "round enter monthly/2026-10 --walked 2026-10-20T09:00/10:00 --with zhang", as: "zhang",
      input: "301-302 ok\n", language: "en")
    #expect(paper.output.contains("made up late: 2"), "\(paper.output) \(paper.trouble)")
    let timely = try office(
      "round enter monthly/2026-10 --walked 2026-10-30T09:00/10:00 --with zhang", as: "zhang",
      input: "303 ok\n")
    #expect(timely.status == 0 && !timely.output.contains("补检"), "\(timely.output)")
    let states = try office("round show monthly/2026-10 --json").json()["occurrences"].list
    let done = states.filter { $0["inspection"].string != nil }
    #expect(done.map { $0["state"].string } == ["doneLate", "doneLate", "done", "doneLate"])
  }

  @Test func readingsAreJudged() throws {
    let office = try Office()
    let run = try office(
      "inspect archive --round climate/2026-11-23-am --reading 1=30 --reading 2=50 --sign --json",
      as: "zhang")
    #expect(run.status == 0, "\(run.trouble)")
    #expect(try run.json()["hazards"].strings == ["2026-001"])
  }
}
