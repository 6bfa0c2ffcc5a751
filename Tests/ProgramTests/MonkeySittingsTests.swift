import TestSupport
import Testing

/// The program itself under keys by chance: it ends as asked, and its ledger holds.
struct MonkeySittingsTests {
  @Test func theLedgerHolds() throws {
    let office = try Office()
    let kept = try Folder()
    var sittings = MonkeySittings(
      ["zhang", "li", "huang", "liu"], ledger: office.ledger, now: "2026-11-23", in: kept.path,
      seed: 5)
    try sittings.run(600)

    #expect(sittings.troubles == [])
    #expect(sittings.most < 400 << 20, "bytes of memory")
    // The clock of a practice ledger has gone on with the sittings.
    office.now = "2026-11-23T18:00"
    let verified = try office("verify")
    #expect(verified.status == 0, "\(verified.output)\(verified.trouble)")
  }
}
