import Almanac
import Domain
import Testing

/// The section head's signature (order 61, articles 25 and 26).
struct CountersignTests {
  typealias My = WalkFixtures

  static let mended: [ItemKey: Answer] = My.clean.merging([
    My.socket: .fail(Finding(text: "loose", handling: .onTheSpot(measures: "tightened"))),
    My.exit: .fail(Finding(text: "blocked")),
  ]) { $1 }

  func sign(
    _ records: [Inspection], _ hazards: [Hazard], section: Section.ID = "finance",
    by actor: Person = My.head, entered: Entered? = nil
  ) throws -> [String] {
    try RoundActs.countersign(
      section: section, records: records, hazards: hazards, paper: nil,
      in: My.situation(actor, entered: entered)
    ).map { "\($0.event.type) \($0.subject.kind)" }
  }

  @Test func isNotDatedBeforeTheWalk() throws {
    let (record, hazards) = try My.record(Self.mended)
    #expect(throws: RecordError.signedBeforeWalk(paper: My.day - 1, walked: My.day)) {
      try RoundActs.countersign(
        section: "finance", records: [record], hazards: hazards, paper: My.day - 1,
        in: My.situation(My.head))
    }
  }

  @Test func closesWhatWasMendedOnTheSpotOnly() throws {
    let (record, hazards) = try My.record(Self.mended)
    #expect(hazards.map(\.state) == [.submitted, .reported])
    let lines = try RoundActs.countersign(
      section: "finance", records: [record], hazards: hazards, paper: My.day,
      in: My.situation(My.head))
    #expect(
      lines == [
        Happening(
          .inspection(record.id),
          .inspection(
            .countersigned(
              Countersignature(person: "zhao", day: My.day, paper: My.day)))),
        Happening(.hazard(hazards[0].id), .hazard(.verified(note: nil))),
        Happening(.hazard(hazards[0].id), .hazard(.closed)),
      ])
  }

  @Test func aRejectedMendingIsVerifiedLikeAnyOther() throws {
    var (record, hazards) = try My.record(Self.mended)
    let stamp = HazardFixtures.stamp()
    hazards[0].apply(.rejected(reason: "r", deadline: My.day + 3), stamp)
    hazards[0].apply(.assigned(to: "fixer", deadline: My.day + 3), stamp)
    hazards[0].apply(.submitted(measures: "m", cost: nil, photos: []), stamp)
    #expect(try sign([record], hazards) == ["inspection.countersigned inspection"])
    record.apply(.countersigned(Countersignature(person: "zhao", day: My.day)))
    #expect(throws: RecordError.nothingToSign) { try sign([record], hazards) }
  }

  struct Case: Sendable {
    var actor: Person
    var section: Section.ID = "finance"
    var inspectors: [Person.ID] = ["wang", "li"]
    var entered: Person.ID?
    var refused: RecordError?
    var notPermitted = false
  }

  @Test(arguments: [
    Case(actor: My.head),
    Case(actor: My.head, section: "other", refused: .otherSection),
    Case(
      actor: Person(id: "q", name: "q", section: "finance", roles: [.supervisor]),
      notPermitted: true),
    Case(actor: My.head, inspectors: ["wang", "zhao"], refused: .inspectorMaySignNot),
    Case(actor: My.head, entered: "li", refused: .inspectorMaySignNot),
    Case(actor: My.head, entered: "clerk"),
  ])
  func who(_ row: Case) throws {
    let (record, hazards) = try My.record(Self.mended, walk: My.walk(inspectors: row.inspectors))
    let entered = row.entered.map { Entered(by: $0, paper: My.day) }
    let result = Result {
      try sign([record], hazards, section: row.section, by: row.actor, entered: entered)
    }
    if let refused = row.refused {
      #expect(throws: refused) { try result.get() }
    } else if row.notPermitted {
      #expect(throws: NotPermitted(.countersign)) { try result.get() }
    } else {
      #expect(try result.get().count == 3)
    }
  }

  @Test func whoRecordedItDoesNotSignIt() throws {
    let (record, hazards) = try My.record(Self.mended, by: My.head)
    #expect(throws: RecordError.inspectorMaySignNot) { try sign([record], hazards) }
  }

  @Test func theInspectorMayTypeTheHeadsPaperSignatureWhereNothingWasMended() throws {
    let (record, hazards) = try My.record(My.clean)
    let entered = Entered(by: "li", paper: My.day)
    #expect(try sign([record], hazards, entered: entered).count == 1)
  }

  @Test func withdrawnRecordsAreNotSigned() throws {
    var (record, hazards) = try My.record(My.clean)
    record.apply(.withdrawn(reason: "r"))
    #expect(throws: RecordError.nothingToSign) { try sign([record], hazards) }
    #expect(throws: RecordError.nothingToSign) { try sign([], hazards) }
  }
}
