import Almanac
import Domain
import Foundation
import Intake
import Testing

struct PlanFileTests {
  static let fixture = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Fixtures/mixed_2023_2024.json")

  @Test func readsThePublishedFile() throws {
    let sheet = try PlanFile.read(Array(try Data(contentsOf: Self.fixture)), file: "mixed.json")
    #expect(sheet.window == Day(2023, 9, 1)...Day(2024, 2, 29))
    #expect(sheet.places.map(\.id) == ["值班室", "仓库", "新楼302"])
    #expect(sheet.places.map(\.from) == [nil, Day(2023, 12, 29), Day(2024, 2, 10)])
    #expect(sheet.places.map(\.to) == [nil, Day(2024, 2, 9), nil])
    let plans = sheet.entries.map(\.plan)
    #expect(plans.map(\.id) == ["月检", "周检", "节前", "国庆春节重点", "季检"])
    #expect(
      plans.map(\.trigger.kind) == [.monthly, .weekly, .preholiday, .preholiday, .quarterly])
    #expect(plans[0].scope == .all)
    #expect(plans[1].scope == .places(["值班室"]))
    #expect(plans[2].trigger.holidays == nil)
    #expect(plans[3].trigger.holidays == [.nationalDay, .springFestival])
  }

  @Test func readsEveryField() throws {
    let text = """
      {"places":[{"id":"a","kind":"warehouse"}],
       "plans":[
        {"id":"m","kind":"monthly","places":"all","day":20,"from":"2026-01-01","to":"2026-12-31"},
        {"id":"h","kind":"preholiday","places":["a"],"lead":3,"holidays":["国庆节","qingming"]},
        {"id":"d","kind":"daily","places":["a"],"everyDay":true},
        {"id":"o","kind":"once","places":["a"],"date":"2026-11-22"},
        {"id":"f","kind":"flood","places":["a"],"seasons":[
          {"start":"2026-08-01","end":"2026-09-01"},{"start":"2026-04-15","end":"2026-06-30"}]}]}
      """
    let sheet = try PlanFile.read(Array(text.utf8), file: "p.json")
    let plans = sheet.entries.map(\.plan)
    #expect(sheet.window == nil)
    #expect(sheet.places.map(\.kind) == [.warehouse])
    #expect(
      plans.map(\.trigger) == [
        Trigger(.monthly, day: 20),
        Trigger(.preholiday, lead: 3, holidays: [.nationalDay, .qingming]),
        Trigger(.daily, everyDay: true), Trigger(.once, date: Day(2026, 11, 22)), Trigger(.flood),
      ])
    #expect(plans[0].from == Day(2026, 1, 1))
    #expect(plans[0].to == Day(2026, 12, 31))
    #expect(sheet.entries[4].seasons.map(\.id) == ["2026-flood", "2026-flood2"])
    #expect(sheet.entries[4].seasons.map(\.start) == [Day(2026, 4, 15), Day(2026, 8, 1)])
  }

  struct Case: Sendable {
    /// A plan's or the whole file's text.
    var plan = #"{"id":"m","kind":"monthly","places":"all"}"#
    var places = #"[{"id":"a"}]"#
    var line: Int
    var field: String
  }

  @Test(arguments: [
    Case(plan: #"{"id":"m","kind":"yearly","places":"all"}"#, line: 2, field: "plans[1].kind"),
    Case(plan: #"{"id":"m","kind":"alert","places":"all"}"#, line: 2, field: "plans[1].kind"),
    Case(plan: #"{"id":"m","places":"all"}"#, line: 2, field: "plans[1].kind"),
    Case(plan: #"{"id":"m","kind":"monthly"}"#, line: 2, field: "plans[1].places"),
    Case(
      plan: #"{"id":"m","kind":"monthly","places":"all","from":"2026-02-30"}"#, line: 2,
      field: "plans[1].from"),
    Case(
      plan: #"{"id":"m","kind":"monthly","places":"all","day":0}"#, line: 2,
      field: "plans[1].day"),
    Case(
      plan: #"{"id":"m","kind":"monthly","places":"all","day":32}"#, line: 2,
      field: "plans[1].day"),
    Case(
      plan: #"{"id":"m","kind":"preholiday","places":"all","lead":0}"#, line: 2,
      field: "plans[1].lead"),
    // It would be counted back working day by working day.
    Case(
      plan: #"{"id":"m","kind":"preholiday","places":"all","lead":1000000000}"#, line: 2,
      field: "plans[1].lead"),
    Case(
      plan: #"{"id":"m","kind":"preholiday","places":"all","lead":9223372036854775808}"#, line: 2,
      field: "plans[1].lead"),
    Case(
      plan: #"{"id":"m","kind":"preholiday","places":"all","holidays":["圣诞"]}"#, line: 2,
      field: "plans[1].holidays[1]"),
    Case(
      plan: #"{"id":"m","kind":"monthly","places":["a","b"]}"#, line: 2,
      field: "plans[1].places[2]"),
    Case(
      plan: #"{"id":"m","kind":"monthly","places":"all","from":"2026-02-02","to":"2026-02-01"}"#,
      line: 2, field: "plans[1].to"),
    Case(
      plan: """
        {"id":"m","kind":"flood","places":"all",
        "seasons":[{"start":"2026-05-01","end":"2026-04-01"}]}
        """, line: 3, field: "plans[1].seasons[1].end"),
    Case(
      plan: """
        {"id":"m","kind":"monthly","places":"all"},
        {"id":"m","kind":"weekly","places":"all"}
        """, line: 3, field: "plans[2].id"),
    Case(plan: #"{"id":"m","kind":"once","places":"all"}"#, line: 2, field: "plans[1].date"),
    Case(
      plan: #"{"id":"m","kind":"monthly","places":"all","dya":3}"#, line: 2,
      field: "plans[1].dya"),
    Case(places: #"[{"id":"a"},{"id":"a"}]"#, line: 1, field: "places[2].id"),
    Case(places: #"[{"id":"a","kind":"castle"}]"#, line: 1, field: "places[1].kind"),
  ])
  func namesLineAndField(_ row: Case) {
    let text = "{\"places\":\(row.places),\"plans\":[\n\(row.plan)]}"
    let error = #expect(throws: IntakeError.self) {
      try PlanFile.read(Array(text.utf8), file: "p.json")
    }
    #expect(error?.file == "p.json")
    #expect(error?.line == row.line)
    #expect(error?.field == row.field)
    #expect(error?.message.zh.isEmpty == false)
    #expect(error?.message.en.contains(row.field) == true)
  }

  /// As other programs write JSON: all but ASCII escaped, tabs, a solidus escaped, signs of YAML in strings.
  @Test func readsAllOfJSON() throws {
    let text = #"""
      {
      \t"places": [\t{"id": "\ud842\udfb7\u91ce\u5bb6"}, {"id": "Room 3 \"A\""}, {"id": "*a", "name": "a\/b &b"}],
      \t"plans": [{"id": "monthly check", "kind": "monthly", "places": ["\ud842\udfb7\u91ce\u5bb6", "*a"]}]
      }
      """#.replacing("\\t", with: "\t")
    let sheet = try PlanFile.read(Array(text.utf8), file: "p.json")
    #expect(sheet.places.map(\.id) == ["𠮷野家", "Room 3 \"A\"", "*a"])
    #expect(sheet.places[2].name == "a/b &b")
    #expect(sheet.entries.map(\.plan.id) == ["monthly check"])
    #expect(sheet.entries[0].plan.scope == .places(["𠮷野家", "*a"]))
  }

  struct Refused: Sendable {
    var text: String
    var line: Int?
    var says: String
  }

  @Test(arguments: [
    Refused(text: "{\"places\": [\n}", line: 2, says: "not valid JSON"),
    Refused(text: "{\"places\": [{\"id\": \"\\ud842\"}]}", line: 1, says: "not valid JSON"),
    Refused(text: "places: ]", line: 1, says: "not valid YAML"),
    Refused(text: "{\"places\": &a [],\n\"plans\": *a}", line: 1, says: "aliases"),
    Refused(text: "{\"places\": [{\"id\": \"a/b\"}], \"plans\": []}", line: 1, says: "no slash"),
    Refused(
      text: "{\"places\": [{\"id\": \" \"}], \"plans\": []}", line: 1, says: "nothing is written"),
    Refused(
      text: "{\"places\": [{\"id\": \"a\\tb\"}], \"plans\": []}", line: 1, says: "places[1].id"),
  ])
  func refusesWithItsForm(_ row: Refused) {
    let error = #expect(throws: IntakeError.self) {
      try PlanFile.read(Array(row.text.utf8), file: "p.json")
    }
    #expect(error?.message.en.contains(row.says) == true, "\(error?.message.en ?? "")")
    #expect(error?.line == row.line)
  }

  struct Window: Sendable {
    var from: String
    var to: String
    var field: String
  }

  @Test(arguments: [
    Window(from: "2026-02-02", to: "2026-02-01", field: "window.to"),
    Window(from: "0001-01-01", to: "2026-02-01", field: "window.from"),
    Window(from: "2026-02-02", to: "9999-12-31", field: "window.to"),
  ])
  func refusesAWindow(_ row: Window) {
    let text =
      #"{"window":{"from":"\#(row.from)","to":"\#(row.to)"},"places":[],"plans":[]}"#
    let error = #expect(throws: IntakeError.self) {
      try PlanFile.read(Array(text.utf8), file: "p.json")
    }
    #expect(error?.field == row.field)
  }

  @Test func refusesWhatIsNoFileOfPlans() {
    for text in ["", "[1]", "{\"places\":[", "{\"plans\":[]}"] {
      #expect(throws: IntakeError.self) { try PlanFile.read(Array(text.utf8), file: "p.json") }
    }
  }
}
