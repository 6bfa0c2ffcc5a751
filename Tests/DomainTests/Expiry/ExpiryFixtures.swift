import Almanac
import Domain

/// A small office that keeps a list of what ends and its rules.
enum SafetyFile {
  static let today = Day(2026, 11, 23)
  static let keeper = person("adm", .administrator)
  static let owner = person("own", .rectifier)
  static let observer = person("obs", .observer)
  static let gone: Person = {
    var gone = person("gone", .inspector)
    gone.to = Day(2026, 6, 30)
    return gone
  }()
  static let persons = [keeper, owner, observer, gone]

  static func person(_ id: String, _ roles: Role...) -> Person {
    Person(id: Identifier(id), name: "Name of \(id)", roles: Set(roles))
  }

  /// As GB 50444-2008 5.3.2 and 5.4.3 have it of dry powder: five years after the making, then every two
  /// years, scrapped after ten.
  static let powder = ExpiryKind(
    id: "powder", name: Bilingual(zh: "干粉", en: "Powder"), months: 24, firstMonths: 60,
    lifeMonths: 120, firePart: .equipment)
  static let licence = ExpiryKind(id: "licence", name: Bilingual(zh: "证照", en: "Licence"))
  static let test = ExpiryKind(
    id: "test", name: Bilingual(zh: "检测", en: "Test"), months: 12, firePart: .electrical)

  static let content = Expiry.Content(
    kind: "test", name: "Lightning test", place: "roof", person: "own",
    term: .init(done: Day(2025, 12, 1), until: Day(2026, 12, 1), document: "T-1", by: "Lab"))

  static let rule = SafetyRule.Content(
    title: "Rule on fire", number: "No. 3", issued: Day(2025, 11, 1), person: "own",
    firePart: .rules)

  static func situation(_ actor: Person, on day: Day = today) -> Situation {
    Situation(
      now: Moment(day, hour: 10, minute: 0), actor: actor,
      numbering: Numbering(year: day.year, hazard: 1, inspection: 1, expiry: 4, rule: 9))
  }

  static func stamp(_ actor: Person = keeper, on day: Day = today) -> Stamp {
    Stamp(at: Moment(day, hour: 10, minute: 0), day: day, actor: actor.id)
  }

  /// A ledger in memory in which the persons and one place are known.
  static func fold(isKeyFireUnit: Bool = false, _ lines: [Happening] = []) -> Fold {
    var fold = Fold(calendar: WorkCalendar())
    var organization = Organization(name: "Office")
    organization.isKeyFireUnit = isKeyFireUnit
    fold.apply(.organization, .organization(organization), stamp())
    for person in persons { fold.apply(.person(person.id), .person(person), stamp()) }
    let roof = Place(id: "roof", name: "Roof", kind: .building)
    fold.apply(.place(roof.id), .place(roof), stamp())
    for line in lines { fold.apply(line.subject, line.event, stamp()) }
    return fold
  }

  /// A thing led to a state by its own events.
  static func expiry(
    _ content: Expiry.Content = content, _ events: ExpiryEvent...
  ) -> Expiry? {
    var expiry = Expiry(id: "DQ2026-001", beginning: .added(content), stamp())
    for event in events { expiry?.apply(event, stamp()) }
    return expiry
  }

  /// A rule led to a state by its own events.
  static func rule(
    _ content: SafetyRule.Content = rule, _ events: SafetyRuleEvent...
  ) -> SafetyRule? {
    var rule = SafetyRule(id: "ZD2026-001", beginning: .added(content), stamp())
    for event in events { rule?.apply(event, stamp()) }
    return rule
  }
}
