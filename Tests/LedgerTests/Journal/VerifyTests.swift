import Almanac
import Domain
import Foundation
import GRDB
import Ledger
import Testing

@testable import LedgerProbe

/// Whoever edits the file past the program is found out.
struct VerifyTests {
  struct Case: Sendable {
    var name: String
    /// Done to the file with the triggers taken away.
    var sql: String
    /// The journal rows that are named, nil standing for registers.
    var lines: Set<Int?>
  }

  /// The small office's life is 53 lines: 16 of its set-up, the cracked pipe the 17th, the place and
  /// the checklist the last two.
  @Test(arguments: [
    Case(
      name: "a changed line",
      sql: "UPDATE journal SET line = replace(line, 'cracked', 'painted') WHERE n = 17",
      lines: [17, nil]),
    Case(
      name: "one blank more in a line", sql: "UPDATE journal SET line = line || ' ' WHERE n = 15",
      lines: [15]),
    Case(
      name: "a line that is no JSON", sql: "UPDATE journal SET line = '{}' WHERE n = 15",
      lines: [15, 16]),
    Case(
      name: "a changed hash", sql: "UPDATE journal SET hash = zeroblob(32) WHERE n = 16",
      lines: [16, 17]),
    Case(
      name: "a hash that is a text", sql: "UPDATE journal SET hash = 'abc' WHERE n = 16",
      lines: [16, 17]),
    Case(
      name: "a hash that is a number", sql: "UPDATE journal SET hash = 7 WHERE n = 16",
      lines: [16, 17]),
    Case(name: "a removed row", sql: "DELETE FROM journal WHERE n = 16", lines: [17, nil]),
    Case(
      name: "rows removed at the end",
      sql: "DELETE FROM journal WHERE n > (SELECT max(n) - 2 FROM journal)", lines: [51, nil]),
    Case(
      name: "an inserted row",
      sql: """
        INSERT INTO journal (line, hash)
          SELECT json_set(line, '$.seq', (SELECT max(seq) + 1 FROM journal)), hash
          FROM journal WHERE n = 15
        """, lines: [54]),
    Case(
      name: "two rows in each other's place",
      sql: """
        UPDATE journal SET n = -1 WHERE n = 16; UPDATE journal SET n = 16 WHERE n = 17;
        UPDATE journal SET n = 17 WHERE n = -1
        """, lines: [16, 17, 18]),
    Case(
      name: "a changed register row",
      sql: "UPDATE hazard SET value = json_set(value, '$.state', 'closed') WHERE id = '2026-003'",
      lines: [nil]),
    Case(
      name: "a changed brief",
      sql: "UPDATE inspection SET brief = json_set(brief, '$.findings', 0)", lines: [nil]),
    Case(
      name: "a lost register row", sql: "DELETE FROM hazard WHERE id = '2026-002'", lines: [nil]),
    Case(
      name: "a register row too many",
      sql: """
        CREATE TEMP TABLE more AS SELECT * FROM hazard LIMIT 1;
        ALTER TABLE more DROP COLUMN due;
        UPDATE more SET id = '2026-999';
        INSERT INTO hazard SELECT * FROM more
        """, lines: [nil]),
    Case(
      name: "a hazard that its list shows as another section's",
      sql: "UPDATE hazard SET section = 'office' WHERE id = '2026-003'", lines: [nil]),
    Case(
      name: "an open hazard that no list shows",
      sql: "UPDATE hazard SET open = 0 WHERE open = 1", lines: [nil]),
    Case(
      name: "a version of a checklist that is no longer the present one",
      sql: "UPDATE checklist SET present = 1 - present", lines: [nil]),
    Case(
      name: "an alert nobody entered",
      sql: "DELETE FROM alert; INSERT INTO alert (id, value) VALUES ('x', '{}')", lines: [nil]),
  ])
  func tampering(_ row: Case) throws {
    let office = try Office()
    try office.liveAWhile()
    #expect(try office.ledger.verify().isGood, "before")
    try office.tamper { try $0.execute(sql: row.sql) }
    let verification = try office.ledger.verify()
    #expect(Set(verification.problems.map(\.line)) == row.lines, "\(row.name)")
  }

  @Test func aRegisterThatShouldBeEmptyIsLookedAtToo() throws {
    let office = try Office()
    try office.raw {
      try $0.execute(sql: "INSERT INTO alert (id, value) VALUES ('x', '{}')")
    }
    let problems = try office.ledger.verify().problems
    #expect(problems.count == 1 && problems[0].line == nil)
    #expect(problems[0].what.en.contains("alert") && problems[0].what.en.contains("x"))
  }

  @Test func rebuildingMendsRegisters() throws {
    let office = try Office()
    try office.liveAWhile()
    let before = try office.registers()
    try office.raw {
      try $0.execute(
        sql: """
          DELETE FROM hazard; UPDATE inspection SET value = '{}'; DROP TABLE alert;
          INSERT INTO occurrence (id, value) VALUES ('a/b/c', '{}')
          """)
    }
    try office.ledger.rebuild()
    #expect(try office.registers() == before)
    #expect(try office.ledger.verify().isGood)
  }

  @Test func registersOfAnOlderFormAreFoldedAnewOnOpening() throws {
    let office = try Office()
    try office.liveAWhile()
    let before = try office.registers()
    try office.raw {
      try $0.execute(
        sql: """
          UPDATE meta SET value = 'an older form' WHERE key = 'registers';
          DROP TABLE hazard; CREATE TABLE hazard (number TEXT)
          """)
    }
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try LedgerFile(path: office.path, calendar: SmallOffice.calendar) { _, _ in throw Stop() }
    }
    var told: [Int] = []
    let again = try LedgerFile(path: office.path, calendar: SmallOffice.calendar) { done, total in
      #expect(done <= total)
      told.append(done)
    }
    #expect(told.first == 0)
    #expect(try office.registers() == before)
    #expect(try again.verify().isGood)
    _ = try LedgerFile(path: office.path, calendar: SmallOffice.calendar) { _, _ in
      Issue.record("nothing is left to be folded")
    }
  }
}
