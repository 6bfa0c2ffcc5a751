import Almanac
import Canvas
import Reports
import Testing

@testable import Domain

/// The record of the general section's rooms in November: 301 walked, 302 excused.
@Suite struct SectionRecordTests {
  private let office = SmallOffice(language: .chinese, isPractice: true)

  private var walk: Inspection {
    var walk = office.walk(
      "monthly", "301", "2026-11", Day(2026, 11, 10), by: ["chen", "li"], ledBy: "zhou")
    walk.content.answers[0].answer = .fail(
      Finding(text: "插座松动", spot: "靠窗", handling: .onTheSpot(measures: "已紧固")))
    walk.content.answers[1] = .init(
      number: 2, item: ItemKey(checklist: "list", item: "climate"),
      answer: .reading("25", Finding(text: "温度偏高", handling: .joins("2026-004"))))
    walk.content.answers[2] = .init(
      number: 3, item: ItemKey(checklist: "list", item: "door"),
      answer: .notApplicable(reason: "no-facility"))
    return walk
  }

  private func round(_ walks: [Inspection]) throws -> Round {
    let book = RoundBook(
      bureau: office.bureau,
      fulfilments: Dictionary(
        uniqueKeysWithValues: walks.map { ($0.occurrence, Fulfilment($0)) }),
      notes: office.notes, drafts: [:])
    let day = Day(2026, 11, 30)
    return try #require(
      book.rounds(in: day...day, on: SmallOffice.printed).first { $0.id.plan == "monthly" })
  }

  private func document(of walks: [Inspection], _ hazards: [Hazard]) throws -> Document {
    let round = try round(walks)
    let sheets = round.walkedSections.map { section in
      SectionInspection(
        round: round, section: section, records: walks.filter { $0.content.section == section },
        hazards: hazards)
    }
    return SectionRecord.document(
      of: sheets, round: round,
      checklists: [ChecklistVersion(hash: "h1", content: SmallOffice.checklist)],
      bureau: office.bureau, language: .chinese)
  }

  @Test func whatWasCheckedAndWhatBecameOfWhatWasFound() throws {
    var walk = walk
    walk.countersigned = Countersignature(
      person: "wu", day: Day(2026, 11, 12), paper: Day(2026, 11, 11))
    var mended = office.hazards[2]
    mended.report.inspection = walk.id
    mended.report.item = walk.content.answers[0].item
    let document = try document(of: [walk], [mended, office.hazards[4]])

    #expect(document.title == "示例区统计局安全检查记录表")
    #expect(document.subtitle == ["11月月检（2026-11-01 - 2026-11-30）"])
    #expect(document.running == "严禁录入涉密信息  演练")
    #expect(document.headings == ["综合科", "发现问题与处理"])
    #expect(
      document.tables[0].rows == [
        ["检查类型", "11月月检"], ["带队领导", "周局长"], ["检查人", "陈平、李安"],
        ["检查时间", "2026-11-10 09:00至09:10"],
        ["检查部位", "共2处，已检1处：301。未检：302（免查，装修停用）"],
        ["检查内容", "《日常检查》3项次"],
        ["检查结果", "合格0项次，不合格2项次，不适用1项次"],
      ])
    #expect(
      document.tables[1].rows == [
        [
          walk.id.rawValue, "301", "2026-11-10 09:00至09:10", "2", "2", "现场录入\n2026-11-10 陈平",
          "纸签：吴宁\n2026-11-11",
        ]
      ])
    #expect(
      document.tables[2].rows == [
        ["1", "301（靠窗）", "插座松动", "当场整改：已紧固", "2026-002", "合格，2026-11-12，周局长"],
        ["2", "301", "温度偏高", "已登记隐患，限2026-12-15前整改", "2026-004", "未复查（整改中）"],
      ])
    #expect(document.blocks.last == .signatures(["检查人签名", "科室负责人签名"]))
  }

  /// A later deadline, a rejection and a withdrawal show; so does that nobody has signed.
  @Test func extendedRejectedWithdrawnUnsigned() throws {
    var walk = office.walk(
      "monthly", "301", "2026-11", Day(2026, 11, 10), by: ["chen"], findings: 2)
    let other = ItemKey(checklist: "list", item: "door")
    walk.content.answers[1].item = other
    var extended = office.hazards[1]
    (extended.report.inspection, extended.report.item) = (walk.id, walk.content.answers[0].item)
    extended.rejections = 1
    var withdrawn = office.hazards[6]
    (withdrawn.report.inspection, withdrawn.report.item) = (walk.id, other)
    let document = try document(of: [walk], [extended, withdrawn])

    #expect(document.tables[1].rows[0].last == "待签")
    #expect(
      document.tables[2].rows.map { Array($0.suffix(3)) } == [
        ["限2026-11-20前整改（原2026-10-31）", "2026-001", "未复查（已交办）\n退回1次"],
        ["限期整改，期限待定", "2026-006", "已作废，2026-11-19"],
      ])
  }

  /// Each section on one sheet of its own, the title on the first, however much was found in one.
  @Test func aSheetEachSection() throws {
    var first = walk
    let finding = first.content.answers[0]
    first.content.answers += (4...22).map { number in
      .init(number: number, item: finding.item, answer: finding.answer)
    }
    var second = office.walk("monthly", "401", "2026-11", Day(2026, 11, 11), by: ["li"])
    second.content.section = "sta"
    let pages = try Pages(document(of: [first, second], []))

    #expect(pages.texts.count == 2)
    #expect(pages.count(of: "安全检查记录表") == [1, 1])
    #expect(pages.count(of: "综合科") == [1, 0] && pages.count(of: "统计科") == [0, 1])
    #expect(pages.count(of: "科室负责人签名") == [1, 1])
    #expect(pages.texts[1].contains("本次检查未发现问题。"))
  }
}
