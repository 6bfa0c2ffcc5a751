import Almanac

/// A walk that is ready to become a record, with all that the decision needs to know.
public struct Signing: Sendable {
  /// Who walked and when.
  public struct Walk: Hashable, Sendable {
    /// Who walked; at least one, or the signature is refused.
    public var inspectors: [Person.ID]
    /// The leader who led it (带队领导), if any.
    public var ledBy: Person.ID?
    /// Start of the walk.
    public var from: Moment
    /// End of the walk, not before its start nor after now; its day is the day walked.
    public var to: Moment
    /// The number of the printed form.
    public var form: String?
    /// Seconds on screen; nil when it was not ticked on site.
    public var seconds: Int?

    /// A walk by people between two times; with a form number if on paper, seconds if on site.
    public init(
      inspectors: [Person.ID], ledBy: Person.ID? = nil, from: Moment, to: Moment,
      form: String? = nil, seconds: Int? = nil
    ) {
      self.inspectors = inspectors
      self.ledBy = ledBy
      self.from = from
      self.to = to
      self.form = form
      self.seconds = seconds
    }
  }

  /// The task that the record will fulfil.
  public var occurrence: Occurrence
  /// The place as it stands in the master data; its section goes on the record.
  public var place: Place
  /// The round's title, as printed on the record.
  public var title: Bilingual
  /// What is asked there; every question needs an answer.
  public var questionnaire: Questionnaire
  /// The answers given, by item.
  public var answers: [ItemKey: Answer]
  /// The items passed by the one act "all the rest pass"; those asked here are counted on the record.
  public var passedAtOnce: Set<ItemKey>
  /// People and times.
  public var walk: Walk
  /// The hazards open at the place.
  public var openHazards: [Hazard]
  /// The closed hazards that findings at these items find again.
  public var former: [ItemKey: Hazard.ID]
  /// The record that has fulfilled the occurrence already.
  public var existing: Inspection.ID?
  /// Tells working days, for the limit of entry from paper and for proposed deadlines.
  public var calendar: WorkCalendar
  /// The days given for rectification.
  public var deadlines: DeadlineRule
  /// The first day off of the break that the round prepares.
  public var firstOff: Day?
  /// The first day off that another round signed in the same act prepares, by the items it asks.
  var otherBreaks: [ItemKey: Day] = [:]

  /// A walk to be signed, with the questions, their answers and the state of the ledger.
  public init(
    occurrence: Occurrence, place: Place, title: Bilingual, questionnaire: Questionnaire,
    answers: [ItemKey: Answer], passedAtOnce: Set<ItemKey> = [], walk: Walk,
    openHazards: [Hazard], former: [ItemKey: Hazard.ID] = [:],
    existing: Inspection.ID?, calendar: WorkCalendar, deadlines: DeadlineRule = DeadlineRule(),
    firstOff: Day? = nil
  ) {
    self.occurrence = occurrence
    self.place = place
    self.title = title
    self.questionnaire = questionnaire
    self.answers = answers
    self.passedAtOnce = passedAtOnce
    self.walk = walk
    self.openHazards = openHazards
    self.former = former
    self.existing = existing
    self.calendar = calendar
    self.deadlines = deadlines
    self.firstOff = firstOff
  }

  /// Returns the record and, for each finding, the hazard it opens or the sighting it adds: one act.
  ///
  /// - Throws: ``SigningError`` or ``NotPermitted``, with nothing written.
  public func decide(in situation: Situation) throws -> [Happening] {
    try check(in: situation)
    try checkFindings(on: situation.today)
    let answered = try answeredItems()
    var numbering = situation.numbering
    let number = numbering.takeInspection()
    let record = SignedInspection(
      occurrence: occurrence.key, title: title, section: place.section,
      checklists: questionnaire.versions, answers: answered, inspectors: inspectors,
      ledBy: walk.ledBy, from: walk.from, to: walk.to, entry: entry(recorded: situation.today),
      form: walk.form, seconds: walk.seconds,
      passedAtOnce: questionnaire.questions.count { passedAtOnce.contains($0.key) })
    var happenings = [Happening(.inspection(number), .inspection(.signed(record)), day: walked)]
    for (question, finding) in findings {
      happenings.append(happening(question, finding, in: record, number, &numbering))
    }
    return happenings + proposals(in: number)
  }

  /// What answers propose about their items: that they never apply here.
  private func proposals(in record: Inspection.ID) -> [Happening] {
    asked.compactMap { question in
      answers[question.key]?.proposal(at: question, in: record).map {
        Happening(
          .exemption(Exemption.Key(place: place.id, item: question.key)), .exemption(.proposed($0)))
      }
    }
  }

