import Testing

@testable import Canvas

@Suite struct DocumentTests {
  static let table = Document.Table(
    columns: [
      Document.Column("部门", share: 2),
      Document.Column("隐患内容", share: 4),
      Document.Column("数", share: 1, alignment: .trailing),
    ],
    rows: [["综合科", "插线板串接使用，未拆除", "5"], ["办公室", "无", "12"], ["合计", "", "17"]],
    hasTotal: true)

  static func document(_ blocks: [Document.Block], running: String = "") -> Document {
    Document(
      language: .chinese, title: "月报", subtitle: ["2026年11月"], running: running, blocks: blocks)
  }

  @Test func onePageWithoutEnd() {
    let document = Self.document([
      .heading("一、总体"), .paragraph("应查310间次，已查141间次。"), .table(Self.table),
      .signatures(["填报", "审核"]),
    ])
    #expect(
      TextPages(document, columns: 28).pages == [
        [
          "            月报",
          "         2026年11月",
          "",
          "一、总体",
          "    应查310间次，已查141间",
          "次。",
          "部门    隐患内容          数",
          "----------------------------",
          "综合科  插线板串接使用，   5",
          "        未拆除",
          "办公室  无                12",
          "----------------------------",
          "合计                      17",
          "----------------------------",
          "",
          "填报：______  审核：______",
        ]
      ])
  }

  @Test func tablesRunOnUnderTheirHeading() {
    let document = Self.document([.table(Self.table)], running: "练习")
    #expect(
      TextPages(document, columns: 28, rows: 9).pages == [
        [
          "            练习",
          "            月报",
          "         2026年11月",
          "部门    隐患内容          数",
          "----------------------------",
          "综合科  插线板串接使用，   5",
          "        未拆除",
          "",
          "      第 1 页 共 2 页",
        ],
        [
          "            练习",
          "部门    隐患内容          数",
          "----------------------------",
          "办公室  无                12",
          "----------------------------",
          "合计                      17",
          "----------------------------",
          "",
          "      第 2 页 共 2 页",
        ],
      ])
  }

  @Test func headingsStayWithWhatFollows() {
    let document = Self.document([
      .paragraph("一"), .heading("二"), .paragraph("三"), .pageBreak, .paragraph("四"),
    ])
    let pages = TextPages(document, columns: 20, rows: 6).pages
    #expect(
      pages.map { $0.filter { !$0.isEmpty && !$0.contains("页") } } == [
        ["        月报", "     2026年11月", "    一"], ["二", "    三"], ["    四"],
      ])
  }

  @Test func noLineIsWiderThanThePage() {
    let long = String(repeating: "隐患abc ", count: 20)
    var table = Self.table
    table.rows = [[long, long, long], [long, "", "\u{1B}[2J"]]
    let document = Self.document([.heading(long), .table(table), .signatures([long, long])])
    for columns in [8, 17, 40, 79] {
      let lines = TextPages(document, columns: columns, rows: 12).pages.flatMap { $0 }
      #expect(lines.allSatisfy { Cells.width($0) <= columns })
      #expect(lines.allSatisfy { !$0.contains("\u{1B}") })
    }
  }

  @Test func markdown() {
    var table = Self.table
    table.rows = [["a|b", "*x*\ny", "-1"]]
    let document = Self.document([
      .heading("一"), .paragraph("# 不是标题"), .table(table), .signatures(["填报"]), .pageBreak,
    ])
    #expect(
      document.markdown == """
        # 月报

        2026年11月

        ## 一

        \\# 不是标题

        | 部门 | 隐患内容 | 数 |
        | --- | --- | ---: |
        | a\\|b | \\*x\\*<br>y | -1 |

        | 填报 |
        | --- |
        |   |

        ---

        """)
  }

  struct Field: Sendable {
    var text: String
    var written: String
  }

  @Test(arguments: [
    Field(text: "综合科", written: "综合科"),
    Field(text: "a,b", written: "\"a,b\""),
    Field(text: "\"a\"", written: "\"\"\"a\"\"\""),
    Field(text: "a\nb", written: "\"a\nb\""),
    Field(text: "=1+1", written: "'=1+1"),
    Field(text: "@x", written: "'@x"),
    Field(text: "-1", written: "-1"),
    Field(text: "+3.5%", written: "+3.5%"),
    Field(text: "-1+cmd|x", written: "'-1+cmd|x"),
    Field(text: "=HYPERLINK(\"x\",1)", written: "\"'=HYPERLINK(\"\"x\"\",1)\""),
    Field(text: "＝1", written: "'＝1"),
    Field(text: "\t=1+1", written: "' =1+1"),
    Field(text: "\r\n=1+1", written: "\"'\n=1+1\""),
    Field(text: "\u{FEFF}=1+1", written: "'=1+1"),
    Field(text: "\u{0}=1+1", written: "'=1+1"),
    Field(text: "\u{1B}[31m红\u{202E}", written: "[31m红"),
    Field(text: "", written: ""),
  ])
  func csvField(_ row: Field) {
    let table = Document.Table(columns: [Document.Column("x", share: 1)], rows: [[row.text]])
    #expect(Self.document([.table(table)]).csv == "x\r\n\(row.written)\r\n")
  }

  @Test func csvHasTablesAndHeadings() {
    let document = Self.document([.heading("一"), .paragraph("无"), .table(Self.table), .pageBreak])
    #expect(
      document.csv
        == "一\r\n部门,隐患内容,数\r\n综合科,插线板串接使用，未拆除,5\r\n办公室,无,12\r\n合计,,17\r\n")
  }
}
