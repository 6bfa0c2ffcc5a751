import Foundation
import TestSupport
import Testing

/// A major hazard from its finding through an authority's listing to its delisting, with photographs, on
/// paper, and what becomes of the ledger's word when one byte is changed.
struct MajorHazardTests {
  private func done(_ office: Office, _ line: String, as person: String) throws {
    let run = try office(line, as: person)
    try #require(run.status == 0, "\(line): \(run.trouble)")
  }

  private func state(_ office: Office, _ number: String) throws -> JSON {
    try office("hazard show \(number) --json").json()
  }

  /// The sample office, a locked fire exit found on a walk and studied as major.
  private func office() throws -> Office {
    let office = try Office()
    let photo = PhotographTests.picture("plain.jpg")
    try done(
      office,
      "hazard report --place 301 --category fire --text 安全出口被锁闭 --photo \(photo) --json",
      as: "zhang")
    return office
  }

  @Test func fromFindingToDelisting() throws {
    let office = try office()
    let number = "2026-001"
    #expect(
      try office("hazard study \(number) --result major --basis GB35181 --with 李娜", as: "zhang")
        .status == 77)
    try done(
      office, "hazard study \(number) --result major --basis GB35181 --with 李娜 王强", as: "li")
    let early = try office("hazard assign \(number) --to zhou --deadline +14", as: "li")
    #expect(early.status == 65 && early.trouble.contains("领导包案"), "\(early.trouble)")
    try done(office, "hazard case \(number) --leader 王强", as: "li")
    try done(
      office, "hazard commit \(number) --measures 拆除铁门 --funds 自筹8000元 --contingency 专人值守",
      as: "li")
    try done(office, "hazard safeguard \(number) --measures 停用三楼 --watcher 周婷", as: "li")
    try done(
      office, "hazard report-up \(number) --authority 区消防救援大队 --document 示统安〔2026〕5号",
      as: "li")
    try done(office, "hazard listed \(number) --authority 区安委办 --document 示安办〔2026〕12号", as: "li")
    try done(office, "hazard assign \(number) --to zhou --deadline +14", as: "li")
    try done(office, "hazard accept \(number)", as: "zhou")
    let after = PhotographTests.picture("screen.png")
    try done(
      office, "hazard submit \(number) --measures 铁门已拆除 --cost 7500元 --photo \(after)", as: "zhou")
    try done(office, "hazard verify \(number)", as: "li")
    #expect(
      try state(office, number)["state"].string == "verified", "listed: not closed by one key")
    let listed = try office("hazard close \(number)", as: "li")
    #expect(listed.status == 65 && listed.trouble.contains("摘牌"))
    try done(
      office, "hazard delisted \(number) --authority 区安委办 --document 示安办〔2026〕15号", as: "li")
    try done(office, "hazard close \(number)", as: "li")

    let hazard = try state(office, number)
    #expect(hazard["state"].string == "closed" && hazard["severity"].string == "major")
    #expect(hazard["watcher"].string == "zhou" && hazard["leader"].string == "wang")
    #expect(hazard["funds"].string == "7500元" && hazard["listed"].bool == false)
    #expect(hazard["photographs"].list.count == 2)
    #expect(
      hazard["timeline"].list.map { $0["act"].string } == [
        "reported", "photographed", "studied", "caseTaken", "committed", "safeguarded",
        "reportedUp", "listed", "assigned", "accepted", "photographed", "submitted", "verified",
        "delisted", "closed",
      ])

    let sheet = office.folder.path + "/sheet.pdf"
    try done(
      office, "report rectification \(number) --format pdf --output \(sheet)", as: "li")
    let words = output(of: ["pdftotext", "-layout", sheet, "-"])
    #expect(words.contains("安全出口被锁闭") && words.contains("铁门已拆除"))

    office.now = "2026-12-01T09:00"
    let code = try #require(
      try office("seal 2026-11 --json", as: "li").json()["code"].string)
    #expect(try office("report month 2026-11").output.contains(code))
    #expect(try office("verify --code \(code)").status == 0)
    try flipOneByte(of: "铁门已拆除", in: office.ledger)
    let changed = try office("verify --code \(code) --json")
    #expect(changed.status == 1, "\(changed.output)")
    #expect(try !changed.json()["problems"].list.isEmpty)
  }

  /// Changes one byte of a text in the file's pages, every copy of it.
  private func flipOneByte(of text: String, in ledger: String) throws {
    let url = URL(fileURLWithPath: ledger)
    var bytes = try Data(contentsOf: url)
    let wanted = Data(text.utf8)
    var found = 0
    var from = bytes.startIndex
    while let range = bytes.range(of: wanted, in: from..<bytes.endIndex) {
      // Another character of three bytes: the JSON stays whole.
      bytes[range.lowerBound + 2] ^= 1
      found += 1
      from = range.upperBound
    }
    try #require(found > 0, "the text stands in the file")
    try bytes.write(to: url)
  }

  /// One act on several, each judged on its own; the last decision taken back by its maker alone.
  @Test func severalAtOnceAndBack() throws {
    let office = try office()
    try done(office, "hazard report --place 302 --text 窗扣损坏 --category theft", as: "zhang")
    try done(office, "hazard assign 2026-001 2026-002 --to zhou --deadline +3", as: "li")
    try done(office, "hazard submit 2026-002 --measures 已换", as: "zhou")
    let run = try office(
      "hazard extend 2026-001 2026-002 2026-009 --deadline +9 --reason 等货 --json", as: "li")
    #expect(run.status == 65)
    let answers = try run.json().list
    #expect(answers.map { $0["number"].string } == ["2026-001", "2026-002", "2026-009"])
    #expect(answers.map { $0["refused"].isNull } == [true, false, false])
    #expect(try state(office, "2026-001")["extensions"].int == 1)

    try done(office, "hazard verify 2026-002", as: "li")
    #expect(try state(office, "2026-002")["state"].string == "closed")
    #expect(try office("hazard revoke 2026-002", as: "zhang").status == 65)
    try done(office, "hazard revoke 2026-002", as: "li")
    #expect(try state(office, "2026-002")["state"].string == "submitted")
    #expect(try office("hazard revoke 2026-002", as: "li").status == 65)
    #expect(try office("verify").status == 0)
  }

  @Test func aDuplicateGoesIntoTheOther() throws {
    let office = try office()
    try done(office, "hazard report --place 301 --text 出口上锁 --category fire", as: "zhang")
    #expect(try office("hazard merge 2026-002 --into 2026-002", as: "li").status == 65)
    try done(office, "hazard merge 2026-002 --into 2026-001", as: "li")
    let merged = try state(office, "2026-002")
    #expect(merged["state"].string == "withdrawn" && merged["mergedInto"].string == "2026-001")
    #expect(
      try office("hazard list --json").json().list.map { $0["number"].string } == ["2026-001"])
    let words = try office("hazard remind 2026-001", as: "li").output
    #expect(words.contains("2026-001") && words.contains("安全出口被锁闭"))
    #expect(try state(office, "2026-001")["reminders"].int == 1)
  }

  /// Order 61, article 31: mended on the spot, recorded with its mending, looked at by another.
  @Test func aBreachMendedOnTheSpot() throws {
    let office = try Office()
    let line = "hazard report --place 301 --text 防火门用木楔顶开 --breach 5"
    let bare = try office(line, as: "zhang")
    #expect(bare.status == 65 && bare.trouble.contains("当场改正"))
    #expect(try office("\(line) --breach 9 --on-spot 取走", as: "zhang").status == 64)
    try done(office, "\(line) --on-spot 取走木楔", as: "zhang")
    let hazard = try state(office, "2026-001")
    #expect(hazard["state"].string == "submitted" && hazard["category"].string == "fire")
    #expect(hazard["breach"].int == 5 && hazard["onSpot"].string == "取走木楔")
    #expect(hazard["basis"]["zh"].string?.contains("第31条第5项") ?? false)
    #expect(try office("hazard verify 2026-001", as: "zhang").status == 77)
    try done(office, "hazard verify 2026-001", as: "li")
    #expect(try state(office, "2026-001")["state"].string == "closed")
    let month = try office("report month 2026-11 --format json").json()["month"]["hazards"]
    #expect(month["fixedOnSpot"].int == 1 && month["closed"].int == 1)
  }
}
