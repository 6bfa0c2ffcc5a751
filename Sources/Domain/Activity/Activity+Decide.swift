import Almanac

extension Activity.Content {
  /// What it says, cleaned, with nothing that its kind does not ask.
  ///
  /// - Parameter before: What it said until now: fields retired since stay as they were.
  /// - Throws: ``ActivityError`` or ``WordingError``.
  public func checked(
    as kind: ActivityKind, in bureau: Bureau, on today: Day, after before: Self? = nil
  ) throws -> Self {
    if let retired = kind.retired, day >= retired {
      throw ActivityError.retired(kind.name, retired)
    }
    guard day <= today else { throw ActivityError.inFuture(day) }
    var content = self
    content.title = try Wording.text(title)
    guard !content.title.isEmpty else { throw ActivityError.titleMissing }
    content.place = try place.map(Wording.text).flatMap { $0.isEmpty ? nil : $0 }
    content.persons = try bureau.checked(persons, on: day)
    content.values = [:]
    for (id, value) in values {
      guard let field = kind.field(id), field.retired == nil || before?.values[id] == value else {
        throw ActivityError.noSuchField(id, kind: kind.name, fields: kind.present.map(\.id))
      }
      content.values[id] = try field.checked(value, in: bureau, on: day)
    }
    content.resolutions = try resolutions.map { resolution in
      var resolution = resolution
      resolution.text = try Wording.text(resolution.text)
      guard !resolution.text.isEmpty else { throw ActivityError.resolutionMissing }
      guard bureau.person(resolution.owner) != nil else {
        throw ActivityError.noSuchPerson(resolution.owner.rawValue)
      }
      guard resolution.due >= day else { throw ActivityError.dueBefore(resolution.due, day) }
      return resolution
    }
    return content
  }
}

extension ActivityField {
  /// An answer, cleaned; nil where nothing is left of it.
  fileprivate func checked(
    _ value: ActivityValue, in bureau: Bureau, on day: Day
  ) throws -> ActivityValue? {
    switch (kind, value) {
    case (.count, .count(let count)):
      guard (0...Self.largest).contains(count) else {
        throw ActivityError.badCount(name, "\(count)")
      }
      return value
    case (.text, .words(let words)):
      let words = try Wording.text(words)
      return words.isEmpty ? nil : .words(words)
    case (.choice, .words(let id)):
      guard choice(id) != nil else { throw ActivityError.badChoice(name, id, choices) }
      return value
    case (.persons, .persons(let persons)):
      return persons.isEmpty ? nil : .persons(try bureau.checked(persons, on: day))
    case (.flag, .flag): return value
    case (.count, _), (.text, _), (.choice, _), (.persons, _), (.flag, _):
      throw ActivityError.badValue(name)
    }
  }
}

extension Bureau {
  /// Persons who were in office on a day, each once.
  fileprivate func checked(_ ids: [Person.ID], on day: Day) throws -> [Person.ID] {
    try ids.reduce(into: []) { list, id in
      guard let person = person(id) else { throw ActivityError.noSuchPerson(id.rawValue) }
      if let last = person.to, day > last { throw ActivityError.left(person.name, last: last) }
      if !list.contains(id) { list.append(id) }
    }
  }

  /// The kind of an id in this ledger; nil for one that was not used yet.
  public func activityKind(_ id: ActivityKind.ID) -> ActivityKind? {
    activityKinds.first { $0.id == id }
  }
}

extension [ActivityRequest] {
  /// Returns the lines that record them; a kind that the ledger does not have yet enters it with them.
  ///
  /// - Parameter isImport: Whether what was recorded before with the same words is passed over.
  /// - Throws: ``ActivityError``, ``NotPermitted`` or ``WordingError``, with nothing written.
  func decide(
    isImport: Bool, with records: some Records, in situation: Situation
  ) throws -> [Happening] {
    guard situation.actor.may(.keepActivities) else { throw NotPermitted(.keepActivities) }
    let bureau = try records.bureau
    var known = isImport ? try records.activities().map(\.original).tallied() : [:]
    var kinds = bureau.activityKinds
    var numbering = situation.numbering
    var lines: [Happening] = []
    for request in self {
      let kind = bureau.activityKind(request.kind.id) ?? request.kind
      let content = try request.content.checked(as: kind, in: bureau, on: situation.today)
      if let left = known[content], left > 0 {
        known[content] = left - 1
        continue
      }
      if !kinds.contains(where: { $0.id == kind.id }) {
        kinds.append(kind)
        lines.append(Happening(.activityKind(kind.id), .activityKind(kind)))
      }
      lines.append(Happening(.activity(numbering.takeActivity()), .activity(.recorded(content))))
    }
    return lines
  }
}

extension [Activity.Content] {
  /// How often each stands here.
  fileprivate func tallied() -> [Activity.Content: Int] {
    reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}

extension Activity {
  /// Returns the event that a command causes.
  ///
  /// - Throws: ``ActivityError`` or ``WordingError``, with nothing written.
  public func decide(
    _ command: ActivityCommand, of bureau: Bureau, in situation: Situation
  ) throws -> ActivityEvent {
    guard stands else { throw ActivityError.isWithdrawn(id.rawValue) }
    guard let kind = bureau.activityKind(content.kind) else {
      throw ActivityError.noSuchKind(content.kind.rawValue)
    }
    let actor = situation.actor
    let isRecorder = actor.parties.contains(recorded.person)
    func requireRecorder() throws {
      guard isRecorder || actor.may(.correctActivity) else {
        throw ActivityError.notRecorder(bureau.name(recorded.person))
      }
    }
    switch command {
    case .correct(let wanted, let reason):
      try requireRecorder()
      var wanted = wanted
      wanted.kind = content.kind
      let changed = try wanted.checked(as: kind, in: bureau, on: situation.today, after: content)
      guard changed != content else { throw ActivityError.sameAsBefore }
      for closing in closings
      where changed.resolutions.count < closing.number
        || changed.resolutions[closing.number - 1] != content.resolutions[closing.number - 1]
      {
        throw ActivityError.resolvedAlready(closing.number)
      }
      return .corrected(changed, reason: try required(reason))
    case .withdraw(let reason):
      try requireRecorder()
      return .withdrawn(reason: try required(reason))
    case .read:
      guard kind.isCirculated else { throw ActivityError.notCirculated(kind.name) }
      guard !reads.contains(where: { $0.person == actor.id }) else {
        throw ActivityError.readAlready(id.rawValue)
      }
      return .read
    case .resolve(let number, let note):
      guard content.resolutions.indices.contains(number - 1) else {
        throw ActivityError.noSuchResolution(number, of: id.rawValue)
      }
      guard closing(number) == nil else { throw ActivityError.resolvedAlready(number) }
      let owner = content.resolutions[number - 1].owner
      guard
        isRecorder || actor.parties.contains(owner) || actor.may(.correctActivity)
          || actor.may(.administer)
      else { throw ActivityError.notOwner(bureau.name(owner)) }
      return .resolved(number, note: try note.map(Wording.text).flatMap { $0.isEmpty ? nil : $0 })
    }
  }

  private func required(_ reason: String) throws -> String {
    let reason = try Wording.text(reason)
    guard !reason.isEmpty else { throw ActivityError.reasonMissing }
    return reason
  }
}

extension Numbering {
  /// What an activity's number begins with.
  public static let activityPrefix = "HD"

  /// Takes the next number of an activity, as `HD2026-001`.
  public mutating func takeActivity() -> Activity.ID {
    defer { activity += 1 }
    return Identifier("\(Self.activityPrefix)\(year)-\(device)\(padded(activity, 3))")
  }
}
