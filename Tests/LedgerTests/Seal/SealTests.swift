import Almanac
import Domain
import Foundation
import GRDB
import Testing

@testable import Ledger
@testable import LedgerProbe

/// A sealed month: printed later as it was, its code tells whether this ledger printed the paper.
struct SealTests {
  static let november = Month(2026, 11)

  /// An office after November, its draft signed away.
  private func office() throws -> Office {
    let office = try Office()
    try office.liveAWhile()
    try office.ledger.discardDraft(SmallOffice.key("303"))
    office.now = Moment(Day(2026, 12, 1), hour: 9, minute: 0)
    return office
  }

  @Test func whatWasSealedStaysAsItWas() throws {
    let office = try office()
    let before = try office.ledger.summary(of: Self.november, at: office.now)
    try office.perform(.seal(Self.november), by: "chen")
    let place = Place(id: "303", name: "Renamed", kind: .office)
    try office.perform(.set(.place(place)), by: "admin")
    let record = try #require(
      try office.ledger.inspections(in: Self.november.days).first { $0.occurrence.place == "302" })
    let fail = Answer.fail(Finding(text: "blocked after all"))
    try office.perform(.correct(record.id, item: 2, to: fail, reason: "misread"), by: "wang")

    let paper = try #require(try office.ledger.seals(of: Self.november).first)
    #expect(paper.summary == before)
    #expect(paper.seal.by == "chen" && paper.seal.number == 1 && !paper.seal.isForced)
    let live = try office.ledger.summary(of: Self.november, at: office.now)
    #expect(live.figures.findings == before.figures.findings + 1)
    #expect(try office.ledger.verify().isGood)
  }

  @Test func anAmendmentLeavesTheFirst() throws {
    let office = try office()
    try office.perform(.seal(Self.november), by: "chen")
    let first = try #require(try office.ledger.seals(of: Self.november).first)
    #expect(throws: SealError.sealed(Self.november, number: 1)) {
      try office.perform(.seal(Self.november), by: "chen")
    }
    try office.perform(.seal(Self.november, reason: "a record was corrected"), by: "chen")
    let papers = try office.ledger.seals(of: Self.november)
    #expect(papers.map(\.seal.number) == [1, 2])
    #expect(papers[0].code == first.code && papers[1].code != first.code)
    #expect(try office.ledger.seals().map(\.reason) == [nil, "a record was corrected"])
    #expect(try office.ledger.verify().seals.map(\.code) == papers.map(\.code))
  }

  @Test func anOpenDraftOfTheMonthIsNamed() throws {
    let office = try office()
    try office.ledger.save(SmallOffice.draft("303", at: office.now))
    #expect(throws: SealError.openDrafts(Self.november, [SmallOffice.key("303")])) {
      try office.perform(.seal(Self.november), by: "chen")
    }
    try office.ledger.discardDraft(SmallOffice.key("303"))
    let december = Draft(
      occurrence: SmallOffice.key("303", "2026-12"), owner: "wang", started: office.now)
    try office.ledger.save(december)
    try office.perform(.seal(Self.november), by: "chen")
  }

  @Test func whatIsRecordedAfterwardsShowsInTheNextSummary() throws {
    let office = try office()
    try office.perform(.seal(Self.november), by: "chen")
    let walked = Moment(Day(2026, 11, 26), hour: 10, minute: 0)
    office.now = Moment(Day(2026, 12, 7), hour: 9, minute: 0)
    let answers = SmallOffice.clean.merging(
      [ItemKey(checklist: "room", item: "window"): .pass]) { $1 }
    var request = SmallOffice.walk("302", at: walked, answers)
    let former = try #require(
      try office.ledger.inspections(in: Self.november.days).first { $0.occurrence.place == "302" })
    try office.perform(.withdraw(former.id, reason: "walked by another"), by: "wang")
    request.occurrence = SmallOffice.key("302")
    let signed = try office.perform(.sign(request), by: "wang")
    let number = try #require(signed.first?.subject.id)

    let december = try office.ledger.summary(of: Month(2026, 12), at: office.now)
    #expect(
      december.late.map { [$0.kind.rawValue, $0.number.rawValue, "\($0.day)", "\($0.recorded)"] }
        == [
          ["withdrawal", former.id.rawValue, "2026-11-23", "2026-12-07"],
          ["inspection", number, "2026-11-26", "2026-12-07"],
        ])
    #expect(try office.ledger.summary(of: Self.november, at: office.now).late.isEmpty)
    let later = office.now + 40 * 86_400
    #expect(try office.ledger.summary(of: Month(2027, 1), at: later).late.isEmpty)
  }

  /// Done to the file by one who knows how lines are hashed; every line after a change is hashed anew.
  @Test func aLedgerForgedThroughoutHasOtherCodes() throws {
    let office = try office()
    try office.perform(.seal(Self.november), by: "chen")
    let paper = try #require(try office.ledger.seals(of: Self.november).first)
    #expect(try office.ledger.verify().seal(paper.code)?.seal == paper.seal)
    try office.forge { $0.replacing("cracked", with: "painted") }
    try office.ledger.rebuild()
    let found = try office.ledger.verify()
    #expect(found.isGood, "the chain was made anew: only the paper can tell")
    #expect(found.seal(paper.code) == nil)
  }

  @Test func whatWasChangedBeforeOrAfterASealIsToldApart() throws {
    let office = try office()
    try office.perform(.seal(Self.november), by: "chen")
    let paper = try #require(try office.ledger.seals(of: Self.november).first)
    let row = try #require(try office.ledger.verify().seals.first).line
    try office.perform(.set(.section(Section(id: "later", name: "Later"))), by: "admin")
    for (line, isSound) in [(row - 3, false), (row, false), (row + 1, true)] {
      try office.tamper { database in
        try database.execute(
          sql: """
            CREATE TABLE kept AS SELECT line, hash FROM journal WHERE n = \(line);
            UPDATE journal SET line = line || ' ' WHERE n = \(line);
            """)
      }
      let found = try office.ledger.verify()
      #expect(!found.isGood)
      let seal = found.seal(paper.code)
      #expect(seal.map(found.isSound) == isSound, "row \(line), the seal stands in \(row)")
      try office.tamper { database in
        try database.execute(
          sql: """
            UPDATE journal SET line = (SELECT line FROM kept) WHERE n = \(line); DROP TABLE kept
            """)
      }
      #expect(try office.ledger.verify().isGood)
    }
  }

  /// A restored ledger writes a chain of its own: the seal names the head of the former one too.
  @Test func aSealVouchesForTheChainsOfOtherDevices() throws {
    let office = try office()
    try office.raw { try LedgerFile.becomeNewDevice($0) }
    try office.perform(.set(.section(Section(id: "later", name: "Later"))), by: "admin")
    try office.perform(.seal(Self.november), by: "chen")
    #expect(try office.ledger.verify().isGood)
    try office.forge(onlyFirstDevice: true) { $0.replacing("cracked", with: "painted") }
    try office.ledger.rebuild()
    let found = try office.ledger.verify()
    let seal = try #require(found.seals.first)
    #expect(found.problems.map(\.line) == [seal.line])
    #expect(!found.isSound(before: seal))
  }
}

extension Office {
  /// Changes lines and hashes every line of the chains anew; on all devices the hashes that seals name
  /// too.
  func forge(onlyFirstDevice: Bool = false, _ change: (String) -> String) throws {
    try tamper { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT n, device, line, hash FROM journal ORDER BY n")
      let first: String? = rows.first?["device"]
      var heads: [String: Data] = [:]
      var anew: [String: String] = [:]
      for row in rows {
        let device: String = row["device"]
        guard !onlyFirstDevice || device == first else { continue }
        var line = change(row["line"])
        for (former, hash) in anew where line.contains("seal.made") {
          line = line.replacing(former, with: hash)
        }
        let hash = LineCode.hash(after: heads[device], line: line)
        heads[device] = hash
        let former: Data = row["hash"]
        anew[former.map(hexadecimal).joined()] = hash.map(hexadecimal).joined()
        try database.execute(
          sql: "UPDATE journal SET line = ?, hash = ? WHERE n = ?",
          arguments: [line, hash, row["n"] as Int])
      }
    }
  }
}
