import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// The palette has all that can be done where it is opened, also what has no key.
struct PaletteTests {
  /// Every act of a hazard's menu is found by its name, and leads where the menu leads.
  @Test func everyActOfAHazard() throws {
    for chair in [Office.Chair.rectifier, .supervisor] {
      var desk = try Desk(.chinese, chair, after: .autumn)
      try desk.openHazards()
      for id in ["2026-001", "2026-002", "2026-003"] as [Hazard.ID] {
        try desk.select(id)
        let hazard = try #require(desk.fold.hazard(id))
        for kind in hazard.possibleActs(for: desk.app.context.person) where kind != .revoke {
          try desk.type(":")
          try desk.press([.paste(kind.name.zh)])
          let name = kind.action?.label.zh ?? kind.name.zh
          if kind.action == nil { #expect(desk.view.contains("> " + name), "\(id) \(kind)") }
          try desk.press([.escape])
        }
      }
    }
  }

  /// A key that leads somewhere leads there from the palette too; the one that opened it puts it away.
  @Test func functionKeysLeadOn() throws {
    var desk = try Desk(.latin, .supervisor, after: .autumn)
    try desk.type(":haz")
    try desk.press([.function(4)])
    #expect(desk.app.overlay == nil && desk.app.screen is HazardsScreen)
    try desk.press([.function(9), .function(9)])
    #expect(desk.app.overlay == nil && desk.app.screen is HazardsScreen)
  }

  @Test func anActWithoutAKeyOpensItsForm() throws {
    var desk = try Desk(.chinese, .supervisor, after: .autumn)
    try desk.openHazards()
    try desk.select("2026-003")
    try desk.type(":")
    try desk.press([.paste(HazardCommand.Kind.withdraw.name.zh), .enter])
    let screen = try #require(desk.app.screen as? HazardsScreen)
    #expect(screen.form?.purpose == .act(.withdraw))
  }

  /// What was done meanwhile elsewhere is possible no more: nothing is done in its place.
  @Test func anActThatIsGoneDoesNothing() throws {
    var desk = try Desk(.chinese, .rectifier, after: .autumn)
    let person = desk.app.context.person
    let hazard = try #require(
      desk.ledger.openHazards.first { $0.possibleActs(for: person).contains(.accept) })
    try desk.openHazards()
    try desk.select(hazard.id)
    try desk.type(":")
    try desk.press([.paste(HazardCommand.Kind.accept.name.zh)])
    try desk.record(.hazard(hazard.id, .accept), by: .rectifier)
    desk.forget()
    try desk.press([.enter])
    #expect(desk.app.overlay == nil)
    #expect(!desk.effects.contains { $0.isSigned })
  }

  @Test func aRecordIsCorrectedByName() throws {
    var desk = try Desk(.chinese, .inspector, after: .autumn)
    let record = try #require(desk.fold.inspections.values.first { $0.withdrawn == nil })
    try desk.open(RecordScreen(id: record.id))
    try desk.type(":更正")
    try desk.press([.enter])
    let screen = try #require(desk.app.screen as? RecordScreen)
    let mayCorrect = screen.refusal(desk.app.context) == nil
    let isOpen = if case .correction? = screen.panel { true } else { false }
    #expect(isOpen == mayCorrect)
  }
}
