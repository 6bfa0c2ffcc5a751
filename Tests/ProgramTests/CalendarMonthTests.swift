import Foundation
import Testing

/// `calendar month` on the sample office.
struct CalendarMonthTests {
  @Test func rowsOfDays() throws {
    let office = try Office()
    let run = try office("calendar month 2026-02 --format tsv")
    #expect(run.status == 0, "\(run.trouble)")
    let rows = run.output.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    try #require(rows.count == 29)
    #expect(
      rows[0] == [
        "date", "kind", "provisional", "holiday", "festival", "term", "lunar", "season",
        "alerts", "done", "due", "rounds",
      ])
    #expect(rows.allSatisfy { $0.count == 12 })
    #expect(rows[14].prefix(4) == ["2026-02-14", "makeUp", "false", "春节"])
    #expect(rows[16].prefix(7) == ["2026-02-16", "off", "false", "春节", "除夕", "", "农历十二月廿九"])
    #expect(rows[18].prefix(6) == ["2026-02-18", "off", "false", "春节", "", "雨水"])
    #expect(rows[24].prefix(4) == ["2026-02-24", "workday", "false", ""])
  }

  @Test func daysInJSON() throws {
    let office = try Office()
    let days = try office("calendar month 2026-11 --to 2027-02 --json").json().list
    #expect(days.count == 30 + 31 + 31 + 28)
    let last = days[29]
    #expect(
      last.keys == [
        "alerts", "date", "festival", "hazards", "holiday", "kind", "lunar", "provisional",
        "rounds", "season", "starting", "term",
      ])
    #expect(last["date"].string == "2026-11-30")
    #expect(last["kind"].string == "workday")
    #expect(last["holiday"].isNull)
    #expect(last["lunar"]["month"].int == 10)
    #expect(last["lunar"]["leap"].bool == false)
    #expect(last["rounds"].list.contains { $0["id"].string == "monthly/2026-11" })
    #expect(days[0]["starting"].strings.contains("monthly/2026-11"))
    let newYear = days[30 + 31]
    #expect(newYear["kind"].string == "off")
    #expect(newYear["provisional"].bool == true)
    #expect(newYear["holiday"]["en"].string == "New Year")
  }

  @Test func wordsForPeople() throws {
    let office = try Office()
    #expect(try office("calendar month 2027-02").output.contains("放假[预排]  除夕 春节"))
    let english = try office("calendar month 2027-02", language: "en").output
    #expect(english.contains("2027-02-06 Sat  day off [provisional]  Spring Festival"))
    #expect(try office("calendar month 2026-03 --to 2026-02").status == 64)
    #expect(try office("calendar month 1989-12").status == 64)
    #expect(try office("calendar month 2026-3").status == 64)
    #expect(try office("calendar month").status == 64)
  }
}
