import Almanac
import Canvas
import Reports
import Testing

@testable import Domain

@Suite struct FormTests {
  static func blank(_ language: Language) -> Document {
    let office = SmallOffice(language: language)
    let bureau = office.bureau
    let book = RoundBook(bureau: bureau, fulfilments: [:], notes: [:], drafts: [:])
    let rounds = book.rounds(in: Day(2026, 11, 30)...Day(2026, 11, 30), on: Day(2026, 11, 23))
    let forms = ["301", "401"].compactMap { bureau.place(Identifier($0)) }.map { place in
      BlankForms.Form(
        place: place, section: bureau.section(place.section),
        questionnaire: Questionnaire(
          plan: Plan(
            id: "monthly", title: Bilingual(verbatim: ""), trigger: Trigger(.monthly),
            uses: [Plan.Use("list")]),
          checklists: ["list": ChecklistVersion(hash: "h1", content: SmallOffice.checklist)],
          place: place, isOncePlace: false),
        number: "0042-\(place.id)-7")
    }
    return BlankForms.document(
      round: rounds.first { $0.id.plan == "monthly" }
        ?? Round(
          id: RoundKey(plan: "none", period: ""), title: Bilingual(verbatim: ""), trigger: .once,
          start: always, due: always, miss: nil, isProvisional: false, rooms: []),
      forms: forms, organization: bureau.organization, isPractice: true, language: language)
  }

  private static let always = Day(1, 1, 1)

