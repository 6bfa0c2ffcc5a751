import Canvas
import Domain
import Testing

@testable import Screens

/// "Always here" from the tick to the item that is asked no more.
struct ExemptionTests {
  /// The answer kept for the second item of an office.
  private func second(_ keys: String) throws -> Answer? {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    try desk.type("1" + keys)
    let room = try #require(desk.app.screen as? RoomScreen)
    return room.draft?[room.questions[1].key]
  }

  struct Case: Sendable {
    var keys: String
    var answer: Answer
  }

  /// 9 is a switch that costs one key, whatever the reason.
  @Test(arguments: [
    Case(keys: "31", answer: .notApplicable(reason: "no-facility")),
    Case(keys: "391", answer: .notApplicable(reason: "no-facility", always: true)),
    Case(keys: "39⏎", answer: .notApplicable(reason: "no-facility", always: true)),
    Case(keys: "3992", answer: .notApplicable(reason: "out-of-use")),
    Case(
      keys: "394none⏎", answer: .notApplicable(reason: "other", note: "none", always: true)),
  ])
  func ticking(_ row: Case) throws { #expect(try second(row.keys) == row.answer) }

  /// The signature says that something waits for the administrator now, in a room and from paper.
  @Test(arguments: Office.allCases)
  func saidAfterSigning(_ office: Office) throws {
    let words = office("提请长期不适用 1 项", "proposed as never applying: 1")
    var desk = try Desk(office)
    try desk.open("monthly", .office)
    try desk.type("39199⏎")
    #expect(desk.fold.exemptions.count == 1)
    #expect(desk.view.contains(words))
    try desk.open("monthly", .office)
    try desk.type("]99⏎")
    #expect(!desk.view.contains(words))
  }

  /// Those marked are confirmed at once, or refused for one reason.
  @Test(arguments: [("1", Exemption.State.confirmed), ("2it has one⏎", .refused)])
  func severalTogether(_ keys: String, _ state: Exemption.State) throws {
    var desk = try Desk(.latin)
    try desk.open("monthly", .office)
    try desk.type("39199⏎⏎39199⏎")
    #expect(desk.fold.exemptions.values.map(\.state) == [.proposed, .proposed])
    try desk.press([.function(2)])
    try desk.openByName(.exemptions)
    try desk.type("*⏎")
    #expect(desk.view.contains("Act on the 2 marked"), "\(desk.view)")
    try desk.type(keys)
    #expect(desk.fold.exemptions.values.map(\.state) == [state, state], "\(desk.view)")
    #expect(desk.view.contains("2 done, 0 not done"))
  }

  @Test func confirmedItIsNotAskedAgainAndNumbersStay() throws {
    var desk = try Desk(.latin, after: .autumn)
    try desk.openExemptions("⏎1")
    #expect(desk.view.contains("confirmed: not asked there again"))
    let key = try #require(desk.fold.exemptions.keys.first)
    #expect(desk.fold.exemptions[key]?.state == .confirmed)
    var december = try desk.key("monthly", .office)
    december.period = "2026-12"
    let asked = try #require(try desk.fold.questionnaire(december))
    #expect(asked.questions.map(\.number) == [1] + Array(3...14))
    #expect(asked.spared.map(\.key) == [key.item])
    // The record keeps what it had.
    #expect(desk.fold.inspection("检2026-0002")?.content.answers.count == 14)

    try desk.type("⏎1fitted⏎")
    #expect(desk.fold.exemptions[key]?.state == .ended)
    #expect(try desk.fold.questionnaire(december)?.questions.count == 14)
    #expect(desk.view.contains("Nothing is proposed or confirmed."))
  }

  /// A room with a gap in its numbers is ticked through, left and gone on with at the same item.
  @Test func aDraftGoesOnAtItsNumber() throws {
    var desk = try Desk(.latin, after: .autumn)
    let proposed = try desk.proposeInOctober()
    try desk.record(.exempt(proposed, .confirm), by: .inspector)
    try desk.open("monthly", .office)
    try desk.type("1")
    #expect(desk.saves.last?.cursor == 3)
    try desk.type("1⎋")
    #expect(desk.view.contains("stopped at item 4"))
    try desk.press([.function(3)])
    let room = try #require(desk.app.screen as? RoomScreen)
    #expect(room.question?.number == 4)
    try desk.type("99⏎")
    #expect(desk.fold.inspections.values.contains { $0.content.answers.count == 13 })
  }

  /// Confirmed while the room is open: what was ticked there stays on the record.
  @Test func confirmedWhileTheRoomIsOpen() throws {
    var desk = try Desk(.latin, after: .autumn)
    let proposed = try desk.proposeInOctober()
    try desk.open("monthly", .office)
    try desk.type("12⏎")
    try desk.record(.exempt(proposed, .confirm), by: .inspector)
    try desk.type("99⏎")
    let record = try #require(
      desk.fold.inspections.values.first { $0.occurrence.period == "2026-11" })
    #expect(record.content.answers.count == 14 && record.findings == 1)
  }

  @Test func theLineIsForAdministratorsOnly() throws {
    for (chair, isShown) in [(Office.Chair.inspector, true), (.supervisor, false), (.head, false)] {
      var desk = try Desk(.latin, chair, after: .autumn)
      try desk.proposeInOctober()
      try desk.press([.end])
      #expect(desk.view.contains("Proposed as never applying: 1") == isShown)
    }
  }

  @Test func refusingTakesAReason() throws {
    var desk = try Desk(.latin, after: .autumn)
    try desk.openExemptions("⏎2⏎")
    #expect(desk.view.contains("Give the reason."))
    try desk.type("it has one⏎")
    let exemption = try #require(desk.fold.exemptions.values.first)
    #expect(exemption.state == .refused && exemption.reason == "it has one")
  }

  /// What was decided stays in reach: from the palette, when nothing waits any more.
  @Test func fromThePalette() throws {
    var desk = try Desk(.latin, after: .autumn)
    try desk.openExemptions("⏎1⎋")
    try desk.type(":never⏎")
    #expect(desk.app.screen is ExemptionsScreen)
  }
}
