import Almanac
import Domain
import Foundation
import GRDB

@testable import Ledger
@testable import LedgerProbe

/// A small ledger with signed lines, a seal and one row at least in every register, kept as bytes: each
/// trial tampers with a copy of its own.
final class SignedLedger: Sendable {
  static let whole = Result { try SignedLedger() }

  private let scratch: Scratch
  /// The file as it is when nobody has touched it, without a write-ahead log.
  let bytes: Data
  /// The paper's code.
  let code: CheckCode
  /// All tables of it, row by row.
  let dump: [String]
  /// The photographs that it names, each once.
  let photographs: [Photograph]
  /// The folder with their files as nobody has touched them.
  private let store: String

  /// A place for one trial's copy.
  private var place: String { scratch.file("\(UUID()).xunjian") }

  init() throws {
    let office = try Office()
    try office.report("before any key")
    try office.giveKeys(to: ["admin", "chen", "wang"])
    try office.liveShortly()
    _ = try office.raw { try Row.fetchAll($0, sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    scratch = office.scratch
    store = office.ledger.photographs.folder
    photographs = try office.ledger.namedFiles().compactMap { $0 as? Photograph }
    var bytes = try Data(contentsOf: URL(filePath: office.path))
    // SQLite's file format, section 1.3: 1 for a rollback journal, 2 for a write-ahead log.
    bytes.replaceSubrange(18...19, with: [1, 1])
    self.bytes = bytes
    code = try office.ledger.seals(of: Month(2026, 11))[0].code
    dump = try Self.dump(bytes, at: scratch.file("whole.xunjian"))
  }

  /// Puts the photographs where a copy of the ledger looks for them.
  private func lend(to path: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + ".photos", withDestinationPath: store)
  }

  private func remove(_ path: String) {
    for suffix in ["", ".photos"] { try? FileManager.default.removeItem(atPath: path + suffix) }
  }

  enum Outcome: Hashable {
    case found
    /// The file is not opened, or not read to its end: the person is told that it is damaged. Or SQLite itself
    /// does not write it: two lines of one place in the chain.
    case refused
    /// Nothing is wrong, and no table holds anything else than before.
    case unchanged
    case missed
  }

  /// Lets someone edit a copy through SQLite, the triggers taken away and put back.
  func edited(_ edit: (Database) throws -> Void) throws -> Outcome {
    let path = place
    defer { remove(path) }
    try bytes.write(to: URL(filePath: path))
    try lend(to: path)
    var configuration = Configuration()
    configuration.prepareDatabase {
      try $0.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    do {
      try self.edit(queue, edit)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      return .refused
    }
    try queue.close()
    return try outcome(path)
  }

  private func edit(_ queue: DatabaseQueue, _ edit: (Database) throws -> Void) throws {
    try queue.inTransaction { database in
      let triggers = try Row.fetchAll(
        database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      for row in triggers {
        try database.execute(sql: "DROP TRIGGER \(row["name"] as String)")
      }
      try edit(database)
      for row in triggers { try database.execute(sql: row["sql"] as String) }
      return .commit
    }
  }

  /// Puts other bytes in the place of the file's own.
  func written(_ bytes: Data) throws -> Outcome {
    let path = place
    defer { remove(path) }
    try bytes.write(to: URL(filePath: path))
    try lend(to: path)
    return try outcome(path)
  }

  /// Lets someone edit the folder of photographs beside an untouched ledger.
  ///
  /// - Returns: ``Outcome/found`` only where verify blames a photograph, and nothing else.
  func photographed(_ edit: (_ folder: String) throws -> Void) throws -> Outcome {
    let path = place
    defer { remove(path) }
    try bytes.write(to: URL(filePath: path))
    try FileManager.default.copyItem(atPath: store, toPath: path + ".photos")
    try edit(path + ".photos")
    let found = try LedgerFile(path: path, calendar: SmallOffice.calendar, onlyReading: true)
      .verify()
    return !found.photographs.isEmpty && found.problems.isEmpty ? .found : .missed
  }

  private func outcome(_ path: String) throws -> Outcome {
    do {
      let ledger = try LedgerFile(
        path: path, calendar: SmallOffice.calendar, onlyReading: true)
      let found = try ledger.verify()
      if !found.isGood || found.seal(code) == nil { return .found }
    } catch is LedgerError {
      return .refused
    }
    return (try? Self.dump(path)) == dump ? .unchanged : .missed
  }

  /// Every table but the drafts', and what the file defines, as plain SQLite reads them: kinds and bytes
  /// of all columns that are stored.
  private static func dump(_ bytes: Data, at path: String) throws -> [String] {
    try bytes.write(to: URL(filePath: path))
    return try dump(path)
  }

  private static func dump(_ path: String) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(
      path: "file:\(path)?immutable=1", configuration: configuration)
    return try queue.read { database in
      let tables = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'draft'")
      let rows = try tables.sorted().flatMap { table -> [String] in
        let columns = try String.fetchAll(
          database, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table])
        let values = columns.map { "typeof(\($0)) || hex(CAST(\($0) AS BLOB))" }
        return try String.fetchAll(
          database,
          sql: "SELECT '\(table) ' || \(values.joined(separator: " || ' ' || ")) FROM \(table)")
      }
      let definitions = try String.fetchAll(
        database,
        sql: """
          SELECT hex(type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, ''))
          FROM sqlite_schema
          """)
      return rows.sorted() + definitions.sorted()
    }
  }

  /// The pages that hold the journal, its numbering or a register, and their indexes; from 0.
  func pages() throws -> (size: Int, numbers: [Int]) {
    let path = place
    defer { try? FileManager.default.removeItem(atPath: path) }
    try bytes.write(to: URL(filePath: path))
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { database in
      let size = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0
      let numbers = try Int.fetchAll(
        database,
        sql: """
          SELECT pageno FROM dbstat WHERE name NOT IN ('draft', 'meta', 'sqlite_autoindex_draft_1')
          ORDER BY pageno
          """)
      return (size, numbers.map { $0 - 1 })
    }
  }
}

extension Office {
  /// A dozen acts that leave a row in every register, a seal, and a signed line after it.
  fileprivate func liveShortly() throws {
    let open = try report("cracked pipe")
    for (text, role) in [("the pipe", Photograph.Role.before), ("the pipe, mended", .after)] {
      try attach(text, to: open, role)
    }
    try attach("a socket", to: report("a socket"))
    try sign(
      "301",
      [
        SmallOffice.socket: .fail(Finding(text: "loose", handling: .onTheSpot(measures: "tight"))),
        SmallOffice.exit: .notApplicable(reason: "no-facility", always: true),
        SmallOffice.warmth: .reading("9", Finding(text: "pipe again", handling: .joins(open))),
      ])
    try perform(.hazard(open, .assign(to: "li", deadline: now.day + 4)), by: "admin")
    let paper = Entered(by: "admin", paper: now.day)
    try perform(
      .excuse(SmallOffice.key("501"), reason: "being rebuilt"), by: "chen", entered: paper)
    let alert = Alert(
      id: "t1", kind: .typhoon, colour: .blue, headline: "Typhoon", issued: now, recorded: now.day)
    try perform(.openAlert(alert), by: "admin")
    try ledger.save(SmallOffice.draft("302", at: now))
    now = Moment(Day(2026, 12, 1), hour: 9, minute: 0)
    try perform(.seal(Month(2026, 11), reason: "a draft is left", force: true), by: "chen")
    try report("after the seal")
  }
}
