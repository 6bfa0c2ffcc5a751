import Almanac
import Canvas
import Domain
import Testing

@testable import Screens

/// A notice pasted on the calendar: nothing is recorded before one key says so, and never by one who may
/// not.
struct NoticeTests {
  @Test func onlyTheKeyLoads() throws {
    var desk = try Desk(.chinese)
    try desk.openCalendar()
    try desk.press([.paste(Scene.notice)])
    #expect(desk.fold.bureau.notices.isEmpty)
    try desk.type("2")
    #expect(desk.fold.bureau.notices.isEmpty)
    try desk.press([.paste(Scene.notice)])
    try desk.type("1")

    // 2027-02-05 is off by the notice, 2027-01-31 is a Sunday that is worked.
    #expect(desk.fold.bureau.notices.count == 1)
    let calendar = desk.app.context.bureau.calendar
    #expect(!calendar.isProvisional(2027))
    #expect(!calendar.isWorkday(Day(2027, 2, 5)))
    #expect(calendar.isWorkday(Day(2027, 1, 31)))
    #expect(desk.view.contains("已载入 2027 年放假安排"))
  }

  /// Without its year it is asked for, once.
  @Test func theYearIsAsked() throws {
    var desk = try Desk(.chinese)
    try desk.openCalendar()
    try desk.press([.paste(Scene.notice.replacing("2027年", with: ""))])
    try desk.type("2027⏎1")
    #expect(desk.fold.bureau.notices.map(\.arrangement.year) == [2027])
  }

  @Test func othersAreTold() throws {
    var desk = try Desk(.chinese, .supervisor)
    try desk.openCalendar()
    try desk.press([.paste(Scene.notice)])
    #expect(desk.view.contains("安全管理员"))
    try desk.type("1")
    #expect(desk.fold.bureau.notices.isEmpty)
  }
}
