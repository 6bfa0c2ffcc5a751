import Almanac
import Domain
import Foundation
import Testing

@testable import Ledger
@testable import LedgerProbe

/// A clock that goes back against the line before is recorded and shown, never silently accepted.
struct ClockTests {
  struct Case: Sendable {
    /// Seconds after the line before.
    var after: Int
    var isBehind: Bool
  }

  @Test(arguments: [
    Case(after: 60, isBehind: false), Case(after: 0, isBehind: false),
    Case(after: -60, isBehind: false), Case(after: -61, isBehind: true),
    Case(after: -86_400, isBehind: true),
  ])
  func aClockThatWentBack(_ row: Case) throws {
    let office = try Office()
    let section = { Command.set(.section(Section(id: Identifier($0), name: $0))) }
    try office.ledger.perform(section("one"), by: "admin", at: office.now)
    try office.ledger.perform(section("two"), by: "admin", at: office.now + row.after)
    #expect(office.ledger.lastBehind == (row.isBehind ? office.now : nil))
    let stamps = try office.ledger.timeline(.section("two")).map(\.stamp)
    #expect(stamps.map(\.behind) == [row.isBehind ? office.now : nil])
    let found = try office.ledger.verify()
    #expect(found.isGood)
    #expect(found.notices.count == (row.isBehind ? 1 : 0))
    #expect(found.notices.allSatisfy { $0.what.en.contains("2026-11-23 09:00") })
    try office.ledger.perform(section("three"), by: "admin", at: office.now + row.after + 5)
    #expect(office.ledger.lastBehind == nil, "told once, of the line at which it went back")
  }
}
