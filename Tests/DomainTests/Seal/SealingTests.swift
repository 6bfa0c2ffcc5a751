import Almanac
@testable import Domain
import Testing

/// When a month may be sealed, and what is asked then (DESIGN: refused while drafts are open or before the
/// month ends, unless forced with a reason; a second seal is an amendment with a reason).
struct SealingTests {
  static let month = Month(2026, 11)
  static let draft = OccurrenceKey(plan: "monthly", place: "301", period: "2026-11")

  struct Case: Sendable {
    var name: String
    var today = Day(2026, 12, 1)
    var role = Role.supervisor
    var seals = 0
    var hasDraft = false
    var reason: String?
    var force = false
    /// The number of the seal; nil where it is refused with the error.
    var number: Int?
    var isForced = false
    var error: SealError?
  }

  static let cases = [
    Case(name: "the first day after", number: 1),
    Case(name: "an office head", role: .officeHead, number: 1),
    Case(name: "its last day", today: Day(2026, 11, 30), error: .notEnded(month)),
    Case(
      name: "its last day, forced without a reason", today: Day(2026, 11, 30), force: true,
      error: .forcedWithoutReason),
    Case(
      name: "forced with blanks", today: Day(2026, 11, 30), reason: " ", force: true,
      error: .forcedWithoutReason),
    Case(
      name: "its last day, forced", today: Day(2026, 11, 30), reason: "r", force: true, number: 1,
      isForced: true),
    Case(
      name: "before it began, forced", today: Day(2026, 10, 31), reason: "r", force: true,
      error: .notBegun(month)),
    Case(name: "over a draft", hasDraft: true, error: .openDrafts(month, [draft])),
    Case(
      name: "over a draft, forced", hasDraft: true, reason: "r", force: true, number: 1,
      isForced: true),
    Case(
      name: "forced without need", reason: "r", force: true, number: 1, isForced: false),
    Case(name: "again", seals: 1, error: .sealed(month, number: 1)),
    Case(name: "again with a reason", seals: 1, reason: "r", number: 2),
    Case(name: "a third time", seals: 2, reason: "r", number: 3),
  ]

