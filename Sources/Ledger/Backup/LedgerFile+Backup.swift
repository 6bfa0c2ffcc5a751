import Almanac
import Crypto
import Domain
import Foundation
import GRDB

extension LedgerFile {
  /// Where backups are kept unless a folder is named: beside the ledger.
  public var backupFolder: String {
    URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent("backups").path
  }

  /// Writes a consistent copy into a folder while others work, whole or not at all, and removes old ones
  /// of this ledger there that need not be kept; see ``Backup/surplus(of:on:)``.
  ///
  /// - Parameters:
  ///   - isThorough: Whether to read the photographs of the last backup in the folder again; if not, those
  ///     of the right size count as good, so that a daily backup takes no longer each day.
  ///   - progress: Told how many pages, then how many files, of how many are copied; what it throws ends the
  ///     work, and nothing is left of it.
  /// - Returns: The copy's own folder.
  /// - Throws: ``LedgerError``, or what `progress` throws.
  @discardableResult
  public func backUp(
    to folder: String, at now: Moment, isThorough: Bool = true,
    progress: (_ done: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws -> String {
    var backup = Backup(ledger: try shortID(), made: now)
    let place = URL(fileURLWithPath: folder)
    // The daily one may have been made this very second: nothing is overwritten, the next is free.
    while FileManager.default.fileExists(atPath: place.appendingPathComponent(backup.name).path) {
      backup.made = backup.made + 1
    }
    let target = place.appendingPathComponent(backup.name)
    let draft = place.appendingPathComponent(backup.name + ".new")
    try Self.makeFolder(folder)
    try? FileManager.default.removeItem(at: draft)
    do {
      try Self.makeFolder(draft.path)
      let copy = draft.appendingPathComponent(Backup.ledgerName)
      try Self.translating(copy.path) { try self.copy(to: copy.path, progress) }
      let sharing = Sharing(in: draft.path)
      sharing.settle(copy.path)
      let sum = try Self.checksum(of: copy)
      let last = try backups(in: folder).last
      let manifest =
        try ["\(sum)  \(Backup.ledgerName)"]
        + copyPhotographs(
          beside: copy.path, from: last.map { place.appendingPathComponent($0.name).path },
          isThorough: isThorough, progress)
        + TemplateStore(ledger: copy.path).takeAll(from: TemplateStore(ledger: path))
      let list = draft.appendingPathComponent(Backup.manifestName)
      try Data(manifest.map { $0 + "\n" }.joined().utf8).write(to: list)
      sharing.settle(list.path)
      try FileManager.default.moveItem(at: draft, to: target)
    } catch {
      try? FileManager.default.removeItem(at: draft)
      throw error is LedgerError || error is CancellationError
        ? error : LedgerError.cannotCreate(path: target.path, reason: error.localizedDescription)
    }
    thin(place, on: now.day)
    return target.path
  }

  /// The backups of this ledger in a folder, oldest first; none where there is no folder.
  ///
  /// - Throws: ``LedgerError``.
  public func backups(in folder: String) throws -> [Backup] {
    let ledger = try shortID()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap(Backup.init(name:)).filter { $0.ledger == ledger }
      .sorted { $0.made < $1.made }
  }

  private func shortID() throws -> String {
    let id = try reading {
      try String.fetchOne($0, sql: "SELECT value FROM meta WHERE key = 'ledger'")
    }
    return String((id ?? "").prefix(8))
  }

  /// Copies the file by SQLite's backup interface; the copy is one file, without a log beside it.
  private func copy(
    to path: String, _ progress: (_ done: Int, _ of: Int) throws -> Void
  ) throws {
    let copy = try DatabaseQueue(path: path)
    var count = 0
    try withoutActuallyEscaping(progress) { progress in
      try queue.backup(to: copy, pagesPerStep: 256) {
        count = $0.totalPageCount
        try progress($0.completedPageCount, count)
      }
    }
    // What the last step throws is not passed on.
    try progress(count, count)
    try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    try copy.close()
  }

  /// SHA-256 of a file in lower-case hexadecimal digits.
  static func checksum(of file: URL) throws -> String {
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    var hasher = SHA256()
    while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
      hasher.update(data: piece)
    }
    return hasher.finalize().map(hexadecimal).joined()
  }

  /// Copies the photographs and scans that the ledger names, except those that are missing or changed.
  /// What the last backup in the folder has takes no further room where files can have two names.
  ///
  /// - Returns: The lines of the manifest.
  private func copyPhotographs(
    beside copy: String, from last: String?, isThorough: Bool,
    _ progress: (_ done: Int, _ of: Int) throws -> Void
  ) throws -> [String] {
    let target = PhotographStore(ledger: copy)
    let former = last.map { PhotographStore(ledger: "\($0)/\(Backup.ledgerName)") }
    let files = try namedFiles()
    return try files.enumerated().compactMap { index, kept in
      try progress(index, files.count)
      let isLinked =
        try former.map { try target.link(kept, to: $0, isThorough: isThorough) } ?? false
      if !isLinked {
        guard photographs.state(of: kept) == .sound else { return nil }
        try target.take(kept.file, from: photographs)
      }
      return "\(kept.checksum)  \(Backup.ledgerName).photos/\(kept.file)"
    }
  }

  private func thin(_ folder: URL, on today: Day) {
    for backup in Backup.surplus(of: (try? backups(in: folder.path)) ?? [], on: today) {
      try? FileManager.default.removeItem(at: folder.appendingPathComponent(backup.name))
    }
  }
}
