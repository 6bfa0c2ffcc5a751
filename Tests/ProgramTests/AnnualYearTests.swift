import Foundation
import TestSupport
import Testing

/// A bureau lives through 2026; its annual report's figures are counted again from the raw lines of the
/// journal, here and from the JSON text alone. What is asked by when is taken from `schedule`, which has
/// tests of its own against published years.
struct AnnualYearTests {
  private static let now = "2027-01-05T09:00"

  @Test func everyFigureIsCountedAgain() throws {
    let folder = try Folder()
    let made = try xunjian("demo", "--keep", folder.path, now: Self.now)
    try #require(made.status == 0, "\(made.trouble)")
    let ledger = folder.path + "/ledger.sqlite"
    let lines = try output(of: ["sqlite3", ledger, "SELECT line FROM journal ORDER BY n"])
      .split(separator: "\n").map {
        JSON(value: try JSONSerialization.jsonObject(with: Data($0.utf8)))
      }
    let schedule = try xunjian(
      "schedule", "--from", "2026-01-01", "--to", "2026-12-31", "--json", ledger: ledger,
      now: Self.now
    ).json().list
    let report = try xunjian(
      "report", "annual", "2026", "--format", "json", ledger: ledger, now: Self.now
    ).json()
    let count = YearCount(lines, schedule, year: "2026")
    var expected = count.figures
    // Named in the notice of the State Council: New Year to National Day, seven in 2026.
    expected["breaks"] = 7
    var told: [String: Int] = [:]
    for figure in report["figures"].list {
      if let key = figure["key"].string, let value = figure["value"].int { told[key] = value }
    }
    for key in Set(told.keys).union(expected.keys).sorted() {
      #expect(told[key] == expected[key], "\(key)")
    }
    #expect(told.count > 45)
    #expect(report["staff"].int == count.staff)
    // One incident in the year: nobody wrote that nothing happened.
    #expect(report["quiet"].bool == (expected["incidents"] == 0))
    try theShortcomings(report, told)
    try theText(ledger, told)
  }

  /// Each of those by a count says its figure.
  private func theShortcomings(_ report: JSON, _ told: [String: Int]) throws {
    let rules = report["shortcomings"].list
    for (rule, key) in [
      ("overdue", "overdue"), ("missed", "missed"), ("closedLate", "closedLate"),
    ] {
      let text = rules.first { $0["rule"].string == rule }?["text"]["zh"].string ?? ""
      #expect(text.contains("\(told[key] ?? -1)"), "\(rule): \(text)")
    }
    #expect(rules.allSatisfy { $0["rule"].string != "nilMissing" })
  }

  /// The draft says the same figures in its sentences, and a line where there is none.
  private func theText(_ ledger: String, _ told: [String: Int]) throws {
    let draft = try xunjian(
      "report", "annual", "2026", "--format", "md", ledger: ledger, now: Self.now
    ).output
    let text = draft.replacing("\n", with: "")
    for sentence in [
      "登记隐患\(told["opened"] ?? -1)项，销号\(told["closed"] ?? -1)项",
      "走访企业\(told["visits"] ?? -1)次，领导走访企业\(told["leaderVisits"] ?? -1)次",
      "共\(told["shifts"] ?? -1)班次、\(told["dutyPersons"] ?? -1)人参加值班",
      #"党建与纪律教育\_\_\_\_次"#,
    ] {
      #expect(text.contains(sentence), "\(sentence)")
    }
  }
}

/// A year's counts, straight from the lines.
private struct YearCount {
  var figures: [String: Int] = [:]
  var staff = 0
  private let year: String
  private let lines: [JSON]

  init(_ lines: [JSON], _ schedule: [JSON], year: String) {
    (self.lines, self.year) = (lines, year)
    let raw = RawCount(lines, first: "\(year)-01-01", last: "\(year)-12-31").figures
    for key in ["opened", "closed", "closedLate", "open", "overdue", "ledByLeader"] {
      figures[key] = raw[key]
    }
    countActivities()
    countRounds(schedule)
    countDuty()
    countTrips()
    countWeaknesses()
    countRules()
    countRest(schedule)
  }

