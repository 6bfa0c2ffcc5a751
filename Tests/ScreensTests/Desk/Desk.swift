import Almanac
import Canvas
import Domain

@testable import Screens

/// The program with someone at its keyboard: keys go in, pictures come out. Its ledger is folded in
/// memory, its clock stands.
struct Desk {
  let office: Office
  var app: App
  private(set) var ledger: MemoryLedger
  private(set) var drafts: [OccurrenceKey: Draft] = [:]
  /// What was typed in forms and not sent.
  var kept: [String: TypedForm] = [:]
  /// What lies in the folder of photographs.
  var dropped: DropListing
  /// The number that a document is offered.
  var number: NumberOffer?
  /// The printers that are found.
  var printers = [
    PrinterQueue("office", isDefault: true),
    PrinterQueue("archive", state: .stopped),
    PrinterQueue("hall", isAccepting: false),
  ]
  /// What opens the key of the person at the keyboard; nobody's is under one when nil.
  var passphrase: Passphrase?
  private var isUnlocked = false
  /// What is offered to the person at the keyboard, who has no key; nothing when nil.
  var keyOffer: KeyOffer?
  /// All that was asked of the world, the latest last.
  private(set) var effects: [Effect] = []

  static let now = Moment(Day(2026, 11, 23), hour: 9, minute: 0)

  /// Opens the program.
  ///
  /// - Parameter newcomer: Someone beside the office's own persons, who sits there instead.
  init(
    _ office: Office, _ chair: Office.Chair = .inspector, newcomer: Person? = nil,
    in language: Language? = nil,
    columns: Int = 80, rows: Int = 24, isPersonKnown: Bool = true, isPractice: Bool = false,
    after past: Past = .none
  ) throws {
    self.office = office
    ledger = try office.ledger(after: past)
    dropped = DropSamples.listing(office)
    if isPractice {
      ledger.write(
        [Happening(.ledger, .ledgerCreated(LedgerCreated(isPractice: true)))], Office.founder)
    }
    if let newcomer {
      ledger.write([Happening(.person(newcomer.id), .person(newcomer))], Office.founder)
    }
    let fold = ledger.fold
    let nobody = Person(id: "", name: "", roles: [])
    let seated = newcomer?.id ?? office.person(chair)
    let person = isPersonKnown ? fold.bureau.person(seated) ?? nobody : nobody
    let context = Context(
      language: language ?? office.language, bureau: fold.bureau, person: person, now: Self.now,
      columns: columns, rows: rows, pinyin: try Shipped.pinyin.get())
    app = App(context, isPersonKnown: isPersonKnown, mayChoosePerson: true)
    try carryOut(app.opening)
  }

  var fold: Fold { ledger.fold }
  var view: String { app.view.text }
  var today: Day { Self.now.day }

  /// The drafts asked to be saved, in order.
  var saves: [Draft] { effects.compactMap { if case .save(let draft) = $0 { draft } else { nil } } }

  /// What was printed, and what was written into files.
  var prints: [Screens.Report] {
    effects.flatMap { effect -> [Screens.Report] in
      if case .print(let reports, _) = effect { reports } else { [] }
    }
  }
  var exports: [Screens.Report] {
    effects.flatMap { effect -> [Screens.Report] in
      if case .export(let reports, _) = effect { reports } else { [] }
    }
  }

  /// Presses keys one after the other.
  mutating func press(_ keys: [Key]) throws {
    for key in keys {
      app.advance(to: Self.now, seconds: 0)
      try carryOut(app.update(.key(key)))
    }
  }

  /// Types keys written as a text.
  mutating func type(_ keys: String) throws { try press(keys.keys) }

  /// Opens a room as F3 or Enter would.
  mutating func open(_ plan: Plan.ID, _ kind: PlaceKind) throws {
    try carryOut(app.open(key(plan, kind)))
  }

  /// Opens a screen over the one that stands.
  mutating func open(_ screen: any Screen) throws { try carryOut(app.run([.push(screen)])) }

  /// Opens a round as Enter would.
  mutating func open(round plan: Plan.ID) throws {
    try carryOut(app.run([.push(RoundScreen(key: key(plan, nil).round))]))
  }

