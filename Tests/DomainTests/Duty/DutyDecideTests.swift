import Almanac
import Domain
import Testing

/// Who may do what with a roster, and what is refused.
struct DutyDecideTests {
  typealias My = DutyFixtures

  private func decide(
    _ command: DutyCommand, _ roster: DutyRoster, by actor: Person, at: Moment? = nil,
    others: [DutyRoster] = [], _ bureau: Bureau? = nil
  ) throws -> DutyEvent {
    try roster.decide(
      command, others: others, of: bureau ?? My.bureau(),
      in: at.map { My.situation(actor, $0) } ?? My.situation(actor))
  }

  struct Case: Sendable {
    var command: DutyCommand
    var by: [Person]
    var notBy: [Person]
  }

  private static let on = Moment(Day(2026, 1, 2), hour: 9, minute: 0)
  private static let swap = DutySwap(
    .init(day: Day(2026, 1, 1), shift: .whole, person: "p1"),
    .init(day: Day(2026, 1, 2), shift: .whole, person: "p2"), reason: "ill")

  static let cases = [
    Case(
      command: .change(DutyEdit(day: Day(2026, 1, 2), onDuty: ["p3"], reason: "ill")),
      by: [My.administrator, My.head], notBy: [My.leader, My.one, My.observer]),
    Case(
      command: .swap(swap, isAgreed: true), by: [My.administrator, My.head, My.one, My.two],
      notBy: [My.leader, My.other, My.observer]),
    Case(
      command: .send(DutySending(to: "District", on: Day(2026, 1, 2), how: "OA")),
      by: [My.administrator, My.head], notBy: [My.leader, My.one]),
    Case(
      command: .handOver(Handover(at: on, from: ["p1"], to: ["p2"])),
      by: [My.administrator, My.head, My.one, My.two, My.leader], notBy: [My.other, My.observer]),
    Case(
      command: .check(PresenceCheck(at: on, person: "p2", outcome: .present, by: "x")),
      by: [My.administrator, My.head, My.leader, My.person("s", .supervisor)],
      notBy: [My.one, My.other, My.observer]),
    Case(
      command: .withdraw(reason: "moved"), by: [My.administrator, My.head],
      notBy: [My.leader, My.one]),
  ]

