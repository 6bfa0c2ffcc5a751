import Almanac
import Domain
import Intake
import Testing

/// Activities from a table, and the kinds that ship with the program.
struct ActivityFileTests {
  private static let kinds = Result {
    try ActivityKindFile.read(Samples.bytes("activities.yaml"), file: "activities.yaml")
  }

  private var bureau: Bureau {
    Bureau(
      organization: Organization(name: "o"), isPractice: true, sections: [],
      persons: [
        Person(id: "zhou", name: "周婷", roles: [.inspector]),
        Person(id: "wu", name: "吴昊", roles: [.inspector]),
        Person(id: "wu2", name: "吴昊", roles: [.inspector]),
      ], places: [], plans: [], checklists: [], seasons: [], alerts: [], calendar: WorkCalendar())
  }

  private func read(_ text: String, kind: ActivityKind.ID = "visit") throws -> [Activity.Content] {
    let kind = try #require(Self.kinds.get().first { $0.id == kind })
    return try ActivityFile.read(
      Array(text.utf8), file: "a.csv", kind: kind, bureau: bureau, today: Day(2026, 11, 23))
  }

  /// What the program counts of the safety year, by name.
  @Test func theKindsThatShip() throws {
    let kinds = try Self.kinds.get()
    let names = [
      "通报传阅", "安全会议", "党建与纪律教育", "作风纪律检查", "普法宣传", "培训", "法律告知书", "执法案件", "走访企业",
      "领导走访企业", "信息稿件", "分析报告", "季度监测报告", "志愿服务", "应急值守", "应急演练",
    ]
    #expect(kinds.map(\.name.zh) == names)
    #expect(kinds.filter(\.isCirculated).map(\.id) == ["circular"])
    #expect(kinds.filter(\.hasResolutions).map(\.id) == ["meeting"])
    let drill = try #require(kinds.last)
    #expect(drill.target == 1 && drill.keyUnitTarget == 2)
    for kind in kinds {
      #expect(!kind.name.en.isEmpty)
      #expect(kind.fields.allSatisfy { $0.kind != .choice || $0.choices.count > 1 })
      // A digit takes a listed value in the form.
      #expect(kind.fields.allSatisfy { $0.choices.count <= 9 })
    }
  }

  @Test func byNamesInEitherLanguageAndByIds() throws {
    for heading in [
      "日期,标题,企业数,送政策,人员", "date,title,Enterprises,Policy brought,persons",
      "day,title,enterprises,policy,persons",
    ] {
      let contents = try read(heading + "\n2026-11-02,走访A厂,2,是,周婷\n2026/11/3,\"B, C\",,,\n")
      #expect(
        contents == [
          Activity.Content(
            kind: "visit", day: Day(2026, 11, 2), title: "走访A厂",
            values: ["enterprises": .count(2), "policy": .flag(true)], persons: ["zhou"]),
          Activity.Content(kind: "visit", day: Day(2026, 11, 3), title: "B, C"),
        ])
    }
  }

  /// Every wrong line is named with its column, and nothing is given back.
  @Test func everyWrongLineIsNamed() throws {
    let table = """
      日期,标题,企业数,送政策,人员
      2026-11-02,走访,2,是,周婷
      2026-11-02,走访,二,是,
      11-02,走访,2,是,
      2026-11-02,,2,是,
      2026-12-02,走访,2,是,
      2026-11-02,走访,2,也许,
      2026-11-02,走访,2,是,吴昊
      2026-11-02,走访,2,是,,,多
      """
    do {
      _ = try read(table)
      Issue.record("taken")
    } catch let trouble as TableTrouble {
      #expect(trouble.problems.map(\.line) == [3, 4, 5, 6, 7, 8, 9])
      #expect(
        trouble.problems.map(\.field) == ["企业数", "日期", nil, nil, "送政策", "人员", nil])
      #expect(trouble.message.zh.hasPrefix("有 7 处不对，一条都没有导入："))
      #expect(trouble.message.en.contains("a.csv: line 3: "))
    }
  }

  @Test(arguments: [
    "标题,企业数\n走访,2", "日期,企业数\n2026-11-02,2", "日期,标题,员工\n2026-11-02,走访,2",
    "日期,标题,日期\n2026-11-02,走访,2026-11-02",
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

  @Test func aKindThatCannotBeRead() {
    let field = "{id: b, name: {zh: 乙, en: B}, type: choice}"
    let kind = "{id: a, name: {zh: 甲, en: A}, fields: [\(field)]}"
    let bad = "schema: xunjian-activities/1\nkinds:\n  - \(kind)\n"
    do throws(IntakeError) {
      _ = try ActivityKindFile.read(Array(bad.utf8), file: "k.yaml")
      Issue.record("taken")
    } catch {
      #expect(error.line == 3 && error.field == "kinds[1].fields[1].choices")
    }
  }
}
