import Almanac
import Testing

struct WorkCalendarTests {
  struct Case: Sendable {
    var key: String
    var name: String
    var off: ClosedRange<String>
    var before: String
    var after: String
  }

  /// Read by hand from the notices of the State Council for 2025 and 2026, and that of 2017.
  static let published = [
    Case(
      key: "2017-new-year", name: "元旦", off: "2016-12-31"..."2017-01-02", before: "2016-12-30",
      after: "2017-01-03"),
    Case(
      key: "2017-mid-autumn", name: "国庆+中秋", off: "2017-10-01"..."2017-10-08",
      before: "2017-09-30", after: "2017-10-09"),
    Case(
      key: "2020-spring-festival", name: "春节", off: "2020-01-24"..."2020-02-02",
      before: "2020-01-23", after: "2020-02-03"),
    Case(
      key: "2020-mid-autumn", name: "中秋+国庆", off: "2020-10-01"..."2020-10-08",
      before: "2020-09-30", after: "2020-10-09"),
    Case(
      key: "2023-mid-autumn", name: "中秋+国庆", off: "2023-09-29"..."2023-10-06",
      before: "2023-09-28", after: "2023-10-07"),
    Case(
      key: "2025-spring-festival", name: "春节", off: "2025-01-28"..."2025-02-04",
      before: "2025-01-27", after: "2025-02-05"),
    Case(
      key: "2025-mid-autumn", name: "国庆+中秋", off: "2025-10-01"..."2025-10-08",
      before: "2025-09-30", after: "2025-10-09"),
    Case(
      key: "2026-new-year", name: "元旦", off: "2026-01-01"..."2026-01-03", before: "2025-12-31",
      after: "2026-01-04"),
    Case(
      key: "2026-spring-festival", name: "春节", off: "2026-02-15"..."2026-02-23",
      before: "2026-02-14", after: "2026-02-24"),
    Case(
      key: "2026-qingming", name: "清明", off: "2026-04-04"..."2026-04-06", before: "2026-04-03",
      after: "2026-04-07"),
    Case(
      key: "2026-labour-day", name: "劳动节", off: "2026-05-01"..."2026-05-05",
      before: "2026-04-30", after: "2026-05-06"),
    Case(
      key: "2026-dragon-boat", name: "端午", off: "2026-06-19"..."2026-06-21",
      before: "2026-06-18", after: "2026-06-22"),
    Case(
      key: "2026-mid-autumn", name: "中秋", off: "2026-09-25"..."2026-09-27",
      before: "2026-09-24", after: "2026-09-28"),
    Case(
      key: "2026-national-day", name: "国庆", off: "2026-10-01"..."2026-10-07",
      before: "2026-09-30", after: "2026-10-08"),
  ]

