import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// A list of more hazards than one answer of the ledger holds.
struct LongListTests {
  /// A desk with 700 more hazards, all waiting to be assigned and without a deadline, so that they stand
  /// by number.
  static func crowded() throws -> Desk {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    let place = try desk.key("monthly", .office).place
    desk.write(
      (0..<700).map { number in
        Happening(
          .hazard(Hazard.ID("2026-\(1000 + number)")),
          .hazard(
            .reported(
              HazardReport(
                place: place, section: nil, text: "wire \(number)", category: .electrical))))
      })
    try desk.openHazards()
    return desk
  }

  static func screen(_ desk: Desk) throws -> HazardsScreen {
    try #require(desk.app.screen as? HazardsScreen)
  }

  static func loads(_ desk: Desk) -> Int {
    desk.effects.count { if case .load(.hazards) = $0 { true } else { false } }
  }

  struct Case: Sendable {
    var keys: String
    /// The row that is selected then.
    var row: Int
  }

  /// Wherever keys lead, the row under the mark is the one that the whole list has there.
  @Test(arguments: [
    Case(keys: "", row: 0), Case(keys: "G", row: 703), Case(keys: "Gg", row: 0),
    Case(keys: "Gk", row: 702), Case(keys: String(repeating: "j", count: 300), row: 300),
    Case(keys: "G" + String(repeating: "k", count: 300), row: 403),
    Case(keys: "Gg" + String(repeating: "j", count: 130), row: 130),
    Case(keys: "ss" + String(repeating: "j", count: 250), row: 250),
  ])
  func rows(_ row: Case) throws {
    var desk = try Self.crowded()
    try desk.type(row.keys)
    let screen = try Self.screen(desk)
    let whole = desk.ledger.openHazards.sorted(in: screen.order)

    #expect(whole.count == 704 && screen.list.position.selected == row.row)
    #expect(screen.selected?.id == whole[row.row].id)
    #expect(desk.view.contains("> " + whole[row.row].id.rawValue))
  }

  /// Most keys ask for no rows: 300 of them for four stretches at most.
  @Test func stretchesAreFewerThanKeys() throws {
    var desk = try Self.crowded()
    let before = Self.loads(desk)
    try desk.type(String(repeating: "j", count: 300))
    #expect((1...4).contains(Self.loads(desk) - before))
  }

  /// What others do moves the rows above; the mark stays on its hazard and on its row of the screen.
  @Test func theMarkStaysOnItsHazard() throws {
    var desk = try Self.crowded()
    try desk.type(String(repeating: "j", count: 290))
    let before = try Self.screen(desk)
    let selected = try #require(before.selected)
    for id in ["2026-1000", "2026-1100", "2026-1200"] as [Hazard.ID] {
      try desk.record(.hazard(id, .withdraw(reason: "twice")), by: .inspector)
    }
    let after = try Self.screen(desk)

    #expect(after.selected?.id == selected.id)
    #expect(after.list.position.selected == before.list.position.selected - 3)
    #expect(after.list.position.top == before.list.position.top - 3)
  }

  /// All that a filter finds are marked, also those that no answer has held yet.
  @Test func marksReachBeyondWhatIsLoaded() throws {
    var desk = try Self.crowded()
    try desk.type("/wire⏎*")
    #expect(try Self.screen(desk).marked.count == 700)
    try desk.type("*")
    #expect(try Self.screen(desk).marked.isEmpty)
    try desk.type("/wire 69⏎*")
    // 69, 169 to 669, and 690 to 699; their numbers, 2026-1069 and so on, find no others.
    #expect(try Self.screen(desk).marked.count == 17)
  }

  /// The bars count what the filter finds, all of it.
  @Test func barsCountAll() throws {
    var desk = try Self.crowded()
    try desk.type("/wire⏎9")
    #expect(desk.view.contains("  700 "))
  }
}
