import Almanac
import Domain
import Reports
import Testing

/// The small office's last weeks of 2026, seen on 2 December.
struct OfficeCalendarTests {
  private static let window = Day(2026, 11, 16)...Day(2027, 1, 5)

  private static func office(_ language: Language = .chinese, for person: Person? = nil)
    -> OfficeCalendar
  {
    let office = SmallOffice(language: language)
    let book = RoundBook(bureau: office.bureau, fulfilments: [:], notes: [:], drafts: [:])
    return OfficeCalendar(
      bureau: office.bureau, rounds: book.rounds(in: window, on: SmallOffice.printed),
      hazards: office.hazards, window: window, for: person, language: language)
  }

  private static func lines(_ events: [ICalendar.Event]) -> [String] {
    events.map { "\($0.name) \($0.days.lowerBound) \($0.days.upperBound) \($0.summary)" }
  }

  /// January's due day lies beyond the window.
  @Test func aRoundAndItsDueDay() {
    #expect(
      Self.lines(Self.office().events(of: [.rounds, .due])).filter { $0.hasPrefix("monthly") } == [
        "monthly/2026-11 2026-11-01 2026-11-30 11月月检",
        "monthly/2026-11/due 2026-11-30 2026-11-30 到期：11月月检",
        "monthly/2026-12 2026-12-01 2026-12-31 [预排] 12月月检",
        "monthly/2026-12/due 2026-12-31 2026-12-31 到期：[预排] 12月月检",
        "monthly/2027-01 2027-01-01 2027-01-29 [预排] 1月月检",
      ])
  }

  @Test func aRoundExcusedInEveryPlaceIsCalledOff() {
    let bureau = SmallOffice(language: .chinese).bureau
    var notes: [OccurrenceKey: OccurrenceNote] = [:]
    for place in ["301", "302", "401"] {
      let key = OccurrenceKey(plan: "monthly", place: Identifier(place), period: "2026-12")
      notes[key] = OccurrenceNote(key: key)
      notes[key]?.excused = "装修停用"
    }
    let book = RoundBook(bureau: bureau, fulfilments: [:], notes: notes, drafts: [:])
    let events = OfficeCalendar(
      bureau: bureau, rounds: book.rounds(in: Self.window, on: SmallOffice.printed), hazards: [],
      window: Self.window, language: .chinese
    ).events(of: [.rounds, .due])

    #expect(
      events.filter(\.isCancelled).map(\.name) == ["monthly/2026-12", "monthly/2026-12/due"])
  }

  /// 1 January 2027 is a Friday and off by law, the weekend joins it.
  @Test func breaks() {
    #expect(
      Self.lines(Self.office(.english).events(of: [.breaks])) == [
        "break-2027-new-year 2027-01-01 2027-01-03 [provisional] New Year: days off"
      ])
  }

  /// The deadlines from 16 November on: 001, 003 closed, 004, 007 closed.
  @Test func deadlinesWithThoseEndedCalledOff() {
    let events = Self.office().events(of: [.hazards])

    #expect(
      events.map { "\($0.name) \($0.days.lowerBound) \($0.isCancelled)" } == [
        "hazard-2026-001 2026-11-20 false", "hazard-2026-003 2026-11-20 true",
        "hazard-2026-007 2026-11-30 true", "hazard-2026-004 2026-12-15 false",
      ])
    #expect(events.first?.summary == "隐患整改到期：301 插座面板松动")
  }

  @Test func aPersonSeesTheOwnSectionAndTheOwnHazards() {
    let wu = Person(id: "wu", name: "吴宁", section: "sta", roles: [.rectifier])
    let events = Self.office(for: wu).events(of: Set(OfficeCalendar.Source.allCases))

    #expect(!events.contains { $0.name.hasPrefix("weekly") })
    #expect(
      events.first { $0.name == "monthly/2026-12" }?.details.hasPrefix("已检0/1处") == true)
    #expect(
      events.filter { $0.name.hasPrefix("hazard") }.map(\.name) == ["hazard-2026-004"])
    #expect(events.contains { $0.name == "break-2027-new-year" })
  }

  struct Assigned: Sendable {
    var assignees: Plan.Assignees?
    /// The events of the weekly check of W1, a place of the general section, per person.
    var wu: Int
    var wang: Int
    var chen: Int
  }

  /// Three rounds of W1 begin in the window's last weeks: those of 14, 21 and 28 December. Wu is of the
  /// other section, Wang of W1's own, Chen of none.
  @Test(arguments: [
    Assigned(assignees: nil, wu: 0, wang: 3, chen: 3),
    Assigned(assignees: .init(persons: ["wu"]), wu: 3, wang: 0, chen: 0),
    Assigned(assignees: .init(sections: ["sta"]), wu: 3, wang: 0, chen: 0),
    Assigned(assignees: .init(sections: ["gen"], persons: ["chen"]), wu: 0, wang: 3, chen: 3),
    Assigned(assignees: .init(), wu: 0, wang: 3, chen: 3),
  ])
  func roundsGivenToSomeoneAreTheirs(_ row: Assigned) throws {
    var bureau = SmallOffice(language: .chinese).bureau
    let index = try #require(bureau.plans.firstIndex { $0.id == "weekly" })
    var plan = bureau.plans[index].present
    plan.assignees = row.assignees
    bureau.plans[index] = PlanHistory(plan, recorded: Day(2026, 1, 1))
    let window = Day(2026, 12, 14)...Day(2026, 12, 31)
    let book = RoundBook(bureau: bureau, fulfilments: [:], notes: [:], drafts: [:])
    let rounds = book.rounds(in: window, on: SmallOffice.printed)
    func count(_ id: Person.ID, _ section: Section.ID?) -> Int {
      let person = Person(
        id: id, name: id.rawValue, section: section, roles: [.inspector])
      return OfficeCalendar(
        bureau: bureau, rounds: rounds, hazards: [], window: window, for: person, language: .chinese
      ).events(of: [.rounds]).count { $0.name.hasPrefix("weekly") }
    }
    #expect(count("wu", "sta") == row.wu)
    #expect(count("wang", "gen") == row.wang)
    #expect(count("chen", nil) == row.chen)
  }

  private static func calendar(_ events: [ICalendar.Event], lines: Int = 7) -> ICalendar {
    ICalendar(
      title: "示例,安全检查",
      edition: LedgerEdition(
        ledger: "0d", lines: lines, latest: Moment(Day(2026, 12, 1), hour: 7, minute: 59)),
      made: Moment(Day(2026, 12, 2), hour: 8, minute: 0), events: events)
  }

  private static func event(_ name: String, _ day: Day) -> ICalendar.Event {
    ICalendar.Event(
      name: name, days: day...(day + 1), summary: "a;b", details: "c\nd", category: "e")
  }

  /// Written out by RFC 5545: instants in UTC, the end of whole days the day after the last.
  @Test func aFile() {
    #expect(
      Self.calendar([Self.event("x/1", Day(2026, 12, 31))]).text.components(separatedBy: "\r\n")
        == [
          "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//xunjian//xunjian//EN", "CALSCALE:GREGORIAN",
          "METHOD:PUBLISH", #"X-WR-CALNAME:示例\,安全检查"#, "BEGIN:VTIMEZONE", "TZID:Asia/Shanghai",
          "BEGIN:STANDARD", "DTSTART:19920101T000000", "TZOFFSETFROM:+0800", "TZOFFSETTO:+0800",
          "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE", "BEGIN:VEVENT", "UID:x/1@0d",
          "DTSTAMP:20261202T000000Z", "LAST-MODIFIED:20261130T235900Z", "SEQUENCE:7",
          "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270102", #"SUMMARY:a\;b"#,
          #"DESCRIPTION:c\nd"#, "CATEGORIES:e", "STATUS:CONFIRMED", "TRANSP:TRANSPARENT",
          "END:VEVENT",
          "END:VCALENDAR", "",
        ])
  }

  @Test func whatIsGoneFromAnEarlierFileIsCalledOff() {
    let before = Self.calendar(
      [1, 10, 20].map { Self.event("x/\($0)", Day(2026, 12, $0)) }
    ).text
    var later = Self.calendar([Self.event("x/10", Day(2026, 12, 11))], lines: 9)
    later.callOff(missingFrom: before, in: Day(2026, 12, 5)...Day(2026, 12, 31))

    #expect(later.events.map(\.name) == ["x/10", "x/20"])
    #expect(later.events.map(\.isCancelled) == [false, true])
    #expect(later.events[1].days == Day(2026, 12, 20)...Day(2026, 12, 21))
    #expect(later.events[1].summary == "a;b")
  }

  @Test(arguments: ["", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "%PDF-1.7", "\u{0}\r\n \r\n"])
  func anythingElseCallsNothingOff(_ text: String) {
    var calendar = Self.calendar([])
    calendar.callOff(missingFrom: text, in: Self.window)
    #expect(calendar.events.isEmpty)

    let foreign = Self.calendar([Self.event("x/10", Day(2026, 12, 11))]).text
      .replacing("@0d", with: "@0e")
    calendar.callOff(missingFrom: foreign, in: Self.window)
    #expect(calendar.events.isEmpty)
  }
}