  /// The occurrence of a plan that is open today, at the first place of a kind.
  func key(_ plan: Plan.ID, _ kind: PlaceKind?) throws -> OccurrenceKey {
    try ledger.key(plan, kind, on: today)
  }

  /// Records what someone else does meanwhile.
  ///
  /// - Parameter recorder: Who enters it for them, from a paper of the day before; nobody when nil.
  mutating func record(
    _ command: Command, by chair: Office.Chair, entered recorder: Office.Chair? = nil,
    scan: DropFile? = nil
  ) throws {
    let kept = try scan.map(DropSamples.scan)
    let entered = recorder.map { Entered(by: office.person($0), paper: today - 1, scan: kept) }
    try ledger.record(command, by: office.person(chair), entered: entered, at: Self.now)
    try carryOut(app.update(.changed))
  }

  /// Writes lines that nobody decided about, as of the office's founding.
  mutating func write(_ lines: [Happening]) { ledger.write(lines, Office.founder) }

  /// Keeps a draft that someone left.
  mutating func keep(_ draft: Draft) { drafts[draft.occurrence] = draft }

  /// Forgets what was asked of the world.
  mutating func forget() { effects = [] }

  mutating func carryOut(_ effects: [Effect]) throws {
    for effect in effects {
      self.effects.append(effect)
      try carryOut(effect)
    }
  }

  private mutating func carryOut(_ effect: Effect) throws {
    switch effect {
    case .load(let query):
      if let reply = try answer(query) { try carryOut(app.update(.loaded(reply))) }
    case _ where effect.isSigned && keyOffer != nil:
      let offer = keyOffer
      try carryOut(app.update(offer.map { .keyless(effect, $0) } ?? .changed))
    case .makeKey(_, let waiting):
      keyOffer = nil
      let key = try Office.key
      try ledger.record(.key(.offer(key)), by: app.context.person.id, at: Self.now)
      try carryOut(app.update(.keyMade(key.fingerprint, then: waiting)))
    case .goOnWithoutKey(let waiting):
      keyOffer = nil
      try carryOut(waiting)
    case .perform where passphrase != nil && !isUnlocked,
      .performEach where passphrase != nil && !isUnlocked:
      try carryOut(app.update(.locked(effect)))
    case .unlock(let typed, let waiting):
      isUnlocked = typed == passphrase
      let trouble = PassphraseError.wrong.message
      try isUnlocked
        ? carryOut(waiting) : carryOut(app.update(.locked(waiting, trouble)))
    case .perform(let command):
      do {
        let lines = try ledger.record(
          photographed(command), by: app.context.person.id, at: Self.now)
        for case .inspection(.signed(let record)) in lines.map(\.event) {
          drafts[record.occurrence] = nil
        }
        try carryOut(app.update(.done(lines)))
      } catch let refusal as any Refusal {
        try carryOut(app.update(.refused(refusal.message)))
      }
    case .enter(let command, let decider, let entered):
      do {
        try carryOut(
          app.update(
            .done(try ledger.record(command, by: decider, entered: entered, at: Self.now))))
      } catch let refusal as any Refusal {
        try carryOut(app.update(.refused(refusal.message)))
      }
    case .performFiling(let command, let file):
      try carryOut(.perform(command.filing(file.map(DropSamples.scan))))
    case .performEach(let acts):
      let person = app.context.person.id
      try judge(acts, \.subject) { try $0.record($1.command, by: person, at: Self.now) }
    case .enterEach(let acts, let leader, var entered, let file):
      entered.scan = try file.map(DropSamples.scan)
      try judge(acts, \.hazard.rawValue) { [entered] ledger, act in
        try act.check(ledger.fold.hazard(act.hazard))
        try ledger.record(
          .hazard(act.hazard, act.command), by: leader, entered: entered, at: Self.now)
      }
    case .save(let draft):
      drafts[draft.occurrence] = draft
      try carryOut(app.update(.saved(Self.now)))
    case .discard(let key): drafts[key] = nil
    case .attach(let hazard, let file, let role):
      try carryOut(
        .perform(.hazard(hazard, .photograph([DropSamples.photograph(file, role)]))))
    case .enterPaper(let round, let line, let walk): try enter(line, of: round, walk)
    case .keep(let typed): kept[typed.form] = typed
    case .forget(let form): kept[form] = nil
    case .recall(let form):
      if let typed = kept[form] { try carryOut(app.update(.recalled(typed))) }
    case .offer(let reports, let asFile):
      try carryOut(app.update(.outlets(outlets(reports), asFile: asFile)))
    case .view, .print, .export, .verify, .backUp, .mouse, .theme, .language, .redraw, .suspend,
      .quit:
      break
    }
  }

