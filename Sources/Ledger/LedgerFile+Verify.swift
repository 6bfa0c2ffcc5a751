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
  /// Walks the chain over the stored bytes, compares the registers with freshly folded ones, and holds
  /// the files of photographs against their checksums.
  ///
  /// - Throws: ``LedgerError``.
  public func verify() throws -> Verification {
    try reading { database in
      var walk = ChainWalk()
      var fold = Fold(calendar: WorkCalendar())
      var check = PhotographCheck()
      let rows = try Row.fetchCursor(
        database, sql: "SELECT n, CAST(line AS TEXT) AS line, hash FROM journal ORDER BY n")
      while let row = try rows.next() {
        guard let line = walk.step(row: row["n"], text: row["line"], hash: row["hash"]) else {
          continue
        }
        fold.apply(line)
        check.meet(line, row: row["n"])
      }
      let given = try Int.fetchOne(
        database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'journal'")
      walk.end(given: given ?? 0)
      var problems = walk.problems
      // Registers of another version's form are renewed when the ledger is next opened for writing.
      if walk.isReadable, try Registers.isCurrent(database) {
        problems += try Registers.differences(from: fold, in: database)
      }
      return Verification(
        events: walk.count, head: walk.head.map { $0.map(hexadecimal).joined() } ?? "",
        problems: problems, photographs: check.problems(of: fold, in: photographs),
        notices: walk.notices + check.notices(of: fold, in: photographs),
        seals: walk.seals)
    }
  }
}

/// The state of a walk along the chain: each device's previous hash and sequence.
private struct ChainWalk {
  var count = 0
  var head: Data?
  var problems: [Verification.Problem] = []
  var isReadable = true
  var notices: [Verification.Problem] = []
  var seals: [Verification.FoundSeal] = []
  private var row = 0
  private var heads: [String: (hash: Data, sequence: Int)] = [:]
  private var ledger: String?

  /// - Returns: The line, unless it cannot be read.
  mutating func step(row: Int, text: String, hash: Data) -> JournalLine? {
    count += 1
    if row != self.row + 1 {
      note(row, Bilingual(zh: "前面缺少记录", en: "lines before it are missing"))
    }
    self.row = row
    head = hash
    guard let line = try? JSON.value(JournalLine.self, text) else {
      isReadable = false
      note(row, Bilingual(zh: "内容无法读取", en: "its content cannot be read"))
      return nil
    }
    let previous = heads[line.device]
    if LineCode.hash(after: previous?.hash, line: text) != hash {
      note(row, Bilingual(zh: "内容与校验值不符", en: "its content does not match its hash"))
    }
    if line.sequence != (previous?.sequence ?? 0) + 1 {
      note(row, Bilingual(zh: "序号不连续", en: "its sequence number does not follow"))
    }
    if line.ledger != ledger ?? line.ledger {
      note(row, Bilingual(zh: "属于另一个台账库", en: "it belongs to another ledger"))
    }
    ledger = ledger ?? line.ledger
    if let behind = line.stamp.behind { meet(line.stamp.at, behind, row) }
    if case .sealed(let sealed)? = line.event { meet(sealed, line, row, hash) }
    heads[line.device] = (hash, line.sequence)
    return line
  }

  /// Takes a clock down that had gone back.
  private mutating func meet(_ at: Moment, _ behind: Moment, _ row: Int) {
    let (now, before) = (at.dayAndTime, behind.dayAndTime)
    notices.append(
      .init(
        line: row,
        what: Bilingual(
          zh: "时钟倒退：记录于 \(now)，而前一条在 \(before)",
          en: "the clock had gone back: recorded at \(now), after a line of \(before)")))
  }

  /// Takes a seal down, and holds the lines that it names against those that were walked.
  private mutating func meet(_ sealed: SealedMonth, _ line: JournalLine, _ row: Int, _ hash: Data) {
    if let code = CheckCode(hash: hash) {
      seals.append(.init(line: row, seal: Seal(sealed, line.stamp), code: code))
    }
    let isWhole = sealed.heads.allSatisfy { head in
      heads[head.device].map {
        $0.sequence == head.sequence && $0.hash.map(hexadecimal).joined() == head.hash
      } ?? false
    }
    if !isWhole {
      let month = sealed.summary.month
      note(
        row,
        Bilingual(
          zh: "\(month) 月结时的记录与现在的不符", en: "the lines before the seal of \(month) are others now"))
    }
  }

  /// - Parameter given: The number of the last line ever written, as SQLite keeps it.
  mutating func end(given: Int) {
    guard given != row else { return }
    note(row, Bilingual(zh: "后面缺少记录", en: "lines after it are missing"))
  }

  private mutating func note(_ row: Int, _ what: Bilingual) {
    problems.append(.init(line: row, what: what))
  }
}

extension Registers {
  /// Where the stored registers differ from those of a fold of the whole journal.
  static func differences(
    from fold: Fold, in database: Database
  ) throws -> [Verification.Problem] {
    let wanted = Dictionary(grouping: try rows(of: fold), by: \.table)
    var problems: [Verification.Problem] = []
    for table in Schema.registerTables {
      let expected = byID((wanted[table] ?? []).map(\.columns))
      let names = wanted[table]?.first?.columns.keys.sorted() ?? ["id"]
      let stored = byID(
        try Row.fetchAll(
          database, sql: "SELECT \(names.joined(separator: ", ")) FROM \(table)"
        ).map { row in
          Dictionary(uniqueKeysWithValues: names.map { ($0, text(row[$0])) })
        })
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

  private static func byID(_ rows: [[String: String]]) -> [String: [[String: String]]] {
    Dictionary(grouping: rows) { $0["id"] ?? "" }
  }

  /// Whether the rows of one id are the same, in whatever order. They are few and their texts long: to
  /// compare them is quicker than to hash them.
  private static func areSame(_ left: [[String: String]], _ right: [[String: String]]) -> Bool {
    left.count == right.count && left.allSatisfy(right.contains)
  }

  /// A stored value as a register row has it: text, or a whole number in digits.
  private static func text(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .string(let text): text
    case .int64(let number): String(number)
    case .null, .double, .blob: ""
    }
  }
}