  @Test(arguments: published)
  func asPublished(_ row: Case) throws {
    let year = try #require(Int(row.key.prefix(4)))
    let found = try #require(
      try Fixtures.calendar().breaks(in: year).first { $0.key == row.key })
    #expect(found.name.zh == row.name)
    #expect(try found.firstOff == day(row.off.lowerBound))
    #expect(try found.lastOff == day(row.off.upperBound))
    #expect(try found.lastWorkdayBefore == day(row.before))
    #expect(try found.firstWorkdayAfter == day(row.after))
    #expect(found.isRound)
    #expect(!found.isProvisional)
  }

  @Test func everyYearHasItsBreaksInOrder() throws {
    let calendar = try Fixtures.calendar()
    #expect(calendar.breaks(in: 2026).count == 7)
    #expect(calendar.breaks(in: 2025).count == 6)
    #expect(
      calendar.breaks(in: 2007).map(\.key) == [
        "2007-new-year", "2007-spring-festival", "2007-labour-day", "2007-national-day",
      ])
    for year in 2007...2030 {
      let breaks = calendar.breaks(in: year)
      for (one, next) in zip(breaks, breaks.dropFirst()) { #expect(one.lastOff < next.firstOff) }
      for found in breaks {
        #expect(found.days.allSatisfy { !calendar.isWorkday($0) })
        #expect(calendar.isWorkday(found.lastWorkdayBefore))
        #expect(calendar.isWorkday(found.firstWorkdayAfter))
      }
    }
  }

  @Test func anotherOccasionIsNoRound() throws {
    let calendar = try Fixtures.calendar()
    let found = try #require(
      calendar.breaks(overlapping: Day(2015, 9, 4)...Day(2015, 9, 4)).first)
    #expect(!found.isRound)
    #expect(found.key == "2015-09-03")
    #expect(found.name.zh == "抗战胜利70周年纪念日")
    #expect(found.lastOff == Day(2015, 9, 5))
    #expect(calendar.isWorkday(Day(2015, 9, 6)))
  }

  /// 2027 without its notice: the law's days and the weekends beside them.
  @Test func provisionalYear() throws {
    let calendar = try Fixtures.calendar()
    #expect(calendar.isProvisional(2027))
    #expect(!calendar.isProvisional(2026))
    let breaks = calendar.breaks(in: 2027)
    let allProvisional = breaks.allSatisfy(\.isProvisional)
    #expect(allProvisional)
    #expect(
      breaks.map { "\($0.key) \($0.firstOff.monthAndDay) \($0.lastOff.monthAndDay)" } == [
        "2027-new-year 01-01 01-03", "2027-spring-festival 02-05 02-08",
        "2027-qingming 04-03 04-05", "2027-labour-day 05-01 05-02",
        "2027-dragon-boat 06-09 06-09", "2027-mid-autumn 09-15 09-15",
        "2027-national-day 10-01 10-03",
      ])
  }

  @Test func breaksAroundTheNewYearAreFoundFromBothSides() throws {
    let calendar = try Fixtures.calendar()
    let eve = Day(2016, 12, 31)
    #expect(calendar.breaks(overlapping: eve...eve).map(\.key) == ["2017-new-year"])
    let day = Day(2017, 1, 2)
    #expect(calendar.breaks(overlapping: day...day).map(\.key) == ["2017-new-year"])
  }

  @Test func countingWorkdays() throws {
    let calendar = try Fixtures.calendar()
    #expect(calendar.workday(1, before: Day(2026, 2, 15)) == Day(2026, 2, 14))
    #expect(calendar.workday(3, before: Day(2026, 2, 15)) == Day(2026, 2, 12))
    #expect(calendar.workday(1, before: Day(2026, 2, 22)) == Day(2026, 2, 14))
    #expect(calendar.workday(3, after: Day(2026, 2, 13)) == Day(2026, 2, 25))
    #expect(calendar.firstWorkday(onOrAfter: Day(2026, 2, 15)) == Day(2026, 2, 24))
    #expect(
      calendar.lastWorkday(onOrBefore: Day(2026, 2, 23), notBefore: Day(2026, 2, 15)) == nil)
    #expect(
      calendar.lastWorkday(onOrBefore: Day(2026, 2, 28), notBefore: Day(2026, 2, 1))
        == Day(2026, 2, 28))
    #expect(
      calendar.firstWorkday(onOrAfter: Day(2026, 2, 15), notAfter: Day(2026, 2, 23)) == nil)
    #expect(calendar.workdays(in: Day(2026, 2, 9)...Day(2026, 2, 15)).count == 6)
  }

  @Test func withoutFactsTheRuleHolds() {
    let calendar = WorkCalendar()
    #expect(!calendar.isWorkday(Day(2026, 10, 1)))
    #expect(calendar.isWorkday(Day(2026, 10, 5)))
    #expect(!calendar.isWorkday(Day(2026, 2, 14)))
    #expect(
      calendar.breaks(in: 1996).map(\.key) == [
        "1996-new-year", "1996-spring-festival", "1996-labour-day", "1996-national-day",
      ])
  }

  @Test func aNoticeLoadedRemembersWhatStood() throws {
    let before = try Fixtures.calendar()
    let notice = [
      HolidayFacts.Row(Day(2026, 12, 31), .off, holidays: [.newYear], year: 2027),
      HolidayFacts.Row(Day(2027, 1, 1), .off, holidays: [.newYear], year: 2027),
    ]
    let after = before.loading(notice, of: 2027, recorded: Day(2026, 11, 20))
    #expect(!after.isProvisional(2027))
    #expect(after.breaks(in: 2027).map(\.firstOff) == [Day(2026, 12, 31)])
    #expect(after.versions.map(\.recorded) == [nil, Day(2026, 11, 20)])
    #expect(after.versions.first?.breaks(in: 2027).count == 7)
    #expect(after != before)
    #expect(after.versions.first == before)
  }
}
