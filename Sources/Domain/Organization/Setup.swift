import Almanac

/// All that a new ledger begins with.
public struct Setup: Sendable {
  /// The office; its name is required.
  public var organization: Organization
  /// Whether the ledger is only for practice (演练): it stays so for ever.
  public var isPractice: Bool
  /// May be empty.
  public var sections: [Section]
  /// Together they must be able to inspect, close, close fire hazards and administer.
  public var persons: [Person]
  /// At least one.
  public var places: [Place]
  /// Those switched off included: they can be switched on later.
  public var plans: [Plan]
  /// The version of each with which the ledger begins.
  public var checklists: [Checklist]
  /// Flood seasons already announced; may be empty.
  public var seasons: [Season]

  /// A set-up from what was answered; nothing is checked before ``decide(hash:)``.
  public init(
    organization: Organization, isPractice: Bool, sections: [Section], persons: [Person],
    places: [Place], plans: [Plan], checklists: [Checklist], seasons: [Season] = []
  ) {
    self.organization = organization
    self.isPractice = isPractice
    self.sections = sections
    self.persons = persons
    self.places = places
    self.plans = plans
    self.checklists = checklists
    self.seasons = seasons
  }

  /// Returns the first lines of a ledger. Without a building or duty room one is made, for what is asked
  /// once a round.
  ///
  /// - Parameters:
  ///   - language: The language of the building's name.
  ///   - hash: The hash of a checklist's canonical text.
  /// - Throws: ``SetupError``, with nothing written.
  public func decide(
    in language: Language = .chinese, hash: (Checklist) throws -> String
  ) throws -> [Happening] {
    try check()
    var organization = organization
    organization.papers = try organization.papers?.checked(persons)
    var lines = [
      Happening(.ledger, .ledgerCreated(LedgerCreated(isPractice: isPractice))),
      Happening(.organization, .organization(organization)),
    ]
    lines += sections.map { Happening(.section($0.id), .section($0)) }
    lines += persons.map { Happening(.person($0.id), .person($0)) }
    lines += (places + missingBuilding(language)).map { Happening(.place($0.id), .place($0)) }
    for checklist in checklists {
      let version = ChecklistVersion(hash: try hash(checklist), content: checklist)
      lines.append(Happening(.checklist(checklist.id), .checklist(version)))
    }
    lines += plans.map { Happening(.plan($0.id), .plan(.set($0))) }
    lines += seasons.map { Happening(.season($0.id), .season($0)) }
    return lines
  }

  private func missingBuilding(_ language: Language) -> [Place] {
    if places.contains(where: { $0.kind == .building || $0.kind == .dutyRoom }) { return [] }
    let taken = Set(places.map(\.id))
    let id: Identifier<Place> = taken.contains("building") ? "whole-building" : "building"
    return [Place(id: id, name: PlaceKind.building.name[language], kind: .building)]
  }

  private func check() throws {
    guard !trimmed(organization.name).isEmpty else { throw SetupError.nameMissing }
    try unique(sections.map(\.id.rawValue))
    try unique(persons.map(\.id.rawValue))
    try unique(places.map(\.id.rawValue))
    try unique(plans.map(\.id.rawValue))
    let names = sections.map(\.name) + persons.map(\.name) + places.map(\.name)
    for name in [organization.name] + names { _ = try Wording.name(name) }
    let known = Set(sections.map(\.id))
    for section in persons.compactMap(\.section) + places.compactMap(\.section)
    where !known.contains(section) {
      throw SetupError.unknownSection(section)
    }
    for login in persons.flatMap(\.logins)
    where persons.count(where: { $0.logins.contains(login) }) > 1 {
      throw SetupError.sharedLogin(login)
    }
    if let act = Self.actNobodyMay(persons) { throw SetupError.lacks(act) }
    guard !places.isEmpty else { throw SetupError.noPlaces }
  }

  /// The first act without which no ledger begins and that none of the persons may do.
  public static func actNobodyMay(_ persons: [Person]) -> Act? {
    [.close, .closeFire, .administer, .inspect].first { act in
      !persons.contains { $0.may(act) }
    }
  }

  private func unique(_ ids: [String]) throws {
    var seen: Set<String> = []
    for id in ids {
      guard isWellFormed(id: id) else { throw SetupError.badID(id) }
      guard seen.insert(id).inserted else { throw SetupError.duplicate(id) }
    }
  }
}

