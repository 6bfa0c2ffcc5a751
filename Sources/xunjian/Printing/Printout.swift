import Almanac
import Canvas
import Domain
import Foundation
import Ledger
import Reports
import Screens

/// A document of the ledger on its way to paper or into a file.
struct Printout {
  let document: Document
  /// What its JSON holds.
  let json: any Encodable
  /// The name of its file without a suffix, and of its job at the printer.
  let name: String
  private let day: Day

  /// - Parameters:
  ///   - isTable: Whether it is for a spreadsheet.
  ///   - isNumbered: Whether it bears its number, which is drawn where it has none yet.
  /// - Throws: ``RecordError`` or ``HazardError`` for what is not there, or what the ledger throws.
  init(
    _ report: Screens.Report, of session: Session, isTable: Bool = false, isNumbered: Bool = false
  ) throws {
    day = session.today
    let numbering = isNumbered ? report.numbering : nil
    let number = try numbering.map { try session.number(of: $0.kind, about: $0.about) }
    let made = try session.made(report, isTable: isTable, number: number)
    (document, json) = (made.document, made.json)
    name = "xunjian-" + report.stem(on: session.today)
  }

  /// Sends it to the printer.
  ///
  /// - Parameter note: Set to what is to be said of it: the fonts used in place of official ones.
  /// - Returns: The job, where the printing system has named it.
  /// - Throws: `CancellationError` where the person stops it, or what setting the pages and `lp` throw.
  func print(
    _ order: PrintOrder, _ meter: Meter, note: inout Bilingual?
  ) throws -> PrintJob? {
    try Printer.print(
      paper(meter, &note), title: document.title.isEmpty ? name : document.title, order,
      meter.measuring(.send))
  }

  /// The whole file in a format.
  ///
  /// - Parameter note: Set to what is to be said of it, as by ``print(_:_:note:)``.
  /// - Throws: `CancellationError` where the person stops it, or what making it throws.
  func bytes(
    _ format: FileFormat, _ meter: Meter, note: inout Bilingual?
  ) throws -> [UInt8] {
    guard format == .pdf else {
      return try Rendering(document, json: json, on: day).bytes(format)
    }
    return try paper(meter, &note).bytes
  }

  private func paper(_ meter: Meter, _ note: inout Bilingual?) throws -> Paper {
    let paper = try Paper(document, createdOn: day, meter)
    note = paper.substitutes.note ?? note
    return paper
  }
}

extension Paper {
  /// Sets a document's pages under a meter.
  ///
  /// - Throws: `CancellationError` where the person stops it, or ``PaperError``.
  init(_ document: Document, createdOn day: Day, _ meter: Meter) throws {
    do {
      self = try Paper(document, createdOn: day, progress: meter.measuring(.typeset))
    } catch .stopped {
      throw CancellationError()
    }
  }
}

extension Screens.Report {
  /// What its file is called, beside the program's name.
  fileprivate func stem(on day: Day) -> String {
    let stem: String =
      switch self {
      case .month(let month, _): "\(month)"
      case .period(let period): "\(period)"
      case .record(let id): id.rawValue
      case .sectionRecord(let key, let section): "\(key)-\(section?.rawValue ?? "")"
      case .approval(let ids): "approval-\(ids.first?.rawValue ?? "")"
      case .decisions(let id): "decisions-\(day)-\(id)"
      case .completion(let month): "completion-\(month)"
      case .listed: "listed"
      case .rectification(let id): id.rawValue
      case .notice(let id): id.rawValue
      case .reply(let id): "reply-\(id)"
      case .letter(let document): "letter-\(document)"
      case .duty(let id, let paper): "\(paper)-\(id)"
      case .register(let year): year.map { "register-\($0)" } ?? "register-\(day)"
      case .yearPlan(let year): "year-plan-\(year)"
      case .activities(let period): "activities-\(period)"
      case .assessment(let year): "assessment-\(year)"
      case .coverage(let year): "coverage-\(year)"
      case .annual(let year): "annual-\(year)"
      case .incident(let id): id.rawValue
      case .incidents(let period): "incidents-\(period)"
      case .expiries: "expiries-\(day)"
      case .assets: "assets-\(day)"
      case .weaknesses(let period): "weaknesses-\(period)"
      case .rules: "rules-\(day)"
      case .fireFile(let year): "fire-file-\(year)"
      case .leadingGroup(let day): "leading-group-\(day)"
      case .responsibilityLetters(let year, let person):
        "responsibility-\(year)" + (person.map { "-\($0)" } ?? "")
      case .goals(let year): "goals-\(year)"
      case .vehicles(let month): "vehicles-\(month)"
      case .trip(let id): id.rawValue
      case .blank(let key): "blank-\(key)"
      case .holiday(let key): key
      }
    return stem.replacing("/", with: "-")
  }
}

