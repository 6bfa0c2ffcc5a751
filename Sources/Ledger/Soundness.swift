import Almanac
import Foundation
import GRDB

/// Whether the file itself is as the program makes it: its pages, its tables, what guards the journal.
enum Soundness {
  /// What is wrong with pages, indexes, and the tables' own definitions.
  static func problems(
    of database: Database, withRegisters: Bool
  ) throws -> [Verification.Problem] {
    let damage = damage(of: database).map { text in
      Verification.Problem(
        line: nil,
        what: Bilingual(
          zh: "文件已损坏，请用备份恢复（\(text)）",
          en: "the file is damaged: restore it from a backup (\(text))"))
    }
    let wanted = try withRegisters ? whole.get() : journal.get()
    let found = try definitions(database)
    let strange = found.filter { $0.value.hasPrefix("trigger") && wanted[$0.key] == nil }
    let changed = wanted.filter { found[$0.key].map { Data($0.utf8) } != Data($0.value.utf8) }
    return damage
      + (changed.keys.sorted() + strange.keys.sorted()).map { name in
        Verification.Problem(
          line: nil,
          what: Bilingual(
            zh: "台账库自身的定义“\(name)”被改动",
            en: "the file's own definition of “\(name)” was changed"))
      }
  }

  /// What SQLite finds; a line that is no JSON any more ends its search, for the indexes are made from it.
  private static func damage(of database: Database) -> [String] {
    do {
      return try String.fetchAll(database, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
    } catch {
      return [(error as? DatabaseError)?.message ?? "\(error)"]
    }
  }

  /// Whether the file says that it is the ledger of its lines.
  static func problems(
    of database: Database, writtenAs ledger: String?
  ) throws -> [Verification.Problem] {
    let own = try Data.fetchOne(
      database, sql: "SELECT CAST(value AS BLOB) FROM meta WHERE key = 'ledger'")
    guard let ledger, own != Data(ledger.utf8) else { return [] }
    return [
      Verification.Problem(
        line: nil,
        what: Bilingual(
          zh: "文件自称是另一个台账库，与流水不符", en: "the file says that it is another ledger than its lines"))
    ]
  }

  private static let journal = Result { try made(of: Schema.journal) }
  private static let whole = Result { try made(of: Schema.journal + Schema.registers) }

  /// What a ledger just made defines.
  private static func made(of sql: String) throws -> [String: String] {
    try DatabaseQueue().write { database in
      try database.execute(sql: sql)
      return try definitions(database)
    }
  }

  /// Tables, indexes and triggers by name; the registers' own note of their form is no definition.
  private static func definitions(_ database: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT name, type || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema
        """)
    return Dictionary(rows.map { ($0[0] ?? "", $0[1] ?? "") }) { first, _ in first }
  }
}