  /// What the record answers.
  private var asked: [Questionnaire.Question] { questionnaire.questions(answeredBy: answers) }

  /// How the record comes in: on site if ticked on the day walked; from paper by the end of the third
  /// working day after; belated otherwise.
  public func entry(recorded today: Day) -> Inspection.Entry {
    if walk.seconds != nil, walk.to.day == today { return .onSite }
    guard walk.form != nil else { return .belated }
    let lastDay = calendar.workday(3, after: walk.to.day)
    return today <= lastDay ? .fromPaper : .belated
  }

  private var walked: Day { walk.to.day }

  /// Who walked, each once, in the order in which they were named.
  private var inspectors: [Person.ID] {
    var seen: Set<Person.ID> = []
    return walk.inspectors.filter { seen.insert($0).inserted }
  }

  private var findings: [(Questionnaire.Question, Finding)] {
    asked.compactMap { question in
      answers[question.key]?.finding.map { (question, $0) }
    }
  }

  /// Whether this person may sign this walk now, whatever the answers.
  func check(in situation: Situation) throws {
    guard situation.actor.may(.inspect) else { throw NotPermitted(.inspect) }
    if let existing { throw SigningError.alreadySigned(existing) }
    guard !walk.inspectors.isEmpty else { throw SigningError.noInspector }
    guard walk.from <= walk.to else { throw SigningError.endBeforeStart }
    guard walk.to <= situation.now else { throw SigningError.notYetWalked(now: situation.now) }
    guard walk.from.day >= occurrence.start else {
      throw SigningError.tooEarly(start: occurrence.start)
    }
    // What is ticked on screen may rest for days; times that were written down do not.
    guard walk.seconds != nil || walk.to <= walk.from + 24 * 3600 else {
      throw SigningError.tooLong
    }
  }

  /// Every question with its answer.
  func answeredItems() throws -> [SignedInspection.Answered] {
    let missing = questionnaire.questions.filter { answers[$0.key] == nil }
    guard missing.isEmpty else { throw SigningError.unanswered(missing.map(\.number)) }
    return try asked.map { question in
      guard let answer = answers[question.key] else {
        throw SigningError.unanswered([question.number])
      }
      guard question.item.accepts(answer) else {
        throw SigningError.doesNotFit(question.number, asks: question.item.kind.name)
      }
      return .init(number: question.number, item: question.key, answer: answer)
    }
  }

  /// Whether deadlines given lie ahead, and what findings are tied to is open at this place.
  func checkFindings(on today: Day) throws {
    for (question, finding) in findings {
      try finding.requireDeadline(from: today, item: question.number)
      guard case .joins(let number) = finding.handling,
        !openHazards.contains(where: { $0.id == number })
      else { continue }
      throw SigningError.notOpenHere(number, item: question.number)
    }
  }

  private func happening(
    _ question: Questionnaire.Question, _ finding: Finding, in record: SignedInspection,
    _ inspection: Inspection.ID, _ numbering: inout Numbering
  ) -> Happening {
    if case .joins(let number) = finding.handling {
      let sighting = HazardSighting(
        inspection: inspection, item: question.key, text: finding.text)
      return Happening(.hazard(number), .hazard(.sighted(sighting)), day: walked)
    }
    let firstOff = [firstOff, otherBreaks[question.key]].compactMap { $0 }.min()
    var report = HazardReport(
      finding, at: question.key, question: question.item, in: record, of: inspection
    ) {
      deadlines.proposed(for: $0, found: walked, calendar: calendar, beforeBreak: firstOff)
    }
    if report.onSpot == nil { report.breakFrom = firstOff }
    report.previous = former[question.key]
    return Happening(.hazard(numbering.takeHazard()), .hazard(.reported(report)), day: walked)
  }
}

extension Signing.Walk {
  /// Checks that those who walked were of the office on that day, and one of them may inspect.
  ///
  /// - Throws: ``SigningError``.
  func checkInspectors(of bureau: Bureau) throws(SigningError) {
    let persons = inspectors.map {
      bureau.person($0) ?? Person(id: $0, name: $0.rawValue, roles: [])
    }
    for person in persons
    where !person.may(.reportHazard) || person.to.map({ $0 < to.day }) ?? false {
      throw .mayNotWalk(person.name)
    }
    guard persons.isEmpty || persons.contains(where: { $0.may(.inspect) }) else {
      throw .nobodyInspects(persons.map(\.name))
    }
  }
}

extension Finding {
  /// Checks that a deadline given with it lies ahead.
  ///
  /// - Throws: ``SigningError/deadlinePassed(_:item:)``.
  func requireDeadline(from today: Day, item: Int) throws {
    guard case .rectify(let day?) = handling, day < today else { return }
    throw SigningError.deadlinePassed(day, item: item)
  }
}

