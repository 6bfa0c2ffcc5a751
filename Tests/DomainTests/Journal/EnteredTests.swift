import Almanac
import Domain
import Testing

/// What is entered for another (entered by wang unless said otherwise), and what is given to whom.
struct EnteredTests {
  static let today = Day(2026, 11, 23)

  /// A hazard found on the walk of 20 November and signed in on the 23rd.
  static func world() throws -> CommandTests.World {
    var world = try CommandTests.World()
    var walk = world.walk(
      WalkFixtures.clean.merging([WalkFixtures.socket: .fail(Finding(text: "loose"))]) { $1 })
    walk.walk = WalkFixtures.walk(on: Day(2026, 11, 20), inspectors: ["wang"], seconds: nil)
    try world.perform(.sign(walk), by: "wang")
    return world
  }

  static let assign = Command.hazard("2026-001", .assign(to: "wang", deadline: Day(2026, 11, 30)))

  struct Case: Sendable {
    var paper: Day
    var refused: EnteredError?
  }

  @Test(arguments: [
    Case(
      paper: Day(2026, 11, 19),
      refused: .paperBeforeFinding(Day(2026, 11, 19), found: Day(2026, 11, 20))),
    Case(paper: Day(2026, 11, 20)),
    Case(paper: today),
    Case(paper: today + 1, refused: .paperInFuture(today + 1)),
  ])
  func theDateOnThePaper(_ row: Case) throws {
    var world = try Self.world()
    let entered = Entered(by: "wang", paper: row.paper)
    if let refused = row.refused {
      #expect(throws: refused) { try world.perform(Self.assign, by: "boss", entered: entered) }
      #expect(refused.message.zh.contains(row.paper.description))
    } else {
      try world.perform(Self.assign, by: "boss", entered: entered)
    }
    #expect(world.fold.hazards["2026-001"]?.state == (row.refused == nil ? .assigned : .reported))
  }

  /// What was reported on paper was found by the day written there: what was decided on paper after that
  /// day and before its entry can be entered too.
  @Test func reportedOnPaper() throws {
    var world = try CommandTests.World()
    let report = HazardReport(place: "301", text: "loose", category: .electrical)
    let paper = Entered(by: "wang", paper: Day(2026, 11, 18))
    try world.perform(.report(report), by: "boss", entered: paper)
    #expect(world.fold.hazards["2026-001"]?.reported == Day(2026, 11, 18))
    let entered = Entered(by: "wang", paper: Day(2026, 11, 19))
    try world.perform(Self.assign, by: "boss", entered: entered)
  }

  /// Every role that does anything may enter for another; who only looks may not.
  @Test(arguments: Role.allCases)
  func whoMayEnterForAnother(_ role: Role) throws {
    var world = try Self.world()
    let typist = Person(id: "typist", name: "Typist", roles: [role])
    try world.perform(.set(.person(typist)), by: "admin")
    let entered = Entered(by: typist.id, paper: Self.today)
    if role == .observer {
      #expect(throws: NotPermitted(.enterFor)) {
        try world.perform(Self.assign, by: "boss", entered: entered)
      }
      #expect(throws: NotPermitted(.enterFor)) {
        try world.perform(
          .countersign(WalkFixtures.occurrence.key.round, "finance", paper: Self.today),
          by: "zhao", entered: entered)
      }
    } else {
      try world.perform(Self.assign, by: "boss", entered: entered)
      try world.perform(
        .countersign(WalkFixtures.occurrence.key.round, "finance", paper: Self.today),
        by: "zhao", entered: entered)
    }
  }

  @Test func aStrangerEntersNothing() throws {
    var world = try Self.world()
    #expect(throws: NotPermitted(.enterFor)) {
      try world.perform(Self.assign, by: "boss", entered: Entered(by: "x", paper: Self.today))
    }
  }

  struct Leaving: Sendable {
    var last: Day
    var isRefused: Bool
  }

  /// Nothing is given to one who has left, or leaves today.
  @Test(arguments: [
    Leaving(last: today - 3, isRefused: true),
    Leaving(last: today, isRefused: true),
    Leaving(last: today + 1, isRefused: false),
  ])
  func nothingIsGivenToOneWhoHasLeft(_ row: Leaving) throws {
    var world = try Self.world()
    let gone = Person(id: "gone", name: "Mr Gone", roles: [.rectifier], to: row.last)
    try world.perform(.set(.person(gone)), by: "admin")
    let deadline = Day(2026, 11, 30)
    let assigned = Result {
      try world.perform(.hazard("2026-001", .assign(to: gone.id, deadline: deadline)), by: "boss")
    }
    try world.perform(.hazard("2026-001", .assign(to: "wang", deadline: deadline)), by: "boss")
    let transferred = Result {
      try world.perform(.hazard("2026-001", .transfer(to: gone.id, reason: "r")), by: "wang")
    }
    for result in [assigned, transferred] {
      if row.isRefused {
        #expect(throws: HazardError.rectifierLeft("Mr Gone", last: row.last)) { try result.get() }
      } else {
        #expect(throws: Never.self) { try result.get() }
      }
    }
    let words = HazardError.rectifierLeft("Mr Gone", last: row.last).message
    #expect(words.en.contains("Mr Gone is \(row.last)") && words.zh.contains("\(row.last)"))
  }

  struct Locked: Sendable {
    var period: String
    var refused: SigningError?
  }

  /// A locked room is recorded from the first day of the round.
  @Test(arguments: [
    Locked(period: "2026-11"),
    Locked(period: "2026-12", refused: .tooEarly(start: Day(2026, 12, 1))),
  ])
  func aLockedRoom(_ row: Locked) throws {
    var world = try CommandTests.World()
    let key = OccurrenceKey(plan: "monthly", place: "301", period: row.period)
    let result = Result { try world.perform(.noEntry(key, reason: "locked"), by: "wang") }
    if let refused = row.refused {
      #expect(throws: refused) { try result.get() }
      #expect(refused.message.en.contains("2026-12-01"))
    } else {
      #expect(try result.get() == ["occurrence.noEntry"])
    }
  }

  @Test func aRecordOfSomebodyElseNamesThePerson() throws {
    var world = try Self.world()
    let record = try #require(world.fold.inspections.keys.first)
    #expect(throws: RecordError.notOwn("Wang")) {
      try world.perform(.withdraw(record, reason: "r"), by: "zhao")
    }
  }
}
