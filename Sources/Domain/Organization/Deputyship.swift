import Almanac

/// A stretch of days on which one person may do what another may by role (代理).
public struct Deputyship: Hashable, Sendable, Codable {
  /// The one stood in for.
  public var person: Person.ID
  /// Its first day.
  public var from: Day
  /// Its last day, included.
  public var to: Day

  enum CodingKeys: String, CodingKey {
    case person = "for"
    case from
    case to
  }

  /// Standing in for a person from a first day to a last one.
  public init(for person: Person.ID, from: Day, to: Day) {
    self.person = person
    self.from = from
    self.to = to
  }

  /// Whether a day lies in it, its first and last included.
  public func contains(_ day: Day) -> Bool { from <= day && day <= to }
}

extension Person {
  /// The person with the roles and the section of the one stood in for, instead of their own.
  func inPlace(of other: Person) -> Person {
    var guise = self
    guise.guises = []
    guise.roles = other.roles
    guise.section = other.section
    guise.standsFor = other.id
    return guise
  }

  /// The person as oneself alone, then in the place of each one stood in for.
  public var manners: [Person] {
    var alone = self
    alone.guises = []
    return [alone] + guises
  }

  /// Who the act would count for: the person, and the one stood in for.
  var parties: [Person.ID] { [id] + [standsFor].compactMap(\.self) }
}

extension Bureau {
  /// A person with those whose deputy they are on a day and who are in office; what a deputy may do is what
  /// the other may by a role of their own, never as somebody's deputy.
  public func acting(_ person: Person, on day: Day) -> Person {
    var person = person
    person.guises = person.deputyFor.filter { $0.contains(day) }
      .compactMap { self.person($0.person) }
      .filter { $0.to.map { day <= $0 } ?? true }
      .map(person.inPlace)
    return person
  }

  /// A person's name and, where they stood in for another, whose place it was: 甲（代乙）.
  public func name(_ person: Person.ID, for other: Person.ID?) -> Bilingual {
    let name = name(person)
    guard let other else { return Bilingual(verbatim: name) }
    return Bilingual(
      zh: "\(name)（代\(self.name(other))）", en: "\(name) (deputy of \(self.name(other)))")
  }
}

/// What an administrator may ask about who stands in for whom.
public enum DeputyCommand: Hashable, Sendable {
  /// Another is stood in for between two days, both included.
  case appoint(Deputyship)
  /// It ends now, or does not begin.
  case end(for: Person.ID)
}

extension DeputyCommand {
  /// Returns the line that writes the deputy anew.
  ///
  /// - Throws: ``DeputyError``, ``PersonError`` or ``NotPermitted``, with nothing written.
  public func decide(
    of deputy: Person.ID, with bureau: Bureau, in situation: Situation
  ) throws -> [Happening] {
    guard situation.actor.may(.administer) else { throw NotPermitted(.administer) }
    guard situation.actor.standsFor == nil else { throw DeputyError.notByDeputies }
    guard var person = bureau.person(deputy) else { throw DeputyError.noSuchPerson(deputy) }
    switch self {
    case .appoint(let deputyship):
      try check(deputyship, of: person, in: bureau, on: situation.today)
      person.deputyFor.append(deputyship)
    case .end(let other):
      let today = situation.today
      guard person.deputyFor.contains(where: { $0.person == other && $0.to >= today }) else {
        throw DeputyError.isNone(person.name, of: bureau.name(other))
      }
      person.deputyFor = person.deputyFor.compactMap { deputyship in
        guard deputyship.person == other, deputyship.to >= today else { return deputyship }
        guard deputyship.from < today else { return nil }
        return Deputyship(for: other, from: deputyship.from, to: today - 1)
      }
    }
    return [Happening(.person(deputy), .person(person))]
  }

  private func check(
    _ deputyship: Deputyship, of person: Person, in bureau: Bureau, on today: Day
  ) throws {
    guard let other = bureau.person(deputyship.person) else {
      throw DeputyError.noSuchPerson(deputyship.person)
    }
    guard other.id != person.id else { throw DeputyError.oneself }
    guard deputyship.from <= deputyship.to else { throw DeputyError.endsBeforeItBegins }
    guard deputyship.from >= today else { throw DeputyError.past(deputyship.from) }
    for one in [person, other] {
      if let last = one.to, last < deputyship.to { throw DeputyError.left(one.name, last: last) }
    }
    guard person.roles != [.observer] else { throw DeputyError.observer(person.name) }
    let overlapping = person.deputyFor.first {
      $0.person == other.id && $0.from <= deputyship.to && deputyship.from <= $0.to
    }
    if let overlapping { throw DeputyError.standsAlready(overlapping) }
  }
}

/// A reason a deputy was not entered.
public enum DeputyError: Refusal, Hashable {
  case noSuchPerson(Person.ID)
  case oneself
  case endsBeforeItBegins
  case past(Day)
  case left(String, last: Day)
  case observer(String)
  case standsAlready(Deputyship)
  case isNone(String, of: String)
  /// Whoever stands in for an administrator lends no rights on.
  case notByDeputies
  /// Nor do they decide who administers, about themselves, or about who may name themselves.
  case administratorsByDeputies

  /// Bad data, but for what is an administrator's own.
  public var kind: RefusalKind {
    switch self {
    case .notByDeputies, .administratorsByDeputies: .notPermitted
    case .noSuchPerson, .oneself, .endsBeforeItBegins, .past, .left, .observer, .standsAlready,
      .isNone:
      .badData
    }
  }

  /// What the person at the keyboard should read, and do next.
  public var message: Bilingual {
    switch self {
    case .noSuchPerson(let id):
      Bilingual(
        zh: "没有人员“\(id)”；用 person list 查看。", en: "There is no person “\(id)”; see person list.")
    case .oneself: Bilingual(zh: "不能代理本人。", en: "Nobody is a deputy of themselves.")
    case .endsBeforeItBegins:
      Bilingual(zh: "代理的止日在起日之前，请核对。", en: "It would end before it begins; check the dates.")
    case .past(let day):
      Bilingual(
        zh: "代理不能从已过去的 \(day) 起，请从今天或以后起。",
        en: "It cannot begin on \(day), which is past; let it begin today or later.")
    case .left(let name, let last):
      Bilingual(
        zh: "\(name)于 \(last) 离任，代理不能超过这一天。",
        en: "\(name) leaves office on \(last); it can last no longer.")
    case .observer(let name):
      Bilingual(
        zh: "\(name)只是查阅人，不能代理他人。", en: "\(name) is an observer and stands in for nobody.")
    case .standsAlready(let deputyship):
      Bilingual(
        zh: "\(deputyship.from) 至 \(deputyship.to) 已在代理此人；要改日期，先用 --end 结束。",
        en:
          "That stands already from \(deputyship.from) to \(deputyship.to); end it first with --end."
      )
    case .notByDeputies:
      Bilingual(
        zh: "代理须由管理员本人登记，不能由其代理人登记。",
        en: "An administrator enters deputies in person; their own deputy may not.")
    case .administratorsByDeputies:
      Bilingual(
        zh: "代理期间不能改管理员和自己的登记，也不能改公用登录名；请管理员本人办理。",
        en: """
          In an administrator's place nobody changes administrators, themselves or shared logins; an \
          administrator must do it in person.
          """)
    case .isNone(let deputy, let name):
      Bilingual(zh: "\(deputy)没有在代理\(name)。", en: "\(deputy) is no deputy of \(name).")
    }
  }
}
