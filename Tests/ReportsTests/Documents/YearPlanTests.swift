import Almanac
import Canvas
import Domain
import Reports
import Testing

/// The small office's year 2026, worked out by hand: its monthly check begins in October and falls due on
/// the last weekday of each month, its weekly one begins on 2 November and falls due on Fridays; in the
/// last week of the year on Thursday 31 December, for 1 January is off by the law of any year.
@Suite struct YearPlanTests {
  private static func planned(
    _ language: Language, year: Int = 2026, more: [Plan] = [], seasons: [Season] = []
  ) -> PlannedYear {
    var bureau = SmallOffice(language: language).bureau
    bureau.plans += more.map { PlanHistory($0, recorded: Day(2026, 1, 1)) }
    bureau.seasons = seasons
    return PlannedYear(year: year, bureau: bureau)
  }

  private static func plan(
    _ id: Plan.ID, _ title: Bilingual, _ trigger: Trigger, statutory: Bilingual? = nil
  ) -> Plan {
    Plan(
      id: id, title: title, trigger: trigger, uses: [Plan.Use("list")], scope: .kinds([.office]),
      statutory: statutory, own: Bilingual(zh: "按需", en: "as needed"))
  }

  private static let typhoon = plan(
    "typhoon", Bilingual(zh: "台风检查", en: "Typhoon check"), Trigger(.alert))
  private static let flood = plan(
    "flood", Bilingual(zh: "汛期检查", en: "Flood check"), Trigger(.flood),
    statutory: Bilingual(zh: "某法", en: "some law"))

  private static let monthly = [
    ["10月", "10月月检", "2026-10-01", "2026-10-30", "3"],
    ["11月", "11月月检", "2026-11-01", "2026-11-30", "3"],
    ["12月", "12月月检", "2026-12-01", "2026-12-31", "3"],
  ]

