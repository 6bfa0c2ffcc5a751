import Almanac
import ArgumentParser
import Domain
import Intake
import Ledger

/// Places.
struct PlaceCommand: ParsableCommand {
  static let configuration = about(
    "place", zh: "场所", en: "places",
    [
      PlaceList.self, MasterShow<Place>.self, PlaceAdd.self, PlaceEdit.self, PlaceClose.self,
      PlaceReopen.self, PlaceExempt.self,
    ])
}

/// Lists places.
struct PlaceList: ParsableCommand {
  static let configuration = about("list", zh: "列出场所", en: "list places")
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let bureau = try session.ledger.bureau()
    let places = bureau.places.sorted(by: Place.precedes)
    try output.print(
      places.map(PlaceJSON.init), heading: MasterHeadings.place,
      rows: places.map { place in
        [
          place.id.rawValue, place.name, place.kind.name[session.language],
          bureau.name(place.section), place.keyReason ?? "", bureau.name(place.keyPerson),
        ]
      })
    guard output.isForPeople else { return }
    let keys = places.count { $0.isKey }
    Output.line(
      Bilingual(
        zh: "共 \(places.count) 处，其中重点部位 \(keys) 处",
        en: "\(counted(places.count, "place")), of these key places: \(keys)")[session.language])
  }
}

/// What can be said of a place; what is not named stays.
struct PlaceFields: ParsableArguments {
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String
  @Option(help: help(zh: "名称", en: "name")) var name: String?
  @Option(help: help(zh: "种类", en: "kind")) var kind: PlaceKind?
  @Option(help: help(zh: "科室", en: "section")) var section: String?
  @Option(help: help(zh: "重点部位的理由", en: "why it is a key place")) var key: String?
  @Option(help: help(zh: "重点部位责任人", en: "who answers for the key place")) var keyPerson: String?

  func write(_ place: Place, _ session: Session) throws {
    var place = place
    if let kind { place.kind = kind }
    if let name { place.name = name }
    if let section { place.section = try session.section(section).id }
    if let key { place.keyReason = key.isEmpty ? nil : key }
    if let keyPerson {
      place.keyPerson = keyPerson.isEmpty ? nil : try session.person(keyPerson).id
    }
    try place.write(session)
  }
}

/// Adds a place; it counts from today on or from a day named, and was never missed before.
struct PlaceAdd: ParsableCommand {
  static let configuration = about("add", zh: "新增场所", en: "add a place")
  @OptionGroup var fields: PlaceFields
  @Option(
    parsing: .unconditional, help: help(zh: "从哪天起（今天）", en: "its first day (today)"))
  var from: TypedDay?

  func run() throws {
    let session = try Session(fields.options)
    try Place.refuseTaken(fields.id, in: session)
    guard let kind = fields.kind else {
      throw ShellError.plain(
        .usage, Bilingual(zh: "新场所要用 --kind 说明种类。", en: "A new place needs --kind."))
    }
    let first = from?.day(today: session.today) ?? session.today
    try fields.write(
      Place(id: Identifier(fields.id), name: fields.id, kind: kind, from: first), session)
  }
}

/// Changes a place.
struct PlaceEdit: ParsableCommand {
  static let configuration = about("edit", zh: "修改场所", en: "change a place")
  @OptionGroup var fields: PlaceFields

  func run() throws {
    let session = try Session(fields.options)
    try fields.write(session.place(fields.id), session)
  }
}

extension PlaceKind: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}

/// Persons.
struct PersonCommand: ParsableCommand {
  static let configuration = about(
    "person", zh: "人员", en: "persons",
    [
      PersonList.self, MasterShow<Person>.self, PersonAdd.self, PersonEdit.self,
      PersonClose.self, PersonHandover.self, PersonDeputy.self, PersonDeputies.self,
      RolesCommand.self,
    ])
}

/// Lists persons.
struct PersonList: ParsableCommand {
  static let configuration = about("list", zh: "列出人员", en: "list persons")
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let bureau = try session.ledger.bureau()
    try output.print(
      bureau.persons.map(PersonJSON.init), heading: MasterHeadings.person,
      rows: bureau.persons.map { person in
        let standing = person.deputyFor.filter { $0.to >= session.today }
        return [
          person.id.rawValue, person.name, bureau.name(person.section),
          Role.allCases.filter(person.roles.contains)
            .map { output.isForPeople ? $0.name[session.language] : $0.rawValue }
            .joined(separator: " "),
          person.logins.joined(separator: " "),
          standing.map { $0.words(bureau)[session.language] }.joined(separator: " "),
        ]
      })
  }
}

