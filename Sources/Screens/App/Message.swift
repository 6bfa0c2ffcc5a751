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
  /// Several acts were judged one by one.
  case judged([Judgement])
  /// The key that must sign an effect is under a passphrase; why the last one given did not open it.
  case locked(Effect, Bilingual? = nil)
  /// Who signs or decides with this effect has no key yet, and could have one here.
  case keyless(Effect, KeyOffer)
  /// A key was made and offered for the person at the keyboard; the effect waits.
  case keyMade(KeyFingerprint, then: Effect)
  case saved(Moment)
  case notSaved(Bilingual)
  case told(Bilingual)
  /// Long work goes on and has come so far; nil when it has ended.
  case working(Work?)
  /// The whole ledger was checked.
  case verified(LedgerCheck)
  /// What was typed in a form that is open again, and never sent.
  case recalled(TypedForm)
  /// Where documents can go from here.
  case outlets(Outlets, asFile: Bool)
  /// Documents were written, with their whole path.
  case stored(Bilingual)
  /// There is a file of this name already; no file has the free one.
  case occupied([Report], FileOrder, free: String)
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
  /// A stretch of the open hazards.
  case hazards(HazardListing)
  /// All open hazards that words find, in brief; all of them when the words are empty.
  case hazardBriefs(words: String)
  /// Open hazards to deal with together.
  case chosenHazards(HazardChoice)
  case timeline(Hazard.ID)
  case month(Month, MonthEdition, columns: Int)
  case record(Inspection.ID, columns: Int)
  /// The days of a window, from the first to the last.
  case calendar(ClosedRange<Day>)
  /// The folder into which photographs are dropped.
  case dropFolder
  /// What others have entered for a person.
  case entries(Person.ID)
  /// The rectification notices, the latest first; those that name a hazard, if one is given.
  case notices(about: Hazard.ID?)
  /// All duty rosters.
  case dutyRosters
  /// The incident register with the nil reports, and the duty rosters.
  case incidents
  /// A document as the pages that are printed.
  case document(Report, columns: Int)
  /// Every sheet of decisions that could be printed on a day, the last ones first; without one, those that
  /// could be printed now.
  case decisionSheets(printedOn: Day?)
  /// The figures of a month and of the year so far, on the records of now.
  case figures(Month)
  /// The records behind one of them.
  case figureRecords(Figure, Month, isWholeYear: Bool)
}

/// Which open hazards are meant.
public enum HazardChoice: Hashable, Sendable {
  /// All that words find; all of them when the words are empty.
  case found(words: String)
  /// Those of these numbers that are still open.
  case numbered([Hazard.ID])
}

/// What the ledger answers.
public enum Reply: Sendable {
  case agenda(Agenda)
  case round(Round)
  case room(RoomSheet)
  case hazards(HazardWindow)
  case hazardBriefs([HazardBrief])
  case chosenHazards([Hazard])
  case timeline(Hazard.ID, [TimelineEntry])
  case month(MonthSheet)
  case record(RecordSheet)
  case calendar(CalendarSheet)
  case dropFolder(DropListing)
  case entries([EnteredAct])
  case notices(about: Hazard.ID?, [RectificationNotice])
  case dutyRosters([DutyRoster])
  case incidents(IncidentBook, [DutyRoster])
  case document(DocumentSheet)
  case decisionSheets(printedOn: Day?, [DecisionSheet])
  case figures(Month, SafetyFigures, yearSoFar: SafetyFigures)
  case figureRecords(Figure, [FigureRecord])
}

/// What the program asks of the world.
public enum Effect: Sendable {
  case load(Query)
  case perform(Command)
  /// Performs an act on each of several things: what is refused leaves the others standing.
  case performEach([EachAct])
  /// Enters what a person has decided on paper about each of several hazards, likewise; a file of the drop
  /// folder is the paper's scan.
  case enterEach([HazardAct], for: Person.ID, Entered, scan: DropFile?)
  /// Enters one act that a person did on paper.
  case enter(Command, for: Person.ID, Entered)
  /// Opens the key of the person at the keyboard, then does what waited for it.
  indirect case unlock(Passphrase, then: Effect)
  /// Makes a key for the person at the keyboard, under a passphrase if one is given, then does what waited.
  indirect case makeKey(Passphrase?, then: Effect)
  /// Does what waited, and offers this person no key again in this sitting.
  indirect case goOnWithoutKey(then: Effect)
  case save(Draft)
  case discard(OccurrenceKey)
  /// Attaches a file of the drop folder to a hazard.
  case attach(Hazard.ID, DropFile, Photograph.Role)
  /// Shows a photograph or a scan on the desktop.
  case view(any KeptFile)
  /// Writes one line of a round from paper, all of its rooms or none.
  case enterPaper(RoundKey, PaperLine, Signing.Walk)
  /// Asks where documents can go: on which printers, into which files.
  case offer([Report], asFile: Bool)
  case print([Report], PrintOrder)
  case export([Report], FileOrder)
  /// Checks the whole ledger.
  case verify
  /// Makes a backup where backups are kept.
  case backUp
  /// Keeps what is typed in a form.
  case keep(TypedForm)
  /// Drops what was kept of a form.
  case forget(form: String)
  /// Asks for what was kept of a form, if anything was.
  case recall(form: String)
  case mouse(Bool)
  /// Draws everything in another theme.
  case theme(Theme)
  /// Speaks another language.
  case language(Language)
  case redraw
  case suspend
  case quit
}

