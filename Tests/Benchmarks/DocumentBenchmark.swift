import Foundation
import TestSupport

/// Every document of a large bureau's year, as text and in the formats of paper, spreadsheet and letter, against
/// an empty list of the same ledger as text.
///
/// The sample bureau with more rooms and hazards: more than 200 places, 2,400 records and 600 hazards a year.
struct DocumentBenchmark {
  private let program = Tmux.built("xunjian")
  private let now = "2026-11-23T10:42"
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent(UUID().uuidString)
  private var ledger: String { folder.path + "/ledger.sqlite" }

  func run() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    output(of: [program, "demo", "--keep", folder.path, "--now", now])
    for number in 1...180 {
      run(["place", "add", "more-\(number)", "--name", "\(1000 + number)室", "--kind", "office"])
    }
    for number in 1...280 {
      run([
        "hazard", "report", "--place", "more-\(number % 180 + 1)", "--text", "插座面板松动，第\(number)处",
        "--category", "electrical",
      ])
    }
    run([
      "hazard", "report", "--place", "more-1", "--text", "灭火器压力不足", "--category", "fire",
      "--source",
      "higherInspection", "--document", Self.source,
    ])
    run(["notice", "issue", last("hazard list"), "--number", "77"])
    measure()
  }

  private static let source = "区消防救援大队 区消〔2026〕77号"

  /// The id in the last line of a list.
  private func last(_ list: String) -> String {
    run(list.split(separator: " ").map(String.init) + ["--format", "tsv"]).split(separator: "\n")
      .last.flatMap { $0.split(separator: "\t").first.map(String.init) } ?? ""
  }

  @discardableResult
  private func run(_ words: [String]) -> String {
    output(of: [program] + words + ["--ledger", ledger, "--now", now, "--as", "zheng"])
  }

  private func measure() {
    let places = run(["place", "list", "--format", "tsv"]).split(separator: "\n").count - 1
    let hazards =
      run(["hazard", "list", "--state", "all", "--format", "tsv"]).split(separator: "\n").count - 1
    print("documents of \(places) places and \(hazards) hazards")
    let listed = ["report", "listed", "--format", "text", "--output", "-"]
    let floor = shortest(of: 5) { run(listed) }
    let (record, hazard) = (last("inspection list"), last("hazard list"))
    var slowest = (report: "", seconds: 0.0)
    for report in [
      "month 2026-11", "quarter 2026-Q4", "year 2026", "register --state all",
      "register --wide --state all", "register --wide --paper a3 --state all", "record \(record)",
      "record --round monthly/2026-11 --section office", "blank monthly/2026-11",
      "year-plan 2026", "completion", "rectification \(hazard)",
      "approval \(hazard)", "decisions --for luo", "holiday 2027-new-year", "listed", "notice 77",
      "reply 77", "letter --document 区消〔2026〕77号", "duty 2026-national-day", "annual 2026",
      "coverage --year 2026", "vehicles --month 2026-11",
    ] {
      for format in ["text", "pdf", "xlsx", "docx"] {
        let words =
          ["report"] + report.split(separator: " ").map(String.init)
          + ["--format", format, "--output", "-"]
        guard !run(words).isEmpty else {
          print("\(report) \(format): nothing came out")
          continue
        }
        let time = shortest(of: 3) { run(words) }
        if time > slowest.seconds { slowest = ("\(report) \(format)", time) }
        show("\(report) \(format)", time, over: floor, "of an empty list as text")
      }
    }
    show("slowest: \(slowest.report)", slowest.seconds, over: floor, "of the same")
  }
}
