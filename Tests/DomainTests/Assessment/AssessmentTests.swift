import Almanac
import Domain
import Testing

/// The rules of an assessment, what is scored and tied, and what lacks evidence.
struct AssessmentTests {
  @Test(
    arguments: [
      ("2", 20), ("0.5", 5), ("12.5", 125), ("３．５分", 35), ("10分", 100), ("0", 0),
      ("", nil), (".5", nil), ("1.25", nil), ("-1", nil), ("1,5", nil), ("x", nil), ("1.", nil),
      ("999999", nil),
    ] as [(String, Int?)])
  func points(_ text: String, _ tenths: Int?) {
    #expect(Points(text)?.tenths == tenths)
  }

  @Test(arguments: [(0, "0"), (5, "0.5"), (20, "2"), (125, "12.5")])
  func written(_ tenths: Int, _ text: String) {
    #expect(Points(tenths: tenths).description == text && Points(text)?.tenths == tenths)
  }

  @Test(arguments: ["figure:visits", "duty:plan/monthly", "report:month 2026-11"])
  func evidence(_ text: String) { #expect(Evidence(text)?.description == text) }

  @Test(arguments: ["", "figure", "figure:", "x:y", "month 2026-11"])
  func noEvidence(_ text: String) { #expect(Evidence(text) == nil) }

  private static let content = Assessment.Content(
    year: 2026,
    items: [
      .init(id: "1", name: "breaks", points: Points(tenths: 20), evidence: [.figure("breaks")]),
      .init(id: "2", name: "visits", points: Points(tenths: 35), evidence: [.figure("visits")]),
      .init(id: "3", name: "nothing", points: Points(tenths: 10)),
    ])

  private func loaded() throws -> IncidentWorld {
    var world = try IncidentWorld()
    try world.perform(.assessment(.load(Self.content)), at: on(11, 1, 9))
    return world
  }

  private static func scan(_ digit: Character, _ name: String) throws -> Scan {
    Scan(
      checksum: try #require(Checksum(rawValue: String(repeating: digit, count: 64))), name: name,
      size: 9,
      kind: .pdf)
  }

  struct Refused: Sendable {
    var request: AssessmentRequest
    var error: AssessmentError
  }

  @Test(arguments: [
    Refused(request: .load(content), error: .sameAsBefore),
    Refused(request: .load(.init(year: 2027, items: [])), error: .noItems),
    Refused(
      request: .load(
        .init(year: 2027, items: [content.items[0], content.items[0]])), error: .doubleItem("1")),
    Refused(
      request: .load(.init(year: 1800, items: content.items)), error: .badYear(1800)),
    Refused(
      request: .load(
        .init(year: 2027, items: [.init(id: "1", name: " ", points: Points(tenths: 1))])),
      error: .nameMissing("1")),
    Refused(
      request: .tie(year: 2026, item: "1", [.figure("nothing")]),
      error: .noSuchFigure("nothing")),
    Refused(
      request: .tie(year: 2026, item: "1", [.duty("nothing")]), error: .noSuchDuty("nothing")),
    Refused(
      request: .tie(year: 2026, item: "1", [.duty("plan/monthly report:month 2026-11")]),
      error: .noSuchDuty("plan/monthly report:month 2026-11")),
    Refused(
      request: .tie(year: 2026, item: "1", [.duty("plan/never")]),
      error: .noSuchDuty("plan/never")),
    Refused(
      request: .score(year: 2025, item: "1", .init(score: Points(tenths: 1))),
      error: .noneLoaded(2025)),
    Refused(
      request: .score(year: 2026, item: "9", .init(score: Points(tenths: 1))),
      error: .noSuchItem("9", 2026)),
    Refused(
      request: .score(year: 2026, item: "1", .init(score: Points(tenths: 21))),
      error: .tooMany(Points(tenths: 21), of: Points(tenths: 20))),
    Refused(request: .attach(year: 2026, item: "1", nil), error: .fileMissing),
    Refused(
      request: .detach(year: 2026, item: "1", file: "a.pdf"), error: .noSuchFile("a.pdf", "1")),
  ])
  func whatIsRefused(_ row: Refused) throws {
    var world = try loaded()
    let before = world.fold.assessment("2026")
    #expect(throws: row.error) { try world.perform(.assessment(row.request), at: on(12, 1, 9)) }
    #expect(world.fold.assessment("2026") == before && world.fold.assessment("2027") == nil)
  }

  @Test func whoMay() throws {
    var world = try loaded()
    #expect(throws: NotPermitted(.keepGoals)) {
      try world.perform(
        .assessment(.score(year: 2026, item: "1", .init(score: Points(tenths: 1)))), "clerk",
        at: on(11, 2, 9))
    }
  }

  /// Loaded again, scores, files and ties stay with the numbers of their items.
  @Test func loadedAgain() throws {
    var world = try loaded()
    let (day, paper) = (on(11, 2, 9), try Self.scan("a", "a.pdf"))
    try world.perform(
      .assessment(.score(year: 2026, item: "2", .init(score: Points(tenths: 30)))), at: day)
    try world.perform(.assessment(.attach(year: 2026, item: "3", paper)), at: day)
    #expect(throws: AssessmentError.attachedAlready("a.pdf")) {
      try world.perform(.assessment(.attach(year: 2026, item: "3", paper)), at: day)
    }
    var content = Self.content
    content.items = [
      .init(id: "2", name: "visits", points: Points(tenths: 40)),
      .init(id: "3", name: "nothing", points: Points(tenths: 10), evidence: [.duty("rosters")]),
    ]
    try world.perform(.assessment(.load(content)), at: day)
    let assessment = try #require(world.fold.assessment("2026"))
    #expect(assessment.content.items.map(\.id) == ["2", "3"])
    #expect(assessment.item("2")?.evidence == [.figure("visits")])
    #expect(assessment.item("3")?.evidence == [.duty("rosters")])
    #expect(assessment.marks["2"]?.score == Points(tenths: 30))
    #expect(assessment.files["3"]?.map(\.name) == ["a.pdf"])
    try world.perform(.assessment(.detach(year: 2026, item: "3", file: "a.pdf")), at: day)
    #expect(world.fold.assessment("2026")?.files["3"] == [])
  }

  /// A figure above nothing is evidence, a gap and a figure of nothing are not; an item without any lacks it.
  @Test func whatLacksEvidence() throws {
    var world = try loaded()
    try world.perform(
      .assessment(.score(year: 2026, item: "1", .init(score: Points(tenths: 15)))),
      at: on(11, 2, 9))
    try world.perform(
      .assessment(.attach(year: 2026, item: "3", Self.scan("b", "b.pdf"))), at: on(11, 2, 9))
    let now = Moment(Day(2027, 1, 5), hour: 9, minute: 0)
    let records = CoverageTests.records(world, at: now)
    let review = AssessmentReview(
      try #require(world.fold.assessment("2026")),
      AnnualReview(records.annual, of: 2026, in: world.fold.bureau, at: now),
      Coverage(records, of: 2026, in: world.fold.bureau, at: now))
    #expect(review.lines.map(\.isLacking) == [false, true, false])
    #expect(review.byLack.map(\.id) == ["2", "1", "3"])
    #expect(review.lines[0].proofs.map(\.words.en) == ["Breaks 7"])
    #expect(review.lines[1].proofs.map(\.words.en) == ["Visits to enterprises -"])
    #expect(review.total == Points(tenths: 65) && review.own == Points(tenths: 15))
    #expect(review.unscored == 2)
  }
}