extension Effect {
  /// Whether lines of the journal come of it, which the person at the keyboard signs.
  public var isSigned: Bool {
    switch self {
    case .perform, .performEach, .enterEach, .enter, .attach, .enterPaper: true
    case .load, .unlock, .makeKey, .goOnWithoutKey, .save, .discard, .view, .offer, .print,
      .export, .verify, .backUp, .keep, .forget, .recall, .mouse, .theme, .language, .redraw,
      .suspend, .quit:
      false
    }
  }
}

/// One of several acts that are asked for at once.
public struct EachAct: Sendable {
  /// What it is about, by which its refusal is told.
  public var subject: String
  /// What is asked.
  public var command: Command

  /// A command about a subject.
  public init(_ command: Command, on subject: String) {
    self.subject = subject
    self.command = command
  }
}

/// What became of one of several acts.
public struct Judgement: Sendable {
  /// The number of what it was about.
  public var subject: String
  /// Why nothing was done; nil where it was.
  public var refusal: Bilingual?

  /// An act on a subject, done or refused.
  public init(subject: String, refusal: Bilingual?) {
    self.subject = subject
    self.refusal = refusal
  }
}

/// A document that can be printed or saved as a file.
public enum Report: Hashable, Sendable {
  case month(Month, MonthEdition)
  /// A quarter or a year beside the one before.
  case period(SummaryPeriod)
  case record(Inspection.ID)
  /// What a round came to in a section; in the places of no section when nil.
  case sectionRecord(RoundKey, Section.ID?)
  /// What is laid before a leader about hazards, a page each (呈批表).
  case approval([Hazard.ID])
  /// The page of what waits for a person's decision (决定单).
  case decisions(Person.ID)
  /// How much was checked in each of the twelve months that end with one.
  case completion(through: Month)
  /// A hazard with its photographs before and after (整改单).
  case rectification(Hazard.ID)
  /// A rectification notice in two copies (整改通知书).
  case notice(RectificationNotice.ID)
  /// The answer to one, line by line (整改回执).
  case reply(RectificationNotice.ID)
  /// The hazards that an authority has listed (挂牌督办清单).
  case listed
  /// The forms of a round's places that are not walked yet (空白检查表).
  case blank(RoundKey)
  /// All papers before a break, by its key (节前一套).
  case holiday(String)
  /// A duty roster (值班表), or what belongs to it.
  case duty(DutyRoster.ID, DutyPaper)
  /// The written report of an incident (事故信息报告).
  case incident(Incident.ID)
  /// The register of incidents with the nil reports (事故登记表、零报告情况表).
  case incidents(IncidentPeriod)
}

/// The papers of a duty roster.
public enum DutyPaper: Hashable, Sendable {
  /// The roster itself (值班表).
  case roster
  /// What was changed after it was sent up (调班说明).
  case changes
  /// Hand-overs and checks (值班记录).
  case log
}

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

/// Where the program stands: who, when, where, in which language and window.
public struct Context: Sendable {
  /// The language spoken.
  public var language: Language
  /// The office as it stands.
  public var bureau: Bureau
  /// Who is at the keyboard; without an id while that is asked.
  public var person: Person
  /// The present moment, as the shell told it last.
  public var now: Moment
  /// Seconds that no change of the clock disturbs.
  public var seconds: Int
  /// The width of the window in cells.
  public var columns: Int
  /// The height of the window in rows.
  public var rows: Int
  /// The readings by which filters find Chinese words.
  public var pinyin: PinyinTable
  /// Which keys do what.
  public var keyMap: KeyMap
  /// Whether the picture is read out line by line: then it holds no bars and no grid of days.
  public var isSpoken: Bool
  /// The rounds that are walked together with a round, as chosen in one of its rooms: for this sitting.
  var together: [RoundKey: Set<RoundKey>] = [:]

  /// The civil day of ``now``.
  public var today: Day { now.day }

  /// Where the program stands when it is opened.
  public init(
    language: Language, bureau: Bureau, person: Person, now: Moment, seconds: Int = 0,
    columns: Int = 80, rows: Int = 24, pinyin: PinyinTable = .empty, keyMap: KeyMap = .usual,
    isSpoken: Bool = false
  ) {
    self.language = language
    self.bureau = bureau
    self.person = person
    self.now = now
    self.seconds = seconds
    self.columns = columns
    self.rows = rows
    self.pinyin = pinyin
    self.keyMap = keyMap
    self.isSpoken = isSpoken
  }

  /// Takes the office as it stands now; who is at the keyboard may have become somebody's deputy.
  mutating func renew(_ bureau: Bureau) {
    self.bureau = bureau
    if let person = bureau.person(person.id) { seat(person) }
  }

  /// Puts a person at the keyboard, in the place of those they stand in for too.
  mutating func seat(_ person: Person) { self.person = bureau.acting(person, on: today) }

  /// A document as pages of lines so wide, or narrower in a window that is; read out, as wide as there is
  /// room.
  public func pages(of document: Document, _ wanted: Int) -> [[String]] {
    TextPages(
      document, columns: isSpoken ? columns - 3 : min(wanted, columns - 3), isReadOut: isSpoken
    ).pages
  }

  /// Whether something is chosen, as a mark before it or, read out, in a word.
  func tick(_ isChosen: Bool) -> String {
    guard isSpoken else { return isChosen ? "[v]" : "[ ]" }
    return self(
      isChosen ? Bilingual(zh: "已选", en: "chosen") : Bilingual(zh: "未选", en: "not chosen"))
  }

  /// The text in the language spoken.
  func callAsFunction(_ text: Bilingual) -> String { text[language] }
}
