import Almanac
import Domain
import Foundation
import GRDB

/// One row of the journal as its bytes lie in the file.
///
/// Texts are read as bytes: SQLite's own end at a zero byte, and Swift takes some for equal that are not.
struct StoredLine {
  static let sql = """
    SELECT n, CAST(line AS BLOB), CAST(hash AS BLOB), CAST(signature AS BLOB),
      typeof(line) = 'text' AND typeof(hash) = 'blob' AND typeof(signature) IN ('null', 'blob')
    FROM journal ORDER BY n
    """

  var row: Int
  var bytes: Data
  var hash: Data
  var signature: Data?
  /// Whether each column is of the kind that it is written in.
  var isPlain: Bool

  init(_ row: Row) {
    self.row = row[0]
    bytes = row[1] ?? Data()
    hash = row[2] ?? Data()
    signature = row[3]
    isPlain = row[4] ?? false
  }
}

/// The state of a walk along the chain: each device's previous hash and sequence, and all folded so far.
struct ChainWalk {
  private(set) var count = 0
  private(set) var head: Data?
  private(set) var problems: [Verification.Problem] = []
  private(set) var isReadable = true
  private(set) var notices: [Verification.Problem] = []
  private(set) var seals: [Verification.FoundSeal] = []
  private(set) var signed = 0
  private(set) var unsigned = 0
  private(set) var ledger: String?
  private(set) var fold = Fold(calendar: WorkCalendar())
  private var row = 0
  private var heads: [String: (hash: Data, sequence: Int)] = [:]
  /// Whether all lines so far are those of the set-up.
  private var isFounding = true

  /// Takes the next line.
  ///
  /// - Returns: The line, if it can be read.
  mutating func step(_ stored: StoredLine) -> JournalLine? {
    count += 1
    if stored.row != row + 1 {
      note(stored.row, Bilingual(zh: "前面缺少记录", en: "lines before it are missing"))
    }
    row = stored.row
    head = stored.hash
    if !stored.isPlain {
      note(row, Bilingual(zh: "存放的形式不对", en: "it is not stored as it was written"))
    }
    guard let line = try? JSONDecoder().decode(JournalLine.self, from: stored.bytes) else {
      isReadable = false
      note(row, Bilingual(zh: "内容无法读取", en: "its content cannot be read"))
      return nil
    }
    checkChain(line, stored)
    checkPerson(line)
    checkSignature(line, stored)
    if let behind = line.stamp.behind { meet(line.stamp.at, behind) }
    if case .sealed(let sealed)? = line.event { meet(sealed, line, stored.hash) }
    heads[line.device] = (stored.hash, line.sequence)
    fold.apply(line)
    return line
  }

  private mutating func checkChain(_ line: JournalLine, _ stored: StoredLine) {
    let previous = heads[line.device]
    if LineCode.hash(after: previous?.hash, bytes: stored.bytes) != stored.hash {
      note(row, Bilingual(zh: "内容与校验值不符", en: "its content does not match its hash"))
    }
    if line.sequence != (previous?.sequence ?? 0) + 1 {
      note(row, Bilingual(zh: "序号不连续", en: "its sequence number does not follow"))
    }
    if line.ledger != ledger ?? line.ledger {
      note(row, Bilingual(zh: "属于另一个台账库", en: "it belongs to another ledger"))
    }
    ledger = ledger ?? line.ledger
  }

  /// Takes a clock down that had gone back.
  /// Whether one who acted in another's place was that person's deputy then.
  private mutating func checkDeputy(_ line: JournalLine) {
    guard let other = line.stamp.standsFor else { return }
    let day = line.stamp.entered?.paper ?? line.stamp.at.day
    let stood = fold.persons[line.stamp.actor]?.deputyFor ?? []
    guard !stood.contains(where: { $0.person == other && $0.contains(day) }) else { return }
    let deputy = name(line.stamp.actor)
    note(
      row,
      Bilingual(
        zh: "\(deputy)当时没有代理\(name(other))", en: "\(deputy) was no deputy of \(name(other)) then"))
  }

