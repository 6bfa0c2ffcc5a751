import Almanac
import Domain
import Testing

/// Over random histories of acts, what has begun or was walked keeps its id and its dates.
struct BegunStaysTests {
  /// A small office whose calendar learns notices, acting by chance.
  struct Office: Records {
    var world: CommandTests.World
    var calendar: WorkCalendar
    var random: ScheduleInvariantTests.Seeded
    /// What was walked, as it was dated then.
    var walked: [OccurrenceKey: Occurrence] = [:]

    var bureau: Bureau {
      var bureau = world.fold.bureau
      bureau.calendar = calendar
      return bureau
    }
    func hazard(_ id: Hazard.ID) -> Hazard? { world.fold.hazard(id) }
    func openHazards(at place: Place.ID) -> [Hazard] { world.fold.openHazards(at: place) }
    func lastClosed(at place: Place.ID, item: ItemKey) -> Hazard.ID? { nil }
    func hazards(foundBy id: Inspection.ID) -> [Hazard] { world.fold.hazards(foundBy: id) }
    func inspection(_ id: Inspection.ID) -> Inspection? { world.fold.inspection(id) }
    func notice(_ id: RectificationNotice.ID) -> RectificationNotice? { world.fold.notice(id) }
    func openNotices() -> [RectificationNotice] { world.fold.openNotices() }
    func documentNumbers() -> [DocumentNumber] { [] }
    func dutyRosters() -> [DutyRoster] { world.fold.dutyRosters() }
    func activity(_ id: Activity.ID) -> Activity? { world.fold.activity(id) }
    func activities() -> [Activity] { world.fold.activities() }
    func incidents() -> [Incident] { world.fold.incidents() }
    func expiries() -> [Expiry] { world.fold.expiries() }
    func rules() -> [SafetyRule] { world.fold.rules() }
    func assets() -> [Asset] { world.fold.assets() }
    func goals() -> [Goal] { world.fold.goals() }
    func assessment(_ id: Assessment.ID) -> Assessment? { world.fold.assessment(id) }
    func shortcomings() -> [StatedShortcoming] { world.fold.shortcomings() }
    func vehicleBook() -> VehicleBook { world.fold.vehicleBook() }
    func nilDeclarations() -> [NilDeclaration] { world.fold.nilDeclarations() }
    func enteredAct(_ id: EnteredAct.ID) -> EnteredAct? { world.fold.enteredAct(id) }
    func inspections(of round: RoundKey) -> [Inspection] { world.fold.inspections(of: round) }
    func fulfilment(of key: OccurrenceKey) -> Fulfilment? { world.fold.fulfilment(of: key) }
    func checklist(_ id: Checklist.ID) -> ChecklistVersion? { world.fold.checklist(id) }
    func sealing(_ month: Month, at now: Moment) -> Sealing { world.fold.sealing(month, at: now) }
    func lastDay(of actor: Person.ID) -> Day? { world.fold.lastDay(of: actor) }

    init(seed: UInt64) throws {
      random = ScheduleInvariantTests.Seeded(state: seed)
      world = try CommandTests.World()
      calendar = try ScheduleFixtures.calendar()
      world.now = Moment(Day(2026, 1, 5), hour: 9, minute: 0)
      let stamp = Stamp(at: world.now, day: Day(2026, 1, 1), actor: "setup")
      for number in 302...304 {
        let id = Place.ID("\(number)")
        world.fold.apply(
          .place(id), .place(Place(id: id, name: id.rawValue, kind: .office)), stamp)
      }
      for kind in Trigger.Kind.allCases where kind != .alert {
        let id = Plan.ID("p-\(kind.rawValue)")
        let plan = Plan(
          id: id, title: Bilingual(verbatim: id.rawValue), trigger: .some(kind, &random),
          uses: [Plan.Use("office")])
        world.fold.apply(.plan(id), .plan(.set(plan)), stamp)
      }
    }

    var today: Day { world.now.day }

    func occurrences() -> [Occurrence] { bureau.occurrences(in: (today - 100)...(today + 70)) }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    /// Acts once, as far as it is not refused.
    ///
    /// - Returns: The kind of act, for a failure's comment.
    mutating func act() throws -> String {
      world.now = Moment(today + number(1...12), hour: 9, minute: 0)
      switch number(0...7) {
      case 0, 1:
        for _ in 0..<number(1...4) { walk() }
        return "walked"
      case 2, 3:
        let id = Plan.ID("p-\(Trigger.Kind.allCases[number(0...9)].rawValue)")
        return try attempt(.plan(id, planCommand()))
      case 4:
        let start = today + number(-60...60)
        let entry = SeasonEntry(start: start, end: start + number(0...150))
        guard let season = try? entry.season(among: bureau.seasons) else { return "" }
        return try attempt(.set(.season(season)))
      case 5:
        let season = try? bureau.currentSeason(on: today).ending(
          on: today + number(-20...60), announcement: "")
        return try season.map { try attempt(.set(.season($0))) } ?? ""
      case 6:
        let place = try #require(world.fold.places[Place.ID("30\(number(2...4))")])
        let day = today + number(0...40)
        let changed =
          try? place.to == nil
          ? place.closing(on: day, today: today) : place.reopening(on: day, today: today)
        return try changed.map { try attempt(.set(.place($0))) } ?? ""
      default:
        return loadNotice()
      }
    }

