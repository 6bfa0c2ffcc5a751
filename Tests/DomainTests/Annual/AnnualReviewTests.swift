import Almanac
import Domain
import Testing

/// What a year came to: gaps where nothing is recorded, and what fell short by rule.
struct AnnualReviewTests {
  private static let kinds = [
    ActivityKind(id: "training", name: Bilingual(zh: "培训", en: "Training"), target: 4),
    ActivityKind(id: "visit", name: Bilingual(zh: "走访", en: "Visits")),
    ActivityKind(id: "publicity", name: Bilingual(zh: "普法宣传", en: "Publicity")),
  ]

  private func activities(
    _ kind: ActivityKind.ID, _ days: [Day], form: String? = nil
  ) throws -> [Activity] {
    try days.map { day in
      var content = Activity.Content(kind: kind, day: day, title: "x")
      content.values = form.map { ["form": .words($0)] } ?? [:]
      return try #require(
        Activity(
          id: Identifier("\(kind) \(day) \(form ?? "")"), beginning: .recorded(content),
          Stamp(at: Moment(day, second: 0), day: day, actor: "admin")))
    }
  }

  private func review(
    of year: Int = 2026, _ world: IncidentWorld, activities: [Activity] = [],
    rules: [SafetyRule] = [],
    at now: Moment = Moment(Day(2027, 1, 5), hour: 9, minute: 0)
  ) -> AnnualReview {
    let fold = world.fold
    let book = RoundBook(bureau: fold.bureau, fulfilments: [:], notes: [:], drafts: [:])
    let days = Day(year, 1, 1)...Day(year, 12, 31)
    return AnnualReview(
      .init(
        summary: PeriodSummary(
          .year(year), today: now.day, book: book, fulfilments: [], hazards: [],
          incidents: world.book.figures(
            of: SummaryPeriod.year(year).days, fold.bureau, at: now)),
        walks: [], activities: ActivityBook(kinds: Self.kinds, activities: activities),
        rosters: fold.dutyRosters(), incidents: world.book,
        goals: fold.goals().map { goal in
          GoalProgress(
            goal, rounds: book.rounds(in: days, on: now.day), activities: activities,
            on: now.day)
        }, vehicles: fold.vehicleBook(), weaknesses: [],
        shortcomings: fold.shortcomings(), rules: rules),
      of: year, in: fold.bureau, at: now)
  }

  /// No number is invented: all that nothing is recorded of is a gap, this year and the year before.
  @Test func nothingRecordedIsAGap() throws {
    let review = review(try IncidentWorld())
    let told = review.lines.filter { $0.value != nil }.map(\.figure.key)
    // The office kept its ledger from New Year: its breaks and their nil reports are known to be lacking.
    #expect(told == ["breaks", "rosters", "nilDue", "nilMade"])
    #expect(review["rosters"]?.value == 0 && review["nilMade"]?.value == 0)
    #expect(review.lines.allSatisfy { $0.before == nil })
    #expect(!review.isDeclaredQuiet)
    #expect(review["incidents"]?.value == nil)
  }

  /// The State Council's seven breaks of 2026 begin with New Year and end with National Day.
  @Test func breaksAndTheirNilReports() throws {
    var world = try IncidentWorld()
    let before = review(world)
    let due = try #require(before["nilDue"]?.value)
    #expect(before["breaks"]?.value == 7)
    #expect(before.shortcomings.contains(.nilMissing(due)))
    #expect(before.shortcomings.contains(.breaksWithoutRoster(7)))
    let reports = world.book.nilReports(
      dueOn: Day(2026, 1, 1)...Day(2026, 12, 31), of: world.fold.bureau, at: on(12, 31, 23))
    for report in reports where report.period.due.day >= Day(2026, 1, 1) {
      try world.perform(
        .declareNil(NilRequest(due: report.period.due, isNone: true)), at: report.period.due)
    }
    let after = review(world)
    #expect(after["nilMade"]?.value == due && after.isDeclaredQuiet)
    #expect(after["incidents"]?.value == 0)
    #expect(!after.shortcomings.contains { $0.rule == "nilMissing" })
    // One incident, and nobody may write that nothing happened.
    _ = try world.record(content(on(3, 2, 12)))
    let incident = review(world)
    #expect(incident["incidents"]?.value == 1 && !incident.isDeclaredQuiet)
  }

  /// Each rule or plan once, by its own days; other papers are none. Of a year before the ledger nothing is
  /// known.
  @Test func rulesByTheirDays() throws {
    func rule(
      _ id: SafetyRule.ID, _ sort: SafetyRule.Sort, issued: Day, _ events: SafetyRuleEvent...
    )
      throws -> SafetyRule
    {
      let stamp = Stamp(at: Moment(issued, second: 0), day: issued, actor: "admin")
      let content = SafetyRule.Content(sort: sort, title: id.rawValue, issued: issued)
      var rule = try #require(SafetyRule(id: id, beginning: .added(content), stamp))
      for event in events { rule.apply(event, stamp) }
      return rule
    }
    let revised = SafetyRule.Content(sort: .rule, title: "old", issued: Day(2024, 3, 1))
    let rules = [
      try rule(
        "old", .rule, issued: Day(2024, 3, 1), .revised(revised, on: Day(2026, 1, 1)),
        .revised(revised, on: Day(2026, 12, 31)),
        .reviewed(.keep, on: Day(2025, 12, 31), note: nil)),
      try rule(
        "new", .plan, issued: Day(2026, 6, 1), .reviewed(.keep, on: Day(2026, 7, 1), note: nil)),
      try rule("early", .rule, issued: Day(2027, 1, 1)),
      try rule("paper", .paper, issued: Day(2026, 6, 1)),
    ]
    let review = review(try IncidentWorld(), rules: rules)
    #expect(review["rulesIssued"]?.value == 2 && review["rulesReviewed"]?.value == 1)
    #expect(review["rulesIssued"]?.before == nil && review["rulesReviewed"]?.before == nil)
  }

  @Test func activitiesAgainstTargetAndLastYear() throws {
    let world = try IncidentWorld()
    let trained = try activities("training", [Day(2026, 2, 1), Day(2026, 12, 31)])
    let visited = try activities(
      "visit", [Day(2025, 1, 1), Day(2025, 12, 31), Day(2026, 1, 1), Day(2027, 1, 1)])
    let review = review(world, activities: trained + visited)
    #expect(review["trainings"]?.value == 2 && review["trainings"]?.before == nil)
    #expect(review["visits"]?.value == 1 && review["visits"]?.before == 2)
    #expect(review["leaderVisits"]?.value == nil)
    #expect(
      review.shortcomings.filter { $0.rule.hasPrefix("below") } == [
        .belowTarget(Self.kinds[0], value: 2, target: 4),
        .belowLastYear(Self.kinds[1], value: 1, before: 2),
      ])
  }

  /// In the course of a year nothing is below its target yet: that is said from December on.
  @Test(arguments: [(Day(2026, 11, 30), 0), (Day(2026, 12, 1), 1), (Day(2027, 3, 1), 1)])
  func targetsAreForDecember(_ day: Day, _ count: Int) throws {
    let review = review(
      try IncidentWorld(), at: Moment(day, hour: 9, minute: 0))
    #expect(review.shortcomings.count { $0.rule == "belowTarget" } == count)
  }

  struct Publicity: Sendable {
    var before: [String]
    var now: [String]
    var isOld: Bool
  }

  @Test(arguments: [
    Publicity(before: ["lecture"], now: ["lecture"], isOld: true),
    Publicity(before: ["lecture", "film"], now: ["film"], isOld: true),
    Publicity(before: ["lecture"], now: ["lecture", "film"], isOld: false),
    Publicity(before: ["lecture"], now: [], isOld: true),
    // In the first year of the register nothing can be said of what was new.
    Publicity(before: [], now: ["lecture"], isOld: false),
  ])
  func publicityWithoutANewForm(_ row: Publicity) throws {
    let world = try IncidentWorld()
    let all =
      try row.before.flatMap { try activities("publicity", [Day(2024, 5, 1)], form: $0) }
      + row.now.flatMap { try activities("publicity", [Day(2026, 5, 1)], form: $0) }
    #expect(
      review(world, activities: all).shortcomings.contains(.noNewPublicity) == row.isOld)
  }

  @Test func theYearsPlan() throws {
    var world = try IncidentWorld()
    func goal(_ text: String, _ due: Day) -> Goal.Content {
      Goal.Content(year: due.year, text: text, owner: "clerk", due: due)
    }
    try world.perform(
      .addGoals(
        GoalRequest(
          [
            goal("done", Day(2026, 6, 1)), goal("late", Day(2026, 6, 1)),
            goal("given up", Day(2026, 6, 1)), goal("next", Day(2027, 6, 1)),
          ], kinds: [])), at: on(1, 5, 9))
    try world.perform(.goal("MB2026-01", .done(note: "ok")), "clerk", at: on(5, 1, 9))
    try world.perform(.goal("MB2026-03", .withdraw(reason: "no need")), at: on(5, 1, 9))
    let review = review(world)
    #expect(review["goals"]?.value == 2 && review["goalsDone"]?.value == 1)
    #expect(review.shortcomings.contains(.goalsLate(1)))
    #expect(review.nextGoals.map(\.text) == ["next"])
  }

  /// The leading group of the last day, and what nobody answers for.
  @Test func theLeadingGroup() throws {
    var world = try IncidentWorld()
    try world.perform(
      .responsibility([.chief], .give("boss", from: Day(2026, 1, 1))), at: on(1, 5, 9))
    try world.perform(
      .responsibility([.member], .give("clerk", from: Day(2026, 1, 1), to: Day(2026, 11, 30))),
      at: on(1, 5, 9))
    let review = review(world)
    #expect(review.group[.chief] == ["boss"] && review.group[.member] == [])
    // There is a chair; place 301 is of no section and has nobody.
    #expect(review.shortcomings.contains(.gaps(1)))
  }

  struct Refused: Sendable {
    var request: ShortcomingRequest
    var error: ShortcomingError
  }

  @Test(arguments: [
    Refused(request: .state(.init(year: 2026, text: " ")), error: .textMissing),
    Refused(request: .state(.init(year: 2027, text: "x")), error: .badYear(2027)),
    Refused(request: .state(.init(year: 1999, text: "x")), error: .badYear(1999)),
    Refused(request: .state(.init(year: 2026, text: "few.")), error: .stated("BZ2026-01")),
    Refused(request: .withdraw("BZ2026-09", reason: "x"), error: .noSuchShortcoming("BZ2026-09")),
    Refused(request: .withdraw("BZ2026-01", reason: " "), error: .reasonMissing),
    Refused(request: .withdraw("BZ2026-02", reason: "x"), error: .isWithdrawn("BZ2026-02")),
  ])
  func whatIsRefused(_ row: Refused) throws {
    var world = try stated()
    let before = world.fold.shortcomings()
    #expect(throws: row.error) { try world.perform(.shortcoming(row.request), at: on(12, 1, 9)) }
    #expect(world.fold.shortcomings() == before)
  }

  private func stated() throws -> IncidentWorld {
    var world = try IncidentWorld()
    let (day, other) = (on(11, 1, 9), on(11, 2, 9))
    try world.perform(
      .shortcoming(.state(.init(year: 2026, text: "few ", measure: "do more."))), at: day)
    try world.perform(.shortcoming(.state(.init(year: 2026, text: "wrong"))), "boss", at: day)
    try world.perform(.shortcoming(.withdraw("BZ2026-02", reason: "typo")), at: other)
    return world
  }

  /// What is stated stands after what the rules find, and says who stated it.
  @Test func whatIsStated() throws {
    let world = try stated()
    let last = try #require(review(world).shortcomings.last)
    #expect(last.stated?.id == "BZ2026-01" && last.words.zh == "few")
    #expect(last.measure?.zh == "do more" && last.rule == "stated")
    #expect(last.origin(world.fold.bureau).zh == "自填，admin 2026-11-01")
    #expect(review(world).shortcomings.count { $0.stated != nil } == 1)
    #expect(review(of: 2025, world).shortcomings.allSatisfy { $0.stated == nil })
  }

  @Test func whoMayState() throws {
    var world = try IncidentWorld()
    #expect(throws: NotPermitted(.keepGoals)) {
      try world.perform(
        .shortcoming(.state(.init(year: 2026, text: "x"))), "clerk", at: on(11, 1, 9))
    }
  }
}
