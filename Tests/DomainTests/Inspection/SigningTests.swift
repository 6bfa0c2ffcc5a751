import Almanac
import Domain
import Testing

/// What may be signed, and what a signature leads to.
struct SigningTests {
  typealias My = WalkFixtures

  struct Case: Sendable {
    var name: String
    var answers = WalkFixtures.clean
    var walk = WalkFixtures.walk()
    var existing: Inspection.ID?
    var refused: SigningError?
  }

  /// A walk from nine o'clock of one day to nine o'clock of another.
  static func across(
    _ first: Day, _ last: Day, minute: Int = 0, form: String? = nil, seconds: Int? = 240
  ) -> Signing.Walk {
    Signing.Walk(
      inspectors: ["wang"], from: Moment(first, hour: 9, minute: 0),
      to: Moment(last, hour: 9, minute: minute), form: form, seconds: seconds)
  }

  @Test func whoIsNamedTwiceStandsOnce() throws {
    var answers = My.clean
    answers[My.exit] = .fail(Finding(text: "blocked"))
    let walk = My.walk(inspectors: ["li", "wang", "li", "wang"])
    let (record, hazards) = try My.record(answers, walk: walk)
    #expect(record.content.inspectors == ["li", "wang"])
    #expect(hazards.map(\.report.finders) == [["li", "wang"]])
  }

  static let late = Moment(WalkFixtures.day, hour: 10, minute: 0)

  @Test(arguments: [
    Case(name: "all answered"),
    Case(
      name: "nothing answered", answers: [:], refused: .unanswered([1, 2, 3])),
    Case(
      name: "one left", answers: [My.socket: .pass, My.warmth: .reading("20")],
      refused: .unanswered([2])),
    Case(name: "nobody walked", walk: My.walk(inspectors: []), refused: .noInspector),
    Case(
      name: "the end before the start", walk: My.walk(from: (9, 12), to: (9, 11)),
      refused: .endBeforeStart),
    Case(name: "no time at all", walk: My.walk(from: (9, 12), to: (9, 12))),
    Case(name: "until now", walk: My.walk(to: (10, 0))),
    Case(
      name: "until a minute from now", walk: My.walk(to: (10, 1)),
      refused: .notYetWalked(now: late)),
    Case(
      name: "tomorrow", walk: My.walk(on: My.day + 1), refused: .notYetWalked(now: late)),
    Case(
      name: "before the round", walk: My.walk(on: Day(2026, 10, 31)),
      refused: .tooEarly(start: Day(2026, 11, 1))),
    Case(name: "on its first day", walk: My.walk(on: Day(2026, 11, 1))),
    Case(
      name: "begun before the round and ended in it",
      walk: across(Day(2026, 10, 31), Day(2026, 11, 1)),
      refused: .tooEarly(start: Day(2026, 11, 1))),
    Case(
      name: "begun before the round, by the times on paper",
      walk: across(Day(2026, 10, 31), Day(2026, 11, 1), form: "7", seconds: nil),
      refused: .tooEarly(start: Day(2026, 11, 1))),
    Case(
      name: "24 hours by the written times",
      walk: across(Day(2026, 11, 19), Day(2026, 11, 20), seconds: nil)),
    Case(
      name: "a minute more",
      walk: across(Day(2026, 11, 19), Day(2026, 11, 20), minute: 1, seconds: nil),
      refused: .tooLong),
    Case(
      name: "ticked on screen over a weekend", walk: across(Day(2026, 11, 20), Day(2026, 11, 23))),
    Case(
      name: "with a deadline of yesterday",
      answers: My.clean.merging([
        My.exit: .fail(Finding(text: "shut", handling: .rectify(by: My.day - 1)))
      ]) { $1 }, refused: .deadlinePassed(My.day - 1, item: 2)),
    Case(name: "signed already", existing: "r1", refused: .alreadySigned("r1")),
    Case(
      name: "a tick where a reading is asked",
      answers: My.clean.merging([My.warmth: .pass]) { $1 },
      refused: .doesNotFit(3, asks: Bilingual(zh: "读数", en: "a reading"))),
    Case(
      name: "out of range without a finding",
      answers: My.clean.merging([My.warmth: .reading("30")]) { $1 },
      refused: .doesNotFit(3, asks: Bilingual(zh: "读数", en: "a reading"))),
    Case(
      name: "a reading where a tick is asked",
      answers: My.clean.merging([My.exit: .reading("20")]) { $1 },
      refused: .doesNotFit(2, asks: Bilingual(zh: "合格或不合格", en: "pass or fail"))),
    Case(
      name: "joins a hazard that is not open here",
      answers: My.clean.merging([
        My.exit: .fail(Finding(text: "again", handling: .joins("2026-001")))
      ]) { $1 }, refused: .notOpenHere("2026-001", item: 2)),
  ])
  func refusals(_ row: Case) throws {
    let signing = try My.signing(row.answers, walk: row.walk, existing: row.existing)
    if let refused = row.refused {
      #expect(throws: refused, "\(row.name)") { try signing.decide(in: My.situation()) }
    } else {
      #expect(try signing.decide(in: My.situation()).count == 1, "\(row.name)")
    }
  }

