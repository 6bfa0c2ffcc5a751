import Almanac
import Domain
import Foundation
import Testing

@testable import Ledger
@testable import LedgerProbe

/// Photographs in copies of a ledger: all of them, checked, and back again.
struct PhotographBackupTests {
  private func inode(_ path: String) throws -> UInt64 {
    var status = stat()
    try #require(stat(path, &status) == 0, "\(path)")
    return UInt64(status.st_ino)
  }

  private func sums(_ folder: String) throws -> Int32 {
    try Probe.run(["sh", "-c", "cd '\(folder)' && sha256sum --quiet -c SHA256SUMS"]).status
  }

  @Test func theyGoWithTheLedgerAndComeBack() throws {
    let office = try Office()
    let hazard = try office.report()
    let photograph = try office.attach("abc", to: hazard)
    try office.attach("second", to: hazard, .after)
    let folder = try office.ledger.backUp(to: office.scratch.path, at: office.now)
    #expect(try sums(folder) == 0)
    let backup = try Restoration(folder: folder, calendar: SmallOffice.calendar)
    #expect(backup.photographs.count == 2 && backup.lacking == 0)
    let path = office.scratch.path + "/again/office.xunjian"
    try backup.put(at: path, calendar: SmallOffice.calendar)
    let restored = try LedgerFile(path: path, calendar: SmallOffice.calendar)
    #expect(try restored.verify().isGood)
    #expect(restored.photographs.state(of: photograph) == .sound)
    #expect(restored.photographs.files().count == 2)
  }

  /// A file that the last backup has takes no further room; one that went bad there is copied anew.
  @Test func theNextBackupTakesOnlyWhatIsNew() throws {
    let office = try Office()
    let hazard = try office.report()
    let photograph = try office.attach("abc", to: hazard)
    let folder = office.scratch.path
    func backUp(isThorough: Bool) throws -> String {
      try office.attach("new \(office.now)", to: hazard)
      let made = try office.ledger.backUp(to: folder, at: office.now, isThorough: isThorough)
      return PhotographStore(ledger: made + "/ledger.sqlite").path(of: photograph)
    }
    let first = try backUp(isThorough: true)
    let second = try backUp(isThorough: false)
    #expect(try inode(first) == inode(second))
    #expect(try inode(first) != inode(office.ledger.photographs.path(of: photograph)))
    try Data("abd".utf8).write(to: URL(filePath: second))
    let third = try backUp(isThorough: true)
    #expect(try inode(third) != inode(second))
    #expect(try String(contentsOfFile: third, encoding: .utf8) == "abc")
  }

  /// The ledger is backed up all the same, and what it lacks is counted when it is put back.
  @Test func oneThatIsGoneKeepsNoBackupBack() throws {
    let office = try Office()
    let hazard = try office.report()
    let gone = try office.attach("abc", to: hazard)
    let changed = try office.attach("second", to: hazard)
    let store = office.ledger.photographs
    try FileManager.default.removeItem(atPath: store.path(of: gone))
    try Data("third".utf8).write(to: URL(filePath: store.path(of: changed)))
    let folder = try office.ledger.backUp(to: office.scratch.path, at: office.now)
    let backup = try Restoration(folder: folder, calendar: SmallOffice.calendar)
    #expect(backup.photographs.isEmpty && backup.lacking == 2)
    let path = office.scratch.path + "/again/office.xunjian"
    try backup.put(at: path, calendar: SmallOffice.calendar)
    let restored = try LedgerFile(path: path, calendar: SmallOffice.calendar)
    #expect(try restored.verify().photographs.count == 2)
  }

  /// Any photograph of a backup that is not as it was made, and a manifest that points elsewhere.
  @Test func aChangedBackupIsRefused() throws {
    let office = try Office()
    let photograph = try office.attach("abc", to: office.report())
    let folder = try office.ledger.backUp(to: office.scratch.path, at: office.now)
    let file = PhotographStore(ledger: folder + "/ledger.sqlite").path(of: photograph)
    func open() throws { _ = try Restoration(folder: folder, calendar: SmallOffice.calendar) }
    try Data("abd".utf8).write(to: URL(filePath: file))
    #expect(throws: LedgerError.changedBackup(path: file)) { try open() }
    try FileManager.default.removeItem(atPath: file)
    #expect(throws: LedgerError.changedBackup(path: file)) { try open() }
    try Data("abc".utf8).write(to: URL(filePath: file))
    #expect(throws: Never.self) { try open() }
    let manifest = URL(filePath: folder + "/SHA256SUMS")
    let lines = try String(contentsOf: manifest, encoding: .utf8)
    for name in ["ledger.sqlite.photos/../../x.jpg", "other/a.jpg", "/etc/passwd"] {
      try (lines + "\(photograph.checksum)  \(name)\n").write(
        to: manifest, atomically: true, encoding: .utf8)
      #expect(throws: LedgerError.notABackup(path: folder), "\(name)") { try open() }
    }
  }

  /// Beside photographs left from a lost ledger; a wrong one among them gives way.
  @Test func oldPhotographsStay() throws {
    let office = try Office()
    let photograph = try office.attach("abc", to: office.report())
    let folder = try office.ledger.backUp(to: office.scratch.path, at: office.now)
    let path = office.scratch.path + "/again/office.xunjian"
    let store = PhotographStore(ledger: path)
    let old = store.folder + "/old.jpg"
    try FileManager.default.createDirectory(
      atPath: store.folder + "/ba", withIntermediateDirectories: true)
    try Data("old".utf8).write(to: URL(filePath: old))
    try Data("xyz".utf8).write(to: URL(filePath: store.path(of: photograph)))
    let backup = try Restoration(folder: folder, calendar: SmallOffice.calendar)
    try backup.put(at: path, calendar: SmallOffice.calendar)
    #expect(store.state(of: photograph) == .sound)
    #expect(try String(contentsOfFile: old, encoding: .utf8) == "old")
  }

  /// Refused before anything is written where a ledger stands.
  @Test func nothingIsPutBesideALedgerThatStands() throws {
    let office = try Office()
    try office.attach("abc", to: office.report())
    let folder = try office.ledger.backUp(to: office.scratch.path, at: office.now)
    let other = try Office()
    let backup = try Restoration(folder: folder, calendar: SmallOffice.calendar)
    #expect(throws: LedgerError.self) {
      try backup.put(at: other.path, calendar: SmallOffice.calendar)
    }
    #expect(!FileManager.default.fileExists(atPath: other.ledger.photographs.folder))
  }
}
