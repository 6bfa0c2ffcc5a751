import Canvas
import Domain
import Testing

@testable import Screens

/// The one table of keys: no key means two things at once, every action can be found and named.
struct KeyTableTests {
  /// Keys that a screen takes before the table is asked, the only ones that hide an action: what is typed at
  /// an item that wants a value. A reading wants a number, a choice the number of an option.
  static let valueKeys: Set<Key> = Set(("0123456789.-").map(Key.character))

  /// The actions of every scene, as its screen offers them there to several persons.
  private static let reached = Result {
    try Scene.all.flatMap { scene in
      try Set([scene.chair, .inspector, .supervisor]).map { chair in
        var scene = scene
        scene.chair = chair
        let desk = try scene.desk(.latin, Scene.Window.usual[0])
        return (scene: scene.name, own: desk.app.screen.actions(desk.app.context))
      }
    }
  }

  @Test func noKeyIsGivenTwice() throws {
    for (scene, own) in try Self.reached.get() {
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
    let offered = Set(try Self.reached.get().flatMap(\.own)).union(Action.everywhere)

    #expect(Set(Action.allCases) == offered)
  }

  /// Every action offered is in the palette.
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

  /// No footer promises a key that would be typed as a value or text instead.
  @Test(arguments: ["room-reading", "room-choice", "room-text"])
  func footerTellsKeysThatWork(_ name: String) throws {
    let scene = try #require(Scene.all.first { $0.name == name })
    var desk = try scene.desk(.latin, Scene.Window.usual[1])
    if name == "room-text" { try desk.type("⎋") }
    let context = desk.app.context
    let footer = desk.app.view.text(ofRow: context.rows - 1)

    for action in desk.app.screen.actions(context) {
      for key in action.entry.keys where desk.app.screen.claims(key, context) {
        #expect(!footer.contains(" \(key.name.en) \(action.entry.label.en)"))
      }
    }
    #expect(footer.contains("Enter next step"))
  }

  /// Where a panel or question is open its own keys count: the footer tells the way out alone.
  @Test(arguments: ["finding", "signing", "alert-kind", "form-report", "quit", "today-filter"])
  func footerOfPanels(_ name: String) throws {
    let scene = try #require(Scene.all.first { $0.name == name })
    let desk = try scene.desk(.latin, Scene.Window.usual[0])

    #expect(trimmed(desk.app.view.text(ofRow: 23)) == "Esc back")
  }
}
