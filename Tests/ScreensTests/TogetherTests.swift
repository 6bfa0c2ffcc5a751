import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// Several rounds walked together in one room. On 23 November an office has the monthly check (14 items)
/// open, and the weekly screening (7), the quarterly server and PC check (5) and the quarterly fire, power
/// and theft check (8).
struct TogetherTests {
  private func room(_ desk: Desk) throws -> RoomScreen {
    try #require(desk.app.screen as? RoomScreen)
  }

  struct Case: Sendable {
    var keys: String
    var plans: [String] = []
    var items: Int
  }

  @Test(arguments: [
    Case(keys: "", items: 14),
    Case(keys: "8⏎", plans: ["screening", "computers", "quarterly"], items: 34),
    Case(keys: "t⏎", plans: ["screening", "computers", "quarterly"], items: 34),
    Case(keys: "８⏎", plans: ["screening", "computers", "quarterly"], items: 34),
    Case(keys: "82⏎", plans: ["screening", "quarterly"], items: 29),
    Case(keys: "8223⏎", plans: ["screening", "computers"], items: 26),
    Case(keys: "88⏎", items: 14),
    Case(keys: "818⏎", plans: ["screening", "computers", "quarterly"], items: 34),
    Case(keys: "8⎋8123⎋", items: 14),
  ])
  func choosing(_ row: Case) throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    try desk.type("11")
    try desk.type(row.keys)

