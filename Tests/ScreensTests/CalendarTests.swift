import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// The keys and clicks of the calendar. Today is Monday 2026-11-23.
struct CalendarTests {
  struct Case: Sendable {
    var keys: String
    var day: Day
    var says = ""
  }

  static let month = [
    Case(keys: "l", day: Day(2026, 11, 24)), Case(keys: "→", day: Day(2026, 11, 24)),
    Case(keys: "h", day: Day(2026, 11, 22)), Case(keys: "←", day: Day(2026, 11, 22)),
    Case(keys: "j", day: Day(2026, 11, 30)), Case(keys: "↓↓", day: Day(2026, 12, 7)),
    Case(keys: "k", day: Day(2026, 11, 16)), Case(keys: "↑↑↑↑", day: Day(2026, 10, 26)),
    Case(keys: "g", day: Day(2026, 11, 1)), Case(keys: "gh", day: Day(2026, 10, 31)),
    Case(keys: "G", day: Day(2026, 11, 30)), Case(keys: "G→", day: Day(2026, 12, 1)),
    Case(keys: "]", day: Day(2026, 12, 23)), Case(keys: "⇟", day: Day(2026, 12, 23)),
    Case(keys: "[", day: Day(2026, 10, 23)), Case(keys: "⇞", day: Day(2026, 10, 23)),
    Case(keys: "]]", day: Day(2027, 1, 23)), Case(keys: "【", day: Day(2026, 10, 23)),
    Case(keys: "/2026-01-31⏎]", day: Day(2026, 2, 28)),
    Case(keys: "/2028-01-31⏎]", day: Day(2028, 2, 29)),
    Case(keys: "[[[t", day: Day(2026, 11, 23)), Case(keys: "]]0", day: Day(2026, 11, 23)),
    Case(keys: "/+7⏎", day: Day(2026, 11, 30)), Case(keys: "/02-06⏎", day: Day(2027, 2, 6)),
    Case(keys: "/今天⏎", day: Day(2026, 11, 23)), Case(keys: "/１２-０１⏎", day: Day(2026, 12, 1)),
    Case(keys: "/12-01⎋", day: Day(2026, 11, 23)),
    Case(keys: "/soon⏎", day: Day(2026, 11, 23), says: "请填日期"),
    Case(keys: "/2101-01-01⏎", day: Day(2026, 11, 23), says: "1990"),
    Case(keys: "/2100-12-31⏎l]", day: Day(2100, 12, 31)),
    Case(keys: "/1990-01-01⏎k[", day: Day(1990, 1, 1)),
    Case(keys: "⏎⎋", day: Day(2026, 11, 23)), Case(keys: "y⎋", day: Day(2026, 11, 23)),
    Case(keys: "8⏎", day: Day(2026, 11, 23)), Case(keys: "y↓⏎", day: Day(2026, 12, 23)),
    Case(keys: "y]⏎", day: Day(2027, 11, 23)), Case(keys: "yl⏎", day: Day(2026, 11, 24)),
  ]

  @Test(arguments: month)
  func moving(_ row: Case) throws {
    var desk = try Desk(.chinese)
    try desk.openCalendar(row.keys)
    let screen = try #require(desk.app.screen as? CalendarScreen)

    #expect(screen.selected == row.day)
    // The month of the day is on screen, with its lines.
    let (year, month) = (row.day.year, row.day.month.month)
    #expect(desk.view.contains(" \(year)年\(month)月"))
    if row.says.isEmpty {
      let shown = row.day.description + " " + row.day.weekdayName.zh
      #expect(desk.view.contains(shown))
    } else {
      #expect(desk.view.contains(row.says))
    }
    #expect(asked(desk) == row.day.month.days)
  }

  @Test(arguments: [
    Case(keys: "↓", day: Day(2026, 12, 23)), Case(keys: "↑↑", day: Day(2026, 9, 23)),
    Case(keys: "↓↓", day: Day(2027, 1, 23)), Case(keys: "→", day: Day(2026, 11, 24)),
    Case(keys: "]", day: Day(2027, 11, 23)), Case(keys: "[", day: Day(2025, 11, 23)),
    Case(keys: "⇟", day: Day(2027, 11, 23)), Case(keys: "[[t", day: Day(2026, 11, 23)),
    Case(keys: "g", day: Day(2026, 1, 1)), Case(keys: "G", day: Day(2026, 12, 31)),
    Case(keys: "Gl", day: Day(2027, 1, 1)), Case(keys: "/2028-02-29⏎]", day: Day(2029, 2, 28)),
    Case(keys: "/2026-10-31⏎↓", day: Day(2026, 11, 30)),
  ])
  func movingInTheYear(_ row: Case) throws {
    var desk = try Desk(.chinese)
    try desk.openCalendar("y" + row.keys)
    let screen = try #require(desk.app.screen as? YearScreen)

    #expect(screen.selected == row.day)
    #expect(desk.view.contains(row.day.description))
    #expect(asked(desk) == Day(row.day.year, 1, 1)...Day(row.day.year, 12, 31))
  }

  /// The plan of the year that is shown goes on paper.
  @Test(arguments: ["p", "6"])
  func theYearPlan(_ key: String) throws {
    var desk = try Desk(.latin)
    try desk.openCalendar("y]" + key)
    #expect(desk.view.contains("Year plan 2027"), "\(desk.view)")
    try desk.type("p1")
    #expect(desk.prints == [.yearPlan(2027)])
  }

