import Almanac
import Domain

@testable import Screens

/// What had happened at an office before the program was opened.
enum Past {
  case none
  /// October's walk of a room, hazards in every state, two weather alerts in force.
  case autumn

}

/// The office's autumn, act by act.
struct Autumn {
  var office: Office

  func played(on founded: MemoryLedger) throws -> MemoryLedger {
    var ledger = founded
    let inspector = office.person(.inspector)
    let supervisor = office.person(.supervisor)
    let rectifier = office.person(.rectifier)

    try walkOctober(on: &ledger)
    let overdue: Hazard.ID = "2026-001"
    let waiting: Hazard.ID = "2026-002"
    let mended: Hazard.ID = "2026-003"
    let ordered: Hazard.ID = "2026-004"
    func hazard(
      _ id: Hazard.ID, _ command: HazardCommand, _ person: Person.ID, _ day: Day
    ) throws {
      try ledger.record(
        .hazard(id, command), by: person, at: Moment(day, hour: 16, minute: 5))
    }
    try hazard(
      overdue, .assign(to: rectifier, deadline: Day(2026, 11, 18)), inspector, Day(2026, 10, 21))
    try hazard(overdue, .accept, rectifier, Day(2026, 10, 21))
    try hazard(
      waiting, .assign(to: rectifier, deadline: Day(2026, 11, 27)), inspector, Day(2026, 10, 21))
    try hazard(
      waiting,
      .requestExtension(
        Hazard.Request(
          deadline: Day(2026, 12, 4), reason: office("等待采购", "the new strip is on order"))),
      rectifier, Day(2026, 11, 20))
    try hazard(
      mended, .assign(to: rectifier, deadline: Day(2026, 11, 30)), inspector, Day(2026, 10, 21))
    try hazard(
      mended, .submit(measures: office("已更换窗扣", "catch replaced")), rectifier,
      Day(2026, 11, 19))
    try ledger.record(
      .report(
        HazardReport(
          place: ledger.key("monthly", .archiveRoom, on: Day(2026, 11, 16)).place, section: nil,
          text: office(
            "档案库房与走道之间的防火门闭门器损坏，门不能自行关闭，须在限期内修复",
            "The closer of the fire door between the archive and the corridor is broken and the "
              + "door stays open"), category: .fire, source: .authorityOrder,
          sourceDocument: office("消限〔2026〕12号", "Fire order 2026/12"),
          deadline: Day(2026, 12, 10))), by: inspector,
      at: Moment(Day(2026, 11, 16), hour: 10, minute: 20))
    try hazard(
      ordered, .assign(to: rectifier, deadline: Day(2026, 12, 8)), supervisor, Day(2026, 11, 17))
    try openAlerts(on: &ledger, inspector)
    return ledger
  }

  /// The walk of an office on 20 October with three findings.
  private func walkOctober(on ledger: inout MemoryLedger) throws {
    let walked = Moment(Day(2026, 10, 20), hour: 9, minute: 30)
    let key = try ledger.key("monthly", .office, on: walked.day)
    guard let questions = try ledger.fold.questionnaire(key)?.questions else { return }
    var answers: [ItemKey: Answer] = [:]
    for question in questions { answers[question.key] = .pass }
    let found = [
      1: Finding(text: office("插座面板松动", "Loose socket plate")),
      2: Finding(
        text: office("打印机与碎纸机共用一个接线板", "Printer and shredder share one strip"),
        spot: office("桌下", "Under a desk")),
      10: Finding(text: office("窗扣损坏关不严", "Broken window catch")),
    ]
    for (number, finding) in found { answers[questions[number - 1].key] = .fail(finding) }
    try ledger.record(
      .sign(
        SignRequest(
          occurrence: key, answers: answers,
          walk: Signing.Walk(
            inspectors: [office.person(.inspector)], from: walked, to: walked + 540, seconds: 540))
      ), by: office.person(.inspector), at: walked + 600)
  }

  private func openAlerts(on ledger: inout MemoryLedger, _ person: Person.ID) throws {
    let cold = Moment(Day(2026, 11, 22), hour: 17, minute: 0)
    try ledger.record(
      .openAlert(
        Alert(
          id: "cold-2026-11-22-1700", kind: .cold, colour: .orange, issued: cold,
          recorded: cold.day)), by: person, at: cold)
    try ledger.record(
      .openAlert(
        Alert(
          id: "gale-2026-11-23-0730", kind: .gale, colour: .blue, issued: Desk.now + -5400,
          recorded: Desk.now.day)), by: person, at: Desk.now + -5400)
  }
}

