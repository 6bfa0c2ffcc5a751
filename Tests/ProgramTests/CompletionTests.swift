import Foundation
import Testing

/// Completion by month against the monthly summaries of the same months, which are held against the raw lines
/// of the journal elsewhere.
struct CompletionTests {
  private static let now = "2026-11-23T10:42"

  @Test func equalsTheMonthlySummaries() throws {
    let folder = try Folder()
    let made = try xunjian("demo", "--keep", folder.path, now: Self.now)
    try #require(made.status == 0, "\(made.trouble)")
    let ledger = folder.path + "/ledger.sqlite"
    func report(_ words: String...) throws -> Run {
      try xunjian(["report"] + words, ledger: ledger, now: Self.now)
    }

    // Across the turn of a year, up to the month that runs.
    let completion = try report("completion", "--format", "json").json()
    #expect(completion["countedOn"].string == "2026-11-23")
    let months = completion["months"].list
    #expect(months.first?["month"].string == "2025-12")
    #expect(months.last?["month"].string == "2026-11")
    #expect(months.count == 12)
    for figures in months {
      let month = try #require(figures["month"].string)
      let rounds = try report("month", month, "--live", "--format", "json").json()["rounds"].list
      #expect(figures["rounds"].int == rounds.count, "\(month)")
      for key in ["total", "done", "late", "missed", "excused"] {
        let sum = rounds.reduce(0) { $0 + ($1[key].int ?? 0) }
        #expect(figures[key].int == sum, "\(month) \(key)")
      }
      #expect(figures["total"].int ?? 0 > 200, "\(month)")
    }

    // The bar is full only where all is done; a spreadsheet has none.
    let page = try report("completion", "--from", "2026-10", "--to", "2026-11").output
    let october = try #require(page.split(separator: "\n").first { $0.hasPrefix("2026-10") })
    #expect(october.hasSuffix(" " + String(repeating: "#", count: 19) + "."))
    #expect(!page.contains("2026-09"))
    #expect(!(try report("completion", "--format", "csv").output.contains("#")))
  }

  @Test func monthsInTheWrongOrder() throws {
    let office = try Office()
    let run = try office("report completion --from 2026-11 --to 2026-10")
    #expect(run.status == 64)
    #expect(run.trouble.contains("--from"))
  }
}
