import Almanac
import Testing

@testable import Domain

/// Findings by category and place, counted by hand.
struct CountedFindingsTests {
  private static let list: Identifier<Checklist> = "list"

  /// A walk that found something at some items.
  private func walk(_ id: String, _ place: Place.ID, _ items: [String], on day: Day) -> Fulfilment {
    let at = Moment(day, hour: 9, minute: 0)
    let answers = (["quiet"] + items).enumerated().map { index, item in
      SignedInspection.Answered(
        number: index + 1, item: ItemKey(checklist: Self.list, item: item),
        answer: index == 0 ? .pass : .fail(Finding(text: "wrong")))
    }
    return Fulfilment(
      Inspection(
        id: Identifier(id),
        content: SignedInspection(
          occurrence: OccurrenceKey(plan: "monthly", place: place, period: id),
          title: Bilingual(verbatim: ""), section: nil, checklists: [], answers: answers,
          inspectors: ["i"], from: at, to: at + 600, entry: .onSite),
        day: day, recorded: at + 600, recorder: "i", corrections: []))
  }

  private func hazard(
    _ category: HazardCategory, found: (String, String)? = nil, met: [(String, String)] = []
  ) -> Hazard {
    var hazard = HazardFiguresTests.Case(name: "", reported: nov(3), counts: []).hazard
    hazard.report.category = category
    hazard.report.inspection = found.map { Identifier($0.0) }
    hazard.report.item = found.map { ItemKey(checklist: Self.list, item: $0.1) }
    hazard.sightings = met.map {
      HazardSighting(
        inspection: Identifier($0.0), item: ItemKey(checklist: Self.list, item: $0.1), text: "")
    }
    return hazard
  }

  /// The first walk finds two things; the second meets one of them again under another item, and finds a third
  /// that the ledger has no hazard of; the walk of December is not counted, nor what was not found on a walk.
  @Test func registeredAndJoined() {
    let walks = [
      walk("a", "301", ["socket", "exit"], on: nov(3)),
      walk("b", "302", ["cable", "odd"], on: nov(10)),
      walk("c", "301", ["socket"], on: Day(2026, 12, 1)),
    ]
    let hazards = [
      hazard(.electrical, found: ("a", "socket"), met: [("b", "cable"), ("c", "socket")]),
      hazard(.fire, found: ("a", "exit")), hazard(.water),
    ]
    let counted = CountedWalks(days: nov(1)...nov(30), countedOn: nov(30), fulfilments: walks)
    let findings = CountedFindings(counted, hazards: hazards)
    #expect(findings.byCategory == [.electrical: 2, .fire: 1, .other: 1])
    #expect(findings.byPlace == ["301": 2, "302": 2])
  }
}
