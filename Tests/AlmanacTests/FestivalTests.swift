import Almanac
import Testing

/// Days written down from common knowledge of the calendar and from known hard cases, not from the
/// program; the whole table was compared with other computations when it was made (``LunarTable``).
struct FestivalTests {
  struct Case: Sendable {
    var festival: Festival
    var year: Int
    var day: String
  }

  @Test(arguments: [
    Case(festival: .springFestival, year: 1990, day: "1990-01-27"),
    Case(festival: .springFestival, year: 2007, day: "2007-02-18"),
    Case(festival: .springFestival, year: 2026, day: "2026-02-17"),
    Case(festival: .springFestival, year: 2027, day: "2027-02-06"),
    Case(festival: .springFestival, year: 2033, day: "2033-01-31"),
    Case(festival: .springFestival, year: 2034, day: "2034-02-19"),
    Case(festival: .newYearsEve, year: 2025, day: "2025-01-28"),
    Case(festival: .newYearsEve, year: 2026, day: "2026-02-16"),
    Case(festival: .lantern, year: 2026, day: "2026-03-03"),
    Case(festival: .qingming, year: 1990, day: "1990-04-05"),
    Case(festival: .qingming, year: 2026, day: "2026-04-05"),
    Case(festival: .qingming, year: 2100, day: "2100-04-05"),
    Case(festival: .dragonBoat, year: 2026, day: "2026-06-19"),
    Case(festival: .doubleSeventh, year: 2026, day: "2026-08-19"),
    Case(festival: .midAutumn, year: 2020, day: "2020-10-01"),
    Case(festival: .midAutumn, year: 2026, day: "2026-09-25"),
    Case(festival: .midAutumn, year: 2089, day: "2089-09-18"),
    Case(festival: .doubleNinth, year: 2026, day: "2026-10-18"),
    Case(festival: .winterSolstice, year: 2021, day: "2021-12-21"),
    Case(festival: .winterSolstice, year: 2026, day: "2026-12-22"),
  ])
  func published(_ row: Case) throws {
    #expect(try row.festival.day(in: row.year) == day(row.day))
  }

  /// Every festival of every year, against a computation that is not the program's.
  @Test func everyYear() throws {
    let years = try Fixtures.years("festivals.tsv")
    #expect(years.map(\.year) == Array(1990...2100))
    for (year, days) in years {
      #expect(Festival.allCases.map { $0.day(in: year) } == days, "\(year)")
    }
  }

  /// Every solar term of every year, likewise.
  @Test func everyTerm() throws {
    let years = try Fixtures.years("terms.tsv")
    #expect(years.map(\.year) == Array(1990...2100))
    for (year, days) in years {
      #expect(SolarTerm.allCases.map { $0.day(in: year) } == days, "\(year)")
    }
  }

  @Test func unknownOutsideItsYears() {
    for festival in Festival.allCases {
      #expect(festival.day(in: 1989) == nil)
      #expect(festival.day(in: 2101) == nil)
      #expect(festival.day(in: 1990) != nil)
      #expect(festival.day(in: 2100) != nil)
    }
  }

  /// GB/T 33661-2017: the leap month of 2033 stands after the eleventh, not after the seventh.
  @Test func leapMonthOf2033() throws {
    #expect(try LunarDate(day("2033-12-22")) == LunarDate(2033, 11, 1, isLeapMonth: true))
    #expect(try LunarDate(day("2034-01-20")) == LunarDate(2033, 12, 1))
    #expect(LunarDate(2033, 7, 1, isLeapMonth: true).civil == nil)
  }

  /// New moons less than a minute before midnight.
  @Test func newMoonsBeforeMidnight() throws {
    #expect(try LunarDate(day("2057-09-28")) == LunarDate(2057, 9, 1))
    #expect(try LunarDate(day("2097-08-07")) == LunarDate(2097, 7, 1))
  }

  @Test func everyDayThereAndBack() throws {
    var previous: LunarDate?
    for date in Day(1990, 1, 1)...Day(2100, 12, 31) {
      let lunar = try #require(LunarDate(date))
      #expect(lunar.civil == date)
      if let previous {
        #expect(lunar.day == 1 ? previous.day >= 29 : lunar.day == previous.day + 1, "\(date)")
      }
      previous = lunar
    }
  }

  @Test func noSuchLunarDate() {
    #expect(LunarDate(2026, 13, 1).civil == nil)
    #expect(LunarDate(2026, 1, 31).civil == nil)
    #expect(LunarDate(2026, 1, 0).civil == nil)
    #expect(LunarDate(Day(1980, 1, 1)) == nil)
  }

  /// The terms of 2026, written down before the program was asked.
  @Test func termsOf2026() {
    let published = [
      "01-05", "01-20", "02-04", "02-18", "03-05", "03-20", "04-05", "04-20", "05-05", "05-21",
      "06-05", "06-21", "07-07", "07-23", "08-07", "08-23", "09-07", "09-23", "10-08", "10-23",
      "11-07", "11-22", "12-07", "12-22",
    ]
    #expect(SolarTerm.allCases.map { $0.day(in: 2026)?.monthAndDay } == published)
  }
}