  /// The window of the calendar asked for last.
  private func asked(_ desk: Desk) -> ClosedRange<Day>? {
    desk.effects.compactMap {
      if case .load(.calendar(let window)) = $0 { window } else { nil }
    }.last
  }

  /// A click selects the day under it, a second one opens it; each row of a day counts.
  @Test(arguments: Office.allCases, Scene.Window.usual)
  func clicks(_ office: Office, _ window: Scene.Window) throws {
    var desk = try Desk(office, columns: window.columns, rows: window.rows)
    try desk.openCalendar()
    for day in Month(2026, 11).days where day != Day(2026, 11, 23) {
      let layout = MonthLayout(day.month, desk.app.context)
      let place = layout.position(of: day)
      for row in place.row..<place.row + layout.lines {
        try desk.type("t")
        try desk.press([.mouse(Key.Mouse(.press, row: row, column: place.column + 3))])
        #expect((desk.app.screen as? CalendarScreen)?.selected == day)
      }
    }
    try desk.press([.mouse(Key.Mouse(.press, row: 3, column: 5))])
    #expect((desk.app.screen as? CalendarScreen)?.selected == Day(2026, 11, 30))
    let place = MonthLayout(Month(2026, 11), desk.app.context).position(of: Day(2026, 11, 30))
    try desk.press([.mouse(Key.Mouse(.press, row: place.row, column: place.column))])
    #expect(desk.app.screen is DayScreen)
  }

  @Test func clicksInTheYear() throws {
    var desk = try Desk(.latin)
    try desk.openCalendar("y")
    let rows = desk.view.split(separator: "\n").map(String.init)
    let february = try #require(rows.firstIndex { $0.hasPrefix(" Feb") })
    // The 31st of February is no day.
    try desk.press([.mouse(Key.Mouse(.press, row: february, column: 7 + 30 * 2))])
    #expect((desk.app.screen as? YearScreen)?.selected == Day(2026, 11, 23))
    try desk.press([.mouse(Key.Mouse(.press, row: february, column: 7 + 13 * 2))])
    #expect((desk.app.screen as? YearScreen)?.selected == Day(2026, 2, 14))
    try desk.press([.mouse(Key.Mouse(.press, row: february, column: 7 + 13 * 2))])
    #expect((desk.app.screen as? CalendarScreen)?.selected == Day(2026, 2, 14))
    try desk.press([.mouse(Key.Mouse(.wheelDown, row: 8, column: 8))])
    #expect((desk.app.screen as? CalendarScreen)?.selected == Day(2026, 3, 14))
    try desk.press([.mouse(Key.Mouse(.wheelUp, row: 8, column: 8))])
    #expect((desk.app.screen as? CalendarScreen)?.selected == Day(2026, 2, 14))
  }

  /// From a day its rounds and hazards open, and Esc leads back the same way.
  @Test func openingFromADay() throws {
    var desk = try Desk(.latin, after: .autumn)
    try desk.openCalendar("/2026-11-30⏎⏎")
    #expect(desk.app.screen is DayScreen)
    try desk.type("⏎")
    #expect(desk.app.screen is RoundScreen)
    try desk.type("⎋⎋")
    #expect((desk.app.screen as? CalendarScreen)?.selected == Day(2026, 11, 30))
    // The hazard of that deadline comes after the five rounds due.
    try desk.type("⏎")
    let line = try #require(
      desk.view.split(separator: "\n").first { $0.contains("hazard  2026-003") })
    let steps = desk.view.split(separator: "\n").prefix { $0 != line }.count {
      $0.dropFirst(2).hasPrefix("due ")
    }
    try desk.type(String(repeating: "j", count: steps) + "⏎")
    #expect(desk.app.screen is HazardsScreen)
  }

  @Test func daysFollowOneAnother() throws {
    var desk = try Desk(.latin)
    try desk.openCalendar("⏎")
    for (keys, day) in [("→", "2026-11-24"), ("]]", "2026-11-26"), ("h[←", "2026-11-23")] {
      try desk.type(keys)
      #expect(desk.view.contains(" \(day) "))
    }
    try desk.type("]]t⎋")
    #expect(desk.app.screen is CalendarScreen)
  }

  /// What someone else records meanwhile is on the calendar at once.
  @Test func refreshes() throws {
    var desk = try Desk(.chinese)
    try desk.openCalendar()
    #expect(!desk.view.contains("警="))
    try desk.record(
      .openAlert(
        Alert(
          id: "heat-1", kind: .heat, colour: .orange, issued: Desk.now, recorded: desk.today)),
      by: .inspector)
    #expect(desk.view.contains("警=预警"))
    #expect(desk.view.contains("高温橙色预警"))
  }

  /// Marks are characters: a month tells days off, made up, provisional without any style.
  @Test func marksAreWords() throws {
    var desk = try Desk(.chinese)
    try desk.openCalendar("/2026-02-01⏎")
    #expect(desk.view.contains("14 班 春节"))
    #expect(desk.view.contains("16 休 除夕"))
    try desk.type("/2027-02-01⏎")
    #expect(desk.view.contains("[预排]"))
    #expect(desk.view.contains(" 5 预排"))
  }
}
