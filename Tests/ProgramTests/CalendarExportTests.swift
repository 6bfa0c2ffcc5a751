import Foundation
import TestSupport
import Testing

/// `calendar export`, read by a parser that is not ours: Debian's `python3-icalendar`.
struct CalendarExportTests {
  /// An event as that parser sees it.
  struct Event {
    var summary: String
    var start: String
    /// The day after the last.
    var end: String
    var status: String
    var sequence: Int
    var details: String
  }

  private static let script = """
    import icalendar, json, sys
    calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
    assert not calendar.errors
    events = []
    for event in calendar.walk("VEVENT"):
      assert not event.errors
      events.append({
        "uid": str(event["UID"]), "summary": str(event["SUMMARY"]),
        "start": event["DTSTART"].dt.isoformat(), "end": event["DTEND"].dt.isoformat(),
        "status": str(event["STATUS"]), "sequence": event["SEQUENCE"],
        "details": str(event.get("DESCRIPTION", ""))})
    print(json.dumps({"name": str(calendar["X-WR-CALNAME"]), "events": events}))
    """

  /// The events by what stands before the `@` of their UIDs, of which none comes twice.
  private func read(_ file: URL) throws -> (name: String?, events: [String: Event]) {
    let text = output(of: ["/usr/bin/python3", "-c", Self.script, file.path])
    let parsed = JSON(value: try? JSONSerialization.jsonObject(with: Data(text.utf8)))
    try #require(!parsed.isNull, "python3-icalendar is missing or does not take \(file.path)")
    var events: [String: Event] = [:]
    var ledgers: Set<Substring> = []
    for event in parsed["events"].list {
      let halves = try #require(event["uid"].string).split(separator: "@")
      try #require(halves.count == 2)
      ledgers.insert(halves[1])
      #expect(events[String(halves[0])] == nil, "\(halves[0])")
      events[String(halves[0])] = Event(
        summary: event["summary"].string ?? "", start: event["start"].string ?? "",
        end: event["end"].string ?? "", status: event["status"].string ?? "",
        sequence: event["sequence"].int ?? -1, details: event["details"].string ?? "")
    }
    #expect(ledgers.count <= 1)
    return (parsed["name"].string, events)
  }

  private func export(
    _ office: Office, _ options: String = "", to name: String = "all.ics"
  ) throws -> (name: String?, events: [String: Event]) {
    let file = office.folder.url.appendingPathComponent(name)
    let run = try office("calendar export \(options) --output \(file.path)")
    try #require(run.status == 0, "\(run.trouble)")
    return try read(file)
  }

  /// The day after a day, by Foundation.
  private func after(_ day: String) throws -> String {
    let format = ISO8601DateFormatter()
    format.formatOptions = [.withFullDate]
    return format.string(from: try #require(format.date(from: day)).addingTimeInterval(86_400))
  }

  /// The usual window runs from 31 days before 23 November 2026 to 400 days after it.
  @Test func equalsTheListOfRounds() throws {
    let office = try Office()
    let events = try export(office, "--include rounds --include due").events
    let rounds = try office("round list --from -31 --to +400 --json").json().list
    try #require(rounds.count > 500)
    var expected: Set<String> = []
    for round in rounds {
      let (id, start, due) = (
        try #require(round["id"].string), try #require(round["start"].string),
        try #require(round["due"].string)
      )
      let title = try #require(round["title"]["zh"].string)
      let mark = round["provisional"].bool == true ? "[预排] " : ""
      expected.insert(id)
      #expect(events[id]?.summary == mark + title)
      #expect(events[id]?.start == start)
      #expect(try events[id]?.end == after(due))
      #expect(
        events[id]?.details.hasPrefix("已检\(round["done"].int ?? -1)/\(round["total"].int ?? -1)处")
          == true)
      guard start < due, "2026-10-23" <= due, due <= "2027-12-28" else { continue }
      expected.insert("\(id)/due")
      #expect(events["\(id)/due"]?.start == due)
      #expect(events["\(id)/due"]?.summary == "到期：\(mark)\(title)")
    }
    #expect(Set(events.keys) == expected)
  }

