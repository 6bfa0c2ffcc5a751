import Almanac
import Domain
import Foundation
import Testing

@testable import Ledger
@testable import LedgerProbe

extension Office {
  /// Attaches some bytes to a hazard as the program does: the file first.
  @discardableResult
  func attach(
    _ text: String, to hazard: Hazard.ID, _ role: Photograph.Role = .before
  ) throws -> Photograph {
    let bytes = Array(text.utf8)
    let photograph = Photograph(
      role: role, checksum: try #require(PhotographStore.checksum(of: bytes)), name: "\(text).jpg",
      size: bytes.count, kind: .jpeg)
    try ledger.photographs.keep(bytes, as: photograph)
    try perform(.hazard(hazard, .photograph([photograph])), by: "wang")
    return photograph
  }
}

/// The files of photographs: once by content, whole or not at all, and held against the journal.
struct PhotographStoreTests {
  /// FIPS 180-2, appendix B.1.
  static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  @Test func aFileIsKeptOnceByItsContent() throws {
    let office = try Office()
    let (first, second) = (try office.report("a"), try office.report("b"))
    let photograph = try office.attach("abc", to: first)
    #expect(photograph.checksum.rawValue == Self.abc)
    try office.attach("abc", to: first, .after)
    try office.attach("abc", to: second)
    let store = office.ledger.photographs
    #expect(store.folder == office.path + ".photos")
    #expect(store.files() == ["ba/\(Self.abc.dropFirst(2)).jpg"])
    #expect(try String(contentsOfFile: store.path(of: photograph), encoding: .utf8) == "abc")
    #expect(try office.ledger.verify().isGood)
    #expect(
      try office.ledger.hazard(first)?.photographs.map(\.photograph.role) == [.before, .after])
  }

  @Test func onlyTheOwnerMayLook() throws {
    let office = try Office()
    let photograph = try office.attach("abc", to: office.report())
    let store = office.ledger.photographs
    for (path, mode) in [
      (store.folder, 0o700), (store.folder + "/ba", 0o700), (store.path(of: photograph), 0o600),
    ] {
      let found = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(found as? Int == mode, "\(path)")
    }
  }

  /// In a folder that a group shares, the group may look, add, and give backups the same file.
  @Test func aGroupMayLookInItsOwnFolder() throws {
    let office = try Office()
    let place = (office.path as NSString).deletingLastPathComponent
    #expect(chmod(place, 0o2770) == 0)
    let photograph = try office.attach("abc", to: office.report())
    var status = stat()
    #expect(stat(office.ledger.photographs.folder, &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o2770)
    #expect(stat(office.ledger.photographs.path(of: photograph), &status) == 0)
    #expect(status.st_mode & 0o777 == 0o660)
  }

  @Test func aFullDiskLeavesNothing() throws {
    try #require(Probe.canMount, "needs unshare and mount")
    let office = try Office()
    let store = office.ledger.photographs
    try FileManager.default.createDirectory(
      atPath: store.folder, withIntermediateDirectories: true)
    let outcome = try Probe.unshared(
      """
      mount -t tmpfs -o size=64k none \(store.folder)
      \(Probe.program) photograph \(office.path) || true
      find \(store.folder) -type f
      """)
    #expect(outcome.lines.count == 1)
    #expect(outcome.lines.first?.contains("diskFull") == true, "\(outcome.lines)")
  }

  struct Case: Sendable {
    var name: String
    var harm: @Sendable (String) throws -> Void
    var zh: String
  }

  @Test(arguments: [
    Case(name: "removed", harm: { try FileManager.default.removeItem(atPath: $0) }, zh: "不见了"),
    Case(
      name: "one bit", harm: { try Data("abb".utf8).write(to: URL(filePath: $0)) }, zh: "与附上时不符"),
    Case(
      name: "longer", harm: { try Data("abcd".utf8).write(to: URL(filePath: $0)) }, zh: "与附上时不符"),
    Case(name: "empty", harm: { try Data().write(to: URL(filePath: $0)) }, zh: "与附上时不符"),
    Case(
      name: "a link to the same content",
      harm: {
        try FileManager.default.moveItem(atPath: $0, toPath: $0 + ".moved")
        try FileManager.default.createSymbolicLink(atPath: $0, withDestinationPath: $0 + ".moved")
      }, zh: "与附上时不符"),
    Case(
      name: "a folder",
      harm: {
        try FileManager.default.removeItem(atPath: $0)
        try FileManager.default.createDirectory(
          atPath: $0, withIntermediateDirectories: false)
      }, zh: "与附上时不符"),
  ])
  func harmIsFound(_ row: Case) throws {
    let office = try Office()
    let hazard = try office.report()
    let photograph = try office.attach("abc", to: hazard)
    try office.attach("other", to: hazard)
    try row.harm(office.ledger.photographs.path(of: photograph))
    let found = try office.ledger.verify()
    #expect(!found.isGood && found.problems.isEmpty && found.photographs.count == 1, "\(row.name)")
    let problem = try #require(found.photographs.first)
    // The row of its event, the last but one.
    #expect(problem.line == found.events - 1)
    #expect(problem.what.zh.contains(row.zh), "\(problem.what.zh)")
    #expect(problem.what.zh.contains("隐患 \(hazard) 的照片“abc.jpg”"))
    #expect(problem.what.en.contains("hazard \(hazard): its photograph “abc.jpg”"))
    // Attached once more it is whole again.
    guard row.name != "a folder" else { return }
    try office.ledger.photographs.keep(Array("abc".utf8), as: photograph)
    #expect(try office.ledger.verify().isGood)
  }

  /// Another login, which may read the ledger and not its photographs.
  @Test func whoMayNotLookIsToldSo() throws {
    try #require(Probe.canChangeUser, "needs setpriv")
    let office = try Office()
    let photograph = try office.attach("abc", to: office.report())
    try office.ledger.queue.close()
    let place = (office.path as NSString).deletingLastPathComponent
    chmod(place, 0o755)
    chmod(office.path, 0o644)
    let outcome = try Probe.run(
      ["setpriv", "--reuid=65534", "--clear-groups", Probe.program, "verify", office.path])
    let path = office.ledger.photographs.path(of: photograph)
    #expect(
      outcome.lines == [
        "hazard 2026-001: its photograph “abc.jpg” cannot be read: \(path); check permissions or the disk"
      ])
  }

  @Test func whatNobodyNamesIsOnlyMentioned() throws {
    let office = try Office()
    try office.attach("abc", to: office.report())
    let stray = office.ledger.photographs.folder + "/ba/stray.jpg"
    try Data("x".utf8).write(to: URL(filePath: stray))
    let found = try office.ledger.verify()
    #expect(found.isGood)
    #expect(found.notices.count == 1 && found.notices[0].what.en.hasSuffix(stray))
  }

  @Test(arguments: [
    "ba7816", "../etc/passwd", "ba/../../etc/passwd", "ba/\(abc.dropFirst(2)).exe", "",
    "b/a\(abc.dropFirst(2)).jpg", "ba/\(abc.dropFirst(2))", "/ba/\(abc.dropFirst(2)).jpg",
  ])
  func onlyItsOwnNamesAreRead(_ file: String) {
    #expect(PhotographStore.checksum(in: file) == nil)
    #expect(PhotographStore.checksum(in: "ba/\(Self.abc.dropFirst(2)).jpg")?.rawValue == Self.abc)
  }
}
