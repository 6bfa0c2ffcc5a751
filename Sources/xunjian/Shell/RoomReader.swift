import Almanac
import Domain
import Ledger
import Screens

/// Gathers what a room's screen needs.
struct RoomReader {
  var ledger: LedgerFile
  var now: Moment

  func sheet(_ key: OccurrenceKey) throws -> RoomSheet? {
    guard let round = try ledger.round(key.round, at: now),
      let room = round.rooms.first(where: { $0.occurrence.key == key }),
      let questionnaire = try ledger.questionnaire(key)
    else { return nil }
    let record = try room.fulfilment.flatMap { try ledger.inspection($0.inspection) }
    return RoomSheet(
      round: round, room: room,
      questionnaire: try record.map(ledger.questionnaire(of:)) ?? questionnaire,
      context: try ledger.roomContext(key), record: record,
      companions: record == nil ? try ledger.companions(of: key, at: now) : [])
  }

  /// The room of a record, with the questions that it answers; nil where its round is no more.
  func sheet(of id: Inspection.ID) throws -> (RoomSheet, Inspection)? {
    guard let record = try ledger.inspection(id), var sheet = try sheet(record.occurrence) else {
      return nil
    }
    sheet.questionnaire = try ledger.questionnaire(of: record)
    sheet.record = record
    return (sheet, record)
  }
}
