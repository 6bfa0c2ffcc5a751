import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// Today: what is one's own first, the season that is missing, and a cursor that stays with its line.
struct TodayTests {
  /// Today as drawn for someone at a moment, over an office changed for the case.
  struct Stand {
    var screen = TodayScreen()
    var context: Context

    init(
      _ chair: Office.Chair = .inspector, on day: Day = Desk.now.day,
      change: (inout Bureau) -> Void = { _ in }
    ) throws {
      let desk = try Desk(.latin, chair)
      context = desk.app.context
      context.now = Moment(day, hour: 9, minute: 0)
      change(&context.bureau)
      take()
    }

    mutating func take() {
      let book = RoundBook(bureau: context.bureau, fulfilments: [:], notes: [:], drafts: [:])
      let window = Agenda.window(around: context.today)
      _ = screen.take(
        .agenda(
          Agenda(
            now: context.now, bureau: context.bureau,
            rounds: book.rounds(in: window, on: context.today), hazards: [], drafts: [])), context)
    }

    mutating func type(_ keys: String) -> [Screens.Step] {
      keys.keys.flatMap { key in
        key == .enter && !screen.claims(key, context)
          ? screen.act(.open, context) : screen.type(key, context)
      }
    }

    var lines: [String] {
      var grid = Grid(columns: context.columns, rows: context.rows)
      screen.draw(into: &grid, rows: context.body, context)
      return grid.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The line under the cursor.
    var selected: String? { lines.first { $0.hasPrefix(">") } }
    func row(_ text: String) -> Int? { lines.firstIndex { $0.contains(text) } }
  }

  struct Case: Sendable {
    var day: Day
    var chair = Office.Chair.inspector
    var isProposed: Bool
  }

  /// DESIGN: "If no flood season is entered by 1 March, Today proposes last year's dates."
  @Test(arguments: [
    Case(day: Day(2027, 2, 28), isProposed: false), Case(day: Day(2027, 3, 1), isProposed: true),
    Case(day: Day(2027, 5, 20), isProposed: true), Case(day: Day(2027, 10, 16), isProposed: false),
    Case(day: Day(2027, 3, 1), chair: .supervisor, isProposed: false),
    Case(day: Day(2027, 3, 1), chair: .observer, isProposed: false),
  ])
  func theSeasonIsProposed(_ row: Case) throws {
    let stand = try Stand(row.chair, on: row.day) { bureau in
      bureau.seasons = [
        Season(
          id: "2026-flood", start: Day(2026, 4, 15), end: Day(2026, 10, 15),
          announcement: "Notice 3 of 2026")
      ]
    }
    let isShown = stand.row("No flood season of 2027 is entered; last time 04-15 to 10-15") != nil
    #expect(isShown == row.isProposed)
  }

  @Test func itIsTakenWithTwoKeysOrChanged() throws {
    var stand = try Stand(on: Day(2027, 3, 2)) { bureau in
      bureau.seasons = [
        Season(
          id: "2026-flood", start: Day(2026, 4, 15), end: Day(2026, 10, 15),
          announcement: "Notice 3 of 2026")
      ]
      // An office that has just begun owes no nil report of the break before.
      for index in bureau.places.indices { bureau.places[index].recorded = Day(2027, 3, 2) }
    }
    #expect(stand.selected?.contains("No flood season") == true, "it stands on top")
    #expect(stand.type("⏎").isEmpty)
    let taken = stand.type("⏎")
    #expect(Self.season(taken) == [Day(2027, 4, 15), Day(2027, 10, 15)])
    guard case .effect(.perform(.set(.season(let season))))? = taken.first else { return }
    #expect(season.announcement == "Notice 3 of 2027")
    // Without the announcement's name the form stays and waits for it.
    _ = stand.type("⏎⇥⇥" + String(repeating: "⌫", count: 20))
    guard case .warn? = stand.type("⏎").first else {
      Issue.record("the announcement must be named")
      return
    }
    #expect(Self.season(stand.type("No. 5⏎")) == [Day(2027, 4, 15), Day(2027, 10, 15)])
    _ = stand.type("⏎" + String(repeating: "⌫", count: 10) + "4-20")
    #expect(Self.season(stand.type("⏎")) == [Day(2027, 4, 20), Day(2027, 10, 15)])
    _ = stand.type("⏎" + String(repeating: "⌫", count: 10) + "when")
    guard case .warn? = stand.type("⏎").first else {
      Issue.record("a word is no date")
      return
    }
    #expect(stand.screen.claims(.enter, stand.context), "the form stays")
  }

