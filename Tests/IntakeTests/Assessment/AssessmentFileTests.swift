import Almanac
import Domain
import Intake
import Testing

/// Scoring rules from a table.
struct AssessmentFileTests {
  private func read(_ text: String) throws(TableTrouble) -> Assessment.Content {
    try AssessmentFile.read(Array(text.utf8), file: "rules.csv", year: 2026, name: "平安建设")
  }

  @Test func aTableOfRules() throws {
    let content = try read(
      """
      \u{FEFF}序号,一级指标,考评内容,标准分,评分细则,对应台账
      1.1,组织领导,领导小组健全,2,"缺一项扣0.5分，扣完为止",duty:responsibility
      1.2,,安全会议,１.５分,每季度一次,figure:meetings；report:activities --period 2026
      ,隐患排查,按月检查,5,,

      """)
    #expect(content.name == "平安建设" && content.year == 2026)
    #expect(content.items.map(\.id) == ["1.1", "1.2", "3"])
    // A heading over several lines stands in the first of them.
    #expect(content.items.map(\.part) == ["组织领导", "组织领导", "隐患排查"])
    #expect(content.items.map(\.points.tenths) == [20, 15, 50])
    #expect(content.items[0].requirement == "缺一项扣0.5分，扣完为止")
    #expect(
      content.items[1].evidence == [.figure("meetings"), .document("activities --period 2026")])
    #expect(content.items[2].evidence == [] && content.items[2].requirement == "")
  }

  struct Wrong: Sendable {
    var text: String
    var problems: [String]
  }

  @Test(arguments: [
    Wrong(text: "编号,分值\n1,2\n", problems: ["1 表头缺少“考评项目”"]),
    Wrong(text: "考评项目,分值,星级\n", problems: ["1 没有“星级”这一栏"]),
    Wrong(text: "考评项目,分值,标准分\n", problems: ["1 表头“标准分”重复"]),
    Wrong(text: "考评项目,分值\n", problems: ["1 没有一项细则"]),
    Wrong(
      text: "编号,考评项目,分值\n1,a,0\n2,,3\n1,b,1.25\n4,c,2\n4,d,2\n",
      problems: [
        "2 分值应是大于0的数", "3 没有填", "4 分值应是大于0的数", "6 “4”与第5行重复",
      ]),
    Wrong(text: "考评项目,分值,对应台账\na,2,台账\n", problems: ["2 “台账”看不懂"]),
    Wrong(text: "考评项目,分值,对应台账\na,2,figure:none\n", problems: ["2 年度工作总结没有数“none”"]),
    Wrong(text: "考评项目,分值\na,2,b\n", problems: ["2 有3格，表头只有2格"]),
  ])
  func everyWrongLineIsNamed(_ row: Wrong) throws {
    do {
      _ = try read(row.text)
      Issue.record("nothing is refused of \(row.text)")
    } catch {
      let found = error.problems.map { "\($0.line ?? 0) \($0.problem.zh)" }
      #expect(found.count == row.problems.count, "\(found)")
      for (found, wanted) in zip(found, row.problems) {
        #expect(found.hasPrefix(wanted), "\(found)")
      }
    }
  }
}
