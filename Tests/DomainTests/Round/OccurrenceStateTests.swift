import Almanac
import Domain
import Testing

/// The states of an occurrence, as the design words them.
struct OccurrenceStateTests {
  struct Case: Sendable {
    var name: String
    var today: Day
    var walked: Day?
    var recorded: Day?
    var entry = Inspection.Entry.onSite
    var isExcused = false
    var isLifted = false
    /// Never missed, as an alert's or a spot check's.
    var hasNoMiss = false
    var state: OccurrenceState
  }

  /// The spring festival's check of 2026: from the 8th, due on the 12th, missed from the 15th.
  static func feb(_ day: Int) -> Day { Day(2026, 2, day) }

  @Test(arguments: [
    Case(name: "the day before its start", today: feb(7), state: .upcoming),
    Case(name: "its first day", today: feb(8), state: .open),
    Case(name: "its due day", today: feb(12), state: .open),
    Case(name: "the day after", today: feb(13), state: .overdue),
    Case(name: "the last day it can be made up", today: feb(14), state: .overdue),
    Case(name: "the break begins", today: feb(15), state: .missed),
    Case(name: "never missed", today: feb(28), hasNoMiss: true, state: .overdue),
    Case(name: "walked on the due day", today: feb(28), walked: feb(12), state: .done),
    Case(name: "walked a day late", today: feb(28), walked: feb(13), state: .doneLate),
    Case(name: "a missed one made up", today: feb(28), walked: feb(24), state: .doneLate),
    Case(
      name: "from paper, typed after the due day", today: feb(28), walked: feb(12),
      recorded: feb(13), entry: .fromPaper, state: .done),
    Case(
      name: "belated, typed by the due day", today: feb(28), walked: feb(9), recorded: feb(12),
      entry: .belated, state: .done),
    Case(
      name: "belated, typed the day after", today: feb(28), walked: feb(9), recorded: feb(13),
      entry: .belated, state: .doneLate),
    Case(name: "excused", today: feb(28), isExcused: true, state: .excused),
    Case(name: "excused before it began", today: feb(1), isExcused: true, state: .excused),
    Case(
      name: "excused and walked all the same", today: feb(28), walked: feb(12), isExcused: true,
      state: .done),
    Case(name: "lifted", today: feb(28), isLifted: true, hasNoMiss: true, state: .lifted),
    Case(
      name: "walked, then lifted", today: feb(28), walked: feb(10), isLifted: true,
      hasNoMiss: true, state: .done),
    Case(
      name: "excused, then lifted", today: feb(28), isExcused: true, isLifted: true,
      hasNoMiss: true, state: .excused),
  ])
  func states(_ row: Case) throws {
    let occurrence = Occurrence(
      plan: "pre-holiday", place: "301", period: "2026-spring-festival", start: Self.feb(8),
      due: Self.feb(12), miss: row.hasNoMiss ? nil : Self.feb(15))
    let fulfilment = try row.walked.map { walked in
      let at = Moment(walked, hour: 9, minute: 0)
      let content = SignedInspection(
        occurrence: occurrence.key, title: Bilingual(verbatim: "t"), section: nil, checklists: [],
        answers: [], inspectors: ["wang"], from: at, to: at, entry: row.entry)
      let stamp = Stamp(
        at: Moment(row.recorded ?? walked, hour: 17, minute: 0), day: walked, actor: "wang")
      return Fulfilment(
        try #require(Inspection(id: "r1", beginning: .signed(content), stamp)))
    }
    let state = occurrence.state(
      on: row.today, fulfilment: fulfilment, isExcused: row.isExcused, isLifted: row.isLifted)
    #expect(state == row.state, "\(row.name)")
  }

  struct Whole: Sendable {
    var rooms: [OccurrenceState]
    var state: OccurrenceState
    var done: Int
    var total: Int
  }

  @Test(arguments: [
    Whole(rooms: [.done, .missed, .open], state: .missed, done: 1, total: 3),
    Whole(rooms: [.done, .overdue, .open], state: .overdue, done: 1, total: 3),
    Whole(rooms: [.done, .doneLate], state: .doneLate, done: 2, total: 2),
    Whole(rooms: [.done, .excused, .lifted], state: .done, done: 1, total: 1),
    Whole(rooms: [.upcoming, .done], state: .upcoming, done: 1, total: 2),
    Whole(rooms: [.lifted, .lifted], state: .lifted, done: 0, total: 0),
  ])
  func ofAWholeRound(_ row: Whole) {
    let place = WalkFixtures.room
    let rooms = row.rooms.map {
      Round.Room(
        occurrence: WalkFixtures.occurrence, place: place, state: $0, fulfilment: nil,
        excused: nil, noEntries: 0, draft: nil)
    }
    let round = Round(
      id: RoundKey(plan: "p", period: "2026-02"), title: Bilingual(verbatim: ""), trigger: .monthly,
      start: Self.feb(1), due: Self.feb(28), miss: nil, isProvisional: false, rooms: rooms)
    #expect(round.state == row.state && round.done == row.done && round.total == row.total)
  }
}
