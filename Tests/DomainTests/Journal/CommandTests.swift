import Almanac
import Domain
import Testing

/// Commands decided on what a fold of the journal holds.
struct CommandTests {
  /// A small office that acts in memory.
  struct World {
    var fold = Fold(calendar: WorkCalendar())
    var now = Moment(Day(2026, 11, 23), hour: 9, minute: 0)
    var hazards = 1
    var records = 1

    init() throws {
      let stamp = Stamp(
        at: Moment(Day(2026, 11, 1), second: 0), day: Day(2026, 11, 1), actor: "setup")
      var setup = MasterDataTests.setup {
        $0.sections.append(Section(id: "finance", name: "Finance"))
        $0.persons += [WalkFixtures.inspector, WalkFixtures.head]
        $0.places[0].section = "finance"
        $0.plans = [WalkFixtures.monthly]
      }
      setup.plans.append(
        Plan(
          id: "typhoon", title: Bilingual(verbatim: "Typhoon"), trigger: Trigger(.alert),
          uses: [Plan.Use("office")]))
      for line in try setup.decide(hash: { "\($0.id)-\($0.version)" }) {
        fold.apply(line.subject, line.event, stamp)
      }
    }

    @discardableResult
    mutating func perform(
      _ command: Command, by actor: Person.ID, entered: Entered? = nil
    ) throws -> [String] {
      now = now + 60
      let situation = Situation(
        now: now, actor: try #require(fold.persons[actor]), entered: entered,
        numbering: Numbering(year: 2026, hazard: hazards, inspection: records))
      let lines = try command.decide(with: fold, in: situation)
      for line in lines {
        var stamp = situation.stamp
        stamp.day = line.day ?? stamp.day
        if line.event.begins, line.subject.kind == .hazard { hazards += 1 }
        if line.event.begins, line.subject.kind == .inspection { records += 1 }
        fold.apply(line.subject, line.event, stamp)
      }
      return lines.map(\.event.type)
    }

    func walk(_ answers: [ItemKey: Answer] = WalkFixtures.clean) -> SignRequest {
      SignRequest(
        occurrence: WalkFixtures.occurrence.key, answers: answers,
        walk: Signing.Walk(inspectors: ["wang"], from: now + -60, to: now, seconds: 60))
    }
  }

  @Test func whatIsNotThereIsNamed() throws {
    var world = try World()
    func refused(_ error: some Error & Equatable, _ command: Command) {
      #expect(throws: error) { try world.perform(command, by: "boss") }
    }
    let elsewhere = OccurrenceKey(plan: "monthly", place: "999", period: "2026-11")
    refused(HazardError.noSuchHazard("2026-404"), .hazard("2026-404", .close))
    refused(RecordError.noSuchRecord("404"), .withdraw("404", reason: "r"))
    refused(RecordError.noSuchRecord("404"), .correct("404", item: 1, to: .pass, reason: "r"))
    refused(AlertError.noSuchAlert("a"), .liftAlert("a"))
    refused(RoundError.noSuchOccurrence("monthly/999/2026-11"), .excuse(elsewhere, reason: "r"))
    refused(RoundError.noSuchOccurrence("monthly/999/2026-11"), .noEntry(elsewhere, reason: "r"))
    var walk = world.walk()
    walk.occurrence.period = "2026-13"
    refused(RoundError.noSuchOccurrence("monthly/301/2026-13"), .sign(walk))
    walk.occurrence = WalkFixtures.occurrence.key
    walk.occurrence.plan = "weekly"
    refused(RoundError.noSuchOccurrence("weekly/301/2026-11"), .sign(walk))
  }

