import Almanac

/// How an office keeps duty, from a day on: hours, numbers, who is spared, and when two leading officers
/// (双带班) are asked for. What an administrator or the office head may change.
public struct DutyRules: Hashable, Sendable, Codable {
  /// Days on which a person cannot be on duty.
  public struct Away: Hashable, Sendable, Codable {
    /// Who cannot.
    public var person: Person.ID
    /// The first such day.
    public var from: Day
    /// The last such day.
    public var to: Day

    enum CodingKeys: String, CodingKey {
      case person
      case from
      case to
    }

    /// A person's days away.
    public init(person: Person.ID, from: Day, to: Day) {
      self.person = person
      self.from = from
      self.to = to
    }
  }

  /// The first day on which they hold.
  public var from: Day
  /// The document by which two leading officers are asked for; nil while it was not entered.
  public var source: String?
  /// The days on which two leading officers are asked for.
  public var doubleLeading: [DutyDay]
  /// Calendar days before the first day off by which a break's roster is sent up.
  public var dueDays: Int
  /// How many are on duty in a shift, leading officers apart.
  public var onDuty: Int
  /// Whether a day is divided into a day shift and a night shift.
  public var isSplit: Bool
  /// When a day of duty begins, in minutes since 00:00.
  public var dayStart: Int
  /// When its night shift begins, in minutes since 00:00.
  public var nightStart: Int
  /// The office's duty telephone (值班电话). Private numbers stay out of the ledger.
  public var phone: String?
  /// Those with one of these roles lead and are not on duty otherwise.
  public var leadingRoles: [Role]
  /// Those with one of these roles are spared.
  public var sparedRoles: [Role]
  /// All of these sections are spared.
  public var sparedSections: [Section.ID]
  /// Persons who are spared.
  public var sparedPersons: [Person.ID]
  /// Days on which persons cannot.
  public var away: [Away]

  enum CodingKeys: String, CodingKey {
    case from
    case source
    case doubleLeading
    case dueDays
    case onDuty
    case isSplit = "split"
    case dayStart
    case nightStart
    case phone
    case leadingRoles
    case sparedRoles
    case sparedSections
    case sparedPersons
    case away
  }

  /// The usual rules from a day on: 24 hours from 08:30, two leading officers on statutory holidays and
  /// shifted rest days as in Guangdong, sent up five days before.
  public init(from: Day) {
    self.from = from
    doubleLeading = [.statutory, .shifted]
    dueDays = 5
    onDuty = 1
    isSplit = false
    dayStart = 8 * 60 + 30
    nightStart = 17 * 60 + 30
    leadingRoles = [.leader, .supervisor]
    sparedRoles = [.observer]
    sparedSections = []
    sparedPersons = []
    away = []
  }

  /// How many leading officers a day asks for.
  public func leaders(on day: DutyDay) -> Int { doubleLeading.contains(day) ? 2 : 1 }

  /// The shifts of a day.
  public func shifts(of kind: DutyKind) -> [DutyShift] {
    if kind == .night { return [.night] }
    return isSplit ? [.day, .night] : [.whole]
  }

  /// From when to when a shift of a day lasts, the end not in it.
  public func hours(of shift: DutyShift, on day: Day) -> Range<Moment> {
    let start = Moment(day, second: dayStart * 60)
    let night = Moment(day, second: nightStart * 60)
    switch shift {
    case .whole: return start..<start + 86_400
    case .day: return start..<night
    case .night: return night..<start + 86_400
    }
  }

  /// Why a person is not taken for a day, or not for this part; nil for one who can be.
  func obstacle(to person: Person, _ part: DutyPart, on day: Day) -> DutyObstacle? {
    if let last = person.to, last < day { return .left }
    if away.contains(where: { $0.person == person.id && ($0.from...$0.to).contains(day) }) {
      return .away
    }
    let isSpared =
      sparedPersons.contains(person.id) || person.section.map(sparedSections.contains) ?? false
      || !person.roles.isDisjoint(with: sparedRoles)
    if isSpared { return .spared }
    let leads = !person.roles.isDisjoint(with: leadingRoles)
    return leads == (part == .leading) ? nil : .otherPart
  }

  /// Checks the values.
  ///
  /// - Throws: ``DutyError``.
  func check(with bureau: Bureau) throws(DutyError) {
    guard (0...60).contains(dueDays) else { throw .badNumber(dueDays, 0...60) }
    guard (1...9).contains(onDuty) else { throw .badNumber(onDuty, 1...9) }
    guard 0 <= dayStart, dayStart < nightStart, nightStart < 24 * 60 else { throw .badHours }
    guard !leadingRoles.isEmpty else { throw .nobodyLeads }
    for person in sparedPersons + away.map(\.person) where bureau.person(person) == nil {
      throw .noSuchPerson(person.rawValue)
    }
    for section in sparedSections where bureau.section(section) == nil {
      throw .noSuchSection(section.rawValue)
    }
    if let wrong = away.first(where: { $0.from > $0.to }) {
      throw .daysInverted(wrong.from, wrong.to)
    }
  }
}

/// The two parts of a row of the roster.
public enum DutyPart: String, Hashable, Sendable, Codable, CaseIterable {
  /// 带班.
  case leading
  /// 值班.
  case onDuty

  /// As rosters and warnings call it.
  public var name: Bilingual {
    switch self {
    case .leading: Bilingual(zh: "带班", en: "leading")
    case .onDuty: Bilingual(zh: "值班", en: "on duty")
    }
  }
}

/// Why a person is not taken for a day of duty.
public enum DutyObstacle: Hashable, Sendable {
  /// In office no more.
  case left
  case away
  case spared
  /// A leading officer for duty, or the other way about.
  case otherPart

  /// As warnings say it.
  public var name: Bilingual {
    switch self {
    case .left: Bilingual(zh: "已离任", en: "has left office")
    case .away: Bilingual(zh: "当天不能值班", en: "cannot that day")
    case .spared: Bilingual(zh: "不参加轮值", en: "is spared from duty")
    case .otherPart:
      Bilingual(zh: "带班、值班人员不符", en: "is not of those who lead, or the other way about")
    }
  }
}

extension Bureau {
  /// The rules of duty as they hold on a day: the usual ones where none were entered.
  public func dutyRules(on day: Day) -> DutyRules {
    dutyRules.last { $0.from <= day } ?? DutyRules(from: day)
  }

  /// The rules entered last, or the usual ones from a day on.
  public func presentDutyRules(on day: Day) -> DutyRules {
    dutyRules.last ?? DutyRules(from: day)
  }
}
