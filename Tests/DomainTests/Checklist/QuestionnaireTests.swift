import Almanac
import Domain
import Testing

/// What is asked where, and under which number.
struct QuestionnaireTests {
  static func item(_ id: String, kinds: [PlaceKind]? = nil, once: Bool = false) -> Item {
    Item(
      id: id, text: Bilingual(verbatim: id), category: .order, placeKinds: kinds,
      isOncePerRound: once)
  }

  static func section(_ id: String, weather: String? = nil, _ items: [Item]) -> ChecklistSection {
    ChecklistSection(id: id, title: Bilingual(verbatim: id), weather: weather, items: items)
  }

  static let a = Checklist(
    id: "a", version: 3, title: Bilingual(verbatim: "A"),
    placeKinds: [.office, .dutyRoom, .building],
    sections: [
      section("one", [item("a1"), item("a2", kinds: [.office]), item("a3", once: true)]),
      section("heat", weather: "heat", [item("a4")]),
      section("cold", weather: "cold", [item("a5")]),
      section("rainstorm", weather: "rainstorm", [item("a6")]),
    ])
  static let b = Checklist(
    id: "b", version: 1, title: Bilingual(verbatim: "B"), placeKinds: [.office],
    sections: [section("two", [item("b1")]), section("three", [item("b2"), item("b3")])])

  struct Case: Sendable {
    var kind = PlaceKind.office
    var isOncePlace = false
    var weather: Alert.Kind?
    var sections: [String]?
    var asked: [String]
  }