  @Test(arguments: cases)
  func who(_ row: Case) throws {
    let roster = try My.roster(.adopted)
    let at = Moment(Day(2026, 1, 2), hour: 10, minute: 0)
    for person in row.by {
      _ = try decide(row.command, roster, by: person, at: at)
    }
    for person in row.notBy {
      let refusal = #expect(throws: (any Error).self, "\(person.id)") {
        try decide(row.command, roster, by: person, at: at)
      }
      #expect((refusal as? any Refusal)?.kind == .notPermitted, "\(person.id)")
    }
    // Nothing of it on a roster that is withdrawn.
    #expect(throws: DutyError.self) {
      try decide(
        row.command, My.roster(.adopted, .withdrawn(reason: "r")), by: My.head, at: at)
    }
  }

  @Test func adoption() throws {
    #expect(try decide(.adopt, My.roster(), by: My.head) == .adopted)
    #expect(throws: NotPermitted.self) { try decide(.adopt, My.roster(), by: My.leader) }
    #expect(throws: DutyError.self) { try decide(.adopt, My.roster(.adopted), by: My.head) }
    // Nobody on duty, or one in two places.
    var row = My.content.rows[1]
    row.onDuty = []
    let words = DutyWarning.gap(Day(2026, 1, 2), .whole, .onDuty, missing: 1)
      .message(try My.bureau())
    #expect(throws: DutyError.grave(words)) {
      try decide(.adopt, My.roster(.changed(row, reason: nil)), by: My.head)
    }
    let weekend = try #require(
      DutyRoster(
        id: "w",
        beginning: .proposed(
          DutyRoster.Content(
            kind: .alert, name: Bilingual(verbatim: "w"), first: Day(2026, 1, 3),
            last: Day(2026, 1, 3),
            rows: [DutyRow(day: Day(2026, 1, 3), shift: .night, onDuty: ["p1"])])), My.stamp()))
    #expect(throws: DutyError.self) {
      try decide(.adopt, My.roster(), by: My.head, others: [weekend])
    }
  }

  @Test func changes() throws {
    let edit = DutyEdit(day: Day(2026, 1, 2), onDuty: ["p3"])
    // No reason is asked for while it is only proposed.
    var row = My.content.rows[1]
    row.onDuty = ["p3"]
    #expect(try decide(.change(edit), My.roster(), by: My.head) == .changed(row, reason: nil))
    #expect(throws: DutyError.reasonMissing) {
      try decide(.change(edit), My.roster(.adopted), by: My.head)
    }
    #expect(throws: DutyError.noSuchRow(Day(2026, 1, 9))) {
      try decide(.change(DutyEdit(day: Day(2026, 1, 9))), My.roster(), by: My.head)
    }
    #expect(throws: DutyError.noSuchPerson("zzz")) {
      try decide(
        .change(DutyEdit(day: Day(2026, 1, 2), onDuty: ["zzz"])), My.roster(), by: My.head)
    }
    #expect(throws: DutyError.sameAsBefore) {
      try decide(
        .change(DutyEdit(day: Day(2026, 1, 2), onDuty: ["p2"])), My.roster(), by: My.head)
    }
    // Leading and on duty at once.
    #expect(throws: DutyError.doubled("boss", Day(2026, 1, 2))) {
      try decide(
        .change(DutyEdit(day: Day(2026, 1, 2), onDuty: ["boss"])), My.roster(), by: My.head)
    }
    // What was changed after it was sent up is told.
    var roster = try My.roster(.adopted)
    roster.apply(.changed(row, reason: "ill"), My.stamp())
    roster.apply(.sent(DutySending(to: "District", on: My.before)), My.stamp())
    #expect(roster.changesAfterSending.isEmpty && roster.unsentChanges.isEmpty)
    row.onDuty = ["p4"]
    roster.apply(.changed(row, reason: "p3 is away"), My.stamp("admin"))
    #expect(roster.changesAfterSending.map(\.reason) == ["p3 is away"])
    #expect(roster.changesAfterSending.map(\.before.onDuty) == [["p3"]])
    #expect(roster.unsentChanges.count == 1)
    roster.apply(.sent(DutySending(to: "District", on: My.before)), My.stamp())
    #expect(roster.unsentChanges.isEmpty && roster.changesAfterSending.count == 1)
  }

  @Test func swaps() throws {
    var roster = try My.roster(.adopted)
    // One asks, the other agrees.
    let asked = try decide(.swap(Self.swap), roster, by: My.one)
    guard case .swapAsked(let swap) = asked else { throw Wrong() }
    #expect(swap.asker == "p1")
    roster.apply(asked, My.stamp("p1"))
    #expect(throws: DutyError.notYours) {
      try decide(.answerSwap(isAgreed: true), roster, by: My.one)
    }
    #expect(throws: DutyError.notYours) {
      try decide(.answerSwap(isAgreed: true), roster, by: My.head)
    }
    #expect(
      try decide(.answerSwap(isAgreed: false, reason: "no"), roster, by: My.two)
        == .swapDeclined(reason: "no"))
    let done = try decide(.answerSwap(isAgreed: true), roster, by: My.two)
    roster.apply(done, My.stamp("p2"))
    #expect(roster.asked == nil)
    #expect(roster.content.rows.map(\.onDuty) == [["p2"], ["p1"], ["p1"]])
    #expect(roster.changes.map(\.agreed) == [["p1", "p2"], ["p1", "p2"]])
    #expect(throws: DutyError.nothingAsked) {
      try decide(.answerSwap(isAgreed: true), roster, by: My.two)
    }
    // Who keeps the roster enters it once both have agreed.
    #expect(throws: DutyError.consentMissing(["p1", "p2"])) {
      try decide(.swap(Self.swap), My.roster(.adopted), by: My.head)
    }
    // Between leading and duty, or of one who is not there.
    var wrong = Self.swap
    wrong.second.person = "boss"
    #expect(throws: DutyError.cannotSwap) {
      try decide(.swap(wrong, isAgreed: true), My.roster(.adopted), by: My.head)
    }
    wrong.second.person = "p4"
    #expect(throws: DutyError.notOnDuty("p4", Day(2026, 1, 2))) {
      try decide(.swap(wrong, isAgreed: true), My.roster(.adopted), by: My.head)
    }
  }

  private struct Wrong: Error {}

  @Test func logAndChecks() throws {
    let roster = try My.roster(.adopted)
    let at = Moment(Day(2026, 1, 2), hour: 8, minute: 30)
    let event = try decide(
      .handOver(Handover(at: at, from: [], to: ["p2"], calls: "  test call ")), roster,
      by: My.one, at: at)
    #expect(event == .handedOver(Handover(at: at, from: ["p1"], to: ["p2"], calls: "test call")))
    #expect(throws: DutyError.inFuture(at)) {
      try decide(
        .handOver(Handover(at: at, from: ["p1"], to: [])), roster, by: My.one, at: at + -60)
    }
    let late = Moment(Day(2026, 1, 9), hour: 8, minute: 0)
    #expect(throws: DutyError.outside(late, roster.content.name)) {
      try decide(.handOver(Handover(at: late, from: ["p1"], to: [])), roster, by: My.one, at: late)
    }
    #expect(throws: DutyError.handedByNobody) {
      try decide(.handOver(Handover(at: at, from: [], to: [])), roster, by: My.head, at: at)
    }
    #expect(throws: DutyError.notOnDuty("p4", Day(2026, 1, 2))) {
      try decide(
        .check(PresenceCheck(at: at, person: "p4", outcome: .absent, by: "")), roster,
        by: My.head, at: at)
    }
    #expect(
      try decide(
        .check(PresenceCheck(at: at, person: "p1", outcome: .absent, by: "")), roster,
        by: My.head, at: at)
        == .checked(PresenceCheck(at: at, person: "p1", outcome: .absent, by: "head")))
  }

  @Test func sending() throws {
    let roster = try My.roster(.adopted)
    for day in [Day(2025, 12, 23), Day(2025, 12, 25)] {
      #expect(throws: (any Error).self) {
        try decide(.send(DutySending(to: "District", on: day)), roster, by: My.head)
      }
    }
    #expect(throws: WordingError.blank) {
      try decide(.send(DutySending(to: " ", on: My.before)), roster, by: My.head)
    }
  }

  @Test func rules() throws {
    let bureau = try My.bureau()
    var rules = try #require(bureau.dutyRules.last)
    func refused(_ change: (inout DutyRules) -> Void) -> DutyError? {
      var changed = rules
      change(&changed)
      return #expect(throws: DutyError.self) {
        try Command.setDutyRules(changed).decide(
          with: Held(bureau: bureau), in: My.situation(My.head))
      }
    }
    #expect(refused { $0.dueDays = 61 } == .badNumber(61, 0...60))
    #expect(refused { $0.onDuty = 0 } == .badNumber(0, 1...9))
    #expect(refused { $0.nightStart = $0.dayStart } == .badHours)
    #expect(refused { $0.leadingRoles = [] } == .nobodyLeads)
    #expect(refused { $0.sparedPersons = ["zzz"] } == .noSuchPerson("zzz"))
    #expect(refused { $0.from = Day(1999, 1, 1) } == .rulesBefore(Day(2000, 1, 1)))
    rules.source = " by decree "
    let lines = try Command.setDutyRules(rules).decide(
      with: Held(bureau: bureau), in: My.situation(My.head))
    rules.source = "by decree"
    #expect(lines == [Happening(.dutyRules, .dutyRules(rules))])
    #expect(throws: NotPermitted(.keepDuty)) {
      try Command.setDutyRules(rules).decide(
        with: Held(bureau: bureau), in: My.situation(My.leader))
    }
  }

  @Test func proposals() throws {
    let bureau = try My.bureau()
    func propose(_ request: DutyRequest, _ rosters: [DutyRoster] = []) throws -> [Happening] {
      try Command.proposeDuty(request).decide(
        with: Held(bureau: bureau, rosters: rosters), in: My.situation(My.head))
    }
    let lines = try propose(.holiday("2026-new-year"))
    #expect(lines.map(\.subject) == [.duty("2026-new-year")])
    guard case .duty(.proposed(let content)) = lines.first?.event else { throw Wrong() }
    #expect(content.name == Bilingual(zh: "2026年元旦", en: "New Year 2026"))
    #expect(content.rows.map(\.day) == Array(My.days))
    #expect(throws: DutyError.stands(content.name)) {
      var roster = try My.roster(.adopted)
      roster.content.name = content.name
      return try propose(.holiday("2026-new-year"), [roster])
    }
    // One that is only proposed or was withdrawn is drawn up anew.
    for roster in [try My.roster(), try My.roster(.withdrawn(reason: "r"))] {
      #expect(try propose(.holiday("2026-new-year"), [roster]).count == 1)
    }
    #expect(throws: DutyError.noSuchBreak("2026-easter")) { try propose(.holiday("2026-easter")) }
    #expect(throws: DutyError.past(Day(2025, 10, 8))) {
      try propose(.holiday("2025-mid-autumn"))
    }
    let january = Day(2026, 1, 1)...Day(2026, 1, 31)
    func days(_ kind: DutyKind) throws -> [Day] {
      guard case .duty(.proposed(let content)) = try propose(.days(kind, january)).first?.event
      else { throw Wrong() }
      return content.rows.map(\.day)
    }
    // The 4th is a Sunday that is worked; the 1st to 3rd belong to the break.
    #expect(try days(.weekend).map { $0.civil.2 } == [10, 11, 17, 18, 24, 25, 31])
    #expect(try days(.night).count == 21 && days(.night).first == Day(2026, 1, 4))
    #expect(try days(.alert).count == 31)
    #expect(throws: DutyError.noDays(.weekend)) {
      try propose(.days(.weekend, Day(2026, 1, 12)...Day(2026, 1, 16)))
    }
    #expect(throws: DutyError.tooLong(101)) {
      try propose(.days(.alert, Day(2026, 1, 1)...Day(2026, 4, 11)))
    }
  }

  /// The records of an office that has only rosters.
  struct Held: Records {
    var bureau: Bureau
    var rosters: [DutyRoster] = []

    func documentNumbers() -> [DocumentNumber] { [] }
    func dutyRosters() -> [DutyRoster] { rosters }
    func incidents() -> [Incident] { [] }
    func expiries() -> [Expiry] { [] }
    func rules() -> [SafetyRule] { [] }
    func assets() -> [Asset] { [] }
    func goals() -> [Goal] { [] }
    func assessment(_ id: Assessment.ID) -> Assessment? { nil }
    func shortcomings() -> [StatedShortcoming] { [] }
    func vehicleBook() -> VehicleBook { VehicleBook(bureau: bureau) }
    func nilDeclarations() -> [NilDeclaration] { [] }
    func hazard(_ id: Hazard.ID) -> Hazard? { nil }
    func openHazards(at place: Place.ID) -> [Hazard] { [] }
    func lastClosed(at place: Place.ID, item: ItemKey) -> Hazard.ID? { nil }
    func hazards(foundBy id: Inspection.ID) -> [Hazard] { [] }
    func inspection(_ id: Inspection.ID) -> Inspection? { nil }
    func notice(_ id: RectificationNotice.ID) -> RectificationNotice? { nil }
    func openNotices() -> [RectificationNotice] { [] }
    func activity(_ id: Activity.ID) -> Activity? { nil }
    func activities() -> [Activity] { [] }
    func enteredAct(_ id: EnteredAct.ID) -> EnteredAct? { nil }
    func inspections(of round: RoundKey) -> [Inspection] { [] }
    func fulfilment(of key: OccurrenceKey) -> Fulfilment? { nil }
    func checklist(_ id: Checklist.ID) -> ChecklistVersion? { nil }
    func sealing(_ month: Month, at now: Moment) -> Sealing {
      Fold(calendar: bureau.calendar).sealing(month, at: now)
    }
    func lastDay(of actor: Person.ID) -> Day? { nil }
  }
}