  private func all(_ type: String) -> [JSON] { lines.filter { $0["type"].string == type } }
  private func isInYear(_ day: String?) -> Bool { day?.hasPrefix(year) ?? false }

  private mutating func countActivities() {
    let entries = all("activity.recorded").map { $0["data"] }.filter { isInYear($0["day"].string) }
    func of(_ kind: String) -> [JSON] { entries.filter { $0["kind"].string == kind } }
    func sum(_ kind: String, _ field: String) -> Int {
      of(kind).reduce(0) { $0 + ($1["values"][field].int ?? 0) }
    }
    func choosing(_ kind: String, _ field: String, _ value: String) -> Int {
      of(kind).count { entry in
        entry["values"][field].string == value || entry["values"][field].strings.contains(value)
      }
    }
    for (key, kind) in [
      ("circulars", "circular"), ("meetings", "meeting"), ("disciplineChecks", "discipline"),
      ("publicity", "publicity"), ("trainings", "training"), ("visits", "visit"),
      ("leaderVisits", "leader-visit"), ("monitoring", "monitoring"), ("articles", "article"),
      ("emergencies", "emergency"), ("drills", "drill"),
    ] {
      figures[key] = of(kind).count
    }
    figures["partyMeetings"] = choosing("meeting", "level", "party-group")
    figures["disciplineFound"] = sum("discipline", "found")
    figures["disciplineMended"] = sum("discipline", "mended")
    figures["publicityOffices"] = choosing("publicity", "audience", "office")
    figures["publicityPartySchool"] = choosing("publicity", "audience", "party-school")
    figures["publicityEnterprises"] = choosing("publicity", "audience", "enterprise")
    figures["trainingHeads"] = sum("training", "heads")
    figures["trainingEnterprises"] = sum("training", "enterprises")
    figures["lawNotices"] = sum("law-notice", "copies")
    figures["articlesDistrict"] = choosing("article", "level", "district")
    figures["articlesCity"] = choosing("article", "level", "city")
    figures["emergencyDays"] = sum("emergency", "days")
    figures["emergencyPersons"] = Set(of("emergency").flatMap { $0["persons"].strings }).count
  }

  private mutating func countRounds(_ schedule: [JSON]) {
    var walked: [String: String] = [:]
    var kinds: [String: String] = [:]
    for line in all("place.set") {
      kinds[line["data"]["id"].string ?? ""] = line["data"]["kind"].string
    }
    var (cars, nets) = (0, 0)
    for line in all("inspection.signed") {
      guard let day = line["data"]["to"].string?.prefix(10) else { continue }
      let occurrence = line["data"]["occurrence"]
      walked[Self.name(occurrence)] = String(day)
      let kind = kinds[occurrence["place"].string ?? ""]
      if day.hasPrefix(year), kind == "vehicle" { cars += 1 }
      if day.hasPrefix(year), kind == "network" { nets += 1 }
    }
    let asked = schedule.filter {
      !["excused", "lifted"].contains($0["state"].string ?? "")
    }
    // As on the morning after the year, when what was due in it is counted.
    let morning = "\((Int(year) ?? 0) + 1)-01-01"
    figures["asked"] = asked.count
    figures["done"] = asked.count { walked[Self.name($0)] != nil }
    figures["missed"] = asked.count { place in
      guard let miss = place["miss"].string, miss <= morning else { return false }
      return walked[Self.name(place)].map { $0 >= miss } ?? true
    }
    let rounds = Set(
      schedule.map { "\($0["plan"].string ?? "") \($0["period"].string ?? "")" })
    func due(_ plans: [String]) -> Int {
      rounds.count { round in plans.contains { round.hasPrefix($0 + " ") } }
    }
    figures["rounds"] = rounds.count
    figures["holidayRounds"] = due(["pre-holiday", "leaving"])
    figures["weatherRounds"] = due(["pre-flood", "flood", "typhoon", "weather"])
    figures["vehicleWalks"] = cars
    figures["networkWalks"] = nets
  }

  private static func name(_ occurrence: JSON) -> String {
    ["plan", "place", "period"].map { occurrence[$0].string ?? "" }.joined(separator: "/")
  }

