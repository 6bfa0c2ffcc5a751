import Almanac
import Domain

@testable import Screens

extension Scene {
  /// Those who have left, and those who stand in for another.
  static let persons = [
    Scene("today-left") { try $0.letTheRectifierGo() },
    Scene("hazards-deputy", .rectifier) { desk in
      let deputyship = Deputyship(
        for: desk.office.person(.supervisor), from: desk.today, to: desk.today)
      try desk.record(
        .deputy(desk.office.person(.rectifier), .appoint(deputyship)), by: .inspector)
      try desk.open(HazardsScreen(selecting: "2026-002"))
      try desk.carryOut([
        .perform(
          .hazard(
            "2026-002",
            .extend(to: Day(2026, 12, 4), reason: desk.office("同意", "granted"))))
      ])
    },
  ]
}

extension Desk {
  /// The rectifier of the autumn's hazards left on Friday with them in hand.
  mutating func letTheRectifierGo() throws {
    guard var person = fold.bureau.person(office.person(.rectifier)) else { return }
    person.to = today - 3
    try record(.set(.person(person)), by: .inspector)
  }
}
