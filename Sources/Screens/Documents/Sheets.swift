import Almanac
import Canvas
import Domain

/// A document as its screen shows it.
public struct DocumentSheet: Sendable {
  /// Which it is.
  public var report: Report
  /// Laid out as pages of lines.
  public var pages: [[String]]

  /// A document laid out.
  public init(report: Report, pages: [[String]]) {
    self.report = report
    self.pages = pages
  }
}

/// A month's summary as its screen shows it.
public struct MonthSheet: Sendable {
  /// The month.
  public var month: Month
  /// What was asked for.
  public var edition: MonthEdition
  /// The seal that it was taken from; nil for the records of now.
  public var seal: Seal?
  /// The summary laid out as pages of lines.
  public var pages: [[String]]

  /// A month laid out, with the seal that it was taken from.
  public init(month: Month, edition: MonthEdition, seal: Seal?, pages: [[String]]) {
    self.month = month
    self.edition = edition
    self.seal = seal
    self.pages = pages
  }
}

/// A record as its screen shows it.
public struct RecordSheet: Sendable {
  /// Its room and round, with the questions as they were asked.
  public var room: RoomSheet
  /// The record as it stands, withdrawn or not.
  public var record: Inspection
  /// The record laid out as pages of lines.
  public var pages: [[String]]

  /// A record with its room and its pages.
  public init(room: RoomSheet, record: Inspection, pages: [[String]]) {
    self.room = room
    self.record = record
    self.pages = pages
  }
}

/// All that a room's screen needs to be walked.
public struct RoomSheet: Sendable {
  /// The round the room is walked in.
  public var round: Round
  /// The room as it stands in the round.
  public var room: Round.Room
  /// What is asked there.
  public var questionnaire: Questionnaire
  /// What was found there before.
  public var context: RoomContext
  /// The record that stands; nil while the room is open.
  public var record: Inspection?
  /// What else is open at the place and may be walked together with it.
  public var companions: [Companion]

  /// A room of a round and all that is known about it.
  public init(
    round: Round, room: Round.Room, questionnaire: Questionnaire, context: RoomContext,
    record: Inspection?, companions: [Companion] = []
  ) {
    self.round = round
    self.room = room
    self.questionnaire = questionnaire
    self.context = context
    self.record = record
    self.companions = companions
  }
}