  @Test func roundsByMonthAndThenFrequencies() {
    let document = YearPlan.list(
      Self.planned(.chinese, more: [Self.typhoon, Self.flood]), language: .chinese)

    #expect(document.title == "示例区统计局2026年度安全检查计划表")
    #expect(document.tables[0].rows == zip(Self.monthly, ["", "", "[预排]"]).map { $0 + [$1] })
    #expect(
      document.tables[1].rows == [
        ["月检", "3", "全年3轮 [预排]", "", ""],
        ["档案周查", "1", "每周最后一个工作日前，全年9轮 [预排]", "", ""],
        ["汛期检查", "3", "待入汛公告排定", "按需", "某法"],
        ["台风检查", "3", "随时，预警发布时", "按需", ""],
      ])
    #expect(document.subtitle == ["下年放假安排通知尚未载入，标[预排]的日期为预排，可能变动"])
    #expect(document.blocks.last == .signatures(["填报人", "审核人", "批准人", "日期"]))
    #expect(document.running == "严禁录入涉密信息  [预排]")
  }

  @Test func onePageHasAColumnForEachMonth() {
    let document = YearPlan.page(
      Self.planned(.chinese, more: [Self.typhoon, Self.flood]), language: .chinese)
    let none = Array(repeating: "", count: 9)

    #expect(document.isLandscape && document.fitsOnePage)
    #expect(document.subtitle == ["下年放假安排通知尚未载入，标*的日期为预排，可能变动"])
    #expect(
      document.tables[0].rows == [
        ["放假", "", "元旦\n01-01"] + Array(repeating: "", count: 12),
        ["月检", "3"] + none + ["10-30", "11-30", "12-31*", ""],
        ["档案周查", "1"] + none + ["", "4轮", "5轮", "每周最后一个工作日前"],
        ["汛期检查", "3"] + none + ["", "", "", "待入汛公告排定\n本局：按需\n法定：某法"],
        ["台风检查", "3"] + none + ["", "", "", "随时，预警发布时\n本局：按需"],
      ])
  }

  @Test func aSpreadsheetGetsOneTable() {
    let document = YearPlan.sheet(
      Self.planned(.chinese, more: [Self.typhoon]), language: .chinese)

    #expect(
      document.csv.components(separatedBy: "\r\n") == [
        "月份,检查轮次,起,止（到期）,场所数,本局周期,法定周期,备注",
        "10月,10月月检,2026-10-01,2026-10-30,3,,,",
        "11月,11月月检,2026-11-01,2026-11-30,3,,,",
        "12月,12月月检,2026-12-01,2026-12-31,3,,,[预排]",
        "全年,档案周查,2026-11-02,2026-12-31,1,,,每周最后一个工作日前，全年9轮 [预排]",
        "全年,台风检查,,,3,按需,,随时，预警发布时", "严禁录入涉密信息  [预排]", "",
      ])
  }

  /// 15 April 2026 is a Wednesday: the fifth working day of the season is the 21st.
  @Test func aDatedSeasonBringsRoundsAndNoMoreWaits() {
    let season = Season(id: "2026-flood", start: Day(2026, 4, 15), end: Day(2026, 5, 31))
    let planned = Self.planned(.english, more: [Self.flood], seasons: [season])

    #expect(planned.lines.allSatisfy { $0.timing != .awaitingSeason })
    #expect(
      planned.lines.first { $0.plan.id == "flood" }?.rounds.map(\.due)
        == [Day(2026, 4, 21), Day(2026, 5, 29)])
  }

  @Test func aYearWithoutNoticeSaysSoOnce() {
    let document = YearPlan.page(Self.planned(.english, year: 2027), language: .english)

    #expect(
      document.subtitle
        == ["[provisional] the holiday notice of 2027 is not loaded yet; days may move"])
    #expect(document.tables[0].rows[1][2] == "01-29")
  }

  @Test func anEmptyOfficeHasAPlanThatSaysSo() {
    var bureau = SmallOffice(language: .chinese, isPractice: true).bureau
    bureau.plans = []
    let document = YearPlan.page(PlannedYear(year: 2027, bureau: bureau), language: .chinese)

    #expect(document.paragraphs == ["本年没有检查安排。"])
    #expect(document.running == "严禁录入涉密信息  演练")
    #expect(document.tables.isEmpty)
    let sheet = YearPlan.sheet(PlannedYear(year: 2027, bureau: bureau), language: .chinese)
    #expect(sheet.csv == "月份,检查轮次,起,止（到期）,场所数,本局周期,法定周期,备注\r\n严禁录入涉密信息  演练\r\n")
  }

  /// No holiday's name is broken in a month's column, though the English ones are longer.
  @Test func theNamesOfHolidaysStayWhole() throws {
    let planned = Self.planned(.english, year: 2027, more: [Self.typhoon, Self.flood])
    let pages = try Pages(YearPlan.page(planned, language: .english))
    let words = Set(pages.words[0].map(\.text))
    for name in Set(planned.breaks.flatMap { $0.name.en.split { " -".contains($0) } }) {
      #expect(words.contains { $0.contains(name) }, "\(name)")
    }
  }

  /// Long names and many plans: smaller type, still one page, still inside the text block.
  @Test(arguments: Language.allCases)
  func manyLongPlansStandOnOnePage(_ language: Language) throws {
    let name = Bilingual(
      zh: "各科室办公区域及附属用房消防用电防盗联合检查", en: "Joint fire, power and theft check of all rooms")
    let law = Bilingual(
      zh: "防火检查每季度至少一次（公安部令第61号第26条）", en: "fire check once a quarter (MPS Order 61, art. 26)")
    let more = (1...10).map { (number: Int) in
      Self.plan(
        Identifier("p\(number)"), name, Trigger(.monthly, day: number), statutory: law)
    }
    let pages = try Pages(
      YearPlan.page(Self.planned(language, more: more), language: language))
    let millimetre = 72 / 25.4

    #expect(pages.texts.count == 1)
    for word in pages.words[0] where !word.text.contains("—") && word.text != "1" {
      #expect(word.left >= 25 * millimetre - 0.5 && word.right <= 272 * millimetre + 0.5)
      #expect(word.bottom <= 182 * millimetre + 0.5, "\(word)")
    }
  }
}
