import Almanac
import Domain
import Testing

/// What never applies at a place: proposed by an answer, decided by an administrator, not asked again.
struct ExemptionTests {
  typealias My = WalkFixtures

  static let key = Exemption.Key(place: "301", item: My.exit)
  static let proposal = ExemptionProposal(
    text: Bilingual(verbatim: "exits"), reason: "no-facility", inspection: "r1")
  static let administrator = HazardFixtures.person(.administrator)

  static func stamp(_ person: Person.ID, _ day: Int) -> Stamp {
    HazardFixtures.stamp(person, on: Day(2026, 11, day))
  }

  /// An exemption led to a state by its own events, on the 16th, 18th and 20th.
  static func exemption(_ state: Exemption.State) throws -> Exemption {
    var exemption = try #require(
      Exemption(id: key, beginning: .proposed(proposal), stamp("wang", 16)))
    let way: [ExemptionEvent] =
      switch state {
      case .proposed: []
      case .confirmed: [.confirmed]
      case .refused: [.refused(reason: "r")]
      case .withdrawn: [.withdrawn(reason: "r")]
      case .ended: [.confirmed, .ended(reason: "r")]
      }
    for (index, event) in way.enumerated() {
      exemption.apply(event, stamp("admin", 18 + 2 * index))
    }
    return exemption
  }

  struct Case: Sendable {
    var command: ExemptionCommand
    /// The only state in which it is possible, and the one it leads to.
    var from: Exemption.State
    var to: Exemption.State
  }

  static let cases = [
    Case(command: .confirm, from: .proposed, to: .confirmed),
    Case(command: .refuse(reason: " no "), from: .proposed, to: .refused),
    Case(command: .end(reason: "fitted"), from: .confirmed, to: .ended),
  ]

  @Test(arguments: cases, Exemption.State.allCases)
  func everyActInEveryState(_ row: Case, _ state: Exemption.State) throws {
    var exemption = try Self.exemption(state)
    let situation = My.situation(Self.administrator)
    guard state == row.from else {
      #expect(throws: ExemptionError.notNow(row.command.kind, state)) {
        try exemption.decide(row.command, emptied: [], in: situation)
      }
      #expect(!exemption.possibleActs.contains(row.command.kind))
      return
    }
    #expect(exemption.possibleActs.contains(row.command.kind))
    let event = try exemption.decide(row.command, emptied: [], in: situation)
    exemption.apply(event, situation.stamp)
    #expect(exemption.state == row.to)
    #expect(exemption.decided == .init(person: "administrator", day: My.day))
  }

  @Test(arguments: Role.allCases)
  func onlyAnAdministratorDecides(_ role: Role) throws {
    let exemption = try Self.exemption(.proposed)
    let situation = My.situation(HazardFixtures.person(role))
    guard role != .administrator else { return }
    for command in [ExemptionCommand.confirm, .refuse(reason: "r")] {
      #expect(throws: NotPermitted(.administer)) {
        try exemption.decide(command, emptied: [], in: situation)
      }
    }
  }

  @Test func refusals() throws {
    let situation = My.situation(Self.administrator)
    #expect(throws: ExemptionError.reasonMissing) {
      try Self.exemption(.proposed).decide(.refuse(reason: " "), emptied: [], in: situation)
    }
    #expect(throws: ExemptionError.reasonMissing) {
      try Self.exemption(.confirmed).decide(.end(reason: ""), emptied: [], in: situation)
    }
    #expect(throws: ExemptionError.nothingLeft(My.monthly.title)) {
      try Self.exemption(.proposed).decide(.confirm, emptied: [My.monthly], in: situation)
    }
    #expect(
      try Self.exemption(.proposed).decide(.refuse(reason: " no "), emptied: [], in: situation)
        == .refused(reason: "no"))
  }

  struct Force: Sendable {
    var state: Exemption.State
    var day: Int
    var isInForce: Bool
  }

  /// Confirmed on the 18th; one that ended on the 20th is asked again that day.
  @Test(arguments: [
    Force(state: .proposed, day: 23, isInForce: false),
    Force(state: .refused, day: 23, isInForce: false),
    Force(state: .confirmed, day: 17, isInForce: false),
    Force(state: .confirmed, day: 18, isInForce: true),
    Force(state: .confirmed, day: 30, isInForce: true),
    Force(state: .ended, day: 19, isInForce: true),
    Force(state: .ended, day: 20, isInForce: false),
  ])
  func fromWhenToWhen(_ row: Force) throws {
    #expect(try Self.exemption(row.state).isInForce(on: Day(2026, 11, row.day)) == row.isInForce)
  }

  /// A proposal repeated while one waits or stands changes nothing; after a refusal or an end it waits
  /// anew.
  @Test(arguments: Exemption.State.allCases)
  func proposedAgain(_ state: Exemption.State) throws {
    var exemption = try Self.exemption(state)
    let before = exemption
    var again = Self.proposal
    again.inspection = "r2"
    exemption.apply(.proposed(again), Self.stamp("li", 23))
    switch state {
    case .proposed, .confirmed: #expect(exemption == before)
    case .refused, .withdrawn, .ended:
      #expect(exemption.state == .proposed && exemption.proposal.inspection == "r2")
      #expect(exemption.decided == nil && exemption.reason == nil)
    }
  }

  /// Total: an event that makes no sense in a state changes nothing.
  @Test(arguments: Exemption.State.allCases)
  func strayEvents(_ state: Exemption.State) throws {
    let before = try Self.exemption(state)
    let stray: [ExemptionEvent] =
      switch state {
      case .proposed: [.ended(reason: "r")]
      case .confirmed: [.confirmed, .refused(reason: "r"), .withdrawn(reason: "r")]
      case .refused, .withdrawn, .ended:
        [.confirmed, .refused(reason: "r"), .withdrawn(reason: "r"), .ended(reason: "r")]
      }
    for event in stray {
      var after = before
      after.apply(event, Self.stamp("x", 23))
      #expect(after == before, "\(event.type)")
    }
  }

  @Test func anAnswerProposesWithItsSignature() throws {
    let answers = My.clean.merging([
      My.exit: .notApplicable(reason: "other", note: "no exit", always: true),
      My.socket: .notApplicable(reason: "out-of-use"),
    ]) { $1 }
    let lines = try My.signing(answers).decide(in: My.situation())
    #expect(lines.map(\.event.type) == ["inspection.signed", "exemption.proposed"])
    #expect(lines[1].subject == .exemption(Self.key))
    #expect(lines.proposedExemptions?.en == "proposed as never applying: 1")
    #expect((lines + lines).proposedExemptions?.en == "proposed as never applying: 1")
    #expect(lines.dropLast().map(\.self).proposedExemptions == nil)
    let wanted = ExemptionProposal(
      text: Bilingual(verbatim: "exits"), reason: "other", note: "no exit",
      inspection: Identifier(lines[0].subject.id))
    #expect(lines[1].event == .exemption(.proposed(wanted)))
    #expect(wanted.why == Bilingual(verbatim: "no exit"))
  }

  /// What a wrong answer or a withdrawn record proposed, and nobody has decided, goes with it.
  @Test func aProposalGoesWithItsAnswer() throws {
    let (record, _) = try My.record(My.clean)
    var proposed = try Self.exemption(.proposed)
    proposed.proposal.inspection = record.id
    var bureau = MasterDataTests.bureau
    bureau.exemptions = [proposed]
    let withdrawn = try record.withdraw(
      reason: "wrong room", hazards: [], alone: [], of: bureau, in: My.situation())
    #expect(withdrawn.map(\.event.type) == ["inspection.withdrawn", "exemption.withdrawn"])
    func corrected(_ number: Int) throws -> [String] {
      try record.correct(
        number: number, to: .notApplicable(reason: "out-of-use"), reason: "misread", item: nil,
        hazards: [], alone: [], of: bureau, deadline: { _ in My.day }, in: My.situation()
      ).map(\.event.type)
    }
    #expect(try corrected(2) == ["inspection.corrected", "exemption.withdrawn"])
    #expect(try corrected(1) == ["inspection.corrected"])
  }

  // MARK: - What is asked

  static let spared = My.questionnaire.sparing([My.exit])

  /// The numbers of the others stay, so that a form printed before still reads true.
  @Test func numbersStay() {
    #expect(Self.spared.questions.map(\.number) == [1, 3])
    #expect(Self.spared[3]?.key == My.warmth && Self.spared[2]?.key == My.exit)
    #expect(Self.spared[4] == nil && Self.spared.lastNumber == 3)
    #expect(Self.spared.sparing([My.warmth]).questions.map(\.number) == [1])
  }

  private func signed(_ answers: [ItemKey: Answer]) throws -> [SignedInspection.Answered] {
    var signing = try My.signing(answers)
    signing.questionnaire = Self.spared
    guard case .inspection(.signed(let record)) = try signing.decide(in: My.situation())[0].event
    else { return [] }
    return record.answers
  }

  /// It is not asked; what an old form says about it all the same is recorded.
  @Test func sparedItemsAreNotMissed() throws {
    #expect(try signed([My.socket: .pass, My.warmth: .reading("20")]).map(\.number) == [1, 3])
    let found = try signed(My.clean.merging([My.exit: .fail(Finding(text: "blocked"))]) { $1 })
    #expect(found.map(\.number) == [1, 2, 3])
    var signing = try My.signing(
      [My.exit: .fail(Finding(text: "blocked"))].merging(My.clean) { a, _ in a })
    signing.questionnaire = Self.spared
    #expect(
      try signing.decide(in: My.situation()).map(\.event.type)
        == ["inspection.signed", "hazard.reported"])
    #expect(throws: SigningError.unanswered([3])) { try signed([My.socket: .pass]) }
  }

  @Test func numbersFromPaper() throws {
    func resolved(_ line: String) throws -> [ItemKey: Answer] {
      try GivenAnswers(PaperLine(line))
        .resolved(for: Self.spared, hazards: [], in: .english).answers
    }
    #expect(try resolved("301 ok 3=20") == [My.socket: .pass, My.warmth: .reading("20")])
    #expect(try resolved("301 ok -2 3=20")[My.exit] == .notApplicable(reason: "no-facility"))
    #expect(try resolved("301 2 3=20")[My.exit]?.finding != nil)
    #expect(throws: GivenAnswerError.noSuchItem(4, count: 3)) { try resolved("301 4") }
  }
}
