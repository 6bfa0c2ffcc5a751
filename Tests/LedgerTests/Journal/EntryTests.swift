import Almanac
import Domain
import Foundation
import GRDB
import LedgerProbe
import Testing

@testable import Ledger

/// Acts entered for another, found in the journal and answered by the decider.
struct EntryTests {
  private func enter(_ office: Office) throws -> (first: EnteredAct.ID, second: EnteredAct.ID) {
    let paper = Entered(by: "admin", paper: office.now.day)
    let (one, two) = (try office.report("one"), try office.report("two"))
    for id in [one, two] {
      try office.perform(
        .hazard(id, .assign(to: "li", deadline: office.now.day + 4)), by: "chen", entered: paper)
    }
    let acts = try office.ledger.enteredActs(for: "chen", isWaiting: true)
    #expect(acts.map(\.subjects) == [[.hazard(two)], [.hazard(one)]])
    #expect(acts.allSatisfy { $0.entered == paper && $0.decider == "chen" && $0.lines.count == 1 })
    return (try #require(acts.last).id, try #require(acts.first).id)
  }

  @Test func saidReadBackAndFoldedAnew() throws {
    let office = try Office()
    let (first, second) = try enter(office)
    #expect(try office.ledger.agenda(at: office.now).waitingEntries == ["chen": 2])
    try office.perform(.entry(first, .dispute(reason: "not li")), by: "chen")
    try office.perform(.entry(second, .confirm), by: "chen")
    #expect(try office.ledger.agenda(at: office.now).waitingEntries == ["chen": 0])
    #expect(try office.ledger.enteredActs(for: "chen", isWaiting: true).isEmpty)
    #expect(try office.ledger.enteredActs(for: "li", isWaiting: false).isEmpty)
    #expect(
      try office.ledger.enteredActs(for: nil, isWaiting: false).map(\.state)
        == [.confirmed, .disputed])
    let timeline = try office.ledger.timeline(.hazard("2026-001"))
    #expect(timeline.map { $0.answer?.reason } == [nil, "not li"])
    #expect(throws: EntryError.saidAlready(second.rawValue, .confirmed)) {
      try office.perform(.entry(second, .dispute(reason: "r")), by: "chen")
    }
    #expect(throws: EntryError.noSuchAct("x-1")) {
      try office.perform(.entry("x-1", .confirm), by: "chen")
    }
    let before = try answers(in: office)
    try office.ledger.rebuild()
    #expect(try answers(in: office) == before && before.count == 2)
    #expect(try office.ledger.verify().problems.isEmpty)
  }

  private func answers(in office: Office) throws -> [String] {
    try office.raw { try String.fetchAll($0, sql: "SELECT value FROM entry ORDER BY id") }
  }

  /// What is asked on each Today does not read the whole journal.
  @Test(arguments: [
    "line ->> '$.for.person' = 'chen'",
    "line ->> 'act' = 'd-7' AND line ->> '$.for.person' IS NOT NULL",
    "line ->> '$.for.person' IS NOT NULL AND line ->> 'actor' <> line ->> '$.for.person'",
  ])
  func theJournalIsSearchedByIndex(_ condition: String) throws {
    let office = try Office()
    let plan = try office.raw { database in
      try Row.fetchAll(
        database, sql: "EXPLAIN QUERY PLAN SELECT line FROM journal WHERE \(condition)"
      ).map { $0["detail"] as String }.joined()
    }
    #expect(plan.contains("journal_decider") || plan.contains("journal_entered"), "\(plan)")
  }

  /// The indexes are the file's own: one taken away is found.
  @Test func aMissingIndexIsFound() throws {
    let office = try Office()
    try office.raw { try $0.execute(sql: "DROP INDEX journal_decider") }
    #expect(try office.ledger.verify().problems.contains { $0.what.en.contains("journal_decider") })
  }
}
