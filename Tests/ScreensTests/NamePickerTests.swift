import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// Persons and places picked from the short list under their field, by keys as they are typed.
struct NamePickerTests {
  /// The field of a hazard's assignment, emptied and typed into.
  struct Case: Sendable {
    var keys: String
    /// What the field holds afterwards.
    var text: String
    /// Whether the list stands under it.
    var isListed = false
  }

  /// 张伟, 赵敏 and 周婷 all begin with z; 黄磊 alone is hl. 吴昊 may only look, so that nobody is wh.
  @Test(arguments: [
    Case(keys: "z", text: "z", isListed: true),
    Case(keys: "z2", text: "赵敏"),
    Case(keys: "z↓⏎", text: "赵敏"),
    Case(keys: "z↓↓⏎", text: "周婷"),
    Case(keys: "z↓↑⏎", text: "张伟"),
    Case(keys: "z↓⇥", text: "赵敏"),
    Case(keys: "zw1", text: "张伟"),
    Case(keys: "周", text: "周", isListed: true),
    Case(keys: "周1", text: "周婷"),
    Case(keys: "hl⇥", text: "黄磊"),
    Case(keys: "黄磊", text: "黄磊"),
    Case(keys: "huang", text: "huang"),
    Case(keys: "wh", text: "wh"),
    Case(keys: "z9", text: "z9"),
  ])
  func person(_ row: Case) throws {
    var desk = try Desk(.chinese, .inspector, after: .autumn)
    try desk.openHazards()
    try desk.press([.character("i"), .control("u")])
    try desk.type(row.keys)

    let screen = try #require(desk.app.screen as? HazardsScreen)
    #expect(screen.form?.text(.person) == row.text)
    #expect(desk.view.contains("|>1 ") == row.isListed)
  }

  /// Where only one fits, Enter takes it and the form is done: no key more than without the list.
  @Test func enterTakesTheOnlyOne() throws {
    var desk = try Desk(.chinese, .inspector, after: .autumn)
    try desk.openHazards()
    let hazard = try #require((desk.app.screen as? HazardsScreen)?.selected?.id)
    try desk.press([.character("i"), .control("u")])
    try desk.type("zt⏎")

    #expect(desk.fold.hazards[hazard]?.person == "zhou")
  }

  /// The digits of a room's number are text: none picks.
  @Test func placesTakeDigits() throws {
    var desk = try Desk(.chinese, .inspector, after: .autumn)
    try desk.openHazards()
    try desk.type("n30")
    #expect(desk.view.contains("|>301 "))
    try desk.type("2⇥")
    let screen = try #require(desk.app.screen as? HazardsScreen)
    #expect(screen.form?.text(.place) == "302")
    var other = try Desk(.chinese, .inspector, after: .autumn)
    try other.openHazards()
    try other.type("ndas⇥")
    #expect((other.app.screen as? HazardsScreen)?.form?.text(.place) == "档案室")
  }

  /// Who walked together: the second name is narrowed by itself, a leader only among leaders.
  @Test func company() throws {
    var desk = try Desk(.chinese)
    try desk.open("monthly", .office)
    try desk.type("99⇥、cj⏎")
    let record = try #require(desk.fold.inspections.values.first)
    #expect(record.content.inspectors == ["zhang", "chen"])

    var led = try Desk(.chinese)
    try led.open("monthly", .office)
    try led.type("99⇥⇥w")
    #expect(led.view.contains("|>1 王强"))
    #expect(!led.view.contains("吴昊"))
  }

  /// What a line of answer pastes is meant as it stands: nothing is picked in its place.
  @Test func pasteOpensNoList() throws {
    var desk = try Desk(.chinese, .inspector, after: .autumn)
    try desk.openHazards()
    try desk.press([.character("i"), .control("u"), .paste("z"), .enter])

    #expect(desk.view.contains("请填得更明确"))
  }

  /// What a date means stands beside it.
  @Test(arguments: [
    ("+7", "2026-11-30 周一"), ("周五", "2026-11-27 周五"), ("fri", "2026-11-27 周五"),
    ("11-28", "2026-11-28 周六 休息日"), ("下月", "不是日期"), ("+", "不是日期"),
  ])
  func date(_ typed: String, _ words: String) throws {
    var desk = try Desk(.chinese, .inspector, after: .autumn)
    try desk.openHazards()
    try desk.press([.character("i"), .tab, .control("u")])
    try desk.type(typed)

    #expect(desk.view.contains("] " + words))
  }

  /// An emptied proposal comes back with Ctrl-_ and goes again with Ctrl-R.
  @Test func undoInForm() throws {
    var desk = try Desk(.chinese, .inspector, after: .autumn)
    try desk.openHazards()
    try desk.press([.character("i"), .control("u"), .control("_")])
    var form = try #require((desk.app.screen as? HazardsScreen)?.form)
    #expect(form.text(.person) == "黄磊")
    try desk.press([.control("r")])
    form = try #require((desk.app.screen as? HazardsScreen)?.form)
    #expect(form.text(.person).isEmpty)
  }
}
