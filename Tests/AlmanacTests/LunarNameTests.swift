import Almanac
import Testing

/// How lunar dates are called. The dates are those of printed calendars.
struct LunarNameTests {
  struct Case: Sendable {
    var date: Day
    var zh: String
    var short: String
    var en: String
  }

  @Test(arguments: [
    Case(date: Day(2026, 2, 17), zh: "农历正月初一", short: "正月", en: "lunar 01-01"),
    Case(date: Day(2026, 2, 16), zh: "农历十二月廿九", short: "廿九", en: "lunar 12-29"),
    Case(date: Day(2024, 2, 9), zh: "农历十二月三十", short: "三十", en: "lunar 12-30"),
    Case(date: Day(2026, 2, 7), zh: "农历十二月二十", short: "二十", en: "lunar 12-20"),
    Case(date: Day(2026, 1, 26), zh: "农历十二月初八", short: "初八", en: "lunar 12-08"),
    Case(date: Day(2026, 6, 19), zh: "农历五月初五", short: "初五", en: "lunar 05-05"),
    Case(date: Day(2026, 9, 25), zh: "农历八月十五", short: "十五", en: "lunar 08-15"),
    Case(date: Day(2025, 7, 25), zh: "农历闰六月初一", short: "闰六月", en: "lunar leap 06-01"),
    Case(date: Day(2033, 12, 22), zh: "农历闰十一月初一", short: "闰十一月", en: "lunar leap 11-01"),
  ])
  func names(_ row: Case) throws {
    let lunar = try #require(LunarDate(row.date))
    #expect(lunar.name == Bilingual(zh: row.zh, en: row.en))
    #expect(lunar.shortName == Bilingual(zh: row.short, en: ""))
  }
}
