import Almanac
import Domain
import Testing

/// Rectification notices: issued about hazards of one section, signed for, answered, or withdrawn.
struct RectificationNoticeTests {
  typealias My = HazardFixtures

  static let content = RectificationNotice.Content(
    number: "n1", section: "office", signer: "supervisor", date: Day(2026, 11, 20),
    lines: [
      .init(hazard: "2026-017", demand: Bilingual(verbatim: "mend"), deadline: My.deadline)
    ])
  static let head = Person(id: "head", name: "head", section: "office", roles: [.sectionHead])
  static let other = Person(id: "other", name: "other", section: "b", roles: [.sectionHead])
  static let reply = RectificationNotice.Reply(hazard: "2026-017", done: "replaced")

  /// A notice led to a state by its own events.
  static func notice(_ state: RectificationNotice.State) throws -> RectificationNotice {
    var notice = try #require(RectificationNotice(id: "n", beginning: .issued(content)))
    let way: [RectificationNoticeEvent] =
      switch state {
      case .issued: []
      case .received: [.received(on: My.today)]
      case .answered: [.received(on: My.today), .answered([reply], on: My.today)]
      case .withdrawn: [.withdrawn(reason: "r")]
      }
    for event in way { notice.apply(event, My.stamp("head")) }
    return notice
  }

  struct Case: Sendable {
    var command: RectificationNoticeCommand
    var from: Set<RectificationNotice.State>
    var to: RectificationNotice.State
    var by: [Person]
    var notBy: [Person]
  }

  static let cases = [
    Case(
      command: .receive(on: Day(2026, 11, 21)), from: [.issued], to: .received,
      by: [head, My.fixer], notBy: [other, My.supervisor, My.person(.administrator)]),
    Case(
      command: .answer(), from: [.received], to: .answered, by: [head, My.fixer],
      notBy: [other, My.supervisor, My.person(.inspector)]),
    Case(
      command: .withdraw(reason: "r"), from: [.issued, .received], to: .withdrawn,
      by: [My.supervisor, My.person(.officeHead), My.person(.administrator)],
      notBy: [head, My.fixer, My.person(.leader)]),
  ]

