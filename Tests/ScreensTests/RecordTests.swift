import Canvas
import Domain
import Testing

@testable import Screens

/// A signed record is looked at, corrected and withdrawn on its screen.
struct RecordTests {
  /// The record's answer to an item, by its number.
  private func answer(_ number: Int, _ desk: Desk) -> Answer? {
    desk.fold.inspection("检2026-0001")?.content.answers.first { $0.number == number }?.answer
  }

  @Test func enterOnADoneRoomOpensItsRecord() throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    try desk.type("99⏎⎋")
    try desk.open(round: "monthly")
    try desk.type("/301⏎⏎")

    let screen = try #require(desk.app.screen as? RecordScreen)
    #expect(screen.sheet?.record.id == "检2026-0001")
  }

  /// From the room just signed too, and from there back to it.
  @Test func fromTheSignedRoom() throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    try desk.type("99⏎r")
    #expect(desk.app.screen is RecordScreen)
    try desk.type("⎋")
    #expect(desk.app.screen is RoomScreen)
  }

  struct Case: Sendable {
    var keys: String
    var item: Int
    var answer: Answer
  }

  /// Every kind of answer by digits, with the reason typed last. In October items 1, 2 and 10 failed.
  @Test(arguments: [
    Case(keys: "2⏎1", item: 2, answer: .pass),
    Case(keys: "10⏎1", item: 10, answer: .pass),
    Case(keys: "3⏎3" + "1", item: 3, answer: .notApplicable(reason: "no-facility")),
    Case(
      keys: "3⏎3" + "4none⏎", item: 3, answer: .notApplicable(reason: "other", note: "none")),
    Case(keys: "↓↓⏎2" + "0smell⏎", item: 3, answer: .fail(Finding(text: "smell"))),
  ])
  func correcting(_ row: Case) throws {
    var desk = try Desk(.latin, after: .autumn)
    try desk.openRecord("⏎1" + row.keys + "misread⏎")

    var given = answer(row.item, desk)
    if case .fail(var finding) = given {
      finding.category = nil
      given = .fail(finding)
    }
    #expect(given == row.answer)
    #expect(desk.fold.inspection("检2026-0001")?.corrections.map(\.reason) == ["misread"])
    let screen = try #require(desk.app.screen as? RecordScreen)
    #expect(screen.panel == nil)
    try desk.type("j")
    #expect(desk.view.contains("corrections: 1"))
  }

  @Test func correctingAReading() throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .archiveRoom)
    let room = try #require(desk.app.screen as? RoomScreen)
    let readings = room.questions.filter { if case .reading = $0.item.kind { true } else { false } }
    let first = try #require(readings.first)
    try desk.type("99")
    while let screen = desk.app.screen as? RoomScreen, !screen.isComplete {
      if screen.panel != nil { try desk.type("⎋") }
      switch screen.question?.item.kind {
      case .reading: try desk.type("20⏎⏎")
      case .choice: try desk.type("1")
      case .text, .tick, nil: try desk.type("x⏎")
      }
    }
    try desk.type("⏎r")
    try desk.type("⏎1\(first.number)⏎1" + "21.5⏎" + "misread⏎")

    #expect(answer(first.number, desk) == .reading("21.5"))
  }

  /// A refusal says why, and what was typed is still there.
  @Test func aRefusalKeepsTheForm() throws {
    var desk = try Desk(.latin, after: .autumn)
    try desk.openRecord("⏎13⏎1" + "misread⏎")
    #expect(desk.view.contains("Item 3 already has this answer."))
    #expect(desk.view.contains("misread"))
    try desk.type("⎋2⏎1" + "⏎")
    #expect(desk.view.contains("Give the reason."))
    try desk.type("misread⏎")
    #expect(answer(2, desk) == .pass)
  }

  /// The hazard that the wrong answer opened goes with it, so it cannot be joined.
  @Test func theWrongAnswersHazardIsNotOffered() throws {
    var desk = try Desk(.latin, after: .autumn)
    try desk.openRecord("⏎12⏎2")
    #expect(!desk.view.contains("2026-002"))
    #expect(desk.view.contains("2026-001"))
  }

  @Test func withdrawingTakesASecondKey() throws {
    var desk = try Desk(.latin, after: .autumn)
    try desk.openRecord("⏎2" + "⏎")
    #expect(desk.view.contains("Give the reason."))
    try desk.type("wrong room⏎⏎ y")
    #expect(desk.fold.inspection("检2026-0001")?.withdrawn == nil)
    try desk.type("1")
    #expect(desk.fold.inspection("检2026-0001")?.withdrawn == "wrong room")
    #expect(desk.view.contains("[withdrawn]"))
    // Its hazards are in hand: each keeps a note and its state.
    #expect(desk.fold.hazards["2026-001"]?.state == .rectifying)
    try desk.press([.function(4)])
    try desk.select("2026-001")
    #expect(desk.view.contains("its record withdrawn"))
    #expect(desk.view.contains("wrong room"))
  }

  /// Who may not change it reads why, and can still print and save.
  @Test func othersMayOnlyReadAndPrint() throws {
    var desk = try Desk(.latin, .rectifier, after: .autumn)
    try desk.openRecord("⏎")
    #expect(desk.view.contains("Only its inspector"))
    try desk.type("11")
    #expect(desk.prints == [.record("检2026-0001")])
    try desk.type("e1")
    #expect(desk.exports == [.record("检2026-0001")])
  }

  /// From record to record of the round, past the rooms that have none.
  @Test func neighbours() throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    try desk.type("99⏎⏎")
    try desk.type("]" + "99⏎⎋")
    try desk.open(round: "monthly")
    try desk.type("/301⏎⏎")
    func shown() -> Inspection.ID? { (desk.app.screen as? RecordScreen)?.id }
    #expect(shown() == "检2026-0001")
    try desk.type("]")
    #expect(shown() == "检2026-0002")
    try desk.type("]")
    #expect(shown() == "检2026-0002")
    #expect(desk.view.contains("the last record of the round"))
    try desk.type("4")
    #expect(shown() == "检2026-0001")
    try desk.type("[")
    #expect(desk.view.contains("the first record of the round"))
  }

  /// One key leads to the records of all sections that were walked, to be printed together.
  @Test(arguments: ["7", "P"])
  func ofAllSections(_ key: String) throws {
    var desk = try Desk(.latin)
    try desk.open(round: "monthly")
    try desk.type(key)
    #expect(desk.view.contains("The round has no record yet."))
    let bureau = desk.fold.bureau
    var sections: [Section.ID: OccurrenceKey] = [:]
    for room in bureau.occurrences(in: desk.today...desk.today) where room.plan == "monthly" {
      guard let place = bureau.place(room.place), place.kind == .office,
        let section = place.section, sections.count < 2
      else { continue }
      sections[section] = room.key
    }
    for room in sections.values {
      try desk.pass(room, by: .inspector)
    }
    try desk.open(round: "monthly")
    try desk.type(key)
    #expect(desk.view.contains("1/2"))
    try desk.type("p1")
    let printed = desk.prints.compactMap { report -> Section.ID? in
      if case .sectionRecord(_, let section) = report { section } else { nil }
    }
    #expect(printed.count == 2 && Set(printed) == Set(sections.keys))
  }
}
