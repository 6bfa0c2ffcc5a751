import Testing

/// "Always here" on the sample office, whose room 305 has 14 ticks a month.
struct ExemptTests {
  /// The numbers in the first column of a form's table.
  private func numbers(_ form: String) -> [Int] {
    form.split(separator: "\n").compactMap { line in
      line.contains("□") ? line.split(separator: " ").first.flatMap { Int($0) } : nil
    }
  }

  private func form(_ round: String, _ office: Office) throws -> String {
    try office("report blank \(round) --place 305").output
  }

  @Test func fromTheTickToTheFormThatAsksItNoMore() throws {
    let office = try Office()
    let before = try form("monthly/2026-12", office)
    #expect(numbers(before) == Array(1...14))
    let walk = "inspect 305 --round monthly/2026-11 --pass all --na 5+,6 --sign"
    #expect(try office(walk, as: "zhou").status == 0)

    let list = try office("place exempt list --json").json()
    #expect(list.list.count == 1)
    #expect(
      list[0].keys == [
        "decided", "decider", "decision", "from", "inspection", "item", "note", "place",
        "proposed", "proposer", "reason", "state", "text", "to",
      ])
    #expect(list[0]["place"].string == "305" && list[0]["state"].string == "proposed")
    #expect(list[0]["inspection"].string == "检2026-0001")
    #expect(list[0]["proposer"].string == "zhou" && list[0]["decider"].isNull)
    let record = try office("inspection show 检2026-0001 --json").json()
    let item = try #require(list[0]["item"].string)
    #expect(record["answers"][4]["item"].string == item)
    #expect(record["answers"][4]["answer"]["always"].bool == true)
    #expect(record["answers"][5]["answer"]["always"].isNull)

    // Only an administrator decides; a wrong item or a second decision is said so.
    for person in ["zhou", "li", "liu"] {
      #expect(try office("place exempt confirm 305 \(item)", as: person).status == 77)
    }
    #expect(try office("place exempt confirm 305 nothing", as: "zhang").status == 65)
    #expect(try office("place exempt end 305 \(item) --reason x", as: "zhang").status == 65)
    let confirmed = try office("place exempt confirm 305 \(item) --json", as: "zhang")
    #expect(confirmed.status == 0, "\(confirmed.trouble)")
    #expect(try confirmed.json()["from"].string == "2026-11-23")
    #expect(try office("place exempt confirm 305 \(item)", as: "zhang").status == 65)