  @Test(arguments: cases, RectificationNotice.State.allCases)
  func everyActInEveryState(_ row: Case, _ state: RectificationNotice.State) throws {
    let hazards = [try My.hazard(.submitted)]
    for person in row.by {
      var notice = try Self.notice(state)
      #expect(notice.possibleActs.contains(row.command.kind) == row.from.contains(state))
      guard row.from.contains(state) else {
        #expect(throws: RectificationNoticeError.notNow(row.command.kind, "n1", state)) {
          try notice.decide(row.command, hazards: hazards, in: My.situation(person))
        }
        continue
      }
      let event = try notice.decide(row.command, hazards: hazards, in: My.situation(person))
      notice.apply(event, My.stamp(person.id))
      #expect(notice.state == row.to)
    }
    guard row.from.contains(state) else { return }
    for person in row.notBy {
      let notice = try Self.notice(state)
      let refusal = #expect(throws: (any Error).self) {
        try notice.decide(row.command, hazards: hazards, in: My.situation(person))
      }
      #expect((refusal as? any Refusal)?.kind == .notPermitted, "\(person.id)")
    }
  }

  @Test func whoReceivedAndAnsweredIsKept() throws {
    let notice = try Self.notice(.answered)
    #expect(notice.received == Hazard.Step(person: "head", day: My.today))
    #expect(notice.answered == Hazard.Step(person: "head", day: My.today))
    #expect(notice.reply(to: "2026-017") == "replaced" && !notice.isOpen)
    #expect(try Self.notice(.withdrawn).withdrawn?.person == "head")
  }

  @Test(arguments: RectificationNotice.State.allCases)
  func strayEventsChangeNothing(_ state: RectificationNotice.State) throws {
    let before = try Self.notice(state)
    let events: [RectificationNoticeEvent] = [
      .issued(Self.content), .received(on: Day(2026, 11, 28)), .answered([], on: Day(2026, 11, 28)),
      .withdrawn(reason: "again"),
    ]
    let possible = Set(before.possibleActs.map { "notice.\(Self.past($0))" })
    for event in events {
      var notice = before
      notice.apply(event, My.stamp("x"))
      #expect((notice != before) == possible.contains(event.type), "\(event.type)")
    }
    #expect(RectificationNotice(id: "n", beginning: .withdrawn(reason: "r")) == nil)
  }

  private static func past(_ kind: RectificationNoticeCommand.Kind) -> String {
    switch kind {
    case .receive: "received"
    case .answer: "answered"
    case .withdraw: "withdrawn"
    }
  }

  @Test func datesAndWordsAreChecked() throws {
    let (issued, received) = (try Self.notice(.issued), try Self.notice(.received))
    func refused(
      _ notice: RectificationNotice, _ command: RectificationNoticeCommand,
      by person: Person = Self.head, state: Hazard.State = .submitted,
      as error: some Error & Equatable
    ) throws {
      let hazards = [try My.hazard(state)]
      #expect(throws: error) {
        try notice.decide(command, hazards: hazards, in: My.situation(person))
      }
    }
    let (early, late) = (Day(2026, 11, 19), Day(2026, 11, 24))
    try refused(
      issued, .receive(on: early),
      as: RectificationNoticeError.tooEarly(early, since: Day(2026, 11, 20)))
    try refused(issued, .receive(on: late), as: EnteredError.paperInFuture(late))
    try refused(
      received, .answer(["2026-018": "x"]),
      as: RectificationNoticeError.notOnIt("2026-018", "n1"))
    try refused(
      received, .answer(), state: .assigned, as: RectificationNoticeError.nothingDone("2026-017"))
    try refused(
      received, .withdraw(reason: " "), by: My.supervisor,
      as: RectificationNoticeError.reasonMissing)
    #expect(
      try received.decide(
        .answer(["2026-017": " typed "]), hazards: [My.hazard(.assigned)],
        in: My.situation(Self.head))
        == .answered([.init(hazard: "2026-017", done: "typed")], on: My.today))
  }

  /// A default demand says another thing for each way a hazard may stand.
  @Test func demands() throws {
    let onSpot = try My.hazard(
      .reported, My.report(onSpot: "pushed back"))
    let overdue = try My.hazard(.rectifying)
    let texts = [
      onSpot.demand(on: My.today).en, try My.hazard(.submitted).demand(on: My.today).en,
      overdue.demand(on: My.today).en, overdue.demand(on: My.deadline + 1).en,
    ]
    #expect(onSpot.isMendedOnSpot && Set(texts).count == 4)
    #expect(texts[3].hasPrefix("Overdue") && texts[0].contains("on the spot"))
  }

  @Test func numbers() {
    var numbering = Numbering(year: 2026, hazard: 1, inspection: 1, notice: 3)
    #expect(numbering.takeNotice() == ("整2026-003", "安整〔2026〕3号"))
    #expect(numbering.takeNotice().id == "整2026-004")
    var second = Numbering(year: 2026, device: "B", hazard: 1, inspection: 1)
    #expect(second.takeNotice() == ("整2026-B001", "安整〔2026〕B1号"))
  }

  struct Call: Sendable {
    var text: String
    var isMeant: Bool
  }

  @Test(arguments: [
    Call(text: "整2026-003", isMeant: true), Call(text: "安整〔2026〕3号", isMeant: true),
    Call(text: "2026-3", isMeant: true), Call(text: "2026-003", isMeant: true),
    Call(text: "2026-13", isMeant: false), Call(text: "3", isMeant: false),
    Call(text: "", isMeant: false), Call(text: "2025-3", isMeant: false),
  ])
  func calledBy(_ row: Call) throws {
    var content = Self.content
    content.number = "安整〔2026〕3号"
    let notice = try #require(RectificationNotice(id: "整2026-003", beginning: .issued(content)))
    #expect(notice.isCalled(row.text) == row.isMeant)
  }
}
