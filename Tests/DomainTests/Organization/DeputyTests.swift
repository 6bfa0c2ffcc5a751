import Almanac
import Domain
import Testing

/// One person in the place of another (代理): when, for which acts, and what never.
struct DeputyTests {
  static let from = Day(2026, 11, 23)
  static let to = Day(2026, 11, 27)

  /// The office with a deputy of these roles for the one of `principal`.
  static func bureau(_ deputy: Person, for principal: Person) -> Bureau {
    var deputy = deputy
    deputy.deputyFor = [Deputyship(for: principal.id, from: from, to: to)]
    return Bureau(
      organization: Organization(name: "Office"), isPractice: true, sections: [],
      persons: [deputy, principal], places: [], plans: [], checklists: [], seasons: [], alerts: [],
      calendar: WorkCalendar())
  }

  static func situation(_ deputy: Person, for principal: Person, on day: Day) -> Situation {
    let bureau = bureau(deputy, for: principal)
    let actor = bureau.persons[0]
    return HazardFixtures.situation(bureau.acting(actor, on: day), on: day)
  }

  struct When: Sendable {
    var day: Day
    /// The last day in office of the one stood in for.
    var left: Day?
    var stands: Bool
  }

  /// Both days are included; nobody stands in for one who has left.
  @Test(arguments: [
    When(day: Day(2026, 11, 22), stands: false), When(day: Day(2026, 11, 23), stands: true),
    When(day: Day(2026, 11, 27), stands: true), When(day: Day(2026, 11, 28), stands: false),
    When(day: Day(2026, 11, 25), left: Day(2026, 11, 25), stands: true),
    When(day: Day(2026, 11, 26), left: Day(2026, 11, 25), stands: false),
  ])
  func days(_ row: When) throws {
    var supervisor = HazardFixtures.supervisor
    supervisor.to = row.left
    let situation = Self.situation(
      HazardFixtures.person(.rectifier), for: supervisor, on: row.day)
    let hazard = try HazardFixtures.hazard(.verified)
    #expect(situation.actor.may(.close) == row.stands)
    #expect(hazard.possibleActs(for: situation.actor).contains(.close) == row.stands)
    let decided = Result { try situation.decided { try hazard.decide(.close, in: $0) } }
    if row.stands {
      #expect(try decided.get().lines == [.closed])
      #expect(try decided.get().situation.stamp.standsFor == "supervisor")
      #expect(try decided.get().situation.stamp.actor == "rectifier")
    } else {
      #expect(throws: NotPermitted(.close)) { try decided.get() }
    }
  }

  struct What: Sendable {
    var deputy: Person
    var principal: Person
    var act: HazardCommand.Kind
    var state: Hazard.State
    /// Whose place it is in; nil for the deputy's own role.
    var standsFor: Person.ID?
    var refused: HazardError?
  }

  static let head = HazardFixtures.person(.officeHead)
  static let supervisor = HazardFixtures.supervisor
  static let plain = HazardFixtures.person(.inspector)
  /// Both mends the hazard and decides about hazards.
  static let fixingSupervisor = Person(id: "fixer", name: "", roles: [.rectifier, .supervisor])

