import Almanac
import Domain
import Foundation
import GRDB
import Ledger
import Testing

@testable import LedgerProbe

/// A ledger as the first version wrote it, kept as SQL text: every later version opens it.
///
/// It holds the 16 lines of the small office's set-up and 37 of a day, 2026-11-23; what is expected here
/// was counted from those lines by hand.
struct SampleLedgerTests {
  private func sample(_ scratch: Scratch) throws -> LedgerFile {
    let queue = try DatabaseQueue(path: scratch.file())
    try queue.writeWithoutTransaction { try $0.execute(sql: Fixtures.text("ledger-v1.sql")) }
    try queue.close()
    return try LedgerFile(path: scratch.file(), calendar: SmallOffice.calendar)
  }

  @Test func opensAndIsWhole() throws {
    let scratch = try Scratch()
    let ledger = try sample(scratch)
    let verification = try ledger.verify()
    #expect(verification.problems == [] && verification.events == 53)
    let kept = try Office.registers(of: scratch.file())
    try ledger.rebuild()
    #expect(try Office.registers(of: scratch.file()) == kept)
  }

  @Test func itIsReadWhereNothingMayBeWritten() throws {
    let scratch = try Scratch()
    let queue = try DatabaseQueue(path: scratch.file())
    try queue.writeWithoutTransaction { try $0.execute(sql: Fixtures.text("ledger-v1.sql")) }
    try queue.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: scratch.file()))
    let ledger = try LedgerFile(
      path: scratch.file(), calendar: SmallOffice.calendar, onlyReading: true)
    #expect(try ledger.hazards(HazardFilter(states: .all)).count == 6)
    #expect(try ledger.verify().isGood)
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.file())) == before)
  }

  @Test func theOffice() throws {
    let scratch = try Scratch()
    let bureau = try sample(scratch).bureau()
    #expect(bureau.organization.name == "Small Office" && bureau.isPractice)
    #expect(bureau.sections.map(\.id) == ["finance", "office"])
    #expect(bureau.persons.map(\.id) == ["admin", "chen", "li", "wang", "zhao"])
    #expect(bureau.places.map(\.id) == ["301", "302", "303", "501", "house"])
    #expect(bureau.plans.map(\.id) == ["monthly", "typhoon"])
    #expect(bureau.seasons.map(\.id) == ["2027-flood"])
    #expect(bureau.alerts.map { $0.lifted != nil } == [true])
  }

  @Test func hazards() throws {
    let scratch = try Scratch()
    let ledger = try sample(scratch)
    let all = try ledger.hazards(HazardFilter(states: .all))
    #expect(
      all.map { "\($0.id) \($0.state)" } == [
        "2026-001 closed", "2026-002 closed", "2026-003 reported", "2026-004 withdrawn",
        "2026-005 withdrawn", "2026-006 reported",
      ])
    let pipe = all[0]
    #expect(pipe.extensions == 1 && pipe.rejections == 1 && pipe.sightings.count == 1)
    #expect(
      pipe.deadlines.map(\.last) == [Day(2026, 11, 27), Day(2026, 12, 4), Day(2026, 12, 6)])
    #expect(try ledger.timeline(.hazard("2026-001")).count == 14)
    #expect(all[2].deadline == Day(2026, 11, 26) && all[5].deadline == Day(2026, 11, 26))
  }

  @Test func recordsAndRooms() throws {
    let scratch = try Scratch()
    let ledger = try sample(scratch)
    let day = Day(2026, 11, 23)
    let records = try ledger.inspections(in: day...day)
    #expect(records.map(\.occurrence.place) == ["301", "302", "501"])
    #expect(records.map { $0.countersigned != nil } == [true, true, false])
    #expect(records.map(\.withdrawn) == [nil, nil, "wrong room"])
    #expect(records.map(\.findings) == [3, 1, 1] && records.map(\.asked) == [3, 3, 2])
    #expect(try ledger.drafts().map(\.occurrence.place) == ["303"])
    let pin = try #require(records.first?.content.checklists.first)
    #expect(try ledger.checklist(pin)?.content.version == 1)
    #expect(try ledger.checklist("room" as Checklist.ID)?.content.version == 2)
    let round = try ledger.round(
      RoundKey(plan: "monthly", period: "2026-11"), at: Moment(day + 1, hour: 9, minute: 0))
    #expect(round?.rooms.map(\.state) == [.done, .done, .open, .excused])
    #expect(round?.rooms.map(\.noEntries) == [0, 0, 0, 1])
  }

  @Test func itGoesOn() throws {
    let scratch = try Scratch()
    let ledger = try sample(scratch)
    let now = Moment(Day(2026, 11, 24), hour: 9, minute: 0)
    let report = HazardReport(place: "301", text: "t", category: .other)
    let lines = try ledger.perform(.report(report), by: "li", at: now)
    #expect(lines.map(\.subject.id) == ["2026-007"])
    let verification = try ledger.verify()
    #expect(verification.isGood && verification.events == 54)
  }
}
