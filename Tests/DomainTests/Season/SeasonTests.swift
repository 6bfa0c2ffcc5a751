import Almanac
import Domain
import Testing

/// Flood seasons as they are entered, set right, ended and proposed.
struct SeasonTests {
  static let summer = Season(
    id: "2026-flood", start: Day(2026, 4, 15), end: Day(2026, 10, 15), announcement: "No. 1",
    recorded: Day(2026, 3, 10))
  static let former = Season(
    id: "2025-flood", start: Day(2025, 4, 13), end: Day(2025, 10, 20), recorded: Day(2025, 3, 10))

  struct Entry: Sendable {
    var start: Day
    var end: Day
    var named: Season.ID?
    var id: Season.ID
  }

  @Test(arguments: [
    // It overlaps the one entered: set right.
    Entry(start: Day(2026, 4, 10), end: Day(2026, 4, 20), id: "2026-flood"),
    // After it: a second one of the year.
    Entry(start: Day(2026, 11, 1), end: Day(2026, 11, 20), id: "2026-flood2"),
    Entry(start: Day(2027, 4, 10), end: Day(2027, 9, 20), id: "2027-flood"),
    Entry(start: Day(2026, 11, 1), end: Day(2026, 11, 20), named: "2026-flood", id: "2026-flood"),
  ])
  func entered(_ row: Entry) throws {
    let season = try SeasonEntry(start: row.start, end: row.end)
      .season(row.named, among: [Self.former, Self.summer])
    #expect(season.id == row.id && season.start == row.start && season.end == row.end)
  }

