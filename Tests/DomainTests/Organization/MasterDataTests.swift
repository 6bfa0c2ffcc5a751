import Almanac
import Domain
import Testing

/// What a ledger may begin with, and how its office may change.
struct MasterDataTests {
  static let boss = Person(id: "boss", name: "Boss", roles: [.supervisor, .fireResponsible])
  static let admin = Person(
    id: "admin", name: "Admin", section: "office", roles: [.administrator, .inspector],
    logins: ["adm"])

  static func setup(_ change: (inout Setup) -> Void = { _ in }) -> Setup {
    var setup = Setup(
      organization: Organization(name: "Bureau"), isPractice: true,
      sections: [Section(id: "office", name: "Office")], persons: [boss, admin],
      places: [Place(id: "301", name: "301", kind: .office, section: "office")], plans: [],
      checklists: [WalkFixtures.checklist])
    change(&setup)
    return setup
  }

  struct Case: Sendable {
    var setup: Setup
    var refused: SetupError
  }

  @Test(arguments: [
    Case(setup: setup { $0.organization.name = " " }, refused: .nameMissing),
    Case(setup: setup { $0.places = [] }, refused: .noPlaces),
    Case(setup: setup { $0.sections.append($0.sections[0]) }, refused: .duplicate("office")),
    Case(setup: setup { $0.persons.append(boss) }, refused: .duplicate("boss")),
    Case(
      setup: setup { $0.places.append(Place(id: "3 1", name: "", kind: .office)) },
      refused: .badID("3 1")),
    Case(
      setup: setup { $0.places.append(Place(id: "a/b", name: "", kind: .office)) },
      refused: .badID("a/b")),
    Case(
      setup: setup { $0.places.append(Place(id: "", name: "", kind: .office)) },
      refused: .badID("")),
    Case(setup: setup { $0.places[0].section = "gone" }, refused: .unknownSection("gone")),
    Case(setup: setup { $0.persons[0].section = "gone" }, refused: .unknownSection("gone")),
    Case(setup: setup { $0.persons[0].logins = ["adm"] }, refused: .sharedLogin("adm")),
    Case(setup: setup { $0.persons[0].roles = [.fireResponsible] }, refused: .lacks(.close)),
    Case(setup: setup { $0.persons[0].roles = [.supervisor] }, refused: .lacks(.closeFire)),
    Case(setup: setup { $0.persons[1].roles = [.inspector] }, refused: .lacks(.administer)),
  ])
  func refusedSetups(_ row: Case) {
    #expect(throws: row.refused) { try row.setup.decide { _ in "hash" } }
  }

