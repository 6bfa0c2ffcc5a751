import Almanac
import Domain
import Intake
import Testing

/// What a checklist file may not say: each good file with one fault names its line and field.
struct BadChecklistTests {
  static let good = """
    schema: xunjian-checklists/1
    laws:
      - id: fire-law
        title: {zh: 中华人民共和国消防法, en: Fire Protection Law}
        edition: '2021'
    hazards:
      - id: fire
        title: {zh: 消防, en: Fire}
    checklists:
      - id: store
        version: 3
        title: {zh: 仓库检查, en: Store check}
        place-kinds: [warehouse, building]
        frequency:
          statutory: {every: none, text: {zh: 无, en: none}}
        sections:
          - id: first
            title: {zh: 一, en: One}
            items:
              - id: lit
                text: {zh: 灯亮, en: Lamp lit}
                kind: tick
                hazard: electrical
                severity: flag-major
                place-kinds: [building]
                basis: [{law: fire-law, article: 16}, {law: fire-law}]
              - id: warm
                text: {zh: 温度, en: Temperature}
                kind: reading
                unit: {zh: 度, en: deg}
                min: -2.5
                max: 40
                hazard: other
                severity: general
                place-kinds: [warehouse]
              - id: gauge
                text: {zh: 指针, en: Gauge}
                kind: choice
                options:
                  - {id: green, text: {zh: 绿, en: Green}, result: ok}
                  - {id: red, text: {zh: 红, en: Red}, result: finding}
                hazard: fire
                severity: general
                once: round

    """

