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
      let inMonth = RawCount(lines, first: "\(month)-01", last: last).figures
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
      #expect(
        RawCount.printed(summary["figures"]) == RawCount(lines, first: first, last: last).figures,
        "\(period)")
      #expect(
        RawCount.printed(summary["before"])
          == RawCount(lines, first: before.0, last: before.1).figures, "before \(period)")
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

/// The counts, straight from the lines.
private struct RawCount {
  /// What is kept of a hazard while its lines go by.
  private struct Life {
    var reported: String
    var onSpot: Bool
    var severity: String
    var deadlines: [(set: String, last: String)] = []
    var verified: String?
    var closed: String?
    var withdrawn: String?

    func deadline(on day: String) -> String? { deadlines.last { $0.set <= day }?.last }
  }

  var figures: [String: Int] = [:]

  init(_ lines: [JSON], first: String, last: String) {
    countWalks(lines, first, last)
    let lives = Self.lives(lines)
    let opened = lives.filter { first <= $0.reported && $0.reported <= last }
    let closed = lives.filter { $0.closed.map { first <= $0 && $0 <= last } ?? false }
    let late = closed.filter { life in
      life.closed.flatMap { day in life.deadline(on: day).map { day > $0 } } ?? false
    }
    let open = lives.filter {
      $0.reported <= last && !($0.closed.map { $0 <= last } ?? false)
        && !($0.withdrawn.map { $0 <= last } ?? false)
    }
    let ages = open.map { Self.days(from: $0.reported, to: last) }
    let found = opened.filter { !($0.withdrawn.map { $0 <= last } ?? false) }
    figures["opened"] = opened.count
    figures["closed"] = closed.count
    figures["closedOnTime"] = closed.count - late.count
    figures["closedLate"] = late.count
    figures["open"] = open.count
    figures["overdue"] = open.count { $0.deadline(on: last).map { $0 < last } ?? false }
    figures["major"] = open.count { $0.severity == "major" }
    figures["fixedOnSpot"] = opened.count(where: \.onSpot)
    figures["d0to7"] = ages.count { $0 <= 7 }
    figures["d8to30"] = ages.count { $0 > 7 && $0 <= 30 }
    figures["over30"] = ages.count { $0 > 30 }
    figures["found"] = found.count
    figures["rectified"] = found.count { $0.verified.map { $0 <= last } ?? false }
  }

  private mutating func countWalks(_ lines: [JSON], _ first: String, _ last: String) {
    let withdrawn = Set(
      lines.filter { $0["type"].string == "inspection.withdrawn" }.compactMap {
        $0["subject"].string
      })
    let walks = lines.filter { line in
      guard line["type"].string == "inspection.signed", let subject = line["subject"].string,
        let day = line["data"]["to"].string?.prefix(10)
      else { return false }
      return !withdrawn.contains(subject) && first <= day && day <= last
    }.map { $0["data"] }
    figures["inspections"] = walks.count
    figures["findings"] = walks.reduce(0) { sum, walk in
      sum + walk["answers"].list.count { !$0["answer"]["finding"].isNull }
    }
    figures["persons"] = Set(walks.flatMap { $0["inspectors"].strings }).count
    figures["places"] = Set(walks.compactMap { $0["occurrence"]["place"].string }).count
    figures["ledByLeader"] = walks.count { !$0["ledBy"].isNull }
  }

  private static func lives(_ lines: [JSON]) -> [Life] {
    var lives: [String: Life] = [:]
    for line in lines {
      guard let subject = line["subject"].string, let day = line["day"].string,
        let type = line["type"].string, type.hasPrefix("hazard.")
      else { continue }
      let data = line["data"]
      if type == "hazard.reported" {
        lives[subject] = Life(
          reported: day, onSpot: !data["onSpot"].isNull,
          severity: data["severity"].string ?? "")
      }
      let sets = ["hazard.reported", "hazard.assigned", "hazard.extended", "hazard.rejected"]
      if sets.contains(type), let deadline = data["deadline"].string,
        lives[subject]?.deadlines.last?.last != deadline
      {
        lives[subject]?.deadlines.append((day, deadline))
      }
      switch type {
      case "hazard.verified": lives[subject]?.verified = day
      case "hazard.closed": lives[subject]?.closed = day
      case "hazard.withdrawn": lives[subject]?.withdrawn = day
      default: break
      }
    }
    return Array(lives.values)
  }

  private static func days(from first: String, to last: String) -> Int {
    let format = ISO8601DateFormatter()
    format.formatOptions = [.withFullDate]
    guard let start = format.date(from: first), let end = format.date(from: last) else { return -1 }
    return Int((end.timeIntervalSince(start) / 86_400).rounded())
  }

  /// The same figures as the summary has them.
  static func printed(_ figures: JSON) -> [String: Int] {
    var all: [String: Int] = [:]
    for key in ["inspections", "findings", "persons", "places", "ledByLeader"] {
      all[key] = figures[key].int
    }
    for key in [
      "opened", "closed", "closedOnTime", "closedLate", "open", "overdue", "major", "fixedOnSpot",
    ] {
      all[key] = figures["hazards"][key].int
    }
    for key in ["d0to7", "d8to30", "over30"] { all[key] = figures["hazards"]["byAge"][key].int }
    for key in ["found", "rectified"] { all[key] = figures["rate"][key].int }
    return all
  }
}
