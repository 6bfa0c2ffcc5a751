import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// The main job as lines of question and answer.
struct PlainTests {
  /// Someone who hears lines and types lines.
  struct Ear {
    var desk: Desk
    var dialogue = PlainDialogue()
    private(set) var heard: [String] = []

    init(_ desk: Desk) throws {
      self.desk = desk
      let window = PlainDialogue.window
      try self.desk.press([.resize(columns: window.columns, rows: window.rows)])
      heard = dialogue.lines(self.desk.app)
    }

    /// Types lines and keeps what is said to the last one.
    mutating func say(_ lines: String...) throws {
      for line in lines {
        try desk.press(try #require(PlainDialogue.keys(line, desk.app), "\(line)"))
        heard = dialogue.lines(desk.app)
      }
    }

    func hears(_ words: String) -> Bool { heard.contains { $0.contains(words) } }
    /// The number before the first line with these words.
    func number(of words: String) throws -> String {
      let line = try #require(heard.first { $0.contains(words) }, "\(heard)")
      return String(line.prefix { $0.isNumber })
    }
  }

  @Test func aRoomIsWalkedByLines() throws {
    var ear = try Ear(Desk(.chinese))
    try ear.say(try ear.number(of: "11月月检"))
    #expect(ear.desk.app.screen is RoundScreen)
    try ear.say(try ear.number(of: "301 办公室"))
    let room = try #require(ear.desk.app.screen as? RoomScreen)
    #expect(ear.hears("第1项"))

    try ear.say("1")
    // What changed is said, and what is asked next; not what was said before.
    #expect(ear.hears("1 [v]") && ear.hears("第2项"))
    #expect(!ear.heard.contains { $0.hasPrefix("3 [ ]") })

    try ear.say("2")
    #expect(ear.hears("按数字"))
    try ear.say("1", "")
    #expect(ear.hears("2 [X]") && ear.hears("第3项"))

    try ear.say("9", "9")
    let asked = try #require(ear.desk.app.screen as? RoomScreen)
    if !asked.isComplete { try ear.say("20") }
    #expect((ear.desk.app.screen as? RoomScreen)?.isComplete ?? false, "\(ear.heard)")
    try ear.say("")
    #expect(ear.hears("已签名") && ear.desk.fold.inspections.count == 1)
    #expect(ear.desk.fold.inspections.values.first?.occurrence == room.key)
    #expect(ear.desk.fold.hazards.count == 1)
  }

  @Test func aHazardIsHandedOutByLines() throws {
    var ear = try Ear(Desk(.latin, .supervisor, after: .autumn))
    try ear.say("f4")
    #expect(ear.hears("1. 2026-002") && ear.hears("Open hazards 4"), "\(ear.heard)")
    try ear.say("/wind")
    #expect(!ear.hears("2026-004"), "\(ear.heard)")
    try ear.say("1")
    #expect(ear.hears("1 Verify"), "\(ear.heard)")
    try ear.say("1")
    // The supervisor may close it too, and has not mended it: one key verifies and closes.
    #expect(ear.desk.fold.hazard("2026-003")?.state == .closed && ear.hears("2026-003"))
  }

  @Test func whatIsTypedInAFieldReplacesWhatWasProposed() throws {
    var ear = try Ear(Desk(.latin, .supervisor, after: .autumn))
    try ear.say("f4", "n")
    #expect(ear.hears("Place"))
    let place = try ear.desk.key("monthly", .office).place.rawValue
    // The other four fields stay as they are proposed.
    try ear.say(place, "a loose wire", "", "", "", "")
    #expect(ear.desk.fold.hazards.count == 5, "\(ear.heard)")
    #expect(ear.desk.fold.hazards.values.contains { $0.report.text == "a loose wire" })
  }

