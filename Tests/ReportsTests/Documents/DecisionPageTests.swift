import Almanac
import Canvas
@testable import Domain
import Reports
import Testing

/// What is laid before a leader: the sheet for approval, and the page of decisions to tick.
struct DecisionPageTests {
  private static let day = Day(2026, 11, 30)

  private func text(_ document: Document) -> String {
    TextPages(document, columns: 160).pages.joined().joined(separator: "\n")
  }

  private func office(_ language: Language) -> (bureau: Bureau, hazards: [Hazard], leader: Person) {
    let office = SmallOffice(language: language)
    var bureau = office.bureau
    let leader = Person(
      id: "he", name: language == .chinese ? "何敏" : "He Min", roles: [.supervisor])
    bureau.persons.append(leader)
    return (bureau, office.hazards, leader)
  }

  /// 004 asks for 30 December; 005 has no section head to go to, and is not listed.
  @Test(arguments: [
    (
      Language.chinese,
      [
        "示例区统计局隐患办理决定单", "决定人：何敏", "2026年11月30日", "2026-004", "整改中", "2026-12-15",
        "延期至 2026-12-30（待采购）", "□同意", "□延期至________", "签名：", "录入人：",
      ]
    ),
    (
      .english,
      [
        "Sample District Bureau: Decisions on Hazards", "For: He Min", "30 November 2026",
        "2026-004", "rectifying", "2026-12-15", "extend to 2026-12-30 (parts on order)", "□ agree",
        "□ extend to ________", "Signed: ", "Entered by: ",
      ]
    ),
  ])
  func decisions(_ language: Language, _ parts: [String]) {
    let (bureau, hazards, leader) = office(language)
    let sheet = DecisionSheet(for: leader, of: hazards, bureau, on: Self.day)
    let document = DecisionPage.document(sheet, bureau: bureau, language: language)
    let text = text(document)
    for part in parts + ["\(sheet.number)"] { #expect(text.contains(part), "\(part)\n\(text)") }
    #expect(!text.contains("2026-005") && !text.contains("2026-001"))
    #expect(document.fitsOnePage && document.isLandscape)
  }

  @Test func nothingWaits() {
    let (bureau, _, leader) = office(.english)
    let sheet = DecisionSheet(for: leader, of: [], bureau, on: Self.day)
    let document = DecisionPage.document(sheet, bureau: bureau, language: .english)
    #expect(document.blocks == [.paragraph("No hazard waits for a decision of He Min.")])
  }

  @Test(arguments: [
    (
      Language.chinese,
      [
        "示例区统计局安全隐患呈批表", "呈报日期：2026年11月30日", "编号 2026-001", "已交办", "事由", "插座面板松动",
        "2026-11-20（原 2026-10-31），已逾期10天", "拟办意见", "已逾期10天。拟责成李安立即整改", "领导批示",
        "____年____月____日", "办理结果", "承办人：", "安全隐患呈批表　编号 2026-004", "吴宁申请延期至 2026-12-30",
        "检查人提请重大研判",
      ]
    ),
    (
      .english,
      [
        "Sample District Bureau: For Approval", "Laid before on 30 November 2026",
        "2026-001, assigned", "Matter", "Loose socket plate",
        "2026-11-20 (at first 2026-10-31), 10 days overdue", "Proposal",
        "10 days overdue. Li An to mend it at once", "Leader's note", "Result", "Prepared by: ",
        "For Approval: 2026-004, rectifying", "Wu Ning asks for 2026-12-30",
        "The inspector asks for a study",
      ]
    ),
  ])
  func approval(_ language: Language, _ parts: [String]) {
    let (bureau, hazards, _) = office(language)
    let wanted = hazards.filter { ["2026-001", "2026-004", "2026-005"].contains($0.id) }
    let document = ApprovalSheet.document(
      hazards: wanted, proposal: nil, bureau: bureau, today: Self.day, language: language)
    let text = text(document)
    for part in parts { #expect(text.contains(part), "\(part)\n\(text)") }
    #expect(document.blocks.count { $0 == .pageBreak } == 2)
  }

  /// The office's own words stand instead of those made from the state; one that is closed says so.
  @Test func ownWordsAndAResult() throws {
    let (bureau, hazards, _) = office(.english)
    let closed = try #require(hazards.first { $0.id == "2026-003" })
    let document = ApprovalSheet.document(
      hazards: [closed], proposal: "Put it on the agenda", bureau: bureau, today: Self.day,
      language: .english)
    let text = text(document)
    #expect(text.contains("Put it on the agenda") && !text.contains("for information"))
    #expect(text.contains("closed, 2026-11-25, Zhou Wei"))
    #expect(document.fitsOnePage)
  }
}