  @Test func aWithdrawnRecordOpensItsRoomAgain() throws {
    var world = try World()
    var answers = WalkFixtures.clean
    answers[WalkFixtures.exit] = .fail(Finding(text: "blocked"))
    #expect(
      try world.perform(.sign(world.walk(answers)), by: "wang")
        == ["inspection.signed", "hazard.reported"])
    let first = try #require(world.fold.inspections.keys.first)
    #expect(throws: SigningError.alreadySigned(first)) {
      try world.perform(.sign(world.walk()), by: "wang")
    }
    #expect(throws: SigningError.alreadySigned(first)) {
      try world.perform(.excuse(WalkFixtures.occurrence.key, reason: "r"), by: "boss")
    }
    #expect(
      try world.perform(.withdraw(first, reason: "wrong room"), by: "wang")
        == ["inspection.withdrawn", "hazard.withdrawn"])
    #expect(world.fold.fulfilment(of: WalkFixtures.occurrence.key) == nil)
    try world.perform(.sign(world.walk()), by: "wang")
    let second = world.fold.fulfilment(of: WalkFixtures.occurrence.key)?.inspection
    #expect(second == Inspection.ID(Numbering.inspectionPrefix.zh + "2026-0002"))
    #expect(world.fold.openHazards(at: "301") == [])
  }

  struct Corrected: Sendable {
    /// Days after the walk of Monday, 23 November.
    var days: Int
    var given: Day?
    var deadline: Day
  }

  /// A fire hazard has three days, and a Saturday moves back to Friday. They count from the correction:
  /// nobody could mend it before it was known.
  @Test(arguments: [
    Corrected(days: 0, deadline: Day(2026, 11, 26)),
    Corrected(days: 2, deadline: Day(2026, 11, 27)),
    Corrected(days: 30, deadline: Day(2026, 12, 25)),
    Corrected(days: 30, given: Day(2027, 1, 8), deadline: Day(2027, 1, 8)),
  ])
  func correctingProposesADeadlineAhead(_ row: Corrected) throws {
    var world = try World()
    try world.perform(.sign(world.walk()), by: "wang")
    let record = try #require(world.fold.inspections.keys.first)
    world.now = world.now + row.days * 86_400
    let blocked = Answer.fail(Finding(text: "blocked", handling: .rectify(by: row.given)))
    try world.perform(.correct(record, item: 2, to: blocked, reason: "misread"), by: "wang")
    let hazard = try #require(world.fold.hazards["2026-001"])
    #expect(hazard.deadline == row.deadline && hazard.reported == world.now.day)
    #expect(hazard.report.basis?.en == "art. 28" && hazard.report.category == .fire)
  }

  /// A correction that finds nothing any more takes its hazard along or leaves it a note, closed or not.
  @Test(arguments: [false, true])
  func aHazardInHandThatIsFoundNoLongerKeepsANote(isClosed: Bool) throws {
    var world = try World()
    var answers = WalkFixtures.clean
    answers[WalkFixtures.socket] = .fail(Finding(text: "loose"))
    try world.perform(.sign(world.walk(answers)), by: "wang")
    let record = try #require(world.fold.inspections.keys.first)
    try world.perform(
      .hazard("2026-001", .assign(to: "wang", deadline: Day(2026, 11, 26))), by: "boss")
    if isClosed {
      try world.perform(.hazard("2026-001", .submit(measures: "tight")), by: "wang")
      try world.perform(.hazard("2026-001", .verify()), by: "boss")
    }
    let before = world.fold.hazards["2026-001"]
    #expect(before?.isOpen == !isClosed)
    #expect(
      try world.perform(.correct(record, item: 1, to: .pass, reason: "misread"), by: "wang")
        == ["inspection.corrected", "hazard.recordCorrected"])
    #expect(world.fold.hazards["2026-001"] == before)
    // Found again after all: one in hand is met, one that is closed leaves the register alone.
    #expect(
      try world.perform(
        .correct(record, item: 1, to: .fail(Finding(text: "loose")), reason: "it was"), by: "wang")
        == ["inspection.corrected", isClosed ? "hazard.reported" : "hazard.sighted"])
  }

  @Test func theSectionHeadSignsTheRound() throws {
    var world = try World()
    var answers = WalkFixtures.clean
    answers[WalkFixtures.socket] = .fail(
      Finding(text: "loose", handling: .onTheSpot(measures: "tight")))
    try world.perform(.sign(world.walk(answers)), by: "wang")
    let round = WalkFixtures.occurrence.key.round
    #expect(throws: RecordError.otherSection) {
      try world.perform(.countersign(round, "office", paper: nil), by: "zhao")
    }
    #expect(
      try world.perform(.countersign(round, "finance", paper: nil), by: "zhao")
        == ["inspection.countersigned", "hazard.verified", "hazard.closed"])
    #expect(world.fold.hazards["2026-001"]?.state == .closed)
    #expect(throws: RecordError.nothingToSign) {
      try world.perform(.countersign(round, "finance", paper: nil), by: "zhao")
    }
  }

  @Test func anAlertAsksForAWalkUntilItIsLifted() throws {
    var world = try World()
    let alert = Alert(id: "t1", kind: .typhoon, issued: world.now, recorded: world.now.day)
    #expect(throws: NotPermitted(.raiseAlert)) {
      try world.perform(.openAlert(alert), by: "wang")
    }
    try world.perform(.openAlert(alert), by: "admin")
    var walk = world.walk()
    walk.walk.to = world.now
    walk.occurrence = OccurrenceKey(plan: "typhoon", place: "301", period: "alert-t1")
    #expect(try world.perform(.sign(walk), by: "wang") == ["inspection.signed"])
    try world.perform(.liftAlert("t1"), by: "admin")
    #expect(throws: AlertError.alreadyLifted) { try world.perform(.liftAlert("t1"), by: "admin") }
    let lifted = world.fold.alerts["t1"]?.lifted
    world.fold.apply(
      .alert("t1"), .alert(.lifted(at: world.now + 3600)),
      Stamp(at: world.now, day: world.now.day, actor: "admin"))
    #expect(world.fold.alerts["t1"]?.lifted == lifted)
  }

  @Test func eventsOfUnknownSubjectsChangeNothing() throws {
    var world = try World()
    let stamp = Stamp(at: world.now, day: world.now.day, actor: "boss")
    world.fold.apply(.hazard("2026-404"), .hazard(.closed), stamp)
    world.fold.apply(.inspection("404"), .inspection(.withdrawn(reason: "r")), stamp)
    world.fold.apply(.alert("x"), .alert(.lifted(at: world.now)), stamp)
    world.fold.apply(
      Subject(.occurrence, "not a key"), .occurrence(.excused(reason: "r")), stamp)
    #expect(world.fold.hazards.isEmpty && world.fold.inspections.isEmpty)
    #expect(world.fold.alerts.isEmpty && world.fold.notes.isEmpty)
  }

  /// The same item failing once its hazard is closed opens a new one that names the old; while it is open
  /// nothing is named.
  @Test func foundAgain() throws {
    var world = try World()
    var answers = WalkFixtures.clean
    answers[WalkFixtures.socket] = .fail(Finding(text: "loose"))
    try world.perform(.sign(world.walk(answers)), by: "wang")
    let record = Inspection.ID(Numbering.inspectionPrefix.zh + "2026-0001")
    try world.perform(
      .hazard("2026-001", .assign(to: "wang", deadline: Day(2026, 11, 27))), by: "boss")
    try world.perform(.hazard("2026-001", .submit(measures: "tight")), by: "wang")
    #expect(throws: HazardError.stillOpen("2026-001")) {
      try world.perform(.report(Self.again("2026-001")), by: "wang")
    }
    try world.perform(.hazard("2026-001", .verify()), by: "boss")
    #expect(world.fold.hazards["2026-001"]?.state == .closed)
    try world.perform(.withdraw(record, reason: "walked too early"), by: "wang")
    try world.perform(.sign(world.walk(answers)), by: "wang")
    #expect(world.fold.hazards["2026-002"]?.report.previous == "2026-001")
    try world.perform(.report(Self.again("2026-001")), by: "wang")
    #expect(world.fold.hazards["2026-003"]?.report.previous == "2026-001")
    #expect(throws: HazardError.noSuchHazard("2020-001")) {
      try world.perform(.report(Self.again("2020-001")), by: "wang")
    }
  }

  private static func again(_ previous: Hazard.ID) -> HazardReport {
    HazardReport(place: "301", text: "loose again", category: .electrical, previous: previous)
  }
}
