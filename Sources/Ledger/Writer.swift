import Almanac
import Domain
import Foundation
import GRDB

/// Appends lines inside one transaction and keeps the registers in step.
public struct Writer {
  let database: Database
  let calendar: WorkCalendar
  let ledger: String
  let device: String
  let letter: String
  /// The key of who is at the keyboard, where it is open.
  private let key: SigningKey?
  private var sequence: Int
  private var head: Data?
  /// When the line before was recorded.
  private var latest: Moment?
  /// The time of the line before the last act, where the clock had gone back behind it.
  private(set) var behind: Moment?
  private let defersRegisters: Bool
  /// Everything folded so far, while storing the registers waits for the end.
  private(set) var pending: Fold?
  /// Numbers given out while storing the registers waits, by kind and year.
  private var counts: [String: Int] = [:]

  init(
    _ database: Database, calendar: WorkCalendar, key: SigningKey? = nil,
    defersRegisters: Bool = false
  ) throws {
    self.key = key
    self.database = database
    self.calendar = calendar
    self.defersRegisters = defersRegisters
    pending = defersRegisters ? Fold(calendar: calendar) : nil
    func meta(_ key: String) throws -> String {
      try String.fetchOne(database, sql: "SELECT value FROM meta WHERE key = ?", arguments: [key])
        ?? ""
    }
    ledger = try meta("ledger")
    device = try meta("device")
    letter = try meta("letter")
    let last = try Row.fetchOne(
      database,
      sql: "SELECT seq, hash FROM journal WHERE device = ? ORDER BY seq DESC LIMIT 1",
      arguments: [device])
    sequence = last?["seq"] ?? 0
    head = last?["hash"]
    latest = try String.fetchOne(database, sql: "SELECT at FROM journal ORDER BY n DESC LIMIT 1")
      .flatMap(Moment.init)
  }

  /// Decides one act on what is recorded so far and appends its lines.
  @discardableResult
  public mutating func act(
    _ actor: Person.ID, entered: Entered? = nil, at now: Moment,
    decide: (any Records, Situation) throws -> [Happening]
  ) throws -> [Happening] {
    let (lines, stamp) = try decided(actor, entered, now, decide)
    try append(lines, stamp: stamp)
    return lines
  }

  /// What an act leads to. The records end here, so that what they hold is not copied on writing.
  private func decided(
    _ actor: Person.ID, _ entered: Entered?, _ now: Moment,
    _ decide: (any Records, Situation) throws -> [Happening]
  ) throws -> ([Happening], Stamp) {
    let records: any Records =
      pending ?? LedgerRecords(database: database, calendar: calendar)
    let bureau = try records.bureau
    guard let person = bureau.person(actor) else {
      throw PersonError.noSuchPerson(actor.rawValue)
    }
    // What was decided on paper counts for the day written on it.
    let decided = entered?.paper ?? now.day
    if let last = person.to, decided > last { throw PersonError.left(person.name, last: last) }
    let acting = bureau.acting(person, on: decided)
    let (lines, situation) = try Situation(
      now: now, actor: acting, entered: entered, numbering: numbering(year: now.day.year)
    ).decided { try decide(records, $0) }
    return (lines, situation.stamp)
  }

