import Almanac
import Domain
import Testing

/// Answers given by item numbers: 1 sockets and 2 exits (ticks), 3 warmth (14 to 24 C).
struct GivenAnswersTests {
  typealias My = WalkFixtures

  private func resolved(
    _ given: GivenAnswers, hazards: [Hazard] = []
  ) throws -> (answers: [ItemKey: Answer], passedAtOnce: Set<ItemKey>) {
    try given.resolved(for: My.questionnaire, hazards: hazards, in: .english)
  }

  private func given(
    failed: String = "", na: String = "", reading: String = "", rest: Bool = true
  ) throws -> GivenAnswers {
    var given = GivenAnswers()
    given.failed = try TypedMark.list(failed)
    given.notApplicable = try TypedMark.list(na)
    given.readings = try TypedMark.list(reading)
    given.passesRest = rest
    return given
  }

  @Test func theRestPassesButNoReading() throws {
    let (answers, passed) = try resolved(given())
    #expect(answers == [My.socket: .pass, My.exit: .pass])
    #expect(passed == [My.socket, My.exit])
    #expect(try resolved(given(rest: false)).answers.isEmpty)
  }

  struct OnSpot: Sendable {
    var failed = "1"
    var reading = "3=20"
    var onSpot: [String]
    var refused: GivenAnswerError?
  }

  @Test(arguments: [
    OnSpot(onSpot: ["1=已更换，已测试"]),
    OnSpot(failed: "", reading: "3=30", onSpot: ["3=已更换，已测试"]),
    OnSpot(onSpot: ["2=x"], refused: .nothingToMend(2)),
    OnSpot(onSpot: ["3=x"], refused: .nothingToMend(3)),
    OnSpot(onSpot: ["9=x"], refused: .noSuchItem(9, count: 3)),
    OnSpot(onSpot: ["1=x", "1=y"], refused: .twice(1)),
  ])
  func fixedOnTheSpot(_ row: OnSpot) throws {
    var given = try given(failed: row.failed, reading: row.reading)
    given.onSpot = try row.onSpot.map(TypedMark.text)
    if let refused = row.refused {
      #expect(throws: refused) { try resolved(given) }
    } else {
      let found = try resolved(given).answers.values.compactMap(\.finding)
      #expect(found.map(\.handling) == [.onTheSpot(measures: "已更换，已测试")])
    }
  }

  @Test func aHazardKnownAlreadyIsNotFixedOnTheSpot() throws {
    let open = try HazardFixtures.hazard(.assigned)
    var given = try given(failed: "1=\(open.id)")
    given.onSpot = [try TypedMark.text("1=x")]
    #expect(throws: GivenAnswerError.knownAlready(1, open.id)) {
      try resolved(given, hazards: [open])
    }
  }

  @Test func aFailWithoutWordsTakesTheItems() throws {
    let (answers, passed) = try resolved(given(failed: "1"))
    #expect(answers[My.socket]?.finding?.text == "Failed: sockets")
    #expect(answers[My.socket]?.finding?.category == .electrical)
    #expect(answers[My.exit] == .pass)
    #expect(passed == [My.exit])
  }

  @Test func notApplicableByNumberWordsOrNothing() throws {
    #expect(
      try resolved(given(na: "1:2")).answers[My.socket] == .notApplicable(reason: "out-of-use"))
    #expect(
      try resolved(given(na: "1:no such thing")).answers[My.socket]
        == .notApplicable(reason: "other", note: "no such thing"))
    #expect(
      try resolved(given(na: "1")).answers[My.socket] == .notApplicable(reason: "no-facility"))
    #expect(
      try resolved(given(na: "3")).answers[My.warmth] == .notApplicable(reason: "no-facility"))
  }

  /// A plus proposes that it never applies; it stands only after what does not apply.
  @Test func notApplicableForGood() throws {
    #expect(
      try resolved(given(na: "1+")).answers[My.socket]
        == .notApplicable(reason: "no-facility", always: true))
    #expect(
      try resolved(given(na: "1+:none here at all")).answers[My.socket]
        == .notApplicable(reason: "other", note: "none here at all", always: true))
    #expect(throws: GivenAnswerError.notForGood(1)) { try resolved(given(failed: "1+")) }
    #expect(throws: GivenAnswerError.notForGood(3)) { try resolved(given(reading: "3+=20")) }
  }

  @Test func aReadingOutOfRangeIsAFinding() throws {
    #expect(try resolved(given(reading: "3=20.5")).answers[My.warmth] == .reading("20.5"))
    #expect(try resolved(given(reading: "3=-2")).answers[My.warmth]?.finding != nil)
  }

  @Test func anItemWithAnOpenHazardJoinsIt() throws {
    let (_, hazards) = try My.record(
      My.clean.merging([My.socket: .fail(Finding(text: "loose"))]) { $1 })
    let open = try #require(hazards.first)
    let again = try resolved(given(failed: "1:still loose"), hazards: hazards)
    #expect(
      again.answers[My.socket]
        == .fail(
          Finding(text: "still loose", category: .electrical, handling: .joins(open.id))))
    let named = try resolved(given(failed: "2=\(open.id)"), hazards: hazards)
    #expect(named.answers[My.exit]?.finding?.handling == .joins(open.id))
    #expect(named.answers[My.exit]?.finding?.text == "loose")
    let other = try resolved(given(failed: "2"), hazards: hazards)
    #expect(other.answers[My.exit]?.finding?.handling == .rectify())
  }

  struct Case: Sendable {
    var failed = ""
    var na = ""
    var reading = ""
    var refused: GivenAnswerError
  }

  @Test(arguments: [
    Case(failed: "9", refused: .noSuchItem(9, count: 3)),
    Case(failed: "1,1", refused: .twice(1)),
    Case(failed: "1", na: "1", refused: .twice(1)),
    Case(failed: "3", refused: .notThisKind(3, is: Bilingual(zh: "读数", en: "a reading"))),
    Case(failed: "1:1", refused: .noSuchPhrase(1, 1, count: 0)),
    Case(na: "1:5", refused: .noSuchReason(1, 5)),
    Case(na: "1=5", refused: .notAValue(1, "5")),
    Case(
      reading: "1=5",
      refused: .notThisKind(1, is: Bilingual(zh: "合格或不合格", en: "pass or fail"))),
    Case(reading: "3", refused: .noValue(3)),
    Case(reading: "3=warm", refused: .notANumber(3, "warm")),
  ])
  func refusals(_ row: Case) throws {
    let given = try given(failed: row.failed, na: row.na, reading: row.reading)
    #expect(throws: row.refused) { try resolved(given) }
  }

  @Test func aHazardThatIsNotOpenHereIsRefused() throws {
    let given = try given(failed: "1=2026-099")
    #expect(throws: SigningError.notOpenHere("2026-099", item: 1)) { try resolved(given) }
  }
}
