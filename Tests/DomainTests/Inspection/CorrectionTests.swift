import Almanac
import Domain
import Testing

/// A signed record is set right by a further event, or withdrawn; never edited.
struct CorrectionTests {
  typealias My = WalkFixtures

  static let bureau: Bureau = {
    var bureau = MasterDataTests.bureau
    bureau.persons.append(My.inspector)
    return bureau
  }()

  static let failed: [ItemKey: Answer] = My.clean.merging([
    My.exit: .fail(Finding(text: "blocked"))
  ]) { $1 }

  func correct(
    _ record: Inspection, _ number: Int = 2, to answer: Answer, reason: String = "misread",
    hazards: [Hazard] = [], met: [Hazard.ID] = [], by actor: Person = My.inspector
  ) throws -> [Happening] {
    let item = My.checklist.sections[0].items.dropFirst(number - 1).first
    return try record.correct(
      number: number, to: answer, reason: reason, item: item, hazards: hazards,
      alone: Set(hazards.map(\.id)).subtracting(met), of: Self.bureau,
      deadline: { _ in Day(2026, 11, 27) },
      in: My.situation(actor))
  }

  @Test func aFailThatWasNoneTakesItsHazardAlong() throws {
    let (record, hazards) = try My.record(Self.failed)
    let lines = try correct(record, to: .pass, reason: " misread ", hazards: hazards)
    let correction = Correction(item: My.exit, answer: .pass, reason: "misread")
    #expect(
      lines == [
        Happening(.inspection(record.id), .inspection(.corrected(correction))),
        Happening(.hazard(hazards[0].id), .hazard(.withdrawn(reason: "misread"))),
      ])
    var after = record
    after.apply(.corrected(correction))
    #expect(after.findings == 0 && after.corrections == [correction])
    #expect(after.content.answers[1].answer == .pass)
  }

  struct Case: Sendable {
    var handling: Finding.Handling
    var type: String
    var deadline: Day?
    var onSpot: String?
  }

  @Test(arguments: [
    Case(handling: .rectify(), type: "hazard.reported", deadline: Day(2026, 11, 27)),
    Case(
      handling: .rectify(by: Day(2026, 12, 3)), type: "hazard.reported", deadline: Day(2026, 12, 3)),
    Case(handling: .onTheSpot(measures: "moved"), type: "hazard.reported", onSpot: "moved"),
    Case(handling: .joins("2026-017"), type: "hazard.sighted"),
  ])
  func aPassThatWasAFailRegistersIt(_ row: Case) throws {
    let (record, _) = try My.record(My.clean)
    let open = try HazardFixtures.hazard(.assigned)
    let finding = Finding(text: "blocked", handling: row.handling, photos: ["a"])
    let lines = try correct(record, to: .fail(finding), hazards: [open])
    #expect(lines.map(\.event.type) == ["inspection.corrected", row.type])
    if case .hazard(.reported(let report)) = lines[1].event {
      #expect(report.deadline == row.deadline && report.onSpot == row.onSpot)
      #expect(report.category == .fire && report.photos == ["a"])
      #expect(report.inspection == record.id && report.item == My.exit)
    } else {
      #expect(lines[1].subject == .hazard("2026-017"))
    }
  }

  @Test func aHazardInHandIsNotRegisteredTwice() throws {
    var (record, hazards) = try My.record(Self.failed)
    hazards[0].apply(.assigned(to: "fixer", deadline: My.day + 3), HazardFixtures.stamp())
    let other = Answer.fail(Finding(text: "blocked by boxes"))
    let lines = try correct(record, to: other, hazards: hazards)
    #expect(lines.map(\.event.type) == ["inspection.corrected", "hazard.sighted"])
    #expect(lines[1].subject == .hazard(hazards[0].id))
    record.apply(.corrected(Correction(item: My.exit, answer: other, reason: "r")))
    #expect(
      try correct(record, to: .pass, hazards: hazards)
        .dropFirst() == [
          Happening(.hazard(hazards[0].id), .hazard(.recordCorrected(record.id, reason: "misread")))
        ])
  }

  /// What another record has met as well stays, though this one was wrong.
  @Test func aHazardThatAnotherRecordHasMetStays() throws {
    let (record, hazards) = try My.record(Self.failed)
    let types = { (answer: Answer) in
      try correct(record, to: answer, hazards: hazards, met: [hazards[0].id]).map(\.event.type)
    }
    #expect(try types(.pass) == ["inspection.corrected", "hazard.recordCorrected"])
    #expect(
      try types(.fail(Finding(text: "blocked by boxes")))
        == ["inspection.corrected", "hazard.sighted"])
  }

  @Test func refusals() throws {
    var (record, hazards) = try My.record(Self.failed)
    #expect(throws: RecordError.noSuchItem(4)) { try correct(record, 4, to: .pass) }
    #expect(throws: RecordError.nothingChanges(1)) { try correct(record, 1, to: .pass) }
    #expect(throws: RecordError.reasonMissing) { try correct(record, to: .pass, reason: " ") }
    #expect(throws: SigningError.notOpenHere("2026-099", item: 2)) {
      try correct(
        record, to: .fail(Finding(text: "b", handling: .joins("2026-099"))), hazards: hazards)
    }
    #expect(throws: SigningError.deadlinePassed(My.day - 1, item: 2)) {
      try correct(
        record, to: .fail(Finding(text: "b", handling: .rectify(by: My.day - 1))),
        hazards: hazards)
    }
    #expect(throws: RecordError.notOwn("Wang")) {
      try correct(record, to: .pass, by: Person(id: "x", name: "x", roles: [.officeHead]))
    }
    for actor in [
      Person(id: "li", name: "li", roles: []), Person(id: "a", name: "a", roles: [.administrator]),
      Person(id: "s", name: "s", roles: [.supervisor]),
    ] {
      #expect(throws: Never.self) { try correct(record, to: .pass, by: actor) }
    }
    record.apply(.withdrawn(reason: "r"))
    #expect(throws: RecordError.withdrawn(record.id)) { try correct(record, to: .pass) }
    #expect(throws: RecordError.withdrawn(record.id)) {
      try record.withdraw(
        reason: "r", hazards: [], alone: [], of: Self.bureau, in: My.situation())
    }
  }

  @Test func withdrawingTakesAlongWhatNobodyActedOn() throws {
    let answers = Self.failed.merging([
      My.socket: .fail(Finding(text: "loose", handling: .onTheSpot(measures: "m"))),
      My.warmth: .reading("40", Finding(text: "hot")),
    ]) { $1 }
    var (record, hazards) = try My.record(answers)
    hazards[1].apply(.assigned(to: "fixer", deadline: My.day), HazardFixtures.stamp())
    let others = try HazardFixtures.hazard(.reported)
    let lines = try record.withdraw(
      reason: "wrong room", hazards: hazards + [others], alone: Set(hazards.map(\.id)),
      of: Self.bureau, in: My.situation())
    #expect(
      lines.map { "\($0.event.type) \($0.subject.id)" } == [
        "inspection.withdrawn \(record.id)", "hazard.withdrawn 2026-017",
        "hazard.recordWithdrawn 2026-018", "hazard.withdrawn 2026-019",
      ])
    #expect(lines[2].event == .hazard(.recordWithdrawn(record.id, reason: "wrong room")))
    record.apply(.withdrawn(reason: "wrong room"))
    record.apply(.withdrawn(reason: "twice"))
    record.apply(.countersigned(Countersignature(person: "zhao", day: My.day)))
    #expect(record.withdrawn == "wrong room" && record.countersigned == nil)
    #expect(throws: RecordError.reasonMissing) {
      try My.record(My.clean).0.withdraw(
        reason: "\t", hazards: [], alone: [], of: Self.bureau, in: My.situation())
    }
  }

  /// A note on a hazard in hand or closed changes nothing of it.
  @Test(arguments: Hazard.State.allCases)
  func aWithdrawnRecordLeavesItsHazardsANote(_ state: Hazard.State) throws {
    let (record, _) = try My.record(Self.failed)
    var hazard = try HazardFixtures.hazard(state)
    hazard.report.inspection = record.id
    let lines = try record.withdraw(
      reason: "wrong room", hazards: [hazard], alone: [hazard.id], of: Self.bureau,
      in: My.situation())
    let expected: [Hazard.State: String] = [
      .reported: "hazard.withdrawn", .assigned: "hazard.recordWithdrawn",
      .rectifying: "hazard.recordWithdrawn", .submitted: "hazard.recordWithdrawn",
      .verified: "hazard.recordWithdrawn", .closed: "hazard.recordWithdrawn",
    ]
    #expect(lines.dropFirst().map(\.event.type) == [expected[state]].compactMap(\.self))
    let before = hazard
    hazard.apply(.recordWithdrawn(record.id, reason: "wrong room"), HazardFixtures.stamp())
    hazard.apply(.recordCorrected(record.id, reason: "misread"), HazardFixtures.stamp())
    #expect(hazard == before)
  }

  @Test func excusesAndLockedRooms() throws {
    let key = My.occurrence.key
    let chief = My.situation(HazardFixtures.supervisor)
    #expect(
      try RoundActs.excuse(key, reason: " moved out ", existing: nil, in: chief)
        == [Happening(.occurrence(key), .occurrence(.excused(reason: "moved out")))])
    #expect(throws: NotPermitted(.excuse)) {
      try RoundActs.excuse(key, reason: "r", existing: nil, in: My.situation())
    }
    #expect(throws: SigningError.alreadySigned("r1")) {
      try RoundActs.excuse(key, reason: "r", existing: "r1", in: chief)
    }
    #expect(throws: RecordError.reasonMissing) {
      try RoundActs.excuse(key, reason: " ", existing: nil, in: chief)
    }
    #expect(
      try RoundActs.noEntry(key, reason: "locked", existing: nil, in: My.situation())
        == [Happening(.occurrence(key), .occurrence(.noEntry(reason: "locked", day: My.day)))])
    #expect(throws: NotPermitted(.inspect)) {
      try RoundActs.noEntry(key, reason: "locked", existing: nil, in: chief)
    }
    #expect(throws: RecordError.reasonMissing) {
      try RoundActs.noEntry(key, reason: "", existing: nil, in: My.situation())
    }
    #expect(throws: SigningError.alreadySigned("r1")) {
      try RoundActs.noEntry(key, reason: "r", existing: "r1", in: My.situation())
    }
  }
}