    // The form leaves the number out and says why; the others keep theirs.
    office.now = "2026-12-01T09:00"
    let after = try form("monthly/2026-12", office)
    #expect(numbers(after) == Array(1...4) + Array(6...14))
    #expect(after.contains("序号5已确认在此处长期不适用"))
    #expect(numbers(try office("report blank monthly/2026-12 --place 306").output) == Array(1...14))
    #expect(
      try office("inspection show 检2026-0001 --json").json()["answers"].list.count == 14)

    // A form printed before still reads true: 7 is 7, and 5 may be said without harm.
    let paper = try office(
      "round enter monthly/2026-12 --walked 2026-12-01T08:00/08:20 --with zhou --json", as: "zhou",
      input: "305 7:1 -5\n")
    #expect(paper.status == 0, "\(paper.trouble)")
    let old = try office("inspection show 检2026-0002 --json").json()
    #expect(old["answers"].list.count == 14)
    #expect(old["answers"][6]["answer"]["result"].string == "fail")
    office.now = "2027-01-04T09:00"
    let next = "inspect 305 --round monthly/2027-01 --pass all --sign"
    #expect(try office(next, as: "zhou").status == 0)
    let asked = try office("inspection show 检2027-0001 --json").json()
    #expect(asked["asked"].int == 13)
    #expect(asked["answers"].list.compactMap { $0["number"].int } == Array(1...4) + Array(6...14))

    // Ended, it is asked again; everything can be folded anew.
    #expect(
      try office("place exempt end 305 \(item) --reason 已新装", as: "zhang").status == 0)
    #expect(numbers(try form("monthly/2027-01", office)) == Array(1...14))
    #expect(try office("place exempt list --json").json().list.isEmpty)
    let ended = try office("place exempt list --all --json").json()[0]
    #expect(ended["state"].string == "ended" && ended["decision"].string == "已新装")
    #expect(ended["to"].string == "2027-01-04")
    #expect(try office("verify").status == 0)
    #expect(try office("rebuild").status == 0)
    #expect(try office("place exempt list --all --json").json()[0]["state"].string == "ended")
    #expect(try office("verify").status == 0)
  }

  /// A walk of before the confirmation, entered after it, is asked what was asked then.
  @Test func aWalkOfBeforeIsAskedAsThen() throws {
    let office = try Office()
    let walk = "inspect 305 --round monthly/2026-11 --pass all --na 5+ --sign"
    #expect(try office(walk, as: "zhang").status == 0)
    let item = try #require(
      try office("place exempt list --json").json()[0]["item"].string)
    #expect(try office("place exempt confirm 305 \(item)", as: "zhang").status == 0)
    #expect(
      try office("inspection withdraw 检2026-0001 --reason 补录更正", as: "zhang").status == 0)
    office.now = "2026-11-25T09:00"
    let belated =
      "inspect 305 --round monthly/2026-11 --pass all --walked 2026-11-20T09:00/09:10 --sign"
    #expect(try office(belated, as: "zhang").status == 0)
    let record = try office("inspection show 检2026-0002 --json").json()
    #expect(record["answers"].list.count == 14)
  }

  /// Refused with a reason, and gone with the record that proposed it.
  @Test func refusedAndWithdrawn() throws {
    let office = try Office()
    func propose(_ number: String) throws {
      let walk = "inspect 305 --round monthly/2026-11 --pass all --na 5+:没有 --sign"
      let run = try office(walk, as: "zhang")
      #expect(run.status == 0, "\(run.trouble)")
      let list = try office("place exempt list --json").json()
      #expect(list[0]["inspection"].string == number && list[0]["note"].string == "没有")
    }
    try propose("检2026-0001")
    #expect(
      try office("inspection withdraw 检2026-0001 --reason 走错房间", as: "zhang").status == 0)
    #expect(try office("place exempt list --json").json().list.isEmpty)
    try propose("检2026-0002")
    let item = try #require(
      try office("place exempt list --json").json()[0]["item"].string?.split(separator: "/").last)
    #expect(try office("place exempt refuse 305 \(item)", as: "zhang").status == 64)
    #expect(try office("place exempt refuse 305 \(item) --reason 有的", as: "zhang").status == 0)
    let shown = try office("place exempt list --all").output
    #expect(shown.contains("未同意") && shown.contains("没有"))
    let again = "inspect 305 --round monthly/2026-12 --pass all --failed 5+ --sign"
    office.now = "2026-12-01T09:00"
    #expect(try office(again, as: "zhang").trouble.contains("只能写在不适用的序号后面"))
  }

  /// Where a plan would have nothing left to ask the administrator is told what to do instead.
  @Test func theLastItemOfAPlanIsNotConfirmed() throws {
    let office = try Office()
    let walk = "inspect archive --round climate/2026-11-23-am --na 1+,2+ --sign"
    let run = try office(walk, as: "zhang")
    #expect(run.status == 0, "\(run.trouble)")
    let items = try office("place exempt list --json").json().list.compactMap { $0["item"].string }
    try #require(items.count == 2)
    #expect(try office("place exempt confirm archive \(items[0])", as: "zhang").status == 0)
    let last = try office("place exempt confirm archive \(items[1])", as: "zhang")
    #expect(last.status == 65 && last.trouble.contains("没有检查项了"))
  }
}
