import Canvas
import Domain
import Testing

@testable import Screens

/// The one table of keys: no key means two things at once, every action can be found and named.
struct KeyTableTests {
  /// Keys that a screen takes before the table is asked: what is typed at an item that wants a value. The
  /// table of SCREENS says so for readings; options of a choice are picked by their number.
  static let valueKeys: Set<Key> = Set(("0123456789.-").map(Key.character))

  /// The actions of every scene, as its screen offers them there.
  private static func reached() throws -> [(scene: String, own: [Action])] {
    try Scene.all.flatMap { scene in
      try Set([scene.chair, .inspector, .supervisor]).map { chair in
        var scene = scene
        scene.chair = chair
        let desk = try scene.desk(.latin, Scene.Window.usual[0])
        return (scene.name, desk.app.screen.actions(desk.app.context))
      }
    }
  }

  @Test func noKeyIsGivenTwice() throws {
    for (scene, own) in try Self.reached() {
      let all = own + Action.everywhere.filter { !own.contains($0) }
      let keys = all.flatMap(\.entry.keys)
      let twice = Set(keys.filter { key in keys.count { $0 == key } > 1 })

      #expect(twice.isEmpty, "\(scene): \(twice)")
      #expect(Set(own).count == own.count, "\(scene)")
    }
  }

  /// No action takes a key that moves in every list, but for Space, which ticks a room's items.
  @Test func movingStaysFree() throws {
    let moving: Set<Key> = Set(
      "jkgG".map(Key.character) + [
        .up, .down, .home, .end, .pageUp, .pageDown, .control("f"), .control("b"), .tab, .backTab,
      ])
    for action in Action.allCases {
      #expect(moving.isDisjoint(with: action.entry.keys), "\(action)")
    }
  }

  @Test func everyActionIsNamed() {
    for action in Action.allCases {
      #expect(!action.entry.label.zh.isEmpty)
      #expect(!action.entry.label.en.isEmpty)
      #expect(action.entry.label.zh != action.entry.label.en, "\(action)")
    }
  }

  @Test func everyActionIsOfferedSomewhere() throws {
    let offered = Set(try Self.reached().flatMap(\.own)).union(Action.everywhere)

    // Not reached by scenes: closing alone needs a hazard verified by one who may not close.
    #expect(Set(Action.allCases).subtracting(offered) == [.close])
  }

  /// Every action offered is in the palette, found by its Chinese initials' word and by its English one.
  @Test func everyActionIsInThePalette() throws {
    for scene in Scene.all where scene.isPersonKnown && scene.window == nil {
      var desk = try scene.desk(.latin, Scene.Window.usual[0])
      guard desk.app.overlay == nil, !desk.app.screen.claims(.character(":"), desk.app.context)
      else { continue }
      let own = desk.app.screen.actions(desk.app.context)
      try desk.type(":")
      let palette = try #require(desk.app.overlay as? PaletteOverlay)
      for action in own + Action.everywhere where action != .palette {
        #expect(palette.actions.contains(action), "\(scene.name): \(action)")
      }
    }
  }

  /// Choosing in the palette does what the key does.
  @Test func paletteActs() throws {
    var desk = try Desk(.latin)
    try desk.type(":open haz⏎")

    #expect(desk.app.screen is HazardsScreen)
    #expect(desk.app.overlay == nil)
  }

  /// An item that wants a value takes digits, point and minus before the table does, and nothing else.
  @Test func valueItemsTakeOnlyWhatIsTyped() throws {
    for (plan, kind, asks) in [
      ("monthly", .archiveRoom, .reading), ("quarterly", .corridor, .choice),
    ] as [(Plan.ID, PlaceKind, Desk.Asks)] {
      var desk = try Desk(.latin)
      try desk.open(plan, kind)
      try desk.toItem(asks)
      let context = desk.app.context
      let taken = desk.app.screen.actions(context).flatMap(\.entry.keys).filter {
        desk.app.screen.claims($0, context)
      }

      #expect(!taken.isEmpty)
      #expect(Self.valueKeys.isSuperset(of: taken))
    }
  }
}
