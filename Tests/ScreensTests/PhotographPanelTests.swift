import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// What a key does while a hazard's photographs are open.
struct PhotographPanelTests {
  struct Case: Sendable {
    var keys: String
    /// The file asked to be attached, and as what.
    var file: String?
    var role = Photograph.Role.before
  }

  /// The hazard's own two come first, the newest of them on top; then the others, the newest first.
  @Test(arguments: [
    Case(keys: "⏎", file: "2026-002after.png", role: .after),
    Case(keys: "↓⏎", file: "2026-002before.jpg"),
    Case(keys: "⇥⏎", file: "2026-002after.png", role: .after),
    Case(keys: "⇥2", file: "2026-002before.jpg"),
    Case(keys: "3", file: "IMG_20261123_084501.jpg"),
    Case(keys: "⇥3", file: "IMG_20261123_084501.jpg", role: .after),
    Case(keys: "⇥⇥３", file: "IMG_20261123_084501.jpg"),
    // Named after another hazard, it is taken when asked for again; any other key forgets that.
    Case(keys: "4"), Case(keys: "44", file: "2026-004before.jpg"),
    Case(keys: "4⏎", file: "2026-004before.jpg"), Case(keys: "4↑4"),
    Case(keys: "G⏎", file: "IMG_20261122_171230.HEIC"),
    Case(keys: "6"), Case(keys: "0"), Case(keys: "v"), Case(keys: "检"), Case(keys: "⎋3"),
  ])
  func keys(_ row: Case) throws {
    var desk = try Desk(.latin, .inspector, after: .autumn)
    try desk.openHazards()
    try desk.select("2026-002")
    try desk.type("o" + row.keys)
    let asked = desk.effects.compactMap { effect -> (Hazard.ID, String, Photograph.Role)? in
      guard case .attach(let hazard, let file, let role) = effect else { return nil }
      return (hazard, file.name, role)
    }
    #expect(asked.map(\.1) == [row.file].compactMap(\.self))
    if row.file != nil { #expect(asked.map(\.2) == [row.role]) }
    #expect(asked.allSatisfy { $0.0 == "2026-002" })
  }

  @Test func enterShowsOneThatIsAttached() throws {
    var desk = try Desk(.latin, .inspector, after: .autumn)
    try desk.openHazards()
    try desk.select("2026-002")
    try desk.type("o3g⏎")
    let seen = desk.effects.compactMap { effect -> String? in
      if case .view(let photograph) = effect { photograph.name } else { nil }
    }
    #expect(seen == ["IMG_20261123_084501.jpg"])
    #expect(desk.fold.hazards["2026-002"]?.photographs.map(\.attached.person).count == 1)
  }

  /// Who may not attach is offered no files, and the key only where there is something to see.
  @Test func anObserverLooks() throws {
    var desk = try Desk(.latin, .observer, after: .autumn)
    try desk.openHazards()
    #expect(!desk.app.screen.actions(desk.app.context).contains(.photograph))
    let photograph = try DropSamples.photograph(desk.dropped.files[0], .before)
    try desk.record(.hazard("2026-002", .photograph([photograph])), by: .inspector)
    try desk.select("2026-002")
    try desk.type("o123")
    #expect(desk.effects.allSatisfy { if case .attach = $0 { false } else { true } })
    try desk.type("⏎")
    #expect(desk.effects.contains { if case .view = $0 { true } else { false } })
  }
}
