import Almanac

extension SafetyRule.Content {
  /// What it says, cleaned.
  ///
  /// - Parameter before: What it said until now: one who left meanwhile may stay.
  func checked(in bureau: Bureau, on today: Day, after before: Self? = nil) throws -> Self {
    var content = self
    content.title = try Wording.text(title)
    guard !content.title.isEmpty else { throw SafetyRuleError.titleMissing }
    content.number = try worded(number)
    content.location = try worded(location)
    content.note = try worded(note)
    guard issued <= today else { throw SafetyRuleError.inFuture(issued) }
    if let section, bureau.section(section) == nil {
      throw SafetyRuleError.noSuchSection(section.rawValue)
    }
    if let id = person {
      guard let person = bureau.person(id) else { throw SafetyRuleError.noSuchPerson(id.rawValue) }
      if id != before?.person, let last = person.to, today > last {
        throw SafetyRuleError.left(person.name, last: last)
      }
    }
    return content
  }

  /// Returns the number of a new rule and the event that begins it.
  ///
  /// - Throws: ``SafetyRuleError``, ``NotPermitted`` or ``WordingError``, with nothing written.
  func decide(
    with records: some Records, in situation: Situation
  ) throws -> (SafetyRule.ID, SafetyRuleEvent) {
    guard situation.actor.may(.keepSafetyFile) else { throw NotPermitted(.keepSafetyFile) }
    var numbering = situation.numbering
    return (
      numbering.takeRule(), .added(try checked(in: records.bureau, on: situation.today))
    )
  }
}

extension SafetyRule {
  /// Returns the event that a command causes. Who sees to a rule may review it.
  ///
  /// - Throws: ``SafetyRuleError``, ``NotPermitted`` or ``WordingError``, with nothing written.
  public func decide(
    _ command: SafetyRuleCommand, of bureau: Bureau, in situation: Situation
  ) throws -> SafetyRuleEvent {
    let (actor, today) = (situation.actor, situation.today)
    if case .review = command {
      guard mayReview(actor) else { throw NotPermitted(.keepSafetyFile) }
    } else {
      guard actor.may(.keepSafetyFile) else { throw NotPermitted(.keepSafetyFile) }
    }
    guard stands else { throw SafetyRuleError.isRepealed(id.rawValue) }
    func require(_ day: Day) throws {
      guard day <= today else { throw SafetyRuleError.inFuture(day) }
      let last = [content.issued, revised].compactMap(\.self).max() ?? content.issued
      guard day >= last else { throw SafetyRuleError.before(day, last) }
    }
    switch command {
    case .edit(let wanted):
      let changed = try wanted.checked(in: bureau, on: today, after: content)
      guard changed != content else { throw SafetyRuleError.sameAsBefore }
      if let revised, changed.issued > revised {
        throw SafetyRuleError.before(revised, changed.issued)
      }
      return .edited(changed)
    case .revise(var wanted, let day):
      try require(day)
      wanted.issued = content.issued
      return .revised(try wanted.checked(in: bureau, on: today, after: content), on: day)
    case .review(let outcome, let day, let note):
      guard content.sort != .paper else { throw SafetyRuleError.notReviewed(content.sort.name) }
      try require(day)
      if let last = reviews.last, day < last.day { throw SafetyRuleError.before(day, last.day) }
      return .reviewed(outcome, on: day, note: try worded(note))
    case .repeal(let day, let reason):
      try require(day)
      guard let reason = try worded(reason) else { throw SafetyRuleError.reasonMissing }
      return .repealed(on: day, reason: reason)
    }
  }

  /// Whether a person may record a review: who keeps the rules, and who sees to this one.
  public func mayReview(_ person: Person) -> Bool {
    person.may(.keepSafetyFile) || content.person.map(person.parties.contains) ?? false
  }

  /// What Today says of the reviews that were not held; nil where there are none.
  public static func reminder(_ agenda: Agenda, for person: Person) -> Bilingual? {
    let over = agenda.rules.filter { $0.isReviewOverdue(on: agenda.today) && $0.mayReview(person) }
      .sorted { ($0.reviewDue ?? agenda.today, $0.id) < ($1.reviewDue ?? agenda.today, $1.id) }
    guard let first = over.first, let due = first.reviewDue else { return nil }
    let title = first.content.title
    return Bilingual(
      zh: "制度逾期未复核 \(over.count) 项：\(title)（应于 \(due) 前）",
      en: "Yearly reviews overdue: \(over.count), \(title) (by \(due))")
  }
}

extension Numbering {
  /// What the number of a rule begins with.
  public static let rulePrefix = "ZD"

  /// Takes the next number of a rule, as `ZD2026-001`.
  public mutating func takeRule() -> SafetyRule.ID {
    defer { rule += 1 }
    return Identifier("\(Self.rulePrefix)\(year)-\(device)\(padded(rule, 3))")
  }
}
