import Almanac
import Domain
import Testing

/// How a record comes in: the third working day after the walk, by the notice for 2026.
struct EntryTests {
  struct Case: Sendable {
    var walked: Day
    var recorded: Day
    var form: String?
    var seconds: Int?
    var entry: Inspection.Entry
  }

  static let monday = Day(2026, 11, 23)

  @Test(arguments: [
    Case(walked: monday, recorded: monday, seconds: 60, entry: .onSite),
    Case(walked: monday, recorded: monday, form: "7", seconds: 60, entry: .onSite),
    Case(walked: monday, recorded: monday + 1, seconds: 60, entry: .belated),
    Case(walked: monday, recorded: monday + 1, form: "7", seconds: 60, entry: .fromPaper),
    Case(walked: monday, recorded: monday, form: "7", entry: .fromPaper),
    Case(walked: monday, recorded: monday, entry: .belated),
    Case(walked: monday, recorded: monday + 3, form: "7", entry: .fromPaper),
    Case(walked: monday, recorded: monday + 4, form: "7", entry: .belated),
    // A weekend lies between: Friday, then Monday to Wednesday.
    Case(walked: Day(2026, 11, 20), recorded: Day(2026, 11, 25), form: "7", entry: .fromPaper),
    Case(walked: Day(2026, 11, 20), recorded: Day(2026, 11, 26), form: "7", entry: .belated),
    // 13 and 14 February (a worked Saturday), then the break to the 23rd, then 24 February.
    Case(walked: Day(2026, 2, 12), recorded: Day(2026, 2, 24), form: "7", entry: .fromPaper),
    Case(walked: Day(2026, 2, 12), recorded: Day(2026, 2, 25), form: "7", entry: .belated),
    // From the last working day before the break: 24, 25, 26 February.
    Case(walked: Day(2026, 2, 14), recorded: Day(2026, 2, 26), form: "7", entry: .fromPaper),
    Case(walked: Day(2026, 2, 14), recorded: Day(2026, 2, 27), form: "7", entry: .belated),
    // Walked on Thursday 26 February: the 27th, the worked Saturday 28th, Monday 2 March.
    Case(walked: Day(2026, 2, 26), recorded: Day(2026, 3, 2), form: "7", entry: .fromPaper),
    Case(walked: Day(2026, 2, 26), recorded: Day(2026, 3, 3), form: "7", entry: .belated),
    // Over the new year: Sunday 4 January is worked, then the 5th and 6th.
    Case(walked: Day(2025, 12, 31), recorded: Day(2026, 1, 6), form: "7", entry: .fromPaper),
    Case(walked: Day(2025, 12, 31), recorded: Day(2026, 1, 7), form: "7", entry: .belated),
  ])
  func entry(_ row: Case) throws {
    let walk = WalkFixtures.walk(on: row.walked, form: row.form, seconds: row.seconds)
    let signing = try WalkFixtures.signing(walk: walk)
    #expect(signing.entry(recorded: row.recorded) == row.entry)
  }
}