  @Test(arguments: [
    What(
      deputy: plain, principal: supervisor, act: .extend, state: .assigned, standsFor: "supervisor"),
    What(
      deputy: plain, principal: supervisor, act: .verify, state: .submitted,
      standsFor: "supervisor"),
    // What the deputy's own role allows is done in their own name, unless the other's closes it as well.
    What(deputy: head, principal: supervisor, act: .assign, state: .reported),
    What(
      deputy: head, principal: supervisor, act: .verify, state: .submitted,
      standsFor: "supervisor"),
    What(deputy: head, principal: head, act: .verify, state: .submitted),
    What(
      deputy: head, principal: supervisor, act: .close, state: .verified, standsFor: "supervisor"),
    // The other's tasks as the one assigned stay theirs.
    What(
      deputy: plain, principal: fixingSupervisor, act: .accept, state: .assigned,
      refused: .notAssignee("fixer")),
    What(
      deputy: plain, principal: fixingSupervisor, act: .submit, state: .rectifying,
      refused: .notAssignee("fixer")),
    What(
      deputy: plain, principal: fixingSupervisor, act: .extend, state: .assigned,
      standsFor: "fixer"),
    // Neither verifies nor closes what one of the two mended.
    What(
      deputy: plain, principal: fixingSupervisor, act: .verify, state: .submitted,
      refused: .fixerMayNotVerify),
    What(
      deputy: plain, principal: fixingSupervisor, act: .close, state: .verified,
      refused: .fixerMayNotVerify),
    What(
      deputy: HazardFixtures.fixer, principal: supervisor, act: .verify, state: .submitted,
      refused: .fixerMayNotVerify),
    What(
      deputy: HazardFixtures.fixer, principal: supervisor, act: .close, state: .verified,
      refused: .fixerMayNotVerify),
  ])
  func acts(_ row: What) throws {
    let situation = Self.situation(row.deputy, for: row.principal, on: HazardFixtures.today)
    let hazard = try HazardFixtures.hazard(row.state)
    let command = HazardFixtures.command(row.act)
    let decided = Result { try situation.decided { try hazard.decide(command, in: $0) } }
    #expect(
      hazard.possibleActs(for: situation.actor).contains(row.act) == (row.refused == nil))
    if let refused = row.refused {
      #expect(throws: refused) { try decided.get() }
    } else {
      #expect(try decided.get().situation.stamp.standsFor == row.standsFor)
    }
  }

  /// What another may only as somebody's deputy is not passed on.
  @Test func noDeputyOfADeputy() throws {
    var bureau = Self.bureau(Self.plain, for: Self.head)
    bureau.persons[1].deputyFor = [Deputyship(for: "supervisor", from: Self.from, to: Self.to)]
    bureau.persons.append(Self.supervisor)
    let actor = bureau.acting(bureau.persons[0], on: Self.from)
    #expect(actor.may(.assign) && !actor.may(.close))
  }

  /// The place of a section's head is that section; who walked the rooms signs for none of the two.
  @Test(arguments: [nil, "inspector", "sectionHead"] as [Person.ID?])
  func signingForASection(_ walker: Person.ID?) throws {
    var head = HazardFixtures.person(.sectionHead)
    head.section = "finance"
    let situation = Self.situation(Self.plain, for: head, on: HazardFixtures.today)
    let walk = WalkFixtures.walk(inspectors: [walker ?? "wang"])
    let (record, _) = try WalkFixtures.record(WalkFixtures.clean, walk: walk)
    let signed = Result {
      try situation.decided {
        try RoundActs.countersign(
          section: "finance", records: [record], hazards: [], paper: nil, in: $0)
      }.lines.map(\.event)
    }
    if walker == nil {
      #expect(
        try signed.get() == [
          .inspection(
            .countersigned(
              Countersignature(
                person: "inspector", day: HazardFixtures.today, standsFor: "sectionHead")))
        ])
    } else {
      #expect(throws: RecordError.inspectorMaySignNot) { try signed.get() }
    }
  }

  struct Entry: Sendable {
    var command: DeputyCommand
    var by: Role = .administrator
    var refused: DeputyError?
    var left: [Deputyship] = []
  }

  static func stint(_ from: Int, _ to: Int, for person: Person.ID = "supervisor") -> Deputyship {
    Deputyship(for: person, from: Day(2026, 11, from), to: Day(2026, 11, to))
  }

  /// Today is 23 November; the deputy stands in from 20 to 25 already.
  @Test(arguments: [
    Entry(command: .appoint(stint(26, 30)), left: [stint(20, 25), stint(26, 30)]),
    Entry(
      command: .appoint(stint(23, 23, for: "officeHead")),
      left: [stint(20, 25), stint(23, 23, for: "officeHead")]),
    Entry(command: .appoint(stint(25, 30)), refused: .standsAlready(stint(20, 25))),
    Entry(command: .appoint(stint(30, 29)), refused: .endsBeforeItBegins),
    Entry(command: .appoint(stint(22, 30)), refused: .past(Day(2026, 11, 22))),
    Entry(command: .appoint(stint(26, 30, for: "inspector")), refused: .oneself),
    Entry(command: .appoint(stint(26, 30, for: "x")), refused: .noSuchPerson("x")),
    Entry(
      command: .appoint(stint(26, 30, for: "leader")),
      refused: .left("leader", last: Day(2026, 11, 28))),
    Entry(command: .end(for: "supervisor"), left: [stint(20, 22)]),
    Entry(command: .end(for: "officeHead"), refused: .isNone("inspector", of: "officeHead")),
  ])
  func entering(_ row: Entry) throws {
    var bureau = Self.bureau(Self.plain, for: Self.supervisor)
    bureau.persons[0].deputyFor = [Self.stint(20, 25)]
    var leader = HazardFixtures.person(.leader)
    leader.to = Day(2026, 11, 28)
    bureau.persons += [Self.head, leader]
    let situation = HazardFixtures.situation(HazardFixtures.person(row.by))
    let lines = Result { try row.command.decide(of: "inspector", with: bureau, in: situation) }
    if let refused = row.refused {
      #expect(throws: refused) { try lines.get() }
    } else {
      guard case .person(let person)? = try lines.get().first?.event else {
        Issue.record("no person")
        return
      }
      #expect(person.deputyFor == row.left)
    }
  }

  @Test func onlyAdministratorsInPersonEnterThem() throws {
    let bureau = Self.bureau(Self.plain, for: HazardFixtures.person(.administrator))
    let command = DeputyCommand.appoint(Self.stint(26, 30, for: "administrator"))
    for role in Role.allCases where role != .administrator {
      #expect(throws: NotPermitted(.administer)) {
        try command.decide(
          of: "inspector", with: bureau,
          in: HazardFixtures.situation(HazardFixtures.person(role)))
      }
    }
    let deputy = HazardFixtures.situation(bureau.acting(bureau.persons[0], on: Self.from))
    #expect(throws: DeputyError.notByDeputies) {
      try deputy.decided { try command.decide(of: "inspector", with: bureau, in: $0) }
    }
  }

  @Test func anObserverStandsInForNobody() {
    let bureau = Self.bureau(HazardFixtures.person(.observer), for: Self.supervisor)
    #expect(throws: DeputyError.observer("observer")) {
      try DeputyCommand.appoint(Self.stint(28, 30)).decide(
        of: "observer", with: bureau,
        in: HazardFixtures.situation(HazardFixtures.person(.administrator)))
    }
  }

  /// Changing a person leaves their deputyships as they are, whatever the caller holds.
  @Test func editingKeepsThem() throws {
    var bureau = Self.bureau(Self.plain, for: Self.supervisor)
    bureau.persons += [.fireSafetyManager, .administrator].map(HazardFixtures.person)
    var edited = Self.plain
    edited.name = "Ann"
    let lines = try MasterData.person(edited).decide(
      with: bureau, in: HazardFixtures.situation(HazardFixtures.person(.administrator)))
    edited.deputyFor = bureau.persons[0].deputyFor
    #expect(lines == [Happening(.person("inspector"), .person(edited))])
  }

  @Test func theRecordNamesBoth() {
    let bureau = Self.bureau(
      Person(id: "a", name: "甲", roles: []), for: Person(id: "b", name: "乙", roles: []))
    #expect(bureau.name("a", for: "b") == Bilingual(zh: "甲（代乙）", en: "甲 (deputy of 乙)"))
    #expect(bureau.name("a", for: nil) == Bilingual(zh: "甲", en: "甲"))
  }
}
