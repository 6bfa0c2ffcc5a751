import Almanac
import Canvas
import Reports
import Testing

@testable import Domain

@Suite struct ListedHazardsTests {
  private let office = SmallOffice(language: .chinese, isPractice: true)

  private func listed(_ index: Int, _ change: (inout Hazard) -> Void) -> Hazard {
    var hazard = office.hazards[index]
    hazard.oversight.listing = .init(
      authority: "区消防救援大队", document: "区消督〔2026〕3号", day: Day(2026, 11, 3))
    change(&hazard)
    return hazard
  }

  /// Printed on 2 December: 001 was due on 20 November, 004 is due on the 15th, 005 has no deadline, 003 was
  /// delisted on 28 November. 006 was withdrawn, 000 never listed.
  private var hazards: [Hazard] {
    [
      office.hazards[0],
      listed(1) {
        $0.oversight.leader = "zhou"
        $0.oversight.commitments = .init(measures: "更换线路", funds: "本级3万元", contingency: "断电")
      },
      listed(3) {
        $0.oversight.delisting = .init(
          authority: "区消防救援大队", document: "区消督〔2026〕9号", day: Day(2026, 11, 28))
      },
      listed(4) { _ in }, listed(5) { _ in }, listed(6) { _ in },
    ]
  }

  @Test func inForceByDeadlineThenDelisted() {
    let document = ListedHazards.document(
      hazards: hazards, bureau: office.bureau, today: SmallOffice.printed, language: .chinese)
    let rows = document.tables[0].rows

    #expect(document.title == "示例区统计局挂牌督办隐患清单" && document.isLandscape)
    #expect(document.subtitle == ["截至2026年12月2日，挂牌督办中3项（逾期1项），已摘牌1项"])
    #expect(rows.map { $0[1] } == ["2026-001", "2026-004", "2026-005", "2026-003"])
    #expect(
      rows[0] == [
        "1", "2026-001", "301\n综合科", "插座面板松动", "区消防救援大队\n区消督〔2026〕3号\n2026-11-03", "周局长",
        "措施：更换线路\n责任人：李安\n资金：本级3万元\n期限：2026-11-20\n预案：断电", "2026-11-20", "超12天", "已交办",
        "",
      ])
    #expect(rows[1][8] == "余13天" && rows[2][8] == "未定")
    #expect(rows[2][6] == "措施：未落实\n责任人：未落实\n资金：未落实\n期限：未落实\n预案：未落实")
    #expect(
      rows[3].suffix(3) == ["", "已销号", "区消防救援大队\n区消督〔2026〕9号\n2026-11-28"])
  }

  @Test func nothingListedSaysSo() throws {
    let document = ListedHazards.document(
      hazards: [office.hazards[0]], bureau: office.bureau, today: SmallOffice.printed,
      language: .chinese)
    #expect(document.tables[0].rows.isEmpty)
    #expect(document.subtitle == ["截至2026年12月2日，挂牌督办中0项（逾期0项），已摘牌0项"])
    #expect(try Pages(document).texts[0].contains("（无）"))
  }

  @Test func noHanInEnglish() {
    let english = SmallOffice(language: .english)
    let document = ListedHazards.document(
      hazards: [english.hazards[1]].map {
        var hazard = $0
        hazard.oversight.listing = .init(authority: "A", document: "B", day: Day(2026, 11, 3))
        return hazard
      }, bureau: english.bureau, today: SmallOffice.printed, language: .english)
    let text = TextPages(document, columns: 120).pages.joined()
    #expect(text.filter { $0.contains(where: \.isHan) } == [])
  }
}
