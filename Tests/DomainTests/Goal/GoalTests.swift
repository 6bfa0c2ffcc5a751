import Almanac
import Domain
import Testing

/// The year's plan: what may be entered and reported, and how progress is counted.
struct GoalTests {
  static let now = Moment(Day(2026, 6, 1), hour: 9, minute: 0)

  /// - Returns: The fold after the command.
  private func performing(
    _ command: Command, _ actor: Person.ID = "admin", at now: Moment = now, in fold: inout Fold
  ) throws -> [Happening] {
    let situation = Situation(
      now: now, actor: try #require(fold.persons[actor]),
      numbering: Numbering(year: now.day.year, hazard: 1, inspection: 1))
    let lines = try command.decide(with: fold, in: situation)
    for line in lines { fold.apply(line.subject, line.event, situation.stamp) }
    return lines
  }

  private func office() throws -> Fold {
    var fold = Fold(calendar: try ScheduleFixtures.calendar())
    let start = Moment(Day(2026, 1, 1), second: 0)
    let persons: [(Person.ID, Role)] = [
      ("admin", .administrator), ("clerk", .inspector), ("other", .inspector),
    ]
    for (id, role) in persons {
      let person = Person(id: id, name: id.rawValue, roles: [role])
      fold.apply(.person(id), .person(person), Stamp(at: start, day: start.day, actor: "setup"))
    }
    return fold
  }

  private func content(
    _ text: String = "drill", owner: Person.ID = "clerk", due: Day = Day(2026, 6, 20),
    tie: Goal.Tie? = nil
  ) -> Goal.Content {
    Goal.Content(year: due.year, text: text, owner: owner, due: due, tie: tie)
  }

  private func add(_ contents: [Goal.Content]) -> Command {
    .addGoals(GoalRequest(contents, kinds: ["training"]))
  }

  /// What is late is told of to the end of its year, and in the January after it.
  @Test(arguments: [
    (Day(2026, 6, 20), false), (Day(2026, 6, 21), true), (Day(2026, 12, 31), true),
    (Day(2027, 1, 31), true), (Day(2027, 2, 1), false),
  ])
  func whatIsLateIsToldOf(_ day: Day, _ isTold: Bool) throws {
    var fold = try office()
    _ = try performing(add([content(due: Day(2026, 6, 20))]), in: &fold)
    let goal = try #require(fold.goals().first)
    let progress = GoalProgress(goal, rounds: [], activities: [], on: day)
    #expect((progress.state == .late && progress.isPressing(on: day)) == isTold)
  }

  struct Refused: Sendable {
    var content: Goal.Content
    var error: GoalError
  }

