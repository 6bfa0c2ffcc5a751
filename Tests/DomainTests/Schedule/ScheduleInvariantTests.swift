import Almanac
import Domain
import Testing

/// What holds for every bureau, over bureaus made from seeds.
struct ScheduleInvariantTests {
  /// SplitMix64 (Steele, Lea and Flood 2014): the same numbers from the same seed.
  struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  struct Bureau {
    var plans: [PlanHistory] = []
    var places: [Place] = []
    var seasons: [Season] = []
    var alerts: [Alert] = []
    var calendar: WorkCalendar

    init(seed: UInt64) throws {
      var random = Seeded(state: seed)
      func someDay() -> Day { Day(2025, 1, 1) + Int.random(in: 0...900, using: &random) }
      calendar = try ScheduleFixtures.calendar()
      if Bool.random(using: &random) {
        calendar = calendar.loading(
          ScheduleHistoryTests.notice, of: 2027,
          recorded: Day(2026, 10, 1) + Int.random(in: 0...100, using: &random))
      }
      for number in 1...Int.random(in: 1...6, using: &random) {
        let first = Bool.random(using: &random) ? someDay() : nil
        let last = Bool.random(using: &random) ? (first ?? someDay()) + 200 : nil
        let kind: PlaceKind = Bool.random(using: &random) ? .office : .corridor
        let shut = Bool.random(using: &random) ? (first ?? someDay()) + 20 : nil
        places.append(
          place(
            Place.ID("r\(number)"), kind: kind, from: first, to: last,
            closures: shut.map {
              [.init(from: $0, to: $0 + Int.random(in: 0...60, using: &random))]
            },
            recorded: Bool.random(using: &random) ? someDay() : nil))
      }
      seasons = [
        Season(id: "2025-flood", start: Day(2025, 4, 15), end: Day(2025, 10, 15)),
        Season(id: "2026-flood", start: someDay(), end: someDay(), recorded: someDay()),
      ]
      var changed = Season(
        id: "2025-flood", start: Day(2025, 4, 15) + Int.random(in: -40...40, using: &random),
        end: someDay(), recorded: Day(2025, 3, 1) + Int.random(in: 0...250, using: &random))
      changed.earlier = [seasons[0]]
      seasons[0] = changed
      alerts = (1...3).map { number in
        let issued = Moment(someDay(), hour: Int.random(in: 0...23, using: &random), minute: 0)
        return Alert(
          id: Alert.ID("w\(number)"), kind: .typhoon, colour: .yellow, issued: issued,
          recorded: issued.day)
      }
      for (number, kind) in Trigger.Kind.allCases.enumerated() {
        let id = Plan.ID("p\(number)")
        var history = PlanHistory(plan(.some(kind, &random), id: id), recorded: someDay() - 400)
        for _ in 0..<Int.random(in: 0...2, using: &random) {
          let last = history.revisions.last?.from ?? someDay()
          history.revise(
            plan(
              .some(kind, &random), id: id, scope: .some(&random),
              isEnabled: Int.random(in: 0...3, using: &random) > 0),
            recorded: last + Int.random(in: 1...200, using: &random))
        }
        if Bool.random(using: &random) {
          let first = someDay()
          let last = Bool.random(using: &random) ? first + 40 : nil
          history.apply(.paused(.init(from: first, to: last)), recorded: first)
          history.apply(
            .resumed(on: first + Int.random(in: 0...100, using: &random)), recorded: first)
        }
        plans.append(history)
      }
    }

    func occurrences(in window: ClosedRange<Day>) -> [Occurrence] {
      Schedule.occurrences(
        plans: plans, places: places, calendar: calendar, seasons: seasons, alerts: alerts,
        in: window, applies: names)
    }
  }

  static let window = Day(2025, 3, 1)...Day(2027, 2, 28)

