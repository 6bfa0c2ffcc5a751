import Almanac
import Domain
import Testing

/// What one who leaves has in hand.
struct InHandTests {
  static let today = HazardFixtures.today
  static let leaver = Person(
    id: "fixer", name: "Fixer", section: "finance", roles: [.rectifier, .sectionHead])

  static func plan(
    _ id: Plan.ID, _ persons: [Person.ID], isEnabled: Bool = true, to: Day? = nil
  ) -> PlanHistory {
    var plan = Plan(
      id: id, title: Bilingual(verbatim: id.rawValue), trigger: Trigger(.monthly),
      uses: [Plan.Use("office")], to: to)
    plan.isEnabled = isEnabled
    plan.assignees = Plan.Assignees(persons: persons)
    return PlanHistory(plan, recorded: today)
  }

  static func bureau(_ others: [Person] = []) -> Bureau {
    var away = HazardFixtures.person(.archivist)
    away.deputyFor = [
      Deputyship(for: leaver.id, from: today - 9, to: today - 1),
      Deputyship(for: leaver.id, from: today, to: today + 9),
    ]
    return Bureau(
      organization: Organization(name: "Office"), isPractice: true,
      sections: [Section(id: "finance", name: "Finance"), Section(id: "legal", name: "Legal")],
      persons: [leaver, away] + others,
      places: [
        Place(id: "301", name: "301", kind: .office, keyReason: "paper", keyPerson: leaver.id),
        Place(
          id: "302", name: "302", kind: .office, to: today - 1, keyReason: "paper",
          keyPerson: leaver.id),
        Place(id: "303", name: "303", kind: .office),
      ],
      plans: [
        plan("own", [leaver.id, "other"]), plan("off", [leaver.id], isEnabled: false),
        plan("over", [leaver.id], to: today - 1), plan("others", ["other"]),
      ], checklists: [], seasons: [], alerts: [], calendar: WorkCalendar())
  }

  @Test func whatIsListed() throws {
    let hazards = try Hazard.State.allCases.map { state in
      HazardBrief(try HazardFixtures.hazard(state))
    }
    let hand = Self.bureau().inHand(
      of: Self.leaver, hazards: hazards, drafts: [], rosters: [], on: Self.today)
    // Assigned, rectifying and submitted; reported it is nobody's, verified it asks no more of them.
    #expect(hand.hazards.count == 3)
    #expect(hand.plans == ["own"] && hand.places == ["301"] && hand.sections == ["finance"])
    #expect(hand.deputies.map(\.deputyship.from) == [Self.today] && !hand.isEmpty)
    #expect(
      hand.amounts
        == Bilingual(
          zh: "隐患 3、计划 1、重点部位 1、科室 1", en: "3 hazards, 1 plan, 1 key place, 1 section"))
  }

  struct Head: Sendable {
    var section: Section.ID = "finance"
    var roles: Set<Role> = [.sectionHead]
    var to: Day?
    var heads: Bool
  }

  /// A section is in hand where nobody else heads it.
  @Test(arguments: [
    Head(heads: true), Head(section: "legal", heads: false),
    Head(roles: [.inspector], heads: false), Head(to: today, heads: false),
    Head(to: today + 1, heads: true),
  ])
  func sections(_ row: Head) {
    let other = Person(
      id: "other", name: "Other", section: row.section, roles: row.roles, to: row.to)
    let hand = Self.bureau([other]).inHand(
      of: Self.leaver, hazards: [], drafts: [], rosters: [], on: Self.today)
    #expect(hand.sections.isEmpty == row.heads)
  }

  struct Left: Sendable {
    var to: Day?
    var isNamed: Bool
  }

  /// Who leaves today is still there today; from tomorrow what is left is to be handed over.
  @Test(arguments: [
    Left(to: nil, isNamed: false), Left(to: today, isNamed: false),
    Left(to: today - 1, isNamed: true),
  ])
  func onToday(_ row: Left) throws {
    var bureau = Self.bureau()
    bureau.persons[0].to = row.to
    let agenda = Agenda(
      now: Moment(Self.today, hour: 9, minute: 0), bureau: bureau, rounds: [],
      hazards: [HazardBrief(try HazardFixtures.hazard(.assigned))], drafts: [])
    #expect(agenda.leftBehind.map(\.person.id) == (row.isNamed ? ["fixer"] : []))
  }
}
