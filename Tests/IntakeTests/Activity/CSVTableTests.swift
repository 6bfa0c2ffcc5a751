import Almanac
import Intake
import Testing

/// Tables as spreadsheets save them.
struct CSVTableTests {
  private func table(_ text: String) throws -> CSVTable {
    try CSVTable(Array(text.utf8), file: "a.csv")
  }

  struct Case: Sendable {
    var text: String
    var heading: [String]
    var rows: [[String]]
    var lines: [Int]
  }

  @Test(arguments: [
    Case(text: "a,b\n1,2\n", heading: ["a", "b"], rows: [["1", "2"]], lines: [2]),
    Case(
      text: "\u{FEFF}a, b\r\n1,2\r\n3,4", heading: ["a", "b"], rows: [["1", "2"], ["3", "4"]],
      lines: [2, 3]),
    Case(text: "a\n\"x, \"\"y\"\"\"\n", heading: ["a"], rows: [["x, \"y\""]], lines: [2]),
    Case(
      text: "a,b\n\"one\ntwo\",2\n3,4\n", heading: ["a", "b"],
      rows: [["one\ntwo", "2"], ["3", "4"]],
      lines: [2, 4]),
    Case(text: "a,b\n\n,\n1,\n", heading: ["a", "b"], rows: [["1", ""]], lines: [4]),
    Case(text: "标题\n通报，一\n", heading: ["标题"], rows: [["通报，一"]], lines: [2]),
    Case(text: "a\r1\r2", heading: ["a"], rows: [["1"], ["2"]], lines: [2, 3]),
  ])
  func reading(_ row: Case) throws {
    let table = try table(row.text)
    #expect(table.heading == row.heading)
    #expect(table.rows.map(\.cells) == row.rows)
    #expect(table.rows.map(\.line) == row.lines)
  }

  @Test func whatIsNoTable() {
    func trouble(_ bytes: [UInt8]) -> IntakeError? {
      do throws(IntakeError) {
        _ = try CSVTable(bytes, file: "a.csv")
        return nil
      } catch {
        return error
      }
    }
    #expect(trouble([])?.problem.zh == "文件是空的")
    // A text in UTF-16, and one in UTF-8 of which a byte is lost.
    #expect(trouble([0xFF, 0xFE, 0x1A, 0x90, 0xA5, 0x62])?.problem.zh.contains("UTF-8") == true)
    var damaged = Array("标题,时间\n通报,周一\n".utf8)
    damaged.remove(at: 15)
    #expect(trouble(damaged)?.line == 2)
    #expect(trouble(Array("a\n1\n\"open\n2".utf8))?.line == 3)
  }
}
