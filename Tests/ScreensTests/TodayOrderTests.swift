import Almanac
import Domain
import Testing

@testable import Screens

/// The rounds of Today in another order than by what is most pressing.
struct TodayOrderTests {
  private func round(_ name: String, rooms: Int) -> Round {
    let rooms = (0..<rooms).map { number in
      let place = Place(id: Identifier("\(number)"), name: "\(number)", kind: .office)
      return Round.Room(
        occurrence: Occurrence(
          plan: Identifier(name), place: place.id, period: "2026-11",
          start: Day(2026, 11, 1), due: Day(2026, 11, 30), miss: nil),
        place: place, state: .open, fulfilment: nil, excused: nil, noEntries: 0, draft: nil)
    }
    return Round(
      id: RoundKey(plan: Identifier(name), period: "2026-11"), title: Bilingual(verbatim: name),
      trigger: .monthly, start: Day(2026, 11, 1), due: Day(2026, 11, 30), miss: nil,
      isProvisional: false, rooms: rooms)
  }

  @Test(arguments: [
    (TodayOrder.pressing, ["b", "c", "a"]), (.rest, ["c", "b", "a"]), (.title, ["a", "b", "c"]),
  ])
  func order(_ order: TodayOrder, _ expected: [String]) {
    let rounds = [round("b", rooms: 2), round("c", rooms: 3), round("a", rooms: 1)]
    #expect(order.sorted(rounds, .english).map(\.title.en) == expected)
  }

  /// The key says how they stand now, and comes round to the first order.
  @Test func byKey() throws {
    var desk = try Desk(.latin)
    let first = desk.view
    try desk.type("6")
    try desk.type("k")
    // It stands in the title once the news is gone.
    #expect(desk.view.contains("by rooms left") && desk.app.news == nil)
    try desk.type("6")
    #expect(desk.view.contains("by name"))
    try desk.type("6")
    #expect(desk.view.contains("by what is most pressing"))
    let rows = { (view: String) in view.split(separator: "\n").filter { $0.contains("/") } }
    #expect(rows(desk.view) == rows(first))
  }
}
