import Domain
import Foundation
import GRDB

@testable import Ledger

/// What someone does to a ledger's tables through plain SQLite, somewhere at random.
enum Edit: CaseIterable {
  case aLettersChange
  case aBlankMore
  case aTailBehindAZeroByte
  case aFieldsChange
  case aHashesBit
  case aSignaturesBit
  case noSignature
  case anothersSignature
  case anotherKindOfColumn
  case aRowRemoved
  case aRowRemovedAndTheRestMovedUp
  case theTailCutOff
  case theTailCutOffAndForgotten
  case aCopyAtTheEnd
  case aCopyBetween
  case twoRowsExchanged
  case aChangeHashedAnew
  case aRemovalHashedAnew
  case aRegistersLetter
  case aRegistersTail
  case aRegisterRowRemoved
  case aRegisterRowInvented
  case aRegisterRowAsAnother
  case theLedgersId
  case aTriggerLess

  func make(in database: Database, _ random: inout SplitMix) throws {
    switch self {
    case .aLettersChange:
      let row = try line(database, &random)
      try write(changed(row.text, &random), at: row.n, database)
    case .aBlankMore:
      let row = try line(database, &random)
      try write(
        [" " + row.text, row.text + " "].randomElement(using: &random), at: row.n, database)
    case .aTailBehindAZeroByte:
      let row = try line(database, &random)
      try database.execute(
        sql: "UPDATE journal SET line = line || char(0) || ? WHERE n = ?",
        arguments: ["x", row.n])
    case .aFieldsChange:
      let row = try line(database, &random)
      let (field, value) =
        [
          ("$.at", "2026-11-30T09:00:00+08:00"), ("$.day", "2026-11-30"), ("$.actor", "li"),
          ("$.device", "ffffffff"), ("$.act", "x-1"), ("$.subject", "hazard/2026-009"),
          ("$.ledger", "x"), ("$.more", "x"),
        ].randomElement(using: &random) ?? ("", "")
      try database.execute(
        sql: "UPDATE journal SET line = json_set(line, ?, ?) WHERE n = ?",
        arguments: [field, value, row.n])
    case .aHashesBit: try flip("hash", in: line(database, &random), database, &random)
    case .aSignaturesBit: try flip("signature", in: signed(database, &random), database, &random)
    case .noSignature:
      try database.execute(
        sql: "UPDATE journal SET signature = NULL WHERE n = ?",
        arguments: [signed(database, &random).n])
    case .anothersSignature:
      try database.execute(
        sql: """
          UPDATE journal SET signature = (SELECT signature FROM journal WHERE n = ?) WHERE n = ?
          """, arguments: [signed(database, &random).n, line(database, &random).n])
    case .anotherKindOfColumn:
      let column = ["line", "hash", "signature"].randomElement(using: &random) ?? ""
      let kind = column == "line" ? "BLOB" : "TEXT"
      try database.execute(
        sql: "UPDATE journal SET \(column) = CAST(\(column) AS \(kind)) WHERE n = ?",
        arguments: [signed(database, &random).n])
    case .aRowRemoved, .aRowRemovedAndTheRestMovedUp, .theTailCutOff, .theTailCutOffAndForgotten:
      try remove(database, &random)
    case .aCopyAtTheEnd, .aCopyBetween, .twoRowsExchanged: try move(database, &random)
    case .aChangeHashedAnew, .aRemovalHashedAnew: try hashAnew(database, &random)
    case .aRegistersLetter, .aRegistersTail, .aRegisterRowRemoved, .aRegisterRowInvented,
      .aRegisterRowAsAnother:
      try editRegister(database, &random)
    case .theLedgersId:
      try database.execute(sql: "UPDATE meta SET value = 'x' WHERE key = 'ledger'")
    case .aTriggerLess:
      // The one that stays away must not be put back: it is replaced by one that does nothing.
      try database.execute(
        sql: "CREATE TRIGGER idle\(random.next() % 100) AFTER INSERT ON journal BEGIN SELECT 1; END"
      )
    }
  }

  private func remove(_ database: Database, _ random: inout SplitMix) throws {
    let n = try line(database, &random).n
    let isTail = self == .theTailCutOff || self == .theTailCutOffAndForgotten
    // Only the seal's own paper knows of a tail that was cut off and forgotten.
    let first = self == .theTailCutOffAndForgotten ? min(n, try seal(database)) : n
    try database.execute(
      sql: "DELETE FROM journal WHERE n \(isTail ? ">=" : "=") ?", arguments: [first])
    if self == .aRowRemovedAndTheRestMovedUp {
      try database.execute(sql: "UPDATE journal SET n = -n WHERE n > ?", arguments: [first])
      try database.execute(sql: "UPDATE journal SET n = -n - 1 WHERE n < 0")
    }
    if self != .aRowRemoved, self != .theTailCutOff { try forget(database) }
  }

