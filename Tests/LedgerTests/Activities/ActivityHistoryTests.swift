import Almanac
import Domain
import Foundation
import GRDB
import Ledger
import Testing

@testable import LedgerProbe

/// Whatever is recorded, corrected and withdrawn in whatever order, the register is what the journal folds to,
/// and its totals are what the journal's own lines add up to.
struct ActivityHistoryTests {
  typealias Dice = HistoryTests.Dice

  static let kind = ActivityKind(
    id: "visit", name: Bilingual(zh: "走访", en: "Visit"),
    fields: [
      ActivityField(id: "heads", name: Bilingual(zh: "人数", en: "Heads"), kind: .count),
      ActivityField(id: "policy", name: Bilingual(zh: "送政策", en: "Policy"), kind: .flag),
      ActivityField(
        id: "level", name: Bilingual(zh: "级别", en: "Level"), kind: .choice,
        choices: [
          .init(id: "city", name: Bilingual(zh: "市", en: "City")),
          .init(id: "district", name: Bilingual(zh: "区", en: "District")),
        ]),
    ], isCirculated: true, hasResolutions: true)
  static let other = ActivityKind(id: "case", name: Bilingual(zh: "案件", en: "Case"))

  @Test(arguments: [UInt64(11), 12, 13, 14])
  func registersAndTotals(_ seed: UInt64) throws {
    let office = try Office()
    var dice = Dice(state: seed)
    var (done, refused) = (0, 0)
    for _ in 0..<90 {
      let command = try someCommand(office, &dice)
      do {
        try office.perform(command, by: dice.pick(HistoryTests.people, or: "wang"))
        done += 1
      } catch is any Refusal {
        refused += 1
      }
      if dice.next() % 5 == 0 { office.now = office.now + 86_400 * 9 }
    }
    #expect(done > 20 && refused > 5)
    #expect(try office.ledger.verify().problems == [])
    let kept = try office.registers()
    try office.ledger.rebuild()
    #expect(try office.registers() == kept)
    for period in ["2026-11", "2026-12", "2027-01", "2026", "2027-Q1", "2027-H1", "2027"] {
      try holds(try #require(SummaryPeriod(period)), office)
    }
    let numbers = try office.ledger.activities().map(\.id.rawValue)
    for year in [2026, 2027] {
      let own = numbers.filter { $0.hasPrefix("HD\(year)-") }
      #expect(own == own.indices.map { "HD\(year)-" + padded($0 + 1, 3) })
    }
  }

  /// Counts a period anew from the text of the journal's lines, by nothing of the program.
  private func holds(_ period: SummaryPeriod, _ office: Office) throws {
    let (first, last) = (period.first.description, period.last.description)
    var entries: [String: [String: Any]] = [:]
    for text in try office.raw({
      try String.fetchAll($0, sql: "SELECT line FROM journal ORDER BY n")
    }) {
      let line =
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
      let data = line["data"] as? [String: Any] ?? [:]
      guard let subject = line["subject"] as? String else { continue }
      switch line["type"] as? String {
      case "activity.recorded": entries[subject] = data
      case "activity.corrected": entries[subject] = data["content"] as? [String: Any]
      case "activity.withdrawn": entries[subject] = nil
      default: break
      }
    }
    let inside = entries.values.filter { entry in
      guard let day = entry["day"] as? String, entry["kind"] as? String == "visit" else {
        return false
      }
      return day >= first && day <= last
    }
    func values(_ entry: [String: Any]) -> [String: Any] {
      entry["values"] as? [String: Any] ?? [:]
    }
    let heads = inside.reduce(0) { $0 + (values($1)["heads"] as? Int ?? 0) }
    let policy = inside.count { values($0)["policy"] as? Bool == true }
    let city = inside.count { values($0)["level"] as? String == "city" }
    let persons = Set(inside.flatMap { $0["persons"] as? [String] ?? [] })

    let totals = ActivityTotals(
      of: period, try office.ledger.activities(), kinds: [Self.kind, Self.other],
      bureau: try office.ledger.bureau(), today: office.now.day)
    func value(_ part: ActivityFigure.Part) -> Int {
      totals.row(ActivityFigure("visit", part))?.value ?? 0
    }
    #expect(value(.entries) == inside.count, "\(period)")
    #expect(value(.sum("heads")) == heads, "\(period)")
    #expect(value(.flag("policy")) == policy, "\(period)")
    #expect(value(.choice("level", "city")) == city, "\(period)")
    #expect(value(.persons) == persons.count, "\(period)")
  }

  private func someCommand(_ office: Office, _ dice: inout Dice) throws -> Command {
    let known = try office.ledger.activities()
    let id = dice.pick(known.map(\.id), or: "HD2026-001")
    switch dice.next() % 10 {
    case 0...4:
      let count = dice.next() % 8 == 0 ? 3 : 1
      return .recordActivities(
        (0..<count).map { _ in
          let kind = dice.next() % 5 == 0 ? Self.other : Self.kind
          return ActivityRequest(kind, content(kind, office, &dice))
        }, isImport: count > 1)
    case 5, 6:
      return .activity(id, .correct(content(Self.kind, office, &dice), reason: "r"))
    case 7: return .activity(id, .withdraw(reason: "wrong"))
    case 8: return .activity(id, .read)
    default: return .activity(id, .resolve(1 + Int(dice.next() % 2)))
    }
  }

  private func content(
    _ kind: ActivityKind, _ office: Office, _ dice: inout Dice
  ) -> Activity.Content {
    var content = Activity.Content(
      kind: kind.id, day: office.now.day - Int(dice.next() % 50) + 1,
      title: "t\(dice.next() % 20)")
    content.persons = HistoryTests.people.filter { _ in dice.next() % 3 == 0 }
    guard kind.id == "visit" else { return content }
    if dice.next() % 4 > 0 { content.values["heads"] = .count(Int(dice.next() % 30)) }
    if dice.next() % 2 == 0 { content.values["policy"] = .flag(dice.next() % 2 == 0) }
    if dice.next() % 2 == 0 {
      content.values["level"] = .words(dice.pick(["city", "district", "moon"], or: "city"))
    }
    if dice.next() % 3 == 0 {
      content.resolutions = [.init(text: "do it", owner: "li", due: content.day + 7)]
    }
    return content
  }

  /// The paper of an entry is kept beside the ledger, known to the check, and missed when it is gone.
  @Test func thePaperIsHeldAgainstItsChecksum() throws {
    let office = try Office()
    let bytes = Array("%PDF-1.4\n%%EOF\n".utf8)
    let checksum = try #require(PhotographStore.checksum(of: bytes))
    let scan = Scan(checksum: checksum, name: "通知.pdf", size: bytes.count, kind: .pdf)
    var content = Activity.Content(kind: "case", day: office.now.day, title: "t")
    content.file = scan
    try office.ledger.photographs.keep(bytes, as: scan)
    try office.perform(.recordActivities([ActivityRequest(Self.other, content)]), by: "wang")
    #expect(try office.ledger.filesBySize().count == 1)
    let sound = try office.ledger.verify()
    #expect(sound.problems == [] && sound.photographs == [] && sound.notices == [])
    try FileManager.default.removeItem(atPath: office.ledger.photographs.path(of: scan))
    let problems = try office.ledger.verify().photographs
    #expect(problems.map(\.what.en).first?.hasPrefix("activity HD2026-001: ") == true)
  }
}