  /// Each field of a form is asked for; the last one submits.
  @Test func aFormIsFilledFieldByField() throws {
    var ear = try Ear(Desk(.latin, .supervisor, after: .autumn))
    try ear.say("f4", "n", try ear.desk.key("monthly", .office).place.rawValue, "a loose wire")
    #expect(ear.desk.fold.hazards.count == 4, "\(ear.heard)")
    try ear.say("2", "1", "", "12-09")
    let hazards = ear.desk.fold.hazards.values
    let report = try #require(hazards.first { $0.report.text == "a loose wire" })
    #expect(report.report.category == .fire && report.deadline == Day(2026, 12, 9))
  }

  /// What is no key, no number and no field's text is never pressed letter by letter.
  @Test(arguments: ["verify", "spacebar", "q1", "没有这个键"])
  func unknownWords(_ word: String) throws {
    let desk = try Desk(.latin, .supervisor, after: .autumn)
    #expect(PlainDialogue.keys(word, desk.app) == nil)
    #expect(PlainDialogue.unknown(word).en.contains(word))
  }

  /// A number opens its line and does nothing there yet, also where it is selected already.
  @Test func aNumberOpensOnce() throws {
    var ear = try Ear(Desk(.chinese, .supervisor, after: .autumn))
    for number in ["1", "2", "1"] {
      try ear.say(number)
      #expect(ear.desk.app.screens.count == 2, "\(number)")
      try ear.say("esc")
    }
  }

  /// Where Enter on a line decides, its number does nothing: lines are gone to by arrows.
  @Test func entriesAreNotConfirmedByTheirNumber() throws {
    var ear = try Ear(Scene.entries[1].desk(.latin, Scene.Window.usual[0]))
    #expect(ear.desk.app.screen is EntriesScreen && !ear.heard.contains { $0.hasPrefix("1. ") })
    let waiting = ear.desk.ledger.waitingEntries
    try ear.say("down")
    #expect(ear.desk.ledger.waitingEntries == waiting)
    #expect(!ear.heard.isEmpty)
  }

  /// All that stands under a list about its selected line is said, also what was said of the line before.
  @Test func everyLineIsToldWhole() throws {
    var ear = try Ear(Desk(.latin, .supervisor, after: .autumn))
    try ear.say("f4")
    for _ in 0..<3 {
      try ear.say("down")
      let id = try #require((ear.desk.app.screen as? HazardsScreen)?.selected?.id)
      #expect(ear.hears(id.rawValue) && ear.hears("deadline"), "\(ear.heard)")
      #expect(ear.hears("reported"), "\(ear.heard)")
    }
  }

  @Test func theSummaryIsRead() throws {
    var ear = try Ear(Desk(.latin, .supervisor, after: .autumn))
    try ear.say("f6")
    #expect(ear.hears("Safety summary of 2026-11"))
    #expect(ear.heard.count > 20)
  }

  @Test func whoIsThereIsAskedByNumber() throws {
    var ear = try Ear(Desk(.latin, isPersonKnown: false))
    #expect(ear.hears("Who are you?"))
    let wanted = try #require(ear.desk.fold.bureau.persons.last)
    try ear.say(try ear.number(of: wanted.name))
    #expect(ear.desk.app.context.person.id == wanted.id)
  }

  /// Nothing that is said holds a control character or a frame.
  @Test(arguments: Scene.all)
  func whatIsSaidIsPlain(_ scene: Scene) throws {
    let ear = try Ear(scene.desk(.latin, Scene.Window.usual[0]))
    #expect(!ear.heard.isEmpty)
    for line in ear.heard {
      #expect(!line.contains("+--") && !line.hasPrefix("|") && !line.hasSuffix(" |"), "\(line)")
      #expect(line.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }, "\(line)")
    }
  }

  @Test func whereSaysAllAgain() throws {
    var ear = try Ear(Desk(.latin))
    let first = ear.heard
    try ear.say("down")
    #expect(ear.heard.count < first.count)
    ear.dialogue.repeatAll()
    #expect(ear.dialogue.lines(ear.desk.app).count >= first.count - 1)
  }
}
