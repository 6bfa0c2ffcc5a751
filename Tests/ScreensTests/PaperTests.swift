import Canvas
import Domain
import Testing

@testable import Screens

/// A line from paper on the screen: what it leaves open is asked by number, what is clear is not.
struct PaperTests {
  struct Case: Sendable {
    /// The line typed, and the keys after it.
    var keys: String
    /// What was found at each item, by its number; nil for what the item says itself.
    var findings: [Int: String?] = [:]
    var notApplicable: [Int] = []
  }

  /// Item 1 of the office list is sockets, item 3 cables; the phrases are the checklist's.
  @Test(arguments: [
    Case(keys: "302 ok⏎"),
    Case(keys: "302 3⏎1", findings: [3: "Cable insulation damaged"]),
    Case(keys: "302 3⏎2", findings: [3: "Cable pinned under a desk leg"]),
    Case(keys: "302 3⏎⏎", findings: [3: nil]),
    Case(keys: "302 3⏎0bare wire⏎", findings: [3: "bare wire"]),
    Case(keys: "302 3⏎0⏎bare wire⏎", findings: [3: "bare wire"]),
    Case(keys: "302 3⏎91", findings: [3: "Cable insulation damaged"]),
    Case(
      keys: "302 3,1:1 -2⏎2",
      findings: [3: "Cable pinned under a desk leg", 1: "Loose socket plate"], notApplicable: [2]),
    Case(keys: "302 3,1⏎2⏎", findings: [3: "Cable pinned under a desk leg", 1: nil]),
  ])
  func asked(_ row: Case) throws {
    var desk = try Desk(.latin)
    try desk.open(round: "monthly")
    try desk.type("e08:00/08:40⏎⏎" + row.keys)

    let record = try #require(desk.fold.inspections.values.first, "\(desk.view)")
    #expect(desk.fold.inspections.count == 1)
    let questionnaire = try #require(try desk.fold.questionnaire(record.occurrence))
    for question in questionnaire.questions where question.item.kind == .tick {
      let answer = record.content.answers.first { $0.item == question.key }?.answer
      if let wanted = row.findings[question.number] {
        let words = try #require(answer?.finding?.text)
        #expect(words == wanted ?? "Failed: " + question.item.text.en)
      } else if !row.notApplicable.contains(question.number) {
        #expect(answer == .pass, "\(question.number)")
      }
    }
    #expect(desk.fold.hazards.count == row.findings.count)
  }

  /// Escape leaves the line as typed and nothing written.
  @Test func escape() throws {
    var desk = try Desk(.latin)
    try desk.open(round: "monthly")
    try desk.type("e08:00/08:40⏎⏎302 3⏎⎋")
    #expect(desk.fold.inspections.isEmpty)
    #expect(desk.view.contains("[302 3 "))
    try desk.type("⏎1")
    #expect(desk.fold.hazards.count == 1)
  }
}