  @Test(arguments: 1...20)
  func holdsForEveryBureau(seed: Int) throws {
    let bureau = try Bureau(seed: UInt64(seed))
    let whole = bureau.occurrences(in: Self.window)

    #expect(!whole.isEmpty)
    #expect(Set(whole.map(\.id)).count == whole.count)
    for found in whole {
      #expect(found.start <= found.due, "\(found.id)")
      if let miss = found.miss { #expect(found.due < miss, "\(found.id)") }
      let last = found.miss.map { $0 - 1 } ?? found.due
      #expect((found.start...last).overlaps(Self.window), "\(found.id)")
    }
    let sorted = whole.sorted {
      ($0.start, $0.plan, $0.place, $0.period) < ($1.start, $1.plan, $1.place, $1.period)
    }
    #expect(sorted == whole)
  }

  /// A window cut in pieces shows the same occurrences, each in every piece that it meets.
  @Test(arguments: 1...10)
  func piecesMakeTheWhole(seed: Int) throws {
    let bureau = try Bureau(seed: UInt64(seed))
    let pieces = stride(from: Self.window.lowerBound, through: Self.window.upperBound, by: 37)
      .map { $0...min($0 + 36, Self.window.upperBound) }
    let together = Set(pieces.flatMap { bureau.occurrences(in: $0) })
    let whole = Set(bureau.occurrences(in: Self.window))
    #expect(together.symmetricDifference(whole).map(\.id) == [])
  }

  /// Where the rule says so, the due day is worked.
  @Test func dueDaysAreWorked() throws {
    let calendar = try ScheduleFixtures.calendar()
    let kinds: [Trigger.Kind] = [
      .daily, .twicedaily, .weekly, .monthly, .quarterly, .preholiday, .postholiday, .preflood,
      .flood,
    ]
    let seasons = [Season(id: "2026-flood", start: Day(2026, 4, 15), end: Day(2026, 10, 15))]
    for kind in kinds {
      let periods = Schedule.periods(
        of: PlanHistory(plan(Trigger(kind)), recorded: always), calendar: calendar,
        seasons: seasons, alerts: [], in: Day(2007, 1, 1)...Day(2026, 12, 31))
      #expect(!periods.isEmpty, "\(kind)")
      for period in periods { #expect(calendar.isWorkday(period.due), "\(kind) \(period.key)") }
    }
  }

  @Test(arguments: [nil, 1, 15, 31])
  func everyMonthHasOneMonthlyCheck(day: Int?) throws {
    let found = Schedule.occurrences(
      plans: [PlanHistory(plan(Trigger(.monthly, day: day)), recorded: always)],
      places: [place("a"), place("b")], calendar: try ScheduleFixtures.calendar(), seasons: [],
      alerts: [], in: Day(2007, 1, 1)...Day(2030, 12, 31), applies: names)
    for year in 2007...2030 {
      for month in 1...12 {
        let here = found.filter { $0.period == Month(year, month).description }
        #expect(here.map(\.place) == ["a", "b"], "\(year)-\(month)")
      }
    }
    #expect(found.count == 24 * 12 * 2)
  }
}

extension Plan.Scope {
  /// Everywhere, or some kinds, or single places, or both.
  static func some(_ random: inout ScheduleInvariantTests.Seeded) -> Plan.Scope {
    Plan.Scope(
      kinds: Bool.random(using: &random) ? [.corridor] : nil,
      places: Bool.random(using: &random) ? ["r1", "r3"] : nil)
  }
}

extension Trigger {
  /// A trigger of a kind with details by chance.
  static func some(_ kind: Kind, _ random: inout ScheduleInvariantTests.Seeded) -> Trigger {
    Trigger(
      kind,
      day: Bool.random(using: &random) ? Int.random(in: 1...31, using: &random) : nil,
      lead: Int.random(in: 1...8, using: &random),
      everyDay: Bool.random(using: &random),
      date: Day(2026, 1, 1) + Int.random(in: 0...300, using: &random),
      hours: ["yellow": Int.random(in: 0...48, using: &random)])
  }
}
