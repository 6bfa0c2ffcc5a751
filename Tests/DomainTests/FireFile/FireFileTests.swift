import Almanac
import Domain
import Testing

/// What lies in the fire and safety file of a year, and what is missing.
struct FireFileTests {
  /// Order 61, articles 42 and 43: nine items each, in the order's own words and order.
  @Test func thePartsAreThoseOfTheOrder() {
    let basics = [
      "单位基本概况和消防安全重点部位情况", "消防设计审核、消防验收以及消防安全检查的文件、资料",
      "消防管理组织机构和各级消防安全责任人", "消防安全制度", "消防设施、灭火器材情况",
      "专职消防队、义务消防队人员及其消防装备配备情况", "与消防安全有关的重点工种人员情况",
      "新增消防产品、防火材料的合格证明材料", "灭火和应急疏散预案",
    ]
    let management = [
      "消防机构填发的各种法律文书",
      "消防设施定期检查记录、自动消防设施全面检查测试的报告以及维修保养的记录",
      "火灾隐患及其整改情况记录", "防火检查、巡查记录",
      "有关燃气、电气设备检测（包括防雷、防静电）等记录资料", "消防安全培训记录",
      "灭火和应急疏散预案的演练记录", "火灾情况记录", "消防奖惩情况记录",
    ]
    for (half, names, article) in [
      (FireFilePart.Half.basics, basics, 42), (.management, management, 43),
    ] {
      let parts = FireFilePart.allCases.filter { $0.half == half }
      #expect(parts.map(\.name.zh) == names && half.article == article)
      #expect(parts.map(\.item) == Array(1...9))
    }
  }

  private static let drill = ActivityKind(
    id: "drill", name: Bilingual(zh: "演练", en: "Drill"), target: 1, keyUnitTarget: 2)

