import Almanac
import Domain
import Testing

/// In an administrator's place one may administer, and neither stay an administrator beyond it nor make another.
struct DeputyLimitTests {
  static let deputy = Person(id: "deputy", name: "Deputy", roles: [.inspector], logins: ["dep"])
  static let boss = Person(
    id: "boss", name: "Boss", roles: [.supervisor, .fireResponsible], logins: ["boss"])
  static let admin = Person(id: "admin", name: "Admin", roles: [.administrator], logins: ["adm"])

  static func bureau() -> Bureau {
    var bureau = DeputyTests.bureau(deputy, for: admin)
    bureau.persons.append(boss)
    return bureau
  }

  static func changed(_ person: Person, _ change: (inout Person) -> Void) -> Command {
    var person = person
    change(&person)
    return .set(.person(person))
  }

  struct Case: Sendable {
    var name: String
    var command: Command
    var refused: DeputyError?
  }

  static let stint = Deputyship(for: "admin", from: Day(2026, 11, 28), to: Day(2026, 12, 24))
  static let shared: Command = {
    var organization = Organization(name: "Office")
    organization.sharedLogins = ["dep"]
    return .set(.organization(organization))
  }()

  @Test(arguments: [
    Case(name: "a section", command: .set(.section(Section(id: "x", name: "X")))),
    Case(name: "another's name", command: changed(boss) { $0.name = "Ms Boss" }),
    Case(name: "the office's name", command: .set(.organization(Organization(name: "Bureau")))),
    Case(
      name: "longer oneself", command: .deputy("deputy", .appoint(stint)), refused: .notByDeputies),
    Case(
      name: "a deputy of the same", command: .deputy("boss", .appoint(stint)),
      refused: .notByDeputies),
    Case(name: "ended", command: .deputy("deputy", .end(for: "admin")), refused: .notByDeputies),
    Case(
      name: "an administrator oneself", command: changed(deputy) { $0.roles = [.administrator] },
      refused: .administratorsByDeputies),
    Case(
      name: "any role more", command: changed(deputy) { $0.roles = [.inspector, .supervisor] },
      refused: .administratorsByDeputies),
    Case(
      name: "another an administrator",
      command: changed(boss) { $0.roles.insert(.administrator) },
      refused: .administratorsByDeputies),
    Case(
      name: "a new administrator",
      command: .set(.person(Person(id: "new", name: "New", roles: [.administrator]))),
      refused: .administratorsByDeputies),
    Case(
      name: "the administrator's login", command: changed(admin) { $0.logins = ["dep2"] },
      refused: .administratorsByDeputies),
    Case(name: "a shared login", command: shared, refused: .administratorsByDeputies),
  ])
  func inAnAdministratorsPlace(_ row: Case) throws {
    let bureau = Self.bureau()
    var fold = Fold(calendar: WorkCalendar())
    for person in bureau.persons {
      fold.apply(.person(person.id), .person(person), HazardFixtures.stamp())
    }
    fold.apply(
      .organization, .organization(Organization(name: "Office")), HazardFixtures.stamp())
    func decided(_ actor: Person) throws -> Person.ID? {
      let situation = HazardFixtures.situation(bureau.acting(actor, on: DeputyTests.from))
      return try situation.decided { try row.command.decide(with: fold, in: $0) }.situation.stamp
        .standsFor
    }
    if let refused = row.refused {
      #expect(throws: refused, "\(row.name)") { try decided(bureau.persons[0]) }
    } else {
      #expect(try decided(bureau.persons[0]) == "admin", "\(row.name)")
    }
  }
}