/// What can be said of a person; what is not named stays.
struct PersonFields: ParsableArguments {
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String
  @Option(help: help(zh: "姓名", en: "name")) var name: String?
  @Option(help: help(zh: "科室", en: "section")) var section: String?
  @Option(help: help(zh: "角色，可多次", en: "a role, repeatable")) var role: [Role] = []
  @Option(help: help(zh: "登录名，可多次", en: "a login, repeatable")) var login: [String] = []

  func write(_ person: Person, _ session: Session) throws {
    var person = person
    if let name { person.name = name }
    if let section { person.section = try session.section(section).id }
    if !role.isEmpty { person.roles = Set(role) }
    if !login.isEmpty { person.logins = login }
    try person.write(session)
  }
}

/// Adds a person.
struct PersonAdd: ParsableCommand {
  static let configuration = about("add", zh: "新增人员", en: "add a person")
  @OptionGroup var fields: PersonFields

  func run() throws {
    let session = try Session(fields.options)
    try Person.refuseTaken(fields.id, in: session)
    try fields.write(Person(id: Identifier(fields.id), name: fields.id, roles: []), session)
  }
}

/// Changes a person.
struct PersonEdit: ParsableCommand {
  static let configuration = about("edit", zh: "修改人员", en: "change a person")
  @OptionGroup var fields: PersonFields

  func run() throws {
    let session = try Session(fields.options)
    try fields.write(session.person(fields.id), session)
  }
}

/// Sections.
struct SectionCommand: ParsableCommand {
  static let configuration = about(
    "section", zh: "科室", en: "sections",
    [
      SectionList.self, MasterShow<Section>.self, SectionAdd.self, SectionEdit.self,
      MasterClose<Section>.self,
    ])
}

/// Lists sections.
struct SectionList: ParsableCommand {
  static let configuration = about("list", zh: "列出科室", en: "list sections")
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions

  func run() throws {
    let sections = try Session(options).ledger.bureau().sections
    try output.print(
      sections, heading: MasterHeadings.named, rows: sections.map { [$0.id.rawValue, $0.name] })
  }
}

/// Adds a section.
struct SectionAdd: ParsableCommand {
  static let configuration = about("add", zh: "新增科室", en: "add a section")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String
  @Option(help: help(zh: "名称", en: "name")) var name: String?

  func run() throws {
    let session = try Session(options)
    try Section.refuseTaken(id, in: session)
    try Section(id: Identifier(id), name: name ?? id).write(session)
  }
}

/// Renames a section.
struct SectionEdit: ParsableCommand {
  static let configuration = about("edit", zh: "科室改名", en: "rename a section")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String
  @Option(help: help(zh: "名称", en: "name")) var name: String

  func run() throws {
    let session = try Session(options)
    var section = try session.section(id)
    section.name = name
    try section.write(session)
  }
}

/// The headings of master data lists.
enum MasterHeadings {
  private static let id = Bilingual(zh: "编号", en: "Id")
  private static let name = Bilingual(zh: "名称", en: "Name")
  private static let section = Bilingual(zh: "科室", en: "Section")

  static let named = [id, name]
  static let place = [
    id, name, Bilingual(zh: "种类", en: "Kind"), section,
    Bilingual(zh: "重点部位", en: "Key"), Bilingual(zh: "责任人", en: "Person"),
  ]
  static let person = [
    id, Bilingual(zh: "姓名", en: "Name"), section, Bilingual(zh: "角色", en: "Roles"),
    Bilingual(zh: "登录名", en: "Logins"), Bilingual(zh: "代理", en: "Deputy"),
  ]
  static let plan = [
    id, name, Bilingual(zh: "周期", en: "When"), Bilingual(zh: "启用", en: "On"),
    Bilingual(zh: "法定", en: "Statutory"), Bilingual(zh: "本局", en: "Own"),
  ]
}

/// A place in a JSON list.
struct PlaceJSON: Encodable {
  var id: Place.ID
  var name: String
  var kind: PlaceKind
  @Nullable var section: Section.ID?
  @Nullable var from: Day?
  @Nullable var to: Day?
  /// Why it is a key place.
  @Nullable var key: String?
  /// Who answers for a key place.
  @Nullable var keyPerson: Person.ID?

  init(_ place: Place) {
    id = place.id
    name = place.name
    kind = place.kind
    section = place.section
    from = place.from
    to = place.to
    key = place.keyReason
    keyPerson = place.keyPerson
  }
}

/// A person in a JSON list.
struct PersonJSON: Encodable {
  var id: Person.ID
  var name: String
  @Nullable var section: Section.ID?
  var roles: [Role]
  var logins: [String]
  @Nullable var to: Day?
  /// For whom the person stands in and when, past ones too.
  var deputyFor: [Deputyship]

  init(_ person: Person) {
    id = person.id
    name = person.name
    section = person.section
    roles = Role.allCases.filter(person.roles.contains)
    logins = person.logins
    to = person.to
    deputyFor = person.deputyFor
  }
}
