import Almanac
import Domain
import Foundation
import Ledger
import Testing

@testable import LedgerProbe

/// The file is taken away from under a program that has it open: said clearly, nothing written into the void, and
/// what was said to be saved still there, even where it stood only in the log.
struct MovedTests {
  struct Case: Sendable {
    var name: String
    /// What someone does to a ledger at a path.
    var harm: @Sendable (String) throws -> Void
    /// What stands behind the path of where all of it lies then; nil where something was destroyed.
    var place: String?
  }

  private static func move(_ from: String, _ to: String) throws {
    try #require(rename(from, to) == 0)
  }

  static let cases = [
    Case(name: "moved without its log", harm: { try move($0, $0 + ".moved") }, place: ".moved"),
    Case(
      name: "moved with its log",
      harm: { for part in ["", "-wal", "-shm"] { try move($0 + part, $0 + ".moved" + part) } },
      place: ".moved"),
    Case(
      name: "replaced",
      harm: { path in
        try move(path, path + ".moved")
        try Data(contentsOf: URL(filePath: path + ".moved")).write(to: URL(filePath: path))
      }, place: ".moved"),
    Case(name: "its log removed", harm: { unlink($0 + "-wal") }, place: ""),
    Case(
      name: "its log replaced",
      harm: { try Data().write(to: URL(filePath: $0 + "-wal"), options: .atomic) }),
    Case(name: "removed", harm: { unlink($0) }),
    Case(name: "removed with its log", harm: { for part in ["", "-wal"] { unlink($0 + part) } }),
  ]

  @Test(arguments: cases)
  func takenAway(_ row: Case) throws {
    let office = try Office()
    let hazard = try office.report()
    try office.ledger.save(SmallOffice.draft("302", at: office.now))
    #expect(office.ledger.isInPlace)
    try row.harm(office.path)

    #expect(!office.ledger.isInPlace, "\(row.name)")
    let moved = LedgerError.moved(path: office.path)
    #expect(throws: moved) { try office.report("too late") }
    #expect(throws: moved) {
      try office.ledger.save(SmallOffice.draft("501", at: office.now))
    }
    #expect(throws: moved) { try office.ledger.discardDraft(SmallOffice.key("302")) }
    #expect(throws: moved) { try office.ledger.rebuild() }
    guard let place = row.place else { return }
    // As another computer finds it, with the log where that went along.
    let elsewhere = try Scratch()
    for part in ["", "-wal"] {
      let from = office.path + place + part
      guard FileManager.default.fileExists(atPath: from) else { continue }
      try FileManager.default.copyItem(atPath: from, toPath: elsewhere.file() + part)
    }
    let found = try LedgerFile(path: elsewhere.file(), calendar: SmallOffice.calendar)
    #expect(try found.verify().problems == [], "\(row.name)")
    #expect(try found.hazards(HazardFilter(states: .all)).map(\.id) == [hazard], "\(row.name)")
    #expect(try found.drafts().map(\.occurrence) == [SmallOffice.key("302")], "\(row.name)")
  }

  @Test func itsFolderIsRenamed() throws {
    let office = try Office()
    let hazard = try office.report()
    let away = office.scratch.path + "-away"
    defer { try? FileManager.default.removeItem(atPath: away) }
    try Self.move(office.scratch.path, away)
    #expect(throws: LedgerError.moved(path: office.path)) { try office.report() }
    let found = try LedgerFile(path: away + "/office.xunjian", calendar: SmallOffice.calendar)
    #expect(try found.verify().problems == [])
    #expect(try found.hazards(HazardFilter()).map(\.id) == [hazard])
  }

  /// Put back, the program goes on with it.
  @Test func movedAndPutBack() throws {
    let office = try Office()
    try office.report()
    try Self.move(office.path, office.path + ".moved")
    #expect(throws: LedgerError.moved(path: office.path)) { try office.report() }
    try Self.move(office.path + ".moved", office.path)
    try office.report()
    #expect(try office.ledger.verify().problems == [])
    #expect(try office.again().hazards(HazardFilter()).count == 2)
  }

  /// Where another program has it open by then, the two do not write over one another.
  @Test func movedAndOpenedByAnother() throws {
    let office = try Office()
    try office.ledger.save(SmallOffice.draft("302", at: office.now))
    let place = office.path + ".moved"
    try Self.move(office.path, place)
    let (other, output) = try Probe.start([Probe.program, "work", place])
    var heard = ""
    while !heard.contains("hazard 2026-005") {
      heard += String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    }
    #expect(throws: LedgerError.moved(path: office.path)) { try office.report() }
    kill(other.processIdentifier, SIGKILL)
    other.waitUntilExit()
    heard += String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    let saved = heard.split(separator: "\n").count { $0.hasPrefix("hazard 2026-") }
    // By a process of its own: in this one SQLite takes the two for the same.
    let found = try Probe.run([Probe.program, "look", place]).lines
    #expect(found.dropFirst() == ["good true", "wrote"] && saved >= 5)
    // The last one may have been written and not yet said.
    #expect(["hazards \(saved)", "hazards \(saved + 1)"].contains(found.first), "\(found)")
  }

  /// The disk goes while the program writes: it stops with a message, and what it had said is on the disk.
  @Test func aStickPulledOut() throws {
    try #require(Probe.canMount, "needs unshare and mount")
    let (stick, port) = (try Scratch(), try Scratch())
    let outcome = try Probe.unshared(
      """
      mount --bind \(stick.path) \(port.path)
      \(Probe.program) create \(port.file())
      \(Probe.program) work \(port.file()) > \(stick.file("said")) &
      until grep -q 'hazard 2026-009' \(stick.file("said")); do :; done
      umount -l \(port.path)
      wait $! || true
      cat \(stick.file("said"))
      \(Probe.program) look \(stick.file())
      """)
    let saved = outcome.lines.count { $0.hasPrefix("hazard 2026-") }
    #expect(saved >= 9)
    #expect(outcome.lines.contains("error moved(path: \"\(port.file())\")"), "\(outcome.lines)")
    #expect(outcome.lines.suffix(3) == ["hazards \(saved)", "good true", "wrote"])
  }
}
