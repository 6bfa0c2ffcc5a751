import Foundation
import TestSupport
import Testing

/// Ways around a rule, each closed: what is refused by one door is not let in by another.
struct LoopholeTests {
  private func done(_ lines: [String], in office: Office) throws {
    for line in lines {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      let run = try office(words[1], as: words[0])
      try #require(run.status == 0, "\(line): \(run.trouble)")
    }
  }

  /// A hazard under an authority's listing leaves the register only after that authority's delisting.
  @Test func listedItStaysOnTheRegister() throws {
    let office = try Office()
    try done(
      [
        "zhang hazard report --place 305 --text 门锁坏 --category theft",
        "zhang hazard report --place archive --text 电缆老化 --category electrical",
        // The document is older than the office's own entry.
        "liu hazard listed 2026-002 --authority 区安委办 --document 安委3号 --day 2026-11-20",
      ], in: office)
    for line in ["hazard merge 2026-002 --into 2026-001", "hazard withdraw 2026-002 --reason 误报"] {
      let run = try office(line, as: "liu")
      #expect(run.status == 65 && run.trouble.contains("须先由挂牌机关摘牌"), "\(line): \(run)")
    }
    let other = try office(
      "hazard delisted 2026-002 --authority 街道办 --document 街办1号", as: "liu")
    #expect(other.status == 65 && other.trouble.contains("须由挂牌机关（区安委办）作出"))
    try done(
      [
        "liu hazard delisted 2026-002 --authority 区安委办 --document 安委9号",
        "liu hazard merge 2026-002 --into 2026-001",
      ], in: office)
  }

  /// A deadline once decided is made later by the supervisor alone, after declining too.
  @Test func noExtensionByAssigningAnew() throws {
    let office = try Office()
    try done(
      [
        "zhang hazard report --place 305 --text 门锁坏 --category theft",
        "liu hazard assign 2026-001 --to huang --deadline 2026-11-26",
        "huang hazard decline 2026-001 --reason 不归我管",
      ], in: office)
    let later = try office("hazard assign 2026-001 --to zhou --deadline 2026-12-30", as: "liu")
    #expect(later.status == 77 && later.trouble.contains("“延期”须由分管领导办理"), "\(later)")
    // Overdue meanwhile, it goes to another with its deadline.
    office.now = "2026-12-01T09:00"
    try done(["liu hazard assign 2026-001 --to zhou"], in: office)
    #expect(try office("hazard show 2026-001 --json").json()["deadline"].string == "2026-11-26")
    try done(["li hazard assign 2026-001 --to zhou --deadline 2026-12-10"], in: office)
  }

  /// Never assigned and overdue, it gets a day ahead; what an authority ordered keeps the authority's.
  @Test func overdueBeforeItWasAssigned() throws {
    let office = try Office()
    try done(
      [
        "zhang hazard report --place 305 --text 门锁坏 --category theft",
        "zhang hazard report --place 305 --text 通道堵塞 --category fire --source authorityOrder "
          + "--document 区消防5号 --deadline 2026-11-30",
      ], in: office)
    let undated = try office(
      "hazard report --place 305 --text 无期限 --source authorityOrder --document 区消防6号",
      as: "zhang")
    #expect(undated.status == 65 && undated.trouble.contains("须填该机关规定的期限"))
    office.now = "2027-01-05T09:00"
    try done(
      ["li hazard assign 2026-001 --to huang", "li hazard assign 2026-002 --to huang"], in: office)
    let own = try office("hazard show 2026-001 --json").json()["deadline"].string ?? ""
    #expect(own > "2027-01-05")
    #expect(try office("hazard show 2026-002 --json").json()["deadline"].string == "2026-11-30")
  }