  private mutating func judge<Act>(
    _ acts: [Act], _ subject: (Act) -> String,
    _ record: (inout MemoryLedger, Act) throws -> Void
  ) throws {
    let judgements = try acts.map { act in
      do {
        try record(&ledger, act)
        return Judgement(subject: subject(act), refusal: nil)
      } catch let refusal as any Refusal {
        return Judgement(subject: subject(act), refusal: refusal.message)
      }
    }
    try carryOut(app.update(.judged(judgements)))
  }

  /// Writes a line that names one room by its id, as the shell does.
  private mutating func enter(
    _ line: PaperLine, of round: RoundKey, _ walk: Signing.Walk
  ) throws {
    do {
      let key = OccurrenceKey(
        plan: round.plan, place: Identifier(line.rooms), period: round.period)
      guard let questionnaire = try fold.questionnaire(key) else {
        throw RoundError.noSuchOccurrence(key.description)
      }
      let (answers, passed) = try GivenAnswers(line).resolved(
        for: questionnaire, hazards: fold.openHazards(at: key.place), in: app.context.language)
      try carryOut(
        .perform(
          .sign(
            SignRequest(occurrence: key, answers: answers, passedAtOnce: passed, walk: walk))))
    } catch let refusal as any Refusal {
      try carryOut(app.update(.refused(refusal.message)))
    }
  }

  func summary(of month: Month) -> MonthlySummary {
    fold.sealing(month, at: Self.now).summary
  }

  private func answer(_ query: Query) throws -> Reply? {
    switch query {
    case .agenda:
      .agenda(
        Agenda(
          now: Self.now, bureau: book.bureau,
          rounds: book.rounds(in: Agenda.window(around: today), on: today),
          hazards: openBriefs().sorted(in: .urgency),
          drafts: drafts.values.sorted { $0.saved > $1.saved },
          waitingEntries: ledger.waitingEntries, rosters: fold.dutyRosters(),
          activities: fold.activities(),
          goals: goals(of: today.year).filter { $0.isPressing(on: today) },
          incidents: fold.incidentBook, expiries: fold.expiries(), rules: fold.rules(),
          vehicles: fold.vehicleBook(), assets: fold.assets()))
    case .round(let key): round(key).map(Reply.round)
    case .room(let key): try room(key).map(Reply.room)
    case .hazards(let listing):
      .hazards(
        HazardWindow(of: ledger.openHazards, listing, on: today) { brief in
          HazardSearch(listing.words, app.context)?.finds(brief) ?? true
        })
    case .hazardBriefs(let words): .hazardBriefs(openBriefs(words))
    case .chosenHazards(let choice): .chosenHazards(chosen(choice))
    case .timeline(let id): .timeline(id, ledger.timeline(id))
    case .dropFolder: .dropFolder(dropped)
    case .entries(let id): .entries(ledger.enteredActs(for: id))
    case .notices(let hazard):
      .notices(
        about: hazard,
        fold.rectificationNotices.values.filter { notice in
          hazard.map { id in
            notice.state != .withdrawn && notice.content.lines.contains { $0.hazard == id }
          } ?? true
        }.sorted { $1.id < $0.id })
    case .dutyRosters: .dutyRosters(fold.dutyRosters())
    case .activities: .activities(try activityBook)
    case .assessment(let year): .assessment(year, try assessmentReview(of: year))
    case .coverage(let year): .coverage(try coverage(of: year))
    case .annual(let year): .annual(try annualReview(of: year))
    case .annualRecords(let basis):
      .annualRecords(
        basis, basis.found(in: try annualRecords(of: basis.year), of: fold.bureau, at: Self.now))
    case .incidents: .incidents(fold.incidentBook, fold.dutyRosters())
    case .assets: .assets(assetBook)
    case .expiries: .expiries(try fold.expiryBook)
    case .rules: .rules(fold.rules())
    case .vehicles: .vehicles(fold.vehicleBook(), check: try checkBeforeTrip)
    case .goals(let year): .goals(year, goals(of: year), try activityBook)
    case .document(let report, _):
      .document(DocumentSheet(report: report, pages: PaperPages.pages(of: report, office)))
    case .decisionSheets(let day):
      .decisionSheets(
        printedOn: day, DecisionSheet.all(of: ledger.openHazards, fold.bureau, on: day ?? today))
    case .figures(let period): figures(of: period)
    case .figureRecords(let figure, let span):
      .figureRecords(
        figure, span,
        FigureRecord.all(
          of: figure, in: span, today: today, book: book,
          fulfilments: Array(book.fulfilments.values), hazards: Array(fold.hazards.values)))
    case .calendar(let window):
      .calendar(
        CalendarSheet(
          window, bureau: fold.bureau, rounds: book.rounds(in: window, on: today),
          hazards: openBriefs(), rosters: fold.dutyRosters(), on: today))
    case .month(let month, let edition, _):
      .month(
        MonthSheet(
          month: month, edition: edition, seal: edition == .live ? nil : fold.seals[month]?.last,
          pages: SummaryPages.pages(of: month, office)))
    case .record(let id, _): try record(id).map(Reply.record)
    }
  }

