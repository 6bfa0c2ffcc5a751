import Almanac
import Domain
import Foundation
import Ledger
import TestSupport

@testable import xunjian

/// An office by chance: the sample one under strange names, with a history of its own and hazards in strange
/// words, in a ledger that is kept.
struct StrangeOffice {
  let ledger: String
  let now: Moment
  /// The reports that it can give, as words of the command line.
  private(set) var reports: [String] = []
  private var dice: TestSupport.Dice

  /// The same one for the same seed.
  init(seed: UInt64, in folder: String) throws {
    ledger = folder + "/ledger.sqlite"
    dice = TestSupport.Dice(seed: seed)
    let calendar = Shipped.calendar
    let language: Language = seed.isMultiple(of: 2) ? .chinese : .english
    now = Moment(
      Day(2025, 7, 1) + Int.random(in: 0..<500, using: &dice), hour: 16, minute: 30)
    let setup = strange(try DemoLedger.setup(in: language))
    let lines = try setup.decide(hash: { try Publishing.hash($0) })
    // In its first days a month may have had no working day to begin on.
    let months = Int.random(in: 1...2, using: &dice)
    var history = try History(
      lines: lines, calendar: calendar, now: now, language: language, months: months, seed: seed)
    let more = hazards(setup)
    var written: [Happening] = []
    try LedgerFile.create(
      path: ledger, calendar: calendar, lines: lines,
      at: History.start(before: now, calendar: calendar, months: months)
    ) { writer in
      while let act = history.next() {
        let lines = try writer.act(act.actor, entered: act.entered, at: act.at) {
          try act.command.decide(with: $0, in: $1)
        }
        history.note(lines, of: act)
        written += lines
      }
      for report in more {
        written += try writer.act("zheng", at: now) {
          try Command.report(report).decide(with: $0, in: $1)
        }
      }
    }
    reports = Self.reports(of: written, on: now.day)
    // By name, for all of a round may be walked.
    let rooms = setup.places.filter { $0.kind == .office }.map { " --place \($0.id)" }
    reports.append("blank monthly/\(now.day.month)" + rooms.joined())
  }

  private static func reports(of lines: [Happening], on day: Day) -> [String] {
    let month = "\(day.month)"
    let before = "\(day.month.previous)"
    var reports = [
      "month \(month)", "month \(before)", "quarter \(day.year)-Q1", "year \(day.year)", "register",
      "register --wide", "register --wide --paper a3 --state all", "year-plan \(day.year)",
      "completion", "listed", "decisions --for luo", "holiday \(day.year + 1)-spring-festival",
      "activities --period \(day.year)",
      "incidents --period \(day.year)", "expiries", "assets", "weaknesses", "rules",
      "fire-file --year \(day.year)", "leading-group", "responsibility-letter", "goals",
      "annual \(day.year)", "coverage", "vehicles --month \(month)",
    ]
    for line in lines.reversed() {
      let id = line.subject.id
      if line.subject.kind == .inspection, !reports.contains(where: { $0.hasPrefix("record") }) {
        reports.append("record \(id)")
      }
      if line.subject.kind == .hazard, !reports.contains(where: { $0.hasPrefix("approval") }) {
        reports += ["approval \(id)", "rectification \(id)"]
      }
      if line.subject.kind == .incident, !reports.contains(where: { $0.hasPrefix("incident ") }) {
        reports.append("incident \(id)")
      }
    }
    return reports
  }

  private mutating func strange(_ setup: Setup) -> Setup {
    var setup = setup
    lengthen(&setup.organization.name)
    for index in setup.sections.indices { lengthen(&setup.sections[index].name) }
    for index in setup.persons.indices { lengthen(&setup.persons[index].name) }
    for index in setup.places.indices { lengthen(&setup.places[index].name) }
    return setup
  }

  /// None, a few, or more than any page holds.
  private mutating func hazards(_ setup: Setup) -> [HazardReport] {
    let count = [0, 4, 4, 4, 320].randomElement(using: &dice) ?? 0
    return (0..<count).map { number in
      let place = setup.places[number % setup.places.count]
      return HazardReport(
        place: place.id, section: place.section, text: "\(number)" + text(),
        category: HazardCategory.allCases[number % HazardCategory.allCases.count])
    }
  }

  /// Adds a strange word to one name in four, as far as a name may go.
  private mutating func lengthen(_ name: inout String) {
    guard Int.random(in: 0..<4, using: &dice) == 0 else { return }
    name += Self.words.randomElement(using: &dice) ?? ""
    name = String(name.unicodeScalars.prefix(Wording.longestName))
  }

  private mutating func text() -> String {
    let word = Self.words.randomElement(using: &dice) ?? ""
    let times = [1, 1, 1, 3, 20].randomElement(using: &dice) ?? 1
    return String(String(repeating: word, count: times).unicodeScalars.prefix(900))
  }

  private static let words = [
    "（临时借用，含东侧楼梯间与配电间）", "👩👧🔥🇨🇳", "e\u{301}\u{302}", "𠮷𫝀", "ﷺ مرحبا", "=1+1", "|#*_`<b>&amp;",
    "\"；,\"", "AVeryLongWordWithoutAnyPlaceToBreakItIndeed", "①②③℃￥…—", "한국어ไทย", "\\{{name}}%d%@",
    "1234567890123456789012345678901",
  ]
}
