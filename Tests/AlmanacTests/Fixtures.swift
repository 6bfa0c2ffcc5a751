import Almanac
import Foundation

/// The facts of 2007–2026 as the tests read them.
enum Fixtures {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Fixtures")

  static func table() throws -> String {
    try String(contentsOf: folder.appending(path: "holidays.tsv"), encoding: .utf8)
  }

  static func facts() throws -> HolidayFacts { try HolidayFacts(tsv: table()) }
  static func calendar() throws -> WorkCalendar { WorkCalendar(facts: try facts()) }
}

/// A date of a table, written as it is printed.
func day(_ text: String) throws -> Day {
  struct NotADay: Error { var text: String }
  guard let day = Day(text) else { throw NotADay(text: text) }
  return day
}
