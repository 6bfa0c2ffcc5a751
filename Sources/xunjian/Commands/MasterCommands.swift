import Almanac
import ArgumentParser
import Domain
import Intake
import Ledger

/// Places.
struct PlaceCommand: ParsableCommand {
  static let configuration = about(
    "place", zh: "场所", en: "places", [PlaceList.self, PlaceSet.self, PlaceClose.self])
}

/// Lists places.
struct PlaceList: ParsableCommand {
  static let configuration = about("list", zh: "列出场所", en: "list places")
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: ListOptions

  func run() throws {
    let session = try Session(options)
    let bureau = try session.ledger.bureau()
    try output.print(
      bureau.places, heading: MasterHeadings.place,
      rows: bureau.places.map {
        [$0.id.rawValue, $0.name, $0.kind.name[session.language], bureau.name($0.section)]
      })
  }
}

/// Adds a place or changes one: what is not named stays.
struct PlaceSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: Bilingual(zh: "新增或修改场所", en: "add a place or change one")[Speech.language],
    aliases: ["edit"])
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String
  @Option(help: help(zh: "名称", en: "name")) var name: String?
  @Option(help: help(zh: "种类", en: "kind")) var kind: PlaceKind?
  @Option(help: help(zh: "科室", en: "section")) var section: String?
  @Option(help: help(zh: "重点部位的理由", en: "why it is a key place")) var key: String?

  func run() throws {
    let session = try Session(options)
    let known = try session.ledger.bureau().place(Identifier(id))
    guard let kind = kind ?? known?.kind else {
      throw ShellError.plain(
        .usage, Bilingual(zh: "新场所要用 --kind 说明种类。", en: "A new place needs --kind."))
    }
    var place = known ?? Place(id: Identifier(id), name: id, kind: kind, from: session.today)
    place.kind = kind
    if let name { place.name = name }
    if let section { place.section = try session.section(section).id }
    if let key { place.keyReason = key.isEmpty ? nil : key }
    try session.perform(.set(.place(place)))
    Output.line("\(place.id)  \(place.name)")
  }
}

extension PlaceKind: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}

/// Ends a place: it counts no more after today.
struct PlaceClose: ParsableCommand {
  static let configuration = about("close", zh: "停用场所", en: "end a place")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String

  func run() throws {
    let session = try Session(options)
    var place = try session.place(id)
    place.to = session.today
    try session.perform(.set(.place(place)))
  }
}

/// Persons.
struct PersonCommand: ParsableCommand {
  static let configuration = about(
    "person", zh: "人员", en: "persons", [PersonList.self, PersonSet.self, PersonClose.self])
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
      bureau.persons, heading: MasterHeadings.person,
      rows: bureau.persons.map { person in
        [
          person.id.rawValue, person.name, bureau.name(person.section),
          Role.allCases.filter(person.roles.contains).map(\.rawValue).joined(separator: " "),
          person.logins.joined(separator: " "),
        ]
      })
  }
}

/// Adds a person or changes one: what is not named stays.
struct PersonSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: Bilingual(zh: "新增或修改人员", en: "add a person or change one")[Speech.language],
    aliases: ["edit"])
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String
  @Option(help: help(zh: "姓名", en: "name")) var name: String?
  @Option(help: help(zh: "科室", en: "section")) var section: String?
  @Option(help: help(zh: "角色，可多次", en: "a role, repeatable")) var role: [Role] = []
  @Option(help: help(zh: "登录名，可多次", en: "a login, repeatable")) var login: [String] = []

  func run() throws {
    let session = try Session(options)
    var person =
      try session.ledger.bureau().person(Identifier(id))
      ?? Person(id: Identifier(id), name: id, roles: [])
    if let name { person.name = name }
    if let section { person.section = try session.section(section).id }
    if !role.isEmpty { person.roles = Set(role) }
    if !login.isEmpty { person.logins = login }
    try session.perform(.set(.person(person)))
    Output.line("\(person.id)  \(person.name)")
  }
}

/// Ends a person's time in office.
struct PersonClose: ParsableCommand {
  static let configuration = about("close", zh: "人员离任", en: "end a person's time in office")
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String

  func run() throws {
    let session = try Session(options)
    var person = try session.person(id)
    person.to = session.today
    try session.perform(.set(.person(person)))
  }
}

/// Sections.
struct SectionCommand: ParsableCommand {
  static let configuration = about(
    "section", zh: "科室", en: "sections", [SectionList.self, SectionSet.self])
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

/// Adds a section or renames one.
struct SectionSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: Bilingual(zh: "新增或改名", en: "add a section or rename one")[Speech.language],
    aliases: ["edit"])
  @OptionGroup var options: GlobalOptions
  @Argument(help: help(zh: "编号", en: "id")) var id: String
  @Option(help: help(zh: "名称", en: "name")) var name: String?

  func run() throws {
    let section = Section(id: Identifier(id), name: name ?? id)
    try Session(options).perform(.set(.section(section)))
    Output.line("\(section.id)  \(section.name)")
  }
}

/// The headings of master data lists.
enum MasterHeadings {
  private static let id = Bilingual(zh: "编号", en: "Id")
  private static let name = Bilingual(zh: "名称", en: "Name")
  private static let section = Bilingual(zh: "科室", en: "Section")

  static let named = [id, name]
  static let place = [id, name, Bilingual(zh: "种类", en: "Kind"), section]
  static let person = [
    id, Bilingual(zh: "姓名", en: "Name"), section, Bilingual(zh: "角色", en: "Roles"),
    Bilingual(zh: "登录名", en: "Logins"),
  ]
  static let plan = [
    id, name, Bilingual(zh: "周期", en: "When"), Bilingual(zh: "启用", en: "On"),
    Bilingual(zh: "法定", en: "Statutory"), Bilingual(zh: "本局", en: "Own"),
  ]
}
