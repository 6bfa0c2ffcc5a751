import Almanac
import Domain
import Testing

/// Several rounds of one room signed in one act: November's monthly check of three items, and a weekly
/// screening that asks for the exits as well, and for the door.
struct SigningTogetherTests {
  typealias My = WalkFixtures

  static let door = ItemKey(checklist: "screening", item: "door")
  static let screening = ChecklistVersion(
    hash: "h2",
    content: Checklist(
      id: "screening", version: 2, title: Bilingual(verbatim: "Screening"), placeKinds: [.office],
      sections: [
        ChecklistSection(
          id: "all", title: Bilingual(verbatim: "All"),
          items: [Item(id: "door", text: Bilingual(verbatim: "doors"), category: .theft)])
      ]))
  static let exits = ChecklistVersion(
    hash: "h1",
    content: Checklist(
      id: "office", version: 1, title: Bilingual(verbatim: "Office"), placeKinds: [.office],
      sections: [
        ChecklistSection(
          id: "fire", title: Bilingual(verbatim: "Fire"),
          items: My.checklist.sections[0].items.filter { $0.id == "exit" })
      ]))
  static let asked = Questionnaire(
    plan: Plan(
      id: "weekly", title: Bilingual(verbatim: "Weekly"), trigger: Trigger(.weekly),
      uses: [Plan.Use("screening"), Plan.Use("office")]),
    checklists: ["screening": screening, "office": exits], place: My.room, isOncePlace: false)
  static let answers = My.clean.merging([door: .pass]) { $1 }

  static func weekly(
    _ answers: [ItemKey: Answer] = answers, passedAtOnce: Set<ItemKey> = [],
    walk: Signing.Walk = My.walk(), place: Place = My.room, open: [Hazard] = [],
    existing: Inspection.ID? = nil, firstOff: Day? = nil
  ) throws -> Signing {
    Signing(
      occurrence: Occurrence(
        plan: "weekly", place: place.id, period: "2026-W48", start: Day(2026, 11, 23),
        due: Day(2026, 11, 27), miss: Day(2026, 11, 30)),
      place: place, title: Bilingual(verbatim: "Week 48"), questionnaire: asked,
      answers: answers, passedAtOnce: passedAtOnce, walk: walk, openHazards: open,
      existing: existing, calendar: try ScheduleFixtures.calendar(), firstOff: firstOff)
  }

  /// The lines as `type subject`.
  private func told(_ lines: [Happening]) -> [String] {
    lines.map { "\($0.event.type) \($0.subject.id)" }
  }

  private func records(_ lines: [Happening]) -> [SignedInspection] {
    lines.compactMap { if case .inspection(.signed(let record)) = $0.event { record } else { nil } }
  }

  private let first = Numbering.inspectionPrefix.zh + "2026-0341"
  private let second = Numbering.inspectionPrefix.zh + "2026-0342"

