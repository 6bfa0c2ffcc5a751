import Almanac
import Canvas
import Domain

/// What reaches the program: a key, an answer from the ledger, the outcome of an act.
public enum Message: Sendable {
  case key(Key)
  case loaded(Reply)
  /// An act was written, these lines.
  case done([Happening])
  case refused(Bilingual)
  case saved(Moment)
  case notSaved(Bilingual)
  case told(Bilingual)
  /// Another program has written to the ledger.
  case changed
  /// Time has gone on.
  case tick(Moment)
}

/// What a screen asks to know.
public enum Query: Hashable, Sendable {
  case agenda
  case round(RoundKey)
  case room(OccurrenceKey)
  case hazards
  case timeline(Hazard.ID)
  case month(Month, columns: Int)
}

/// What the ledger answers.
public enum Reply: Sendable {
  case agenda(Agenda)
  case round(Round)
  case room(RoomSheet)
  case hazards([Hazard])
  case timeline(Hazard.ID, [TimelineEntry])
  /// A month's summary laid out as pages of lines.
  case month(Month, pages: [[String]])
}

/// What the program asks of the world.
public enum Effect: Sendable {
  case load(Query)
  case perform(Command)
  case save(Draft)
  case discard(OccurrenceKey)
  case printMonth(Month)
  case saveMonth(Month)
  case mouse(Bool)
  case redraw
  case suspend
  case quit
}

/// All that a room's screen needs to be walked.
public struct RoomSheet: Sendable {
  public var round: Round
  public var room: Round.Room
  public var questionnaire: Questionnaire
  public var context: RoomContext
  /// The record that stands; nil while the room is open.
  public var record: Inspection?

  public init(
    round: Round, room: Round.Room, questionnaire: Questionnaire, context: RoomContext,
    record: Inspection?
  ) {
    self.round = round
    self.room = room
    self.questionnaire = questionnaire
    self.context = context
    self.record = record
  }
}

/// Where the program stands: who, when, where, in which language and window.
public struct Context: Sendable {
  public var language: Language
  public var bureau: Bureau
  public var person: Person
  public var now: Moment
  /// Seconds that no change of the clock disturbs.
  public var seconds: Int
  public var columns: Int
  public var rows: Int
  public var pinyin: PinyinTable

  public var today: Day { now.day }

  public init(
    language: Language, bureau: Bureau, person: Person, now: Moment, seconds: Int = 0,
    columns: Int = 80, rows: Int = 24, pinyin: PinyinTable = .empty
  ) {
    self.language = language
    self.bureau = bureau
    self.person = person
    self.now = now
    self.seconds = seconds
    self.columns = columns
    self.rows = rows
    self.pinyin = pinyin
  }

  /// The text in the language spoken.
  func callAsFunction(_ text: Bilingual) -> String { text[language] }
}