  @Test func aFormForEachPlace() {
    let document = Self.blank(.chinese)
    #expect(document.title == "示例区统计局11月月检检查表")
    #expect(document.subtitle == ["检查时间：2026-11-01至2026-11-30"])
    #expect(document.running == "严禁录入涉密信息  演练")
    #expect(
      document.headings == ["301（综合科）　表号 0042-301-7", "401（统计科）　表号 0042-401-7"])
    #expect(!document.blocks.contains(.pageBreak))
    #expect(
      document.blocks.suffix(2) == [
        .signatures(["检查日期", "开始时间", "结束时间"]), .signatures(["检查人", "带队领导", "科室签字"]),
      ])
  }

  @Test func aBlankForEachKindOfItem() {
    #expect(
      Self.blank(.chinese).tables[1].rows == [
        ["1", "插座、插头无松动", "□合格 □不合格 □不适用", ""],
        ["2", "库房温度", "______（14-24 ℃）", ""],
        ["3", "房门状态", "□完好 □损坏", ""],
      ])
    #expect(
      Self.blank(.english).tables[1].rows.map { $0[2] } == [
        "□ pass  □ fail  □ n/a", "______ (14-24 ℃)", "□ sound  □ broken",
      ])
  }

  @Test func registerOfTwelveColumns() {
    let office = SmallOffice(language: .chinese)
    let document = HazardRegister.document(
      hazards: office.hazards, bureau: office.bureau, today: SmallOffice.printed, language: .chinese
    )
    #expect(document.isLandscape)
    #expect(document.tables[0].columns.count == 12)
    #expect(
      document.tables[0].rows[3] == [
        "4", "2026-003", "2026-11-10", "301", "综合科", "插座面板松动", "消防", "", "2026-11-20", "已销号",
        "2026-11-24", "2026-11-25",
      ])
  }

  /// The wide form of assessors, with what became of each hazard.
  @Test func registerOfTwentyOneColumns() throws {
    let office = SmallOffice(language: .chinese)
    var hazard = office.hazards[1]
    hazard.report.inspection = "检2026-0012"
    hazard.report.finders = ["chen", "li"]
    hazard.report.spot = "靠窗"
    hazard.report.source = .authorityOrder
    hazard.report.sourceDocument = "区消防〔2026〕3号"
    hazard.oversight.interim = .init(measures: "断电", watcher: "li")
    hazard.extensions = 1
    hazard.rejections = 2
    hazard.outside = "物业公司"
    let document = WideRegister.document(
      hazards: [hazard, office.hazards[3], office.hazards[6]],
      rounds: ["检2026-0012": Bilingual(zh: "10月月检", en: "Monthly check, 2026-10")],
      bureau: office.bureau, size: .a3, today: SmallOffice.printed, hasDayPerCell: false,
      language: .chinese)
    #expect(document.isLandscape && document.size == .a3)
    let table = document.tables[0]
    #expect(
      table.columns.map(\.title) == [
        "序号", "编号", "排查日期", "排查类型", "来源", "排查人", "部位（含具体位置）", "责任科室", "隐患描述", "类别", "等级",
        "依据", "整改措施", "临时防范措施", "责任人", "资金", "整改期限（原期限/延期次数）", "完成日期",
        "复查日期/复查人/结论", "销号日期/销号人", "备注",
      ])
    let row = Dictionary(
      uniqueKeysWithValues: zip(table.columns.map(\.title), table.rows[0]))
    #expect(row["排查类型"] == "10月月检" && row["部位（含具体位置）"] == "301（靠窗）")
    #expect(row["来源"] == "\(Hazard.Source.authorityOrder.name.zh)\n区消防〔2026〕3号")
    #expect(row["排查人"] == "陈平、李安" && row["临时防范措施"] == "断电（李安监护）")
    #expect(row["整改期限（原期限/延期次数）"] == "2026-11-20\n原2026-10-31\n延期1次")
    #expect(row["复查日期/复查人/结论"] == "退回2次" && row["备注"] == "由物业公司整改")
    #expect(table.rows[1][3] == "日常发现" && table.rows[1][18] == "2026-11-24\n周局长\n合格")
    #expect(table.rows[1][19] == "2026-11-25\n周局长")
    #expect(
      document.blocks.last
        == .signatures(["填报单位（盖章）", "填表人", "审核人", "单位负责人", "填报日期"]))
  }

  @Test func recordWithItsAnswers() {
    let office = SmallOffice(language: .chinese)
    var walk = office.walk(
      "monthly", "301", "2026-11", Day(2026, 11, 10), by: ["chen", "li"], ledBy: "zhou")
    walk.content.answers[0].answer = .fail(
      Finding(text: "插座松动", spot: "靠窗", handling: .onTheSpot(measures: "已紧固")))
    walk.content.answers[1] = .init(
      number: 2, item: ItemKey(checklist: "list", item: "climate"),
      answer: .reading("25", Finding(text: "温度偏高", handling: .joins("2026-004"))))
    walk.content.answers[2] = .init(
      number: 3, item: ItemKey(checklist: "list", item: "gone"),
      answer: .notApplicable(reason: "no-facility"))
    walk.countersigned = Countersignature(
      person: "wu", day: Day(2026, 11, 12), paper: Day(2026, 11, 11))
    let document = InspectionRecord.document(
      inspection: walk, history: [], hazards: [],
      checklists: [ChecklistVersion(hash: "h1", content: SmallOffice.checklist)],
      bureau: office.bureau, language: .chinese)

    #expect(
      document.tables[0].rows.map { $0[1] } == [
        "检查", "301", "综合科", "2026-11-10 09:00至09:10", "陈平、李安", "周局长", "现场录入", "已签",
      ])
    #expect(
      document.tables[1].rows == [
        ["1", "插座、插头无松动", "不合格", "插座松动（靠窗）；当场整改：已紧固"],
        ["2", "库房温度", "25℃", "温度偏高；同隐患2026-004"],
        ["3", "gone", "不适用（本处无此设施）", ""],
      ])
    #expect(document.paragraphs == ["科室负责人吴宁纸签，签署日期2026-11-11，2026-11-12登记。"])
  }

  /// By when it is to be mended, under which number, and whether it was found mended.
  @Test func recordTellsWhatBecame() throws {
    let office = SmallOffice(language: .chinese)
    var walk = office.walk("monthly", "301", "2026-11", Day(2026, 11, 10), by: ["chen"])
    let item = walk.content.answers[0].item
    walk.content.answers[0].answer = .fail(Finding(text: "插座松动", spot: "靠窗", handling: .rectify()))
    var hazard = try #require(office.hazards.first { $0.id == "2026-003" })
    (hazard.report.inspection, hazard.report.item) = (walk.id, item)
    let document = InspectionRecord.document(
      inspection: walk, history: [], hazards: [hazard],
      checklists: [ChecklistVersion(hash: "h1", content: SmallOffice.checklist)],
      bureau: office.bureau, language: .chinese)
    #expect(
      document.tables[1].rows[0].last
        == "插座松动（靠窗）；限2026-11-20前整改\n隐患2026-003，复查：合格，2026-11-24，周局长")
  }

  /// No cell of a spreadsheet holds more than one day or name.
  @Test func wideRegisterForASpreadsheet() throws {
    let office = SmallOffice(language: .chinese)
    var hazard = office.hazards[1]
    (hazard.extensions, hazard.cost) = (1, "320")
    let document = WideRegister.document(
      hazards: [hazard, office.hazards[3]], rounds: [:], bureau: office.bureau, size: .a4,
      today: SmallOffice.printed, hasDayPerCell: true, language: .chinese)
    let table = document.tables[0]
    let rows = table.rows.map { row in
      Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.title), row))
    }
    #expect(rows[0]["整改期限"] == "2026-11-20" && rows[0]["原期限"] == "2026-10-31")
    #expect(rows[0]["延期次数"] == "1" && rows[0]["资金"] == "320")
    #expect(rows[1]["复查日期"] == "2026-11-24" && rows[1]["复查人"] == "周局长")
    #expect(rows[1]["复查结论"] == "合格" && rows[1]["销号日期"] == "2026-11-25")
    #expect(rows.allSatisfy { $0.values.allSatisfy { !$0.contains("\n") } })
    let kinds = Dictionary(uniqueKeysWithValues: table.columns.map { ($0.title, $0.kind) })
    #expect(kinds["复查日期"] == .date(year: nil) && kinds["资金"] == .number)
  }

  /// Who corrected what, when, why, and what it said before; then who withdrew it.
  @Test func correctedAndWithdrawn() throws {
    let office = SmallOffice(language: .chinese)
    var walk = office.walk("monthly", "301", "2026-11", Day(2026, 11, 10), by: ["chen"])
    let item = walk.content.answers[0].item
    let signed = InspectionEvent.signed(walk.content)
    let correction = Correction(
      item: item, answer: .fail(Finding(text: "插座松动", handling: .joins("2026-004"))), reason: "漏看")
    let events: [(InspectionEvent, Int, Person.ID)] = [
      (signed, 10, "chen"), (.corrected(correction), 12, "li"),
      (.withdrawn(reason: "走错房间"), 13, "zhou"),
    ]
    let history = events.map { event, day, person in
      let day = Day(2026, 11, day)
      let stamp = Stamp(at: Moment(day, hour: 9, minute: 0), day: day, actor: person)
      walk.apply(event, stamp)
      return TimelineEntry(stamp: stamp, event: .inspection(event))
    }
    let document = InspectionRecord.document(
      inspection: walk, history: history, hazards: [],
      checklists: [ChecklistVersion(hash: "h1", content: SmallOffice.checklist)],
      bureau: office.bureau, language: .chinese)

    #expect(document.headings == ["本记录已作废"])
    #expect(document.tables[0].rows.last == ["记录状态", "已作废"])
    #expect(document.tables[1].rows[0].suffix(2) == ["不合格", "插座松动；同隐患2026-004（更正）"])
    #expect(
      document.paragraphs == [
        "作废（2026-11-13，周局长）。原因：走错房间",
        "更正（2026-11-12，李安）：第1项原为“合格”，改为“不合格：插座松动；同隐患2026-004”。原因：漏看",
        "科室负责人：待签。",
      ])
  }

  /// The numbers of records are not translated, so the record is not among these.
  @Test func noHanInEnglish() {
    let office = SmallOffice(language: .english)
    let register = HazardRegister.document(
      hazards: office.hazards, bureau: office.bureau, today: SmallOffice.printed, language: .english
    )
    for document in [Self.blank(.english), register] {
      let pages = TextPages(document, columns: 80).pages
      #expect(pages.joined().filter { $0.contains(where: \.isHan) } == [])
    }
  }
}