  /// Found in the round before a break, it is not put off over the break without safeguards and a watcher.
  @Test func foundBeforeABreak() throws {
    let office = try Office(now: "2026-12-28T09:00")
    try done(
      [
        "zhang inspect 303 --round pre-holiday/2027-new-year --pass all --failed 1 "
          + "--walked 2026-12-28T08:00/08:10 --sign"
      ], in: office)
    let over = try office("hazard assign 2026-001 --to huang --deadline 2027-01-10", as: "li")
    #expect(over.status == 65 && over.trouble.contains("须先有临时防范措施和监护人"), "\(over)")
    try done(
      [
        "li hazard assign 2026-001 --to huang --deadline 2026-12-30",
        "huang hazard submit 2026-001 --measures 已更换",
      ], in: office)
    let rejected = try office(
      "hazard reject 2026-001 --reason 仍松动 --deadline 2027-01-06", as: "li")
    #expect(rejected.status == 65 && rejected.trouble.contains("2027-01-01 放假前"))
    try done(
      [
        "li hazard safeguard 2026-001 --measures 断电 --watcher zhou",
        "li hazard reject 2026-001 --reason 仍松动 --deadline 2027-01-06",
        "li hazard extend 2026-001 --deadline 2027-01-10 --reason 待配件",
      ], in: office)
    #expect(try office("verify").status == 0)
  }

  /// One who only looks on, or had left, has walked no room.
  @Test func whoWalked() throws {
    let office = try Office()
    try done(
      [
        "zhang person add kao --name 考核员 --role observer",
        "zhang person close yang --on 2026-11-10",
      ],
      in: office)
    let walk =
      "inspect 305 --round monthly/2026-11 --pass all --walked 2026-11-20T09:00/09:10 --sign --with "
    for (names, says) in [
      ("kao", "考核员当天不在任"), ("zhang --with kao", "考核员当天不在任"),
      ("zhang --with yang", "杨帆当天不在任"), ("huang", "没有有权检查的人（黄磊）"),
    ] {
      let run = try office(walk + names, as: "zhang")
      #expect(run.status == 65 && run.trouble.contains(says), "\(names): \(run)")
    }
    #expect(try office(walk + "zhang --with huang", as: "zhang").status == 0)
  }

  /// By another's hand too, nobody closes what they mended.
  @Test func noFixerClosesForAnother() throws {
    let office = try Office()
    try done(
      [
        "zhang hazard report --place 305 --text 门锁坏 --category theft",
        "li hazard assign 2026-001 --to huang --deadline 2026-11-26",
        "huang hazard submit 2026-001 --measures 已更换", "liu hazard verify 2026-001 --keep-open",
      ], in: office)
    let run = try office("hazard close 2026-001 --for li --paper 2026-11-23", as: "huang")
    #expect(run.status == 77)
    try done(["zhou hazard close 2026-001 --for li --paper 2026-11-23"], in: office)
  }

  /// What one who left decided on paper in office is entered afterwards.
  @Test func decidedOnTheLastDay() throws {
    let office = try Office()
    try done(
      [
        "zhang person add bai --name 白云 --role supervisor",
        "zhang hazard report --place 305 --text 门锁坏 --category theft",
        "zhang person close bai --on 2026-11-23",
      ], in: office)
    office.now = "2026-11-25T09:00"
    let note = "hazard note 2026-001 --text 抓紧 --for bai --paper "
    #expect(try office(note + "2026-11-23", as: "zhang").status == 0)
    let after = try office(note + "2026-11-24", as: "zhang")
    #expect(after.status == 65 && after.trouble.contains("白云已于 2026-11-23 离任"))
  }

  @Test func remindersStayShort() throws {
    let office = try Office()
    try done(["zhang hazard report --place 305 --text 门锁坏 --category theft"], in: office)
    let (fits, long) = (String(repeating: "催", count: 70), String(repeating: "催", count: 71))
    #expect(try office("hazard remind 2026-001 --text \(fits)", as: "li").status == 0)
    let run = try office("hazard remind 2026-001 --text \(long)", as: "li")
    #expect(run.status == 65 && run.trouble.contains("有71字，最多70字"))
  }

  @Test func foundAgainIsWhatWasClosed() throws {
    let office = try Office()
    try done(
      [
        "zhang hazard report --place 305 --text 门锁坏 --category theft",
        "li hazard withdraw 2026-001 --reason 误报",
      ], in: office)
    let run = try office("hazard report --place 305 --text 门锁坏 --previous 2026-001", as: "zhang")
    #expect(run.status == 65 && run.trouble.contains("没有销号过"))
  }
}