  private func chosen(_ choice: HazardChoice) -> [Hazard] {
    let ids =
      switch choice {
      case .found(let words): Set(openBriefs(words).map(\.id))
      case .numbered(let ids): Set(ids)
      }
    return ledger.openHazards.filter { ids.contains($0.id) }
  }

  private func openBriefs(_ words: String = "") -> [HazardBrief] {
    let search = HazardSearch(words, app.context)
    return ledger.openHazards.map(HazardBrief.init).filter { search?.finds($0) ?? true }
  }

  var book: RoundBook {
    RoundBook(
      bureau: fold.bureau.asOf(Self.now),
      fulfilments: Dictionary(
        uniqueKeysWithValues: fold.inspections.values.filter { $0.withdrawn == nil }
          .map { ($0.occurrence, Fulfilment($0)) }), notes: fold.notes, drafts: drafts)
  }

  private func round(_ key: RoundKey) -> Round? {
    var book = book
    book.bureau.plans.removeAll { $0.id != key.plan }
    return book.rounds(in: (today - 100)...(today + 60), on: today).first { $0.id == key }
  }

  private func room(_ key: OccurrenceKey) throws -> RoomSheet? {
    guard let round = round(key.round),
      let room = round.rooms.first(where: { $0.occurrence.key == key }),
      let questionnaire = try fold.questionnaire(key)
    else { return nil }
    let context = RoomContext(
      hazards: fold.openHazards(at: key.place), typed: fold.typedFindings,
      last: last(before: key))
    let companions = try book.companions(
      of: key, on: today, questionnaire: { try fold.questionnaire($0) }, last: last)
    let record = room.fulfilment.flatMap { fold.inspection($0.inspection) }
    return RoomSheet(
      round: round, room: room, questionnaire: record.map(asked) ?? questionnaire,
      context: context, record: record, companions: room.fulfilment == nil ? companions : [])
  }

  private func last(before key: OccurrenceKey) -> Inspection? {
    fold.inspections.values.filter {
      $0.occurrence.place == key.place && $0.occurrence.plan == key.plan && $0.occurrence != key
    }.max { $0.content.walked < $1.content.walked }
  }

  private func record(_ id: Inspection.ID) throws -> RecordSheet? {
    guard let record = fold.inspection(id), var room = try room(record.occurrence) else {
      return nil
    }
    room.questionnaire = asked(record)
    room.record = record
    return RecordSheet(
      room: room, record: record, pages: RecordPages.pages(of: record, room.questionnaire, office))
  }

  /// The questions that a record answers.
  private func asked(_ record: Inspection) -> Questionnaire {
    let hashes = record.content.checklists.map(\.hash)
    return Questionnaire(
      of: record.content,
      checklists: fold.checklists.values.joined().filter { hashes.contains($0.hash) })
  }
}