  private func move(_ database: Database, _ random: inout SplitMix) throws {
    let row = try line(database, &random)
    if self == .twoRowsExchanged {
      let other = try line(database, &random)
      for (from, to) in [(row.n, -1), (other.n, row.n), (-1, other.n)] {
        try database.execute(
          sql: "UPDATE journal SET n = ? WHERE n = ?", arguments: [to, from])
      }
      return
    }
    let last = try Int.fetchOne(database, sql: "SELECT max(n) FROM journal") ?? 0
    let place = self == .aCopyAtTheEnd ? last + 1 : Int.random(in: 1...last, using: &random)
    try database.execute(sql: "UPDATE journal SET n = -n WHERE n >= ?", arguments: [place])
    try database.execute(sql: "UPDATE journal SET n = -n + 1 WHERE n < 0")
    try database.execute(
      sql: """
        INSERT INTO journal (n, line, hash, signature)
        SELECT ?, json_set(line, '$.seq', ?), hash, signature FROM journal WHERE n = ?
        """, arguments: [place, last + 1, row.n < place ? row.n : row.n + 1])
    try forget(database)
  }

  /// Done by one who knows how lines are hashed: each hash after the change is right again, and the heads
  /// that seals name are too.
  private func hashAnew(_ database: Database, _ random: inout SplitMix) throws {
    let row = try line(database, &random)
    if self == .aRemovalHashedAnew {
      try database.execute(sql: "DELETE FROM journal WHERE n = ?", arguments: [row.n])
      try database.execute(sql: "UPDATE journal SET n = -n WHERE n > ?", arguments: [row.n])
      try database.execute(
        sql: """
          UPDATE journal SET n = -n - 1, line = json_set(line, '$.seq', -(line ->> 'seq'))
          WHERE n < 0
          """)
      try database.execute(
        sql: """
          UPDATE journal SET line = json_set(line, '$.seq', -(line ->> 'seq') - 1)
          WHERE line ->> 'seq' < 0
          """)
      try forget(database)
    } else {
      try write(changed(row.text, &random), at: row.n, database)
    }
    var head: Data?
    var anew: [(former: String, hash: String)] = []
    for row in try Row.fetchAll(database, sql: "SELECT n, line, hash FROM journal ORDER BY n") {
      var line: String = row["line"]
      for hash in anew where line.contains("seal.made") {
        line = line.replacing(hash.former, with: hash.hash)
      }
      let hash = LineCode.hash(after: head, line: line)
      anew.append(
        ((row["hash"] as Data).map(hexadecimal).joined(), hash.map(hexadecimal).joined()))
      head = hash
      try database.execute(
        sql: "UPDATE journal SET line = ?, hash = ? WHERE n = ?",
        arguments: [line, hash, row["n"] as Int])
    }
  }

  private func editRegister(_ database: Database, _ random: inout SplitMix) throws {
    let filled = try Schema.registerTables.filter {
      try Int.fetchOne(database, sql: "SELECT count(*) FROM \($0)") ?? 0 > 0
    }
    let table = filled.randomElement(using: &random) ?? ""
    let key = table == "checklist" ? "id || hash" : "id"
    let row = try Row.fetchAll(
      database, sql: "SELECT \(key) AS key, value FROM \(table) ORDER BY key"
    ).randomElement(using: &random)
    let (id, value): (String, String) = (row?["key"] ?? "", row?["value"] ?? "")
    func set(_ expression: String, _ arguments: StatementArguments = []) throws {
      try database.execute(
        sql: "UPDATE \(table) SET value = \(expression) WHERE \(key) = ?",
        arguments: arguments + [id])
    }
    switch self {
    case .aRegistersLetter: try set("?", [changed(value, &random)])
    case .aRegistersTail: try set("value || char(0) || 'x'")
    case .aRegisterRowRemoved:
      try database.execute(sql: "DELETE FROM \(table) WHERE \(key) = ?", arguments: [id])
    case .aRegisterRowInvented:
      let columns = try String.fetchAll(
        database, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table]
      ).filter { $0 != "id" }.joined(separator: ", ")
      try database.execute(
        sql: """
          INSERT INTO \(table) (id, \(columns)) SELECT id || 'x', \(columns) FROM \(table)
          WHERE \(key) = ?
          """, arguments: [id])
    case _:
      try set("coalesce((SELECT value FROM \(table) WHERE \(key) > ? LIMIT 1), '{}')", [id])
    }
  }
}
