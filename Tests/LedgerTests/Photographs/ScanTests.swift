import Almanac
import Domain
import Foundation
import Testing

@testable import Ledger
@testable import LedgerProbe

/// Scans of decisions on paper beside the ledger: named by the lines, checked, in backups.
struct ScanTests {
  private static let bytes = Array("%PDF-1.4 signed %%EOF".utf8)

  private func scan() throws -> Scan {
    Scan(
      checksum: try #require(PhotographStore.checksum(of: Self.bytes)), name: "D:/单 1.pdf",
      size: Self.bytes.count, kind: .pdf)
  }

  /// An office where one scan is of two acts.
  private func office() throws -> (office: Office, scan: Scan) {
    let office = try Office()
    let scan = try scan()
    try office.ledger.photographs.keep(Self.bytes, as: scan)
    let entered = Entered(by: "admin", paper: office.now.day, scan: scan)
    for text in ["pipe", "socket"] {
      let assign = HazardCommand.assign(to: "li", deadline: office.now.day + 4)
      try office.perform(.hazard(office.report(text), assign), by: "chen", entered: entered)
    }
    return (office, scan)
  }

  @Test func itIsInTheLinesAndReadBack() throws {
    let (office, scan) = try office()
    let acts = try office.ledger.enteredActs(for: "chen", isWaiting: true)
    #expect(acts.map(\.entered.scan) == [scan, scan])
    #expect(scan.name == "单 1.pdf" && scan.file.hasSuffix(".pdf"))
    #expect(office.ledger.photographs.files() == [scan.file])
    let found = try office.ledger.verify()
    #expect(found.isGood && found.notices.isEmpty)
  }

  struct Harm: Sendable {
    var word: String
    var done: @Sendable (String) throws -> Void
  }

  @Test(arguments: [
    Harm(word: "is missing") { try FileManager.default.removeItem(atPath: $0) },
    Harm(word: "is not as it was") {
      try Data("%PDF-1.4 forged %%EOF".utf8).write(to: URL(filePath: $0))
    },
  ])
  func oneThatIsHarmedIsToldOnceAtItsFirstLine(_ row: Harm) throws {
    let (office, scan) = try office()
    try row.done(office.ledger.photographs.path(of: scan))
    let found = try office.ledger.verify()
    #expect(!found.isGood && found.problems.isEmpty && found.photographs.count == 1)
    let problem = try #require(found.photographs.first)
    #expect(problem.what.en.contains("its scan “单 1.pdf” \(row.word)"))
    let act = try #require(office.ledger.enteredActs(for: "chen", isWaiting: true).last)
    #expect(problem.what.en.hasPrefix("entry \(act.id): "))
  }

  @Test func itGoesWithBackupsAndComesBack() throws {
    let (office, scan) = try office()
    let folder = try office.ledger.backUp(to: office.scratch.path, at: office.now)
    let backup = try Restoration(folder: folder, calendar: SmallOffice.calendar)
    #expect(backup.photographs == [scan.file] && backup.lacking == 0)
    let path = office.scratch.path + "/again/office.xunjian"
    try backup.put(at: path, calendar: SmallOffice.calendar)
    let restored = try LedgerFile(path: path, calendar: SmallOffice.calendar)
    #expect(try restored.verify().isGood)
    #expect(restored.photographs.state(of: scan) == .sound)
  }
}
