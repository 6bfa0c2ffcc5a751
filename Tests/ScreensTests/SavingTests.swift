import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// Every answer is saved when it is given, and undo brings back exactly what was.
struct SavingTests {
  /// Keys at an office's list that change answers, one change each.
  static let changes = [
    "1", "2⏎", "21⏎", "213⏎", "20⏎x⏎", "3⏎", "32", "34x⏎", "0", "y", " ", "99", "21⇥⇥2⏎",
  ]

  @Test(arguments: changes)
  func everyChangeIsSaved(_ keys: String) throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    try desk.type("11↑↑")
    let before = desk.saves.count
    try desk.type(keys)

    #expect(desk.saves.count == before + 1)
    #expect(desk.saves.last?.saved == Desk.now)
    let screen = try #require(desk.app.screen as? RoomScreen)
    #expect(desk.saves.last == screen.draft)
    #expect(desk.view.contains(" answered)"))
  }

  /// Undo after each change gives the draft as it was, its mark of passes at once as well.
  @Test(arguments: changes, ["u", "7"])
  func undo(_ keys: String, _ undo: String) throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    try desk.type("121⏎↑↑")
    let before = try #require(desk.saves.last)
    let selected = try #require(desk.app.screen as? RoomScreen).list.selected
    try desk.type(keys)
    if desk.app.screen is RoomScreen, keys == "99" { try desk.type("⎋") }
    try desk.type(undo)

    let after = try #require(desk.saves.last)
    #expect(after.entries == before.entries)
    #expect(after.passedAtOnce == before.passedAtOnce)
    #expect((desk.app.screen as? RoomScreen)?.list.selected == selected)
  }

  /// As many undos as changes lead back to the empty room; one more says so and changes nothing.
  @Test func undoToTheBeginning() throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    try desk.type("121⏎3⏎0" + "99⎋")
    try desk.type("uuuuu")
    #expect(desk.saves.last?.entries == [])
    let saves = desk.saves.count
    try desk.type("u")

    #expect(desk.saves.count == saves)
    #expect(desk.view.contains("nothing to undo"))
  }

  /// A discarded draft comes back with undo.
  @Test func undoOfDiscarding() throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    try desk.type("121⏎")
    let before = try #require(desk.saves.last)
    try desk.type("D1")
    #expect(desk.drafts.isEmpty)
    try desk.type("u")

    #expect(desk.drafts.values.first?.entries == before.entries)
  }

  /// Answers that no longer fit what is asked go on resuming, and the cursor stands at the first to answer.
  @Test func aDraftFromBeforeTheChecklistChanged() throws {
    var desk = try Desk(.latin)
    let key = try desk.key("monthly", .office)
    var draft = Draft(occurrence: key, owner: desk.app.context.person.id, started: Desk.now)
    let asked = try #require(try desk.fold.questionnaire(key)).questions
    draft[asked[0].key] = .pass
    draft[asked[1].key] = .reading("20")
    draft[ItemKey(checklist: asked[0].key.checklist, item: "removed")] = .pass
    draft[asked[2].key] = .pass
    draft.cursor = 9
    desk.keep(draft)
    try desk.open("monthly", .office)

    let screen = try #require(desk.app.screen as? RoomScreen)
    #expect(screen.draft?.entries.map(\.item) == [asked[0].key, asked[2].key])
    #expect(screen.list.selected == 1)
    #expect(desk.saves.last?.entries.count == 2)
    #expect(desk.view.contains("2 answers of the draft went; now at item 2"))
  }

  /// Esc, however often, loses no answer: the draft stays and is gone on with at the same item.
  @Test(arguments: ["", "2", "21", "3", "34x", "9", "x", "D", ":", "?"])
  func escape(_ keys: String) throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    try desk.type("121⏎")
    let before = desk.drafts
    try desk.type(keys + "⎋⎋⎋⎋")
    #expect(desk.drafts == before)
    #expect(desk.app.screen is TodayScreen)
    try desk.press([.function(3)])

    let screen = try #require(desk.app.screen as? RoomScreen)
    #expect(screen.draft?.entries == before.values.first?.entries)
    #expect(screen.list.selected == 2)
    #expect(!desk.effects.contains { if case .quit = $0 { true } else { false } })
  }

  /// What a reading was is kept though the finding it makes is not looked at.
  @Test func escapeFromAReadingsFinding() throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .archiveRoom)
    try desk.toItem(.reading)
    try desk.type("35⏎⎋")

    let answer = try #require(desk.saves.last?.entries.first?.answer)
    guard case .reading("35", .some) = answer else {
      Issue.record("\(answer)")
      return
    }
  }

  @Test func takingOver() throws {
    let scene = try #require(Scene.all.first { $0.name == "take-over" })
    var desk = try scene.desk(.latin, Scene.Window.usual[0])
    try desk.type("1")

    #expect(desk.drafts.values.first?.owner == desk.office.person(.inspector))
    #expect(desk.drafts.values.first?.entries.count == 4)
    #expect((desk.app.screen as? RoomScreen)?.list.selected == 4)
  }

  /// The other's draft stays as it is where it is not taken over.
  @Test(arguments: ["⎋", "2"])
  func notTakingOver(_ keys: String) throws {
    let scene = try #require(Scene.all.first { $0.name == "take-over" })
    var desk = try scene.desk(.latin, Scene.Window.usual[0])
    try desk.type(keys)

    #expect(desk.drafts.values.first?.owner == desk.office.person(.head))
    #expect(desk.app.screen is TodayScreen)
  }

  /// A refused save is said aloud, and what was typed stays.
  @Test func notSaved() throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    try desk.type("1")
    try desk.carryOut(
      desk.app.update(.notSaved(Bilingual(zh: "!! 未保存：磁盘满", en: "!! not saved: disk full"))))

    #expect(desk.view.contains("!! not saved: disk full"))
    #expect((desk.app.screen as? RoomScreen)?.draft?.entries.count == 1)
  }

  /// The last tick leads to the signature, and Esc from there back to the answers.
  @Test func lastTickAsksForTheSignature() throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    try desk.type(KeystrokeTests.ticks)
    #expect(desk.view.contains("Sign: 301 General Office"))
    try desk.type("⎋")

    #expect(desk.fold.inspections.isEmpty)
    #expect(desk.drafts.values.first?.entries.count == 14)
  }
}
