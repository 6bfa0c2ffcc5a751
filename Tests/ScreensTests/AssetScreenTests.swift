import Almanac
import Canvas
import Domain
import TestSupport
import Testing

@testable import Screens

/// The assets of the network by keys.
struct AssetScreenTests {
  /// What is over stands first, then what is missing; the list says the person, the system and what is open.
  @Test func theList() throws {
    var desk = try Desk(.latin)
    try desk.keepAssets()
    try desk.openByName(.assets)
    let names = ["Office website", "File server", "Front desk PC"]
    let rows = names.compactMap { name in desk.view.firstRange(of: name)?.lowerBound }
    #expect(rows.count == 3 && rows == rows.sorted())
    #expect(desk.view.contains("!! support ended on 2024-06-30"))
    #expect(desk.view.contains("CentOS 7") && desk.view.contains("1 critical 1 high"))
    try desk.type("/front⏎")
    #expect(!desk.view.contains("Office website"))
    #expect(desk.view.contains("! nobody answers for it"))
  }

  /// What lacks is said at its field, and nothing is written until it is there.
  @Test func entering() throws {
    var desk = try Desk(.latin)
    try desk.openByName(.assets)
    try desk.type("8")
    try desk.press([.function(8)])
    #expect(desk.view.contains("There is no sort"))
    try desk.type("Server⇥")
    try desk.press([.function(8)])
    #expect(desk.view.contains("fill in the name"))
    try desk.type("db⇥⇥Database keeper⇥⇥10.0.0.5⇥Debian 12⇥2028-06-30⇥9")
    try desk.press([.function(8)])
    #expect(desk.view.contains("The level is 1 to 5") && desk.fold.assets().isEmpty)
    try desk.press([.control("u")])
    try desk.type("2")
    try desk.press([.function(8)])
    let content = try #require(desk.fold.assetsByID["ZC2026-001"]?.content)
    #expect(content.sort == .server && content.name == "db" && content.level == 2)
    #expect(content.post == "Database keeper" && content.supportEnd == Day(2028, 6, 30))
    #expect(desk.view.contains("ZC2026-001 entered"))
  }

  /// A weakness becomes a hazard, is told once, and opens from the menu of its asset.
  @Test func aWeakness() throws {
    var desk = try Desk(.latin)
    try desk.keepAssets()
    let before = desk.fold.hazards.count
    try desk.openByName(.assets)
    try desk.type("⏎1Path traversal⇥7.5⇥CVE-2026-0001")
    try desk.press([.function(8)])
    #expect(desk.fold.hazards.count == before + 1)
    let hazard = try #require(
      desk.fold.hazards.values.first { $0.report.text == "Path traversal" })
    #expect(hazard.report.weakness?.severity == .high)
    #expect(hazard.report.weakness?.asset == "ZC2026-001")
    #expect(desk.view.contains("hazard \(hazard.id) registered"))
    try desk.type("⏎1Path traversal⇥7.5")
    try desk.press([.function(8)])
    #expect(desk.fold.hazards.count == before + 1)
    #expect(desk.view.contains("registered and still open"))
    try desk.type("⏎4")
    #expect(desk.view.contains("weakness: critical") && desk.view.contains("CVE-2022-3602"))
  }

  /// The version that mends it is recorded from the hazard's menu, and shown with the hazard.
  @Test func patching() throws {
    var desk = try Desk(.latin, .supervisor)
    try desk.keepAssets()
    let hazard = try #require(
      desk.fold.hazards.values.first { $0.report.weakness?.severity == .critical })
    let acts = hazard.possibleActs(for: desk.app.context.person)
    #expect(acts.contains(.patch))
    try desk.record(
      .hazard(hazard.id, .oversee(.patch(Patch(version: "3.0.7", proof: "scan 2")))),
      by: .supervisor)
    let kept = try #require(desk.fold.hazards[hazard.id])
    let lines = HazardDetail(hazard: kept, context: desk.app.context).lines(width: 76)
    #expect(lines.contains { $0.contains("patched version: 3.0.7; proof: scan 2") })
  }

  @Test func retiring() throws {
    var desk = try Desk(.latin)
    try desk.keepAssets()
    try desk.openByName(.assets)
    try desk.type("⏎3")
    try desk.press([.function(8)])
    #expect(desk.view.contains("Give the reason"))
    try desk.type("moved to the cloud")
    try desk.press([.function(8)])
    #expect(desk.fold.assetsByID["ZC2026-001"]?.reason == "moved to the cloud")
    #expect(!desk.view.contains("Office website"))
  }

  /// Who may not keep the register is not offered it; all who may report hazards register weaknesses.
  @Test func whoIsOfferedWhat() throws {
    for role in Role.allCases {
      var desk = try Desk(.latin, newcomer: Person(id: "newcomer", name: "Ann", roles: [role]))
      try desk.keepAssets()
      try desk.openByName(.assets)
      let may = RoleTable.roles(of: "keepAssets").contains(role.rawValue)
      let actions = desk.app.screen.actions(desk.app.context)
      #expect(actions.contains(.addAsset) == may, "\(role)")
      try desk.type("⏎")
      #expect(desk.view.contains("Retire: switched off") == may, "\(role)")
      let reports = RoleTable.roles(of: "reportHazard").contains(role.rawValue)
      #expect(desk.view.contains("Register a weakness") == reports, "\(role)")
    }
  }

  /// Only what is over is told on Today, to who keeps the register.
  @Test func fromToday() throws {
    var desk = try Desk(.latin, rows: 40, after: .none)
    try desk.keepAssets()
    #expect(desk.view.contains("Office website (support ended on 2024-06-30)"))
    var other = try Desk(.latin, .rectifier, after: .none)
    try other.keepAssets()
    #expect(!other.view.contains("Assets to see to"))
  }
}
