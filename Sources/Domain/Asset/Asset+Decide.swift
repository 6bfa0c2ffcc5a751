import Almanac

extension Asset.Content {
  /// What it is, cleaned.
  ///
  /// - Parameter before: What it was until now: one who left meanwhile may stay.
  /// - Throws: ``AssetError`` or ``WordingError``.
  public func checked(
    in bureau: Bureau, on today: Day, after before: Self? = nil
  ) throws -> Self {
    var content = self
    content.name = trimmed(name)
    guard !content.name.isEmpty else { throw AssetError.nameMissing }
    content.name = try Wording.name(content.name)
    content.post = try worded(post)
    content.address = try worded(address)
    content.system = try worded(system)
    content.note = try worded(note)
    if let level, !(1...Asset.highestLevel).contains(level) {
      throw AssetError.badLevel("\(level)")
    }
    if let place, bureau.place(place) == nil { throw AssetError.noSuchPlace(place.rawValue) }
    if let id = person {
      guard let person = bureau.person(id) else { throw AssetError.noSuchPerson(id.rawValue) }
      if id != before?.person, let last = person.to, today > last {
        throw AssetError.left(person.name, last: last)
      }
    }
    return content
  }
}

extension [Asset.Content] {
  /// Returns the lines that enter them.
  ///
  /// - Parameter isImport: Whether what was entered before with the same words is passed over.
  /// - Throws: ``AssetError``, ``NotPermitted`` or ``WordingError``, with nothing written.
  func decide(
    isImport: Bool, with records: some Records, in situation: Situation
  ) throws -> [Happening] {
    guard situation.actor.may(.keepAssets) else { throw NotPermitted(.keepAssets) }
    let bureau = try records.bureau
    var known = isImport ? try records.assets().map(\.original) : []
    var numbering = situation.numbering
    var lines: [Happening] = []
    for wanted in self {
      let content = try wanted.checked(in: bureau, on: situation.today)
      if let index = known.firstIndex(of: content) {
        known.remove(at: index)
        continue
      }
      lines.append(Happening(.asset(numbering.takeAsset()), .asset(.added(content))))
    }
    return lines
  }
}

extension Asset {
  /// Returns the event that a command causes.
  ///
  /// - Throws: ``AssetError``, ``NotPermitted`` or ``WordingError``, with nothing written.
  public func decide(
    _ command: AssetCommand, of bureau: Bureau, in situation: Situation
  ) throws -> AssetEvent {
    guard situation.actor.may(.keepAssets) else { throw NotPermitted(.keepAssets) }
    guard stands else { throw AssetError.isRetired(id.rawValue) }
    switch command {
    case .edit(let wanted, let reason):
      let changed = try wanted.checked(in: bureau, on: situation.today, after: content)
      guard changed != content else { throw AssetError.sameAsBefore }
      return .edited(changed, reason: try worded(reason))
    case .retire(let reason):
      guard let reason = try worded(reason) else { throw AssetError.reasonMissing }
      return .retired(reason: reason)
    }
  }
}

extension Numbering {
  /// What the number of an asset begins with.
  public static let assetPrefix = "ZC"

  /// Takes the next number of an asset, as `ZC2026-001`.
  public mutating func takeAsset() -> Asset.ID {
    defer { asset += 1 }
    return Identifier("\(Self.assetPrefix)\(year)-\(device)\(padded(asset, 3))")
  }
}