  @Test func theFirstLines() throws {
    let lines = try Self.setup().decide { "hash of \($0.id)" }
    #expect(
      lines.map(\.subject.description) == [
        "ledger/this", "organization/this", "section/office", "person/boss", "person/admin",
        "place/301", "place/building", "checklist/office",
      ])
    #expect(lines[0].event == .ledgerCreated(LedgerCreated(isPractice: true)))
    #expect(
      lines[7].event
        == .checklist(ChecklistVersion(hash: "hash of office", content: WalkFixtures.checklist)))
  }

  @Test func aBuildingOfAnyNameIsEnough() throws {
    let house = Self.setup {
      $0.places.append(Place(id: "building", name: "House", kind: .dutyRoom))
    }
    #expect(try house.decide { _ in "" }.count { $0.subject.kind == .place } == 2)
    let taken = Self.setup { $0.places[0] = Place(id: "building", name: "House", kind: .office) }
    #expect(
      try taken.decide { _ in "" }.filter { $0.subject.kind == .place }.map(\.subject.id)
        == ["building", "whole-building"])
  }

  static let bureau = Bureau(
    organization: Organization(name: "Bureau"), isPractice: true,
    sections: [Section(id: "office", name: "Office")], persons: [boss, admin], places: [],
    plans: [], checklists: [], seasons: [], alerts: [], calendar: WorkCalendar())

  struct Change: Sendable {
    var data: MasterData
    var actor = MasterDataTests.admin
    var refused: SetupError?
  }

  static func changed(_ person: Person, _ change: (inout Person) -> Void) -> MasterData {
    var person = person
    change(&person)
    return .person(person)
  }

  @Test(arguments: [
    Change(data: .organization(Organization(name: "New"))),
    Change(data: .organization(Organization(name: "")), refused: .nameMissing),
    Change(data: .section(Section(id: "x", name: "X"))),
    Change(data: .section(Section(id: "x y", name: "X")), refused: .badID("x y")),
    Change(data: .section(Section(id: "-x", name: "X")), refused: .badID("-x")),
    Change(data: .section(Section(id: "a\u{200B}b", name: "X")), refused: .badID("a\u{200B}b")),
    Change(data: changed(boss) { $0.roles = [.leader] }, refused: .lacks(.close)),
    Change(data: changed(boss) { $0.to = Day(2026, 11, 1) }, refused: .lacks(.close)),
    Change(data: changed(boss) { $0.roles = [.supervisor] }, refused: .lacks(.closeFire)),
    Change(data: changed(admin) { $0.roles = [.inspector] }, refused: .lacks(.administer)),
    Change(data: changed(boss) { $0.logins = ["adm"] }, refused: .sharedLogin("adm")),
    Change(data: changed(boss) { $0.section = "gone" }, refused: .unknownSection("gone")),
    Change(data: changed(admin) { $0.logins = ["adm", "adm2"] }),
    Change(
      data: .place(Place(id: "9", name: "9", kind: .office, section: "gone")),
      refused: .unknownSection("gone")),
    Change(data: .checklist(WalkFixtures.version)),
  ])
  func changes(_ row: Change) throws {
    let situation = WalkFixtures.situation(row.actor)
    if let refused = row.refused {
      #expect(throws: refused) { try row.data.decide(with: Self.bureau, in: situation) }
    } else {
      #expect(try row.data.decide(with: Self.bureau, in: situation).count == 1)
    }
    #expect(throws: NotPermitted(.administer)) {
      try row.data.decide(with: Self.bureau, in: WalkFixtures.situation(Self.boss))
    }
  }

  static let zeroWidth = "Off\u{200B}ice"

  @Test(arguments: [
    MasterData.organization(Organization(name: zeroWidth)),
    .section(Section(id: "x", name: zeroWidth)), changed(boss) { $0.name = zeroWidth },
    .place(Place(id: "9", name: zeroWidth, kind: .office)),
    .checklist(
      ChecklistVersion(
        hash: "h",
        content: Checklist(
          id: "new", version: 1, title: Bilingual(verbatim: zeroWidth), placeKinds: [.office],
          sections: []))),
  ])
  func everyNameGoesByOneRule(_ data: MasterData) {
    #expect(throws: WordingError.invisible(0x200B, column: 4)) {
      try data.decide(with: Self.bureau, in: WalkFixtures.situation(Self.admin))
    }
  }

  @Test func aNameIsKeptWithoutBlanksAround() throws {
    let section = MasterData.section(Section(id: "x", name: " \u{3000}X "))
    let kept = Section(id: "x", name: "X")
    #expect(
      try section.decide(with: Self.bureau, in: WalkFixtures.situation(Self.admin))
        == [Happening(.section("x"), .section(kept))])
  }

  @Test func noLedgerBeginsWithANameThatCannotBeSeen() {
    let setup = Self.setup { $0.persons[0].name = "\u{202E}boss" }
    #expect(throws: WordingError.invisible(0x202E, column: 1)) { try setup.decide { _ in "" } }
  }

  @Test func aSeasonIsDatedByTheDayItWasEntered() throws {
    let season = Season(
      id: "2026-flood", start: Day(2026, 4, 15), end: Day(2026, 10, 15), announcement: "No. 1")
    var entered = season
    entered.recorded = WalkFixtures.day
    #expect(
      try MasterData.season(season).decide(
        with: Self.bureau, in: WalkFixtures.situation(Self.admin))
        == [Happening(.season("2026-flood"), .season(entered))])
  }
}