    let room = try room(desk)
    #expect(room.joined.map(\.occurrence.plan.rawValue) == row.plans)
    #expect(room.questions.map(\.number) == Array(1...row.items))
    #expect(room.list.selected == 2)
    #expect(desk.drafts.values.first?.companions == room.joined.map(\.occurrence))
  }

  /// Before the first answer nothing is kept, so that looking at what is open leaves no draft behind.
  @Test func choosingAloneLeavesNoDraft() throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    try desk.type("8⏎")
    #expect(desk.drafts.isEmpty)
    try desk.type("1")
    #expect(desk.drafts.values.first?.companions.count == 3)
  }

  /// One other round needs no panel: the key joins it and leaves it out.
  @Test func oneOtherRound() throws {
    var desk = try Desk(.latin)
    try desk.open("quarterly", .corridor)
    let alone = try room(desk).questions.count
    try desk.type("8")
    #expect(try room(desk).questions.count == alone + 5)
    #expect(try room(desk).panel == nil)
    try desk.type("8")
    #expect(try room(desk).questions.count == alone)
  }

  /// A digit at a reading is its value; the letter works there.
  @Test func atAReading() throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .archiveRoom)
    try desk.toItem(.reading)
    try desk.type("8⎋")
    #expect(try room(desk).joined.isEmpty)
    try desk.type("t⏎")
    #expect(try room(desk).joined.count == 4)
  }

  @Test(arguments: Office.allCases)
  func aRecordForEach(_ office: Office) throws {
    var desk = try Desk(office)
    try desk.open("monthly", .office)
    try desk.type("8⏎199⏎")

    let records = desk.fold.inspections.values.sorted { $0.id < $1.id }.map(\.content)
    #expect(
      records.map(\.occurrence.plan.rawValue) == ["monthly", "screening", "computers", "quarterly"])
    #expect(records.map(\.answers.count) == [14, 7, 5, 8])
    #expect(records.map(\.passedAtOnce) == [13, 7, 5, 8])
    #expect(records.allSatisfy { $0.answers.first?.number == 1 })
    #expect(desk.drafts.isEmpty)
    #expect([1, 4].allSatisfy { desk.view.contains("2026-000\($0)") })
  }

  /// The next room comes joined by itself, by Enter as well as through the list; left out in one room,
  /// the others come alone again.
  @Test func theNextRoom() throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    try desk.type("82⏎99⏎⏎")
    #expect(try room(desk).key.place == "302")
    #expect(try room(desk).joined.map(\.occurrence.plan) == ["screening", "quarterly"])
    #expect(try room(desk).draft?.entries.isEmpty == true)
    try desk.type("⎋")
    try desk.open(round: "monthly")
    try desk.type("/303⏎⏎")
    #expect(try room(desk).key.place == "303")
    #expect(try room(desk).joined.count == 2)
    try desk.type("88⏎")
    #expect(try room(desk).joined.count == 3)
    try desk.type("88⏎]")
    #expect(try room(desk).key.place == "304")
    #expect(try room(desk).joined.isEmpty)
    try desk.type("⎋")
    try desk.open("screening", .office)
    #expect(try room(desk).joined.isEmpty)
  }

  /// Gone on with after the program was killed, a walk of several rounds stays one in the next room.
  @Test func theNextRoomAfterResuming() throws {
    var desk = try Desk(.latin)
    var draft = Draft(
      occurrence: try desk.key("monthly", .office), owner: desk.office.person(.inspector),
      started: Desk.now)
    draft.companions = [try desk.key("screening", .office)]
    desk.keep(draft)
    try desk.open("monthly", .office)
    try desk.type("99⏎⏎")
    #expect(try room(desk).key.place == "302")
    #expect(try room(desk).joined.map(\.occurrence.plan) == ["screening"])
  }

  /// A draft of the Friday before, gone on with as a new week begins: no record says that its week's check
  /// began before the week.
  @Test func aRoundThatBeganAfterTheDraft() throws {
    let friday = Moment(Day(2026, 11, 20), hour: 16, minute: 30)
    for (companions, began) in [(["screening"], Desk.now), ([], friday)] {
      var desk = try Desk(.latin)
      var draft = Draft(
        occurrence: try desk.key("monthly", .office), owner: desk.office.person(.inspector),
        started: friday)
      draft.companions = try companions.map { try desk.key(Plan.ID($0), .office) }
      desk.keep(draft)
      try desk.open("monthly", .office)
      try desk.type("99⏎")
      let records = desk.fold.inspections.values.map(\.content)
      #expect(records.count == companions.count + 1)
      #expect(records.allSatisfy { $0.from == began && $0.to == Desk.now })
    }
  }

  /// Before its round begins a room can be looked at, and says from when it can be walked.
  @Test(arguments: Office.allCases)
  func beforeTheRound(_ office: Office) throws {
    var desk = try Desk(office)
    var december = try desk.key("monthly", .office)
    december.period = "2026-12"
    try desk.carryOut(desk.app.open(december))
    let words = office("本轮2026-12-01才开始", "The round starts on 2026-12-01")
    #expect(desk.view.contains(words))
    for key in ["1", "2", "31", "9", "8", "⏎", "n"] {
      try desk.type(key)
      #expect(desk.view.contains(words), "\(key)")
      #expect(try room(desk).panel == nil, "\(key)")
    }
    #expect(desk.drafts.isEmpty && desk.fold.inspections.isEmpty)
    try desk.type("↓]")
    #expect(try room(desk).key.place != december.place)
  }

  /// A room that is overdue says what its signature will count as, and then what it does.
  @Test(arguments: Office.allCases)
  func madeUpLate(_ office: Office) throws {
    var desk = try Desk(office)
    var october = try desk.key("monthly", .office)
    october.period = "2026-10"
    try desk.carryOut(desk.app.open(october))
    #expect(desk.view.contains(office("期限 2026-10-30 已过，签名后计为补检", "due 2026-10-30: signed now")))
    try desk.type("99⏎")
    #expect(desk.view.contains(office("期限已过，计为补检 1 份", "made up late: 1")))
    #expect(desk.fold.inspections.count == 1)
  }

  /// What was answered for a round left out again is not lost: it is that round's draft.
  @Test func leftOutAgain() throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    try desk.type("8⏎")
    for keys in ["2⏎", "↑1", "↑↑1"] {
      try desk.press([.end])
      try desk.type(keys)
    }
    try desk.type("88")
    #expect(try room(desk).questions.count == 14)
    #expect(desk.view.contains("3 other answers are kept"))
    try desk.type("⏎99⏎")

    #expect(desk.fold.inspections.count == 1)
    #expect(desk.fold.hazards.isEmpty)
    let left = try #require(desk.drafts.values.first)
    #expect(desk.drafts.count == 1)
    #expect(left.occurrence.plan == "quarterly" && left.entries.count == 3)
    try desk.type("⎋")
    try desk.open("quarterly", .office)
    #expect(try room(desk).answered == 3)
    #expect(try room(desk).list.selected == 0)
    try desk.type("99⏎")
    #expect(desk.fold.hazards.count == 1)
  }

  /// The other round's room, opened elsewhere, is the draft that walks it already.
  @Test func theOtherRoundsRoomLeadsToTheDraft() throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    try desk.type("8⏎11⎋")
    let draft = desk.drafts
    try desk.open("screening", .office)

    #expect(try room(desk).key.plan == "monthly")
    #expect(try room(desk).answered == 2)
    #expect(desk.view.contains("already being walked together with Monthly check"))
    #expect(desk.drafts == draft)
  }

  /// Another's is offered to be taken over, as ever.
  @Test func theOtherRoundsRoomIsAnothers() throws {
    var desk = try Desk(.latin)
    var draft = Draft(
      occurrence: try desk.key("monthly", .office), owner: desk.office.person(.head),
      started: Desk.now)
    draft.companions = [try desk.key("screening", .office)]
    desk.keep(draft)
    try desk.open("screening", .office)
    #expect(try room(desk).key.plan == "monthly")
    guard case .takeOver = try room(desk).panel else {
      Issue.record("not asked")
      return
    }
    try desk.type("1")
    #expect(try room(desk).joined.map(\.occurrence.plan) == ["screening"])
  }

  /// Signed by somebody else meanwhile, a round is let go of: said aloud, the cursor stays on its item.
  @Test func signedMeanwhile() throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    try desk.type("8⏎1")
    try desk.press([.end])
    let item = try room(desk).question?.key
    let key = try desk.key("screening", .office)
    try desk.pass(key, by: .head)

    #expect(try room(desk).joined.map(\.occurrence.plan) == ["computers", "quarterly"])
    #expect(try room(desk).question?.key == item)
    #expect(desk.view.contains("no longer walked together: Weekly screening"))
    #expect(desk.drafts.values.first?.companions.count == 2)
    try desk.type("99⏎")
    #expect(desk.fold.inspections.count == 4)
  }

  /// What a round before a break asks is proposed to be mended before it.
  @Test func theBreakOfAnotherRound() throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    var sheet = try #require(try room(desk).sheet)
    sheet.companions[2].firstOff = Day(2026, 11, 25)
    try desk.carryOut(desk.app.update(.loaded(.room(sheet))))
    func proposed() throws -> Day? {
      guard case .finding(let form) = try room(desk).panel else { return nil }
      return form.proposed
    }
    try desk.type("8⏎2")
    #expect(try proposed() == Day(2026, 11, 26))
    try desk.type("⎋")
    try desk.press([.end])
    try desk.type("2")
    #expect(try proposed() == Day(2026, 11, 24))
  }
}