  @Test func everyCase() throws {
    for row in Self.cases {
      let sealing = try Self.sealing(row)
      let command = Command.seal(Self.month, reason: row.reason, force: row.force)
      let situation = Situation(
        now: Moment(row.today, hour: 9, minute: 0), actor: HazardFixtures.person(row.role),
        numbering: Numbering(year: 2026, hazard: 1, inspection: 1))
      if let error = row.error {
        #expect(throws: error, "\(row.name)") {
          try command.decide(with: sealing, in: situation)
        }
        continue
      }
      let lines = try command.decide(with: sealing, in: situation)
      guard case .sealed(let sealed)? = lines.first?.event else {
        Issue.record("\(row.name): nothing was sealed")
        continue
      }
      #expect(lines.count == 1 && lines[0].subject.description == "seal/2026-11", "\(row.name)")
      #expect(sealed.number == row.number, "\(row.name)")
      #expect(sealed.isForced == row.isForced, "\(row.name)")
      #expect(sealed.summary == sealing.held.summary, "\(row.name)")
    }
  }

  @Test(arguments: Role.allCases)
  func whoMaySeal(_ role: Role) throws {
    let row = Case(name: "", role: role)
    let situation = Situation(
      now: Moment(row.today, hour: 9, minute: 0), actor: HazardFixtures.person(role),
      numbering: Numbering(year: 2026, hazard: 1, inspection: 1))
    let decide = { [sealing = try Self.sealing(row)] in
      _ = try Command.seal(Self.month).decide(with: sealing, in: situation)
    }
    if [.supervisor, .officeHead, .administrator].contains(role) {
      try decide()
    } else {
      #expect(throws: NotPermitted(.seal)) { try decide() }
    }
  }

  struct Entry: Sendable {
    var walked: Day
    var recorded: Day
    var shownIn: Month
  }

  /// A late entry shows once: in the summary of the month of its recording, at the earliest in the one
  /// after the month it counts for.
  @Test func aLateEntryShowsInTheNextSummary() throws {
    let cases = [
      Entry(walked: Day(2026, 10, 30), recorded: Day(2026, 11, 5), shownIn: Month(2026, 11)),
      Entry(walked: Day(2026, 10, 30), recorded: Day(2026, 10, 31), shownIn: Month(2026, 11)),
      Entry(walked: Day(2026, 10, 30), recorded: Day(2027, 1, 4), shownIn: Month(2027, 1)),
      Entry(walked: Day(2026, 12, 31), recorded: Day(2027, 1, 4), shownIn: Month(2027, 1)),
    ]
    for row in cases {
      let at = Moment(row.walked, hour: 9, minute: 0)
      let record = Inspection(
        id: "r1",
        content: SignedInspection(
          occurrence: Self.draft, title: Bilingual(verbatim: ""), section: nil, checklists: [],
          answers: [], inspectors: ["i"], from: at, to: at + 600, entry: .belated),
        day: row.walked, recorded: Moment(row.recorded, hour: 9, minute: 0), recorder: "i",
        corrections: [])
      let stamp = Stamp(at: record.recorded, day: row.walked, actor: "i")
      func entry(sealed: Moment) throws -> LateEntry? {
        LateEntry(
          .signed(record.content), of: record, stamp,
          sealed: [try Self.seal(number: 1, at: sealed)])
      }
      #expect(try entry(sealed: stamp.at + -60)?.shownIn == row.shownIn)
      #expect(try entry(sealed: stamp.at + 60) == nil, "recorded before the seal")
      #expect(LateEntry(.signed(record.content), of: record, stamp, sealed: nil) == nil)
    }
  }

  private static func summary() throws -> MonthlySummary {
    try CommandTests.World().fold.sealing(month, at: Moment(Day(2026, 12, 1), second: 0)).summary
  }

  private static func seal(number: Int, at: Moment) throws -> Seal {
    Seal(
      SealedMonth(number: number, isForced: false, heads: [], summary: try summary()),
      Stamp(at: at, day: at.day, actor: "boss"))
  }

  private static func sealing(_ row: Case) throws -> Held {
    Held(
      held: Sealing(
        summary: try summary(),
        seals: try (0..<row.seals).map {
          try seal(number: $0 + 1, at: Moment(Day(2026, 12, 1), second: $0))
        },
        drafts: row.hasDraft ? [draft] : [], heads: []),
      fold: try CommandTests.World().fold)
  }

  /// The records of a small office in which a month stands as given.
  private struct Held: Records {
    var held: Sealing
    var fold: Fold

    var bureau: Bureau { fold.bureau }
    func hazard(_ id: Hazard.ID) -> Hazard? { fold.hazard(id) }
    func openHazards(at place: Place.ID) -> [Hazard] { fold.openHazards(at: place) }
    func lastClosed(at place: Place.ID, item: ItemKey) -> Hazard.ID? { nil }
    func hazards(foundBy id: Inspection.ID) -> [Hazard] { fold.hazards(foundBy: id) }
    func inspection(_ id: Inspection.ID) -> Inspection? { fold.inspection(id) }
    func notice(_ id: RectificationNotice.ID) -> RectificationNotice? { fold.notice(id) }
    func openNotices() -> [RectificationNotice] { fold.openNotices() }
    func documentNumbers() -> [DocumentNumber] { [] }
    func dutyRosters() -> [DutyRoster] { fold.dutyRosters() }
    func activity(_ id: Activity.ID) -> Activity? { fold.activity(id) }
    func activities() -> [Activity] { fold.activities() }
    func incidents() -> [Incident] { fold.incidents() }
    func expiries() -> [Expiry] { fold.expiries() }
    func rules() -> [SafetyRule] { fold.rules() }
    func assets() -> [Asset] { fold.assets() }
    func goals() -> [Goal] { fold.goals() }
    func assessment(_ id: Assessment.ID) -> Assessment? { fold.assessment(id) }
    func shortcomings() -> [StatedShortcoming] { fold.shortcomings() }
    func vehicleBook() -> VehicleBook { fold.vehicleBook() }
    func nilDeclarations() -> [NilDeclaration] { fold.nilDeclarations() }
    func enteredAct(_ id: EnteredAct.ID) -> EnteredAct? { fold.enteredAct(id) }
    func inspections(of round: RoundKey) -> [Inspection] { fold.inspections(of: round) }
    func fulfilment(of key: OccurrenceKey) -> Fulfilment? { fold.fulfilment(of: key) }
    func checklist(_ id: Checklist.ID) -> ChecklistVersion? { fold.checklist(id) }
    func sealing(_ month: Month, at now: Moment) -> Sealing { held }
    func lastDay(of actor: Person.ID) -> Day? { fold.lastDay(of: actor) }
  }
}
