import Almanac
@testable import Domain
import Testing

/// What is typed of a sheet that came back, and what each mark asks for.
struct SheetChoiceTests {
  typealias My = HazardFixtures

  struct Case: Sendable {
    var text: String
    var choices: [SheetChoice] = []
    var refused: DecisionError?
  }

  @Test(arguments: [
    Case(
      text: "1=agree,2=extend:12-05,3=reject:loose",
      choices: [
        .init(line: 1, .agree), .init(line: 2, .extend(to: Day(2026, 12, 5))),
        .init(line: 3, .reject(reason: "loose")),
      ]),
    Case(
      text: " 2=reject：仍松动，请重做，12=agree ",
      choices: [
        .init(line: 2, .reject(reason: "仍松动,请重做")), .init(line: 12, .agree),
      ]),
    Case(text: "1=extend:+7", choices: [.init(line: 1, .extend(to: Day(2026, 11, 30)))]),
    Case(text: "", refused: .unreadable("")),
    Case(text: "1=yes", refused: .unreadable("1=yes")),
    Case(text: "agree", refused: .unreadable("agree")),
    Case(text: "1=agree:12-05", refused: .unreadable("1=agree:12-05")),
    Case(text: "1=extend", refused: .unreadable("1=extend")),
    Case(text: "1=extend:soon", refused: .unreadable("1=extend:soon")),
    Case(text: "1=reject:", refused: .unreadable("1=reject:")),
    Case(text: "1=agree,1=reject:x", refused: .twice(1)),
  ])
  func reading(_ row: Case) throws {
    let result = Result { () throws(DecisionError) in
      try SheetChoice.read(row.text, today: My.today)
    }
    #expect(result == (row.refused.map(Result.failure) ?? .success(row.choices)))
  }

  private func sheet(_ hazard: Hazard) -> DecisionSheet {
    DecisionSheet(for: My.supervisor, of: [hazard], DecisionSheetTests.bureau, on: My.today)
  }

  private func command(_ mark: SheetChoice.Mark, _ hazard: Hazard) throws -> HazardCommand {
    try sheet(hazard).act(
      .init(line: 1, mark), DecisionSheetTests.bureau, today: My.today, in: .english
    ).command
  }

  /// Each mark is what the leader would have done at the keyboard; a rejection's deadline is the proposed
  /// one, 3 days for electrical hazards, unless the present one is later.
  @Test func whatMarksAskFor() throws {
    let submitted = try My.hazard(.submitted)
    let asking = try DecisionSheetTests.requesting(.rectifying)
    #expect(try command(.agree, submitted) == .verify())
    #expect(
      try command(.agree, asking) == .extend(to: My.later, reason: "part ordered"))
    #expect(
      try command(.extend(to: My.later + 3), asking)
        == .extend(to: My.later + 3, reason: "part ordered"))
    let reported = try My.hazard(.reported)
    let number = sheet(reported).number
    #expect(
      try command(.extend(to: My.later), reported)
        == .extend(to: My.later, reason: "as decided on sheet \(number)"))
    let proposed = DecisionSheetTests.bureau.proposedDeadline(for: .electrical, found: My.today)
    #expect(
      try command(.reject(reason: "loose"), submitted)
        == .reject(reason: "loose", deadline: max(proposed, My.deadline)))
    #expect(throws: DecisionError.noSuchLine(2, of: 1)) {
      try sheet(submitted).act(
        .init(line: 2, .agree), DecisionSheetTests.bureau, today: My.today, in: .english)
    }
  }

  /// An authority's deadline stays with a rejection.
  @Test func anAuthoritysDeadlineStays() throws {
    let report = My.report(
      source: .authorityOrder, document: "No. 7", deadline: My.deadline)
    let hazard = try My.hazard(.submitted, report)
    #expect(
      try command(.reject(reason: "loose"), hazard)
        == .reject(reason: "loose", deadline: My.deadline))
  }

  struct Proposed: Sendable {
    var state: Hazard.State
    var change: @Sendable (inout Hazard) -> Void = { _ in }
    var on = HazardFixtures.today
    var says: String
  }

  @Test(arguments: [
    Proposed(state: .reported, says: "To be given to Head, due"),
    Proposed(state: .assigned, says: "fixer to mend it by the deadline."),
    Proposed(state: .rectifying, on: My.deadline + 3, says: "3 days overdue. fixer to mend it at"),
    Proposed(
      state: .rectifying, change: { $0.requested = .init(deadline: My.later, reason: "why") },
      says: "fixer asks for 2026-12-04 (why): to be granted."),
    Proposed(state: .submitted, says: "to be verified and closed"),
    Proposed(state: .verified, says: "Found mended: to be closed."),
    Proposed(state: .closed, says: "It is closed"),
    Proposed(
      state: .reported, change: { $0.report.asksForStudy = true }, says: "asks for a study"),
    Proposed(
      state: .reported, change: { $0.report.section = nil }, says: "To be given to someone"),
  ])
  func proposals(_ row: Proposed) throws {
    var hazard = try My.hazard(row.state)
    row.change(&hazard)
    let words = hazard.proposal(DecisionSheetTests.bureau, on: row.on).en
    #expect(words.contains(row.says), "\(words)")
  }
}
