import Almanac
import Domain
import Ledger
import Testing

@testable import LedgerProbe

/// Whatever is entered, changed, retired and scanned in whatever order, the registers are what the journal folds
/// to, and no weakness is open twice on one asset.
struct AssetHistoryTests {
  typealias Dice = HistoryTests.Dice

  @Test(arguments: [UInt64(31), 32, 33])
  func registers(_ seed: UInt64) throws {
    let office = try Office()
    var dice = Dice(state: seed)
    var (done, refused) = (0, 0)
    for _ in 0..<120 {
      let command = try someCommand(office, &dice)
      do {
        _ = try office.perform(command, by: dice.pick(HistoryTests.people, or: "wang"))
        done += 1
      } catch is any Refusal {
        refused += 1
      }
      if dice.next() % 4 == 0 { office.now = office.now + 86_400 }
    }
    #expect(done > 20 && refused > 5)
    #expect(try office.ledger.verify().problems == [])
    let kept = try office.registers()
    try office.ledger.rebuild()
    #expect(try office.registers() == kept)
    let book = try office.ledger.assetBook(at: office.now)
    #expect(book.assets.map(\.asset) == (try office.ledger.assets()))
    #expect(book.assets.contains { !$0.findings.isEmpty })
    for standing in book.assets {
      let names = standing.findings.map(\.report.text)
      #expect(Set(names).count == names.count, "\(names)")
    }
  }

  private func someCommand(_ office: Office, _ dice: inout Dice) throws -> Command {
    let asset = try office.ledger.assets().randomElement(using: &dice)
    let place = try office.ledger.bureau().places.randomElement(using: &dice)?.id
    switch (dice.next() % 5, asset) {
    case (1, let asset?):
      var content = asset.content
      content.system = "system \(dice.next() % 4)"
      return .asset(.act(asset.id, .edit(content)))
    case (2, let asset?) where dice.next() % 3 == 0:
      return .asset(.act(asset.id, .retire(reason: "scrapped")))
    case (3...4, let asset?):
      let reports = (0..<3).map { _ in
        WeaknessReport(
          "weakness \(dice.next() % 5)",
          Weakness(asset: asset.id, severity: dice.pick(Weakness.Severity.allCases, or: .low)))
      }
      return .asset(.reportWeaknesses(reports))
    default:
      return .asset(
        .add([.init(sort: .server, name: "asset", place: dice.next() % 6 == 0 ? nil : place)]))
    }
  }
}
