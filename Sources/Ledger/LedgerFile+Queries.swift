import Almanac
import Domain
import GRDB

/// What can be asked of a ledger; each answer is one consistent view.
extension LedgerFile {
  func query<Value>(_ body: (LedgerRecords) throws -> Value) throws -> Value {
    try reading { try body(LedgerRecords(database: $0, calendar: calendar)) }
  }

  /// The office as it stands now.
  public func bureau() throws -> Bureau { try query { try $0.bureau } }

  /// What is due around a moment.
  public func agenda(at now: Moment) throws -> Agenda {
    try query { records in
      let today = now.day
      let window = Agenda.window(around: today)
      let book = try records.book(in: window, at: now)
      return Agenda(
        now: now, bureau: book.bureau,
        rounds: try records.lingering(before: window, on: today, in: book.bureau)
          + book.rounds(in: window, on: today),
        hazards: try records.openBriefs(in: .urgency),
        drafts: try records.drafts(), waitingEntries: try records.waitingEntries(),
        rosters: try records.all(
          "SELECT value FROM duty WHERE last >= ? ORDER BY first, id", [(today - 1).description]),
        activities: try records.pendingActivities(on: today),
        goals: try records.pressingGoals(at: now),
        incidents: try records.incidentBook(),
        expiries: try records.all(
          "SELECT value FROM expiry WHERE open = 1 AND until <= ? ORDER BY until, id",
          [(today + Expiry.notice).description]),
        rules: try records.all("SELECT value FROM rule WHERE open = 1 ORDER BY id"),
        vehicles: try records.presentVehicles(in: book.bureau),
        assets: try records.assets())
    }
  }

  /// The rounds of a window as they stand at a moment.
  public func rounds(in window: ClosedRange<Day>, at now: Moment) throws -> [Round] {
    try query { try $0.book(in: window, at: now).rounds(in: window, on: now.day) }
  }

  /// One round with its places; nil if the plans give none of that name around that moment.
  public func round(_ key: RoundKey, at now: Moment) throws -> Round? {
    try query { records in
      let today = now.day
      let book = try records.book(of: [key], in: records.bureau.asOf(now))
      let wide = (today - 730)...(today + 400)
      return book.rounds(of: book.bureau.occurrences(of: key, in: wide), in: wide, on: today)
        .first
    }
  }

  /// What is asked at an occurrence's place; nil if there is no such plan or place.
  ///
  /// - Parameter day: The day walked, for what never applied there then; now when nil.
  public func questionnaire(_ key: OccurrenceKey, on day: Day? = nil) throws -> Questionnaire? {
    try query { try $0.questionnaire(key, on: day) }
  }

  /// What is asked now at the places of some occurrences, where there are such plans and places.
  public func questionnaires(
    _ keys: [OccurrenceKey]
  ) throws -> [OccurrenceKey: Questionnaire] {
    try query { try $0.questionnaires(keys) }
  }

  /// What a room's screen shows besides its items.
  public func roomContext(_ key: OccurrenceKey) throws -> RoomContext {
    try query { records in
      RoomContext(
        hazards: try records.openHazards(at: key.place), typed: try records.typedFindings(),
        last: try records.last(before: key))
    }
  }

  /// What may be walked together with an occurrence at a moment, by due day.
  public func companions(of key: OccurrenceKey, at now: Moment) throws -> [Companion] {
    try query { records in
      let bureau = try records.bureau.asOf(now)
      let here = bureau.occurrences(at: key.place, in: Agenda.window(around: now.day))
      return try records.book(of: Set(here.map(\.key.round)), in: bureau).companions(
        of: key, on: now.day, questionnaire: { try records.questionnaire($0) }, last: records.last)
    }
  }

  /// A record by its number, withdrawn or not; nil if there is none.
  public func inspection(_ id: Inspection.ID) throws -> Inspection? {
    try query { try $0.inspection(id) }
  }

  /// Every record walked in a range of days, withdrawn ones too, in order of number.
  public func inspections(in days: ClosedRange<Day>) throws -> [Inspection] {
    try query {
      try $0.all(
        "SELECT value FROM inspection WHERE walked BETWEEN ? AND ? ORDER BY id",
        [days.lowerBound.description, days.upperBound.description])
    }
  }

