import Almanac
import Domain
import Foundation
import Testing

@testable import Ledger

/// Events live for ever: a line of each type ever shipped must decode, fold and read the same.
///
/// `every-event.jsonl` is only appended to.
struct EveryEventTests {
  static func lines() throws -> [String] {
    try Fixtures.text("every-event.jsonl").split(separator: "\n").map(String.init)
  }

  @Test func eachLineDecodesAndEncodesToTheSameValue() throws {
    for text in try Self.lines() {
      let line = try JSONDecoder().decode(JournalLine.self, from: Data(text.utf8))
      #expect(line.event != nil, "\(line.type)")
      #expect(line.event?.type == line.type)
      #expect(try value(JSON.text(line)) == value(text), "\(line.type) at \(line.sequence)")
    }
  }

  @Test func noTypeOfTheSourcesIsWithoutALine() throws {
    let shipped = try typesInSources()
    let sampled = Set(
      try Self.lines().map { try JSON.value(JournalLine.self, $0).type })
    #expect(shipped.count >= 29)
    #expect(sampled == shipped)
  }

  @Test func theyFold() throws {
    var fold = Fold(calendar: WorkCalendar())
    for text in try Self.lines() {
      let line = try JSON.value(JournalLine.self, text)
      if let event = line.event { fold.apply(line.subject, event, line.stamp) }
    }
    #expect(fold.isPractice && fold.bureau.sections.map(\.id) == ["finance"])
    #expect(fold.persons["wang"]?.roles == [.inspector, .rectifier])
    #expect(fold.places["301"]?.kind == .archiveRoom)
    #expect(fold.keys["wang"]?.entries.map(\.state) == [.tied])
    #expect(fold.keys["wang"]?.entries.first?.reason == "旧电脑损坏")
    #expect(fold.seals[Month(2026, 11)]?.map(\.number) == [2, 3, 4])
    #expect(fold.organization.paperRule.number?.rawValue == "示统安〔{year}〕{number}号")
    #expect(fold.organization.paperRule.noticeStyle == nil)
    #expect(fold.checklists["office"]?.map(\.content.version) == [2])
    #expect(fold.plans.count == 4 && fold.plans["typhoon"]?.present.isEnabled == false)
    #expect(fold.seasons["2026-flood"]?.end == Day(2026, 11, 30))
    #expect(fold.seasons["2026-flood"]?.earlier.map(\.recorded) == [Day(2026, 4, 10)])
    #expect(fold.places["301"]?.exists(in: Day(2026, 2, 1)...Day(2026, 2, 28)) == false)
    let monthly = try #require(fold.plans["monthly"])
    #expect(monthly.revisions.map(\.from) == [Day(2026, 11, 23), Day(2027, 1, 1)])
    #expect(monthly.present.scope == Plan.Scope(kinds: [.office], places: ["301"]))
    #expect(monthly.present.assignees?.persons == ["wang"])
    #expect(monthly.pauses.map(\.to) == [Day(2026, 12, 14)])
    #expect(fold.alerts["t1"]?.lifted == Moment(Day(2026, 11, 23), hour: 20, minute: 0))
    // Lifted by hand, then raised by a message; the cancellation was an exercise.
    #expect(fold.bureau.alert("t1")?.colour == .orange)
    #expect(fold.bureau.alert("t1")?.isInForce ?? false)
    #expect(fold.alerts.count == 6 && fold.bureau.alerts.map(\.id) == ["r1", "t1"])
    // Another sender's message of an identifier that was taken, about another sender's alert.
    #expect(fold.alerts["t2@99990141600001"]?.identifier == "t2")
    #expect(fold.alerts["t2@99990141600001"]?.referenceSenders == ["99990141600001"])
    #expect(fold.plans["typhoon"]?.present.trigger.after == ["after"])
    #expect(fold.bureau.notices.map(\.arrangement.number) == ["国办发明电〔2026〕9号"])
    #expect(fold.bureau.notices.map(\.person) == ["chen"])
    #expect(!fold.calendar.isProvisional(2027) && !fold.calendar.isWorkday(Day(2026, 12, 31)))
    #expect(fold.calendar.isWorkday(Day(2027, 10, 9)))
    #expect(fold.calendar.fact(of: Day(2027, 11, 3))?.occasion == "纪念日")
    let key = OccurrenceKey(plan: "monthly", place: "301", period: "2026-11")
    #expect(fold.notes[key]?.noEntries.map(\.day) == [Day(2026, 11, 20)])
    #expect(fold.notes.count == 2)

    let record = try #require(fold.inspections.values.first)
    #expect(fold.inspections.count == 1 && record.withdrawn != nil)
    #expect(record.countersigned?.person == "zhao" && record.corrections.count == 1)
    // The tick was corrected to a pass; the reading, the choice and the seventh stay findings.
    #expect(record.findings == 3 && record.asked == 7)

    let closed = try #require(fold.hazards["2026-018"])
    #expect(closed.state == .closed && closed.person == "wang" && closed.rejections == 1)
    #expect(
      closed.deadlines.map(\.last) == [Day(2026, 11, 30), Day(2026, 12, 10), Day(2026, 12, 15)])
    #expect(closed.verified == .init(person: "chen", day: Day(2026, 11, 23)))
    #expect(closed.extensions == 1 && closed.sightings.count == 1)
    #expect(fold.persons["liu"]?.deputyFor.map(\.person) == ["chen"])
    let standIn = try JSON.value(JournalLine.self, #require(Self.lines().dropFirst(82).first)).stamp
    #expect(standIn.actor == "liu" && standIn.standsFor == "chen")
    #expect(fold.enteredActs["a1b2c3d4-86"]?.entered.scan?.name == "决定单.pdf")
    let pictured = try #require(fold.hazards["2026-021"]?.photographs.first)
    #expect(pictured.photograph.name == "走廊 1.jpg" && pictured.photograph.role == .after)
    #expect(pictured.photograph.taken == Day(2026, 11, 30) && pictured.attached.person == "wang")
    let major = try #require(fold.hazards["2026-019"])
    #expect(major.severity == .major && major.lacks == [] && major.duplicates == ["2026-020"])
    // Verified after the authority had delisted it; that decision was taken back.
    #expect(major.state == .submitted && major.verified == nil && major.revocable == nil)
    #expect(major.section == "office" && major.outside == "示例物业公司" && major.cost == "1.8 万元")
    #expect(major.oversight.leader == "chen" && !major.oversight.isListed)
    #expect(major.oversight.reminders == 1 && major.oversight.reportedUp.count == 1)
    #expect(major.oversight.interim?.watcher == "wang")
    #expect(fold.hazards["2026-020"]?.mergedInto == "2026-019")
    #expect(fold.hazards["2026-020"]?.state == .withdrawn)
    #expect(fold.exemptions.values.map(\.state.rawValue).sorted() == ["ended", "withdrawn"])
    let ended = try #require(
      fold.bureau.exemption(
        Exemption.Key(place: "301", item: ItemKey(checklist: "office", item: "exit"))))
    #expect(ended.proposal.note == "无窗" && ended.reason == "已改造")
    #expect(ended.from == Day(2026, 11, 23) && ended.to == Day(2026, 11, 23))
    try theDutyRostersFold(fold)
    try theActivitiesFold(fold)
    try theIncidentsFold(fold)
    try theSafetyFileFolds(fold)
    try thePostsAndGoalsFold(fold)
    try theShortcomingsFold(fold)
    try theAssessmentFolds(fold)
    try theVehiclesFold(fold)
    try theAssetsFold(fold)
    let answered = try #require(fold.rectificationNotices["整2026-001"])
    #expect(answered.state == .answered && answered.reply(to: "2026-021") == "已更换插座")
    #expect(answered.content.number == "安整〔2026〕1号" && answered.received?.person == "chen")
    let taken = try #require(fold.rectificationNotices["整2026-002"])
    #expect(taken.state == .withdrawn && taken.reason == "发错科室")
    #expect(taken.content.number == nil && taken.content.lines.map(\.deadline) == [nil])
    let number = try #require(fold.numbers["文2027-001"])
    #expect(number.content.number == "示统安〔2027〕1号" && number.content.about == "区安办〔2026〕9号")
    #expect(number.drawn.person == "chen" && number.reason == "发错机关")
    #expect(!number.isOf(.letter, about: "区安办〔2026〕9号"))
    let mended = try #require(fold.hazards["2026-017"])
    #expect(mended.state == .withdrawn && mended.report.previous == "2025-003")
  }

  private func theDutyRostersFold(_ fold: Fold) throws {
    #expect(fold.bureau.dutyRules.map(\.sparedSections) == [["finance"]])
    let roster = try #require(fold.rosters["2027-new-year"])
    #expect(roster.state == .adopted && roster.sent.map(\.to) == ["示例区值班室"])
    #expect(roster.content.rows.map(\.onDuty) == [["li"], ["wang"], ["zhao"]])
    #expect(roster.changesAfterSending.map(\.reason) == ["出差", "家中有事", "家中有事"])
    #expect(roster.asked == nil && roster.log.map(\.visitors) == ["消防支队2人"])
    #expect(roster.checks.map(\.outcome) == [.present])
    #expect(fold.rosters["weekend-2027-01-09"]?.state == .withdrawn)
  }

  private func theActivitiesFold(_ fold: Fold) throws {
    let kind = try #require(fold.bureau.activityKinds.first)
    #expect(kind.isCirculated && kind.hasResolutions && kind.retired == Day(2027, 3, 1))
    #expect([kind.target, kind.keyUnitTarget] == [12, 24])
    #expect(kind.fields.map(\.kind) == [.choice, .count, .flag, .persons, .text])
    #expect(kind.present.map(\.id) == ["channel", "copies", "told", "by"])
    let activity = try #require(fold.register["HD2027-001"])
    #expect(activity.original.values["by"] == .persons(["chen"]))
    #expect(
      activity.content.values == [
        "channel": .words("oa"), "copies": .count(10), "told": .flag(false),
      ])
    #expect(activity.corrections.map(\.reason) == ["份数数错"])
    #expect(activity.unread == ["wang"] && activity.open.map(\.number) == [2])
    #expect(activity.closing(1)?.note == "已清点" && activity.content.file?.name == "通知.pdf")
    #expect(activity.recorded == .init(person: "wang", day: Day(2027, 1, 5)))
    #expect(fold.register["HD2027-002"]?.stands == false)
    #expect(fold.register["HD2027-002"]?.reason == "重复登记")
  }

  private func theIncidentsFold(_ fold: Fold) throws {
    let incident = try #require(fold.incidentsByID["SJ2027-001"])
    #expect(incident.state == .closed && incident.conclusion == "已康复")
    #expect(incident.content.casualties == Casualties(serious: 1, slight: 1))
    #expect(incident.content.loss == 3000 && incident.content.measures == "送医")
    #expect(incident.reports.map(\.rule) == ["head", nil] && incident.entries.count == 2)
    #expect(incident.casualtiesChanged == Moment("2027-01-05T10:10"))
    #expect(incident.content.hazards == ["2026-021"])
    #expect(fold.incidentsByID["SJ2027-002"]?.state == .withdrawn)
    let declared = try #require(fold.declarations["2027-01-01T17:00"])
    #expect(declared.content.incidents.isEmpty && declared.first == Moment("2027-01-04T16:40"))
    let rules = try #require(fold.bureau.incidentRules.last)
    #expect(rules.breakTimes == [540, 1020] && rules.emergency.map(\.phone) == [30])
    #expect(rules.alertTimes == [AlertTimes(kind: .typhoon, grades: ["red"], times: [720])])
  }

  private func theSafetyFileFolds(_ fold: Fold) throws {
    let kind = try #require(fold.bureau.expiryKinds.first)
    #expect([kind.months, kind.firstMonths, kind.lifeMonths] == [24, 60, 120])
    #expect(kind.firePart == .equipment && kind.retired == Day(2027, 6, 1))
    let expiry = try #require(fold.expiriesByID["DQ2027-001"])
    #expect(expiry.original.count == 4 && expiry.content.count == 5)
    #expect(expiry.terms.map(\.term.document) == ["J-1", "J-2"])
    #expect(expiry.until == Day(2029, 1, 6) && expiry.recorded.person == "wang")
    #expect(expiry.content.term.file?.name == "报告.pdf" && expiry.content.term.note == "换粉")
    #expect(fold.expiriesByID["DQ2027-002"]?.reason == "报废")
    let rule = try #require(fold.rulesByID["ZD2027-001"])
    #expect(rule.content.number == "统办〔2027〕1号" && rule.revised == Day(2027, 1, 6))
    #expect(rule.revisions.map(\.before.title) == ["用电管理制度"])
    #expect(rule.reviews.map(\.outcome) == [.revise] && rule.pending == nil)
    #expect(fold.rulesByID["ZD2027-002"]?.repealed == Day(2027, 1, 6))
  }

  private func theAssessmentFolds(_ fold: Fold) throws {
    let assessment = try #require(fold.assessment("2026"))
    #expect(assessment.content.name == "平安建设考评")
    #expect(assessment.content.items.map(\.points) == [Points(tenths: 25), Points(tenths: 30)])
    #expect(assessment.item("1.1")?.evidence == [.figure("visits"), .document("month 2026-11")])
    #expect(assessment.item("1.2")?.evidence == [.duty("plan/monthly")])
    #expect(assessment.marks == ["1.1": .init(score: Points(tenths: 20), remark: "少一次")])
    #expect(assessment.files["1.1"]?.count == 1 && assessment.files["1.2"] == [])
  }

  private func theAssetsFold(_ fold: Fold) throws {
    let asset = try #require(fold.assetsByID["ZC2027-001"])
    #expect(asset.original.system == "CentOS 7" && asset.content.system == "Debian 12")
    #expect(asset.content.supportEnd == Day(2028, 6, 30) && asset.content.level == 2)
    #expect(asset.original.note == "托管" && asset.content.note == nil)
    #expect(fold.assetsByID["ZC2027-002"]?.reason == "报废")
    let hazard = try #require(fold.hazards["2027-090"])
    #expect(
      hazard.report.weakness
        == Weakness(
          asset: "ZC2027-001", host: "10.0.0.5", severity: .critical,
          identifier: "CVE-2022-3602", version: "3.0.5", advice: "升级到 3.0.7", proof: "443"))
    #expect(hazard.oversight.patch == Patch(version: "3.0.7", proof: "复扫报告"))
  }

  private func theShortcomingsFold(_ fold: Fold) throws {
    let stated = try #require(fold.shortcomingsByID["BZ2026-01"])
    #expect(stated.content.year == 2026 && stated.content.text == "夜间巡查不够")
    #expect(stated.content.measure == "增加夜间巡查" && stated.withdrawn == nil)
    #expect(stated.stated == .init(person: "chen", day: Day(2027, 1, 13)))
    let withdrawn = try #require(fold.shortcomingsByID["BZ2026-02"])
    #expect(withdrawn.reason == "误填" && withdrawn.content.measure == nil)
  }

  private func theVehiclesFold(_ fold: Fold) throws {
    let car = try #require(fold.vehiclesByID["car"])
    #expect(car.card?.plate == "粤Z·示101" && car.card?.everyKm == 10_000)
    #expect(car.services.map(\.km) == [41_000] && car.sealing == nil)
    #expect(car.sealings.map(\.moved) == [12] && car.sealings[0].opening?.reason == "防汛调用")
    #expect(car.exceptions.map(\.first) == [Day(2027, 2, 6)])
    #expect(fold.driversByID["li"]?.licence == Driver.Licence(.c1, until: Day(2030, 1, 1)))
    #expect(fold.driversByID["zhao"]?.licence == nil)
    let trip = try #require(fold.tripsByID["YC2027-001"])
    #expect(trip.state == .back && trip.km == 40 && trip.leaving?.fault == "右后轮补气")
    #expect(trip.notes.map(\.handled) == ["已缴款"] && trip.corrections == ["看错里程"])
    #expect(fold.tripsByID["YC2027-002"]?.reason == "改乘公交")
    #expect(fold.tripsByID["YC2027-003"]?.state == .cancelled)
  }

  private func thePostsAndGoalsFold(_ fold: Fold) throws {
    let place = fold.bureau.responsibility(.place("301"))
    #expect(place.tenures.map(\.person) == ["li", "wang"])
    #expect(place.tenures.map(\.from) == [nil, Day(2027, 1, 4)])
    #expect(place.tenures.map(\.to) == [Day(2027, 1, 3), Day(2027, 6, 30)])
    #expect(place.tenures.last?.document == "分工通知")
    #expect(fold.bureau.responsibility(.chief).tenures.isEmpty)
    let withdrawn = try #require(fold.goalsByID["MB2027-01"])
    #expect(withdrawn.content.tie == .plan("monthly") && withdrawn.reason == "改由季检")
    let goal = try #require(fold.goalsByID["MB2027-02"])
    #expect(goal.content.due == Day(2027, 12, 20) && goal.content.tie == nil)
    #expect(goal.notes.map(\.text) == ["已排课", "已办", "漏一个科室"])
    #expect(goal.done == .init(person: "wang", day: Day(2027, 1, 11)))
  }

  /// An answer of before the wish "always here" reads as one without it, and is written as before.
  @Test func anAnswerWithoutTheLaterField() throws {
    let old = #"{"note":"x","reason":"other","result":"na"}"#
    let answer = try JSON.value(Answer.self, old)
    #expect(answer == .notApplicable(reason: "other", note: "x"))
    #expect(try value(JSON.text(answer)) == value(old))
    let new = #"{"always":true,"reason":"no-facility","result":"na"}"#
    #expect(
      try JSON.value(Answer.self, new) == .notApplicable(reason: "no-facility", always: true))
    #expect(try value(JSON.text(JSON.value(Answer.self, new))) == value(new))
  }

  @Test func anUnknownTypeIsKeptAndChangesNothing() throws {
    let text = """
      {"act":"d-1","actor":"wang","at":"2027-01-04T09:00:00+08:00","data":{"reason":{"of":7},\
      "deadline":12},"day":"2027-01-04","device":"d","ledger":"l","seq":1,\
      "subject":"hazard/2026-018","type":"hazard.praised","v":1}
      """
    let line = try JSON.value(JournalLine.self, text)
    #expect(line.event == nil && line.type == "hazard.praised")
  }

  /// The names that the sources give events: a kind of subject, a dot, what happened.
  private func typesInSources() throws -> Set<String> {
    let folder = Fixtures.sources.appending(path: "Domain")
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    let kinds = Subject.Kind.allCases.map(\.rawValue).joined(separator: "|")
    let pattern = try Regex<(Substring, Substring)>("\"((?:\(kinds))\\.[A-Za-z]+)\"")
    var types: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      guard text.contains("JournalEvent") else { continue }
      types.formUnion(text.matches(of: pattern).map { String($0.output.1) })
    }
    return types
  }

  private func value(_ text: String) throws -> NSDictionary {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary)
  }
}
