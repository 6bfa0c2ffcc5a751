import Almanac
import Domain
import Intake
import Testing

/// Things that end from a table, and the kinds that ship with the program.
struct ExpiryFileTests {
  private static let kinds = Result {
    try ExpiryKindFile.read(Samples.bytes("expiries.yaml"), file: "expiries.yaml")
  }

  private var bureau: Bureau {
    Bureau(
      organization: Organization(name: "o"), isPractice: true, sections: [],
      persons: [Person(id: "zhou", name: "周婷", roles: [.inspector])],
      places: [
        Place(id: "301", name: "三楼走道", kind: .corridor),
        Place(id: "a", name: "仓库", kind: .warehouse), Place(id: "b", name: "仓库", kind: .warehouse),
      ], plans: [], checklists: [], seasons: [], alerts: [], calendar: WorkCalendar())
  }

  private func read(_ text: String) throws -> [ExpiryRequest] {
    try ExpiryFile.read(
      Array(text.utf8), file: "e.csv", kinds: Self.kinds.get(), bureau: bureau,
      today: Day(2026, 11, 23))
  }

  /// The intervals as GB 50444-2008 tables 5.3.2 and 5.4.3 have them: months between, to the first, to the end.
  @Test func theKindsThatShip() throws {
    let kinds = try Self.kinds.get()
    let expected: [ExpiryKind.ID: [Int?]] = [
      "extinguisher-powder": [24, 60, 120], "extinguisher-co2": [24, 60, 144],
      "extinguisher-clean": [24, 60, 120], "extinguisher-water": [12, 36, 72],
      "fire-test": [12, nil, nil], "vehicle-inspection": [nil, nil, nil],
    ]
    for (id, months) in expected {
      let kind = try #require(kinds.first { $0.id == id })
      #expect([kind.months, kind.firstMonths, kind.lifeMonths] == months, "\(id)")
      #expect(kind.source != nil, "\(id)")
    }
    #expect(kinds.allSatisfy { !$0.name.en.isEmpty })
  }

  @Test func byNamesInEitherLanguageAndByIds() throws {
    let tables = [
      "种类,名称,场所,数量,责任人,出厂日期,有效期至\n干粉灭火器,走道,三楼走道,4,周婷,2024-03-01,",
      "kind,name,place,count,person,made\nDry powder extinguisher,走道,301,4,zhou,2024/3/1\n",
      "name,kind,place,count,person,made,until\n走道,extinguisher-powder,301,4,周婷,2024-03-01,2029-03-01",
    ]
    for table in tables {
      let requests = try read(table)
      #expect(
        requests.map(\.content) == [
          Expiry.Content(
            kind: "extinguisher-powder", name: "走道", place: "301", count: 4, person: "zhou",
            made: Day(2024, 3, 1), term: .init(until: Day(2029, 3, 1)))
        ])
    }
  }

  /// Every wrong line is named with its column, and nothing is given back.
  @Test func everyWrongLineIsNamed() throws {
    let table = """
      种类,名称,场所,数量,责任人,出厂日期,检验日期,有效期至
      证照,许可证,,1,,,,2027-01-01
      无此类,x,,1,,,,2027-01-01
      证照,x,地下室,1,,,,2027-01-01
      证照,x,仓库,1,,,,2027-01-01
      证照,x,,两,,,,2027-01-01
      证照,x,,1,没有人,,,2027-01-01
      证照,x,,1,,3-1,,2027-01-01
      证照,x,,1,,,,
      证照,,,1,,,,2027-01-01
      证照,x,,1,,,2026-11-24,2027-01-01
      证照,x,,1,,,,2027-01-01,多
      """
    do {
      _ = try read(table)
      Issue.record("taken")
    } catch let trouble as TableTrouble {
      #expect(trouble.problems.map(\.line) == Array(3...12))
      #expect(
        trouble.problems.map(\.field) == [
          "种类", "场所", "场所", "数量", "责任人", "出厂日期", "有效期至", nil, nil, nil,
        ])
    }
  }

  @Test(arguments: [
    "名称,有效期至\nx,2027-01-01", "种类,有效期至\n证照,2027-01-01", "种类,名称,颜色\n证照,x,红",
    "种类,名称,种类\n证照,x,证照",
  ])
  func aHeadingThatWillNotDo(_ table: String) {
    do {
      _ = try read(table)
      Issue.record("taken")
    } catch let trouble as TableTrouble {
      #expect(trouble.problems.map(\.line) == [1])
    } catch {
      Issue.record(error)
    }
  }
}
