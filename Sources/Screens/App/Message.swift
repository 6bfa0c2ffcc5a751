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
  /// Documents were printed, or written with their whole path, and what is to be said of them besides.
  case stored(Bilingual, note: Bilingual? = nil, isPrinted: Bool = false)
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
  /// The whole register of activities.
  case activities
  /// What a year came to.
  case annual(Int)
  /// What is asked of the office in a year.
  case coverage(Int)
  /// The assessment of a year.
  case assessment(Int)
  /// The incident register with the nil reports, and the duty rosters.
  case incidents
  /// All that ends.
  case expiries
  /// The assets of the network as they stand.
  case assets
  /// The rules of the office.
  case rules
  /// The goals and measures of a year.
  case goals(Int)
  /// The vehicles with their drivers and trips.
  case vehicles
  /// A document as the pages that are printed.
  case document(Report, columns: Int)
  /// Every sheet of decisions that could be printed on a day, the last ones first; without one, those that
  /// could be printed now.
  case decisionSheets(printedOn: Day?)
  /// The figures of a month and of the year so far, or of a longer period and of the one before, on the
  /// records of now.
  case figures(SummaryPeriod)
  /// The records behind one of them.
  case figureRecords(SummaryFigure, FigureSpan)
  /// The records behind a figure of the annual report.
  case annualRecords(AnnualBasis)
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
  case activities(ActivityBook)
  case annual(AnnualReview)
  case coverage(Coverage)
  case assessment(Int, AssessmentReview?)
  case incidents(IncidentBook, [DutyRoster])
  case expiries(ExpiryBook)
  case assets(AssetBook)
  case rules([SafetyRule])
  case goals(Int, [GoalProgress], ActivityBook)
  /// With what is looked at before a trip.
  case vehicles(VehicleBook, check: [Bilingual])
  case document(DocumentSheet)
  case decisionSheets(printedOn: Day?, [DecisionSheet])
  case figures(SummaryPeriod, [SummaryFigure: Int], beside: [SummaryFigure: Int])
  case figureRecords(SummaryFigure, FigureSpan, [FigureRecord])
  case annualRecords(AnnualBasis, [FigureRecord])
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
  /// Performs an act that a file of the drop folder may belong to, as its paper.
  case performFiling(Command, DropFile?)
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
    case .perform, .performEach, .enterEach, .enter, .attach, .enterPaper,
      .performFiling:
      true
    case .print(_, let order): order.isNumbered
    case .export(_, let order): order.isNumbered
    case .load, .unlock, .makeKey, .goOnWithoutKey, .save, .discard, .view, .offer, .verify,
      .backUp, .keep, .forget, .recall, .mouse, .theme, .language, .redraw,
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
  /// The letter to an authority about all hazards that came with its document, by its number (整改复函).
  case letter(document: String)
  /// The hazards that an authority has listed (挂牌督办清单).
  case listed
  /// The hazard register (隐患台账): a year's in the wide form, or what is open in the short one when nil.
  case register(year: Int?)
  /// The year plan (年度检查计划表).
  case yearPlan(Int)
  /// The forms of a round's places that are not walked yet (空白检查表).
  case blank(RoundKey)
  /// All papers before a break, by its key (节前一套).
  case holiday(String)
  /// A duty roster (值班表), or what belongs to it.
  case duty(DutyRoster.ID, DutyPaper)
  /// The register of activities of a period (工作台账).
  case activities(SummaryPeriod)
  /// The self-assessment of a year (考评自评表).
  case assessment(Int)
  /// What is asked of the office in a year (安全职责对照表).
  case coverage(Int)
  /// The draft of the annual report (年度工作总结).
  case annual(Int)
  /// The written report of an incident (事故信息报告).
  case incident(Incident.ID)
  /// The register of incidents with the nil reports (事故登记表、零报告情况表).
  case incidents(IncidentPeriod)
  /// The register of what ends (到期事项台账).
  case expiries
  /// The register of assets of the network with what is missing (网络资产台账).
  case assets
  /// The weaknesses of a period with what was done against them (漏洞整改情况表).
  case weaknesses(SummaryPeriod)
  /// The register of the office's rules (安全制度目录).
  case rules
  /// The index of a year's fire and safety file (消防档案卷内目录).
  case fireFile(Int)
  /// The leading group and its division of work as of a day (领导小组及分工表).
  case leadingGroup(Day)
  /// The letters of responsibility of a year (安全责任书): a person's, or everyone's when nil.
  case responsibilityLetters(Int, of: Person.ID?)
  /// The goals and measures of a year (年度工作计划).
  case goals(Int)
  /// How the vehicles were used in a month (公务用车使用登记表).
  case vehicles(Month)
  /// The dispatch sheet of a trip (派车单).
  case trip(Trip.ID)
}

extension Report {
  /// What bears a number of the office's series (发文字号), and about what; nil for what bears none.
  public var numbering: (kind: DocumentNumber.Kind, about: String)? {
    switch self {
    case .month(let month, _): (.month, month.description)
    case .period(.quarter(let number, of: let year)):
      (.quarter, "\(SummaryPeriod.quarter(number, of: year))")
    case .period(.year(let year)): (.year, "\(SummaryPeriod.year(year))")
    case .letter(let document): (.letter, document)
    default: nil
    }
  }
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
