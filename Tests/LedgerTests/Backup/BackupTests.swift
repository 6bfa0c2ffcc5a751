import Almanac
import Domain
import Foundation
import GRDB
import Ledger
import Testing

@testable import LedgerProbe

/// Copies of a ledger: consistent while others write, checked before they are put back, never over
/// anything.
struct BackupTests {
  private func only(_ folder: String) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    try #require(names.count == 1)
    return folder + "/" + names[0]
  }

  @Test func aBackupIsTheLedger() throws {
    let office = try Office()
    try office.report()
    let path = try office.ledger.backUp(to: office.ledger.backupFolder, at: office.now)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        == ["SHA256SUMS", "ledger.sqlite"])
    let copy = try LedgerFile(
      path: path + "/ledger.sqlite", calendar: SmallOffice.calendar, onlyReading: true)
    #expect(try copy.verify().head == office.ledger.verify().head)
    #expect(try copy.hazards(HazardFilter()) == office.ledger.hazards(HazardFilter()))
    #expect(try FileManager.default.contentsOfDirectory(atPath: path).count == 2)
    let check = try Probe.run(["sh", "-c", "cd '\(path)' && sha256sum -c SHA256SUMS"])
    #expect(check.status == 0)
  }

  /// The daily one and one by hand may fall into one second: both are kept, neither over the other.
  @Test func theSameSecondTwiceMakesTwo() throws {
    let office = try Office()
    let first = try office.ledger.backUp(to: office.scratch.path, at: office.now)
    let sums = try Data(contentsOf: URL(filePath: first + "/SHA256SUMS"))
    try office.report()
    let second = try office.ledger.backUp(to: office.scratch.path, at: office.now + -60)
    #expect(first != second)
    #expect(try Data(contentsOf: URL(filePath: first + "/SHA256SUMS")) == sums)
    #expect(try Data(contentsOf: URL(filePath: second + "/SHA256SUMS")) != sums)
  }

  @Test func aFullDiskLeavesNoHalfBackup() throws {
    try #require(Probe.canMount, "needs unshare and mount")
    let office = try Office()
    let folder = office.ledger.backupFolder
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let outcome = try Probe.unshared(
      """
      mount -t tmpfs -o size=64k none \(folder)
      \(Probe.program) backup \(office.path) || true
      ls -A \(folder)
      """)
    #expect(outcome.lines.count == 1)
    #expect(outcome.lines.first?.contains("diskFull") == true, "\(outcome.lines)")
  }

  @Test func restoredItGoesOnAsAnotherDevice() throws {
    let office = try Office()
    try office.report()
    let backup = try Restoration(
      folder: office.ledger.backUp(to: office.scratch.path, at: office.now),
      calendar: SmallOffice.calendar)
    try office.report("after the backup")
    let path = office.scratch.path + "/again/office.xunjian"
    try backup.put(at: path, calendar: SmallOffice.calendar)
    let restored = try LedgerFile(path: path, calendar: SmallOffice.calendar)
    let lines = try restored.perform(
      .report(HazardReport(place: "301", text: "t", category: .other)), by: "wang",
      at: office.now + 60)
    #expect(lines.map(\.subject.id) == ["2026-B001"])
    #expect(try restored.verify().problems == [])
    #expect(try restored.hazards(HazardFilter()).map(\.id).sorted() == ["2026-001", "2026-B001"])
  }

  /// Nothing stands in the way but the ledger itself, and what it has that the backup lacks is counted.
  @Test func itNeverOverwrites() throws {
    let office = try Office()
    let folder = try office.ledger.backUp(to: office.scratch.path, at: office.now)
    let backup = try Restoration(folder: folder, calendar: SmallOffice.calendar)
    #expect(throws: LedgerError.restoringOver(path: office.path, lacking: 0, since: nil, more: 0)) {
      try backup.put(at: office.path, calendar: SmallOffice.calendar)
    }
    let head = try office.ledger.verify().head
    try office.report()
    let since = office.now.description
    try office.report()
    #expect(throws: LedgerError.restoringOver(path: office.path, lacking: 2, since: since, more: 0))
    {
      try backup.put(at: office.path, calendar: SmallOffice.calendar)
    }
    #expect(try office.ledger.verify().events == backup.events + 2)
    #expect(try office.ledger.verify().head != head)
    let other = office.scratch.file("letter.txt")
    try Data("precious".utf8).write(to: URL(filePath: other))
    #expect(throws: LedgerError.exists(path: other)) {
      try backup.put(at: other, calendar: SmallOffice.calendar)
    }
    #expect(try String(contentsOfFile: other, encoding: .utf8) == "precious")
  }

  /// Any byte of the copy or of its manifest.
  @Test func aChangedBackupIsRefused() throws {
    let office = try Office()
    let folder = try office.ledger.backUp(to: office.scratch.path, at: office.now)
    let ledger = URL(filePath: folder + "/ledger.sqlite")
    let whole = try Data(contentsOf: ledger)
    for place in stride(from: 100, to: whole.count, by: whole.count / 23) {
      var changed = whole
      changed[place] ^= 1
      try changed.write(to: ledger)
      #expect(throws: LedgerError.changedBackup(path: ledger.path)) {
        try Restoration(folder: folder, calendar: SmallOffice.calendar)
      }
    }
    try whole.write(to: ledger)
    _ = try Restoration(folder: folder, calendar: SmallOffice.calendar)
    try Data("nonsense".utf8).write(to: URL(filePath: folder + "/SHA256SUMS"))
    #expect(throws: LedgerError.notABackup(path: folder)) {
      try Restoration(folder: folder, calendar: SmallOffice.calendar)
    }
    #expect(throws: LedgerError.notABackup(path: "/nowhere")) {
      try Restoration(folder: "/nowhere", calendar: SmallOffice.calendar)
    }
  }

  /// A backup a day at noon for 800 days, and four on the last two: what stays was counted by hand.
  @Test func oldOnesAreThinned() throws {
    let today = Day(2026, 11, 23)
    let daily = (0..<800).map {
      Backup(ledger: "abc", made: Moment(today - $0, hour: 12, minute: 0))
    }
    let more = [9, 15].flatMap { hour in
      (0..<2).map { Backup(ledger: "abc", made: Moment(today - $0, hour: hour, minute: 0)) }
    }
    let all = daily + more
    let left = Set(all).subtracting(Backup.surplus(of: all, on: today)).map(\.made)
    // Six of the last two days, one of each of the twelve days before.
    #expect(left.count { today - $0.day < 14 } == 6 + 12)
    // Sundays from 11-08 back to 10-04, and the last days of October and September.
    let older = left.filter { (14..<56).contains(today - $0.day) }.map(\.day).sorted()
    #expect(
      older == [
        Day(2026, 9, 30), Day(2026, 10, 4), Day(2026, 10, 11), Day(2026, 10, 18), Day(2026, 10, 25),
        Day(2026, 10, 31),
        Day(2026, 11, 1), Day(2026, 11, 8),
      ])
    // Before that the last of each month: from 2024-09 to 2026-08.
    let oldest = left.filter { today - $0.day >= 56 }.map(\.day)
    #expect(oldest.count == 24)
    #expect(oldest.allSatisfy { ($0 + 1).month != $0.month })
  }

  @Test func namesAreReadBack() throws {
    let backup = Backup(ledger: "1a2b3c4d", made: Moment(Day(2026, 2, 28), second: 86_399))
    #expect(backup.name == "xunjian-1a2b3c4d-20260228-235959")
    #expect(Backup(name: backup.name) == backup)
    for name in ["", "backups", "xunjian-1a2b3c4d-20260230-000000", backup.name + ".new"] {
      #expect(Backup(name: name) == nil)
    }
  }

  /// What is left of a journal whose end was cut off is a whole chain: only another copy knows better.
  @Test func anotherCopyKnowsOfALostEnd() throws {
    let office = try Office()
    try office.report()
    try office.report("another")
    let folder = try office.ledger.backUp(to: office.ledger.backupFolder, at: office.now)
    try office.report("after the backup")
    #expect(try office.ledger.verify().problems == [])
    try office.tamper { database in
      try database.execute(
        sql: """
          DELETE FROM journal WHERE n > (SELECT max(n) - 2 FROM journal);
          UPDATE sqlite_sequence SET seq = (SELECT max(n) FROM journal) WHERE name = 'journal'
          """)
    }
    let cut = try office.again()
    try cut.rebuild()
    let found = try cut.verify()
    #expect(found.problems.map(\.what.en).filter { $0.contains("has 1 line more") }.count == 1)
    #expect(found.problems.count == 1, "\(found.problems)")
    // Written on past the cut, it is another history.
    try office.report("written on")
    let other = try office.again().verify().problems
    #expect(other.map(\.what.en).contains { $0.contains("another line than in backup") })
    // The copy may lie anywhere.
    let elsewhere = office.scratch.path + "/elsewhere"
    try FileManager.default.moveItem(atPath: office.ledger.backupFolder, toPath: elsewhere)
    #expect(try cut.verify().problems == [])
    let name = URL(filePath: folder).lastPathComponent
    let copy = "\(elsewhere)/\(name)/ledger.sqlite"
    #expect(try cut.verify(against: [copy]).problems.count == 1)
  }

  /// A line that is no JSON any more is a problem with its row, not the end of the check.
  @Test func verifyGoesOnPastWhatCannotBeRead() throws {
    let office = try Office()
    try office.report("zq wire")
    let last = try office.raw { database in
      try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      return try Int.fetchOne(database, sql: "SELECT max(n) FROM journal")
    }
    var bytes = try Data(contentsOf: URL(filePath: office.path))
    let pattern = Data("\"text\":\"zq wire".utf8)
    try #require(bytes.range(of: pattern) != nil)
    while let found = bytes.range(of: pattern) { bytes[found.lowerBound] = UInt8(ascii: "x") }
    try bytes.write(to: URL(filePath: office.path))

    let found = try office.again().verify()
    #expect(found.problems.contains { $0.line == last && $0.what.zh == "内容无法读取" })
    #expect(found.problems.contains { $0.what.en.contains("malformed JSON") })
    #expect(found.events == last)
  }

  @Test func verifyGoesOnWithoutARegister() throws {
    let office = try Office()
    try office.raw { try $0.execute(sql: "DROP TABLE hazard") }
    #expect(try office.ledger.verify().problems.contains { $0.what.zh.contains("定义“hazard”被改动") })
  }
}
