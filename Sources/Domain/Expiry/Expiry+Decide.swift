import Almanac

extension Expiry.Content {
  /// What it is, cleaned.
  ///
  /// - Parameter before: What it was until now: one who left meanwhile may stay.
  /// - Throws: ``ExpiryError`` or ``WordingError``.
  public func checked(
    as kind: ExpiryKind, in bureau: Bureau, on today: Day, after before: Self? = nil
  ) throws -> Self {
    var content = self
    content.name = trimmed(name)
    guard !content.name.isEmpty else { throw ExpiryError.nameMissing }
    content.name = try Wording.name(content.name)
    content.note = try worded(note)
    if before == nil, let retired = kind.retired, today >= retired {
      throw ExpiryError.retiredKind(kind.name, retired)
    }
    guard (1...9999).contains(count) else { throw ExpiryError.badCount(count) }
    if let place, bureau.place(place) == nil { throw ExpiryError.noSuchPlace(place.rawValue) }
    if let id = person {
      guard let person = bureau.person(id) else { throw ExpiryError.noSuchPerson(id.rawValue) }
      if id != before?.person, let last = person.to, today > last {
        throw ExpiryError.left(person.name, last: last)
      }
    }
    if let made, made > today { throw ExpiryError.inFuture(made) }
    content.term = try term.checked(made: made, on: today)
    return content
  }
}

extension Expiry.Term {
  /// What it says, cleaned.
  fileprivate func checked(made: Day?, on today: Day) throws -> Self {
    var term = self
    term.document = try worded(document)
    term.by = try worded(by)
    term.note = try worded(note)
    if let done {
      guard done <= today else { throw ExpiryError.inFuture(done) }
      if let made, done < made { throw ExpiryError.doneBeforeMade(done, made: made) }
    }
    for day in [done, made].compactMap(\.self) where until < day {
      throw ExpiryError.endsBefore(until, day)
    }
    return term
  }
}

extension [ExpiryRequest] {
  /// Returns the lines that enter them; a kind that the ledger does not have yet enters it with them.
  ///
  /// - Parameter isImport: Whether what was entered before with the same words is passed over.
  /// - Throws: ``ExpiryError``, ``NotPermitted`` or ``WordingError``, with nothing written.
  func decide(
    isImport: Bool, with records: some Records, in situation: Situation
  ) throws -> [Happening] {
    guard situation.actor.may(.keepSafetyFile) else { throw NotPermitted(.keepSafetyFile) }
    let bureau = try records.bureau
    var known = isImport ? try records.expiries().map(\.original) : []
    var kinds = bureau.expiryKinds
    var numbering = situation.numbering
    var lines: [Happening] = []
    for request in self {
      let kind = bureau.expiryKind(request.kind.id) ?? request.kind
      let content = try request.content.checked(as: kind, in: bureau, on: situation.today)
      if let index = known.firstIndex(of: content) {
        known.remove(at: index)
        continue
      }
      if !kinds.contains(where: { $0.id == kind.id }) {
        kinds.append(kind)
        lines.append(Happening(.expiryKind(kind.id), .expiryKind(kind)))
      }
      lines.append(Happening(.expiry(numbering.takeExpiry()), .expiry(.added(content))))
    }
    return lines
  }
}

extension Expiry {
  /// Returns the event that a command causes. Whoever sees to a thing may renew it.
  ///
  /// - Throws: ``ExpiryError``, ``NotPermitted`` or ``WordingError``, with nothing written.
  public func decide(
    _ command: ExpiryCommand, of bureau: Bureau, in situation: Situation
  ) throws -> ExpiryEvent {
    let actor = situation.actor
    switch command {
    case .edit, .retire:
      guard actor.may(.keepSafetyFile) else { throw NotPermitted(.keepSafetyFile) }
    case .renew:
      guard mayRenew(actor) else { throw NotPermitted(.keepSafetyFile) }
    }
    guard stands else { throw ExpiryError.isRetired(id.rawValue) }
    switch command {
    case .edit(let wanted, let reason):
      guard let kind = bureau.expiryKind(content.kind) else {
        throw ExpiryError.noSuchKind(content.kind.rawValue)
      }
      var wanted = wanted
      wanted.kind = content.kind
      let changed = try wanted.checked(as: kind, in: bureau, on: situation.today, after: content)
      guard changed != content else { throw ExpiryError.sameAsBefore }
      return .edited(changed, reason: try worded(reason))
    case .renew(let wanted):
      guard wanted.done != nil else { throw ExpiryError.doneMissing }
      let term = try wanted.checked(made: content.made, on: situation.today)
      guard term.until > until else { throw ExpiryError.notLater(than: until) }
      return .renewed(term)
    case .retire(let reason):
      guard let reason = try worded(reason) else { throw ExpiryError.reasonMissing }
      return .retired(reason: reason)
    }
  }

  /// Whether a person may enter the next stretch: who keeps the list, and who sees to the thing.
  public func mayRenew(_ person: Person) -> Bool {
    person.may(.keepSafetyFile) || content.person.map(person.parties.contains) ?? false
  }
}

extension Numbering {
  /// What the number of a thing that ends begins with.
  public static let expiryPrefix = "DQ"

  /// Takes the next number of a thing that ends, as `DQ2026-001`.
  public mutating func takeExpiry() -> Expiry.ID {
    defer { expiry += 1 }
    return Identifier("\(Self.expiryPrefix)\(year)-\(device)\(padded(expiry, 3))")
  }
}
