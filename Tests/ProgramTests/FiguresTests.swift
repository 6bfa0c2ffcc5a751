import Foundation
import TestSupport
import Testing

/// Every figure of a month's summary against a count over the raw lines of the journal, done here from
/// the JSON text alone.
struct FiguresTests {
  private static let now = "2026-11-23T10:42"
  private static let lastDaysCounted = ["2026-09-30", "2026-10-31", "2026-11-23"]

  @Test func equalACountOverTheRawLines() throws {
    let folder = try Folder()
    let made = try xunjian("demo", "--keep", folder.path, now: Self.now)
    try #require(made.status == 0, "\(made.trouble)")
    let ledger = folder.path + "/ledger.sqlite"
    let lines = try output(of: ["sqlite3", ledger, "SELECT line FROM journal ORDER BY n"])
      .split(separator: "\n").map {
        JSON(value: try JSONSerialization.jsonObject(with: Data($0.utf8)))
      }
    try #require(lines.count > 5000)
    for last in Self.lastDaysCounted {
      let month = String(last.prefix(7))
      let summary = try xunjian(
        "report", "month", month, "--format", "json", ledger: ledger, now: Self.now
      ).json()
      #expect(summary["countedOn"].string == last)
      let counted = RawCount(lines, first: "\(month)-01", last: last)
      #expect(
        RawCount.findings(summary["byCategory"], by: "category") == counted.findingsByCategory)
      #expect(RawCount.findings(summary["byPlace"], by: "place") == counted.findingsByPlace)
      #expect(counted.findingsByCategory.count > 2 && counted.findingsByPlace.count > 5)
      let inMonth = counted.figures
      let inYear = RawCount(lines, first: "2026-01-01", last: last).figures
      #expect(inMonth["inspections"] ?? 0 > 100)
      #expect(RawCount.printed(summary["month"]) == inMonth, "\(month)")
      #expect(RawCount.printed(summary["year"]) == inYear, "\(month), the year so far")
    }
    for (period, first, last, before) in [
      ("quarter 2026-Q4", "2026-10-01", "2026-11-23", ("2026-07-01", "2026-09-30")),
      ("quarter 2026-Q2", "2026-04-01", "2026-06-30", ("2026-01-01", "2026-03-31")),
      ("year 2026", "2026-01-01", "2026-11-23", ("2025-01-01", "2025-12-31")),
    ] {
      let summary = try xunjian(
        "report", period.split(separator: " ").map(String.init)[0],
        period.split(separator: " ").map(String.init)[1], "--format", "json", ledger: ledger,
        now: Self.now
      ).json()
      #expect(summary["countedOn"].string == last)
      let counted = RawCount(lines, first: first, last: last)
      #expect(
        RawCount.findings(summary["byCategory"], by: "category") == counted.findingsByCategory)
      #expect(
        RawCount.printed(summary["figures"]) == counted.figures, "\(period)")
      #expect(
        RawCount.printed(summary["before"])
          == RawCount(lines, first: before.0, last: before.1).figures, "before \(period)")
    }
    // Those of a quarter and of a year too, those of rounds among them.
    for (kind, period) in [("quarter", "2026-Q2"), ("year", "2026")] {
      let summary = try xunjian(
        "report", kind, period, "--format", "json", ledger: ledger, now: Self.now
      ).json()
      var wanted = RawCount.printed(summary["figures"])
      for (figure, key) in ["asked": "total", "done": "done", "late": "late", "missed": "missed"] {
        wanted[figure] = summary["rounds"].list.reduce(0) { $0 + ($1[key].int ?? 0) }
      }
      for (figure, value) in wanted.sorted(by: { $0.key < $1.key }) {
        let records = try xunjian(
          "report", kind, period, "--figure", figure, "--format", "json", ledger: ledger,
          now: Self.now
        ).json().list
        #expect(records.reduce(0) { $0 + ($1["amount"].int ?? 0) } == value, "\(figure) \(period)")
      }
      let missed = summary["lapses"].list.count { $0["missed"].bool == true }
      #expect(missed == wanted["missed"], "\(period)")
    }
    // The records listed behind each figure are as many as it says.
    for span in [[], ["--year"]] {
      let counts = RawCount(
        lines, first: span.isEmpty ? "2026-11-01" : "2026-01-01", last: "2026-11-23")
      for (figure, value) in counts.figures.sorted(by: { $0.key < $1.key }) {
        let arguments = ["report", "month", "2026-11", "--figure", figure, "--format", "json"]
        let records = try xunjian(arguments + span, ledger: ledger, now: Self.now).json().list
        #expect(records.reduce(0) { $0 + ($1["amount"].int ?? 0) } == value, "\(figure) \(span)")
        #expect(Set(records.compactMap { $0["id"].string }).count == records.count, "\(figure)")
      }
    }
  }
}
