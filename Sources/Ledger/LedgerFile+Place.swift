import Foundation
import GRDB

/// Which file a path names, whatever it is called.
struct FileIdentity: Hashable {
  private let device: UInt64
  private let number: UInt64

  /// The file at a path; nil where there is none or its disk does not answer.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }
}

/// The file under its name: moved, replaced, removed, on a stick that was pulled out.
extension LedgerFile {
  /// The file itself, and the log of what is not in it yet (SQLite, Write-Ahead Logging).
  private static let parts = ["", "-wal"]

  /// What lies at the ledger's path now.
  func presentPlace() -> [FileIdentity?] { Self.parts.map { FileIdentity(path + $0) } }

  /// Whether the files that were opened are still the ones at the ledger's path. Where they are not, what is
  /// written would reach nobody.
  public var isInPlace: Bool { place.isEmpty || presentPlace() == place }

  /// Writes in one transaction, which counts only if the ledger is still in its place when all is written.
  ///
  /// - Throws: ``LedgerError``, or what the body throws; nothing is written then.
  func writing<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try takeRoom()
    guard !isReadOnly else { throw LedgerError.readOnly(path: path) }
    do {
      return try Self.translating(path) {
        try queue.write { database in
          let value = try body(database)
          guard isInPlace else { throw LedgerError.moved(path: path) }
          return value
        }
      }
    } catch {
      guard !isInPlace else { throw error }
      bringTogether()
      throw LedgerError.moved(path: path)
    }
  }

  /// Puts what was saved and stands only in the log into the file itself, wherever that now lies: whoever moved
  /// it may have left the log behind. Not where a log lies beside it, for then another program has it open.
  public func bringTogether() {
    guard !isInPlace, let present = presentPath,
      !FileManager.default.fileExists(atPath: present + "-wal")
    else { return }
    // Where the disk is gone there is nothing left to do.
    try? queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
  }

  /// Where the file that was opened lies now, as the kernel knows it; nil for one removed or on no disk.
  private var presentPath: String? {
    let open = "/proc/self/fd"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: open)) ?? []
    let targets = names.compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "\(open)/\($0)")
    }
    return targets.first { place.first == FileIdentity($0) }
  }
}
