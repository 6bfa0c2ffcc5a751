import Almanac
import Domain
import Testing

/// Numbers, keys and subjects as they are written and read.
struct NamesTests {
  @Test func numbersRunOn() {
    var first = Numbering(year: 2026, hazard: 17, inspection: 341)
    let prefix = Numbering.inspectionPrefix.zh
    #expect(first.takeHazard() == "2026-017" && first.takeHazard() == "2026-018")
    #expect(first.takeInspection().rawValue == prefix + "2026-0341")
    var second = Numbering(year: 2026, device: "B", hazard: 999, inspection: 9999)
    #expect(second.takeHazard() == "2026-B999" && second.takeHazard() == "2026-B1000")
    #expect(second.takeInspection().rawValue == prefix + "2026-B9999")
    #expect(second.takeInspection().rawValue == prefix + "2026-B10000")
  }

  struct Case: Sendable {
    var text: String
    var isOccurrence = false
    var isRound = false
    var isSubject = false
  }

  @Test(arguments: [
    Case(text: "monthly/301/2026-11", isOccurrence: true),
    Case(text: "monthly/2026-11", isRound: true),
    Case(text: "plan/monthly", isRound: true, isSubject: true),
    Case(text: "hazard/2026-017", isRound: true, isSubject: true),
    Case(text: "occurrence/monthly/301/2026-11", isSubject: true),
    Case(text: "planet/earth", isRound: true),
    Case(text: "monthly//2026-11"),
    Case(text: "/301"),
    Case(text: ""),
    Case(text: "hazard"),
    Case(text: "a/b/c/d"),
  ])
  func reading(_ row: Case) {
    #expect(OccurrenceKey(row.text)?.description == (row.isOccurrence ? row.text : nil))
    #expect(RoundKey(row.text)?.description == (row.isRound ? row.text : nil))
    #expect(Subject(row.text)?.description == (row.isSubject ? row.text : nil))
  }
}