/// A record laid out as a page, as the reports hand it over.
enum RecordPages {
  static func pages(
    of record: Inspection, _ questionnaire: Questionnaire, _ office: Office
  ) -> [[String]] {
    let language = office.language
    let answers = record.content.answers.map { row -> String in
      let text = questionnaire[row.number]?.item.text[language] ?? row.item.item
      return "\(row.number)  \(text)  \(row.answer.finding?.text ?? "")"
    }
    return [
      [office("安全检查记录", "Inspection Record"), record.id.rawValue]
        + (record.withdrawn.map { [office("本记录已作废：", "This record is withdrawn: ") + $0] } ?? [])
        + answers
        + record.corrections.map { office("更正：", "Corrected: ") + $0.reason }
    ]
  }
}

/// A month's summary laid out as pages, as the reports hand it over.
enum SummaryPages {
  static func pages(of month: Month, _ office: Office) -> [[String]] {
    let title = office(
      "\(month.year)年\(month.month)月安全检查情况汇总", "Safety summary, \(month)")
    return (1...2).map { page in
      [title, ""]
        + (1...28).map {
          office("第\(page)页第\($0)行", "page \(page), line \($0)")
        } + ["", "- \(page) -"]
    }
  }
}

/// A paper about hazards laid out as a page, as the reports hand it over.
enum PaperPages {
  static func pages(of report: Screens.Report, _ office: Office) -> [[String]] {
    let rows = (1...30).map { office("第\($0)行", "line \($0)") }
    return switch report {
    case .approval(let ids):
      ids.map { [office("安全隐患呈批表", "For Approval") + " \($0)"] + rows }
    case .decisions(let person): [[office("隐患办理决定单", "Decisions") + " \(person)"] + rows]
    case .rectification(let id): [[office("隐患整改单", "Rectification") + " \(id)"] + rows]
    case .notice(let id): [[office("隐患整改通知书", "Rectification Notice") + " \(id)"] + rows]
    case .completion(let month):
      [[office("各月检查完成情况", "Completion by Month") + " \(month)"] + rows]
    case .period(let period):
      [[office("安全检查情况汇总", "Safety Checks") + " \(period)"] + rows]
    case .sectionRecord(let round, let section):
      [[office("安全检查记录表", "Inspection Record") + " \(round) \(section?.rawValue ?? "-")"] + rows]
    case .reply(let id): [[office("整改回执", "Answer") + " \(id)"] + rows]
    case .letter(let document):
      [[office("整改情况的复函", "Letter of Rectification") + " \(document)"] + rows]
    case .blank(let round): [[office("空白检查表", "Forms") + " \(round)"] + rows]
    case .holiday(let key): [[office("节前工作套表", "Papers Before the Break") + " \(key)"] + rows]
    case .listed: [[office("挂牌督办隐患清单", "Listed Supervision")] + rows]
    case .register(let year):
      [[office("隐患台账", "Hazard Register") + (year.map { " \($0)" } ?? "")] + rows]
    case .yearPlan(let year): [[office("年度检查计划表", "Year Plan") + " \(year)"] + rows]
    case .duty(let id, _): [[office("值班表", "Duty Roster") + " \(id)"] + rows]
    case .activities(let period): [[office("工作台账", "Activities") + " \(period)"] + rows]
    case .assessment(let year): [[office("考评自评表", "Self-Assessment") + " \(year)"] + rows]
    case .coverage(let year): [[office("安全职责对照表", "Safety Duties") + " \(year)"] + rows]
    case .annual(let year): [[office("工作总结", "Annual Report") + " \(year)"] + rows]
    case .incident(let id): [[office("事故信息报告", "Report of an Incident") + " \(id)"] + rows]
    case .incidents(let period):
      [[office("事故登记表", "Register of Incidents") + " \(period)"] + rows]
    case .assets: [[office("网络资产台账", "Assets of the Network")] + rows]
    case .weaknesses(let period):
      [[office("漏洞整改情况表", "Weaknesses and What Was Done") + " \(period)"] + rows]
    case .expiries: [[office("到期事项台账", "What Ends")] + rows]
    case .rules: [[office("安全制度目录", "Rules")] + rows]
    case .fireFile(let year): [[office("消防档案卷内目录", "Fire File") + " \(year)"] + rows]
    case .leadingGroup(let day):
      [[office("领导小组及分工表", "Leading Group") + " \(day)"] + rows]
    case .responsibilityLetters(let year, let person):
      [[office("安全责任书", "Letter of Responsibility") + " \(year) \(person?.rawValue ?? "")"] + rows]
    case .goals(let year): [[office("年度工作计划", "Goals and Measures") + " \(year)"] + rows]
    case .vehicles(let month):
      [[office("公务用车使用登记表", "Use of Vehicles") + " \(month)"] + rows]
    case .trip(let id): [[office("派车单", "Dispatch Sheet") + " \(id)"] + rows]
    case .month, .record: []
    }
  }
}
