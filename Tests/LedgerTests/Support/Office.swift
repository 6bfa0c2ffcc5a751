import Almanac
import Domain
import Foundation
import GRDB
import Ledger
import Testing

@testable import LedgerProbe

/// A ledger of the small office in a folder of its own.
final class Office {
  let scratch: Scratch
  let path: String
  let ledger: LedgerFile
  var now = Moment(Day(2026, 11, 23), hour: 9, minute: 0)
  /// The keys at hand, by person.
  var keys: [Person.ID: SigningKey] = [:]

  init(patience: Double = 5) throws {
    scratch = try Scratch()
    path = scratch.file()
    try SmallOffice.create(at: path)
    ledger = try LedgerFile(path: path, calendar: SmallOffice.calendar, patience: patience)
  }

  /// Another connection to the same file.
  func again(patience: Double = 5) throws -> LedgerFile {
    try LedgerFile(path: path, calendar: SmallOffice.calendar, patience: patience)
  }

  @discardableResult
  func perform(
    _ command: Command, by actor: Person.ID, entered: Entered? = nil
  ) throws -> [Happening] {
    now = now + 60
    return try ledger.perform(
      command, by: actor, at: now, entered: entered, signedWith: keys[entered?.by ?? actor])
  }

  @discardableResult
  func sign(
    _ place: Place.ID, _ answers: [ItemKey: Answer] = SmallOffice.clean,
    by actor: Person.ID = "wang"
  ) throws -> [Happening] {
    now = now + 700
    return try ledger.perform(
      .sign(SmallOffice.walk(place, at: now, by: [actor], answers)), by: actor, at: now,
      signedWith: keys[actor])
  }

  @discardableResult
  func report(_ text: String = "loose wire") throws -> Hazard.ID {
    let report = HazardReport(place: "301", section: "finance", text: text, category: .electrical)
    return Hazard.ID(try perform(.report(report), by: "wang")[0].subject.id)
  }

  /// The file as SQLite has it, past the ledger and its rules.
  func raw<Value>(_ body: (Database) throws -> Value) throws -> Value {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.writeWithoutTransaction(body)
  }

  /// Edits the file as one does who takes the triggers away and puts them back.
  func tamper(_ body: (Database) throws -> Void) throws {
    try raw { database in
      let triggers = try Row.fetchAll(
        database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      for row in triggers {
        try database.execute(sql: "DROP TRIGGER \(row["name"] as String)")
      }
      try body(database)
      for row in triggers { try database.execute(sql: row["sql"] as String) }
    }
  }

  /// Has persons make and offer a key, and the administrator tie it.
  func giveKeys(to persons: [Person.ID], reason: String? = nil) throws {
    for person in persons {
      let key = try SigningKey()
      now = now + 60
      try ledger.perform(
        .key(.offer(key.publicKey)), by: person, at: now, signedWith: key)
      keys[person] = key
      try perform(.key(.tie(person, key.publicKey, reason: reason)), by: "admin")
    }
  }

  /// What stands in the registers, row by row.
  func registers() throws -> [String] { try Self.registers(of: path) }

  static func registers(of path: String) throws -> [String] {
    let queue = try DatabaseQueue(path: path)
    return try queue.read { database in
      try [
        "master", "checklist", "alert", "occurrence", "inspection", "hazard", "activity",
      ].flatMap { table in
        try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }
      }
    }.sorted()
  }

  /// A few of every kind of act.
  func liveAWhile() throws {
    let open = try report("cracked pipe")
    try sign(
      "301",
      [
        SmallOffice.socket: .fail(Finding(text: "loose", handling: .onTheSpot(measures: "tight"))),
        SmallOffice.exit: .fail(Finding(text: "blocked")),
        SmallOffice.warmth: .reading("9", Finding(text: "pipe again", handling: .joins(open))),
      ])
    try sign("302")
    try sign(
      "501",
      [
        SmallOffice.socket: .pass, SmallOffice.exit: .notApplicable(reason: "no-facility"),
        SmallOffice.warmth: .reading("31", Finding(text: "31 C")),
      ], by: "li")
    try workOnHazards(open)
    let round = RoundKey(plan: "monthly", period: "2026-11")
    try perform(.countersign(round, "finance", paper: nil), by: "zhao")
    try changeTheOffice()
  }

  private func workOnHazards(_ open: Hazard.ID) throws {
    let due = now.day + 4
    try perform(.hazard(open, .assign(to: "li", deadline: due)), by: "admin")
    try perform(.hazard(open, .decline(reason: "not mine")), by: "li")
    try perform(.hazard(open, .assign(to: "li", deadline: due)), by: "admin")
    try perform(.hazard(open, .transfer(to: "wang", reason: "on leave")), by: "li")
    try perform(.hazard(open, .accept), by: "wang")
    let request = Hazard.Request(deadline: due + 7, reason: "part ordered")
    try perform(.hazard(open, .requestExtension(request)), by: "wang")
    try perform(.hazard(open, .extend(to: due + 7, reason: "agreed")), by: "chen")
    try perform(.hazard(open, .submit(measures: "glued")), by: "wang")
    try perform(.hazard(open, .reject(reason: "drips", deadline: due + 9)), by: "chen")
    try perform(.hazard(open, .submit(measures: "replaced")), by: "wang")
    let paper = Entered(by: "admin", paper: now.day)
    try perform(.hazard(open, .verify(keepOpen: true)), by: "chen", entered: paper)
    try perform(.hazard(open, .close), by: "chen")
    try perform(.hazard(try report("entered twice"), .withdraw(reason: "twice")), by: "admin")
  }

  private func changeTheOffice() throws {
    let records = try ledger.inspections(in: now.day...now.day)
    let second = try #require(records.first { $0.occurrence.place == "302" })
    let third = try #require(records.first { $0.occurrence.place == "501" })
    let socket = Answer.fail(Finding(text: "loose after all"))
    try perform(.correct(second.id, item: 1, to: socket, reason: "misread"), by: "wang")
    try perform(.withdraw(third.id, reason: "wrong room"), by: "li")
    try perform(.noEntry(SmallOffice.key("501"), reason: "locked"), by: "li")
    try perform(.excuse(SmallOffice.key("501"), reason: "being rebuilt"), by: "chen")
    let alert = Alert(
      id: "t1", kind: .typhoon, colour: .blue, headline: "Typhoon", issued: now, recorded: now.day)
    try perform(.openAlert(alert), by: "admin")
    try perform(.liftAlert("t1"), by: "admin")
    let season = Season(
      id: "2027-flood", start: Day(2027, 4, 15), end: Day(2027, 10, 15), announcement: "No. 1")
    try perform(.set(.season(season)), by: "admin")
    try perform(.set(.place(Place(id: "303", name: "Room 303", kind: .office))), by: "admin")
    var longer = SmallOffice.checklist
    longer.version = 2
    longer.sections[0].items.append(
      Item(id: "window", text: SmallOffice.words("windows"), category: .theft))
    let version = ChecklistVersion(hash: try Publishing.hash(longer), content: longer)
    try perform(.set(.checklist(version)), by: "admin")
    try ledger.save(SmallOffice.draft("303", at: now))
  }
}
