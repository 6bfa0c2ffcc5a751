import Almanac
import Domain
import TestSupport
import Testing

/// The register of assets: who may keep it, what is refused, what is missing or late.
struct AssetTests {
  typealias My = AssetWorld

  @Test func enteredChangedRetired() throws {
    var world = My()
    try world.perform(.add([My.site]))
    #expect(world.fold.assetsByID["ZC2026-001"]?.content == My.site)
    var changed = My.site
    changed.system = "Debian 13"
    try world.perform(.act("ZC2026-001", .edit(changed, reason: "upgraded")))
    let asset = try #require(world.fold.assetsByID["ZC2026-001"])
    #expect(asset.content.system == "Debian 13" && asset.original == My.site)
    #expect(throws: AssetError.sameAsBefore) {
      try world.perform(.act("ZC2026-001", .edit(changed)))
    }
    #expect(throws: AssetError.reasonMissing) {
      try world.perform(.act("ZC2026-001", .retire(reason: " ")))
    }
    try world.perform(.act("ZC2026-001", .retire(reason: "closed")))
    #expect(world.fold.assetsByID["ZC2026-001"]?.retired?.person == "admin")
    #expect(throws: AssetError.isRetired("ZC2026-001")) {
      try world.perform(.act("ZC2026-001", .edit(My.site)))
    }
    #expect(throws: AssetError.noSuchAsset("ZC2026-009")) {
      try world.perform(.act("ZC2026-009", .retire(reason: "x")))
    }
  }

  struct Wrong: Sendable {
    var refused: AssetError
    var change: @Sendable (inout Asset.Content) -> Void
  }

  @Test(arguments: [
    Wrong(refused: .nameMissing) { $0.name = "  " },
    Wrong(refused: .noSuchPerson("nobody")) { $0.person = "nobody" },
    Wrong(refused: .left("Name of gone", last: Day(2026, 6, 30))) { $0.person = "gone" },
    Wrong(refused: .noSuchPlace("moon")) { $0.place = "moon" },
    Wrong(refused: .badLevel("6")) { $0.level = 6 },
    Wrong(refused: .badLevel("0")) { $0.level = 0 },
  ])
  func refusals(_ row: Wrong) throws {
    var world = My()
    var content = My.site
    row.change(&content)
    #expect(throws: row.refused) { try world.perform(.add([My.site, content])) }
    #expect(world.fold.assets().isEmpty)
  }

  @Test func roles() throws {
    for role in Role.allCases {
      let person = Person(id: "p", name: "p", roles: [role])
      let asset = try #require(
        Asset(
          id: "ZC2026-001", beginning: .added(My.site),
          Stamp(at: Moment(My.today, hour: 9, minute: 0), day: My.today, actor: "admin")))
      let situation = Situation(
        now: Moment(My.today, hour: 9, minute: 0), actor: person,
        numbering: Numbering(year: 2026, hazard: 1, inspection: 1))
      let result = Result {
        try asset.decide(.retire(reason: "x"), of: My().fold.bureau, in: situation)
      }
      if RoleTable.roles(of: "keepAssets").contains(role.rawValue) {
        #expect(throws: Never.self, "\(role)") { try result.get() }
      } else {
        #expect(throws: NotPermitted(.keepAssets), "\(role)") { try result.get() }
      }
    }
  }

  /// The same table again enters nothing; one that stands in it twice is two.
  @Test func importedTwice() throws {
    var world = My()
    let table = [My.site, My.site]
    #expect(try world.perform(.add(table, isImport: true)).count == 2)
    #expect(try world.perform(.add(table, isImport: true)).isEmpty)
  }

  /// Levels as GB/T 22240-2020 counts them, from one to five.
  @Test func levels() throws {
    for (text, level) in [
      ("", nil), ("none", nil), ("未定级", nil), ("1", 1), ("二级", 2), ("第三级", 3), ("level 4", 4),
      ("5", 5),
    ] as [(String, Int?)] {
      #expect(try Asset.level(typed: text) == level, "\(text)")
    }
    for text in ["0", "6", "高"] {
      #expect(throws: AssetError.badLevel(text)) { try Asset.level(typed: text) }
    }
  }

  /// By number, name, address or host; nothing where two fit alike, or where it is retired.
  @Test func found() throws {
    var world = My()
    try world.perform(
      .add([
        My.site, .init(sort: .server, name: "db", address: "10.0.0.5"),
        .init(sort: .server, name: "twin", address: "10.0.0.6"),
        .init(sort: .system, name: "Twin", address: "10.0.0.6"),
        .init(sort: .server, name: "old", address: "10.0.0.7"),
      ]))
    try world.perform(.act("ZC2026-005", .retire(reason: "x")))
    for (text, id) in [
      ("ZC2026-001", "ZC2026-001"), ("site", "ZC2026-001"), ("www.example.test", "ZC2026-001"),
      ("http://www.example.test:8080/a", "ZC2026-001"), ("10.0.0.5", "ZC2026-002"),
      ("10.0.0.5:443", "ZC2026-002"), ("10.0.0.6", nil), ("twin", nil), ("10.0.0.7", nil),
      ("10.0.0.50", nil), ("", nil),
    ] as [(String, Asset.ID?)] {
      #expect(world.fold.assets().asset(named: text)?.id == id, "\(text)")
    }
  }

  struct Gaps: Sendable {
    var gaps: [AssetGap]
    var day = My.today
    var change: @Sendable (inout Asset.Content) -> Void = { _ in }
  }

  @Test(arguments: [
    Gaps(gaps: []),
    Gaps(gaps: [.noPerson]) { $0.person = nil },
    Gaps(gaps: [.noPost]) { $0.post = nil },
    Gaps(gaps: [.noPlace]) { $0.place = nil },
    Gaps(gaps: [], day: Day(2028, 6, 30)),
    Gaps(gaps: [.supportOver(Day(2028, 6, 30))], day: Day(2028, 7, 1)),
  ])
  func missing(_ row: Gaps) throws {
    var world = My()
    var content = My.site
    row.change(&content)
    try world.perform(.add([content]))
    let standing = try #require(world.book(on: row.day).assets.first)
    #expect(standing.gaps == row.gaps)
    #expect(standing.mark == (row.gaps.first.map { $0.isOverdue ? "!!" : "!" } ?? ""))
  }

  /// One who answers for an asset may leave; from the day after it is a gap, and may stay through an edit.
  @Test func thePersonLeaves() throws {
    var world = My()
    try world.perform(.add([My.site]))
    var cat = try #require(world.fold.persons["cat"])
    cat.to = Day(2026, 11, 25)
    try world.perform(.set(.person(cat)))
    #expect(world.book(on: Day(2026, 11, 25)).assets[0].gaps == [])
    let after = Day(2026, 11, 26)
    let gap = AssetGap.personLeft("Name of cat", last: Day(2026, 11, 25))
    #expect(world.book(on: after).assets[0].gaps == [gap])
    let admin = try #require(world.fold.persons["admin"])
    #expect(
      world.book(on: after).reminder(for: admin)?.en.contains("Assets to see to: 1, Site") == true)
    #expect(world.book(on: after).reminder(for: try #require(world.fold.persons["cat"])) == nil)
    var content = My.site
    content.note = "x"
    try world.perform(.act("ZC2026-001", .edit(content)), on: after)
    #expect(world.fold.assetsByID["ZC2026-001"]?.content.person == "cat")
  }

  /// Of each plan the last round counts: due and not walked, unless one since was walked.
  @Test func notPatrolled() throws {
    var world = My()
    try world.perform(.add([My.site]))
    let (before, last, next) = (Day(2026, 11, 13), Day(2026, 11, 20), Day(2026, 11, 27))
    func gaps(_ rounds: (String, Trigger.Kind, Day, OccurrenceState)...) throws -> [AssetGap] {
      let rounds = try rounds.map { try world.round($0.0, $0.1, "web", due: $0.2, $0.3) }
      return world.book(rounds).assets[0].gaps
    }
    let missed = AssetGap.notPatrolled(Bilingual(zh: "w", en: "w"), due: last)
    #expect(try gaps(("w", .weekly, last, .missed)) == [missed])
    #expect(try gaps(("w", .weekly, last, .overdue)) == [missed])
    #expect(try gaps(("w", .weekly, before, .missed), ("w", .weekly, last, .done)) == [])
    #expect(try gaps(("w", .weekly, last, .missed), ("w", .weekly, next, .open)) == [missed])
    #expect(try gaps(("w", .weekly, last, .missed), ("w", .weekly, next, .done)) == [])
    #expect(try gaps(("w", .weekly, last, .excused)) == [])
    #expect(try gaps(("d", .daily, last, .missed)) == [])
    #expect(
      try gaps(("q", .quarterly, last, .done), ("w", .weekly, last, .missed)) == [missed])
  }

  @Test func placesWithoutAnAsset() throws {
    var world = My()
    #expect(world.book().bare.map(\.id) == ["lan", "web"])
    try world.perform(.add([My.site]))
    #expect(world.book().bare.map(\.id) == ["lan"])
    try world.perform(.act("ZC2026-001", .retire(reason: "x")))
    #expect(world.book().bare.map(\.id) == ["lan", "web"])
  }
}
