import Almanac
import Domain
import Foundation
import GRDB

/// What a walk over the chain found.
public struct Verification: Sendable {
  /// Something wrong, at a row of the journal or in a register.
  public struct Problem: Hashable, Sendable {
    /// The journal's row; nil for a register.
    public var line: Int?
    /// What is wrong, without the row.
    public var what: Bilingual
  }

  /// A sealed month met on the walk.
  public struct FoundSeal: Hashable, Sendable {
    /// The journal's row.
    public var line: Int
    /// When, by whom and why.
    public var seal: Seal
    /// What its paper carries.
    public var code: CheckCode
  }

  /// Lines walked.
  public var events: Int
  /// Lines whose signature is that of the key due.
  public var signed: Int
  /// Lines that nobody had to sign: those of the set-up and of persons before their key.
  public var unsigned: Int
  /// The last hash of the chain in lower-case hexadecimal digits; empty in an empty journal.
  public var head: String
  /// The chain's in order of line, then the registers'.
  public var problems: [Problem]
  /// Photographs that are missing or changed, in order of hazard.
  public var photographs: [Problem]
  /// What is no fault and yet to be known: where the clock had gone back.
  public var notices: [Problem]
  /// The sealed months, in order of line.
  public var seals: [FoundSeal]
  /// Whether nothing was found wrong.
  public var isGood: Bool { problems.isEmpty && photographs.isEmpty }

  /// The seal whose paper carries a code; nil where this ledger printed none such.
  public func seal(_ code: CheckCode) -> FoundSeal? { seals.first { $0.code == code } }
  /// Whether the ledger up to a seal is the one that printed its paper.
  public func isSound(before seal: FoundSeal) -> Bool {
    !problems.contains { $0.line.map { $0 <= seal.line } ?? false }
  }
}

extension LedgerFile {
  /// Looks at the file itself, walks the chain over the stored bytes, checks each signature, compares the
  /// registers with freshly folded ones, holds the files of photographs against their checksums, and asks
  /// the backups beside it whether they know lines that it does not have.
  ///
  /// - Parameters:
  ///   - others: Further copies of the ledger to ask, by their files.
  ///   - progress: Told now and then how many steps of how many are done, as many for the registers as for
  ///     the lines; what it throws ends the check.
  /// - Throws: ``LedgerError``, or what `progress` throws.
  public func verify(
    against others: [String] = [],
    progress: (_ done: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws -> Verification {
    let copies = try copies(others)
    return try reading { database in
      let isCurrent = try Registers.isCurrent(database)
      var problems = try Soundness.problems(of: database, withRegisters: isCurrent)
      var walk = ChainWalk()
      var check = PhotographCheck()
      let total = try Int.fetchOne(database, sql: "SELECT count(*) FROM journal") ?? 0
      try progress(0, 2 * total)
      let rows = try Row.fetchCursor(database, sql: StoredLine.sql)
      while let row = try rows.next() {
        let stored = StoredLine(row)
        if let line = walk.step(stored) { check.meet(line, row: stored.row) }
        if walk.count.isMultiple(of: 200) { try progress(walk.count, 2 * total) }
      }
      let given = try Int.fetchOne(
        database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'journal'")
      walk.end(given: given ?? 0)
      problems = walk.problems + problems
      problems += try Soundness.problems(of: database, writtenAs: walk.ledger)
      // Registers of another version's form are renewed when the ledger is next opened for writing.
      if walk.isReadable, isCurrent {
        problems += try Registers.differences(from: walk.fold, in: database) { made, all in
          try progress(total + total * made / max(1, all), 2 * total)
        }
      }
      let photographed = try check.problems(of: walk.fold, in: photographs) {
        try progress(2 * total, 2 * total)
      }
      if walk.isReadable {
        problems += try copies.flatMap { try $0.problems(of: database) }
      }
      return Verification(
        events: walk.count, signed: walk.signed, unsigned: walk.unsigned,
        head: walk.head.map { $0.map(hexadecimal).joined() } ?? "", problems: problems,
        photographs: photographed,
        notices: walk.notices + check.notices(of: walk.fold, in: photographs), seals: walk.seals)
    }
  }
}

extension Registers {
  /// Where the stored registers differ from those of a fold of the whole journal, byte by byte.
  static func differences(
    from fold: Fold, in database: Database,
    progress: (_ done: Int, _ of: Int) throws -> Void
  ) throws -> [Verification.Problem] {
    let wanted = Dictionary(grouping: try rows(of: fold, progress: progress), by: \.table)
    var problems: [Verification.Problem] = []
    let tables = try String.fetchSet(database, sql: "SELECT name FROM sqlite_schema")
    for table in Schema.registerTables where tables.contains(table) {
      let names = wanted[table]?.first?.columns.keys.sorted() ?? ["id"]
      let expected = Dictionary(grouping: wanted[table] ?? []) { $0.columns["id"] ?? "" }
        .mapValues { rows in rows.map { row in names.map { bytes(row.columns[$0] ?? "") } } }
      let columns = names.map { "typeof(\($0)) IN ('text', 'integer'), CAST(\($0) AS BLOB)" }
      let stored = Dictionary(
        grouping: try Row.fetchAll(
          database, sql: "SELECT id, \(columns.joined(separator: ", ")) FROM \(table)"
        ), by: { text($0[0]) }
      ).mapValues { rows in
        rows.map { row in
          names.indices.map { column -> Data? in
            let isPlain: Bool = row[1 + 2 * column] ?? false
            return isPlain ? row[2 + 2 * column] : nil
          }
        }
      }
      let ids = Set(expected.keys).union(stored.keys).filter { id in
        !areSame(expected[id] ?? [], stored[id] ?? [])
      }
      for id in ids.sorted() {
        problems.append(
          .init(
            line: nil,
            what: Bilingual(
              zh: "登记表 \(table) 的“\(id)”与流水不符（可用 xunjian rebuild 重建）",
              en: "register \(table), “\(id)” differs from the journal (xunjian rebuild remakes it)"
            )))
      }
    }
    return problems
  }

  private static func bytes(_ text: String) -> Data? { Data(text.utf8) }

  /// Whether the rows of one id are the same, in whatever order. They are few and their texts long: to
  /// compare them is quicker than to hash them. Bytes, for Swift takes texts for equal that look the same.
  private static func areSame(_ left: [[Data?]], _ right: [[Data?]]) -> Bool {
    left.count == right.count && left.allSatisfy(right.contains)
  }

  private static func text(_ value: DatabaseValue) -> String {
    String.fromDatabaseValue(value) ?? ""
  }
}