  @Test func eachRecordHoldsItsOwnItems() throws {
    let atOnce: Set<ItemKey> = [My.exit, Self.door]
    var monthly = try My.signing(Self.answers)
    monthly.passedAtOnce = atOnce
    let lines = try Signing.decide(
      [monthly, Self.weekly(passedAtOnce: atOnce)], in: My.situation())

    #expect(told(lines) == ["inspection.signed \(first)", "inspection.signed \(second)"])
    let records = records(lines)
    #expect(
      records.map(\.occurrence.description) == ["monthly/301/2026-11", "weekly/301/2026-W48"])
    #expect(records[0].answers.map(\.item) == [My.socket, My.exit, My.warmth])
    #expect(records[1].answers.map(\.item) == [Self.door, My.exit])
    #expect(records.map { $0.answers.map(\.number) } == [[1, 2, 3], [1, 2]])
    #expect(records.map(\.passedAtOnce) == [1, 2])
    #expect(records[0].checklists.map(\.hash) == ["h1"])
    #expect(records[1].checklists.map(\.hash) == ["h2", "h1"])
    // Signed by itself the weekly round would have left the very same record.
    #expect(
      try self.records(Self.weekly(passedAtOnce: atOnce).decide(in: My.situation())) == [records[1]]
    )
  }

  @Test func aSharedFailMakesOneHazard() throws {
    let answers = Self.answers.merging([
      My.socket: .fail(Finding(text: "loose")), My.exit: .fail(Finding(text: "blocked")),
      Self.door: .fail(Finding(text: "unlocked")),
    ]) { $1 }
    let lines = try Signing.decide(
      [My.signing(answers), Self.weekly(answers)], in: My.situation())

    #expect(
      told(lines) == [
        "inspection.signed \(first)", "hazard.reported 2026-017", "hazard.reported 2026-018",
        "inspection.signed \(second)", "hazard.reported 2026-019", "hazard.sighted 2026-018",
      ])
    #expect(lines.allSatisfy { $0.day == My.day })
    guard case .hazard(.reported(let blocked)) = lines[2].event,
      case .hazard(.sighted(let sighting)) = lines[5].event
    else {
      Issue.record("other events than expected")
      return
    }
    #expect(blocked.inspection == Inspection.ID(first) && blocked.item == My.exit)
    #expect(
      sighting
        == HazardSighting(
          inspection: Inspection.ID(second), item: My.exit, text: "blocked", isSameWalk: true))
    let records = records(lines)
    #expect(records[0].answers[1].answer.finding?.handling == .rectify())
    #expect(records[1].answers[1].answer.finding?.handling == .joins("2026-018"))
    #expect(records[1].answers[1].answer.finding?.text == "blocked")
  }

  /// Mended on the spot, it is one hazard too, which the first record's section head signs for.
  @Test func mendedOnTheSpotOnce() throws {
    let answers = Self.answers.merging([
      My.exit: .fail(Finding(text: "boxes", handling: .onTheSpot(measures: "moved")))
    ]) { $1 }
    let lines = try Signing.decide(
      [My.signing(answers), Self.weekly(answers)], in: My.situation())
    #expect(lines.count { $0.event.type == "hazard.reported" } == 1)
    #expect(
      records(lines).map { $0.answers.first { $0.item == My.exit }?.answer.finding?.handling }
        == [.onTheSpot(measures: "moved"), .joins("2026-017")])
  }

  @Test func whatIsOpenAlreadyIsMetByBoth() throws {
    let open = try HazardFixtures.hazard(.assigned)
    let answers = Self.answers.merging([
      My.exit: .fail(Finding(text: "still", handling: .joins(open.id)))
    ]) { $1 }
    let lines = try Signing.decide(
      [My.signing(answers, open: [open]), Self.weekly(answers, open: [open])],
      in: My.situation())
    #expect(
      told(lines) == [
        "inspection.signed \(first)", "hazard.sighted \(open.id)", "inspection.signed \(second)",
        "hazard.sighted \(open.id)",
      ])
    let sightings = lines.compactMap { line -> HazardSighting? in
      if case .hazard(.sighted(let sighting)) = line.event { sighting } else { nil }
    }
    #expect(sightings.map(\.isSameWalk) == [false, true])
  }

  struct Due: Sendable {
    var item: ItemKey
    var day: Day
  }

  /// The weekly round stands here for one before a break from the 26th on: what it asks is due on the 25th,
  /// whichever record reports it; the sockets, which it does not ask, have the rule's three days.
  @Test(arguments: [
    Due(item: My.exit, day: Day(2026, 11, 25)),
    Due(item: SigningTogetherTests.door, day: Day(2026, 11, 25)),
    Due(item: My.socket, day: Day(2026, 11, 26)),
  ])
  func aBreakCountsForWhatItsRoundAsks(_ row: Due) throws {
    let answers = Self.answers.merging([row.item: .fail(Finding(text: "bad"))]) { $1 }
    let lines = try Signing.decide(
      [My.signing(answers), Self.weekly(answers, firstOff: Day(2026, 11, 26))], in: My.situation())
    let reports = lines.compactMap { line -> HazardReport? in
      if case .hazard(.reported(let report)) = line.event { report } else { nil }
    }
    #expect(reports.map(\.deadline) == [row.day])
  }

  struct Case: Sendable {
    var name: String
    var answers = SigningTogetherTests.answers
    var walk = WalkFixtures.walk()
    var place = WalkFixtures.room
    var existing: Inspection.ID?
    var refused: SigningError
  }

  /// Whichever of them is refused, nothing at all is written.
  @Test(arguments: [
    Case(name: "the second signed already", existing: "r1", refused: .alreadySigned("r1")),
    Case(name: "its own item left", answers: My.clean, refused: .unanswered([4])),
    Case(
      name: "its own item joins what is not open",
      answers: answers.merging([
        door: .fail(Finding(text: "d", handling: .joins("2026-001")))
      ]) { $1 }, refused: .notOpenHere("2026-001", item: 4)),
    Case(
      name: "before its week", walk: My.walk(on: Day(2026, 11, 20)),
      refused: .tooEarly(start: Day(2026, 11, 23))),
    Case(name: "a form's number", walk: My.walk(form: "12345-0301"), refused: .formOfOneRound),
    Case(
      name: "another room", place: Place(id: "302", name: "302", kind: .office),
      refused: .placesDiffer),
  ])
  func refusals(_ row: Case) throws {
    let signings = [
      try My.signing(row.answers, walk: row.walk),
      try Self.weekly(row.answers, walk: row.walk, place: row.place, existing: row.existing),
    ]
    #expect(throws: row.refused, "\(row.name)") {
      try Signing.decide(signings, in: My.situation())
    }
  }
}

