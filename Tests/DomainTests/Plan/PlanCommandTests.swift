import Almanac
import Domain
import Testing

/// What an administrator may do to a plan, and what it does to its rounds.
struct PlanCommandTests {
  typealias World = CommandTests.World

  static let weekly = Plan(
    id: "night", title: Bilingual(verbatim: "Night"), trigger: Trigger(.weekly),
    uses: [Plan.Use("office")])

  static func changed(_ change: (inout Plan) -> Void) -> PlanCommand {
    var plan = weekly
    change(&plan)
    return .add(plan)
  }

  struct Case: Sendable {
    var plan: Plan.ID = "monthly"
    var command: PlanCommand
    /// What is said, in English.
    var refused: String
  }

  @Test(arguments: [
    Case(
      plan: "gone", command: .close(on: nil), refused: "There is no plan “gone”; see plan list."),
    Case(command: .add(WalkFixtures.monthly), refused: "The id “monthly” stands twice."),
    Case(
      plan: "a/b",
      command: .add(Plan(id: "a/b", title: weekly.title, trigger: Trigger(.daily), uses: [])),
      refused: """
        “a/b” cannot be an id: not empty, no hyphen first, no space, slash or invisible \
        character, 40 characters at most.
        """),
    Case(command: changed { $0.uses = [] }, refused: "A plan needs a checklist at least."),
    Case(
      command: changed { $0.uses = [Plan.Use("gone")] },
      refused: "There is no checklist “gone” in use; see checklist list."),
    Case(
      command: changed { $0.uses = [Plan.Use("office", sections: ["all", "gone"])] },
      refused: "The checklist “office” has no section “gone”; see checklist show."),
    Case(
      command: changed { $0.scope = .places(["999"]) },
      refused: "There is no place “999”; see place list."),
    Case(
      command: changed { $0.assignees = .init(sections: ["gone"]) },
      refused: "There is no section “gone”."),
    Case(
      command: changed { $0.assignees = .init(persons: ["gone"]) },
      refused: "There is no person “gone”; see person list."),
    // The list is for offices: it asks nothing in the archive, now or ever.
    Case(
      command: changed { $0.scope = .kinds([.archiveRoom]) },
      refused: """
        Its checklists ask nothing at the places named, so that no round would ever come; name other \
        checklists or places.
        """),
    Case(
      command: .revise([.scope(.kinds([.vehicle]))], from: nil),
      refused: """
        Its checklists ask nothing at the places named, so that no round would ever come; name other \
        checklists or places.
        """),
    Case(command: changed { $0.trigger.day = 32 }, refused: "No month has a day 32."),
    Case(
      command: changed { $0.trigger.lead = 61 },
      refused: "The working days before run from 1 to 60, not 61."),
    Case(
      command: changed { $0.trigger.kind = .once }, refused: "A check made once needs its date."),
    Case(
      command: changed {
        $0.from = Day(2027, 1, 2)
        $0.to = Day(2027, 1, 1)
      }, refused: "It ends before it begins."),
    Case(
      command: .revise([.day(3)], from: Day(2026, 11, 22)),
      refused: "2026-11-22 is past: a plan changes from today or later; what was stays as it was."),
    Case(command: .revise([.uses([])], from: nil), refused: "A plan needs a checklist at least."),
    Case(
      command: .pause(.init(from: Day(2026, 11, 1))),
      refused: "2026-11-01 is past: a plan changes from today or later; what was stays as it was."),
    Case(
      command: .pause(.init(from: Day(2026, 12, 2), to: Day(2026, 12, 1))),
      refused: "It ends before it begins."),
    Case(
      command: .resume(on: nil), refused: "The plan “monthly” is neither paused nor off nor closed."
    ),
    Case(
      command: .close(on: Day(2026, 11, 1)),
      refused: "2026-11-01 is past: a plan changes from today or later; what was stays as it was."),
  ])
  func refused(_ row: Case) throws {
    var world = try World()
    let plan: Plan.ID = if case .add(let plan) = row.command { plan.id } else { row.plan }
    do {
      try world.perform(.plan(plan, row.command), by: "admin")
      Issue.record("not refused")
    } catch let error as any Refusal {
      #expect(error.message.en == row.refused)
    }
    #expect(throws: NotPermitted(.administer)) {
      try world.perform(.plan(plan, row.command), by: "boss")
    }
  }

  /// Office 301 and archive A1: the list asks nothing in the second. Of several named one suffices, and
  /// what is said of the others.
  @Test func placesWhereNothingIsAsked() throws {
    var world = try World()
    world.fold.apply(
      .place("A1"), .place(Place(id: "A1", name: "Archive", kind: .archiveRoom)),
      Stamp(at: world.now, day: Day(2026, 11, 1), actor: "setup"))
    func command(_ change: (inout Plan) -> Void) -> Domain.Command {
      .plan("night", Self.changed(change))
    }
    #expect(throws: PlanError.asksNothing(["A1 Archive"])) {
      try world.perform(command { $0.scope = .places(["A1"]) }, by: "admin")
    }
    #expect(throws: PlanError.asksNothing(["A1 Archive"])) {
      try world.perform(
        command { $0.scope = Plan.Scope(kinds: [.vehicle], places: ["A1"]) }, by: "admin")
    }
    try world.perform(command { $0.scope = .places(["301", "A1"]) }, by: "admin")
    let plan = try #require(world.fold.plans["night"]?.present)
    #expect(world.fold.bureau.idlePlaces(of: plan) == ["A1 Archive"])
    // An office may come later: a kind that is asked is enough. What is off, or only renamed, stays.
    try world.perform(
      .plan("night", .revise([.scope(Plan.Scope(kinds: [.office], places: ["A1"]))], from: nil)),
      by: "admin")
    try world.perform(
      .plan("night", .revise([.scope(.places(["A1"])), .enabled(false)], from: nil)), by: "admin")
    try world.perform(
      .plan("night", .revise([.title(Self.weekly.title)], from: nil)), by: "admin")
    #expect(throws: PlanError.asksNothing(["A1 Archive"])) {
      try world.perform(
        .plan("night", .revise([.enabled(true)], from: nil)), by: "admin")
    }
  }

  /// The periods of a plan in a window, as `2026-12 12-01 12-31 01-01`.
  static func lines(
    _ world: World, _ plan: Plan.ID, _ window: ClosedRange<Day>
  ) throws -> [String] {
    world.fold.bureau.periods(of: try #require(world.fold.plans[plan]), in: window).map(\.line)
  }

  @Test func aNewPlanNeverAsksForWhatWasOver() throws {
    var world = try World()
    #expect(try world.perform(.plan("night", .add(Self.weekly)), by: "admin") == ["plan.set"])
    #expect(
      try Self.lines(world, "night", Day(2026, 11, 1)...Day(2026, 12, 1)) == [
        "2026-W48 11-23 11-27 11-30", "2026-W49 11-30 12-04 12-07",
      ])
  }

  /// A change planned for January and one made today: today's is taken over by January's.
  @Test func aPlannedRevisionTakesLaterChangesOver() throws {
    var world = try World()
    let title = Bilingual(verbatim: "Rooms")
    try world.perform(.plan("monthly", .revise([.day(20)], from: Day(2027, 1, 1))), by: "admin")
    #expect(
      try world.perform(.plan("monthly", .revise([.title(title)], from: nil)), by: "admin")
        == ["plan.set", "plan.set"])
    let plan = try #require(world.fold.plans["monthly"])
    #expect(
      plan.revisions.map(\.from) == [
        Day(2026, 11, 1), Day(2026, 11, 23), Day(2027, 1, 1),
      ])
    #expect(plan.revisions.map(\.plan.title) == [WalkFixtures.monthly.title, title, title])
    #expect(plan.plan(on: Day(2026, 11, 22)).title == WalkFixtures.monthly.title)
    #expect(plan.plan(on: Day(2026, 12, 31)).trigger.day == nil)
    #expect(plan.plan(on: Day(2027, 1, 1)).trigger.day == 20)
    #expect(
      try Self.lines(world, "monthly", Day(2026, 12, 1)...Day(2027, 1, 31)) == [
        "2026-12 12-01 12-31 01-01", "2027-01 01-01 01-20 02-01",
      ])
  }

  @Test func pausedResumedClosedAndOpenedAgain() throws {
    var world = try World()
    let window = Day(2026, 11, 1)...Day(2027, 4, 30)
    func keys() throws -> [Substring] {
      try Self.lines(world, "monthly", window).map { $0.prefix(7) }
    }
    let pause = Plan.Pause(from: Day(2026, 12, 1), reason: "rebuilding")
    #expect(
      try world.perform(.plan("monthly", .pause(pause)), by: "admin") == ["plan.paused"])
    #expect(try keys() == ["2026-11"])
    #expect(
      try world.perform(.plan("monthly", .resume(on: Day(2027, 2, 1))), by: "admin")
        == ["plan.resumed"])
    #expect(try keys() == ["2026-11", "2027-02", "2027-03", "2027-04"])
    try world.perform(.plan("monthly", .close(on: Day(2027, 2, 10))), by: "admin")
    #expect(try keys() == ["2026-11", "2027-02"])
    world.now = Moment(Day(2027, 3, 20), hour: 9, minute: 0)
    #expect(try world.perform(.plan("monthly", .resume(on: nil)), by: "admin") == ["plan.set"])
    #expect(try keys() == ["2026-11", "2027-02", "2027-04"])
    try world.perform(.plan("monthly", .revise([.enabled(false)], from: nil)), by: "admin")
    #expect(try keys() == ["2026-11", "2027-02"])
    try world.perform(.plan("monthly", .resume(on: nil)), by: "admin")
    #expect(try keys() == ["2026-11", "2027-02", "2027-04"])
  }

  /// 23 November 2026 is a Monday: its week starts on it.
  @Test func whatWasWalkedTodayIsNotTakenAway() throws {
    var world = try World()
    try world.perform(.plan("night", .add(Self.weekly)), by: "admin")
    var walk = world.walk()
    walk.occurrence = OccurrenceKey(plan: "night", place: "301", period: "2026-W48")
    walk.walk.from = world.now
    walk.walk.to = world.now + 60
    try world.perform(.sign(walk), by: "wang")
    for command: PlanCommand in [
      .revise([.kind(.monthly)], from: nil), .pause(.init(from: Day(2026, 11, 23))),
      .revise([.enabled(false)], from: nil),
    ] {
      #expect(throws: PlanError.walkedToday("night/2026-W48")) {
        try world.perform(.plan("night", command), by: "admin")
      }
    }
    try world.perform(.plan("night", .revise([.title(Self.weekly.title)], from: nil)), by: "admin")
    try world.perform(
      .plan("night", .revise([.kind(.monthly)], from: Day(2026, 11, 24))), by: "admin")
    #expect(
      try Self.lines(world, "night", Day(2026, 11, 1)...Day(2026, 12, 31)) == [
        "2026-W48 11-23 11-27 11-30", "2026-12 12-01 12-31 01-01",
      ])
  }

  /// A room that was walked in the running round stays in it when the plan no longer names it.
  @Test func aWalkedRoomStaysInItsRound() throws {
    var world = try World()
    world.fold.apply(
      .place("302"), .place(Place(id: "302", name: "302", kind: .office, section: "finance")),
      Stamp(at: world.now, day: Day(2026, 11, 1), actor: "setup"))
    try world.perform(.sign(world.walk()), by: "wang")
    try world.perform(
      .plan("monthly", .revise([.scope(.places(["302"]))], from: nil)), by: "admin")
    let key = WalkFixtures.occurrence.key
    let fulfilment = try #require(world.fold.fulfilment(of: key))
    let book = RoundBook(
      bureau: world.fold.bureau, fulfilments: [key: fulfilment], notes: [:], drafts: [:])
    let rounds = book.rounds(in: Day(2026, 11, 1)...Day(2026, 12, 31), on: WalkFixtures.day)
      .filter { $0.id.plan == "monthly" }
    #expect(rounds.map { $0.rooms.map(\.place.id) } == [["301", "302"], ["302"]])
    #expect(rounds[0].rooms[0].state == .done && rounds[0].done == 1 && rounds[0].total == 2)
  }

  /// What is asked in a running round does not change under it.
  @Test func anOccurrenceIsAskedWhatItsRevisionAsks() throws {
    var world = try World()
    var other = WalkFixtures.checklist
    other.version = 2
    world.fold.apply(
      .checklist("extra"),
      .checklist(
        ChecklistVersion(
          hash: "x",
          content: Checklist(
            id: "extra", version: 1, title: other.title, placeKinds: [.office],
            sections: other.sections))),
      Stamp(at: world.now, day: Day(2026, 11, 1), actor: "setup"))
    let both = [Plan.Use("office"), Plan.Use("extra")]
    try world.perform(.plan("monthly", .revise([.uses(both)], from: nil)), by: "admin")
    var key = WalkFixtures.occurrence.key
    #expect(try world.fold.questionnaire(key)?.questions.count == 3)
    key.period = "2026-12"
    #expect(try world.fold.questionnaire(key)?.questions.count == 6)
  }
}
