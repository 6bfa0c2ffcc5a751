import Almanac
import Domain
import Foundation
import GRDB
import Ledger
import Testing

@testable import LedgerProbe

/// Several programs on one ledger.
struct ConcurrencyTests {
  @Test func theSecondSignatureIsRefused() throws {
    let office = try Office()
    let other = try office.again()
    let first = try office.sign("301")
    let number = Inspection.ID(first[0].subject.id)
    #expect(throws: SigningError.alreadySigned(number)) {
      try other.perform(
        .sign(SmallOffice.walk("301", at: office.now, by: ["li"])), by: "li", at: office.now)
    }
    #expect(try other.inspections(in: office.now.day...office.now.day).map(\.id) == [number])
  }

  /// Four processes sign the same three rooms: three records in all, nine clear refusals.
  @Test func processesSignTheSameRooms() throws {
    let office = try Office()
    let started = try (0..<4).map { _ in try Probe.start([Probe.program, "sign", office.path]) }
    var lines: [String] = []
    for (process, output) in started {
      let data = try output.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      lines += String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }
    let signed = lines.filter { $0.hasPrefix("signed") }
    #expect(lines.count == 12 && signed.count == 3 && Set(signed).count == 3, "\(lines)")
    #expect(lines.count { $0.hasPrefix("refused alreadySigned") } == 9)
    let verification = try office.ledger.verify()
    #expect(verification.isGood && verification.events == 16 + 3)
  }

  @Test func connectionsTakeTurnsAtNumbers() throws {
    let office = try Office()
    let others = [try office.again(), try office.again(), office.ledger]
    var numbers: [String] = []
    for index in 0..<30 {
      let report = HazardReport(place: "301", text: "t", category: .other)
      let lines = try others[index % 3].perform(.report(report), by: "li", at: office.now)
      numbers += lines.map(\.subject.id)
    }
    #expect(numbers == (1...30).map { "2026-" + padded($0, 3) })
    #expect(try office.ledger.verify().isGood)
  }

  @Test func busyAfterPatienceRunsOut() throws {
    let office = try Office(patience: 0.01)
    let reader = try office.again(patience: 0.01)
    let holder = try DatabaseQueue(path: office.path)
    try holder.write { _ throws in
      #expect(throws: LedgerError.busy(path: office.path)) { try office.sign("301") }
      #expect(throws: LedgerError.busy(path: office.path)) {
        try office.ledger.save(SmallOffice.draft("301", at: office.now))
      }
      let persons = try reader.bureau().persons
      #expect(persons.count == 5)
    }
    #expect(try office.sign("301").count == 1)
    #expect(try office.ledger.verify().isGood)
  }

  @Test func whatAnotherWroteIsNoticed() throws {
    let office = try Office()
    let other = try office.again()
    let before = try other.version()
    #expect(try other.version() == before)
    try office.report()
    #expect(try other.version() != before)
    #expect(try other.hazards(HazardFilter()).count == 1)
  }
}
