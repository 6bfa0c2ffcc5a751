import Almanac
import Domain
import Ledger
import Reports
import Screens

/// What screens ask for, read from the ledger.
extension TerminalProgram {
  /// The open hazards that words find.
  private func openBriefs(_ words: String) throws -> [HazardBrief] {
    let search = HazardSearch(words, app.context)
    return try session.ledger.openBriefs().filter { search?.finds($0) ?? true }
  }

  /// What a screen asked for; nil where there is no such thing any more.
  ///
  /// - Throws: What reading the ledger throws.
  func answer(_ query: Query) throws -> Reply? {
    let ledger = session.ledger
    let now = session.clock.now
    switch query {
    case .agenda: return .agenda(try ledger.agenda(at: now))
    case .round(let key): return try ledger.round(key, at: now).map(Reply.round)
    case .room(let key):
      return try RoomReader(ledger: ledger, now: now).sheet(key).map(Reply.room)
    case .hazards(let listing):
      let search = HazardSearch(listing.words, app.context)
      return .hazards(
        try ledger.window(listing, on: app.context.today, admits: search?.finds))
    case .hazardBriefs(let words): return .hazardBriefs(try openBriefs(words))
    case .chosenHazards(.found(let words)):
      return .chosenHazards(try ledger.hazards(numbered: openBriefs(words).map(\.id)))
    case .chosenHazards(.numbered(let ids)):
      return .chosenHazards(try ledger.hazards(numbered: ids))
    case .timeline(let id): return .timeline(id, try ledger.timeline(.hazard(id)))
    case .dropFolder: return .dropFolder(DropFolder.present.listing())
    case .entries(let id):
      return .entries(try ledger.enteredActs(for: id, isWaiting: false))
    case .notices(let hazard):
      return .notices(
        about: hazard,
        try hazard.map { try ledger.rectificationNotices(about: $0).reversed() }
          ?? ledger.rectificationNotices())
    case .dutyRosters: return .dutyRosters(try ledger.dutyRosters())
    case .activities: return .activities(try session.activityBook())
    case .annual(let year): return .annual(try session.annualReview(of: year))
    case .assessment(let year):
      return .assessment(year, try session.assessmentReview(of: year))
    case .coverage(let year): return .coverage(try session.coverage(of: year))
    case .expiries: return .expiries(try session.expiryBook())
    case .rules: return .rules(try ledger.rules())
    case .incidents: return .incidents(try ledger.incidentBook(), try ledger.dutyRosters())
    case .goals(let year):
      return .goals(year, try ledger.goals(of: year, at: now), try session.activityBook())
    case .assets: return .assets(try ledger.assetBook(at: now))
    case .vehicles:
      return .vehicles(try ledger.vehicleBook(), check: try session.checkBeforeTrip())
    case .document(let report, let columns):
      let document = try Printout(report, of: session).document
      return .document(
        DocumentSheet(
          report: report,
          pages: pages(of: document, columns)))
    case .decisionSheets(let day):
      return .decisionSheets(printedOn: day, try session.decisionSheets(printedOn: day))
    case .figures(let period):
      let (values, beside) = try ledger.figures(of: period, at: now)
      return .figures(period, values, beside: beside)
    case .figureRecords(let figure, let span):
      return .figureRecords(
        figure, span, try ledger.records(behind: figure, of: span, at: now))
    case .annualRecords(let basis):
      return .annualRecords(basis, try session.annualRecords(behind: basis))
    case .calendar(let window): return .calendar(try session.calendarSheet(of: window))
    case .month(let month, let edition, let columns):
      let paper = try session.monthPaper(month, edition: edition)
      return .month(
        MonthSheet(
          month: month, edition: edition, seal: paper.sealed?.seal,
          pages: pages(
            of: paper.document(session.templates, in: session.language), columns)))
    case .record(let id, let columns):
      return try RoomReader(ledger: ledger, now: now).sheet(of: id).map { room, record in
        let document = try Printout(.record(id), of: session).document
        return .record(
          RecordSheet(
            room: room, record: record,
            pages: pages(of: document, columns)))
      }
    }
  }
}
