import Almanac
import Domain
import GRDB

extension LedgerFile {
  /// The acts that others have entered for a person, or for anybody, the latest first.
  ///
  /// - Parameters:
  ///   - decider: For whom; for anybody when nil.
  ///   - isWaiting: Only those to which the decider has said nothing yet.
  public func enteredActs(for decider: Person.ID?, isWaiting: Bool) throws -> [EnteredAct] {
    try reading { database in
      let records = LedgerRecords(database: database, calendar: calendar)
      return try records.enteredActs(of: decider).filter { !isWaiting || $0.answer == nil }
    }
  }
}

extension LedgerRecords {
  func enteredAct(_ id: EnteredAct.ID) throws -> EnteredAct? {
    try enteredActs("line ->> 'act' = ? AND line ->> '$.for.person' IS NOT NULL", id.rawValue)
      .first
  }

  /// By whom they were decided, the latest first.
  func enteredActs(of decider: Person.ID?) throws -> [EnteredAct] {
    guard let decider else {
      return try enteredActs("line ->> '$.for.person' IS NOT NULL").reversed()
    }
    return try enteredActs("line ->> '$.for.person' = ?", decider.rawValue).reversed()
  }

  /// The acts of the lines that a condition admits, in the order of the journal.
  private func enteredActs(_ condition: String, _ argument: String? = nil) throws -> [EnteredAct] {
    let texts = try String.fetchAll(
      database, sql: "SELECT line FROM journal WHERE \(condition) ORDER BY n",
      arguments: StatementArguments([argument].compactMap(\.self)))
    var acts: [EnteredAct] = []
    var places: [EnteredAct.ID: Int] = [:]
    for text in texts {
      let line = try JSON.value(JournalLine.self, text)
      guard let event = line.event, let act = EnteredAct(line.stamp) else { continue }
      if places[act.id] == nil {
        places[act.id] = acts.count
        acts.append(act)
      }
      let happening = Happening(line.subject, event, day: line.stamp.day)
      if let place = places[act.id] { acts[place].lines.append(happening) }
    }
    let answers = try answers(to: acts.map(\.id.rawValue))
    for index in acts.indices { acts[index].answer = answers[acts[index].id] }
    return acts
  }

  /// What was said to acts, where anything was.
  func answers(to acts: [String]) throws -> [EnteredAct.ID: EntryAnswer] {
    guard !acts.isEmpty else { return [:] }
    let answers: [EntryAnswer] = try all(
      "SELECT value FROM entry WHERE id IN (SELECT value FROM json_each(?))",
      [try JSON.text(acts)])
    return Dictionary(answers.map { ($0.id, $0) }) { first, _ in first }
  }

  /// How many acts entered by others wait for each decider's word; 0 where all were answered.
  func waitingEntries() throws -> [Person.ID: Int] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT line ->> '$.for.person' AS decider,
          count(DISTINCT CASE WHEN line ->> 'act' NOT IN (SELECT id FROM entry)
            THEN line ->> 'act' END) AS acts
        FROM journal
        WHERE line ->> '$.for.person' IS NOT NULL AND line ->> 'actor' <> line ->> '$.for.person'
        GROUP BY 1
        """)
    let counts = rows.map { (Person.ID($0["decider"] as String), $0["acts"] as Int) }
    return Dictionary(counts) { first, _ in first }
  }
}
