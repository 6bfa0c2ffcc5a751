import Almanac
import Domain
import GRDB

/// What a decision looks up, read from the registers inside its own transaction.
struct LedgerRecords: Records {
  let database: Database
  let calendar: WorkCalendar

  var bureau: Bureau {
    get throws { try Bureau(database, calendar: calendar) }
  }

  func hazard(_ id: Hazard.ID) throws -> Hazard? {
    try one("SELECT value FROM hazard WHERE id = ?", [id.rawValue])
  }

  func openHazards(at place: Place.ID) throws -> [Hazard] {
    try all(
      """
      SELECT value FROM hazard WHERE place = ? AND open = 1 ORDER BY rank
      """, [place.rawValue])
  }

  func lastClosed(at place: Place.ID, item: ItemKey) throws -> Hazard.ID? {
    try String.fetchOne(
      database,
      sql: """
        SELECT id FROM hazard
        WHERE place = ? AND state = 'closed' AND value ->> '$.report.item.checklist' = ?
          AND value ->> '$.report.item.item' = ?
        ORDER BY value ->> '$.closed.day' DESC, id DESC LIMIT 1
        """, arguments: [place.rawValue, item.checklist.rawValue, item.item]
    ).map { Identifier($0) }
  }

  func hazards(foundBy inspection: Inspection.ID) throws -> [Hazard] {
    try all(
      "SELECT value FROM hazard WHERE inspection = ? ORDER BY rank", [inspection.rawValue])
  }

  func notice(_ id: RectificationNotice.ID) throws -> RectificationNotice? {
    try one("SELECT value FROM notice WHERE id = ?", [id.rawValue])
  }

  func openNotices() throws -> [RectificationNotice] {
    try all("SELECT value FROM notice WHERE open = 1 ORDER BY id")
  }

  func documentNumbers() throws -> [DocumentNumber] {
    try all("SELECT value FROM number ORDER BY id")
  }

  func dutyRosters() throws -> [DutyRoster] {
    try all("SELECT value FROM duty ORDER BY first, id")
  }

  func activity(_ id: Activity.ID) throws -> Activity? {
    try one("SELECT value FROM activity WHERE id = ?", [id.rawValue])
  }

  func activities() throws -> [Activity] {
    try all("SELECT value FROM activity ORDER BY id")
  }

  func incidents() throws -> [Incident] {
    try all("SELECT value FROM incident ORDER BY id")
  }

  func nilDeclarations() throws -> [NilDeclaration] {
    try all("SELECT value FROM nilReport ORDER BY id")
  }

  func expiries() throws -> [Expiry] {
    try all("SELECT value FROM expiry ORDER BY id")
  }

  func rules() throws -> [SafetyRule] {
    try all("SELECT value FROM rule ORDER BY id")
  }
  func assessment(_ id: Assessment.ID) throws -> Assessment? {
    try one("SELECT value FROM assessment WHERE id = ?", [id.rawValue])
  }

  func shortcomings() throws -> [StatedShortcoming] {
    try all("SELECT value FROM shortcoming ORDER BY id")
  }

  func vehicleBook() throws -> VehicleBook {
    try vehicleBook(in: bureau, trips: "SELECT value FROM trip ORDER BY id")
  }

  func assets() throws -> [Asset] { try all("SELECT value FROM asset ORDER BY id") }

  func goals() throws -> [Goal] { try all("SELECT value FROM goal ORDER BY id") }

  func inspection(_ id: Inspection.ID) throws -> Inspection? {
    try one("SELECT value FROM inspection WHERE id = ?", [id.rawValue])
  }

  func inspections(of round: RoundKey) throws -> [Inspection] {
    try all(
      "SELECT value FROM inspection WHERE round = ? AND standing ORDER BY id", [round.description])
  }

  func fulfilment(of occurrence: OccurrenceKey) throws -> Fulfilment? {
    try one(
      "SELECT brief FROM inspection WHERE occurrence = ? AND standing", [occurrence.description])
  }

  func checklist(_ id: Checklist.ID) throws -> ChecklistVersion? {
    try one("SELECT value FROM checklist WHERE id = ? AND present", [id.rawValue])
  }

  func lastDay(of actor: Person.ID) throws -> Day? {
    try String.fetchOne(
      database, sql: "SELECT max(at) FROM journal WHERE line ->> 'actor' = ?",
      arguments: [actor.rawValue]
    ).flatMap { Day(String($0.prefix(10))) }
  }

  func one<Value: Decodable>(
    _ sql: String, _ arguments: StatementArguments = []
  ) throws -> Value? {
    try String.fetchOne(database, sql: sql, arguments: arguments).map {
      try JSON.value(Value.self, $0)
    }
  }

  func all<Value: Decodable>(
    _ sql: String, _ arguments: StatementArguments = []
  ) throws -> [Value] {
    try JSON.values(String.fetchAll(database, sql: sql, arguments: arguments))
  }
}

extension Bureau {
  /// The office as the registers hold it.
  init(_ database: Database, calendar: WorkCalendar) throws {
    let records = LedgerRecords(database: database, calendar: calendar)
    func master<Value: Decodable>(_ kind: Subject.Kind) throws -> [Value] {
      try records.all(
        "SELECT value FROM master WHERE kind = ? ORDER BY id", [kind.rawValue])
    }
    let notices = LoadedNotice.inOrder(try master(.calendar))
    let organizations: [Organization] = try master(.organization)
    let created: [LedgerCreated] = try master(.ledger)
    let messages: [AlertMessage] = try records.all("SELECT value FROM alert ORDER BY id")
    self.init(
      organization: organizations.first ?? Organization(name: ""),
      isPractice: created.first?.isPractice ?? false, sections: try master(.section),
      persons: try master(.person), places: try master(.place), plans: try master(.plan),
      checklists: try records.all("SELECT outline FROM checklist WHERE present ORDER BY id"),
      seasons: try master(.season),
      alerts: AlertLog(messages).alerts, messages: messages,
      exemptions: try records.all("SELECT value FROM exemption ORDER BY id"),
      calendar: calendar.loading(notices), notices: notices, keys: try master(.key),
      dutyRules: (try master(.dutyRules) as [[DutyRules]]).flatMap { $0 },
      activityKinds: try master(.activityKind),
      incidentRules: (try master(.incidentRules) as [[IncidentRules]]).flatMap { $0 },
      expiryKinds: try master(.expiryKind),
      responsibilities: try master(.responsibility))
  }
}
