import Almanac
import Domain
import Testing

/// Acts entered for another: confirmed or disputed by the one who decided, once.
struct EnteredActTests {
  typealias My = HazardFixtures

  static let clerk = Person(id: "clerk", name: "clerk", roles: [.administrator])
  static let id: EnteredAct.ID = "d-7"

  static func act(_ state: EnteredAct.State) throws -> EnteredAct {
    var stamp = My.stamp()
    stamp.entered = Entered(by: clerk.id, paper: My.found)
    stamp.act = id.rawValue
    var act = try #require(EnteredAct(stamp))
    act.lines = [Happening(.hazard("2026-017"), .hazard(.closed))]
    switch state {
    case .waiting: break
    case .confirmed: act.answer = EntryAnswer(id: id, beginning: .confirmed, My.stamp())
    case .disputed:
      act.answer = EntryAnswer(id: id, beginning: .disputed(reason: "r"), My.stamp())
    }
    return act
  }

  static let bureau = Bureau(
    organization: Organization(name: "o"), isPractice: true, sections: [],
    persons: [My.supervisor, clerk], places: [], plans: [], checklists: [], seasons: [], alerts: [],
    calendar: WorkCalendar())

  struct Case: Sendable {
    var command: EntryCommand
    var from: EnteredAct.State
    /// The state that it leads to; nil where it is refused.
    var to: EnteredAct.State?
  }

  static let cases = [
    Case(command: .confirm, from: .waiting, to: .confirmed),
    Case(command: .confirm, from: .disputed, to: .confirmed),
    Case(command: .confirm, from: .confirmed, to: nil),
    Case(command: .dispute(reason: " no "), from: .waiting, to: .disputed),
    Case(command: .dispute(reason: "no"), from: .disputed, to: nil),
    Case(command: .dispute(reason: "no"), from: .confirmed, to: nil),
  ]

  @Test(arguments: cases)
  func everyWordInEveryState(_ row: Case) throws {
    let act = try Self.act(row.from)
    let situation = My.situation(My.supervisor)
    #expect(act.possibleActs.contains(row.command.kind) == (row.to != nil))
    guard let to = row.to else {
      #expect(throws: EntryError.saidAlready("d-7", row.from)) {
        try act.decide(row.command, with: Self.bureau, in: situation)
      }
      return
    }
    let event = try act.decide(row.command, with: Self.bureau, in: situation)
    var answer = act.answer ?? EntryAnswer(id: Self.id, beginning: event, situation.stamp)
    answer.apply(event, situation.stamp)
    #expect(answer.state == to && answer.person == "supervisor" && answer.day == My.today)
    #expect(answer.reason == (to == .disputed ? "no" : nil))
  }

  /// Neither the recorder nor anybody else, nor for the decider on paper once more.
  @Test func onlyTheDeciderByTheirOwnHand() throws {
    let act = try Self.act(.waiting)
    let paper = Entered(by: Self.clerk.id, paper: My.today)
    for situation in [
      My.situation(Self.clerk), My.situation(My.fixer), My.situation(My.supervisor, entered: paper),
    ] {
      #expect(throws: EntryError.notDecider("supervisor")) {
        try act.decide(.confirm, with: Self.bureau, in: situation)
      }
    }
    #expect(throws: EntryError.reasonMissing) {
      try act.decide(
        .dispute(reason: " "), with: Self.bureau, in: My.situation(My.supervisor))
    }
  }

  /// Total: what makes no sense changes nothing.
  @Test(arguments: [EnteredAct.State.confirmed, .disputed])
  func strayEvents(_ state: EnteredAct.State) throws {
    let before = try #require(try Self.act(state).answer)
    var after = before
    after.apply(.disputed(reason: "again"), My.stamp("x", on: My.later))
    #expect(after == before)
  }

  @Test func whatOneEntersForOneselfWaitsForNobody() {
    var stamp = My.stamp("clerk")
    #expect(EnteredAct(stamp) == nil)
    stamp.entered = Entered(by: "clerk", paper: My.today)
    #expect(EnteredAct(stamp) == nil)
  }

  struct Told: Sendable {
    var recorder: Person.ID?
    var answer: EntryEvent?
    var words: Bilingual?
  }

  @Test(arguments: [
    Told(),
    Told(
      recorder: "supervisor",
      words: Bilingual(
        zh: "supervisor 代录，纸上日期 2026-11-16",
        en: "entered by supervisor, paper of 2026-11-16")),
    Told(
      recorder: "clerk",
      words: Bilingual(
        zh: "clerk 代录，纸上日期 2026-11-16，待本人确认", en: "entered by clerk, paper of 2026-11-16, waiting")),
    Told(
      recorder: "clerk", answer: .confirmed,
      words: Bilingual(
        zh: "clerk 代录，纸上日期 2026-11-16，本人已确认 2026-11-23",
        en: "entered by clerk, paper of 2026-11-16, confirmed 2026-11-23")),
    Told(
      recorder: "clerk", answer: .disputed(reason: "no"),
      words: Bilingual(
        zh: "clerk 代录，纸上日期 2026-11-16，本人有异议 2026-11-23：no",
        en: "entered by clerk, paper of 2026-11-16, disputed 2026-11-23: no")),
  ])
  func inTimelines(_ row: Told) {
    var stamp = My.stamp()
    stamp.entered = row.recorder.map { Entered(by: $0, paper: My.found) }
    let answer = row.answer.map { EntryAnswer(id: Self.id, beginning: $0, My.stamp()) }
    let entry = TimelineEntry(stamp: stamp, event: .hazard(.closed), answer: answer)
    #expect(entry.enteredWords(Self.bureau) == row.words)
  }

  /// A round signed on paper is one act on many records.
  @Test func manyLinesAreToldOnce() throws {
    var act = try Self.act(.waiting)
    act.lines = (1...3).map { Happening(.hazard(.init("2026-00\($0)")), .hazard(.closed)) }
    #expect(act.about == Bilingual(zh: "2026-001 等3项", en: "2026-001 +2"))
    #expect(act.words(Self.bureau) == HazardEvent.closed.name)
  }
}
