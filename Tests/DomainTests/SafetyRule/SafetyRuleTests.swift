import Almanac
import Domain
import TestSupport
import Testing

/// Rules of the office: entered, reviewed every year, revised, repealed; what is refused.
struct SafetyRuleTests {
  private static let today = SafetyFile.today

  private func decide(
    _ request: SafetyRuleRequest, by person: Person = SafetyFile.keeper,
    _ events: [SafetyRuleEvent] = []
  ) throws -> [Happening] {
    let lines = [.added(SafetyFile.rule)] + events
    let fold = SafetyFile.fold(lines.map { Happening(.rule("ZD2026-001"), .rule($0)) })
    return try Command.rule(request).decide(with: fold, in: SafetyFile.situation(person))
  }

  private func act(
    _ command: SafetyRuleCommand, by person: Person = SafetyFile.keeper,
    _ events: [SafetyRuleEvent] = []
  ) throws -> SafetyRuleEvent? {
    let lines = try decide(.act("ZD2026-001", command), by: person, events)
    guard case .rule(let event)? = lines.first?.event else { return nil }
    return event
  }

  @Test func entering() throws {
    let lines = try decide(.add(SafetyFile.rule))
    #expect(lines == [Happening(.rule("ZD2026-009"), .rule(.added(SafetyFile.rule)))])
    for role in Role.allCases {
      let person = SafetyFile.person("new", role)
      let may = RoleTable.roles(of: "keepSafetyFile").contains(role.rawValue)
      if may {
        #expect(try decide(.add(SafetyFile.rule), by: person).count == 1, "\(role)")
      } else {
        #expect(throws: NotPermitted(.keepSafetyFile)) {
          try decide(.add(SafetyFile.rule), by: person)
        }
      }
    }
  }

  struct Refused: Sendable {
    var command: SafetyRuleCommand
    var error: SafetyRuleError
    var after: [SafetyRuleEvent] = []
  }

  private static let issued = Day(2025, 11, 1)
  private static let paper: SafetyRule.Content = {
    var paper = SafetyFile.rule
    paper.sort = .paper
    return paper
  }()
  private static let untitled: SafetyRule.Content = {
    var content = SafetyFile.rule
    content.title = " "
    return content
  }()

  @Test(arguments: [
    Refused(command: .review(.keep, on: today + 1), error: .inFuture(today + 1)),
    Refused(command: .review(.keep, on: issued - 1), error: .before(issued - 1, issued)),
    Refused(
      command: .review(.keep, on: today - 9), error: .before(today - 9, today - 5),
      after: [.reviewed(.keep, on: today - 5, note: nil)]),
    Refused(
      command: .review(.keep, on: today), error: .notReviewed(SafetyRule.Sort.paper.name),
      after: [.edited(paper)]),
    Refused(
      command: .revise(SafetyFile.rule, on: today - 9), error: .before(today - 9, today - 5),
      after: [.revised(SafetyFile.rule, on: today - 5)]),
    Refused(command: .edit(SafetyFile.rule), error: .sameAsBefore),
    Refused(command: .edit(untitled), error: .titleMissing),
    Refused(command: .repeal(on: today, reason: " "), error: .reasonMissing),
    Refused(
      command: .review(.keep, on: today), error: .isRepealed("ZD2026-001"),
      after: [.repealed(on: today, reason: "merged")]),
  ])
  func refused(_ row: Refused) {
    #expect(throws: row.error) { try act(row.command, row.after) }
  }

  /// Who sees to a rule reviews it, and no more.
  @Test func theOwnerReviews() throws {
    let review = SafetyRuleCommand.review(.keep, on: Self.today, note: " fits ")
    let event = try act(review, by: SafetyFile.owner)
    #expect(event == .reviewed(.keep, on: Self.today, note: "fits"))
    #expect(throws: NotPermitted(.keepSafetyFile)) {
      try act(.repeal(on: Self.today, reason: "x"), by: SafetyFile.owner)
    }
    #expect(throws: NotPermitted(.keepSafetyFile)) { try act(review, by: SafetyFile.observer) }
  }

  struct State: Sendable {
    var events: [SafetyRuleEvent]
    var state: SafetyRule.State
    var due: String?
  }

  /// A year from its issue, its revision or its last review; what a review asked for stays until it is done,
  /// on the same day too.
  @Test(arguments: [
    State(events: [], state: .reviewOverdue, due: "2026-11-01"),
    State(
      events: [.reviewed(.keep, on: today, note: nil)], state: .inForce, due: "2027-11-23"),
    State(
      events: [.reviewed(.revise, on: today, note: nil)], state: .toRevise, due: "2027-11-23"),
    State(
      events: [
        .reviewed(.revise, on: today, note: nil), .revised(SafetyFile.rule, on: today),
      ], state: .inForce, due: "2027-11-23"),
    State(events: [.revised(SafetyFile.rule, on: today - 3)], state: .inForce, due: "2027-11-20"),
    State(
      events: [.reviewed(.repeal, on: today, note: nil)], state: .toRepeal, due: "2027-11-23"),
    State(events: [.repealed(on: today, reason: "merged")], state: .repealed, due: nil),
    State(events: [.edited(paper)], state: .inForce, due: nil),
  ])
  func states(_ row: State) throws {
    var rule = try #require(SafetyFile.rule())
    for event in row.events { rule.apply(event, SafetyFile.stamp()) }
    #expect(rule.state(on: Self.today) == row.state)
    #expect(rule.reviewDue?.description == row.due)
  }

  @Test func theFormerTextIsKept() throws {
    var text = SafetyFile.rule
    text.number = "No. 9"
    let rule = try #require(SafetyFile.rule(SafetyFile.rule, .revised(text, on: Self.today)))
    #expect(rule.content.number == "No. 9" && rule.revised == Self.today)
    #expect(rule.revisions.map(\.before.number) == ["No. 3"])
    #expect(rule.exists(in: Day(2026, 1, 1)...Day(2026, 12, 31)))
    #expect(!rule.exists(in: Day(2024, 1, 1)...Day(2024, 12, 31)))
  }

  /// Today reminds only of what is overdue, and only those who may review it.
  @Test func whatTodaySays() throws {
    let rule = try #require(SafetyFile.rule())
    func said(_ rules: [SafetyRule], _ person: Person) -> Bilingual? {
      let agenda = Agenda(
        now: Moment(Self.today, hour: 9, minute: 0), bureau: SafetyFile.fold().bureau, rounds: [],
        hazards: [], drafts: [], rules: rules)
      return SafetyRule.reminder(agenda, for: person)
    }
    #expect(
      said([rule], SafetyFile.owner)?.zh == "制度逾期未复核 1 项：Rule on fire（应于 2026-11-01 前）")
    #expect(said([rule], SafetyFile.observer) == nil)
    var reviewed = rule
    reviewed.apply(.reviewed(.keep, on: Self.today, note: nil), SafetyFile.stamp())
    #expect(said([reviewed], SafetyFile.keeper) == nil)
  }
}