/// Records signed together and withdrawn, over a folded ledger.
struct WithdrawingTogetherTests {
  private func world() throws -> CommandTests.World {
    var world = try CommandTests.World()
    var weekly = WalkFixtures.monthly
    weekly.trigger = Trigger(.weekly)
    let plan = Plan(
      id: "weekly", title: weekly.title, trigger: weekly.trigger, uses: weekly.uses)
    world.fold.apply(
      Subject(.plan, "weekly"), .plan(.set(plan)),
      Stamp(at: Moment(Day(2026, 11, 1), second: 0), day: Day(2026, 11, 1), actor: "setup"))
    var answers = WalkFixtures.clean
    answers[WalkFixtures.exit] = .fail(Finding(text: "blocked"))
    var walk = world.walk(answers)
    let weeks = OccurrenceKey(plan: "weekly", place: "301", period: "2026-W48")
    walk.companions = [weeks, walk.occurrence, weeks]
    #expect(
      try world.perform(.sign(walk), by: "wang")
        == ["inspection.signed", "hazard.reported", "inspection.signed", "hazard.sighted"])
    return world
  }

  /// The hazard goes with the last record that has it, whichever that is; of the one that goes first it
  /// keeps a note, whether that opened it or only met it.
  @Test(arguments: [[1, 2], [2, 1]])
  func theHazardStaysWhileOneRecordHasIt(_ order: [Int]) throws {
    var world = try world()
    let ids = order.map { Inspection.ID(Numbering.inspectionPrefix.zh + "2026-000\($0)") }
    #expect(
      try world.perform(.withdraw(ids[0], reason: "r"), by: "wang")
        == ["inspection.withdrawn", "hazard.recordWithdrawn"])
    #expect(world.fold.hazards["2026-001"]?.isOpen == true)
    #expect(
      try world.perform(.withdraw(ids[1], reason: "r"), by: "wang")
        == ["inspection.withdrawn", "hazard.withdrawn"])
  }

  @Test func aCorrectionLeavesWhatTheOtherHas() throws {
    var world = try world()
    let monthly = Inspection.ID(Numbering.inspectionPrefix.zh + "2026-0001")
    #expect(
      try world.perform(.correct(monthly, item: 2, to: .pass, reason: "r"), by: "wang")
        == ["inspection.corrected", "hazard.recordCorrected"])
    #expect(world.fold.hazards["2026-001"]?.isOpen == true)
  }
}