  private mutating func meet(_ at: Moment, _ behind: Moment) {
    let (now, before) = (at.dayAndTime, behind.dayAndTime)
    notices.append(
      .init(
        line: row,
        what: Bilingual(
          zh: "时钟倒退：记录于 \(now)，而前一条在 \(before)",
          en: "the clock had gone back: recorded at \(now), after a line of \(before)")))
  }

  /// Takes a seal down, and holds the lines that it names against those that were walked.
  private mutating func meet(_ sealed: SealedMonth, _ line: JournalLine, _ hash: Data) {
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

extension ChainWalk {
  /// Whether a line is of someone who could write it: of a person on the list, or of the set-up, which
  /// writes the first lines and none later.
  private mutating func checkPerson(_ line: JournalLine) {
    let recorder = line.stamp.recorder
    isFounding = isFounding && recorder == LedgerFile.setupActor
    if recorder == LedgerFile.setupActor {
      guard !isFounding else { return }
      note(row, Bilingual(zh: "建账之后不应再有建账的记录", en: "it claims to be of the set-up, which was over"))
    } else if fold.persons[recorder] == nil {
      note(
        row,
        Bilingual(
          zh: "记录人“\(recorder)”不在人员名单中",
          en: "it is recorded by “\(recorder)”, whom the list of persons does not have"))
    }
    checkDeputy(line)
    guard case .key(let event)? = line.event else { return }
    meet(event, line)
  }

  private mutating func meet(_ event: KeyEvent, _ line: JournalLine) {
    let recorder = line.stamp.recorder
    let isOwn = line.subject == .key(recorder)
    let owner = name(Person.ID(line.subject.id))
    switch event {
    case .offered:
      if !isOwn {
        note(
          row,
          Bilingual(zh: "密钥不是\(owner)本人提交的", en: "the key of \(owner) was offered by another"))
      }
    case .tied(let tied):
      let entitled = line.stamp.standsFor ?? recorder
      if !(fold.persons[entitled]?.may(.administer) ?? false) {
        note(
          row,
          Bilingual(
            zh: "\(owner)的密钥不是管理员登记的",
            en: "the key of \(owner) was tied by one who is no administrator"))
      }
      if isOwn, tied.replaces != nil {
        notices.append(
          .init(
            line: row,
            what: Bilingual(
              zh: "\(owner)自己登记了顶替旧密钥的新密钥（当时只有这一位管理员）",
              en: "\(owner) tied a key in the place of their own, being the only administrator")))
      }
    }
  }

  /// Holds a line's signature against the key that must have signed it.
  private mutating func checkSignature(_ line: JournalLine, _ stored: StoredLine) {
    let recorder = line.stamp.recorder
    let ring = fold.keys[recorder]
    let due =
      line.event.map { $0.keyDue(on: line.subject, by: recorder, ring: ring) } ?? ring?.inForce
    switch (due, stored.signature) {
    case (nil, nil): unsigned += 1
    case (nil, .some):
      note(
        row,
        Bilingual(
          zh: "带有签名，但\(name(recorder))当时没有登记的密钥",
          en: "it bears a signature, but \(name(recorder)) had no key then"))
    case (.some, nil):
      note(
        row,
        Bilingual(
          zh: "\(name(recorder))的签名不见了", en: "the signature of \(name(recorder)) is missing"))
    case (.some(let key), .some(let signature)):
      if key.verifies(signature, of: stored.hash) {
        signed += 1
      } else {
        note(
          row,
          Bilingual(
            zh: "签名不是\(name(recorder))的，或签名之后被改动",
            en: "the signature is not that of \(name(recorder)), or the line was changed after it"))
      }
    }
  }

  private func name(_ person: Person.ID) -> String { fold.persons[person]?.name ?? person.rawValue }
}
