import Almanac

extension DutyRequest {
  /// Returns the roster's name and the event that begins it, or begins it anew.
  ///
  /// - Throws: ``DutyError`` or ``NotPermitted``, with nothing written.
  func decide(
    with records: some Records, in situation: Situation
  ) throws -> (DutyRoster.ID, DutyEvent) {
    guard situation.actor.may(.keepDuty) else { throw NotPermitted(.keepDuty) }
    let bureau = try records.bureau
    let (id, stretch) = try stretch(in: bureau)
    let rosters = try records.dutyRosters()
    if let standing = rosters.first(where: { $0.id == id }), standing.isInForce {
      throw DutyError.stands(standing.content.name)
    }
    guard stretch.last >= situation.today else { throw DutyError.past(stretch.last) }
    var content = stretch
    content.rows = DutyRotation(bureau: bureau, rosters: rosters, besides: id)
      .rows(of: content.kind, on: days(from: content, bureau.calendar))
    guard !content.rows.isEmpty else { throw DutyError.noDays(content.kind) }
    return (id, .proposed(content))
  }

  /// The longest stretch of one roster, in days.
  public static let longest = 100

  private func stretch(in bureau: Bureau) throws -> (DutyRoster.ID, DutyRoster.Content) {
    switch self {
    case .holiday(let key):
      guard let found = bureau.calendar.holiday(key) else { throw DutyError.noSuchBreak(key) }
      return (
        Identifier(found.key),
        DutyRoster.Content(
          kind: .holiday, name: found.nameWithYear, first: found.firstOff, last: found.lastOff,
          rows: [])
      )
    case .days(let kind, let days, let name):
      guard kind != .holiday else { throw DutyError.noSuchBreak("\(days.lowerBound)") }
      guard days.count <= Self.longest else { throw DutyError.tooLong(days.count) }
      let words = try name.map(Wording.name).map { Bilingual(verbatim: $0) }
      return (
        Identifier("\(kind.rawValue)-\(days.lowerBound)"),
        DutyRoster.Content(
          kind: kind,
          name: words
            ?? Bilingual(
              zh: "\(days.lowerBound)至\(days.upperBound)\(kind.name.zh)",
              en: "\(kind.name.en) \(days.lowerBound) to \(days.upperBound)"),
          first: days.lowerBound, last: days.upperBound, rows: [])
      )
    }
  }

  private func days(from content: DutyRoster.Content, _ calendar: WorkCalendar) -> [Day] {
    (content.first...content.last).filter { day in
      switch content.kind {
      case .holiday, .alert: true
      case .weekend:
        calendar.dutyDay(day) == .weekend && calendar.breaks(overlapping: day...day).isEmpty
      case .night: calendar.isWorkday(day)
      }
    }
  }
}

extension WorkCalendar {
  /// The break of a key, as `2027-new-year`; nil if there is none.
  public func holiday(_ key: String) -> Break? {
    guard let year = Int(key.prefix(4)), (1990...2100).contains(year) else { return nil }
    return breaks(in: year).first { $0.key == key }
  }
}

extension Break {
  /// As `2027年元旦`.
  public var nameWithYear: Bilingual {
    Bilingual(zh: "\(year)年\(name.zh)", en: "\(name.en) \(year)")
  }
}

extension DutyRules {
  /// Returns the line that writes them.
  ///
  /// - Throws: ``DutyError``, ``NotPermitted`` or ``WordingError``, with nothing written.
  func decide(with bureau: Bureau, in situation: Situation) throws -> Happening {
    guard situation.actor.may(.keepDuty) else { throw NotPermitted(.keepDuty) }
    try check(with: bureau)
    if let latest = bureau.dutyRules.last, from < latest.from {
      throw DutyError.rulesBefore(latest.from)
    }
    var rules = self
    rules.source = try worded(source)
    rules.phone = try worded(phone)
    return Happening(.dutyRules, .dutyRules(rules))
  }
}

extension DutyRoster {
  /// Returns the event that a command causes.
  ///
  /// - Parameter others: The other rosters: nobody is in two places.
  /// - Throws: ``DutyError`` or ``NotPermitted``, with nothing written.
  public func decide(
    _ command: DutyCommand, others: [DutyRoster], of bureau: Bureau, in situation: Situation
  ) throws -> DutyEvent {
    let actor = situation.actor
    func requireKeeper() throws {
      guard actor.may(.keepDuty) else { throw NotPermitted(.keepDuty, asked: command.name) }
    }
    guard command.states.contains(state) else {
      throw DutyError.notNow(command.name, content.name, state)
    }
    switch command {
    case .adopt:
      try requireKeeper()
      if let grave = content.warnings(others: others, bureau).first(where: \.isGrave) {
        throw DutyError.grave(grave.message(bureau))
      }
      return .adopted
    case .change(let edit):
      try requireKeeper()
      let row = try changed(by: edit, bureau)
      let reason = try worded(edit.reason)
      guard state == .proposed || reason != nil else { throw DutyError.reasonMissing }
      try requireSingle(row, others, bureau)
      return .changed(row, reason: reason)
    case .swap(let swap, let isAgreed):
      return try decide(swap, isAgreed: isAgreed, others, bureau, actor)
    case .answerSwap(let isAgreed, let reason):
      guard let asked else { throw DutyError.nothingAsked }
      guard let other = asked.parties.first(where: { $0 != asked.asker }),
        actor.parties.contains(other)
      else { throw DutyError.notYours }
      guard isAgreed else { return .swapDeclined(reason: try worded(reason)) }
      try requireMeaning(asked, others, bureau)
      return .swapped(asked)
    case .send(var sending):
      try requireKeeper()
      sending.to = try Wording.name(sending.to)
      sending.how = try worded(sending.how)
      guard sending.on <= situation.today else { throw EnteredError.paperInFuture(sending.on) }
      if let drawn = adopted?.day, sending.on < drawn {
        throw DutyError.beforeAdoption(sending.on, drawn)
      }
      return .sent(sending)
    case .handOver(let entry): return .handedOver(try entered(entry, bureau, situation))
    case .check(var check):
      guard actor.may(.checkDuty) else { throw NotPermitted(.checkDuty) }
      try requireTime(check.at, situation)
      guard persons(around: check.at).contains(check.person) else {
        throw DutyError.notOnDuty(bureau.name(check.person), check.at.day)
      }
      check.note = try worded(check.note)
      check.by = actor.id
      return .checked(check)
    case .withdraw(let reason):
      try requireKeeper()
      guard let reason = try worded(reason) else { throw DutyError.reasonMissing }
      return .withdrawn(reason: reason)
    }
  }