  @Test(arguments: [
    Case(asked: ["a1", "a2", "a4", "a5", "a6", "b1", "b2", "b3"]),
    Case(weather: .heat, asked: ["a1", "a2", "a4", "b1", "b2", "b3"]),
    Case(weather: .lightning, asked: ["a1", "a2", "b1", "b2", "b3"]),
    // A flood has no section of its own here: it uses the rainstorm's.
    Case(weather: .flood, asked: ["a1", "a2", "a6", "b1", "b2", "b3"]),
    Case(weather: .rainstorm, asked: ["a1", "a2", "a6", "b1", "b2", "b3"]),
    Case(kind: .dutyRoom, isOncePlace: true, weather: .cold, asked: ["a1", "a3", "a5"]),
    Case(kind: .dutyRoom, weather: .cold, asked: ["a1", "a5"]),
    Case(sections: ["three"], asked: ["a1", "a2", "a4", "a5", "a6", "b2", "b3"]),
    Case(kind: .vehicle, asked: []),
  ])
  func asked(_ row: Case) {
    let plan = Plan(
      id: "p", title: Bilingual(verbatim: "p"), trigger: Trigger(.alert),
      uses: [Plan.Use("a"), Plan.Use("unknown"), Plan.Use("b", sections: row.sections)])
    let found = Questionnaire(
      plan: plan,
      checklists: [
        "a": ChecklistVersion(hash: "ha", content: Self.a),
        "b": ChecklistVersion(hash: "hb", content: Self.b),
      ], place: Place(id: "x", name: "x", kind: row.kind), isOncePlace: row.isOncePlace,
      weather: row.weather)
    #expect(found.questions.map(\.key.item) == row.asked)
    #expect(found.questions.map(\.number) == Array(1..<(row.asked.count + 1)))
    #expect(
      found.versions == [
        ChecklistPin(id: "a", version: 3, hash: "ha"),
        ChecklistPin(id: "b", version: 1, hash: "hb"),
      ])
    #expect(found[1]?.key.item == row.asked.first)
    #expect(found[0] == nil && found[row.asked.count + 1] == nil)
  }

  struct Merging: Sendable {
    var parts: [[String]]
    var asked: [String]
  }

  /// An item is named by its checklist and id: `a1` and `b1` are two.
  @Test(arguments: [
    Merging(parts: [["a1", "a2"]], asked: ["a1", "a2"]),
    Merging(parts: [["a1", "a2"], ["b1", "b2"]], asked: ["a1", "a2", "b1", "b2"]),
    Merging(parts: [["a1", "a2"], ["a2", "a3"]], asked: ["a1", "a2", "a3"]),
    Merging(parts: [["a2", "a3"], ["a1", "a2"]], asked: ["a2", "a3", "a1"]),
    Merging(parts: [["a1"], ["a1"]], asked: ["a1"]),
    Merging(parts: [["a1"], ["b1", "a1"], ["b2", "b1"]], asked: ["a1", "b1", "b2"]),
    Merging(parts: [], asked: []),
  ])
  func merging(_ row: Merging) {
    let parts = row.parts.map(Self.part)
    let merged = Questionnaire(merging: parts)
    #expect(merged.questions.map(\.key.item) == row.asked)
    #expect(merged.questions.map(\.number) == Array(1..<(row.asked.count + 1)))
    #expect(Set(merged.versions.map(\.id.rawValue)) == Set(row.asked.map { String($0.prefix(1)) }))
    #expect(merged.versions.count == Set(merged.versions).count)
  }

  /// What a plan asks whose checklists have these items alone.
  private static func part(_ names: [String]) -> Questionnaire {
    var lists: [String] = []
    for name in names.map({ String($0.prefix(1)) }) where !lists.contains(name) {
      lists.append(name)
    }
    let versions = lists.map { list in
      ChecklistVersion(
        hash: "h\(list)",
        content: Checklist(
          id: Identifier(list), version: 1, title: Bilingual(verbatim: list),
          placeKinds: [.office],
          sections: [section("s", names.filter { $0.hasPrefix(list) }.map { item($0) })]))
    }
    return Questionnaire(
      plan: Plan(
        id: "p", title: Bilingual(verbatim: "p"), trigger: Trigger(.weekly),
        uses: lists.map { Plan.Use(Identifier($0)) }),
      checklists: Dictionary(uniqueKeysWithValues: versions.map { ($0.content.id, $0) }),
      place: Place(id: "x", name: "x", kind: .office), isOncePlace: false)
  }

  struct Once: Sendable {
    var kinds: [PlaceKind]
    var scope = Plan.Scope.all
    var place: Place.ID?
  }

  @Test(arguments: [
    Once(kinds: [.office, .building, .dutyRoom], place: "house-1"),
    Once(kinds: [.office, .dutyRoom, .building], place: "duty"),
    Once(
      kinds: [.office, .dutyRoom, .building], scope: .places(["house-2", "301"]),
      place: "house-2"),
    Once(kinds: [.office, .building], scope: .kinds([.office]), place: nil),
    Once(kinds: [.office], place: nil),
    Once(kinds: [.office, .building], scope: .places(["301"]), place: nil),
  ])
  func theOnePlaceOfARound(_ row: Once) {
    let list = Checklist(
      id: "a", version: 1, title: Bilingual(verbatim: "A"), placeKinds: row.kinds,
      sections: [Self.section("s", [Self.item("i", once: true), Self.item("j", kinds: [.office])])])
    let plan = Plan(
      id: "p", title: Bilingual(verbatim: "p"), trigger: Trigger(.monthly), uses: [Plan.Use("a")],
      scope: row.scope)
    let places = [
      Place(id: "house-2", name: "", kind: .building),
      Place(id: "house-0", name: "", kind: .building, to: Day(2020, 1, 1)),
      Place(id: "house-1", name: "", kind: .building), Place(id: "duty", name: "", kind: .dutyRoom),
      Place(id: "301", name: "", kind: .office),
    ]
    let bureau = Bureau(
      organization: Organization(name: "o"), isPractice: true, sections: [], persons: [],
      places: places, plans: [], checklists: [ChecklistOutline(list)], seasons: [], alerts: [],
      calendar: WorkCalendar())
    let covered = places.filter { bureau.covers(plan, $0) && $0.kind != .office }.map(\.id)
    #expect(covered == (row.place.map { [$0] } ?? []))
  }
}
