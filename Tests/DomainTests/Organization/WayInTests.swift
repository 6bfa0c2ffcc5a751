import Almanac
import Domain
import Testing

/// An administrator whom the program knows by a login stays in office: nobody else could tie another one's.
struct WayInTests {
  static let today = HazardFixtures.today

  static func person(
    _ id: Person.ID, _ roles: Set<Role> = [.administrator], login: String? = nil, to: Day? = nil
  ) -> Person {
    Person(
      id: id, name: id.rawValue, roles: roles, logins: [login].compactMap(\.self), to: to)
  }

  static let others = [
    person("boss", [.supervisor, .fireResponsible], login: "boss")
  ]

  struct Case: Sendable {
    var name: String
    var administrators: [Person]
    /// How the first of them is to be from then on.
    var change: Person
    var isPractice = false
    var sharedLogins: [String] = []
    var refused: SetupError?
  }

  static let ann = person("ann", login: "ann")
  static let gone = person("ann", login: "ann", to: today)
  static let refused = SetupError.nobodyGetsIn(["bob"])

  @Test(arguments: [
    Case(name: "closed", administrators: [ann, person("bob")], change: gone, refused: refused),
    Case(
      name: "closed from a later day", administrators: [ann, person("bob")],
      change: person("ann", login: "ann", to: today + 9), refused: refused),
    Case(
      name: "login taken away", administrators: [ann, person("bob")], change: person("ann"),
      refused: refused),
    Case(
      name: "role taken away", administrators: [ann, person("bob")],
      change: person("ann", [.inspector], login: "ann"), refused: refused),
    Case(
      name: "the other leaves too",
      administrators: [ann, person("bob"), person("cid", login: "cid", to: today)], change: gone,
      refused: refused),
    Case(
      name: "another has a login", administrators: [ann, person("bob", login: "bob")], change: gone),
    Case(
      name: "another login", administrators: [ann, person("bob")],
      change: person("ann", login: "anna")),
    Case(name: "nobody has one", administrators: [person("ann"), person("bob")], change: gone),
    Case(
      name: "practice", administrators: [ann, person("bob")], change: gone, isPractice: true),
    Case(
      name: "a login where one is asked", administrators: [ann, person("bob")], change: gone,
      sharedLogins: ["desk"]),
  ])
  func leaving(_ row: Case) {
    var organization = Organization(name: "Office")
    organization.sharedLogins = row.sharedLogins
    let bureau = Bureau(
      organization: organization, isPractice: row.isPractice, sections: [],
      persons: Self.others + row.administrators, places: [], plans: [], checklists: [], seasons: [],
      alerts: [], calendar: WorkCalendar())
    let decided = Result {
      try MasterData.person(row.change).decide(
        with: bureau, in: HazardFixtures.situation(row.administrators[0]))
    }
    if let refused = row.refused {
      #expect(throws: refused, "\(row.name)") { try decided.get() }
    } else {
      #expect(throws: Never.self, "\(row.name)") { try decided.get() }
    }
  }
}