  private func changed(by edit: DutyEdit, _ bureau: Bureau) throws -> DutyRow {
    let rows = content.rows.filter { row in
      row.day == edit.day && edit.shift.map { $0 == row.shift } ?? true
    }
    guard rows.count == 1, var row = rows.first else {
      throw rows.isEmpty ? DutyError.noSuchRow(edit.day) : DutyError.shiftMissing(edit.day)
    }
    for id in (edit.leading ?? []) + (edit.onDuty ?? []) {
      guard let person = bureau.person(id) else { throw DutyError.noSuchPerson(id.rawValue) }
      if let last = person.to, last < row.day { throw DutyError.left(person.name, last: last) }
    }
    row.leading = edit.leading ?? row.leading
    row.onDuty = edit.onDuty ?? row.onDuty
    if let phone = edit.phone { row.phone = try worded(phone) }
    if let remark = edit.remark { row.remark = try worded(remark) }
    guard self.row(row.day, row.shift) != row else { throw DutyError.sameAsBefore }
    return row
  }

  /// Nobody stands twice at the same time, in this roster or in another.
  private func requireSingle(_ row: DutyRow, _ others: [DutyRoster], _ bureau: Bureau) throws {
    var after = content
    after.rows = after.rows.map { $0.day == row.day && $0.shift == row.shift ? row : $0 }
    for case .doubled(let person, row.day) in after.warnings(others: others, bureau)
    where row.persons.contains(person) {
      throw DutyError.doubled(bureau.name(person), row.day)
    }
  }

  private func decide(
    _ swap: DutySwap, isAgreed: Bool, _ others: [DutyRoster], _ bureau: Bureau, _ actor: Person
  ) throws -> DutyEvent {
    var swap = swap
    let isParty = !Set(actor.parties).isDisjoint(with: swap.parties)
    guard actor.may(.keepDuty) || isParty else { throw DutyError.notYours }
    guard let reason = try worded(swap.reason) else { throw DutyError.reasonMissing }
    swap.reason = reason
    try requireMeaning(swap, others, bureau)
    if actor.may(.keepDuty), isAgreed {
      swap.asker = nil
      return .swapped(swap)
    }
    guard let asker = swap.parties.first(where: actor.parties.contains) else {
      throw DutyError.consentMissing(swap.parties.map { bureau.name($0) })
    }
    swap.asker = asker
    return .swapAsked(swap)
  }

  private func requireMeaning(
    _ swap: DutySwap, _ others: [DutyRoster], _ bureau: Bureau
  ) throws {
    for slot in [swap.first, swap.second]
    where !(row(slot.day, slot.shift)?.persons.contains(slot.person) ?? false) {
      throw DutyError.notOnDuty(bureau.name(slot.person), slot.day)
    }
    let rows = swap.rows(of: self)
    guard !rows.isEmpty else { throw DutyError.cannotSwap }
    var after = self
    for row in rows {
      after.content.rows = after.content.rows.map {
        $0.day == row.day && $0.shift == row.shift ? row : $0
      }
    }
    for row in rows { try after.requireSingle(row, others, bureau) }
  }

  private func entered(
    _ entry: Handover, _ bureau: Bureau, _ situation: Situation
  ) throws -> Handover {
    var entry = entry
    try requireTime(entry.at, situation)
    let due = persons(around: entry.at)
    let own = situation.actor.parties.filter(due.contains)
    guard !own.isEmpty || situation.actor.may(.keepDuty) else { throw DutyError.notYours }
    if entry.from.isEmpty { entry.from = own }
    guard !entry.from.isEmpty else { throw DutyError.handedByNobody }
    for id in entry.from + entry.to where bureau.person(id) == nil {
      throw DutyError.noSuchPerson(id.rawValue)
    }
    entry.visitors = try worded(entry.visitors)
    entry.incidents = try worded(entry.incidents)
    entry.calls = try worded(entry.calls)
    entry.remark = try worded(entry.remark)
    return entry
  }

  private func requireTime(_ moment: Moment, _ situation: Situation) throws {
    guard moment <= situation.now else { throw DutyError.inFuture(moment) }
    guard (content.first...content.last + 1).contains(moment.day) else {
      throw DutyError.outside(moment, content.name)
    }
  }

  /// Who has a shift on a day, or had the one that lasts into it.
  private func persons(around moment: Moment) -> Set<Person.ID> {
    Set(
      content.rows.filter { ($0.day...$0.day + 1).contains(moment.day) }.flatMap(\.persons))
  }
}
