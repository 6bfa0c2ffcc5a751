import Almanac
import Domain
import Foundation
import Intake
import Testing

/// Plan files made by chance against what a second program gives for them.
///
/// `schedules.txt` was written by a program in another language, from the rules of the periods and the
/// facts of 2007–2026 alone; it agreed with the first over 2,500 files and 138,000 occurrences.
struct RecomputedSchedulesTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  @Test func equal() throws {
    let calendar = WorkCalendar(
      facts: try HolidayFacts(tsv: Self.text("../DomainTests/Fixtures/holidays.tsv")))
    let blocks = try Self.text("Fixtures/schedules.txt").split(separator: "\n{")
      .dropFirst().map { block in "{\(block)".split(separator: "\n").map(String.init) }
    var count = 0
    for block in blocks {
      let sheet = try PlanFile.read(Array(block[0].utf8), file: "plans.json")
      let window = try #require(sheet.window)
      let found = sheet.occurrences(calendar: calendar, in: window).map {
        "\($0.plan)\t\($0.place)\t\($0.period)\t\($0.start)\t\($0.due)\t\($0.miss?.description ?? "")"
      }
      #expect(found == Array(block.dropFirst()), "\(block[0])")
      count += found.count
    }
    #expect(blocks.count == 54 && count == 376)
  }
}
