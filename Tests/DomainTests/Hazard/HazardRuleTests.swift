import Almanac
import Domain
import Testing

/// What a hazard's commands ask of their values.
struct HazardRuleTests {
  struct Case: Sendable {
    var name: String
    var state = Hazard.State.assigned
    var source = Hazard.Source.selfFound
    /// The deadline that came with the report.
    var bound: Day?
    var today = HazardFixtures.today
    var actor = HazardFixtures.supervisor
    var command: HazardCommand
    var refused: HazardError?
    var notPermitted: Act?
  }

  static let fixer = HazardFixtures.fixer
  static let officeHead = HazardFixtures.person(.officeHead)
  static let deadline = HazardFixtures.deadline

  @Test(arguments: [
    Case(
      name: "an extension to the same day", command: .extend(to: deadline, reason: "r"),
      refused: .notLater(than: deadline)),
    Case(
      name: "an extension to an earlier day", command: .extend(to: deadline - 1, reason: "r"),
      refused: .notLater(than: deadline)),
    Case(name: "an extension by a day", command: .extend(to: deadline + 1, reason: "r")),
    Case(
      name: "an extension that has passed already", today: deadline + 10,
      command: .extend(to: deadline + 9, reason: "r"),
      refused: .deadlinePassed(today: deadline + 10)),
    Case(
      name: "an extension without a reason", command: .extend(to: deadline + 1, reason: " \t"),
      refused: .reasonMissing),
    Case(
      name: "a request for the same day", actor: fixer,
      command: .requestExtension(.init(deadline: deadline, reason: "r")),
      refused: .notLater(than: deadline)),
    Case(
      name: "a request without a reason", actor: fixer,
      command: .requestExtension(.init(deadline: deadline + 3, reason: "")),
      refused: .reasonMissing),
    Case(
      name: "assigned for yesterday", state: .reported,
      command: .assign(to: "fixer", deadline: HazardFixtures.today - 1),
      refused: .deadlinePassed(today: HazardFixtures.today)),
    Case(
      name: "assigned for today", state: .reported,
      command: .assign(to: "fixer", deadline: HazardFixtures.today)),
    Case(
      name: "assigned anew is no way to extend", actor: officeHead,
      command: .assign(to: "other", deadline: deadline + 1), notPermitted: .extend),
    Case(
      name: "assigned anew for the same day", actor: officeHead,
      command: .assign(to: "other", deadline: deadline)),
    Case(
      name: "assigned anew later by the supervisor",
      command: .assign(to: "other", deadline: deadline + 1)),
    Case(
      name: "rejected for yesterday", state: .submitted,
      command: .reject(reason: "r", deadline: HazardFixtures.today - 1),
      refused: .deadlinePassed(today: HazardFixtures.today)),
    Case(
      name: "rejected for today", state: .submitted,
      command: .reject(reason: "r", deadline: HazardFixtures.today)),
    Case(
      name: "rejected without a reason", state: .submitted,
      command: .reject(reason: "\u{3000}", deadline: deadline), refused: .reasonMissing),
    Case(
      name: "declined without a reason", actor: fixer, command: .decline(reason: ""),
      refused: .reasonMissing),
    Case(
      name: "transferred without a reason", actor: fixer,
      command: .transfer(to: "other", reason: "\n"), refused: .reasonMissing),
    Case(
      name: "withdrawn without a reason", command: .withdraw(reason: " "),
      refused: .reasonMissing),
    Case(
      name: "handed in without a word", actor: fixer, command: .submit(measures: "  "),
      refused: .textMissing),
    Case(
      name: "an authority's deadline without its document", source: .authorityOrder,
      bound: deadline, command: .extend(to: deadline + 1, reason: "r"),
      refused: .authorityDeadline),
    Case(
      name: "an authority's deadline with an empty document", source: .authorityOrder,
      bound: deadline, command: .extend(to: deadline + 1, reason: "r", document: " "),
      refused: .authorityDeadline),
    Case(
      name: "an authority's deadline with its document", source: .authorityOrder, bound: deadline,
      command: .extend(to: deadline + 1, reason: "r", document: "No. 12 of 2026")),
    Case(
      name: "assigned beyond an authority's deadline", state: .reported, source: .authorityOrder,
      bound: deadline, command: .assign(to: "fixer", deadline: deadline + 1),
      refused: .authorityDeadline),
    Case(
      name: "assigned within an authority's deadline", state: .reported, source: .authorityOrder,
      bound: deadline, command: .assign(to: "fixer", deadline: deadline - 1)),
    Case(
      name: "rejected beyond an authority's deadline", state: .submitted, source: .authorityOrder,
      bound: deadline, command: .reject(reason: "r", deadline: deadline + 1),
      refused: .authorityDeadline),
    Case(
      name: "rejected late, the authority's deadline stays", state: .submitted,
      source: .authorityOrder, bound: deadline, today: deadline + 5,
      command: .reject(reason: "r", deadline: deadline)),
    Case(
      name: "an order without a deadline binds nobody", source: .authorityOrder,
      command: .extend(to: deadline + 1, reason: "r")),
    Case(
      name: "a higher inspection's deadline is the office's to extend", source: .higherInspection,
      bound: deadline, command: .extend(to: deadline + 1, reason: "r")),
  ])
  func values(_ row: Case) throws {
    let report = HazardFixtures.report(
      source: row.source, document: "document", deadline: row.bound)
    let hazard = try HazardFixtures.hazard(row.state, report)
    let situation = HazardFixtures.situation(row.actor, on: row.today)
    let result = Result { try hazard.decide(row.command, in: situation) }
    if let refused = row.refused {
      #expect(throws: refused, "\(row.name)") { try result.get() }
    } else if let act = row.notPermitted {
      #expect(throws: NotPermitted(act), "\(row.name)") { try result.get() }
    } else {
      #expect(throws: Never.self, "\(row.name)") { try result.get() }
    }
  }

