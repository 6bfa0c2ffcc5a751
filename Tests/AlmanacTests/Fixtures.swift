import Almanac
import Foundation
import Testing

/// The facts of 2007–2026 as the tests read them.
enum Fixtures {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Fixtures")

  static func table() throws -> String { try text("holidays.tsv") }

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// A notice in the wording of its year. 2024–2026 as handed on, the others with letterhead, advice and
  /// signature; what they arrange is compared with the table.
  static func notice(_ name: String) throws -> String { try text("notices/\(name).txt") }

  /// The days named in a table of years: a heading line, then a year and its days of the month.
  static func years(_ name: String) throws -> [(year: Int, days: [Day])] {
    try text(name).split(separator: "\n").filter { $0.first?.isNumber ?? false }.map { line in
      let fields = line.split(separator: "\t").map(String.init)
      return (
        try #require(Int(fields[0])), try fields.dropFirst().map { try day("\(fields[0])-\($0)") }
      )
    }
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
