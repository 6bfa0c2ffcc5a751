import Almanac
import Canvas
import Domain
import Foundation
import GRDB
import Ledger
import Screens

/// Ten thousand more open hazards in the sample bureau: what the list's keys ask of the ledger.
struct HazardListBenchmark {
  static let more = 10_000

  let path: String
  let ledger: LedgerFile
  let now: Moment
  let context: Context
  let actor: Person.ID
  let rectifier: Person.ID

  /// Adds the hazards to a ledger.
  init(adding path: String, at now: Moment) throws {
    self.path = path
    self.now = now
    ledger = try LedgerFile(path: path, calendar: WorkCalendar())
    let bureau = try ledger.bureau()
    let readings = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Resources/pinyin.txt")
    func person(_ role: Role) -> Person {
      bureau.persons.first { $0.roles.contains(role) } ?? Person(id: "", name: "", roles: [])
    }
    context = Context(
      language: .chinese, bureau: bureau, person: person(.supervisor), now: now,
      pinyin: PinyinTable(bytes: [UInt8](try Data(contentsOf: readings))))
    actor = person(.administrator).id
    rectifier = person(.rectifier).id
    let places = bureau.places.filter { $0.kind == .office || $0.kind == .archiveRoom }
    try ledger.acts(
      actor, at: now,
      decisions: (0..<Self.more).map { number in
        let place = places[number % places.count]
        let report = HazardReport(
          place: place.id, section: place.section, text: "插座面板松动，第\(number)处",
          category: .electrical)
        return { try Command.report(report).decide(with: $0, in: $1) }
      })
  }

  private func window(_ listing: HazardListing) throws -> HazardWindow {
    let search = HazardSearch(listing.words, context)
    return try ledger.window(listing, on: now.day, admits: search?.finds)
  }

  /// As many hazards as a screen's answer has, read without order, count or search: the floor.
  private func bare(_ database: DatabaseQueue) throws -> Int {
    try database.read {
      try String.fetchAll(
        $0, sql: "SELECT value FROM hazard LIMIT ?", arguments: [HazardListing.rows]
      ).map { try JSONDecoder().decode(Hazard.self, from: Data($0.utf8)).id }.count
    }
  }

  func run() throws {
    let database = try DatabaseQueue(path: path)
    let floor = try shortest(of: 20) { _ = try bare(database) }
    let open = try window(HazardListing()).total
    func line(_ what: String, _ listing: HazardListing) throws {
      let time = try shortest(of: 20) { _ = try window(listing) }
      show(what, time, over: floor, "of reading \(HazardListing.rows) hazards bare")
    }
    try line("\(open) open hazards: the top", HazardListing())
    try line("  the end", HazardListing(first: open))
    try line("  around one", HazardListing(around: "2026-5000"))
    try line("  by section", HazardListing(order: .section, first: open / 2))
    try line("  found by bgs", HazardListing(words: "bgs"))
    try line("  found by 9999", HazardListing(words: "9999"))
    let briefs = try shortest(of: 10) { _ = try ledger.openBriefs(in: .urgency) }
    show("  all of them in brief, for Today", briefs, over: floor, "of the same")
    var number = 0
    let act = try shortest(of: 10) {
      number += 1
      try ledger.act(actor, at: now) {
        try Command.hazard(
          Hazard.ID("\(now.day.year)-\(5000 + number)"),
          .assign(to: rectifier, deadline: now.day + 7)
        ).decide(with: $0, in: $1)
      }
      _ = try window(HazardListing(around: "2026-5000"))
    }
    show("  an act and the list after it", act, over: floor, "of the same")
  }
}
