import Almanac
import Domain
import Foundation
import GRDB
import Ledger
import Testing

@testable import LedgerProbe

/// What is not a ledger is not opened, what is there is not overwritten.
struct OpeningTests {
  private func open(_ path: String) throws -> LedgerFile {
    try LedgerFile(path: path, calendar: SmallOffice.calendar)
  }

  @Test func missing() throws {
    let path = try Scratch().file()
    #expect(throws: LedgerError.missing(path: path)) { try open(path) }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(arguments: ["", "just a text", String(repeating: "SQLite format 3\0", count: 400)])
  func notALedger(_ content: String) throws {
    let scratch = try Scratch()
    try Data(content.utf8).write(to: URL(filePath: scratch.file()))
    #expect(throws: LedgerError.notALedger(path: scratch.file())) { try open(scratch.file()) }
    #expect(try Data(contentsOf: URL(filePath: scratch.file())) == Data(content.utf8))
    #expect(try scratch.names() == ["office.xunjian"])
  }

  @Test func aFolderIsNoLedger() throws {
    let scratch = try Scratch()
    #expect(throws: LedgerError.notALedger(path: scratch.path)) { try open(scratch.path) }
  }

  @Test func anotherDatabase() throws {
    let scratch = try Scratch()
    let queue = try DatabaseQueue(path: scratch.file())
    try queue.write { try $0.execute(sql: "CREATE TABLE journal (line TEXT)") }
    try queue.close()
    #expect(throws: LedgerError.notALedger(path: scratch.file())) { try open(scratch.file()) }
  }

  @Test func writtenByANewerVersion() throws {
    let office = try Office()
    try office.raw { try $0.execute(sql: "PRAGMA user_version = 2; DELETE FROM hazard") }
    #expect(throws: LedgerError.newer(path: office.path, version: 2)) { try open(office.path) }
  }

  @Test func aTornFileIsDamagedAndSaidSo() throws {
    let office = try Office()
    try office.liveAWhile()
    try office.raw { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    let torn = office.scratch.file("torn")
    let bytes = try Data(contentsOf: URL(filePath: office.path))
    try bytes.prefix(100).write(to: URL(filePath: torn))
    let error = #expect(throws: LedgerError.self) { try open(torn).verify() }
    switch error {
    case .damaged, .notALedger: break
    default: Issue.record("\(String(describing: error))")
    }
  }

  @Test func anExistingFileIsNotOverwritten() throws {
    let scratch = try Scratch()
    try Data("precious".utf8).write(to: URL(filePath: scratch.file()))
    #expect(throws: LedgerError.exists(path: scratch.file())) {
      try SmallOffice.create(at: scratch.file())
    }
    #expect(try String(contentsOfFile: scratch.file(), encoding: .utf8) == "precious")
    #expect(try scratch.names() == ["office.xunjian"])
  }

  @Test func leftoversOfACreationThatWasKilledAreNoHindrance() throws {
    let scratch = try Scratch()
    for suffix in [".new", ".new-wal", ".new-shm"] {
      try Data("half".utf8).write(to: URL(filePath: scratch.file() + suffix))
    }
    try SmallOffice.create(at: scratch.file())
    #expect(try open(scratch.file()).verify().isGood)
    #expect(try scratch.names().filter { $0.contains(".new") } == [])
  }

  struct Stop: Error {}

  @Test func aCreationThatFailsLeavesNothing() throws {
    let scratch = try Scratch()
    #expect(throws: Stop.self) {
      try LedgerFile.create(
        path: scratch.file(), calendar: SmallOffice.calendar,
        lines: SmallOffice.setup.decide(hash: Publishing.hash), at: SmallOffice.founded
      ) { _ in throw Stop() }
    }
    #expect(throws: Stop.self) {
      try LedgerFile.create(
        path: scratch.file(), calendar: SmallOffice.calendar,
        lines: SmallOffice.setup.decide(hash: Publishing.hash), at: SmallOffice.founded,
        progress: { _, _ in throw Stop() })
    }
    #expect(try scratch.names() == [])
  }

  @Test func aNewFolderIsItsOwnersAlone() throws {
    let scratch = try Scratch()
    let folder = scratch.path + "/a/b"
    try SmallOffice.create(at: folder + "/office.xunjian")
    let mode = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions]
    #expect(mode as? Int == 0o700)
    #expect(try open(folder + "/office.xunjian").verify().isGood)
  }

  @Test func whereNoFolderCanBeMade() throws {
    let scratch = try Scratch()
    try Data().write(to: URL(filePath: scratch.file("file")))
    let path = scratch.file("file/office.xunjian")
    let error = #expect(throws: LedgerError.self) { try SmallOffice.create(at: path) }
    guard case .cannotCreate = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  /// The acts of a demonstration are written with the set-up: as good as one by one.
  @Test func actsInTheFirstTransaction() throws {
    let scratch = try Scratch()
    let now = Moment(Day(2026, 11, 23), hour: 9, minute: 0)
    try LedgerFile.create(
      path: scratch.file(), calendar: SmallOffice.calendar,
      lines: SmallOffice.setup.decide(hash: Publishing.hash), at: SmallOffice.founded
    ) { writer in
      var answers = SmallOffice.clean
      answers[SmallOffice.exit] = .fail(Finding(text: "blocked"))
      for room in ["301", "302"] as [Place.ID] {
        let command = Command.sign(SmallOffice.walk(room, at: now, answers))
        try writer.act("wang", at: now) { try command.decide(with: $0, in: $1) }
      }
    }
    let ledger = try open(scratch.file())
    #expect(try ledger.verify().problems == [])
    #expect(try ledger.hazards(HazardFilter()).map(\.id) == ["2026-001", "2026-002"])
    let kept = try Office.registers(of: scratch.file())
    try ledger.rebuild()
    #expect(try Office.registers(of: scratch.file()) == kept)
    let next = try ledger.perform(
      .report(HazardReport(place: "301", text: "t", category: .other)), by: "li", at: now)
    #expect(next.map(\.subject.id) == ["2026-003"])
  }
}
