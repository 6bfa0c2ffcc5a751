import Almanac
import Domain
import Ledger

@testable import xunjian

/// A history of the sample office, played in memory.
struct Played {
  var acts: [DatedAct] = []
  var fold: Fold
  let now: Moment
  let start: Moment

  static let present = Moment(Day(2026, 11, 24), hour: 9, minute: 30)
  /// The year and a half up to ``present``.
  static let whole = Result { try Played(now: present, language: .chinese) }

  init(
    now: Moment, language: Language, months: Int = History.usualMonths, seed: UInt64 = 61
  ) throws {
    self.now = now
    let calendar = Shipped.calendar
    let lines = try DemoLedger.setup(in: language).decide(hash: { try Publishing.hash($0) })
    start = History.start(before: now, calendar: calendar, months: months)
    fold = Fold(calendar: calendar)
    let founding = Stamp(at: start, day: start.day, actor: LedgerFile.setupActor)
    for line in lines { fold.apply(line.subject, line.event, founding) }
    var history = try History(
      lines: lines, calendar: calendar, now: now, language: language, months: months, seed: seed)
    var numbers: [String: Int] = [:]
    while let act = history.next() {
      acts.append(act)
      let written = try decided(act, numbers)
      for line in written {
        let stamp = Stamp(
          at: act.at, day: line.day ?? act.at.day, actor: act.actor, entered: act.entered)
        if line.event.begins {
          numbers["\(line.subject.kind)\(act.at.day.year)", default: 0] += 1
        }
        fold.apply(line.subject, line.event, stamp)
      }
      history.note(written, of: act)
    }
  }

  private func decided(_ act: DatedAct, _ numbers: [String: Int]) throws -> [Happening] {
    guard let actor = fold.bureau.person(act.actor) else {
      throw PersonError.noSuchPerson(act.actor.rawValue)
    }
    let year = act.at.day.year
    let numbering = Numbering(
      year: year, hazard: (numbers["hazard\(year)"] ?? 0) + 1,
      inspection: (numbers["inspection\(year)"] ?? 0) + 1,
      activity: (numbers["activity\(year)"] ?? 0) + 1,
      incident: (numbers["incident\(year)"] ?? 0) + 1,
      expiry: (numbers["expiry\(year)"] ?? 0) + 1, rule: (numbers["rule\(year)"] ?? 0) + 1,
      asset: (numbers["asset\(year)"] ?? 0) + 1)
    return try act.command.decide(
      with: fold,
      in: Situation(now: act.at, actor: actor, entered: act.entered, numbering: numbering))
  }

  /// The rounds due before the present, and how it stands with their places.
  func rounds(in window: ClosedRange<Day>) -> [Round] {
    let found = fold.inspections.values.map(Fulfilment.init)
    let book = RoundBook(
      bureau: fold.bureau,
      fulfilments: Dictionary(found.map { ($0.occurrence, $0) }) { first, _ in first },
      notes: fold.notes, drafts: [:])
    return book.rounds(in: window, on: now.day)
  }
}