extension Session {
  /// A document and what its JSON holds.
  fileprivate func made(
    _ report: Screens.Report, isTable: Bool, number: String?
  ) throws -> (document: Document, json: any Encodable) {
    switch report {
    case .month(let month, let edition):
      let paper = try monthPaper(month, edition: edition)
      return (paper.document(templates, in: language).bearing(number), MonthJSON(paper))
    case .period(let period):
      let summary = try ledger.summary(of: period, at: clock.now)
      return (
        PeriodReport.document(summary, templates: templates, language: language)
          .bearing(number),
        PeriodJSON(summary)
      )
    case .record(let id):
      let record = try record(id.rawValue)
      return (try document(of: record), RecordJSON(record, try ledger.questionnaire(of: record)))
    case .sectionRecord(let key, let section):
      let round = try round(key.description)
      let sheets = try sheets(of: [section], in: round)
      return (try document(of: sheets, round: round), SectionRecordJSON(round, sheets))
    case .approval(let ids):
      let hazards = try ids.map(hazard)
      return (try approval(of: hazards), try approvalJSON(of: hazards))
    case .decisions(let id):
      let sheet = try decisionSheet(for: person(id.rawValue), on: today)
      let bureau = try ledger.bureau()
      return (
        DecisionPage.document(sheet, bureau: bureau, language: language),
        DecisionSheetJSON(sheet, bureau, language)
      )
    case .completion(let month):
      let completion = try ledger.completion(
        of: CompletionByMonth.year(through: month), at: clock.now)
      return (
        CompletionReport.document(
          completion, bureau: try ledger.bureau(), language: language),
        completion
      )
    case .listed: return (try listed(), try listedJSON())
    case .rectification(let id):
      let hazard = try hazard(id)
      return (try rectification(of: hazard), try rectificationJSON(of: hazard))
    case .notice(let id):
      let notice = try notice(id.rawValue)
      return (try paper(of: notice), RectificationNoticeJSON(notice))
    case .reply(let id):
      let notice = try notice(id.rawValue)
      return (try reply(to: notice), RectificationNoticeJSON(notice))
    case .letter(let document):
      let source = try sourceDocument(document)
      var heading = AuthorityLetter.Heading(source: source.number)
      heading.number = number
      return (
        try letter(heading, about: source.hazards), LetterJSON(heading, source.hazards, on: today)
      )
    case .duty(let id, let paper):
      let roster = try roster(id.rawValue)
      let bureau = try ledger.bureau()
      return (
        try document(paper, of: roster),
        DutyRosterJSON(roster, try warnings(of: roster), bureau)
      )
    case .register(let year):
      let filter = year.map { HazardFilter(states: .all, found: Day($0, 1, 1)...Day($0, 12, 31)) }
      let hazards = try ledger.hazards(filter ?? HazardFilter())
      return (
        try register(of: hazards, isWide: year != nil, isTable: isTable),
        hazards.map { HazardJSON($0, on: today) }
      )
    case .yearPlan(let year):
      let planned = PlannedYear(year: year, bureau: try ledger.bureau())
      return (
        isTable
          ? YearPlan.sheet(planned, language: language)
          : YearPlan.page(planned, language: language), YearPlanJSON(planned)
      )
    case .activities(let period):
      let totals = try activityTotals(of: period)
      return (
        ActivityReport.document(totals, bureau: try ledger.bureau(), language: language),
        ActivityTotalsJSON(totals)
      )
    case .assessment(let year):
      let review = try loadedAssessment(of: year)
      return (try assessmentPaper(review), AssessmentJSON(review))
    case .coverage(let year):
      let coverage = try coverage(of: year)
      return (try coveragePaper(coverage), CoverageJSON(coverage))
    case .annual(let year):
      let review = try annualReview(of: year)
      return (try annualReport(review), AnnualReviewJSON(review))
    case .incident(let id):
      let incident = try incident(id.rawValue)
      return (
        try paper(of: incident), IncidentJSON(incident, try ledger.bureau(), at: clock.now)
      )
    case .incidents(let period):
      return (try incidentRegister(of: period), try incidentRegisterJSON(of: period))
    case .expiries: return try expiryRegister()
    case .assets: return try assetRegister()
    case .weaknesses(let period): return try weaknessPaper(of: period)
    case .rules: return try ruleRegister()
    case .fireFile(let year): return try fireFileIndex(of: year)
    case .leadingGroup(let day):
      let bureau = try ledger.bureau()
      return (
        LeadingGroupPaper.document(bureau, on: day, language: language),
        LeadingGroupJSON(bureau, on: day)
      )
    case .responsibilityLetters(let year, let person):
      let letters = try letters(of: person.map { [$0] } ?? [])
      return (
        ResponsibilityLetters.document(
          letters, year: year, bureau: try ledger.bureau(), templates: templates,
          language: language), letters.map(ResponsibilityLetterJSON.init)
      )
    case .goals(let year):
      let goals = try ledger.goals(of: year, at: clock.now)
      return (try document(of: goals, year: year), goals.map { GoalJSON($0) })
    case .vehicles(let month): return try vehicleUse(of: month)
    case .trip(let id): return try dispatchSheet(of: id.rawValue)
    case .blank(let key):
      let round = try round(key.description)
      let rooms = try round.unwalked()
      return (try blankForms(of: rooms, in: round), BlankFormsJSON(round, try forms(of: rooms)))
    case .holiday(let key):
      let set = try holidaySet(key)
      return (try document(of: set), HolidaySetJSON(set, on: today))
    }
  }
}

extension Session {
  /// A paper of a roster.
  func document(_ paper: DutyPaper, of roster: DutyRoster) throws -> Document {
    let bureau = try ledger.bureau()
    return switch paper {
    case .roster: DutyRosterPaper.document(roster, bureau: bureau, language: language)
    case .changes: DutyChangesPaper.document(roster, bureau: bureau, language: language)
    case .log:
      DutyLogPaper.document(
        roster, incidents: try incidents(of: roster), bureau: bureau, language: language)
    }
  }
}

extension Session {
  /// A record as it is printed.
  func document(of record: Inspection) throws -> Document {
    InspectionRecord.document(
      inspection: record, history: try ledger.timeline(.inspection(record.id)),
      hazards: try ledger.hazards(of: [record]), checklists: try ledger.checklists(of: record),
      bureau: try ledger.bureau(),
      language: language)
  }
}
