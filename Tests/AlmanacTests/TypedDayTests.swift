import Almanac
import Testing

struct TypedDayTests {
  struct Case: Sendable {
    var text: String
    var today = "2026-11-23"
    var day: String?
  }

  @Test(arguments: [
    Case(text: "today", day: "2026-11-23"),
    Case(text: "今天", day: "2026-11-23"),
    Case(text: " 今天 ", day: "2026-11-23"),
    Case(text: "+7", day: "2026-11-30"),
    Case(text: "-1", day: "2026-11-22"),
    Case(text: "＋７", day: "2026-11-30"),
    Case(text: "+0", day: "2026-11-23"),
    Case(text: "11-30", day: "2026-11-30"),
    Case(text: "１１－３０", day: "2026-11-30"),
    Case(text: "11/3", day: "2026-11-03"),
    Case(text: "11.30", day: "2026-11-30"),
    Case(text: "01-05", today: "2026-12-20", day: "2027-01-05"),
    Case(text: "12-28", today: "2027-01-04", day: "2026-12-28"),
    Case(text: "02-29", today: "2027-06-01", day: "2028-02-29"),
    Case(text: "02-29", today: "2026-06-01", day: nil),
    Case(text: "2026-11-30", day: "2026-11-30"),
    Case(text: "2026-1-5", day: "2026-01-05"),
    Case(text: "２０２６－１１－３０", day: "2026-11-30"),
    Case(text: "2026-02-30", day: nil),
    Case(text: "26-11-30", day: nil),
    Case(text: "13-01", day: nil),
    Case(text: "周五", day: "2026-11-27"),
    Case(text: "星期五", day: "2026-11-27"),
    Case(text: "礼拜五", day: "2026-11-27"),
    Case(text: "fri", day: "2026-11-27"),
    Case(text: "Fri", day: "2026-11-27"),
    Case(text: "FRIDAY", day: "2026-11-27"),
    Case(text: "Ｆｒｉ", day: "2026-11-27"),
    Case(text: "周一", day: "2026-11-23"),
    Case(text: "mon", day: "2026-11-23"),
    Case(text: "周日", day: "2026-11-29"),
    Case(text: "周天", day: "2026-11-29"),
    Case(text: "星期天", day: "2026-11-29"),
    Case(text: "sun", day: "2026-11-29"),
    Case(text: "周一", today: "2026-11-24", day: "2026-11-30"),
    Case(text: "周四", today: "2026-12-31", day: "2026-12-31"),
    Case(text: "周五", today: "2026-12-31", day: "2027-01-01"),
    Case(text: "周", day: nil),
    Case(text: "周八", day: nil),
    Case(text: "f", day: nil),
    Case(text: "fri sat", day: nil),
    Case(text: "soon", day: nil),
    Case(text: "+", day: nil),
    Case(text: "+1x", day: nil),
    Case(text: "+99999999999999999999", day: nil),
    Case(text: "", day: nil),
    Case(text: "-", day: nil),
  ])
  func typing(_ row: Case) throws {
    #expect(try Day(typed: row.text, today: day(row.today)) == row.day.map(day))
  }

  struct Week: Sendable {
    var day: String
    var year: Int
    var week: Int
  }

  /// Days around the new year, where the year of the week is another than that of the day.
  @Test(arguments: [
    Week(day: "2005-01-01", year: 2004, week: 53), Week(day: "2005-12-31", year: 2005, week: 52),
    Week(day: "2007-01-01", year: 2007, week: 1), Week(day: "2008-12-29", year: 2009, week: 1),
    Week(day: "2010-01-03", year: 2009, week: 53), Week(day: "2026-11-23", year: 2026, week: 48),
  ])
  func isoWeeks(_ row: Week) throws {
    let found = try day(row.day).isoWeek
    #expect(found.year == row.year)
    #expect(found.week == row.week)
  }
}