  private func drill(_ day: Day) throws -> Activity {
    let content = Activity.Content(kind: "drill", day: day, title: "Drill of \(day)")
    return try #require(
      Activity(id: Identifier("HD\(day)"), beginning: .recorded(content), SafetyFile.stamp()))
  }

  private func file(
    _ year: Int = 2026, isKeyFireUnit: Bool = false, expiries: [Expiry] = [],
    rules: [SafetyRule] = [], drills: [Day] = [], hazards: [Hazard] = []
  ) throws -> FireFile {
    let bureau = SafetyFile.fold(isKeyFireUnit: isKeyFireUnit).bureau
    let kinds = [SafetyFile.powder, SafetyFile.test, SafetyFile.licence]
    return FireFile(
      year: year,
      .init(
        bureau: bureau, expiries: ExpiryBook(kinds: kinds, expiries: expiries), rules: rules,
        activities: try drills.map(drill), drill: Self.drill, hazards: hazards, inspections: [],
        incidents: []))
  }

  private func entries(_ part: FireFilePart, of file: FireFile) -> [FireFile.Entry] {
    file.sections.first { $0.part == part }?.entries ?? []
  }

  struct Training: Sendable {
    var subject: String?
    var isListed: Bool
  }

  /// Order 61, article 43 (6): trainings in fire safety; one that does not say what it was about is looked at.
  @Test(arguments: [
    Training(subject: "fire", isListed: true), Training(subject: "business", isListed: false),
    Training(subject: "safety", isListed: false), Training(subject: nil, isListed: true),
  ])
  func trainings(_ row: Training) throws {
    var content = Activity.Content(kind: "training", day: Day(2026, 5, 15), title: "Training")
    content.values = row.subject.map { ["subject": .words($0)] } ?? [:]
    let training = try #require(
      Activity(id: "HD2026-001", beginning: .recorded(content), SafetyFile.stamp()))
    let file = FireFile(
      year: 2026,
      .init(
        bureau: SafetyFile.fold().bureau, expiries: ExpiryBook(kinds: [], expiries: []), rules: [],
        activities: [training], drill: nil, hazards: [], inspections: [], incidents: []))
    #expect(entries(.trainings, of: file).isEmpty != row.isListed)
  }

  struct Drills: Sendable {
    var isKeyFireUnit: Bool
    var days: [Day]
    /// How many sentences name a shortfall.
    var lacking: Int
  }

  /// Order 61, article 40: every half-year in a key unit, once a year elsewhere; of another year none counts.
  @Test(arguments: [
    Drills(isKeyFireUnit: false, days: [], lacking: 1),
    Drills(isKeyFireUnit: false, days: [Day(2026, 3, 1)], lacking: 0),
    Drills(isKeyFireUnit: false, days: [Day(2025, 12, 31), Day(2027, 1, 1)], lacking: 1),
    Drills(isKeyFireUnit: true, days: [Day(2026, 6, 30), Day(2026, 7, 1)], lacking: 0),
    Drills(isKeyFireUnit: true, days: [Day(2026, 3, 1), Day(2026, 6, 30)], lacking: 1),
    Drills(isKeyFireUnit: true, days: [Day(2026, 7, 1)], lacking: 2),
    Drills(isKeyFireUnit: true, days: [], lacking: 3),
  ])
  func drills(_ row: Drills) throws {
    let file = try file(isKeyFireUnit: row.isKeyFireUnit, drills: row.days)
    #expect(file.shortfalls.count == row.lacking)
    #expect(
      entries(.drills, of: file).compactMap(\.day)
        == row.days.filter { $0.year == 2026 })
  }

  /// The reports of a year are those whose test was in it, renewed since or not.
  @Test func theReportsOfTheYear() throws {
    let term = Expiry.Term(done: Day(2026, 11, 20), until: Day(2027, 11, 20), document: "T-2")
    let expiry = try #require(SafetyFile.expiry(SafetyFile.content, .renewed(term)))
    for (year, numbers) in [(2025, ["T-1"]), (2026, ["T-2"]), (2027, [])] {
      let file = try file(year, expiries: [expiry])
      #expect(entries(.electrical, of: file).map(\.number) == numbers)
    }
  }

  @Test func extinguishersAreCounted() throws {
    func powder(_ id: String, count: Int, _ place: Place.ID?) throws -> Expiry {
      try #require(
        Expiry(
          id: Identifier(id),
          beginning: .added(
            .init(
              kind: "powder", name: id, place: place, count: count, made: Day(2022, 1, 1),
              term: .init(until: Day(2027, 1, 1)))), SafetyFile.stamp()))
    }
    let all = [
      try powder("a", count: 4, "roof"), try powder("b", count: 2, "roof"),
      try powder("c", count: 1, nil),
    ]
    #expect(
      entries(.equipment, of: try file(expiries: all)).map(\.title.zh) == ["干粉：7具，1处"])
    #expect(entries(.equipment, of: try file(2021, expiries: all)).isEmpty)
  }

  /// What no year need have is no gap; what is missing otherwise is one.
  @Test func gaps() throws {
    let empty = try file()
    let occasional: [FireFilePart] = [.authority, .hazards, .fires, .rewards]
    #expect(Set(empty.gaps).isDisjoint(with: occasional))
    #expect(empty.gaps.contains(.rules) && !empty.gaps.contains(.overview))
    let rule = try #require(SafetyFile.rule())
    let filled = try file(rules: [rule])
    #expect(!filled.gaps.contains(.rules))
    #expect(entries(.rules, of: filled).map(\.number) == ["No. 3"])
    #expect(try file(2024, rules: [rule]).gaps.contains(.rules))
  }

  @Test func theOfficeSetsHowLong() throws {
    var organization = Organization(name: "o")
    #expect(organization.retention(of: .drills) == .ten)
    organization.retentions = ["drills": .permanent]
    #expect(organization.retention(of: .drills) == .permanent)
    #expect(organization.retention(of: .trainings) == .ten)
  }
}