  @Test func wordsAreTrimmed() throws {
    let hazard = try HazardFixtures.hazard(.assigned)
    let own = HazardFixtures.situation(HazardFixtures.fixer)
    #expect(
      try hazard.decide(.submit(measures: " new socket \n"), in: own)
        == [.submitted(measures: "new socket", cost: nil, photos: [])])
    #expect(
      try hazard.decide(.decline(reason: "\u{3000}not ours "), in: own)
        == [.declined(reason: "not ours")])
  }

  /// Asked for, refused by the supervisor alone, the deadline stays as it was.
  @Test func moreTimeRefused() throws {
    let refuse = HazardCommand.refuseExtension(reason: "it cannot wait")
    var hazard = try HazardFixtures.hazard(.rectifying)
    let chief = HazardFixtures.situation(HazardFixtures.supervisor)
    #expect(throws: HazardError.nothingRequested) { try hazard.decide(refuse, in: chief) }
    hazard.apply(
      .extensionRequested(.init(deadline: HazardFixtures.later, reason: "r")),
      HazardFixtures.stamp("fixer"))
    #expect(throws: NotPermitted(.extend)) {
      try hazard.decide(refuse, in: HazardFixtures.situation(Self.officeHead))
    }
    #expect(hazard.possibleActs(for: HazardFixtures.supervisor).contains(.refuseExtension))
    for event in try hazard.decide(refuse, in: chief) {
      hazard.apply(event, HazardFixtures.stamp())
    }
    #expect(hazard.requested == nil && hazard.deadline == HazardFixtures.deadline)
    #expect(hazard.state == .rectifying && hazard.extensions == 0 && !hazard.isWaiting)
  }

  @Test func nobodyIsAssignedYet() throws {
    var hazard = try HazardFixtures.hazard(.submitted)
    hazard.apply(.rejected(reason: "r", deadline: HazardFixtures.later), HazardFixtures.stamp())
    hazard.person = nil
    #expect(throws: HazardError.notAssignee(nil)) {
      try hazard.decide(
        .submit(measures: "m"), in: HazardFixtures.situation(HazardFixtures.fixer))
    }
  }

  struct Reporting: Sendable {
    var text = "loose wire"
    var source = Hazard.Source.selfFound
    var document: String?
    var deadline: Day?
    var role = Role.rectifier
    var refused: HazardError?
  }

  @Test(arguments: [
    Reporting(),
    Reporting(text: " ", refused: .textMissing),
    Reporting(source: .authorityOrder, refused: .documentMissing(.authorityOrder)),
    Reporting(
      source: .higherInspection, document: " ", refused: .documentMissing(.higherInspection)),
    Reporting(source: .thirdPartyTest, refused: .documentMissing(.thirdPartyTest)),
    Reporting(source: .publicReport, document: "letter of 3 November"),
    Reporting(deadline: HazardFixtures.today),
    Reporting(
      deadline: HazardFixtures.today - 1, refused: .deadlinePassed(today: HazardFixtures.today)),
    Reporting(
      source: .authorityOrder, document: "No. 12 of 2026", deadline: HazardFixtures.today - 1),
  ])
  func reporting(_ row: Reporting) throws {
    let report = HazardReport(
      place: "301", text: row.text, category: .electrical, source: row.source,
      sourceDocument: row.document, deadline: row.deadline)
    let situation = HazardFixtures.situation(HazardFixtures.person(row.role))
    if let refused = row.refused {
      #expect(throws: refused) { try report.decide(in: situation) }
    } else {
      let (id, event) = try report.decide(in: situation)
      var expected = report
      expected.finders = ["rectifier"]
      #expect(id == "2026-018")
      #expect(event == .reported(expected))
    }
  }

  @Test func anObserverReportsNothing() {
    #expect(throws: NotPermitted(.reportHazard)) {
      try HazardFixtures.report().decide(
        in: HazardFixtures.situation(HazardFixtures.person(.observer)))
    }
  }
}