extension HazardReport {
  /// What a finding of a record registers.
  init(
    _ finding: Finding, at item: ItemKey, question: Item?, in record: SignedInspection,
    of inspection: Inspection.ID, proposing: (HazardCategory) -> Day
  ) {
    let category = finding.category ?? question?.category ?? .other
    self.init(
      place: record.occurrence.place, spot: finding.spot, section: record.section,
      text: finding.text, category: category, finders: record.inspectors, inspection: inspection,
      item: item, basis: question?.basis, asksForStudy: finding.asksForStudy,
      photos: finding.photos)
    switch finding.handling {
    case .onTheSpot(let measures): onSpot = measures
    case .joins: break
    case .rectify(let day): deadline = day ?? proposing(category)
    }
  }
}

/// A reason a record was not signed. Nothing was written.
public enum SigningError: Refusal, Hashable {
  case alreadySigned(Inspection.ID)
  case noInspector
  /// None of those who walked may inspect.
  case nobodyInspects([String])
  /// One who walked is not of the office on that day, or only looks on.
  case mayNotWalk(String)
  case endBeforeStart
  case notYetWalked(now: Moment)
  case tooEarly(start: Day)
  case tooLong
  case deadlinePassed(Day, item: Int)
  case unanswered([Int])
  /// The item's number, and what it asks for.
  case doesNotFit(Int, asks: Bilingual)
  case notOpenHere(Hazard.ID, item: Int)
  case formOfOneRound
  case placesDiffer

  /// Always ``RefusalKind/badData``.
  public var kind: RefusalKind { .badData }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .alreadySigned(let number):
      Bilingual(
        zh: "此处本轮已有记录\(number)，未重复写入。",
        en: "This place already has record \(number) in this round; nothing was written twice.")
    case .noInspector:
      Bilingual(zh: "至少要有一名检查人。", en: "At least one inspector is needed.")
    case .nobodyInspects(let names):
      Bilingual(
        zh: "检查人中没有有权检查的人（\(names.joined(separator: "、"))），至少要有一人。",
        en: "None of \(names.joined(separator: ", ")) may inspect; at least one who walked must.")
    case .mayNotWalk(let name):
      Bilingual(
        zh: "\(name)当天不在任，或只是查阅人，不能作为检查人。",
        en: "\(name) was not in office that day, or only looks on, and cannot be an inspector.")
    case .endBeforeStart:
      Bilingual(
        zh: "结束时间早于开始时间，请核对。", en: "The walk ends before it starts; check the times.")
    case .notYetWalked(let now):
      Bilingual(
        zh: "检查时间在现在（\(now.day) \(now.hourAndMinute)）之后，请核对。",
        en: "The walk lies after now (\(now.day) \(now.hourAndMinute)); check the times.")
    case .tooEarly(let start):
      Bilingual(
        zh: "本轮\(start)才开始，在此之前不能检查和记录。",
        en: "The round starts on \(start); nothing can be walked or recorded before.")
    case .tooLong:
      Bilingual(
        zh: "起止时间相隔超过24小时，请核对日期。",
        en: "The walk lasts longer than 24 hours; check the days.")
    case .deadlinePassed(let day, let item):
      Bilingual(
        zh: "第\(item)项：整改期限 \(day) 已过，请另定期限。",
        en: "Item \(item): the deadline \(day) has passed; set another.")
    case .unanswered(let numbers):
      Bilingual(
        zh: "还有未答的检查项：\(numbers.map(String.init).joined(separator: "、"))。",
        en: "Items not answered yet: \(numbers.map(String.init).joined(separator: ", ")).")
    case .doesNotFit(let number, let kind):
      Bilingual(
        zh: "第\(number)项要填的是\(kind.zh)，所给的答案不合（检查表可能已更新），请重新作答。",
        en: """
          Item \(number) asks for \(kind.en) and its answer is none (the checklist may have \
          changed); answer it anew.
          """)
    case .notOpenHere(let number, let item):
      Bilingual(
        zh: "第\(item)项：隐患\(number)不是此处的未销号隐患。",
        en: "Item \(item): hazard \(number) is not open at this place.")
    case .formOfOneRound:
      Bilingual(
        zh: "表号只属于一个轮次；几个轮次一起签时不要写表号。",
        en: "A form belongs to one round; leave its number out where several are signed together.")
    case .placesDiffer:
      Bilingual(
        zh: "一起签的轮次须是同一处。", en: "What is signed together must be of one and the same place.")
    }
  }
}
