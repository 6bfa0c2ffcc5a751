import Almanac
import Domain
import Foundation
import GRDB

/// A ledger file (台账库): its journal, its registers, its drafts.
///
/// Several programs may have it open at once; each act is one transaction that decides on what it finds
/// then, so that nothing is written twice.
public final class LedgerFile {
  /// The file's path, as it was given.
  public let path: String
  /// Whether the file or its folder could not be written when it was opened.
  public private(set) var isReadOnly: Bool
  /// Whether that was for want of room: as soon as there is some it is written after all.
  private(set) var isFull = false
  private let patience: Double
  /// The time of the line before the last acts of this program, where the clock had gone back behind it.
  public private(set) var lastBehind: Moment?
  private(set) var queue: DatabaseQueue
  /// The files that were opened; empty where nothing is written.
  private(set) var place: [FileIdentity?] = []
  let calendar: WorkCalendar

  /// Opens a ledger; registers of an older form are folded anew first.
  ///
  /// - Parameters:
  ///   - calendar: The working days by which its dates are judged.
  ///   - patience: Seconds to wait while another program writes, before it counts as busy.
  ///   - onlyReading: Whether to leave the file and its folder untouched.
  ///   - progress: Told how far registers are folded anew, as in ``rebuild(progress:)``.
  /// - Throws: ``LedgerError``, or what `progress` throws.
  public init(
    path: String, calendar: WorkCalendar, patience: Double = 5, onlyReading: Bool = false,
    progress: (_ done: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws {
    self.path = path
    self.calendar = calendar
    self.patience = patience
    try Self.checkHeader(path)
    isReadOnly =
      onlyReading || !FileManager.default.isWritableFile(atPath: path)
      || !Self.canWrite(beside: path)
    do {
      queue = try Self.opened(path, isReadOnly: isReadOnly, patience: patience)
    } catch LedgerError.diskFull where !isReadOnly {
      // Not even the index of the log has room; what is saved can be read without it.
      (isReadOnly, isFull) = (true, true)
      queue = try Self.opened(path, isReadOnly: true, patience: patience)
    }
    try checkVersion()
    if !isReadOnly { place = presentPlace() }
    try renewRegisters(progress)
  }

  /// Makes a new ledger with its first lines, all or nothing.
  ///
  /// - Parameters:
  ///   - lines: What a set-up decided.
  ///   - more: Further acts to write in the same transaction: the history of a demonstration.
  ///   - progress: Told now and then how many of the first lines are written; what it throws leaves nothing.
  /// - Throws: ``LedgerError``.
  public static func create(
    path: String, calendar: WorkCalendar, lines: [Happening], at now: Moment,
    more: (inout Writer) throws -> Void = { _ in },
    progress: (_ done: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try makeFolder(folder)
    let lock = FolderLock(folder)
    defer { lock.release() }
    guard !FileManager.default.fileExists(atPath: path) else {
      throw LedgerError.exists(path: path)
    }
    let draft = path + ".new"
    removeLeftovers(of: draft)
    do {
      try translating(path) {
        try Sharing(beside: draft).makeFile(draft)
        let queue = try open(draft, isReadOnly: false, patience: 5)
        try queue.write { database in
          try begin(database)
          var writer = try Writer(database, calendar: calendar, defersRegisters: true)
          let stamp = Stamp(at: now, day: now.day, actor: LedgerFile.setupActor)
          try writer.append(lines, stamp: stamp, progress: progress)
          try more(&writer)
          try Registers.store(writer.pending ?? Registers.folded(database), in: database)
        }
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        try queue.close()
      }
      try link(draft, to: path)
      removeLeftovers(of: draft)
    } catch {
      removeLeftovers(of: draft)
      throw error
    }
  }

  /// Who makes the first lines of a ledger.
  public static let setupActor: Person.ID = "setup"

  /// Whether the file is kept with a write-ahead log, by its header (SQLite's file format, section 1.3).
  public var hasLog: Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    return (try? file.read(upToCount: 20))?.suffix(2) == Data([2, 2])
  }

  /// A number that changes when another program has written to the file.
  public func version() throws -> Int {
    try? takeRoom()
    return try reading { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
  }

  /// Opens it for writing after all, where there was no room when it was opened.
  ///
  /// - Throws: ``LedgerError/diskFull(path:)`` while there is none.
  func takeRoom() throws {
    guard isFull else { return }
    queue = try Self.opened(path, isReadOnly: false, patience: patience)
    (isReadOnly, isFull) = (false, false)
    place = presentPlace()
    try renewRegisters { _, _ in }
  }

  /// Reads in one consistent view.
  ///
  /// - Throws: ``LedgerError``.
  func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try Self.translating(path) { try queue.read(body) }
  }

  /// Runs one act: decides on what the ledger holds now and writes every line or none.
  ///
  /// - Parameters:
  ///   - key: The key of who is at the keyboard, where it is open.
  ///   - decide: Gives the lines; what it throws undoes all.
  /// - Returns: The lines written.
  /// - Throws: ``LedgerError``, `KeyError` where another key than this must sign, or what `decide` throws.
  @discardableResult
  public func act(
    _ actor: Person.ID, entered: Entered? = nil, at now: Moment, signedWith key: SigningKey? = nil,
    decide: (any Records, Situation) throws -> [Happening]
  ) throws -> [Happening] {
    try withoutActuallyEscaping(decide) {
      try acts(actor, entered: entered, at: now, signedWith: key, decisions: [$0])
    }
  }

  /// Runs several acts of one person in one transaction: each decides on what those before it wrote.
  ///
  /// - Parameters:
  ///   - key: The key of who is at the keyboard, where it is open.
  ///   - decisions: Give the lines; what one throws undoes all.
  /// - Returns: The lines written.
  /// - Throws: ``LedgerError``, `KeyError` where another key than this must sign, or what a decision throws.
  @discardableResult
  public func acts(
    _ actor: Person.ID, entered: Entered? = nil, at now: Moment, signedWith key: SigningKey? = nil,
    decisions: [(any Records, Situation) throws -> [Happening]]
  ) throws -> [Happening] {
    try writing { database in
      var writer = try Writer(database, calendar: calendar, key: key)
      let lines = try decisions.flatMap {
        try writer.act(actor, entered: entered, at: now, decide: $0)
      }
      lastBehind = writer.behind
      return lines
    }
  }
}

extension LedgerFile {
  private static func opened(
    _ path: String, isReadOnly: Bool, patience: Double
  ) throws -> DatabaseQueue {
    try translating(path) { try open(path, isReadOnly: isReadOnly, patience: patience) }
  }

  private static func open(
    _ path: String, isReadOnly: Bool, patience: Double
  ) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.readonly = isReadOnly
    configuration.prepareDatabase { database in
      guard !isReadOnly else { return }
      try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    }
    // An empty log is what a program leaves that found no room for the log's index.
    let log = try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
    let isStill = (log ?? 0) == 0
    let name = isReadOnly && isStill ? "file:\(escaped(path))?immutable=1" : path
    return try DatabaseQueue(path: name, configuration: configuration)
  }

  private static func escaped(_ path: String) -> String {
    path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
  }

  private static func begin(_ database: Database) throws {
    try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
    try database.execute(sql: "PRAGMA user_version = \(Schema.version)")
    try database.execute(sql: Schema.journal)
    for (key, value) in [
      ("ledger", UUID().uuidString.lowercased()), ("device", deviceID()), ("letter", ""),
    ] {
      try database.execute(
        sql: "INSERT INTO meta (key, value) VALUES (?, ?)", arguments: [key, value])
    }
  }

  /// Gives a finished file its name, unless another has it.
  static func link(_ draft: String, to path: String) throws {
    guard Foundation.link(draft, path) == 0 else {
      throw errno == EEXIST
        ? LedgerError.exists(path: path)
        : LedgerError.cannotCreate(path: path, reason: String(cString: strerror(errno)))
    }
  }

  static func deviceID() -> String { String(UUID().uuidString.lowercased().prefix(8)) }

  /// Makes a folder and those above it, each for its owner alone or for the group that shares the one above.
  ///
  /// - Throws: ``LedgerError/cannotCreate(path:reason:)``.
  public static func makeFolder(_ folder: String) throws {
    guard !FileManager.default.fileExists(atPath: folder) else { return }
    let above = URL(fileURLWithPath: folder).deletingLastPathComponent().path
    try makeFolder(above)
    guard Sharing(in: above).makeFolder(folder) || errno == EEXIST else {
      throw LedgerError.cannotCreate(path: folder, reason: String(cString: strerror(errno)))
    }
  }

  /// Lets the group use a file in a folder that it shares, whatever the umask of who made it.
  public static func settle(_ path: String) { Sharing(beside: path).settle(path) }

  static func removeLeftovers(of path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }

  private static func checkHeader(_ path: String) throws {
    var status = stat()
    guard stat(path, &status) == 0 else { throw notOpened(path) }
    guard let file = FileHandle(forReadingAtPath: path) else { throw notOpened(path) }
    defer { try? file.close() }
    let header = (try? file.read(upToCount: 72)) ?? Data()
    let magic = Data("SQLite format 3\0".utf8)
    guard header.count == 72, header.prefix(16) == magic,
      header[68..<72].reduce(0, { $0 << 8 | Int($1) }) == Schema.applicationID
    else { throw LedgerError.notALedger(path: path) }
  }

  /// Why a file was not opened, as the system has just said.
  private static func notOpened(_ path: String) -> LedgerError {
    switch errno {
    case ENOENT, ENOTDIR: .missing(path: path)
    case EACCES, EPERM: .forbidden(path: path)
    case let code: .inputOutput(path: path, reason: String(cString: strerror(code)))
    }
  }

  private static func canWrite(beside path: String) -> Bool {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return access(folder, W_OK) == 0
  }

  private func checkVersion() throws {
    let version = try reading { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    guard version <= Schema.version else {
      throw LedgerError.newer(path: path, version: version)
    }
    guard version >= 1 else { throw LedgerError.damaged(path: path, reason: "user_version") }
  }

  private func renewRegisters(_ progress: (Int, Int) throws -> Void) throws {
    let isCurrent = try reading { try Registers.isCurrent($0) }
    guard !isCurrent else { return }
    guard isReadOnly else { return try rebuild(progress: progress) }
    // Registers of an older form cannot be renewed where nothing may be written: a copy in memory has them.
    try Self.translating(path) {
      let copy = try DatabaseQueue()
      try queue.backup(to: copy)
      try copy.write { try Registers.rebuild($0, progress: progress) }
      queue = copy
    }
  }

  /// Folds all registers anew from the journal.
  ///
  /// - Parameter progress: Told now and then how many steps of how many are done; what it throws ends it, with
  ///   the registers as they were.
  /// - Throws: ``LedgerError``, or what `progress` throws.
  public func rebuild(
    progress: (_ done: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws {
    try writing { try Registers.rebuild($0, progress: progress) }
  }

  /// Runs a piece of work and gives what SQLite throws the ledger's own words.
  static func translating<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw LedgerError.busy(path: path)
      case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE:
        throw LedgerError.diskFull(path: path)
      case .SQLITE_FULL: throw LedgerError.diskFull(path: path)
      case .SQLITE_READONLY: throw LedgerError.readOnly(path: path)
      case .SQLITE_NOTADB: throw LedgerError.notALedger(path: path)
      case .SQLITE_CANTOPEN where !FileManager.default.fileExists(atPath: path):
        throw LedgerError.cannotCreate(path: path, reason: error.message ?? "")
      case .SQLITE_CORRUPT: throw LedgerError.damaged(path: path, reason: error.message ?? "")
      default: throw LedgerError.inputOutput(path: path, reason: error.message ?? "")
      }
    } catch let error as DecodingError {
      throw LedgerError.damaged(path: path, reason: String(describing: error))
    } catch let error as RowDecodingError {
      throw LedgerError.damaged(path: path, reason: String(describing: error))
    }
  }
}
