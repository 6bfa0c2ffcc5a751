import Almanac
import Domain
import Intake
import Testing

/// Assets of the network from a table.
struct AssetFileTests {
  private var bureau: Bureau {
    Bureau(
      organization: Organization(name: "o"), isPractice: true, sections: [],
      persons: [Person(id: "zhou", name: "周婷", roles: [.inspector])],
      places: [Place(id: "website", name: "单位网站", kind: .network)], plans: [], checklists: [],
      seasons: [], alerts: [], calendar: WorkCalendar())
  }

  private func read(_ text: String) throws -> [Asset.Content] {
    try AssetFile.read(
      Array(text.utf8), file: "a.csv", bureau: bureau, today: Day(2026, 11, 23))
  }

  @Test func byHeadingsInEitherLanguage() throws {
    let expected = Asset.Content(
      sort: .server, name: "门户", person: "zhou", post: "网站管理员", place: "website",
      address: "10.0.0.5", system: "CentOS 7", supportEnd: Day(2024, 6, 30), level: 2, note: "注")
    for table in [
      """
      \u{FEFF}类别,名称,责任人,岗位,场所,地址,操作系统,停止支持,等保级别,备注
      服务器,门户,周婷,网站管理员,单位网站,10.0.0.5,CentOS 7,2024-06-30,二级,注
      """,
      """
      name,sort,person,post,place,address,system,support-end,level,note
      门户,server,zhou,网站管理员,website,10.0.0.5,CentOS 7,2024/6/30,2,注
      """,
    ] {
      #expect(try read(table) == [expected])
    }
  }

  @Test func everyWrongLineIsNamed() throws {
    let table = """
      类别,名称,责任人,场所,停止支持,等保级别
      网站,门户,,,,
      冰箱,x,,,,
      网站,,,,,
      网站,x,没有人,,,
      网站,x,,月球,,
      网站,x,,,6-30,
      网站,x,,,,九级
      网站,x,,,,,多
      """
    do {
      _ = try read(table)
      Issue.record("taken")
    } catch let trouble as TableTrouble {
      #expect(trouble.problems.map(\.line) == Array(3...9))
      #expect(
        trouble.problems.map(\.field) == [
          "类别", nil, "责任人", "场所", "停止支持", "等保级别", nil,
        ])
    }
  }

  @Test(arguments: ["名称\nx", "类别,名称,颜色\n网站,x,红", "类别,名称,类别\n网站,x,网站"])
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