  @Test(arguments: [
    Refused(
      content: Goal.Content(year: 2026, text: " ", owner: "clerk", due: Day(2026, 6, 1)),
      error: .textMissing),
    Refused(
      content: Goal.Content(year: 2026, text: "x", owner: "clerk", due: Day(2027, 1, 1)),
      error: .dueOutside(Day(2027, 1, 1), year: 2026)),
    Refused(
      content: Goal.Content(year: 2026, text: "x", owner: "nobody", due: Day(2026, 6, 1)),
      error: .noSuchPerson("nobody")),
    Refused(
      content: Goal.Content(
        year: 2026, text: "x", owner: "clerk", due: Day(2026, 6, 1), tie: .plan("none")),
      error: .noSuchPlan("none")),
    Refused(
      content: Goal.Content(
        year: 2026, text: "x", owner: "clerk", due: Day(2026, 6, 1),
        tie: .activity("dance", count: 1)), error: .noSuchKind("dance")),
    Refused(
      content: Goal.Content(
        year: 2026, text: "x", owner: "clerk", due: Day(2026, 6, 1),
        tie: .activity("training", count: 0)), error: .badCount(0)),
  ])
  func whatCannotBeEntered(_ row: Refused) throws {
    var fold = try office()
    #expect(throws: row.error) { try performing(add([content(), row.content]), in: &fold) }
    #expect(throws: NotPermitted(.keepGoals)) {
      try performing(add([content()]), "clerk", in: &fold)
    }
    #expect(fold.goalsByID.isEmpty)
  }

  @Test func itsLife() throws {
    var fold = try office()
    _ = try performing(add([content(), content("sign"), content()]), in: &fold)
    #expect(fold.goals().map(\.id) == ["MB2026-01", "MB2026-02"])
    // What the plan has already does not come in twice.
    #expect(try performing(add([content("sign")]), in: &fold).isEmpty)
    func act(_ command: GoalCommand, _ actor: Person.ID = "clerk") throws {
      _ = try performing(.goal("MB2026-01", command), actor, in: &fold)
    }
    #expect(throws: GoalError.notOwner("clerk")) { try act(.done(note: "x"), "other") }
    #expect(throws: GoalError.noteMissing) { try act(.done(note: " ")) }
    #expect(throws: GoalError.isOpen("MB2026-01")) { try act(.reopen(reason: "x")) }
    try act(.progress(note: "begun"))
    try act(.done(note: "held"))
    #expect(throws: GoalError.isDone("MB2026-01")) { try act(.progress(note: "x")) }
    try act(.reopen(reason: "half were away"))
    #expect(throws: NotPermitted(.keepGoals)) { try act(.withdraw(reason: "x")) }
    try act(.withdraw(reason: "not wanted"), "admin")
    #expect(throws: GoalError.isWithdrawn("MB2026-01")) { try act(.progress(note: "x")) }
    #expect(throws: GoalError.noSuchGoal("MB2026-09")) {
      try performing(.goal("MB2026-09", .progress(note: "x")), in: &fold)
    }
    #expect(fold.goalsByID["MB2026-01"]?.notes.map(\.text) == ["begun", "held", "half were away"])
    let tied = content("lessons", tie: .activity("training", count: 2))
    _ = try performing(add([tied]), in: &fold)
    #expect(throws: GoalError.countsItself("MB2026-03")) {
      try performing(.goal("MB2026-03", .done(note: "x")), "clerk", in: &fold)
    }
  }

  @Test func copied() throws {
    var fold = try office()
    let leap = content("leap", due: Day(2028, 2, 29))
    _ = try performing(add([leap, content("b", due: Day(2028, 12, 31))]), in: &fold)
    let copy = Command.copyGoals(GoalCopy(from: 2028, to: 2029, kinds: []))
    _ = try performing(copy, in: &fold)
    let copies = fold.goals().filter { $0.content.year == 2029 }
    #expect(copies.map(\.id) == ["MB2029-01", "MB2029-02"])
    #expect(copies.map(\.content.due) == [Day(2029, 2, 28), Day(2029, 12, 31)])
    #expect(throws: GoalError.copiedAlready(2028, 2029)) { try performing(copy, in: &fold) }
    #expect(throws: GoalError.nothingToCopy(2030)) {
      try performing(.copyGoals(GoalCopy(from: 2030, to: 2031, kinds: [])), in: &fold)
    }
  }

  struct Count: Sendable {
    /// The days of June on which trainings were held; four are wanted by the 20th.
    var held: [Int]
    /// The day of June on which it is counted.
    var on: Int
    var done: Int
    var state: GoalProgress.State
    var isPressing = false
  }

  @Test(arguments: [
    Count(held: [], on: 1, done: 0, state: .notBegun),
    Count(held: [], on: 6, done: 0, state: .notBegun, isPressing: true),
    Count(held: [2], on: 5, done: 1, state: .underWay),
    Count(held: [2, 3, 4, 5], on: 10, done: 4, state: .done),
    Count(held: [2, 3, 4, 5, 6], on: 21, done: 5, state: .done),
    Count(held: [2, 3, 4], on: 20, done: 3, state: .underWay, isPressing: true),
    Count(held: [2, 3, 4], on: 21, done: 3, state: .late, isPressing: true),
  ])
  func activitiesCount(_ row: Count) throws {
    var fold = try office()
    let tied = content("lessons", tie: .activity("training", count: 4))
    _ = try performing(add([tied]), in: &fold)
    let kind = ActivityKind(id: "training", name: Bilingual(verbatim: "training"))
    let days = row.held.map { Day(2026, 6, $0) } + [Day(2025, 12, 30)]
    let requests = days.map {
      ActivityRequest(kind, Activity.Content(kind: "training", day: $0, title: "\($0)"))
    }
    let later = Moment(Day(2026, 6, 30), hour: 9, minute: 0)
    _ = try performing(.recordActivities(requests), at: later, in: &fold)
    let goal = try #require(fold.goals().first)
    let today = Day(2026, 6, row.on)
    let progress = GoalProgress(goal, rounds: [], activities: fold.activities(), on: today)
    #expect([progress.done, progress.target] == [row.done, 4])
    #expect(progress.state == row.state && progress.isPressing(on: today) == row.isPressing)
  }

  /// Rounds due up to the measure's own due day count, others and other plans' do not.
  @Test func roundsCount() throws {
    var fold = try office()
    let plan = Plan(
      id: "monthly", title: Bilingual(verbatim: "check"), trigger: Trigger(.monthly), uses: [])
    let stamp = Stamp(at: Self.now, day: Self.now.day, actor: "setup")
    fold.apply(.plan("monthly"), .plan(.set(plan)), stamp)
    let due = Day(2026, 9, 30)
    _ = try performing(add([content("rounds", due: due, tie: .plan("monthly"))]), in: &fold)
    let goal = try #require(fold.goals().first)
    func round(_ plan: Plan.ID, _ due: Day, _ state: OccurrenceState) -> Round {
      let place = Place(id: "301", name: "301", kind: .office)
      let occurrence = Occurrence(
        plan: plan, place: "301", period: "\(due.month)", start: due - 20, due: due, miss: nil)
      return Round(
        id: occurrence.key.round, title: Bilingual(verbatim: ""), trigger: .monthly,
        start: due - 20, due: due,
        miss: nil, isProvisional: false,
        rooms: [
          Round.Room(
            occurrence: occurrence, place: place, state: state, fulfilment: nil, excused: nil,
            noEntries: 0, draft: nil)
        ])
    }
    let rounds = [
      round("monthly", Day(2026, 5, 29), .done), round("monthly", Day(2026, 6, 30), .doneLate),
      round("monthly", Day(2026, 7, 31), .missed), round("monthly", Day(2026, 8, 31), .excused),
      round("monthly", Day(2026, 9, 30), .open), round("monthly", Day(2026, 10, 30), .done),
      round("weekly", Day(2026, 6, 30), .done), round("monthly", Day(2025, 6, 30), .done),
    ]
    let progress = GoalProgress(goal, rounds: rounds, activities: [], on: Day(2026, 9, 1))
    #expect(progress.fraction == "2/4" && progress.state == .underWay)
    #expect(progress.round == RoundKey(plan: "monthly", period: "2026-09"))
  }

  @Test func tiesAreRead() {
    #expect(Goal.Tie("plan:monthly") == .plan("monthly"))
    #expect(Goal.Tie("activity:training:4") == .activity("training", count: 4))
    for text in ["", "plan", "plan:", "activity:training", "activity:training:x", "drill:4"] {
      #expect(Goal.Tie(text) == nil, "\(text)")
    }
  }
}
