import Almanac
import Domain
import GRDB

/// The registers (台账): one row a subject, folded from the journal, never edited.
enum Registers {
  /// Whether the registers stand in the form of this version.
  static func isCurrent(_ database: Database) throws -> Bool {
    try String.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'registers'")
      == Schema.registers
  }

  /// Drops all registers and folds them anew: in memory first, then one row a subject.
  static func rebuild(
    _ database: Database, progress: (_ done: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws {
    let total = try Int.fetchOne(database, sql: "SELECT count(*) FROM journal") ?? 0
    let fold = try folded(database) { try progress($0, 2 * total) }
    try store(fold, in: database) { try progress(total + total * $0 / max(1, $1), 2 * total) }
  }

  /// Puts what was folded in place of all registers.
  static func store(
    _ fold: Fold, in database: Database,
    progress: (_ done: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws {
    try Schema.dropRegisters(database)
    try database.execute(sql: Schema.registers)
    for row in try rows(of: fold, progress: progress) { try row.insert(into: database) }
    try database.execute(
      sql: "INSERT OR REPLACE INTO meta (key, value) VALUES ('registers', ?)",
      arguments: [Schema.registers])
  }

  /// Saves one subject's row afresh. Commands, import and rebuild all end here.
  static func refold(_ subject: Subject, in database: Database) throws {
    let fold = try folded(database, only: subject)
    for row in try rows(of: fold) where row.subject == subject { try row.insert(into: database) }
  }

  /// The journal's lines folded in memory, all of them or one subject's.
  static func folded(
    _ database: Database, only subject: Subject? = nil,
    progress: (_ lines: Int) throws -> Void = { _ in }
  ) throws -> Fold {
    var fold = Fold(calendar: WorkCalendar())
    let texts =
      try subject.map {
        try String.fetchCursor(
          database, sql: "SELECT line FROM journal WHERE subject = ? ORDER BY n",
          arguments: [$0.description])
      } ?? String.fetchCursor(database, sql: "SELECT line FROM journal ORDER BY n")
    var count = 0
    while let text = try texts.next() {
      if count.isMultiple(of: 200) { try progress(count) }
      fold.apply(try JSON.value(JournalLine.self, text))
      count += 1
    }
    return fold
  }

  /// The rows that a fold makes, in order of table and subject.
  ///
  /// - Parameter progress: Told now and then how many of about how many are made; what it throws ends it.
  static func rows(
    of fold: Fold, progress: (_ done: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws -> [RegisterRow] {
    var rows: [RegisterRow] = []
    let most = fold.notes.count + fold.inspections.count + fold.hazards.count
    func add(_ table: String, _ subject: Subject, _ columns: [String: String]) throws {
      rows.append(RegisterRow(table: table, subject: subject, columns: columns))
      if rows.count.isMultiple(of: 50) { try progress(min(rows.count, most), most) }
    }
    func master(_ subject: Subject, _ value: some Encodable) throws {
      try add(
        "master", subject,
        ["id": subject.description, "kind": subject.kind.rawValue, "value": try JSON.text(value)])
    }
    // A subject in the table of its kind, by the name it has there.
    func keep(
      _ subject: Subject, _ value: some Encodable, _ columns: [String: String] = [:]
    ) throws {
      let row = ["id": subject.id, "value": try JSON.text(value)].merging(columns) { $1 }
      try add(subject.kind.rawValue, subject, row)
    }
    if !fold.organization.name.isEmpty {
      try master(.organization, fold.organization)
      try master(.ledger, LedgerCreated(isPractice: fold.isPractice))
    }
    for section in fold.sections.values { try master(.section(section.id), section) }
    for person in fold.persons.values { try master(.person(person.id), person) }
    for place in fold.places.values { try master(.place(place.id), place) }
    for plan in fold.plans.values { try master(.plan(plan.id), plan) }
    for season in fold.seasons.values { try master(.season(season.id), season) }
    for (year, notices) in fold.notices { try master(.calendar(year), notices) }
    for (month, seals) in fold.seals { try master(.seal(month), seals) }
    if !fold.dutyRules.isEmpty { try master(.dutyRules, fold.dutyRules) }
    for kind in fold.activityKinds.values { try master(.activityKind(kind.id), kind) }
    for kind in fold.expiryKinds.values { try master(.expiryKind(kind.id), kind) }
    if !fold.incidentRules.isEmpty { try master(.incidentRules, fold.incidentRules) }
    for post in fold.responsibilities.values { try master(.responsibility(post.post), post) }
    for ring in fold.keys.values { try master(.key(ring.id), ring) }
    for (id, versions) in fold.checklists {
      for (index, version) in versions.enumerated() {
        try add(
          "checklist", .checklist(id),
          [
            "id": id.rawValue, "hash": version.hash, "value": try JSON.text(version),
            "outline": try JSON.text(ChecklistOutline(version.content, to: version.to)),
            "present": flag(index == versions.count - 1),
          ])
      }
    }
    for alert in fold.alerts.values { try keep(.alert(alert.id), alert) }
    for (key, note) in fold.notes { try keep(.occurrence(key), note) }
    for exemption in fold.exemptions.values { try keep(.exemption(exemption.id), exemption) }
    for notice in fold.rectificationNotices.values {
      try keep(.notice(notice.id), notice, ["open": flag(notice.isOpen)])
    }
    for number in fold.numbers.values { try keep(.number(number.id), number) }
    for roster in fold.rosters.values {
      let (first, last) = (roster.content.first.description, roster.content.last.description)
      try keep(.duty(roster.id), roster, ["first": first, "last": last])
    }
    for activity in fold.register.values {
      let day = activity.content.day.description
      try keep(
        .activity(activity.id), activity, ["day": day, "open": flag(!activity.open.isEmpty)])
    }
    for incident in fold.incidentsByID.values {
      let at = incident.content.at.description
      try keep(
        .incident(incident.id), incident, ["at": at, "open": flag(incident.state == .open)])
    }
    for goal in fold.goalsByID.values {
      let isOpen = goal.done == nil && goal.withdrawn == nil
      try keep(
        .goal(goal.id), goal, ["due": goal.content.due.description, "open": flag(isOpen)])
    }
    for assessment in fold.assessments.values {
      try keep(.assessment(assessment.id), assessment)
    }
    for asset in fold.assetsByID.values { try keep(.asset(asset.id), asset) }
    for shortcoming in fold.shortcomingsByID.values {
      try keep(.shortcoming(shortcoming.id), shortcoming)
    }
    for vehicle in fold.vehiclesByID.values { try keep(.vehicle(vehicle.id), vehicle) }
    for driver in fold.driversByID.values { try keep(.driver(driver.id), driver) }
    for trip in fold.tripsByID.values {
      try keep(
        .trip(trip.id), trip,
        [
          "open": flag([.requested, .approved, .out].contains(trip.state)),
          "vehicle": trip.allotment?.vehicle.rawValue ?? "",
          "at": (trip.back?.at ?? trip.leaving?.at)?.description ?? "",
        ])
    }
    for declaration in fold.declarations.values {
      try keep(.nilReport(declaration.id), declaration)
    }
    for expiry in fold.expiriesByID.values {
      let until = expiry.until.description
      try keep(.expiry(expiry.id), expiry, ["until": until, "open": flag(expiry.stands)])
    }
    for rule in fold.rulesByID.values {
      try keep(.rule(rule.id), rule, ["open": flag(rule.stands)])
    }
    for answer in fold.answers.values { try keep(.entry(answer.id), answer) }
    for inspection in fold.inspections.values {
      let brief = try JSON.text(Fulfilment(inspection))
      try keep(.inspection(inspection.id), inspection, ["brief": brief])
    }
    for hazard in fold.hazards.values {
      try add("hazard", .hazard(hazard.id), columns(of: hazard))
    }
    return rows
  }
}

extension Registers {
  private static func flag(_ isSet: Bool) -> String { isSet ? "1" : "0" }

  /// A hazard as it is searched, ordered and counted; what it does not have is empty.
  private static func columns(of hazard: Hazard) throws -> [String: String] {
    [
      "id": hazard.id.rawValue, "value": try JSON.text(hazard), "rank": hazard.id.rank,
      "state": hazard.state.rawValue, "open": flag(hazard.isOpen),
      "waiting": flag(hazard.isWaiting), "listed": flag(hazard.isListed),
      "severity": hazard.severity.rawValue, "category": hazard.report.category.rawValue,
      "place": hazard.report.place.rawValue, "text": hazard.report.text,
      "section": hazard.section?.rawValue ?? "", "person": hazard.person?.rawValue ?? "",
      "deadline": hazard.deadline?.description ?? "",
      "reported": hazard.reported.description, "stepped": hazard.stepped.description,
      "inspection": hazard.report.inspection?.rawValue ?? "",
    ]
  }
}

extension Fold {
  /// Folds one line; one of a type that this version does not know changes nothing.
  mutating func apply(_ line: JournalLine) {
    if let event = line.event { apply(line.subject, event, line.stamp) }
  }
}

/// One row of a register, as it is stored and as it is compared.
struct RegisterRow: Hashable {
  var table: String
  var subject: Subject
  var columns: [String: String]

  func insert(into database: Database) throws {
    let names = columns.keys.sorted()
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    let sql =
      "INSERT OR REPLACE INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks))"
    try database.cachedStatement(sql: sql)
      .execute(arguments: StatementArguments(names.map { columns[$0] ?? "" }))
  }
}