  /// Appends the lines of one act and refolds each subject touched.
  mutating func append(
    _ happenings: [Happening], stamp: Stamp,
    progress: (_ done: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws {
    let act = "\(device)-\(sequence + 1)"
    var stamp = stamp
    behind = latest.flatMap { $0 > stamp.at + 60 ? $0 : nil }
    stamp.behind = behind
    stamp.act = act
    latest = stamp.at
    var ring = try keyRing(of: stamp.recorder)
    for (index, happening) in happenings.enumerated() {
      if index.isMultiple(of: 50) { try progress(index, happenings.count) }
      sequence += 1
      var stamp = stamp
      if let day = happening.day { stamp.day = day }
      let line = JournalLine(
        version: LineCode.version, ledger: ledger, device: device, sequence: sequence, act: act,
        stamp: stamp, subject: happening.subject, type: happening.event.type,
        event: happening.event)
      let text = try JSON.text(line)
      let hash = LineCode.hash(after: head, line: text)
      let signature = try signature(of: hash, for: happening, by: stamp.recorder, ring)
      try database.cachedStatement(
        sql: "INSERT INTO journal (line, hash, signature) VALUES (?, ?, ?)"
      ).execute(arguments: [text, hash, signature])
      if case .key(let event) = happening.event, happening.subject == .key(stamp.recorder) {
        ring = ring ?? KeyRing(id: stamp.recorder)
        ring?.apply(event, stamp)
      }
      head = hash
      if case .inspection(.signed(let content)) = happening.event {
        try database.cachedStatement(sql: "DELETE FROM draft WHERE occurrence = ?")
          .execute(arguments: [content.occurrence.description])
      }
      if pending != nil {
        if happening.event.begins { counts[numberKey(happening, stamp), default: 0] += 1 }
        pending?.apply(happening.subject, happening.event, stamp)
      }
    }
    guard !defersRegisters else { return }
    var touched: Set<Subject> = []
    for happening in happenings where touched.insert(happening.subject).inserted {
      try Registers.refold(happening.subject, in: database)
    }
  }

  private func keyRing(of person: Person.ID) throws -> KeyRing? {
    if let pending { return pending.keys[person] }
    return try LedgerRecords(database: database, calendar: calendar)
      .one("SELECT value FROM master WHERE id = ?", [Subject.key(person).description])
  }

  /// The signature that a line must carry; nil where nobody signs it.
  private func signature(
    of hash: Data, for happening: Happening, by recorder: Person.ID, _ ring: KeyRing?
  ) throws -> Data? {
    guard
      let due = happening.event.keyDue(on: happening.subject, by: recorder, ring: ring)
    else { return nil }
    guard let key, key.publicKey == due else {
      let name: Person? =
        try LedgerRecords(database: database, calendar: calendar)
        .one("SELECT value FROM master WHERE id = ?", [Subject.person(recorder).description])
      throw KeyError.notAtHand(name?.name ?? recorder.rawValue, due.fingerprint)
    }
    return try key.signature(of: hash)
  }

  private func numberKey(_ happening: Happening, _ stamp: Stamp) -> String {
    "\(happening.subject.kind.rawValue)/\(stamp.at.day.year)"
  }

  /// The next free numbers of a year on this device.
  private func numbering(year: Int) throws -> Numbering {
    if pending != nil {
      return Numbering(
        year: year, device: letter, hazard: (counts["hazard/\(year)"] ?? 0) + 1,
        inspection: (counts["inspection/\(year)"] ?? 0) + 1,
        notice: (counts["notice/\(year)"] ?? 0) + 1,
        document: (counts["number/\(year)"] ?? 0) + 1,
        activity: (counts["activity/\(year)"] ?? 0) + 1,
        incident: (counts["incident/\(year)"] ?? 0) + 1,
        expiry: (counts["expiry/\(year)"] ?? 0) + 1, rule: (counts["rule/\(year)"] ?? 0) + 1,
        asset: (counts["asset/\(year)"] ?? 0) + 1)
    }
    return Numbering(
      year: year, device: letter,
      hazard: try nextNumber(in: "hazard", prefix: "\(year)-\(letter)"),
      inspection: try nextNumber(
        in: "inspection", prefix: "\(Numbering.inspectionPrefix.zh)\(year)-\(letter)"),
      notice: try nextNumber(
        in: "notice", prefix: "\(Numbering.noticePrefix.zh)\(year)-\(letter)"),
      document: try nextNumber(
        in: "number", prefix: "\(Numbering.documentPrefix.zh)\(year)-\(letter)"),
      activity: try nextNumber(
        in: "activity", prefix: "\(Numbering.activityPrefix)\(year)-\(letter)"),
      incident: try nextNumber(
        in: "incident", prefix: "\(Numbering.incidentPrefix)\(year)-\(letter)"),
      expiry: try nextNumber(
        in: "expiry", prefix: "\(Numbering.expiryPrefix)\(year)-\(letter)"),
      rule: try nextNumber(in: "rule", prefix: "\(Numbering.rulePrefix)\(year)-\(letter)"),
      asset: try nextNumber(in: "asset", prefix: "\(Numbering.assetPrefix)\(year)-\(letter)"))
  }

  private func nextNumber(in table: String, prefix: String) throws -> Int {
    let highest = try Int.fetchOne(
      database,
      sql: """
        SELECT max(CAST(substr(id, ?) AS INTEGER)) FROM \(table) WHERE id >= ? AND id < ?
        """, arguments: [prefix.count + 1, prefix, prefix + ":"])
    return (highest ?? 0) + 1
  }
}

/// A person was named whom the ledger does not know.
public enum PersonError: Refusal, Hashable {
  case noSuchPerson(String)
  case ambiguous(String, [Person.ID])
  /// A person who is in office no more.
  case left(String, last: Day)

  /// Wrong data, whichever the name.
  public var kind: RefusalKind { .badData }
  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .noSuchPerson(let name):
      Bilingual(
        zh: "没有人员“\(name)”；用 person list 查看。", en: "There is no person “\(name)”; see person list.")
    case .left(let name, let last):
      Bilingual(
        zh: "\(name)已于 \(last) 离任，不能办理。",
        en: "\(name) left office on \(last) and can no longer act.")
    case .ambiguous(let name, let ids):
      Bilingual(
        zh: "“\(name)”不止一人：\(ids.map(\.rawValue).joined(separator: "、"))，请用编号。",
        en: "“\(name)” is more than one: \(ids.map(\.rawValue).joined(separator: ", ")); use an id."
      )
    }
  }
}
