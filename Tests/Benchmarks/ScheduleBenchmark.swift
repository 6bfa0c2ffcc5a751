import Almanac
import Domain
import Foundation

/// Ten years, 200 places and 12 plans in memory: how long the schedule takes.
struct ScheduleBenchmark {
  static let years = Day(2017, 1, 1)...Day(2026, 12, 31)
  static let today = Day(2026, 11, 23)

  let bureau: Bureau

  init() throws {
    let table = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Resources/holidays.tsv")
    let facts = try HolidayFacts(tsv: [UInt8](try Data(contentsOf: table)))
    let always = Day(2000, 1, 1)
    let places = (1...200).map { number in
      var place = Place(
        id: Place.ID("room-\(number)"), name: "Room \(number)", kind: Self.kind(number),
        from: number % 9 == 0 ? Day(2019, 5, 6) : nil)
      place.recorded = always
      return place
    }
    let list = Checklist(
      id: "all", version: 1, title: Bilingual(verbatim: "All"),
      placeKinds: [.office, .archiveRoom, .corridor, .warehouse],
      sections: [
        ChecklistSection(
          id: "all", title: Bilingual(verbatim: "All"),
          items: [
            Item(id: "socket", text: Bilingual(verbatim: "sockets"), category: .electrical)
          ])
      ])
    bureau = Bureau(
      organization: Organization(name: "Bureau"), isPractice: true, sections: [], persons: [],
      places: places, plans: Self.plans.map { PlanHistory($0, recorded: always) },
      checklists: [ChecklistOutline(list)],
      seasons: Self.seasons, alerts: [],
      calendar: WorkCalendar(facts: facts))
  }

  private static func kind(_ number: Int) -> PlaceKind {
    switch number % 8 {
    case 0: .archiveRoom
    case 1: .corridor
    case 2: .warehouse
    case _: .office
    }
  }

  private static let plans: [Plan] = [
    plan("patrol", Trigger(.daily)),
    plan("climate", Trigger(.twicedaily), .kinds([.archiveRoom, .corridor])),
    plan("screening", Trigger(.weekly)), plan("network", Trigger(.weekly)),
    plan("monthly", Trigger(.monthly)), plan("supplies", Trigger(.monthly, day: 20)),
    plan("vehicle", Trigger(.monthly, day: 5)), plan("quarterly", Trigger(.quarterly)),
    plan("pre-holiday", Trigger(.preholiday, lead: 3)), plan("leaving", Trigger(.preholiday)),
    plan("reopening", Trigger(.postholiday)), plan("flood", Trigger(.flood)),
  ]

  private static func plan(
    _ id: Plan.ID, _ trigger: Trigger, _ scope: Plan.Scope = .all
  ) -> Plan {
    Plan(
      id: id, title: Bilingual(verbatim: id.rawValue), trigger: trigger,
      uses: [Plan.Use("all")], scope: scope)
  }

  private static let seasons = (2017...2026).map {
    Season(id: Season.ID("\($0)-flood"), start: Day($0, 4, 15), end: Day($0, 10, 15))
  }

  /// As many occurrences made from one period, without asking any rule: the floor.
  func bare(_ count: Int) -> [Occurrence] {
    (0..<count).map { number in
      Occurrence(
        plan: "patrol", place: bureau.places[number % 200].id, period: "2026-11-23",
        start: Self.today, due: Self.today, miss: Self.today + 1)
    }
  }

  /// The rounds around today as Today shows them.
  func agenda() -> Int {
    let window = Agenda.window(around: Self.today)
    let book = RoundBook(bureau: bureau, fulfilments: [:], notes: [:], drafts: [:])
    return Agenda(
      now: Moment(Self.today, hour: 9, minute: 0), bureau: bureau,
      rounds: book.rounds(in: window, on: Self.today),
      hazards: [], drafts: []
    ).groups.count
  }

  /// What is asked on one day.
  func day() -> Int { bureau.occurrences(in: Self.today...Self.today).count }

  func run() {
    var whole = 0
    let all = shortest(of: 3) { whole = bureau.occurrences(in: Self.years).count }
    var made = 0
    let floor = shortest(of: 3) { made = bare(whole).count }
    show("schedule of \(made) occurrences", all, over: floor, "of making them bare")
    show("a day's agenda", shortest(of: 20) { _ = day() }, over: floor, "of the same")
    show("Today's 46 days as rounds", shortest(of: 20) { _ = agenda() }, over: floor, "of the same")
  }
}