  /// The titles of the rounds in which some records were made, by record.
  public func titles(of records: [Inspection.ID]) throws -> [Inspection.ID: Bilingual] {
    try reading { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT id, value -> '$.content.title' FROM inspection
          WHERE id IN (SELECT value FROM json_each(?))
          """, arguments: [try JSON.text(records)])
      return try rows.reduce(into: [:]) { titles, row in
        let id: String = row[0]
        titles[Identifier(id)] = try JSON.value(Bilingual.self, row[1])
      }
    }
  }

  /// A version of a checklist as it was published, whichever is the present one.
  public func checklist(_ pin: ChecklistPin) throws -> ChecklistVersion? {
    try query {
      try $0.one(
        "SELECT value FROM checklist WHERE id = ? AND hash = ?", [pin.id.rawValue, pin.hash])
    }
  }

  /// The versions of checklists that a record pins.
  public func checklists(of record: Inspection) throws -> [ChecklistVersion] {
    try record.content.checklists.compactMap { try checklist($0) }
  }

  /// The questions that a record answers, in the versions that it pins.
  public func questionnaire(of record: Inspection) throws -> Questionnaire {
    Questionnaire(of: record.content, checklists: try checklists(of: record))
  }

  /// The present version of a checklist.
  public func checklist(_ id: Checklist.ID) throws -> ChecklistVersion? {
    try query { try $0.checklist(id) }
  }

  /// All that happened to a subject, in order.
  public func timeline(_ subject: Subject) throws -> [TimelineEntry] {
    try query { records in
      let texts = try String.fetchAll(
        records.database, sql: "SELECT line FROM journal WHERE subject = ? ORDER BY n",
        arguments: [subject.description])
      let lines = try texts.map { try JSON.value(JournalLine.self, $0) }
      let answers = try records.answers(to: lines.filter { $0.stamp.entered != nil }.map(\.act))
      return lines.compactMap { line in
        line.event.map {
          TimelineEntry(stamp: line.stamp, event: $0, answer: answers[Identifier(line.act)])
        }
      }
    }
  }

  /// The summary of a month as it stands at a moment.
  public func summary(of month: Month, at now: Moment) throws -> MonthlySummary {
    try query { try $0.summary(of: month, at: now) }
  }

  /// The ledger's own id, a UUID, given when it was made.
  ///
  /// - Throws: ``LedgerError``.
  public func id() throws -> String {
    try reading { database in
      try String.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'ledger'") ?? ""
    }
  }

  /// What the ledger is called and how far it is written.
  ///
  /// - Throws: ``LedgerError``, also where the journal has no line.
  public func edition() throws -> LedgerEdition {
    try reading { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT n, at, (SELECT value FROM meta WHERE key = 'ledger') AS ledger
          FROM journal ORDER BY n DESC LIMIT 1
          """)
      guard let row, let latest = Moment(row["at"] as String) else {
        throw LedgerError.damaged(path: path, reason: "the journal has no line")
      }
      return LedgerEdition(ledger: row["ledger"], lines: row["n"], latest: latest)
    }
  }

  /// When the last line was written; nil in an empty journal.
  public func lastMoment() throws -> Moment? {
    try reading {
      try String.fetchOne($0, sql: "SELECT at FROM journal ORDER BY n DESC LIMIT 1")
        .flatMap(Moment.init)
    }
  }
}

extension LedgerRecords {
  /// What is held about the rounds of a window, as of a moment.
  func book(in window: ClosedRange<Day>, at now: Moment) throws -> RoundBook {
    let bureau = try bureau.asOf(now)
    let keys = bureau.plans.flatMap { plan in
      bureau.periods(of: plan, in: window).map { RoundKey(plan: plan.id, period: $0.key) }
    }
    return try book(of: Set(keys), in: bureau)
  }

  /// The rounds before a window that are still open because nothing misses them: of dates of their own and
  /// of alerts, up to two years back.
  func lingering(
    before window: ClosedRange<Day>, on today: Day, in bureau: Bureau
  ) throws -> [Round] {
    let former = (window.lowerBound - 730)...(window.lowerBound - 1)
    var bureau = bureau
    bureau.plans = bureau.plans.filter { plan in
      plan.revisions.contains { [Trigger.Kind.once, .alert].contains($0.plan.trigger.kind) }
    }
    let keys = bureau.plans.flatMap { plan in
      bureau.periods(of: plan, in: former).filter { $0.miss == nil && $0.due < window.lowerBound }
        .map { RoundKey(plan: plan.id, period: $0.key) }
    }
    guard !keys.isEmpty else { return [] }
    return try book(of: Set(keys), in: bureau).rounds(in: former, on: today).filter {
      !$0.state.isSettled && $0.due < window.lowerBound
    }
  }

  /// What is held about some rounds of an office.
  func book(of keys: Set<RoundKey>, in bureau: Bureau) throws -> RoundBook {
    let names = try JSON.text(keys.map(\.description))
    let fulfilments: [Fulfilment] = try all(
      """
      SELECT brief FROM inspection
      WHERE standing AND round IN (SELECT value FROM json_each(?))
      """, [names])
    let notes: [OccurrenceNote] = try all("SELECT value FROM occurrence")
    return RoundBook(
      bureau: bureau,
      fulfilments: Dictionary(fulfilments.map { ($0.occurrence, $0) }) { first, _ in first },
      notes: Dictionary(notes.map { ($0.key, $0) }) { first, _ in first },
      drafts: Dictionary(try drafts().map { ($0.occurrence, $0) }) { first, _ in first })
  }

  /// The last standing record of a place by an occurrence's plan before it.
  func last(before key: OccurrenceKey) throws -> Inspection? {
    let plan = "\(key.plan)/"
    return try one(
      """
      SELECT value FROM inspection
      WHERE place = ? AND standing AND substr(round, 1, ?) = ? AND occurrence <> ?
      ORDER BY walked DESC LIMIT 1
      """, [key.place.rawValue, plan.count, plan, key.description])
  }

  func drafts() throws -> [Draft] { try all("SELECT value FROM draft ORDER BY saved DESC") }

  /// Findings in words of their own, by item, most used first.
  func typedFindings() throws -> [ItemKey: [String]] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT value ->> '$.report.item.checklist' AS list, value ->> '$.report.item.item' AS item,
          value ->> '$.report.text' AS text, count(*) AS uses
        FROM hazard WHERE item IS NOT NULL GROUP BY 1, 2, 3 ORDER BY uses DESC, text
        """)
    var typed: [ItemKey: [String]] = [:]
    for row in rows {
      let key = ItemKey(checklist: Identifier(row["list"] as String), item: row["item"])
      typed[key, default: []].append(row["text"])
    }
    return typed
  }
}

extension Bureau {
  /// The occurrences of one round.
  func occurrences(of key: RoundKey, in window: ClosedRange<Day>) -> [Occurrence] {
    Schedule.occurrences(
      plans: plans.filter { $0.id == key.plan }, places: places, calendar: calendar,
      seasons: seasons, alerts: alerts, in: window, applies: covers
    ).filter { $0.period == key.period }
  }
}
