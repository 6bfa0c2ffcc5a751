import Almanac
import Domain
import Foundation
import Ledger
import Testing

@testable import LedgerProbe

/// A killed program, a full disk, rights taken away.
struct CrashTests {
  /// The writer is killed after some of its words have been read, wherever it then stands.
  @Test func killedAtAnyMoment() throws {
    let office = try Office()
    var dice = HistoryTests.Dice(state: 17)
    var hazards: Set<String> = []
    for run in 1...20 {
      let (process, output) = try Probe.start([Probe.program, "work", office.path])
      var heard = ""
      let enough = Int.random(in: 1...1500, using: &dice)
      while heard.utf8.count < enough {
        let data = output.fileHandleForReading.availableData
        if data.isEmpty { break }
        heard += String(decoding: data, as: UTF8.self)
      }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(process.terminationReason == .uncaughtSignal, "run \(run): \(heard)")
      heard += String(
        decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)

      let said = heard.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
      hazards.formUnion(said.filter { $0[0] == "hazard" }.map { $0[1] })
      let cursor = said.last { $0[0] == "draft" }.flatMap { Int($0[1]) } ?? 0
      let ledger = try office.again()
      #expect(try ledger.verify().problems == [], "run \(run)")
      #expect(try (ledger.drafts().first?.cursor ?? 0) >= cursor, "run \(run)")
      let kept = Set(try ledger.hazards(HazardFilter(states: .all)).map(\.id.rawValue))
      #expect(kept.isSuperset(of: hazards), "run \(run)")
      #expect(kept.count <= hazards.count + run)
    }
    #expect(hazards.count > 40)
  }

  @Test func aFullDisk() throws {
    try #require(Probe.canMount, "needs unshare and mount")
    let scratch = try Scratch()
    let outcome = try Probe.unshared(
      """
      mount -t tmpfs -o size=2m none \(scratch.path)
      \(Probe.program) create \(scratch.file())
      \(Probe.program) work \(scratch.file()) || true
      \(Probe.program) look \(scratch.file()) || true
      """)
    let end = outcome.lines.suffix(4)
    let path = scratch.file()
    let saved = outcome.lines.count { $0.hasPrefix("hazard 2026-") }
    #expect(saved > 10, "\(outcome.lines)")
    #expect(end.contains("error diskFull(path: \"\(path)\")"), "\(end)")
    #expect(end.contains("good true"), "\(end)")
    #expect(end.contains("hazards \(saved)"), "\(end)")
  }

  @Test func noRoomForANewLedger() throws {
    try #require(Probe.canMount, "needs unshare and mount")
    let scratch = try Scratch()
    let outcome = try Probe.unshared(
      """
      mount -t tmpfs -o size=64k none \(scratch.path)
      \(Probe.program) create \(scratch.file()) || true
      ls -A \(scratch.path)
      """)
    #expect(outcome.lines == ["error diskFull(path: \"\(scratch.file())\")"])
  }

  @Test func aReadOnlyMount() throws {
    try #require(Probe.canMount, "needs unshare and mount")
    let office = try Office()
    try office.report()
    let copy = try copy(of: office)
    let outcome = try Probe.unshared(
      """
      mount --bind \(copy.path) \(copy.path)
      mount -o remount,ro,bind \(copy.path)
      \(Probe.program) look \(copy.file()) || true
      """)
    #expect(
      outcome.lines == ["hazards 1", "good true", "error readOnly(path: \"\(copy.file())\")"])
    #expect(try copy.names() == ["office.xunjian"])
  }

  @Test func anotherUsersFile() throws {
    try #require(Probe.canChangeUser, "needs setpriv")
    let office = try Office()
    try office.report()
    let copy = try copy(of: office)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: copy.path)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: copy.file())
    let other = ["setpriv", "--reuid=65534", "--clear-groups"]
    let outcome = try Probe.run(other + [Probe.program, "look", copy.file()])
    #expect(
      outcome.lines == ["hazards 1", "good true", "error readOnly(path: \"\(copy.file())\")"])

    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: copy.file())
    let closed = try Probe.run(other + [Probe.program, "look", copy.file()])
    #expect(
      closed.lines
        == ["error forbidden(path: \"\(copy.file())\")"])
  }

  /// The ledger as it lies when no program has it open.
  private func copy(of office: Office) throws -> Scratch {
    let copy = try Scratch()
    try office.raw { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    try FileManager.default.copyItem(atPath: office.path, toPath: copy.file())
    return copy
  }
}