  private mutating func countDuty() {
    let adopted = Set(all("duty.adopted").compactMap { $0["subject"].string })
    let rosters = all("duty.proposed").filter { roster in
      adopted.contains(roster["subject"].string ?? "")
        && isInYear(roster["data"]["first"].string)
    }
    let rows = rosters.flatMap { $0["data"]["rows"].list }.filter { isInYear($0["day"].string) }
    figures["rosters"] = rosters.count
    figures["shifts"] = rows.count
    figures["dutyPersons"] =
      Set(rows.flatMap { $0["leading"].strings + $0["onDuty"].strings }).count
  }

  private mutating func countRules() {
    let papers = Set(
      all("rule.added").filter { $0["data"]["sort"].string == "paper" }
        .compactMap { $0["subject"].string })
    func touched(_ days: [(type: String, key: String)]) -> Int {
      let lines = days.flatMap { type, key in
        all(type).filter { isInYear($0["data"][key].string) }
      }
      return Set(lines.compactMap { $0["subject"].string }).subtracting(papers).count
    }
    figures["rulesIssued"] = touched([("rule.added", "issued"), ("rule.revised", "day")])
    figures["rulesReviewed"] = touched([("rule.reviewed", "day")])
  }

  private mutating func countWeaknesses() {
    func day(_ line: JSON) -> String? { line["day"].string ?? line["at"].string }
    let withdrawn = Set(all("hazard.withdrawn").compactMap { $0["subject"].string })
    let found = all("hazard.reported").filter { line in
      !line["data"]["weakness"]["severity"].isNull
        && !withdrawn.contains(line["subject"].string ?? "")
    }
    let subjects = Set(found.compactMap { $0["subject"].string })
    let closed = all("hazard.closed").filter { subjects.contains($0["subject"].string ?? "") }
    figures["weaknessesFound"] = found.count { isInYear(day($0)) }
    figures["weaknessesClosed"] = closed.count { isInYear(day($0)) }
  }

  /// The demonstration puts no trip right afterwards.
  private mutating func countTrips() {
    let out = all("trip.out").filter { isInYear($0["data"]["at"].string) }
    var back: [String: Int] = [:]
    for line in all("trip.in") { back[line["subject"].string ?? ""] = line["data"]["km"].int }
    figures["trips"] = out.count
    figures["tripKilometres"] = out.reduce(0) { sum, line in
      guard let end = back[line["subject"].string ?? ""] else { return sum }
      return sum + end - (line["data"]["km"].int ?? 0)
    }
    figures["vehicleEvents"] = all("trip.noted").count {
      isInYear($0["data"]["day"].string)
    }
  }

  private mutating func countRest(_ schedule: [JSON]) {
    figures["incidents"] = all("incident.recorded").count { isInYear($0["data"]["at"].string) }
    // The demonstration makes every nil report in time.
    let nils = all("nilReport.declared").count {
      isInYear($0["subject"].string.map { String($0.dropFirst("nilReport/".count)) })
    }
    (figures["nilDue"], figures["nilMade"]) = (nils, nils)
    let goals = all("goal.added").filter { $0["data"]["year"].int == Int(year) }
    let reported = Set(all("goal.done").compactMap { $0["subject"].string })
    figures["goals"] = goals.count
    figures["goalsDone"] = goals.count { goal in
      let tie = goal["data"]["tie"]
      if let plan = tie["plan"].string {
        return schedule.filter { $0["plan"].string == plan }.allSatisfy {
          ["done", "doneLate", "excused"].contains($0["state"].string ?? "")
        }
      }
      if let kind = tie["activity"].string {
        let count = all("activity.recorded").count {
          $0["data"]["kind"].string == kind && isInYear($0["data"]["day"].string)
        }
        return count >= (tie["count"].int ?? 1)
      }
      return reported.contains(goal["subject"].string ?? "")
    }
    var persons: [String: JSON] = [:]
    for line in all("person.set") {
      persons[line["subject"].string ?? ""] = line["data"]
    }
    staff = persons.values.count { person in
      person["roles"].strings != ["observer"]
        && (person["to"].string.map { $0 >= "\(year)-12-31" } ?? true)
    }
  }
}
