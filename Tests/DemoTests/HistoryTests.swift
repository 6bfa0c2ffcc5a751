import Almanac
import Domain
import Foundation
import Ledger
import Testing

@testable import xunjian

struct HistoryTests {
  /// Source: the published first outputs of SplitMix64 for the seed 1234567.
  @Test func diceAreSplitMix64() {
    var dice = Dice(seed: 1_234_567)
    let thrown = (0..<3).map { _ in dice.next() }

    #expect(
      thrown == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }

  @Test func sameSeedGivesTheSameActs() throws {
    let (first, second) = (
      try Played(now: Played.present, language: .english, months: 2),
      try Played(now: Played.present, language: .english, months: 2)
    )

    #expect(first.fold.inspections == second.fold.inspections)
    #expect(first.fold.hazards == second.fold.hazards)
    #expect(first.acts.map(\.at) == second.acts.map(\.at))
    #expect(first.acts.map(\.actor) == second.acts.map(\.actor))
  }

  @Test func anotherSeedGivesOthers() throws {
    let (first, second) = (
      try Played(now: Played.present, language: .english, months: 2),
      try Played(now: Played.present, language: .english, months: 2, seed: 8)
    )

    #expect(first.acts.map(\.at) != second.acts.map(\.at))
  }

  @Test func actsAreInOrderOnWorkingDaysInOfficeHours() throws {
    let played = try Played.whole.get()
    let hours = OfficeHours(calendar: Shipped.calendar)

    #expect(played.start == Moment(Day(2025, 5, 6), hour: 8, minute: 30))
    #expect(zip(played.acts, played.acts.dropFirst()).allSatisfy { $0.at <= $1.at })
    // Nil reports are made by those on duty, on rest days too.
    let acts = played.acts.filter { if case .declareNil = $0.command { false } else { true } }
    #expect(acts.allSatisfy { hours.calendar.isWorkday($0.at.day) })
    #expect(acts.allSatisfy { hours.isOpen($0.at.second) })
    #expect(played.acts.allSatisfy { $0.at <= played.now })
  }

  @Test func mostIsOnTimeSomeLateAndSomeMissed() throws {
    let played = try Played.whole.get()
    let rooms = played.rounds(in: played.start.day...played.now.day).flatMap(\.rooms)
      .filter { ($0.occurrence.miss ?? $0.occurrence.due) < played.now.day }
    let states = Dictionary(grouping: rooms, by: \.state).mapValues(\.count)
    func share(_ state: OccurrenceState) -> Double {
      Double(states[state] ?? 0) / Double(rooms.count)
    }

    #expect(rooms.count > 7000)
    #expect((0.9...0.98).contains(share(.done)))
    #expect((0.005...0.05).contains(share(.doneLate)))
    #expect((0.005...0.05).contains(share(.missed)))
    #expect((states[.excused] ?? 0) > 0)
    #expect((states[.lifted] ?? 0) > 0)
  }

  @Test func everyPlanThatIsOnHasItsRounds() throws {
    let played = try Played.whole.get()
    let walked = Set(played.fold.inspections.values.map(\.occurrence.plan))

    #expect(walked == Set(played.fold.bureau.plans.filter(\.present.isEnabled).map(\.id)))
  }

  /// Every break that was prepared in time has its roster, nobody twice at once, sent up by the due day.
  @Test func theBreaksHaveTheirRosters() throws {
    let played = try Played.whole.get()
    let rosters = played.fold.dutyRosters()
    let bureau = played.fold.bureau
    #expect(rosters.count >= 7 && Set(rosters.map(\.state)) == [.adopted])
    for roster in rosters {
      let holiday = try #require(bureau.calendar.holiday(roster.id.rawValue))
      #expect(roster.content.rows.map(\.day) == Array(holiday.days))
      let late = roster.sent.filter { $0.on > bureau.dutyDue(of: holiday) }
      #expect(roster.sent.count == 1 && late.isEmpty)
      let others = rosters.filter { $0.id != roster.id }
      let grave = roster.content.warnings(others: others, bureau).filter(\.isGrave)
      #expect(grave.isEmpty)
    }
  }