  private static func season(_ steps: [Screens.Step]) -> [Day] {
    steps.flatMap { step -> [Day] in
      guard case .effect(.perform(.set(.season(let season)))) = step else { return [] }
      return [season.start, season.end]
    }
  }

  /// Today is a page: what can wait shares a line where there are more lines than the screen has, Enter
  /// opens and closes it, and what presses stays in sight.
  @Test func whatCanWaitSharesALine() throws {
    var stand = try Stand(on: Day(2027, 12, 20))
    stand.context.rows = 60
    let all = stand.screen.lines(stand.context)
    #expect(!all.contains { $0.subject == "waiting" })
    stand.context.rows = 12
    let folded = stand.screen.lines(stand.context)
    let waiting = try #require(folded.first { $0.subject == "waiting" })
    guard case .waiting(let count, let topics) = waiting else { return }
    #expect(count > 2 && topics.count <= count && folded.count == all.count - count + 1)
    while stand.selected?.contains("that can wait") != true, stand.selected != nil {
      let before = stand.selected
      _ = stand.type("j")
      try #require(stand.selected != before)
    }
    #expect(stand.type("⏎").isEmpty)
    #expect(stand.screen.lines(stand.context).count == all.count + 1)
    #expect(stand.selected?.contains("Enter folds") == true)
    #expect(stand.type("⏎").isEmpty)
    #expect(stand.screen.lines(stand.context).count == folded.count)
  }

  /// Of the rounds of one group those given to the person or the person's section come first, those given
  /// to others last.
  @Test func onesOwnRoundsComeFirst() throws {
    func order(_ chair: Office.Chair) throws -> [String] {
      let stand = try Stand(chair) { bureau in
        let day = bureau.calendar.firstWorkday(onOrAfter: Desk.now.day)
        let person = bureau.person("xu")
        bureau.plans = ["a", "b", "c", "d"].map { id in
          var plan = Plan(
            id: Identifier(id), title: Bilingual(verbatim: "Plan " + id),
            trigger: Trigger(.once, date: day), uses: [Plan.Use("office")])
          switch id {
          case "a": plan.assignees = .init(persons: ["peng"])
          case "c": plan.assignees = .init(persons: ["xu"])
          case "d": plan.assignees = .init(sections: [person?.section].compactMap { $0 })
          default: break
          }
          return PlanHistory(plan, recorded: Day(2026, 1, 1))
        }
      }
      return stand.lines.compactMap { line in
        line.firstRange(of: "Plan ").map { range in
          (line.dropFirst().hasPrefix("*") ? "*" : "") + String(line[range.upperBound])
        }
      }
    }
    let head = try order(.head)
    #expect(head == ["*c", "*d", "b", "a"], "\(head)")
    #expect(try order(.rectifier) == ["*a", "*d", "b", "c"], "of the same section")
  }

  @Test func theCursorStaysWithItsLine() throws {
    var stand = try Stand()
    _ = stand.type("j")
    let before = try #require(stand.selected)
    let row = stand.row(before)
    stand.context.bureau.alerts.append(
      Alert(
        id: "t1", kind: .typhoon, colour: .red, headline: "Typhoon", issued: stand.context.now,
        recorded: stand.context.today))
    stand.take()
    #expect(stand.selected == before)
    #expect(stand.row("Typhoon red") != nil || stand.row(before) == row)
  }
}
