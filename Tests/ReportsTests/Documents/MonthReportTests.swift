import Almanac
import Canvas
import Domain
import Reports
import Testing

/// Every number here is counted by hand from the comments in the fixtures.
@Suite struct MonthReportTests {
  static let chinese = MonthReport.document(
    SmallOffice(language: .chinese).summary, templates: .shipped, language: .chinese)
  static let english = MonthReport.document(
    SmallOffice(language: .english).summary, templates: .shipped, language: .english)

  @Test func head() {
    #expect(Self.chinese.title == "示例区统计局2026年11月安全检查情况汇总")
    #expect(Self.english.title == "Sample District Bureau: Safety Checks in November 2026")
    #expect(Self.chinese.subtitle == ["统计期间：2026年11月1日至2026年11月30日", "数据截至：2026年11月30日"])
    #expect(Self.chinese.running == "严禁录入涉密信息  [预排]")
    let practice = SmallOffice(language: .english, isPractice: true).summary
    #expect(
      MonthReport.document(practice, templates: .shipped, language: .english).running
        == "No classified information  PRACTICE  [provisional]")
  }

  @Test func openingInWords() {
    #expect(
      Self.chinese.paragraphs.first == """
        2026年11月，示例区统计局应完成安全检查5轮，应检6处次，已检4处次，完成率66.7%，漏检3处次；\
        3人参加检查，覆盖场所2处，形成检查记录4份，其中领导带队1次。检查中发现问题3项，登记隐患6项，\
        其中当场整改1项；销号隐患2项，其中按期1项、逾期1项。截至2026年11月30日，未销号隐患4项，\
        其中逾期1项、重大隐患1项；本月发现隐患整改率40.0%。
        """)
  }

  @Test func openingInEnglishWords() {
    #expect(
      Self.english.paragraphs.first == """
        Rounds due at Sample District Bureau in November 2026: 5; checks made: 4 of 6 asked (66.7%); \
        missed: 3. Persons who walked: 3; places checked: 2; inspections: 4, of these led by a leader: \
        1. Findings: 3; hazards registered: 6, of these fixed on the spot: 1; closed: 2 (1 on time, \
        1 late). Hazards open on 30 November 2026: 4, of these overdue: 1, major: 1; rectification \
        rate of the month's hazards: 40.0%.
        """)
  }

  /// Month and year so far. Year: the October round with two walks, one finding, hazards 000 and 001.
  @Test func figuresSideBySide() {
    #expect(
      Self.chinese.tables[0].rows.map { Array($0.dropFirst()) } == [
        ["5", "6"], ["3", "3"], ["2", "3"], ["4", "6"], ["1", "1"], ["3", "4"], ["6", "8"],
        ["1", "1"], ["2", "3"], ["1", "2"], ["1", "1"], ["4", "4"], ["1", "1"], ["2", "2"],
        ["1", "1"], ["1", "1"], ["1", "1"], ["5", "7"], ["2", "3"], ["40.0%", "42.9%"],
      ])
    #expect(Self.chinese.tables[0].columns.map(\.alignment) == [.leading, .trailing, .trailing])
    #expect(
      Self.english.tables[0].rows.map { $0.dropFirst() }
        == Self.chinese.tables[0].rows.map { $0.dropFirst() })
  }

  @Test func roundsOfAPlanInOneLine() {
    #expect(
      Self.chinese.tables[1].rows == [
        ["档案周查（4轮）", "11-06至11-27", "4", "3", "2", "2", "0", "75.0%"],
        ["11月月检", "11-30", "2", "1", "0", "1", "1", "50.0%"],
        ["合计", "", "6", "4", "2", "3", "1", "66.7%"],
      ])
  }

  @Test func lapsesWithReasons() {
    #expect(Self.chinese.paragraphs.contains("本月漏检3处次，补检2处次，经批准免查1处次。"))
    #expect(
      Self.chinese.tables[2].rows == [
        ["档案周查", "11-13", "档案室", "漏检后补检", "11-17", "未说明"],
        ["档案周查", "11-20", "档案室", "补检", "11-21", "未说明"],
        ["档案周查", "11-27", "档案室", "漏检", "", "未说明"],
        ["11月月检", "11-30", "302", "免查", "", "装修停用"],
        ["11月月检", "11-30", "401", "漏检", "", "门锁无人"],
      ])
  }

  @Test func lapsesOfOneRoundAreGathered() {
    var summary = SmallOffice(language: .chinese).summary
    var twin = summary.lapses[4]
    twin.place = "302"
    var third = summary.lapses[2]
    third.due = Day(2026, 11, 28)
    summary.lapses = [summary.lapses[2], summary.lapses[4], twin, third]
    #expect(
      MonthReport.document(summary, templates: .shipped, language: .chinese).tables[2].rows == [
        ["档案周查", "11-27、11-28", "档案室", "漏检2次", "", "未说明"],
        ["11月月检", "11-30", "401、302", "漏检", "", "门锁无人"],
      ])
  }

  @Test func overdueIsSaid() {
    var summary = SmallOffice(language: .chinese).summary
    summary.rounds = []
    summary.lapses = [summary.lapses[2]]
    summary.lapses[0].state = .overdue
    #expect(
      MonthReport.document(summary, templates: .shipped, language: .chinese).paragraphs
        .contains("本月无漏检，无补检，逾期未检1处次。"))
  }

  /// The three findings of November's walks are tied to no hazard of the office, hence other.
  @Test func hazardsByCategorySectionAndPlace() {
    #expect(
      Self.chinese.tables[3].rows == [
        ["用电", "0", "2", "33.3%"], ["其他", "3", "1", "16.7%"], ["档案", "0", "1", "16.7%"],
        ["消防", "0", "1", "16.7%"], ["渗漏水浸", "0", "1", "16.7%"], ["合计", "3", "6", "100.0%"],
      ])
    #expect(
      Self.chinese.tables[4].rows == [
        ["综合科", "4", "2", "1"], ["统计科", "2", "2", "0"], ["合计", "6", "4", "1"],
      ])
    #expect(
      Self.chinese.tables[5].rows == [
        ["301", "综合科", "2", "2"], ["401", "统计科", "0", "2"], ["档案室", "综合科", "1", "1"],
        ["302", "综合科", "0", "1"],
      ])
  }

  @Test func openHazardsMostPressingFirst() {
    #expect(
      Self.chinese.tables[6].rows == [
        ["2026-001", "301", "插座面板松动", "综合科", "李安", "11-20", "超10天", "已交办"],
        ["2026-004", "档案室", "插座面板松动", "综合科", "吴宁", "12-15", "余15天", "整改中"],
        ["2026-005", "401", "插座面板松动", "统计科", "", "", "未定", "待交办"],
        ["2026-007", "401", "【重大】插座面板松动", "统计科", "陈平", "11-30", "当日", "12-01已销号"],
      ])
  }

  @Test func decisionsWithBoxes() {
    #expect(
      Self.chinese.tables[7].rows.map { $0[2] } == [
        "逾期10天未销号，请定措施和新期限。", "申请延期至12-30：待采购", "提请研判是否属重大隐患。",
        "重大隐患，请明确包案领导。",
      ])
    #expect(Self.chinese.tables[7].rows.allSatisfy { $0[3].contains("□同意") })
  }

  /// The last week of 2026 ends in a year whose notice is not known, and so does December.
  @Test func nextMonth() {
    #expect(
      Self.chinese.tables[8].rows == [
        ["档案周查（5轮）[预排]", "12-04至12-31", "5"], ["12月月检[预排]", "12-31", "3"],
      ])
  }

  @Test func foot() {
    #expect(
      Self.chinese.blocks.suffix(3) == [
        .signatures(["填报人", "审核人", "批准人"]), .signatures(["单位（盖章）", "日期"]),
        .signatures(["报送"]),
      ])
  }

  /// What is said where there is nothing; the tables are those of figures and of how they are counted.
  @Test func emptyMonth() {
    let document = MonthReport.document(
      SmallOffice(language: .chinese).idleSummary, templates: .shipped, language: .chinese)
    #expect(document.tables.count == 2)
    #expect(document.tables[0].rows.allSatisfy { $0[1] == "0" || $0[1] == "-" })
    for sentence in [
      "本月无到期检查轮次。", "本月无漏检，无补检。", "本月未登记新隐患。", "期末无未销号隐患。",
      "本月无提请领导决定的事项。", "2026年12月暂无检查安排。",
    ] {
      #expect(document.paragraphs.contains(sentence))
    }
  }

  @Test(arguments: [true, false]) func noHanInEnglish(isIdle: Bool) {
    let office = SmallOffice(language: .english, isPractice: true)
    let summary = isIdle ? office.idleSummary : office.summary
    let pages = TextPages(
      MonthReport.document(summary, templates: .shipped, language: .english), columns: 80
    ).pages
    #expect(pages.joined().filter { $0.contains(where: \.isHan) } == [])
  }
}

extension Character {
  /// A Han character or a mark of Chinese punctuation.
  var isHan: Bool {
    unicodeScalars.contains {
      (0x3000...0x9FFF).contains($0.value) || (0xFF00...0xFFEF).contains($0.value)
    }
  }
}

extension Document {
  var tables: [Table] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }
  var headings: [String] {
    blocks.compactMap { if case .heading(let text) = $0 { text } else { nil } }
  }
  var paragraphs: [String] {
    blocks.compactMap { if case .paragraph(let text) = $0 { text } else { nil } }
  }
}