  @Test func goodFile() throws {
    let checklist = try #require(try read(Self.good).first)
    let items = checklist.sections[0].items

    #expect(checklist.version == 3)
    #expect(checklist.statutory == Bilingual(zh: "无", en: "none"))
    #expect(checklist.own == nil)
    #expect(items[0].flagsMajor)
    #expect(
      items[0].basis
        == Bilingual(
          zh: "消防法第16条；消防法", en: "Fire Protection Law, art. 16; Fire Protection Law"))
    #expect(
      items[1].kind == .reading(unit: Bilingual(zh: "度", en: "deg"), min: -2.5, max: 40))
    #expect(items.map(\.isOncePerRound) == [false, false, true])
    #expect(items.map(\.placeKinds) == [[.building], [.warehouse], nil])
  }

  static let lists = [
    BadFile(
      passage: "xunjian-checklists/1", to: "xunjian-checklists/2", line: 1, field: "schema",
      zh: "不在可选之列", en: "none of: xunjian-checklists/1"),
    BadFile(
      passage: "schema: xunjian-checklists/1", to: "# nothing", line: 2, field: "schema",
      zh: "缺少", en: "missing"),
    BadFile(
      passage: "edition: '2021'", to: "editor: '2021'", line: 5, field: "laws[1].editor",
      zh: "没有这个字段", en: "no such field"),
    BadFile(
      passage: "edition: '2021'", to: "edition: new", line: 5, field: "laws[1].edition",
      zh: "不是正整数", en: "no whole number"),
    BadFile(
      passage: "    edition: '2021'\n",
      to: "    edition: '2021'\n  - {id: fire-law, title: {zh: 甲, en: A}, edition: 1}\n", line: 6,
      field: "laws[2].id", zh: "重复", en: "twice"),
    BadFile(
      passage: "  - id: fire\n", to: "  - id: ice\n", line: 7, field: "hazards[1].id",
      zh: "不在可选之列", en: "none of: electrical, fire"),
    BadFile(
      passage: "version: 3", to: "version: 0", line: 11, field: "checklists[1].version",
      zh: "“0”不是正整数", en: "“0” is no whole number"),
    BadFile(
      passage: ", en: Store check", to: "", line: 12, field: "checklists[1].title.en", zh: "缺少",
      en: "missing"),
    BadFile(
      passage: "title: {zh: 仓库检查, en: Store check}", to: "title: 仓库检查", line: 12,
      field: "checklists[1].title", zh: "zh、en", en: "fields are expected here, of: zh, en"),
    BadFile(
      passage: "zh: 仓库检查", to: "zh: '  '", line: 12, field: "checklists[1].title.zh",
      zh: "是空的", en: "nothing is written"),
    BadFile(
      passage: "[warehouse, building]", to: "[warehouse, cellar]", line: 13,
      field: "checklists[1].place-kinds[2]", zh: "“cellar”不在可选之列", en: "“cellar” is none of"),
    BadFile(
      passage: "[warehouse, building]", to: "[]", line: 13, field: "checklists[1].place-kinds",
      zh: "不能为空", en: "may not be empty"),
    BadFile(
      passage: "[warehouse, building]", to: "warehouse", line: 13,
      field: "checklists[1].place-kinds", zh: "应是列表", en: "a list is expected"),
    BadFile(
      passage: "[warehouse, building]", to: "[warehouse, building, warehouse]", line: 13,
      field: "checklists[1].place-kinds[3]", zh: "重复", en: "twice"),
    BadFile(
      passage: "every: none", to: "every: year", line: 15,
      field: "checklists[1].frequency.statutory.every", zh: "不在可选之列", en: "none of: none"),
    BadFile(
      passage: "        title: {zh: 一, en: One}\n",
      to: "        title: {zh: 一, en: One}\n        stage: later\n", line: 19,
      field: "checklists[1].sections[1].stage", zh: "before、during、after",
      en: "before, during, after"),
    BadFile(
      passage: "        title: {zh: 一, en: One}\n",
      to: "        title: {zh: 一, en: One}\n        weather: fog\n", line: 19,
      field: "checklists[1].sections[1].weather", zh: "“fog”", en: "“fog” is none of"),
    BadFile(
      passage: "    sections:\n      - id: first",
      to: "    sections:\n      - {id: first, title: {zh: 空, en: Empty}, items: []}\n"
        + "      - id: first",
      line: 17, field: "checklists[1].sections[1].items", zh: "不能为空", en: "may not be empty"),
  ]

  static let items = [
    BadFile(
      passage: "- id: warm", to: "- id: lit", line: 27,
      field: "checklists[1].sections[1].items[2].id",
      zh: "“lit”重复", en: "“lit” stands twice"),
    BadFile(
      passage: "- id: warm", to: "- id: wa rm", line: 27,
      field: "checklists[1].sections[1].items[2].id", zh: "不能用", en: "cannot be an id"),
    BadFile(
      passage: "en: Lamp lit", to: "de: Lampe", line: 21,
      field: "checklists[1].sections[1].items[1].text.de", zh: "没有这个字段", en: "no such field"),
    BadFile(
      passage: "kind: tick", to: "kind: slider", line: 22,
      field: "checklists[1].sections[1].items[1].kind", zh: "“slider”", en: "tick, reading, choice"),
    BadFile(
      passage: "kind: tick", to: "kind: [tick]", line: 22,
      field: "checklists[1].sections[1].items[1].kind", zh: "一行文字", en: "one line of text"),
    BadFile(
      passage: "hazard: electrical", to: "hazard: ghost", line: 23,
      field: "checklists[1].sections[1].items[1].hazard", zh: "“ghost”", en: "“ghost” is none of"),
    BadFile(
      passage: "severity: flag-major", to: "severity: major", line: 24,
      field: "checklists[1].sections[1].items[1].severity", zh: "“major”", en: "general, flag-major"
    ),
    BadFile(
      passage: "place-kinds: [building]", to: "place-kinds: [office]", line: 25,
      field: "checklists[1].sections[1].items[1].place-kinds", zh: "“office”不在检查表",
      en: "“office” is not among the checklist's"),
    BadFile(
      passage: "            place-kinds: [building]\n", to: "", line: 20,
      field: "checklists[1].sections[1].items[1]", zh: "每项须写", en: "say place-kinds or once"),
    BadFile(
      passage: "{law: fire-law}", to: "{law: sea-law}", line: 26,
      field: "checklists[1].sections[1].items[1].basis[2].law", zh: "“sea-law”不在本文件",
      en: "not among the laws"),
    BadFile(
      passage: "kind: tick", to: "kind: tick\n            min: 3", line: 23,
      field: "checklists[1].sections[1].items[1].min", zh: "只有 kind 为 reading",
      en: "only an item of kind reading"),
    BadFile(
      passage: "kind: tick", to: "kind: text\n            options: []", line: 23,
      field: "checklists[1].sections[1].items[1].options", zh: "只有 kind 为 choice",
      en: "only an item of kind choice"),
    BadFile(
      passage: "            unit: {zh: 度, en: deg}\n", to: "", line: 27,
      field: "checklists[1].sections[1].items[2].unit", zh: "缺少", en: "missing"),
    BadFile(
      passage: "            min: -2.5\n            max: 40\n", to: "", line: 27,
      field: "checklists[1].sections[1].items[2]", zh: "须有 min 或 max", en: "needs min or max"),
    BadFile(
      passage: "max: 40", to: "max: -3", line: 31, field: "checklists[1].sections[1].items[2].min",
      zh: "min 大于 max", en: "min is greater"),
    BadFile(
      passage: "max: 40", to: "max: nan", line: 32, field: "checklists[1].sections[1].items[2].max",
      zh: "“nan”不是数字", en: "“nan” is no number"),
    BadFile(
      passage: "max: 40", to: "max: 0x1F", line: 32,
      field: "checklists[1].sections[1].items[2].max",
      zh: "不是数字", en: "is no number"),
    BadFile(
      passage: "- {id: red,", to: "- {id: green,", line: 41,
      field: "checklists[1].sections[1].items[3].options[2].id", zh: "“green”重复",
      en: "“green” stands twice"),
    BadFile(
      passage: "result: finding", to: "result: bad", line: 41,
      field: "checklists[1].sections[1].items[3].options[2].result", zh: "“bad”", en: "ok, finding"),
    BadFile(
      passage: "once: round", to: "once: month", line: 44,
      field: "checklists[1].sections[1].items[3].once", zh: "“month”", en: "none of: round"),
    BadFile(
      passage: "once: round", to: "once: round\n            place-kinds: [building]", line: 44,
      field: "checklists[1].sections[1].items[3].once", zh: "不能再写 place-kinds",
      en: "once cannot stand with place-kinds"),
    BadFile(
      passage: "once: round", to: "phrases: [{zh: 甲}]", line: 44,
      field: "checklists[1].sections[1].items[3].phrases[1].en", zh: "缺少", en: "missing"),
  ]

  @Test(arguments: lists + items)
  func fault(_ row: BadFile) throws {
    let text = try #require(row.text(from: Self.good))
    let error = #expect(throws: IntakeError.self) { try read(text) }

    #expect(error?.file == "lists.yaml")
    #expect(error?.line == row.line)
    #expect(error?.field == row.field)
    #expect(error?.problem.zh.contains(row.zh) == true, "\(error?.problem.zh ?? "")")
    #expect(error?.problem.en.contains(row.en) == true, "\(error?.problem.en ?? "")")
  }

  @Test func sameChecklistTwice() throws {
    let list = try #require(Self.good.components(separatedBy: "checklists:\n").last)
    let error = #expect(throws: IntakeError.self) { try read(Self.good + list) }

    #expect(error?.field == "checklists[2].id")
    #expect(error?.line == 45)
  }

  @Test func choiceWithoutOptions() throws {
    let before = try #require(Self.good.components(separatedBy: "            options:").first)
    let text =
      before + "            hazard: fire\n            severity: general\n            once: round\n"
    let error = #expect(throws: IntakeError.self) { try read(text) }

    #expect(error?.field == "checklists[1].sections[1].items[3].options")
    #expect(error?.line == 36)
  }

  @Test func onceWithoutAPlaceForIt() throws {
    let text = Self.good.replacing("[warehouse, building]", with: "[warehouse]")
      .replacing("place-kinds: [building]", with: "place-kinds: [warehouse]")
    let error = #expect(throws: IntakeError.self) { try read(text) }

    #expect(error?.field == "checklists[1].sections[1].items[3].once")
    #expect(error?.problem.en.contains("building or duty-room") == true)
  }

  private func read(_ text: String) throws(IntakeError) -> [Checklist] {
    try ChecklistFile.read(Array(text.utf8), file: "lists.yaml")
  }
}