  /// A register as an office keeps it: every month some entries, circulars read but by one who is behind,
  /// what meetings resolved carried out, a target of the year in sight.
  @Test func theRegisterOfActivitiesIsKept() throws {
    let played = try Played.whole.get()
    let fold = played.fold
    let activities = fold.activities()
    #expect((100...250).contains(activities.count))
    #expect(activities.filter(\.stands).count == activities.count)
    let months = Set(activities.map(\.content.day.month))
    #expect(months.count == 19)
    #expect(fold.bureau.activityKinds.count >= 12)
    let circulars = activities.filter { $0.content.kind == "circular" }
    #expect(circulars.dropLast(2).flatMap(\.unread).isEmpty)
    #expect(circulars.last?.unread.count == 1)
    #expect(activities.filter { !$0.open.isEmpty }.count <= 1)
    let totals = ActivityTotals(
      of: .year(2026), activities,
      kinds: ActivityKind.all(Shipped.activityKinds, known: fold.bureau.activityKinds),
      bureau: fold.bureau, today: played.now.day)
    let reports = totals.row(ActivityFigure("monitoring", .entries))
    #expect(reports?.value == 4 && reports?.target == 4)
  }

  /// One thing is over, two end soon, the rest later; one rule waits for its review; drills are not lacking.
  @Test func whatEndsAndTheRules() throws {
    let played = try Played.whole.get()
    let (fold, today) = (played.fold, played.now.day)
    let states = ExpiryBook(expiries: fold.expiries()).expiries.map { $0.state(on: today) }
    let valid = Array(repeating: Expiry.State.valid, count: 6)
    #expect(states == [.overdue, .soon, .soon] + valid)
    #expect(fold.expiries().allSatisfy { $0.content.place != nil && $0.content.person != nil })
    let rules = fold.rules()
    #expect(rules.count == 4)
    #expect(rules.count { $0.isReviewOverdue(on: today) } == 1)
    let file = FireFile(
      year: today.year,
      .init(
        bureau: fold.bureau,
        expiries: ExpiryBook(kinds: Shipped.expiryKinds, expiries: fold.expiries()), rules: rules,
        activities: fold.activities(),
        drill: Shipped.activityKinds.first { $0.id == "drill" },
        hazards: Array(fold.hazards.values), inspections: Array(fold.inspections.values),
        incidents: fold.incidents()))
    #expect(file.shortfalls.isEmpty)
    #expect(!file.gaps.contains(.inspections) && file.gaps.contains(.brigade))
  }

  /// Vehicles are driven some times a week, sealed over breaks but for one, and one trip waits.
  @Test func theVehiclesAreKept() throws {
    let played = try Played.whole.get()
    let (fold, today) = (played.fold, played.now.day)
    let book = fold.vehicleBook()
    #expect(book.trips.count { $0.state == .back } > 20)
    #expect(book.trips.count { $0.state == .requested } == 1)
    let use = book.use(in: (today - 120)...today, fold.bureau)
    #expect(use.violations == 1 && use.unaccounted == 12)
    #expect(book.vehicles.contains { !$0.sealings.isEmpty && $0.sealing == nil })
    #expect(book.vehicles.contains { !$0.exceptions.isEmpty })
    for vehicle in book.vehicles {
      for kind in VehicleBook.papers {
        #expect(book.paper(kind, of: vehicle.id).map { $0.until >= today } ?? false)
      }
    }
  }

