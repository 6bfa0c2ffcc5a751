import Almanac
import Crypto
import Domain
import Foundation
import GRDB
import Ledger
import Testing

@testable import LedgerProbe

/// The journal's own promises: a chain of hashes, one act one transaction, nothing edited.
struct ChainTests {
  struct Stored {
    var line: Data
    var hash: Data
    var fields: [String: Any]
    func text(_ key: String) -> String { fields[key] as? String ?? "" }
  }

  private func stored(_ office: Office) throws -> [Stored] {
    try office.raw { database in
      try Row.fetchAll(
        database, sql: "SELECT CAST(line AS BLOB) AS line, hash FROM journal ORDER BY n"
      ).map { row in
        let line: Data = row["line"]
        let fields = try JSONSerialization.jsonObject(with: line) as? [String: Any]
        return Stored(line: line, hash: row["hash"], fields: try #require(fields))
      }
    }
  }

  @Test func everyHashCoversTheOneBeforeAndTheStoredBytes() throws {
    let office = try Office()
    try office.liveAWhile()
    var previous = Data(repeating: 0, count: 32)
    for (index, line) in try stored(office).enumerated() {
      var hash = SHA256()
      hash.update(data: previous)
      hash.update(data: line.line)
      previous = Data(hash.finalize())
      #expect(line.hash == previous, "line \(index + 1)")
      #expect(line.fields["seq"] as? Int == index + 1)
      #expect(line.fields["v"] as? Int == 1)
    }
    let verification = try office.ledger.verify()
    #expect(verification.problems == [])
    #expect(verification.head == previous.map { String(format: "%02x", $0) }.joined())
    #expect(verification.events == (try stored(office)).count)
  }

  @Test func theLinesOfOneActCarryTheSameAct() throws {
    let office = try Office()
    let before = try stored(office)
    #expect(Set(before.map { $0.text("act") }).count == 1)
    #expect(before.allSatisfy { $0.text("actor") == "setup" })
    try office.sign(
      "301",
      [
        SmallOffice.socket: .fail(Finding(text: "a")), SmallOffice.exit: .fail(Finding(text: "b")),
        SmallOffice.warmth: .reading("20"),
      ])
    try office.report()
    let after = try stored(office).dropFirst(before.count)
    #expect(
      after.map { $0.text("type") } == [
        "inspection.signed", "hazard.reported", "hazard.reported", "hazard.reported",
      ])
    #expect(Set(after.prefix(3).map { $0.text("act") }).count == 1)
    #expect(Set(after.map { $0.text("act") }).count == 2)
    let devices = Set((before + after).map { $0.text("device") })
    let ledgers = Set((before + after).map { $0.text("ledger") })
    #expect(devices.count == 1 && ledgers.count == 1)
  }

  @Test func anActEnteredForAnotherNamesBoth() throws {
    let office = try Office()
    let hazard = try office.report()
    office.now = office.now + 2 * 86_400
    try office.perform(
      .hazard(hazard, .assign(to: "li", deadline: office.now.day)), by: "chen",
      entered: Entered(by: "admin", paper: Day(2026, 11, 24)))
    let line = try #require(try stored(office).last)
    #expect(line.text("actor") == "admin")
    let decider = line.fields["for"] as? [String: String]
    #expect(decider == ["person": "chen", "paper": "2026-11-24"])
    let timeline = try office.ledger.timeline(.hazard(hazard))
    #expect(timeline.last?.stamp.actor == "chen")
    #expect(timeline.last?.stamp.entered == Entered(by: "admin", paper: Day(2026, 11, 24)))
  }

