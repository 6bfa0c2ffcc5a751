import Canvas
import Domain
import Testing

@testable import Screens

/// How many keys a walk costs, on the list of an office with 14 items to tick.
struct KeystrokeTests {
  /// One way to sign a room.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var keys: String
    var most: Int
    var findings = 0
    var passedAtOnce = 0

    var testDescription: String { name }
  }

  static let ticks = String(repeating: "1", count: 14)

  /// From the open room, by digits and Enter alone: an input method that is on takes neither.
  @Test(
    arguments: [
      Case(name: "the rest passes", keys: "99⏎", most: 4, passedAtOnce: 14),
      Case(name: "each ticked", keys: ticks + "⏎", most: 18),
      Case(
        name: "each ticked, one found", keys: "121⏎" + ticks.dropLast(2) + "⏎", most: 21,
        findings: 1),
      Case(
        name: "one found, the rest passes", keys: "21⏎99⏎", most: 4 + 3, findings: 1,
        passedAtOnce: 13),
    ], Office.allCases)
  func fromTheRoom(_ row: Case, _ office: Office) throws {
    var desk = try Desk(office)
    try desk.open("monthly", .office)
    try desk.type(row.keys)

    #expect(row.keys.count <= row.most)
    #expect(row.keys.allSatisfy { $0 == "⏎" || $0.isNumber })
    let record = try #require(desk.fold.inspections.values.first)
    #expect(record.content.answers.count == 14)
    #expect(record.findings == row.findings)
    #expect(record.content.passedAtOnce == row.passedAtOnce)
    #expect(desk.fold.hazards.count == row.findings)
    #expect(desk.drafts.isEmpty)
  }

  /// From the first screen: the room where inspecting goes on, all passes, signed.
  @Test(arguments: Office.allCases)
  func fromToday(_ office: Office) throws {
    var desk = try Desk(office)
    try desk.open("monthly", .office)
    try desk.type("0⎋")
    let keys: [Key] = [.function(3)] + "99⏎".keys
    try desk.press(keys)

    #expect(keys.count <= 6)
    #expect(desk.fold.inspections.count == 1)
  }

  /// Through the lists instead: the filter finds the round, Enter opens it and the first room.
  @Test func throughTheLists() throws {
    var desk = try Desk(.chinese, .inspector, after: .none)
    try desk.open(round: "monthly")
    let keys = "↓↓⏎99⏎"
    try desk.type(keys)

    #expect(keys.count <= 6)
    #expect(desk.fold.inspections.values.first?.occurrence.place == "301")
  }

  /// A finding costs three keys where a tick costs one: `2`, its number, Enter.
  @Test func findingAlone() throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    try desk.type("21⏎")

    let screen = try #require(desk.app.screen as? RoomScreen)
    #expect(screen.panel == nil)
    #expect(desk.saves.last?.entries.first?.answer.finding?.text == "Loose socket plate")
  }

  /// The digit after the phrase is the spot; full-width digits do as well.
  @Test(arguments: ["213⏎", "２１３⏎"])
  func spot(_ keys: String) throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    try desk.type(keys)

    #expect(desk.saves.last?.entries.first?.answer.finding?.spot == "Under a desk")
  }
}