    /// Another arrangement of a break that lies ahead, or has just begun.
    private mutating func loadNotice() -> String {
      guard
        let next = calendar.breaks(overlapping: (today - 2)...(today + 90)).first(where: {
          $0.isRound && $0.firstOff > today - 2
        })
      else { return "" }
      let moved = (0..<number(1...6)).map { (next.firstOff + ($0 - 2), HolidayFacts.Row.Kind.off) }
      let year = next.year
      let kept = calendar.facts.rows(of: year).filter { !next.days.contains($0.day) }
      let taken = Set(kept.map(\.day))
      calendar = calendar.loading(
        kept
          + moved.filter { !taken.contains($0.0) }.map {
            HolidayFacts.Row($0.0, $0.1, holidays: next.holidays, year: year)
          }, of: year, recorded: today)
      return "loaded \(next.key)"
    }

    private mutating func planCommand() -> PlanCommand {
      let from = Bool.random(using: &random) ? today + number(0...30) : nil
      switch number(0...6) {
      case 0:
        return .revise([.kind(Trigger.Kind.allCases[number(0...9)])], from: from)
      case 1: return .revise([.day(number(1...31)), .lead(number(1...20))], from: from)
      case 2:
        let scope = Plan.Scope.places(["302", "303", "304"].shuffled(using: &random).dropLast())
        return .revise([.scope(scope)], from: from)
      case 3: return .revise([.enabled(Bool.random(using: &random))], from: from)
      case 4: return .pause(.init(from: from ?? today, to: (from ?? today) + number(0...40)))
      case 5: return .resume(on: from)
      default: return .close(on: from)
      }
    }

    private mutating func walk() {
      let open = bureau.occurrences(in: today...today).filter { $0.due >= today }
      guard let occurrence = open.randomElement(using: &random) else { return }
      var request = world.walk()
      request.occurrence = occurrence.key
      (request.walk.from, request.walk.to) = (world.now, world.now + 60)
      if (try? attempt(.sign(request), by: "wang")) == "signed" {
        walked[occurrence.key] = occurrence
      }
    }

    private mutating func attempt(_ command: Command, by actor: Person.ID = "admin") throws
      -> String
    {
      world.now = world.now + 120
      let situation = Situation(
        now: world.now, actor: try #require(world.fold.persons[actor]),
        numbering: Numbering(
          year: 2026, hazard: world.hazards, inspection: world.records))
      let lines: [Happening]
      do {
        lines = try command.decide(with: self, in: situation)
      } catch is any Refusal {
        return "refused"
      }
      for line in lines {
        if line.event.begins { world.records += 1 }
        world.fold.apply(line.subject, line.event, situation.stamp)
      }
      return if case .sign = command { "signed" } else { "\(command)" }
    }
  }

  @Test(arguments: 1...6)
  func begunStays(seed: Int) throws {
    var office = try Office(seed: UInt64(seed))
    var acts = 0
    for _ in 0..<30 {
      let before = office.occurrences()
      let act = try office.act()
      if act.isEmpty || act == "refused" { continue }
      acts += 1
      let today = office.today
      let after = Dictionary(uniqueKeysWithValues: office.occurrences().map { ($0.key, $0) })
      // The places of a running period may change while its due day has not passed.
      let isOfPlaces = act.contains("scope")
      for was in before where was.start < today && was.start > today - 80 {
        let now = after[was.key]
        if now == nil, isOfPlaces, was.due >= today { continue }
        #expect(now == was, "\(was.id) after \(act) on \(today)")
      }
      let known = Set(before.map(\.key))
      for new in after.values where !known.contains(new.key) && new.start > today - 80 {
        #expect(new.miss.map { $0 > today } ?? true, "\(new.id) born missed by \(act)")
      }
    }
    #expect(acts > 12 && office.walked.count > 2)
    try expectWalkedInTheirRounds(office)
  }

  /// Every walk is found in its round, dated as on the day it was made.
  private func expectWalkedInTheirRounds(_ office: Office) throws {
    let fulfilments = Dictionary(
      uniqueKeysWithValues: try office.walked.keys.map {
        ($0, try #require(office.fulfilment(of: $0)))
      })
    let book = RoundBook(bureau: office.bureau, fulfilments: fulfilments, notes: [:], drafts: [:])
    let rounds = book.rounds(in: Day(2026, 1, 1)...(office.today + 60), on: office.today)
    let rooms = rounds.flatMap(\.rooms)
    for (key, walked) in office.walked {
      let room = rooms.first { $0.occurrence.key == key }
      #expect(room?.occurrence == walked, "\(key)")
    }
  }
}
