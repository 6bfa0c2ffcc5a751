import Almanac
import Domain
import Testing

/// A schedule worked out independently of the program.
struct PublishedScheduleTests {
  static let sheet = PlanSheet(
    window: Day(2023, 9, 1)...Day(2024, 2, 29),
    places: [
      place("值班室"),
      place("仓库", from: Day(2023, 12, 29), to: Day(2024, 2, 9)),
      place("新楼302", from: Day(2024, 2, 10)),
    ],
    entries: [
      plan(Trigger(.monthly), id: "月检"),
      plan(Trigger(.weekly), id: "周检", places: ["值班室"]),
      plan(Trigger(.preholiday), id: "节前", places: ["值班室", "仓库", "新楼302"]),
      plan(
        Trigger(.preholiday, holidays: [.nationalDay, .springFestival]), id: "国庆春节重点",
        places: ["仓库", "值班室"]),
      plan(Trigger(.quarterly), id: "季检", places: ["仓库"]),
    ].map { PlanSheet.Entry($0) })

  @Test func equal() throws {
    let expected = try ScheduleFixtures.text("mixed_2023_2024.tsv").split(separator: "\n")
      .dropFirst()
      .map { line in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        return [0, 1, 3, 4, 5].map { String(fields[$0]) }.joined(separator: " ")
      }
    let window = try #require(Self.sheet.window)
    let found = try Self.sheet
      .occurrences(calendar: ScheduleFixtures.calendar(), in: window)
      .map { "\($0.plan) \($0.place) \($0.start) \($0.due) \($0.miss?.description ?? "")" }

    #expect(expected.count == 47)
    #expect(found.sorted() == expected.sorted())
  }

  @Test func periodsHaveTheirKeys() throws {
    let window = try #require(Self.sheet.window)
    let keys = Set(
      try Self.sheet.occurrences(calendar: ScheduleFixtures.calendar(), in: window).map(\.id))
    #expect(keys.contains("国庆春节重点/值班室/2023-mid-autumn"))
    #expect(keys.contains("节前/仓库/2024-new-year"))
    #expect(keys.contains("周检/值班室/2023-W35"))
    #expect(keys.contains("季检/仓库/2024-Q1"))
  }
}