  /// What stands behind a figure of the annual report adds up to it.
  @Test func theRecordsAddUpToTheFigures() throws {
    let played = try Played.whole.get()
    let (fold, year) = (played.fold, played.now.day.year)
    let walks = fold.inspections.values.filter { $0.withdrawn == nil }.map(Fulfilment.init)
    let book = RoundBook(
      bureau: fold.bureau,
      fulfilments: Dictionary(walks.map { ($0.occurrence, $0) }) { first, _ in first },
      notes: fold.notes, drafts: [:])
    let hazards = Array(fold.hazards.values)
    let incidents = IncidentBook(
      incidents: fold.incidents(), declarations: fold.nilDeclarations())
    let records = AnnualReview.Records(
      summary: PeriodSummary(
        .year(year), today: played.now.day, book: book, fulfilments: walks, hazards: hazards,
        incidents: incidents.figures(
          of: SummaryPeriod.year(year).days, fold.bureau, at: played.now)),
      walks: walks,
      activities: ActivityBook(kinds: Shipped.activityKinds, activities: fold.activities()),
      rosters: fold.dutyRosters(),
      incidents: incidents,
      goals: [],
      vehicles: fold.vehicleBook(), weaknesses: hazards.filter { $0.report.weakness != nil },
      shortcomings: [], rules: fold.rules())
    let review = AnnualReview(records, of: year, in: fold.bureau, at: played.now)
    var traced: [String] = []
    for line in review.lines {
      let found = AnnualBasis(line.figure, of: year).found(
        in: records, of: fold.bureau, at: played.now)
      guard !found.isEmpty else { continue }
      switch line.figure.source {
      case .activity(let figure):
        // Who is in two entries is one person.
        if figure.part == .persons { continue }
      case _: traced.append(line.id)
      }
      #expect(found.reduce(0) { $0 + $1.amount } == line.value, "\(line.id)")
      #expect(Set(found).count == found.count, "\(line.id)")
    }
    #expect(
      traced == [
        "rulesIssued", "trips", "tripKilometres", "vehicleEvents", "rounds", "asked", "done",
        "missed",
        "holidayRounds", "weatherRounds", "breaks", "rosters", "shifts", "dutyPersons",
        "weaknessesFound", "weaknessesClosed",
      ])
    let monthly = AnnualBasis(placesOf: "monthly", in: year).found(
      in: records, of: fold.bureau, at: played.now)
    #expect(monthly.count == 12 && monthly.map(\.amount).max() == 31)
  }

  /// A plan of which a round was missed is met in full no more, and says so.
  @Test func aMissedRoundIsASetback() throws {
    let played = try Played.whole.get()
    let year = played.now.day.year
    let goal = try #require(
      played.fold.goals().first { $0.content.year == year && $0.content.tie == .plan("monthly") })
    let rounds = played.rounds(in: Day(year, 1, 1)...Day(year, 12, 31)).filter {
      $0.id.plan == "monthly"
    }
    let incomplete = rounds.filter { round in
      round.rooms.contains { $0.state == .missed }
    }
    let progress = GoalProgress(goal, rounds: rounds, activities: [], on: played.now.day)
    #expect(progress.missed == incomplete.count && !incomplete.isEmpty)
    #expect(progress.setback?.zh == "有\(incomplete.count)轮漏检，已不能全部完成")
    #expect(progress.done + progress.missed < progress.target)
  }

  /// The assets with their gaps; what the first scan found is mended, what the second found stays open.
  @Test func theNetworkIsKept() throws {
    let played = try Played.whole.get()
    let (fold, today) = (played.fold, played.now.day)
    #expect(fold.assets().count == 5)
    #expect(fold.assets().count { $0.content.person == nil } == 1)
    #expect(fold.assets().count { $0.content.supportEnd.map { $0 < today } ?? false } == 1)
    let weaknesses = fold.hazards.values.filter { $0.report.weakness != nil }
      .sorted { $0.id < $1.id }
    #expect(weaknesses.map(\.report.weakness?.severity) == [.high, .low, .high])
    #expect(weaknesses.prefix(2).allSatisfy { $0.state == .closed && $0.oversight.patch != nil })
    #expect(weaknesses.last?.isOpen == true)
  }

  @Test func theMonthIsPartlyDone() throws {
    let played = try Played.whole.get()
    let monthly = try #require(
      played.rounds(in: played.now.day...played.now.day)
        .first { $0.id == RoundKey(plan: "monthly", period: "2026-11") })

    #expect(monthly.total == 31)
    #expect((15...28).contains(monthly.done))
    #expect(monthly.state == .open)
  }

  @Test func findingsAreInProportion() throws {
    let played = try Played.whole.get()
    let records = played.fold.inspections.values.filter { $0.occurrence.plan == "monthly" }
    let share =
      Double(records.map(\.findings).reduce(0, +)) / Double(records.map(\.asked).reduce(0, +))
    let hazards = Array(played.fold.hazards.values)

    #expect((0.02...0.04).contains(share))
    #expect((300...900).contains(hazards.count))
    #expect(hazards.contains { $0.rejections > 0 })
    #expect(hazards.contains { $0.extensions > 0 })
    #expect(hazards.contains { !$0.sightings.isEmpty })
    #expect(hazards.contains { $0.state == .withdrawn })
    #expect(hazards.contains { $0.report.source == .higherInspection })
    #expect(hazards.contains { $0.report.onSpot != nil && $0.state == .closed })
    #expect(hazards.allSatisfy { $0.verified?.person == nil || $0.verified?.person != $0.person })
  }

  @Test func recordsComeInInEveryWay() throws {
    let played = try Played.whole.get()
    let ways = Dictionary(grouping: played.fold.inspections.values, by: \.content.entry)

    #expect(Set(ways.keys) == Set(Inspection.Entry.allCases))
    #expect(played.acts.contains { $0.entered != nil })
    #expect(played.fold.notes.values.contains { !$0.noEntries.isEmpty })
  }

  @Test func theWeatherOfBothYearsComesAndGoes() throws {
    let bureau = try Played.whole.get().fold.bureau

    #expect(bureau.seasons.map(\.id) == ["2025-flood", "2026-flood"])
    #expect(Set(bureau.alerts.map(\.kind)).isSuperset(of: [.typhoon, .rainstorm]))
    #expect(bureau.alerts.allSatisfy { $0.lifted != nil })
  }

  struct Present: Sendable {
    var now: Moment
    var language: Language
  }

  /// Whenever it is shown, something is overdue and something waits.
  @Test(arguments: [
    Present(now: Moment(Day(2026, 11, 24), hour: 1, minute: 0), language: .english),
    Present(now: Moment(Day(2026, 3, 2), hour: 16, minute: 0), language: .chinese),
    Present(now: Moment(Day(2025, 10, 9), hour: 10, minute: 0), language: .english),
    Present(now: Moment(Day(2027, 7, 18), hour: 12, minute: 0), language: .chinese),
  ])
  func somethingIsLeftToDo(_ row: Present) throws {
    let played = try Played(now: row.now, language: row.language, months: 4)
    let open = played.fold.hazards.values.filter(\.isOpen)

    #expect((2...6).contains(open.count { $0.isOverdue(on: row.now.day) }))
    #expect(open.count(where: \.isWaiting) >= 2)
  }

  @Test(arguments: [Language.chinese, .english])
  func theLedgerIsSound(_ language: Language) throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("demo-\(UUID().uuidString)/ledger.sqlite").path
    defer {
      try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
    }
    try DemoLedger.make(at: path, now: Played.present, in: language, months: 1)
    let ledger = try LedgerFile(path: path, calendar: Shipped.calendar)
    let found = try ledger.verify()
    let bureau = try ledger.bureau()

    #expect(found.isGood)
    #expect(found.events > 500)
    #expect(bureau.isPractice)
    #expect(bureau.sections.count == 6)
    #expect(bureau.persons.count == 20)
    #expect(Set(bureau.persons.flatMap(\.roles)) == Set(Role.allCases))
    #expect(bureau.places.count { $0.kind == .office } == 24)
    #expect(Set(bureau.places.map(\.kind)) == Set(PlaceKind.allCases))
  }
}
