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
      self.desk.app.context.isSpoken = true
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
    #expect(ear.heard.first?.hasSuffix("合格") ?? false && ear.hears("第2项"))
    #expect(!ear.hears("未检") && ear.heard.count < 8, "\(ear.heard)")

    try ear.say("2")
    #expect(ear.hears("按数字"))
    try ear.say("1", "")
    #expect(ear.heard.first?.hasPrefix("2 ") ?? false && ear.hears("第3项"))

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
    // The other five fields stay as they are proposed.
    try ear.say(place, "a loose wire", "", "", "", "", "")
    #expect(ear.desk.fold.hazards.count == 5, "\(ear.heard)")
    #expect(ear.desk.fold.hazards.values.contains { $0.report.text == "a loose wire" })
  }

  /// Each field of a form is asked for; the last one submits.
  @Test func aFormIsFilledFieldByField() throws {
    var ear = try Ear(Desk(.latin, .supervisor, after: .autumn))
    try ear.say("f4", "n", try ear.desk.key("monthly", .office).place.rawValue, "a loose wire")
    #expect(ear.desk.fold.hazards.count == 4, "\(ear.heard)")
    try ear.say("2", "1", "", "12-09", "the fire rule")
    let hazards = ear.desk.fold.hazards.values
    let report = try #require(hazards.first { $0.report.text == "a loose wire" })
    #expect(report.report.category == .fire && report.deadline == Day(2026, 12, 9))
    #expect(report.report.basis?.en == "the fire rule")
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

  /// Nothing that is said holds a control character, a frame, a bar or a mark for the eye, and nothing but
  /// the lines of a paper is said twice.
  @Test(arguments: Scene.all)
  func whatIsSaidIsPlain(_ scene: Scene) throws {
    for office in Office.allCases {
      let ear = try Ear(scene.desk(office, Scene.Window.usual[0]))
      #expect(!ear.heard.isEmpty)
      for line in ear.heard {
        let noise = ["+--", "[v]", "[X]", "[ ]", "!! ", "##", "██", "░░", "]]", "---"].filter(
          line.contains)
        #expect(noise.isEmpty && !line.hasPrefix("|") && !line.hasSuffix(" |"), "\(line)")
        #expect(line.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }, "\(line)")
      }
      let isPaper = ear.desk.app.view.choices.isEmpty
      #expect(isPaper || Set(ear.heard).count == ear.heard.count, "\(ear.heard)")
    }
  }

  /// Each day is a line of its own, and opens by its number.
  @Test func aMonthIsToldDayByDay() throws {
    var ear = try Ear(Desk(.chinese, after: .autumn))
    try ear.say("f5")
    let days = ear.heard.filter { $0.contains(". 11-") }
    #expect(days.count == 30, "\(ear.heard)")
    #expect(ear.heard.contains("21. 11-21 周六，休"), "\(days)")
    #expect(days[22].hasPrefix("23. 11-23 周一 今天，上班，") && days[22].contains("到期"))
    try ear.say("30")
    #expect(ear.hears("2026-11-30 周一") && ear.desk.app.screen is DayScreen, "\(ear.heard)")
    try ear.say("esc", "down")
    // The last day of the month is followed by the first one of the next.
    #expect(ear.heard.first?.hasPrefix("2026年12月") ?? false, "\(ear.heard)")
  }

  @Test func aYearIsToldMonthByMonth() throws {
    var ear = try Ear(Desk(.latin, after: .autumn))
    try ear.say("f5", "y")
    let months = ear.heard.filter { $0.contains(". 2026-") }
    #expect(months.count == 12, "\(ear.heard)")
    #expect(months[9].contains("National Day off 10-01 to 10-07"), "\(months)")
    try ear.say("10")
    #expect(ear.hears("1. 10-01 Thu, off, holiday, National Day"), "\(ear.heard)")
  }

  /// The overview of hazards is figures, without its bars.
  @Test func theOverviewIsFigures() throws {
    var ear = try Ear(Desk(.latin, .supervisor, after: .autumn))
    try ear.say("f4", "b")
    #expect(ear.heard.contains { $0.hasPrefix("0-7 d ") }, "\(ear.heard)")
    #expect(!ear.heard.contains { $0.contains("#") || $0.contains("!") }, "\(ear.heard)")
  }

  /// Who may be named is offered by number; a part of a name narrows the offer.
  @Test func personsAreNamedByNumber() throws {
    var ear = try Ear(Desk(.latin, .supervisor, after: .autumn))
    try ear.say("f4", "i")
    #expect(ear.hears("Person: "), "\(ear.heard)")
    let offered = ear.heard.filter { $0.first?.isNumber ?? false }
    #expect(offered.count > 3 && offered[1].hasPrefix("2. "), "\(ear.heard)")
    try ear.say("2")
    let persons = ear.desk.fold.bureau.persons
    let name = try #require(persons.first { offered[1].contains($0.name) }).name
    #expect(ear.heard.first == "Person: \(name)" && ear.hears("Deadline: "), "\(ear.heard)")
  }

  /// Several who walked are named by their numbers.
  @Test func severalAreNamedByTheirNumbers() throws {
    var ear = try Ear(Desk(.latin))
    try ear.desk.open(round: "monthly")
    try ear.say("e", "08:00/08:40")
    let offered = ear.heard.filter { $0.first?.isNumber ?? false }
    #expect(offered.count > 2, "\(ear.heard)")
    try ear.say("1 2")
    let names = offered.prefix(2).map { $0.split(separator: "  ")[1] }
    #expect(ear.heard.first == "Inspectors: " + names.joined(separator: ", "), "\(ear.heard)")
    #expect(ear.heard.last?.hasPrefix("Room, result:") ?? false, "\(ear.heard)")
  }

  @Test func aPartOfANameNarrowsTheOffer() throws {
    var ear = try Ear(Desk(.latin, .supervisor, after: .autumn))
    let names = NameList.places(ear.desk.app.context)
    let part = "office"
    let fitting = names.fitting(part, ear.desk.app.context)
    try ear.say("f4", "n", part)
    #expect(fitting.count > 1 && ear.hears("Place: office"), "\(ear.heard)")
    #expect(ear.heard.filter { $0.contains(". ") }.count == fitting.count, "\(ear.heard)")
    try ear.say("nowhere at all")
    #expect(ear.hears("Nothing fits"), "\(ear.heard)")
    try ear.say(fitting[0].id, "a loose wire", "", "", "", "")
    #expect(ear.desk.fold.hazards.values.contains { $0.report.place.rawValue == fitting[0].id })
  }

  /// The last that is said is always what the next answer is for; nothing ends in silence.
  @Test func theNextFieldIsAskedFor() throws {
    var ear = try Ear(Desk(.latin, .supervisor, after: .autumn))
    try ear.say("f4", "3", "2")
    for label in ["Deadline: ", "Reason:"] {
      #expect(ear.heard.last?.hasPrefix(label) ?? false, "\(ear.heard)")
      try ear.say("")
    }
    #expect(ear.heard.last?.contains("“Reason”") ?? false, "a reason is needed: \(ear.heard)")
    try ear.say("esc", "?", "x")
    #expect(ear.heard.count == 1 && ear.heard[0].contains("2026-00"), "\(ear.heard)")
  }

  /// A command is found by its name, and chosen by its number.
  @Test func commandsAreFoundByName() throws {
    var ear = try Ear(Desk(.latin, .supervisor, after: .autumn))
    try ear.say("f4", ":", "overview")
    #expect(ear.hears("1. overview"), "\(ear.heard)")
    try ear.say("1")
    #expect(ear.hears("By section"), "\(ear.heard)")
  }

  /// What is asked in a field drawn over a panel is said, and which hazard Enter joins.
  @Test func fieldsOverAPanelAreAskedFor() throws {
    var ear = try Ear(Desk(.latin, .supervisor, after: .autumn))
    try ear.say("w", "1", "6")
    #expect(ear.heard.last == "Issued:", "\(ear.heard)")
    try ear.say("08:00")
    #expect(ear.heard.last == "Issuer:", "\(ear.heard)")
    let joining = try Ear(
      #require(Scene.all.first { $0.name == "finding-join" }).desk(.latin, Scene.Window.usual[0]))
    #expect(joining.hears("Enter joins 2026-002, next"), "\(joining.heard)")
  }

  /// A finding's own words are typed as one line.
  @Test func ownWordsOfAFinding() throws {
    var ear = try Ear(Desk(.latin))
    try ear.desk.open("monthly", .office)
    _ = ear.dialogue.lines(ear.desk.app)
    try ear.say("2", "a cable under the carpet")
    #expect(ear.heard.first?.contains("a cable under the carpet") ?? false, "\(ear.heard)")
    #expect(ear.hears("Item 2"))
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
