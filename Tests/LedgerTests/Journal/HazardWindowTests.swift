import Almanac
import Domain
import Ledger
import Testing

@testable import LedgerProbe

/// What the ledger answers of a list is what the whole list, held in memory, would show.
struct HazardWindowTests {
  /// Hazards in every state of the way, a few hundred of them, so that a stretch ends inside the list.
  static func crowded() throws -> Office {
    let office = try Office()
    var dice = HistoryTests.Dice(state: 7)
    for number in 0..<320 {
      let id = try office.report("wire \(number % 13)")
      let due = office.now.day + Int(dice.next() % 40)
      if number % 3 == 0 { continue }
      try office.perform(.hazard(id, .assign(to: "li", deadline: due)), by: "admin")
      switch number % 7 {
      case 0: try office.perform(.hazard(id, .submit(measures: "glued")), by: "li")
      case 1: try office.perform(.hazard(id, .withdraw(reason: "twice")), by: "admin")
      case 2:
        try office.perform(
          .hazard(id, .requestExtension(.init(deadline: due + 3, reason: "part"))), by: "li")
      case 3: try office.perform(.hazard(id, .transfer(to: "wang", reason: "leave")), by: "li")
      default: break
      }
    }
    return office
  }

  @Test func answersAsTheWholeListWould() throws {
    let office = try Self.crowded()
    let whole = try office.ledger.hazards(HazardFilter())
    #expect(whole.count > HazardListing.rows + 20 && whole.count < 320)
    for order in HazardOrder.allCases {
      for words in ["", "wire 1", "nothing like it"] {
        for around: Hazard.ID? in [nil, "2026-001", "2026-200", "2026-320", "2026-999"] {
          for (first, day) in [(0, 0), (100, 20), (9_000, 60)] {
            try compare(
              office, whole,
              HazardListing(order: order, words: words, first: first, around: around),
              on: office.now.day + day)
          }
        }
      }
    }
  }

  private func compare(
    _ office: Office, _ whole: [Hazard], _ listing: HazardListing, on day: Day
  ) throws {
    let finds: (HazardBrief) -> Bool = { $0.text.hasPrefix(listing.words) }
    let answer = try office.ledger.window(
      listing, on: day, admits: listing.words.isEmpty ? nil : finds)
    let wanted = HazardWindow(of: whole, listing, on: day, admits: finds)
    let name = "\(listing) on \(day)"
    #expect(answer.hazards == wanted.hazards, "\(name)")
    #expect(answer.first == wanted.first && answer.total == wanted.total, "\(name)")
    #expect(answer.found == wanted.found, "\(name)")
    #expect(answer.counts == wanted.counts && answer.major == wanted.major, "\(name)")
  }

  /// The register's columns say of a hazard what the hazard says of itself.
  @Test func briefsAreOfTheHazards() throws {
    let office = try Office()
    try office.liveAWhile()
    for number in 0..<3 { try office.report("left open \(number)") }
    let open = try office.ledger.hazards(HazardFilter())
    #expect(open.count >= 5)
    #expect(try office.ledger.openBriefs() == open.map(HazardBrief.init))
    #expect(
      try office.ledger.hazards(numbered: ["2026-999"] + open.map(\.id).reversed()) == open)
  }
}
