import Almanac

/// A sort of thing that ends on a day (到期): extinguishers, test reports, insurance, licences.
///
/// The kinds that ship with the program enter a ledger with their first use and stay there as they were; an
/// administrator changes them and adds others. What is no longer wanted is retired, never taken away.
public struct ExpiryKind: Hashable, Sendable, Codable, Identifiable {
  /// Typed in commands, as `extinguisher-powder`.
  public let id: Identifier<ExpiryKind>
  /// As lists and papers call it.
  public var name: Bilingual
  /// Months from one check to the next; nil where the paper itself says until when.
  public var months: Int?
  /// Months from the making to the first check, where those are others.
  public var firstMonths: Int?
  /// Months from the making after which it is scrapped; nil where no age is set.
  public var lifeMonths: Int?
  /// What sets the months; nil where it is only usual.
  public var source: Bilingual?
  /// Where its papers lie in the fire file (消防档案); nil where they do not belong there.
  public var firePart: FireFilePart?
  /// The first day on which none is entered any more; nil while it is in use.
  public var retired: Day?

  enum CodingKeys: String, CodingKey {
    case id
    case name
    case months
    case firstMonths
    case lifeMonths
    case source
    case firePart
    case retired
  }

  /// A kind in use.
  public init(
    id: Identifier<ExpiryKind>, name: Bilingual, months: Int? = nil, firstMonths: Int? = nil,
    lifeMonths: Int? = nil, source: Bilingual? = nil, firePart: FireFilePart? = nil
  ) {
    self.id = id
    self.name = name
    self.months = months
    self.firstMonths = firstMonths
    self.lifeMonths = lifeMonths
    self.source = source
    self.firePart = firePart
  }

  /// The day by which it is to be done again, as its months give it; nil where they do not.
  ///
  /// - Parameters:
  ///   - done: When it was checked, tested or taken out last; nil where it was not since it was made.
  ///   - made: When it was made.
  public func proposedEnd(done: Day?, made: Day?) -> Day? {
    let next =
      done.flatMap { day in months.map { day.adding(months: $0) } }
      ?? made.flatMap { day in (firstMonths ?? months).map { day.adding(months: $0) } }
    return [next, scrapped(made: made)].compactMap(\.self).min()
  }

  /// The day on which one made on a day is scrapped (报废); nil where no age is set.
  public func scrapped(made: Day?) -> Day? {
    made.flatMap { day in lifeMonths.map { day.adding(months: $0) } }
  }

  /// All kinds there are: those of the ledger as it has them, in the order of those that ship; then the
  /// office's own.
  public static func all(_ shipped: [ExpiryKind], known: [ExpiryKind]) -> [ExpiryKind] {
    let own = known.filter { kind in !shipped.contains { $0.id == kind.id } }
    return shipped.map { kind in known.first { $0.id == kind.id } ?? kind } + own
  }

  /// Returns the line that puts the kind in the ledger as it is from now on.
  ///
  /// - Parameter shipped: What the program has under the same id, where the ledger has nothing yet.
  /// - Throws: ``ExpiryError``, ``NotPermitted`` or ``WordingError``, with nothing written.
  func decide(
    shipped: ExpiryKind?, with records: some Records, in situation: Situation
  ) throws -> Happening {
    guard situation.actor.may(.administer) else {
      throw NotPermitted(
        .administer, asked: Bilingual(zh: "改到期事项种类", en: "change kinds of things that end"))
    }
    guard isWellFormed(id: id.rawValue), !id.rawValue.contains("=") else {
      throw ExpiryError.badID(id.rawValue)
    }
    var kind = self
    kind.name = Bilingual(zh: try Wording.name(name.zh), en: try Wording.name(name.en))
    kind.source = try source.map {
      Bilingual(zh: try Wording.name($0.zh), en: try Wording.name($0.en))
    }
    for months in [months, firstMonths, lifeMonths].compactMap(\.self)
    where !(1...Self.longest).contains(months) {
      throw ExpiryError.badMonths(months)
    }
    guard kind != (try records.bureau.expiryKind(id) ?? shipped) else {
      throw ExpiryError.sameAsBefore
    }
    return Happening(.expiryKind(id), .expiryKind(kind))
  }

  /// The longest interval in months: half a century.
  public static let longest = 600
}

extension Bureau {
  /// The kind of an id in this ledger; nil for one that was not used yet.
  public func expiryKind(_ id: ExpiryKind.ID) -> ExpiryKind? {
    expiryKinds.first { $0.id == id }
  }
}
