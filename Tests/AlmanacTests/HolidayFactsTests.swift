import Almanac
import Testing

struct HolidayFactsTests {
  /// The table's own flag of the legal holiday, year by year, against the rule.
  @Test func statutoryDaysAgreeWithTheTable() throws {
    var flagged: [Int: Set<Day>] = [:]
    for line in try Fixtures.table().split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count == 6, fields[5] == "statutory",
        let holiday = fields[2].split(separator: "、").first, Holiday(named: String(holiday)) != nil
      else { continue }
      let date = try day(String(fields[0]))
      flagged[date.year, default: []].insert(date)
    }
    #expect(flagged.keys.sorted() == Array(2007...2026))
    for (year, days) in flagged {
      #expect(Set(StatutoryDay.days(in: year).map(\.day)) == days, "\(year)")
    }
  }

  struct Count: Sendable {
    var year: Int
    var days: Int
  }

  @Test(arguments: [
    Count(year: 1998, days: 7), Count(year: 1999, days: 8), Count(year: 2000, days: 10),
    Count(year: 2007, days: 10), Count(year: 2008, days: 11), Count(year: 2024, days: 11),
    Count(year: 2025, days: 13), Count(year: 2027, days: 13),
  ])
  func daysOfTheYear(_ row: Count) {
    #expect(StatutoryDay.days(in: row.year).count == row.days)
  }

  @Test func readsTheTable() throws {
    let facts = try Fixtures.facts()
    #expect(facts.years == Set(2007...2026))
    #expect(facts.rows.count == 711)
    #expect(facts.rows.first?.day == Day(2006, 12, 30))
    #expect(facts.rows.first?.kind == .workday)
    let joint = facts.rows.first { $0.day == Day(2017, 10, 1) }
    #expect(joint?.holidays == [.midAutumn, .nationalDay])
    let victory = facts.rows.first { $0.day == Day(2015, 9, 3) }
    #expect(victory?.holidays == [])
    #expect(victory?.occasion == "抗战胜利70周年纪念日")
  }

  struct Broken: Sendable {
    var table: String
    var line: Int
  }

  @Test(arguments: [
    Broken(table: "2026-02-30\toff\t春节\t2026", line: 1),
    Broken(table: "# x\n2026-01-01\tfree\t元旦\t2026\n", line: 2),
    Broken(table: "date\n\n2026-01-01\toff\t元旦", line: 3),
    Broken(table: "2026-01-01\toff\t\t2026", line: 1),
    Broken(table: "2026-01-01\toff\t元旦\t20x6", line: 1),
    Broken(table: "2026-01-01\toff\t元旦\t2029", line: 1),
  ])
  func namesTheBrokenLine(_ row: Broken) {
    #expect(throws: HolidayFactsError(line: row.line)) { try HolidayFacts(tsv: row.table) }
  }

  struct Name: Sendable {
    var text: String
    var holiday: Holiday?
  }

  @Test(arguments: [
    Name(text: "清明", holiday: .qingming), Name(text: "清明节", holiday: .qingming),
    Name(text: "国庆节", holiday: .nationalDay), Name(text: "国庆", holiday: .nationalDay),
    Name(text: "劳动节", holiday: .labourDay), Name(text: "spring-festival", holiday: .springFestival),
    Name(text: "春节", holiday: .springFestival), Name(text: "元宵", holiday: nil),
    Name(text: "", holiday: nil),
  ])
  func names(_ row: Name) {
    #expect(Holiday(named: row.text) == row.holiday)
  }
}