  @Test func whatIsRecordedLaterCountsForTheDayWalked() throws {
    let office = try Office()
    let walked = Moment(Day(2026, 11, 20), hour: 9, minute: 30)
    var request = SmallOffice.walk("301", at: walked)
    request.answers[SmallOffice.exit] = .fail(Finding(text: "blocked"))
    request.walk.seconds = nil
    let lines = try office.perform(.sign(request), by: "wang")
    #expect(try stored(office).suffix(2).allSatisfy { $0.text("day") == "2026-11-20" })
    let record = try #require(try office.ledger.inspection(Inspection.ID(lines[0].subject.id)))
    #expect(record.content.entry == .belated && record.recorded.day == Day(2026, 11, 23))
    let hazard = try #require(try office.ledger.hazard(Hazard.ID(lines[1].subject.id)))
    #expect(hazard.reported == Day(2026, 11, 20))
    // Belated, but typed by the due day, 30 November: done.
    let round = try #require(
      try office.ledger.round(
        RoundKey(plan: "monthly", period: "2026-11"),
        at: Moment(Day(2026, 12, 20), hour: 9, minute: 0)))
    #expect(round.rooms.map(\.state) == [.done, .missed, .missed])
  }

  @Test func nothingIsUpdatedOrDeleted() throws {
    let office = try Office()
    for sql in [
      "UPDATE journal SET line = line", "UPDATE journal SET hash = x'00' WHERE n = 1",
      "DELETE FROM journal WHERE n = 1", "DELETE FROM journal",
    ] {
      let error = #expect(throws: DatabaseError.self, "\(sql)") {
        try office.raw { try $0.execute(sql: sql) }
      }
      #expect(error?.message == "the journal is append-only")
    }
    #expect(try office.ledger.verify().isGood)
  }

  struct Stop: Error {}

  @Test func aRefusalWritesNothing() throws {
    let office = try Office()
    try office.ledger.save(SmallOffice.draft("301", at: office.now))
    let before = try stored(office).map(\.hash)
    #expect(throws: Stop.self) {
      try office.ledger.act("wang", at: office.now) { _, _ in throw Stop() }
    }
    #expect(throws: SigningError.unanswered([1, 2, 3])) { try office.sign("301", [:]) }
    #expect(throws: PersonError.noSuchPerson("nobody")) {
      try office.perform(.liftAlert("t1"), by: "nobody")
    }
    #expect(try stored(office).map(\.hash) == before)
    #expect(try office.ledger.drafts().count == 1)
  }

  @Test func actsTogetherStandOrFallTogether() throws {
    let office = try Office()
    let report = HazardReport(
      place: "301", section: "finance", text: "socket", category: .electrical)
    let decide = { (records: any Records, situation: Situation) in
      try Command.report(report).decide(with: records, in: situation)
    }
    let before = try stored(office).map(\.hash)
    #expect(throws: Stop.self) {
      try office.ledger.acts("wang", at: office.now, decisions: [decide, { _, _ in throw Stop() }])
    }
    #expect(try stored(office).map(\.hash) == before)
    #expect(try office.ledger.hazards(HazardFilter()).isEmpty)

    let lines = try office.ledger.acts("wang", at: office.now, decisions: [decide, decide])
    #expect(lines.map(\.subject.id) == ["2026-001", "2026-002"])
    #expect(try office.ledger.verify().isGood)
  }

  /// The third line cannot be written: the first two, the registers and the draft stay as they were.
  @Test func anActThatFailsMidwayWritesNothing() throws {
    let office = try Office()
    try office.ledger.save(SmallOffice.draft("301", at: office.now))
    try office.raw {
      try $0.execute(
        sql: """
          CREATE TRIGGER stop BEFORE INSERT ON journal WHEN NEW.line LIKE '%second finding%'
          BEGIN SELECT RAISE(ABORT, 'stopped'); END
          """)
    }
    let before = (try stored(office).map(\.hash), try office.registers())
    #expect(throws: LedgerError.inputOutput(path: office.path, reason: "stopped")) {
      try office.sign(
        "301",
        [
          SmallOffice.socket: .fail(Finding(text: "first finding")),
          SmallOffice.exit: .fail(Finding(text: "second finding")),
          SmallOffice.warmth: .reading("20"),
        ])
    }
    #expect(try stored(office).map(\.hash) == before.0)
    #expect(try office.registers() == before.1)
    #expect(try office.ledger.drafts().count == 1)
    try office.raw { try $0.execute(sql: "DROP TRIGGER stop") }
    #expect(
      try office.sign("301").map(\.subject.id) == [Numbering.inspectionPrefix.zh + "2026-0001"])
    #expect(try office.ledger.verify().isGood)
  }
}