  /// The break of 国庆 2026 and its make-up days as the State Council's notice has them.
  @Test func breaksAsTheNoticeHasThem() throws {
    let office = try Office()
    let events = try export(office, "--from 2026-09-01 --to 2026-10-31 --include breaks").events
    #expect(
      events.map { "\($0.key) \($0.value.start) \($0.value.end)" }.sorted() == [
        "break-2026-mid-autumn 2026-09-25 2026-09-28",
        "break-2026-national-day 2026-10-01 2026-10-08",
        "workday-2026-09-20 2026-09-20 2026-09-21", "workday-2026-10-10 2026-10-10 2026-10-11",
      ])
  }

  /// 15 December 2026 is a Tuesday; the vehicle check of December has not begun on 23 November.
  @Test func anUpdateReplacesAndNeverDoubles() throws {
    let office = try Office()
    let window = "--from 2026-11-01 --to 2027-01-31"
    let first = try export(office, window)
    let again = try export(office, window)
    #expect(Set(again.events.keys) == Set(first.events.keys))
    #expect(again.name == "示例区统计局安全检查（演练）")
    #expect(again.events.values.allSatisfy { $0.status == "CONFIRMED" })
    #expect(first.events["monthly/2026-12/due"]?.start == "2026-12-31")

    for change in ["plan edit monthly --day 15", "plan edit vehicle --off"] {
      let run = try office(change, as: "zhang")
      try #require(run.status == 0, "\(run.trouble)")
    }
    let moved = try export(office, window)
    #expect(Set(moved.events.keys) == Set(first.events.keys))
    #expect(moved.events["monthly/2026-12/due"]?.start == "2026-12-15")
    #expect(moved.events["monthly/2026-12"]?.end == "2026-12-16")
    let sequences = [first, moved].compactMap { $0.events["monthly/2026-12/due"]?.sequence }
    #expect(sequences.count == 2 && sequences[0] < sequences[1])
    let cancelled = moved.events.filter { $0.value.status == "CANCELLED" }.keys
    #expect(cancelled.contains("vehicle/2026-12") && cancelled.contains("vehicle/2026-12/due"))
    #expect(cancelled.allSatisfy { $0.hasPrefix("vehicle/") })
    #expect(!cancelled.contains("vehicle/2026-11"))

    let fresh = try export(office, window, to: "fresh.ics")
    #expect(Set(fresh.events.keys) == Set(first.events.keys).subtracting(cancelled))
  }

  /// Section 综合科 of 陈静 has the rooms 303 and 304.
  @Test func onePersonsOwn() throws {
    let office = try Office()
    let report = try office(
      "hazard report --place 303 --text 插座松动;脱落,冒烟 --deadline 2026-12-01", as: "zhang")
    try #require(report.status == 0, "\(report.trouble)")
    let assign = try office(
      "hazard assign 2026-001 --to chen --deadline 2026-12-01", as: "zhang")
    try #require(assign.status == 0, "\(assign.trouble)")
    let own = try export(office, "--person 陈静")
    #expect(own.name == "示例区统计局安全检查：陈静（演练）")
    #expect(own.events["monthly/2026-11"]?.details.hasPrefix("已检0/2处") == true)
    #expect(own.events["hazard-2026-001"]?.summary == "隐患整改到期：303 综合科 插座松动;脱落,冒烟")
    #expect(own.events["hazard-2026-001"]?.start == "2026-12-01")
    #expect(!own.events.keys.contains { $0.hasPrefix("climate/") })
    let other = try export(office, "--person huang", to: "huang.ics")
    #expect(other.events["hazard-2026-001"] == nil)
    #expect(try office("calendar export --person nobody").status == 65)
  }

  @Test func standardOutputAndWindows() throws {
    let office = try Office()
    let run = try office("calendar export --from 2026-11-30 --to 2026-11-30 --include due")
    #expect(run.output.hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(run.output.utf8.count { $0 == 10 } == run.output.utf8.count { $0 == 13 })
    #expect(try office("calendar export --from 12-01 --to 11-30").status == 65)
    #expect(try office("calendar export --include birthdays").status == 64)
    let empty = try export(
      office, "--from 2026-11-30 --to 2026-11-30 --include breaks", to: "empty.ics")
    #expect(empty.events.isEmpty)
    let missing = try office("calendar export --output /nowhere/all.ics")
    #expect(missing.status == 74)
  }
}

/// `report year-plan` on the sample office.
struct YearPlanReportTests {
  /// Each due day is that of `round list`; a spreadsheet gets the byte order mark in a file only.
  @Test func aYearInEveryFormat() throws {
    let office = try Office()
    let plan = try office("report year-plan 2027 --format json").json()
    #expect(plan.keys == ["breaks", "plans", "provisional", "rounds", "year"])
    #expect(plan["provisional"].bool == true)
    #expect(
      plan["rounds"][0].keys == [
        "due", "id", "month", "places", "plan", "provisional", "start", "title",
      ])
    let listed = try office("round list --from 2027-01-01 --to 2027-12-31 --json").json().list
      .filter { round in
        let regular = ["climate", "network", "screening"]
        return round["due"].string?.hasPrefix("2027") == true
          && !regular.contains(round["plan"].string ?? "")
      }
    #expect(
      Set(plan["rounds"].list.map { "\($0["id"].string ?? "") \($0["due"].string ?? "")" })
        == Set(listed.map { "\($0["id"].string ?? "") \($0["due"].string ?? "")" }))

    let csv = try office("report year-plan 2027 --format csv").output
    #expect(csv.hasPrefix("月份,检查轮次,起,止（到期）,场所数,本局周期,法定周期,备注\r\n"))
    #expect(csv.contains("\r\n1月,1月月检,2027-01-01,2027-01-29,9,每月一次,"))
    let file = office.folder.path + "/plan.csv"
    #expect(try office("report year-plan 2027 --format csv --output \(file)").status == 0)
    #expect(
      Array(try Data(contentsOf: URL(fileURLWithPath: file))) == [0xEF, 0xBB, 0xBF]
        + Array(csv.utf8))
    for language in ["zh", "en"] {
      let paper = office.folder.path + "/plan.pdf"
      let run = try office(
        "report year-plan 2027 --format pdf --output \(paper) --force", language: language)
      #expect(run.status == 0, "\(run.trouble)")
      #expect(output(of: ["pdfinfo", paper]).contains("Pages:           1\n"))
    }
    #expect(try office("report year-plan 27").status == 64)
  }
}