  @Test func refused() throws {
    let day = Day(2026, 5, 1)
    #expect(throws: SeasonError.endBeforeStart) {
      try SeasonEntry(start: day, end: day - 1).season(among: [])
    }
    #expect(throws: SeasonError.noSuchSeason("2024-flood")) {
      try SeasonEntry(start: day, end: day).season("2024-flood", among: [Self.summer])
    }
    #expect(throws: SeasonError.endBeforeStart) {
      try Self.summer.ending(on: Day(2026, 4, 14), announcement: "")
    }
    #expect(throws: SeasonError.tooLong) {
      try Self.summer.ending(on: Day(2027, 4, 15), announcement: "")
    }
    #expect(throws: SeasonError.noneEntered) { try Self.bureau([]).currentSeason(on: day) }
  }

  struct Length: Sendable {
    var start = Day(2026, 4, 15)
    var end: Day
    var refused: SeasonError?
  }

  /// A season is no longer than a year, however it comes into the ledger.
  @Test(arguments: [
    Length(end: Day(2026, 4, 14), refused: .endBeforeStart),
    Length(end: Day(2026, 4, 15)),
    Length(end: Day(2027, 4, 14)),
    Length(end: Day(2027, 4, 15), refused: .tooLong),
    Length(end: Day(2062, 10, 15), refused: .tooLong),
    Length(start: Day(2028, 2, 29), end: Day(2029, 2, 27)),
    Length(start: Day(2028, 2, 29), end: Day(2029, 3, 1), refused: .tooLong),
  ])
  func length(_ row: Length) throws {
    let entry = Result { try SeasonEntry(start: row.start, end: row.end).season(among: []) }
    let whole = Season(
      id: "2026-flood", start: row.start, end: row.end, announcement: "No. 1")
    var world = try CommandTests.World()
    let set = Result { try world.perform(.set(.season(whole)), by: "admin") }
    if let refused = row.refused {
      #expect(throws: refused) { try entry.get() }
      #expect(throws: refused) { try set.get() }
    } else {
      #expect(try entry.get().end == row.end)
      #expect(try set.get() == ["season.set"])
    }
  }

  @Test func endedEarlyOrLater() throws {
    let early = try Self.summer.ending(on: Day(2026, 8, 10), announcement: "")
    #expect(early.end == Day(2026, 8, 10) && early.announcement == "No. 1")
    let later = try Self.summer.ending(on: Day(2026, 11, 1), announcement: "No. 2")
    #expect(later.id == "2026-flood" && later.start == Self.summer.start)
    #expect(later.announcement == "No. 2")
  }

  static func bureau(_ seasons: [Season]) -> Bureau {
    var bureau = MasterDataTests.bureau
    bureau.seasons = seasons
    return bureau
  }

  struct Current: Sendable {
    var day: Day
    var id: Season.ID
  }

  @Test(arguments: [
    Current(day: Day(2025, 12, 1), id: "2026-flood"),
    Current(day: Day(2026, 5, 1), id: "2026-flood"),
    Current(day: Day(2025, 10, 20), id: "2025-flood"),
    Current(day: Day(2026, 10, 16), id: "2026-flood"),
  ])
  func meantWithoutAName(_ row: Current) throws {
    #expect(try Self.bureau([Self.former, Self.summer]).currentSeason(on: row.day).id == row.id)
  }

  struct Proposal: Sendable {
    var seasons = [SeasonTests.former]
    var day: Day
    var dates: [Day]
  }

  @Test(arguments: [
    Proposal(day: Day(2026, 2, 28), dates: []),
    Proposal(day: Day(2026, 3, 1), dates: [Day(2026, 4, 13), Day(2026, 10, 20)]),
    Proposal(day: Day(2026, 10, 20), dates: [Day(2026, 4, 13), Day(2026, 10, 20)]),
    Proposal(day: Day(2026, 10, 21), dates: []),
    Proposal(seasons: [former, summer], day: Day(2026, 3, 1), dates: []),
    Proposal(seasons: [], day: Day(2026, 3, 1), dates: []),
    // The last year that has one, and its first.
    Proposal(
      seasons: [
        former, Season(id: "2025-flood2", start: Day(2025, 11, 1), end: Day(2025, 11, 9)),
      ], day: Day(2027, 3, 1), dates: [Day(2027, 4, 13), Day(2027, 10, 20)]),
    // A season that runs into the next year, on a 29 February.
    Proposal(
      seasons: [Season(id: "2023-flood", start: Day(2023, 12, 1), end: Day(2024, 2, 29))],
      day: Day(2024, 3, 1), dates: [Day(2024, 12, 1), Day(2025, 2, 28)]),
  ])
  func proposed(_ row: Proposal) {
    let entry = Self.bureau(row.seasons).proposedSeason(on: row.day)
    #expect((entry.map { [$0.start, $0.end] } ?? []) == row.dates)
  }

  /// A season is entered with its announcement's name; one that is set right keeps the former where none
  /// is named.
  @Test func theAnnouncementIsNamed() throws {
    var world = try CommandTests.World()
    func enter(_ words: String, end: Day) throws -> String? {
      let entry = SeasonEntry(start: Day(2027, 4, 15), end: end, announcement: words)
      let season = try entry.season(among: world.fold.bureau.seasons)
      try world.perform(.set(.season(season)), by: "admin")
      return world.fold.seasons["2027-flood"]?.announcement
    }
    for blank in ["", "  "] {
      #expect(throws: SeasonError.announcementMissing) {
        try enter(blank, end: Day(2027, 10, 15))
      }
    }
    #expect(try enter("No. 2 of 2027", end: Day(2027, 10, 15)) == "No. 2 of 2027")
    #expect(try enter("", end: Day(2027, 9, 30)) == "No. 2 of 2027")
    #expect(try enter("No. 9 of 2027", end: Day(2027, 9, 20)) == "No. 9 of 2027")
    let proposed = try #require(world.fold.bureau.proposedSeason(on: Day(2028, 3, 1)))
    #expect(proposed.announcement == "No. 9 of 2028")
  }

  /// Each act keeps what stood before it; a slip of the same day leaves no trace in the rounds.
  @Test func versions() throws {
    var world = try CommandTests.World()
    func enter(_ start: Day, _ end: Day) throws {
      let entry = SeasonEntry(start: start, end: end, announcement: "No. 1")
      let season = try entry.season(among: world.fold.bureau.seasons)
      try world.perform(.set(.season(season)), by: "admin")
    }
    try enter(Day(2027, 4, 1), Day(2027, 9, 1))
    try enter(Day(2027, 4, 15), Day(2027, 10, 15))
    world.now = Moment(Day(2027, 8, 1), hour: 9, minute: 0)
    try enter(Day(2027, 4, 15), Day(2027, 8, 10))
    let season = try #require(world.fold.seasons["2027-flood"])
    #expect(season.end == Day(2027, 8, 10) && season.recorded == Day(2027, 8, 1))
    #expect(season.earlier.map(\.end) == [Day(2027, 10, 15)])
    #expect(season.earlier.map(\.recorded) == [Day(2026, 11, 23)])
  }
}
