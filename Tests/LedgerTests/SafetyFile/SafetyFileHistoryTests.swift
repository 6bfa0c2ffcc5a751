import Almanac
import Domain
import Ledger
import Testing

@testable import LedgerProbe

/// Whatever is entered, renewed, reviewed and retired in whatever order, the registers are what the journal
/// folds to, and every end that ever held is kept.
struct SafetyFileHistoryTests {
  typealias Dice = HistoryTests.Dice

  private static let kind = ExpiryKind(
    id: "test", name: Bilingual(zh: "检测", en: "Test"), months: 12)

  @Test(arguments: [UInt64(21), 22, 23])
  func registers(_ seed: UInt64) throws {
    let office = try Office()
    var dice = Dice(state: seed)
    var (done, refused, renewed) = (0, 0, 0)
    for _ in 0..<120 {
      let command = try someCommand(office, &dice)
      do {
        let lines = try office.perform(command, by: dice.pick(HistoryTests.people, or: "wang"))
        done += 1
        if case .expiry(.renewed)? = lines.first?.event { renewed += 1 }
      } catch is any Refusal {
        refused += 1
      }
      if dice.next() % 4 == 0 { office.now = office.now + 86_400 * 20 }
    }
    #expect(done > 20 && refused > 5 && renewed > 0)
    #expect(try office.ledger.verify().problems == [])
    let kept = try office.registers()
    try office.ledger.rebuild()
    #expect(try office.registers() == kept)
    let expiries = try office.ledger.expiries()
    #expect(expiries.reduce(0) { $0 + $1.formers.count } == renewed)
    for expiry in expiries where expiry.stands {
      let ends = expiry.terms.map(\.term.until)
      #expect(ends == ends.sorted())
    }
    for rule in try office.ledger.rules() { #expect(rule.reviewDue == nil || rule.stands) }
  }

  private func someCommand(_ office: Office, _ dice: inout Dice) throws -> Command {
    let today = office.now.day
    let expiry = try office.ledger.expiries().randomElement(using: &dice)
    let rule = try office.ledger.rules().randomElement(using: &dice)
    let end = today + Int(dice.next() % 700)
    switch (dice.next() % 9, expiry, rule) {
    case (0...1, _, _):
      let content = Expiry.Content(
        kind: "test", name: "thing", count: Int(dice.next() % 4),
        term: .init(done: today - 1, until: end))
      return .expiry(.add([ExpiryRequest(Self.kind, content)]))
    case (2, _, _):
      return .rule(.add(.init(title: "rule", issued: today - Int(dice.next() % 600))))
    case (3...4, let expiry?, _):
      let next = max(today, expiry.until - 50 + Int(dice.next() % 400))
      return .expiry(.act(expiry.id, .renew(.init(done: today, until: next))))
    case (5, let expiry?, _):
      var content = expiry.content
      content.count = Int(dice.next() % 6)
      return .expiry(.act(expiry.id, .edit(content)))
    case (6, let expiry?, _): return .expiry(.act(expiry.id, .retire(reason: "scrapped")))
    case (7, _, let rule?): return .rule(.act(rule.id, .review(.revise, on: today)))
    case (8, _, let rule?):
      return .rule(
        dice.next() % 2 == 0
          ? .act(rule.id, .revise(rule.content, on: today))
          : .act(rule.id, .repeal(on: today, reason: "merged")))
    default: return .rule(.add(.init(sort: .plan, title: "plan", issued: today)))
    }
  }
}