  @Test func whoMaySign() throws {
    let may: Set<Role> = [
      .inspector, .sectionHead, .officeHead, .administrator, .fireSafetyManager,
    ]
    for role in Role.allCases {
      let actor = Person(id: "p", name: "p", roles: [role])
      if may.contains(role) {
        #expect(throws: Never.self, "\(role)") {
          try My.signing().decide(in: My.situation(actor))
        }
      } else {
        #expect(throws: NotPermitted(.inspect), "\(role)") {
          try My.signing().decide(in: My.situation(actor))
        }
      }
    }
  }

  @Test func findingsBecomeHazardsInOneList() throws {
    let open = try HazardFixtures.hazard(.assigned)
    let answers: [ItemKey: Answer] = [
      My.socket: .fail(
        Finding(text: "loose", spot: "door", handling: .onTheSpot(measures: "fixed"))),
      My.exit: .fail(Finding(text: "still blocked", handling: .joins(open.id))),
      My.warmth: .reading("31", Finding(text: "31 C", category: .order, asksForStudy: true)),
    ]
    let lines = try My.signing(answers, open: [open]).decide(in: My.situation())

    #expect(
      lines.map(\.subject.description)
        == [
          "inspection/" + Numbering.inspectionPrefix.zh + "2026-0341", "hazard/2026-017",
          "hazard/2026-017", "hazard/2026-018",
        ].enumerated().map { index, text in index == 2 ? "hazard/\(open.id)" : text })
    #expect(lines.allSatisfy { $0.day == My.day })
    guard case .inspection(.signed(let record)) = lines[0].event,
      case .hazard(.reported(let mended)) = lines[1].event,
      case .hazard(.sighted(let sighting)) = lines[2].event,
      case .hazard(.reported(let warm)) = lines[3].event
    else {
      Issue.record("other events than expected: \(lines.map(\.event.type))")
      return
    }
    let id = Inspection.ID(lines[0].subject.id)
    #expect(record.answers.map(\.number) == [1, 2, 3])
    #expect(record.checklists == [ChecklistPin(id: "office", version: 1, hash: "h1")])
    #expect(record.section == "finance" && record.inspectors == ["wang", "li"])
    #expect(record.ledBy == "boss" && record.entry == .onSite && record.seconds == 240)
    #expect(mended.onSpot == "fixed" && mended.deadline == nil && mended.spot == "door")
    #expect(mended.finders == ["wang", "li"] && mended.inspection == id)
    #expect(sighting == HazardSighting(inspection: id, item: My.exit, text: "still blocked"))
    #expect(warm.category == .order && warm.asksForStudy && warm.severity == .general)
    #expect(warm.deadline == Day(2026, 11, 30))
  }

  @Test func whatIsNotAskedIsNotRecorded() throws {
    var answers = My.clean
    answers[ItemKey(checklist: "office", item: "gone")] = .fail(Finding(text: "ghost"))
    let lines = try My.signing(answers).decide(in: My.situation())
    #expect(lines.count == 1)
  }

  struct Due: Sendable {
    var item: ItemKey
    var handling = Finding.Handling.rectify()
    var firstOff: Day?
    var deadline: Day?
  }

  @Test(arguments: [
    Due(item: My.socket, deadline: Day(2026, 11, 26)),
    Due(item: My.warmth, deadline: Day(2026, 11, 30)),
    Due(item: My.warmth, firstOff: Day(2026, 11, 28), deadline: Day(2026, 11, 27)),
    Due(item: My.exit, handling: .rectify(by: Day(2026, 12, 24)), deadline: Day(2026, 12, 24)),
    Due(item: My.exit, handling: .onTheSpot(measures: "m"), deadline: nil),
  ])
  func deadlines(_ row: Due) throws {
    var answers = My.clean
    let finding = Finding(text: "bad", handling: row.handling)
    answers[row.item] = row.item == My.warmth ? .reading("30", finding) : .fail(finding)
    let lines = try My.signing(answers, firstOff: row.firstOff).decide(in: My.situation())
    guard lines.count == 2, case .hazard(.reported(let report)) = lines[1].event else {
      Issue.record("no hazard")
      return
    }
    #expect(report.deadline == row.deadline)
  }

  @Test func basisAndCategoryComeFromTheItem() throws {
    var answers = My.clean
    answers[My.exit] = .fail(Finding(text: "blocked"))
    let (record, hazards) = try My.record(answers)
    #expect(record.findings == 1 && record.asked == 3)
    #expect(hazards.map(\.report.basis?.en) == ["art. 28"])
    #expect(hazards.map(\.report.category) == [.fire])
    #expect(hazards.map(\.state) == [.reported])
  }
}
