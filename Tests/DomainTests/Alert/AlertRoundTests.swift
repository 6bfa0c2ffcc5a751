import Almanac
import Domain
import Testing

/// The checks that an alert opens, adds to and leaves behind.
struct AlertRoundTests {
  @Test func itOpensTheCheckAndRaisingAddsOnlyWhatIsNew() throws {
    var world = try AlertWorld()
    try world.take(message("a", .alert, .white, sent: at(21, 16)))
    // White gives 48 hours.
    #expect(
      world.rounds(at: at(21, 17)) == ["alert-a 09-21 09-23: 301 open, 302 open, house open"])
    try world.sign("301", "alert-a", at: at(21, 18))

    // Blue gives 24 hours from its own sending, which is no sooner.
    try world.take(message("b", .update, of: ["a"], .blue, sent: at(22, 17)))
    #expect(
      world.rounds(at: at(22, 18)) == ["alert-a 09-21 09-23: 301 done, 302 open, house open"])

    // Red asks at once: what is open is due today, and the building is asked for what red adds.
    try world.take(message("c", .update, of: ["b"], .red, sent: at(22, 20)))
    let red = [
      "alert-a 09-21 09-22: 301 done, 302 open, house open",
      "alert-a-during 09-22 09-22: house open",
    ]
    #expect(world.rounds(at: at(22, 21)) == red)
    let asked = try #require(
      try world.fold.questionnaire(
        OccurrenceKey(plan: "typhoon", place: "house", period: "alert-a-during")))
    #expect(asked.questions.map(\.key.item) == ["during-1"])
    try world.sign("house", "alert-a-during", at: at(22, 21))

    // Lowered and raised again it asks nothing a second time.
    try world.take(message("d", .update, of: ["c"], .orange, sent: at(23, 6)))
    try world.take(message("e", .update, of: ["d"], .red, sent: at(23, 9)))
    #expect(
      world.rounds(at: at(23, 10)) == [
        "alert-a 09-21 09-22: 301 done, 302 overdue, house overdue",
        "alert-a-during 09-22 09-22: house done",
      ])
  }

  @Test func loweringEndsWhatOnlyTheHigherColourAsked() throws {
    var world = try AlertWorld()
    try world.take(message("a", .alert, .red, sent: at(22, 9)))
    #expect(
      world.rounds(at: at(22, 10)).last == "alert-a-during 09-22 09-22: house open")
    try world.take(message("b", .update, of: ["a"], .blue, sent: at(22, 12)))
    #expect(
      world.rounds(at: at(22, 13)) == [
        "alert-a 09-22 09-22: 301 open, 302 open, house open",
        "alert-a-during 09-22 09-22: house lifted",
      ])
  }

  @Test func liftingEndsWhatIsOpenAndAsksForTheDamage() throws {
    var world = try AlertWorld()
    try world.take(message("a", sent: at(23, 9)))
    try world.sign("301", "alert-a", at: at(23, 11))
    try world.take(message("b", .cancel, of: ["a"], nil, sent: at(24, 15)))
    // The 25th to 27th is the Mid-Autumn break: the next working day is Monday the 28th.
    #expect(
      world.rounds(at: at(24, 16)) == [
        "alert-a 09-23 09-24: 301 done, 302 lifted, house lifted",
        "alert-a-after 09-24 09-28: 301 open, 302 open",
      ])
    let asked = try #require(
      try world.fold.questionnaire(
        OccurrenceKey(plan: "typhoon", place: "302", period: "alert-a-after")))
    #expect(asked.questions.map(\.key.item) == ["after-1"])
    try world.sign("302", "alert-a-after", at: at(24, 17))
    #expect(
      world.rounds(at: at(29, 9)).last == "alert-a-after 09-24 09-28: 301 overdue, 302 done")
  }

  @Test func expiryDoesTheSameByTheClockAlone() throws {
    var world = try AlertWorld()
    try world.take(message("a", sent: at(22, 9), expires: at(23, 16)))
    #expect(
      world.rounds(at: at(23, 15, 59)) == ["alert-a 09-22 09-23: 301 open, 302 open, house open"])
    #expect(
      world.rounds(at: at(23, 16)) == [
        "alert-a 09-22 09-23: 301 lifted, 302 lifted, house lifted",
        "alert-a-after 09-23 09-24: 301 open, 302 open",
      ])
    // The damage check can be signed after the minute, not before.
    #expect(throws: RoundError.noSuchOccurrence("typhoon/301/alert-a-after")) {
      try world.sign("301", "alert-a-after", at: at(23, 15, 59))
    }
    try world.sign("301", "alert-a-after", at: at(23, 16, 5))
  }

  @Test func whatWasOverBeforeItWasEnteredAsksNobody() throws {
    var world = try AlertWorld()
    let old = message("a", sent: at(1, 9), expires: at(2, 9))
    try world.take(old, at: at(20, 9))
    #expect(
      world.rounds(at: at(20, 10)) == [
        "alert-a 09-01 09-02: 301 lifted, 302 lifted, house lifted",
        "alert-a-after 09-02 09-03: 301 lifted, 302 lifted",
      ])
  }

  /// A place where this weather asks nothing is in no round.
  @Test func onlyPlacesWhereTheWeatherAsksSomething() throws {
    var world = try AlertWorld()
    var rain = message("a", .alert, .red, sent: at(22, 9))
    rain.infos[0].kind = .rainstorm
    try world.take(rain)
    var heat = message("b", .alert, .red, sent: at(22, 9))
    heat.infos[0].kind = .heat
    try world.take(heat)
    #expect(
      world.rounds(at: at(22, 10), plan: "weather") == [
        "alert-a 09-22 09-22: house open", "alert-b 09-22 09-22: 301 open, 302 open",
      ])
    #expect(world.rounds(at: at(22, 10)) == [])
  }

  @Test func titlesSayWhichPart() throws {
    var world = try AlertWorld()
    try world.take(message("a", .alert, .red, sent: at(22, 9), expires: at(22, 20)))
    let bureau = world.fold.bureau.asOf(at(22, 21))
    let book = RoundBook(bureau: bureau, fulfilments: [:], notes: [:], drafts: [:])
    let titles = ["alert-a", "alert-a-during", "alert-a-after"].map {
      book.title(of: AlertWorld.plan, period: $0)
    }
    #expect(
      titles.map(\.en) == [
        "Typhoon, Typhoon red alert 09-22", "the during, Typhoon red alert 09-22",
        "the after, Typhoon red alert 09-22",
      ])
    #expect(titles[2].zh == "09-22 台风红色预警：the after")
  }
}

/// Rounds of an alert while its plan changes.
struct AlertPlanTests {
  /// What is asked is what the plan said when the round began, for each of the alert's rounds.
  @Test func aPlanChangedDuringAnAlert() throws {
    var world = try AlertWorld()
    try world.take(message("a", .alert, .red, sent: at(21, 9), expires: at(24, 9)))
    try world.perform(
      .plan("typhoon", .revise([.after(["before"]), .added(grade: "red", [])], from: nil)),
      at: at(22, 9))
    func asked(_ place: Place.ID, _ period: String) throws -> [String] {
      let key = OccurrenceKey(plan: "typhoon", place: place, period: period)
      return try #require(try world.fold.questionnaire(key)).questions.map(\.key.item)
    }
    #expect(try asked("house", "alert-a-during") == ["during-1"])
    #expect(try asked("301", "alert-a-after") == ["before-1"])
    #expect(throws: PlanError.unknownPart("nowhere", of: "storm")) {
      try world.perform(
        .plan("typhoon", .revise([.added(grade: "blue", ["nowhere"])], from: nil)), at: at(22, 9))
    }
  }
}
