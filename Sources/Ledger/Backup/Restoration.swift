import Almanac
import Domain
import Foundation
import GRDB

/// A backup that was looked at before it is put back.
public struct Restoration: Sendable {
  /// The backup's folder.
  public let folder: String
  /// Lines in its journal.
  public let events: Int
  /// Photographs that it holds, as `ab/cdef….jpg`.
  public let photographs: [String]
  /// Edited templates that it holds, by name.
  public let templates: [String]
  /// Photographs that were missing or changed when it was made.
  public let lacking: Int

  private var copy: URL {
    URL(fileURLWithPath: folder).appendingPathComponent(Backup.ledgerName)
  }

  /// Checks a backup: its manifest, then its whole ledger.
  ///
  /// - Parameter progress: Told now and then how many lines of how many are checked; what it throws ends the
  ///   check.
  /// - Throws: ``LedgerError`` where it is none, or not as it was made; or what `progress` throws.
  public init(
    folder: String, calendar: WorkCalendar,
    progress: (_ done: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws {
    self.folder = folder
    let place = URL(fileURLWithPath: folder)
    guard
      let manifest = try? String(
        contentsOf: place.appendingPathComponent(Backup.manifestName), encoding: .utf8)
    else { throw LedgerError.notABackup(path: folder) }
    var photographs: [String] = []
    var templates: [String] = []
    for line in manifest.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      let name = parts.last?.drop { $0 == " " || $0 == "*" } ?? ""
      let photograph = Self.photograph(String(name))
      let template = TemplateStore.file(inManifest: String(name))
      guard parts.count == 2, photograph ?? template != nil || !name.contains("/"), !name.isEmpty
      else {
        throw LedgerError.notABackup(path: folder)
      }
      let file = place.appendingPathComponent(String(name))
      guard (try? LedgerFile.checksum(of: file)) == parts[0] else {
        throw LedgerError.changedBackup(path: file.path)
      }
      if let photograph { photographs.append(photograph) }
      if let template { templates.append(template) }
    }
    let copy = place.appendingPathComponent(Backup.ledgerName)
    let found = try LedgerFile(path: copy.path, calendar: calendar, onlyReading: true)
      .verify(progress: progress)
    guard found.problems.isEmpty else { throw LedgerError.changedBackup(path: copy.path) }
    events = found.events
    self.photographs = photographs
    self.templates = templates
    lacking = found.photographs.count
  }

  /// The photograph that a line of a manifest names, below the folder of photographs.
  private static func photograph(_ name: String) -> String? {
    let folder = Backup.ledgerName + ".photos/"
    guard name.hasPrefix(folder) else { return nil }
    let file = String(name.dropFirst(folder.count))
    return PhotographStore.checksum(in: file) == nil ? nil : file
  }

  /// Puts the ledger where none stands, as a new device: what it writes from now on cannot be confused
  /// with what the lost one wrote after the backup.
  ///
  /// - Throws: ``LedgerError``; where a ledger stands it says what that one has and the backup lacks.
  public func put(at path: String, calendar: WorkCalendar) throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw try refusal(at: path, calendar: calendar)
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try LedgerFile.makeFolder(folder)
    let draft = path + ".new"
    LedgerFile.removeLeftovers(of: draft)
    let (here, there) = (PhotographStore(ledger: copy.path), PhotographStore(ledger: path))
    let wording = (here: TemplateStore(ledger: copy.path), there: TemplateStore(ledger: path))
    var taken: (photographs: [String], templates: [String]) = ([], [])
    do {
      for file in photographs where try there.take(file, from: here) {
        taken.photographs.append(file)
      }
      for file in templates where try wording.there.take(file, from: wording.here) {
        taken.templates.append(file)
      }
      try putLedger(at: path, draft: draft)
    } catch {
      // Another program's ledger, should one stand there by now, may name the same photographs.
      if !FileManager.default.fileExists(atPath: path) {
        there.remove(taken.photographs)
        wording.there.remove(taken.templates)
      }
      throw error
    }
  }

  private func putLedger(at path: String, draft: String) throws {
    defer { LedgerFile.removeLeftovers(of: draft) }
    do {
      try FileManager.default.copyItem(at: copy, to: URL(fileURLWithPath: draft))
      let mode = Int(Sharing(beside: path).fileMode)
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: draft)
    } catch {
      throw LedgerError.cannotCreate(path: path, reason: "\(error)")
    }
    try LedgerFile.translating(path) {
      let queue = try DatabaseQueue(path: draft)
      try queue.write { try LedgerFile.becomeNewDevice($0) }
      try queue.close()
    }
    try LedgerFile.link(draft, to: path)
  }

  private func refusal(at path: String, calendar: WorkCalendar) throws -> LedgerError {
    guard let present = try? LedgerFile(path: path, calendar: calendar, onlyReading: true),
      let theirs = try? LedgerFile(path: copy.path, calendar: calendar, onlyReading: true)
    else { return .exists(path: path) }
    let (here, there) = (try present.positions(), try theirs.positions())
    let known = Set(there.map(\.name))
    let lacking = here.filter { !known.contains($0.name) }
    let more = known.subtracting(here.map(\.name))
    return .restoringOver(
      path: path, lacking: lacking.count, since: lacking.first?.at, more: more.count)
  }
}

extension LedgerFile {
  /// A line's place in its device's chain, which names it on every machine, and when it was recorded.
  func positions() throws -> [(name: String, at: String)] {
    try reading { database in
      try Row.fetchAll(database, sql: "SELECT device, seq, hash, at FROM journal ORDER BY n").map {
        let (device, number, hash): (String, Int, Data) = ($0["device"], $0["seq"], $0["hash"])
        return ("\(device)-\(number)-\(hash.map(hexadecimal).joined())", $0["at"])
      }
    }
  }

  /// Gives a copy a device of its own and the next letter for its numbers, from B on.
  static func becomeNewDevice(_ database: Database) throws {
    let devices = try Int.fetchOne(database, sql: "SELECT count(DISTINCT device) FROM journal") ?? 1
    let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8(min(max(devices, 1), 25)))
    for (key, value) in [("device", deviceID()), ("letter", String(letter))] {
      try database.execute(
        sql: "UPDATE meta SET value = ? WHERE key = ?", arguments: [value, key])
    }
  }
}