/// A reason a set-up or a change of master data was refused.
public enum SetupError: Refusal, Hashable {
  case nameMissing
  case noPlaces
  case badID(String)
  case duplicate(String)
  case unknownSection(Section.ID)
  case sharedLogin(String)
  case lacks(Act)
  /// No administrator known by a login would remain; those without one, by name.
  case nobodyGetsIn([String])
  case inUse(Checklist.ID, by: [Plan.ID])
  case versionStands(Checklist.ID, Int)
  case badDays(Int)
  /// A style of numbers without its places for year and number.
  case badNumberStyle(String)
  case unknownPerson(Person.ID)
  /// One who only looks on answers for no place.
  case cannotAnswer(String)
  /// The day on which one who is to have left before still recorded something.
  case actedLater(String, Day)

  /// Always ``RefusalKind/badData``.
  public var kind: RefusalKind { .badData }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .nameMissing: Bilingual(zh: "请填单位名称。", en: "Give the organization's name.")
    case .noPlaces: Bilingual(zh: "至少要有一个场所。", en: "At least one place is needed.")
    case .badID(let id):
      Bilingual(
        zh: "编号“\(id)”不能用：不能为空，不能以-开头，不能含空格、斜线或看不见的字符，至多40字。",
        en: """
          “\(id)” cannot be an id: not empty, no hyphen first, no space, slash or invisible \
          character, 40 characters at most.
          """)
    case .badDays(let days):
      Bilingual(
        zh: "整改天数 \(days) 不能用，请填 0 至 \(DeadlineRule.longest)。",
        en: "\(days) days cannot be given for rectification; 0 to \(DeadlineRule.longest).")
    case .badNumberStyle(let style):
      Bilingual(
        zh: "文号样式“\(style)”不能用：年份写作 {年}，序号写作 {序号}，各写一次，如 ×统安〔{年}〕{序号}号。",
        en:
          "“\(style)” cannot number documents: write {year} and {number} once each, as ×统安〔{year}〕{number}号."
      )
    case .duplicate(let id):
      Bilingual(zh: "编号“\(id)”重复。", en: "The id “\(id)” stands twice.")
    case .unknownSection(let id):
      Bilingual(zh: "没有科室“\(id)”。", en: "There is no section “\(id)”.")
    case .unknownPerson(let id):
      Bilingual(zh: "没有人员“\(id)”。", en: "There is no person “\(id)”.")
    case .cannotAnswer(let name):
      Bilingual(
        zh: "\(name)不能做重点部位责任人：已离任，或只是查阅人。请填本单位在任的人。",
        en: "\(name) cannot answer for a key place: has left, or only looks on. Name another.")
    case .actedLater(let name, let day):
      Bilingual(
        zh: "\(name)在 \(day) 还办过事，最后一日不能早于这一天。",
        en: "\(name) still recorded something on \(day): the last day cannot be before that.")
    case .sharedLogin(let login):
      Bilingual(
        zh: "登录名“\(login)”属于两个人。", en: "The login “\(login)” belongs to two persons.")
    case .inUse(let id, let plans):
      Bilingual(
        zh: "检查表“\(id)”还在用，先改计划：\(plans.map(\.rawValue).joined(separator: "、"))。",
        en:
          "The checklist “\(id)” is in use; change these plans first: \(plans.map(\.rawValue).joined(separator: ", "))."
      )
    case .versionStands(let id, let version):
      Bilingual(
        zh: "检查表“\(id)”已有第\(version)版：改了内容，请把 version 写成 \(version + 1)。",
        en:
          "The checklist “\(id)” stands in version \(version): for new content write version \(version + 1)."
      )
    case .nobodyGetsIn(let others):
      Bilingual(
        zh: "这样就没有能登录的安全管理员了。请先给另一位管理员登记登录名："
          + (others.isEmpty ? "" : others.joined(separator: "、") + "，")
          + "person edit 编号 --login 登录名。",
        en: "No administrator known by a login would remain. First tie the login of another one"
          + (others.isEmpty ? "" : " (\(others.joined(separator: ", ")))")
          + ": person edit ID --login NAME."
      )
    case .lacks(let act):
      Bilingual(
        zh: "还缺能“\(act.name.zh)”的人：请给某人\(act.roles.map(\.name.zh).joined(separator: "或"))的角色。",
        en:
          "Nobody may \(act.name.en): make someone \(act.roles.map(\.name.en).joined(separator: " or "))."
      )
    }
  }
}
