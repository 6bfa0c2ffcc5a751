import Canvas
import Domain
import Testing

@testable import Screens

/// Photographs chosen while a finding is typed.
struct FindingPhotosTests {
  struct Case: Sendable {
    /// What is pressed; `7` after `^` is F7.
    var keys: String
    var photos: [String]
    var text: String?
  }

  private static let first = "IMG_20261123_084501.jpg"

  private func press(_ keys: String, _ desk: inout Desk) throws {
    for (index, part) in keys.split(separator: "^", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { try desk.press([.function(7)]) }
      try desk.type(String(part))
    }
  }

  @Test(arguments: [
    Case(keys: "21⏎", photos: []),
    Case(keys: "21^1⏎", photos: [first]),
    Case(keys: "2^1⏎", photos: [first]),
    Case(keys: "21^１2⏎", photos: [first, "2026-002after.png"]),
    Case(keys: "21^121⏎", photos: ["2026-002after.png"]),
    Case(keys: "21^120⏎", photos: []), Case(keys: "21^12⌫⏎", photos: []),
    Case(keys: "21^6⏎", photos: []),
    Case(keys: "2⇤1⇥1⏎", photos: [first]),
    Case(keys: "20loose^1⏎", photos: [first], text: "loose"),
  ])
  func keys(_ row: Case) throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    try press(row.keys, &desk)
    let room = try #require(desk.app.screen as? RoomScreen)
    let finding = try #require(room.draft?[room.questions[0].key]?.finding)
    #expect(finding.photos == row.photos)
    if let text = row.text { #expect(finding.text == text) }
    #expect(desk.saves.last == room.draft, "kept at once")
  }

  /// The signature attaches them to the hazard it opens, or to the one that is joined; what is gone
  /// meanwhile is left out.
  @Test func signedWithTheHazard() throws {
    var desk = try Desk(.latin, after: .autumn)
    try desk.open("monthly", .office)
    try press("2^1⏎11" + "21^12⏎", &desk)
    desk.dropped.files.remove(at: 1)
    try desk.type("99⏎")
    #expect(desk.fold.hazards["2026-001"]?.photographs.map(\.photograph.name) == [Self.first])
    let opened = try #require(desk.fold.hazards["2026-005"])
    #expect(opened.photographs.map(\.photograph.name) == [Self.first])
    #expect(opened.photographs.first?.attached.person == "zheng")
    #expect(opened.report.photos == [Self.first])
  }

  /// A finding typed anew keeps what was chosen.
  @Test func kept() throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    try press("21^1⏎↑", &desk)
    try desk.type("22⏎")
    let room = try #require(desk.app.screen as? RoomScreen)
    #expect(room.draft?[room.questions[0].key]?.finding?.photos == [Self.first])
  }
}
