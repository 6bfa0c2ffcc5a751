import Almanac
import Canvas
import Testing

@testable import Screens

/// A person's own keys: they work, show everywhere, and never clash.
struct KeyMapTests {
  @Test func theTableItselfHasNoClash() {
    #expect(KeyMap.usual.clashes.isEmpty)
  }

  /// What a screen offers is in the table of its place, so that no clash there is overlooked.
  @Test func placesHoldWhatScreensOffer() throws {
    for scene in Scene.all {
      let desk = try scene.desk(.latin, Scene.Window.usual[0])
      let screen = desk.app.screen
      let known = Set(KeyPlace(of: screen).own)
      #expect(known.isSuperset(of: screen.actions(desk.app.context)), "\(scene.name)")
    }
  }

  struct Case: Sendable {
    var changes: [KeyMap.Change]
    /// The actions whose change is left out.
    var refused: [Action] = []
  }

  @Test(arguments: [
    Case(changes: [.init(.allPass, [.character("=")])]),
    // 2 fails an item in the same place.
    Case(changes: [.init(.pass, [.character("2")])], refused: [.pass]),
    // The same key in two places that never meet.
    Case(changes: [.init(.sort, [.character("=")]), .init(.sign, [.character("=")])]),
    // Two may change places; of a clash between two changes the later goes.
    Case(changes: [.init(.pass, [.character("2")]), .init(.fail, [.character("1")])]),
    Case(
      changes: [.init(.pass, [.character("=")]), .init(.fail, [.character("=")])], refused: [.fail]),
    // Everywhere is in every place.
    Case(changes: [.init(.mouse, [.character("T")])], refused: [.mouse]),
    Case(changes: [.init(.mouse, [.character("1")])], refused: [.mouse]),
    // Keys that move or close stay as they are.
    Case(changes: [.init(.sort, [.character("j")])], refused: [.sort]),
    Case(changes: [.init(.sort, [.control("c")])], refused: [.sort]),
    Case(changes: [.init(.back, [.function(12)])], refused: [.back]),
  ])
  func changes(_ row: Case) {
    let map = KeyMap(row.changes)
    #expect(map.refusals.map(\.change.action) == row.refused)
    #expect(map.clashes.isEmpty)
    for change in row.changes {
      let isTaken = !row.refused.contains(change.action)
      #expect(map.keys(of: change.action) == (isTaken ? change.keys : change.action.entry.keys))
    }
  }

  /// Footer, help and palette tell the person's own keys, and these work.
  @Test func ownKeysShowAndWork() throws {
    var desk = try Desk(.latin)
    desk.app.context.keyMap = KeyMap([
      KeyMap.Change(.help, [.character("!")]), KeyMap.Change(.hazards, [.function(11)]),
      KeyMap.Change(.sort, [.character("=")]),
    ])
    #expect(desk.view.contains("F11 Hazards"))
    try desk.press([.function(4)])
    #expect(desk.app.screen is TodayScreen)
    try desk.press([.function(11)])
    #expect(desk.app.screen is HazardsScreen)
    #expect(desk.view.contains("! help"))
    try desk.type("!!")
    #expect(desk.view.contains("=                sort"))
    try desk.type("⎋:sort")
    let row = desk.view.split(separator: "\n").first { $0.contains("> sort") }
    #expect(row?.contains("=") == true)
  }

  /// What a screen is for is told with the person's own keys, never with those that do nothing any more.
  @Test(arguments: Office.allCases)
  func purposesNameOwnKeys(_ office: Office) {
    let changed: [(action: Action, number: Int)] = [
      (.open, 4), (.acts, 5), (.inspection, 6), (.pass, 7), (.fail, 8), (.notApplicable, 9),
    ]
    let own = KeyMap(
      changed.map { KeyMap.Change($0.action, [.function($0.number + 10)]) })
    #expect(own.refusals.isEmpty)
    for place in KeyPlace.allCases {
      let told = place.purpose(with: own)[office.language]
      #expect(!told.contains("Enter") && !told.contains("F3"), "\(place)")
      #expect(!told.contains("1 ") && !told.contains("2 "), "\(place)")
    }
    #expect(KeyPlace.today.purpose(with: own)[office.language].contains("F16"))
    #expect(KeyPlace.room.purpose(with: own)[office.language].contains("F19"))
  }
}

/// What is asked for by name, and how the program looks and speaks.
struct CommandTests {
  @Test func recentCommandsComeFirst() throws {
    var desk = try Desk(.latin)
    try desk.type(":mouse⏎:open haz⏎:")
    let palette = try #require(desk.app.overlay as? PaletteOverlay)
    #expect(Array(palette.actions.prefix(2)) == [.hazards, .mouse])
    #expect(Set(palette.actions).count == palette.actions.count)
  }

  /// What was chosen in a sitting before stands first too, but for what is not possible here.
  @Test func recentCommandsOfBefore() throws {
    var desk = try Desk(.latin)
    desk.app.recent = [Action.sealMonth, .calendar, .mouse].map(\.rawValue)
    try desk.type(":")
    let palette = try #require(desk.app.overlay as? PaletteOverlay)
    #expect(Array(palette.actions.prefix(2)) == [.calendar, .mouse])
    #expect(!palette.actions.contains(.sealMonth))
  }

  @Test func theThemeGoesRound() throws {
    var desk = try Desk(.latin)
    var seen: [Theme] = []
    for _ in Theme.allCases {
      try desk.type("T")
      if case .theme(let theme) = desk.effects.last { seen.append(theme) }
      let told = "Colours: \(desk.app.theme.name[.english]) (kept, unless config.yaml has a theme)"
      #expect(desk.view.contains(told))
    }
    #expect(seen == Array(Theme.allCases.dropFirst()) + [.auto])
  }

  /// The language changes at once, wherever one is, and back.
  @Test func theLanguageChangesAtOnce() throws {
    var desk = try Desk(.latin)
    try desk.press([.function(4)])
    let before = desk.app.screen.title(desk.app.context)
    try desk.type("L")
    #expect(desk.view.contains("[F4 隐患]"))
    #expect(desk.app.screen.title(desk.app.context) != before)
    try desk.type(":yingwen⏎")
    #expect(desk.view.contains("[F4 Hazards]"))
    #expect(desk.app.screen.title(desk.app.context) == before)
    // By either language's name, from either.
    for name in ["中文", "chinese", "language", "英文", "english", "语言"] {
      let language = desk.app.context.language
      try desk.type(":\(name)⏎")
      #expect(desk.app.context.language != language, "\(name)")
    }
  }

  /// First what the screen is for, in about ten lines; asked again, all keys.
  @Test(arguments: Office.allCases)
  func helpSaysWhatTheScreenIsFor(_ office: Office) throws {
    var desk = try Desk(office)
    for tab in [Key.function(2), .function(4), .function(5), .function(6)] {
      try desk.press([tab])
      let purpose = KeyPlace(of: desk.app.screen).purpose(with: .usual)[office.language]
      try desk.type("?")
      #expect(desk.view.contains(purpose.prefix(office == .latin ? 20 : 10)))
      let rows = desk.view.split(separator: "\n")
      let frame = rows.indices.filter { rows[$0].contains("+--") }
      #expect(try #require(frame.last) - frame[0] - 3 <= 11)
      try desk.type("?")
      #expect(desk.view.contains("^L"))
      try desk.type("⎋")
      #expect(desk.app.overlay == nil)
    }
  }
}
