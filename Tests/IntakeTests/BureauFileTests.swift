import Almanac
import Domain
import Intake
import Testing

/// The file from which a ledger is made.
struct BureauFileTests {
  @Test func sample() throws {
    let setup = try BureauFile.read(
      Samples.bytes("bureau.yaml"), file: "bureau.yaml", checklists: Samples.checklists())
    let first = try setup.decide { _ in "0" }

    #expect(!first.isEmpty)
    #expect(setup.organization.name == "示例区统计局")
    #expect(setup.organization.regions == ["示例区"])
    #expect(!setup.organization.isKeyFireUnit)
    #expect(setup.organization.corridors == .office)
    #expect(setup.organization.equipment == .property)
    #expect(setup.sections.map(\.name) == ["办公室", "综合科", "专业统计科", "普查中心"])
    #expect(setup.places.prefix(6).map(\.id) == ["301", "302", "303", "304", "305", "306"])
    #expect(setup.places[2].name == "303 综合科")
    #expect(setup.places.filter { $0.keyReason != nil }.map(\.keyPerson) == ["huang", "liu"])
    #expect(setup.plans == BuiltInPlans.all(isKeyFireUnit: false))
    #expect(setup.checklists.count == 19)
    #expect(!setup.isPractice)
  }

  /// Every kind of place is there, and every role, and every section has its head.
  @Test func sampleCoversAll() throws {
    let setup = try BureauFile.read(
      Samples.bytes("bureau.yaml"), file: "bureau.yaml", checklists: [])

    let kinds = Set(setup.places.map(\.kind))
    #expect(kinds == Set(PlaceKind.allCases).subtracting([.building]))
    #expect(setup.persons.reduce(into: []) { $0.formUnion($1.roles) } == Set(Role.allCases))
    for section in setup.sections {
      #expect(
        setup.persons.contains { $0.section == section.id && $0.roles.contains(.sectionHead) },
        "\(section.name)")
    }
  }

  static let good = """
    organization:
      name: 甲局
      keyFireUnit: 是
      corridors: 物业公司
      equipment: Compound
    sections:
      - 办公室
      - {id: s2, name: 第二 科}
    persons:
      - {id: p1, name: 张伟, section: 办公室, roles: [检查人, Supervisor, fireResponsible], logins: [zw, z2]}
      - {id: p2, name: 张伟, section: 第二 科, roles: []}
      - {name: 李娜, section: s2, roles: [administrator]}
    places:
      - rooms: [A101-A103, B7]
        name: "{} 室"
        kind: 办公室
        section: s2
      - {id: hall, kind: corridor}
      - {name: 仓库, kind: Warehouse, key: {reason: 可燃物多, person: 李娜}}
      - {rooms: 08-10, kind: office}
    plans: {off: [climate, 月检]}
    seasons:
      - {start: 2026-04-15, end: 2026-06-30, announcement: 文件一}
      - {start: 2026-08-01, end: 2026-10-15}
      - {start: 2027-04-15, end: 2027-10-15}

    """

  @Test func papers() throws {
    func setup(_ lines: String) throws -> Setup {
      try read(Self.good.replacing("equipment: Compound", with: "equipment: Compound\n" + lines))
    }
    let good = try setup(
      "  papers:\n    number: 甲安〔{年}〕{序号}号\n    blankNumbers: 是\n    sentTo: [区安委办]\n"
        + "    filledBy: 李娜\n    approvedBy: 分管领导")
    let rule = good.organization.paperRule
    #expect(rule.number?.rawValue == "甲安〔{year}〕{number}号" && rule.noticeStyle == nil)
    #expect(rule.sentTo == ["区安委办"] && rule.filledBy == "李娜")
    let first = try good.decide { _ in "0" }
    #expect(
      first.contains { line in
        if case .organization(let office) = line.event {
          office.papers?.approvedBy == "supervisor"
        } else {
          false
        }
      })
    #expect {
      try setup("  papers:\n    number: 甲安〔2026〕{序号}号")
    } throws: { error in
      (error as? IntakeError)?.line == 7
    }
  }

  @Test func everyField() throws {
    let setup = try read(Self.good)

    #expect(
      setup.organization
        == Organization(
          name: "甲局", isKeyFireUnit: true, corridors: .property, equipment: .compound))
    #expect(
      setup.sections == [Section(id: "办公室", name: "办公室"), Section(id: "s2", name: "第二 科")])
    #expect(
      setup.persons == [
        Person(
          id: "p1", name: "张伟", section: "办公室", roles: [.inspector, .supervisor, .fireResponsible],
          logins: ["zw", "z2"]),
        Person(id: "p2", name: "张伟", section: "s2", roles: []),
        Person(id: "李娜", name: "李娜", section: "s2", roles: [.administrator]),
      ])
    #expect(
      setup.places == [
        Place(id: "A101", name: "A101 室", kind: .office, section: "s2"),
        Place(id: "A102", name: "A102 室", kind: .office, section: "s2"),
        Place(id: "A103", name: "A103 室", kind: .office, section: "s2"),
        Place(id: "B7", name: "B7 室", kind: .office, section: "s2"),
        Place(id: "hall", name: "hall", kind: .corridor),
        Place(id: "仓库", name: "仓库", kind: .warehouse, keyReason: "可燃物多", keyPerson: "李娜"),
        Place(id: "08", name: "08", kind: .office),
        Place(id: "09", name: "09", kind: .office),
        Place(id: "10", name: "10", kind: .office),
      ])
    #expect(setup.plans.filter { !$0.isEnabled }.map(\.id) == ["monthly", "climate"])
    #expect(
      setup.seasons == [
        Season(
          id: "2026-flood", start: Day(2026, 4, 15), end: Day(2026, 6, 30), announcement: "文件一"),
        Season(id: "2026-flood2", start: Day(2026, 8, 1), end: Day(2026, 10, 15)),
        Season(id: "2027-flood", start: Day(2027, 4, 15), end: Day(2027, 10, 15)),
      ])
  }

  @Test(arguments: [
    BadFile(
      passage: "name: 甲局", to: "title: 甲局", line: 2, field: "organization.title",
      zh: "没有这个字段", en: "there are: name, regions"),
    BadFile(
      passage: "  name: 甲局\n", to: "", line: 2, field: "organization.name", zh: "缺少",
      en: "missing"),
    BadFile(
      passage: "keyFireUnit: 是", to: "keyFireUnit: 也许", line: 3, field: "organization.keyFireUnit",
      zh: "true 是、false 否", en: "none of: true, false"),
    BadFile(
      passage: "corridors: 物业公司", to: "corridors: 邻居", line: 4, field: "organization.corridors",
      zh: "property 物业公司", en: "office, property, compound"),
    BadFile(
      passage: "name: 甲局", to: #"name: "甲\u202E局""#, line: 2, field: "organization.name",
      zh: "第2个字符（U+202E）", en: "Character 2 (U+202E)"),
    BadFile(
      passage: "name: 第二 科", to: #"name: "第二\u200B科""#, line: 8, field: "sections[2].name",
      zh: "第3个字符（U+200B）", en: "Character 3 (U+200B)"),
    BadFile(
      passage: "{id: p2, name: 张伟", to: "{id: p2, name: " + String(repeating: "张", count: 61),
      line: 11, field: "persons[2].name", zh: "太长（61字），至多60字", en: "(61 characters); 60 at most"),
    BadFile(
      passage: "{id: p2, name", to: "{id: -p2, name", line: 11, field: "persons[2].id",
      zh: "不能以-开头", en: "no hyphen first"),
    BadFile(
      passage: "[检查人, Supervisor", to: "[检查人", line: 10, field: "persons",
      zh: "请给某人分管领导的角色", en: "make someone supervisor"),
    BadFile(
      passage: "- {id: s2, name: 第二 科}", to: "- 第二 科", line: 8, field: "sections[2]",
      zh: "另写 id", en: "give an id"),
    BadFile(
      passage: "- {id: s2, name: 第二 科}", to: "- 办公室", line: 8, field: "sections[2]",
      zh: "“办公室”重复", en: "twice"),
    BadFile(
      passage: "{id: p2, name", to: "{id: p1, name", line: 11, field: "persons[2].id",
      zh: "“p1”重复", en: "“p1” stands twice"),
    BadFile(
      passage: "[检查人, Supervisor", to: "[检查人, 皇帝", line: 10, field: "persons[1].roles[2]",
      zh: "“皇帝”不在可选之列：inspector 检查人", en: "none of: inspector, rectifier"),
    BadFile(
      passage: ", roles: []", to: "", line: 11, field: "persons[2].roles", zh: "缺少", en: "missing"),
    BadFile(
      passage: "section: 第二 科", to: "section: 第三科", line: 11, field: "persons[2].section",
      zh: "没有科室“第三科”", en: "no section “第三科”"),
    BadFile(
      passage: "roles: [administrator]", to: "roles: [administrator], logins: [zw]", line: 12,
      field: "persons[3].logins[1]", zh: "“zw”写了两次", en: "“zw” stands twice"),
    BadFile(
      passage: "[A101-A103, B7]", to: "[A103-A101]", line: 14, field: "places[1].rooms[1]",
      zh: "不是房号范围", en: "no range of rooms"),
    BadFile(
      passage: "[A101-A103, B7]", to: "[A101-A102, A102]", line: 14, field: "places[1].rooms[2]",
      zh: "“A102”重复", en: "“A102” stands twice"),
    BadFile(
      passage: "\"{} 室\"", to: "室", line: 15, field: "places[1].name", zh: "{} 代表房号",
      en: "needs one {}"),
    BadFile(
      passage: "kind: 办公室", to: "kind: 厨房", line: 16, field: "places[1].kind",
      zh: "office 办公室", en: "none of: office"),
    BadFile(
      passage: "{rooms: 08-10,", to: "{rooms: 08-10, id: x,", line: 20, field: "places[4].id",
      zh: "不写 id", en: "id cannot stand with rooms"),
    BadFile(
      passage: "{id: hall, kind", to: "{kind", line: 18, field: "places[2].name", zh: "缺少",
      en: "missing"),
    BadFile(
      passage: "person: 李娜", to: "person: 张伟", line: 19, field: "places[3].key.person",
      zh: "不止一个，请写编号：p1、p2", en: "give the id: p1, p2"),
    BadFile(
      passage: "person: 李娜", to: "person: 无名", line: 19, field: "places[3].key.person",
      zh: "没有人员“无名”", en: "no person “无名”"),
    BadFile(
      passage: "reason: 可燃物多, ", to: "", line: 19, field: "places[3].key.reason", zh: "缺少",
      en: "missing"),
    BadFile(
      passage: "[climate, 月检]", to: "[climat]", line: 21, field: "plans.off[1]",
      zh: "climate 档案室温湿度", en: "none of: monthly"),
    BadFile(
      passage: "2026-06-30", to: "2026-6-30", line: 23, field: "seasons[1].end", zh: "不是日期",
      en: "no date"),
    BadFile(
      passage: "2026-06-30", to: "2026-04-14", line: 23, field: "seasons[1].end", zh: "早于起日",
      en: "ends before it starts"),
    BadFile(
      passage: "2026-08-01", to: "2026-06-30", line: 24, field: "seasons[2].start", zh: "不能重叠",
      en: "do not overlap"),
  ])
  func fault(_ row: BadFile) throws {
    let text = try #require(row.text(from: Self.good))
    let error = #expect(throws: IntakeError.self) { try read(text) }

    #expect(error?.line == row.line)
    #expect(error?.field == row.field)
    #expect(error?.problem.zh.contains(row.zh) == true, "\(error?.problem.zh ?? "")")
    #expect(error?.problem.en.contains(row.en) == true, "\(error?.problem.en ?? "")")
  }

  struct Rooms: Sendable {
    var text: String
    var ids: [String]?
  }

  @Test(arguments: [
    Rooms(text: "301-303", ids: ["301", "302", "303"]),
    Rooms(text: "301 - 302", ids: ["301", "302"]),
    Rooms(text: "99-101", ids: ["99", "100", "101"]),
    Rooms(text: "A1-3", ids: ["A1", "A2", "A3"]),
    Rooms(text: "三楼1-三楼2", ids: ["三楼1", "三楼2"]),
    Rooms(text: "301-301", ids: ["301"]),
    Rooms(text: "1-500", ids: (1...500).map(String.init)),
    Rooms(text: "1-501"),
    Rooms(text: "1-99999999999999999999"),
    Rooms(text: "A1-B3"),
    Rooms(text: "A1-"),
    Rooms(text: "-3"),
    Rooms(text: "1-2-3"),
    Rooms(text: "east-west"),
    Rooms(text: "a/1-2"),
    Rooms(text: "08-110"),
  ])
  func ranges(_ row: Rooms) throws {
    let text = """
      organization: {name: 甲}
      persons: [{name: 乙, roles: [supervisor, fireResponsible, administrator]}]
      places: [{kind: office, rooms: "\(row.text)"}]
      """

    #expect((try? read(text))?.places.map(\.id.rawValue) == row.ids)
  }

  private func read(_ text: String) throws(IntakeError) -> Setup {
    try BureauFile.read(Array(text.utf8), file: "bureau.yaml", checklists: [])
  }
}
